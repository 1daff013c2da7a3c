"""The municipality's own profile → report."""

from collections.abc import Iterator, Mapping

from ..agreement.municipalities import MUNICIPALITIES, suggested
from ..diagnostics import Looked, Report, Severity
from ..profile.profile import Profile
from ..reading.document import Fault
from ..reading.sheet import Sheet
from ..rules.rule import Rule
from .report import in_order
from .silence import silenced
from .spoken import Settings, Spoken, diagnostic, fixed, wanted


def checked_profile(sheet: Sheet[Profile], settings: Settings) -> Report:
    """What there is to say of the municipality's own profile."""
    spoken = [in_profile(fault, sheet) for fault in sheet.faults]
    spoken += [*municipality(sheet), *ignored_rules(sheet)] if sheet.record else []
    diagnostics = sorted((diagnostic(one, sheet) for one in silenced(spoken) if wanted(one.rule, settings)), key=in_order)
    return Report(tuple(diagnostics), (Looked(sheet.path, tuple(sheet.text.splitlines()), agreement=False),))


def codes() -> Mapping[str, Rule]:
    """All rules by their codes."""
    from ..rules.catalogue import BY_CODE  # noqa: PLC0415 - a profile without a slip does without

    return BY_CODE


PROFILE_CODES = {"STR02": "PRO01", "STR02b": "PRO01b", "STR10": "PRO02b", "PRO02": "PRO02b"}


def in_profile(fault: Fault, sheet: Sheet[Profile]) -> Spoken:
    """A fault of the profile under the profile's own rules, where they have one for it."""
    wrong = fault.code.startswith(("STR04", "STR08")) and "value" in fault.values
    rule = codes()["PRO02" if wrong else PROFILE_CODES.get(fault.code, fault.code)]
    route = sheet.route_at(fault.subject or fault.span)
    values = {"field": str(route[-1]) if route else "", "example": "", **fault.values}
    if wrong and not values["example"] and "choices" in values:
        values["example"] = values["choices"]
    return Spoken(rule, rule.severity, fault.span, route, values, fault.hint, fault.edits)


def municipality(sheet: Sheet[Profile]) -> Iterator[Spoken]:
    """A municipality code that does not exist."""
    own = sheet.record
    if own and own.municipality_code and own.municipality_code not in MUNICIPALITIES:
        one = Profile.names["kommunekode"]
        values = {"value": own.municipality_code, "suggestion": suggested(own.municipality_code, own.municipality)}
        yield Spoken(codes()["PRO04"], Severity.ERROR, sheet.span(own, one), sheet.route(own, one), values)


def ignored_rules(sheet: Sheet[Profile]) -> Iterator[Spoken]:
    """Rules that the profile ignores in vain."""
    for ignored in sheet.record.ignore if sheet.record else ():
        code = "PRO05b" if fixed(ignored.rule) else None if ignored.rule in codes() else "PRO05"
        one = type(ignored).names["regel"]
        if code:
            yield Spoken(codes()[code], codes()[code].severity, sheet.span(ignored, one), sheet.route(ignored, one), {"rule": ignored.rule})
