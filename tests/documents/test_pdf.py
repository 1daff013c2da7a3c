"""The document as PDF: tagged, in its language, the same bytes each time, and nothing in it but words."""

import io
import sys
from collections.abc import Iterator
from itertools import pairwise

import pikepdf
import pypdf
import pytest
from papers import PROFILE, agreement_of, full_agreement
from test_fields_said import PRINTED, expected, of
from test_inert import document_of
from test_variants import for_citizens, for_committee, in_one, shown_to_all

from partnerskab_cli.documents.context import build_render_context
from partnerskab_cli.documents.contract import build_contract
from partnerskab_cli.errors import CommandError
from partnerskab_cli.render.registry import ROOM, make_document, render_document
from partnerskab_cli.render.theme import build_theme
from partnerskab_cli.text.blocks import Document, combine


def full() -> Document:
    agreement = full_agreement()
    return build_contract(agreement, build_render_context(agreement, PROFILE))._replace(
        fingerprint="1:0123456789ab", revision="abcdef012345"
    )


def drawn(document: Document) -> bytes:
    return render_document(document, "pdf", build_theme(PROFILE), {})


def text_of(data: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages).split())


@pytest.fixture(scope="module")
def file() -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(drawn(full()))) as opened:
        yield opened


def elements(node: pikepdf.Object) -> Iterator[str]:
    """The kinds of all structure elements, in reading order."""
    if isinstance(node, pikepdf.Array):
        for obj in node:
            yield from elements(obj)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield str(node.S)
        if "/K" in node:
            yield from elements(node.K)


def test_it_says_that_it_is_for_everyone(file: pikepdf.Pdf) -> None:
    assert "pdfuaid:part" in str(file.Root.Metadata.read_bytes())
    assert str(file.Root.Lang) == "en"
    assert bool(file.Root.MarkInfo.Marked)
    assert bool(file.Root.ViewerPreferences.DisplayDocTitle)
    assert str(file.docinfo["/Title"]) == "Lanterneholdet i Bredebro"


def test_its_structure_is_told(file: pikepdf.Pdf) -> None:
    kinds = list(elements(file.Root.StructTreeRoot))
    headings = [int(kind[2]) for kind in kinds if kind in {"/H1", "/H2", "/H3", "/H4"}]
    assert headings[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(headings))
    assert kinds.count("/H1") == 1
    assert {"/Table", "/TH", "/TD", "/L", "/LI", "/P", "/Link"} <= set(kinds)


def test_every_page_says_which_it_is_and_bookmarks_lead_to_the_chapters() -> None:
    reader = pypdf.PdfReader(io.BytesIO(drawn(full())))
    count = len(reader.pages)
    assert [f"Page {number} of {count}" in page.extract_text() for number, page in enumerate(reader.pages, 1)] == [True] * count
    assert "1. The parties" in str(reader.outline)
    assert "Fingerprint of the content: 1:0123456789ab · Revision: abcdef012345" in reader.pages[0].extract_text()


def test_the_signatures_have_a_page_of_their_own() -> None:
    reader = pypdf.PdfReader(io.BytesIO(drawn(full())))
    (page,) = [
        page.extract_text() for page in reader.pages if "Signature\n" in page.extract_text() or "lysborgmester" in page.extract_text()
    ]
    assert "Signatures" in page
    assert "Checklist" not in page


def test_every_answer_is_in_it() -> None:
    agreement = full_agreement()
    text = text_of(drawn(full())).replace("- ", "").replace(" ", "")
    missing = [
        (point.format_path("en"), word)
        for point in PRINTED
        for record, value in of(agreement, point)
        for word in expected(record, value, point, agreement, "en")
        if word.replace("- ", "").replace(" ", "") not in text
    ]
    assert missing == []


@pytest.mark.parametrize("letters", ["👩‍🚀", "０１", "漢字"])
def test_letters_that_no_font_has_are_spelt_out(letters: str) -> None:
    text = text_of(drawn(document_of(lambda _: f"a {letters} b")))
    assert f"\\u{{{ord(letters[0]):x}}}" in text.replace(" ", "")


@pytest.mark.parametrize(
    "document",
    [full(), for_citizens(shown_to_all()), for_committee(full_agreement()), in_one()],
    ids=["aftale", "borger", "udvalg", "samlet"],
)
def test_the_same_document_gives_the_same_bytes(document: Document) -> None:
    assert drawn(document) == drawn(document)


def test_a_draft_says_so_on_every_page() -> None:
    agreement = agreement_of("id: a\ntitel: A\nstatus: udkast\nformålet: x\nformål: x\n")
    reader = pypdf.PdfReader(io.BytesIO(drawn(build_contract(agreement, build_render_context(agreement, PROFILE)))))
    assert all("Udkast" in page.extract_text() for page in reader.pages)


def paper_of(purpose: str) -> Document:
    agreement = agreement_of(f"id: a\ntitel: A\nformalitet: mundtlig\nstatus: udkast\nformål: {purpose}\n")
    return build_contract(agreement, build_render_context(agreement, PROFILE))


@pytest.mark.parametrize("count", [2, 150])
def test_letters_that_no_font_has_are_found_in_two_rounds_however_many(count: int) -> None:
    """The typesetter sets the whole document in each round."""
    rounds = 0

    def counted(_: object, event: str, called: object) -> None:
        nonlocal rounds
        rounds += event == "c_call" and getattr(called, "__name__", "") == "compile" and "Compiler" in repr(called)

    letters = "".join(chr(0x13000 + number) for number in range(count))
    document = paper_of(letters)
    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        missing = make_document(document, "pdf", build_theme(PROFILE), {}).missing
    finally:
        sys.setprofile(before)
    assert sorted(missing) == sorted(letters)
    assert rounds == 2


@pytest.mark.parametrize("form", ROOM)
@pytest.mark.parametrize("count", [1, 3])
def test_what_is_too_long_for_a_format_is_refused_with_its_size(form: str, count: int) -> None:
    long = paper_of("ord " * (ROOM[form] // 4))
    paper = long if count == 1 else combine((long,) * count, "samlet", "", "Samlet", "da")
    with pytest.raises(CommandError) as refused:
        make_document(paper, form, build_theme(PROFILE), {})
    assert format(ROOM[form] * count, ",").replace(",", ".") in refused.value.says.da
    assert refused.value.cure
    assert render_document(paper, "html", build_theme(PROFILE), {})
