"""A paper as one HTML page: self-contained, without a script, legible by ear and on a small screen."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from markupsafe import Markup

from ..diagnostics import CompletionStatus
from ..portfolio.report import Cell, ColumnKind, PortfolioReport, ReportColumn, ReportTable, TableForm
from ..text.localized import Language, Text, escape_control_characters, format_value
from ..text.template_texts import localize_template_texts
from .cells import LEFT, build_legend, format_short_cell
from .charts import render_chart
from .html import build_page_style
from .templates import fill_template
from .theme import ReportStyle

SHEET = "report.css"
AS_OF = Text(da="Som det ser ud {day}", en="As it stands on {day}")


class HtmlColumn(NamedTuple):
    """The title of a column, and how it is set."""

    title: str
    kind: str


class HtmlCell(NamedTuple):
    """A cell: what is seen, what is heard where that is another, the day for machines, and how it is set."""

    words: str
    heard: str = ""
    day: str = ""
    kind: str = ""
    label: str = ""


class HtmlTable(NamedTuple):
    """A table as the page shows it."""

    anchor: str
    title: str
    headed: bool
    """Whether its title stands above it; not where the page itself has the same."""
    form: str
    heads: tuple[HtmlColumn, ...]
    lines: tuple[tuple[HtmlCell, ...], ...]
    notes: tuple[str, ...]
    empty: str
    chart: Markup


def render_html_report(report: PortfolioReport, dress: ReportStyle) -> str:
    """The paper as a page.

    Raises:
        CommandError: a template of the record is wrong.

    """
    language = dress.language
    words = localize_template_texts(language)
    values: Mapping[str, object] = {
        "title": escape_text(report.title, language),
        "as_of": escape_text(AS_OF.format(day=report.today), language),
        "lead": [escape_text(text, language) for text in report.lead],
        "parts": [build_html_table(table, report, language) for table in report.tables],
        "language": language,
        "words": words,
        "look": dress.look,
        "style": build_page_style(dress.look, words, escape_text(report.title, language), "", dress.own, SHEET),
    }
    return fill_template("report.html.j2", "html", dress.own, values)


def escape_text(text: Text, language: Language) -> str:
    """A text fit to be shown."""
    return escape_control_characters(text.localize(language))


def build_html_table(table: ReportTable, report: PortfolioReport, language: Language) -> HtmlTable:
    """A table as the page shows it."""
    places = [place for place, column in enumerate(table.columns) if not column.detail]
    lines = tuple(tuple(build_html_cell(row.cells[place], table.columns[place], table, language) for place in places) for row in table.rows)
    heads = tuple(
        HtmlColumn(escape_text(table.columns[place].title, language), choose_cell_class(table.columns[place])) for place in places
    )
    notes = tuple(escape_text(text, language) for text in (*build_legend(table), *table.notes))
    return HtmlTable(
        table.key, escape_text(table.title, language), table.title != report.title, table.form.value, heads, lines, notes, escape_text(table.empty, language),
        render_chart(table, language, report.today),
    )  # fmt: skip


def build_html_cell(cell: Cell, column: ReportColumn, table: ReportTable, language: Language) -> HtmlCell:
    """A cell as the page shows it."""
    words = escape_control_characters(format_short_cell(cell, column, table, language))
    heard = format_value(cell, language) if isinstance(cell, CompletionStatus) and table.form is TableForm.MATRIX else ""
    day = cell.isoformat() if isinstance(cell, date) else ""
    return HtmlCell(words, heard, day, choose_cell_class(column), escape_text(column.title, language))


def choose_cell_class(column: ReportColumn) -> str:
    """How a column is set: as words, as numbers, or as marks in the middle."""
    return "mark" if column.kind is ColumnKind.MARK else "words" if column.kind in LEFT else "amount"
