"""How an agreement ends, and how a new one takes over from it."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from ..agreement.agreement import Agreement
from ..agreement.choices import Status
from ..agreement.field import Either, Field, Kind
from ..agreement.finding import way
from ..agreement.money import Accounts
from ..agreement.people import ChildCertificate, Insurance, PoliticalAnchoring
from ..agreement.purpose import Criterion, Goal, Milestone
from ..agreement.record import Record
from ..agreement.time import Deliverable, Evaluation, Period
from ..agreement.values import VALUES, Day
from ..reading.document import Block, Scalar
from ..text import Language
from .edit import emptied_all, put, steps, take
from .lines import Bare
from .manuscript import Piece, manuscript
from .scaffold import PLACEHOLDER
from .spelling import record_of
from .splice import cut_together, replaced_everywhere

SETTLED = frozenset({
    *way(Agreement.signatures, Agreement.log, Goal.result, Milestone.result, Criterion.result),
    *way(Evaluation.last, Evaluation.result, Accounts.received, Deliverable.delivered),
    *way(PoliticalAnchoring.date, PoliticalAnchoring.case, ChildCertificate.declaration),
    *way(Insurance.reported, Insurance.approved, Insurance.registered),
})  # fmt: skip
"""What has happened under the old agreement, and says nothing of the new one."""
YEAR = re.compile(r"-(?:19|20)[0-9]{2}$")


def ended(text: str, language: Language, day: date, learning: str | None = None, start: date | None = None) -> str:
    """The agreement closed on a day, with what was learnt, and with its first day where the file lacks it.

    Raises:
        CommandError: the file cannot be read, or cannot be changed without harm.

    """
    text = put(text, steps(Agreement.status), Bare(Status.ENDED.key(language)))
    text = put(text, steps(Agreement.period, Period.start), Bare(start.isoformat())) if start else text
    text = put(take(text, steps(Agreement.period, Period.ongoing)), steps(Agreement.period, Period.end), Bare(day.isoformat()))
    return put(text, steps(Agreement.evaluation, Evaluation.learning), learning) if learning else text


class Successor(NamedTuple):
    """What is known of a new agreement besides what the old one says."""

    id: str
    predecessor: str
    start: date
    end: date | None = None
    """Nothing: still to be agreed on."""


def renewed(text: str, language: Language, new: Successor) -> str:
    """A draft that carries on: the same goals, terms and learning; dates still to come are asked for again, what is done is left out.

    Raises:
        CommandError: the file cannot be read, or cannot be changed without harm.

    """
    room = PLACEHOLDER.said(language)
    text = without_history(text, room)
    text = put(text, steps(Agreement.id), Bare(new.id))
    text = put(text, steps(Agreement.status), Bare(Status.DRAFT.key(language)))
    text = put(text, steps(Agreement.period, Period.start), Bare(new.start.isoformat()))
    ongoing = steps(Agreement.period, Period.ongoing)
    if new.end:
        text = put(take(text, ongoing), steps(Agreement.period, Period.end), Bare(new.end.isoformat()))
    return put(text, steps(Agreement.replaces), [Bare(new.predecessor)])


def without_history(text: str, room: str) -> str:
    """The text with room where dates to come stood, and without what is done."""
    here = manuscript(text)
    while pieces := [one for one, each in fielded(here.whole, Agreement) if each in SETTLED]:
        here = manuscript(cut_together(here, emptied_all(pieces)))
    days = [one for one, each in fielded(here.whole, Agreement) if is_day(each.kind) and dated(one)]
    return replaced_everywhere(here, days, room)


def fielded(piece: Piece, record: type[Record]) -> Iterator[tuple[Piece, Field]]:
    """Every piece that answers a question, top down."""
    for child in piece.children:
        one = record.names.get(str(child.word)) if isinstance(piece.node, Block) else None
        if one:
            yield child, one
        yield from fielded(child, record_of(one.kind) if one else record if child.key is None else Record)


def is_day(kind: Kind) -> bool:
    """Whether an answer is a day."""
    return kind is VALUES[Day] or (isinstance(kind, Either) and is_day(kind.first))


def dated(piece: Piece) -> bool:
    """Whether a day, and no placeholder, stands there."""
    return isinstance(piece.node, Scalar) and not piece.node.empty and piece.node.text not in PLACEHOLDER


def next_name(name: str, start: date) -> str:
    """The id of a successor: the same with the year in which it begins."""
    return f"{YEAR.sub('', name)}-{start.year}"


def next_start(period: Period | None, today: date) -> date:
    """When a successor begins: the day after the end of the old one, else today."""
    return period.end + timedelta(days=1) if period and period.end else today
