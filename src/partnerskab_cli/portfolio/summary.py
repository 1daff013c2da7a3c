"""The overview of everything: the few figures that matter, every agreement, and how they spread."""

from collections.abc import Callable, Iterable, Sequence

from ..agreement.agreement import Agreement
from ..agreement.amounts import DAY, Duration, Money
from ..agreement.choices import Formality, PartnershipType, Side, Theme
from ..agreement.field import Choice, word
from ..agreement.standing import Standing, last_end
from ..agreement.sums import NO_YEAR
from ..text import Text
from . import checklist, coverage, deadlines, left_out, meeting, principles
from .due import next_due, what
from .figures import figures
from .portfolio import Broken, Entry, Portfolio
from .rows import fulfilled, granted
from .table import NAME, STATUS, TITLE, Cell, Chart, Column, Form, Kind, Paper, Row, Table, day, money, number, rows, words

TITLE_OF = Text(da="Overblik over aftalerne", en="Overview of the agreements")


class Unread(Choice):
    """Where a status should stand of a file that could not be read."""

    UNREADABLE = word("ulæselig", "Kan ikke læses", "Cannot be read")


NEAR = Duration(90, DAY)


def summary(whole: Portfolio) -> Paper:
    """Everything on one paper. Each agreement stands in the main table, also the files that could not be read."""
    tables = (
        key_figures(whole), every_agreement(whole), *spreads(whole), coverage.by_place(whole), by_year(whole),
        checklist.by_point(whole.in_force), principles.by_principle(whole.in_force, whole.profile.principles),
        meeting.ending(whole, NEAR), near(whole), *left_out.left_out(left_out.grants(whole.entries, whole.today.year)),
    )  # fmt: skip
    return Paper("summary", TITLE_OF, whole.today, tables, chief="agreements")


AGREEMENTS = (
    TITLE, STATUS, words("form", "Form", "Form", detail=True), words("type", "Type", "Type", detail=True), words("themes", "Område", "Theme", detail=True),
    words("places", "Steder", "Places", detail=True), words("associations", "Foreninger", "Associations", detail=True),
    day("start", "Begynder", "Begins", detail=True), day("end", "Slutter", "Ends"), Column("checklist", Text(da="Punkter", en="Points"), Kind.NUMBER),
    Column("principles", Text(da="Holdepunkter", en="Principles"), Kind.NUMBER, detail=True), day("next", "Næste frist", "Next deadline")._replace(spare=True),
    words("next_what", "Hvad", "What")._replace(spare=True), NAME, Column("path", Text(da="Fil", en="File"), Kind.NAME, detail=True),
    words("reason", "Hvorfor ikke læst", "Why not read", detail=True),
)  # fmt: skip


def every_agreement(whole: Portfolio) -> Table:
    """Every agreement, and every file that could not be read."""
    made = (*(agreement_row(entry, whole) for entry in whole.entries), *(broken_row(one) for one in whole.broken))
    return Table(
        "agreements", Text(da="Alle aftaler", en="All agreements"), AGREEMENTS, made, chart=Chart("title", ("start", "end"), timeline=True)
    )


def agreement_row(entry: Entry, whole: Portfolio) -> Row:
    """An agreement as a row."""
    one, period, coming = entry.agreement, entry.agreement.period, next_due(whole).get(entry.path)
    return Row((
        entry.title, entry.standing, one.formality, one.partnership_type, one.theme or None, one.geography or None,
        entry.parties(Side.VOLUNTARY) or None, period.start if period else None, last_end(one), fulfilled(entry),
        principles.lived_up_to(entry, whole.profile.principles), coming.duty.day if coming else None, what(coming) if coming else None,
        entry.name, entry.path, None,
    ), entry)  # fmt: skip


def broken_row(one: Broken) -> Row:
    """A file that could not be read, as a row."""
    known: dict[str, Cell] = {
        "title": one.reason, "status": Unread.UNREADABLE, "id": one.name, "path": one.path, "reason": one.reason,
    }  # fmt: skip
    return Row(tuple(known.get(column.key) for column in AGREEMENTS))


def key_figures(whole: Portfolio) -> Table:
    """The few figures that matter."""
    columns = (
        Column("figure", Text(da="Nøgletal", en="Figure")),
        Column("value", Text(da="I dag", en="Today")),
        Column("key", Text(da="Nøgle", en="Key"), Kind.NAME, detail=True),
    )
    made = [(one.title, one.value, one.key) for one in figures(whole)]
    return Table("figures", Text(da="Nøgletal", en="Key figures"), columns, rows(made), form=Form.FIGURES)


def spreads(whole: Portfolio) -> tuple[Table, ...]:
    """How many agreements there are of each status, form, type and theme."""
    return (
        by_status(whole),
        spread("forms", Text(da="Aftaleform", en="Form of agreement"), Formality, whole, lambda one: (one.formality,)),
        spread(
            "types",
            Text(da="Partnerskabstype", en="Type of partnership"),
            PartnershipType,
            whole,
            lambda one: (one.partnership_type or PartnershipType.NOT_CHOSEN,),
        ),
        spread("themes", Text(da="Område", en="Theme"), Theme, whole, lambda one: one.theme),
    )


def by_status(whole: Portfolio) -> Table:
    """How many agreements stand in each way; files that could not be read are counted too."""
    made: list[tuple[Cell, ...]] = [(one, len(whole.standing(one))) for one in Standing if whole.standing(one)]
    if whole.broken:
        made.append((Unread.UNREADABLE, len(whole.broken)))
    title = Text(da="Status", en="Status")
    return Table("statuses", title, (STATUS, number("agreements", "Aftaler", "Agreements")), rows(made))


def spread(key: str, title: Text, choice: type[Choice], whole: Portfolio, asked: Callable[[Agreement], Sequence[Choice]]) -> Table:
    """How many agreements answer with each word of a list."""
    columns = (
        Column(key.removesuffix("s"), title), number("in_force", "Gældende", "In force"), number("on_the_way", "På vej", "On the way"),
        number("over", "Slut", "Over"),
    )  # fmt: skip
    over = whole.standing(Standing.EXPIRED, Standing.ENDED)
    made: list[tuple[Choice, *tuple[int, ...]]] = [
        (one, *(having(one, group, asked) for group in (whole.in_force, whole.on_the_way, over))) for one in choice
    ]
    return Table(key, title, columns, rows([one for one in made if any(one[1:])]), chart=Chart(columns[0].key, ("in_force", "on_the_way")))


def having(word: Choice, entries: Iterable[Entry], asked: Callable[[Agreement], Sequence[Choice]]) -> int:
    """How many agreements answer with a word."""
    return sum(word in asked(entry.agreement) for entry in entries)


MONEY = (
    Column("year", Text(da="År", en="Year"), Kind.NUMBER), money("agreed", "Aftalt", "Agreed"), money("planned", "På vej", "On the way"),
    words("currency", "Valuta", "Currency", detail=True),
)  # fmt: skip


def by_year(whole: Portfolio) -> Table:
    """The grants of each year: agreed, and still in drafts; each currency on its own."""
    until = whole.today.year
    agreed = granted([entry for entry in whole.entries if not entry.on_the_way], until)
    planned = granted(whole.on_the_way, until)
    keys = sorted({*agreed, *planned}, key=lambda one: (one[0] != "DKK", one[0], one[1]))
    made = [
        (year, amount(agreed.get((currency, year)), currency), amount(planned.get((currency, year)), currency), currency)
        for currency, year in keys
        if year != NO_YEAR
    ]
    return Table(
        "money", Text(da="Tilskud år for år", en="Grants year by year"), MONEY, rows(made), chart=Chart("year", ("agreed", "planned"))
    )


def amount(cents: int | None, currency: str) -> Money | None:
    """An amount, or nothing where there is none."""
    return Money(cents, currency) if cents else None


def near(whole: Portfolio) -> Table:
    """What is overdue, and what falls due within 90 days."""
    table, *_ = deadlines.deadlines(whole, deadlines.Wanted(within=NEAR)).tables
    columns = (*table.columns[:-1], deadlines.KEY._replace(detail=True))
    return table._replace(title=Text(da="Frister inden for 90 dage", en="Deadlines within 90 days"), columns=columns, notes=())
