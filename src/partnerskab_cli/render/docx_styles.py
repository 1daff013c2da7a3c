"""The styles of a Word document: what a reader may change in one place."""

from docx.document import Document as Paper
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Length, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from ..text.blocks import COLLECTED, Document
from .docx_elements import make_element
from .theme import DocumentTheme

LOCALES = {"da": "da-DK", "en": "en-GB"}
FACE = "Georgia"
SOFT, INK = RGBColor(0x54, 0x5E, 0x68), RGBColor(0x1C, 0x21, 0x26)
ROW, INNER, CELL, LINE = "Row", "Inner row", "Cell", "Signature line"
LABEL = Cm(5.2)
"""How wide the names beside the answers are."""
INNER_LABEL = Cm(3.6)
WIDTH = Cm(16)
HEADINGS = ((1, 15.0, 18.0), (2, 12.5, 13.0), (3, 11.0, 10.0), (4, 11.0, 8.0), (5, 11.0, 8.0), (6, 11.0, 8.0))
"""Level, size and room above, in points."""


def apply_styles(paper: Paper, document: Document, theme: DocumentTheme) -> None:
    """Give a document its language, its typeface, its colours and its own styles; a case is set close, and of several each begins a page."""
    set_document_language(paper, LOCALES[document.language])
    dense = document.variant == "udvalg"
    size = 9.0 if dense else 10.5
    normal = get_style(paper, "Normal")
    set_typeface(normal, theme.typeface or FACE, size, INK)
    set_spacing(normal, 0, 3 if dense else 6)
    set_typeface(get_style(paper, "Title"), theme.typeface or FACE, 17 if dense else 24, INK)
    set_typeface(get_style(paper, "Subtitle"), theme.typeface or FACE, size + 1.5, SOFT)
    for level, points, above in HEADINGS:
        heading = get_style(paper, f"Heading {level}")
        set_typeface(heading, theme.typeface or FACE, points * (0.8 if dense else 1), INK)
        set_spacing(heading, above * (0.5 if dense else 1), 4)
        heading.paragraph_format.keep_with_next = True
    get_style(paper, "Heading 1").paragraph_format.page_break_before = document.variant == COLLECTED or None
    remove_default_styles(paper)
    add_own_styles(paper, theme, size)
    page = paper.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2.5)
    page.top_margin = page.bottom_margin = Cm(1.6 if dense else 2.3)


def remove_default_styles(paper: Paper) -> None:
    """Take away what the library's own sheet adds: the rule below the title, letters apart or slanted, three stops in header and footer."""
    title, subtitle = (get_style(paper, name) for name in ("Title", "Subtitle"))
    remove_elements(title.element.get_or_add_pPr(), "w:pBdr")
    for style in (title, subtitle):
        remove_elements(style.element.get_or_add_rPr(), "w:spacing")
    title.font.bold, subtitle.font.italic = True, False
    for name in ("Header", "Footer"):
        stops = get_style(paper, name).paragraph_format.tab_stops
        stops.clear_all()
        stops.add_tab_stop(WIDTH, WD_TAB_ALIGNMENT.RIGHT)


def remove_elements(above: BaseOxmlElement, name: str) -> None:
    """Take away the elements of that name."""
    for element in above.findall(qn(name)):
        above.remove(element)


def add_own_styles(paper: Paper, theme: DocumentTheme, size: float) -> None:
    """The styles that Word does not have: rows of names and answers, inner ones, lines to write on, links."""
    for name, left, wide in ((ROW, Cm(0), LABEL), (INNER, LABEL, INNER_LABEL)):
        style = add_style(paper, name)
        style.paragraph_format.left_indent = Length(left + wide)
        style.paragraph_format.first_line_indent = Length(-wide)
        style.paragraph_format.tab_stops.add_tab_stop(Length(left + wide))
        set_spacing(style, 0, 2.5)
    set_spacing(add_style(paper, CELL), 2.5, 2.5)
    lines = add_style(paper, LINE)
    lines.paragraph_format.tab_stops.add_tab_stop(WIDTH // 2, leader=WD_TAB_LEADER.LINES)
    set_spacing(lines, 22, 0)
    lines.paragraph_format.keep_with_next = True
    link = paper.styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER)
    link.font.color.rgb = RGBColor.from_string(theme.on_paper.removeprefix("#").upper())
    link.font.underline = True
    name = paper.styles.add_style("Label", WD_STYLE_TYPE.CHARACTER)
    name.font.color.rgb = SOFT
    name.font.size = Pt(size)


def add_style(paper: Paper, name: str) -> ParagraphStyle:
    """A new paragraph style on the usual one."""
    style = paper.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(style, ParagraphStyle)
    style.base_style = paper.styles["Normal"]
    return style


def get_style(paper: Paper, name: str) -> ParagraphStyle:
    """A paragraph style by its name."""
    style = paper.styles[name]
    assert isinstance(style, ParagraphStyle)
    return style


def set_typeface(style: ParagraphStyle, face: str, size: float, colour: RGBColor) -> None:
    """A style in a typeface, for all scripts."""
    style.font.name, style.font.size, style.font.color.rgb = face, Pt(size), colour
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), face)
    for theme in ("asciiTheme", "hAnsiTheme", "cstheme", "eastAsiaTheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)


def set_spacing(style: ParagraphStyle, above: float, below: float) -> None:
    """The room above and below, in points."""
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(above), Pt(below)


def set_document_language(paper: Paper, locale: str) -> None:
    """The language of the whole document, so that it is read aloud and spelt rightly."""
    usual = paper.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    remove_elements(usual, "w:lang")
    usual.append(make_element("w:lang", val=locale, eastAsia=locale, bidi="ar-SA"))
