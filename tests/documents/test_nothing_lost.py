"""What stands in an agreement's file stands on its paper, whatever else in it is still open or cannot be read: one blank takes nothing but itself away."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypeVar

import pytest
from papers import HERE, PROFILE, agreement_of
from reading_back import READERS

from partnerskab_cli.documents.context import build_render_context
from partnerskab_cli.documents.contract import build_contract
from partnerskab_cli.model.agreement import Agreement
from partnerskab_cli.model.field import FieldType, ListType, MappingType, ScalarType, UnionType
from partnerskab_cli.model.record import Record
from partnerskab_cli.render.registry import render_document
from partnerskab_cli.render.theme import build_theme
from partnerskab_cli.source.parser import MappingNode, Node, Scalar
from partnerskab_cli.source.source_file import iter_children, parse_text
from partnerskab_cli.text.blocks import Document, DocumentTable, Signatures

T = TypeVar("T")
ROOT = HERE.parents[1]
EXAMPLES = (HERE / "full.yaml", *sorted((HERE.parent / "clean").glob("*.yaml")), *sorted((ROOT / "agreements").rglob("*.yaml")))
FEW = EXAMPLES[:5]
"""The agreement that answers everything, and one of each form."""
BLANKS = (
    "[udfyld]",
    "[navn på forening]",
    "<dato>",
    "____",
    "...",
    "…",
    "XX",
    "TBC",
    "TODO",
    "[dato]",
    "udfyld",
    "[amount]",
    "xxx",
    "?",
    "-",
)


def leaves(node: Node) -> Iterator[Scalar]:
    """Every value of a file."""
    if isinstance(node, Scalar):
        yield node
    for _, child in iter_children(node):
        yield from leaves(child)


def values_of(text: str) -> list[Scalar]:
    root = parse_text(text, "x.yaml", Agreement).root
    assert isinstance(root, MappingNode)
    return [leaf for leaf in leaves(root) if leaf.text.strip()]


def replaced(text: str, leaf: Scalar, by: str) -> str:
    """A file with one value replaced by another."""
    lines = text.splitlines(keepends=True)
    start, end = (sum(map(len, lines[: mark.line])) + mark.column for mark in (leaf.start, leaf.end))
    whole_lines = "\n" if text[start:end].endswith("\n") else ""
    return f'{text[:start]}"{by}"{whole_lines}{text[end:]}'


def paper_of(text: str) -> Document:
    agreement = agreement_of(text)
    return build_contract(agreement, build_render_context(agreement, PROFILE))


def words_of(value: object) -> Iterator[str]:
    """All that a document says, before any format."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from words_of(part)


def letters(pieces: Iterator[str]) -> str:
    """Words in a row, without the blanks that formats break at."""
    return "".join("".join(pieces).split())


def read_back(document: Document, form: str) -> str:
    return letters(piece.text for piece in READERS[form].pieces(render_document(document, form, build_theme(PROFILE), {})))


def of_document(text: str, _: str) -> str:
    return letters(words_of(paper_of(text)))


def in_format(text: str, form: str) -> str:
    return read_back(paper_of(text), form)


def texts(record: Record) -> Iterator[str]:
    """Every free text of an agreement, line by line."""
    for field in record.fields:
        value = None if field.name == "currency" else getattr(record, field.name)  # said as kroner with the amounts
        for part in value if type(value) is tuple else tuple(value.values()) if isinstance(value, Mapping) else (value,):
            if isinstance(part, Record):
                yield from texts(part)
            elif isinstance(part, str) and any(isinstance(kind, ScalarType) and kind.text for kind in kinds(field.kind)):
                yield from part.splitlines()
    yield from (scrap.text for scrap in record.others.values())


def kinds(kind: FieldType) -> Iterator[FieldType]:
    """What a value of a field may be read as."""
    match kind:
        case ListType(of) | MappingType(_, of):
            yield from kinds(of)
        case UnionType(first, second):
            yield from (*kinds(first), *kinds(second))
        case _:
            yield kind


def lost(path: Path, form: str, every: int = 1) -> list[tuple[str, str]]:
    """What is not on paper any more when another value is blank, every so many of them."""
    text = path.read_text("utf-8")
    read = of_document if form == "document" else in_format
    whole, values = read(text, form), {"".join(word.split()) for word in texts(agreement_of(text)) if word.strip()}
    assert [value for value in values if value not in whole] == [], "all of it is on paper when nothing is blank"
    gone = []
    for place, leaf in list(enumerate(values_of(text)))[::every]:
        blank = BLANKS[place % len(BLANKS)]
        result, own = read(replaced(text, leaf, blank), form), "".join(leaf.text.split())
        gone += [(f"{leaf.span.line}: {leaf.text} -> {blank}", value) for value in values if value not in own and value not in result]
    return gone


@pytest.mark.thorough
def test_a_blank_takes_nothing_else_off_the_paper() -> None:
    assert [(path.stem, *item) for path in FEW for item in lost(path, "document")] == []


@pytest.mark.parametrize("form", READERS)
def test_a_blank_takes_nothing_else_out_of_a_file(form: str) -> None:
    assert lost(HERE / "full.yaml", form, 40) == []


@pytest.mark.thorough
@pytest.mark.parametrize("form", READERS)
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_a_blank_takes_nothing_else_out_of_any_file(path: Path, form: str) -> None:
    assert lost(path, form) == []


LINE = "____________"
PARTIES = "parter:\n  - {id: kommunen, navn: Nordby Kommune, side: offentlig}\n  - {id: venner, navn: Vennerne, side: frivillig}\n"
SMALL = "id: kaffe\ntitel: Kaffe i Nordby\nformalitet: samarbejdsaftale\nstatus: udkast\n"
ROWS = (
    ("a budget line without an amount", "budget: [{post: Kaffe, part: kommunen}, {post: Te, beløb: 100}]", ["Kaffe", "Te", LINE]),
    ("an amount in words", "budget: [{post: Kaffe, beløb: otte hundrede}, {post: Te, beløb: 5}]", ["Kaffe", "»otte hundrede« (kan ikke læses)", "Te"]),
    ("an amount partly open", "budget: [{post: Kaffe, beløb: 'XX.000 kr.'}]", ["Kaffe", f"{LINE}.000 kr."]),
    ("a bare placeholder among budget lines", "budget: [TODO, {post: Te, beløb: 5}]", [LINE, "Te"]),
    ("a budget line that is a list", "budget: [[Kaffe, 500], {post: Te, beløb: 5}]", ["Kaffe, 500", "Te"]),
    ("an unknown key in a line", "budget: [{post: Kaffe, beløb: 5, farve: rød}]", ["Kaffe", "»rød« (kan ikke læses)"]),
    ("a key of one's own in a line", "budget: [{post: Kaffe, beløb: 5, x_bemærk: Hent selv}]", ["Bemærk", "Hent selv"]),
    ("a payment without a day", "tilskud: {beløb: 500, udbetalinger: [{termin: efterår}, {dato: '[dato]', beløb: 250}]}", ["efterår", "250 kr.", LINE]),
    ("a grant period half filled in", "tilskud: {beløb: 500, bevillingsperiode: {start: 2026-01-01, slut: '...'}}", ["1. januar 2026", f"Slut: {LINE}"]),
    ("a contribution without a party", "bidrag: [{tekst: En sal}, {part: kommunen, tekst: Kaffe}]", ["En sal", "Kaffe", "Nordby Kommune"]),
    ("a contribution of a party still to be found", "bidrag: [{part: '[navn]', tekst: Kage}, {part: venner, tekst: Te}]", ["Kage", "Te"]),
    ("a kind of contribution that is none", "bidrag: [{part: venner, art: bønner, tekst: Kage}]", ["»bønner« (kan ikke læses)", "Kage"]),
    ("hours still to be agreed", "bidrag: [{part: venner, tekst: Vagt, timer: ____, pr: uge}]", ["Vagt", LINE]),
    ("a deliverable with half a day", "leverancer: [{part: venner, tekst: Et notat, frist: 2026-05-XX}]", ["Et notat", f"2026-05-{LINE}"]),
    ("a deliverable on no day", "leverancer: [{part: venner, tekst: Et notat, frist: efter høst}]", ["Et notat", "»efter høst« (kan ikke læses)"]),
    ("a goal without words", "mål: [{frist: 2026-05-01, ansvarlig: venner}, {tekst: Flere med}]", ["1. maj 2026", "Flere med", LINE]),
    ("a goal in brackets as YAML reads them", "mål: [[udfyld], {tekst: Flere med}]", [LINE, "Flere med"]),
    ("a risk without a name", "risici: [{tiltag: Ring}, {tekst: Regn, tiltag: Telt}]", ["Ring", "Regn", "Telt"]),
    ("a meeting with an unknown frequency", "møder: [{navn: Status, hyppighed: når det passer}, {navn: Fest, hyppighed: TBC}]", ["Status", "»når det passer« (kan ikke læses)", "Fest"]),
    ("a term without a meaning", "ordliste: [{ord: Vært, betydning: <tekst>}, {ord: Gæst, betydning: En der kommer}]", ["Vært", "Gæst", "En der kommer"]),
    ("a blank in the middle of a sentence", "formål: Mød [navn] hver TBC på torvet", [f"Mød {LINE} hver {LINE} på torvet"]),
    ("a text that is not finished", "formål: 'Et sted at mødes TODO: spørg bestyrelsen'", ["Et sted at mødes", "spørg bestyrelsen"]),
    ("a misspelt key", "formaal_: Et sted at mødes", ["Et sted at mødes"]),
    ("an own key at the top", "x_nøgle: Hos Bo", ["Nøgle", "Hos Bo"]),
    ("a section of one's own", "x_nøgle: {hvem: Bo, hvor: [kælder, loft]}", ["hvem: Bo, hvor: kælder, loft"]),
    ("a field answered in two spellings", "purpose: Kaffe\nformål: Kage", ["Kaffe", "Kage"]),
    ("a signature without a role", "underskrifter: [{part: venner, dato: 2026-05-01}, {dato: 2026-05-02, rolle: formand}]", ["1. maj 2026", "2. maj 2026", "formand"]),
    ("an answer and a reason at once", "formål: {ikke_relevant: vi ved det, tekst: Kaffe}", ["vi ved det", "Kaffe"]),
)  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_what_is_open_is_a_line_and_what_cannot_be_read_is_marked(text: str, expected: list[str]) -> None:
    message = " ".join("\n".join(words_of(paper_of(SMALL + PARTIES + text))).split())
    assert [words for words in expected if words not in message] == []


def test_a_party_without_a_name_has_its_place_everywhere() -> None:
    parties = PARTIES.replace("navn: Vennerne", 'navn: "[udfyld]"')
    paper = paper_of(f"{SMALL}{parties}bidrag: [{{part: venner, tekst: Kage}}]\nleverancer: [{{part: venner, tekst: Et notat}}]")
    lines = [words for words in words_of(paper) if "venner" in words]
    assert "".join(phrase.text for phrase in paper.subtitle) == f"mellem Nordby Kommune og {LINE}"
    assert lines == ["venner"], "only the row of its id names it"
    assert [slot.party for block in blocks(paper.sections, Signatures) for slot in block.slots] == ["Nordby Kommune", LINE]


@pytest.mark.parametrize("open_part", ['dato: "[dato]"', "dato: TBC", "dato: i går", "navn: Ole"])
def test_a_signature_without_a_day_is_shown_and_signs_nothing(open_part: str) -> None:
    paper = paper_of(f"{SMALL}{PARTIES}underskrifter: [{{part: venner, rolle: formand, {open_part}}}]")
    assert "ingen endnu" in list(words_of(paper.blocks))
    (places,) = blocks(paper.sections, Signatures)
    assert [slot.party for slot in places.slots] == ["Nordby Kommune", "Vennerne", "Vennerne"]
    assert "formand" in list(words_of(places))


@pytest.mark.parametrize("blank", BLANKS)
def test_one_blank_leaves_a_table_a_table(blank: str) -> None:
    lines = [f"{{part: venner, tekst: Notat {number}, frist: 2026-0{number}-01}}" for number in range(1, 6)]
    lines[2] = lines[2].replace("2026-03-01", f'{{efter: underskrift, varighed: "{blank}"}}')
    paper = paper_of(f"{SMALL}{PARTIES}leverancer: [{', '.join(lines)}]")
    assert [len(table.lines) for table in blocks(paper.sections, DocumentTable) if table.caption == "Leverancer"] == [len(lines)]


def blocks(value: object, kind: type[T]) -> list[T]:
    """The blocks of a kind in a document."""
    if isinstance(value, kind):
        return [value]
    return [block for part in value for block in blocks(part, kind)] if isinstance(value, tuple) else []
