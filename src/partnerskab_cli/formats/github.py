"""Annotations of GitHub Actions, as workflow commands. It shows ten of a kind for each step; the rest is counted in the last."""

from collections.abc import Iterator, Mapping

from ..diagnostics import Diagnostic, Looked, Report, Severity
from ..text import Text, shown
from .look import Look
from .machine import bare, counted, utf16

KINDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}
NEW_LINE = "\n"
MOST = 10
"""Of each kind in a step; GitHub drops what is beyond without a word."""
REST = Text(
    da="Der er {count} fund mere af vægten »{weight}«; de står i loggen og i opsummeringen.",
    en="There are {count} more findings of the weight “{weight}”; they are in the log and in the summary.",
)


def github(report: Report, look: Look) -> str:
    """A command for each annotation, errors first."""
    return "".join(f"{line}\n" for severity in KINDS for line in of_kind(severity, report, look))


def of_kind(severity: Severity, report: Report, look: Look) -> Iterator[str]:
    """The annotations of one weight, no more than are shown."""
    found = [one for one in report.diagnostics if one.severity is severity]
    told = found if len(found) <= MOST else found[: MOST - 1]
    looked = report.looked
    yield from (annotation(one, looked, look) for one in told)
    if count := len(found) - len(told):
        rest = REST.said(look.language, count=count, weight=severity.said(look.language))
        yield f"::{KINDS[severity]} title=partnerskab::{data(rest)}"


def annotation(one: Diagnostic, looked: Mapping[str, Looked], look: Look) -> str:
    """One finding on its line; columns only where they can be counted and the lines are the same, as GitHub wants it."""
    place = counted(one.span, looked[one.path].lines if one.path in looked else (), utf16)
    values: dict[str, object] = {"file": bare(one.path), "line": one.span.line, "endLine": one.span.end_line}
    if place and place.line == place.end_line:
        values |= {"col": place.column, "endColumn": place.end_column}
    values["title"] = f"partnerskab {one.code}"
    where = ",".join(f"{name}={quoted(shown(str(value)))}" for name, value in values.items())
    words = f"{one.message.said(look.language)}\n{one.cure.said(look.language)}"
    return f"::{KINDS[one.severity]} {where}::{data(NEW_LINE.join(shown(text) for text in words.split(NEW_LINE)))}"


def data(text: str) -> str:
    """A message, with what would end it escaped."""
    return text.replace("%", "%25").replace("\n", "%0A")


def quoted(text: str) -> str:
    """The value of a property, with what would end it escaped."""
    return data(text).replace(":", "%3A").replace(",", "%2C")
