"""The rows of a paper by any field of the agreements they are about: sorted, or gathered under a column of their own."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import TypeVar

from ..errors import CommandError
from ..model.field import Choice
from ..profile.profile import Profile
from ..text.localized import LANGUAGES, Text, format_value, make_danish_sort_key
from .portfolio import PortfolioEntry
from .query import FieldQuery, get_answers, resolve_field
from .report import ColumnKind, PortfolioReport, ReportColumn, ReportRow, ReportTable, TableForm

NOT_STATED = Text(da="(ikke angivet)", en="(not stated)")
BACKWARDS = "-"
Order = tuple[int, tuple[object, ...]]
T = TypeVar("T")


def sort_report(report: PortfolioReport, name: str, profile: Profile) -> PortfolioReport:
    """The rows that are about agreements in the order of a field, backwards with a hyphen in front; what is not answered comes last.

    Raises:
        CommandError: there is no such field, or no row is about one agreement.

    """
    what = resolve_field(name.removeprefix(BACKWARDS), profile)
    return map_tables(report, partial(sort_table, what=what, backwards=name.startswith(BACKWARDS)))


def sort_table(table: ReportTable, what: FieldQuery, *, backwards: bool) -> ReportTable:
    """A table with its rows in the order of a field."""
    about = [row for row in table.rows if row.entry]
    keyed = [([make_sort_key(answer) for answer in get_answers(row.entry, what)] if row.entry else [], row) for row in about]
    return table._replace(rows=(*sort_by_keys(keyed, backwards=backwards), *(row for row in table.rows if not row.entry)))


def sort_by_keys(orders: Sequence[tuple[list[Order], T]], *, backwards: bool) -> list[T]:
    """Things in the order of the first of their places; those without one come last, and ties stay as they were."""
    placed = [((max if backwards else min)(places), number) for number, (places, _) in enumerate(orders) if places]
    placed.sort(key=lambda item: item[0], reverse=backwards)
    return [orders[number][1] for _, number in placed] + [thing for places, thing in orders if not places]


def sort_entries(entries: Sequence[PortfolioEntry], name: str | None, profile: Profile) -> list[PortfolioEntry]:
    """Agreements in the order of a field, where one is named.

    Raises:
        CommandError: there is no such field.

    """
    if name is None:
        return list(entries)
    what = resolve_field(name.removeprefix(BACKWARDS), profile)
    return sort_by_keys(
        [([make_sort_key(answer) for answer in get_answers(entry, what)], entry) for entry in entries], backwards=name.startswith(BACKWARDS)
    )


def make_sort_key(value: object) -> Order:
    """Where a value comes among others of its kind."""
    match value:
        case Choice():
            return 0, (list(type(value)).index(value),)
        case date():
            return 0, (value.toordinal(),)
        case bool() | int():
            return 0, (int(value),)
        case str():
            return 1, make_danish_sort_key(value)
        case tuple():
            return 0, tuple(part for part in value if isinstance(part, int))
        case _:
            return 2, (str(value),)


def group_report(report: PortfolioReport, name: str, profile: Profile) -> PortfolioReport:
    """The rows that are about agreements under a first column with a field; a row stands once for each of its values.

    Raises:
        CommandError: there is no such field, or no row is about one agreement.

    """
    return map_tables(report, partial(group_table, what=resolve_field(name, profile)))


def group_table(table: ReportTable, what: FieldQuery) -> ReportTable:
    """A table with its rows under a first column with a field."""
    lone = [ReportRow((None, *row.cells)) for row in table.rows if not row.entry]
    grouped = sorted(
        (order, number, ReportRow((text, *row.cells), row.entry))
        for number, row in enumerate(table.rows)
        if row.entry
        for order, text in list_entry_groups(row.entry, what)
    )
    column = ReportColumn("group", what.label, ColumnKind.WORDS)
    form = TableForm.TABLE if table.form is TableForm.LIST else table.form
    return table._replace(columns=(column, *table.columns), rows=(*(row for _, _, row in grouped), *lone), form=form)


def list_entry_groups(entry: PortfolioEntry, what: FieldQuery) -> list[tuple[Order, Text]]:
    """The groups an agreement belongs to, each with its place."""
    places = {
        Text(*(format_value(answer, language) for language in LANGUAGES)): make_sort_key(answer) for answer in get_answers(entry, what)
    }
    return [(order, text) for text, order in places.items()] or [((9, ()), NOT_STATED)]


def map_tables(report: PortfolioReport, change: Callable[[ReportTable], ReportTable]) -> PortfolioReport:
    """A paper with each table changed that has rows about agreements."""
    if not any(row.entry for table in report.tables for row in table.rows) and any(table.rows for table in report.tables):
        raise CommandError(
            Text(da="I den rapport er ingen række om én aftale.", en="In that report no row is about one agreement."),
            Text(da="brug --sort og --group-by med fx deadlines", en="use --sort and --group-by with deadlines, for instance"),
        )
    return report._replace(tables=tuple(change(table) if any(row.entry for row in table.rows) else table for table in report.tables))
