"""Markdown in which nothing comes alive: every value is escaped, and more where it begins a line."""

import re
from collections.abc import Iterable
from typing import assert_never

from markupsafe import Markup

from ..text.blocks import (
    Block,
    BulletList,
    Callout,
    Contents,
    ContentsEntry,
    DocumentTable,
    Inline,
    KeyValues,
    LabeledValue,
    Paragraph,
    Section,
    SignatureLine,
    Signatures,
)
from .inline import sanitize_url

BLANKS = re.compile(r"\s+")
MARKS = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_{}[]<>|~$"})
"""What means something anywhere in a line."""
SOMETIMES = re.compile(r"&(?=[#A-Za-z])|(?<!\w)@(?=\w|\\_)")
"""What means something before some letters, the marks among them escaped: an entity, and who is called."""
ADDRESS = re.compile(r"\b(https?|ftp|www)([:.])", re.IGNORECASE)
"""What a reader of Markdown makes a link of by itself."""
BULLET = re.compile(r"[-+=#]|[0-9]{1,9}[.)]")
"""What means something at the start of a line: a Danish date is a list there."""


def mark_safe(text: str) -> Markup:
    """Text that is Markdown already: our own marks, and values that were escaped."""
    return Markup(text)  # noqa: S704 - the one place; everything else goes through `escaped`


def escape_inline(value: object) -> Markup:
    """Words in the middle of a line; a line break becomes a blank."""
    if isinstance(value, Markup):
        return value
    phrases = value if isinstance(value, tuple) else (Inline(str(value)),)
    return EMPTY.join(render_link(phrase) for phrase in phrases).strip()


def escape_line_start(value: object) -> Markup:
    """Words at the start of a line."""
    markup = escape_inline(value)
    match = None if isinstance(value, Markup) else BULLET.match(markup)
    return mark_safe(f"{markup[: match.end() - 1]}\\{markup[match.end() - 1 :]}") if match else markup


def render_link(inline: Inline) -> Markup:
    """A stretch of words, leading where it may lead."""
    words, target = escape_marks(inline.text), sanitize_url(inline.target)
    return mark_safe(f"[{words}](<{target}>)" if target else words)


def escape_marks(text: str) -> str:
    """Text whose marks mean only themselves."""
    return ADDRESS.sub(r"\1\\\2", SOMETIMES.sub(r"\\\g<0>", BLANKS.sub(" ", text).translate(MARKS)))


def render_blocks(blocks: Iterable[Block], level: int, heading: str = "") -> Markup:
    """Blocks one after the other, headings beginning at a level; `heading` is what they stand under."""
    return GAP.join(markup for block in blocks if (markup := render_block(block, level, heading)))


def render_block(block: Block, level: int, heading: str) -> Markup:  # noqa: PLR0911 - one arm a kind
    """One block."""
    match block:
        case Paragraph(lines):
            return BREAK.join(escape_line_start(line) for line in lines)
        case BulletList(items):
            return NEWLINE.join(DASH + escape_line_start(item) for item in items)
        case KeyValues(rows):
            return NEWLINE.join(render_row(each, level) for each in rows)
        case DocumentTable():
            return render_table(block, heading)
        case Callout(title, text):
            return mark_safe("> **") + escape_inline(title) + mark_safe(".** ") + escape_inline(text)
        case Signatures(slots, blank, unsigned):
            return NEWLINE.join(render_signature_line(each, blank, unsigned) for each in slots)
        case Contents(_, entries):
            return NEWLINE.join(DASH + render_contents_entry(each) for each in entries)
        case Section(title, blocks):
            head = mark_safe("#" * min(level, DEEPEST)) + BLANK + escape_inline(block.heading)
            return GAP.join(markup for markup in (head, render_blocks(blocks, level + 1, title)) if markup)
        case _:
            assert_never(block)


DEEPEST = 6
NEWLINE, GAP, BREAK, DASH, INDENT = Markup("\n"), Markup("\n\n"), Markup("\\\n"), Markup("- "), Markup("  ")
STRONG, BLANK, EMPTY = Markup("**"), Markup(" "), Markup("")


def render_row(value: LabeledValue, level: int) -> Markup:
    """A name with its answer beside it, or below it where it is longer."""
    name = DASH + STRONG + escape_inline(value.label) + mark_safe(":**")
    match value.blocks:
        case (Paragraph(lines),):
            return name + BLANK + indent_lines(BREAK.join((escape_inline(lines[0]), *(escape_line_start(line) for line in lines[1:]))))
        case ((BulletList() | KeyValues()),):
            return name + NEWLINE + INDENT + indent_lines(render_blocks(value.blocks, level))
        case ():
            return name
        case _:
            return name + GAP + INDENT + indent_lines(render_blocks(value.blocks, level))


def indent_lines(text: Markup) -> Markup:
    """All lines but the first moved in, below a list item."""
    return mark_safe(re.sub(r"\n(?=[^\n])", f"\n{INDENT}", text))


def render_table(table: DocumentTable, heading: str) -> Markup:
    """A table, under its name where it does not stand right below it already."""
    name = EMPTY if table.is_named(heading) else STRONG + escape_inline(table.caption) + mark_safe(":**\n\n")
    heads = render_table_line(escape_inline(column.label) for column in table.columns)
    rule = render_table_line(mark_safe("---:" if column.number else "---") for column in table.columns)
    lines = [render_table_line(escape_inline(cell) for cell in line) for line in table.lines]
    total = [render_table_line(STRONG + escape_inline(cell) + STRONG if cell else EMPTY for cell in table.total)] if table.total else []
    return name + NEWLINE.join((heads, rule, *lines, *total))


def render_table_line(cells: Iterable[Markup]) -> Markup:
    """A line of a table."""
    return mark_safe("| ") + mark_safe(" | ").join(cells) + mark_safe(" |")


def render_signature_line(line: SignatureLine, blank: tuple[str, ...], unsigned: str) -> Markup:
    """A party's signature, or the lines for it."""
    name = DASH + STRONG + escape_inline(line.party) + mark_safe(":** ")
    if line.signed:
        return name + mark_safe("; ").join(escape_inline(each.label) + mark_safe(": ") + render_answer(each) for each in line.signed)
    return name + (mark_safe(", ").join(escape_inline(each) + mark_safe(": ") + RULE for each in blank) or escape_inline(unsigned))


RULE = Markup("\\_") * 20


def render_answer(value: LabeledValue) -> Markup:
    """The words of a row in one line."""
    return BLANK.join(escape_inline(line) for each in value.blocks if isinstance(each, Paragraph) for line in each.lines)


def render_contents_entry(entry: ContentsEntry) -> Markup:
    """A line of the contents."""
    anchor = re.sub(r"[^\w\- ]", "", entry.heading.lower()).replace(" ", "-")
    return mark_safe("[") + escape_inline(entry.heading) + mark_safe(f"](#{anchor})")
