"""The report of the checklist: thirteen points, agreement by agreement."""

from ..diagnostics import CompletionStatus
from ..model.checklist import CHECKLIST, rate_checklist
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
    count_fulfilled,
    make_rows,
    number_column,
    text_column,
)

TITLE_OF = Text(da="Tjeklisten", en="The checklist")
SOURCE = Text(
    da="Efter de 13 punkter i »Velfærd på flere måder« (2005). Et samarbejde behøver ikke svare på dem alle; jo mindre formelt, jo færre.",
    en="After the 13 points of “Velfærd på flere måder” (2005). A cooperation need not answer them all; the less formal, the fewer.",
)
ANSWERED = ReportColumn("answered", Text(da="Svar", en="Answers"), ColumnKind.NUMBER)


def build_checklist_report(portfolio: Portfolio) -> PortfolioReport:
    """Each agreement that is not over against the thirteen points, and each point against the agreements."""
    entries = (*portfolio.in_force, *portfolio.on_the_way)
    return PortfolioReport("checklist", TITLE_OF, portfolio.today, (build_marks_table(entries), build_item_table(entries)), (SOURCE,))


def build_marks_table(entries: tuple[PortfolioEntry, ...]) -> ReportTable:
    """Thirteen marks for each agreement."""
    points = tuple(ReportColumn(f"item_{item.number}", Text(str(item.number), str(item.number)), ColumnKind.MARK) for item in CHECKLIST)
    columns = (TITLE, *points, ANSWERED, STATUS._replace(detail=True), NAME._replace(detail=True))
    rows = tuple(
        ReportRow((entry.title, *rate_checklist(entry.agreement), count_fulfilled(entry), entry.standing, entry.name), entry)
        for entry in entries
    )
    return ReportTable("agreements", Text(da="Aftale for aftale", en="Agreement by agreement"), columns, rows, form=TableForm.MATRIX)


def build_item_table(entries: tuple[PortfolioEntry, ...]) -> ReportTable:
    """How the agreements answer each point."""
    every = [rate_checklist(entry.agreement) for entry in entries]
    columns = (
        ReportColumn("item", Text(da="Nr.", en="No."), ColumnKind.NUMBER), text_column("point", "Punkt", "Point"), number_column("yes", "Ja", "Yes"),
        number_column("partly", "Delvist", "Partly"), number_column("no", "Nej", "No"), number_column("not_relevant", "Ikke relevant", "Not relevant"),
    )  # fmt: skip
    rows = make_rows(
        [
            (item.number, item.title, *(sum(statuses[item.number - 1] is mark for statuses in every) for mark in SHOWN_MARKS))
            for item in CHECKLIST
        ]
    )
    return ReportTable("points", Text(da="Punkt for punkt", en="Point by point"), columns, rows)


SHOWN_MARKS = (CompletionStatus.YES, CompletionStatus.PARTLY, CompletionStatus.NO, CompletionStatus.NOT_RELEVANT)
