"""SARIF 2.1.0, for GitHub code scanning and editors. Columns count UTF-16 units, as most of its readers do."""

import re
from collections.abc import Mapping, Sequence
from urllib.parse import quote

from ..diagnostics import CheckedFile, Diagnostic, Edit, Report, RuleSummary, Severity, Span
from ..text.localized import Text, escape_control_characters
from ..version import __version__
from .concise import format_message
from .machine_readable import compute_fingerprints, convert_span, count_utf16_units, dump_json, strip_dot_slash
from .terminal_style import TerminalStyle

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note"}
BASE = "SRCROOT"
MOST_RESULTS = 25_000
"""GitHub refuses a run with more."""
MORE = Text(da="{count} fund mere er ikke med her.", en="{count} more findings are not in here.")
HELP = Text(
    da="{why}\n\nSådan: {cure}\n\nKilde: {source}\n\nI stedet for:\n\n{bad}\n\nskriv:\n\n{good}",
    en="{why}\n\nHow: {cure}\n\nSource: {source}\n\nInstead of:\n\n{bad}\n\nwrite:\n\n{good}",
)
LINK = re.compile(r"(?<=\])(?=\()|(?<=\{)(?=\d+\})")
"""Where a reader would see the link or the placeholder that a message may hold."""
DRIVE = re.compile("[A-Za-z]:/")


def render(report: Report, style: TerminalStyle) -> str:
    """The findings and the rules behind them, errors first."""
    marked = sorted(zip(report.diagnostics, compute_fingerprints(report), strict=True), key=lambda pair: -pair[0].severity)
    numbers = {rule.code: number for number, rule in enumerate(report.rules)}
    looked = report.looked
    results = [dump_result(diagnostic, numbers, mark, looked, style) for diagnostic, mark in marked[:MOST_RESULTS]]
    run = {
        "tool": {
            "driver": {
                "name": "partnerskab",
                "semanticVersion": __version__,
                "rules": [dump_rule_summary(rule, style) for rule in report.rules],
            }
        },
        "language": {"da": "da-DK", "en": "en"}[style.language],
        "columnKind": "utf16CodeUnits",
        "originalUriBaseIds": {BASE: {"description": {"text": "The folder the tool was run in."}}},
        "invocations": [
            {"executionSuccessful": True, "toolExecutionNotifications": dump_truncation_notice(len(marked) - len(results), style)}
        ],
        "results": results,
    }
    return dump_json({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def dump_truncation_notice(count: int, style: TerminalStyle) -> list[dict[str, object]]:
    """What is said where not all results could be told."""
    return [{"level": "warning", "message": {"text": MORE.localize(style.language, count=count)}}] if count else []


def dump_rule_summary(summary: RuleSummary, style: TerminalStyle) -> dict[str, object]:
    """A rule that spoke."""
    words = {"why": summary.why, "cure": summary.cure, "source": summary.source}
    help_text = HELP.localize(style.language, **words, bad=summary.bad, good=summary.good)
    markdown = HELP.localize(style.language, **words, bad=f"```yaml\n{summary.bad}\n```", good=f"```yaml\n{summary.good}\n```")
    return {
        "id": summary.code,
        "shortDescription": {"text": summary.title.localize(style.language)},
        "fullDescription": {"text": summary.why.localize(style.language)},
        "help": {"text": help_text, "markdown": markdown},
        "defaultConfiguration": {"level": LEVELS[summary.severity]},
    }


def dump_result(
    diagnostic: Diagnostic, numbers: Mapping[str, int], mark: str, looked: Mapping[str, CheckedFile], style: TerminalStyle
) -> dict[str, object]:
    """A finding."""
    lines = looked[diagnostic.path].lines if diagnostic.path in looked else ()
    place = {"artifactLocation": dump_artifact(diagnostic.path), "region": dump_region(diagnostic.span, lines)}
    fixes = [dump_fix(edit, diagnostic, lines, style) for edit in diagnostic.edits if len(diagnostic.edits) == 1]
    return {
        "ruleId": diagnostic.code,
        "ruleIndex": numbers.get(diagnostic.code, -1),
        "level": LEVELS[diagnostic.severity],
        "message": {"text": LINK.sub(" ", format_message(diagnostic, style))},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {"partnerskab/v1": mark},
    } | ({"fixes": fixes} if fixes else {})


def dump_fix(edit: Edit, diagnostic: Diagnostic, lines: Sequence[str], style: TerminalStyle) -> dict[str, object]:
    """What would mend a finding."""
    replacement = {"deletedRegion": dump_region(edit.span, lines), "insertedContent": {"text": edit.text}}
    cure = LINK.sub(" ", escape_control_characters(" ".join(diagnostic.cure.localize(style.language).split())))
    return {
        "description": {"text": cure},
        "artifactChanges": [{"artifactLocation": dump_artifact(diagnostic.path), "replacements": [replacement]}],
    }


def dump_artifact(path: str) -> dict[str, str]:
    """Where a file lies: from the base, or by itself where its path is absolute."""
    name = quote(strip_dot_slash(path).encode("utf-8", "surrogateescape"))
    if DRIVE.match(path):
        return {"uri": "file:///" + name.replace("%3A", ":", 1)}
    return {"uri": f"file://{name}"} if path.startswith("/") else {"uri": name, "uriBaseId": BASE}


def dump_region(span: Span, lines: Sequence[str]) -> dict[str, int]:
    """A stretch of a file; only its lines where the columns cannot be counted."""
    place = convert_span(span, lines, count_utf16_units)
    columns = {"startColumn": place.column, "endColumn": place.end_column} if place else {}
    return {"startLine": span.line, "endLine": span.end_line} | columns
