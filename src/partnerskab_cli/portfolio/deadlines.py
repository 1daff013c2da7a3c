"""The report of deadlines: every dated duty, overdue first."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple, TypeVar

from ..errors import CommandError
from ..model.amounts import Duration
from ..model.rounds import MOST_ROUNDS
from ..text.localized import Text
from .due import AHEAD, Awaited, DueItem, DueState, describe_due_item, list_awaited, list_due_items, list_responsible_parties
from .portfolio import Portfolio
from .query import fold_name
from .report import NAME, TITLE, ColumnKind, PortfolioReport, ReportColumn, ReportRow, ReportTable, date_column, text_column

TITLE_OF = Text(da="Frister", en="Deadlines")
KEY = ReportColumn("key", Text(da="Nøgle", en="Key"), ColumnKind.NAME, spare=True)
COLUMNS = (
    date_column("day", "Dag", "Day"), ReportColumn("days", Text(da="Dage", en="Days"), ColumnKind.NUMBER, spare=True), text_column("state", "Hvornår", "When"),
    text_column("what", "Hvad", "What"), TITLE, text_column("parties", "Hvem", "Who")._replace(spare=True), text_column("kind", "Slags", "Kind", detail=True),
    ReportColumn("expected", Text(da="Forventet", en="Expected"), detail=True), NAME._replace(detail=True),
    KEY,
)  # fmt: skip
UNDATED = (
    text_column("what", "Hvad", "What"), text_column("agreed", "Aftalt", "Agreed"), text_column("state", "Hvornår", "When"), TITLE,
    text_column("parties", "Hvem", "Who")._replace(spare=True), text_column("kind", "Slags", "Kind", detail=True), NAME._replace(detail=True), KEY,
)  # fmt: skip
COMES_ROUND = Text(
    da="Møder og andet, der gentages, er vist til {until}. »Forventet« er regnet ud efter, hvor tit I mødes, eller hvilken termin I har aftalt.",
    en="Meetings and other things that repeat are shown until {until}. “Expected” is calculated from how often you meet or from an agreed term.",
)
NOTHING_DUE = Text(da="Der er ingen frister.", en="There are no deadlines.")
NOTE_IT = Text(
    da="Er det gjort, så notér det: partnerskab gjort AFTALE NØGLE --date DATO",
    en="If it is done, note it: partnerskab done AGREEMENT KEY --date DATE",
)
CUT_SHORT = Text(
    da="Af møder og andet, der gentages, er kun de nærmeste {count} i hver aftale vist.",
    en="Only the nearest {count} meetings and other repeated dates in each agreement are shown.",
)
WITHOUT_DAY = Text(da="Uden dato", en="Without a date")
NOTHING_UNDATED = Text(da="Her er intet uden dag i de aftaler, der gælder.", en="Nothing here is without a day in the agreements in force.")
HOW_TO_DATE = Text(
    da="Giv det en dag i aftalen: »næste« ved et møde eller en evaluering, »efter« ved en leverance, der gentages, »dato« ved en udbetaling, "
    "»frist« ved et regnskab.",
    en="Give it a day in the agreement: “next” for a meeting or an evaluation, “after” for a deliverable that repeats, “date” for a "
    "payment, “deadline” for accounts.",
)
EVERYBODY = Text(da="Hvor der ikke står hvem, er det alle parters.", en="If no one is named, all parties are responsible.")


class DeadlineQuery(NamedTuple):
    """Which deadlines are asked for."""

    within: Duration | None = None
    party: str | None = None
    overdue: bool = False


EVERYTHING = DeadlineQuery()


def select_deadlines(portfolio: Portfolio, wanted: DeadlineQuery) -> tuple[DueItem, ...]:
    """The deadlines that are asked for; what is overdue belongs to every span of time.

    Raises:
        CommandError: no agreement has a party of that name.

    """
    until = compute_horizon(portfolio, wanted)
    due_items = list_due_items(portfolio, until)
    if wanted.within:
        due_items = tuple(due_item for due_item in due_items if due_item.duty.day <= until)
    if wanted.overdue:
        due_items = tuple(due_item for due_item in due_items if due_item.state is DueState.OVERDUE)
    return filter_by_party(due_items, portfolio, wanted.party) if wanted.party else due_items


def compute_horizon(portfolio: Portfolio, wanted: DeadlineQuery) -> date:
    """How far ahead to look."""
    return (wanted.within or AHEAD).add_to(portfolio.today)


T = TypeVar("T", DueItem, Awaited)


def filter_by_party(due_items: tuple[T, ...], portfolio: Portfolio, party: str) -> tuple[T, ...]:
    """The deadlines of one party, by its id or its name, those it shares with others among them."""
    name = fold_name(party)
    mine = {
        entry.path: find_party_ids(entry.agreement.parties, name) | find_party_ids(entry.agreement.other_roles, name)
        for entry in portfolio.entries
    }
    if not any(mine.values()):
        raise CommandError(
            Text(da="Der er ingen part »{party}«.", en="There is no party “{party}”.").format(party=party),
            Text(da="partnerskab show AFTALE viser parterne i en aftale", en="partnerskab show AGREEMENT shows the parties of one"),
        )
    return tuple(
        due_item
        for due_item in due_items
        if mine[due_item.entry.path] and (not due_item.duty.parties or mine[due_item.entry.path] & set(due_item.duty.parties))
    )


def find_party_ids(parties: tuple[object, ...], name: str) -> set[str]:
    """The ids of the parties or roles that go by a name."""
    return {
        str(getattr(party, "id", ""))
        for party in parties
        if name in {fold_name(getattr(party, "id", "")), fold_name(getattr(party, "name", ""))}
    }


def build_deadlines_report(portfolio: Portfolio, wanted: DeadlineQuery = EVERYTHING, *, flat: bool = False) -> PortfolioReport:
    """Every dated duty that is overdue or to come, and what is agreed and has no day: in a table of its own, or last (`flat`)."""
    due_items = select_deadlines(portfolio, wanted)
    rows = tuple(build_deadline_row(due_item, portfolio.today) for due_item in due_items)
    notes = tuple(iter_remarks(due_items, compute_horizon(portfolio, wanted))) if rows else ()
    everything = not (wanted.within or wanted.overdue)
    lacking = list_undated_of_party(portfolio, wanted.party) if everything else ()
    table = ReportTable(
        "deadlines", TITLE_OF, COLUMNS, (*rows, *(build_flat_row(awaited) for awaited in lacking if flat)), notes, NOTHING_DUE
    )
    tables = (table, build_undated_table(lacking)) if everything and not flat else (table,)
    return PortfolioReport("deadlines", TITLE_OF, portfolio.today, tables)


def list_undated_of_party(portfolio: Portfolio, party: str | None) -> tuple[Awaited, ...]:
    """What has no day and so lies within no span of time, of one party where one is named."""
    return filter_by_party(list_awaited(portfolio), portfolio, party) if party else list_awaited(portfolio)


def iter_remarks(due_items: tuple[DueItem, ...], until: date) -> Iterator[Text]:
    """What there is to say of the deadlines."""
    if any(due_item.state in {DueState.OVERDUE, DueState.HELD} for due_item in due_items):
        yield NOTE_IT
    yield EVERYBODY
    yield COMES_ROUND.format(until=until)
    many = {
        key for key, count in Counter((due_item.entry.path, due_item.duty.kind) for due_item in due_items).items() if count >= MOST_ROUNDS
    }
    several = {
        (due_item.entry.path, due_item.duty.kind, id(due_item.duty.record))
        for due_item in due_items
        if (due_item.entry.path, due_item.duty.kind) in many
    }
    if sum((due_item.entry.path, due_item.duty.kind) in many for due_item in due_items) > len(several):
        yield CUT_SHORT.format(count=MOST_ROUNDS)


def build_undated_table(awaiteds: tuple[Awaited, ...]) -> ReportTable:
    """What has no day, and how to give it one."""
    rows = tuple(build_undated_row(awaited) for awaited in awaiteds)
    return ReportTable("undated", WITHOUT_DAY, UNDATED, rows, (HOW_TO_DATE,) if rows else (), NOTHING_UNDATED)


def build_flat_row(awaited: Awaited) -> ReportRow:
    """Something without a day as a row among the deadlines."""
    duty = awaited.duty
    cells = (
        None,
        None,
        awaited.state,
        describe_due_item(awaited),
        awaited.entry.title,
        list_responsible_parties(awaited) or None,
        duty.kind,
        True,
        awaited.entry.name,
        duty.key,
    )
    return ReportRow(cells, awaited.entry)


def build_undated_row(awaited: Awaited) -> ReportRow:
    """Something without a day as a row."""
    duty = awaited.duty
    return ReportRow(
        (
            describe_due_item(awaited),
            duty.agreed,
            awaited.state,
            awaited.entry.title,
            list_responsible_parties(awaited) or None,
            duty.kind,
            awaited.entry.name,
            duty.key,
        ),
        awaited.entry,
    )


def build_deadline_row(due_item: DueItem, today: date) -> ReportRow:
    """A deadline as a row."""
    duty, days = due_item.duty, (due_item.duty.day - today).days
    cells = (
        duty.day,
        days,
        due_item.state,
        describe_due_item(due_item),
        due_item.entry.title,
        list_responsible_parties(due_item) or None,
        duty.kind,
        duty.expected,
        due_item.entry.name,
        duty.key,
    )
    return ReportRow(cells, due_item.entry)
