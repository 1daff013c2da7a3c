"""Deadlines as a calendar file: whole days, known by what they are, and no clock but the agreements' and git's own."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, time, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING

from ..model.amounts import FIRST_DAY
from ..model.choices import Side
from ..model.deadlines import DutyKind
from ..model.noted_dates import find_last_recorded_date
from ..portfolio.due import DueItem, DueState, describe_due_item, list_responsible_parties
from ..portfolio.portfolio import Portfolio, PortfolioEntry
from ..text.localized import Language, Text, escape_control_characters, slugify
from ..version import __version__

if TYPE_CHECKING:
    from icalendar import Alarm, Event

NAME = Text(da="Frister i partnerskaber", en="Deadlines of partnerships")
WHO = Text(da="Hvem: {parties}", en="Who: {parties}")
REMARKS: Mapping[DueState, Text] = {
    DueState.EXPECTED: Text(
        da="Dagen er forventet: den er regnet ud efter, hvor tit I mødes, eller hvilken termin I har aftalt.",
        en="The day is expected: it is calculated from how often you meet or from an agreed term.",
    ),
    DueState.LOCAL: Text(da="Dagen er kommunens frist, ikke aftalens.", en="The day is the municipality's deadline, not the agreement's."),
    DueState.DRAFT: Text(da="Aftalen er et udkast; dagen er ikke aftalt endnu.", en="The agreement is a draft; the day is not agreed yet."),
}
"""Why a day is not certain. Nobody is reminded of it."""
FILE = Text(da="Aftale: {name}", en="Agreement: {name}")
A_DAY = timedelta(days=1)
BEFORE_MEETING = 7
"""Days."""
A_MINUTE = 60


def render_calendar(
    due_items: Iterable[DueItem], portfolio: Portfolio, language: Language, changed: Mapping[tuple[str, str], int] | None = None
) -> str:
    """The deadlines as iCalendar (RFC 5545), those that are certain with a reminder.

    `changed` says by path and key when a deadline was last changed, in seconds since 1970; else the agreement's newest note does.
    """
    from icalendar import Calendar  # noqa: PLC0415 - heavy, and only calendars need it

    calendar = Calendar()
    calendar.add("prodid", f"-//partnerskab//partnerskab {__version__}//{language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", NAME.localize(language))
    for due_item in due_items:
        calendar.add_component(build_event(due_item, portfolio, language, changed or {}))
    return str(calendar.to_ical(), "utf-8")


def build_event(due_item: DueItem, portfolio: Portfolio, language: Language, changed: Mapping[tuple[str, str], int]) -> "Event":
    """A deadline as an event of a whole day that takes nobody's time."""
    from icalendar import Event  # noqa: PLC0415 - as above

    event, duty = Event(), due_item.duty
    seconds = changed.get((due_item.entry.path, duty.key), find_noted_seconds(due_item.entry))
    moment = datetime.fromtimestamp(seconds, UTC)
    event.add("uid", make_event_uid(due_item, portfolio))
    event.add("dtstamp", moment)
    event.add("last-modified", moment)
    event.add("sequence", seconds // A_MINUTE)
    event.add("dtstart", duty.day)
    event.add("dtend", duty.day + A_DAY)
    event.add("summary", escape_control_characters(f"{describe_due_item(due_item).localize(language)} ({due_item.entry.title})"))
    event.add("description", "\n".join(list_event_lines(due_item, language)))
    event.add("categories", [duty.kind.localize(language)])
    event.add("transp", "TRANSPARENT")
    if due_item.state in REMARKS:
        event.add("status", "TENTATIVE")
    elif due_item.duty.day >= portfolio.today:
        event.add_component(build_reminder(due_item, portfolio, language))
    return event


def find_noted_seconds(entry: PortfolioEntry) -> int:
    """The newest day that an agreement itself notes, in seconds since 1970."""
    noted = find_last_recorded_date(entry.agreement) or FIRST_DAY
    return max(0, int(datetime.combine(noted, time(), UTC).timestamp()))


def make_event_uid(due_item: DueItem, portfolio: Portfolio) -> str:
    """Agreement, kind and name of a deadline, within the municipality; where several files have one id, each goes by its path too."""
    name = due_item.entry.name
    if name in portfolio.shared_names:
        name = f"{name}.{sha256(due_item.entry.path.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"
    return f"{name}.{due_item.duty.key}@{make_uid_namespace(due_item.entry, portfolio)}"


def make_uid_namespace(entry: PortfolioEntry, portfolio: Portfolio) -> str:
    """The municipality of the record; where its profile names none, the public party of the agreement."""
    profile = portfolio.profile
    own = profile.municipality_code or profile.municipality or next(iter(entry.list_party_names(Side.PUBLIC)), "")
    return ".".join(filter(None, (slugify(own), "partnerskab")))


def list_event_lines(due_item: DueItem, language: Language) -> list[str]:
    """What stands below the title of an event."""
    parties = list_responsible_parties(due_item) or tuple(str(party.name) for party in due_item.entry.agreement.parties)
    lines = [FILE.localize(language, name=due_item.entry.name), WHO.localize(language, parties=parties)]
    return [
        escape_control_characters(line)
        for line in (*lines, *([REMARKS[due_item.state].localize(language)] if due_item.state in REMARKS else []))
    ]


def build_reminder(due_item: DueItem, portfolio: Portfolio, language: Language) -> "Alarm":
    """A reminder in good time: the last day of notice takes more thought than a meeting."""
    from icalendar import Alarm  # noqa: PLC0415 - as above

    limits = portfolio.profile.limits
    before = {DutyKind.NOTICE: int(limits.warning_days), DutyKind.MEETING: BEFORE_MEETING}.get(due_item.duty.kind, int(limits.soon_days))
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", -timedelta(days=before))
    alarm.add("description", escape_control_characters(describe_due_item(due_item).localize(language)))
    return alarm
