"""What comes round: its days from a given day on, and the stretch of the calendar that each of them stands for."""

from bisect import bisect_left
from collections.abc import Iterator
from datetime import date
from itertools import count, islice
from typing import NamedTuple

from .amounts import DAYS_IN, FIRST_DAY, LAST_DAY, MONTHS_IN, Duration

MOST_ROUNDS = 500
"""How many days of one series are laid out, however far ahead is looked."""
MOST_STEPS = (LAST_DAY - FIRST_DAY).days
"""No series has more days than the calendar."""
MONTHS_A_YEAR = 12


class Round(NamedTuple):
    """A day of a series."""

    day: date
    first: bool
    """Whether it is the day that is named, and not one counted from it."""


def iter_rounds(first: date, step: Duration | None, since: date, until: date) -> Iterator[Round]:
    """The first day whatever it is, then the days a whole number of steps later that lie between two others; at most `MOST_ROUNDS`.

    The work grows with the days that are answered and not with the time that lies before them.
    """
    yield Round(first, first=True)
    if step and step.number:
        yield from islice(iter_later_rounds(first, step, since, until), MOST_ROUNDS - 1)


def iter_later_rounds(first: date, step: Duration, since: date, until: date) -> Iterator[Round]:
    """The days that come round after the first one."""
    for times in count(count_steps(first, step, since)):
        day = add_steps(first, step, times)
        if day > until or day >= LAST_DAY:
            return
        yield Round(day, first=False)


def add_steps(first: date, step: Duration, times: int) -> date:
    """The day so many steps later, counted from the first one so that month ends do not creep."""
    return step._replace(number=step.number * times).add_to(first)


def count_steps(first: date, step: Duration, since: date) -> int:
    """How many steps lead to a day or beyond, and at least one."""
    return 1 + bisect_left(range(1, MOST_STEPS), since, key=lambda times: add_steps(first, step, times))


def format_calendar_part(day: date, step: Duration) -> str:
    """The part of the calendar, as long as a step, in which a day lies: `2026`, `2026-2` for its second half, `2026-05-18` for a week.

    A day moved a little stays in its part, and the next one of the series lies in the next part: each occasion keeps its name,
    whether it was counted or named.
    """
    if step.unit not in MONTHS_IN:
        days = step.number * DAYS_IN.get(step.unit, 1)
        return date.fromordinal((day.toordinal() - 1) // days * days + 1).isoformat()
    months = step.number * MONTHS_IN[step.unit]
    year, month = divmod((day.year * MONTHS_A_YEAR + day.month - 1) // months * months, MONTHS_A_YEAR)
    if months % MONTHS_A_YEAR == 0:
        return str(year)
    return f"{year}-{month // months + 1}" if MONTHS_A_YEAR % months == 0 else f"{year}-{month + 1:02}"
