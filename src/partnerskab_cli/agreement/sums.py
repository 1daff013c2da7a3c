"""What the money of an agreement comes to, exact to the øre."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from .agreement import Agreement
from .amounts import months_between
from .choices import Per
from .money import Grant, GrantPeriod
from .time import Period

A_DAY = timedelta(days=1)

A_YEAR = {Per.YEAR: 1, Per.QUARTER: 4, Per.MONTH: 12, Per.WEEK: 52}
"""How many times a year an amount comes that is given per period."""


def span_of(agreement: Agreement, grant: Grant) -> tuple[date, date] | None:
    """The days a grant covers: its own period, else the agreement's; nothing where the end is open."""
    period = grant.grant_period or agreement.period
    return (period.start, period.end) if period and period.end else None


def yearly(agreement: Agreement, grant: Grant) -> int:
    """What a grant comes to in a year, in hundredths; a grant "in all" is spread over its period when that is longer."""
    if grant.amount is None:
        return 0
    if grant.per in A_YEAR:
        return grant.amount.cents * A_YEAR[grant.per]
    days = span_of(agreement, grant)
    months = max(12, months_between(*days)) if days else 12
    return grant.amount.cents * 12 // months


def granted_a_year(agreement: Agreement) -> int:
    """What all grants of an agreement come to in a year, in hundredths."""
    return sum(yearly(agreement, grant) for grant in agreement.grant)


NO_YEAR = 0
"""Stands for the year of money that has none."""
MONTHS_A_YEAR = 12
DAYS_A_YEAR = 365 * 366
"""Both lengths of a year go up in it, so that days are counted exactly."""


def grant_by_year(agreement: Agreement, grant: Grant, until: int) -> Mapping[int, int] | None:
    """What a grant comes to in each calendar year, in hundredths of its currency; nothing where it cannot be counted."""
    period = grant.grant_period or agreement.period
    return by_year(grant.amount.cents, grant.per, period, until) if grant.amount else None


def by_year(cents: int, per: Per, period: Period | GrantPeriod | None, until: int) -> Mapping[int, int] | None:
    """An amount laid out over the calendar years of its period; an open end runs to the end of `until`.

    The years always sum to the whole, to the øre. Amounts for each time or each person cannot be counted, nor so much a year
    of a period that ends before it begins.
    """
    backwards = period and period.end and period.end < period.start
    if per is Per.TOTAL:
        if not (period and period.end) or backwards:
            return {period.start.year if period else NO_YEAR: cents}
        weights = whole_months(period.start, period.end) or days_of(period.start, period.end)
        return spread(cents, weights, sum(weights.values()))
    if per not in A_YEAR or backwards:
        return None
    if not period:
        return {NO_YEAR: cents * A_YEAR[per]}
    start, end = period.start, period.end or max(period.start, date(until, 12, 31))
    if whole := whole_months(start, end):
        return spread(cents * A_YEAR[per], whole, MONTHS_A_YEAR)
    parts = {year: count * (DAYS_A_YEAR // days_in(year)) for year, count in days_of(start, end).items()}
    return spread(cents * A_YEAR[per], parts, DAYS_A_YEAR)


def whole_months(start: date, end: date) -> Mapping[int, int]:
    """The months of a period in each calendar year; nothing where they are not whole."""
    if start.day != 1 or (end + A_DAY).day != 1:
        return {}
    return {year: last.month - first.month + 1 for year, first, last in pieces(start, end)}


def days_of(start: date, end: date) -> Mapping[int, int]:
    """The days of a period in each calendar year."""
    return {year: (last - first).days + 1 for year, first, last in pieces(start, end)}


def pieces(start: date, end: date) -> Iterator[tuple[int, date, date]]:
    """A period cut at New Year: each calendar year with its first and its last day."""
    for year in range(start.year, end.year + 1):
        yield year, max(start, date(year, 1, 1)), min(end, date(year, 12, 31))


def days_in(year: int) -> int:
    """365 or 366."""
    return (date(year + 1, 1, 1) - date(year, 1, 1)).days


def spread(cents: int, weights: Mapping[int, int], whole: int) -> Mapping[int, int]:
    """An amount laid out by weights; what rounding takes from one year the next one has."""
    laid: dict[int, int] = {}
    passed = given = 0
    for year, weight in weights.items():
        passed += weight
        due = (2 * cents * passed + whole) // (2 * whole)
        laid[year], given = due - given, due
    return laid
