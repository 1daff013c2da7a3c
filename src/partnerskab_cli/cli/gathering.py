"""The whole record as one value: every agreement read, every broken file with its reason, no CPR number in any of them."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeVar

from ..agreement.agreement import Agreement
from ..agreement.record import Record
from ..checking.file import checked, newer, script_of
from ..checking.spoken import Settings
from ..errors import CommandError
from ..portfolio.portfolio import Broken, Portfolio, portfolio
from ..portfolio.where import chosen
from ..reading.sheet import Sheet, read_file
from ..rules.privacy.cpr import masked, sightings
from ..rules.rule import FileFacts, Moment
from ..text import Text
from .record import Found, Setting, agreements

R = TypeVar("R", bound=Record)
NOTHING = CommandError(
    Text(da="Der er ingen aftaler her.", en="There are no agreements here."),
    Text(
        da="stå i mappen med agreements/, eller begynd med partnerskab new",
        en="stand in the folder with agreements/, or begin with partnerskab new",
    ),
)


def gathered(where: Setting, today: date, conditions: Sequence[str] = ()) -> Portfolio:
    """The agreements below `agreements/` that meet the conditions, and the files that could not be read.

    Raises:
        CommandError: there is no agreement at all, or a condition is none.

    """
    found = agreements([])
    if not found:
        raise NOTHING
    return chosen(of_files(found, where, today), conditions)


def of_files(found: Sequence[Found], where: Setting, today: date) -> Portfolio:
    """Files as a portfolio."""
    sheets = [(one, read_file(one.path, one.shown, Agreement, where.root, where.profile.vocabulary)) for one in found]
    return of_sheets([(one.path.stem, sheet) for one, sheet in sheets], where, today)


def of_sheets(sheets: Sequence[tuple[str, Sheet[Agreement]]], where: Setting, today: date) -> Portfolio:
    """What was read as a portfolio, each sheet under the name of its file."""
    read = [(name, sheet.path, covered(sheet, sheet.record)) for name, sheet in sheets if sheet.record and not newer(sheet.record)]
    unread = [broken(name, sheet, where, today) for name, sheet in sheets if not sheet.record or newer(sheet.record)]
    return portfolio(read, unread, where.profile, today)


def broken(name: str, sheet: Sheet[Agreement], where: Setting, today: date) -> Broken:
    """A file that could not be read, and why."""
    first = checked(sheet, FileFacts(name), Settings(where.profile, Moment(today))).diagnostics[0]
    return Broken(name, first.path, first.span.line, first.message)


def covered(sheet: Sheet[Agreement], record: Agreement) -> Agreement:
    """An agreement in which the digits of any CPR number are covered."""
    numbers = frozenset(one.number for one in sightings(script_of(sheet)))
    return respelt(record, lambda text: masked(text, numbers)) if numbers else record


def respelt(record: R, change: Callable[[str], str]) -> R:
    """A record with every text in it changed."""
    return type(record).of(
        {one.name: rewritten(getattr(record, one.name), change) for one in record.fields}, rewritten_reasons(record, change)
    )


def rewritten(value: object, change: Callable[[str], str]) -> object:
    """A value with every text in it changed."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, Record):
        return respelt(value, change)
    if type(value) is tuple:
        return tuple(rewritten(item, change) for item in value)
    return {key: rewritten(item, change) for key, item in value.items()} if isinstance(value, dict) else value


def rewritten_reasons(record: Record, change: Callable[[str], str]) -> dict[str, str]:
    """The reasons why fields are not relevant, changed likewise."""
    return {name: change(reason) for name, reason in record.aside.items()}
