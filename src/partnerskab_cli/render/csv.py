"""The main table of a paper as CSV: for machines, or for a Danish Excel."""

import csv as standard
import re
from collections.abc import Callable
from datetime import date
from io import StringIO

from ..model.amounts import Money, Number
from ..portfolio.report import Cell, PortfolioReport, ReportColumn
from ..text.localized import Language, Text, escape_control_characters
from .cells import format_cell_in_column, to_machine_value
from .theme import ReportStyle

BOM = "\ufeff"
FORMULA = re.compile(r"\s*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
"""What a spreadsheet may take for a formula."""
BETWEEN = "; "


def render_csv(report: PortfolioReport, dress: ReportStyle) -> str:
    """For machines: commas, quotation marks, English keys, ISO days, a point in amounts (RFC 4180 with plain line ends).

    As in JSON, running text is in the language; keys and choices never change.
    """
    keys = [column.key for column in report.main.columns]
    return render_csv_rows(report, keys, ",", lambda cell, _: format_machine_cell(cell, dress.language), "\n")


def render_excel_csv(report: PortfolioReport, dress: ReportStyle) -> str:
    """For a Danish Excel: a byte-order mark, semicolons, decimal commas, days as dd-mm-yyyy, titles in the language."""
    language = dress.language
    titles = [column.title.localize(language) for column in report.main.columns]
    return BOM + render_csv_rows(report, titles, ";", lambda cell, column: format_danish_cell(cell, column, language), "\r\n")


Saying = Callable[[Cell, ReportColumn], str]


def render_csv_rows(report: PortfolioReport, titles: list[str], separator: str, say: Saying, end: str) -> str:
    """The main table, every cell in quotation marks."""
    table, out = report.main, StringIO()
    writer = standard.writer(out, delimiter=separator, quoting=standard.QUOTE_ALL, lineterminator=end)
    writer.writerow([guard_formula(title) for title in titles])
    for row in table.rows:
        writer.writerow([say(cell, column) for cell, column in zip(row.cells, table.columns, strict=True)])
    return out.getvalue()


def format_machine_cell(cell: Cell, language: Language) -> str:
    """A cell for machines."""
    if isinstance(cell, Money | Number) or type(cell) is int:
        return str(to_machine_value(cell))
    if type(cell) is tuple:
        return guard_formula(BETWEEN.join(format_machine_value(number, language) for number in cell))
    return guard_formula(format_machine_value(cell, language))


def format_machine_value(cell: Cell, language: Language) -> str:
    """A word or a day for machines."""
    value = cell.localize(language) if isinstance(cell, Text) else to_machine_value(cell)
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def format_danish_cell(cell: Cell, column: ReportColumn, language: Language) -> str:
    """A cell as a Danish Excel reads it; a number stays a number."""
    match cell:
        case Money():
            sign = "-" if cell.cents < 0 else ""
            return f"{sign}{abs(cell.cents) // 100},{abs(cell.cents) % 100:02}"
        case Number(hundredths):
            return str(hundredths / 100).replace(".", ",")
        case date():
            return f"{cell.day:02}-{cell.month:02}-{cell.year}"
        case int() if type(cell) is int:
            return str(cell)
        case tuple() if type(cell) is tuple:
            return guard_formula(BETWEEN.join(format_cell_in_column(number, column, language) for number in cell))
        case _:
            return guard_formula(format_cell_in_column(cell, column, language))


def guard_formula(text: str) -> str:
    """Text that no spreadsheet takes for a formula."""
    line = escape_control_characters(text.replace("\r\n", "\n").replace("\n", " "))
    return f"'{line}" if FORMULA.match(line) else line
