"""What an agreement says will happen, and on no day that can be reckoned."""

from collections.abc import Iterator
from typing import NamedTuple

from ..text import LANGUAGES, Text
from .agreement import Agreement
from .amounts import Duration, Recurrence, YearDay
from .duties import (
    DutyKind,
    Sides,
    amount_of,
    due_day,
    evaluation_gap,
    gap_of,
    last_agreed,
    named_deliverables,
    named_grants,
    named_meetings,
    named_payments,
    usual_day,
)
from .payment_term import is_term


class Undated(NamedTuple):
    """Something that is agreed, and whose day nobody has set."""

    kind: DutyKind
    about: Text
    key: str
    parties: tuple[str, ...] = ()
    agreed: Text | None = None
    """When it is to be, as far as the agreement says."""


def undated(agreement: Agreement, accounts_due: YearDay | None) -> Iterator[Undated]:
    """Everything that is to happen on a day that is not set."""
    yield from undated_meetings(agreement)
    yield from undated_evaluation(agreement)
    yield from undated_renegotiation(agreement)
    yield from undated_deliverables(agreement)
    yield from undated_money(agreement, accounts_due)


def undated_meetings(agreement: Agreement) -> Iterator[Undated]:
    """Meetings that are agreed to come round, and the next of which has no day."""
    for key, meeting in named_meetings(agreement):
        if meeting.frequency and not meeting.next:
            yield Undated(DutyKind.MEETING, as_text(meeting.name), key, agreed=as_text(meeting.frequency))


def undated_evaluation(agreement: Agreement) -> Iterator[Undated]:
    """An evaluation of which only is said how often."""
    evaluation = agreement.evaluation
    if evaluation and evaluation.when and not evaluation.next and not (evaluation.last and evaluation_gap(evaluation)):
        parties = (evaluation.responsible,) if evaluation.responsible else ()
        yield Undated(DutyKind.EVALUATION, as_text(evaluation.method), "evaluation", parties, as_text(evaluation.when))


def undated_renegotiation(agreement: Agreement) -> Iterator[Undated]:
    """Talks that come round, counted from an agreement whose day is not known."""
    talks = agreement.renegotiation
    if talks and talks.every and not talks.latest and not last_agreed(agreement):
        yield Undated(DutyKind.RENEGOTIATION, as_text(talks.basis), "renegotiation", agreed=every(talks.every))


def undated_deliverables(agreement: Agreement) -> Iterator[Undated]:
    """What is to be handed in, counted from nothing."""
    for key, one in named_deliverables(agreement):
        gap = gap_of(one)
        if due_day(agreement, one) is None and (gap or not one.delivered):
            yield Undated(DutyKind.DELIVERABLE, as_text(one.text), key, (one.party,), every(gap) if gap else None)


def undated_money(agreement: Agreement, accounts_due: YearDay | None) -> Iterator[Undated]:
    """Payments in a term that is no day, and accounts that nobody has named a day for."""
    sides = Sides.of(agreement)
    for key, grant, payment in named_payments(agreement):
        if not payment.date and not (payment.term and is_term(payment.term)):
            yield Undated(DutyKind.PAYMENT, amount_of(payment, grant), key, sides.both(grant), as_text(payment.term))
    for key, grant in named_grants(agreement):
        accounts = grant.accounts
        usual = usual_day(grant, accounts_due) if accounts_due and sides.from_public(grant) else None
        if accounts and not (accounts.deadline or accounts.received or usual):
            yield Undated(DutyKind.ACCOUNTS, as_text(grant.purpose), key, sides.recipient(grant))


EVERY = Text(da="hver gang der er gået {gap}", en="every {gap}")


def every(gap: Duration) -> Text:
    """How often a thing comes round."""
    return EVERY.filled(gap=gap)


def as_text(value: Recurrence | str | None) -> Text:
    """The agreement's own words, or how often in both languages."""
    if isinstance(value, Recurrence):
        return Text(*(value.said(language) for language in LANGUAGES))
    return Text(value or "", value or "")
