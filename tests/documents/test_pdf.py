"""The document as PDF: tagged, in its language, the same bytes each time, and nothing in it but words."""

import io
from collections.abc import Iterator
from itertools import pairwise

import pikepdf
import pypdf
import pytest
from papers import PROFILE, agreement_of, full_agreement
from test_fields_said import POINTS, expected, of
from test_inert import document_of
from test_variants import for_citizens, for_committee, in_one, shown_to_all

from partnerskab_cli.documents.contract import contract
from partnerskab_cli.documents.document import Document
from partnerskab_cli.documents.lexicon import lexicon
from partnerskab_cli.documents.look import look
from partnerskab_cli.documents.making import made


def full() -> Document:
    agreement = full_agreement()
    return contract(agreement, lexicon(agreement, PROFILE))._replace(fingerprint="1:0123456789ab", revision="abcdef012345")


def drawn(document: Document) -> bytes:
    return made(document, "pdf", look(PROFILE), {})


def text_of(data: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages).split())


@pytest.fixture(scope="module")
def file() -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(drawn(full()))) as opened:
        yield opened


def elements(node: pikepdf.Object) -> Iterator[str]:
    """The kinds of all structure elements, in reading order."""
    if isinstance(node, pikepdf.Array):
        for one in node:
            yield from elements(one)
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
        (point.route("en"), word)
        for point in POINTS
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
    reader = pypdf.PdfReader(io.BytesIO(drawn(contract(agreement, lexicon(agreement, PROFILE)))))
    assert all("Udkast" in page.extract_text() for page in reader.pages)
