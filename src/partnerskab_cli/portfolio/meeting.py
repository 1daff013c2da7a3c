"""The yearly dialogue meeting of the volunteer council and the committee: what there is to talk about (S2 Handlinger 3)."""

from collections.abc import Iterator
from datetime import date

from ..agreement.amounts import YEAR, Duration
from ..agreement.choices import Outcome, Side
from ..agreement.duties import DutyKind
from ..agreement.noted import results
from ..agreement.standing import last_end
from ..text import Text
from . import coverage, fragility, learning, policy
from .due import State, bearers, due, what
from .portfolio import Portfolio
from .table import NAME, TITLE, Cell, Form, Paper, Row, Table, day, number, rows, words

TITLE_OF = Text(da="Dagsorden for dialogmødet", en="Agenda of the dialogue meeting")
LEAD = Text(
    da="Stof til det årlige dialogmøde, samlet af aftalerne, som de står {day}. I vælger selv, hvad I vil bruge tiden på.",
    en="Material for the yearly dialogue meeting, gathered from the agreements as they stand on {day}. You choose what to spend the time on.",
)
A_YEAR = Duration(1, YEAR)


def meeting(whole: Portfolio) -> Paper:
    """New, on the way, ending, overdue, problems, holes, learning, and what hangs on one person."""
    since = A_YEAR.before(whole.today)
    tables = (
        new(whole, since), on_the_way(whole), ending(whole), overdue(whole), problems(whole, since), holes(whole),
        learning.learnt(whole, since), fragility.on_one(whole), fragility.carrying(whole),
    )  # fmt: skip
    return Paper("dialogue-meeting", TITLE_OF, whole.today, tables, (LEAD.filled(day=whole.today),))


def new(whole: Portfolio, since: date) -> Table:
    """The agreements in force that began within the last year or have not begun yet."""
    columns = (
        TITLE,
        words("parties", "Hvem", "Who"),
        day("start", "Begynder", "Begins"),
        words("purpose", "Formål", "Purpose"),
        NAME._replace(detail=True),
    )
    made = tuple(
        Row((entry.title, entry.parties(Side.VOLUNTARY), period.start, entry.agreement.purpose, entry.name), entry)
        for entry in whole.in_force
        if (period := entry.agreement.period) and period.start > since
    )
    return Table("new", Text(da="Nye aftaler", en="New agreements"), columns, made)


def on_the_way(whole: Portfolio) -> Table:
    """The ideas and drafts."""
    columns = (
        TITLE,
        words("status", "Status", "Status"),
        words("parties", "Hvem", "Who"),
        words("purpose", "Formål", "Purpose"),
        NAME._replace(detail=True),
    )
    made = tuple(
        Row((entry.title, entry.standing, entry.parties(Side.VOLUNTARY) or None, entry.agreement.purpose, entry.name), entry)
        for entry in whole.on_the_way
    )
    return Table("on_the_way", Text(da="På vej", en="On the way"), columns, made)


def ending(whole: Portfolio, within: Duration = A_YEAR) -> Table:
    """The agreements in force that end soon, the first one first, with the last day to give notice."""
    columns = (
        TITLE, day("end", "Slutter", "Ends"), number("days", "Dage", "Days"), day("notice", "Sidste dag for opsigelse", "Last day to give notice"),
        NAME._replace(detail=True),
    )  # fmt: skip
    limit = within.after(whole.today)
    notices = {one.entry.path: one.duty.day for one in reversed(due(whole)) if one.duty.kind is DutyKind.NOTICE}
    found = sorted((end, entry) for entry in whole.in_force if (end := last_end(entry.agreement)) and whole.today <= end <= limit)
    made = tuple(Row((entry.title, end, (end - whole.today).days, notices.get(entry.path), entry.name), entry) for end, entry in found)
    return Table("ending", ENDING.filled(within=within), columns, made)


ENDING = Text(da="Slutter inden for {within}", en="Ending within {within}")


def overdue(whole: Portfolio) -> Table:
    """What is overdue, the oldest first."""
    columns = (day("day", "Dag", "Day"), words("what", "Hvad", "What"), TITLE, words("parties", "Hvem", "Who"), NAME._replace(detail=True))
    made = tuple(
        Row((one.duty.day, what(one), one.entry.title, bearers(one) or None, one.entry.name), one.entry)
        for one in due(whole)
        if one.state is State.OVERDUE
    )
    return Table(
        "overdue", Text(da="Over tiden", en="Overdue"), columns, made, empty=Text(da="Intet er over tiden.", en="Nothing is overdue.")
    )


def problems(whole: Portfolio, since: date) -> Table:
    """The goals that were looked at in the last year and are not reached, or only in part."""
    columns = (
        TITLE,
        words("goal", "Mål", "Goal"),
        words("outcome", "Nået?", "Reached?"),
        words("text", "Hvad skete der", "What happened"),
        NAME._replace(detail=True),
    )
    return Table("problems", Text(da="Mål, der driller", en="Goals that give trouble"), columns, tuple(troubled(whole, since)))


def troubled(whole: Portfolio, since: date) -> Iterator[Row]:
    """The goals in trouble as rows."""
    for entry in whole.entries:
        for text, one in results(entry.agreement):
            if one.status is not Outcome.REACHED and (one.date is None or one.date > since):
                yield Row((entry.title, text, one.status, one.text, entry.name), entry)


PLACE = Text(da="Sted", en="Place")


def holes(whole: Portfolio) -> Table:
    """The places no agreement in force reaches, and the goals and actions of the policy that none supports."""
    columns = (words("what", "Hvad", "What"), words("hole", "Hul", "Hole"))
    made: list[tuple[Cell, ...]] = [(PLACE, place) for place in coverage.holes(whole)]
    made += [(which, text) for _, _, which, text, *_ in (row.cells for row in policy.holes(whole))]
    return Table("holes", Text(da="Huller i dækning og politik", en="Holes in coverage and policy"), columns, rows(made), form=Form.LIST)
