"""Amounts year by year as columns of a table."""

from collections.abc import Iterable, Mapping

from ..model.amounts import Money
from .report import ReportColumn, money_column, text_column

CURRENCY = text_column("currency", "Valuta", "Currency", detail=True)


def build_year_columns(years: tuple[int, ...]) -> tuple[ReportColumn, ...]:
    """A column for each year, and one for the sum."""
    return (*(money_column(f"y{year}", str(year), str(year)) for year in years), money_column("total", "I alt", "In all"))


def list_yearly_amounts(years: tuple[int, ...], by_year: Mapping[int, int], currency: str) -> tuple[Money | None, ...]:
    """An amount for each year, and the sum; nothing for a year without money."""
    each = (Money(by_year[year], currency) if by_year.get(year) else None for year in years)
    return (*each, Money(sum(by_year.values()), currency))


def sum_years(amounts: Iterable[Mapping[int, int]]) -> Mapping[int, int]:
    """Amounts of one currency added up year by year."""
    sums: dict[int, int] = {}
    for by_year in amounts:
        for year, cents in by_year.items():
            sums[year] = sums.get(year, 0) + cents
    return sums


def sort_currencies(currencies: Iterable[str]) -> list[str]:
    """The currencies in use, kroner first."""
    return sorted({str(currency) for currency in currencies}, key=lambda word: (word != "DKK", word))
