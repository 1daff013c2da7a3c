"""The rows of a paper by any field of the agreements they are about: sorted, or gathered under a column of their own."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import TypeVar

from ..agreement.field import Choice
from ..errors import CommandError
from ..profile.profile import Profile
from ..text import LANGUAGES, Text, collation, in_words
from .asking import Asked, answers, asked
from .portfolio import Entry
from .table import Column, Form, Kind, Paper, Row, Table

NOT_STATED = Text(da="(ikke angivet)", en="(not stated)")
BACKWARDS = "-"
Order = tuple[int, tuple[object, ...]]
T = TypeVar("T")


def sorted_by(paper: Paper, name: str, profile: Profile) -> Paper:
    """The rows that are about agreements in the order of a field, backwards with a hyphen in front; what is not answered comes last.

    Raises:
        CommandError: there is no such field, or no row is about one agreement.

    """
    what = asked(name.removeprefix(BACKWARDS), profile)
    return rearranged(paper, partial(in_order, what=what, backwards=name.startswith(BACKWARDS)))


def in_order(table: Table, what: Asked, *, backwards: bool) -> Table:
    """A table with its rows in the order of a field."""
    about = [row for row in table.rows if row.entry]
    found = [([place(one) for one in answers(row.entry, what)] if row.entry else [], row) for row in about]
    return table._replace(rows=(*by_place(found, backwards=backwards), *(row for row in table.rows if not row.entry)))


def by_place(found: Sequence[tuple[list[Order], T]], *, backwards: bool) -> list[T]:
    """Things in the order of the first of their places; those without one come last, and ties stay as they were."""
    placed = [((max if backwards else min)(places), number) for number, (places, _) in enumerate(found) if places]
    placed.sort(key=lambda one: one[0], reverse=backwards)
    return [found[number][1] for _, number in placed] + [thing for places, thing in found if not places]


def ordered(entries: Sequence[Entry], name: str | None, profile: Profile) -> list[Entry]:
    """Agreements in the order of a field, where one is named.

    Raises:
        CommandError: there is no such field.

    """
    if name is None:
        return list(entries)
    what = asked(name.removeprefix(BACKWARDS), profile)
    return by_place([([place(one) for one in answers(entry, what)], entry) for entry in entries], backwards=name.startswith(BACKWARDS))


def place(value: object) -> Order:
    """Where a value comes among others of its kind."""
    match value:
        case Choice():
            return 0, (list(type(value)).index(value),)
        case date():
            return 0, (value.toordinal(),)
        case bool() | int():
            return 0, (int(value),)
        case str():
            return 1, collation(value)
        case tuple():
            return 0, tuple(part for part in value if isinstance(part, int))
        case _:
            return 2, (str(value),)


def grouped_by(paper: Paper, name: str, profile: Profile) -> Paper:
    """The rows that are about agreements under a first column with a field; a row stands once for each of its values.

    Raises:
        CommandError: there is no such field, or no row is about one agreement.

    """
    return rearranged(paper, partial(in_groups, what=asked(name, profile)))


def in_groups(table: Table, what: Asked) -> Table:
    """A table with its rows under a first column with a field."""
    lone = [Row((None, *row.cells)) for row in table.rows if not row.entry]
    grouped = sorted(
        (order, number, Row((said, *row.cells), row.entry))
        for number, row in enumerate(table.rows)
        if row.entry
        for order, said in groups(row.entry, what)
    )
    column = Column("group", what.label, Kind.WORDS)
    form = Form.TABLE if table.form is Form.LIST else table.form
    return table._replace(columns=(column, *table.columns), rows=(*(row for _, _, row in grouped), *lone), form=form)


def groups(entry: Entry, what: Asked) -> list[tuple[Order, Text]]:
    """The groups an agreement belongs to, each with its place."""
    found = {Text(*(in_words(one, language) for language in LANGUAGES)): place(one) for one in answers(entry, what)}
    return [(order, said) for said, order in found.items()] or [((9, ()), NOT_STATED)]


def rearranged(paper: Paper, change: Callable[[Table], Table]) -> Paper:
    """A paper with each table changed that has rows about agreements."""
    if not any(row.entry for table in paper.tables for row in table.rows) and any(table.rows for table in paper.tables):
        raise CommandError(
            Text(da="I den rapport er ingen række om én aftale.", en="In that report no row is about one agreement."),
            Text(da="brug --sort og --group-by med fx deadlines", en="use --sort and --group-by with deadlines, for instance"),
        )
    return paper._replace(tables=tuple(change(table) if any(row.entry for row in table.rows) else table for table in paper.tables))
