"""What falls due in the whole record, and how near it is."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from ..agreement.amounts import YEAR, Duration
from ..agreement.duties import Duty, duties
from ..agreement.field import Choice, word
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


class Due(NamedTuple):
    """A duty of an agreement that is overdue or still to come."""

    entry: Entry
    duty: Duty
    state: State


@lru_cache(maxsize=4)
def due(whole: Portfolio, until: date | None = None) -> tuple[Due, ...]:
    """What is overdue and what is to come, by day; a single day however far off, what comes round as far as `until`."""
    horizon = until or AHEAD.after(whole.today)
    found = [one for entry in whole.entries for one in due_in(entry, whole, horizon)]
    return tuple(sorted(found, key=lambda one: one.duty.day))


def due_in(entry: Entry, whole: Portfolio, horizon: date) -> Iterator[Due]:
    """What is overdue and what is to come of one agreement."""
    limits, today = whole.profile.limits, whole.today
    every = duties(entry.agreement, horizon, accounts_due=limits.accounts_due, declaration_months=limits.declaration_months)
    for duty in every:
        if duty.overdue(today):
            yield Due(entry, duty, State.OVERDUE)
        elif duty.ahead(today):
            near = State.SOON if (duty.day - today).days <= limits.soon_days else State.LATER
            yield Due(entry, duty, State.EXPECTED if duty.expected else near)


@lru_cache(maxsize=4)
def next_due(whole: Portfolio) -> Mapping[str, Due]:
    """The nearest thing to come of each agreement that has any, by the paths of the files."""
    return {one.entry.path: one for one in reversed(due(whole)) if one.state is not State.OVERDUE}


def bearers(one: Due) -> tuple[str, ...]:
    """The names of those whose duty it is; none where it is everybody's."""
    return tuple(one.entry.agreement.party_name(party) for party in one.duty.parties)


def what(one: Due) -> Text:
    """What falls due, in a few words: its kind, and what it is about."""
    about, kind = one.duty.about, one.duty.kind.value.label
    return Text(*(f"{head}: {rest}" if rest else head for head, rest in zip(kind, about, strict=True)))
