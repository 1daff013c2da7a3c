"""The portfolio: every agreement of a record, and how it stands on one day."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from ..model.agreement import Agreement
from ..model.choices import Side
from ..model.record import UNREAD, Record
from ..model.signing import PartySigning, find_signings, is_signed
from ..model.status import IN_FORCE, ON_THE_WAY, EffectiveStatus, compute_effective_status
from ..profile.profile import Profile
from ..text.localized import Text, make_danish_sort_key

Fingerprinter = Callable[[Agreement], str | None]
"""From an agreement to the fingerprint of its content, where a signature bears one."""


@dataclass(frozen=True)
class SigningState:
    """Who has signed what an agreement says, by a day; reckoned when it is asked for."""

    agreement: Agreement
    fingerprint: Fingerprinter
    today: date

    @cached_property
    def parties(self) -> tuple[PartySigning, ...]:
        """Party by party."""
        return find_signings(self.agreement, self.fingerprint(self.agreement), self.today)

    def is_complete(self) -> bool:
        """Whether all have signed who must."""
        return is_signed(self.parties)


class PortfolioEntry(NamedTuple):
    """An agreement of the record."""

    name: str
    """Its id; where it has none, the name of its file."""
    path: str
    agreement: Agreement
    standing: EffectiveStatus
    unread: bool
    """Whether something in it was written that could not be read."""
    signings: "SigningState"
    """Who has signed what it says now."""

    @property
    def title(self) -> str:
        """Its title; where it has none, its name."""
        return self.agreement.title or self.name

    @property
    def in_force(self) -> bool:
        """Whether it is agreed and not over."""
        return self.standing in IN_FORCE

    @property
    def on_the_way(self) -> bool:
        """Whether it is an idea or a draft."""
        return self.standing in ON_THE_WAY

    def list_party_names(self, side: Side) -> tuple[str, ...]:
        """The names of the parties on one side."""
        return tuple(party.name for party in self.agreement.parties if party.side is side)


class UnreadableFile(NamedTuple):
    """A file that could not be read, and why."""

    name: str
    path: str
    line: int
    reason: Text


@dataclass(frozen=True, eq=False)
class Portfolio:
    """The agreements of a record on one day, by their titles in Danish order; each is equal to itself alone."""

    today: date
    profile: Profile
    entries: tuple[PortfolioEntry, ...] = ()
    broken: tuple[UnreadableFile, ...] = ()
    shared_names: frozenset[str] = frozenset()
    """The names that more than one file of the record has."""

    @cached_property
    def in_force(self) -> tuple[PortfolioEntry, ...]:
        """The agreements that hold."""
        return tuple(entry for entry in self.entries if entry.in_force)

    @cached_property
    def on_the_way(self) -> tuple[PortfolioEntry, ...]:
        """The ideas and the drafts."""
        return tuple(entry for entry in self.entries if entry.on_the_way)

    def list_with_status(self, *standings: EffectiveStatus) -> tuple[PortfolioEntry, ...]:
        """The agreements that stand in one of these ways."""
        return tuple(entry for entry in self.entries if entry.standing in standings)


def make_portfolio(
    read: Iterable[tuple[str, str, Agreement]], broken: Iterable[UnreadableFile], profile: Profile, today: date, fingerprint: Fingerprinter
) -> Portfolio:
    """A portfolio of agreements, each with its name and its path."""
    entries = sorted(
        (make_entry(name, path, SigningState(agreement, fingerprint, today)) for name, path, agreement in read), key=sort_key_for_entry
    )
    names = Counter(entry.name for entry in entries)
    shared = frozenset(name for name, count in names.items() if count > 1)
    return Portfolio(today, profile, tuple(entries), tuple(broken), shared)


def make_entry(name: str, path: str, signings: SigningState) -> PortfolioEntry:
    """An agreement as it stands on a day."""
    agreement = signings.agreement
    stands = compute_effective_status(agreement, signings.today, signings.is_complete)
    return PortfolioEntry(agreement.id or name, path, agreement, stands, has_unreadable(agreement), signings)


def sort_key_for_entry(entry: PortfolioEntry) -> tuple[object, ...]:
    """By title in Danish order, then by path."""
    return make_danish_sort_key(entry.title), entry.path


def has_unreadable(record: Record) -> bool:
    """Whether something in a record was written that could not be read."""
    if record.aside and UNREAD in record.aside.values():
        return True
    for value in record.__dict__.values():
        for item in value if type(value) is tuple else (value,):
            if isinstance(item, Record) and has_unreadable(item):
                return True
    return False
