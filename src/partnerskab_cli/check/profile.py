"""The municipality's own profile → report."""

from collections.abc import Iterator, Mapping

from ..diagnostics import CheckedFile, Report, Severity
from ..model.municipalities import MUNICIPALITIES, suggest_municipality
from ..profile.profile import Profile
from ..rules.rule import Rule
from ..source.parser import SourceFault
from ..source.source_file import SourceFile
from .hits import CheckOptions, RuleHit, is_selected, is_unsuppressible, make_diagnostic
from .report import sort_key_for_diagnostic
from .silence import suppress_consequences


def check_profile(source: SourceFile[Profile], settings: CheckOptions) -> Report:
    """What there is to say of the municipality's own profile."""
    spoken = [map_fault_to_rule(fault, source) for fault in source.faults]
    spoken += [*check_municipality(source), *check_ignored_rules(source)] if source.record else []
    diagnostics = sorted(
        (make_diagnostic(hit, source) for hit in suppress_consequences(spoken) if is_selected(hit.rule, settings)),
        key=sort_key_for_diagnostic,
    )
    return Report(tuple(diagnostics), (CheckedFile(source.path, tuple(source.text.splitlines()), agreement=False),))


def map_rules_by_code() -> Mapping[str, Rule]:
    """All rules by their codes."""
    from ..rules.registry import BY_CODE  # noqa: PLC0415 - a profile without a slip does without

    return BY_CODE


PROFILE_CODES = {"STR02": "PRO01", "STR02b": "PRO01b", "STR10": "PRO02b", "PRO02": "PRO02b"}


def map_fault_to_rule(fault: SourceFault, source: SourceFile[Profile]) -> RuleHit:
    """A fault of the profile under the profile's own rules, where they have one for it."""
    wrong = fault.code.startswith(("STR04", "STR08")) and "value" in fault.values
    rule = map_rules_by_code()["PRO02" if wrong else PROFILE_CODES.get(fault.code, fault.code)]
    route = source.find_path_at(fault.subject or fault.span)
    values = {"field": str(route[-1]) if route else "", "example": "", **fault.values}
    if wrong and not values["example"] and "choices" in values:
        values["example"] = values["choices"]
    return RuleHit(rule, rule.severity, fault.span, route, values, fault.hint, fault.edits)


def check_municipality(source: SourceFile[Profile]) -> Iterator[RuleHit]:
    """A municipality code that does not exist."""
    own = source.record
    if own and own.municipality_code and own.municipality_code not in MUNICIPALITIES:
        field = Profile.names["kommunekode"]
        values = {"value": own.municipality_code, "suggestion": suggest_municipality(own.municipality_code, own.municipality)}
        yield RuleHit(map_rules_by_code()["PRO04"], Severity.ERROR, source.find_span(own, field), source.find_path(own, field), values)


def check_ignored_rules(source: SourceFile[Profile]) -> Iterator[RuleHit]:
    """Rules that the profile ignores in vain."""
    for ignored in source.record.ignore if source.record else ():
        code = "PRO05b" if is_unsuppressible(ignored.rule) else None if ignored.rule in map_rules_by_code() else "PRO05"
        field = type(ignored).names["regel"]
        if code:
            yield RuleHit(
                map_rules_by_code()[code],
                map_rules_by_code()[code].severity,
                source.find_span(ignored, field),
                source.find_path(ignored, field),
                {"rule": ignored.rule},
            )
