"""A paper as Markdown. Nothing in it comes alive, and no text of an agreement hides what stands after it."""

from collections.abc import Iterator

from ..portfolio.report import ColumnKind, PortfolioReport, ReportColumn, ReportRow, ReportTable, TableForm
from ..text.localized import Language, Text, escape_control_characters
from . import markdown as escaping
from .cells import LEFT, build_legend, choose_joint, format_cell_in_column, format_short_cell
from .theme import ReportStyle

AS_OF = Text(da="Som det ser ud {day}.", en="As it stands on {day}.")


def render_markdown_report(report: PortfolioReport, dress: ReportStyle) -> str:
    """The paper as Markdown that any reader of tables understands."""
    return "\n".join(iter_report_lines(report, dress.language)) + "\n"


def iter_report_lines(report: PortfolioReport, language: Language) -> Iterator[str]:
    """The title, a few words, and each table under its own heading."""
    yield f"# {escape_cell(report.title.localize(language))}"
    yield from render_text_paragraph(AS_OF.format(day=report.today), language)
    for text in report.lead:
        yield from render_text_paragraph(text, language)
    for table in report.tables:
        if table.title != report.title:
            yield from ("", f"## {escape_cell(table.title.localize(language))}")
        yield ""
        yield from render_rows(table, language)
        for text in (*build_legend(table), *table.notes):
            yield from render_text_paragraph(text, language)


def render_text_paragraph(text: Text, language: Language) -> tuple[str, str]:
    """A paragraph of its own."""
    return "", escape_block(text.localize(language))


def render_rows(table: ReportTable, language: Language) -> Iterator[str]:
    """The rows, in the form that reads best."""
    if not table.rows:
        yield escape_block(table.empty.localize(language))
    elif table.form is TableForm.LIST:
        yield from (render_point(row, table, language) for row in table.rows)
    else:
        yield from render_grid(table, language)


def render_grid(table: ReportTable, language: Language) -> Iterator[str]:
    """Rows as a table."""
    places = [place for place, column in enumerate(table.columns) if not column.detail]
    columns = [table.columns[place] for place in places]
    yield render_bar_row([escape_cell(column.title.localize(language)) for column in columns])
    yield render_bar_row([render_column_rule(column) for column in columns])
    for row in table.rows:
        yield render_bar_row([escape_cell(format_short_cell(row.cells[place], table.columns[place], table, language)) for place in places])


def render_bar_row(cells: list[str]) -> str:
    """`| a | b |`."""
    return f"| {' | '.join(cells)} |"


def render_column_rule(column: ReportColumn) -> str:
    """The line below a title, which says how its column is set."""
    return "---" if column.kind in LEFT else ":-:" if column.kind is ColumnKind.MARK else "--:"


def render_point(row: ReportRow, table: ReportTable, language: Language) -> str:
    """A row as a point: its first cell, and the others behind it."""
    words = [
        format_cell_in_column(cell, column, language) for cell, column in zip(row.cells, table.columns, strict=True) if not column.detail
    ]
    head, *rest = [word for word in words if word] or [""]
    return f"- **{escape_cell(head)}**" + (choose_joint(head) + "; ".join(map(escape_cell, rest)) if rest else "")


def escape_cell(text: str) -> str:
    """Text of one line that stays text."""
    return str(escaping.escape_inline(escape_control_characters(" ".join(text.split()))))


def escape_block(text: str) -> str:
    """Text at the start of a line that stays text."""
    return str(escaping.escape_line_start(escape_control_characters(" ".join(text.split()))))
