"""A cell in words, for people and for machines."""

from datetime import date

from ..diagnostics import CompletionStatus
from ..model.amounts import Money, Number
from ..model.field import Choice
from ..portfolio.report import Cell, ColumnKind, ReportColumn, ReportTable, TableForm
from ..text.localized import Language, Text, format_value

SIGNS = {
    CompletionStatus.YES: Text("✓", "✓"),
    CompletionStatus.PARTLY: Text("~", "~"),
    CompletionStatus.NO: Text("–", "–"),
    CompletionStatus.NOT_RELEVANT: Text(da="i/r", en="n/a"),
}
LEGEND = Text(da="✓ ja, ~ delvist, – nej, i/r ikke relevant", en="✓ yes, ~ partly, – no, n/a not relevant")
LEFT = frozenset({ColumnKind.WORDS, ColumnKind.DAY, ColumnKind.NAME})
"""Kinds that read from the left; the others are numbers, read from the right, or marks, set in the middle."""


def format_cell(cell: Cell, language: Language) -> str:
    """A cell in words; nothing for an empty one."""
    if cell is None:
        return ""
    return Number(cell * 100).localize(language) if type(cell) is int else format_value(cell, language)


def format_cell_in_column(cell: Cell, column: ReportColumn, language: Language) -> str:
    """A cell in words; a year is no number with thousands."""
    return str(cell) if column.key == "year" and cell is not None else format_cell(cell, language)


def format_short_cell(cell: Cell, column: ReportColumn, table: ReportTable, language: Language) -> str:
    """A cell in words, a mark in a matrix as its sign."""
    if isinstance(cell, CompletionStatus) and table.form is TableForm.MATRIX:
        return SIGNS[cell].localize(language)
    return format_cell_in_column(cell, column, language)


def choose_joint(head: str) -> str:
    """What stands between a point and what is said behind it: nothing more where it ends as a sentence does."""
    return " " if head.endswith((".", "?", "!", ":")) else ": "


def build_legend(table: ReportTable) -> tuple[Text, ...]:
    """What the signs of a matrix mean, where it has any."""
    marked = table.form is TableForm.MATRIX and table.rows and any(column.kind is ColumnKind.MARK for column in table.columns)
    return (LEGEND,) if marked else ()


def to_machine_value(cell: Cell) -> object:
    """A cell for machines: days as ISO, choices by their English keys, amounts in decimals as text."""
    match cell:
        case Money():
            return format_decimals(cell)
        case Number(hundredths):
            return hundredths / 100
        case tuple():
            return cell.en if isinstance(cell, Text) else [to_machine_value(number) for number in cell]
        case Choice() | CompletionStatus() | date():
            return to_machine_name(cell)
        case _:
            return cell


def to_machine_name(cell: Choice | CompletionStatus | date) -> str:
    """What machines call a choice, a mark or a day."""
    return cell.get_key("en") if isinstance(cell, Choice) else cell.key if isinstance(cell, CompletionStatus) else cell.isoformat()


def format_decimals(amount: Money) -> str:
    """`25000.00`."""
    sign = "-" if amount.cents < 0 else ""
    whole, rest = divmod(abs(amount.cents), 100)
    return f"{sign}{whole}.{rest:02}"
