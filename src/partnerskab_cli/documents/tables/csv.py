"""The main table of a paper as CSV: for machines, or for a Danish Excel."""

import csv as standard
import re
from collections.abc import Callable
from datetime import date
from io import StringIO

from ...agreement.amounts import Money, Number
from ...portfolio.table import Cell, Column, Paper
from ...text import Language, Text, shown
from .cells import in_column, machine
from .dress import Dress

BOM = "\ufeff"
FORMULA = re.compile(r"\s*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
"""What a spreadsheet may take for a formula."""
BETWEEN = "; "


def csv(paper: Paper, dress: Dress) -> str:
    """For machines: commas, quotation marks, English keys, ISO days, a point in amounts (RFC 4180 with plain line ends).

    As in JSON, running text is in the language; keys and choices never change.
    """
    keys = [column.key for column in paper.main.columns]
    return written(paper, keys, ",", lambda cell, _: plain_cell(cell, dress.language), "\n")


def csv_excel(paper: Paper, dress: Dress) -> str:
    """For a Danish Excel: a byte-order mark, semicolons, decimal commas, days as dd-mm-yyyy, titles in the language."""
    language = dress.language
    titles = [column.title.said(language) for column in paper.main.columns]
    return BOM + written(paper, titles, ";", lambda cell, column: danish_cell(cell, column, language), "\r\n")


Saying = Callable[[Cell, Column], str]


def written(paper: Paper, titles: list[str], separator: str, say: Saying, end: str) -> str:
    """The main table, every cell in quotation marks."""
    table, out = paper.main, StringIO()
    writer = standard.writer(out, delimiter=separator, quoting=standard.QUOTE_ALL, lineterminator=end)
    writer.writerow([guarded(title) for title in titles])
    for row in table.rows:
        writer.writerow([say(cell, column) for cell, column in zip(row.cells, table.columns, strict=True)])
    return out.getvalue()


def plain_cell(cell: Cell, language: Language) -> str:
    """A cell for machines."""
    if isinstance(cell, Money | Number) or type(cell) is int:
        return str(machine(cell))
    if type(cell) is tuple:
        return guarded(BETWEEN.join(plain(one, language) for one in cell))
    return guarded(plain(cell, language))


def plain(cell: Cell, language: Language) -> str:
    """A word or a day for machines."""
    value = cell.said(language) if isinstance(cell, Text) else machine(cell)
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def danish_cell(cell: Cell, column: Column, language: Language) -> str:
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
            return guarded(BETWEEN.join(in_column(one, column, language) for one in cell))
        case _:
            return guarded(in_column(cell, column, language))


def guarded(text: str) -> str:
    """Text that no spreadsheet takes for a formula."""
    line = shown(text.replace("\r\n", "\n").replace("\n", " "))
    return f"'{line}" if FORMULA.match(line) else line
