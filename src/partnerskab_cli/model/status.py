"""How an agreement stands on a day: its status, and what the calendar makes of it."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from .agreement import Agreement
from .amounts import FIRST_DAY, LAST_DAY, Duration
from .choices import Status
from .field import Choice, choice_label
from .rounds import MOST_STEPS, add_steps
from .time import Extension

A_DAY = timedelta(days=1)


class EffectiveStatus(Choice):
    """The status on a day. Called active, it is coming or signed before its first day, and expired after its last."""

    IDEA = choice_label("idé", "Idé", "Idea")
    DRAFT = choice_label("udkast", "Udkast", "Draft")
    COMING = choice_label("kommende", "Begynder senere", "Begins later")
    """Not all who must have signed what it says now, as far as the file tells."""
    SIGNED = choice_label("underskrevet", "Underskrevet", "Signed")
    """Not begun either, but all have."""
    ACTIVE = choice_label("aktiv", "Aktiv", "Active")
    RENEGOTIATION = choice_label("genforhandling", "Genforhandling", "Renegotiation")
    EXPIRED = choice_label("udløbet", "Udløbet", "Expired")
    ENDED = choice_label("ophørt", "Ophørt", "Ended")


NOT_BEGUN = frozenset({EffectiveStatus.COMING, EffectiveStatus.SIGNED})
IN_FORCE = NOT_BEGUN | {EffectiveStatus.ACTIVE, EffectiveStatus.RENEGOTIATION}
"""Called active or renegotiated, and not over."""
ON_THE_WAY = frozenset({EffectiveStatus.IDEA, EffectiveStatus.DRAFT})


def is_binding(agreement: Agreement) -> bool:
    """Whether the parties are bound by an agreement: it is in force, or somebody has signed it and it has not ended."""
    if agreement.status is Status.ENDED:
        return False
    return bool(agreement.signatures) or agreement.status not in {Status.IDEA, Status.DRAFT}


def compute_effective_status(agreement: Agreement, day: date, is_signed: Callable[[], bool]) -> EffectiveStatus:
    """How the agreement stands on that day; whether all have signed it is asked only before its first day."""
    if agreement.status is not Status.ACTIVE:
        return EffectiveStatus[agreement.status.name]
    period, end = agreement.period, find_last_end(agreement)
    if period and period.start > day:
        return EffectiveStatus.SIGNED if is_signed() else EffectiveStatus.COMING
    return EffectiveStatus.EXPIRED if end and end < day else EffectiveStatus.ACTIVE


def iter_term_ends(agreement: Agreement, since: date = FIRST_DAY) -> Iterator[date]:
    """The end of the agreed period, then of each extension that comes by itself, as long as the calendar goes; `since` leaves out what is past."""
    return (end for _, end in iter_numbered_terms(agreement, since))


def iter_numbered_terms(agreement: Agreement, since: date = FIRST_DAY) -> Iterator[tuple[int, date]]:
    """The ends with their numbers, the agreed one being the first."""
    period, extension = agreement.period, agreement.extension
    if not (period and period.end):
        return
    most = count_extensions(extension, period.end) if extension and extension.automatic else 0
    if not (extension and extension.length and most):
        yield 1, period.end
        return
    length, first = extension.length, period.end
    past = bisect_left(range(most), since, key=lambda times: extend_end(first, length, times))
    yield from ((times + 1, extend_end(first, length, times)) for times in range(past, most + 1))


def count_terms(agreement: Agreement) -> int:
    """The number of the last end."""
    period, extension = agreement.period, agreement.extension
    return 1 + count_extensions(extension, period.end) if period and period.end and extension and extension.automatic else 1


def extend_end(end: date, length: Duration, times: int) -> date:
    """An end after so many extensions."""
    return add_steps(end + A_DAY, length, times) - A_DAY if times else end


def count_extensions(extension: Extension, end: date) -> int:
    """How many extensions there may be, as long as the calendar goes."""
    length, most = extension.length, MOST_STEPS if extension.at_most is None else min(extension.at_most, MOST_STEPS)
    if not (length and length.number):
        return 0
    return bisect_right(range(1, most + 1), LAST_DAY - A_DAY * 2, key=lambda times: extend_end(end, length, times))


def find_last_end(agreement: Agreement) -> date | None:
    """The day it is over at the latest; nothing where the end is open."""
    period, extension = agreement.period, agreement.extension
    if not (period and period.end):
        return None
    if not (extension and extension.automatic and extension.length):
        return period.end
    return None if extension.at_most is None else extend_end(period.end, extension.length, count_extensions(extension, period.end))


def find_latest_end(agreement: Agreement) -> date | None:
    """The last day it can be extended to, whoever extends it; nothing where that is not limited, or no later than its end."""
    period, extension = agreement.period, agreement.extension
    if not (period and period.end and extension and extension.length and extension.at_most is not None):
        return None
    most = count_extensions(extension, period.end)
    return extend_end(period.end, extension.length, most) if most else None


def clip_to_latest_end(agreement: Agreement, until: date) -> date:
    """A day, or the last end where that comes before it."""
    return min(until, find_last_end(agreement) or until)
