"""One agreement → report: read, shape, ask every rule, waive, place, sort."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ..diagnostics import CheckedFile, Report, Severity, split_lines
from ..model.agreement import SCHEMA, Agreement, is_newer_schema
from ..model.checklist import rate_checklist
from ..model.free_text import collect_free_text
from ..model.record import Finding
from ..model.requirements import relax_severity
from ..privacy.text_source import TextSource
from ..privacy.tokens import make_text_source
from ..rules.per_agreement import ALONE, select_rules_for, select_text_rules
from ..rules.rule import FileContext, Rule, Scope
from ..source.source_file import SourceFile, parse_bytes, read_file
from ..text.localized import LANGUAGES, Text, decapitalize, join_words
from .hits import CheckOptions, ExamplePlaceholder, RuleHit, is_selected, is_unsuppressible, list_ignored_rules, make_diagnostic
from .report import limit_advice, sort_key_for_diagnostic
from .silence import PathTree, suppress_consequences

if TYPE_CHECKING:
    from ..model.history import AgreementHistory

UNREADABLE = ("STR01", "STR13")
"""After these nothing else is said of a file."""


def check_file(
    path: Path | str, shown: str, settings: CheckOptions, root: Path, past: "AgreementHistory | None" = None
) -> tuple[SourceFile[Agreement], Report]:
    """Check one file of the disk; with its `past`, also against what it has been."""
    source = read_file(path, shown, Agreement, root, settings.profile.vocabulary)
    return source, check_source_file(source, path, settings, past)


def check_source_file(
    source: SourceFile[Agreement], path: Path | str, settings: CheckOptions, past: "AgreementHistory | None" = None
) -> Report:
    """Check a file that has been read."""
    return check_source(source, FileContext(strip_suffix(source.path), find_missing_annexes(source.record, path), past=past), settings)


def strip_suffix(shown: str) -> str:
    """The name of a file without its folder and its ending."""
    name = shown.rpartition("/")[2]
    return name.rpartition(".")[0] or name


def check_bytes(data: bytes, shown: str, settings: CheckOptions) -> tuple[SourceFile[Agreement], Report]:
    """Check content that lies in no file, such as what an editor holds."""
    source = parse_bytes(data, shown, Agreement, settings.profile.vocabulary)
    return source, check_source(source, FileContext(strip_suffix(shown)), settings)


def find_missing_annexes(agreement: Agreement | None, path: Path | str) -> frozenset[str]:
    """The annexes that are named and do not lie beside the file."""
    named = {annex.file for annex in agreement.annexes if annex.file} if agreement else set()
    return frozenset(name for name in named if not (Path(path).parent / name).is_file())


def check_source(source: SourceFile[Agreement], facts: FileContext, settings: CheckOptions) -> Report:
    """All that the rules say of one file; a CPR number in it is never repeated."""
    script = make_text_source(source)
    hits, repeated, secret = collect_hits(source, script, facts, settings)
    diagnostics = sorted((make_diagnostic(hit, source) for hit in hits), key=sort_key_for_diagnostic)
    shown, unshown = limit_advice(diagnostics, settings.profile.limits.max_advice)
    lines = tuple(split_lines(source.text)) if shown else ()
    agreement = source.record
    checklist, subject = (rate_checklist(agreement), agreement.id or "") if agreement else ((), "")
    looked = CheckedFile(source.path, lines, checklist, unshown, subject, repeated=repeated)
    report = Report(tuple(shown), (looked,))
    if not secret:
        return report
    from ..privacy.redact import redact_report  # noqa: PLC0415 - few files hold a number to hide

    return redact_report(report, script)


def collect_hits(
    source: SourceFile[Agreement], script: TextSource, facts: FileContext, settings: CheckOptions
) -> tuple[list[RuleHit], int, bool]:
    """What is worth reading of what the rules say, how much more of the same there is, and whether there are numbers to hide."""
    spoken = list(suppress_consequences([*run_agreement_rules(source, facts, settings), *run_text_rules(script, source, settings)]))
    spoken = list(apply_waivers(source, spoken, settings))
    asked_for = join_blanks([hit for hit in spoken if is_selected(hit.rule, settings)])
    hits = limit_hits_per_rule(asked_for)
    return hits, len(asked_for) - len(hits), any(hit.rule.code == "JUR01" for hit in spoken)


def join_blanks(spoken: list[RuleHit]) -> list[RuleHit]:
    """What is said, with all that is still to be filled in said at once, at the first place; it stays the same finding while places are filled in."""
    blanks = [hit for hit in spoken if hit.rule.code == BLANK]
    if not blanks:
        return spoken
    first = min(blanks, key=lambda blank: blank.span)
    sections = Counter(str(blank.route[0]) for blank in sorted(blanks, key=lambda blank: blank.span) if blank.route)
    labels = [(decapitalize(Agreement.names[word].label), f" ({count})" if count > 1 else "") for word, count in sections.items()]
    fields = Text(*(join_words([label.localize(language) + count for label, count in labels], language) for language in LANGUAGES))
    joined = first._replace(route=(), values={"count": len(blanks), "fields": fields})
    return [hit for hit in spoken if hit.rule.code != BLANK] + [joined]


BLANK = "STR08"
MOST_OF_ONE = 100
"""More findings of one rule in one file say nothing new, and would drown what the others say."""


def limit_hits_per_rule(spoken: Iterable[RuleHit]) -> list[RuleHit]:
    """What is said, of each rule no more than is worth reading."""
    heard_so_far: Counter[str] = Counter()
    hits: list[RuleHit] = []
    for hit in spoken:
        heard_so_far[hit.rule.code] += 1
        if heard_so_far[hit.rule.code] <= MOST_OF_ONE:
            hits.append(hit)
    return hits


def run_agreement_rules(source: SourceFile[Agreement], facts: FileContext, settings: CheckOptions) -> Iterator[RuleHit]:
    """What was noticed while the file was read, and what every rule has to say of the agreement."""
    agreement = source.record
    if agreement and is_newer_schema(agreement):
        place = source.find_span(agreement, Agreement.names["skema"])
        yield RuleHit(ALONE["STR13"], Severity.ERROR, place, ("skema",), {"version": agreement.schema, "known": SCHEMA})
        return
    for fault in source.faults:
        rule = ALONE[fault.code]
        if severity := choose_severity(rule, agreement):
            route = source.find_path_at(fault.subject or fault.span)
            yield RuleHit(rule, severity, fault.span, route, fault.values, fault.hint, fault.edits, fault.unsafe)
    if agreement:
        facts = facts._replace(prose=collect_free_text(agreement), fingerprint=fingerprint_if_signed(agreement))
        for rule in (*select_rules_for(agreement.formality, agreement.status), *select_history_rules(agreement, facts)):
            for finding in run_rule(rule, agreement, facts, settings):
                yield from locate_finding(rule, finding, agreement, source)


def select_history_rules(agreement: Agreement, facts: FileContext) -> tuple[Rule, ...]:
    """The rules that ask what the agreement has been, where that is known."""
    if facts.past is None:
        return ()
    from ..rules.registry import select_history_rules  # noqa: PLC0415 - only then are they needed

    return select_history_rules(agreement.formality, agreement.status)


def fingerprint_if_signed(agreement: Agreement) -> str | None:
    """The fingerprint of an agreement that somebody signed with one."""
    if not agreement.signatures:
        return None
    from ..history.signature import fingerprint_if_signed  # noqa: PLC0415 - only signed agreements need it

    return fingerprint_if_signed(agreement)


def run_text_rules(script: TextSource, source: SourceFile[Agreement], settings: CheckOptions) -> Iterator[RuleHit]:
    """What the rules say that see the file as text; of a file that cannot be read, only what nothing silences."""
    agreement = source.record
    status = agreement.status if agreement and not is_newer_schema(agreement) else None
    for rule in select_text_rules():
        if rule.check_script and (rule.fixed or status in rule.statuses):
            for spot in rule.check_script(script, settings.profile):
                yield RuleHit(rule, rule.severity, spot.span, source.find_path_around(spot.span), spot.values)


def choose_severity(rule: Rule, agreement: Agreement | None) -> Severity | None:
    """How heavy a rule's finding is: a missing required answer is as heavy as the status allows."""
    return relax_severity(rule.severity, agreement.status) if rule.sinks and agreement else rule.severity


def run_rule(rule: Rule, agreement: Agreement, facts: FileContext, settings: CheckOptions) -> Iterable[Finding]:  # noqa: PLR0911 - an arm a way of asking
    """Ask a rule in the one way it wants to be asked."""
    if rule.check:
        return rule.check(agreement)
    if rule.check_by:
        return rule.check_by(agreement, settings.profile)
    if rule.check_on:
        return rule.check_on(agreement, settings.moment)
    if rule.check_by_on:
        return rule.check_by_on(agreement, settings.profile, settings.moment)
    if rule.check_file:
        return rule.check_file(agreement, facts)
    if rule.check_prose:
        return rule.check_prose(facts.prose, settings.profile)
    return ()


def locate_finding(rule: Rule, finding: Finding, agreement: Agreement, source: SourceFile[Agreement]) -> Iterator[RuleHit]:
    """What a rule found, in its place; nothing about a field that was answered otherwise."""
    severity, field = choose_severity(rule, agreement), finding.field
    if severity and (field.name not in finding.record.aside or "aside" in finding.values):
        place = source.find_span(finding.record, field, finding.position)
        values = {"field": field, "question": field.ask, "example": ExamplePlaceholder(field), **finding.values}
        yield RuleHit(rule, severity, place, source.find_path(finding.record, field, finding.position), values)


def apply_waivers(source: SourceFile[Agreement], spoken: list[RuleHit], settings: CheckOptions) -> Iterator[RuleHit]:
    """What is left after the waivers of the agreement and of the profile, with what there is to say of the waivers themselves."""
    agreement = source.record
    silent = collect_waived_codes(agreement, settings) | list_ignored_rules(settings.profile)
    yield from (hit for hit in spoken if hit.rule.code not in silent)
    if agreement is None or any(hit.rule.code.startswith(UNREADABLE) for hit in spoken):
        return
    effective = {hit.rule.code for hit in spoken}
    tree = PathTree(hit.route for hit in spoken if hit.rule.chapter == "UND")
    for waiver in agreement.waivers:
        code = "UND04" if is_unsuppressible(waiver.rule) else "UND03" if is_unused_waiver(waiver.rule, effective) else None
        route = source.find_path(waiver, type(waiver).names["regel"])
        if code and (code == "UND04" or not tree.has_near(route)):
            values = {"rule": waiver.rule}
            yield RuleHit(ALONE[code], ALONE[code].severity, source.find_span(waiver, type(waiver).names["regel"]), route, values)


def collect_waived_codes(agreement: Agreement | None, settings: CheckOptions) -> set[str]:
    """The rules that an agreement is spared from: with a reason, in time, and where a waiver is allowed."""
    today = settings.moment.today
    waivers = agreement.waivers if agreement else ()
    return {
        waiver.rule
        for waiver in waivers
        if waiver.because and not (waiver.until and waiver.until < today) and not is_unsuppressible(waiver.rule)
    }


def is_unused_waiver(code: str, effective: set[str]) -> bool:
    """Whether a waiver spares the file from nothing; of rules that look beyond the file it cannot be known here."""
    if code in effective:
        return False
    from ..rules.registry import BY_CODE  # noqa: PLC0415 - only a waiver without effect needs the others

    return not (code in BY_CODE and BY_CODE[code].scope is not Scope.FILE)
