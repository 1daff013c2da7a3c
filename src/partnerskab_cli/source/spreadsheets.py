"""A list from a spreadsheet: its headings, its rows, and a map from headings to fields."""

import csv
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from io import StringIO
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from ..errors import CommandError
from ..model.amounts import Number
from ..text.localized import Language, Text
from .files import read_bytes
from .parser import Scalar, SourceFault, parse_yaml

PARTINGS = (";", "\t", ",")
"""What may stand between two cells; the row of the headings says which, or a first line `sep=;` as Excel writes it."""
SEPARATOR = re.compile(r"[ \t]*\"?sep=(.)\"?[ \t;,]*(?:\r\n|\r|\n|$)", re.IGNORECASE)
MOST_TITLES = 30
"""Rows among which the headings are looked for."""
MOST_ROWS = 5_000
MOST_COLUMNS = 200
MOST_CELLS = 50_000
TOO_MANY = Text(da="den har mere end {most} rækker", en="it has more than {most} rows")
TOO_WIDE = Text(da="den har mere end {most} kolonner", en="it has more than {most} columns")
TOO_FULL = Text(da="den har mere end {most} celler", en="it has more than {most} cells")
FEWER_COLUMNS = Text(da="tag de kolonner væk, som ikke skal med", en="take away the columns that are not wanted")
IN_PARTS = Text(da="del den i flere lister", en="part it into several lists")
Line = tuple[int, list[str]]
"""A row by its number in the spreadsheet."""
Recognise = Callable[[str], int]
"""How surely a cell is a heading: 2 surely, 1 by its words, 0 not."""
NUMBERED = Text(da="kolonne {number}", en="column {number}")
SAVE_AS = Text(
    da="gem den fra regnearket som CSV med overskrifter i første række",
    en="save it from the spreadsheet as CSV with headings in its first row",
)
A_LINE_EACH = Text(
    da="skriv en linje for hver kolonne, fx Bevilget: tilskud.beløb", en="write a line for each column, such as Granted: grant.amount"
)


class Spreadsheet(NamedTuple):
    """A list: its headings, and its rows by the numbers they have in a spreadsheet."""

    headings: tuple[str, ...]
    rows: tuple[tuple[int, Mapping[str, str]], ...]
    titles: tuple[tuple[int, str], ...] = ()
    """The rows above the headings, in words."""


def decode_spreadsheet(name: str) -> str:
    """The text of a file: UTF-8, UTF-16 with its mark, or as Danish spreadsheets have saved it for long.

    Raises:
        CommandError: there is no such file, or it is none to read.

    """
    path = Path(name)
    if not (path.exists() or path.is_symlink()):
        raise CommandError(
            Text(da="Der er ingen fil »{file}«.", en="There is no file “{file}”.").format(file=name),
            Text(da="tjek stien", en="check the path"),
        )
    data = read_bytes(path, Path())
    if isinstance(data, SourceFault):
        reason = data.values.get("what") or data.values.get("size")
        raise CommandError(
            Text(da="{file} kan ikke læses: {reason}.", en="{file} cannot be read: {reason}.").format(file=name, reason=reason)
        )
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def parse_spreadsheet(text: str, name: str, language: Language, recognise: Recognise = lambda _: 0) -> Spreadsheet:
    """The headings and rows of a list; a column without a heading is named by its number.

    `recognise` says how surely a cell is a heading: by it the row of the headings is found below the titles of a sheet.

    Raises:
        CommandError: it has no headings, or two of one name, or is no list at all.

    """
    lines, at = read_lines(text, name, recognise)
    if not lines:
        raise build_no_list_error(name, Text(da="den er tom", en="it is empty"))
    refuse_large_list(lines, name)
    width = max(len(cells) for _, cells in lines)
    headings = [choose_heading(lines[at][1], column, language) for column in range(width)]
    if twice := [heading for heading, count in Counter(headings).items() if count > 1]:
        reason = Text(da="overskriften »{heading}« står to gange", en="the heading “{heading}” stands twice").format(heading=twice[0])
        raise build_no_list_error(name, reason)
    rows = tuple((number, dict(zip(headings, cells, strict=False))) for number, cells in lines[at + 1 :])
    return Spreadsheet(tuple(headings), rows, tuple((number, " ".join(" ".join(cells).split())) for number, cells in lines[:at]))


def refuse_large_list(lines: Sequence[Line], name: str) -> None:
    """Refuse a list that would take too long.

    Raises:
        CommandError: it has too many rows, columns or cells.

    """
    if len(lines) > MOST_ROWS:
        raise build_no_list_error(name, TOO_MANY.format(most=Number(MOST_ROWS * 100)), IN_PARTS)
    if max(len(cells) for _, cells in lines) > MOST_COLUMNS:
        raise build_no_list_error(name, TOO_WIDE.format(most=Number(MOST_COLUMNS * 100)), FEWER_COLUMNS)
    if sum(len(cells) for _, cells in lines) > MOST_CELLS:
        raise build_no_list_error(name, TOO_FULL.format(most=Number(MOST_CELLS * 100)), IN_PARTS)


def read_lines(text: str, name: str, recognise: Recognise) -> tuple[list[Line], int]:
    """The rows that say something, and which of them has the headings.

    Raises:
        CommandError: the rows cannot be told apart.

    """
    match = SEPARATOR.match(text)
    body = text[match.end() :] if match else text
    partings = (match[1],) if match else PARTINGS
    first = next((line for line in body.splitlines() if line.strip()), "")
    usual = max(partings, key=first.count)
    scores = {parting: find_heading_row(list_heading_candidates(body, parting), recognise) for parting in partings}
    parting = max(partings, key=lambda parting: (scores[parting][0], parting == usual))
    try:
        return list(iter_numbered_rows(body, parting)), scores[parting][1]
    except csv.Error as error:
        raise build_no_list_error(name, Text(da="rækkerne kan ikke skilles ad", en="the rows cannot be told apart")) from error


def list_heading_candidates(body: str, parting: str) -> list[Line]:
    """The rows in which the headings may be; none where the text is not parted by that letter."""
    lines: list[Line] = []
    with suppress(csv.Error):
        lines += islice(iter_numbered_rows(body, parting), MOST_TITLES)
    return lines


def find_heading_row(lines: Sequence[Line], recognise: Recognise) -> tuple[tuple[int, int, int], int]:
    """How surely a row has the headings, and which one it is; the first row where nothing is known."""
    scores = []
    for _, cells in lines:
        sure = [recognise(cell) for cell in cells[:MOST_COLUMNS] if cell.strip()]
        scores.append((sure.count(2), sure.count(1), len(sure)) if any(sure) else (0, 0, 0))
    best = max(scores, default=(0, 0, 0))
    return best, scores.index(best) if scores else 0


def iter_numbered_rows(text: str, parting: str) -> Iterator[Line]:
    """The rows that say something, by the numbers they have in a spreadsheet."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=parting, strict=True)
    for number, cells in enumerate(reader, 1):
        if any(cell.strip() for cell in cells):
            yield number, cells


def choose_heading(cells: list[str], column: int, language: Language) -> str:
    """The heading of a column."""
    name = " ".join(cells[column].split()) if column < len(cells) else ""
    return name or NUMBERED.localize(language, number=column + 1)


def build_no_list_error(name: str, reason: Text, cure: Text = SAVE_AS) -> CommandError:
    """A file that is no list with headings."""
    says = Text(da="{file} er ikke en liste, jeg kan læse: {reason}.", en="{file} is no list that I can read: {reason}.")
    return CommandError(says.format(file=name, reason=reason), cure)


def parse_column_map(text: str, name: str) -> dict[str, str]:
    """What a map says of each heading: YAML with a line for each.

    Raises:
        CommandError: it is no such map.

    """
    root, _ = parse_yaml(text)
    cells = root.entries.items() if root else ()
    chart = {heading: node.text for heading, (_, node) in cells if isinstance(node, Scalar)}
    if not chart or len(chart) < len(cells):
        says = Text(
            da="{file} siger ikke, hvilket felt hver overskrift hører til.", en="{file} does not say which field each heading belongs to."
        ).format(file=name)
        raise CommandError(says, A_LINE_EACH)
    return chart
