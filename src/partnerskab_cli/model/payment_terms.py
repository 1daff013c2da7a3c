"""The term in which a payment falls due where it has no day: a quarter, a month, or a day in each of them."""

import re
from calendar import MONDAY, SATURDAY
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count, takewhile

from ..text.localized import MONTHS
from .amounts import LAST_DAY, MONTH, MONTHS_IN, UNITS, Duration, count_days_in_month

QUARTER = re.compile(
    r"(?:([1-4])(?:[.]|st|nd|rd|th)|(first|second|third|fourth|første|andet|tredje|fjerde)) (?:kvartal|quarter)(?: of| i)? ([0-9]{4})"
)
IN_MONTH = re.compile(r"([a-zæøå]+) ([0-9]{4})")
WORKDAY = re.compile(
    r"(første|sidste|first|last) (?:hverdag|working day) (?:i|in|of) (?:hver|hvert|each|every) (måned|kvartal|år|month|quarter|year)"
)
NUMBERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "første": 1, "andet": 2, "tredje": 3, "fjerde": 4}
MONTH_NUMBERS = {name.lower(): number for number, names in enumerate(MONTHS, 1) for name in names}
A_DAY, A_YEAR = timedelta(days=1), timedelta(days=366)


def iter_term_days(text: str, since: date, until: date) -> Iterator[tuple[date, Duration | None]]:
    """The days on which payments of a term are to be expected at the latest, and how long the term is where it comes round.

    `1. kvartal 2026` and `maj 2026` are a day each, whenever that is; `første hverdag i hvert kvartal` gives those between two days.
    Nothing where the words are no term.
    """
    words = " ".join(text.lower().split())
    if match := QUARTER.fullmatch(words):
        yield compute_month_end(int(match[3]), 3 * int(match[1] or NUMBERS[match[2]])), None
    elif (match := IN_MONTH.fullmatch(words)) and match[1] in MONTH_NUMBERS:
        yield compute_month_end(int(match[2]), MONTH_NUMBERS[match[1]]), None
    elif match := WORKDAY.fullmatch(words):
        length = Duration(MONTHS_IN[UNITS[match[2]]], MONTH)
        days = iter_workdays(length, since, last=match[1] in {"sidste", "last"})
        near = takewhile(lambda day: day <= min(until, LAST_DAY - A_YEAR), days)
        yield from ((day, length) for day in near if day >= since)


def is_term(text: str) -> bool:
    """Whether the words are a term whose days are known."""
    words = " ".join(text.lower().split())
    month = IN_MONTH.fullmatch(words)
    return bool(QUARTER.fullmatch(words) or WORKDAY.fullmatch(words) or (month and month[1] in MONTH_NUMBERS))


def compute_month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(min(max(year, date.min.year), LAST_DAY.year), month, count_days_in_month(year, month))


def iter_workdays(length: Duration, since: date, *, last: bool) -> Iterator[date]:
    """The first or the last day from Monday to Friday of each month, quarter or year, from the one that a day lies in."""
    begin = date(since.year, (since.month - 1) // length.number * length.number + 1, 1)
    for times in count():
        start = length._replace(number=length.number * times).add_to(begin)
        day = length.add_to(start) - A_DAY if last else start
        while not MONDAY <= day.weekday() < SATURDAY:
            day += -A_DAY if last else A_DAY
        yield day
