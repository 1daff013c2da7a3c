"""Which form of agreement is enough? Our own suggestion; the source says only that the form must fit (S3)."""

from collections.abc import Iterator
from typing import NamedTuple

from ..agreement.agreement import Agreement
from ..agreement.amounts import months_between
from ..agreement.choices import Closeness, Formality
from ..agreement.sums import granted_a_year
from ..text import Text
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


def recommended(agreement: Agreement, profile: Profile) -> Recommendation:
    """The form that is enough for an agreement as it stands."""
    reasons = tuple(reasons_of(agreement, profile))
    points = sum(reason.points for reason in reasons)
    developing = any(reason.says is NEW for reason in reasons)
    if points >= FROM_PARTNERSHIP and developing:
        return Recommendation(Formality.PARTNERSHIP, reasons)
    if points >= FROM_COOPERATION:
        return Recommendation(Formality.COOPERATION, reasons)
    return Recommendation(Formality.GRANT if agreement.grant else Formality.ORAL, reasons)


def reasons_of(agreement: Agreement, profile: Profile) -> Iterator[Reason]:
    """The reasons that hold, each with its points."""
    group, interplay, data = agreement.target_group, agreement.interplay, agreement.personal_data
    if any(grant.amount and grant.amount.cents for grant in agreement.grant):
        yield Reason(1, MONEY)
    if granted_a_year(agreement) > profile.limits.large_grant.cents:
        yield Reason(1, MUCH_MONEY)
    if group and (group.children_under_15 or group.vulnerable):
        yield Reason(1, CHILDREN)
    if interplay and interplay.closeness is Closeness.DAILY:
        yield Reason(2, DAILY)
    if interplay and interplay.closeness is Closeness.WEEKLY:
        yield Reason(1, WEEKLY)
    if interplay and (interplay.people or 0) > profile.limits.many_people:
        yield Reason(1, MANY)
    if lasts_long(agreement):
        yield Reason(1, LONG)
    if data and data.processed:
        yield Reason(1, DATA)
    if interplay and interplay.development:
        yield Reason(2, NEW)


def lasts_long(agreement: Agreement) -> bool:
    """Whether an agreement runs for more than a year."""
    period = agreement.period
    return bool(period and (period.ongoing or (period.end and months_between(period.start, period.end) > LONG_MONTHS)))
