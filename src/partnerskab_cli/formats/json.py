"""For machines: one object, described by `schema/report.schema.json`. Field names are English in both languages."""

from ..diagnostics import Diagnostic, Report, Severity
from ..version import __version__
from .machine_readable import compute_fingerprints, dump_json, format_yaml_path
from .terminal_style import TerminalStyle

SCHEMA_VERSION = 1


def render(report: Report, look: TerminalStyle) -> str:
    """The report as JSON, the same bytes for the same report."""
    value = {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "partnerskab", "version": __version__},
        "language": look.language,
        "summary": {"files": len(report.files)} | {severity.key: report.count_severity(severity) for severity in reversed(Severity)},
        "files": [
            {
                "path": file.path,
                "id": file.subject or None,
                "checklist": {str(number): mark.key for number, mark in enumerate(file.checklist, 1)},
                "advice_not_shown": file.unshown,
                "repeated_not_shown": file.repeated,
            }
            for file in report.files
        ],
        "findings": [dump_finding(one, mark, look) for one, mark in zip(report.diagnostics, compute_fingerprints(report), strict=True)],
    }
    return dump_json(value)


def dump_finding(one: Diagnostic, fingerprint: str, look: TerminalStyle) -> dict[str, object]:
    """A finding as an object."""
    return {
        "code": one.code,
        "severity": one.severity.key,
        "message": one.message.localize(look.language),
        "cure": one.cure.localize(look.language),
        "path": one.path,
        "line": one.span.line,
        "column": one.span.column,
        "end_line": one.span.end_line,
        "end_column": one.span.end_column,
        "route": format_yaml_path(one.route),
        "id": one.subject or None,
        "checklist_item": one.item,
        "source": one.source.localize(look.language),
        "suggestion": one.hint.localize(look.language) if one.hint else None,
        "fix": [{"line": edit.span.line, "column": edit.span.column, "end_line": edit.span.end_line,
                 "end_column": edit.span.end_column, "text": edit.text} for edit in one.edits],
        "fingerprint": fingerprint,
    }  # fmt: skip
