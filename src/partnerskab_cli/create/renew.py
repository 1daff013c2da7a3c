"""How an agreement ends, and how a new one takes over from it."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from ..edit.cst import CstNode, parse_commented
from ..edit.fields import collapse_emptied, delete_field, make_steps, set_field
from ..edit.scalars import PlainScalar
from ..edit.spelling import get_record_type
from ..edit.splice import cut_together, replace_everywhere
from ..model.agreement import Agreement
from ..model.choices import Status
from ..model.field import Field, FieldType, UnionType
from ..model.money import Accounts
from ..model.people import ChildCertificate, Insurance, PoliticalAnchoring
from ..model.purpose import Criterion, Goal, Milestone
from ..model.record import Record, field_path
from ..model.time import Deliverable, Evaluation, Period
from ..model.types import VALUES, Day
from ..source.parser import MappingNode, Scalar
from ..text.localized import Language
from .scaffold import PLACEHOLDER

SETTLED = frozenset({
    *field_path(Agreement.signatures, Agreement.log, Goal.result, Milestone.result, Criterion.result),
    *field_path(Evaluation.last, Evaluation.result, Accounts.received, Deliverable.delivered),
    *field_path(PoliticalAnchoring.date, PoliticalAnchoring.case, ChildCertificate.declaration),
    *field_path(Insurance.reported, Insurance.approved, Insurance.registered),
})  # fmt: skip
"""What has happened under the old agreement, and says nothing of the new one."""
YEAR = re.compile(r"-(?:19|20)[0-9]{2}$")


def render_end(text: str, language: Language, day: date, learning: str | None = None, start: date | None = None) -> str:
    """The agreement closed on a day, with what was learnt, and with its first day where the file lacks it.

    Raises:
        CommandError: the file cannot be read, or cannot be changed without harm.

    """
    text = set_field(text, make_steps(Agreement.status), PlainScalar(Status.ENDED.get_key(language)))
    text = set_field(text, make_steps(Agreement.period, Period.start), PlainScalar(start.isoformat())) if start else text
    text = set_field(
        delete_field(text, make_steps(Agreement.period, Period.ongoing)),
        make_steps(Agreement.period, Period.end),
        PlainScalar(day.isoformat()),
    )
    return set_field(text, make_steps(Agreement.evaluation, Evaluation.learning), learning) if learning else text


class Successor(NamedTuple):
    """What is known of a new agreement besides what the old one says."""

    id: str
    predecessor: str
    start: date
    end: date | None = None
    """Nothing: still to be agreed on."""


def render_renewal(text: str, language: Language, new: Successor) -> str:
    """A draft that carries on: the same goals, terms and learning; dates still to come are asked for again, what is done is left out.

    Raises:
        CommandError: the file cannot be read, or cannot be changed without harm.

    """
    room = PLACEHOLDER.localize(language)
    text = remove_history(text, room)
    text = set_field(text, make_steps(Agreement.id), PlainScalar(new.id))
    text = set_field(text, make_steps(Agreement.status), PlainScalar(Status.DRAFT.get_key(language)))
    text = set_field(text, make_steps(Agreement.period, Period.start), PlainScalar(new.start.isoformat()))
    ongoing = make_steps(Agreement.period, Period.ongoing)
    if new.end:
        text = set_field(delete_field(text, ongoing), make_steps(Agreement.period, Period.end), PlainScalar(new.end.isoformat()))
    return set_field(text, make_steps(Agreement.replaces), [PlainScalar(new.predecessor)])


def remove_history(text: str, room: str) -> str:
    """The text with room where dates to come stood, and without what is done."""
    commented = parse_commented(text)
    while pieces := [node for node, each in iter_answering_pieces(commented.whole, Agreement) if each in SETTLED]:
        commented = parse_commented(cut_together(commented, collapse_emptied(pieces)))
    days = [node for node, each in iter_answering_pieces(commented.whole, Agreement) if is_date_type(each.kind) and has_date(node)]
    return replace_everywhere(commented, days, room)


def iter_answering_pieces(piece: CstNode, record: type[Record]) -> Iterator[tuple[CstNode, Field]]:
    """Every piece that answers a question, top down."""
    for child in piece.children:
        field = record.names.get(str(child.word)) if isinstance(piece.node, MappingNode) else None
        if field:
            yield child, field
        yield from iter_answering_pieces(child, get_record_type(field.kind) if field else record if child.key is None else Record)


def is_date_type(kind: FieldType) -> bool:
    """Whether an answer is a day."""
    return kind is VALUES[Day] or (isinstance(kind, UnionType) and is_date_type(kind.first))


def has_date(piece: CstNode) -> bool:
    """Whether a day, and no placeholder, stands there."""
    return isinstance(piece.node, Scalar) and not piece.node.empty and piece.node.text not in PLACEHOLDER


def make_next_id(name: str, start: date) -> str:
    """The id of a successor: the same with the year in which it begins."""
    return f"{YEAR.sub('', name)}-{start.year}"


def choose_next_start(period: Period | None, today: date) -> date:
    """When a successor begins: the day after the end of the old one, else today."""
    return period.end + timedelta(days=1) if period and period.end else today
