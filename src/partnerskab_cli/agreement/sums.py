"""What money and hours come to over time: the one reckoning, exact, and rounded only as a running total at each New Year."""

from collections.abc import Mapping
from datetime import date, timedelta
from math import lcm
from typing import NamedTuple

from .agreement import Agreement
from .amounts import month_length, months_between
from .choices import Per
from .money import Grant, GrantPeriod, Indexation
from .record import UNREAD
from .time import Period

A_DAY = timedelta(days=1)
NO_YEAR = 0
"""Stands for the year of money that has none."""
DAYS_A_WEEK, DAYS_A_YEAR, MONTHS_A_YEAR = 7, 365, 12
MONTH = lcm(28, 29, 30, 31)
"""Parts of a month. A day of any month is a whole number of them, so nothing is rounded on the way."""
UNIT = {Per.WEEK: DAYS_A_WEEK, Per.MONTH: MONTH, Per.QUARTER: 3 * MONTH, Per.YEAR: MONTHS_A_YEAR * MONTH}
"""What an amount is given per, in days for a week and in parts of a month for the others."""
BEGUN = {per: DAYS_A_WEEK if per is Per.WEEK else MONTH for per in UNIT}
"""What counts as a whole unit begun: weeks of a weekly amount, months of the others."""
A_YEAR = {per: DAYS_A_YEAR if per is Per.WEEK else MONTHS_A_YEAR * MONTH for per in UNIT}
"""A year where no period says when: 365/7 weeks, or 12 months."""
PERCENT = 10_000
"""A whole in hundredths of a per cent."""
KRONE = 100
WHOLE_HOUR = 100
"""Hours are in hundredths, and are laid out as whole ones."""


def elapsed(start: date, end: date, per: Per) -> int:
    """A stretch of time, both days counted, in the parts of `UNIT`.

    A month from the 10th ends on the 9th, and where the next month lacks the day, with its last day; the days left over are
    parts of the month that they begin.
    """
    if per is Per.WEEK:
        return (end - start).days + 1
    whole = months_between(start, end)
    begun, after = month_from(start, whole), month_from(start, whole + 1)
    return whole * MONTH + ((end - begun).days + 1) * (MONTH // (after - begun).days)


def month_from(start: date, count: int) -> date:
    """The first day of a month counted from a day; after the end of a calendar month that lacks the day."""
    year, month = divmod(start.year * MONTHS_A_YEAR + start.month - 1 + count, MONTHS_A_YEAR)
    length = month_length(year, month + 1)
    return date(year, month + 1, start.day) if start.day <= length else date(year, month + 1, length) + A_DAY


class Quantity(NamedTuple):
    """An amount, or a number of hours, in hundredths; what it is per, and what it is rounded to."""

    hundredths: int
    per: Per
    step: int = 1
    indexation: Indexation | None = None


def by_year(quantity: Quantity, period: Period | GrantPeriod | None, until: int) -> Mapping[int, int] | None:
    """A quantity laid out over the calendar years of its period, in hundredths; an open end runs to the end of `until`.

    The years always add up to the whole, in steps of `step`. What is given for each time or each person cannot be counted,
    nor so much a year of a period that ends before it begins.
    """
    amount, per, step, _ = quantity
    closed = closed_period(period)
    if per is Per.TOTAL:
        if closed is None:
            return {period.start.year if period else NO_YEAR: amount}
        return stepped(laid_out({NO_YEAR: amount}, Per.MONTH, closed, elapsed(*closed, Per.MONTH) * step), step)
    if per not in UNIT or (period and period.end and closed is None):
        return None
    if not period:
        return {NO_YEAR: nearest(amount * A_YEAR[per], UNIT[per] * step) * step}
    days = closed or (period.start, date(until, 12, 31))
    return stepped(laid_out(rates(quantity, *days), per, days, UNIT[per] * step), step)


def stepped(laid: Mapping[int, int], step: int) -> Mapping[int, int]:
    """Numbers of steps in hundredths."""
    return {year: steps * step for year, steps in laid.items()} if step > 1 else laid


def closed_period(period: Period | GrantPeriod | None) -> tuple[date, date] | None:
    """The first and the last day of a period, nothing where the end is open or comes before the start."""
    return (period.start, period.end) if period and period.end and period.end >= period.start else None


def laid_out(amounts: Mapping[int, int], per: Per, days: tuple[date, date], divisor: int) -> Mapping[int, int]:
    """So much for each part of a stretch of time over calendar years, divided; what rounding takes from one year the next one has.

    `amounts` has the amount of each year, or under `NO_YEAR` one for all of them.
    """
    start, end = days
    laid: dict[int, int] = {}
    exact = passed = given = 0
    for year in range(start.year, end.year + 1):
        reached = elapsed(start, min(end, date(year, 12, 31)), per)
        exact += amounts.get(year, amounts[NO_YEAR]) * (reached - passed)
        due = nearest(exact, divisor)
        laid[year], given, passed = due - given, due, reached
    return laid


def nearest(number: int, divisor: int) -> int:
    """A quotient rounded to a whole number, halves up."""
    return (2 * number + divisor) // (2 * divisor)


def rates(quantity: Quantity, start: date, end: date) -> Mapping[int, int]:
    """The amount of each calendar year: from the second year last year's and a fixed percentage, rounded as agreed, else to the øre."""
    amount, indexation = quantity.hundredths, quantity.indexation
    found = {NO_YEAR: amount}
    if indexation and percent_of(indexation) and not indexation.index:
        step = (indexation.rounding or 0) * KRONE or 1
        for year in range(start.year + 1, end.year + 1):
            amount = nearest(amount * (PERCENT + percent_of(indexation)), PERCENT * step) * step
            found[year] = amount
    return found


def percent_of(indexation: Indexation) -> int:
    """The percentage a year in hundredths, nought where there is none."""
    return indexation.percent.hundredths if indexation.percent else 0


def period_of(agreement: Agreement, grant: Grant) -> Period | GrantPeriod | None:
    """The period a grant covers: its own, else the agreement's; nothing where its own cannot be read."""
    return grant.grant_period or (None if grant.aside.get("grant_period") == UNREAD else agreement.period)


def grant_by_year(agreement: Agreement, grant: Grant, until: int) -> Mapping[int, int] | None:
    """What a grant comes to in each calendar year, in hundredths of its currency; nothing where it cannot be counted."""
    if grant.amount is None:
        return None
    return by_year(Quantity(grant.amount.cents, grant.per, 1, grant.indexation), period_of(agreement, grant), until)


def grant_in_all(agreement: Agreement, grant: Grant) -> int | None:
    """What a grant comes to in all, in hundredths; nothing where the end is open or nothing can be counted."""
    closed = closed_period(period_of(agreement, grant))
    if grant.per is not Per.TOTAL and closed is None:
        return None
    years = grant_by_year(agreement, grant, closed[1].year if closed else NO_YEAR)
    return None if years is None else sum(years.values())


def before_indexation(agreement: Agreement, grant: Grant) -> bool:
    """Whether later years are shown as they are before an adjustment that nobody can reckon: by an index, or of a sum in all."""
    indexation, closed = grant.indexation, closed_period(period_of(agreement, grant))
    later = closed is None or closed[0].year < closed[1].year
    return bool(indexation and later and (indexation.index or (percent_of(indexation) and grant.per is Per.TOTAL)))


def fair_range(amount: int, per: Per, start: date, end: date) -> tuple[int, int]:
    """The least and the most that payments of an amount may come to: the whole units, and the units begun."""
    if per is Per.TOTAL:
        return amount, amount
    begun, parts = BEGUN[per], elapsed(start, end, per)
    low, high = (amount * count * begun for count in (parts // begun, -(-parts // begun)))
    return low // UNIT[per], -(-high // UNIT[per])


def is_fair(agreement: Agreement, grant: Grant, paid: int) -> bool:
    """Whether there is a way to read a grant in which payments of so much add up; true where nothing can be counted."""
    if grant.amount is None or grant.subject_to_budget or (grant.per is not Per.TOTAL and grant.per not in UNIT):
        return True
    amount, closed = grant.amount.cents, closed_period(period_of(agreement, grant))
    if paid == amount:
        return True
    if closed is None:
        return grant.per is not Per.TOTAL and 0 < amount < paid and (paid % amount == 0 or grant.indexation is not None)
    low, high = fair_range(amount, grant.per, *closed)
    if before_indexation(agreement, grant):
        return paid >= low
    unadjusted = by_year(Quantity(amount, grant.per), period_of(agreement, grant), NO_YEAR) or {}
    added = (grant_in_all(agreement, grant) or 0) - sum(unadjusted.values())
    return low <= paid <= high or low + added <= paid <= high + added


def yearly(agreement: Agreement, grant: Grant) -> int | None:
    """What a grant comes to in a year, in hundredths: spread over its period where that is longer; nothing where it cannot be counted."""
    if grant.amount is None:
        return None
    period = period_of(agreement, grant)
    closed = closed_period(period)
    years = by_year(Quantity(grant.amount.cents, grant.per), period if closed else None, NO_YEAR)
    if years is None:
        return None
    months = max(UNIT[Per.YEAR], elapsed(*closed, Per.MONTH) if closed else 0)
    return nearest(sum(years.values()) * UNIT[Per.YEAR], months)


def granted_a_year(agreement: Agreement, currency: str = "DKK") -> int:
    """What all grants of an agreement in one currency come to in a year, in hundredths."""
    return sum(yearly(agreement, grant) or 0 for grant in agreement.grant if grant.currency == currency)
