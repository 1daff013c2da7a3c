"""What money and hours come to over time: the one reckoning, exact, and rounded only as a running total at each New Year."""

from collections.abc import Mapping
from datetime import date, timedelta
from math import lcm
from typing import NamedTuple

from .agreement import Agreement
from .amounts import count_days_in_month, count_months_between
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


def measure_stretch(start: date, end: date, per: Per) -> int:
    """A stretch of time, both days counted, in the parts of `UNIT`.

    A month from the 10th ends on the 9th, and where the next month lacks the day, with its last day; the days left over are
    parts of the month that they begin.
    """
    if per is Per.WEEK:
        return (end - start).days + 1
    whole = count_months_between(start, end)
    begun, after = add_months(start, whole), add_months(start, whole + 1)
    return whole * MONTH + ((end - begun).days + 1) * (MONTH // (after - begun).days)


def add_months(start: date, count: int) -> date:
    """The first day of a month counted from a day; after the end of a calendar month that lacks the day."""
    year, month = divmod(start.year * MONTHS_A_YEAR + start.month - 1 + count, MONTHS_A_YEAR)
    length = count_days_in_month(year, month + 1)
    return date(year, month + 1, start.day) if start.day <= length else date(year, month + 1, length) + A_DAY


class Quantity(NamedTuple):
    """An amount, or a number of hours, in hundredths; what it is per, and what it is rounded to."""

    hundredths: int
    per: Per
    step: int = 1
    indexation: Indexation | None = None


def allocate_by_year(quantity: Quantity, period: Period | GrantPeriod | None, until: int) -> Mapping[int, int] | None:
    """A quantity laid out over the calendar years of its period, in hundredths; an open end runs to the end of `until`.

    The years always add up to the whole, in steps of `step`. What is given for each time or each person cannot be counted,
    nor so much a year of a period that ends before it begins.
    """
    amount, per, step, _ = quantity
    closed = find_closed_period(period)
    if per is Per.TOTAL:
        if closed is None:
            return {period.start.year if period else NO_YEAR: amount}
        return compute_step_amounts(split_by_year({NO_YEAR: amount}, Per.MONTH, closed, measure_stretch(*closed, Per.MONTH) * step), step)
    if per not in UNIT or (period and period.end and closed is None):
        return None
    if not period:
        return {NO_YEAR: round_half_up(amount * A_YEAR[per], UNIT[per] * step) * step}
    days = closed or (period.start, date(until, 12, 31))
    return compute_step_amounts(split_by_year(compute_yearly_rates(quantity, *days), per, days, UNIT[per] * step), step)


def compute_step_amounts(laid: Mapping[int, int], step: int) -> Mapping[int, int]:
    """Numbers of steps in hundredths."""
    return {year: steps * step for year, steps in laid.items()} if step > 1 else laid


def find_closed_period(period: Period | GrantPeriod | None) -> tuple[date, date] | None:
    """The first and the last day of a period, nothing where the end is open or comes before the start."""
    return (period.start, period.end) if period and period.end and period.end >= period.start else None


def split_by_year(amounts: Mapping[int, int], per: Per, days: tuple[date, date], divisor: int) -> Mapping[int, int]:
    """So much for each part of a stretch of time over calendar years, divided; what rounding takes from one year the next one has.

    `amounts` has the amount of each year, or under `NO_YEAR` one for all of them.
    """
    start, end = days
    laid: dict[int, int] = {}
    exact = passed = given = 0
    for year in range(start.year, end.year + 1):
        reached = measure_stretch(start, min(end, date(year, 12, 31)), per)
        exact += amounts.get(year, amounts[NO_YEAR]) * (reached - passed)
        due = round_half_up(exact, divisor)
        laid[year], given, passed = due - given, due, reached
    return laid


def round_half_up(number: int, divisor: int) -> int:
    """A quotient rounded to a whole number, halves up."""
    return (2 * number + divisor) // (2 * divisor)


def compute_yearly_rates(quantity: Quantity, start: date, end: date) -> Mapping[int, int]:
    """The amount of each calendar year: from the second year last year's and a fixed percentage, rounded as agreed, else to the øre."""
    amount, indexation = quantity.hundredths, quantity.indexation
    rates = {NO_YEAR: amount}
    if indexation and get_yearly_percent(indexation) and not indexation.index:
        step = (indexation.rounding or 0) * KRONE or 1
        for year in range(start.year + 1, end.year + 1):
            amount = round_half_up(amount * (PERCENT + get_yearly_percent(indexation)), PERCENT * step) * step
            rates[year] = amount
    return rates


def get_yearly_percent(indexation: Indexation) -> int:
    """The percentage a year in hundredths, nought where there is none."""
    return indexation.percent.hundredths if indexation.percent else 0


def find_grant_period(agreement: Agreement, grant: Grant) -> Period | GrantPeriod | None:
    """The period a grant covers: its own, else the agreement's; nothing where its own cannot be read."""
    return grant.grant_period or (None if grant.aside.get("grant_period") == UNREAD else agreement.period)


def allocate_grant_by_year(agreement: Agreement, grant: Grant, until: int) -> Mapping[int, int] | None:
    """What a grant comes to in each calendar year, in hundredths of its currency; nothing where it cannot be counted."""
    if grant.amount is None:
        return None
    return allocate_by_year(Quantity(grant.amount.cents, grant.per, 1, grant.indexation), find_grant_period(agreement, grant), until)


def sum_grant(agreement: Agreement, grant: Grant) -> int | None:
    """What a grant comes to in all, in hundredths; nothing where the end is open or nothing can be counted."""
    closed = find_closed_period(find_grant_period(agreement, grant))
    if grant.per is not Per.TOTAL and closed is None:
        return None
    years = allocate_grant_by_year(agreement, grant, closed[1].year if closed else NO_YEAR)
    return None if years is None else sum(years.values())


def is_before_indexation(agreement: Agreement, grant: Grant) -> bool:
    """Whether later years are shown as they are before an adjustment that nobody can reckon: by an index, or of a sum in all."""
    indexation, closed = grant.indexation, find_closed_period(find_grant_period(agreement, grant))
    later = closed is None or closed[0].year < closed[1].year
    return bool(indexation and later and (indexation.index or (get_yearly_percent(indexation) and grant.per is Per.TOTAL)))


def compute_fair_range(amount: int, per: Per, start: date, end: date) -> tuple[int, int]:
    """The least and the most that payments of an amount may come to: the whole units, and the units begun."""
    if per is Per.TOTAL:
        return amount, amount
    begun, parts = BEGUN[per], measure_stretch(start, end, per)
    low, high = (amount * count * begun for count in (parts // begun, -(-parts // begun)))
    return low // UNIT[per], -(-high // UNIT[per])


def is_fair(agreement: Agreement, grant: Grant, paid: int) -> bool:
    """Whether there is a way to read a grant in which payments of so much add up; true where nothing can be counted."""
    if grant.amount is None or grant.subject_to_budget or (grant.per is not Per.TOTAL and grant.per not in UNIT):
        return True
    amount, closed = grant.amount.cents, find_closed_period(find_grant_period(agreement, grant))
    if paid == amount:
        return True
    if closed is None:
        return grant.per is not Per.TOTAL and 0 < amount < paid and (paid % amount == 0 or grant.indexation is not None)
    low, high = compute_fair_range(amount, grant.per, *closed)
    if is_before_indexation(agreement, grant):
        return paid >= low
    unadjusted = allocate_by_year(Quantity(amount, grant.per), find_grant_period(agreement, grant), NO_YEAR) or {}
    added = (sum_grant(agreement, grant) or 0) - sum(unadjusted.values())
    return low <= paid <= high or low + added <= paid <= high + added


def compute_yearly_amount(agreement: Agreement, grant: Grant) -> int | None:
    """What a grant comes to in a year, in hundredths: spread over its period where that is longer; nothing where it cannot be counted."""
    if grant.amount is None:
        return None
    period = find_grant_period(agreement, grant)
    closed = find_closed_period(period)
    years = allocate_by_year(Quantity(grant.amount.cents, grant.per), period if closed else None, NO_YEAR)
    if years is None:
        return None
    months = max(UNIT[Per.YEAR], measure_stretch(*closed, Per.MONTH) if closed else 0)
    return round_half_up(sum(years.values()) * UNIT[Per.YEAR], months)


def sum_yearly_grants(agreement: Agreement, currency: str = "DKK") -> int:
    """What all grants of an agreement in one currency come to in a year, in hundredths."""
    return sum(compute_yearly_amount(agreement, grant) or 0 for grant in agreement.grant if grant.currency == currency)
