"""What Word can do and the library has no word for: fields, links, repeated rows, languages, alternative texts, a fixed package."""

import zipfile
from io import BytesIO

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shape import InlineShape
from docx.table import Table, _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run

PACKED = (2000, 1, 1, 0, 0, 0)
"""The time of every part of a file."""


def make_element(name: str, /, **attributes: str) -> BaseOxmlElement:
    """An element of WordprocessingML with its attributes: `make_element("w:lang", val="da-DK")`."""
    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    return element


def add_paragraph(paper: Document, style: str, text: str = "") -> Paragraph:
    """A new paragraph in a style."""
    return set_style(paper.add_paragraph(text), style)


def set_style(paragraph: Paragraph, style: str) -> Paragraph:
    """The same paragraph in a style. The library would look through all its styles for each one."""
    paragraph._p.style = style.replace(" ", "")  # noqa: SLF001 - a style's id, as the library makes it of the name
    return paragraph


def add_run(paragraph: Paragraph, text: str, style: str) -> Run:
    """Words in a style of their own, at the end of a paragraph."""
    run = paragraph.add_run(text)
    run._r.style = style.replace(" ", "")  # noqa: SLF001 - likewise
    return run


def add_field(paragraph: Paragraph, code: str, shown: str, style: str) -> None:
    """A field that Word works out itself, such as the page number; `shown` stands there until it has."""
    instruction = make_element("w:instrText")
    instruction.text = f" {code} "
    add_run(paragraph, "", style)._r.append(make_element("w:fldChar", fldCharType="begin"))  # noqa: SLF001 - the library's own way in
    add_run(paragraph, "", style)._r.append(instruction)  # noqa: SLF001 - likewise
    add_run(paragraph, "", style)._r.append(make_element("w:fldChar", fldCharType="separate"))  # noqa: SLF001 - likewise
    add_run(paragraph, shown, style)
    add_run(paragraph, "", style)._r.append(make_element("w:fldChar", fldCharType="end"))  # noqa: SLF001 - likewise


def add_link(paragraph: Paragraph, text: str, target: str) -> None:
    """Words that lead to an address."""
    element = OxmlElement("w:hyperlink")
    element.set(qn("r:id"), paragraph.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    element.append(add_run(paragraph, text, "Hyperlink")._r)  # noqa: SLF001 - likewise
    paragraph._p.append(element)  # noqa: SLF001 - likewise


def add_internal_link(paragraph: Paragraph, text: str, anchor: str) -> None:
    """Words that lead to a landing of the same document."""
    element = make_element("w:hyperlink", anchor=anchor)
    element.append(paragraph.add_run(text)._r)  # noqa: SLF001 - likewise
    paragraph._p.append(element)  # noqa: SLF001 - likewise


def add_bookmark(paragraph: Paragraph, anchor: str, number: int) -> None:
    """Make a paragraph a place to leap to; no two have the same number."""
    paragraph._p.append(make_element("w:bookmarkStart", id=str(number), name=anchor))  # noqa: SLF001 - likewise
    paragraph._p.append(make_element("w:bookmarkEnd", id=str(number)))  # noqa: SLF001 - likewise


def repeat_header_row(row: _Row) -> None:
    """A header row, which comes again on every page."""
    row._tr.get_or_add_trPr().append(make_element("w:tblHeader", val="true"))  # noqa: SLF001 - likewise


def keep_row_together(row: _Row) -> None:
    """A row that no page break parts."""
    row._tr.get_or_add_trPr().append(make_element("w:cantSplit", val="true"))  # noqa: SLF001 - likewise


def align_right(paragraph: Paragraph) -> None:
    """Numbers stand to the right."""
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def set_alt_text(shape: InlineShape, words: str) -> None:
    """The words for a picture that is read aloud."""
    shape._inline.docPr.set("descr", words)  # noqa: SLF001 - likewise
    shape._inline.docPr.set("title", words)  # noqa: SLF001 - likewise


def add_border(paragraph: Paragraph, side: str, colour: str, eighths: int) -> None:
    """A rule at one side of a paragraph, so many eighths of a point thick."""
    borders = make_element("w:pBdr")
    borders.append(make_element(f"w:{side}", val="single", sz=str(eighths), space="6", color=colour))
    paragraph._p.get_or_add_pPr().append(borders)  # noqa: SLF001 - likewise


def set_table_borders(table: Table) -> None:
    """A calm table: a thin rule below each row, none between columns."""
    borders = make_element("w:tblBorders")
    for side in ("bottom", "insideH"):
        borders.append(make_element(f"w:{side}", val="single", sz="4", space="0", color="C4CBD1"))
    table._tbl.tblPr.append(borders)  # noqa: SLF001 - likewise


def fix_zip_times(data: bytes) -> bytes:
    """The same package with a fixed time on every part."""
    bytes_io = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(bytes_io, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = zipfile.ZipInfo(name, PACKED)
            part.compress_type = zipfile.ZIP_DEFLATED
            part.external_attr = 0o600 << 16
            new.writestr(part, old.read(name))
    return bytes_io.getvalue()
