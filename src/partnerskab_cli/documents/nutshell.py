"""Small records that read best in one breath: a period, a result, a relative deadline."""

from collections.abc import Callable, Mapping
from datetime import date

from ..agreement.money import GrantPeriod
from ..agreement.purpose import Result
from ..agreement.record import Record
from ..agreement.time import Period, RelativeDeadline
from ..text import Language, Text, in_words
from .document import Phrase, Words

UNTIL_NOTICE = Text(da=", og indtil en af parterne siger stop", en=", and until one of the parties says stop")
FROM = Text(da="Fra ", en="From ")
AFTER = Text(da="{duration} efter {day}", en="{duration} after {day}")


def of_day(day: date, language: Language) -> Phrase:
    """A day in words."""
    return Phrase(in_words(day, language), day=day.isoformat())


def of_period(start: date, end: date | None, language: Language) -> Words:
    """From one day to another, or from a day on."""
    if end is None:
        return Phrase(FROM.said(language)), of_day(start, language)
    return of_day(start, language), Phrase(" – "), of_day(end, language)


def period(one: Record, language: Language) -> Words:
    """`1. januar 2026 – 31. december 2027`; a period without an end says so."""
    if isinstance(one, GrantPeriod):
        return of_period(one.start, one.end, language)
    if not isinstance(one, Period):
        return ()
    words = of_period(one.start, one.end, language)
    return (*words, Phrase(UNTIL_NOTICE.said(language))) if one.ongoing else words


def result(one: Record, language: Language) -> Words:
    """`Delvist nået: Otte af ti kom igen. (30. november 2026)`."""
    if not isinstance(one, Result):
        return ()
    says = f"{one.status.said(language)}: {one.text}" if one.text else one.status.said(language)
    return (Phrase(says), Phrase(" ("), of_day(one.date, language), Phrase(")")) if one.date else (Phrase(says),)


def relative(one: Record, language: Language) -> Words:
    """`2 måneder efter underskriften, 2 gange om året`."""
    if not isinstance(one, RelativeDeadline):
        return ()
    counted = AFTER.said(language, duration=one.duration, day=one.after) if one.duration and one.after else ""
    parts = (counted or one.duration or one.after, one.repeats)
    return (Phrase(", ".join(in_words(part, language) for part in parts if part)),)


NUTSHELLS: Mapping[type, Callable[[Record, Language], Words]] = {
    Period: period,
    GrantPeriod: period,
    Result: result,
    RelativeDeadline: relative,
}
