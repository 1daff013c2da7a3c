"""What a change brought: agreements that were deleted, and which findings were there before it."""

from collections import Counter
from collections.abc import Iterable, Mapping

from ..diagnostics import TOP, CheckedFile, Diagnostic, Report
from ..model.agreement import Agreement
from ..model.status import is_binding
from ..privacy.redact import redact_report
from ..privacy.tokens import make_text_source
from ..rules.his_history import HIS05, HIS05B
from ..rules.rule import FileContext
from ..source.source_file import SourceFile
from .engine import BLANK, check_source, find_missing_annexes, strip_suffix
from .hits import CheckOptions, RuleHit, is_selected, list_ignored_rules, make_diagnostic
from .report import join_reports


def find_deleted(gone: Iterable[SourceFile[Agreement]], settings: CheckOptions) -> Report:
    """What there is to say of agreements that are no longer there; a number in one of them is not repeated."""
    return join_reports(report for source in gone if (report := report_deleted(source, settings)))


def report_deleted(source: SourceFile[Agreement], settings: CheckOptions) -> Report | None:
    """The finding about one agreement that is gone."""
    record = source.record
    if record is None:
        return None
    rule = HIS05 if is_binding(record) else HIS05B
    if not is_selected(rule, settings) or rule.code in list_ignored_rules(settings.profile):
        return None
    values = {"id": record.id or strip_suffix(source.path), "status": record.status}
    diagnostic = make_diagnostic(RuleHit(rule, rule.severity, TOP, (), values), source)
    return redact_report(Report((diagnostic,), (CheckedFile(source.path, subject=record.id or ""),)), make_text_source(source))


def find_earlier(report: Report, before: Mapping[str, SourceFile[Agreement]], settings: CheckOptions) -> frozenset[Diagnostic]:
    """The findings of a report that the files as they were before the change had too. `before`: their older versions, by their paths now."""
    known = Counter(key for path, source in before.items() for key in list_earlier_keys(path, source, settings))
    earlier: list[Diagnostic] = []
    for diagnostic in report.diagnostics:
        key = build_finding_key(diagnostic)
        if known[key]:
            known[key] -= 1
            earlier.append(diagnostic)
    return frozenset(earlier)


def build_finding_key(diagnostic: Diagnostic) -> tuple[str, str, str]:
    """What was found, in a form that depends neither on the lines nor on how much is still to be filled in."""
    return (diagnostic.path, diagnostic.code, "" if diagnostic.code == BLANK else diagnostic.message.da)


def list_earlier_keys(path: str, source: SourceFile[Agreement], settings: CheckOptions) -> Iterable[tuple[str, str, str]]:
    """What was found in a file before."""
    older = source._replace(path=path)
    report = check_source(older, FileContext(strip_suffix(path), find_missing_annexes(source.record, path)), settings)
    return (build_finding_key(diagnostic) for diagnostic in report.diagnostics)
