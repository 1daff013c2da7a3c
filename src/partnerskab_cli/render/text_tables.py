"""A paper on the terminal: tables that fit, points that do not; nothing is cut."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Literal, NamedTuple

from ..formats.terminal_style import BOLD, DIM, TerminalStyle, colorize, wrap_cells
from ..model.amounts import Money
from ..model.status import EffectiveStatus
from ..portfolio.due import DueState
from ..portfolio.report import Cell, ColumnKind, PortfolioReport, ReportColumn, ReportRow, ReportTable, TableForm
from ..text.localized import Language, Text, escape_control_characters
from .cells import LEFT, build_legend, choose_joint, format_cell_in_column, format_short_cell

if TYPE_CHECKING:
    from rich.table import Table as Grid

GAP = 2
TIGHT = 1
"""Between the columns, and between the many narrow ones of a matrix."""
NARROWEST = 10
"""A column of words does not become narrower, unless its words are shorter."""
WIDE = 10_000
COLOURS = {
    DueState.OVERDUE: "red", DueState.SOON: "yellow", EffectiveStatus.EXPIRED: "red", EffectiveStatus.SIGNED: "cyan", EffectiveStatus.COMING: "cyan", EffectiveStatus.RENEGOTIATION: "yellow",
}  # fmt: skip
NOT_SHOWN = Text(
    da="Ikke vist her: {columns}. Et bredere vindue eller --format viser det.",
    en="Not shown here: {columns}. A wider window or --format shows it.",
)


def render_terminal_report(report: PortfolioReport, style: TerminalStyle) -> str:
    """The paper as text for a terminal or a pipe."""
    parts = [format_report_head(report, style), *("\n".join(format_table_section(table, report, style)) for table in report.tables)]
    return "\n\n".join(parts) + "\n"


def format_report_head(report: PortfolioReport, style: TerminalStyle) -> str:
    """The title, the day and the opening words."""
    title = [colorize(line, BOLD, style) for line in wrap_cells(escape_control_characters(report.title.localize(style.language)), style)]
    as_of = colorize(format_cell_in_column(report.today, DAY, style.language), DIM, style)
    lead = [line for text in report.lead for line in wrap_cells(escape_control_characters(text.localize(style.language)), style)]
    return "\n".join([*title, as_of, *(["", *lead] if lead else [])])


DAY = ReportColumn("day", Text("", ""), ColumnKind.DAY)


def format_table_section(table: ReportTable, report: PortfolioReport, style: TerminalStyle) -> Iterator[str]:
    """A table under its title, with its notes."""
    if table.title != report.title:
        yield from (
            colorize(line, BOLD, style) for line in wrap_cells(escape_control_characters(table.title.localize(style.language)), style)
        )
    if not table.rows:
        yield from wrap_cells(escape_control_characters(table.empty.localize(style.language)), style)
    elif table.form is TableForm.LIST:
        yield from (line for row in table.rows for line in format_row_as_point(row, table, style))
    elif lay := choose_table_layout(table, style):
        yield format_grid(table, lay, style)
        yield from note_hidden_columns(table, lay, style)
    else:
        yield from format_stacked_rows(table, style)
    for note in (*build_legend(table), *table.notes):
        yield from format_remark(note, style)


def format_remark(note: Text, style: TerminalStyle) -> Iterator[str]:
    """A note below a table."""
    yield from (colorize(line, DIM, style) for line in wrap_cells(escape_control_characters(note.localize(style.language)), style))


def format_row_as_point(row: ReportRow, table: ReportTable, style: TerminalStyle) -> Iterator[str]:
    """A row as a point."""
    words = [
        escape_control_characters(format_cell_in_column(cell, column, style.language))
        for cell, column in zip(row.cells, table.columns, strict=True)
        if not column.detail
    ]
    first, *rest = [word for word in words if word] or [""]
    yield from wrap_cells(first + (choose_joint(first) + "; ".join(rest) if rest else ""), style, "- ", "  ")


class TerminalLayout(NamedTuple):
    """Which columns of a table are laid out, how wide each is, and whether days are in figures."""

    places: tuple[int, ...]
    widths: tuple[int, ...]
    figures: bool = False


def choose_table_layout(table: ReportTable, style: TerminalStyle) -> TerminalLayout | None:
    """The fullest way to lay a table out that fits; nothing where none does. A pipe is as wide as it needs to be."""
    places = tuple(place for place, column in enumerate(table.columns) if not column.detail)
    spare = [place for place in places if table.columns[place].spare]
    kept = [tuple(place for place in places if place not in spare[count:]) for count in range(len(spare), -1, -1)]
    for chosen, figures in ((places, False), *((numbers, True) for numbers in kept)):
        sizes = [measure_column(table, place, style, figures=figures) for place in chosen]
        least, most = [size[0] for size in sizes], [size[1] for size in sizes]
        room = (style.width or WIDE) - choose_column_gap(table) * (len(chosen) - 1)
        if sum(least) <= room:
            return TerminalLayout(chosen, tuple(distribute_width(least, most, room)), figures)
    return None


def distribute_width(least: list[int], most: list[int], room: int) -> list[int]:
    """Widths for columns: what each needs, and what is left to those that have the most to say."""
    widths = list(least)
    for _ in range(room - sum(least)):
        lacking = [full - width for full, width in zip(most, widths, strict=True)]
        if max(lacking) <= 0:
            break
        widths[lacking.index(max(lacking))] += 1
    return widths


def choose_column_gap(table: ReportTable) -> int:
    """The room between two columns."""
    return TIGHT if table.form is TableForm.MATRIX else GAP


def measure_column(table: ReportTable, place: int, style: TerminalStyle, *, figures: bool) -> tuple[int, int]:
    """The least width of a column, which is that of its longest word or, where it holds no words, of the whole; and that at which nothing is folded."""
    column = table.columns[place]
    texts = [format_cell_text(row.cells[place], column, table, style.language, figures=figures) for row in table.rows]
    cells = (row.cells[place] for row in table.rows)
    pieces = [piece for cell, text in zip(cells, texts, strict=True) for piece in (text.split() if can_wrap(cell, column) else [text])]
    head = column.title.localize(style.language)
    longest = max((len(piece) for piece in (*pieces, *head.split())), default=0)
    whole = max((len(text) for text in texts), default=0)
    least = max(longest, min(NARROWEST, whole)) if column.kind is ColumnKind.WORDS else longest
    narrow = table.form is TableForm.MATRIX and column.kind is ColumnKind.MARK
    return least, max(least, whole, 0 if narrow else len(head))


def can_wrap(cell: Cell, column: ReportColumn) -> bool:
    """Whether a cell may be folded between its words: an amount and a day may not, wherever they stand."""
    return column.kind is ColumnKind.WORDS and not isinstance(cell, Money | date)


def format_cell_text(cell: Cell, column: ReportColumn, table: ReportTable, language: Language, *, figures: bool = False) -> str:
    """A cell in words fit for a terminal; days in figures where there is little room."""
    if figures and isinstance(cell, date):
        return f"{cell.day:02}-{cell.month:02}-{cell.year}" if language == "da" else cell.isoformat()
    return escape_control_characters(format_short_cell(cell, column, table, language).replace("\n", " "))


def note_hidden_columns(table: ReportTable, lay: TerminalLayout, style: TerminalStyle) -> Iterator[str]:
    """A note on the columns there is no room for."""
    missing = [column.title for place, column in enumerate(table.columns) if not column.detail and place not in lay.places]
    if missing:
        yield from format_remark(NOT_SHOWN.format(columns=tuple(missing)), style)


def format_grid(table: ReportTable, lay: TerminalLayout, style: TerminalStyle) -> str:
    """Rows as a table."""
    from rich.console import Console  # noqa: PLC0415 - heavy, and only tables need it

    console = Console(
        width=style.width or WIDE, color_system="standard" if style.colour else None, force_terminal=style.colour, no_color=not style.colour,
        markup=False, emoji=False, highlight=False, legacy_windows=False,
    )  # fmt: skip
    with console.capture() as captured:
        console.print(build_rich_table(table, lay, style), crop=False)
    return "\n".join(line.rstrip() for line in captured.get().rstrip("\n").split("\n"))


BOX = "    \n    \n ── \n    \n    \n    \n    \n    \n"
"""A calm line below the head, and no frame."""


def build_rich_table(table: ReportTable, lay: TerminalLayout, style: TerminalStyle) -> "Grid":
    """The table as it is printed."""
    from rich.box import Box  # noqa: PLC0415 - as above
    from rich.table import Table as Grid  # noqa: PLC0415 - as above
    from rich.text import Text as Words  # noqa: PLC0415 - as above

    padding = (0, choose_column_gap(table) - 1, 0, 0)  # the box itself sets one blank between columns
    grid = Grid(
        box=Box(BOX),
        show_edge=False,
        pad_edge=False,
        padding=padding,
        header_style="dim" if style.colour else "",
        show_header=table.form is not TableForm.FIGURES,
    )
    for place, width in zip(lay.places, lay.widths, strict=True):
        column = table.columns[place]
        head = Words(escape_control_characters(column.title.localize(style.language)))
        grid.add_column(head, justify=choose_alignment(column), overflow="fold", width=width)
    for row in table.rows:
        lines = [
            (row.cells[place], format_cell_text(row.cells[place], table.columns[place], table, style.language, figures=lay.figures))
            for place in lay.places
        ]
        grid.add_row(*(Words(text, style=choose_cell_color(cell)) for cell, text in lines))
    return grid


def choose_alignment(column: ReportColumn) -> Literal["left", "center", "right"]:
    """Where a column is set."""
    return "left" if column.kind in LEFT else "center" if column.kind is ColumnKind.MARK else "right"


def choose_cell_color(cell: Cell) -> str:
    """The colour of a cell that wants to be seen; its words say the same."""
    return COLOURS.get(cell, "") if isinstance(cell, DueState | EffectiveStatus) else ""


def is_matrix_zero(cell: Cell, column: ReportColumn, table: ReportTable) -> bool:
    """Whether a cell is one of the many noughts of a matrix; its sum is always told."""
    return table.form is TableForm.MATRIX and type(cell) is int and cell == 0 and column is not table.last


def format_stacked_rows(table: ReportTable, style: TerminalStyle) -> Iterator[str]:
    """Rows one below the other, each cell under the title of its column."""
    for row in table.rows:
        lines = [
            (
                column.title.localize(style.language),
                "" if is_matrix_zero(cell, column, table) else format_cell_text(cell, column, table, style.language),
            )
            for cell, column in zip(row.cells, table.columns, strict=True)
            if not column.detail
        ]
        (_, first), *rest = lines
        yield from (colorize(line, BOLD, style) for line in wrap_cells(first, style))
        for title, text in rest:
            if text:
                yield from wrap_cells(f"{escape_control_characters(title)}: {text}", style, "  ", "    ")
