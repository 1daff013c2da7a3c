"""A page for a terminal or a pipe: indented blocks, tables where they fit, else row by row."""

import re
from collections.abc import Iterator, Sequence
from typing import assert_never

from ...page import Block, Bullet, Bullets, Facts, Heading, Page, Paragraph, Sample, Table
from ...text import Text, shown
from ..look import BOLD, DIM, Look, folded, painted

MARGIN = "  "
GAP = 2
NARROWEST_CELL = 24


def text(page: Page, look: Look) -> str:
    """The page, its title in bold."""
    lines = [painted(line, BOLD, look) for line in folded(said(page.title, look), look)]
    for block in page.blocks:
        lines += ["", *block_lines(block, look)]
    return "\n".join(lines) + "\n"


def said(words: Text, look: Look) -> str:
    """Words in the reader's language, fit to be shown."""
    return " ".join(shown(line) for line in words.said(look.language).split("\n"))


def block_lines(block: Block, look: Look) -> Iterator[str]:
    """One block, line by line."""
    match block:
        case Heading(words):
            yield from (painted(line, BOLD, look) for line in folded(said(words, look), look))
        case Paragraph(words):
            yield from folded(said(words, look), look)
        case Bullets(items, numbered):
            yield from bullets(items, look, numbered=numbered)
        case Sample(words):
            yield from (painted(part, DIM, look) for line in words.said(look.language).split("\n") for part in sample(shown(line), look))
        case Facts(rows):
            yield from facts(rows, look)
        case Table(head, rows):
            yield from table(head, rows, look)
        case _:
            assert_never(block)


def sample(line: str, look: Look) -> list[str]:
    """A line of an example; where it is too wide it goes on as YAML does, further in, and a comment as a comment."""
    text = line.lstrip()
    margin = MARGIN * 2 + line[: len(line) - len(text)]
    value, comment = part_comment(text)
    lines = folded(value, look, margin, margin + MARGIN * 2) if value else []
    if comment:
        lines[-1:] = folded(comment, look, f"{lines[-1]} " if lines else margin, f"{margin}# ")
    return lines or [""]


def part_comment(text: str) -> tuple[str, str]:
    """A line of YAML before its comment, and the comment; a number sign in quotation marks begins none."""
    starts = (match.start(1) for match in re.finditer(r"(?:^|\s)(#)", text))
    start = next((place for place in starts if not any(text.count(mark, 0, place) % 2 for mark in "'\"")), len(text))
    return text[:start].rstrip(), text[start:]


def bullets(items: Sequence[Bullet], look: Look, *, numbered: bool) -> Iterator[str]:
    """A list, its notes below each item."""
    for number, one in enumerate(items, 1):
        sign = f"{MARGIN}{number}. " if numbered else f"{MARGIN}- "
        margin = " " * len(sign)
        yield from folded(said(one.text, look), look, sign, margin)
        for part in one.under:
            yield from folded(said(part, look), look, f"{margin}- ", f"{margin}  ")
        if one.note:
            yield from (painted(line, DIM, look) for line in folded(said(one.note, look), look, margin, margin))


def facts(rows: Sequence[tuple[Text, Text]], look: Look) -> Iterator[str]:
    """Names in one column, what they are in the other."""
    named = [(said(name, look), said(words, look)) for name, words in rows]
    column = max((len(name) for name, _ in named), default=0) + GAP
    for name, words in named:
        first, *rest = folded(words, look, MARGIN + name.ljust(column), MARGIN + " " * column)
        yield first.replace(name, painted(name, DIM, look), 1)
        yield from rest


def table(head: Sequence[Text], rows: Sequence[Sequence[Text]], look: Look) -> Iterator[str]:
    """Columns side by side, the last one folded; where they are too many for the width, row below row."""
    cells = [[said(cell, look) for cell in row] for row in rows]
    names = [said(name, look) for name in head]
    widths = [max(len(row[column]) for row in (names, *cells)) for column in range(len(names))]
    before = sum(widths[:-1]) + GAP * (len(widths) - 1)
    if look.width and before + max(NARROWEST_CELL, look.width // 3) > look.width:
        yield from stacked(names, cells, look)
        return
    for line, row in enumerate((names, *cells)):
        start = "".join(cell.ljust(width + GAP) for cell, width in zip(row[:-1], widths, strict=False))
        lines = folded(row[-1], look, start, " " * before)
        yield from (painted(one.rstrip(), BOLD if line == 0 else "", look) if line == 0 else one.rstrip() for one in lines)


def stacked(names: Sequence[str], rows: Sequence[Sequence[str]], look: Look) -> Iterator[str]:
    """Each row as a small list under its first cell."""
    for row in rows:
        yield painted(row[0], BOLD, look)
        for name, cell in zip(names[1:], row[1:], strict=True):
            if cell:
                yield from folded(f"{name}: {cell}", look, MARGIN, MARGIN * 2)
