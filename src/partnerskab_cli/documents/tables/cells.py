"""A cell in words, for people and for machines."""

from datetime import date

from ...agreement.amounts import Money, Number
from ...agreement.field import Choice
from ...diagnostics import Mark
from ...portfolio.table import Cell, Column, Form, Kind, Table
from ...text import Language, Text, in_words

SIGNS = {Mark.YES: Text("✓", "✓"), Mark.PARTLY: Text("~", "~"), Mark.NO: Text("–", "–"), Mark.NOT_RELEVANT: Text(da="i/r", en="n/a")}
LEGEND = Text(da="✓ ja, ~ delvist, – nej, i/r ikke relevant", en="✓ yes, ~ partly, – no, n/a not relevant")
LEFT = frozenset({Kind.WORDS, Kind.DAY, Kind.NAME})
"""Kinds that read from the left; the others are numbers, read from the right, or marks, set in the middle."""


def said(cell: Cell, language: Language) -> str:
    """A cell in words; nothing for an empty one."""
    if cell is None:
        return ""
    return Number(cell * 100).said(language) if type(cell) is int else in_words(cell, language)


def in_column(cell: Cell, column: Column, language: Language) -> str:
    """A cell in words; a year is no number with thousands."""
    return str(cell) if column.key == "year" and cell is not None else said(cell, language)


def short(cell: Cell, column: Column, table: Table, language: Language) -> str:
    """A cell in words, a mark in a matrix as its sign."""
    if isinstance(cell, Mark) and table.form is Form.MATRIX:
        return SIGNS[cell].said(language)
    return in_column(cell, column, language)


def joint(head: str) -> str:
    """What stands between a point and what is said behind it: nothing more where it ends as a sentence does."""
    return " " if head.endswith((".", "?", "!", ":")) else ": "


def legend(table: Table) -> tuple[Text, ...]:
    """What the signs of a matrix mean, where it has any."""
    marked = table.form is Form.MATRIX and table.rows and any(column.kind is Kind.MARK for column in table.columns)
    return (LEGEND,) if marked else ()


def machine(cell: Cell) -> object:
    """A cell for machines: days as ISO, choices by their English keys, amounts in decimals as text."""
    match cell:
        case Money():
            return decimals(cell)
        case Number(hundredths):
            return hundredths / 100
        case tuple():
            return cell.en if isinstance(cell, Text) else [machine(one) for one in cell]
        case Choice() | Mark() | date():
            return named(cell)
        case _:
            return cell


def named(cell: Choice | Mark | date) -> str:
    """What machines call a choice, a mark or a day."""
    return cell.key("en") if isinstance(cell, Choice) else cell.key if isinstance(cell, Mark) else cell.isoformat()


def decimals(amount: Money) -> str:
    """`25000.00`."""
    sign = "-" if amount.cents < 0 else ""
    whole, rest = divmod(abs(amount.cents), 100)
    return f"{sign}{whole}.{rest:02}"
