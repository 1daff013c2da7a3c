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


def element(name: str, /, **attributes: str) -> BaseOxmlElement:
    """An element of WordprocessingML with its attributes: `element("w:lang", val="da-DK")`."""
    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def line_of(paper: Document, style: str, text: str = "") -> Paragraph:
    """A new paragraph in a style."""
    return styled(paper.add_paragraph(text), style)


def styled(paragraph: Paragraph, style: str) -> Paragraph:
    """The same paragraph in a style. The library would look through all its styles for each one."""
    paragraph._p.style = style.replace(" ", "")  # noqa: SLF001 - a style's id, as the library makes it of the name
    return paragraph


def say(paragraph: Paragraph, text: str, style: str) -> Run:
    """Words in a style of their own, at the end of a paragraph."""
    made = paragraph.add_run(text)
    made._r.style = style.replace(" ", "")  # noqa: SLF001 - likewise
    return made


def field(paragraph: Paragraph, code: str, shown: str, style: str) -> None:
    """A field that Word works out itself, such as the page number; `shown` stands there until it has."""
    instruction = element("w:instrText")
    instruction.text = f" {code} "
    say(paragraph, "", style)._r.append(element("w:fldChar", fldCharType="begin"))  # noqa: SLF001 - the library's own way in
    say(paragraph, "", style)._r.append(instruction)  # noqa: SLF001 - likewise
    say(paragraph, "", style)._r.append(element("w:fldChar", fldCharType="separate"))  # noqa: SLF001 - likewise
    say(paragraph, shown, style)
    say(paragraph, "", style)._r.append(element("w:fldChar", fldCharType="end"))  # noqa: SLF001 - likewise


def link(paragraph: Paragraph, text: str, target: str) -> None:
    """Words that lead to an address."""
    made = OxmlElement("w:hyperlink")
    made.set(qn("r:id"), paragraph.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    made.append(say(paragraph, text, "Hyperlink")._r)  # noqa: SLF001 - likewise
    paragraph._p.append(made)  # noqa: SLF001 - likewise


def leap(paragraph: Paragraph, text: str, anchor: str) -> None:
    """Words that lead to a landing of the same document."""
    made = element("w:hyperlink", anchor=anchor)
    made.append(paragraph.add_run(text)._r)  # noqa: SLF001 - likewise
    paragraph._p.append(made)  # noqa: SLF001 - likewise


def landing(paragraph: Paragraph, anchor: str, number: int) -> None:
    """Make a paragraph a place to leap to; no two have the same number."""
    paragraph._p.append(element("w:bookmarkStart", id=str(number), name=anchor))  # noqa: SLF001 - likewise
    paragraph._p.append(element("w:bookmarkEnd", id=str(number)))  # noqa: SLF001 - likewise


def repeated(row: _Row) -> None:
    """A header row, which comes again on every page."""
    row._tr.get_or_add_trPr().append(element("w:tblHeader", val="true"))  # noqa: SLF001 - likewise


def together(row: _Row) -> None:
    """A row that no page break parts."""
    row._tr.get_or_add_trPr().append(element("w:cantSplit", val="true"))  # noqa: SLF001 - likewise


def to_the_right(paragraph: Paragraph) -> None:
    """Numbers stand to the right."""
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def describe(shape: InlineShape, words: str) -> None:
    """The words for a picture that is read aloud."""
    shape._inline.docPr.set("descr", words)  # noqa: SLF001 - likewise
    shape._inline.docPr.set("title", words)  # noqa: SLF001 - likewise


def ruled(paragraph: Paragraph, side: str, colour: str, eighths: int) -> None:
    """A rule at one side of a paragraph, so many eighths of a point thick."""
    borders = element("w:pBdr")
    borders.append(element(f"w:{side}", val="single", sz=str(eighths), space="6", color=colour))
    paragraph._p.get_or_add_pPr().append(borders)  # noqa: SLF001 - likewise


def lined(table: Table) -> None:
    """A calm table: a thin rule below each row, none between columns."""
    borders = element("w:tblBorders")
    for side in ("bottom", "insideH"):
        borders.append(element(f"w:{side}", val="single", sz="4", space="0", color="C4CBD1"))
    table._tbl.tblPr.append(borders)  # noqa: SLF001 - likewise


def repacked(data: bytes) -> bytes:
    """The same package with a fixed time on every part."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = zipfile.ZipInfo(name, PACKED)
            part.compress_type = zipfile.ZIP_DEFLATED
            part.external_attr = 0o600 << 16
            new.writestr(part, old.read(name))
    return made.getvalue()
