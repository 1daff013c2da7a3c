"""The report of learning: what came of it, what ended, and what was learnt (S1)."""

from collections.abc import Iterator
from datetime import date

from ..model.amounts import YEAR, Duration
from ..model.noted_dates import iter_results
from ..model.status import EffectiveStatus, find_last_end
from ..text.localized import Text
from .portfolio import Portfolio, PortfolioEntry
from .report import NAME, TITLE, Cell, PortfolioReport, ReportRow, ReportTable, date_column, text_column

TITLE_OF = Text(da="Læring", en="Learning")
LATELY = Duration(1, YEAR)
LEARNT = (
    TITLE, date_column("last", "Evalueret", "Evaluated"), text_column("result", "Det viste den", "What it showed"), text_column("learning", "Det lærte vi", "What we learnt"),
    NAME._replace(detail=True),
)  # fmt: skip
RESULTS = (
    TITLE, text_column("goal", "Mål", "Goal"), text_column("outcome", "Nået?", "Reached?"), text_column("text", "Hvad skete der", "What happened"),
    date_column("day", "Set på", "Looked at"), NAME._replace(detail=True),
)  # fmt: skip
OVER = (
    TITLE, text_column("status", "Status", "Status"), date_column("end", "Sluttede", "Ended"), text_column("learning", "Det lærte vi", "What we learnt"),
    text_column("last_event", "Det sidste, der skete", "The last that happened"), NAME._replace(detail=True),
)  # fmt: skip
HAPPENED = (date_column("day", "Dag", "Day"), TITLE, text_column("text", "Hvad skete der", "What happened"), NAME._replace(detail=True))


def build_learning_report(portfolio: Portfolio) -> PortfolioReport:
    """What evaluations taught, how goals went, what is over, and what happened in the last year."""
    return PortfolioReport(
        "learning",
        TITLE_OF,
        portfolio.today,
        (build_evaluation_lessons(portfolio), build_outcome_table(portfolio), build_ended_table(portfolio), build_event_table(portfolio)),
    )


def build_evaluation_lessons(portfolio: Portfolio, since: date | None = None) -> ReportTable:
    """What the evaluations showed and taught, the newest first."""
    entries = [entry for entry in portfolio.entries if has_lesson(entry, since)]
    entries.sort(key=lambda entry: (entry.agreement.evaluation and entry.agreement.evaluation.last) or date.min, reverse=True)
    return ReportTable(
        "learning",
        Text(da="Det lærte vi", en="What we learnt"),
        LEARNT,
        tuple(ReportRow(build_lesson_cells(entry), entry) for entry in entries),
    )


def has_lesson(entry: PortfolioEntry, since: date | None) -> bool:
    """Whether an evaluation says something, since a day where one is given."""
    evaluation = entry.agreement.evaluation
    return bool(
        evaluation and (evaluation.result or evaluation.learning) and (since is None or (evaluation.last and evaluation.last >= since))
    )


def build_lesson_cells(entry: PortfolioEntry) -> tuple[Cell, ...]:
    """What an evaluation showed and taught."""
    evaluation = entry.agreement.evaluation
    return (entry.title, evaluation.last, evaluation.result, evaluation.learning, entry.name) if evaluation else ()


def build_outcome_table(portfolio: Portfolio) -> ReportTable:
    """How goals, milestones and signs of success went, the newest first."""
    outcomes = [
        (result.date or date.min, entry, text, result) for entry in portfolio.entries for text, result in iter_results(entry.agreement)
    ]
    outcomes.sort(key=lambda outcome: outcome[0], reverse=True)
    rows = tuple(
        ReportRow((entry.title, text, result.status, result.text, result.date, entry.name), entry) for _, entry, text, result in outcomes
    )
    return ReportTable("results", Text(da="Sådan gik det med målene", en="How the goals went"), RESULTS, rows)


def build_ended_table(portfolio: Portfolio) -> ReportTable:
    """The agreements that are over, with what was learnt, the newest first."""
    entries = sorted(
        portfolio.list_with_status(EffectiveStatus.ENDED, EffectiveStatus.EXPIRED),
        key=lambda entry: find_last_end(entry.agreement) or date.min,
        reverse=True,
    )
    rows = tuple(
        ReportRow(
            (entry.title, entry.standing, find_last_end(entry.agreement), find_learning(entry), find_last_event(entry), entry.name), entry
        )
        for entry in entries
    )
    return ReportTable("over", Text(da="Aftaler, der er slut", en="Agreements that are over"), OVER, rows)


def find_learning(entry: PortfolioEntry) -> str | None:
    """What was learnt, where it is written down."""
    return entry.agreement.evaluation.learning if entry.agreement.evaluation else None


def find_last_event(entry: PortfolioEntry) -> str | None:
    """The last thing that is written down to have happened."""
    return max(((entry.date, entry.text) for entry in entry.agreement.log), default=(None, None))[1]


def build_event_table(portfolio: Portfolio) -> ReportTable:
    """What happened in the last year, the newest first."""
    since = LATELY.subtract_from(portfolio.today)
    rows = sorted(iter_events(portfolio, since), key=lambda row: str(row.cells[0]), reverse=True)
    return ReportTable("events", Text(da="Hændelser det seneste år", en="Events of the last year"), HAPPENED, tuple(rows))


def iter_events(portfolio: Portfolio, since: date) -> Iterator[ReportRow]:
    """What happened since a day."""
    for entry in portfolio.entries:
        for event in entry.agreement.log:
            if since < event.date <= portfolio.today:
                yield ReportRow((event.date, entry.title, event.text, entry.name), entry)
