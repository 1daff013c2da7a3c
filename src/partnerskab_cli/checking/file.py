"""One agreement → report: read, shape, ask every rule, waive, place, sort."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ..agreement.agreement import SCHEMA, Agreement, newer
from ..agreement.checklist import marks
from ..agreement.finding import Finding
from ..agreement.glance import glance
from ..agreement.passages import prose
from ..agreement.requirement import softened
from ..diagnostics import Looked, Report, Severity, Span, lines_of
from ..reading.document import Block, Listing, Node, Scalar
from ..reading.sheet import Sheet, read_bytes, read_file
from ..rules.rule import FileFacts, Rule, Scope, Script, Word
from ..rules.singly import ALONE, reading, speaking
from ..text import LANGUAGES, Text, listed, lowered
from .report import bounded, in_order
from .silence import Places, silenced
from .spoken import Sample, Settings, Spoken, diagnostic, fixed, ignored, wanted

if TYPE_CHECKING:
    from ..agreement.past import Past

UNREADABLE = ("STR01", "STR13")
"""After these nothing else is said of a file."""


def check_file(path: Path | str, shown: str, settings: Settings, root: Path, past: "Past | None" = None) -> tuple[Sheet[Agreement], Report]:
    """Check one file of the disk; with its `past`, also against what it has been."""
    sheet = read_file(path, shown, Agreement, root, settings.profile.vocabulary)
    return sheet, check_sheet(sheet, path, settings, past)


def check_sheet(sheet: Sheet[Agreement], path: Path | str, settings: Settings, past: "Past | None" = None) -> Report:
    """Check a file that has been read."""
    return checked(sheet, FileFacts(stem(sheet.path), missing_annexes(sheet.record, path), past=past), settings)


def stem(shown: str) -> str:
    """The name of a file without its folder and its ending."""
    name = shown.rpartition("/")[2]
    return name.rpartition(".")[0] or name


def check_bytes(data: bytes, shown: str, settings: Settings) -> tuple[Sheet[Agreement], Report]:
    """Check content that lies in no file, such as what an editor holds."""
    sheet = read_bytes(data, shown, Agreement, settings.profile.vocabulary)
    return sheet, checked(sheet, FileFacts(stem(shown)), settings)


def missing_annexes(agreement: Agreement | None, path: Path | str) -> frozenset[str]:
    """The annexes that are named and do not lie beside the file."""
    named = {annex.file for annex in agreement.annexes if annex.file} if agreement else set()
    return frozenset(name for name in named if not (Path(path).parent / name).is_file())


def checked(sheet: Sheet[Agreement], facts: FileFacts, settings: Settings) -> Report:
    """All that the rules say of one file; a CPR number in it is never repeated."""
    script = script_of(sheet)
    told, repeated, secret = said_of(sheet, script, facts, settings)
    diagnostics = sorted((diagnostic(one, sheet) for one in told), key=in_order)
    shown, unshown = bounded(diagnostics, settings.profile.limits.max_advice)
    lines = tuple(lines_of(sheet.text)) if shown else ()
    agreement = sheet.record
    checklist, subject = (marks(agreement), agreement.id or "") if agreement else ((), "")
    looked = Looked(sheet.path, lines, checklist, unshown, subject, repeated=repeated)
    report = Report(tuple(shown), (looked,))
    if not secret:
        return report
    from .hiding import hidden  # noqa: PLC0415 - few files hold a number to hide

    return hidden(report, script)


def said_of(sheet: Sheet[Agreement], script: Script, facts: FileFacts, settings: Settings) -> tuple[list[Spoken], int, bool]:
    """What is worth reading of what the rules say, how much more of the same there is, and whether there are numbers to hide."""
    spoken = list(silenced([*heard(sheet, facts, settings), *spotted(script, sheet, settings)]))
    spoken = list(waived(sheet, spoken, settings))
    asked_for = join_blanks([one for one in spoken if wanted(one.rule, settings)])
    told = first_of_each(asked_for)
    return told, len(asked_for) - len(told), any(one.rule.code == "JUR01" for one in spoken)


def join_blanks(spoken: list[Spoken]) -> list[Spoken]:
    """What is said, with all that is still to be filled in said at once, at the first place; it stays the same finding while places are filled in."""
    blanks = [one for one in spoken if one.rule.code == BLANK]
    if not blanks:
        return spoken
    first = min(blanks, key=lambda one: one.span)
    sections = Counter(str(one.route[0]) for one in sorted(blanks, key=lambda one: one.span) if one.route)
    labels = [(lowered(Agreement.names[word].label), f" ({count})" if count > 1 else "") for word, count in sections.items()]
    fields = Text(*(listed([label.said(language) + count for label, count in labels], language) for language in LANGUAGES))
    joined = first._replace(route=(), values={"count": len(blanks), "fields": fields})
    return [one for one in spoken if one.rule.code != BLANK] + [joined]


BLANK = "STR08"
MOST_OF_ONE = 100
"""More findings of one rule in one file say nothing new, and would drown what the others say."""


def first_of_each(spoken: Iterable[Spoken]) -> list[Spoken]:
    """What is said, of each rule no more than is worth reading."""
    heard_so_far: Counter[str] = Counter()
    told: list[Spoken] = []
    for one in spoken:
        heard_so_far[one.rule.code] += 1
        if heard_so_far[one.rule.code] <= MOST_OF_ONE:
            told.append(one)
    return told


def script_of(sheet: Sheet[Agreement]) -> Script:
    """The file as text."""
    return Script(sheet.text, glance(sheet.text), sheet.path.rpartition("/")[2], lambda: words(sheet.root) if sheet.root else ())


def words(node: Node, key: str = "") -> Iterator[Word]:
    """Every key and every value, escapes undone."""
    if isinstance(node, Scalar):
        yield Word(key, node.text, whole(node))
    elif isinstance(node, Listing):
        for item in node.items:
            yield from words(item, key)
    elif isinstance(node, Block):
        for word, (one, value) in node.entries.items():
            yield Word("", word, whole(one))
            yield from words(value, word)


def whole(one: Scalar) -> Span:
    """Where a text stands, to its very end."""
    return Span(one.start.line + 1, one.start.column + 1, one.end.line + 1, one.end.column + 1)


def heard(sheet: Sheet[Agreement], facts: FileFacts, settings: Settings) -> Iterator[Spoken]:
    """What was noticed while the file was read, and what every rule has to say of the agreement."""
    agreement = sheet.record
    if agreement and newer(agreement):
        place = sheet.span(agreement, Agreement.names["skema"])
        yield Spoken(ALONE["STR13"], Severity.ERROR, place, ("skema",), {"version": agreement.schema, "known": SCHEMA})
        return
    for fault in sheet.faults:
        rule = ALONE[fault.code]
        if severity := weight(rule, agreement):
            route = sheet.route_at(fault.subject or fault.span)
            yield Spoken(rule, severity, fault.span, route, fault.values, fault.hint, fault.edits, fault.unsafe)
    if agreement:
        facts = facts._replace(prose=prose(agreement), fingerprint=fingerprint_of(agreement))
        for rule in (*speaking(agreement.formality, agreement.status), *of_the_past(agreement, facts)):
            for finding in asked(rule, agreement, facts, settings):
                yield from answered(rule, finding, agreement, sheet)


def of_the_past(agreement: Agreement, facts: FileFacts) -> tuple[Rule, ...]:
    """The rules that ask what the agreement has been, where that is known."""
    if facts.past is None:
        return ()
    from ..rules.catalogue import remembering  # noqa: PLC0415 - only then are they needed

    return remembering(agreement.formality, agreement.status)


def fingerprint_of(agreement: Agreement) -> str | None:
    """The fingerprint of an agreement that somebody signed with one."""
    if not agreement.signatures:
        return None
    from ..history.signature import fingerprint_if_signed  # noqa: PLC0415 - only signed agreements need it

    return fingerprint_if_signed(agreement)


def spotted(script: Script, sheet: Sheet[Agreement], settings: Settings) -> Iterator[Spoken]:
    """What the rules say that see the file as text; of a file that cannot be read, only what nothing silences."""
    agreement = sheet.record
    status = agreement.status if agreement and not newer(agreement) else None
    for rule in reading():
        if rule.check_script and (rule.fixed or status in rule.statuses):
            for spot in rule.check_script(script, settings.profile):
                yield Spoken(rule, rule.severity, spot.span, sheet.route_round(spot.span), spot.values)


def weight(rule: Rule, agreement: Agreement | None) -> Severity | None:
    """How heavy a rule's finding is: a missing required answer is as heavy as the status allows."""
    return softened(rule.severity, agreement.status) if rule.sinks and agreement else rule.severity


def asked(rule: Rule, agreement: Agreement, facts: FileFacts, settings: Settings) -> Iterable[Finding]:  # noqa: PLR0911 - an arm a way of asking
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


def answered(rule: Rule, finding: Finding, agreement: Agreement, sheet: Sheet[Agreement]) -> Iterator[Spoken]:
    """What a rule found, in its place; nothing about a field that was answered otherwise."""
    severity, one = weight(rule, agreement), finding.field
    if severity and (one.name not in finding.record.aside or "aside" in finding.values):
        place = sheet.span(finding.record, one, finding.position)
        values = {"field": one, "question": one.ask, "example": Sample(one), **finding.values}
        yield Spoken(rule, severity, place, sheet.route(finding.record, one, finding.position), values)


def waived(sheet: Sheet[Agreement], spoken: list[Spoken], settings: Settings) -> Iterator[Spoken]:
    """What is left after the waivers of the agreement and of the profile, with what there is to say of the waivers themselves."""
    agreement = sheet.record
    silent = spared(agreement, settings) | ignored(settings.profile)
    yield from (one for one in spoken if one.rule.code not in silent)
    if agreement is None or any(one.rule.code.startswith(UNREADABLE) for one in spoken):
        return
    effective = {one.rule.code for one in spoken}
    told = Places(one.route for one in spoken if one.rule.chapter == "UND")
    for waiver in agreement.waivers:
        code = "UND04" if fixed(waiver.rule) else "UND03" if idle(waiver.rule, effective) else None
        route = sheet.route(waiver, type(waiver).names["regel"])
        if code and (code == "UND04" or not told.near(route)):
            values = {"rule": waiver.rule}
            yield Spoken(ALONE[code], ALONE[code].severity, sheet.span(waiver, type(waiver).names["regel"]), route, values)


def spared(agreement: Agreement | None, settings: Settings) -> set[str]:
    """The rules that an agreement is spared from: with a reason, in time, and where a waiver is allowed."""
    today = settings.moment.today
    waivers = agreement.waivers if agreement else ()
    return {one.rule for one in waivers if one.because and not (one.until and one.until < today) and not fixed(one.rule)}


def idle(code: str, effective: set[str]) -> bool:
    """Whether a waiver spares the file from nothing; of rules that look beyond the file it cannot be known here."""
    if code in effective:
        return False
    from ..rules.catalogue import BY_CODE  # noqa: PLC0415 - only a waiver without effect needs the others

    return not (code in BY_CODE and BY_CODE[code].scope is not Scope.FILE)
