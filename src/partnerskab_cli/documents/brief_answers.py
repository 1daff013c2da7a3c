"""Small records that read best in one breath: a period, a result, a relative deadline."""

from collections.abc import Callable, Mapping
from datetime import date

from ..model.money import GrantPeriod
from ..model.purpose import Result
from ..model.record import Record
from ..model.time import Period, RelativeDeadline
from ..text.blocks import Inline, Words
from ..text.localized import Language, Text, format_value

UNTIL_NOTICE = Text(da=", og indtil en af parterne siger stop", en=", and until one of the parties says stop")
FROM = Text(da="Fra ", en="From ")
AFTER = Text(da="{duration} efter {day}", en="{duration} after {day}")


def format_day(day: date, language: Language) -> Inline:
    """A day in words."""
    return Inline(format_value(day, language), day=day.isoformat())


def format_date_range(start: date, end: date | None, language: Language) -> Words:
    """From one day to another, or from a day on."""
    if end is None:
        return Inline(FROM.localize(language)), format_day(start, language)
    return format_day(start, language), Inline(" – "), format_day(end, language)


def format_period(one: Record, language: Language) -> Words:
    """`1. januar 2026 – 31. december 2027`; a period without an end says so."""
    if isinstance(one, GrantPeriod):
        return format_date_range(one.start, one.end, language)
    if not isinstance(one, Period):
        return ()
    words = format_date_range(one.start, one.end, language)
    return (*words, Inline(UNTIL_NOTICE.localize(language))) if one.ongoing else words


def format_result(one: Record, language: Language) -> Words:
    """`Delvist nået: Otte af ti kom igen. (30. november 2026)`."""
    if not isinstance(one, Result):
        return ()
    says = f"{one.status.localize(language)}: {one.text}" if one.text else one.status.localize(language)
    return (Inline(says), Inline(" ("), format_day(one.date, language), Inline(")")) if one.date else (Inline(says),)


def format_relative_deadline(one: Record, language: Language) -> Words:
    """`2 måneder efter underskriften, 2 gange om året`."""
    if not isinstance(one, RelativeDeadline):
        return ()
    counted = AFTER.localize(language, duration=one.duration, day=one.after) if one.duration and one.after else ""
    parts = (counted or one.duration or one.after, one.repeats)
    return (Inline(", ".join(format_value(part, language) for part in parts if part)),)


NUTSHELLS: Mapping[type, Callable[[Record, Language], Words]] = {
    Period: format_period,
    GrantPeriod: format_period,
    Result: format_result,
    RelativeDeadline: format_relative_deadline,
}
