"""How an agreement stands on a day: its status, and what the calendar makes of it."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count

from .agreement import Agreement
from .amounts import LAST_DAY
from .choices import Status
from .field import Choice, word

A_DAY = timedelta(days=1)


class Standing(Choice):
    """The status on a day: signed is not yet begun, expired is past its end and still called active."""

    IDEA = word("idé", "Idé", "Idea")
    DRAFT = word("udkast", "Udkast", "Draft")
    SIGNED = word("underskrevet", "Underskrevet", "Signed")
    ACTIVE = word("aktiv", "Aktiv", "Active")
    RENEGOTIATION = word("genforhandling", "Genforhandling", "Renegotiation")
    EXPIRED = word("udløbet", "Udløbet", "Expired")
    ENDED = word("ophørt", "Ophørt", "Ended")


IN_FORCE = frozenset({Standing.SIGNED, Standing.ACTIVE, Standing.RENEGOTIATION})
"""Agreed, and not over."""
ON_THE_WAY = frozenset({Standing.IDEA, Standing.DRAFT})


def standing(agreement: Agreement, day: date) -> Standing:
    """How the agreement stands on that day."""
    if agreement.status is not Status.ACTIVE:
        return Standing[agreement.status.name]
    period, end = agreement.period, last_end(agreement)
    if period and period.start > day:
        return Standing.SIGNED
    return Standing.EXPIRED if end and end < day else Standing.ACTIVE


def terms(agreement: Agreement) -> Iterator[date]:
    """The end of the agreed period, then of each extension that comes by itself, as long as the calendar goes."""
    period, extension = agreement.period, agreement.extension
    if not (period and period.end):
        return
    yield period.end
    if not (extension and extension.automatic and extension.length and extension.length.number):
        return
    begin, length = period.end + A_DAY, extension.length
    for time in count(1):
        end = length._replace(number=length.number * time).after(begin) - A_DAY
        if end >= LAST_DAY - A_DAY or (extension.at_most is not None and time > extension.at_most):
            return
        yield end


def last_end(agreement: Agreement) -> date | None:
    """The day it is over at the latest; nothing where the end is open."""
    extension = agreement.extension
    if extension and extension.automatic and extension.length and extension.at_most is None:
        return None
    return max(terms(agreement), default=None)
