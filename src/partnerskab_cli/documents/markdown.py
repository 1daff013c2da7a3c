"""Markdown in which nothing comes alive: every value is escaped, and more where it begins a line."""

import re
from collections.abc import Iterable
from typing import assert_never

from markupsafe import Markup

from .document import Block, Contents, Entry, Listing, Notice, Paragraph, Phrase, Row, Rows, Section, Signatures, Slot, Table
from .url import url

BLANKS = re.compile(r"\s+")
MARKS = re.compile(r"[\\`*_{}\[\]<>|~$]|&(?=[#A-Za-z])|(?<!\w)@(?=\w)")
"""What means something anywhere in a line."""
ADDRESS = re.compile(r"\b(https?|ftp|www)([:.])", re.IGNORECASE)
"""What a reader of Markdown makes a link of by itself."""
BULLET = re.compile(r"[-+=#]|[0-9]{1,9}[.)]")
"""What means something at the start of a line: a Danish date is a list there."""


def ready(text: str) -> Markup:
    """Text that is Markdown already: our own marks, and values that were escaped."""
    return Markup(text)  # noqa: S704 - the one place; everything else goes through `escaped`


def inline(value: object) -> Markup:
    """Words in the middle of a line; a line break becomes a blank."""
    if isinstance(value, Markup):
        return value
    phrases = value if isinstance(value, tuple) else (Phrase(str(value)),)
    return EMPTY.join(linked(one) for one in phrases).strip()


def begun(value: object) -> Markup:
    """Words at the start of a line."""
    made = inline(value)
    found = None if isinstance(value, Markup) else BULLET.match(made)
    return ready(f"{made[: found.end() - 1]}\\{made[found.end() - 1 :]}") if found else made


def linked(one: Phrase) -> Markup:
    """A stretch of words, leading where it may lead."""
    words, target = escaped(one.text), url(one.target)
    return ready(f"[{words}](<{target}>)" if target else words)


def escaped(text: str) -> str:
    """Text whose marks mean only themselves."""
    return ADDRESS.sub(r"\1\\\2", MARKS.sub(r"\\\g<0>", BLANKS.sub(" ", text)))


def body(blocks: Iterable[Block], level: int, heading: str = "") -> Markup:
    """Blocks one after the other, headings beginning at a level; `heading` is what they stand under."""
    return GAP.join(made for one in blocks if (made := block(one, level, heading)))


def block(one: Block, level: int, heading: str) -> Markup:  # noqa: PLR0911 - one arm a kind
    """One block."""
    match one:
        case Paragraph(lines):
            return BREAK.join(begun(line) for line in lines)
        case Listing(items):
            return NEWLINE.join(DASH + begun(item) for item in items)
        case Rows(rows):
            return NEWLINE.join(row(each, level) for each in rows)
        case Table():
            return table(one, heading)
        case Notice(title, text):
            return ready("> **") + inline(title) + ready(".** ") + inline(text)
        case Signatures(slots, blank, unsigned):
            return NEWLINE.join(slot(each, blank, unsigned) for each in slots)
        case Contents(_, entries):
            return NEWLINE.join(DASH + entry(each) for each in entries)
        case Section(title, blocks):
            head = ready("#" * min(level, DEEPEST)) + BLANK + inline(one.heading)
            return GAP.join(made for made in (head, body(blocks, level + 1, title)) if made)
        case _:
            assert_never(one)


DEEPEST = 6
NEWLINE, GAP, BREAK, DASH, INDENT = Markup("\n"), Markup("\n\n"), Markup("\\\n"), Markup("- "), Markup("  ")
STRONG, BLANK, EMPTY = Markup("**"), Markup(" "), Markup("")


def row(one: Row, level: int) -> Markup:
    """A name with its answer beside it, or below it where it is longer."""
    name = DASH + STRONG + inline(one.label) + ready(":**")
    match one.blocks:
        case (Paragraph(lines),):
            return name + BLANK + indented(BREAK.join((inline(lines[0]), *(begun(line) for line in lines[1:]))))
        case ((Listing() | Rows()),):
            return name + NEWLINE + INDENT + indented(body(one.blocks, level))
        case ():
            return name
        case _:
            return name + GAP + INDENT + indented(body(one.blocks, level))


def indented(text: Markup) -> Markup:
    """All lines but the first moved in, below a list item."""
    return ready(re.sub(r"\n(?=[^\n])", f"\n{INDENT}", text))


def table(one: Table, heading: str) -> Markup:
    """A table, under its name where it does not stand right below it already."""
    name = EMPTY if one.is_named(heading) else STRONG + inline(one.caption) + ready(":**\n\n")
    heads = line_of(inline(column.label) for column in one.columns)
    rule = line_of(ready("---:" if column.number else "---") for column in one.columns)
    lines = [line_of(inline(cell) for cell in line) for line in one.lines]
    total = [line_of(STRONG + inline(cell) + STRONG if cell else EMPTY for cell in one.total)] if one.total else []
    return name + NEWLINE.join((heads, rule, *lines, *total))


def line_of(cells: Iterable[Markup]) -> Markup:
    """A line of a table."""
    return ready("| ") + ready(" | ").join(cells) + ready(" |")


def slot(one: Slot, blank: tuple[str, ...], unsigned: str) -> Markup:
    """A party's signature, or the lines for it."""
    name = DASH + STRONG + inline(one.party) + ready(":** ")
    if one.signed:
        return name + ready("; ").join(inline(each.label) + ready(": ") + answer(each) for each in one.signed)
    return name + (ready(", ").join(inline(each) + ready(": ") + RULE for each in blank) or inline(unsigned))


RULE = Markup("\\_") * 20


def answer(one: Row) -> Markup:
    """The words of a row in one line."""
    return BLANK.join(inline(line) for each in one.blocks if isinstance(each, Paragraph) for line in each.lines)


def entry(one: Entry) -> Markup:
    """A line of the contents."""
    anchor = re.sub(r"[^\w\- ]", "", one.heading.lower()).replace(" ", "-")
    return ready("[") + inline(one.heading) + ready(f"](#{anchor})")
