"""Rows and notes that several reports have in common."""

from collections.abc import Iterable, Mapping, Sequence

from ..agreement.checklist import marks
from ..agreement.sums import grant_by_year
from ..text import Text, collation
from .portfolio import Entry, Portfolio
from .table import Cell, Column, Kind, Row, Table, words

UNREADABLE = Text(da="Kunne ikke læses", en="Could not be read")
UNSURE = Text(
    da="I {names} er der noget, der ikke er udfyldt eller ikke kan læses, og som derfor ikke er med. partnerskab check viser hvad.",
    en="In {names} something is not filled in or cannot be read, and is left out. partnerskab check shows what.",
)


def unreadable(whole: Portfolio) -> tuple[Table, ...]:
    """The files that could not be read, each with its reason; no table where there are none."""
    if not whole.broken:
        return ()
    columns = (
        Column("file", Text(da="Fil", en="File"), Kind.NAME),
        Column("line", Text(da="Linje", en="Line"), Kind.NUMBER),
        words("reason", "Hvorfor", "Why"),
    )
    return (Table("unreadable", UNREADABLE, columns, tuple(Row((one.path, one.line, one.reason)) for one in whole.broken)),)


def unsure(whole: Portfolio) -> tuple[Text, ...]:
    """A note on the agreements of which something could not be read."""
    names = tuple(entry.name for entry in whole.entries if entry.unread)
    return (UNSURE.filled(names=names),) if names else ()


def fulfilled(entry: Entry) -> int:
    """How many of the thirteen points are answered; what is not relevant is an answer."""
    return sum(one.is_answer for one in marks(entry.agreement))


def granted(entries: Iterable[Entry], until: int) -> Mapping[tuple[str, int], int]:
    """The grants of some agreements by currency and year, in hundredths."""
    summed: dict[tuple[str, int], int] = {}
    for entry in entries:
        for grant in entry.agreement.grant:
            for year, cents in (grant_by_year(entry.agreement, grant, until) or {}).items():
                summed[grant.currency, year] = summed.get((grant.currency, year), 0) + cents
    return dict(sorted(summed.items(), key=lambda one: (one[0][0] != "DKK", one[0])))


def named(entries: Sequence[Entry]) -> Cell:
    """The titles of some agreements, in Danish order."""
    return tuple(sorted((entry.title for entry in entries), key=collation)) or None
