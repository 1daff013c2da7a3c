"""For machines: one object, described by `schema/report.schema.json`. Field names are English in both languages."""

from ..diagnostics import Diagnostic, Report, Severity
from ..version import __version__
from .machine_readable import compute_fingerprints, dump_json, format_yaml_path
from .terminal_style import TerminalStyle

SCHEMA_VERSION = 1


def render(report: Report, style: TerminalStyle) -> str:
    """The report as JSON, the same bytes for the same report."""
    value = {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "partnerskab", "version": __version__},
        "language": style.language,
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
        "findings": [
            dump_finding(diagnostic, mark, style) for diagnostic, mark in zip(report.diagnostics, compute_fingerprints(report), strict=True)
        ],
    }
    return dump_json(value)


def dump_finding(diagnostic: Diagnostic, fingerprint: str, style: TerminalStyle) -> dict[str, object]:
    """A finding as an object."""
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity.key,
        "message": diagnostic.message.localize(style.language),
        "cure": diagnostic.cure.localize(style.language),
        "path": diagnostic.path,
        "line": diagnostic.span.line,
        "column": diagnostic.span.column,
        "end_line": diagnostic.span.end_line,
        "end_column": diagnostic.span.end_column,
        "route": format_yaml_path(diagnostic.route),
        "id": diagnostic.subject or None,
        "checklist_item": diagnostic.item,
        "source": diagnostic.source.localize(style.language),
        "suggestion": diagnostic.hint.localize(style.language) if diagnostic.hint else None,
        "fix": [{"line": edit.span.line, "column": edit.span.column, "end_line": edit.span.end_line,
                 "end_column": edit.span.end_column, "text": edit.text} for edit in diagnostic.edits],
        "fingerprint": fingerprint,
    }  # fmt: skip
