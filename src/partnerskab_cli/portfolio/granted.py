"""A grant beside its agreement: who gives it, who receives it, and what it comes to in each year."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from ..model.choices import Side
from ..model.grants import NO_YEAR, allocate_grant_by_year
from ..model.money import Grant
from .portfolio import PortfolioEntry


class Granted(NamedTuple):
    """A grant, and what it comes to in each year; nothing where it cannot be counted."""

    entry: PortfolioEntry
    grant: Grant
    years: Mapping[int, int] | None

    @property
    def giver(self) -> str:
        """The name of who gives it; where nobody is named, the first public party."""
        return find_payer(self.entry, self.grant.giver, Side.PUBLIC)

    @property
    def recipient(self) -> str:
        """The name of who receives it; where nobody is named, the first voluntary party."""
        return find_payer(self.entry, self.grant.recipient, Side.VOLUNTARY)


def find_payer(entry: PortfolioEntry, named: str | None, side: Side) -> str:
    """A party or a role by its id, else the first party of a side."""
    return entry.agreement.find_party_name(named) if named else next(iter(entry.list_party_names(side)), "")


def iter_grants(entries: Iterable[PortfolioEntry], until: int) -> Iterator[Granted]:
    """Every grant, by title."""
    for entry in entries:
        for grant in entry.agreement.grant:
            years = allocate_grant_by_year(entry.agreement, grant, until)
            known = None if years is None else {year: cents for year, cents in years.items() if year != NO_YEAR}
            yield Granted(entry, grant, known)
