"""The budget lines of the agreements by who pays, year by year; never added to the grants, which may pay for the same."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ..agreement.field import Choice, word
from ..agreement.sums import NO_YEAR, Quantity, by_year
from ..text import Text, collation
from .portfolio import Entry
from .table import NAME, STATUS, TITLE, Row, Table, words
from .yearly import CURRENCY, added, amounts, year_columns

BY_PAYER = Text(da="Budgetposter fordelt på betalere", en="Budget items by payer")
NOTE = Text(
    da="Et tilskud kan betale for poster i budgettet, så tallene er ikke lagt sammen med tilskuddene.",
    en="A grant may pay for items of the budget, so these figures are not added to the grants.",
)


class NoPayer(Choice):
    """Stands where a line does not say who pays."""

    NO_PAYER = word("ingen_betaler", "(betaler ikke angivet)", "(payer not given)")


class Paid(NamedTuple):
    """What somebody pays of the budget of an agreement in each year, in one currency."""

    entry: Entry
    payer: str | None
    currency: str
    years: Mapping[int, int]


def budget(entries: Iterable[Entry], until: int) -> Table:
    """The budget lines of each agreement by payer."""
    found = [one for entry in entries for one in paid(entry, until)]
    years = tuple(sorted({year for one in found for year in one.years}))
    columns = (
        TITLE,
        words("payer", "Betaler", "Payer"),
        *year_columns(years),
        CURRENCY,
        STATUS._replace(detail=True),
        NAME._replace(detail=True),
    )
    made = tuple(
        Row(
            (
                one.entry.title,
                one.payer or NoPayer.NO_PAYER,
                *amounts(years, one.years, one.currency),
                one.currency,
                one.entry.standing,
                one.entry.name,
            ),
            one.entry,
        )
        for one in found
    )
    return Table("budget", BY_PAYER, columns, made, (NOTE,) if made else ())


def paid(entry: Entry, until: int) -> list[Paid]:
    """What each payer pays of a budget, as far as it can be counted, kroner first and then by name."""
    sums: dict[tuple[str, str], list[Mapping[int, int]]] = {}
    for line in entry.agreement.budget:
        years = by_year(Quantity(line.amount.cents, line.per), entry.agreement.period, until)
        if years and NO_YEAR not in years:
            name = entry.agreement.party_name(line.paid_by) if line.paid_by else ""
            sums.setdefault((name, line.currency), []).append(years)
    ordered = sorted(sums, key=lambda one: (one[1] != "DKK", one[1], collation(one[0])))
    return [Paid(entry, name or None, currency, added(sums[name, currency])) for name, currency in ordered]
