"""Deadlines as a calendar file: whole days, the same identity when a day moves, and no clock but the agreement's own."""

from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

from ...agreement.amounts import FIRST_DAY
from ...agreement.duties import DutyKind
from ...agreement.noted import last_noted
from ...portfolio.due import Due, bearers, what
from ...portfolio.portfolio import Portfolio
from ...text import Language, Text, shown
from ...version import __version__

if TYPE_CHECKING:
    from icalendar import Alarm, Event

NAME = Text(da="Frister i partnerskaber", en="Deadlines of partnerships")
WHO = Text(da="Hvem: {parties}", en="Who: {parties}")
EXPECTED = Text(
    da="Dagen er forventet: den er regnet ud efter, hvor tit I har aftalt at ses.",
    en="The day is expected: it is reckoned from how often you have agreed to meet.",
)
FILE = Text(da="Aftale: {name}", en="Agreement: {name}")
A_DAY = timedelta(days=1)
BEFORE_MEETING = 7
"""Days."""


def calendar(found: Iterable[Due], whole: Portfolio, language: Language) -> str:
    """The deadlines as iCalendar (RFC 5545), each with a reminder."""
    from icalendar import Calendar  # noqa: PLC0415 - heavy, and only calendars need it

    made = Calendar()
    made.add("prodid", f"-//partnerskab//partnerskab {__version__}//{language.upper()}")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", NAME.said(language))
    for one in found:
        made.add_component(event(one, whole, language))
    return str(made.to_ical(), "utf-8")


def event(one: Due, whole: Portfolio, language: Language) -> "Event":
    """A deadline as an event of a whole day that takes nobody's time."""
    from icalendar import Event  # noqa: PLC0415 - as above

    made, duty = Event(), one.duty
    noted = last_noted(one.entry.agreement) or FIRST_DAY
    made.add("uid", f"{one.entry.name}.{duty.key}@partnerskab")
    made.add("dtstamp", datetime.combine(noted, time(), UTC))
    made.add("dtstart", duty.day)
    made.add("dtend", duty.day + A_DAY)
    made.add("summary", shown(f"{what(one).said(language)} ({one.entry.title})"))
    made.add("description", "\n".join(told(one, language)))
    made.add("categories", [duty.kind.said(language)])
    made.add("transp", "TRANSPARENT")
    made.add_component(reminder(one, whole, language))
    return made


def told(one: Due, language: Language) -> list[str]:
    """What stands below the title of an event."""
    parties = bearers(one) or tuple(str(party.name) for party in one.entry.agreement.parties)
    lines = [FILE.said(language, name=one.entry.name), WHO.said(language, parties=parties)]
    return [shown(line) for line in (*lines, *([EXPECTED.said(language)] if one.duty.expected else []))]


def reminder(one: Due, whole: Portfolio, language: Language) -> "Alarm":
    """A reminder in good time: the last day of notice takes more thought than a meeting."""
    from icalendar import Alarm  # noqa: PLC0415 - as above

    limits = whole.profile.limits
    before = {DutyKind.NOTICE: int(limits.warning_days), DutyKind.MEETING: BEFORE_MEETING}.get(one.duty.kind, int(limits.soon_days))
    made = Alarm()
    made.add("action", "DISPLAY")
    made.add("trigger", -timedelta(days=before))
    made.add("description", shown(what(one).said(language)))
    return made
