"""What the money of an agreement comes to, exact to the øre."""

from datetime import date

from .agreement import Agreement
from .amounts import months_between
from .choices import Per
from .money import Grant

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
