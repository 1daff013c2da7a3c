"""Annotations of GitHub Actions, as workflow commands. It shows ten of a kind for each step; the rest is counted in the last."""

from collections.abc import Iterator, Mapping

from ..diagnostics import CheckedFile, Diagnostic, Report, Severity
from ..text.localized import Text, escape_control_characters
from .machine_readable import convert_span, count_utf16_units, strip_dot_slash
from .terminal_style import TerminalStyle

KINDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}
NEW_LINE = "\n"
MOST = 10
"""Of each kind in a step; GitHub drops what is beyond without a word."""
REST = Text(
    da="Der er {count} fund mere af vægten »{weight}«; de står i loggen og i opsummeringen.",
    en="There are {count} more findings of the weight “{weight}”; they are in the log and in the summary.",
)


def render(report: Report, style: TerminalStyle) -> str:
    """A command for each annotation, errors first."""
    return "".join(f"{line}\n" for severity in KINDS for line in iter_annotations(severity, report, style))


def iter_annotations(severity: Severity, report: Report, style: TerminalStyle) -> Iterator[str]:
    """The annotations of one weight, no more than are shown."""
    diagnostics = [diagnostic for diagnostic in report.diagnostics if diagnostic.severity is severity]
    lines = diagnostics if len(diagnostics) <= MOST else diagnostics[: MOST - 1]
    looked = report.looked
    yield from (format_annotation(diagnostic, looked, style) for diagnostic in lines)
    if count := len(diagnostics) - len(lines):
        rest = REST.localize(style.language, count=count, weight=severity.localize(style.language))
        yield f"::{KINDS[severity]} title=partnerskab::{escape_message(rest)}"


def format_annotation(diagnostic: Diagnostic, looked: Mapping[str, CheckedFile], style: TerminalStyle) -> str:
    """One finding on its line; columns only where they can be counted and the lines are the same, as GitHub wants it."""
    place = convert_span(diagnostic.span, looked[diagnostic.path].lines if diagnostic.path in looked else (), count_utf16_units)
    values: dict[str, object] = {
        "file": strip_dot_slash(diagnostic.path),
        "line": diagnostic.span.line,
        "endLine": diagnostic.span.end_line,
    }
    if place and place.line == place.end_line:
        values |= {"col": place.column, "endColumn": place.end_column}
    values["title"] = f"partnerskab {diagnostic.code}"
    where = ",".join(f"{name}={escape_property(escape_control_characters(str(value)))}" for name, value in values.items())
    words = f"{diagnostic.message.localize(style.language)}\n{diagnostic.cure.localize(style.language)}"
    return f"::{KINDS[diagnostic.severity]} {where}::{escape_message(NEW_LINE.join(escape_control_characters(text) for text in words.split(NEW_LINE)))}"


def escape_message(text: str) -> str:
    """A message, with what would end it escaped."""
    return text.replace("%", "%25").replace("\n", "%0A")


def escape_property(text: str) -> str:
    """The value of a property, with what would end it escaped."""
    return escape_message(text).replace(":", "%3A").replace(",", "%2C")
