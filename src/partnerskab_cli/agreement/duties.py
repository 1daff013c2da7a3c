"""Everything in an agreement that falls due on a day."""

from collections.abc import Iterable, Iterator
from datetime import date
from heapq import merge
from itertools import islice
from typing import NamedTuple, Self

from ..text import Text
from .agreement import Agreement
from .amounts import LAST_DAY, MONTH, Duration, YearDay
from .choices import CountedFrom, Outcome, Side, Status
from .cooperation import Meeting
from .field import Choice, word
from .keys import names, short_name, told_apart
from .money import Grant, Payment
from .notations import find_recurrence
from .payment_term import term_days
from .purpose import Goal, Result
from .record import Record
from .rounds import MOST_ROUNDS, Round, rounds, stretch
from .signing import signed_day
from .standing import horizon, last_end, last_number, latest_end, numbered_terms
from .time import Deliverable, Evaluation


class DutyKind(Choice):
    """What falls due."""

    NOTICE = word("opsigelse", "Sidste dag for opsigelse", "Last day to give notice")
    END = word("slut", "Aftalen slutter", "The agreement ends")
    EXTENSION = word("forlængelse", "Aftalen forlænges af sig selv", "The agreement extends by itself")
    LATEST_END = word("senest_slut", "Aftalen slutter senest, hvis den forlænges", "The agreement ends at the latest, if extended")
    RENEGOTIATION = word("genforhandling", "Genforhandling", "Renegotiation")
    EVALUATION = word("evaluering", "Evaluering", "Evaluation")
    GOAL = word("mål", "Mål", "Goal")
    MILESTONE = word("delmål", "Delmål", "Milestone")
    MEETING = word("møde", "Møde", "Meeting")
    PAYMENT = word("udbetaling", "Udbetaling", "Payment")
    ACCOUNTS = word("regnskab", "Regnskab", "Accounts")
    DELIVERABLE = word("leverance", "Leverance", "Deliverable")
    DECLARATION = word("erklæring", "Erklæring om børneattester", "Declaration on child certificates")
    INSURANCE = word("forsikring", "Forsikring", "Insurance")


PASSING = frozenset({DutyKind.PAYMENT, DutyKind.EXTENSION, DutyKind.LATEST_END})
"""What happens by itself and is never overdue."""
OVER_WITH_THE_DAY = frozenset({DutyKind.MEETING, DutyKind.NOTICE})
"""What nobody can do any more when its day has passed."""
AFTERWARDS = frozenset({DutyKind.ACCOUNTS, DutyKind.DELIVERABLE})
"""What is still due when the agreement has ended."""
REMEMBERED = 14
"""Days for which a meeting or a day of notice that has passed is still shown."""


class Duty(NamedTuple):
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

    def overdue(self, today: date) -> bool:
        """Whether its day has passed, it can still be done, and nothing shows that it was."""
        gone = self.kind in PASSING | OVER_WITH_THE_DAY
        return self.day < today <= self.lapses and not (self.answered or self.expected or self.local or gone)

    def passed(self, today: date) -> bool:
        """Whether it is over with its day, and that was lately."""
        lately = 0 < (today - self.day).days <= REMEMBERED and today <= self.lapses
        return lately and self.kind in OVER_WITH_THE_DAY and not (self.answered or self.expected)

    def ahead(self, today: date) -> bool:
        """Whether its day is still to come and nothing has answered it yet."""
        return self.day >= today and not self.answered


class Span(NamedTuple):
    """The days that are looked at: what comes round is laid out between them."""

    since: date
    until: date


def duties(agreement: Agreement, span: Span, *, accounts_due: YearDay | None, declaration_months: int) -> tuple[Duty, ...]:
    """Every duty of an agreement in the order of their days; what comes round is laid out within the span, the nearest ones.

    `accounts_due` is the municipality's own day of the next year for accounts where the agreement names none;
    `declaration_months` is how long a declaration on child certificates holds.
    """
    every = (
        *endings(agreement, span), *renegotiations(agreement, span), *evaluations(agreement, span), *goals(agreement),
        *meetings(agreement, span), *payments(agreement, span), *accounts(agreement, accounts_due), *deliverables(agreement, span),
        *declarations(agreement, declaration_months), *insurance(agreement),
    )  # fmt: skip
    return tuple(sorted((one for one in every if binds(one, agreement.status)), key=lambda one: (one.day, one.kind.name, one.key)))


def binds(duty: Duty, status: Status) -> bool:
    """Whether a duty holds at that status."""
    return status is not Status.ENDED or (duty.kind in AFTERWARDS and not duty.local)


NOTICE_OF = Text(da="varsel {notice}", en="notice of {notice}")
NEXT_TERM = Text(da="hvis ingen siger stop", en="unless someone says stop")
NO_WORDS = Text("", "")


def endings(agreement: Agreement, span: Span) -> Iterator[Duty]:
    """Each end, and before it the last day to give notice. Where talks are on or the term is over, notice is no question any more."""
    period, over, latest, lengths = agreement.period, last_end(agreement), latest_end(agreement), tuple(notices(agreement))
    for number, end in ends(agreement, span, MOST_ROUNDS // (1 + len(lengths))):
        if end == over:
            yield Duty(end, DutyKind.END, NO_WORDS, "end", record=period)
        else:
            yield Duty(end, DutyKind.EXTENSION, NEXT_TERM, f"extension.{number}", record=agreement.extension)
        for notice, parties in lengths:
            last = max(notice.before(end), period.start) if period else notice.before(end)
            usual = agreement.termination and notice == agreement.termination.notice
            key = ".".join(("notice", str(number), *(() if usual else parties)))
            talking = agreement.status is Status.RENEGOTIATION
            about = NOTICE_OF.filled(notice=notice)
            yield Duty(last, DutyKind.NOTICE, about, key, parties, talking, lapses=end, record=agreement.termination)
    if latest and latest != over:
        yield Duty(latest, DutyKind.LATEST_END, NO_WORDS, "latest-end", record=agreement.extension)


def ends(agreement: Agreement, span: Span, most: int) -> Iterator[tuple[int, date]]:
    """The nearest ends with their numbers, and the last where there is one; without a last one, as far as is looked and the first after it."""
    over, met = last_end(agreement), None
    for number, end in islice(numbered_terms(agreement, span.since), max(1, most)):
        yield number, end
        met = end
        if over is None and end > span.until:
            return
    if over and met != over:
        yield last_number(agreement), over


def notices(agreement: Agreement) -> Iterator[tuple[Duration, tuple[str, ...]]]:
    """Each length of notice with the parties that give it; no party where it is the same for all."""
    termination = agreement.termination
    if termination is None:
        return
    own: dict[str, Duration] = {one.party: one.notice for one in termination.notice_per_party}
    lengths = dict.fromkeys([*own.values(), *([termination.notice] if termination.notice else [])])
    by, givers = set(termination.by), dict[Duration, list[str]]()
    allowed = [party.id for party in agreement.parties if not by or party.id in by]
    for party in allowed:
        if notice := own.get(party) or termination.notice:
            givers.setdefault(notice, []).append(party)
    everybody = len(lengths) == 1 and [allowed] == list(givers.values())
    yield from ((length, () if everybody else tuple(givers[length])) for length in lengths if length in givers)


def renegotiations(agreement: Agreement, span: Span) -> Iterator[Duty]:
    """The day named, and what comes round after it; else what comes round after the start or the last signature."""
    renegotiation = agreement.renegotiation
    if renegotiation is None:
        return
    on, every = agreement.status is Status.RENEGOTIATION, renegotiation.every
    about = Text(renegotiation.basis or "", renegotiation.basis or "")
    first = renegotiation.latest or first_within(agreement, every, last_agreed(agreement), span)
    for day, _ in within(agreement, first, every, span):
        yield Duty(day, DutyKind.RENEGOTIATION, about, of_series("renegotiation", day, every), answered=on, record=renegotiation)


def first_within(agreement: Agreement, gap: Duration | None, last: date | None, span: Span) -> date | None:
    """The day a round after the last time, while the agreement runs and where it is not too far off."""
    first = gap.after(last) if gap and gap.number and last else None
    return first if first and first <= horizon(agreement, span.until) else None


def last_agreed(agreement: Agreement) -> date | None:
    """The newest day on which the parties agreed: a signature, else the start."""
    begun = [agreement.period.start] if agreement.period else []
    return max([*begun, *(one.date for one in agreement.signatures)], default=None)


def within(agreement: Agreement, first: date | None, gap: Duration | None, span: Span) -> Iterator[Round]:
    """A first day and what comes round after it, while the agreement runs."""
    return rounds(first, gap, span.since, horizon(agreement, span.until)) if first else iter(())


def of_series(key: str, day: date, gap: Duration | None) -> str:
    """The key of one occasion of a series; of a thing that comes once, its own."""
    return f"{key}.{stretch(day, gap)}" if gap and gap.number else key


def evaluations(agreement: Agreement, span: Span) -> Iterator[Duty]:
    """The next evaluation and what comes round; where only the last one is known, the next is a round later."""
    evaluation = agreement.evaluation
    if evaluation is None:
        return
    gap = evaluation_gap(evaluation)
    first = evaluation.next or first_within(agreement, gap, evaluation.last, span)
    about = Text(evaluation.method or "", evaluation.method or "")
    parties = (evaluation.responsible,) if evaluation.responsible else ()
    for day, named in within(agreement, first, gap, span):
        done, key = bool(evaluation.last and evaluation.last >= day), of_series("evaluation", day, gap)
        yield Duty(day, DutyKind.EVALUATION, about, key, parties, done, not named, record=evaluation)


def evaluation_gap(evaluation: Evaluation) -> Duration | None:
    """The time between two evaluations, also where only words say how often."""
    often = find_recurrence(evaluation.when) if isinstance(evaluation.when, str) else evaluation.when
    return often.gap if often else None


def goals(agreement: Agreement) -> Iterator[Duty]:
    """The day by which each goal and each milestone is to be reached."""
    keys = told_apart([names(goal.id, goal.text, day=goal.deadline) for goal in agreement.goals])
    for key, goal in zip(keys, agreement.goals, strict=True):
        parties = (goal.responsible,) if goal.responsible else ()
        if goal.deadline:
            about = Text(goal.text, goal.text)
            yield Duty(goal.deadline, DutyKind.GOAL, about, f"goal.{key}", parties, looked_at(goal.result, goal.deadline), record=goal)
        yield from milestones(goal, key, parties)


def milestones(goal: Goal, key: str, parties: tuple[str, ...]) -> Iterator[Duty]:
    """The day by which each step towards a goal is to be reached."""
    steps = told_apart([names(None, one.text, day=one.deadline) for one in goal.milestones])
    for step, one in zip(steps, goal.milestones, strict=True):
        if one.deadline:
            about, done = Text(one.text, one.text), looked_at(one.result, one.deadline)
            yield Duty(one.deadline, DutyKind.MILESTONE, about, f"milestone.{key}.{step}", parties, done, record=one)


def looked_at(result: Result | None, day: date) -> bool:
    """Whether a result answers what was due: it is reached, or it was looked at when the time had come."""
    return bool(result and (result.status is Outcome.REACHED or result.date is None or result.date >= day))


def nearest(every: Iterable[Iterator[Duty]]) -> Iterator[Duty]:
    """The first of each series, and of the days that come after those the `MOST_ROUNDS` nearest, however many series there are."""
    series = list(every)
    yield from [first for one in series for first in islice(one, 1)]
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

    def giver(self, grant: Grant) -> tuple[str, ...]:
        """Who pays."""
        return (grant.giver,) if grant.giver else self.public

    def recipient(self, grant: Grant) -> tuple[str, ...]:
        """Who receives."""
        return (grant.recipient,) if grant.recipient else self.voluntary

    def both(self, grant: Grant) -> tuple[str, ...]:
        """Who pays, and who receives."""
        return tuple(dict.fromkeys((*self.giver(grant), *self.recipient(grant))))

    def from_public(self, grant: Grant) -> bool:
        """Whether a public party gives to someone else than itself; only then can a municipality have a day of its own."""
        return any(one in self.public for one in self.giver(grant)) and not any(one in self.public for one in self.recipient(grant))


MOST_NAMED = 12
"""Parties of a side; more are not listed one by one."""


def meetings(agreement: Agreement, span: Span) -> Iterator[Duty]:
    """The next of each meeting, and what comes round after it."""
    return nearest(meeting_days(agreement, key, meeting, span) for key, meeting in named_meetings(agreement))


def meeting_days(agreement: Agreement, key: str, meeting: Meeting, span: Span) -> Iterator[Duty]:
    """The days of one meeting."""
    about, gap = Text(meeting.name or "", meeting.name or ""), meeting.frequency.gap if meeting.frequency else None
    for day, first in within(agreement, meeting.next, gap, span):
        yield Duty(day, DutyKind.MEETING, about, of_series(key, day, gap), expected=not first, record=meeting)


def named_meetings(agreement: Agreement) -> Iterator[tuple[str, Meeting]]:
    """Every meeting with its key."""
    called = [
        names(
            one.id,
            one.name,
            other=(one.level and one.level.name, *one.participants, one.frequency and one.frequency.said("en")),
            day=one.next,
        )
        for one in agreement.meetings
    ]
    return zip((f"meeting.{key}" for key in told_apart(called)), agreement.meetings, strict=True)


def payments(agreement: Agreement, span: Span) -> Iterator[Duty]:
    """The payments of each grant; they concern who pays and who receives."""
    sides = Sides.of(agreement)
    return nearest(payment_days(key, grant, payment, sides, span) for key, grant, payment in named_payments(agreement))


def payment_days(key: str, grant: Grant, payment: Payment, sides: Sides, span: Span) -> Iterator[Duty]:
    """The day of one payment, or those of its term."""
    about, parties = amount_of(payment, grant), sides.both(grant)
    if payment.date:
        yield Duty(payment.date, DutyKind.PAYMENT, about, key, parties, record=payment)
    elif payment.term:
        for day, gap in term_days(payment.term, *paid_within(grant, span)):
            yield Duty(day, DutyKind.PAYMENT, about, of_series(key, day, gap), parties, expected=True, record=payment)


def paid_within(grant: Grant, span: Span) -> Span:
    """The days that are looked at and lie in the grant period."""
    period = grant.grant_period
    return Span(max(span.since, period.start), min(span.until, period.end)) if period else span


def named_payments(agreement: Agreement) -> Iterator[tuple[str, Grant, Payment]]:
    """Every payment with its key and its grant."""
    every = [(grant, one) for grant in agreement.grant for one in grant.payments]
    called = [
        names(one.id, one.term or (one.date.isoformat() if one.date else None), grant_name(grant), day=one.date) for grant, one in every
    ]
    return ((f"payment.{key}", grant, one) for key, (grant, one) in zip(told_apart(called), every, strict=True))


def amount_of(payment: Payment, grant: Grant) -> Text:
    """What is paid."""
    return Text("{about}", "{about}").filled(about=payment.amount._replace(currency=grant.currency))


def grant_name(grant: Grant) -> str:
    """What tells a grant from the others of its agreement: the year it begins, and what it is for, else its legal basis."""
    use = grant.purpose or (grant.legal_basis.value.key if grant.legal_basis else grant.recipient)
    return ".".join(filter(None, (str(grant.grant_period.start.year) if grant.grant_period else "", short_name(use or ""))))


def accounts(agreement: Agreement, accounts_due: YearDay | None) -> Iterator[Duty]:
    """The accounts of each grant; where the agreement names no day, the municipality's own is expected of what it gives itself."""
    sides = Sides.of(agreement)
    for key, grant in named_grants(agreement):
        own = grant.accounts and grant.accounts.deadline
        usual = None if own or not accounts_due or not sides.from_public(grant) else usual_day(grant, accounts_due)
        if day := own or usual:
            use, received = Text(grant.purpose or "", grant.purpose or ""), bool(grant.accounts and grant.accounts.received)
            says, reckoned = grant.accounts if own else grant.grant_period, own is None
            yield Duty(day, DutyKind.ACCOUNTS, use, key, sides.recipient(grant), received, expected=reckoned, local=reckoned, record=says)


def named_grants(agreement: Agreement) -> Iterator[tuple[str, Grant]]:
    """Every grant with the key of its accounts."""
    called = told_apart([((name := grant_name(one) or "1"), f"{name}.{one.recipient or one.giver or 1}") for one in agreement.grant])
    return zip((f"accounts.{key}" for key in called), agreement.grant, strict=True)


def usual_day(grant: Grant, accounts_due: YearDay) -> date | None:
    """The municipality's own day in the year after the grant period."""
    period = grant.grant_period
    return accounts_due.within(min(period.end.year + 1, LAST_DAY.year)) if period and "accounts" not in grant.aside else None


def deliverables(agreement: Agreement, span: Span) -> Iterator[Duty]:
    """What a party must hand in, on its day or counted from another; of what comes round, the first that is missing and those to come."""
    return nearest(deliveries(agreement, key, one, span) for key, one in named_deliverables(agreement))


def deliveries(agreement: Agreement, key: str, deliverable: Deliverable, span: Span) -> Iterator[Duty]:
    """The days of one deliverable."""
    about, gap = Text(deliverable.text, deliverable.text), gap_of(deliverable)
    for day in deliverable_days(agreement, deliverable, gap, span):
        handed_in = gap is None and deliverable.delivered is not None
        yield Duty(day, DutyKind.DELIVERABLE, about, of_series(key, day, gap), (deliverable.party,), handed_in, record=deliverable)


def named_deliverables(agreement: Agreement) -> Iterator[tuple[str, Deliverable]]:
    """Every deliverable with its key."""
    called = [names(one.id, one.text, other=(one.party,), day=due_day(agreement, one)) for one in agreement.deliverables]
    return zip((f"deliverable.{key}" for key in told_apart(called)), agreement.deliverables, strict=True)


def gap_of(deliverable: Deliverable) -> Duration | None:
    """The time between two of a deliverable that comes round."""
    deadline = deliverable.deadline
    return deadline.repeats.gap if deadline and not isinstance(deadline, date) and deadline.repeats else None


def deliverable_days(agreement: Agreement, deliverable: Deliverable, gap: Duration | None, span: Span) -> Iterator[date]:
    """The first day for which nothing was handed in, and those within the span; what is missing is asked for once."""
    first, delivered = due_day(agreement, deliverable), deliverable.delivered
    if first is None or gap is None:
        yield from (first,) if first else ()
        return
    last = horizon(agreement, span.until)
    known = rounds(first, gap, max(first, delivered or first), last)
    missing = next((day for day, _ in known if delivered is None or delivered <= gap.before(day)), None)
    if missing:
        yield missing
        yield from (day for day, _ in rounds(first, gap, span.since, last) if day > missing)


def due_day(agreement: Agreement, deliverable: Deliverable) -> date | None:
    """The first day of a deliverable; nothing where it cannot be known yet."""
    deadline, period = deliverable.deadline, agreement.period
    if deadline is None or isinstance(deadline, date):
        return deadline
    bases = {
        CountedFrom.SIGNATURE: signed_day(agreement),
        CountedFrom.START: period.start if period else None,
        CountedFrom.END: last_end(agreement),
    }
    base = bases[deadline.after] if deadline.after else None
    return deadline.duration.after(base) if base and deadline.duration else base


def declarations(agreement: Agreement, months: int) -> Iterator[Duty]:
    """When the association is to declare that child certificates are in order: before the start, then whenever it grows old."""
    certificate, period = agreement.child_certificate, agreement.period
    if certificate and certificate.required:
        last, holds = certificate.declaration, Duration(months, MONTH)
        due = holds.after(last) if last else period.start if period else None
        if due:
            about = Text(certificate.responsible or "", certificate.responsible or "")
            yield Duty(due, DutyKind.DECLARATION, about, of_series("declaration", due, holds), record=certificate)


STEPS = {
    "reported": Text(da="indmeld indsatsen", en="report the effort"),
    "approved": Text(da="få den godkendt", en="have it approved"),
    "registered": Text(da="få den på forsikringslisten", en="have it put on the insurance list"),
}
"""The steps to being covered, in their order (S2 Samarbejde)."""


def insurance(agreement: Agreement) -> Iterator[Duty]:
    """The next step to the municipality's insurance; before the start all three are taken."""
    cover, period = agreement.insurance, agreement.period
    if cover and cover.municipal and period:
        step = next((name for name in STEPS if getattr(cover, name) is None), None)
        if step:
            yield Duty(period.start, DutyKind.INSURANCE, STEPS[step], f"insurance.{step}", record=cover)
