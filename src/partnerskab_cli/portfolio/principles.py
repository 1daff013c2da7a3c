"""The report of the principles: how the agreements live up to what the municipality works by."""

from functools import cache

from ..agreement.agreement import Agreement
from ..agreement.record import Point, points
from ..agreement.requirement import standing
from ..diagnostics import Mark
from ..profile.policy import Principle
from ..text import Text
from .portfolio import Entry, Portfolio
from .table import NAME, STATUS, TITLE, Column, Form, Kind, Paper, Row, Table, number, rows, words

TITLE_OF = Text(da="Holdepunkter", en="Principles")
LEAD = Text(
    da="Ja: I har skrevet, hvordan I lever op til det. Delvist: noget andet i aftalen peger den vej.",
    en="Yes: you have written how you live up to it. Partly: something else in the agreement points that way.",
)
NO_PRINCIPLES = Text(da="Kommunens profil har ingen holdepunkter.", en="The profile of the municipality has no principles.")
LETTERS = {"læring": "H1", "relationer": "H2", "dna": "H3", "effekt": "H4", "frivillighed": "H5"}
"""The five principles of the partnership strategy, as the fields of an agreement name what they answer."""


def principles(whole: Portfolio) -> Paper:
    """Each agreement that is not over against each principle of the profile."""
    entries = (*whole.in_force, *whole.on_the_way)
    known = whole.profile.principles
    lead = LEAD if known else NO_PRINCIPLES
    return Paper("principles", TITLE_OF, whole.today, (by_agreement(entries, known), by_principle(entries, known)), (lead,))


def by_agreement(entries: tuple[Entry, ...], known: tuple[Principle, ...]) -> Table:
    """A mark for each principle, agreement by agreement."""
    columns = (
        TITLE, *(Column(one.keys.en, one.titles, Kind.MARK) for one in known),
        Column("answered", Text(da="I alt", en="In all"), Kind.NUMBER), STATUS._replace(detail=True), NAME._replace(detail=True),
    )  # fmt: skip
    made = tuple(Row((one.title, *marks(one, known), lived_up_to(one, known), one.standing, one.name), one) for one in entries)
    return Table("agreements", Text(da="Aftale for aftale", en="Agreement by agreement"), columns, made, form=Form.MATRIX)


def by_principle(entries: tuple[Entry, ...], known: tuple[Principle, ...]) -> Table:
    """How the agreements live up to each principle."""
    every = [marks(entry, known) for entry in entries]
    columns = (
        words("principle", "Holdepunkt", "Principle"), number("yes", "Ja", "Yes"), number("partly", "Delvist", "Partly"),
        number("no", "Nej", "No"), number("not_relevant", "Ikke relevant", "Not relevant"),
    )  # fmt: skip
    wanted = (Mark.YES, Mark.PARTLY, Mark.NO, Mark.NOT_RELEVANT)
    made = rows([(one.titles, *(sum(each[place] is mark for each in every) for mark in wanted)) for place, one in enumerate(known)])
    return Table("principles", Text(da="Holdepunkt for holdepunkt", en="Principle by principle"), columns, made)


def marks(entry: Entry, known: tuple[Principle, ...]) -> tuple[Mark, ...]:
    """How an agreement lives up to each principle."""
    return tuple(mark(entry.agreement, one) for one in known)


def mark(agreement: Agreement, principle: Principle) -> Mark:
    """Yes where it is written how; partly where another answer points that way."""
    if (agreement.principles or {}).get(principle.key):
        return Mark.YES
    if "principles" in agreement.aside:
        return Mark.NOT_RELEVANT
    letter = LETTERS.get(principle.key)
    return Mark.PARTLY if letter and any(answered(agreement, point) for point in answering(letter)) else Mark.NO


def lived_up_to(entry: Entry, known: tuple[Principle, ...]) -> int:
    """How many principles are answered with yes."""
    return sum(one is Mark.YES for one in marks(entry, known))


@cache
def answering(letter: str) -> tuple[Point, ...]:
    """The questions whose own answer says something of a principle."""
    return tuple(point for point in points(Agreement) if any(one.split(".")[0] == letter for one in point.field.answers))


def answered(agreement: Agreement, point: Point) -> bool:
    """Whether a question is answered anywhere in an agreement."""
    return any(getattr(record, point.field.name) for record in standing(agreement, point.way))
