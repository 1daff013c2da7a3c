"""What every report is: tables of typed cells, ready for any format."""

from collections.abc import Sequence
from datetime import date
from enum import Enum
from typing import NamedTuple

from ..agreement.amounts import Money, Number
from ..agreement.field import Choice
from ..diagnostics import Mark
from ..text import Text
from .portfolio import Entry

Cell = str | int | date | Money | Number | Choice | Mark | Text | tuple[str | Choice | Text, ...] | None


class Kind(Enum):
    """What stands in a column."""

    WORDS = "text"
    NUMBER = "number"
    MONEY = "money"
    DAY = "date"
    MARK = "mark"
    NAME = "name"
    """An id or a path: never broken, never translated."""


class Column(NamedTuple):
    """A column: its key in machine formats, its title, and what stands in it."""

    key: str
    title: Text
    kind: Kind = Kind.WORDS
    detail: bool = False
    """Only for those who reckon on: spreadsheets and machines, not for the page."""
    spare: bool = False
    """Left out first where there is little room."""


class Row(NamedTuple):
    """A row, and the agreement it is about, if it is about one."""

    cells: tuple[Cell, ...]
    entry: Entry | None = None


class Form(Enum):
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


class Table(NamedTuple):
    """A title, columns, rows, and what there is to say of them."""

    key: str
    title: Text
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    notes: tuple[Text, ...] = ()
    empty: Text = Text(da="Der er ingen.", en="There are none.")
    """Said where there are no rows."""
    form: Form = Form.TABLE
    chart: Chart | None = None

    def place(self, key: str) -> int:
        """Where a column stands."""
        return [column.key for column in self.columns].index(key)

    @property
    def shown(self) -> tuple[Column, ...]:
        """The columns a page shows."""
        return tuple(column for column in self.columns if not column.detail)

    @property
    def last(self) -> Column:
        """The last column that a page shows: the sum of a matrix."""
        return next(column for column in reversed(self.columns) if not column.detail)


class Paper(NamedTuple):
    """What is laid before a reader: a title, a few words, and tables."""

    key: str
    title: Text
    today: date
    tables: tuple[Table, ...]
    lead: tuple[Text, ...] = ()
    public: bool = False
    """Whether it holds only what may be shown to everyone."""
    chief: str = ""
    """The key of the table that stands for the paper where only one can; the first one where none is named."""

    @property
    def main(self) -> Table:
        """The table that stands for the paper where only one can."""
        return next((table for table in self.tables if table.key == self.chief), self.tables[0])


NAME = Column("id", Text(da="Id", en="Id"), Kind.NAME)
TITLE = Column("title", Text(da="Aftale", en="Agreement"))
STATUS = Column("status", Text(da="Status", en="Status"))


def words(key: str, da: str, en: str, *, detail: bool = False) -> Column:
    """A column of words."""
    return Column(key, Text(da=da, en=en), Kind.WORDS, detail)


def number(key: str, da: str, en: str) -> Column:
    """A column of whole numbers."""
    return Column(key, Text(da=da, en=en), Kind.NUMBER)


def day(key: str, da: str, en: str, *, detail: bool = False) -> Column:
    """A column of days."""
    return Column(key, Text(da=da, en=en), Kind.DAY, detail)


def money(key: str, da: str, en: str) -> Column:
    """A column of amounts."""
    return Column(key, Text(da=da, en=en), Kind.MONEY)


def mark(key: str, da: str, en: str) -> Column:
    """A column of marks."""
    return Column(key, Text(da=da, en=en), Kind.MARK)


def rows(cells: Sequence[Sequence[Cell]]) -> tuple[Row, ...]:
    """Rows that are about no one agreement."""
    return tuple(Row(tuple(one)) for one in cells)
