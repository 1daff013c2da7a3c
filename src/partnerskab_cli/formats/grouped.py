"""Findings file by file."""

from itertools import groupby

from ..diagnostics import Diagnostic, Report
from ..text.localized import escape_control_characters
from .concise import format_message
from .footer import format_footer
from .terminal_style import BOLD, COLOURS, TerminalStyle, colorize, wrap_cells


def render(report: Report, style: TerminalStyle) -> str:
    """The findings of each file under its name, then the counts."""
    parts = [
        "\n".join(
            [
                colorize(escape_control_characters(path), BOLD, style),
                *(line for diagnostic in diagnostics for line in format_grouped_lines(diagnostic, style)),
            ]
        )
        for path, diagnostics in groupby(report.diagnostics, key=lambda diagnostic: diagnostic.path)
    ]
    return "\n\n".join([*parts, "\n".join(format_footer(report, style))]) + "\n"


def format_grouped_lines(diagnostic: Diagnostic, style: TerminalStyle) -> list[str]:
    """A finding below its file."""
    place = f"{diagnostic.span.line}:{diagnostic.span.column}"
    words = f"{diagnostic.severity.localize(style.language)} {diagnostic.code}"
    lines = wrap_cells(f"{words} {format_message(diagnostic, style)}", style, f"  {place:>7} ", " " * 10)
    return [lines[0].replace(words, colorize(words, COLOURS[diagnostic.severity], style), 1), *lines[1:]]
