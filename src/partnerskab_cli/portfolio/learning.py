"""The report of learning: what came of it, what ended, and what was learnt (S1)."""

from collections.abc import Iterator
from datetime import date

from ..agreement.amounts import YEAR, Duration
from ..agreement.noted import results
from ..agreement.standing import Standing, last_end
from ..text import Text
from .portfolio import Entry, Portfolio
from .table import NAME, TITLE, Cell, Paper, Row, Table, day, words

TITLE_OF = Text(da="Læring", en="Learning")
LATELY = Duration(1, YEAR)
LEARNT = (
    TITLE, day("last", "Evalueret", "Evaluated"), words("result", "Det viste den", "What it showed"), words("learning", "Det lærte vi", "What we learnt"),
    NAME._replace(detail=True),
)  # fmt: skip
RESULTS = (
    TITLE, words("goal", "Mål", "Goal"), words("outcome", "Nået?", "Reached?"), words("text", "Hvad skete der", "What happened"),
    day("day", "Set på", "Looked at"), NAME._replace(detail=True),
)  # fmt: skip
OVER = (
    TITLE, words("status", "Status", "Status"), day("end", "Sluttede", "Ended"), words("learning", "Det lærte vi", "What we learnt"),
    words("last_event", "Det sidste, der skete", "The last that happened"), NAME._replace(detail=True),
)  # fmt: skip
HAPPENED = (day("day", "Dag", "Day"), TITLE, words("text", "Hvad skete der", "What happened"), NAME._replace(detail=True))


def learning(whole: Portfolio) -> Paper:
    """What evaluations taught, how goals went, what is over, and what happened in the last year."""
    return Paper("learning", TITLE_OF, whole.today, (learnt(whole), outcomes(whole), over(whole), happened(whole)))


def learnt(whole: Portfolio, since: date | None = None) -> Table:
    """What the evaluations showed and taught, the newest first."""
    found = [entry for entry in whole.entries if taught(entry, since)]
    found.sort(key=lambda entry: (entry.agreement.evaluation and entry.agreement.evaluation.last) or date.min, reverse=True)
    return Table("learning", Text(da="Det lærte vi", en="What we learnt"), LEARNT, tuple(Row(lesson(entry), entry) for entry in found))


def taught(entry: Entry, since: date | None) -> bool:
    """Whether an evaluation says something, since a day where one is given."""
    one = entry.agreement.evaluation
    return bool(one and (one.result or one.learning) and (since is None or (one.last and one.last >= since)))


def lesson(entry: Entry) -> tuple[Cell, ...]:
    """What an evaluation showed and taught."""
    one = entry.agreement.evaluation
    return (entry.title, one.last, one.result, one.learning, entry.name) if one else ()


def outcomes(whole: Portfolio) -> Table:
    """How goals, milestones and signs of success went, the newest first."""
    found = [(one.date or date.min, entry, text, one) for entry in whole.entries for text, one in results(entry.agreement)]
    found.sort(key=lambda one: one[0], reverse=True)
    made = tuple(Row((entry.title, text, one.status, one.text, one.date, entry.name), entry) for _, entry, text, one in found)
    return Table("results", Text(da="Sådan gik det med målene", en="How the goals went"), RESULTS, made)


def over(whole: Portfolio) -> Table:
    """The agreements that are over, with what was learnt, the newest first."""
    found = sorted(whole.standing(Standing.ENDED, Standing.EXPIRED), key=lambda entry: last_end(entry.agreement) or date.min, reverse=True)
    made = tuple(
        Row((entry.title, entry.standing, last_end(entry.agreement), learning_of(entry), last_event(entry), entry.name), entry)
        for entry in found
    )
    return Table("over", Text(da="Aftaler, der er slut", en="Agreements that are over"), OVER, made)


def learning_of(entry: Entry) -> str | None:
    """What was learnt, where it is written down."""
    return entry.agreement.evaluation.learning if entry.agreement.evaluation else None


def last_event(entry: Entry) -> str | None:
    """The last thing that is written down to have happened."""
    return max(((one.date, one.text) for one in entry.agreement.log), default=(None, None))[1]


def happened(whole: Portfolio) -> Table:
    """What happened in the last year, the newest first."""
    since = LATELY.before(whole.today)
    found = sorted(events(whole, since), key=lambda row: str(row.cells[0]), reverse=True)
    return Table("events", Text(da="Hændelser det seneste år", en="Events of the last year"), HAPPENED, tuple(found))


def events(whole: Portfolio, since: date) -> Iterator[Row]:
    """What happened since a day."""
    for entry in whole.entries:
        for one in entry.agreement.log:
            if since < one.date <= whole.today:
                yield Row((one.date, entry.title, one.text, entry.name), entry)
