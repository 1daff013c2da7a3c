"""A page as Markdown (GFM). Only what stands in backticks is code; nothing else of a text comes alive."""

import re
from collections.abc import Iterator, Sequence
from typing import assert_never

from ...page import Block, Bullet, Bullets, Facts, Heading, Page, Paragraph, Sample, Table
from ...text import Text, shown
from ..inert import inert
from ..look import Look


def markdown(page: Page, look: Look) -> str:
    """The page, its title as the one heading of level 1."""
    parts = [f"# {inline(page.title, look)}", *("\n".join(block_lines(block, look)) for block in page.blocks)]
    return "\n\n".join(parts) + "\n"


CODE = re.compile("(`[^`]+`)")
AT_START = re.compile(r"^(\d+)([.)])|^([-+=])")


def inline(words: Text, look: Look) -> str:
    """A text on one line: code where it says so, else literally."""
    line = " ".join(words.said(look.language).split())
    parts = [part if CODE.fullmatch(part) else literal(part) for part in CODE.split(shown(line))]
    return AT_START.sub(lambda match: f"{match[1] or ''}\\{match[2] or match[3]}", "".join(parts))


def literal(text: str) -> str:
    """Text between pieces of code, the blanks at its edges kept."""
    return f"{' ' * text.startswith(' ')}{inert(text)}{' ' * (text.endswith(' ') and text != ' ')}"


def block_lines(block: Block, look: Look) -> Iterator[str]:
    """One block, line by line."""
    match block:
        case Heading(words, level):
            yield f"{'#' * level} {inline(words, look)}"
        case Paragraph(words):
            yield inline(words, look)
        case Bullets(items, numbered):
            yield from bullets(items, look, numbered=numbered)
        case Sample(words, kind):
            yield from fenced(words.said(look.language), kind)
        case Facts(rows):
            yield from (f"- **{inline(name, look)}:** {inline(said, look)}" for name, said in rows)
        case Table(head, rows):
            yield from table(head, rows, look)
        case _:
            assert_never(block)


def bullets(items: Sequence[Bullet], look: Look, *, numbered: bool) -> Iterator[str]:
    """A list; a note stands below its item."""
    for number, one in enumerate(items, 1):
        sign = f"{number}. " if numbered else "- "
        margin = " " * len(sign)
        short = one.note and not one.under
        yield f"{sign}{inline(one.text, look)}{BREAK if short else ''}"
        yield from (f"{margin}- {inline(part, look)}" for part in one.under)
        yield from [""] if one.note and one.under else []
        yield from [f"{margin}{inline(one.note, look)}"] if one.note else []


BREAK = "\\"
"""At the end of a line, the line that follows begins anew."""


def fenced(text: str, kind: str) -> Iterator[str]:
    """Lines kept as they are, behind a fence longer than any inside."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    yield f"{fence}{kind}"
    yield from (shown(line) for line in text.split("\n"))
    yield fence


def table(head: Sequence[Text], rows: Sequence[Sequence[Text]], look: Look) -> Iterator[str]:
    """A table; what stands in code may not break it either."""
    yield row(head, look)
    yield "|" + " --- |" * len(head)
    yield from (row(cells, look) for cells in rows)


def row(cells: Sequence[Text], look: Look) -> str:
    """One row. A bar inside code is escaped, which tables and only they undo."""
    return "| " + " | ".join(BAR.sub(r"\\|", inline(cell, look)) for cell in cells) + " |"


BAR = re.compile(r"(?<!\\)\|")
