"""Amounts year by year as columns of a table."""

from collections.abc import Iterable, Mapping

from ..agreement.amounts import Money
from .table import Column, money, words

CURRENCY = words("currency", "Valuta", "Currency", detail=True)


def year_columns(years: tuple[int, ...]) -> tuple[Column, ...]:
    """A column for each year, and one for the sum."""
    return (*(money(f"y{year}", str(year), str(year)) for year in years), money("total", "I alt", "In all"))


def amounts(years: tuple[int, ...], laid: Mapping[int, int], currency: str) -> tuple[Money | None, ...]:
    """An amount for each year, and the sum; nothing for a year without money."""
    each = (Money(laid[year], currency) if laid.get(year) else None for year in years)
    return (*each, Money(sum(laid.values()), currency))


def added(laid: Iterable[Mapping[int, int]]) -> Mapping[int, int]:
    """Amounts of one currency added up year by year."""
    sums: dict[int, int] = {}
    for one in laid:
        for year, cents in one.items():
            sums[year] = sums.get(year, 0) + cents
    return sums


def kroner_first(currencies: Iterable[str]) -> list[str]:
    """The currencies in use, kroner first."""
    return sorted({str(one) for one in currencies}, key=lambda one: (one != "DKK", one))
