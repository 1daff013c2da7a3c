"""The report of development: the portfolio at two times, side by side."""

from dataclasses import replace
from datetime import date

from ..model.amounts import Money, Number
from ..model.choices import Status
from ..model.field import Choice, choice_label
from ..model.status import EffectiveStatus, compute_effective_status
from ..text.localized import Text, make_danish_sort_key
from .portfolio import Portfolio, PortfolioEntry
from .report import NAME, TITLE, Cell, ColumnKind, PortfolioReport, ReportColumn, ReportRow, ReportTable, make_rows, text_column
from .summary import compute_metrics

TITLE_OF = Text(da="Udvikling fra {then} til {now}", en="Development from {then} to {now}")
BY_DATES = Text(
    da="Regnet ud efter datoerne i filerne, som de står nu. Idéer og udkast siger intet om fortiden og er ikke med; det er de, når I sammenligner med en udgave i git.",
    en="Reckoned from the dates in the files as they stand now. Ideas and drafts say nothing of the past and are left out; compare with a revision in git to see them.",
)


def build_development_report(now: Portfolio, then: Portfolio, name: str | None = None) -> PortfolioReport:
    """The figures of two portfolios, and what came, went and changed. `name`: what the earlier one is called where its day is no name."""
    title = TITLE_OF.format(then=name or then.today, now=now.today)
    dated = now if name else replace(now, entries=tuple(entry for entry in now.entries if not entry.on_the_way))
    return PortfolioReport(
        "development",
        title,
        now.today,
        (build_metric_table(now, then, name), build_changed_table(dated, then)),
        () if name else (BY_DATES,),
    )


def build_metric_table(now: Portfolio, then: Portfolio, name: str | None) -> ReportTable:
    """Each figure then, now, and the difference."""
    before, after = ({metric.key: metric for metric in compute_metrics(each)} for each in (then, now))
    earlier = Text(name, name) if name else Text("{day}", "{day}").format(day=then.today)
    columns = (
        text_column("figure", "Nøgletal", "Figure"), ReportColumn("before", earlier), ReportColumn("after", Text("{day}", "{day}").format(day=now.today)),
        text_column("difference", "Forskel", "Difference"), ReportColumn("key", Text(da="Nøgle", en="Key"), ColumnKind.NAME, detail=True),
    )  # fmt: skip
    words: list[tuple[Cell, ...]] = []
    for key in (word for word in dict.fromkeys((*after, *before)) if name or word not in UNDATED):
        old, new = (each[key].value if key in each else None for each in (before, after))
        words.append(((after.get(key) or before[key]).title, old, new, subtract_cells(old, new), key))
    return ReportTable("figures", Text(da="Nøgletal", en="Key figures"), columns, make_rows(words))


UNDATED = frozenset({"on_the_way", "overdue", "soon"})
"""Figures of which files as they stand now tell nothing of the past."""


def subtract_cells(old: Cell, new: Cell) -> Cell:
    """How much a figure grew; nothing where it cannot be told."""
    if isinstance(old, Money) and isinstance(new, Money) and old.currency == new.currency:
        return Money(new.cents - old.cents, new.currency)
    if isinstance(old, Number) and isinstance(new, Number):
        return Number(new.hundredths - old.hundredths)
    return new - old if isinstance(old, int) and isinstance(new, int) else None


class AbsenceReason(Choice):
    """What stands where an agreement was not there, or is not any more."""

    NEW = choice_label("ny", "Ny", "New")
    GONE = choice_label("væk", "Ikke med mere", "Gone")


def build_changed_table(now: Portfolio, then: Portfolio) -> ReportTable:
    """The agreements that came, went, or stand otherwise."""
    before, after = ({entry.name: entry for entry in each.entries} for each in (then, now))
    columns = (
        TITLE,
        ReportColumn("before", Text(da="Før", en="Before")),
        ReportColumn("after", Text(da="Nu", en="Now")),
        NAME._replace(detail=True),
    )
    changes = [build_change_row(before.get(name), after.get(name), name) for name in {**before, **after}]
    rows = sorted((row for row in changes if row), key=lambda row: make_danish_sort_key(str(row.cells[0])))
    title = Text(da="Hvad der kom, gik og ændrede sig", en="What came, went and changed")
    return ReportTable("changes", title, columns, tuple(rows), empty=Text(da="Ingen ændringer.", en="No changes."))


def build_change_row(old: PortfolioEntry | None, new: PortfolioEntry | None, name: str) -> ReportRow | None:
    """What became of an agreement; nothing where it stands as it stood."""
    shown = new or old
    if shown is None or (old and new and old.standing is new.standing):
        return None
    return ReportRow((shown.title, old.standing if old else AbsenceReason.NEW, new.standing if new else AbsenceReason.GONE, name), shown)


def view_as_of(portfolio: Portfolio, earlier: date) -> Portfolio:
    """The same files on an earlier day: what had not been agreed yet is left out, and what has ended since held then."""
    seen = (entry._replace(signings=replace(entry.signings, today=earlier)) for entry in portfolio.entries)
    entries = tuple(entry._replace(standing=status) for entry in seen if (status := find_status_on(entry, earlier)))
    return replace(portfolio, today=earlier, entries=entries, broken=())


def find_status_on(entry: PortfolioEntry, earlier: date) -> EffectiveStatus | None:
    """How an agreement stood on an earlier day, as far as its dates tell; nothing where it was not there."""
    agreement = entry.agreement
    period, signed = agreement.period, min((signature.date for signature in agreement.signatures), default=None)
    if agreement.status in {Status.IDEA, Status.DRAFT}:
        return None
    begun = period.start if period else signed or min((entry.date for entry in agreement.log), default=date.min)
    if earlier < begun:
        complete = EffectiveStatus.SIGNED if entry.signings.is_complete() else EffectiveStatus.COMING
        return complete if signed and signed <= earlier else None
    if agreement.status is Status.ENDED:
        return EffectiveStatus.ACTIVE if period and period.end and earlier <= period.end else EffectiveStatus.ENDED
    return compute_effective_status(agreement, earlier, entry.signings.is_complete)
