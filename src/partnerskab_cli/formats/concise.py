"""A finding a line: place, weight, code, message and cure."""

from ..diagnostics import Diagnostic, Report
from ..text import shown
from .footer import EARLIER_ONES, footer
from .look import Look


def concise(report: Report, look: Look) -> str:
    """One line a finding, then the counts."""
    heading = [EARLIER_ONES.said(look.language)] if report.old else []
    lines = [*(line(one, look) for one in report.new), *heading, *(line(one, look) for one in report.old)]
    return "\n".join([*lines, *footer(report, look)]) + "\n"


def line(one: Diagnostic, look: Look) -> str:
    """A finding on one line."""
    place = f"{shown(one.path)}:{one.span.line}:{one.span.column}:"
    return f"{place} {one.severity.said(look.language)} {one.code} {told(one, look)}"


def told(one: Diagnostic, look: Look) -> str:
    """The message and the cure in one breath."""
    cure = one.cure.said(look.language)
    if "\n" in cure:
        from .example import in_line  # noqa: PLC0415 - only an example over several lines needs it

        cure = in_line(cure)
    return shown(f"{one.message.said(look.language)} → {' '.join(cure.split())}")
