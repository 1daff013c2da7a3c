"""Files → report: read, shape, ask every rule, waive, place, sort."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from .agreement.agreement import Agreement
from .agreement.checklist import CHECKLIST, marks
from .agreement.field import Field
from .agreement.finding import Finding
from .agreement.municipalities import MUNICIPALITIES
from .agreement.record import Record
from .agreement.requirement import softened
from .agreement.sample import sample
from .diagnostics import TOP, Diagnostic, Edit, Looked, Report, Route, Severity, Span, Spoke
from .profile.profile import Profile
from .reading.document import Fault
from .reading.nearest import nearest
from .reading.sheet import Sheet, read_bytes, read_file
from .rules.catalogue import BY_CODE, speaking
from .rules.rule import FileFacts, Moment, Rule
from .text import LANGUAGES, Language, Text, listed

SCHEMA = 1
"""The newest version of the schema that this tool knows."""
UNREADABLE = re.compile("STR01|STR13")
"""After these nothing else is said of a file."""


class Settings(NamedTuple):
    """What a check is run with, besides the files."""

    profile: Profile
    moment: Moment
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


class Spoken(NamedTuple):
    """What one rule said, and where."""

    rule: Rule
    severity: Severity
    span: Span
    route: Route
    values: Mapping[str, object]
    hint: Text | None = None
    edits: tuple[Edit, ...] = ()


def check_file(path: Path, shown: str, settings: Settings, root: Path | None = None) -> tuple[Sheet[Agreement], Report]:
    """Check one file of the disk."""
    sheet = read_file(path, shown, Agreement, root, settings.profile.vocabulary)
    facts = FileFacts(path.stem, missing_annexes(sheet.record, path.parent))
    return sheet, checked(sheet, facts, settings)


def check_bytes(data: bytes, shown: str, settings: Settings) -> tuple[Sheet[Agreement], Report]:
    """Check content that lies in no file, such as what an editor holds."""
    sheet = read_bytes(data, shown, Agreement, settings.profile.vocabulary)
    return sheet, checked(sheet, FileFacts(PurePosixPath(shown).stem), settings)


def missing_annexes(agreement: Agreement | None, folder: Path) -> frozenset[str]:
    """The annexes that are named and not there."""
    named = {annex.file for annex in agreement.annexes if annex.file} if agreement else set()
    return frozenset(name for name in named if not (folder / name).is_file())


def checked(sheet: Sheet[Agreement], facts: FileFacts, settings: Settings) -> Report:
    """All that the rules say of one file."""
    spoken = list(silenced(heard(sheet, facts, settings)))
    spoken = list(waived(sheet, spoken, settings))
    diagnostics = sorted((diagnostic(one, sheet) for one in spoken if wanted(one.rule, settings)), key=in_order)
    shown, unshown = bounded(diagnostics, settings.profile.limits.max_advice)
    lines = tuple(sheet.text.splitlines()) if shown else ()
    agreement = sheet.record
    return Report(
        tuple(shown), (Looked(sheet.path, lines, marks(agreement) if agreement else (), unshown, (agreement and agreement.id) or ""),)
    )


def in_order(one: Diagnostic) -> tuple[object, ...]:
    """What stands somewhere comes first, in the order of the file; then what is missing."""
    return (one.span == TOP, one.span, one.code, [str(step) for step in one.route])


def bounded(diagnostics: list[Diagnostic], most: int) -> tuple[list[Diagnostic], int]:
    """The diagnostics with no more advice than a reader takes in, and how much was left out."""
    advice = [one for one in diagnostics if one.severity is Severity.ADVICE][most:]
    return [one for one in diagnostics if one not in advice] if advice else diagnostics, len(advice)


def heard(sheet: Sheet[Agreement], facts: FileFacts, settings: Settings) -> Iterator[Spoken]:
    """What was noticed while the file was read, and what every rule has to say."""
    agreement = sheet.record
    if agreement and agreement.schema > SCHEMA:
        place = sheet.span(agreement, Agreement.names["skema"])
        yield Spoken(BY_CODE["STR13"], Severity.ERROR, place, ("skema",), {"version": agreement.schema, "known": SCHEMA})
        return
    for fault in sheet.faults:
        rule = BY_CODE[fault.code]
        if severity := weight(rule, agreement):
            yield Spoken(rule, severity, fault.span, sheet.route_at(fault.span), fault.values, fault.hint, fault.edits)
    if agreement:
        for rule in speaking(agreement.formality, agreement.status):
            yield from asked(rule, agreement, sheet, facts, settings)


def weight(rule: Rule, agreement: Agreement | None) -> Severity | None:
    """How heavy a rule's finding is: a missing required answer is as heavy as the status allows."""
    return softened(rule.severity, agreement.status) if rule.sinks and agreement else rule.severity


def asked(rule: Rule, agreement: Agreement, sheet: Sheet[Agreement], facts: FileFacts, settings: Settings) -> Iterator[Spoken]:
    """What one rule has to say of an agreement; nothing about a field that was answered otherwise."""
    severity = weight(rule, agreement)
    for finding in findings(rule, agreement, facts, settings):
        one = finding.field
        if severity and (one.name not in finding.record.aside or "aside" in finding.values):
            place = sheet.span(finding.record, one, finding.position)
            values = {"field": one, "question": one.ask, "example": Sample(one), **finding.values}
            yield Spoken(rule, severity, place, sheet.route(finding.record, one, finding.position), values)


class Sample(NamedTuple):
    """Stands for the example of a field, until the language of the file is known."""

    field: Field


def findings(rule: Rule, agreement: Agreement, facts: FileFacts, settings: Settings) -> Iterable[Finding]:
    """Ask a rule in the way it wants to be asked."""
    if rule.check:
        yield from rule.check(agreement)
    if rule.check_by:
        yield from rule.check_by(agreement, settings.profile)
    if rule.check_on:
        yield from rule.check_on(agreement, settings.moment)
    if rule.check_by_on:
        yield from rule.check_by_on(agreement, settings.profile, settings.moment)
    if rule.check_file:
        yield from rule.check_file(agreement, facts)


def silenced(spoken: Iterable[Spoken]) -> Iterator[Spoken]:
    """One cause, one finding: a rule is silent where one it comes after has spoken on the same place."""
    everything = list(spoken)
    routes: dict[str, list[Route]] = {}
    for one in everything:
        routes.setdefault(one.rule.code, []).append(one.route)
    for one in everything:
        if not any(same_place(one.route, route) for code in one.rule.after for route in routes.get(code, ())):
            yield one


def same_place(one: Route, other: Route) -> bool:
    """Whether two findings may have the same cause: not when they speak of two items of one list."""
    step = next(((a, b) for a, b in zip(one, other, strict=False) if a != b), None)
    return not (step and isinstance(step[0], int) and isinstance(step[1], int))


def waived(sheet: Sheet[Agreement], spoken: list[Spoken], settings: Settings) -> Iterator[Spoken]:
    """What is left after the waivers of the agreement and of the profile, with what there is to say of the waivers themselves."""
    agreement = sheet.record
    ignored = {one.rule for one in settings.profile.ignore if one.rule in BY_CODE and not BY_CODE[one.rule].fixed}
    waivers = agreement.waivers if agreement else ()
    valid = {
        waiver.rule
        for waiver in waivers
        if waiver.because and not (waiver.until and waiver.until < settings.moment.today) and not fixed(waiver.rule)
    }
    yield from (one for one in spoken if one.rule.code not in valid and one.rule.code not in ignored)
    if agreement is None or any(UNREADABLE.match(one.rule.code) for one in spoken):
        return
    effective = {one.rule.code for one in spoken}
    silent = {route for one in spoken if one.rule.chapter == "UND" for route in [one.route[:2]]}
    for waiver in waivers:
        code = "UND04" if fixed(waiver.rule) else "UND03" if waiver.rule not in effective else None
        route = sheet.route(waiver, type(waiver).names["regel"])
        if code and (code == "UND04" or route[:2] not in silent):
            values = {"rule": waiver.rule}
            yield Spoken(BY_CODE[code], BY_CODE[code].severity, sheet.span(waiver, type(waiver).names["regel"]), route, values)


def fixed(code: str) -> bool:
    """Whether a rule cannot be silenced."""
    return code in BY_CODE and BY_CODE[code].fixed


def wanted(rule: Rule, settings: Settings) -> bool:
    """Whether a rule is asked for on the command line; what cannot be silenced always speaks."""
    if rule.fixed and rule.chapter == "JUR":
        return True
    return (not settings.select or named(rule, settings.select)) and not (named(rule, settings.ignore) and not rule.fixed)


def named(rule: Rule, codes: tuple[str, ...]) -> bool:
    """Whether a rule is named, by its exact code or its chapter."""
    return rule.code in codes or rule.chapter in codes


def diagnostic(one: Spoken, sheet: Sheet[Record]) -> Diagnostic:
    """A finding in words."""
    values = {name: in_file(value, sheet.language) for name, value in one.values.items()}
    says, cure = (keyed(words, sheet.language).filled(**values) for words in (one.rule.says, one.rule.cure))
    return Diagnostic(
        sheet.path, one.span, one.rule.code, one.severity, says, cure, one.rule.why, Text(da=one.rule.source, en=one.rule.source),
        route=one.route, item=one.rule.item, subject=getattr(sheet.record, "id", None) or "", hint=one.hint, edits=one.edits,
    )  # fmt: skip


def in_file(value: object, language: Language) -> object:
    """A value as this file would write it: fields under their keys, examples in its language."""
    if isinstance(value, Sample):
        return sample(value.field, language)
    if isinstance(value, Field):
        return f"`{value.word(language)}`"
    if type(value) is tuple and value and all(isinstance(part, Field) for part in value):
        return Text(*(listed([f"`{part.word(language)}`" for part in value], each) for each in LANGUAGES))
    return value


QUOTED = re.compile("`[^`]*`")


def keyed(words: Text, language: Language) -> Text:
    """Words whose field names, in backticks, are those of the file's language, whoever reads them."""
    keys = QUOTED.findall(words.said(language))
    return Text(*(spelt(each, keys) for each in words))


def spelt(words: str, keys: list[str]) -> str:
    """Words with their backticked names replaced in order."""
    names = iter(keys)
    return QUOTED.sub(lambda match: next(names, match[0]), words)


def checked_profile(sheet: Sheet[Profile]) -> Report:
    """What there is to say of the municipality's own profile."""
    spoken = [in_profile(fault, sheet) for fault in sheet.faults]
    spoken += [*municipality(sheet), *ignored_rules(sheet)] if sheet.record else []
    diagnostics = sorted((diagnostic(one, sheet) for one in silenced(spoken)), key=in_order)
    return Report(tuple(diagnostics), (Looked(sheet.path, tuple(sheet.text.splitlines())),))


PROFILE_CODES = {"STR02": "PRO01", "STR02b": "PRO01b", "STR10": "PRO02b"}


def in_profile(fault: Fault, sheet: Sheet[Profile]) -> Spoken:
    """A fault of the profile under the profile's own rules, where they have one for it."""
    wrong = fault.code.startswith(("STR04", "STR08")) and "value" in fault.values
    rule = BY_CODE["PRO02" if wrong else PROFILE_CODES.get(fault.code, fault.code)]
    route = sheet.route_at(fault.span)
    values = {"field": str(route[-1]) if route else "", "example": "", **fault.values}
    if wrong and not values["example"] and "choices" in values:
        values["example"] = values["choices"]
    return Spoken(rule, rule.severity, fault.span, route, values, fault.hint, fault.edits)


def municipality(sheet: Sheet[Profile]) -> Iterator[Spoken]:
    """A municipality code that does not exist."""
    own = sheet.record
    if own and own.municipality_code and own.municipality_code not in MUNICIPALITIES:
        one = Profile.names["kommunekode"]
        values = {"value": own.municipality_code, "suggestion": code_suggestion(own.municipality_code, own.municipality)}
        yield Spoken(BY_CODE["PRO04"], Severity.ERROR, sheet.span(own, one), sheet.route(own, one), values)


def code_suggestion(code: str, name: str | None) -> Text:
    """The code that may have been meant: by the municipality's name, else by its digits."""
    names = {known: one for one, known in MUNICIPALITIES.items()}
    meant = names.get(name.removesuffix(" Kommune")) if name else None
    meant = meant or nearest(code, MUNICIPALITIES)
    if meant is None:
        return Text(da="slå koden op hos Danmarks Statistik", en="look the code up at Statistics Denmark")
    return Text(da=f"mente I {meant} {MUNICIPALITIES[meant]}?", en=f"did you mean {meant} {MUNICIPALITIES[meant]}?")


def ignored_rules(sheet: Sheet[Profile]) -> Iterator[Spoken]:
    """Rules that the profile ignores in vain."""
    for ignored in sheet.record.ignore if sheet.record else ():
        code = "PRO05b" if fixed(ignored.rule) else None if ignored.rule in BY_CODE else "PRO05"
        one = type(ignored).names["regel"]
        if code:
            yield Spoken(BY_CODE[code], BY_CODE[code].severity, sheet.span(ignored, one), sheet.route(ignored, one), {"rule": ignored.rule})


def joined(reports: Iterable[Report]) -> Report:
    """One report of many, files in their order and diagnostics by place."""
    every = list(reports)
    diagnostics = tuple(one for report in every for one in report.diagnostics)
    files = tuple(file for report in every for file in report.files)
    return Report(diagnostics, files, tuple(spoke(diagnostics)), tuple(item.title for item in CHECKLIST))


def spoke(diagnostics: Iterable[Diagnostic]) -> Iterator[Spoke]:
    """The rules behind the diagnostics, by code."""
    for code, one in sorted({one.code: one for one in diagnostics}.items()):
        rule = BY_CODE[code]
        yield Spoke(code, rule.severity, rule.says.outlined(), rule.cure.outlined(), one.why, one.source, rule.bad, rule.good)
