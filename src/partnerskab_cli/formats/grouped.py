"""Findings file by file."""

from itertools import groupby

from ..diagnostics import Diagnostic, Report
from ..text.localized import escape_control_characters
from .concise import format_message
from .footer import format_footer
from .terminal_style import BOLD, COLOURS, TerminalStyle, colorize, wrap_cells


def render(report: Report, look: TerminalStyle) -> str:
    """The findings of each file under its name, then the counts."""
    parts = [
        "\n".join(
            [colorize(escape_control_characters(path), BOLD, look), *(line for one in found for line in format_grouped_lines(one, look))]
        )
        for path, found in groupby(report.diagnostics, key=lambda one: one.path)
    ]
    return "\n\n".join([*parts, "\n".join(format_footer(report, look))]) + "\n"


def format_grouped_lines(one: Diagnostic, look: TerminalStyle) -> list[str]:
    """A finding below its file."""
    place = f"{one.span.line}:{one.span.column}"
    words = f"{one.severity.localize(look.language)} {one.code}"
    found = wrap_cells(f"{words} {format_message(one, look)}", look, f"  {place:>7} ", " " * 10)
    return [found[0].replace(words, colorize(words, COLOURS[one.severity], look), 1), *found[1:]]
