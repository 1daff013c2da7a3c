"""All rules: of one agreement, of its past, of the record as a whole, and of the profile."""

from collections.abc import Mapping
from functools import cache

from ..model.choices import Formality, Status
from . import his_history, per_agreement, por_coverage, por_planning, por_references, pro_profile
from .per_agreement import has_check
from .rule import Rule

RULES: tuple[Rule, ...] = (
    *per_agreement.RULES,
    *por_coverage.RULES,
    *por_references.RULES,
    *por_planning.RULES,
    *pro_profile.RULES,
    *his_history.RULES,
)
BY_CODE: Mapping[str, Rule] = {rule.code: rule for rule in RULES}


@cache
def select_history_rules(formality: Formality, status: Status) -> tuple[Rule, ...]:
    """The rules that ask what an agreement has been, at that form and status."""
    return tuple(rule for rule in his_history.RULES if formality in rule.formalities and status in rule.statuses and has_check(rule))


@cache
def select_portfolio_rules() -> tuple[Rule, ...]:
    """The rules that see all agreements of a record at once."""
    return tuple(rule for rule in RULES if rule.check_all)
