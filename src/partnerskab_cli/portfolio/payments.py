"""The payments of the grants by the day they are made, and what each budget year pays."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from ..model.amounts import Money
from ..model.money import Payment
from ..text.localized import Text
from .granted import Granted
from .report import (
    NAME,
    STATUS,
    TITLE,
    ColumnKind,
    ReportColumn,
    ReportRow,
    ReportTable,
    date_column,
    make_rows,
    money_column,
    text_column,
)
from .yearly import CURRENCY, sort_currencies

BY_DAY = Text(da="Efter udbetalingsdato", en="By payment date")
BY_BUDGET_YEAR = Text(da="Udbetalinger i hvert budgetår", en="Payments in each budget year")
NOTE = Text(
    da="Her står pengene i det år, de udbetales; ovenfor står de i de år, de er givet til.",
    en="Here the money is in the year in which it is paid; above it is in the years for which it is given.",
)
YEAR = ReportColumn("year", Text(da="Budgetår", en="Budget year"), ColumnKind.NUMBER)
A_YEAR = re.compile(r"(?<![\w/.-])(?:19|20)[0-9]{2}(?![\w/-])")


def find_budget_year(payment: Payment) -> int | None:
    """The year a payment is made in: that of its day, else the one year that its term names."""
    if payment.date:
        return payment.date.year
    years = set(A_YEAR.findall(payment.term or ""))
    return int(years.pop()) if len(years) == 1 else None


Dated = tuple[int, Granted, Payment]


def list_dated_payments(grants: Iterable[Granted]) -> list[Dated]:
    """The payments that have a budget year, by day; within a year those without one last."""
    payments = [(year, grant, payment) for grant in grants for payment in grant.grant.payments if (year := find_budget_year(payment))]
    return sorted(payments, key=lambda payment: (payment[0], payment[2].date or date.max))


def build_payments(grants: Iterable[Granted]) -> tuple[ReportTable, ReportTable]:
    """Each payment, and what they come to in each budget year."""
    payments = list_dated_payments(grants)
    columns = (
        YEAR, date_column("day", "Dag", "Day"), TITLE, text_column("recipient", "Til", "To")._replace(spare=True), money_column("amount", "Beløb", "Amount"),
        text_column("term", "Termin", "Term", detail=True), CURRENCY, STATUS._replace(detail=True), NAME._replace(detail=True),
    )  # fmt: skip
    rows = tuple(build_payment_row(*item) for item in payments)
    return ReportTable("payments", BY_DAY, columns, rows, (NOTE,) if rows else ()), build_budget_year_table(payments)


def build_payment_row(year: int, grant: Granted, payment: Payment) -> ReportRow:
    """A payment as a row."""
    entry, currency = grant.entry, grant.grant.currency
    amount = Money(payment.amount.cents, currency)
    return ReportRow((year, payment.date, entry.title, grant.recipient, amount, payment.term, currency, entry.standing, entry.name), entry)


def build_budget_year_table(dateds: Sequence[Dated]) -> ReportTable:
    """What the payments of each budget year come to, each currency on its own."""
    sums: dict[tuple[str, int], int] = {}
    for year, grant, payment in dateds:
        key = grant.grant.currency, year
        sums[key] = sums.get(key, 0) + payment.amount.cents
    ordered = [
        (currency, year)
        for currency in sort_currencies(word for word, _ in sums)
        for year in sorted(year for word, year in sums if word == currency)
    ]
    rows = [(year, Money(sums[currency, year], currency), currency) for currency, year in ordered]
    return ReportTable("payment_years", BY_BUDGET_YEAR, (YEAR, money_column("paid", "Udbetales", "Paid"), CURRENCY), make_rows(rows))
