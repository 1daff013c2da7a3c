"""The few figures that say how the portfolio stands, each with its name: what the overview shows and the development compares."""

from collections.abc import Iterator
from typing import NamedTuple

from ..model.amounts import Money, Number
from ..model.choices import Side
from ..model.status import EffectiveStatus
from ..text.localized import Text
from . import coverage, policy, principles
from .due import DueState, list_due_items
from .portfolio import Portfolio
from .query import fold_name
from .rows import count_fulfilled, sum_grants_by_year


class Metric(NamedTuple):
    """A figure and its name; nothing where it cannot be known."""

    key: str
    title: Text
    value: int | Money | Number | None


def compute_metrics(portfolio: Portfolio) -> tuple[Metric, ...]:
    """Every figure that matters."""
    return (
        *count_agreements(portfolio),
        *sum_grants(portfolio),
        *measure_fulfilment(portfolio),
        *count_policy_gaps(portfolio),
        *count_deadlines(portfolio),
    )


def count_agreements(whole: Portfolio) -> Iterator[Metric]:
    """How many agreements and associations there are."""
    yield Metric("in_force", Text(da="Gældende aftaler", en="Agreements in force"), len(whole.in_force))
    yield Metric("on_the_way", Text(da="Idéer og udkast", en="Ideas and drafts"), len(whole.on_the_way))
    yield Metric(
        "expired",
        Text(da="Udløbne, men ikke afsluttede", en="Expired but not closed"),
        len(whole.list_with_status(EffectiveStatus.EXPIRED)),
    )
    yield Metric("ended", Text(da="Ophørte", en="Ended"), len(whole.list_with_status(EffectiveStatus.ENDED)))
    voluntary = {fold_name(name) for entry in whole.in_force for name in entry.list_party_names(Side.VOLUNTARY)}
    yield Metric(
        "associations",
        Text(da="Foreninger og netværk med i en gældende aftale", en="Associations and networks in an agreement in force"),
        len(voluntary),
    )


def sum_grants(portfolio: Portfolio) -> Iterator[Metric]:
    """The grants of the year, each currency on its own."""
    year = portfolio.today.year
    entries = [entry for entry in portfolio.entries if not entry.on_the_way]
    for (currency, number), cents in sum_grants_by_year(entries, year).items():
        if number == year:
            yield Metric(f"granted_{currency.lower()}", Text(da="Årets tilskud", en="Grants of the year"), Money(cents, currency))


def measure_fulfilment(portfolio: Portfolio) -> Iterator[Metric]:
    """How much of the checklist and the principles the agreements in force answer on average."""
    entries, known = portfolio.in_force, portfolio.profile.principles
    answered = compute_mean([count_fulfilled(entry) for entry in entries])
    yield Metric("checklist", Text(da="Besvarede punkter af 13, i snit", en="Points answered of 13, on average"), answered)
    if known:
        title = Text(da="Holdepunkter af {count}, i snit", en="Principles of {count}, on average").format(count=len(known))
        yield Metric("principles", title, compute_mean([principles.count_fulfilled_principles(entry, known) for entry in entries]))
    peers = sum(bool(entry.agreement.user_influence and entry.agreement.user_influence.peer_to_peer) for entry in entries)
    yield Metric("peer_to_peer", Text(da="Aftaler, hvor brugere hjælper brugere", en="Agreements in which users help users"), peers)


def compute_mean(numbers: list[int]) -> Number | None:
    """An average with one decimal, rounded half up."""
    if not numbers:
        return None
    tenths = (20 * sum(numbers) + len(numbers)) // (2 * len(numbers))
    return Number(tenths * 10)


def count_policy_gaps(portfolio: Portfolio) -> Iterator[Metric]:
    """The places and the parts of the policy that no agreement in force reaches."""
    if portfolio.profile.places:
        yield Metric(
            "uncovered_places",
            Text(da="Steder uden gældende aftaler", en="Places without agreements in force"),
            len(coverage.list_uncovered_places(portfolio)),
        )
    if portfolio.profile.policy:
        yield Metric(
            "unsupported_policy",
            Text(da="Mål og handlinger i politikken uden støtte", en="Goals and actions of the policy without support"),
            len(policy.list_policy_gaps(portfolio)),
        )


def count_deadlines(portfolio: Portfolio) -> Iterator[Metric]:
    """What is overdue and what is near."""
    states = [due_item.state for due_item in list_due_items(portfolio)]
    yield Metric("overdue", Text(da="Frister over tiden", en="Deadlines overdue"), states.count(DueState.OVERDUE))
    soon = Text(da="Frister inden for {days} dage", en="Deadlines within {days} days").format(days=portfolio.profile.limits.soon_days)
    yield Metric("soon", soon, states.count(DueState.SOON))
