"""The report of development: the portfolio at two times, side by side."""

from dataclasses import replace
from datetime import date

from ..agreement.amounts import Money, Number
from ..agreement.choices import Status
from ..agreement.field import Choice, word
from ..agreement.standing import Standing, standing
from ..text import Text, collation
from .figures import figures
from .portfolio import Entry, Portfolio
from .table import NAME, TITLE, Cell, Column, Kind, Paper, Row, Table, rows, words

TITLE_OF = Text(da="Udvikling fra {then} til {now}", en="Development from {then} to {now}")
BY_DATES = Text(
    da="Regnet ud efter datoerne i filerne, som de står nu. Idéer og udkast siger intet om fortiden og er ikke med; det er de, når I sammenligner med en udgave i git.",
    en="Reckoned from the dates in the files as they stand now. Ideas and drafts say nothing of the past and are left out; compare with a revision in git to see them.",
)


def development(now: Portfolio, then: Portfolio, name: str | None = None) -> Paper:
    """The figures of two portfolios, and what came, went and changed. `name`: what the earlier one is called where its day is no name."""
    title = TITLE_OF.filled(then=name or then.today, now=now.today)
    dated = now if name else replace(now, entries=tuple(entry for entry in now.entries if not entry.on_the_way))
    return Paper("development", title, now.today, (compared(now, then, name), changed(dated, then)), () if name else (BY_DATES,))


def compared(now: Portfolio, then: Portfolio, name: str | None) -> Table:
    """Each figure then, now, and the difference."""
    before, after = ({one.key: one for one in figures(each)} for each in (then, now))
    earlier = Text(name, name) if name else Text("{day}", "{day}").filled(day=then.today)
    columns = (
        words("figure", "Nøgletal", "Figure"), Column("before", earlier), Column("after", Text("{day}", "{day}").filled(day=now.today)),
        words("difference", "Forskel", "Difference"), Column("key", Text(da="Nøgle", en="Key"), Kind.NAME, detail=True),
    )  # fmt: skip
    made: list[tuple[Cell, ...]] = []
    for key in (one for one in dict.fromkeys((*after, *before)) if name or one not in UNDATED):
        old, new = (each[key].value if key in each else None for each in (before, after))
        made.append(((after.get(key) or before[key]).title, old, new, difference(old, new), key))
    return Table("figures", Text(da="Nøgletal", en="Key figures"), columns, rows(made))


UNDATED = frozenset({"on_the_way", "overdue", "soon"})
"""Figures of which files as they stand now tell nothing of the past."""


def difference(old: Cell, new: Cell) -> Cell:
    """How much a figure grew; nothing where it cannot be told."""
    if isinstance(old, Money) and isinstance(new, Money) and old.currency == new.currency:
        return Money(new.cents - old.cents, new.currency)
    if isinstance(old, Number) and isinstance(new, Number):
        return Number(new.hundredths - old.hundredths)
    return new - old if isinstance(old, int) and isinstance(new, int) else None


class Fate(Choice):
    """What stands where an agreement was not there, or is not any more."""

    NEW = word("ny", "Ny", "New")
    GONE = word("væk", "Ikke med mere", "Gone")


def changed(now: Portfolio, then: Portfolio) -> Table:
    """The agreements that came, went, or stand otherwise."""
    before, after = ({entry.name: entry for entry in each.entries} for each in (then, now))
    columns = (TITLE, Column("before", Text(da="Før", en="Before")), Column("after", Text(da="Nu", en="Now")), NAME._replace(detail=True))
    made = [change(before.get(name), after.get(name), name) for name in {**before, **after}]
    found = sorted((row for row in made if row), key=lambda row: collation(str(row.cells[0])))
    title = Text(da="Hvad der kom, gik og ændrede sig", en="What came, went and changed")
    return Table("changes", title, columns, tuple(found), empty=Text(da="Ingen ændringer.", en="No changes."))


def change(old: Entry | None, new: Entry | None, name: str) -> Row | None:
    """What became of an agreement; nothing where it stands as it stood."""
    shown = new or old
    if shown is None or (old and new and old.standing is new.standing):
        return None
    return Row((shown.title, old.standing if old else Fate.NEW, new.standing if new else Fate.GONE, name), shown)


def seen_on(whole: Portfolio, earlier: date) -> Portfolio:
    """The same files on an earlier day: what had not been agreed yet is left out, and what has ended since held then."""
    seen = (entry._replace(signings=replace(entry.signings, today=earlier)) for entry in whole.entries)
    entries = tuple(entry._replace(standing=one) for entry in seen if (one := stood_on(entry, earlier)))
    return replace(whole, today=earlier, entries=entries, broken=())


def stood_on(entry: Entry, earlier: date) -> Standing | None:
    """How an agreement stood on an earlier day, as far as its dates tell; nothing where it was not there."""
    agreement = entry.agreement
    period, signed = agreement.period, min((one.date for one in agreement.signatures), default=None)
    if agreement.status in {Status.IDEA, Status.DRAFT}:
        return None
    begun = period.start if period else signed or min((one.date for one in agreement.log), default=date.min)
    if earlier < begun:
        complete = Standing.SIGNED if entry.signings.is_complete() else Standing.COMING
        return complete if signed and signed <= earlier else None
    if agreement.status is Status.ENDED:
        return Standing.ACTIVE if period and period.end and earlier <= period.end else Standing.ENDED
    return standing(agreement, earlier, entry.signings.is_complete)
