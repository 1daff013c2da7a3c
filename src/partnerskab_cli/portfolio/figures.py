"""The few figures that say how the portfolio stands, each with its name: what the overview shows and the development compares."""

from collections.abc import Iterator
from typing import NamedTuple

from ..agreement.amounts import Money, Number
from ..agreement.choices import Side
from ..agreement.standing import Standing
from ..text import Text
from . import coverage, policy, principles
from .asking import plain
from .due import State, due
from .portfolio import Portfolio
from .rows import fulfilled, granted


class Figure(NamedTuple):
    """A figure and its name; nothing where it cannot be known."""

    key: str
    title: Text
    value: int | Money | Number | None


def figures(whole: Portfolio) -> tuple[Figure, ...]:
    """Every figure that matters."""
    return (*counts(whole), *money(whole), *fulfilment(whole), *holes(whole), *time(whole))


def counts(whole: Portfolio) -> Iterator[Figure]:
    """How many agreements and associations there are."""
    yield Figure("in_force", Text(da="Gældende aftaler", en="Agreements in force"), len(whole.in_force))
    yield Figure("on_the_way", Text(da="Idéer og udkast", en="Ideas and drafts"), len(whole.on_the_way))
    yield Figure("expired", Text(da="Udløbne, men ikke afsluttede", en="Expired but not closed"), len(whole.standing(Standing.EXPIRED)))
    yield Figure("ended", Text(da="Ophørte", en="Ended"), len(whole.standing(Standing.ENDED)))
    voluntary = {plain(name) for entry in whole.in_force for name in entry.parties(Side.VOLUNTARY)}
    yield Figure(
        "associations",
        Text(da="Foreninger og netværk med i en gældende aftale", en="Associations and networks in an agreement in force"),
        len(voluntary),
    )


def money(whole: Portfolio) -> Iterator[Figure]:
    """The grants of the year, each currency on its own."""
    year = whole.today.year
    entries = [entry for entry in whole.entries if not entry.on_the_way]
    for (currency, one), cents in granted(entries, year).items():
        if one == year:
            yield Figure(f"granted_{currency.lower()}", Text(da="Årets tilskud", en="Grants of the year"), Money(cents, currency))


def fulfilment(whole: Portfolio) -> Iterator[Figure]:
    """How much of the checklist and the principles the agreements in force answer on average."""
    entries, known = whole.in_force, whole.profile.principles
    answered = mean([fulfilled(entry) for entry in entries])
    yield Figure("checklist", Text(da="Besvarede punkter af 13, i snit", en="Points answered of 13, on average"), answered)
    if known:
        title = Text(da="Holdepunkter af {count}, i snit", en="Principles of {count}, on average").filled(count=len(known))
        yield Figure("principles", title, mean([principles.lived_up_to(entry, known) for entry in entries]))
    peers = sum(bool(entry.agreement.user_influence and entry.agreement.user_influence.peer_to_peer) for entry in entries)
    yield Figure("peer_to_peer", Text(da="Aftaler, hvor brugere hjælper brugere", en="Agreements in which users help users"), peers)


def mean(numbers: list[int]) -> Number | None:
    """An average with one decimal, rounded half up."""
    if not numbers:
        return None
    tenths = (20 * sum(numbers) + len(numbers)) // (2 * len(numbers))
    return Number(tenths * 10)


def holes(whole: Portfolio) -> Iterator[Figure]:
    """The places and the parts of the policy that no agreement in force reaches."""
    if whole.profile.places:
        yield Figure(
            "uncovered_places", Text(da="Steder uden gældende aftaler", en="Places without agreements in force"), len(coverage.holes(whole))
        )
    if whole.profile.policy:
        yield Figure(
            "unsupported_policy",
            Text(da="Mål og handlinger i politikken uden støtte", en="Goals and actions of the policy without support"),
            len(policy.holes(whole)),
        )


def time(whole: Portfolio) -> Iterator[Figure]:
    """What is overdue and what is near."""
    states = [one.state for one in due(whole)]
    yield Figure("overdue", Text(da="Frister over tiden", en="Deadlines overdue"), states.count(State.OVERDUE))
    soon = Text(da="Frister inden for {days} dage", en="Deadlines within {days} days").filled(days=whole.profile.limits.soon_days)
    yield Figure("soon", soon, states.count(State.SOON))
