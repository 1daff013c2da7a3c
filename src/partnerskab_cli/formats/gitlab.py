"""Code Quality of GitLab, as merge requests show it."""

from ..diagnostics import Diagnostic, Report, Severity
from .concise import format_message
from .machine_readable import compute_fingerprints, dump_json, strip_dot_slash
from .terminal_style import TerminalStyle

WEIGHTS = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.ADVICE: "info"}


def render(report: Report, style: TerminalStyle) -> str:
    """A list of findings, each with a fingerprint of its own."""
    return dump_json(
        [
            dump_gitlab_finding(diagnostic, mark, style)
            for diagnostic, mark in zip(report.diagnostics, compute_fingerprints(report), strict=True)
        ]
    )


def dump_gitlab_finding(diagnostic: Diagnostic, mark: str, style: TerminalStyle) -> dict[str, object]:
    """A finding as GitLab knows it: it has lines and no columns."""
    return {
        "description": format_message(diagnostic, style),
        "check_name": diagnostic.code,
        "fingerprint": mark,
        "severity": WEIGHTS[diagnostic.severity],
        "location": {"path": strip_dot_slash(diagnostic.path), "lines": {"begin": diagnostic.span.line, "end": diagnostic.span.end_line}},
    }
