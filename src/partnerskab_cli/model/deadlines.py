"""Everything in an agreement that falls due on a day."""

from collections.abc import Iterable, Iterator
from datetime import date
from heapq import merge
from itertools import islice
from typing import NamedTuple, Self

from ..text.localized import Text
from .agreement import Agreement
from .amounts import LAST_DAY, MONTH, Duration, YearDay
from .choices import CountedFrom, Outcome, Side, Status
from .cooperation import Meeting
from .field import Choice, choice_label
from .item_keys import list_names, list_unique_names, make_short_name
from .money import Grant, Payment
from .notations import find_recurrence
from .payment_terms import iter_term_days
from .purpose import Goal, Result
from .record import Record
from .rounds import MOST_ROUNDS, Round, format_calendar_part, iter_rounds
from .signing import find_signed_day
from .status import clip_to_latest_end, count_terms, find_last_end, find_latest_end, iter_numbered_terms
from .time import Deliverable, Evaluation


class DutyKind(Choice):
    """What falls due."""

    NOTICE = choice_label("opsigelse", "Sidste dag for opsigelse", "Last day to give notice")
    END = choice_label("slut", "Aftalen slutter", "The agreement ends")
    EXTENSION = choice_label("forlængelse", "Aftalen forlænges af sig selv", "The agreement extends by itself")
    LATEST_END = choice_label("senest_slut", "Aftalen slutter senest, hvis den forlænges", "The agreement ends at the latest, if extended")
    RENEGOTIATION = choice_label("genforhandling", "Genforhandling", "Renegotiation")
    EVALUATION = choice_label("evaluering", "Evaluering", "Evaluation")
    GOAL = choice_label("mål", "Mål", "Goal")
    MILESTONE = choice_label("delmål", "Delmål", "Milestone")
    MEETING = choice_label("møde", "Møde", "Meeting")
    PAYMENT = choice_label("udbetaling", "Udbetaling", "Payment")
    ACCOUNTS = choice_label("regnskab", "Regnskab", "Accounts")
    DELIVERABLE = choice_label("leverance", "Leverance", "Deliverable")
    DECLARATION = choice_label("erklæring", "Erklæring om børneattester", "Declaration on child certificates")
    INSURANCE = choice_label("forsikring", "Forsikring", "Insurance")


PASSING = frozenset({DutyKind.PAYMENT, DutyKind.EXTENSION, DutyKind.LATEST_END})
"""What happens by itself and is never overdue."""
OVER_WITH_THE_DAY = frozenset({DutyKind.MEETING, DutyKind.NOTICE})
"""What nobody can do any more when its day has passed."""
AFTERWARDS = frozenset({DutyKind.ACCOUNTS, DutyKind.DELIVERABLE})
"""What is still due when the agreement has ended."""
REMEMBERED = 14
"""Days for which a meeting or a day of notice that has passed is still shown."""


class Deadline(NamedTuple):
    """Something that falls due."""

    day: date
    kind: DutyKind
    about: Text
    """What exactly, in the agreement's own words where it has any."""
    key: str
    """The same for the same duty when its day moves, and when others come or go: `goal.naboer`, `meeting.statusmoede.2026-2`."""
    parties: tuple[str, ...] = ()
    """The ids of those whose duty it is; none where it is everybody's."""
    answered: bool = False
    expected: bool = False
    """Whether the day is only reckoned from how often it comes round."""
    local: bool = False
    """Whether only the municipality names a day, and not the agreement."""
    lapses: date = LAST_DAY
    """The last day on which it is a question at all."""
    record: Record | None = None
    """The part of the agreement that says so."""

    def is_overdue(self, today: date) -> bool:
        """Whether its day has passed, it can still be done, and nothing shows that it was."""
        gone = self.kind in PASSING | OVER_WITH_THE_DAY
        return self.day < today <= self.lapses and not (self.answered or self.expected or self.local or gone)

    def is_passed(self, today: date) -> bool:
        """Whether it is over with its day, and that was lately."""
        lately = 0 < (today - self.day).days <= REMEMBERED and today <= self.lapses
        return lately and self.kind in OVER_WITH_THE_DAY and not (self.answered or self.expected)

    def is_upcoming(self, today: date) -> bool:
        """Whether its day is still to come and nothing has answered it yet."""
        return self.day >= today and not self.answered


class TimeSpan(NamedTuple):
    """The days that are looked at: what comes round is laid out between them."""

    since: date
    until: date


def compute_deadlines(
    agreement: Agreement, span: TimeSpan, *, accounts_due: YearDay | None, declaration_months: int
) -> tuple[Deadline, ...]:
    """Every duty of an agreement in the order of their days; what comes round is laid out within the span, the nearest ones.

    `accounts_due` is the municipality's own day of the next year for accounts where the agreement names none;
    `declaration_months` is how long a declaration on child certificates holds.
    """
    every = (
        *iter_end_deadlines(agreement, span), *iter_renegotiation_deadlines(agreement, span), *iter_evaluation_deadlines(agreement, span), *iter_goal_deadlines(agreement),
        *iter_meeting_deadlines(agreement, span), *iter_payment_deadlines(agreement, span), *iter_accounts_deadlines(agreement, accounts_due), *iter_deliverable_deadlines(agreement, span),
        *iter_certificate_deadlines(agreement, declaration_months), *iter_insurance_deadlines(agreement),
    )  # fmt: skip
    return tuple(
        sorted(
            (deadline for deadline in every if is_binding(deadline, agreement.status)),
            key=lambda deadline: (deadline.day, deadline.kind.name, deadline.key),
        )
    )


def is_binding(duty: Deadline, status: Status) -> bool:
    """Whether a duty holds at that status."""
    return status is not Status.ENDED or (duty.kind in AFTERWARDS and not duty.local)


NOTICE_OF = Text(da="varsel {notice}", en="notice of {notice}")
NEXT_TERM = Text(da="hvis ingen siger stop", en="unless someone says stop")
NO_WORDS = Text("", "")


def iter_end_deadlines(agreement: Agreement, span: TimeSpan) -> Iterator[Deadline]:
    """Each end, and before it the last day to give notice. Where talks are on or the term is over, notice is no question any more."""
    period, over, latest, lengths = (
        agreement.period,
        find_last_end(agreement),
        find_latest_end(agreement),
        tuple(iter_notice_periods(agreement)),
    )
    for number, end in iter_end_dates(agreement, span, MOST_ROUNDS // (1 + len(lengths))):
        if end == over:
            yield Deadline(end, DutyKind.END, NO_WORDS, "end", record=period)
        else:
            yield Deadline(end, DutyKind.EXTENSION, NEXT_TERM, f"extension.{number}", record=agreement.extension)
        for notice, parties in lengths:
            last = max(notice.subtract_from(end), period.start) if period else notice.subtract_from(end)
            usual = agreement.termination and notice == agreement.termination.notice
            key = ".".join(("notice", str(number), *(() if usual else parties)))
            talking = agreement.status is Status.RENEGOTIATION
            about = NOTICE_OF.format(notice=notice)
            yield Deadline(last, DutyKind.NOTICE, about, key, parties, talking, lapses=end, record=agreement.termination)
    if latest and latest != over:
        yield Deadline(latest, DutyKind.LATEST_END, NO_WORDS, "latest-end", record=agreement.extension)


def iter_end_dates(agreement: Agreement, span: TimeSpan, most: int) -> Iterator[tuple[int, date]]:
    """The nearest ends with their numbers, and the last where there is one; without a last one, as far as is looked and the first after it."""
    over, met = find_last_end(agreement), None
    for number, end in islice(iter_numbered_terms(agreement, span.since), max(1, most)):
        yield number, end
        met = end
        if over is None and end > span.until:
            return
    if over and met != over:
        yield count_terms(agreement), over


def iter_notice_periods(agreement: Agreement) -> Iterator[tuple[Duration, tuple[str, ...]]]:
    """Each length of notice with the parties that give it; no party where it is the same for all."""
    termination = agreement.termination
    if termination is None:
        return
    own: dict[str, Duration] = {notice.party: notice.notice for notice in termination.notice_per_party}
    lengths = dict.fromkeys([*own.values(), *([termination.notice] if termination.notice else [])])
    by, givers = set(termination.by), dict[Duration, list[str]]()
    allowed = [party.id for party in agreement.parties if not by or party.id in by]
    for party in allowed:
        if notice := own.get(party) or termination.notice:
            givers.setdefault(notice, []).append(party)
    everybody = len(lengths) == 1 and [allowed] == list(givers.values())
    yield from ((length, () if everybody else tuple(givers[length])) for length in lengths if length in givers)


def iter_renegotiation_deadlines(agreement: Agreement, span: TimeSpan) -> Iterator[Deadline]:
    """The day named, and what comes round after it; else what comes round after the start or the last signature."""
    renegotiation = agreement.renegotiation
    if renegotiation is None:
        return
    on, every = agreement.status is Status.RENEGOTIATION, renegotiation.every
    about = Text(renegotiation.basis or "", renegotiation.basis or "")
    first = renegotiation.latest or find_first_day(agreement, every, find_last_agreed_date(agreement), span)
    for day, _ in iter_rounds_within(agreement, first, every, span):
        yield Deadline(day, DutyKind.RENEGOTIATION, about, make_series_key("renegotiation", day, every), answered=on, record=renegotiation)


def find_first_day(agreement: Agreement, gap: Duration | None, last: date | None, span: TimeSpan) -> date | None:
    """The day a round after the last time, while the agreement runs and where it is not too far off."""
    first = gap.add_to(last) if gap and gap.number and last else None
    return first if first and first <= clip_to_latest_end(agreement, span.until) else None


def find_last_agreed_date(agreement: Agreement) -> date | None:
    """The newest day on which the parties agreed: a signature, else the start."""
    begun = [agreement.period.start] if agreement.period else []
    return max([*begun, *(signature.date for signature in agreement.signatures)], default=None)


def iter_rounds_within(agreement: Agreement, first: date | None, gap: Duration | None, span: TimeSpan) -> Iterator[Round]:
    """A first day and what comes round after it, while the agreement runs."""
    return iter_rounds(first, gap, span.since, clip_to_latest_end(agreement, span.until)) if first else iter(())


def make_series_key(key: str, day: date, gap: Duration | None) -> str:
    """The key of one occasion of a series; of a thing that comes once, its own."""
    return f"{key}.{format_calendar_part(day, gap)}" if gap and gap.number else key


def iter_evaluation_deadlines(agreement: Agreement, span: TimeSpan) -> Iterator[Deadline]:
    """The next evaluation and what comes round; where only the last one is known, the next is a round later."""
    evaluation = agreement.evaluation
    if evaluation is None:
        return
    gap = find_evaluation_gap(evaluation)
    first = evaluation.next or find_first_day(agreement, gap, evaluation.last, span)
    about = Text(evaluation.method or "", evaluation.method or "")
    parties = (evaluation.responsible,) if evaluation.responsible else ()
    for day, named in iter_rounds_within(agreement, first, gap, span):
        done, key = bool(evaluation.last and evaluation.last >= day), make_series_key("evaluation", day, gap)
        yield Deadline(day, DutyKind.EVALUATION, about, key, parties, done, not named, record=evaluation)


def find_evaluation_gap(evaluation: Evaluation) -> Duration | None:
    """The time between two evaluations, also where only words say how often."""
    often = find_recurrence(evaluation.when) if isinstance(evaluation.when, str) else evaluation.when
    return often.gap if often else None


def iter_goal_deadlines(agreement: Agreement) -> Iterator[Deadline]:
    """The day by which each goal and each milestone is to be reached."""
    keys = list_unique_names([list_names(goal.id, goal.text, day=goal.deadline) for goal in agreement.goals])
    for key, goal in zip(keys, agreement.goals, strict=True):
        parties = (goal.responsible,) if goal.responsible else ()
        if goal.deadline:
            about = Text(goal.text, goal.text)
            yield Deadline(
                goal.deadline, DutyKind.GOAL, about, f"goal.{key}", parties, is_settled_by_result(goal.result, goal.deadline), record=goal
            )
        yield from iter_milestones(goal, key, parties)


def iter_milestones(goal: Goal, key: str, parties: tuple[str, ...]) -> Iterator[Deadline]:
    """The day by which each step towards a goal is to be reached."""
    steps = list_unique_names([list_names(None, milestone.text, day=milestone.deadline) for milestone in goal.milestones])
    for step, milestone in zip(steps, goal.milestones, strict=True):
        if milestone.deadline:
            about, done = Text(milestone.text, milestone.text), is_settled_by_result(milestone.result, milestone.deadline)
            yield Deadline(milestone.deadline, DutyKind.MILESTONE, about, f"milestone.{key}.{step}", parties, done, record=milestone)


def is_settled_by_result(result: Result | None, day: date) -> bool:
    """Whether a result answers what was due: it is reached, or it was looked at when the time had come."""
    return bool(result and (result.status is Outcome.REACHED or result.date is None or result.date >= day))


def keep_nearest(every: Iterable[Iterator[Deadline]]) -> Iterator[Deadline]:
    """The first of each series, and of the days that come after those the `MOST_ROUNDS` nearest, however many series there are."""
    series = list(every)
    yield from [first for deadlines in series for first in islice(deadlines, 1)]
    yield from islice(merge(*series, key=lambda duty: duty.day), MOST_ROUNDS)


class Sides(NamedTuple):
    """Who pays and who receives where a grant does not name them: the parties of a side; nobody in particular where they are many."""

    public: tuple[str, ...]
    voluntary: tuple[str, ...]

    @classmethod
    def of(cls, agreement: Agreement) -> Self:
        """The sides of an agreement."""
        ids = (tuple(party.id for party in agreement.parties if party.side is side) for side in (Side.PUBLIC, Side.VOLUNTARY))
        return cls(*(each if len(each) <= MOST_NAMED else () for each in ids))

    def list_givers(self, grant: Grant) -> tuple[str, ...]:
        """Who pays."""
        return (grant.giver,) if grant.giver else self.public

    def list_recipients(self, grant: Grant) -> tuple[str, ...]:
        """Who receives."""
        return (grant.recipient,) if grant.recipient else self.voluntary

    def list_both(self, grant: Grant) -> tuple[str, ...]:
        """Who pays, and who receives."""
        return tuple(dict.fromkeys((*self.list_givers(grant), *self.list_recipients(grant))))

    def is_from_public(self, grant: Grant) -> bool:
        """Whether a public party gives to someone else than itself; only then can a municipality have a day of its own."""
        return any(giver in self.public for giver in self.list_givers(grant)) and not any(
            recipient in self.public for recipient in self.list_recipients(grant)
        )


MOST_NAMED = 12
"""Parties of a side; more are not listed one by one."""


def iter_meeting_deadlines(agreement: Agreement, span: TimeSpan) -> Iterator[Deadline]:
    """The next of each meeting, and what comes round after it."""
    return keep_nearest(iter_deadlines_of_meeting(agreement, key, meeting, span) for key, meeting in iter_meetings(agreement))


def iter_deadlines_of_meeting(agreement: Agreement, key: str, meeting: Meeting, span: TimeSpan) -> Iterator[Deadline]:
    """The days of one meeting."""
    about, gap = Text(meeting.name or "", meeting.name or ""), meeting.frequency.gap if meeting.frequency else None
    for day, first in iter_rounds_within(agreement, meeting.next, gap, span):
        yield Deadline(day, DutyKind.MEETING, about, make_series_key(key, day, gap), expected=not first, record=meeting)


def iter_meetings(agreement: Agreement) -> Iterator[tuple[str, Meeting]]:
    """Every meeting with its key."""
    called = [
        list_names(
            meeting.id,
            meeting.name,
            other=(meeting.level and meeting.level.name, *meeting.participants, meeting.frequency and meeting.frequency.localize("en")),
            day=meeting.next,
        )
        for meeting in agreement.meetings
    ]
    return zip((f"meeting.{key}" for key in list_unique_names(called)), agreement.meetings, strict=True)


def iter_payment_deadlines(agreement: Agreement, span: TimeSpan) -> Iterator[Deadline]:
    """The payments of each grant; they concern who pays and who receives."""
    sides = Sides.of(agreement)
    return keep_nearest(iter_payment_days(key, grant, payment, sides, span) for key, grant, payment in iter_payments(agreement))


def iter_payment_days(key: str, grant: Grant, payment: Payment, sides: Sides, span: TimeSpan) -> Iterator[Deadline]:
    """The day of one payment, or those of its term."""
    about, parties = describe_payment_amount(payment, grant), sides.list_both(grant)
    if payment.date:
        yield Deadline(payment.date, DutyKind.PAYMENT, about, key, parties, record=payment)
    elif payment.term:
        for day, gap in iter_term_days(payment.term, *clip_to_grant_period(grant, span)):
            yield Deadline(day, DutyKind.PAYMENT, about, make_series_key(key, day, gap), parties, expected=True, record=payment)


def clip_to_grant_period(grant: Grant, span: TimeSpan) -> TimeSpan:
    """The days that are looked at and lie in the grant period."""
    period = grant.grant_period
    return TimeSpan(max(span.since, period.start), min(span.until, period.end)) if period else span


def iter_payments(agreement: Agreement) -> Iterator[tuple[str, Grant, Payment]]:
    """Every payment with its key and its grant."""
    every = [(grant, payment) for grant in agreement.grant for payment in grant.payments]
    called = [
        list_names(
            payment.id, payment.term or (payment.date.isoformat() if payment.date else None), format_grant_name(grant), day=payment.date
        )
        for grant, payment in every
    ]
    return ((f"payment.{key}", grant, payment) for key, (grant, payment) in zip(list_unique_names(called), every, strict=True))


def describe_payment_amount(payment: Payment, grant: Grant) -> Text:
    """What is paid."""
    return Text("{about}", "{about}").format(about=payment.amount._replace(currency=grant.currency))


def format_grant_name(grant: Grant) -> str:
    """What tells a grant from the others of its agreement: the year it begins, and what it is for, else its legal basis."""
    use = grant.purpose or (grant.legal_basis.value.key if grant.legal_basis else grant.recipient)
    return ".".join(filter(None, (str(grant.grant_period.start.year) if grant.grant_period else "", make_short_name(use or ""))))


def iter_accounts_deadlines(agreement: Agreement, accounts_due: YearDay | None) -> Iterator[Deadline]:
    """The accounts of each grant; where the agreement names no day, the municipality's own is expected of what it gives itself."""
    sides = Sides.of(agreement)
    for key, grant in iter_grants(agreement):
        own = grant.accounts and grant.accounts.deadline
        usual = None if own or not accounts_due or not sides.is_from_public(grant) else find_usual_accounts_day(grant, accounts_due)
        if day := own or usual:
            use, received = Text(grant.purpose or "", grant.purpose or ""), bool(grant.accounts and grant.accounts.received)
            says, reckoned = grant.accounts if own else grant.grant_period, own is None
            yield Deadline(
                day, DutyKind.ACCOUNTS, use, key, sides.list_recipients(grant), received, expected=reckoned, local=reckoned, record=says
            )


def iter_grants(agreement: Agreement) -> Iterator[tuple[str, Grant]]:
    """Every grant with the key of its accounts."""
    called = list_unique_names(
        [((name := format_grant_name(grant) or "1"), f"{name}.{grant.recipient or grant.giver or 1}") for grant in agreement.grant]
    )
    return zip((f"accounts.{key}" for key in called), agreement.grant, strict=True)


def find_usual_accounts_day(grant: Grant, accounts_due: YearDay) -> date | None:
    """The municipality's own day in the year after the grant period."""
    period = grant.grant_period
    return accounts_due.to_date(min(period.end.year + 1, LAST_DAY.year)) if period and "accounts" not in grant.aside else None


def iter_deliverable_deadlines(agreement: Agreement, span: TimeSpan) -> Iterator[Deadline]:
    """What a party must hand in, on its day or counted from another; of what comes round, the first that is missing and those to come."""
    return keep_nearest(
        iter_deadlines_of_deliverable(agreement, key, deliverable, span) for key, deliverable in iter_deliverables(agreement)
    )


def iter_deadlines_of_deliverable(agreement: Agreement, key: str, deliverable: Deliverable, span: TimeSpan) -> Iterator[Deadline]:
    """The days of one deliverable."""
    about, gap = Text(deliverable.text, deliverable.text), find_deliverable_gap(deliverable)
    for day in iter_deliverable_days(agreement, deliverable, gap, span):
        handed_in = gap is None and deliverable.delivered is not None
        yield Deadline(
            day, DutyKind.DELIVERABLE, about, make_series_key(key, day, gap), (deliverable.party,), handed_in, record=deliverable
        )


def iter_deliverables(agreement: Agreement) -> Iterator[tuple[str, Deliverable]]:
    """Every deliverable with its key."""
    called = [
        list_names(deliverable.id, deliverable.text, other=(deliverable.party,), day=find_due_date(agreement, deliverable))
        for deliverable in agreement.deliverables
    ]
    return zip((f"deliverable.{key}" for key in list_unique_names(called)), agreement.deliverables, strict=True)


def find_deliverable_gap(deliverable: Deliverable) -> Duration | None:
    """The time between two of a deliverable that comes round."""
    deadline = deliverable.deadline
    return deadline.repeats.gap if deadline and not isinstance(deadline, date) and deadline.repeats else None


def iter_deliverable_days(agreement: Agreement, deliverable: Deliverable, gap: Duration | None, span: TimeSpan) -> Iterator[date]:
    """The first day for which nothing was handed in, and those within the span; what is missing is asked for once."""
    first, delivered = find_due_date(agreement, deliverable), deliverable.delivered
    if first is None or gap is None:
        yield from (first,) if first else ()
        return
    last = clip_to_latest_end(agreement, span.until)
    known = iter_rounds(first, gap, max(first, delivered or first), last)
    missing = next((day for day, _ in known if delivered is None or delivered <= gap.subtract_from(day)), None)
    if missing:
        yield missing
        yield from (day for day, _ in iter_rounds(first, gap, span.since, last) if day > missing)


def find_due_date(agreement: Agreement, deliverable: Deliverable) -> date | None:
    """The first day of a deliverable; nothing where it cannot be known yet."""
    deadline, period = deliverable.deadline, agreement.period
    if deadline is None or isinstance(deadline, date):
        return deadline
    bases = {
        CountedFrom.SIGNATURE: find_signed_day(agreement),
        CountedFrom.START: period.start if period else None,
        CountedFrom.END: find_last_end(agreement),
    }
    base = bases[deadline.after] if deadline.after else None
    return deadline.duration.add_to(base) if base and deadline.duration else base


def iter_certificate_deadlines(agreement: Agreement, months: int) -> Iterator[Deadline]:
    """When the association is to declare that child certificates are in order: before the start, then whenever it grows old."""
    certificate, period = agreement.child_certificate, agreement.period
    if certificate and certificate.required:
        last, holds = certificate.declaration, Duration(months, MONTH)
        due = holds.add_to(last) if last else period.start if period else None
        if due:
            about = Text(certificate.responsible or "", certificate.responsible or "")
            yield Deadline(due, DutyKind.DECLARATION, about, make_series_key("declaration", due, holds), record=certificate)


STEPS = {
    "reported": Text(da="indmeld indsatsen", en="report the effort"),
    "approved": Text(da="få den godkendt", en="have it approved"),
    "registered": Text(da="få den på forsikringslisten", en="have it put on the insurance list"),
}
"""The steps to being covered, in their order (S2 Samarbejde)."""


def iter_insurance_deadlines(agreement: Agreement) -> Iterator[Deadline]:
    """The next step to the municipality's insurance; before the start all three are taken."""
    cover, period = agreement.insurance, agreement.period
    if cover and cover.municipal and period:
        step = next((name for name in STEPS if getattr(cover, name) is None), None)
        if step:
            yield Deadline(period.start, DutyKind.INSURANCE, STEPS[step], f"insurance.{step}", record=cover)
