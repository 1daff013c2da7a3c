"""Code Quality of GitLab, as merge requests show it."""

from ..diagnostics import Diagnostic, Report, Severity
from .concise import told
from .look import Look
from .machine import bare, fingerprints, jsoned

WEIGHTS = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.ADVICE: "info"}


def gitlab(report: Report, look: Look) -> str:
    """A list of findings, each with a fingerprint of its own."""
    return jsoned([finding(one, mark, look) for one, mark in zip(report.diagnostics, fingerprints(report), strict=True)])


def finding(one: Diagnostic, mark: str, look: Look) -> dict[str, object]:
    """A finding as GitLab knows it: it has lines and no columns."""
    return {
        "description": told(one, look),
        "check_name": one.code,
        "fingerprint": mark,
        "severity": WEIGHTS[one.severity],
        "location": {"path": bare(one.path), "lines": {"begin": one.span.line, "end": one.span.end_line}},
    }
