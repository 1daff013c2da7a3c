"""Numbers as Danes write them, money to the øre, and lengths of time."""

import re
from datetime import date, timedelta
from typing import NamedTuple

from ..text.localized import Language, Text

AMOUNT = r"([0-9]{1,3}(?:[.][0-9]{3})+|[0-9]{1,12}|[0-9]{1,3}(?:[_\s][0-9]{3})+)(?:[,]([0-9]{1,2})|[.]([0-9]{1,2}))?"
"""Whole part and hundredths: `25000`, `25.000`, `25_000`, `25 000`, `25.000,00`, `12,5`, `12.50`."""


def parse_hundredths(text: str) -> int | None:
    """A Danish or a plain number in hundredths, or nothing where it is none. A dot before exactly three digits is thousands."""
    match = re.fullmatch(AMOUNT, text)
    if not match:
        return None
    whole = re.sub(r"[._\s]", "", match[1])
    return int(whole) * 100 + int((match[2] or match[3] or "0").ljust(2, "0"))


def group_thousands(number: int, language: Language) -> str:
    """A whole number with its thousands apart: `1.234.567`, `1,234,567`."""
    plain = f"{number:,}"
    return plain.replace(",", ".") if language == "da" else plain


class Number(NamedTuple):
    """A number in hundredths."""

    hundredths: int

    def localize(self, language: Language) -> str:
        """`12,5` in Danish, `12.5` in English."""
        whole, rest = divmod(abs(self.hundredths), 100)
        comma = "," if language == "da" else "."
        sign = "-" if self.hundredths < 0 else ""
        return f"{sign}{group_thousands(whole, language)}{comma + f'{rest:02}'.rstrip('0') if rest else ''}"


class Percent(NamedTuple):
    """A percentage in hundredths of a per cent."""

    hundredths: int

    def localize(self, language: Language) -> str:
        """`2,5 %` in Danish, `2.5%` in English (Retskrivningsordbogen § 44)."""
        return Number(self.hundredths).localize(language) + (" %" if language == "da" else "%")


class Money(NamedTuple):
    """An amount in hundredths of its currency, øre for kroner."""

    cents: int
    currency: str = "DKK"

    def localize(self, language: Language) -> str:
        """`25.000 kr.`, `12,50 kr.`, `DKK 25,000`; no øre where there are none."""
        whole, rest = divmod(abs(self.cents), 100)
        comma = "," if language == "da" else "."
        sign = "-" if self.cents < 0 else ""
        amount = f"{sign}{group_thousands(whole, language)}{f'{comma}{rest:02}' if rest else ''}"
        if language == "en":
            return f"{self.currency} {amount}"
        return f"{amount} {'kr.' if self.currency == 'DKK' else self.currency}"


class Unit(NamedTuple):
    """A unit of time."""

    key: str
    singular: Text
    plural: Text


DAY = Unit("D", Text(da="dag", en="day"), Text(da="dage", en="days"))
WEEK = Unit("W", Text(da="uge", en="week"), Text(da="uger", en="weeks"))
MONTH = Unit("M", Text(da="måned", en="month"), Text(da="måneder", en="months"))
QUARTER = Unit("Q", Text(da="kvartal", en="quarter"), Text(da="kvartaler", en="quarters"))
YEAR = Unit("Y", Text(da="år", en="year"), Text(da="år", en="years"))
UNITS = {word: unit for unit in (DAY, WEEK, MONTH, QUARTER, YEAR) for text in (unit.singular, unit.plural) for word in text}
WORKING_DAY = Unit("BD", Text(da="hverdag", en="working day"), Text(da="hverdage", en="working days"))
"""Monday to Friday. Public holidays count: nobody has agreed on a calendar of them."""
MONTHS_IN = {MONTH: 1, QUARTER: 3, YEAR: 12}
DAYS_IN = {DAY: 1, WEEK: 7}

FIRST_DAY = date(1900, 1, 1)
LAST_DAY = date(2100, 12, 31)
"""Days outside these are taken for slips of the pen."""


class PeriodEnd(NamedTuple):
    """The day that notice runs on to: the end of a calendar month, quarter or year."""

    key: str
    unit: Unit
    label: Text
    first: bool = False
    """Whether the first day after the end is named instead, as in »til den 1. i en måned«; the agreement ends the day before."""

    def from_day(self, day: date) -> date:
        """The first such end on a day or after it."""
        months = MONTHS_IN[self.unit]
        month = ((day.month - 1) // months + 1) * months
        return date(day.year, month, count_days_in_month(day.year, month))

    def find_last_end(self, day: date) -> date:
        """The last such end on a day or before it."""
        end = self.from_day(day)
        if end == day:
            return day
        first = date(end.year, end.month - MONTHS_IN[self.unit] + 1, 1)
        return max(FIRST_DAY, first - timedelta(days=1)) if first > FIRST_DAY else FIRST_DAY


MONTH_END = PeriodEnd("M", MONTH, Text(da="udgangen af en måned", en="the end of a month"))
QUARTER_END = PeriodEnd("Q", QUARTER, Text(da="udgangen af et kvartal", en="the end of a quarter"))
YEAR_END = PeriodEnd("Y", YEAR, Text(da="udgangen af et år", en="the end of a year"))
FIRST_OF_MONTH = PeriodEnd("M1", MONTH, Text(da="den 1. i en måned", en="the 1st of a month"), first=True)
PERIOD_ENDS = (MONTH_END, QUARTER_END, YEAR_END, FIRST_OF_MONTH)
RUNNING_ON = Text(da="{length} til {end}", en="{length} to {end}")


class Duration(NamedTuple):
    """A length of time in one unit; of notice, it may run on to the end of a period."""

    number: int
    unit: Unit
    to: PeriodEnd | None = None

    def localize(self, language: Language) -> str:
        """`3 måneder`, `1 month`, `3 måneder til udgangen af en måned`."""
        length = f"{self.number} {(self.unit.singular if self.number == 1 else self.unit.plural).localize(language)}"
        return RUNNING_ON.localize(language, length=length, end=self.to.label) if self.to else length

    @property
    def code(self) -> str:
        """`P3M`, `P3M/M`, `P10BD`."""
        return f"P{self.number}{self.unit.key}{f'/{self.to.key}' if self.to else ''}"

    def add_to(self, day: date) -> date:
        """The day that much later; month ends clamp (31 January + 1 month = 28 February), and the years saturate."""
        moved = shift_date(day, self.number, self.unit)
        return self.to.from_day(moved - timedelta(days=1) if self.to.first and moved > FIRST_DAY else moved) if self.to else moved

    def subtract_from(self, day: date) -> date:
        """The last day from which it has run out on that day, clamped and saturated likewise."""
        if self.to is None:
            return shift_date(day, -self.number, self.unit)
        end = self.to.find_last_end(day)
        last = shift_date(end + timedelta(days=1) if self.to.first else end, -self.number, self.unit)
        return MONTH_END.from_day(last) if self.unit in MONTHS_IN and not self.to.first else last


def shift_date(day: date, count: int, unit: Unit) -> date:
    """A day moved by a number of units."""
    if unit is WORKING_DAY:
        return shift_to_working_days(day, count)
    if unit in DAYS_IN:
        moved = max(FIRST_DAY.toordinal(), min(LAST_DAY.toordinal(), day.toordinal() + count * DAYS_IN[unit]))
        return date.fromordinal(moved)
    year, month = divmod(day.year * 12 + day.month - 1 + count * MONTHS_IN[unit], 12)
    if not FIRST_DAY.year <= year <= LAST_DAY.year:
        return FIRST_DAY if count < 0 else LAST_DAY
    return date(year, month + 1, min(day.day, count_days_in_month(year, month + 1)))


def shift_to_working_days(day: date, count: int) -> date:
    """A day moved by Mondays to Fridays; back from a weekend, by those before its Friday."""
    if not count:
        return day
    weekday = min(day.weekday(), FRIDAY)
    monday = day.toordinal() - day.weekday()
    weeks, place = divmod(weekday + count, WORKING_DAYS)
    return date.fromordinal(max(FIRST_DAY.toordinal(), min(LAST_DAY.toordinal(), monday + 7 * weeks + place)))


FRIDAY, WORKING_DAYS = 4, 5


def count_days_in_month(year: int, month: int) -> int:
    """How many days a month has."""
    after = date(year + month // 12, month % 12 + 1, 1)
    return (after - timedelta(days=1)).day


def count_months_between(start: date, end: date) -> int:
    """Whole months from one day to another, the last day counted: 1 January to 31 December is 12."""
    after = end + timedelta(days=1)
    return (after.year - start.year) * 12 + after.month - start.month - (after.day < start.day)


class Recurrence(NamedTuple):
    """How often something comes round: between `least` and `most` times in every `every` units."""

    least: int
    most: int
    unit: Unit
    every: int = 1

    def localize(self, language: Language) -> str:
        """`2 gange om året`, `hver måned`, `hver 2. uge`."""
        if self.every > 1:
            count = f"{self.every}." if language == "da" else str(self.every)
            unit = self.unit.singular if language == "da" else self.unit.plural
            return f"{EVERY[self.unit].localize(language)} {count} {unit.localize(language)}"
        if (self.least, self.most) == (1, 1):
            return f"{EVERY[self.unit].localize(language)} {self.unit.singular.localize(language)}"
        count = str(self.least) if self.least == self.most else f"{self.least}-{self.most}"
        return f"{count} {TIMES.localize(language)} {A_UNIT[self.unit].localize(language)}"

    @property
    def gap(self) -> Duration:
        """The usual time between two of them, in months where the unit has months, else in days."""
        if self.unit in MONTHS_IN:
            return Duration(max(1, MONTHS_IN[self.unit] * self.every // self.most), MONTH)
        return Duration(max(1, DAYS_IN[self.unit] * self.every // self.most), DAY)


TIMES = Text(da="gange", en="times")
EVERY = {unit: Text(da="hver", en="every") for unit in (DAY, WEEK, MONTH)} | {
    unit: Text(da="hvert", en="every") for unit in (QUARTER, YEAR)
}
A_UNIT = {
    DAY: Text(da="om dagen", en="a day"),
    WEEK: Text(da="om ugen", en="a week"),
    MONTH: Text(da="om måneden", en="a month"),
    QUARTER: Text(da="i kvartalet", en="a quarter"),
    YEAR: Text(da="om året", en="a year"),
}


class YearDay(NamedTuple):
    """A day that comes every year."""

    month: int
    day: int

    def to_date(self, year: int) -> date:
        """That day in one year; 29 February is the 28th in common years."""
        return date(year, self.month, min(self.day, count_days_in_month(year, self.month)))
