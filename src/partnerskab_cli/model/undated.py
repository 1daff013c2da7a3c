"""What an agreement says will happen, and on no day that can be reckoned."""

from collections.abc import Iterator
from typing import NamedTuple

from ..text.localized import LANGUAGES, Text
from .agreement import Agreement
from .amounts import Duration, Recurrence, YearDay
from .deadlines import (
    DutyKind,
    Sides,
    describe_payment_amount,
    find_deliverable_gap,
    find_due_date,
    find_evaluation_gap,
    find_last_agreed_date,
    find_usual_accounts_day,
    iter_deliverables,
    iter_grants,
    iter_meetings,
    iter_payments,
)
from .payment_terms import is_term


class Undated(NamedTuple):
    """Something that is agreed, and whose day nobody has set."""

    kind: DutyKind
    about: Text
    key: str
    parties: tuple[str, ...] = ()
    agreed: Text | None = None
    """When it is to be, as far as the agreement says."""


def iter_undated(agreement: Agreement, accounts_due: YearDay | None) -> Iterator[Undated]:
    """Everything that is to happen on a day that is not set."""
    yield from iter_undated_meetings(agreement)
    yield from iter_undated_evaluation(agreement)
    yield from iter_undated_renegotiation(agreement)
    yield from iter_undated_deliverables(agreement)
    yield from iter_undated_money(agreement, accounts_due)


def iter_undated_meetings(agreement: Agreement) -> Iterator[Undated]:
    """Meetings that are agreed to come round, and the next of which has no day."""
    for key, meeting in iter_meetings(agreement):
        if meeting.frequency and not meeting.next:
            yield Undated(DutyKind.MEETING, describe_frequency(meeting.name), key, agreed=describe_frequency(meeting.frequency))


def iter_undated_evaluation(agreement: Agreement) -> Iterator[Undated]:
    """An evaluation of which only is said how often."""
    evaluation = agreement.evaluation
    if evaluation and evaluation.when and not evaluation.next and not (evaluation.last and find_evaluation_gap(evaluation)):
        parties = (evaluation.responsible,) if evaluation.responsible else ()
        yield Undated(
            DutyKind.EVALUATION, describe_frequency(evaluation.method), "evaluation", parties, describe_frequency(evaluation.when)
        )


def iter_undated_renegotiation(agreement: Agreement) -> Iterator[Undated]:
    """Talks that come round, counted from an agreement whose day is not known."""
    talks = agreement.renegotiation
    if talks and talks.every and not talks.latest and not find_last_agreed_date(agreement):
        yield Undated(DutyKind.RENEGOTIATION, describe_frequency(talks.basis), "renegotiation", agreed=describe_gap(talks.every))


def iter_undated_deliverables(agreement: Agreement) -> Iterator[Undated]:
    """What is to be handed in, counted from nothing."""
    for key, deliverable in iter_deliverables(agreement):
        gap = find_deliverable_gap(deliverable)
        if find_due_date(agreement, deliverable) is None and (gap or not deliverable.delivered):
            yield Undated(
                DutyKind.DELIVERABLE, describe_frequency(deliverable.text), key, (deliverable.party,), describe_gap(gap) if gap else None
            )


def iter_undated_money(agreement: Agreement, accounts_due: YearDay | None) -> Iterator[Undated]:
    """Payments in a term that is no day, and accounts that nobody has named a day for."""
    sides = Sides.of(agreement)
    for key, grant, payment in iter_payments(agreement):
        if not payment.date and not (payment.term and is_term(payment.term)):
            yield Undated(
                DutyKind.PAYMENT, describe_payment_amount(payment, grant), key, sides.list_both(grant), describe_frequency(payment.term)
            )
    for key, grant in iter_grants(agreement):
        accounts = grant.accounts
        usual = find_usual_accounts_day(grant, accounts_due) if accounts_due and sides.is_from_public(grant) else None
        if accounts and not (accounts.deadline or accounts.received or usual):
            yield Undated(DutyKind.ACCOUNTS, describe_frequency(grant.purpose), key, sides.list_recipients(grant))


EVERY = Text(da="hver gang der er gået {gap}", en="every {gap}")


def describe_gap(gap: Duration) -> Text:
    """How often a thing comes round."""
    return EVERY.format(gap=gap)


def describe_frequency(value: Recurrence | str | None) -> Text:
    """The agreement's own words, or how often in both languages."""
    if isinstance(value, Recurrence):
        return Text(*(value.localize(language) for language in LANGUAGES))
    return Text(value or "", value or "")
