"""A finding a line: place, weight, code, message and cure."""

from ..diagnostics import Diagnostic, Report
from ..text.localized import escape_control_characters
from .footer import EARLIER_ONES, format_footer
from .terminal_style import TerminalStyle


def render(report: Report, look: TerminalStyle) -> str:
    """One line a finding, then the counts."""
    heading = [EARLIER_ONES.localize(look.language)] if report.old else []
    lines = [*(format_line(one, look) for one in report.new), *heading, *(format_line(one, look) for one in report.old)]
    return "\n".join([*lines, *format_footer(report, look)]) + "\n"


def format_line(one: Diagnostic, look: TerminalStyle) -> str:
    """A finding on one line."""
    place = f"{escape_control_characters(one.path)}:{one.span.line}:{one.span.column}:"
    return f"{place} {one.severity.localize(look.language)} {one.code} {format_message(one, look)}"


def format_message(one: Diagnostic, look: TerminalStyle) -> str:
    """The message and the cure in one breath."""
    cure = one.cure.localize(look.language)
    if "\n" in cure:
        from .example import inline_example  # noqa: PLC0415 - only an example over several lines needs it

        cure = inline_example(cure)
    return escape_control_characters(f"{one.message.localize(look.language)} → {' '.join(cure.split())}")
