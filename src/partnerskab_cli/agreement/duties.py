"""Everything in an agreement that falls due on a day."""

from collections.abc import Iterator
from datetime import date
from itertools import count
from typing import NamedTuple

from ..text import Text
from .agreement import Agreement
from .amounts import LAST_DAY, MONTH, Duration, YearDay
from .choices import CountedFrom, Outcome, Status
from .field import Choice, word
from .notations import find_recurrence
from .purpose import Result
from .standing import last_end, terms
from .time import Deliverable, Renegotiation


class DutyKind(Choice):
    """What falls due."""

    NOTICE = word("opsigelse", "Sidste dag for opsigelse", "Last day to give notice")
    END = word("slut", "Aftalen slutter", "The agreement ends")
    EXTENSION = word("forlængelse", "Aftalen forlænges af sig selv", "The agreement extends by itself")
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


PASSING = frozenset({DutyKind.PAYMENT, DutyKind.EXTENSION})
"""What happens by itself and is never overdue."""
AFTERWARDS = frozenset({DutyKind.ACCOUNTS, DutyKind.DELIVERABLE})
"""What is still due when the agreement has ended."""
BEFOREHAND = frozenset({DutyKind.MEETING})
"""What holds while the agreement is still an idea or a draft."""


class Duty(NamedTuple):
    """Something that falls due."""

    day: date
    kind: DutyKind
    about: Text
    """What exactly, in the agreement's own words where it has any."""
    key: str
    """The same for the same duty when its day moves: `goal.naboer`, `meeting.2.1`."""
    parties: tuple[str, ...] = ()
    """The ids of those whose duty it is; none where it is everybody's."""
    answered: bool = False
    expected: bool = False
    """Whether the day is only reckoned from how often it comes round."""
    lapses: date = LAST_DAY
    """The last day on which it is a question at all."""

    def overdue(self, today: date) -> bool:
        """Whether its day has passed with nothing to show for it."""
        return self.day < today <= self.lapses and not (self.answered or self.expected or self.kind in PASSING)

    def ahead(self, today: date) -> bool:
        """Whether its day is still to come and nothing has answered it yet."""
        return self.day >= today and not self.answered


def duties(agreement: Agreement, until: date, *, accounts_due: YearDay, declaration_months: int) -> tuple[Duty, ...]:
    """Every duty of an agreement in the order of their days; what comes round is laid out as far as `until`.

    `accounts_due` is the day of the next year on which accounts are due where the agreement names none;
    `declaration_months` is how long a declaration on child certificates holds.
    """
    every = (
        *endings(agreement, until), *renegotiations(agreement, until), *evaluations(agreement, until), *goals(agreement),
        *meetings(agreement, until), *money(agreement, accounts_due), *deliverables(agreement, until),
        *declarations(agreement, declaration_months), *insurance(agreement),
    )  # fmt: skip
    return tuple(sorted((one for one in every if binds(one, agreement.status)), key=lambda one: (one.day, one.kind.name, one.key)))


def binds(duty: Duty, status: Status) -> bool:
    """Whether a duty holds at that status."""
    if status is Status.ENDED:
        return duty.kind in AFTERWARDS
    return status not in {Status.IDEA, Status.DRAFT} or duty.kind in BEFOREHAND


NOTICE_OF = Text(da="varsel {notice}", en="notice of {notice}")
NEXT_TERM = Text(da="hvis ingen siger stop", en="unless someone says stop")


def endings(agreement: Agreement, until: date) -> Iterator[Duty]:
    """Each end, and before it the last day to give notice. Where talks are on or the term is over, notice is no question any more."""
    period, over = agreement.period, last_end(agreement)
    for number, end in enumerate(ends(agreement, until), 1):
        final = end == over
        yield Duty(end, DutyKind.END if final else DutyKind.EXTENSION, Text("", "") if final else NEXT_TERM, f"end.{number}")
        for notice, parties in notices(agreement):
            last = max(notice.before(end), period.start) if period else notice.before(end)
            key = ".".join(("notice", str(number), *parties))
            talking = agreement.status is Status.RENEGOTIATION
            yield Duty(last, DutyKind.NOTICE, NOTICE_OF.filled(notice=notice), key, parties, talking, lapses=end)


def ends(agreement: Agreement, until: date) -> Iterator[date]:
    """Every end where one of them is the last; of those that go on without a limit, as far as `until` and the first one after it."""
    limit = LAST_DAY if last_end(agreement) else until
    for end in terms(agreement):
        yield end
        if end > limit:
            return


def notices(agreement: Agreement) -> Iterator[tuple[Duration, tuple[str, ...]]]:
    """Each length of notice with the parties that give it; no party where it is the same for all."""
    termination = agreement.termination
    if termination is None:
        return
    own: dict[str, Duration] = {one.party: one.notice for one in termination.notice_per_party}
    lengths = list(dict.fromkeys([*own.values(), *([termination.notice] if termination.notice else [])]))
    givers = [party.id for party in agreement.parties if not termination.by or party.id in termination.by]
    for length in lengths:
        parties = tuple(party for party in givers if (own.get(party) or termination.notice) == length)
        if parties:
            yield length, () if len(lengths) == 1 and len(parties) == len(givers) else parties


def renegotiations(agreement: Agreement, until: date) -> Iterator[Duty]:
    """The day named, and what comes round after it; else what comes round after the start or the last signature."""
    renegotiation = agreement.renegotiation
    if renegotiation is None:
        return
    on = agreement.status is Status.RENEGOTIATION
    about = Text(renegotiation.basis or "", renegotiation.basis or "")
    for number, day in enumerate(renegotiation_days(agreement, renegotiation, until), 1):
        yield Duty(day, DutyKind.RENEGOTIATION, about, f"renegotiation.{number}", answered=on)


def renegotiation_days(agreement: Agreement, renegotiation: Renegotiation, until: date) -> Iterator[date]:
    """The days on which an agreement is taken up again."""
    horizon = min(until, max(terms(agreement), default=until))
    every, first = renegotiation.every, renegotiation.latest
    if first is None and every and every.number:
        first = every.after(last_agreed(agreement) or until)
        if first > horizon:
            return
    if first:
        yield first
        yield from (series(first, every, horizon) if every else ())


def last_agreed(agreement: Agreement) -> date | None:
    """The newest day on which the parties agreed: a signature, else the start."""
    begun = [agreement.period.start] if agreement.period else []
    return max([*begun, *(one.date for one in agreement.signatures)], default=None)


def series(first: date, step: Duration, horizon: date) -> Iterator[date]:
    """The days after the first one, a step apart, no further than the horizon."""
    for time in count(1):
        day = step._replace(number=step.number * time).after(first)
        if day > horizon or day >= LAST_DAY or not step.number:
            return
        yield day


def evaluations(agreement: Agreement, until: date) -> Iterator[Duty]:
    """The next evaluation and what comes round; where only the last one is known, the next is a round later."""
    evaluation = agreement.evaluation
    if evaluation is None:
        return
    often = find_recurrence(evaluation.when) if isinstance(evaluation.when, str) else evaluation.when
    gap = often.gap if often else None
    first = evaluation.next or (gap.after(evaluation.last) if gap and evaluation.last else None)
    about = Text(evaluation.method or "", evaluation.method or "")
    parties = (evaluation.responsible,) if evaluation.responsible else ()
    for number, day in enumerate(rounds(agreement, first, gap, until), 1):
        yield Duty(
            day, DutyKind.EVALUATION, about, f"evaluation.{number}", parties, bool(evaluation.last and evaluation.last >= day), number > 1
        )


def rounds(agreement: Agreement, first: date | None, gap: Duration | None, until: date) -> Iterator[date]:
    """A first day and what comes round after it, while the agreement runs."""
    if first:
        yield first
        yield from (series(first, gap, min(until, max(terms(agreement), default=until))) if gap else ())


def goals(agreement: Agreement) -> Iterator[Duty]:
    """The day by which each goal and each milestone is to be reached."""
    for number, goal in enumerate(agreement.goals, 1):
        key, parties = goal.id or str(number), (goal.responsible,) if goal.responsible else ()
        if goal.deadline:
            about = Text(goal.text, goal.text)
            yield Duty(goal.deadline, DutyKind.GOAL, about, f"goal.{key}", parties, looked_at(goal.result, goal.deadline))
        for step, milestone in enumerate(goal.milestones, 1):
            if milestone.deadline:
                about, day = Text(milestone.text, milestone.text), milestone.deadline
                yield Duty(day, DutyKind.MILESTONE, about, f"milestone.{key}.{step}", parties, looked_at(milestone.result, day))


def looked_at(result: Result | None, day: date) -> bool:
    """Whether a result answers what was due: it is reached, or it was looked at when the time had come."""
    return bool(result and (result.status is Outcome.REACHED or result.date is None or result.date >= day))


def meetings(agreement: Agreement, until: date) -> Iterator[Duty]:
    """The next of each meeting, and what comes round after it."""
    for number, meeting in enumerate(agreement.meetings, 1):
        about = Text(meeting.name or "", meeting.name or "")
        gap = meeting.frequency.gap if meeting.frequency else None
        for time, day in enumerate(rounds(agreement, meeting.next, gap, until), 1):
            yield Duty(day, DutyKind.MEETING, about, f"meeting.{number}.{time}", expected=time > 1)


def money(agreement: Agreement, accounts_due: YearDay) -> Iterator[Duty]:
    """The payments of each grant, and its accounts; where no day is named for these, the municipality's own day holds."""
    for number, grant in enumerate(agreement.grant, 1):
        giver, recipient = ((one,) if one else () for one in (grant.giver, grant.recipient))
        for time, payment in enumerate(grant.payments, 1):
            if payment.date:
                about = payment.amount._replace(currency=grant.currency)
                yield Duty(
                    payment.date, DutyKind.PAYMENT, Text("{about}", "{about}").filled(about=about), f"payment.{number}.{time}", giver
                )
        accounts, period = grant.accounts, grant.grant_period
        usual = accounts_due.within(min(period.end.year + 1, LAST_DAY.year)) if period and "accounts" not in grant.aside else None
        if due := (accounts and accounts.deadline) or usual:
            use = Text(grant.purpose or "", grant.purpose or "")
            yield Duty(due, DutyKind.ACCOUNTS, use, f"accounts.{number}", recipient, bool(accounts and accounts.received))


def deliverables(agreement: Agreement, until: date) -> Iterator[Duty]:
    """What a party must hand in, on its day or counted from another."""
    for number, one in enumerate(agreement.deliverables, 1):
        about, gap = Text(one.text, one.text), None
        if not isinstance(one.deadline, date) and one.deadline and one.deadline.repeats:
            gap = one.deadline.repeats.gap
        for time, day in enumerate(rounds(agreement, due_day(agreement, one), gap, until), 1):
            handed_in = bool(one.delivered and (gap is None or one.delivered > gap.before(day)))
            yield Duty(day, DutyKind.DELIVERABLE, about, f"deliverable.{number}.{time}", (one.party,), handed_in)


def due_day(agreement: Agreement, deliverable: Deliverable) -> date | None:
    """The first day of a deliverable; nothing where it cannot be known yet."""
    deadline, period = deliverable.deadline, agreement.period
    if deadline is None or isinstance(deadline, date):
        return deadline
    bases = {
        CountedFrom.SIGNATURE: max((one.date for one in agreement.signatures), default=None),
        CountedFrom.START: period.start if period else None,
        CountedFrom.END: last_end(agreement),
    }
    base = bases[deadline.after] if deadline.after else None
    return deadline.duration.after(base) if base and deadline.duration else base


def declarations(agreement: Agreement, months: int) -> Iterator[Duty]:
    """When the association is to declare that child certificates are in order: before the start, then whenever it grows old."""
    certificate, period = agreement.child_certificate, agreement.period
    if certificate and certificate.required:
        last = certificate.declaration
        due = Duration(months, MONTH).after(last) if last else period.start if period else None
        if due:
            about = Text(certificate.responsible or "", certificate.responsible or "")
            yield Duty(due, DutyKind.DECLARATION, about, "declaration")


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
            yield Duty(period.start, DutyKind.INSURANCE, STEPS[step], "insurance")
