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


def format_period(record: Record, language: Language) -> Words:
    """`1. januar 2026 – 31. december 2027`; a period without an end says so."""
    if isinstance(record, GrantPeriod):
        return format_date_range(record.start, record.end, language)
    if not isinstance(record, Period):
        return ()
    words = format_date_range(record.start, record.end, language)
    return (*words, Inline(UNTIL_NOTICE.localize(language))) if record.ongoing else words


def format_result(record: Record, language: Language) -> Words:
    """`Delvist nået: Otte af ti kom igen. (30. november 2026)`."""
    if not isinstance(record, Result):
        return ()
    says = f"{record.status.localize(language)}: {record.text}" if record.text else record.status.localize(language)
    return (Inline(says), Inline(" ("), format_day(record.date, language), Inline(")")) if record.date else (Inline(says),)


def format_relative_deadline(record: Record, language: Language) -> Words:
    """`2 måneder efter underskriften, 2 gange om året`."""
    if not isinstance(record, RelativeDeadline):
        return ()
    counted = AFTER.localize(language, duration=record.duration, day=record.after) if record.duration and record.after else ""
    parts = (counted or record.duration or record.after, record.repeats)
    return (Inline(", ".join(format_value(part, language) for part in parts if part)),)


NUTSHELLS: Mapping[type, Callable[[Record, Language], Words]] = {
    Period: format_period,
    GrantPeriod: format_period,
    Result: format_result,
    RelativeDeadline: format_relative_deadline,
}
