"""A finding a line: place, weight, code, message and cure."""

from collections.abc import Iterator, Sequence

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
        cure = inline_example(cure)
    return escape_control_characters(f"{diagnostic.message.localize(style.language)} → {' '.join(cure.split())}")


SHUT = ('"', "'", "[", "{")
"""What begins a value that ends where it says so itself."""
PARTING = (",", "[", "]", "{", "}", "#", ": ")
"""What would end a bare value inside brackets."""


def inline_example(text: str) -> str:
    """Words with an example behind them, in one line; what stands below a key comes into brackets."""
    first, *below = text.split("\n")
    return f"{first} {bracket_lines(below)}" if below and first.endswith(":") else " ".join(text.split())


def bracket_lines(lines: Sequence[str]) -> str:
    """Lines of one depth and what stands below them: a list or a section."""
    parts = ", ".join(inline_part(group) for group in group_by_indent(lines))
    return f"[{parts}]" if lines[0].lstrip().startswith("- ") else f"{{{parts}}}"


def group_by_indent(lines: Sequence[str]) -> Iterator[list[str]]:
    """The lines that stand furthest out, each with those below it."""
    starts = [number for number, line in enumerate(lines) if measure_depth(line) == measure_depth(lines[0])]
    yield from (list(lines[start:end]) for start, end in zip(starts, [*starts[1:], len(lines)], strict=True))


def inline_part(lines: list[str]) -> str:
    """An item or a field, with what stands below it."""
    head, below = lines[0].strip(), lines[1:]
    if head.startswith("- "):
        inside = head[2:]
        return bracket_lines([" " * (measure_depth(lines[0]) + 2) + inside, *below]) if below or ": " in inside else quote_value(inside)
    key, _, value = head.partition(": ")
    return f"{head} {bracket_lines(below)}" if below else f"{key}: {quote_value(value)}"


def quote_value(value: str) -> str:
    """A value that a comma or a bracket in it does not end."""
    return f'"{value}"' if not value.startswith(SHUT) and any(mark in value for mark in PARTING) else value


def measure_depth(line: str) -> int:
    """How far in a line begins."""
    return len(line) - len(line.lstrip(" "))
