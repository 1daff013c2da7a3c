"""What every report is: tables of typed cells, ready for any format."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import Enum
from typing import NamedTuple

from ..diagnostics import CompletionStatus
from ..model.amounts import Money, Number
from ..model.checklist import rate_checklist
from ..model.field import Choice
from ..model.grants import allocate_grant_by_year
from ..text.localized import Text, make_danish_sort_key
from .portfolio import Portfolio, PortfolioEntry

Cell = str | int | date | Money | Number | Choice | CompletionStatus | Text | tuple[str | Choice | Text, ...] | None


class ColumnKind(Enum):
    """What stands in a column."""

    WORDS = "text"
    NUMBER = "number"
    MONEY = "money"
    DAY = "date"
    MARK = "mark"
    NAME = "name"
    """An id or a path: never broken, never translated."""


class ReportColumn(NamedTuple):
    """A column: its key in machine formats, its title, and what stands in it."""

    key: str
    title: Text
    kind: ColumnKind = ColumnKind.WORDS
    detail: bool = False
    """Only for those who reckon on: spreadsheets and machines, not for the page."""
    spare: bool = False
    """Left out first where there is little room."""


class ReportRow(NamedTuple):
    """A row, and the agreement it is about, if it is about one."""

    cells: tuple[Cell, ...]
    entry: PortfolioEntry | None = None


class TableForm(Enum):
    """How a table is best read by people."""

    TABLE = "table"
    FIGURES = "figures"
    """A few figures that matter, each with its name."""
    LIST = "list"
    """Points: the first cell is the point, the others are said behind it."""
    MATRIX = "matrix"
    """Many narrow columns of marks or numbers."""


class Chart(NamedTuple):
    """What can be drawn of a table: bars of numbers, or a line of time from one day to another."""

    label: str
    """The column that names each line."""
    values: tuple[str, ...]
    """One or more columns of numbers or money; of a timeline, the first and the last day."""
    timeline: bool = False


class ReportTable(NamedTuple):
    """A title, columns, rows, and what there is to say of them."""

    key: str
    title: Text
    columns: tuple[ReportColumn, ...]
    rows: tuple[ReportRow, ...]
    notes: tuple[Text, ...] = ()
    empty: Text = Text(da="Der er ingen.", en="There are none.")
    """Said where there are no rows."""
    form: TableForm = TableForm.TABLE
    chart: Chart | None = None

    def find_column(self, key: str) -> int:
        """Where a column stands."""
        return [column.key for column in self.columns].index(key)

    @property
    def shown(self) -> tuple[ReportColumn, ...]:
        """The columns a page shows."""
        return tuple(column for column in self.columns if not column.detail)

    @property
    def last(self) -> ReportColumn:
        """The last column that a page shows: the sum of a matrix."""
        return next(column for column in reversed(self.columns) if not column.detail)


class PortfolioReport(NamedTuple):
    """What is laid before a reader: a title, a few words, and tables."""

    key: str
    title: Text
    today: date
    tables: tuple[ReportTable, ...]
    lead: tuple[Text, ...] = ()
    public: bool = False
    """Whether it holds only what may be shown to everyone."""
    chief: str = ""
    """The key of the table that stands for the paper where only one can; the first one where none is named."""

    @property
    def main(self) -> ReportTable:
        """The table that stands for the paper where only one can."""
        return next((table for table in self.tables if table.key == self.chief), self.tables[0])


NAME = ReportColumn("id", Text(da="Id", en="Id"), ColumnKind.NAME)
TITLE = ReportColumn("title", Text(da="Aftale", en="Agreement"))
STATUS = ReportColumn("status", Text(da="Status", en="Status"))


def text_column(key: str, da: str, en: str, *, detail: bool = False) -> ReportColumn:
    """A column of words."""
    return ReportColumn(key, Text(da=da, en=en), ColumnKind.WORDS, detail)


def number_column(key: str, da: str, en: str) -> ReportColumn:
    """A column of whole numbers."""
    return ReportColumn(key, Text(da=da, en=en), ColumnKind.NUMBER)


def date_column(key: str, da: str, en: str, *, detail: bool = False) -> ReportColumn:
    """A column of days."""
    return ReportColumn(key, Text(da=da, en=en), ColumnKind.DAY, detail)


def money_column(key: str, da: str, en: str) -> ReportColumn:
    """A column of amounts."""
    return ReportColumn(key, Text(da=da, en=en), ColumnKind.MONEY)


def mark_column(key: str, da: str, en: str) -> ReportColumn:
    """A column of marks."""
    return ReportColumn(key, Text(da=da, en=en), ColumnKind.MARK)


def make_rows(cells: Sequence[Sequence[Cell]]) -> tuple[ReportRow, ...]:
    """Rows that are about no one agreement."""
    return tuple(ReportRow(tuple(cell)) for cell in cells)


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
