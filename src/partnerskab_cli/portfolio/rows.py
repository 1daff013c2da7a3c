"""Rows and notes that several reports have in common."""

from collections.abc import Iterable, Mapping, Sequence

from ..model.checklist import rate_checklist
from ..model.grants import allocate_grant_by_year
from ..text.localized import Text, make_danish_sort_key
from .portfolio import Portfolio, PortfolioEntry
from .report import Cell, ColumnKind, ReportColumn, ReportRow, ReportTable, text_column

UNREADABLE = Text(da="Kunne ikke læses", en="Could not be read")
UNSURE = Text(
    da="I {names} er der noget, der ikke er udfyldt eller ikke kan læses, og som derfor ikke er med. partnerskab check viser hvad.",
    en="In {names} something is not filled in or cannot be read, and is left out. partnerskab check shows what.",
)


def build_unreadable_table(portfolio: Portfolio) -> tuple[ReportTable, ...]:
    """The files that could not be read, each with its reason; no table where there are none."""
    if not portfolio.broken:
        return ()
    columns = (
        ReportColumn("file", Text(da="Fil", en="File"), ColumnKind.NAME),
        ReportColumn("line", Text(da="Linje", en="Line"), ColumnKind.NUMBER),
        text_column("reason", "Hvorfor", "Why"),
    )
    return (
        ReportTable("unreadable", UNREADABLE, columns, tuple(ReportRow((file.path, file.line, file.reason)) for file in portfolio.broken)),
    )


def note_unreadable_parts(portfolio: Portfolio) -> tuple[Text, ...]:
    """A note on the agreements of which something could not be read."""
    names = tuple(entry.name for entry in portfolio.entries if entry.unread)
    return (UNSURE.format(names=names),) if names else ()


def count_fulfilled(entry: PortfolioEntry) -> int:
    """How many of the thirteen points are answered; what is not relevant is an answer."""
    return sum(status.is_answer for status in rate_checklist(entry.agreement))


def sum_grants_by_year(entries: Iterable[PortfolioEntry], until: int) -> Mapping[tuple[str, int], int]:
    """The grants of some agreements by currency and year, in hundredths."""
    summed: dict[tuple[str, int], int] = {}
    for entry in entries:
        for grant in entry.agreement.grant:
            for year, cents in (allocate_grant_by_year(entry.agreement, grant, until) or {}).items():
                summed[grant.currency, year] = summed.get((grant.currency, year), 0) + cents
    return dict(sorted(summed.items(), key=lambda item: (item[0][0] != "DKK", item[0])))


def join_titles(entries: Sequence[PortfolioEntry]) -> Cell:
    """The titles of some agreements, in Danish order."""
    return tuple(sorted((entry.title for entry in entries), key=make_danish_sort_key)) or None
