"""Every PDF against the rules of PDF/UA that an independent checker knows; what it does not know is asked here, or by the typesetter itself."""

import io
from collections.abc import Callable, Iterator, Mapping
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pikepdf
import pytest
from conftest import PROJECT, needs
from papers import PROFILE, full_agreement
from test_variants import for_citizens, for_committee, shown_to_all, with_values

from partnerskab_cli.documents.context import build_render_context
from partnerskab_cli.documents.contract import build_contract
from partnerskab_cli.model.agreement import Agreement
from partnerskab_cli.model.choices import DocumentLanguage
from partnerskab_cli.model.public_view import extract_shareable
from partnerskab_cli.render.registry import render_document
from partnerskab_cli.render.theme import DocumentTheme, build_theme
from partnerskab_cli.source.profiles import read_profile
from partnerskab_cli.source.source_file import parse_text
from partnerskab_cli.text.blocks import Document, combine
from partnerskab_cli.text.localized import Language

pytestmark = pytest.mark.outside

LOGO = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)
LANGUAGES: tuple[Language, ...] = ("da", "en")
VARIANTS: Mapping[str, Callable[[Agreement], Document]] = {"aftale": lambda agreement: build_contract(agreement, build_render_context(agreement, PROFILE)), "udvalg": for_committee, "borger": for_citizens}  # fmt: skip
UNASKED = frozenset({"UA-14-001"})
"""What pdfua 0.1.3 gives up on, with the PDF library of today: whether headings are empty. `headings` asks it."""


class Verdict(NamedTuple):
    """What the checker says of one file."""

    found: tuple[tuple[str, str], ...]
    """The rules that are broken, and how."""
    skipped: frozenset[str]
    """The rules that were not asked."""


Judge = Callable[[bytes], Verdict]


@pytest.fixture
def judge(tmp_path: Path) -> Judge:
    """The checker of PDF/UA, every rule it has."""
    needs(find_spec("pdfua"), "pdfua is not here: pip install -e '.[outside]'")
    from pdfua import default_registry, validate  # noqa: PLC0415 - of an extra that not everyone has

    def verdict(data: bytes) -> Verdict:
        path = tmp_path / "x.pdf"
        path.write_bytes(data)
        report = validate(str(path))
        assert [outcome.rule_id for outcome in report.outcomes] == list(default_registry().ids())
        return Verdict(
            tuple((finding.rule_id, finding.message) for finding in report.findings), frozenset(item.rule_id for item in report.skipped)
        )

    return verdict


def record(language: Language) -> Iterator[Agreement]:
    """The example record, and the agreement that answers everything, printed in one language."""
    profile = read_profile("tønder")[0]
    for path in sorted((PROJECT / "agreements").glob("*.yaml")):
        agreement = parse_text(path.read_text("utf-8"), path.name, Agreement, profile.vocabulary).record
        assert agreement
        yield with_values(agreement, language=DocumentLanguage[language.upper()])
    yield with_values(shown_to_all(), language=DocumentLanguage[language.upper()])


def papers(variant: str, language: Language) -> list[Document]:
    """Every agreement as the document of a variant, as far as it may be one."""
    seen = (agreement for agreement in record(language) if variant != "borger" or extract_shareable(agreement))
    return [VARIANTS[variant](agreement) for agreement in seen]


def drawn(document: Document, appearance: DocumentTheme | None = None) -> bytes:
    return render_document(document, "pdf", appearance or build_theme(PROFILE), {})


def remarks(data: bytes, judge: Judge) -> list[object]:
    """All that is wrong with a file."""
    verdict = judge(data)
    with pikepdf.open(io.BytesIO(data)) as opened:
        return [*verdict.found, *(verdict.skipped - UNASKED), *(message for ask in QUESTIONS for message in ask(opened))]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("variant", VARIANTS)
def test_no_document_of_the_record_breaks_a_rule(variant: str, language: Language, judge: Judge) -> None:
    documents = papers(variant, language)
    whole = combine(tuple(documents), "alle", "", "Alle", language)
    result = {item.name: message for item in (*documents, whole) if (message := remarks(drawn(item), judge))}
    assert len(documents) > 20
    assert result == {}


@pytest.mark.parametrize("variant", VARIANTS)
def test_nor_does_one_with_a_logo_of_its_own(variant: str, judge: Judge) -> None:
    agreement = full_agreement() if variant != "borger" else shown_to_all()
    data = drawn(VARIANTS[variant](agreement), build_theme(PROFILE, LOGO))
    with pikepdf.open(io.BytesIO(data)) as opened:
        assert [str(item.Alt) for item in elements(opened, "/Figure")] == ["Logo of Tønder Kommune"]
    assert remarks(data, judge) == []


def elements(opened: pikepdf.Pdf, *kinds: str) -> Iterator[pikepdf.Dictionary]:
    """The structure elements of some kinds, in reading order; of all where none is named."""
    yield from below(opened.Root.StructTreeRoot, kinds)


def below(node: pikepdf.Object, kinds: tuple[str, ...]) -> Iterator[pikepdf.Dictionary]:
    for obj in children(node):
        if isinstance(obj, pikepdf.Dictionary) and "/S" in obj:
            if not kinds or str(obj.S) in kinds:
                yield obj
            yield from below(obj, kinds)


def children(node: pikepdf.Object) -> list[pikepdf.Object]:
    """What a structure element holds: others, or numbers of marked words."""
    held = node.get("/K")
    return list(held) if isinstance(held, pikepdf.Array) else [] if held is None else [held]


def holds_words(node: pikepdf.Object) -> bool:
    """Whether anything on a page belongs to an element."""
    return any(not isinstance(obj, pikepdf.Dictionary) or "/MCID" in obj or holds_words(obj) for obj in children(node))


LEVELS = tuple(f"/H{level}" for level in range(1, 7))


def headings(opened: pikepdf.Pdf) -> Iterator[str]:
    """PDF/UA 7.4: headings that are empty, or deeper than the one before by more than a step."""
    dictionaries = list(elements(opened, *LEVELS))
    if [str(dictionary.S) for dictionary in dictionaries].count("/H1") != 1 or str(dictionaries[0].S) != "/H1":
        yield "not one heading above all"
    yield from (f"an empty {dictionary.S}" for dictionary in dictionaries if not holds_words(dictionary))
    yield from (
        f"{dictionary.S} → {other.S}"
        for dictionary, other in pairwise(dictionaries)
        if int(str(other.S)[2]) > int(str(dictionary.S)[2]) + 1
    )


INSIDE = {"/L": {"/LI", "/Caption", "/L"}, "/LI": {"/Lbl", "/LBody"}, "/Table": {"/THead", "/TBody", "/TFoot", "/TR", "/Caption"}, "/TR": {"/TH", "/TD"}}  # fmt: skip


def lists(opened: pikepdf.Pdf) -> Iterator[str]:
    """PDF/UA 7.2: what stands in a list, a point, a table or a row and may not."""
    for dictionary in elements(opened, *INSIDE):
        strange = {str(each.S) for each in children(dictionary) if "/S" in each} - INSIDE[str(dictionary.S)]
        yield from (f"{kind} in {dictionary.S}" for kind in strange)


def loose(opened: pikepdf.Pdf) -> Iterator[str]:
    """Words that belong to no paragraph, heading, point or cell, and are read without a pause."""
    for dictionary in elements(opened, "/Document", "/Div", "/Sect", "/Part"):
        yield from (
            f"loose words in {dictionary.S}"
            for each in children(dictionary)
            if not isinstance(each, pikepdf.Dictionary) or each.get("/S") == "/Span"
        )


def links(opened: pikepdf.Pdf) -> Iterator[str]:
    """PDF/UA 7.18: links that have no words of their own, no place in the structure, or stand on a page that tabs in another order."""
    for number, page in enumerate(opened.pages, 1):
        notes = list(page.get("/Annots", []))
        if notes and str(page.get("/Tabs", "")) != "/S":
            yield f"page {number} tabs in another order"
        yield from (f"page {number}: a link without words" for note in notes if not str(note.get("/Contents", "")).strip())
        yield from (f"page {number}: a link outside the structure" for note in notes if "/StructParent" not in note)


def fonts(opened: pikepdf.Pdf) -> Iterator[str]:
    """PDF/UA 7.21: letters whose shapes or whose meanings are not in the file."""
    for obj in opened.objects:
        if isinstance(obj, pikepdf.Dictionary) and obj.get("/Type") == "/Font" and "/DescendantFonts" in obj:
            described = obj.DescendantFonts[0].FontDescriptor
            if not {"/FontFile2", "/FontFile3"} & set(described.keys()) or "/ToUnicode" not in obj:
                yield f"{obj.BaseFont} is not whole"


QUESTIONS = (headings, lists, loose, links, fonts)


def without(place: str) -> Callable[[pikepdf.Pdf], None]:
    def broken(opened: pikepdf.Pdf) -> None:
        del opened.Root[place]

    return broken


def nameless(opened: pikepdf.Pdf) -> None:
    opened.docinfo["/Title"] = " "


def undescribed(opened: pikepdf.Pdf) -> None:
    del next(elements(opened, "/Figure"))["/Alt"]


def headless(opened: pikepdf.Pdf) -> None:
    for dictionary in elements(opened, "/TH"):
        dictionary.S = pikepdf.Name("/TD")


def wordless(opened: pikepdf.Pdf) -> None:
    for dictionary in elements(opened, "/Link"):
        for key in {"/Alt", "/ActualText"} & set(dictionary.keys()):
            del dictionary[key]
    for page in opened.pages:
        for note in page.get("/Annots", []):
            del note["/Contents"]


def unmarked(opened: pikepdf.Pdf) -> None:
    page = opened.pages[0]
    kept = [instruction for instruction in pikepdf.parse_content_stream(page) if str(instruction.operator) not in {"BDC", "BMC", "EMC"}]
    page.Contents = opened.make_stream(pikepdf.unparse_content_stream(kept))


def unclaimed(opened: pikepdf.Pdf) -> None:
    opened.Root.Metadata = opened.make_stream(b"<x:xmpmeta xmlns:x='adobe:ns:meta/'/>")


def strange_note(opened: pikepdf.Pdf) -> None:
    opened.pages[0].Annots = opened.make_indirect(
        pikepdf.Array([pikepdf.Dictionary(Type=pikepdf.Name("/Annot"), Subtype=pikepdf.Name("/Stamp"))])
    )


BREAKING: Mapping[str, Callable[[pikepdf.Pdf], None]] = {
    "UA-01-005": without("/StructTreeRoot"),
    "UA-01-002": without("/MarkInfo"),
    "UA-01-003": unmarked,
    "UA-06-001": without("/Lang"),
    "UA-07-001": nameless,
    "UA-07-002": without("/ViewerPreferences"),
    "UA-13-004": undescribed,
    "UA-15-003": headless,
    "UA-18-001": strange_note,
    "UA-18-005": wordless,
    "UA-28-004": unclaimed,
}
"""A way to break every rule that the checker asks."""


def damaged(harm: Callable[[pikepdf.Pdf], None]) -> bytes:
    """The full agreement with a logo, and one thing wrong."""
    data = drawn(VARIANTS["aftale"](full_agreement()), build_theme(PROFILE, LOGO))
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as opened:
        harm(opened)
        opened.save(out)
    return out.getvalue()


@pytest.mark.parametrize("rule", BREAKING)
def test_the_checker_sees_a_rule_that_is_broken(rule: str, judge: Judge) -> None:
    assert rule in {result for result, _ in judge(damaged(BREAKING[rule])).found}


def test_every_rule_that_it_asks_is_seen_broken_once(judge: Judge) -> None:
    from pdfua import coverage, default_registry  # noqa: PLC0415 - likewise

    assert judge(damaged(lambda _: None)) == Verdict((), UNASKED)
    assert set(default_registry().ids()) == set(BREAKING) | UNASKED
    assert (coverage().covered, coverage().total) == (16, 106)


def emptied(opened: pikepdf.Pdf) -> None:
    next(elements(opened, "/H3")).K = pikepdf.Array()


def skipping(opened: pikepdf.Pdf) -> None:
    next(elements(opened, "/H2")).S = pikepdf.Name("/H4")


def misplaced(opened: pikepdf.Pdf) -> None:
    next(elements(opened, "/LBody")).S = pikepdf.Name("/TD")


def untabbed(opened: pikepdf.Pdf) -> None:
    for page in opened.pages:
        if "/Annots" in page:
            del page["/Tabs"]


def inlined(opened: pikepdf.Pdf) -> None:
    for dictionary in elements(opened, "/P"):
        dictionary.S = pikepdf.Name("/Span")


def unembedded(opened: pikepdf.Pdf) -> None:
    font = next(obj for obj in opened.objects if isinstance(obj, pikepdf.Dictionary) and "/ToUnicode" in obj)
    del font["/ToUnicode"]


@pytest.mark.parametrize(
    ("harm", "words"),
    [(emptied, "an empty /H3"), (skipping, "/H1 → /H4"), (misplaced, "/TD in /LI"), (inlined, "loose words"), (untabbed, "tabs in another order"),
     (unembedded, "is not whole"), (wordless, "a link without words")],
)  # fmt: skip
def test_our_own_questions_see_what_is_broken(harm: Callable[[pikepdf.Pdf], None], words: str) -> None:
    with pikepdf.open(io.BytesIO(damaged(harm))) as opened:
        assert any(words in message for ask in QUESTIONS for message in ask(opened))
