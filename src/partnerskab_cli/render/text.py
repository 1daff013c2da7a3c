"""A page for a terminal or a pipe: indented blocks, tables where they fit, else row by row."""

import re
from collections.abc import Iterator, Sequence
from typing import assert_never

from ..formats.terminal_style import BOLD, DIM, TerminalStyle, colorize, wrap_cells
from ..text.localized import Text, escape_control_characters
from ..text.page import Block, Bullet, Bullets, CodeBlock, Facts, Heading, HelpParagraph, HelpTable, Page

MARGIN = "  "
GAP = 2
NARROWEST_CELL = 24


def render(page: Page, style: TerminalStyle) -> str:
    """The page, its title in bold."""
    lines = [colorize(line, BOLD, style) for line in wrap_cells(localize_and_style(page.title, style), style)]
    for block in page.blocks:
        lines += ["", *render_block_lines(block, style)]
    return "\n".join(lines) + "\n"


def localize_and_style(words: Text, style: TerminalStyle) -> str:
    """Words in the reader's language, fit to be shown."""
    return " ".join(escape_control_characters(line) for line in words.localize(style.language).split("\n"))


def render_block_lines(block: Block, style: TerminalStyle) -> Iterator[str]:
    """One block, line by line."""
    match block:
        case Heading(words):
            yield from (colorize(line, BOLD, style) for line in wrap_cells(localize_and_style(words, style), style))
        case HelpParagraph(words):
            yield from wrap_cells(localize_and_style(words, style), style)
        case Bullets(items, numbered):
            yield from render_bullets(items, style, numbered=numbered)
        case CodeBlock(words):
            yield from (
                colorize(part, DIM, style)
                for line in words.localize(style.language).split("\n")
                for part in render_sample_line(escape_control_characters(line), style)
            )
        case Facts(rows):
            yield from render_facts(rows, style)
        case HelpTable(head, rows):
            yield from render_columns(head, rows, style)
        case _:
            assert_never(block)


def render_sample_line(line: str, style: TerminalStyle) -> list[str]:
    """A line of an example; where it is too wide it goes on as YAML does, further in, and a comment as a comment."""
    text = line.lstrip()
    margin = MARGIN * 2 + line[: len(line) - len(text)]
    value, comment = split_comment(text)
    lines = wrap_cells(value, style, margin, margin + MARGIN * 2) if value else []
    if comment:
        lines[-1:] = wrap_cells(comment, style, f"{lines[-1]} " if lines else margin, f"{margin}# ")
    return lines or [""]


def split_comment(text: str) -> tuple[str, str]:
    """A line of YAML before its comment, and the comment; a number sign in quotation marks begins none."""
    starts = (match.start(1) for match in re.finditer(r"(?:^|\s)(#)", text))
    start = next((place for place in starts if not any(text.count(mark, 0, place) % 2 for mark in "'\"")), len(text))
    return text[:start].rstrip(), text[start:]


def render_bullets(items: Sequence[Bullet], style: TerminalStyle, *, numbered: bool) -> Iterator[str]:
    """A list, its notes below each item."""
    for number, bullet in enumerate(items, 1):
        sign = f"{MARGIN}{number}. " if numbered else f"{MARGIN}- "
        margin = " " * len(sign)
        yield from wrap_cells(localize_and_style(bullet.text, style), style, sign, margin)
        for part in bullet.under:
            yield from wrap_cells(localize_and_style(part, style), style, f"{margin}- ", f"{margin}  ")
        if bullet.note:
            yield from (colorize(line, DIM, style) for line in wrap_cells(localize_and_style(bullet.note, style), style, margin, margin))


def render_facts(rows: Sequence[tuple[Text, Text]], style: TerminalStyle) -> Iterator[str]:
    """Names in one column, what they are in the other."""
    named = [(localize_and_style(name, style), localize_and_style(words, style)) for name, words in rows]
    column = max((len(name) for name, _ in named), default=0) + GAP
    for name, words in named:
        first, *rest = wrap_cells(words, style, MARGIN + name.ljust(column), MARGIN + " " * column)
        yield first.replace(name, colorize(name, DIM, style), 1)
        yield from rest


def render_columns(head: Sequence[Text], rows: Sequence[Sequence[Text]], style: TerminalStyle) -> Iterator[str]:
    """Columns side by side, the last one folded; where they are too many for the width, row below row."""
    cells = [[localize_and_style(cell, style) for cell in row] for row in rows]
    names = [localize_and_style(name, style) for name in head]
    widths = [max(len(row[column]) for row in (names, *cells)) for column in range(len(names))]
    before = sum(widths[:-1]) + GAP * (len(widths) - 1)
    if style.width and before + max(NARROWEST_CELL, style.width // 3) > style.width:
        yield from render_stacked_rows(names, cells, style)
        return
    for line, row in enumerate((names, *cells)):
        start = "".join(cell.ljust(width + GAP) for cell, width in zip(row[:-1], widths, strict=False))
        lines = wrap_cells(row[-1], style, start, " " * before)
        yield from (colorize(word.rstrip(), BOLD if line == 0 else "", style) if line == 0 else word.rstrip() for word in lines)


def render_stacked_rows(names: Sequence[str], rows: Sequence[Sequence[str]], style: TerminalStyle) -> Iterator[str]:
    """Each row as a small list under its first cell."""
    for row in rows:
        yield colorize(row[0], BOLD, style)
        for name, cell in zip(names[1:], row[1:], strict=True):
            if cell:
                yield from wrap_cells(f"{name}: {cell}", style, MARGIN, MARGIN * 2)
