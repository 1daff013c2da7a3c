"""The budget lines of the agreements by who pays, year by year; never added to the grants, which may pay for the same."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ..model.field import Choice, choice_label
from ..model.grants import NO_YEAR, Quantity, allocate_by_year
from ..text.localized import Text, make_danish_sort_key
from .portfolio import PortfolioEntry
from .report import NAME, STATUS, TITLE, ReportRow, ReportTable, text_column
from .yearly import CURRENCY, build_year_columns, list_yearly_amounts, sum_years

BY_PAYER = Text(da="Budgetposter fordelt på betalere", en="Budget items by payer")
NOTE = Text(
    da="Et tilskud kan betale for poster i budgettet, så tallene er ikke lagt sammen med tilskuddene.",
    en="A grant may pay for items of the budget, so these figures are not added to the grants.",
)


class NoPayer(Choice):
    """Stands where a line does not say who pays."""

    NO_PAYER = choice_label("ingen_betaler", "(betaler ikke angivet)", "(payer not given)")


class Paid(NamedTuple):
    """What somebody pays of the budget of an agreement in each year, in one currency."""

    entry: PortfolioEntry
    payer: str | None
    currency: str
    years: Mapping[int, int]


def build_budget(entries: Iterable[PortfolioEntry], until: int) -> ReportTable:
    """The budget lines of each agreement by payer."""
    paids = [paid for entry in entries for paid in list_paid(entry, until)]
    years = tuple(sorted({year for paid in paids for year in paid.years}))
    columns = (
        TITLE,
        text_column("payer", "Betaler", "Payer"),
        *build_year_columns(years),
        CURRENCY,
        STATUS._replace(detail=True),
        NAME._replace(detail=True),
    )
    rows = tuple(
        ReportRow(
            (
                paid.entry.title,
                paid.payer or NoPayer.NO_PAYER,
                *list_yearly_amounts(years, paid.years, paid.currency),
                paid.currency,
                paid.entry.standing,
                paid.entry.name,
            ),
            paid.entry,
        )
        for paid in paids
    )
    return ReportTable("budget", BY_PAYER, columns, rows, (NOTE,) if rows else ())


def list_paid(entry: PortfolioEntry, until: int) -> list[Paid]:
    """What each payer pays of a budget, as far as it can be counted, kroner first and then by name."""
    sums: dict[tuple[str, str], list[Mapping[int, int]]] = {}
    for line in entry.agreement.budget:
        years = allocate_by_year(Quantity(line.amount.cents, line.per), entry.agreement.period, until)
        if years and NO_YEAR not in years:
            name = entry.agreement.find_party_name(line.paid_by) if line.paid_by else ""
            sums.setdefault((name, line.currency), []).append(years)
    ordered = sorted(sums, key=lambda key: (key[1] != "DKK", key[1], make_danish_sort_key(key[0])))
    return [Paid(entry, name or None, currency, sum_years(sums[name, currency])) for name, currency in ordered]
