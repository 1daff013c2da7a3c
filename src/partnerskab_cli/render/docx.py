"""Blocks → a Word document."""

from collections.abc import Iterable
from datetime import UTC, datetime
from io import BytesIO

import docx
from docx.document import Document as Paper
from docx.enum.text import WD_BREAK
from docx.image.exceptions import UnrecognizedImageError
from docx.image.image import Image
from docx.shared import Cm, Length, Pt
from docx.text.paragraph import Paragraph as Line

from ..text.blocks import (
    Block,
    BulletList,
    Callout,
    Contents,
    Document,
    DocumentTable,
    KeyValues,
    LabeledValue,
    Paragraph,
    Section,
    SignatureLine,
    Signatures,
    Words,
    to_plain_text,
)
from ..text.template_texts import localize_template_texts
from .docx_elements import (
    add_bookmark,
    add_border,
    add_field,
    add_internal_link,
    add_link,
    add_paragraph,
    add_run,
    align_right,
    fix_zip_times,
    keep_row_together,
    repeat_header_row,
    set_alt_text,
    set_style,
    set_table_borders,
)
from .docx_styles import CELL, INNER, LABEL, LINE, LOCALES, ROW, WIDTH, apply_styles
from .inline import sanitize_url
from .theme import DocumentTheme

BEGINNING = datetime(2000, 1, 1, tzinfo=UTC)
"""The time that stands in every file, so that the same agreement gives the same bytes."""
DEEPEST = 6
MOST = 255
"""Letters of a property of a file."""
WARNING = "A96A00"


def render_word_document(document: Document, theme: DocumentTheme) -> bytes:
    """A document as Word."""
    paper = docx.Document()
    apply_styles(paper, document, theme)
    set_core_properties(paper, document, theme)
    write_header(paper, document)
    write_opening(paper, document, theme)
    write_blocks(paper, document.blocks, 1)
    write_blocks(paper, document.sections, 1)
    if sanitize_url(theme.accessibility):
        add_link(paper.add_paragraph(), localize_template_texts(document.language)["accessibility"], sanitize_url(theme.accessibility))
    bytes_io = BytesIO()
    paper.save(bytes_io)
    return fix_zip_times(bytes_io.getvalue())


def set_core_properties(paper: Paper, document: Document, theme: DocumentTheme) -> None:
    """What the file says of itself."""
    known = paper.core_properties
    known.title, known.author, known.subject = (text[:MOST] for text in (document.title, theme.municipality, document.form))
    known.language, known.keywords, known.comments = LOCALES[document.language], f"partnerskab {document.name}".strip()[:MOST], ""
    known.created = known.modified = BEGINNING
    known.last_modified_by, known.revision = "", 1


def write_header(paper: Paper, document: Document) -> None:
    """The title, but on the first page, and the word for a draft above each page; the page number and what the content is known by below."""
    page = paper.sections[0]
    page.different_first_page_header_footer = True
    add_run(page.first_page_header.paragraphs[0], f"\t{document.draft}", "Label")
    add_run(page.header.paragraphs[0], f"{document.title}\t{document.draft}", "Label")
    for foot in (page.first_page_footer, page.footer):
        write_footer(foot.paragraphs[0], document)


def write_footer(foot: Line, document: Document) -> None:
    """What the content is known by, and the number of the page."""
    words = localize_template_texts(document.language)
    known = [f"{words[name]}: {value}" for name, value in (("fingerprint", document.fingerprint), ("revision", document.revision)) if value]
    add_run(foot, "  ".join(known) + "\t" + words["page"] + " ", "Label")
    add_field(foot, "PAGE", "1", "Label")
    add_run(foot, f" {words['of']} ", "Label")
    add_field(foot, "NUMPAGES", "1", "Label")


def write_opening(paper: Paper, document: Document, theme: DocumentTheme) -> None:
    """The logo or the name of the municipality, then what it is, its title and between whom."""
    if not add_logo(paper, theme, f"{localize_template_texts(document.language)['logo']} {theme.municipality}") and theme.municipality:
        add_run(paper.add_paragraph(), theme.municipality, "Label")
    if document.form:
        add_run(paper.add_paragraph(), document.form, "Strong")
    title = add_paragraph(paper, "Title", document.title)
    rule = add_paragraph(paper, "Subtitle") if document.subtitle else title
    write_inlines(rule, document.subtitle)
    add_border(rule, "bottom", theme.brand.removeprefix("#"), 16)


def add_logo(paper: Paper, theme: DocumentTheme, words: str) -> bool:
    """Show the logo, where Word can; it takes no SVG."""
    try:
        Image.from_blob(theme.picture)
    except UnrecognizedImageError:
        return False
    shape = paper.add_paragraph().add_run().add_picture(BytesIO(theme.picture), height=Cm(1.4))
    set_alt_text(shape, words)
    return True


def write_blocks(paper: Paper, blocks: Iterable[Block], level: int, above: str = "", style: str = ROW) -> None:
    """Blocks one after the other; `level` is that of the next heading, `above` the heading they stand under."""
    for block in blocks:
        if isinstance(block, KeyValues):
            for each in block.rows:
                write_row(paper, each, level, style)
        elif isinstance(block, Section):
            write_section(paper, block, level)
        elif isinstance(block, DocumentTable):
            write_table(paper, block, above)
        else:
            write_simple_block(paper, block)


def write_simple_block(paper: Paper, paragraph: Paragraph | BulletList | Callout | Signatures | Contents) -> None:
    """A block that holds no others."""
    match paragraph:
        case Paragraph(lines):
            write_lines(paper.add_paragraph(), lines)
        case BulletList(items):
            write_list(paper, items)
        case Callout(title, text):
            write_callout(paper, title, text)
        case Signatures(slots):
            for slot in slots:
                write_signature_line(paper, slot, paragraph)
        case Contents(_, entries):
            for entry in entries:
                add_internal_link(paper.add_paragraph(), entry.heading, entry.anchor)


def write_section(paper: Paper, section: Section, level: int) -> None:
    """A heading with what stands below it; the signatures of an agreement have a page of their own."""
    signing = level == 1 and any(isinstance(block, Signatures) for block in section.blocks)
    heading = add_paragraph(paper, f"Heading {min(level, DEEPEST)}", section.heading)
    heading.paragraph_format.page_break_before = signing or None
    if level == 1 and section.anchor:
        add_bookmark(heading, section.anchor, int(section.anchor.removeprefix("s")))
    write_blocks(paper, section.blocks, level + 1, section.title)
    if signing:
        paper.paragraphs[-1].add_run().add_break(WD_BREAK.PAGE)


def write_inlines(line: Line, words: Words) -> None:
    """Words, leading where they may lead."""
    for phrase in words:
        if target := sanitize_url(phrase.target):
            add_link(line, phrase.text, target)
        else:
            line.add_run(phrase.text)


def write_lines(line: Line, lines: Iterable[Words]) -> None:
    """Words in one or several lines."""
    for place, words in enumerate(lines):
        if place:
            line.add_run().add_break()
        write_inlines(line, words)


def write_list(paper: Paper, items: Iterable[Words], indent: int = 0) -> None:
    """Points of equal standing."""
    for item in items:
        point = add_paragraph(paper, "List Bullet")
        if indent:
            point.paragraph_format.left_indent = indent + Cm(0.6)
        point.paragraph_format.space_after = Pt(2)
        write_inlines(point, item)


def write_row(paper: Paper, value: LabeledValue, level: int, style: str) -> None:
    """A name with its answer beside it; what is longer stands below it, and so does the answer to a name that is too long for its column."""
    line = add_paragraph(paper, style)
    for phrase in value.label:
        add_run(line, phrase.text, "Label")
    first, rest = (value.blocks[0], value.blocks[1:]) if value.blocks else (None, ())
    if isinstance(first, Paragraph):
        if len(to_plain_text(value.label)) > BESIDE[style]:
            line.add_run().add_break()
        else:
            line.add_run("\t")
        write_lines(line, first.lines)
    else:
        rest = value.blocks
    for each in rest:
        if isinstance(each, BulletList):
            write_list(paper, each.items, LABEL)
        elif isinstance(each, Paragraph):
            below = paper.add_paragraph()
            below.paragraph_format.left_indent = LABEL
            write_lines(below, each.lines)
        else:
            write_blocks(paper, (each,), level, style=INNER)


SHORT = 250
"""Letters of a row that stay on one page; a longer one must be free to run on."""
BESIDE = {ROW: 25, INNER: 16}
"""Letters of a name that leave room for the answer beside it."""


def write_table(paper: Paper, table: DocumentTable, above: str) -> None:
    """A table with its header row, under its name where it does not stand right below it."""
    if not table.is_named(above):
        caption = paper.add_paragraph()
        add_run(caption, table.caption, "Strong")
        caption.paragraph_format.keep_with_next = True
        caption.paragraph_format.space_before = Pt(6)
    drawn = paper.add_table(rows=1, cols=len(table.columns))
    set_table_borders(drawn)
    drawn.autofit = False
    for cell, column in zip(drawn.rows[0].cells, table.columns, strict=True):
        add_run(set_style(cell.paragraphs[0], CELL), column.label, "Label")
    repeat_header_row(drawn.rows[0])
    for words in (*table.lines, *((table.total,) if table.total else ())):
        added = drawn.add_row()
        if sum(map(len, map(to_plain_text, words))) <= SHORT:
            keep_row_together(added)
        for cell, phrases in zip(added.cells, words, strict=True):
            write_inlines(set_style(cell.paragraphs[0], CELL), phrases)
    for place, (column, width) in enumerate(zip(table.columns, measure_column_widths(table), strict=True)):
        drawn.columns[place].width = width
        for cell in drawn.columns[place].cells:
            cell.width = width
            if column.number:
                align_right(cell.paragraphs[0])
    paper.add_paragraph().paragraph_format.space_after = Pt(2)


def measure_column_widths(table: DocumentTable) -> list[Length]:
    """Room for each column: its longest word first, and what is left by how much its cells say."""
    cells = [
        [column.label, *(to_plain_text(line[place]) for line in (*table.lines, *((table.total,) if table.total else ())))]
        for place, column in enumerate(table.columns)
    ]
    most = max(LEAST_LETTERS, LETTERS // len(cells))
    needed = [min(most, GAP + max(len(word) for cell in column for word in split_unbreakable(cell))) for column in cells]
    wished = [max(0, min(MOST_LETTERS, GAP + max(map(len, column))) - need) for column, need in zip(cells, needed, strict=True)]
    spare = max(0, LETTERS - sum(needed)) / max(1, sum(wished))
    rooms = [need + wish * min(1, spare) for need, wish in zip(needed, wished, strict=True)]
    return [Length(int(WIDTH * room / sum(rooms))) for room in rooms]


def split_unbreakable(cell: str) -> list[str]:
    """The words of a cell, each of which stands in one line; of a number, all of it."""
    return cell.split() or [""]


GAP, LETTERS, LEAST_LETTERS, MOST_LETTERS = 3, 74, 11, 45
"""The room between columns, that of a whole line, what a column may always ask for and what it may ask for at most, in letters."""


def write_callout(paper: Paper, title: str, text: str) -> None:
    """What a reader must know before the rest."""
    line = paper.add_paragraph()
    add_run(line, f"{title}. ", "Strong")
    line.add_run(text)
    add_border(line, "left", WARNING, 24)


def write_signature_line(paper: Paper, slot: SignatureLine, signatures: Signatures) -> None:
    """A party's signature, or the lines to write it on."""
    name = paper.add_paragraph()
    add_run(name, slot.party, "Strong")
    name.paragraph_format.keep_with_next = True
    name.paragraph_format.space_before = Pt(18)
    for each in slot.signed:
        write_row(paper, each, 1, ROW)
    if not slot.signed:
        for words in signatures.blank:
            add_paragraph(paper, LINE, f"{words} \t")
        if not signatures.blank:
            paper.add_paragraph(signatures.unsigned)
