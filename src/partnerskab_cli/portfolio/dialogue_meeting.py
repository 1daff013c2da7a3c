"""The yearly dialogue meeting of the volunteer council and the committee: what there is to talk about (S2 Handlinger 3)."""

from collections.abc import Iterator
from datetime import date

from ..model.amounts import YEAR, Duration
from ..model.choices import Outcome, Side
from ..model.deadlines import DutyKind
from ..model.noted_dates import iter_results
from ..model.status import find_last_end
from ..text.localized import Text
from . import coverage, learning, policy, single_contacts as fragility
from .due import DueState, describe_due_item, list_due_items, list_responsible_parties
from .portfolio import Portfolio
from .report import (
    NAME,
    TITLE,
    Cell,
    PortfolioReport,
    ReportRow,
    ReportTable,
    TableForm,
    date_column,
    make_rows,
    number_column,
    text_column,
)

TITLE_OF = Text(da="Dagsorden for dialogmødet", en="Agenda of the dialogue meeting")
LEAD = Text(
    da="Stof til det årlige dialogmøde, samlet af aftalerne, som de står {day}. I vælger selv, hvad I vil bruge tiden på.",
    en="Material for the yearly dialogue meeting, gathered from the agreements as they stand on {day}. You choose what to spend the time on.",
)
A_YEAR = Duration(1, YEAR)


def build_meeting_report(portfolio: Portfolio) -> PortfolioReport:
    """New, on the way, ending, overdue, problems, holes, learning, and what hangs on one person."""
    since = A_YEAR.subtract_from(portfolio.today)
    tables = (
        build_new_table(portfolio, since), build_draft_table(portfolio), build_ending_table(portfolio), build_overdue_table(portfolio), build_problem_table(portfolio, since), build_gap_table(portfolio),
        learning.build_evaluation_lessons(portfolio, since), fragility.build_one_contact_table(portfolio), fragility.build_load_table(portfolio),
    )  # fmt: skip
    return PortfolioReport("dialogue-meeting", TITLE_OF, portfolio.today, tables, (LEAD.format(day=portfolio.today),))


def build_new_table(portfolio: Portfolio, since: date) -> ReportTable:
    """The agreements in force that began within the last year or have not begun yet."""
    columns = (
        TITLE,
        text_column("parties", "Hvem", "Who"),
        date_column("start", "Begynder", "Begins"),
        text_column("purpose", "Formål", "Purpose"),
        NAME._replace(detail=True),
    )
    rows = tuple(
        ReportRow((entry.title, entry.list_party_names(Side.VOLUNTARY), period.start, entry.agreement.purpose, entry.name), entry)
        for entry in portfolio.in_force
        if (period := entry.agreement.period) and period.start > since
    )
    return ReportTable("new", Text(da="Nye aftaler", en="New agreements"), columns, rows)


def build_draft_table(portfolio: Portfolio) -> ReportTable:
    """The ideas and drafts."""
    columns = (
        TITLE,
        text_column("status", "Status", "Status"),
        text_column("parties", "Hvem", "Who"),
        text_column("purpose", "Formål", "Purpose"),
        NAME._replace(detail=True),
    )
    rows = tuple(
        ReportRow((entry.title, entry.standing, entry.list_party_names(Side.VOLUNTARY) or None, entry.agreement.purpose, entry.name), entry)
        for entry in portfolio.on_the_way
    )
    return ReportTable("on_the_way", Text(da="På vej", en="On the way"), columns, rows)


def build_ending_table(portfolio: Portfolio, within: Duration = A_YEAR) -> ReportTable:
    """The agreements in force that end soon, the first one first, with the last day to give notice."""
    columns = (
        TITLE, date_column("end", "Slutter", "Ends"), number_column("days", "Dage", "Days"), date_column("notice", "Sidste dag for opsigelse", "Last day to give notice"),
        NAME._replace(detail=True),
    )  # fmt: skip
    limit = within.add_to(portfolio.today)
    notices = {
        due_item.entry.path: due_item.duty.day for due_item in reversed(list_due_items(portfolio)) if due_item.duty.kind is DutyKind.NOTICE
    }
    ending = sorted(
        (end, entry) for entry in portfolio.in_force if (end := find_last_end(entry.agreement)) and portfolio.today <= end <= limit
    )
    rows = tuple(
        ReportRow((entry.title, end, (end - portfolio.today).days, notices.get(entry.path), entry.name), entry) for end, entry in ending
    )
    return ReportTable("ending", ENDING.format(within=within), columns, rows)


ENDING = Text(da="Slutter inden for {within}", en="Ending within {within}")


def build_overdue_table(portfolio: Portfolio) -> ReportTable:
    """What is overdue, the oldest first."""
    columns = (
        date_column("day", "Dag", "Day"),
        text_column("what", "Hvad", "What"),
        TITLE,
        text_column("parties", "Hvem", "Who"),
        NAME._replace(detail=True),
    )
    rows = tuple(
        ReportRow(
            (
                due_item.duty.day,
                describe_due_item(due_item),
                due_item.entry.title,
                list_responsible_parties(due_item) or None,
                due_item.entry.name,
            ),
            due_item.entry,
        )
        for due_item in list_due_items(portfolio)
        if due_item.state is DueState.OVERDUE
    )
    return ReportTable(
        "overdue", Text(da="Over tiden", en="Overdue"), columns, rows, empty=Text(da="Intet er over tiden.", en="Nothing is overdue.")
    )


def build_problem_table(whole: Portfolio, since: date) -> ReportTable:
    """The goals that were looked at in the last year and are not reached, or only in part."""
    columns = (
        TITLE,
        text_column("goal", "Mål", "Goal"),
        text_column("outcome", "Nået?", "Reached?"),
        text_column("text", "Hvad skete der", "What happened"),
        NAME._replace(detail=True),
    )
    return ReportTable(
        "problems", Text(da="Mål, der driller", en="Goals that give trouble"), columns, tuple(iter_problem_rows(whole, since))
    )


def iter_problem_rows(portfolio: Portfolio, since: date) -> Iterator[ReportRow]:
    """The goals in trouble as rows."""
    for entry in portfolio.entries:
        for text, result in iter_results(entry.agreement):
            if result.status is not Outcome.REACHED and (result.date is None or result.date > since):
                yield ReportRow((entry.title, text, result.status, result.text, entry.name), entry)


PLACE = Text(da="Sted", en="Place")


def build_gap_table(portfolio: Portfolio) -> ReportTable:
    """The places no agreement in force reaches, and the goals and actions of the policy that none supports."""
    columns = (text_column("what", "Hvad", "What"), text_column("hole", "Hul", "Hole"))
    words: list[tuple[Cell, ...]] = [(PLACE, place) for place in coverage.list_uncovered_places(portfolio)]
    words += [(which, text) for _, _, which, text, *_ in (row.cells for row in policy.list_policy_gaps(portfolio))]
    return ReportTable(
        "holes", Text(da="Huller i dækning og politik", en="Holes in coverage and policy"), columns, make_rows(words), form=TableForm.LIST
    )
