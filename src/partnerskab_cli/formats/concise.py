"""A finding a line: place, weight, code, message and cure."""

from ..diagnostics import Diagnostic, Report
from ..text.localized import escape_control_characters
from .footer import EARLIER_ONES, format_footer
from .terminal_style import TerminalStyle


def render(report: Report, style: TerminalStyle) -> str:
    """One line a finding, then the counts."""
    heading = [EARLIER_ONES.localize(style.language)] if report.old else []
    lines = [
        *(format_line(diagnostic, style) for diagnostic in report.new),
        *heading,
        *(format_line(diagnostic, style) for diagnostic in report.old),
    ]
    return "\n".join([*lines, *format_footer(report, style)]) + "\n"


def format_line(diagnostic: Diagnostic, style: TerminalStyle) -> str:
    """A finding on one line."""
    place = f"{escape_control_characters(diagnostic.path)}:{diagnostic.span.line}:{diagnostic.span.column}:"
    return f"{place} {diagnostic.severity.localize(style.language)} {diagnostic.code} {format_message(diagnostic, style)}"


def format_message(diagnostic: Diagnostic, style: TerminalStyle) -> str:
    """The message and the cure in one breath."""
    cure = diagnostic.cure.localize(style.language)
    if "\n" in cure:
        from .example import inline_example  # noqa: PLC0415 - only an example over several lines needs it

        cure = inline_example(cure)
    return escape_control_characters(f"{diagnostic.message.localize(style.language)} → {' '.join(cure.split())}")
