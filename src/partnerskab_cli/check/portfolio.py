"""All agreements of a record at once → report: the rows are thin, and a file is read again only where a finding must be placed in it."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from ..diagnostics import TOP, CheckedFile, Diagnostic, Report
from ..model.agreement import Agreement
from ..model.field import Field
from ..model.finding import Finding
from ..model.record import Record
from ..model.summary import AgreementSummary
from ..profile.profile import Profile
from ..rules.registry import BY_CODE, select_portfolio_rules
from ..rules.rule import PortfolioFinding, Rule
from ..source.source_file import SourceFile, find_field_node
from .engine import collect_waived_codes, make_text_source
from .hits import CheckOptions, RuleHit, is_selected, list_ignored_rules, make_diagnostic
from .redact import redact_report
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
            for one in rule.check_all(rows, settings.profile, settings.moment) if rule.check_all else ():
                spoken.setdefault(find_finding_path(one, rows, own), []).append((rule, one))
    if not spoken:
        return report
    pages = [report_file(path, found, settings, own, read) for path, found in spoken.items()]
    return merge_portfolio_report(report, pages, settings.profile.limits.max_advice)


def find_finding_path(one: PortfolioFinding | Finding, rows: Sequence[AgreementSummary], own: SourceFile[Profile] | None) -> str:
    """The file a finding stands in: the agreement's; of what the profile demands the profile, where it has a file, else the last one."""
    if isinstance(one, PortfolioFinding):
        return one.row.path
    return own.path if own and own.record and place_in_profile(one, own) else rows[-1].path


def place_in_profile(one: Finding, own: SourceFile[Profile]) -> tuple[Record, Field, int | None] | None:
    """Where a demand stands in the profile's own file; if it comes from another profile, where that one is named."""
    if own.record is None or own.root is None:
        return None
    record = own.record if isinstance(one.record, Profile) else one.record
    if find_field_node(own.places.get(id(record)), one.field):
        return record, one.field, one.position
    return (own.record, EXTENDS, None) if find_field_node(own.root, EXTENDS) else None


def report_file(
    path: str,
    found: Iterable[tuple[Rule, PortfolioFinding | Finding]],
    settings: CheckOptions,
    own: SourceFile[Profile] | None,
    read: Reader,
) -> Report:
    """What is said together of one file."""
    if own and path == own.path:
        spoken = [make_profile_hit(rule, one, own) for rule, one in found if isinstance(one, Finding)]
        return Report(
            tuple(make_diagnostic(one, own) for one in spoken), (CheckedFile(path, tuple(own.text.splitlines()), agreement=False),)
        )
    sheet = read(path)
    silent = collect_waived_codes(sheet.record, settings)
    report = Report(
        tuple(make_diagnostic(one, sheet) for one in make_agreement_hits(found, sheet) if one.rule.code not in silent),
        (CheckedFile(path, tuple(sheet.text.splitlines())),),
    )
    return redact_report(report, make_text_source(sheet))


def make_profile_hit(rule: Rule, one: Finding, own: SourceFile[Profile]) -> RuleHit:
    """What is said of a demand of the profile."""
    record, field, position = place_in_profile(one, own) or (one.record, one.field, None)
    return RuleHit(rule, rule.severity, own.find_span(record, field, position), own.find_path(record, field, position), one.values)


def make_agreement_hits(found: Iterable[tuple[Rule, PortfolioFinding | Finding]], sheet: SourceFile[Agreement]) -> Iterator[RuleHit]:
    """What is said of an agreement; of a demand that has no place of its own, at the top of the file."""
    for rule, one in found:
        if isinstance(one, PortfolioFinding) and sheet.record:
            place, route = sheet.find_span(sheet.record, one.field, one.position), sheet.find_path(sheet.record, one.field, one.position)
            yield RuleHit(rule, rule.severity, place, route, {"field": one.field, **one.values})
        else:
            yield RuleHit(rule, rule.severity, TOP, (), one.values)


def merge_portfolio_report(report: Report, pages: Iterable[Report], most: int) -> Report:
    """Both reports in one, file by file in their order, the profile first."""
    files = {file.path: file for file in report.files}
    said: dict[str, list[Diagnostic]] = {}
    for each in report.diagnostics:
        said.setdefault(each.path, []).append(each)
    for one in pages:
        (looked,) = one.files
        more, unshown = limit_advice(
            sorted(drop_repeated_causes(one.diagnostics, said.get(looked.path, [])), key=sort_key_for_diagnostic), most
        )
        before = files.get(looked.path)
        if before is None:
            files = {looked.path: looked, **files}
        elif more or unshown:
            files[looked.path] = before._replace(lines=looked.lines, unshown=before.unshown + unshown)
        said[looked.path] = sorted([*said.get(looked.path, []), *more], key=sort_key_for_diagnostic)
    return join_reports([Report(tuple(one for path in files for one in said.get(path, ())), tuple(files.values()))])


def drop_repeated_causes(more: Iterable[Diagnostic], said: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """What is said together, without what the file itself has told the cause of."""
    for one in more:
        if not any(other.code in BY_CODE[one.code].after and PathTree([other.route]).has_near(one.route) for other in said):
            yield one
