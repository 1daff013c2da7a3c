"""What has happened, noted in the file of an agreement; what is overwritten is kept in its log."""

from datetime import date

from ..model.agreement import Agreement
from ..model.amounts import Duration
from ..model.cooperation import Meeting
from ..model.deadlines import REMEMBERED, DutyKind
from ..model.money import Accounts, Grant
from ..model.notable import Notable
from ..model.people import ChildCertificate, Insurance
from ..model.rounds import add_steps, count_steps
from ..model.status import find_last_end
from ..model.terms import LogEntry
from ..model.time import Deliverable, Evaluation
from ..text.localized import LANGUAGES, Language, Text
from .dump import dump_record
from .fields import Steps, append_item, delete_field, make_steps, set_field
from .scalars import PlainScalar

HELD = Text(da="Mødet »{name}« er afholdt.", en="The meeting “{name}” was held.")
NAMELESS_HELD = Text(da="Mødet er afholdt.", en="The meeting was held.")
BEFORE = Text(da="{what}: noteret.", en="{what}: noted.")


def note_event(text: str, agreement: Agreement, notable: Notable, day: date, keys: Language) -> str:
    """The file with something noted to have happened on a day; `keys` is the language of its keys.

    A meeting is put in the log, and its next day is moved on, or taken out where it does not come round. An evaluation, a deliverable or a
    declaration gets its day, and an earlier one goes into the log. Accounts and steps to an insurance get theirs.

    Raises:
        CommandError: the file cannot be read, or cannot be changed without harm.

    """
    if notable.kind is DutyKind.MEETING:
        text = append_log_entry(text, agreement, HELD.format(name=notable.about) if any(notable.about) else NAMELESS_HELD, day, keys)
        return set_next_day(text, make_steps(Agreement.meetings, notable.place, Meeting.next), agreement, notable, day)
    if notable.noted and notable.noted != day:
        text = append_log_entry(text, agreement, BEFORE.format(what=notable.label), min(notable.noted, day), keys)
    if not (notable.noted and notable.noted > day):
        text = set_field(text, locate_day_field(notable), PlainScalar(day.isoformat()))
    return (
        set_next_day(text, make_steps(Agreement.evaluation, Evaluation.next), agreement, notable, day)
        if notable.kind is DutyKind.EVALUATION
        else text
    )


def locate_day_field(notable: Notable) -> Steps:
    """Where in the file the day stands on which it happened."""
    match notable.kind:
        case DutyKind.EVALUATION:
            return make_steps(Agreement.evaluation, Evaluation.last)
        case DutyKind.ACCOUNTS:
            return make_steps(Agreement.grant, notable.place, Grant.accounts, Accounts.received)
        case DutyKind.DELIVERABLE:
            return make_steps(Agreement.deliverables, notable.place, Deliverable.delivered)
        case DutyKind.DECLARATION:
            return make_steps(Agreement.child_certificate, ChildCertificate.declaration)
        case _:
            return make_steps(Agreement.insurance, Insurance.names[notable.key.partition(".")[2]])


def set_next_day(text: str, way: Steps, agreement: Agreement, notable: Notable, day: date) -> str:
    """The file with the next day of a series; without it where nothing says when the next one is."""
    if notable.day is None:
        return text
    following = compute_next_day(agreement, notable, day)
    return set_field(text, way, PlainScalar(following.isoformat())) if following else delete_field(text, way)


def compute_next_day(agreement: Agreement, notable: Notable, day: date) -> date | None:
    """The day that comes round after the one that was due and the one on which it happened; nothing after the end of the agreement.

    What happened nearer to the occasion before was that one, and the day that is due stays.
    """
    if notable.day is None or is_before(notable.day, notable.gap, day):
        return notable.day
    if notable.gap is None:
        return None
    times = count_steps(notable.day, notable.gap, day)
    following = add_steps(notable.day, notable.gap, times if add_steps(notable.day, notable.gap, times) > day else times + 1)
    end = find_last_end(agreement)
    return None if end and following > end else following


def is_before(due: date, gap: Duration | None, day: date) -> bool:
    """Whether a day is nearer to the occasion before the one that is due; of a thing that comes once, whether it is long before."""
    if gap is None or not gap.number:
        return (due - day).days > REMEMBERED
    return due - day > day - gap.subtract_from(due)


def append_log_entry(text: str, agreement: Agreement, says: Text, day: date, keys: Language) -> str:
    """The file with an entry more in its log, in the language of the agreement, unless the same stands there already."""
    language = next(language for language in LANGUAGES if language == agreement.language.value.key)
    entry = LogEntry.of({"date": day, "text": says.localize(language)})
    return text if entry in agreement.log else append_item(text, make_steps(Agreement.log), dump_record(entry, keys))
