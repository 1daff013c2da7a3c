"""A paper on the terminal: tables that fit, points that do not; nothing is cut."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Literal, NamedTuple

from ..agreement.amounts import Money
from ..agreement.standing import Standing
from ..documents.tables.cells import LEFT, in_column, joint, legend, short
from ..formats.look import BOLD, DIM, Look, folded, painted
from ..portfolio.due import State
from ..portfolio.table import Cell, Column, Form, Kind, Paper, Row, Table
from ..text import Language, Text, shown

if TYPE_CHECKING:
    from rich.table import Table as Grid

GAP = 2
TIGHT = 1
"""Between the columns, and between the many narrow ones of a matrix."""
NARROWEST = 10
"""A column of words does not become narrower, unless its words are shorter."""
WIDE = 10_000
COLOURS = {
    State.OVERDUE: "red", State.SOON: "yellow", Standing.EXPIRED: "red", Standing.SIGNED: "cyan", Standing.COMING: "cyan", Standing.RENEGOTIATION: "yellow",
}  # fmt: skip
NOT_SHOWN = Text(
    da="Ikke vist her: {columns}. Et bredere vindue eller --format viser det.",
    en="Not shown here: {columns}. A wider window or --format shows it.",
)


def on_terminal(paper: Paper, look: Look) -> str:
    """The paper as text for a terminal or a pipe."""
    parts = [head(paper, look), *("\n".join(section(table, paper, look)) for table in paper.tables)]
    return "\n\n".join(parts) + "\n"


def head(paper: Paper, look: Look) -> str:
    """The title, the day and the opening words."""
    title = [painted(line, BOLD, look) for line in folded(shown(paper.title.said(look.language)), look)]
    as_of = painted(in_column(paper.today, DAY, look.language), DIM, look)
    lead = [line for text in paper.lead for line in folded(shown(text.said(look.language)), look)]
    return "\n".join([*title, as_of, *(["", *lead] if lead else [])])


DAY = Column("day", Text("", ""), Kind.DAY)


def section(table: Table, paper: Paper, look: Look) -> Iterator[str]:
    """A table under its title, with its notes."""
    if table.title != paper.title:
        yield from (painted(line, BOLD, look) for line in folded(shown(table.title.said(look.language)), look))
    if not table.rows:
        yield from folded(shown(table.empty.said(look.language)), look)
    elif table.form is Form.LIST:
        yield from (line for row in table.rows for line in point(row, table, look))
    elif lay := layout(table, look):
        yield grid(table, lay, look)
        yield from left_out(table, lay, look)
    else:
        yield from stacked(table, look)
    for note in (*legend(table), *table.notes):
        yield from remarked(note, look)


def remarked(note: Text, look: Look) -> Iterator[str]:
    """A note below a table."""
    yield from (painted(line, DIM, look) for line in folded(shown(note.said(look.language)), look))


def point(row: Row, table: Table, look: Look) -> Iterator[str]:
    """A row as a point."""
    told = [
        shown(in_column(cell, column, look.language)) for cell, column in zip(row.cells, table.columns, strict=True) if not column.detail
    ]
    first, *rest = [one for one in told if one] or [""]
    yield from folded(first + (joint(first) + "; ".join(rest) if rest else ""), look, "- ", "  ")


class Lay(NamedTuple):
    """Which columns of a table are laid out, how wide each is, and whether days are in figures."""

    places: tuple[int, ...]
    widths: tuple[int, ...]
    figures: bool = False


def layout(table: Table, look: Look) -> Lay | None:
    """The fullest way to lay a table out that fits; nothing where none does. A pipe is as wide as it needs to be."""
    places = tuple(place for place, column in enumerate(table.columns) if not column.detail)
    spare = [place for place in places if table.columns[place].spare]
    kept = [tuple(place for place in places if place not in spare[count:]) for count in range(len(spare), -1, -1)]
    for chosen, figures in ((places, False), *((one, True) for one in kept)):
        sizes = [measured(table, place, look, figures=figures) for place in chosen]
        least, most = [size[0] for size in sizes], [size[1] for size in sizes]
        room = (look.width or WIDE) - gap(table) * (len(chosen) - 1)
        if sum(least) <= room:
            return Lay(chosen, tuple(shared_out(least, most, room)), figures)
    return None


def shared_out(least: list[int], most: list[int], room: int) -> list[int]:
    """Widths for columns: what each needs, and what is left to those that have the most to say."""
    widths = list(least)
    for _ in range(room - sum(least)):
        lacking = [full - width for full, width in zip(most, widths, strict=True)]
        if max(lacking) <= 0:
            break
        widths[lacking.index(max(lacking))] += 1
    return widths


def gap(table: Table) -> int:
    """The room between two columns."""
    return TIGHT if table.form is Form.MATRIX else GAP


def measured(table: Table, place: int, look: Look, *, figures: bool) -> tuple[int, int]:
    """The least width of a column, which is that of its longest word or, where it holds no words, of the whole; and that at which nothing is folded."""
    column = table.columns[place]
    texts = [words(row.cells[place], column, table, look.language, figures=figures) for row in table.rows]
    cells = (row.cells[place] for row in table.rows)
    pieces = [piece for cell, text in zip(cells, texts, strict=True) for piece in (text.split() if in_words(cell, column) else [text])]
    head = column.title.said(look.language)
    longest = max((len(piece) for piece in (*pieces, *head.split())), default=0)
    whole = max((len(text) for text in texts), default=0)
    least = max(longest, min(NARROWEST, whole)) if column.kind is Kind.WORDS else longest
    narrow = table.form is Form.MATRIX and column.kind is Kind.MARK
    return least, max(least, whole, 0 if narrow else len(head))


def in_words(cell: Cell, column: Column) -> bool:
    """Whether a cell may be folded between its words: an amount and a day may not, wherever they stand."""
    return column.kind is Kind.WORDS and not isinstance(cell, Money | date)


def words(cell: Cell, column: Column, table: Table, language: Language, *, figures: bool = False) -> str:
    """A cell in words fit for a terminal; days in figures where there is little room."""
    if figures and isinstance(cell, date):
        return f"{cell.day:02}-{cell.month:02}-{cell.year}" if language == "da" else cell.isoformat()
    return shown(short(cell, column, table, language).replace("\n", " "))


def left_out(table: Table, lay: Lay, look: Look) -> Iterator[str]:
    """A note on the columns there is no room for."""
    missing = [column.title for place, column in enumerate(table.columns) if not column.detail and place not in lay.places]
    if missing:
        yield from remarked(NOT_SHOWN.filled(columns=tuple(missing)), look)


def grid(table: Table, lay: Lay, look: Look) -> str:
    """Rows as a table."""
    from rich.console import Console  # noqa: PLC0415 - heavy, and only tables need it

    console = Console(
        width=look.width or WIDE, color_system="standard" if look.colour else None, force_terminal=look.colour, no_color=not look.colour,
        markup=False, emoji=False, highlight=False, legacy_windows=False,
    )  # fmt: skip
    with console.capture() as captured:
        console.print(laid_out(table, lay, look), crop=False)
    return "\n".join(line.rstrip() for line in captured.get().rstrip("\n").split("\n"))


BOX = "    \n    \n ── \n    \n    \n    \n    \n    \n"
"""A calm line below the head, and no frame."""


def laid_out(table: Table, lay: Lay, look: Look) -> "Grid":
    """The table as it is printed."""
    from rich.box import Box  # noqa: PLC0415 - as above
    from rich.table import Table as Grid  # noqa: PLC0415 - as above
    from rich.text import Text as Words  # noqa: PLC0415 - as above

    padding = (0, gap(table) - 1, 0, 0)  # the box itself sets one blank between columns
    made = Grid(
        box=Box(BOX),
        show_edge=False,
        pad_edge=False,
        padding=padding,
        header_style="dim" if look.colour else "",
        show_header=table.form is not Form.FIGURES,
    )
    for place, width in zip(lay.places, lay.widths, strict=True):
        column = table.columns[place]
        head = Words(shown(column.title.said(look.language)))
        made.add_column(head, justify=side(column), overflow="fold", width=width)
    for row in table.rows:
        said = [
            (row.cells[place], words(row.cells[place], table.columns[place], table, look.language, figures=lay.figures))
            for place in lay.places
        ]
        made.add_row(*(Words(text, style=colour(cell)) for cell, text in said))
    return made


def side(column: Column) -> Literal["left", "center", "right"]:
    """Where a column is set."""
    return "left" if column.kind in LEFT else "center" if column.kind is Kind.MARK else "right"


def colour(cell: Cell) -> str:
    """The colour of a cell that wants to be seen; its words say the same."""
    return COLOURS.get(cell, "") if isinstance(cell, State | Standing) else ""


def nought(cell: Cell, column: Column, table: Table) -> bool:
    """Whether a cell is one of the many noughts of a matrix; its sum is always told."""
    return table.form is Form.MATRIX and type(cell) is int and cell == 0 and column is not table.last


def stacked(table: Table, look: Look) -> Iterator[str]:
    """Rows one below the other, each cell under the title of its column."""
    for row in table.rows:
        told = [
            (column.title.said(look.language), "" if nought(cell, column, table) else words(cell, column, table, look.language))
            for cell, column in zip(row.cells, table.columns, strict=True)
            if not column.detail
        ]
        (_, first), *rest = told
        yield from (painted(line, BOLD, look) for line in folded(first, look))
        for title, text in rest:
            if text:
                yield from folded(f"{shown(title)}: {text}", look, "  ", "    ")
