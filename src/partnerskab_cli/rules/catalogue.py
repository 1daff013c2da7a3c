"""All rules, chapter by chapter, and those that speak of an agreement of a given form and status."""

from collections.abc import Mapping
from functools import cache

from ..agreement.choices import Formality, Status
from . import (
    boundaries,
    burden,
    checklist,
    dates,
    economy,
    file,
    history,
    law,
    partnership,
    portfolio,
    privacy,
    profile,
    signatures,
    types,
    waivers,
)  # fmt: skip
from .rule import Rule, Scope

RULES: tuple[Rule, ...] = (
    *file.RULES, *checklist.RULES, *partnership.RULES, *types.RULES, *boundaries.RULES, *privacy.RULES, *law.RULES, *economy.RULES,
    *dates.RULES, *burden.RULES, *portfolio.RULES, *waivers.RULES, *profile.RULES,
    *signatures.RULES, *history.RULES,
)  # fmt: skip
BY_CODE: Mapping[str, Rule] = {rule.code: rule for rule in RULES}


@cache
def speaking(formality: Formality, status: Status, *, remembering: bool = False) -> tuple[Rule, ...]:
    """The rules that may speak of one agreement at that form and status, in the order of the catalogue.

    `remembering`: those too that ask what it has been.
    """
    scopes = {Scope.FILE, Scope.HISTORY} if remembering else {Scope.FILE}
    return tuple(
        rule for rule in RULES if rule.scope in scopes and formality in rule.formalities and status in rule.statuses and asks(rule)
    )


def asks(rule: Rule) -> bool:
    """Whether a rule has a check of its own; the others are noticed while the file is read."""
    return bool(rule.check or rule.check_by or rule.check_on or rule.check_by_on or rule.check_file or rule.check_prose)


@cache
def reading() -> tuple[Rule, ...]:
    """The rules that see a file as text."""
    return tuple(rule for rule in RULES if rule.check_script)


@cache
def gathering() -> tuple[Rule, ...]:
    """The rules that see all agreements of a record at once."""
    return tuple(rule for rule in RULES if rule.check_all)
