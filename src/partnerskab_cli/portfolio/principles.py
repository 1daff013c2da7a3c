"""The report of the principles: how the agreements live up to what the municipality works by."""

from functools import cache

from ..diagnostics import CompletionStatus
from ..model.agreement import Agreement
from ..model.record import FieldPath, walk_fields
from ..model.requirements import find_holding_records
from ..profile.policy import Principle
from ..text.localized import Text
from .portfolio import Portfolio, PortfolioEntry
from .report import (
    NAME,
    STATUS,
    TITLE,
    ColumnKind,
    PortfolioReport,
    ReportColumn,
    ReportRow,
    ReportTable,
    TableForm,
    make_rows,
    number_column,
    text_column,
)

TITLE_OF = Text(da="Holdepunkter", en="Principles")
LEAD = Text(
    da="Ja: I har skrevet, hvordan I lever op til det. Delvist: noget andet i aftalen peger den vej.",
    en="Yes: you have written how you live up to it. Partly: something else in the agreement points that way.",
)
NO_PRINCIPLES = Text(da="Kommunens profil har ingen holdepunkter.", en="The profile of the municipality has no principles.")
LETTERS = {"læring": "H1", "relationer": "H2", "dna": "H3", "effekt": "H4", "frivillighed": "H5"}
"""The five principles of the partnership strategy, as the fields of an agreement name what they answer."""


def build_principles_report(portfolio: Portfolio) -> PortfolioReport:
    """Each agreement that is not over against each principle of the profile."""
    entries = (*portfolio.in_force, *portfolio.on_the_way)
    known = portfolio.profile.principles
    lead = LEAD if known else NO_PRINCIPLES
    return PortfolioReport(
        "principles", TITLE_OF, portfolio.today, (build_principle_marks(entries, known), build_principle_table(entries, known)), (lead,)
    )


def build_principle_marks(entries: tuple[PortfolioEntry, ...], known: tuple[Principle, ...]) -> ReportTable:
    """A mark for each principle, agreement by agreement."""
    columns = (
        TITLE, *(ReportColumn(principle.keys.en, principle.titles, ColumnKind.MARK) for principle in known),
        ReportColumn("answered", Text(da="I alt", en="In all"), ColumnKind.NUMBER), STATUS._replace(detail=True), NAME._replace(detail=True),
    )  # fmt: skip
    rows = tuple(
        ReportRow(
            (entry.title, *rate_principles(entry, known), count_fulfilled_principles(entry, known), entry.standing, entry.name), entry
        )
        for entry in entries
    )
    return ReportTable("agreements", Text(da="Aftale for aftale", en="Agreement by agreement"), columns, rows, form=TableForm.MATRIX)


def build_principle_table(entries: tuple[PortfolioEntry, ...], known: tuple[Principle, ...]) -> ReportTable:
    """How the agreements live up to each principle."""
    every = [rate_principles(entry, known) for entry in entries]
    columns = (
        text_column("principle", "Holdepunkt", "Principle"), number_column("yes", "Ja", "Yes"), number_column("partly", "Delvist", "Partly"),
        number_column("no", "Nej", "No"), number_column("not_relevant", "Ikke relevant", "Not relevant"),
    )  # fmt: skip
    wanted = (CompletionStatus.YES, CompletionStatus.PARTLY, CompletionStatus.NO, CompletionStatus.NOT_RELEVANT)
    rows = make_rows(
        [(principle.titles, *(sum(each[place] is mark for each in every) for mark in wanted)) for place, principle in enumerate(known)]
    )
    return ReportTable("principles", Text(da="Holdepunkt for holdepunkt", en="Principle by principle"), columns, rows)


def rate_principles(entry: PortfolioEntry, known: tuple[Principle, ...]) -> tuple[CompletionStatus, ...]:
    """How an agreement lives up to each principle."""
    return tuple(rate_principle(entry.agreement, principle) for principle in known)


def rate_principle(agreement: Agreement, principle: Principle) -> CompletionStatus:
    """Yes where it is written how; partly where another answer points that way."""
    if (agreement.principles or {}).get(principle.key):
        return CompletionStatus.YES
    if "principles" in agreement.aside:
        return CompletionStatus.NOT_RELEVANT
    letter = LETTERS.get(principle.key)
    return (
        CompletionStatus.PARTLY
        if letter and any(is_field_answered(agreement, point) for point in list_answering_fields(letter))
        else CompletionStatus.NO
    )


def count_fulfilled_principles(entry: PortfolioEntry, known: tuple[Principle, ...]) -> int:
    """How many principles are answered with yes."""
    return sum(status is CompletionStatus.YES for status in rate_principles(entry, known))


@cache
def list_answering_fields(letter: str) -> tuple[FieldPath, ...]:
    """The questions whose own answer says something of a principle."""
    return tuple(point for point in walk_fields(Agreement) if any(answer.split(".")[0] == letter for answer in point.field.answers))


def is_field_answered(agreement: Agreement, point: FieldPath) -> bool:
    """Whether a question is answered anywhere in an agreement."""
    return any(getattr(record, point.field.name) for record in find_holding_records(agreement, point.way))
