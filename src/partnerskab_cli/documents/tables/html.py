"""A paper as one HTML page: self-contained, without a script, legible by ear and on a small screen."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from markupsafe import Markup

from ...diagnostics import Mark
from ...portfolio.table import Cell, Column, Form, Kind, Paper, Table
from ...text import Language, Text, in_words, shown
from ..html import style
from ..template import filled
from ..wording import wording
from .cells import LEFT, legend, short
from .charts import chart
from .dress import Dress

SHEET = "report.css"
AS_OF = Text(da="Som det ser ud {day}", en="As it stands on {day}")


class Head(NamedTuple):
    """The title of a column, and how it is set."""

    title: str
    kind: str


class Box(NamedTuple):
    """A cell: what is seen, what is heard where that is another, the day for machines, and how it is set."""

    words: str
    heard: str = ""
    day: str = ""
    kind: str = ""
    label: str = ""


class Part(NamedTuple):
    """A table as the page shows it."""

    anchor: str
    title: str
    headed: bool
    """Whether its title stands above it; not where the page itself has the same."""
    form: str
    heads: tuple[Head, ...]
    lines: tuple[tuple[Box, ...], ...]
    notes: tuple[str, ...]
    empty: str
    chart: Markup


def html(paper: Paper, dress: Dress) -> str:
    """The paper as a page.

    Raises:
        CommandError: a template of the record is wrong.

    """
    language = dress.language
    words = wording(language)
    values: Mapping[str, object] = {
        "title": said(paper.title, language),
        "as_of": said(AS_OF.filled(day=paper.today), language),
        "lead": [said(one, language) for one in paper.lead],
        "parts": [part(table, paper, language) for table in paper.tables],
        "language": language,
        "words": words,
        "look": dress.look,
        "style": style(dress.look, words, said(paper.title, language), "", dress.own, SHEET),
    }
    return filled("report.html.j2", "html", dress.own, values)


def said(text: Text, language: Language) -> str:
    """A text fit to be shown."""
    return shown(text.said(language))


def part(table: Table, paper: Paper, language: Language) -> Part:
    """A table as the page shows it."""
    places = [place for place, column in enumerate(table.columns) if not column.detail]
    lines = tuple(tuple(box(row.cells[place], table.columns[place], table, language) for place in places) for row in table.rows)
    heads = tuple(Head(said(table.columns[place].title, language), kind(table.columns[place])) for place in places)
    notes = tuple(said(one, language) for one in (*legend(table), *table.notes))
    return Part(
        table.key, said(table.title, language), table.title != paper.title, table.form.value, heads, lines, notes, said(table.empty, language),
        chart(table, language, paper.today),
    )  # fmt: skip


def box(cell: Cell, column: Column, table: Table, language: Language) -> Box:
    """A cell as the page shows it."""
    words = shown(short(cell, column, table, language))
    heard = in_words(cell, language) if isinstance(cell, Mark) and table.form is Form.MATRIX else ""
    day = cell.isoformat() if isinstance(cell, date) else ""
    return Box(words, heard, day, kind(column), said(column.title, language))


def kind(column: Column) -> str:
    """How a column is set: as words, as numbers, or as marks in the middle."""
    return "mark" if column.kind is Kind.MARK else "words" if column.kind in LEFT else "amount"
