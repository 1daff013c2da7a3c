"""The rules that look at one agreement at a time, and those of them that speak at a given form and status."""

from collections.abc import Mapping
from functools import cache

from ..model.choices import Formality, Status
from . import (
    bur_bureaucracy,
    dat_period,
    dat_staleness,
    grn_boundaries,
    jur_contacts,
    jur_duties,
    jur_identifiers,
    jur_numbers,
    jur_persons,
    oko_accounts,
    oko_grants,
    prt_equality,
    prt_parties,
    prt_relation,
    sig_signatures,
    str_keys,
    str_stream,
    str_values,
    tjk_01_02_need_purpose,
    tjk_03_04_goals,
    tjk_05_07_organisation,
    tjk_08_09_contributions,
    tjk_10_13_termination,
    typ_types,
    und_waivers,
)
from .rule import Rule, Scope

RULES: tuple[Rule, ...] = (
    *str_stream.RULES,
    *str_keys.RULES,
    *str_values.RULES,
    *tjk_01_02_need_purpose.RULES,
    *tjk_03_04_goals.RULES,
    *tjk_05_07_organisation.RULES,
    *tjk_08_09_contributions.RULES,
    *tjk_10_13_termination.RULES,
    *prt_parties.RULES,
    *prt_relation.RULES,
    *prt_equality.RULES,
    *typ_types.RULES,
    *grn_boundaries.RULES,
    *jur_numbers.RULES,
    *jur_persons.RULES,
    *jur_duties.RULES,
    *jur_identifiers.RULES,
    *jur_contacts.RULES,
    *oko_grants.RULES,
    *oko_accounts.RULES,
    *dat_period.RULES,
    *dat_staleness.RULES,
    *bur_bureaucracy.RULES,
    *und_waivers.RULES,
    *sig_signatures.RULES,
)
"""In the order of the chapters, and of the codes in each."""
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
