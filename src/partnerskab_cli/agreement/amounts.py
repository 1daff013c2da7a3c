"""Numbers as Danes write them, money to the øre, and lengths of time."""

import re
from datetime import date, timedelta
from typing import NamedTuple

from ..text import Language, Text

AMOUNT = r"([0-9]{1,3}(?:[.][0-9]{3})+|[0-9]{1,12}|[0-9]{1,3}(?:_[0-9]{3})+)(?:[,]([0-9]{1,2})|[.]([0-9]{1,2}))?"
"""Whole part and hundredths: `25000`, `25.000`, `25_000`, `25.000,00`, `12,5`, `12.50`."""


def hundredths(text: str) -> int | None:
    """A Danish or a plain number in hundredths, or nothing where it is none. A dot before exactly three digits is thousands."""
    match = re.fullmatch(AMOUNT, text)
    if not match:
        return None
    whole = re.sub("[._]", "", match[1])
    return int(whole) * 100 + int((match[2] or match[3] or "0").ljust(2, "0"))


def grouped(number: int, language: Language) -> str:
    """A whole number with its thousands apart: `1.234.567`, `1,234,567`."""
    plain = f"{number:,}"
    return plain.replace(",", ".") if language == "da" else plain


class Number(NamedTuple):
    """A number in hundredths."""

    hundredths: int

    def said(self, language: Language) -> str:
        """`12,5` in Danish, `12.5` in English."""
        whole, rest = divmod(abs(self.hundredths), 100)
        comma = "," if language == "da" else "."
        sign = "-" if self.hundredths < 0 else ""
        return f"{sign}{grouped(whole, language)}{comma + f'{rest:02}'.rstrip('0') if rest else ''}"


class Percent(NamedTuple):
    """A percentage in hundredths of a per cent."""

    hundredths: int

    def said(self, language: Language) -> str:
        """`2,5 %` in Danish, `2.5%` in English (Retskrivningsordbogen § 44)."""
        return Number(self.hundredths).said(language) + (" %" if language == "da" else "%")


class Money(NamedTuple):
    """An amount in hundredths of its currency, øre for kroner."""

    cents: int
    currency: str = "DKK"

    def said(self, language: Language) -> str:
        """`25.000 kr.`, `12,50 kr.`, `DKK 25,000`; no øre where there are none."""
        whole, rest = divmod(abs(self.cents), 100)
        comma = "," if language == "da" else "."
        sign = "-" if self.cents < 0 else ""
        amount = f"{sign}{grouped(whole, language)}{f'{comma}{rest:02}' if rest else ''}"
        if language == "en":
            return f"{self.currency} {amount}"
        return f"{amount} {'kr.' if self.currency == 'DKK' else self.currency}"


class Unit(NamedTuple):
    """A unit of time."""

    key: str
    one: Text
    many: Text


DAY = Unit("D", Text(da="dag", en="day"), Text(da="dage", en="days"))
WEEK = Unit("W", Text(da="uge", en="week"), Text(da="uger", en="weeks"))
MONTH = Unit("M", Text(da="måned", en="month"), Text(da="måneder", en="months"))
QUARTER = Unit("Q", Text(da="kvartal", en="quarter"), Text(da="kvartaler", en="quarters"))
YEAR = Unit("Y", Text(da="år", en="year"), Text(da="år", en="years"))
UNITS = {word: unit for unit in (DAY, WEEK, MONTH, QUARTER, YEAR) for text in (unit.one, unit.many) for word in text}
MONTHS_IN = {MONTH: 1, QUARTER: 3, YEAR: 12}
DAYS_IN = {DAY: 1, WEEK: 7}

FIRST_DAY = date(1900, 1, 1)
LAST_DAY = date(2100, 12, 31)
"""Days outside these are taken for slips of the pen."""


class Duration(NamedTuple):
    """A length of time in one unit."""

    number: int
    unit: Unit

    def said(self, language: Language) -> str:
        """`3 måneder`, `1 month`."""
        return f"{self.number} {(self.unit.one if self.number == 1 else self.unit.many).said(language)}"

    def after(self, day: date) -> date:
        """The day that much later; month ends clamp (31 January + 1 month = 28 February), and the years saturate."""
        return shifted(day, self.number, self.unit)

    def before(self, day: date) -> date:
        """The day that much earlier, clamped and saturated likewise."""
        return shifted(day, -self.number, self.unit)


def shifted(day: date, count: int, unit: Unit) -> date:
    """A day moved by a number of units."""
    if unit in DAYS_IN:
        moved = max(FIRST_DAY.toordinal(), min(LAST_DAY.toordinal(), day.toordinal() + count * DAYS_IN[unit]))
        return date.fromordinal(moved)
    year, month = divmod(day.year * 12 + day.month - 1 + count * MONTHS_IN[unit], 12)
    if not FIRST_DAY.year <= year <= LAST_DAY.year:
        return FIRST_DAY if count < 0 else LAST_DAY
    return date(year, month + 1, min(day.day, month_length(year, month + 1)))


def month_length(year: int, month: int) -> int:
    """How many days a month has."""
    after = date(year + month // 12, month % 12 + 1, 1)
    return (after - timedelta(days=1)).day


def months_between(start: date, end: date) -> int:
    """Whole months from one day to another, the last day counted: 1 January to 31 December is 12."""
    after = end + timedelta(days=1)
    return (after.year - start.year) * 12 + after.month - start.month - (after.day < start.day)


class Recurrence(NamedTuple):
    """How often something comes round: between `least` and `most` times in every `every` units."""

    least: int
    most: int
    unit: Unit
    every: int = 1

    def said(self, language: Language) -> str:
        """`2 gange om året`, `hver måned`, `hver 2. uge`."""
        if self.every > 1:
            count = f"{self.every}." if language == "da" else str(self.every)
            unit = self.unit.one if language == "da" else self.unit.many
            return f"{EVERY[self.unit].said(language)} {count} {unit.said(language)}"
        if (self.least, self.most) == (1, 1):
            return f"{EVERY[self.unit].said(language)} {self.unit.one.said(language)}"
        count = str(self.least) if self.least == self.most else f"{self.least}-{self.most}"
        return f"{count} {TIMES.said(language)} {A_UNIT[self.unit].said(language)}"

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

    def within(self, year: int) -> date:
        """That day in one year; 29 February is the 28th in common years."""
        return date(year, self.month, min(self.day, month_length(year, self.month)))
