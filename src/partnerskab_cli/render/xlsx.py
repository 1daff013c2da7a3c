"""A paper as an Excel workbook: a sheet a table, and one that says what the columns are. The same bytes for the same paper."""

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from io import BytesIO
from typing import Protocol

from ..model.amounts import Money, Number
from ..portfolio.report import Cell, ColumnKind, PortfolioReport, ReportColumn, ReportTable
from ..text.localized import Language, Text, escape_control_characters
from .cells import format_cell_in_column
from .extras import build_missing_extra_error
from .theme import ReportStyle

README = Text(da="Læs mig", en="Read me")
WIDEST = 60
LONGEST_NAME = 31
"""What Excel takes as the name of a sheet."""
LONGEST_TEXT = 32_000
HEADS = (Text(da="Ark", en="Sheet"), Text(da="Kolonne", en="Column"), Text(da="Nøgle", en="Key"), Text(da="Indhold", en="Content"))
KINDS = {
    ColumnKind.WORDS: Text(da="tekst", en="text"),
    ColumnKind.NUMBER: Text(da="tal", en="number"),
    ColumnKind.MONEY: Text(da="beløb", en="amount"),
    ColumnKind.DAY: Text(da="dato", en="date"),
    ColumnKind.MARK: Text(da="ja, delvist, nej eller ikke relevant", en="yes, partly, no or not relevant"),
    ColumnKind.NAME: Text(da="navn, der ikke oversættes", en="name that is never translated"),
}


def render_xlsx(report: PortfolioReport, dress: ReportStyle) -> bytes:
    """The paper as a workbook.

    Raises:
        CommandError: the package that writes it is not installed.

    """
    try:
        from xlsxwriter import Workbook  # noqa: PLC0415 - an extra, and heavy
    except ImportError:
        raise build_missing_extra_error("Excel", "xlsx") from None
    out = BytesIO()
    book = Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False})
    today = datetime(report.today.year, report.today.month, report.today.day)  # noqa: DTZ001 - Excel knows no time zones
    book.set_properties(
        {
            "title": escape_control_characters(report.title.localize(dress.language)),
            "created": today,
            "author": dress.look.municipality or "partnerskab",
        }
    )
    looks = CellFormats(book)
    names = list(iter_sheet_names(report, dress.language))
    for name, table in zip(names, report.tables, strict=True):
        fill_sheet(book.add_worksheet(name), table, looks, dress.language, report.title.localize(dress.language))
    write_explanation(book.add_worksheet(README.localize(dress.language)), report, names, looks, dress.language)
    book.close()
    return out.getvalue()


class Workbook(Protocol):
    """A workbook, as far as it is used here; the library has no types."""

    def add_format(self, properties: Mapping[str, object]) -> object:
        """A look of cells."""


class Worksheet(Protocol):
    """A sheet of a workbook, as far as it is used here."""

    def write_blank(self, row: int, column: int, blank: None, look: object) -> object:
        """An empty cell."""

    def write_number(self, row: int, column: int, number: float, look: object) -> object:
        """A number."""

    def write_datetime(self, row: int, column: int, day: datetime, look: object) -> object:
        """A day."""

    def write_string(self, row: int, column: int, text: str, look: object = None) -> object:
        """Text that stays text."""

    def add_table(self, row: int, column: int, last_row: int, last_column: int, options: Mapping[str, object]) -> object:
        """Filters and bands over a stretch of cells."""

    def set_column(self, first: int, last: int, width: float) -> object:
        """How wide columns are."""

    def freeze_panes(self, row: int, column: int) -> object:
        """What stays while one scrolls."""

    def set_landscape(self) -> object:
        """Print on the long side."""

    def set_paper(self, size: int) -> object:
        """The size of the paper; 9 is A4."""

    def fit_to_pages(self, width: int, height: int) -> object:
        """How many pages it takes; 0 is as many as needed."""

    def repeat_rows(self, row: int) -> object:
        """What stands on every printed page."""

    def set_footer(self, text: str) -> object:
        """What stands below every printed page."""


class CellFormats:
    """The formats of cells in a workbook."""

    __slots__ = ("book", "day", "head", "made", "wrapped")

    def __init__(self, book: Workbook) -> None:
        self.book = book
        self.head = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        self.wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        self.day = book.add_format({"num_format": "dd-mm-yyyy", "align": "left", "valign": "top"})
        self.made: dict[str, object] = {}

    def get_money_format(self, currency: str) -> object:
        """The format of amounts in a currency."""
        unit = "kr." if currency == "DKK" else re.sub("[^A-Za-z]", "", currency)
        if unit not in self.made:
            self.made[unit] = self.book.add_format({"num_format": f'#,##0.00 "{unit}"', "valign": "top"})
        return self.made[unit]


def iter_sheet_names(report: PortfolioReport, language: Language) -> Iterator[str]:
    """A name for each sheet that Excel takes, and no two alike."""
    used = {README.localize(language).casefold()}
    for number, table in enumerate(report.tables, 1):
        name = re.sub(r"[\[\]:*?/\\']", " ", escape_control_characters(table.title.localize(language))).strip()[:LONGEST_NAME] or str(
            number
        )
        if name.casefold() in used:
            name = f"{name[: LONGEST_NAME - 4]} {number}"
        used.add(name.casefold())
        yield name


def fill_sheet(sheet: Worksheet, table: ReportTable, looks: CellFormats, language: Language, title: str) -> None:
    """A table on a sheet: with filters, a fixed head, and fit to be printed."""
    heads = list(iter_unique_headings(table.columns, language))
    for line, row in enumerate(table.rows, 1):
        for place, (cell, column) in enumerate(zip(row.cells, table.columns, strict=True)):
            write_cell(sheet, line, place, cell, column, looks, language)
    sheet.add_table(0, 0, max(1, len(table.rows)), len(heads) - 1, {
        "columns": [{"header": head, "header_format": looks.head} for head in heads], "style": "Table Style Light 1", "name": f"t_{table.key}",
    })  # fmt: skip
    for place, column in enumerate(table.columns):
        sheet.set_column(place, place, measure_width(table, place, column, heads[place], language))
    sheet.freeze_panes(1, 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_footer(f"&L{title.replace('&', '&&')[:120]}&R&P / &N")


def iter_unique_headings(columns: tuple[ReportColumn, ...], language: Language) -> Iterator[str]:
    """The titles of the columns, no two alike."""
    used: set[str] = set()
    for column in columns:
        head = escape_control_characters(column.title.localize(language))
        head = f"{head} ({column.key})" if head.casefold() in used else head
        used.add(head.casefold())
        yield head


def write_cell(sheet: Worksheet, line: int, place: int, cell: Cell, column: ReportColumn, looks: CellFormats, language: Language) -> None:  # noqa: PLR0913, PLR0917 - where, what and how
    """A cell as what it is: a number, an amount, a day, else text that never comes alive."""
    match cell:
        case None:
            sheet.write_blank(line, place, None, looks.wrapped)
        case Money(cents, currency):
            sheet.write_number(line, place, cents / 100, looks.get_money_format(currency))  # a spreadsheet has no other numbers
        case Number(hundredths):
            sheet.write_number(line, place, hundredths / 100, looks.wrapped)
        case date():
            sheet.write_datetime(line, place, datetime(cell.year, cell.month, cell.day), looks.day)  # noqa: DTZ001 - as above
        case int() if type(cell) is int:
            sheet.write_number(line, place, cell, looks.wrapped)
        case _:
            sheet.write_string(
                line,
                place,
                escape_control_characters(format_cell_in_column(cell, column, language).replace("\n", " "))[:LONGEST_TEXT],
                looks.wrapped,
            )


def measure_width(table: ReportTable, place: int, column: ReportColumn, head: str, language: Language) -> int:
    """How wide a column is, in letters."""
    longest = max((len(format_cell_in_column(row.cells[place], column, language)) for row in table.rows), default=0)
    return min(WIDEST, max(longest + 2, len(head) + 4))


def write_explanation(sheet: Worksheet, report: PortfolioReport, names: list[str], looks: CellFormats, language: Language) -> None:
    """What each column of each sheet holds, and the notes of the paper."""
    for place, head in enumerate(HEADS):
        sheet.write_string(0, place, head.localize(language), looks.head)
    line = 0
    for name, table in zip(names, report.tables, strict=True):
        for column in table.columns:
            line += 1
            content = (name, column.title.localize(language), column.key, KINDS[column.kind].localize(language))
            for place, words in enumerate(content):
                sheet.write_string(line, place, escape_control_characters(words), looks.wrapped)
    for note in (*report.lead, *(note for table in report.tables for note in table.notes)):
        line += 2
        sheet.write_string(line, 0, escape_control_characters(note.localize(language)))
    for place, letters in enumerate((32, 32, 20, 40)):
        sheet.set_column(place, place, letters)
