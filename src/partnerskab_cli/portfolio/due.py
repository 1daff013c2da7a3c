"""What falls due in the whole record, and how near it is."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from ..model.agreement import Agreement
from ..model.amounts import YEAR, Duration
from ..model.deadlines import Deadline, DutyKind, TimeSpan, compute_deadlines
from ..model.field import Choice, choice_label
from ..model.undated import Undated, iter_undated
from ..text.localized import Text
from .portfolio import Portfolio, PortfolioEntry

AHEAD = Duration(1, YEAR)
"""How far what comes round is laid out where nothing else is asked for."""


class DueState(Choice):
    """How near a deadline is."""

    OVERDUE = choice_label("overskredet", "Overskredet", "Overdue")
    SOON = choice_label("snart", "Snart", "Soon")
    LATER = choice_label("senere", "Senere", "Later")
    EXPECTED = choice_label("forventet", "Forventet", "Expected")
    """Only reckoned from how often it comes round."""
    LOCAL = choice_label(
        "kommunens_frist",
        "Forventet (kommunens frist, ikke aftalens)",
        "Expected (the municipality's deadline, not the agreement's)",
    )
    DRAFT = choice_label("udkast", "Udkast", "Draft")
    """Nothing is agreed yet."""
    HELD = choice_label("afholdt", "Afholdt?", "Held?")
    """A meeting whose day has passed."""
    PASSED = choice_label("passeret", "Passeret", "Passed")
    """A day of notice that has passed."""
    UNDATED = choice_label("uden_dato", "Forventet, dag ikke sat", "Expected, no day set")


class DueItem(NamedTuple):
    """A duty of an agreement that is overdue or still to come."""

    entry: PortfolioEntry
    duty: Deadline
    state: DueState


class Awaited(NamedTuple):
    """Something an agreement says will happen, and whose day nobody has set."""

    entry: PortfolioEntry
    duty: Undated
    state: DueState = DueState.UNDATED


@lru_cache(maxsize=4)
def list_due_items(whole: Portfolio, until: date | None = None) -> tuple[DueItem, ...]:
    """What is overdue and what is to come, by day; a single day however far off, what comes round as far as `until`."""
    horizon = until or AHEAD.add_to(whole.today)
    due_items = [due_item for entry in whole.entries for due_item in iter_due_items(entry, whole, horizon)]
    return tuple(sorted(due_items, key=lambda due_item: due_item.duty.day))


def iter_due_items(entry: PortfolioEntry, portfolio: Portfolio, horizon: date) -> Iterator[DueItem]:
    """What is overdue, what has just passed and what is to come of one agreement."""
    for duty in list_deadlines(entry.agreement, portfolio, horizon):
        if state := find_due_state(duty, entry, portfolio):
            yield DueItem(entry, duty, state)


def list_deadlines(agreement: Agreement, portfolio: Portfolio, horizon: date) -> tuple[Deadline, ...]:
    """The duties of an agreement as the record's own profile has them; what comes round from the day of the portfolio on."""
    limits, span = portfolio.profile.limits, TimeSpan(portfolio.today, horizon)
    return compute_deadlines(agreement, span, accounts_due=limits.accounts_due, declaration_months=limits.declaration_months)


def find_due_state(duty: Deadline, entry: PortfolioEntry, portfolio: Portfolio) -> DueState | None:
    """How near a duty is; nothing where it is no question any more. What is only a draft's or only expected is never overdue."""
    today = portfolio.today
    if duty.is_upcoming(today):
        if entry.on_the_way:
            return DueState.DRAFT
        if duty.expected:
            return DueState.LOCAL if duty.local else DueState.EXPECTED
        return DueState.SOON if (duty.day - today).days <= portfolio.profile.limits.soon_days else DueState.LATER
    if entry.on_the_way:
        return None
    if duty.is_passed(today):
        return DueState.HELD if duty.kind is DutyKind.MEETING else DueState.PASSED
    return DueState.OVERDUE if duty.is_overdue(today) else None


COMING = frozenset({DueState.SOON, DueState.LATER, DueState.EXPECTED, DueState.LOCAL, DueState.DRAFT})


@lru_cache(maxsize=4)
def map_next_due(whole: Portfolio) -> Mapping[str, DueItem]:
    """The nearest thing to come of each agreement that has any, by the paths of the files."""
    return {due_item.entry.path: due_item for due_item in reversed(list_due_items(whole)) if due_item.state in COMING}


def list_awaited(portfolio: Portfolio) -> tuple[Awaited, ...]:
    """What the agreements in force say will happen on a day that is not set."""
    accounts_due = portfolio.profile.limits.accounts_due
    return tuple(
        Awaited(entry, undated) for entry in portfolio.entries if entry.in_force for undated in iter_undated(entry.agreement, accounts_due)
    )


def list_responsible_parties(due_item: DueItem | Awaited) -> tuple[str, ...]:
    """The names of those whose duty it is; none where it is everybody's."""
    return tuple(due_item.entry.agreement.find_party_name(party) for party in due_item.duty.parties)


def describe_due_item(due_item: DueItem | Awaited) -> Text:
    """What falls due, in a few words: its kind, and what it is about."""
    about, kind = due_item.duty.about, due_item.duty.kind.value.label
    return Text(*(f"{head}: {rest}" if rest else head for head, rest in zip(kind, about, strict=True)))
