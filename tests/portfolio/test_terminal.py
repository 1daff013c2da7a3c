"""The reports on terminals of any width: no line is too long, and what belongs together stands together."""

import pytest
from golden import papers

from partnerskab_cli.formats.terminal_style import TerminalStyle
from partnerskab_cli.model.amounts import Money
from partnerskab_cli.portfolio.report import TableForm
from partnerskab_cli.render.text_tables import render_terminal_report
from partnerskab_cli.text.localized import LANGUAGES, Language

PAPERS = dict(papers())
WIDTHS = (60, 80, 100)


def told(name: str, language: Language, width: int) -> list[str]:
    """A paper as a terminal shows it, line by line."""
    return render_terminal_report(PAPERS[name], TerminalStyle(language, width=width)).split("\n")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAPERS)
def test_no_line_is_longer_than_the_terminal(name: str, language: Language, width: int) -> None:
    assert [line for line in told(name, language, width) if len(line) > width] == []


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAPERS)
def test_amounts_stand_in_one_piece(name: str, language: Language, width: int) -> None:
    text = "\n".join(told(name, language, width))
    assert [cell for cell in amounts(name) if cell.localize(language) not in text] == []


def amounts(name: str) -> list[Money]:
    """Every amount that a page shows."""
    return [
        cell
        for table in PAPERS[name].tables
        for row in table.rows
        for cell, column in zip(row.cells, table.columns, strict=True)
        if not column.detail and isinstance(cell, Money)
    ]


def test_there_are_amounts_to_see() -> None:
    assert {name for name in PAPERS if amounts(name)} == {"summary", "economy", "development"}


def test_a_narrow_matrix_tells_only_what_is_there() -> None:
    (matrix,) = (table for table in PAPERS["coverage"].tables if table.form is TableForm.MATRIX)
    lines = told("coverage", "da", 60)
    begin, end = lines.index(matrix.title.da), lines.index("Målgrupper")
    section = lines[begin:end]
    assert [line for line in section if line.endswith(": 0")] == []
    assert sum(line.startswith("  I alt: ") for line in section) == sum(bool(row.cells[-1]) for row in matrix.rows)
