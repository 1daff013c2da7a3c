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
        return [agreement for name, agreement in self.agreements.items() if self.standing[name] in standings]

    def due(self, until: date | None = None) -> Iterator[tuple[Raw, str, Due]]:
        """What is overdue or to come, a year ahead where nothing else is said."""
        for agreement in self.agreements.values():
            for state, each in due(agreement, self.today, until or moved(self.today, Length(12, 0))):
                yield agreement, state, each


def on(today: date, agreements: dict[str, Raw]) -> Record:
    """A record on a day."""
    return Record(today, agreements, {name: stands(agreement, today) for name, agreement in agreements.items()})


def seen(earlier: date, agreements: dict[str, Raw]) -> Record:
    """What the files of today tell of an earlier day."""
    matches = {name: stood(agreement, earlier) for name, agreement in agreements.items()}
    there = {name: standing for name, standing in matches.items() if standing}
    return Record(earlier, {name: agreements[name] for name in there}, there)


def money(cents: int | None, currency: str = "DKK") -> dict[str, str] | None:
    """An amount as the JSON has it."""
    if cents is None:
        return None
    sign, (whole, rest) = "-" if cents < 0 else "", divmod(abs(cents), 100)
    return {"amount": f"{sign}{whole}.{rest:02}", "currency": currency}


def parties(raw: Raw, side: str) -> list[str]:
    """The names on one side."""
    return [party["name"] for party in items(raw.get("parties")) if party["side"] == side]


def titles(raws: Iterable[Raw]) -> set[str] | None:
    """The names of some agreements."""
    return {item["title"] for item in raws} or None


def named(raw: Raw, party: str) -> str:
    """The name behind an id."""
    everyone = [*items(raw.get("parties")), *items(raw.get("other_roles"))]
    return next((str(each["name"]) for each in everyone if each["id"] == party), party)


def iso(day: date | None) -> Any:
    """A day as the JSON has it."""
    return day.isoformat() if day else None
