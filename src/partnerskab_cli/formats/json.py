"""For machines: one object, described by `schema/report.schema.json`. Field names are English in both languages."""

import json as standard
from hashlib import sha256

from ..diagnostics import Diagnostic, Report, Route, Severity
from ..text import UNSHOWN
from ..version import __version__
from .look import Look

SCHEMA_VERSION = 1
PRINT_LENGTH = 16


def json(report: Report, look: Look) -> str:
    """The report as JSON, the same bytes for the same report."""
    value = {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "partnerskab", "version": __version__},
        "language": look.language,
        "summary": {"files": len(report.files)} | {severity.key: report.count(severity) for severity in reversed(Severity)},
        "files": [
            {
                "path": file.path,
                "id": file.subject or None,
                "checklist": {str(number): mark.key for number, mark in enumerate(file.checklist, 1)},
                "advice_not_shown": file.unshown,
            }
            for file in report.files
        ],
        "findings": [finding(one, look) for one in report.diagnostics],
    }
    return inert(standard.dumps(value, ensure_ascii=False, indent=2)) + "\n"


def inert(text: str) -> str:
    """JSON in which characters that would steer a terminal are escaped, as JSON escapes them."""
    return UNSHOWN.sub(lambda match: match[0] if match[0] == "\n" else standard.dumps(match[0])[1:-1], text)


def finding(one: Diagnostic, look: Look) -> dict[str, object]:
    """A finding as an object."""
    return {
        "code": one.code,
        "severity": one.severity.key,
        "message": one.message.said(look.language),
        "cure": one.cure.said(look.language),
        "path": one.path,
        "line": one.span.line,
        "column": one.span.column,
        "end_line": one.span.end_line,
        "end_column": one.span.end_column,
        "route": dotted(one.route),
        "id": one.subject or None,
        "checklist_item": one.item,
        "source": one.source.said(look.language),
        "suggestion": one.hint.said(look.language) if one.hint else None,
        "fix": [{"line": edit.span.line, "column": edit.span.column, "end_line": edit.span.end_line,
                 "end_column": edit.span.end_column, "text": edit.text} for edit in one.edits],
        "fingerprint": fingerprint(one),
    }  # fmt: skip


def dotted(route: Route) -> str:
    """`parter[0].navn`."""
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in route).lstrip(".")


def fingerprint(one: Diagnostic) -> str:
    """The same for the same finding wherever its line moves: rule, agreement and route."""
    identity = "\0".join((one.code, one.subject or one.path, dotted(one.route)))
    return sha256(identity.encode("utf-8", "surrogatepass")).hexdigest()[:PRINT_LENGTH]
