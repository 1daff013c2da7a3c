"""The report of deadlines: every dated duty, overdue first."""

from datetime import date
from typing import NamedTuple

from ..agreement.amounts import Duration
from ..errors import CommandError
from ..text import Text
from .asking import plain
from .due import AHEAD, Due, State, bearers, due, what
from .portfolio import Portfolio
from .table import NAME, TITLE, Column, Kind, Paper, Row, Table, day, words

TITLE_OF = Text(da="Frister", en="Deadlines")
COLUMNS = (
    day("day", "Dag", "Day"), Column("days", Text(da="Dage", en="Days"), Kind.NUMBER, spare=True), words("state", "Hvornår", "When"),
    words("what", "Hvad", "What"), TITLE, words("parties", "Hvem", "Who")._replace(spare=True), words("kind", "Slags", "Kind", detail=True),
    Column("expected", Text(da="Forventet", en="Expected"), detail=True), NAME._replace(detail=True),
    Column("key", Text(da="Nøgle", en="Key"), Kind.NAME, detail=True),
)  # fmt: skip
COMES_ROUND = Text(
    da="Møder og andet, der kommer igen, er vist til {until}. »Forventet« er regnet ud efter, hvor tit I har aftalt at ses.",
    en="Meetings and other things that come round are shown until {until}. “Expected” is reckoned from how often you have agreed to meet.",
)
NOTHING_DUE = Text(da="Der er ingen frister.", en="There are no deadlines.")
EVERYBODY = Text(da="Hvor der ikke står hvem, er det alle parters.", en="Where nobody is named, it is every party's.")


class Wanted(NamedTuple):
    """Which deadlines are asked for."""

    within: Duration | None = None
    party: str | None = None
    overdue: bool = False


EVERYTHING = Wanted()


def wanted_due(whole: Portfolio, wanted: Wanted) -> tuple[Due, ...]:
    """The deadlines that are asked for; what is overdue belongs to every span of time.

    Raises:
        CommandError: no agreement has a party of that name.

    """
    until = horizon(whole, wanted)
    found = due(whole, until)
    if wanted.within:
        found = tuple(one for one in found if one.duty.day <= until)
    if wanted.overdue:
        found = tuple(one for one in found if one.state is State.OVERDUE)
    return of_party(found, whole, wanted.party) if wanted.party else found


def horizon(whole: Portfolio, wanted: Wanted) -> date:
    """How far ahead to look."""
    return (wanted.within or AHEAD).after(whole.today)


def of_party(found: tuple[Due, ...], whole: Portfolio, party: str) -> tuple[Due, ...]:
    """The deadlines of one party, by its id or its name, those it shares with others among them."""
    name = plain(party)
    mine = {entry.path: ids(entry.agreement.parties, name) | ids(entry.agreement.other_roles, name) for entry in whole.entries}
    if not any(mine.values()):
        raise CommandError(
            Text(da="Der er ingen part »{party}«.", en="There is no party “{party}”.").filled(party=party),
            Text(da="partnerskab show AFTALE viser parterne i en aftale", en="partnerskab show AGREEMENT shows the parties of one"),
        )
    return tuple(one for one in found if mine[one.entry.path] and (not one.duty.parties or mine[one.entry.path] & set(one.duty.parties)))


def ids(parties: tuple[object, ...], name: str) -> set[str]:
    """The ids of the parties or roles that go by a name."""
    return {str(getattr(one, "id", "")) for one in parties if name in {plain(getattr(one, "id", "")), plain(getattr(one, "name", ""))}}


def deadlines(whole: Portfolio, wanted: Wanted = EVERYTHING) -> Paper:
    """Every dated duty that is overdue or to come."""
    rows = tuple(row(one, whole.today) for one in wanted_due(whole, wanted))
    notes = (EVERYBODY, COMES_ROUND.filled(until=horizon(whole, wanted))) if rows else ()
    table = Table("deadlines", TITLE_OF, COLUMNS, rows, notes, NOTHING_DUE)
    return Paper("deadlines", TITLE_OF, whole.today, (table,))


def row(one: Due, today: date) -> Row:
    """A deadline as a row."""
    duty, days = one.duty, (one.duty.day - today).days
    cells = (
        duty.day,
        days,
        one.state,
        what(one),
        one.entry.title,
        bearers(one) or None,
        duty.kind,
        duty.expected,
        one.entry.name,
        duty.key,
    )
    return Row(cells, one.entry)
