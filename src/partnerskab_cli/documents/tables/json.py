"""A paper for machines: English names in both languages, days as ISO, amounts exact."""

import json as standard

from ...agreement.amounts import Money, Number
from ...portfolio.table import Cell, Paper, Row, Table
from ...text import Language, Text
from ...version import __version__
from .cells import decimals, machine
from .dress import Dress

SCHEMA_VERSION = 1


def json(paper: Paper, dress: Dress) -> str:
    """The paper as one object; titles and running text are in the language, keys and choices never change."""
    language = dress.language
    value = {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "partnerskab", "version": __version__},
        "language": language,
        "report": paper.key,
        "title": paper.title.said(language),
        "today": paper.today.isoformat(),
        "lead": [one.said(language) for one in paper.lead],
        "tables": [table_object(table, language) for table in paper.tables],
    }
    return standard.dumps(value, ensure_ascii=False, indent=2) + "\n"


def table_object(table: Table, language: Language) -> dict[str, object]:
    """A table with its columns, and each row under the keys of the columns."""
    return {
        "key": table.key,
        "title": table.title.said(language),
        "columns": [{"key": one.key, "title": one.title.said(language), "kind": one.kind.value} for one in table.columns],
        "rows": [row_object(row, table, language) for row in table.rows],
        "notes": [one.said(language) for one in table.notes],
    }


def row_object(row: Row, table: Table, language: Language) -> dict[str, object]:
    """A row under the keys of its columns."""
    return {column.key: value(cell, language) for column, cell in zip(table.columns, row.cells, strict=True)}


def value(cell: Cell, language: Language) -> object:
    """A cell; an amount says its currency, a text is in the language."""
    match cell:
        case Money(_, currency):
            return {"amount": decimals(cell), "currency": currency}
        case Text():
            return cell.said(language)
        case Number():
            return machine(cell)
        case tuple():
            return [value(one, language) for one in cell]
        case _:
            return machine(cell)
