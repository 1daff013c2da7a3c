"""A page as Markdown (GFM). Only what stands in backticks is code; nothing else of a text comes alive."""

import re
from collections.abc import Iterator, Sequence
from typing import assert_never

from ..formats.terminal_style import TerminalStyle
from ..text.localized import Text, escape_control_characters
from ..text.markdown_escape import escape_markdown
from ..text.page import Block, Bullet, Bullets, CodeBlock, Facts, Heading, HelpParagraph, HelpTable, Page


def render(page: Page, style: TerminalStyle) -> str:
    """The page, its title as the one heading of level 1."""
    parts = [f"# {render_inline_text(page.title, style)}", *("\n".join(render_block_lines(block, style)) for block in page.blocks)]
    return "\n\n".join(parts) + "\n"


CODE = re.compile("(`[^`]+`)")
AT_START = re.compile(r"^(\d+)([.)])|^([-+=])")


def render_inline_text(words: Text, style: TerminalStyle) -> str:
    """A text on one line: code where it says so, else literally."""
    line = " ".join(words.localize(style.language).split())
    parts = [part if CODE.fullmatch(part) else escape_literal(part) for part in CODE.split(escape_control_characters(line))]
    return AT_START.sub(lambda match: f"{match[1] or ''}\\{match[2] or match[3]}", "".join(parts))


def escape_literal(text: str) -> str:
    """Text between pieces of code, the blanks at its edges kept."""
    return f"{' ' * text.startswith(' ')}{escape_markdown(text)}{' ' * (text.endswith(' ') and text != ' ')}"


def render_block_lines(block: Block, style: TerminalStyle) -> Iterator[str]:
    """One block, line by line."""
    match block:
        case Heading(words, level):
            yield f"{'#' * level} {render_inline_text(words, style)}"
        case HelpParagraph(words):
            yield render_inline_text(words, style)
        case Bullets(items, numbered):
            yield from render_bullets(items, style, numbered=numbered)
        case CodeBlock(words, kind):
            yield from render_fence(words.localize(style.language), kind)
        case Facts(rows):
            yield from (f"- **{render_inline_text(name, style)}:** {render_inline_text(text, style)}" for name, text in rows)
        case HelpTable(head, rows):
            yield from render_help_table(head, rows, style)
        case _:
            assert_never(block)


def render_bullets(items: Sequence[Bullet], style: TerminalStyle, *, numbered: bool) -> Iterator[str]:
    """A list; a note stands below its item."""
    for number, bullet in enumerate(items, 1):
        sign = f"{number}. " if numbered else "- "
        margin = " " * len(sign)
        short = bullet.note and not bullet.under
        yield f"{sign}{render_inline_text(bullet.text, style)}{BREAK if short else ''}"
        yield from (f"{margin}- {render_inline_text(part, style)}" for part in bullet.under)
        yield from [""] if bullet.note and bullet.under else []
        yield from [f"{margin}{render_inline_text(bullet.note, style)}"] if bullet.note else []


BREAK = "\\"
"""At the end of a line, the line that follows begins anew."""


def render_fence(text: str, kind: str) -> Iterator[str]:
    """Lines kept as they are, behind a fence longer than any inside."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    yield f"{fence}{kind}"
    yield from (escape_control_characters(line) for line in text.split("\n"))
    yield fence


def render_help_table(head: Sequence[Text], rows: Sequence[Sequence[Text]], style: TerminalStyle) -> Iterator[str]:
    """A table; what stands in code may not break it either."""
    yield render_help_row(head, style)
    yield "|" + " --- |" * len(head)
    yield from (render_help_row(cells, style) for cells in rows)


def render_help_row(cells: Sequence[Text], style: TerminalStyle) -> str:
    """One row. A bar inside code is escaped, which tables and only they undo."""
    return "| " + " | ".join(BAR.sub(r"\\|", render_inline_text(cell, style)) for cell in cells) + " |"


BAR = re.compile(r"(?<!\\)\|")
