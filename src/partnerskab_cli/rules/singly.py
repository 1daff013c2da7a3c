"""The rules that look at one agreement at a time, and those of them that speak at a given form and status."""

from collections.abc import Mapping
from functools import cache

from ..agreement.choices import Formality, Status
from . import boundaries, burden, checklist, dates, economy, file, law, partnership, privacy, signatures, types, waivers
from .rule import Rule, Scope

RULES: tuple[Rule, ...] = (
    *file.RULES, *checklist.RULES, *partnership.RULES, *types.RULES, *boundaries.RULES, *privacy.RULES, *law.RULES, *economy.RULES,
    *dates.RULES, *burden.RULES, *waivers.RULES, *signatures.RULES,
)  # fmt: skip
ALONE: Mapping[str, Rule] = {rule.code: rule for rule in RULES}


@cache
def select_rules_for(formality: Formality, status: Status) -> tuple[Rule, ...]:
    """The rules that may speak of one agreement at that form and status, in the order of the catalogue."""
    return tuple(
        rule for rule in RULES if rule.scope is Scope.FILE and formality in rule.formalities and status in rule.statuses and has_check(rule)
    )


def has_check(rule: Rule) -> bool:
    """Whether a rule has a check of its own; the others are noticed while the file is read."""
    return bool(rule.check or rule.check_by or rule.check_on or rule.check_by_on or rule.check_file or rule.check_prose)


@cache
def select_text_rules() -> tuple[Rule, ...]:
    """The rules that see a file as text."""
    return tuple(rule for rule in RULES if rule.check_script)
