"""Reports made by hand, so that a format can be asked about anything a report may hold."""

import json
from typing import Any

from partnerskab_cli.diagnostics import CheckedFile, CompletionStatus, Diagnostic, Edit, Report, RuleSummary, Severity, Span
from partnerskab_cli.formats.registry import FORMATS
from partnerskab_cli.formats.terminal_style import TerminalStyle
from partnerskab_cli.text.localized import Text

DANISH = TerminalStyle("da")
PATH = "agreements/cafe.yaml"
WIDE = "{titel: 'Blåbærgrød 🍓🫐 for e\u0301n', status: aktvi}"
"""Letters of two bytes, two beyond the first plane, one in two parts, and then the fault."""
POINTS = tuple(Text(da=f"Punkt {number}", en=f"Point {number}") for number in range(1, 14))
NASTY = "@alle #12 GH-3 <b>x</b> <!-- [a](javascript:b) ![i](http://x/y.png) `kode` | ~~v~~ **f** www.x.dk {0} %0A::error::x ##[error]y \u202e\u200b\x1b[31m\ud800 ]]> &amp; https://evil.example"
"""What somebody might write in the hope that it comes alive."""


def span_of(word: str, line: str = WIDE, number: int = 1) -> Span:
    """Where a word stands in a line, in code points."""
    start = line.index(word) + 1
    return Span(number, start, number, start + len(word))


def finding(  # noqa: PLR0913 - one parameter a part of it
    code: str = "STR04", severity: Severity = Severity.ERROR, *, path: str = PATH, span: Span | None = None, says: str = "»aktvi« er ikke en mulighed for status.",
    cure: str = "vælg mellem: idé, udkast, aktiv", item: int | None = None, subject: str = "cafe", route: tuple[str | int, ...] = ("status",),
    edits: tuple[Edit, ...] = (), hint: str = "",
) -> Diagnostic:  # fmt: skip
    """A diagnostic, as far as the test cares."""
    message, mend, why, source = (Text(da=text, en=text) for text in (says, cure, "Fordi.", "god praksis"))
    return Diagnostic(
        path,
        span or span_of("aktvi"),
        code,
        severity,
        message,
        mend,
        why,
        source,
        route,
        item,
        subject,
        Text(da=hint, en=hint) if hint else None,
        edits,
    )


def report(
    *diagnostics: Diagnostic, lines: tuple[str, ...] = (WIDE,), marks: tuple[CompletionStatus, ...] = (CompletionStatus.YES,) * 13
) -> Report:
    """A report of the findings, each file with the same lines."""
    paths = sorted({diagnostic.path for diagnostic in diagnostics} or {PATH})
    files = tuple(CheckedFile(path, lines, marks, subject="cafe" if path == PATH else "") for path in paths)
    rules = tuple(
        RuleSummary(
            code,
            Severity.ERROR,
            Text(da="…", en="…"),
            Text(da="gør", en="do"),
            Text(da="Fordi.", en="Because."),
            Text(da="k", en="s"),
            "a: b",
            "a: c",
        )
        for code in sorted({diagnostic.code for diagnostic in diagnostics})
    )
    return Report(diagnostics, files, rules, POINTS)


def said(name: str, of: Report, style: TerminalStyle = DANISH) -> str:
    """A report in the format of that name."""
    return FORMATS[name](of, style)


def parsed(name: str, of: Report) -> Any:
    """A report in a JSON format, read again."""
    return json.loads(said(name, of))


JSON_FORMATS = ("json", "sarif", "gitlab", "rdjson")
ALL = tuple(FORMATS)
