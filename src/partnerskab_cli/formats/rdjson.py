"""Reviewdog's diagnostic format. Columns count UTF-8 bytes; a suggestion becomes a change to accept with a click."""

from collections.abc import Mapping, Sequence

from ..diagnostics import CheckedFile, Diagnostic, Edit, Report, Severity, Span
from .concise import format_message
from .machine_readable import convert_span, count_utf8_bytes, dump_json, strip_dot_slash
from .terminal_style import TerminalStyle

WEIGHTS = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.ADVICE: "INFO"}


def render(report: Report, style: TerminalStyle) -> str:
    """The findings in the order of the report."""
    looked = report.looked
    return dump_json(
        {
            "source": {"name": "partnerskab"},
            "diagnostics": [dump_diagnostic(diagnostic, looked, style) for diagnostic in report.diagnostics],
        }
    )


def dump_diagnostic(diagnostic: Diagnostic, looked: Mapping[str, CheckedFile], style: TerminalStyle) -> dict[str, object]:
    """A finding; with a suggestion where a single change mends it, for half a mend is none."""
    lines = looked[diagnostic.path].lines if diagnostic.path in looked else ()
    suggestions = [
        dump_suggestion(edit, lines)
        for edit in diagnostic.edits
        if len(diagnostic.edits) == 1 and convert_span(edit.span, lines, count_utf8_bytes)
    ]
    return {
        "message": format_message(diagnostic, style),
        "location": {"path": strip_dot_slash(diagnostic.path), "range": dump_range(diagnostic.span, lines)},
        "severity": WEIGHTS[diagnostic.severity],
        "code": {"value": diagnostic.code},
    } | ({"suggestions": suggestions} if suggestions else {})


def dump_suggestion(edit: Edit, lines: Sequence[str]) -> dict[str, object]:
    """What would mend a finding."""
    return {"range": dump_range(edit.span, lines), "text": edit.text}


def dump_range(span: Span, lines: Sequence[str]) -> dict[str, dict[str, int]]:
    """A stretch of a file, its end exclusive; whole lines where the columns cannot be counted."""
    place = convert_span(span, lines, count_utf8_bytes)
    if not place:
        return {"start": {"line": span.line}, "end": {"line": span.end_line}}
    return {"start": {"line": place.line, "column": place.column}, "end": {"line": place.end_line, "column": place.end_column}}
