"""The report of the checklist: thirteen points, agreement by agreement."""

from ..agreement.checklist import CHECKLIST, marks
from ..diagnostics import Mark
from ..text import Text
from .portfolio import Entry, Portfolio
from .rows import fulfilled
from .table import NAME, STATUS, TITLE, Column, Form, Kind, Paper, Row, Table, number, rows, words

TITLE_OF = Text(da="Tjeklisten", en="The checklist")
SOURCE = Text(
    da="Efter de 13 punkter i »Velfærd på flere måder« (2005). Et samarbejde behøver ikke svare på dem alle; jo mindre formelt, jo færre.",
    en="After the 13 points of “Velfærd på flere måder” (2005). A cooperation need not answer them all; the less formal, the fewer.",
)
ANSWERED = Column("answered", Text(da="Svar", en="Answers"), Kind.NUMBER)


def checklist(whole: Portfolio) -> Paper:
    """Each agreement that is not over against the thirteen points, and each point against the agreements."""
    entries = (*whole.in_force, *whole.on_the_way)
    return Paper("checklist", TITLE_OF, whole.today, (by_agreement(entries), by_point(entries)), (SOURCE,))


def by_agreement(entries: tuple[Entry, ...]) -> Table:
    """Thirteen marks for each agreement."""
    points = tuple(Column(f"item_{item.number}", Text(str(item.number), str(item.number)), Kind.MARK) for item in CHECKLIST)
    columns = (TITLE, *points, ANSWERED, STATUS._replace(detail=True), NAME._replace(detail=True))
    made = tuple(Row((one.title, *marks(one.agreement), fulfilled(one), one.standing, one.name), one) for one in entries)
    return Table("agreements", Text(da="Aftale for aftale", en="Agreement by agreement"), columns, made, form=Form.MATRIX)


def by_point(entries: tuple[Entry, ...]) -> Table:
    """How the agreements answer each point."""
    every = [marks(one.agreement) for one in entries]
    columns = (
        Column("item", Text(da="Nr.", en="No."), Kind.NUMBER), words("point", "Punkt", "Point"), number("yes", "Ja", "Yes"),
        number("partly", "Delvist", "Partly"), number("no", "Nej", "No"), number("not_relevant", "Ikke relevant", "Not relevant"),
    )  # fmt: skip
    made = rows(
        [(item.number, item.title, *(sum(one[item.number - 1] is mark for one in every) for mark in SHOWN_MARKS)) for item in CHECKLIST]
    )
    return Table("points", Text(da="Punkt for punkt", en="Point by point"), columns, made)


SHOWN_MARKS = (Mark.YES, Mark.PARTLY, Mark.NO, Mark.NOT_RELEVANT)
