"""The report of the partnership test: the six marks, agreement by agreement."""

from ..agreement.partnership_test import CRITERIA, Answer, partnership_test
from ..diagnostics import Mark
from ..text import LANGUAGES, Text, listed, lowered
from .portfolio import Entry, Portfolio
from .table import NAME, STATUS, TITLE, Column, Form, Kind, Paper, Row, Table, rows, words

TITLE_OF = Text(da="Partnerskabstest", en="Partnership test")
LEAD = Text(
    da="De seks kendetegn, som begge definitioner af et partnerskab deler. En aftale kan være god uden at være et partnerskab.",
    en="The six marks that both definitions of a partnership share. An agreement can be good without being a partnership.",
)
FORM = words("form", "Aftaleform", "Form of agreement")


def partnership(whole: Portfolio) -> Paper:
    """Each agreement that is not over against the six marks, and where each mark shows."""
    entries = (*whole.in_force, *whole.on_the_way)
    return Paper("partnership-test", TITLE_OF, whole.today, (by_agreement(entries), looked_at()), (LEAD,))


def by_agreement(entries: tuple[Entry, ...]) -> Table:
    """Six marks for each agreement."""
    short = tuple(Column(one.english, Text(one.key, one.english), Kind.MARK) for one in CRITERIA)
    columns = (
        TITLE,
        FORM,
        *short,
        Column("marks", Text(da="I alt", en="In all"), Kind.NUMBER),
        STATUS._replace(detail=True),
        NAME._replace(detail=True),
    )
    return Table(
        "agreements",
        Text(da="Aftale for aftale", en="Agreement by agreement"),
        columns,
        tuple(row(one) for one in entries),
        form=Form.MATRIX,
    )


def row(entry: Entry) -> Row:
    """An agreement as a row."""
    answers = partnership_test(entry.agreement, entry.signings.parties)
    marks = tuple(one.mark for one in answers)
    return Row((entry.title, entry.agreement.formality, *marks, passed(answers), entry.standing, entry.name), entry)


def passed(answers: tuple[Answer, ...]) -> int:
    """How many marks an agreement shows in full."""
    return sum(one.mark is Mark.YES for one in answers)


def looked_at() -> Table:
    """Each mark in words, and the fields in which it shows."""
    columns = (
        words("mark", "Kendetegn", "Mark"),
        words("meaning", "Det betyder", "It means"),
        words("fields", "Her ses det", "It shows in"),
    )
    made = [
        (
            Text(one.key, one.english),
            one.text,
            Text(*(listed([lowered(field.label).said(each) for field in one.fields], each) for each in LANGUAGES)),
        )
        for one in CRITERIA
    ]
    return Table("marks", Text(da="De seks kendetegn", en="The six marks"), columns, rows(made))
