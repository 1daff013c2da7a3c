"""A paper for machines: English names in both languages, days as ISO, amounts exact."""

import json as standard

from ..model.amounts import Money, Number
from ..portfolio.report import Cell, PortfolioReport, ReportRow, ReportTable
from ..text.localized import Language, Text
from ..version import __version__
from .cells import format_decimals, to_machine_value
from .theme import ReportStyle

SCHEMA_VERSION = 1


def render_json_report(report: PortfolioReport, dress: ReportStyle) -> str:
    """The paper as one object; titles and running text are in the language, keys and choices never change."""
    language = dress.language
    value = {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "partnerskab", "version": __version__},
        "language": language,
        "report": report.key,
        "title": report.title.localize(language),
        "today": report.today.isoformat(),
        "lead": [text.localize(language) for text in report.lead],
        "tables": [build_table_object(table, language) for table in report.tables],
    }
    return standard.dumps(value, ensure_ascii=False, indent=2) + "\n"


def build_table_object(table: ReportTable, language: Language) -> dict[str, object]:
    """A table with its columns, and each row under the keys of the columns."""
    return {
        "key": table.key,
        "title": table.title.localize(language),
        "columns": [{"key": column.key, "title": column.title.localize(language), "kind": column.kind.value} for column in table.columns],
        "rows": [build_row_object(row, table, language) for row in table.rows],
        "notes": [note.localize(language) for note in table.notes],
    }


def build_row_object(row: ReportRow, table: ReportTable, language: Language) -> dict[str, object]:
    """A row under the keys of its columns."""
    return {column.key: to_json_value(cell, language) for column, cell in zip(table.columns, row.cells, strict=True)}


def to_json_value(cell: Cell, language: Language) -> object:
    """A cell; an amount says its currency, a text is in the language."""
    match cell:
        case Money(_, currency):
            return {"amount": format_decimals(cell), "currency": currency}
        case Text():
            return cell.localize(language)
        case Number():
            return to_machine_value(cell)
        case tuple():
            return [to_json_value(number, language) for number in cell]
        case _:
            return to_machine_value(cell)
