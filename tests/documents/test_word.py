"""The document as Word: real headings, its language, header rows, and the same bytes each time."""

import io
import zipfile
from collections.abc import Iterator
from itertools import pairwise

import docx
import pytest
from docx.document import Document as Paper
from docx.oxml.ns import qn
from papers import PROFILE, full_agreement
from test_fields_said import PRINTED, expected, of
from test_variants import for_citizens, for_committee, in_one, shown_to_all

from partnerskab_cli.documents.context import build_render_context
from partnerskab_cli.documents.contract import build_contract
from partnerskab_cli.render.docx import measure_column_widths
from partnerskab_cli.render.docx_styles import WIDTH
from partnerskab_cli.render.file_names import is_own_output
from partnerskab_cli.render.registry import render_document
from partnerskab_cli.render.theme import DocumentTheme, build_theme
from partnerskab_cli.text.blocks import (
    Document,
    DocumentColumn,
    DocumentTable,
    KeyValues,
    LabeledValue,
    make_inlines,
    make_paragraph,
)

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)


def full() -> Document:
    agreement = full_agreement()
    return build_contract(agreement, build_render_context(agreement, PROFILE))


def drawn(document: Document, appearance: DocumentTheme | None = None) -> bytes:
    return render_document(document, "docx", appearance or build_theme(PROFILE), {})


def opened(data: bytes) -> Paper:
    return docx.Document(io.BytesIO(data))


def words(data: bytes) -> str:
    return " ".join(" ".join(pieces(data)).split())


def pieces(data: bytes) -> Iterator[str]:
    for element in opened(data).element.body.iter(qn("w:t"), qn("w:tab"), qn("w:br"), qn("w:p")):
        yield element.text or "" if element.tag == qn("w:t") else " "


def test_it_has_real_headings_in_order() -> None:
    styles = [paragraph.style.name for paragraph in opened(drawn(full())).paragraphs if paragraph.style]
    levels = [int(str(name)[-1]) for name in styles if str(name).startswith("Heading")]
    assert "Title" in styles
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_it_says_its_language_and_what_it_is() -> None:
    paper = opened(drawn(full()))
    assert next(element.get(qn("w:val")) for element in paper.styles.element.iter(qn("w:lang"))) == "en-GB"
    known = paper.core_properties
    assert (known.title, known.language, known.keywords) == ("Lanterneholdet i Bredebro", "en-GB", "partnerskab fuld-aftale")
    assert known.created
    assert known.created.year == 2000


def test_every_table_repeats_its_header_row() -> None:
    tables = opened(drawn(full())).tables
    assert len(tables) > 10
    assert all(list(table.rows[0]._tr.iter(qn("w:tblHeader"))) for table in tables)  # noqa: SLF001 - the library's own way in


def test_pages_are_numbered_by_word_itself() -> None:
    page = opened(drawn(full())).sections[0]
    for foot in (page.first_page_footer.paragraphs[0], page.footer.paragraphs[0]):
        codes = [element.text.strip() for element in foot._p.iter(qn("w:instrText"))]  # noqa: SLF001 - likewise
        assert codes == ["PAGE", "NUMPAGES"]
        assert {run.style.name for run in foot.runs} == {"Label"}


def test_the_first_page_says_its_title_once() -> None:
    page = opened(drawn(full()._replace(draft="Udkast"))).sections[0]
    assert page.different_first_page_header_footer
    assert [header.paragraphs[0].text for header in (page.first_page_header, page.header)] == [
        "\tUdkast",
        "Lanterneholdet i Bredebro\tUdkast",
    ]


def test_each_of_several_in_one_begins_on_a_page_of_its_own() -> None:
    heading = {name: opened(drawn(document)).styles["Heading 1"].element for name, document in {"one": full(), "many": in_one()}.items()}
    assert [heading[name].find(f".//{qn('w:pageBreakBefore')}") is not None for name in heading] == [False, True]
    assert not any(element.get(qn("w:type")) == "page" for element in opened(drawn(in_one())).element.body.iter(qn("w:br")))


def test_the_contents_lead_to_their_headings() -> None:
    paper = opened(drawn(in_one()))
    leads = {
        element.get(qn("w:anchor")): "".join(text.text or "" for text in element.iter(qn("w:t")))
        for element in paper.element.body.iter(qn("w:hyperlink"))
        if element.get(qn("w:anchor"))
    }
    places = {mark.get(qn("w:name")): mark for mark in paper.element.body.iter(qn("w:bookmarkStart"))}
    assert len(leads) > 1
    assert leads == {name: "".join(text.text or "" for text in mark.getparent().iter(qn("w:t"))) for name, mark in places.items()}
    assert len({mark.get(qn("w:id")) for mark in places.values()}) == len(places)


def test_letters_stand_no_further_apart_in_one_line_than_in_the_next() -> None:
    styles = opened(drawn(full())).styles
    assert not [name for name in ("Title", "Subtitle") if styles[name].element.rPr.findall(qn("w:spacing"))]


def test_every_answer_is_in_it() -> None:
    agreement = full_agreement()
    text = words(drawn(full()))
    missing = [
        (point.format_path("en"), word)
        for point in PRINTED
        for record, value in of(agreement, point)
        for word in expected(record, value, point, agreement, "en")
        if word not in text
    ]
    assert missing == []


def test_a_name_too_long_for_its_column_stands_above_its_answer() -> None:
    rows = KeyValues(
        tuple(
            LabeledValue(make_inlines(name), (make_paragraph(make_inlines("ja")),))
            for name in ("Dækket af kommunens forsikring", "Indmeldt")
        )
    )
    paper = opened(drawn(Document("da", "aftale", "a", "", "A", (), (rows,), ())))
    assert [paragraph.text for paragraph in paper.paragraphs if paragraph.text.endswith("ja")] == [
        "Dækket af kommunens forsikring\nja",
        "Indmeldt\tja",
    ]


def test_a_column_has_room_for_its_longest_word() -> None:
    cells = (
        "Kontaktperson",
        "En frivilligkonsulent, der tager telefonen, når det regner",
        "Hun ringer igen, hvis ingen tager den første gang",
        "om måneden",
        "nej",
    )
    lengths = measure_column_widths(
        DocumentTable(
            "Bidrag",
            tuple(DocumentColumn(name) for name in ("Art", "Bidrag", "Vilkår", "Gælder for", "Fast")),
            (tuple(map(make_inlines, cells)),),
        )
    )
    letter = WIDTH / 74
    assert sum(lengths) <= WIDTH
    assert all(width >= letter * max(map(len, cell.split())) for width, cell in zip(lengths, cells, strict=True))


@pytest.mark.parametrize(
    "document",
    [full(), for_citizens(shown_to_all()), for_committee(full_agreement()), in_one()],
    ids=["aftale", "borger", "udvalg", "samlet"],
)
def test_the_same_document_gives_the_same_bytes(document: Document) -> None:
    data = drawn(document)
    assert data == drawn(document)
    assert is_own_output(data, "docx")
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        assert {item.date_time for item in packed.infolist()} == {(2000, 1, 1, 0, 0, 0)}


def test_the_logo_is_told_in_words_and_an_svg_gives_way_to_the_name() -> None:
    paper = opened(drawn(full(), build_theme(PROFILE, PIXEL)))
    assert [element.get("descr") for element in paper.element.body.iter(qn("wp:docPr"))] == ["Logo of Tønder Kommune"]
    paper = opened(drawn(full(), build_theme(PROFILE, b"<svg xmlns='http://www.w3.org/2000/svg'/>")))
    assert paper.paragraphs[0].text == "Tønder Kommune"


def test_what_somebody_else_wrote_is_not_ours() -> None:
    other = io.BytesIO()
    docx.Document().save(other)
    assert not is_own_output(other.getvalue(), "docx")
    assert not is_own_output(b"PK\x03\x04", "docx")
    assert not is_own_output(b"", "docx")
