"""A record on a day, and what is asked of its agreements over and over."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

from raw import Raw, items
from reckoning import Due, Length, due, moved, stands, stood

Rows = list[dict[str, Any]]
IN_FORCE = ("coming", "signed", "active", "renegotiation")
ON_THE_WAY = ("idea", "draft")
OVER = ("expired", "ended")
EARLIER = date(2025, 10, 31)
"""The day that the development looks back to: the last one of an agreement that has ended."""


class Record(NamedTuple):
    """A record as it stands on a day."""

    today: date
    agreements: dict[str, Raw]
    standing: dict[str, str]

    def of(self, *standings: str) -> list[Raw]:
        """The agreements that stand so."""
        return [one for name, one in self.agreements.items() if self.standing[name] in standings]

    def due(self, until: date | None = None) -> Iterator[tuple[Raw, str, Due]]:
        """What is overdue or to come, a year ahead where nothing else is said."""
        for one in self.agreements.values():
            for state, each in due(one, self.today, until or moved(self.today, Length(12, 0))):
                yield one, state, each


def on(today: date, agreements: dict[str, Raw]) -> Record:
    """A record on a day."""
    return Record(today, agreements, {name: stands(one, today) for name, one in agreements.items()})


def seen(earlier: date, agreements: dict[str, Raw]) -> Record:
    """What the files of today tell of an earlier day."""
    found = {name: stood(one, earlier) for name, one in agreements.items()}
    there = {name: standing for name, standing in found.items() if standing}
    return Record(earlier, {name: agreements[name] for name in there}, there)


def money(cents: int | None, currency: str = "DKK") -> dict[str, str] | None:
    """An amount as the JSON has it."""
    if cents is None:
        return None
    sign, (whole, rest) = "-" if cents < 0 else "", divmod(abs(cents), 100)
    return {"amount": f"{sign}{whole}.{rest:02}", "currency": currency}


def parties(one: Raw, side: str) -> list[str]:
    """The names on one side."""
    return [party["name"] for party in items(one.get("parties")) if party["side"] == side]


def titles(found: Iterable[Raw]) -> set[str] | None:
    """The names of some agreements."""
    return {one["title"] for one in found} or None


def named(one: Raw, party: str) -> str:
    """The name behind an id."""
    everyone = [*items(one.get("parties")), *items(one.get("other_roles"))]
    return next((str(each["name"]) for each in everyone if each["id"] == party), party)


def iso(one: date | None) -> Any:
    """A day as the JSON has it."""
    return one.isoformat() if one else None
