"""Drawings of tables: bars and lines of time as SVG, told to those who cannot see them; the same numbers stand in the table below."""

from collections.abc import Iterator
from datetime import date
from html import escape
from typing import NamedTuple

from markupsafe import Markup

from ..model.amounts import Money
from ..portfolio.report import Chart, ReportColumn, ReportRow, ReportTable, TableForm
from ..text.localized import Language, Text, escape_control_characters
from .cells import format_cell_in_column

WIDTH, LABEL, LINE, BAR = 720, 250, 26, 16
"""Of the drawing, of the names in it, of each line and of its bar, in the drawing's own units."""
LONGEST_BAR = 360
"""Words stand behind it."""
LONGEST = 34
"""Letters of a name that fit; the whole of it stands in the table."""
MOST_LINES = 60
SERIES = ("full", "light", "dotted", "striped", "crossed")
"""How one number is told from the next: by shade and pattern, never by colour alone."""
NUMBERS_BELOW = Text(da="Tallene står i tabellen nedenfor.", en="The numbers stand in the table below.")
DAYS_BELOW = Text(da="Dagene står i tabellen nedenfor.", en="The days stand in the table below.")
TODAY = Text(da="i dag", en="today")
OPEN = Text(da="åben slutning", en="open end")


class Bar(NamedTuple):
    """A stretch of a line: where it begins and how long it is, in units of the drawing, its pattern and its words."""

    start: int
    length: int
    pattern: str
    words: str


class ChartRow(NamedTuple):
    """A named line of a drawing."""

    name: str
    bars: tuple[Bar, ...]


def render_chart(table: ReportTable, language: Language, today: date) -> Markup:
    """The drawing of a table; nothing where there is none or too little to draw."""
    if table.chart is None or table.form is TableForm.LIST or len(table.rows) < 2:  # noqa: PLR2004 - one line is no comparison
        return Markup("")
    drawn = render_timeline(table, table.chart, language, today) if table.chart.timeline else render_bar_chart(table, table.chart, language)
    return Markup(drawn)  # noqa: S704 - every text in it is escaped


def render_bar_chart(table: ReportTable, asked: Chart, language: Language) -> str:
    """Each row as a line with a bar for each number, the largest across the whole width."""
    columns = [table.columns[table.find_column(key)] for key in asked.values]
    sizes = [[measure_bar(row.cells[table.find_column(key)]) for key in asked.values] for row in table.rows]
    largest = max((number for row in sizes for number in row), default=0)
    if not largest or len({find_row_currency(row, table, asked) for row in table.rows} - {None}) > 1:
        return ""
    lines = [
        ChartRow(name_chart_row(row, table, asked, language), tuple(build_bars(row, table, columns, largest, language)))
        for row in table.rows
    ]
    return render_svg(table, lines, build_chart_key(columns, language), NUMBERS_BELOW, language)


def build_bars(row: ReportRow, table: ReportTable, columns: list[ReportColumn], largest: int, language: Language) -> Iterator[Bar]:
    """The bars of one row, one after the other below each other's end."""
    for pattern, column in zip(SERIES * len(columns), columns, strict=False):
        cell = row.cells[table.find_column(column.key)]
        if measure_bar(cell):
            yield Bar(0, max(2, LONGEST_BAR * measure_bar(cell) // largest), pattern, format_cell_in_column(cell, column, language))


def measure_bar(cell: object) -> int:
    """How long a bar is."""
    return max(0, cell.cents) if isinstance(cell, Money) else cell if isinstance(cell, int) and not isinstance(cell, bool) else 0


def find_row_currency(row: ReportRow, table: ReportTable, asked: Chart) -> str | None:
    """The currency of a row; amounts of two are never drawn beside each other."""
    cells = [row.cells[table.find_column(key)] for key in asked.values]
    return next((cell.currency for cell in cells if isinstance(cell, Money)), None)


def name_chart_row(row: ReportRow, table: ReportTable, asked: Chart, language: Language) -> str:
    """What a line is called."""
    place = table.find_column(asked.label)
    return format_cell_in_column(row.cells[place], table.columns[place], language)


def build_chart_key(columns: list[ReportColumn], language: Language) -> list[tuple[str, str]]:
    """What each pattern stands for, where there is more than one."""
    titles = [(pattern, column.title.localize(language)) for pattern, column in zip(SERIES * len(columns), columns, strict=False)]
    return titles if len(columns) > 1 else []


def render_timeline(table: ReportTable, asked: Chart, language: Language, today: date) -> str:
    """Each row with a first day as a line from it to its last day, with a mark for today."""
    first, last = (table.find_column(key) for key in asked.values)
    spans = [(row, row.cells[first], row.cells[last]) for row in table.rows]
    known = [(row, start, end if isinstance(end, date) else None) for row, start, end in spans if isinstance(start, date)]
    if len(known) < 2:  # noqa: PLR2004 - one line is no comparison
        return ""
    years = range(min(start.year for _, start, _ in known), max((end or start).year for _, start, end in known) + 2)
    scale = Scale(date(years[0], 1, 1), date(years[-1], 1, 1))
    lines = [
        ChartRow(name_chart_row(row, table, asked, language), (build_period_bar(start, end, scale, language),)) for row, start, end in known
    ]
    marks = [(scale.place_date(date(year, 1, 1)), str(year)) for year in years[:-1]]
    return render_svg(table, lines, [], DAYS_BELOW, language, (*marks, (scale.place_date(today), TODAY.localize(language))))


class Scale(NamedTuple):
    """Days across the width of a drawing."""

    first: date
    last: date

    def place_date(self, day: date) -> int:
        """Where a day stands."""
        whole = (self.last - self.first).days
        return (WIDTH - LABEL - 10) * max(0, min((day - self.first).days, whole)) // max(1, whole)


def build_period_bar(start: date, end: date | None, scale: Scale, language: Language) -> Bar:
    """A period as a bar; an open end runs out of the drawing."""
    left, right = scale.place_date(start), scale.place_date(end or scale.last)
    return Bar(left, max(3, right - left), "full" if end else "dotted", "" if end else OPEN.localize(language))


Marks = tuple[tuple[int, str], ...]


def render_svg(  # noqa: PLR0913, PLR0917 - what a drawing is made of
    table: ReportTable, lines: list[ChartRow], key: list[tuple[str, str]], note: Text, language: Language, marks: Marks = ()
) -> str:
    """The SVG of named lines, with a title, a description, upright marks and a key to the patterns."""
    kept = lines[:MOST_LINES]
    top = 38 if marks else 24 if key else 4
    heights = [max(1, len(line.bars)) * BAR + LINE - BAR for line in kept]
    height = top + sum(heights) + 6
    title = table.title.localize(language)
    body = [*render_marks(marks, height), *render_key(key, table.key)]
    for number, line in enumerate(kept):
        body += render_chart_row(line, top + sum(heights[:number]), table.key)
    return (
        f'<svg class="chart" role="img" viewBox="0 0 {WIDTH} {height}" aria-labelledby="{table.key}-drawn {table.key}-told">'
        f'<title id="{table.key}-drawn">{escape_svg(title)}</title><desc id="{table.key}-told">{escape_svg(note.localize(language))}</desc>'
        f"{render_patterns(table.key)}{''.join(body)}</svg>"
    )


TEXTURES = {
    "dotted": '<circle class="dot" cx="3" cy="3" r="1.4"/>',
    "striped": '<path class="line" d="M-1 4L4 -1M2 7L7 2"/>',
    "crossed": '<path class="line" d="M0 3H6M3 0V6"/>',
}


def render_patterns(name: str) -> str:
    """The textures that bars of a drawing may be filled with, under its own name."""
    drawn = (
        f'<pattern id="{name}-{pattern}" width="6" height="6" patternUnits="userSpaceOnUse">'
        f'<rect class="ground" width="6" height="6"/>{texture}</pattern>'
        for pattern, texture in TEXTURES.items()
    )
    return f"<defs>{''.join(drawn)}</defs>"


def choose_fill(pattern: str, name: str) -> str:
    """How a bar is filled that has a texture, in the drawing of that name."""
    return f' fill="url(#{name}-{pattern})"' if pattern in TEXTURES else ""


def render_chart_row(line: ChartRow, top: int, name: str) -> Iterator[str]:
    """A name with its bars."""
    yield f'<text class="name" x="{LABEL - 10}" y="{top + BAR - 3}" text-anchor="end">{escape_svg(clip_label(line.name))}</text>'
    for number, bar in enumerate(line.bars):
        y, left = top + number * BAR, LABEL + bar.start
        yield f'<rect class="bar {bar.pattern}" x="{left}" y="{y}" width="{bar.length}" height="{BAR - 3}"{choose_fill(bar.pattern, name)}/>'
        if bar.words:
            inside = bar.start + bar.length > LONGEST_BAR and bar.pattern == "dotted"
            yield "" if inside else f'<text class="value" x="{left + bar.length + 6}" y="{y + BAR - 5}">{escape_svg(bar.words)}</text>'


def render_marks(marks: Marks, height: int) -> Iterator[str]:
    """Upright lines with their words, such as the years; the last one is today."""
    for number, (at, words) in enumerate(marks):
        now, down = (" now", 12) if number == len(marks) - 1 else ("", 28)
        yield f'<line class="mark{now}" x1="{LABEL + at}" x2="{LABEL + at}" y1="{down - 8}" y2="{height}"/>'
        yield f'<text class="year{now}" x="{LABEL + at + 4}" y="{down}">{escape_svg(words)}</text>'


def render_key(key: list[tuple[str, str]], name: str) -> Iterator[str]:
    """What each pattern stands for."""
    room = min(120, (WIDTH - LABEL) // max(1, len(key)))
    for number, (pattern, words) in enumerate(key):
        left = LABEL + number * room
        yield f'<rect class="bar {pattern}" x="{left}" y="4" width="12" height="12"{choose_fill(pattern, name)}/>'
        yield f'<text class="value" x="{left + 18}" y="14">{escape_svg(words)}</text>'


def clip_label(words: str) -> str:
    """A name that fits; the drawing is beside the table, which has the whole of it."""
    return words if len(words) <= LONGEST else words[: LONGEST - 1].rstrip() + "…"


def escape_svg(words: str) -> str:
    """Words inside the drawing."""
    return escape(escape_control_characters(words))
