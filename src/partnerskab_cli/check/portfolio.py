"""All agreements of a record at once → report: the rows are thin, and a file is read again only where a finding must be placed in it."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from ..diagnostics import TOP, CheckedFile, Diagnostic, Report
from ..model.agreement import Agreement
from ..model.field import Field
from ..model.record import Finding, Record
from ..model.summary import AgreementSummary
from ..privacy.redact import redact_report
from ..privacy.tokens import make_text_source
from ..profile.profile import Profile
from ..rules.registry import BY_CODE, select_portfolio_rules
from ..rules.rule import PortfolioFinding, Rule
from ..source.source_file import SourceFile, find_field_node
from .engine import collect_waived_codes
from .hits import CheckOptions, RuleHit, is_selected, list_ignored_rules, make_diagnostic
from .report import join_reports, limit_advice, sort_key_for_diagnostic
from .silence import PathTree

Reader = Callable[[str], SourceFile[Agreement]]
"""Reads the file of a path, as the path is shown."""
EXTENDS = Profile.names["bygger_på"]


def check_portfolio(
    report: Report, rows: Sequence[AgreementSummary], settings: CheckOptions, own: SourceFile[Profile] | None, read: Reader
) -> Report:
    """The report of the single files, and what the rules say of them together."""
    spoken: dict[str, list[tuple[Rule, PortfolioFinding | Finding]]] = {}
    if not rows:
        return report
    for rule in select_portfolio_rules():
        if is_selected(rule, settings) and rule.code not in list_ignored_rules(settings.profile):
            for finding in rule.check_all(rows, settings.profile, settings.moment) if rule.check_all else ():
                spoken.setdefault(find_finding_path(finding, rows, own), []).append((rule, finding))
    if not spoken:
        return report
    pages = [report_file(path, findings, settings, own, read) for path, findings in spoken.items()]
    return merge_portfolio_report(report, pages, settings.profile.limits.max_advice)


def find_finding_path(finding: PortfolioFinding | Finding, rows: Sequence[AgreementSummary], own: SourceFile[Profile] | None) -> str:
    """The file a finding stands in: the agreement's; of what the profile demands the profile, where it has a file, else the last one."""
    if isinstance(finding, PortfolioFinding):
        return finding.row.path
    return own.path if own and own.record and place_in_profile(finding, own) else rows[-1].path


def place_in_profile(finding: Finding, own: SourceFile[Profile]) -> tuple[Record, Field, int | None] | None:
    """Where a demand stands in the profile's own file; if it comes from another profile, where that one is named."""
    if own.record is None or own.root is None:
        return None
    record = own.record if isinstance(finding.record, Profile) else finding.record
    if find_field_node(own.places.get(id(record)), finding.field):
        return record, finding.field, finding.position
    return (own.record, EXTENDS, None) if find_field_node(own.root, EXTENDS) else None


def report_file(
    path: str,
    rules: Iterable[tuple[Rule, PortfolioFinding | Finding]],
    settings: CheckOptions,
    own: SourceFile[Profile] | None,
    read: Reader,
) -> Report:
    """What is said together of one file."""
    if own and path == own.path:
        spoken = [make_profile_hit(rule, finding, own) for rule, finding in rules if isinstance(finding, Finding)]
        return Report(
            tuple(make_diagnostic(hit, own) for hit in spoken), (CheckedFile(path, tuple(own.text.splitlines()), agreement=False),)
        )
    source = read(path)
    silent = collect_waived_codes(source.record, settings)
    report = Report(
        tuple(make_diagnostic(hit, source) for hit in make_agreement_hits(rules, source) if hit.rule.code not in silent),
        (CheckedFile(path, tuple(source.text.splitlines())),),
    )
    return redact_report(report, make_text_source(source))


def make_profile_hit(rule: Rule, finding: Finding, own: SourceFile[Profile]) -> RuleHit:
    """What is said of a demand of the profile."""
    record, field, position = place_in_profile(finding, own) or (finding.record, finding.field, None)
    return RuleHit(rule, rule.severity, own.find_span(record, field, position), own.find_path(record, field, position), finding.values)


def make_agreement_hits(rules: Iterable[tuple[Rule, PortfolioFinding | Finding]], source: SourceFile[Agreement]) -> Iterator[RuleHit]:
    """What is said of an agreement; of a demand that has no place of its own, at the top of the file."""
    for rule, finding in rules:
        if isinstance(finding, PortfolioFinding) and source.record:
            place, route = (
                source.find_span(source.record, finding.field, finding.position),
                source.find_path(source.record, finding.field, finding.position),
            )
            yield RuleHit(rule, rule.severity, place, route, {"field": finding.field, **finding.values})
        else:
            yield RuleHit(rule, rule.severity, TOP, (), finding.values)


def merge_portfolio_report(report: Report, pages: Iterable[Report], most: int) -> Report:
    """Both reports in one, file by file in their order, the profile first."""
    files = {file.path: file for file in report.files}
    lines: dict[str, list[Diagnostic]] = {}
    for each in report.diagnostics:
        lines.setdefault(each.path, []).append(each)
    for page in pages:
        (looked,) = page.files
        more, unshown = limit_advice(
            sorted(drop_repeated_causes(page.diagnostics, lines.get(looked.path, [])), key=sort_key_for_diagnostic), most
        )
        before = files.get(looked.path)
        if before is None:
            files = {looked.path: looked, **files}
        elif more or unshown:
            files[looked.path] = before._replace(lines=looked.lines, unshown=before.unshown + unshown)
        lines[looked.path] = sorted([*lines.get(looked.path, []), *more], key=sort_key_for_diagnostic)
    return join_reports([Report(tuple(diagnostic for path in files for diagnostic in lines.get(path, ())), tuple(files.values()))])


def drop_repeated_causes(more: Iterable[Diagnostic], diagnostics: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """What is said together, without what the file itself has told the cause of."""
    for diagnostic in more:
        if not any(
            other.code in BY_CODE[diagnostic.code].after and PathTree([other.route]).has_near(diagnostic.route) for other in diagnostics
        ):
            yield diagnostic
