"""Reviewdog's diagnostic format. Columns count UTF-8 bytes; a suggestion becomes a change to accept with a click."""

from collections.abc import Mapping, Sequence

from ..diagnostics import Diagnostic, Edit, Looked, Report, Severity, Span
from .concise import told
from .look import Look
from .machine import bare, counted, jsoned, utf8

WEIGHTS = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.ADVICE: "INFO"}


def rdjson(report: Report, look: Look) -> str:
    """The findings in the order of the report."""
    looked = report.looked
    return jsoned({"source": {"name": "partnerskab"}, "diagnostics": [diagnostic(one, looked, look) for one in report.diagnostics]})


def diagnostic(one: Diagnostic, looked: Mapping[str, Looked], look: Look) -> dict[str, object]:
    """A finding; with a suggestion where a single change mends it, for half a mend is none."""
    lines = looked[one.path].lines if one.path in looked else ()
    suggestions = [suggestion(edit, lines) for edit in one.edits if len(one.edits) == 1 and counted(edit.span, lines, utf8)]
    return {
        "message": told(one, look),
        "location": {"path": bare(one.path), "range": stretch(one.span, lines)},
        "severity": WEIGHTS[one.severity],
        "code": {"value": one.code},
    } | ({"suggestions": suggestions} if suggestions else {})


def suggestion(edit: Edit, lines: Sequence[str]) -> dict[str, object]:
    """What would mend a finding."""
    return {"range": stretch(edit.span, lines), "text": edit.text}


def stretch(span: Span, lines: Sequence[str]) -> dict[str, dict[str, int]]:
    """A stretch of a file, its end exclusive; whole lines where the columns cannot be counted."""
    place = counted(span, lines, utf8)
    if not place:
        return {"start": {"line": span.line}, "end": {"line": span.end_line}}
    return {"start": {"line": place.line, "column": place.column}, "end": {"line": place.end_line, "column": place.end_column}}
