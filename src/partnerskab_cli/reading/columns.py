"""A list from a spreadsheet: its headings, its rows, and a map from headings to fields."""

import csv
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from ..errors import CommandError
from ..text import Language, Text
from .document import Fault, Scalar, document
from .source import content

PARTINGS = (";", "\t", ",")
"""What may stand between two cells; the first row says which."""
NUMBERED = Text(da="kolonne {number}", en="column {number}")
SAVE_AS = Text(
    da="gem den fra regnearket som CSV med overskrifter i første række",
    en="save it from the spreadsheet as CSV with headings in its first row",
)
A_LINE_EACH = Text(
    da="skriv en linje for hver kolonne, fx Bevilget: tilskud.beløb", en="write a line for each column, such as Granted: grant.amount"
)


class Columns(NamedTuple):
    """A list: its headings, and its rows by the numbers they have in a spreadsheet."""

    headings: tuple[str, ...]
    rows: tuple[tuple[int, Mapping[str, str]], ...]


def text_of(name: str) -> str:
    """The text of a file: UTF-8, UTF-16 with its mark, or as Danish spreadsheets have saved it for long.

    Raises:
        CommandError: there is no such file, or it is none to read.

    """
    path = Path(name)
    if not (path.exists() or path.is_symlink()):
        raise CommandError(
            Text(da="Der er ingen fil »{file}«.", en="There is no file “{file}”.").filled(file=name),
            Text(da="tjek stien", en="check the path"),
        )
    data = content(path)
    if isinstance(data, Fault):
        reason = data.values.get("what") or data.values.get("size")
        raise CommandError(
            Text(da="{file} kan ikke læses: {reason}.", en="{file} cannot be read: {reason}.").filled(file=name, reason=reason)
        )
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def columns_of(text: str, name: str, language: Language) -> Columns:
    """The headings and rows of a list; a column without a heading is named by its number.

    Raises:
        CommandError: it has no headings, or two of one name, or is no list at all.

    """
    first = next((line for line in text.splitlines() if line.strip()), "")
    try:
        lines = list(numbered(text, max(PARTINGS, key=first.count)))
    except csv.Error as error:
        raise no_list(name, Text(da="rækkerne kan ikke skilles ad", en="the rows cannot be told apart")) from error
    if not lines:
        raise no_list(name, Text(da="den er tom", en="it is empty"))
    width = max(len(cells) for _, cells in lines)
    headings = [heading_of(lines[0][1], column, language) for column in range(width)]
    if twice := [heading for heading, count in Counter(headings).items() if count > 1]:
        reason = Text(da="overskriften »{heading}« står to gange", en="the heading “{heading}” stands twice").filled(heading=twice[0])
        raise no_list(name, reason)
    return Columns(tuple(headings), tuple((number, dict(zip(headings, cells, strict=False))) for number, cells in lines[1:]))


def numbered(text: str, parting: str) -> Iterator[tuple[int, list[str]]]:
    """The rows that say something, with the line on which each ends."""
    reader = csv.reader(text.splitlines(keepends=True), delimiter=parting, strict=True)
    for cells in reader:
        if any(cell.strip() for cell in cells):
            yield reader.line_num, cells


def heading_of(cells: list[str], column: int, language: Language) -> str:
    """The heading of a column."""
    name = " ".join(cells[column].split()) if column < len(cells) else ""
    return name or NUMBERED.said(language, number=column + 1)


def no_list(name: str, reason: Text) -> CommandError:
    """A file that is no list with headings."""
    says = Text(da="{file} er ikke en liste, jeg kan læse: {reason}.", en="{file} is no list that I can read: {reason}.")
    return CommandError(says.filled(file=name, reason=reason), SAVE_AS)


def map_of(text: str, name: str) -> dict[str, str]:
    """What a map says of each heading: YAML with a line for each.

    Raises:
        CommandError: it is no such map.

    """
    root, _ = document(text)
    cells = root.entries.items() if root else ()
    chart = {heading: node.text for heading, (_, node) in cells if isinstance(node, Scalar)}
    if not chart or len(chart) < len(cells):
        says = Text(
            da="{file} siger ikke, hvilket felt hver overskrift hører til.", en="{file} does not say which field each heading belongs to."
        ).filled(file=name)
        raise CommandError(says, A_LINE_EACH)
    return chart
