"""A paper as Markdown. Nothing in it comes alive, and no text of an agreement hides what stands after it."""

from collections.abc import Iterator

from ...portfolio.table import Column, Form, Kind, Paper, Row, Table
from ...text import Language, Text, shown
from .. import markdown as escaping
from .cells import LEFT, in_column, joint, legend, short
from .dress import Dress

AS_OF = Text(da="Som det ser ud {day}.", en="As it stands on {day}.")


def markdown(paper: Paper, dress: Dress) -> str:
    """The paper as Markdown that any reader of tables understands."""
    return "\n".join(lines(paper, dress.language)) + "\n"


def lines(paper: Paper, language: Language) -> Iterator[str]:
    """The title, a few words, and each table under its own heading."""
    yield f"# {inline(paper.title.said(language))}"
    yield from paragraph(AS_OF.filled(day=paper.today), language)
    for text in paper.lead:
        yield from paragraph(text, language)
    for table in paper.tables:
        if table.title != paper.title:
            yield from ("", f"## {inline(table.title.said(language))}")
        yield ""
        yield from body(table, language)
        for text in (*legend(table), *table.notes):
            yield from paragraph(text, language)


def paragraph(text: Text, language: Language) -> tuple[str, str]:
    """A paragraph of its own."""
    return "", block(text.said(language))


def body(table: Table, language: Language) -> Iterator[str]:
    """The rows, in the form that reads best."""
    if not table.rows:
        yield block(table.empty.said(language))
    elif table.form is Form.LIST:
        yield from (point(row, table, language) for row in table.rows)
    else:
        yield from grid(table, language)


def grid(table: Table, language: Language) -> Iterator[str]:
    """Rows as a table."""
    places = [place for place, column in enumerate(table.columns) if not column.detail]
    columns = [table.columns[place] for place in places]
    yield in_bars([inline(column.title.said(language)) for column in columns])
    yield in_bars([rule(column) for column in columns])
    for row in table.rows:
        yield in_bars([inline(short(row.cells[place], table.columns[place], table, language)) for place in places])


def in_bars(cells: list[str]) -> str:
    """`| a | b |`."""
    return f"| {' | '.join(cells)} |"


def rule(column: Column) -> str:
    """The line below a title, which says how its column is set."""
    return "---" if column.kind in LEFT else ":-:" if column.kind is Kind.MARK else "--:"


def point(row: Row, table: Table, language: Language) -> str:
    """A row as a point: its first cell, and the others behind it."""
    told = [in_column(cell, column, language) for cell, column in zip(row.cells, table.columns, strict=True) if not column.detail]
    head, *rest = [one for one in told if one] or [""]
    return f"- **{inline(head)}**" + (joint(head) + "; ".join(map(inline, rest)) if rest else "")


def inline(text: str) -> str:
    """Text of one line that stays text."""
    return str(escaping.inline(shown(" ".join(text.split()))))


def block(text: str) -> str:
    """Text at the start of a line that stays text."""
    return str(escaping.begun(shown(" ".join(text.split()))))
