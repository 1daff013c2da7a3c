"""Money over the years: every øre is there, once."""

from calendar import monthrange
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given, strategies as st
from portfolios import agreement, example, whole

from partnerskab_cli.agreement.choices import Per
from partnerskab_cli.agreement.sums import by_year, grant_by_year
from partnerskab_cli.agreement.time import Period
from partnerskab_cli.portfolio.economy import economy
from partnerskab_cli.portfolio.rows import granted, uncounted
from partnerskab_cli.portfolio.table import Table

AMOUNTS = st.integers(0, 10**11)
STARTS = st.dates(date(1990, 1, 1), date(2060, 1, 1))
LENGTHS = st.integers(0, 4000)


def period(start: date, days: int) -> Period:
    return Period(start=start, end=start + timedelta(days=days))


@given(AMOUNTS, STARTS, LENGTHS)
def test_what_is_given_in_all_sums_to_itself(cents: int, start: date, days: int) -> None:
    laid = by_year(cents, Per.TOTAL, period(start, days), 2030)
    assert laid
    assert sum(laid.values()) == cents
    assert min(laid.values()) >= 0
    assert set(laid) == set(range(start.year, (start + timedelta(days=days)).year + 1))


@given(AMOUNTS, STARTS, LENGTHS)
def test_no_year_is_an_ore_from_its_share_of_days(cents: int, start: date, days: int) -> None:
    end = start + timedelta(days=days)
    laid = by_year(cents, Per.TOTAL, Period(start=start, end=end), 2030)
    assert laid
    if start.day == 1 and (end + timedelta(days=1)).day == 1:
        return
    for year, amount in laid.items():
        inside = (min(end, date(year, 12, 31)) - max(start, date(year, 1, 1))).days + 1
        assert abs(amount - Fraction(cents * inside, days + 1)) <= 1


@given(AMOUNTS, st.integers(2000, 2040), st.integers(1, 12), st.integers(1, 60))
def test_whole_months_weigh_alike_whatever_their_length(cents: int, year: int, month: int, count: int) -> None:
    last = year * 12 + month - 1 + count - 1
    end = date(last // 12, last % 12 + 1, monthrange(last // 12, last % 12 + 1)[1])
    laid = by_year(cents, Per.TOTAL, Period(start=date(year, month, 1), end=end), 2030)
    assert laid
    for one, amount in laid.items():
        months = sum((year * 12 + month - 1 + step) // 12 == one for step in range(count))
        assert abs(amount - Fraction(cents * months, count)) <= 1


@given(AMOUNTS, st.sampled_from([Per.YEAR, Per.QUARTER, Per.MONTH, Per.WEEK]), st.integers(2000, 2040), st.integers(1, 6))
def test_an_amount_a_year_comes_in_full_every_whole_year(cents: int, per: Per, year: int, years: int) -> None:
    times = {Per.YEAR: 1, Per.QUARTER: 4, Per.MONTH: 12, Per.WEEK: 52}[per]
    laid = by_year(cents, per, Period(start=date(year, 1, 1), end=date(year + years - 1, 12, 31)), 2030)
    assert laid == dict.fromkeys(range(year, year + years), cents * times)


@given(AMOUNTS, STARTS, LENGTHS)
def test_an_amount_a_year_sums_to_what_its_time_comes_to(cents: int, start: date, days: int) -> None:
    laid = by_year(cents, Per.YEAR, period(start, days), 2030)
    assert laid
    exact = Fraction(0)
    end = start + timedelta(days=days)
    for year in range(start.year, end.year + 1):
        inside = (min(end, date(year, 12, 31)) - max(start, date(year, 1, 1))).days + 1
        exact += Fraction(cents * inside, 366 if monthrange(year, 2)[1] == 29 else 365)
    if not (start.day == 1 and (end + timedelta(days=1)).day == 1):
        assert abs(sum(laid.values()) - exact) <= Fraction(1, 2)


def test_an_open_end_runs_to_the_year_that_is_asked_for() -> None:
    laid = by_year(120_00, Per.YEAR, Period(start=date(2025, 7, 1), end=None), 2027)
    assert laid == {2025: 60_00, 2026: 120_00, 2027: 120_00}


def test_money_in_all_without_an_end_falls_in_the_first_year() -> None:
    assert by_year(500, Per.TOTAL, Period(start=date(2025, 7, 1), end=None), 2027) == {2025: 500}


def test_money_for_each_time_cannot_be_counted() -> None:
    assert by_year(500, Per.OCCASION, Period(start=date(2025, 7, 1), end=None), 2027) is None


def test_a_leap_day_counts_as_a_day() -> None:
    laid = by_year(366_00, Per.TOTAL, Period(start=date(2027, 12, 15), end=date(2028, 12, 14)), 2030)
    assert laid == {2027: 17_00, 2028: 349_00}


TWO_CURRENCIES = """
periode: {start: 2026-01-01, slut: 2026-12-31}
tilskud:
  - {beløb: 1000, lovgrundlag: sel_18}
  - {beløb: 2000, valuta: EUR, lovgrundlag: sel_18}
"""


def test_currencies_are_never_added_together() -> None:
    portfolio = whole(agreement(TWO_CURRENCIES))
    assert granted(portfolio.entries, 2026) == {("DKK", 2026): 100_000, ("EUR", 2026): 200_000}
    bases = table(economy(portfolio).tables, "bases")
    assert [row.cells[bases.place("currency")] for row in bases.rows] == ["DKK", "EUR", "DKK", "EUR"]


def test_what_cannot_be_counted_is_named() -> None:
    one = agreement("periode: {start: 2026-01-01, slut: 2026-12-31}\ntilskud: {efter_budget: ja}\n")
    (note,) = uncounted(whole(one).entries, 2026)
    assert "kaffe" in note.da
    assert "kaffe" in note.en


def table(tables: tuple[Table, ...], key: str) -> Table:
    return next(one for one in tables if one.key == key)


def test_the_example_record_sums_to_its_grants() -> None:
    portfolio = example()
    laid = granted([entry for entry in portfolio.entries if not entry.on_the_way], 2026)
    whole_periods = sum(
        sum((grant_by_year(entry.agreement, grant, 2026) or {}).values())
        for entry in portfolio.entries
        if not entry.on_the_way
        for grant in entry.agreement.grant
    )
    assert sum(laid.values()) == whole_periods == 100_750_050


@pytest.mark.parametrize(("year", "cents"), [(2025, 20_333_333), (2026, 68_750_050), (2027, 11_000_000), (2028, 666_667)])
def test_the_example_record_year_by_year(year: int, cents: int) -> None:
    bases = table(economy(example()).tables, "bases")
    last = bases.rows[-1].cells[bases.place(f"y{year}")]
    assert getattr(last, "cents", None) == cents
