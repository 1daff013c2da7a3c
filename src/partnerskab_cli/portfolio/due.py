"""What falls due in the whole record, and how near it is."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from ..agreement.agreement import Agreement
from ..agreement.amounts import YEAR, Duration
from ..agreement.duties import Duty, DutyKind, Span, duties
from ..agreement.field import Choice, word
from ..agreement.undated import Undated, undated
from ..text import Text
from .portfolio import Entry, Portfolio

AHEAD = Duration(1, YEAR)
"""How far what comes round is laid out where nothing else is asked for."""


class State(Choice):
    """How near a deadline is."""

    OVERDUE = word("overskredet", "Overskredet", "Overdue")
    SOON = word("snart", "Snart", "Soon")
    LATER = word("senere", "Senere", "Later")
    EXPECTED = word("forventet", "Forventet", "Expected")
    """Only reckoned from how often it comes round."""
    LOCAL = word(
        "kommunens_frist",
        "Forventet (kommunens frist, ikke aftalens)",
        "Expected (the municipality's deadline, not the agreement's)",
    )
    DRAFT = word("udkast", "Udkast", "Draft")
    """Nothing is agreed yet."""
    HELD = word("afholdt", "Afholdt?", "Held?")
    """A meeting whose day has passed."""
    PASSED = word("passeret", "Passeret", "Passed")
    """A day of notice that has passed."""
    UNDATED = word("uden_dato", "Forventet, dag ikke sat", "Expected, no day set")


class Due(NamedTuple):
    """A duty of an agreement that is overdue or still to come."""

    entry: Entry
    duty: Duty
    state: State


class Awaited(NamedTuple):
    """Something an agreement says will happen, and whose day nobody has set."""

    entry: Entry
    duty: Undated
    state: State = State.UNDATED


@lru_cache(maxsize=4)
def due(whole: Portfolio, until: date | None = None) -> tuple[Due, ...]:
    """What is overdue and what is to come, by day; a single day however far off, what comes round as far as `until`."""
    horizon = until or AHEAD.after(whole.today)
    found = [one for entry in whole.entries for one in due_in(entry, whole, horizon)]
    return tuple(sorted(found, key=lambda one: one.duty.day))


def due_in(entry: Entry, whole: Portfolio, horizon: date) -> Iterator[Due]:
    """What is overdue, what has just passed and what is to come of one agreement."""
    for duty in duties_of(entry.agreement, whole, horizon):
        if state := state_of(duty, entry, whole):
            yield Due(entry, duty, state)


def duties_of(agreement: Agreement, whole: Portfolio, horizon: date) -> tuple[Duty, ...]:
    """The duties of an agreement as the record's own profile has them; what comes round from the day of the portfolio on."""
    limits, span = whole.profile.limits, Span(whole.today, horizon)
    return duties(agreement, span, accounts_due=limits.accounts_due, declaration_months=limits.declaration_months)


def state_of(duty: Duty, entry: Entry, whole: Portfolio) -> State | None:
    """How near a duty is; nothing where it is no question any more. What is only a draft's or only expected is never overdue."""
    today = whole.today
    if duty.ahead(today):
        if entry.on_the_way:
            return State.DRAFT
        if duty.expected:
            return State.LOCAL if duty.local else State.EXPECTED
        return State.SOON if (duty.day - today).days <= whole.profile.limits.soon_days else State.LATER
    if entry.on_the_way:
        return None
    if duty.passed(today):
        return State.HELD if duty.kind is DutyKind.MEETING else State.PASSED
    return State.OVERDUE if duty.overdue(today) else None


COMING = frozenset({State.SOON, State.LATER, State.EXPECTED, State.LOCAL, State.DRAFT})


@lru_cache(maxsize=4)
def next_due(whole: Portfolio) -> Mapping[str, Due]:
    """The nearest thing to come of each agreement that has any, by the paths of the files."""
    return {one.entry.path: one for one in reversed(due(whole)) if one.state in COMING}


def awaited(whole: Portfolio) -> tuple[Awaited, ...]:
    """What the agreements in force say will happen on a day that is not set."""
    accounts_due = whole.profile.limits.accounts_due
    return tuple(Awaited(entry, one) for entry in whole.entries if entry.in_force for one in undated(entry.agreement, accounts_due))


def bearers(one: Due | Awaited) -> tuple[str, ...]:
    """The names of those whose duty it is; none where it is everybody's."""
    return tuple(one.entry.agreement.party_name(party) for party in one.duty.parties)


def what(one: Due | Awaited) -> Text:
    """What falls due, in a few words: its kind, and what it is about."""
    about, kind = one.duty.about, one.duty.kind.value.label
    return Text(*(f"{head}: {rest}" if rest else head for head, rest in zip(kind, about, strict=True)))
