"""The report of the partnership test: the six marks, agreement by agreement."""

from ..diagnostics import CompletionStatus
from ..model.partnership_test import CRITERIA, CriterionResult, rate_partnership
from ..text.localized import LANGUAGES, Text, decapitalize, join_words
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
    text_column,
)

TITLE_OF = Text(da="Partnerskabstest", en="Partnership test")
LEAD = Text(
    da="De seks kendetegn, som begge definitioner af et partnerskab deler. En aftale kan være god uden at være et partnerskab.",
    en="The six marks that both definitions of a partnership share. An agreement can be good without being a partnership.",
)
FORM = text_column("form", "Aftaleform", "Form of agreement")


def build_partnership_report(portfolio: Portfolio) -> PortfolioReport:
    """Each agreement that is not over against the six marks, and where each mark shows."""
    entries = (*portfolio.in_force, *portfolio.on_the_way)
    return PortfolioReport("partnership-test", TITLE_OF, portfolio.today, (build_criteria_table(entries), build_criteria_legend()), (LEAD,))


def build_criteria_table(entries: tuple[PortfolioEntry, ...]) -> ReportTable:
    """Six marks for each agreement."""
    short = tuple(ReportColumn(criterion.english, Text(criterion.key, criterion.english), ColumnKind.MARK) for criterion in CRITERIA)
    columns = (
        TITLE,
        FORM,
        *short,
        ReportColumn("marks", Text(da="I alt", en="In all"), ColumnKind.NUMBER),
        STATUS._replace(detail=True),
        NAME._replace(detail=True),
    )
    return ReportTable(
        "agreements",
        Text(da="Aftale for aftale", en="Agreement by agreement"),
        columns,
        tuple(build_criteria_row(entry) for entry in entries),
        form=TableForm.MATRIX,
    )


def build_criteria_row(entry: PortfolioEntry) -> ReportRow:
    """An agreement as a row."""
    answers = rate_partnership(entry.agreement, entry.signings.parties)
    marks = tuple(answer.mark for answer in answers)
    return ReportRow((entry.title, entry.agreement.formality, *marks, count_passed(answers), entry.standing, entry.name), entry)


def count_passed(answers: tuple[CriterionResult, ...]) -> int:
    """How many marks an agreement shows in full."""
    return sum(answer.mark is CompletionStatus.YES for answer in answers)


def build_criteria_legend() -> ReportTable:
    """Each mark in words, and the fields in which it shows."""
    columns = (
        text_column("mark", "Kendetegn", "Mark"),
        text_column("meaning", "Det betyder", "It means"),
        text_column("fields", "Her ses det", "It shows in"),
    )
    rows = [
        (
            Text(criterion.key, criterion.english),
            criterion.text,
            Text(*(join_words([decapitalize(field.label).localize(each) for field in criterion.fields], each) for each in LANGUAGES)),
        )
        for criterion in CRITERIA
    ]
    return ReportTable("marks", Text(da="De seks kendetegn", en="The six marks"), columns, make_rows(rows))
