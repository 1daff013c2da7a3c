"""How agreements stand, what falls due and what money comes to, reckoned anew from the raw files."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from functools import cache
from math import floor
from typing import Any, NamedTuple

from raw import Raw, at, day, hundredths, items, yes

A_DAY = timedelta(days=1)
FOREVER = date(2100, 12, 31)
UNITS = {"d": "day", "u": "week", "w": "week", "m": "month", "k": "quarter", "q": "quarter", "å": "year", "y": "year"}
MONTHS = {"month": 1, "quarter": 3, "year": 12}


class Length(NamedTuple):
    """So many months and so many days."""

    months: int
    days: int

    def times(self, number: int) -> "Length":
        return Length(self.months * number, self.days * number)


def length(text: Any) -> Length | None:
    """`3 måneder`, `P3M`, `30 days`."""
    match = re.fullmatch(r"P?(\d+) ?([dwumkqåyDWMY])\w*", str(text or ""))
    return span(int(match[1]), UNITS[match[2].lower()]) if match else None


def span(number: int, unit: str) -> Length:
    """A number of units."""
    return Length(number * MONTHS[unit], 0) if unit in MONTHS else Length(0, number * (7 if unit == "week" else 1))


def gap(text: Any) -> Length | None:
    """The usual time between what comes round: `3-4 om året` is three months, `hver måned` is one."""
    often = re.fullmatch(r"(?:(\d+)-)?(\d+) (?:om|i|pr\.|a) ?(\w)\w*|(once|twice) a (\w)\w*", str(text or ""))
    each = re.fullmatch(r"(?:hvert?|every) (?:(\d+)\. )?(\w)\w*", str(text or ""))
    if often:
        most = {"once": 1, "twice": 2}.get(often[4] or "") or int(often[2])
        months, days = span(1, UNITS[often[3] or often[5]])
        return Length(max(1, months // most), 0) if months else Length(0, max(1, days // most))
    return span(int(each[1] or 1), UNITS[each[2]]) if each else None


def moved(start: date, by: Length) -> date:
    """A day that much later, at the end of the month where the month is too short."""
    month = start.year * 12 + start.month - 1 + by.months
    year, number = month // 12, month % 12 + 1
    return date(year, number, min(start.day, monthrange(year, number)[1])) + timedelta(days=by.days)


def rounds(first: date | None, step: Length | None, until: date) -> list[date]:
    """A first day, and what comes round after it."""
    days = [first] if first else []
    while first and step and (later := moved(first, step.times(len(days)))) <= until:
        days.append(later)
    return days


def goes_on(raw: Raw) -> Length | None:
    """How long an agreement is extended by itself each time."""
    return length(at(raw, "extension", "length")) if yes(at(raw, "extension", "automatic")) else None


def endless(raw: Raw) -> bool:
    """Whether it goes on until someone says stop."""
    return bool(day(at(raw, "period", "end")) and goes_on(raw) and not at(raw, "extension", "at_most"))


def ends(raw: Raw, until: date) -> list[date]:
    """The end and each end after an extension; of an endless one as far as a day and one further."""
    end, more = day(at(raw, "period", "end")), goes_on(raw)
    if end is None or more is None:
        return [end] if end else []
    days = [end]
    while days[-1] <= until if endless(raw) else len(days) <= int(raw["extension"]["at_most"]):
        days.append(moved(end + A_DAY, more.times(len(days))) - A_DAY)
    return days


def last_day(raw: Raw) -> date | None:
    """The day it is over; nothing where nobody knows."""
    return None if endless(raw) else max(ends(raw, FOREVER), default=None)


def stands(raw: Raw, today: date) -> str:
    """How an agreement stands on a day."""
    status = raw.get("status", "active")
    if status != "active":
        return str(status)
    start, end = day(at(raw, "period", "start")), last_day(raw)
    if start and start > today:
        return "signed" if all_signed(raw, today) else "coming"
    return "expired" if end and end < today else "active"


def signatures_by(raw: Raw, today: date) -> list[Raw]:
    """The signatures that were given by a day."""
    return [each for each in items(raw.get("signatures")) if (when := day(each["date"])) and when <= today]


def all_signed(raw: Raw, today: date) -> bool:
    """Whether each party has signed by a day, in each role of its rule; none of these signatures has a fingerprint."""
    given = signatures_by(raw, today)
    return bool(items(raw.get("parties"))) and all(
        any(each["party"] == party["id"] and role in {None, each.get("role")} for each in given)
        for party in items(raw.get("parties"))
        for role in (items(party.get("signing_rule")) if len(items(party.get("signing_rule"))) > 1 else [None])
    )


def dates(records: Any) -> list[date]:
    """The days of some records."""
    return [each for record in items(records) if (each := day(record["date"]))]


def stood(raw: Raw, earlier: date) -> str | None:
    """How it stood on an earlier day, as far as its dates tell."""
    signed = min(dates(raw.get("signatures")), default=None)
    happened = min(dates(raw.get("log")), default=date.min)
    start = day(at(raw, "period", "start")) or signed or happened
    if raw.get("status") in {"idea", "draft"}:
        return None
    if earlier < start:
        return ("signed" if all_signed(raw, earlier) else "coming") if signed and signed <= earlier else None
    if raw.get("status") == "ended":
        end = day(at(raw, "period", "end"))
        return "active" if end and earlier <= end else "ended"
    return stands(raw, earlier)


class Due(NamedTuple):
    """What falls due."""

    day: date
    kind: str
    parties: tuple[str, ...] = ()
    answered: bool = False
    expected: bool = False
    lapses: date = FOREVER


def due(raw: Raw, today: date, until: date) -> list[tuple[str, Due]]:
    """What is overdue, has just passed or is still to come, with how near it is."""
    status, matches = raw.get("status", "active"), []
    for each in every_due(raw, today, until):
        if each.answered or (status == "ended" and each.kind not in {"accounts", "deliverable"}):
            continue
        if each.day >= today:
            near = "soon" if (each.day - today).days <= 30 else "later"
            matches.append(("draft" if status in {"idea", "draft"} else "expected" if each.expected else near, each))
        elif status in {"idea", "draft"} or each.expected or today > each.lapses:
            continue
        elif each.kind in {"meeting", "notice"}:
            if (today - each.day).days <= 14:
                matches.append(("held" if each.kind == "meeting" else "passed", each))
        elif each.kind not in {"payment", "extension", "latest_end"}:
            matches.append(("overdue", each))
    return matches


def every_due(raw: Raw, today: date, until: date) -> Iterator[Due]:
    """Everything that has a day."""
    horizon = until if endless(raw) else min([until, *ends(raw, until)[-1:]])
    yield from ending(raw, until)
    yield from talks(raw, today, horizon)
    yield from looking_back(raw, horizon)
    yield from goals(raw)
    for meeting in items(raw.get("meetings")):
        for time, when in enumerate(rounds(day(meeting.get("next")), gap(meeting.get("frequency")), horizon)):
            yield Due(when, "meeting", expected=time > 0)
    yield from payments(raw)
    yield from handed_in(raw, today, horizon)
    yield from papers(raw)


def ending(raw: Raw, until: date) -> Iterator[Due]:
    """The ends, and the last days to give notice."""
    start = day(at(raw, "period", "start"))
    for end in ends(raw, until):
        yield Due(end, "end" if end == last_day(raw) else "extension")
        for notice, parties in notices(raw):
            latest = moved(end, notice.times(-1))
            yield Due(max(latest, start) if start else latest, "notice", parties, raw.get("status") == "renegotiation", lapses=end)
    agreed, most, more = day(at(raw, "period", "end")), at(raw, "extension", "at_most"), length(at(raw, "extension", "length"))
    if agreed and most and int(most) and more and not yes(at(raw, "extension", "automatic")):
        yield Due(moved(agreed + A_DAY, more.times(int(most))) - A_DAY, "latest_end")


def notices(raw: Raw) -> Iterator[tuple[Length, tuple[str, ...]]]:
    """Each length of notice, and who has it where not all have the same."""
    end = raw.get("termination")
    if not end:
        return
    own = {each["party"]: length(each["notice"]) for each in items(end.get("notice_per_party"))}
    shared = length(end.get("notice"))
    givers = [party["id"] for party in items(raw.get("parties")) if not end.get("by") or party["id"] in end["by"]]
    lengths = list(dict.fromkeys(each for each in [*own.values(), shared] if each))
    for each in lengths:
        mine = tuple(party for party in givers if own.get(party, shared) == each)
        if mine:
            yield each, () if len(lengths) == 1 and len(mine) == len(givers) else mine


def talks(raw: Raw, today: date, horizon: date) -> Iterator[Due]:
    """When it is taken up again: on the day named, else a round after it was last agreed."""
    again = raw.get("renegotiation")
    if not again:
        return
    every, first = length(again.get("every")), day(again.get("latest"))
    if first is None and every:
        start = day(at(raw, "period", "start"))
        known = [*dates(raw.get("signatures")), *([start] if start else [])]
        first = moved(max(known), every) if known else None
        if first is None or first > horizon:
            return
    days = rounds(first, every, horizon)
    for when in [*days[:1], *(each for each in days[1:] if each >= today)]:
        yield Due(when, "renegotiation", answered=raw.get("status") == "renegotiation")


def looking_back(raw: Raw, horizon: date) -> Iterator[Due]:
    """The next evaluation, else a round after the last."""
    look = raw.get("evaluation") or {}
    step, last = gap(look.get("when")), day(look.get("last"))
    first = day(look.get("next"))
    if first is None:
        first = moved(last, step) if last and step else None
        if first is None or first > horizon:
            return
    for number, when in enumerate(rounds(first, step, horizon), 1):
        yield Due(when, "evaluation", who(look), bool(last and last >= when), number > 1)


def who(record: Raw) -> tuple[str, ...]:
    """Who is to do it."""
    return (record["responsible"],) if record.get("responsible") else ()


def goals(raw: Raw) -> Iterator[Due]:
    """Goals and milestones with a day; answered when reached, or looked at when the day had come."""
    for goal in items(raw.get("goals")):
        for kind, each in [("goal", goal), *(("milestone", step) for step in items(goal.get("milestones")))]:
            when, result = day(each.get("deadline")), each.get("result") or {}
            if when:
                looked = day(result.get("date")) or FOREVER
                yield Due(when, kind, who(goal), bool(result) and (result["status"] == "reached" or looked >= when))


def payments(raw: Raw) -> Iterator[Due]:
    """The payments with a day, of those who pay and those who receive; and the accounts that have one."""
    for grant in items(raw.get("grant")):
        pays, gets = (given(raw, grant, *each) for each in (("giver", "public"), ("recipient", "voluntary")))
        for payment in items(grant.get("payments")):
            in_term = quarter_end(payment.get("term"))
            if when := day(payment.get("date")) or in_term:
                yield Due(when, "payment", tuple(dict.fromkeys((*pays, *gets))), expected=when == in_term)
        accounts = grant.get("accounts") or {}
        if when := day(accounts.get("deadline")):
            yield Due(when, "accounts", gets, "received" in accounts)


def quarter_end(term: str | None) -> date | None:
    """`1. kvartal 2026`, `3rd quarter 2025`: its last day."""
    match = re.fullmatch(r"(\d)(?:\.|st|nd|rd|th) (?:kvartal|quarter) (\d{4})", term or "")
    return moved(date(int(match[2]), 1, 1), Length(3 * int(match[1]), 0)) - A_DAY if match else None


def given(raw: Raw, grant: Raw, key: str, side: str) -> tuple[str, ...]:
    """Who gives or gets a grant: who is named, else everyone on that side."""
    return tuple(items(grant.get(key))) or tuple(party["id"] for party in items(raw.get("parties")) if party.get("side") == side)


def handed_in(raw: Raw, today: date, horizon: date) -> Iterator[Due]:
    """What is to be handed in, on a day or counted from another; of what comes round the first that is missing, and what is ahead."""
    for each in items(raw.get("deliverables")):
        when, handed = each.get("deadline"), day(each.get("delivered"))
        relative = when if isinstance(when, dict) else {}
        step = gap(relative.get("repeats"))
        days = rounds(counted(raw, relative) if relative else day(when), step, horizon)
        still = [last for last in days if not (handed and (step is None or handed > moved(last, step.times(-1))))]
        for last in [*still[:1], *(later for later in still[1:] if later >= today)]:
            yield Due(last, "deliverable", (each["party"],))


def without_day(raw: Raw) -> Iterator[str]:
    """What is agreed and has no day, by its kind."""
    yield from ("meeting" for each in items(raw.get("meetings")) if each.get("frequency") and "next" not in each)
    look, talk = raw.get("evaluation") or {}, raw.get("renegotiation") or {}
    if look.get("when") and "next" not in look and not (look.get("last") and gap(look["when"])):
        yield "evaluation"
    if talk.get("every") and "latest" not in talk and not at(raw, "period", "start") and not dates(raw.get("signatures")):
        yield "renegotiation"
    for each in items(raw.get("deliverables")):
        when = each.get("deadline")
        relative = when if isinstance(when, dict) else None
        known = counted(raw, relative) if relative and "after" in relative else None if relative else day(when)
        if known is None and ("delivered" not in each or (relative and relative.get("repeats"))):
            yield "deliverable"
    for grant in items(raw.get("grant")):
        yield from ("payment" for each in items(grant.get("payments")) if "date" not in each and not quarter_end(each.get("term")))
        accounts = grant.get("accounts")
        if accounts and not {"deadline", "received"} & set(accounts):
            yield "accounts"


def counted(raw: Raw, relative: Raw) -> date | None:
    """A day counted from the last signature, the start or the end."""
    signed = max(dates(raw.get("signatures")), default=None) if all_signed(raw, date.max) else None
    known = {"signature": signed, "start": day(at(raw, "period", "start")), "end": last_day(raw)}
    base, more = known[relative["after"]], length(relative.get("duration"))
    return moved(base, more) if base and more else base


def papers(raw: Raw) -> Iterator[Due]:
    """The declaration on child certificates, and the next step to the municipality's insurance."""
    certificate, cover, start = raw.get("child_certificate") or {}, raw.get("insurance") or {}, day(at(raw, "period", "start"))
    last = day(certificate.get("declaration"))
    when = moved(last, Length(12, 0)) if last else start
    if yes(certificate.get("required")) and when:
        yield Due(when, "declaration")
    if yes(cover.get("municipal")) and start and not {"reported", "approved", "registered"} <= cover.keys():
        yield Due(start, "insurance")


def by_year(cents: int, per: str, period: Raw | None, until: int, step: int = 1) -> dict[int, int] | None:
    """What an amount comes to in each year; what cannot be told of any year stands under nought."""
    start, end = day(at(period, "start")), day(at(period, "end"))
    if per == "total":
        if start is None or end is None or end < start:
            return {start.year if start else 0: cents}
        shares = portions(start, end, "month")
        return rounded(cents, {year: share / sum(shares.values()) for year, share in shares.items()}, step)
    if per not in UNITS.values() or (start and end and end < start):
        return None
    if start is None:
        return {0: nearest(cents * (Fraction(365, 7) if per == "week" else Fraction(12, MONTHS[per])) / step) * step}
    return rounded(cents, portions(start, end or date(until, 12, 31), per), step)


def adjusted(years: dict[int, int] | None, grant: Raw, period: Raw | None, until: int) -> dict[int, int] | None:
    """The same with a fixed percentage more from the second year on, where one is agreed."""
    rule, per = grant.get("indexation") or {}, grant.get("per", "total")
    start = day(at(period, "start"))
    if "index" in rule or not hundredths(rule.get("percent")) or per == "total" or not years or start is None:
        return years
    shares = portions(start, day(at(period, "end")) or date(until, 12, 31), per)
    to, rate, paid = hundredths(rule.get("rounding")) or 1, hundredths(grant["amount"]), {}
    for year in sorted(shares):
        paid[year] = rate * shares[year]
        rate = nearest(Fraction(rate * (10_000 + hundredths(rule["percent"])), 10_000 * to)) * to
    return rounded(1, paid)


@cache
def portions(start: date, end: date, per: str) -> dict[int, Fraction]:
    """How many of a unit lie in each year, a day at a time: each day is its part of the week or of the month it lies in."""
    shares: dict[int, Fraction] = {}
    months = 0
    first = after = start
    for ordinal in range(start.toordinal(), end.toordinal() + 1):
        item = date.fromordinal(ordinal)
        if per != "week" and item == after:
            months, first = months + 1, after
            after = moved(start, Length(months, 0))
            after += A_DAY * (after.day < start.day)
        part = Fraction(1, 7) if per == "week" else Fraction(1, (after - first).days * MONTHS[per])
        shares[item.year] = shares.get(item.year, Fraction(0)) + part
    return shares


def rounded(cents: int, shares: dict[int, Fraction], step: int = 1) -> dict[int, int]:
    """The øre of each year, so that the years add up at every New Year."""
    laid, passed = {}, Fraction(0)
    for year, share in sorted(shares.items()):
        before, passed = nearest(cents * passed / step) * step, passed + share
        laid[year] = nearest(cents * passed / step) * step - before
    return laid


def nearest(number: Fraction) -> int:
    """The nearest whole number, halves up."""
    return floor(number + Fraction(1, 2))


def granted(raw: Raw, until: int) -> Iterator[tuple[Raw, dict[int, int] | None]]:
    """Each grant of an agreement with what it comes to in each year."""
    for grant in items(raw.get("grant")):
        period = covered(raw, grant)
        years = by_year(hundredths(grant["amount"]), grant.get("per", "total"), period, until) if "amount" in grant else None
        yield grant, adjusted(years, grant, period, until)


def covered(raw: Raw, grant: Raw) -> Raw | None:
    """The period of a grant."""
    return grant.get("grant_period") or raw.get("period")
