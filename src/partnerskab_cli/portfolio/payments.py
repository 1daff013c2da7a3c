"""The payments of the grants by the day they are made, and what each budget year pays."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from ..agreement.amounts import Money
from ..agreement.money import Payment
from ..text import Text
from .granted import Granted
from .table import NAME, STATUS, TITLE, Column, Kind, Row, Table, day, money, rows, words
from .yearly import CURRENCY, kroner_first

BY_DAY = Text(da="Efter udbetalingsdato", en="By payment date")
BY_BUDGET_YEAR = Text(da="Udbetalinger i hvert budgetår", en="Payments in each budget year")
NOTE = Text(
    da="Her står pengene i det år, de udbetales; ovenfor står de i de år, de er givet til.",
    en="Here the money is in the year in which it is paid; above it is in the years for which it is given.",
)
YEAR = Column("year", Text(da="Budgetår", en="Budget year"), Kind.NUMBER)
A_YEAR = re.compile(r"(?<![\w/.-])(?:19|20)[0-9]{2}(?![\w/-])")


def budget_year(payment: Payment) -> int | None:
    """The year a payment is made in: that of its day, else the one year that its term names."""
    if payment.date:
        return payment.date.year
    years = set(A_YEAR.findall(payment.term or ""))
    return int(years.pop()) if len(years) == 1 else None


Dated = tuple[int, Granted, Payment]


def dated(grants: Iterable[Granted]) -> list[Dated]:
    """The payments that have a budget year, by day; within a year those without one last."""
    found = [(year, grant, payment) for grant in grants for payment in grant.grant.payments if (year := budget_year(payment))]
    return sorted(found, key=lambda one: (one[0], one[2].date or date.max))


def payments(grants: Iterable[Granted]) -> tuple[Table, Table]:
    """Each payment, and what they come to in each budget year."""
    found = dated(grants)
    columns = (
        YEAR, day("day", "Dag", "Day"), TITLE, words("recipient", "Til", "To")._replace(spare=True), money("amount", "Beløb", "Amount"),
        words("term", "Termin", "Term", detail=True), CURRENCY, STATUS._replace(detail=True), NAME._replace(detail=True),
    )  # fmt: skip
    made = tuple(payment_row(*one) for one in found)
    return Table("payments", BY_DAY, columns, made, (NOTE,) if made else ()), by_budget_year(found)


def payment_row(year: int, grant: Granted, payment: Payment) -> Row:
    """A payment as a row."""
    entry, currency = grant.entry, grant.grant.currency
    amount = Money(payment.amount.cents, currency)
    return Row((year, payment.date, entry.title, grant.recipient, amount, payment.term, currency, entry.standing, entry.name), entry)


def by_budget_year(found: Sequence[Dated]) -> Table:
    """What the payments of each budget year come to, each currency on its own."""
    sums: dict[tuple[str, int], int] = {}
    for year, grant, payment in found:
        key = grant.grant.currency, year
        sums[key] = sums.get(key, 0) + payment.amount.cents
    ordered = [
        (currency, year)
        for currency in kroner_first(one for one, _ in sums)
        for year in sorted(year for one, year in sums if one == currency)
    ]
    made = [(year, Money(sums[currency, year], currency), currency) for currency, year in ordered]
    return Table("payment_years", BY_BUDGET_YEAR, (YEAR, money("paid", "Udbetales", "Paid"), CURRENCY), rows(made))
