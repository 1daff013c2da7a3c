"""Which form of agreement is enough? Our own suggestion; the source says only that the form must fit (S3)."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from ..model.agreement import Agreement
from ..model.amounts import count_months_between
from ..model.choices import Closeness, Formality
from ..model.grants import sum_yearly_grants
from ..model.record import Way, field_path
from ..text.localized import Text
from .profile import Profile

LONG_MONTHS = 12
FROM_COOPERATION = 2
FROM_PARTNERSHIP = 5


class Reason(NamedTuple):
    """Something that speaks for writing more down, and how many points it gives."""

    points: int
    says: Text


class Recommendation(NamedTuple):
    """The lowest form that is enough, and the sum behind it."""

    form: Formality
    reasons: tuple[Reason, ...]

    @property
    def points(self) -> int:
        """The sum."""
        return sum(reason.points for reason in self.reasons)


MONEY = Text(da="I har et tilskud", en="you have a grant")
MUCH_MONEY = Text(da="tilskuddet er stort", en="the grant is large")
CHILDREN = Text(da="der er børn under 15 eller sårbare borgere med", en="children under 15 or vulnerable citizens take part")
DAILY = Text(da="frivillige og ansatte arbejder side om side hver dag", en="volunteers and staff work side by side every day")
WEEKLY = Text(da="frivillige og ansatte arbejder side om side hver uge", en="volunteers and staff work side by side every week")
MANY = Text(da="der er mange med", en="many people take part")
LONG = Text(da="aftalen gælder mere end et år", en="the agreement runs for more than a year")
DATA = Text(da="I deler oplysninger om borgere", en="you share information on citizens")
NEW = Text(da="I vil udvikle noget nyt sammen", en="you want to develop something new together")
POINTS: Mapping[Text, int] = {MONEY: 1, MUCH_MONEY: 1, CHILDREN: 1, DAILY: 2, WEEKLY: 1, MANY: 1, LONG: 1, DATA: 1, NEW: 2}
"""What each reason weighs."""
LOOKED_AT: Way = field_path(Agreement.grant, Agreement.target_group, Agreement.interplay, Agreement.period, Agreement.personal_data)
"""Where an agreement answers what is weighed."""


def recommend_form(agreement: Agreement, profile: Profile) -> Recommendation:
    """The form that is enough for an agreement as it stands."""
    return weigh_reasons(iter_reasons(agreement, profile), granted=bool(agreement.grant))


def weigh_reasons(reasons: Iterable[Text], *, granted: bool) -> Recommendation:
    """The form that is enough where these reasons hold; `granted`: there is a grant, though perhaps without an amount yet."""
    known = tuple(Reason(POINTS[says], says) for says in reasons)
    points = sum(reason.points for reason in known)
    developing = any(reason.says == NEW for reason in known)
    if points >= FROM_PARTNERSHIP and developing:
        return Recommendation(Formality.PARTNERSHIP, known)
    if points >= FROM_COOPERATION:
        return Recommendation(Formality.COOPERATION, known)
    return Recommendation(Formality.GRANT if granted else Formality.ORAL, known)


def iter_reasons(agreement: Agreement, profile: Profile) -> Iterator[Text]:
    """The reasons that hold."""
    group, interplay, data = agreement.target_group, agreement.interplay, agreement.personal_data
    if any(grant.amount and grant.amount.cents for grant in agreement.grant):
        yield MONEY
    large = profile.limits.large_grant
    if sum_yearly_grants(agreement, large.currency) > large.cents:
        yield MUCH_MONEY
    if group and (group.children_under_15 or group.vulnerable):
        yield CHILDREN
    if interplay and interplay.closeness is Closeness.DAILY:
        yield DAILY
    if interplay and interplay.closeness is Closeness.WEEKLY:
        yield WEEKLY
    if interplay and (interplay.people or 0) > profile.limits.many_people:
        yield MANY
    if has_long_term(agreement):
        yield LONG
    if data and data.processed:
        yield DATA
    if interplay and interplay.development:
        yield NEW


def has_long_term(agreement: Agreement) -> bool:
    """Whether an agreement runs for more than a year."""
    period = agreement.period
    return bool(period and (period.ongoing or (period.end and count_months_between(period.start, period.end) > LONG_MONTHS)))
