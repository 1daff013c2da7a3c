"""Diagnostics in their order, and the report that gathers them."""

from collections.abc import Iterable, Iterator

from ..diagnostics import TOP, CheckedFile, Diagnostic, Report, RuleSummary, Severity
from ..model.checklist import CHECKLIST


def sort_key_for_diagnostic(diagnostic: Diagnostic) -> tuple[object, ...]:
    """Errors first, then warnings, then advice; of each, what stands somewhere in the order of the file, then what is missing."""
    return (-diagnostic.severity, diagnostic.span == TOP, diagnostic.span, diagnostic.code, [str(step) for step in diagnostic.route])


def limit_advice(diagnostics: list[Diagnostic], most: int) -> tuple[list[Diagnostic], int]:
    """The diagnostics with no more advice than a reader takes in, and how much was left out."""
    advice = {id(diagnostic) for diagnostic in [diagnostic for diagnostic in diagnostics if diagnostic.severity is Severity.ADVICE][most:]}
    return [diagnostic for diagnostic in diagnostics if id(diagnostic) not in advice] if advice else diagnostics, len(advice)


def join_reports(reports: Iterable[Report]) -> Report:
    """One report of many, files in their order and diagnostics by place."""
    diagnostics: list[Diagnostic] = []
    files: list[CheckedFile] = []
    earlier: set[Diagnostic] = set()
    for report in reports:
        diagnostics += report.diagnostics
        files += report.files
        earlier |= report.earlier
    titles = tuple(item.title for item in CHECKLIST)
    return Report(tuple(diagnostics), tuple(files), tuple(summarize_rules(diagnostics)), titles, frozenset(earlier))


def summarize_rules(diagnostics: Iterable[Diagnostic]) -> Iterator[RuleSummary]:
    """The rules behind the diagnostics, by code."""
    lines = sorted({item.code: item for item in diagnostics}.items())
    if not lines:
        return
    from ..rules.registry import BY_CODE  # noqa: PLC0415 - a clean record needs no words

    for code, diagnostic in lines:
        rule = BY_CODE[code]
        yield RuleSummary(
            code,
            rule.severity,
            rule.says.insert_placeholders(),
            rule.cure.insert_placeholders(),
            diagnostic.why,
            diagnostic.source,
            rule.bad,
            rule.good,
        )
