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

from ..document import (
    Block,
    Contents,
    Document,
    Listing,
    Notice,
    Paragraph,
    Row,
    Rows,
    Section,
    Signatures,
    Slot,
    Table,
    Words,
    text_of,
)
from ..look import Look
from ..url import url
from ..wording import wording
from .pieces import describe, field, landing, leap, line_of, lined, link, repacked, repeated, ruled, say, styled, to_the_right, together
from .styles import CELL, INNER, LABEL, LINE, LOCALES, ROW, WIDTH, dressed

BEGINNING = datetime(2000, 1, 1, tzinfo=UTC)
"""The time that stands in every file, so that the same agreement gives the same bytes."""
DEEPEST = 6
MOST = 255
"""Letters of a property of a file."""
WARNING = "A96A00"


def word(document: Document, look: Look) -> bytes:
    """A document as Word."""
    paper = docx.Document()
    dressed(paper, document, look)
    described(paper, document, look)
    edges(paper, document)
    opening(paper, document, look)
    draw(paper, document.blocks, 1)
    draw(paper, document.sections, 1)
    if url(look.accessibility):
        link(paper.add_paragraph(), wording(document.language)["accessibility"], url(look.accessibility))
    made = BytesIO()
    paper.save(made)
    return repacked(made.getvalue())


def described(paper: Paper, document: Document, look: Look) -> None:
    """What the file says of itself."""
    known = paper.core_properties
    known.title, known.author, known.subject = (text[:MOST] for text in (document.title, look.municipality, document.form))
    known.language, known.keywords, known.comments = LOCALES[document.language], f"partnerskab {document.name}".strip()[:MOST], ""
    known.created = known.modified = BEGINNING
    known.last_modified_by, known.revision = "", 1


def edges(paper: Paper, document: Document) -> None:
    """The title, but on the first page, and the word for a draft above each page; the page number and what the content is known by below."""
    page = paper.sections[0]
    page.different_first_page_header_footer = True
    say(page.first_page_header.paragraphs[0], f"\t{document.draft}", "Label")
    say(page.header.paragraphs[0], f"{document.title}\t{document.draft}", "Label")
    for foot in (page.first_page_footer, page.footer):
        below(foot.paragraphs[0], document)


def below(foot: Line, document: Document) -> None:
    """What the content is known by, and the number of the page."""
    words = wording(document.language)
    known = [f"{words[name]}: {value}" for name, value in (("fingerprint", document.fingerprint), ("revision", document.revision)) if value]
    say(foot, "  ".join(known) + "\t" + words["page"] + " ", "Label")
    field(foot, "PAGE", "1", "Label")
    say(foot, f" {words['of']} ", "Label")
    field(foot, "NUMPAGES", "1", "Label")


def opening(paper: Paper, document: Document, look: Look) -> None:
    """The logo or the name of the municipality, then what it is, its title and between whom."""
    if not pictured(paper, look, f"{wording(document.language)['logo']} {look.municipality}") and look.municipality:
        say(paper.add_paragraph(), look.municipality, "Label")
    if document.form:
        say(paper.add_paragraph(), document.form, "Strong")
    title = line_of(paper, "Title", document.title)
    rule = line_of(paper, "Subtitle") if document.subtitle else title
    write(rule, document.subtitle)
    ruled(rule, "bottom", look.brand.removeprefix("#"), 16)


def pictured(paper: Paper, look: Look, words: str) -> bool:
    """Show the logo, where Word can; it takes no SVG."""
    try:
        Image.from_blob(look.picture)
    except UnrecognizedImageError:
        return False
    shape = paper.add_paragraph().add_run().add_picture(BytesIO(look.picture), height=Cm(1.4))
    describe(shape, words)
    return True


def draw(paper: Paper, blocks: Iterable[Block], level: int, above: str = "", style: str = ROW) -> None:
    """Blocks one after the other; `level` is that of the next heading, `above` the heading they stand under."""
    for one in blocks:
        if isinstance(one, Rows):
            for each in one.rows:
                row(paper, each, level, style)
        elif isinstance(one, Section):
            section(paper, one, level)
        elif isinstance(one, Table):
            table(paper, one, above)
        else:
            simple(paper, one)


def simple(paper: Paper, one: Paragraph | Listing | Notice | Signatures | Contents) -> None:
    """A block that holds no others."""
    match one:
        case Paragraph(lines):
            in_lines(paper.add_paragraph(), lines)
        case Listing(items):
            listed(paper, items)
        case Notice(title, text):
            notice(paper, title, text)
        case Signatures(slots):
            for slot in slots:
                signature(paper, slot, one)
        case Contents(_, entries):
            for entry in entries:
                leap(paper.add_paragraph(), entry.heading, entry.anchor)


def section(paper: Paper, one: Section, level: int) -> None:
    """A heading with what stands below it; the signatures of an agreement have a page of their own."""
    signing = level == 1 and any(isinstance(block, Signatures) for block in one.blocks)
    heading = line_of(paper, f"Heading {min(level, DEEPEST)}", one.heading)
    heading.paragraph_format.page_break_before = signing or None
    if level == 1 and one.anchor:
        landing(heading, one.anchor, int(one.anchor.removeprefix("s")))
    draw(paper, one.blocks, level + 1, one.title)
    if signing:
        paper.paragraphs[-1].add_run().add_break(WD_BREAK.PAGE)


def write(line: Line, words: Words) -> None:
    """Words, leading where they may lead."""
    for phrase in words:
        if target := url(phrase.target):
            link(line, phrase.text, target)
        else:
            line.add_run(phrase.text)


def in_lines(line: Line, lines: Iterable[Words]) -> None:
    """Words in one or several lines."""
    for place, words in enumerate(lines):
        if place:
            line.add_run().add_break()
        write(line, words)


def listed(paper: Paper, items: Iterable[Words], indent: int = 0) -> None:
    """Points of equal standing."""
    for item in items:
        point = line_of(paper, "List Bullet")
        if indent:
            point.paragraph_format.left_indent = indent + Cm(0.6)
        point.paragraph_format.space_after = Pt(2)
        write(point, item)


def row(paper: Paper, one: Row, level: int, style: str) -> None:
    """A name with its answer beside it; what is longer stands below it, and so does the answer to a name that is too long for its column."""
    line = line_of(paper, style)
    for phrase in one.label:
        say(line, phrase.text, "Label")
    first, rest = (one.blocks[0], one.blocks[1:]) if one.blocks else (None, ())
    if isinstance(first, Paragraph):
        if len(text_of(one.label)) > BESIDE[style]:
            line.add_run().add_break()
        else:
            line.add_run("\t")
        in_lines(line, first.lines)
    else:
        rest = one.blocks
    for each in rest:
        if isinstance(each, Listing):
            listed(paper, each.items, LABEL)
        elif isinstance(each, Paragraph):
            below = paper.add_paragraph()
            below.paragraph_format.left_indent = LABEL
            in_lines(below, each.lines)
        else:
            draw(paper, (each,), level, style=INNER)


SHORT = 250
"""Letters of a row that stay on one page; a longer one must be free to run on."""
BESIDE = {ROW: 25, INNER: 16}
"""Letters of a name that leave room for the answer beside it."""


def table(paper: Paper, one: Table, above: str) -> None:
    """A table with its header row, under its name where it does not stand right below it."""
    if not one.is_named(above):
        caption = paper.add_paragraph()
        say(caption, one.caption, "Strong")
        caption.paragraph_format.keep_with_next = True
        caption.paragraph_format.space_before = Pt(6)
    made = paper.add_table(rows=1, cols=len(one.columns))
    lined(made)
    made.autofit = False
    for cell, column in zip(made.rows[0].cells, one.columns, strict=True):
        say(styled(cell.paragraphs[0], CELL), column.label, "Label")
    repeated(made.rows[0])
    for words in (*one.lines, *((one.total,) if one.total else ())):
        added = made.add_row()
        if sum(map(len, map(text_of, words))) <= SHORT:
            together(added)
        for cell, phrases in zip(added.cells, words, strict=True):
            write(styled(cell.paragraphs[0], CELL), phrases)
    for place, (column, width) in enumerate(zip(one.columns, widths(one), strict=True)):
        made.columns[place].width = width
        for cell in made.columns[place].cells:
            cell.width = width
            if column.number:
                to_the_right(cell.paragraphs[0])
    paper.add_paragraph().paragraph_format.space_after = Pt(2)


def widths(one: Table) -> list[Length]:
    """Room for each column: its longest word first, and what is left by how much its cells say."""
    cells = [
        [column.label, *(text_of(line[place]) for line in (*one.lines, *((one.total,) if one.total else ())))]
        for place, column in enumerate(one.columns)
    ]
    most = max(LEAST_LETTERS, LETTERS // len(cells))
    needed = [min(most, GAP + max(len(word) for cell in column for word in unbroken(cell))) for column in cells]
    wished = [max(0, min(MOST_LETTERS, GAP + max(map(len, column))) - need) for column, need in zip(cells, needed, strict=True)]
    spare = max(0, LETTERS - sum(needed)) / max(1, sum(wished))
    rooms = [need + wish * min(1, spare) for need, wish in zip(needed, wished, strict=True)]
    return [Length(int(WIDTH * room / sum(rooms))) for room in rooms]


def unbroken(cell: str) -> list[str]:
    """The words of a cell, each of which stands in one line; of a number, all of it."""
    return cell.split() or [""]


GAP, LETTERS, LEAST_LETTERS, MOST_LETTERS = 3, 74, 11, 45
"""The room between columns, that of a whole line, what a column may always ask for and what it may ask for at most, in letters."""


def notice(paper: Paper, title: str, text: str) -> None:
    """What a reader must know before the rest."""
    line = paper.add_paragraph()
    say(line, f"{title}. ", "Strong")
    line.add_run(text)
    ruled(line, "left", WARNING, 24)


def signature(paper: Paper, slot: Slot, one: Signatures) -> None:
    """A party's signature, or the lines to write it on."""
    name = paper.add_paragraph()
    say(name, slot.party, "Strong")
    name.paragraph_format.keep_with_next = True
    name.paragraph_format.space_before = Pt(18)
    for each in slot.signed:
        row(paper, each, 1, ROW)
    if not slot.signed:
        for words in one.blank:
            line_of(paper, LINE, f"{words} \t")
        if not one.blank:
            paper.add_paragraph(one.unsigned)
