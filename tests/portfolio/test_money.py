"""Money over the years: every øre is there, once."""

from collections.abc import Mapping
from datetime import date, timedelta
from fractions import Fraction
from math import floor

import pytest
from hypothesis import given, strategies as st
from portfolios import agreement, example, whole

from partnerskab_cli.model.amounts import Money
from partnerskab_cli.model.choices import Per
from partnerskab_cli.model.grant_examples import SUM_EXAMPLES, get_hundredths
from partnerskab_cli.model.grants import (
    NO_YEAR,
    UNIT,
    Quantity,
    add_months,
    allocate_by_year,
    allocate_grant_by_year,
    measure_stretch,
    sum_yearly_grants,
)
from partnerskab_cli.model.time import Period
from partnerskab_cli.portfolio.economy import build_economy_report
from partnerskab_cli.portfolio.report import ReportTable, sum_grants_by_year

AMOUNTS = st.integers(0, 10**11)
STARTS = st.dates(date(1990, 1, 1), date(2060, 1, 1))
LENGTHS = st.integers(0, 4000)
COUNTED = (Per.WEEK, Per.MONTH, Per.QUARTER, Per.YEAR, Per.TOTAL)
A_DAY = timedelta(days=1)


def laid(quantity: Quantity, start: date, end: date | None, until: int = 2030) -> Mapping[int, int]:
    """A quantity over the years; there is something to lay out."""
    years = allocate_by_year(quantity, Period(start=start, end=end), until)
    assert years is not None
    return years


TABLE = [
    (100_00, Per.WEEK, "2026-01-05", "2026-03-29", {2026: 1_200_00}),
    (100_00, Per.WEEK, "2026-01-05", "2027-01-03", {2026: 5_157_14, 2027: 42_86}),
    (200_00, Per.WEEK, "2026-01-01", "2026-12-31", {2026: 10_428_57}),
    (900_00, Per.MONTH, "2026-04-20", "2026-06-05", {2026: 1_393_55}),
    (3_000_00, Per.QUARTER, "2026-02-01", "2026-10-31", {2026: 9_000_00}),
    (24_000_00, Per.YEAR, "2026-09-01", "2027-06-30", {2026: 8_000_00, 2027: 12_000_00}),
    (24_000_00, Per.YEAR, "2026-10-10", "2027-05-31", {2026: 5_419_35, 2027: 10_000_00}),
    (30_000_00, Per.TOTAL, "2026-10-01", "2027-06-30", {2026: 10_000_00, 2027: 20_000_00}),
    (1_000_00, Per.MONTH, "2026-01-31", "2026-02-28", {2026: 1_000_00}),
    (6_00, Per.WEEK, "2026-01-05", "2026-03-29", {2026: 72_00}),
]
"""The examples of the documentation, with the sums written out by hand."""


@pytest.mark.parametrize(("amount", "per", "start", "end", "years"), TABLE)
def test_an_example_comes_to_what_is_said_of_it(amount: int, per: Per, start: str, end: str, years: dict[int, int]) -> None:
    assert laid(Quantity(amount, per), date.fromisoformat(start), date.fromisoformat(end)) == years


def test_the_examples_of_the_documentation_are_these() -> None:
    assert [(get_hundredths(example), example.per, example.start.isoformat(), example.end.isoformat()) for example in SUM_EXAMPLES] == [
        row[:4] for row in TABLE
    ]


OTHERS = [
    (1_000_00, Per.MONTH, "2026-01-31", "2026-03-30", {2026: 2_000_00}),
    (1_000_00, Per.MONTH, "2026-01-30", "2026-02-28", {2026: 1_000_00}),
    (1_000_00, Per.MONTH, "2028-01-31", "2028-02-28", {2028: 966_67}),
    (1_000_00, Per.MONTH, "2026-12-15", "2027-02-14", {2026: 548_39, 2027: 1_451_61}),
    (12_000_00, Per.YEAR, "2028-02-29", "2029-02-28", {2028: 10_096_77, 2029: 1_903_23}),
    (7_00, Per.WEEK, "2026-12-31", "2027-01-06", {2026: 1_00, 2027: 6_00}),
    (100_00, Per.TOTAL, "2026-12-31", "2026-12-31", {2026: 100_00}),
    (366_00, Per.TOTAL, "2027-12-15", "2028-12-14", {2027: 16_73, 2028: 349_27}),
]


@pytest.mark.parametrize(("amount", "per", "start", "end", "years"), OTHERS)
def test_month_ends_leap_days_and_new_years_count_as_they_should(
    amount: int, per: Per, start: str, end: str, years: dict[int, int]
) -> None:
    assert laid(Quantity(amount, per), date.fromisoformat(start), date.fromisoformat(end)) == years


@given(AMOUNTS, st.sampled_from(COUNTED), STARTS, LENGTHS, st.sampled_from([1, 100]))
def test_the_years_add_up_to_the_whole(amount: int, per: Per, start: date, days: int, step: int) -> None:
    end = start + timedelta(days=days)
    years = laid(Quantity(amount, per, step), start, end)
    exact = Fraction(amount) if per is Per.TOTAL else Fraction(amount * measure_stretch(start, end, per), UNIT[per])
    assert sum(years.values()) == floor(exact / step + Fraction(1, 2)) * step
    assert set(years) == set(range(start.year, end.year + 1))
    assert min(years.values()) >= 0


@given(AMOUNTS, st.sampled_from(COUNTED[:-1]), STARTS, LENGTHS, LENGTHS)
def test_a_year_that_is_over_comes_to_the_same_however_long_it_goes_on(amount: int, per: Per, start: date, days: int, more: int) -> None:
    end = start + timedelta(days=days)
    short, long, endless = (
        laid(Quantity(amount, per), start, item, until=end.year + 1) for item in (end, end + timedelta(days=more), None)
    )
    for year in range(start.year, end.year):
        assert short[year] == long[year] == endless[year]
    assert short[end.year] <= endless[end.year]


@given(st.integers(0, 10**9), STARTS, LENGTHS)
def test_a_year_is_twelve_months_and_four_quarters(amount: int, start: date, days: int) -> None:
    end = start + timedelta(days=days)
    by_month, by_quarter, a_year = (
        laid(Quantity(amount * times, per), start, end) for times, per in ((1, Per.MONTH), (3, Per.QUARTER), (12, Per.YEAR))
    )
    assert by_month == by_quarter == a_year


@given(AMOUNTS, AMOUNTS, st.sampled_from(COUNTED), STARTS, LENGTHS)
def test_two_amounts_come_to_as_much_as_their_sum(number: int, other: int, per: Per, start: date, days: int) -> None:
    end = start + timedelta(days=days)
    apart, together = (
        (laid(Quantity(number, per), start, end), laid(Quantity(other, per), start, end)),
        laid(Quantity(number + other, per), start, end),
    )
    assert all(abs(together[year] - sum(each[year] for each in apart)) <= 2 for year in together)
    assert all(apart[0][year] <= together[year] + 1 for year in together)


@given(st.dates(date(1990, 1, 1), date(2060, 1, 1)), st.integers(1, 60), LENGTHS)
def test_a_period_cut_between_two_months_is_as_long_as_its_parts(start: date, months: int, days: int) -> None:
    cut = add_months(start, months)
    end = cut + timedelta(days=days)
    assert measure_stretch(start, cut - A_DAY, Per.MONTH) == months * UNIT[Per.MONTH]
    if start.day == cut.day:
        assert measure_stretch(start, end, Per.MONTH) == months * UNIT[Per.MONTH] + measure_stretch(cut, end, Per.MONTH)


@given(st.sampled_from(COUNTED[:-1]), STARTS, LENGTHS)
def test_a_day_more_is_never_less(per: Per, start: date, days: int) -> None:
    end = start + timedelta(days=days)
    assert 0 < measure_stretch(start, end, per) < measure_stretch(start, end + A_DAY, per)


def test_an_open_end_runs_to_the_year_that_is_asked_for() -> None:
    assert laid(Quantity(120_00, Per.YEAR), date(2025, 7, 1), None, until=2027) == {2025: 60_00, 2026: 120_00, 2027: 120_00}
    assert laid(Quantity(120_00, Per.YEAR), date(2028, 7, 1), None, until=2027) == {}


def test_money_in_all_without_an_end_falls_in_the_first_year() -> None:
    assert laid(Quantity(500, Per.TOTAL), date(2025, 7, 1), None) == {2025: 500}


@pytest.mark.parametrize(("per", "cents"), [(Per.YEAR, 700), (Per.QUARTER, 2_800), (Per.MONTH, 8_400), (Per.WEEK, 36_500)])
def test_without_a_period_a_year_is_twelve_months_or_365_days(per: Per, cents: int) -> None:
    assert allocate_by_year(Quantity(700, per), None, 2030) == {NO_YEAR: cents}


@pytest.mark.parametrize("per", [Per.OCCASION, Per.PERSON])
def test_money_for_each_time_or_person_cannot_be_counted(per: Per) -> None:
    assert allocate_by_year(Quantity(500, per), Period(start=date(2025, 7, 1), end=None), 2027) is None


A_YEARLY_SUM = [
    ("beløb: 24000, pr: år, bevillingsperiode: {start: 2026-01-01, slut: 2028-12-31}", 24_000_00),
    ("beløb: 30000, bevillingsperiode: {start: 2026-10-01, slut: 2027-06-30}", 30_000_00),
    ("beløb: 100, pr: uge, bevillingsperiode: {start: 2026-01-05, slut: 2026-03-29}", 1_200_00),
    ("beløb: 100, pr: uge", 5_214_29),
    ("beløb: 60000, bevillingsperiode: {start: 2026-07-01, slut: 2027-12-31}", 40_000_00),
    ("beløb: 5000, pr: måned, bevillingsperiode: {start: 2026-07-01, slut: 2027-12-31}", 60_000_00),
    ("beløb: 500, pr: gang", 0),
    ("beløb: 500, pr: år, valuta: EUR", 0),
]


@pytest.mark.parametrize(("grant", "cents"), A_YEARLY_SUM)
def test_every_threshold_is_held_against_the_same_yearly_sum(grant: str, cents: int) -> None:
    assert sum_yearly_grants(agreement(f"tilskud: {{{grant}}}")) == cents


TWO_CURRENCIES = """
periode: {start: 2026-01-01, slut: 2026-12-31}
tilskud:
  - {beløb: 1000, lovgrundlag: sel_18}
  - {beløb: 2000, valuta: EUR, lovgrundlag: sel_18}
"""


def test_currencies_are_never_added_together() -> None:
    portfolio = whole(agreement(TWO_CURRENCIES))
    assert sum_grants_by_year(portfolio.entries, 2026) == {("DKK", 2026): 100_000, ("EUR", 2026): 200_000}
    bases = table(build_economy_report(portfolio).tables, "bases")
    assert [row.cells[bases.find_column("currency")] for row in bases.rows] == ["DKK", "EUR", "DKK", "EUR"]


TWO_YEARS = "bevillingsperiode: {start: 2026-01-01, slut: 2027-12-31}"
A_PAYMENT = "udbetalinger: {dato: 2026-02-01, beløb: 500}"
LEFT_OUT = [
    ("tilskud: {efter_budget: ja, udbetaling: engang}", ["følger budgettet", "hvornår det udbetales"]),
    ("tilskud: {beløb: 500, pr: gang, udbetalinger: {dato: 2026-02-01, beløb: 500}}", ["pr. gang"]),
    ("tilskud: {beløb: 500, bevillingsperiode: {start: 2026-05-01, slut: snart}, udbetalinger: {dato: 2026-02-01, beløb: 500}}", ["ingen periode"]),
    ("tilskud: {beløb: 500, udbetalinger: [{termin: efter aftale, beløb: 200}, {termin: 1. kvartal 2027, beløb: 300}]}", ["Dagen"]),
    ("tilskud: {beløb: 500, udbetalinger: [{dato: 2026-02-01, beløb: mange}]}", ["kan ikke læses"]),
    (f"tilskud: {{beløb: 500, pr: år, regulering: {{indeks: KL}}, {TWO_YEARS}, {A_PAYMENT}}}", ["før regulering"]),
    (f"tilskud: {{beløb: 500, regulering: {{procent: 2}}, {TWO_YEARS}, {A_PAYMENT}}}", ["før regulering"]),
    (f"tilskud: {{beløb: 500, pr: år, regulering: {{procent: 2}}, {TWO_YEARS}, {A_PAYMENT}}}", []),
    ("budget: [{post: Bus, beløb: 500, pr: person}, {post: Mad, beløb: 500}]", ["pr. person"]),
    ("bidrag: [{part: venner, timer: 3, pr: gang}, {part: kommunen, penge: 500}]", ["pr. gang"]),
    ("bidrag: {part: venner, art: viden, pr: gang}", []),
]  # fmt: skip


@pytest.mark.parametrize(("written", "reasons"), LEFT_OUT)
def test_a_report_ends_with_what_it_leaves_out_and_why(written: str, reasons: list[str]) -> None:
    tables = build_economy_report(whole(agreement(f"periode: {{start: 2026-01-01, slut: 2026-12-31}}\n{written}"))).tables
    left = [row.cells[2] for row in tables[-1].rows] if tables[-1].key == "left_out" else []
    assert len(left) == len(reasons)
    assert all(wanted in str(cell) for wanted, cell in zip(reasons, left, strict=True))


ON_ITS_WAY = {
    "tilskud: [{beløb: 500, pr: måned}, {efter_budget: ja}]": ["500 kr. om måneden", "uden beløb"],
    "budget: [{post: Bus, beløb: 500}, {post: Mad, beløb: 500}]": ["Budgetpost"],
    "bidrag: [{part: venner, timer: 3}, {part: kommunen, penge: 500}]": ["Bidrag"],
    "bidrag: {part: venner, art: viden}": [],
}


@pytest.mark.parametrize("status", ["idé", "udkast"])
@pytest.mark.parametrize(("written", "held"), ON_ITS_WAY.items())
def test_money_that_is_not_agreed_yet_is_named(status: str, written: str, held: list[str]) -> None:
    head = f"id: kaffe\ntitel: Kaffe\nformalitet: samarbejdsaftale\nstatus: {status}\n"
    draft = agreement(f"periode: {{start: 2026-01-01, slut: 2026-12-31}}\n{written}", head=head)
    tables = build_economy_report(whole(draft)).tables
    left = [row.cells[1:3] for row in tables[-1].rows] if tables[-1].key == "left_out" else []
    assert [getattr(reason, "da", None) for _, reason in left] == ["Aftalen er en idé eller et udkast."] * len(held)
    assert all(wanted in str(what) for wanted, (what, _) in zip(held, left, strict=True))


ADJUSTED = [
    ("procent: 2", {2026: 10_000_00, 2027: 10_200_00, 2028: 10_404_00}),
    ("procent: 2,5", {2026: 10_000_00, 2027: 10_250_00, 2028: 10_506_25}),
    ("procent: 2, afrunding: 100", {2026: 10_000_00, 2027: 10_200_00, 2028: 10_400_00}),
    ("procent: 0, afrunding: 1000", {2026: 10_000_00, 2027: 10_000_00, 2028: 10_000_00}),
    ("procent: 2, indeks: KL", {2026: 10_000_00, 2027: 10_000_00, 2028: 10_000_00}),
]


@pytest.mark.parametrize(("rule", "years"), ADJUSTED)
def test_a_fixed_percentage_is_counted_from_the_second_year(rule: str, years: dict[int, int]) -> None:
    item = agreement(
        f"periode: {{start: 2026-01-01, slut: 2028-12-31}}\ntilskud: {{beløb: 10000, pr: år, regulering: {{{rule}}}}}".replace(
            "2,5", '"2,5"'
        )
    )
    assert allocate_grant_by_year(item, item.grant[0], 2030) == years


BUDGET = """
periode: {start: 2026-07-01, slut: 2027-06-30}
roller: [{id: puljen, navn: Puljen}]
budget:
  - {post: Bus, beløb: 1000, part: kommunen}
  - {post: Kaffe, beløb: 100, pr: måned, part: kommunen}
  - {post: Telte, beløb: 300, part: puljen, valuta: EUR}
  - {post: Is, beløb: 50}
"""


def test_budget_lines_are_added_up_by_payer_and_never_with_grants() -> None:
    tables = build_economy_report(whole(agreement(BUDGET))).tables
    numbers = [[cell.cents if isinstance(cell, Money) else str(cell) for cell in row.cells[1:5]] for row in table(tables, "budget").rows]
    assert numbers[0][1:] == [25_00, 25_00, 50_00]
    assert numbers[1:] == [["Tønder Kommune", 1_100_00, 1_100_00, 2_200_00], ["Puljen", 150_00, 150_00, 300_00]]
    assert table(tables, "bases").rows == ()


def test_payments_fall_in_the_year_they_are_paid_in() -> None:
    payments = "[{dato: 2026-12-01, beløb: 400}, {termin: 1. kvartal 2027, beløb: 300}, {termin: aftales, beløb: 300}]"
    item = agreement(f"periode: {{start: 2027-01-01, slut: 2027-12-31}}\ntilskud: {{beløb: 1000, udbetalinger: {payments}}}")
    tables = build_economy_report(whole(item)).tables
    assert [row.cells[:2] for row in table(tables, "payments").rows] == [(2026, date(2026, 12, 1)), (2027, None)]
    assert [row.cells[:2] for row in table(tables, "payment_years").rows] == [(2026, Money(400_00)), (2027, Money(300_00))]


def table(tables: tuple[ReportTable, ...], key: str) -> ReportTable:
    return next(table for table in tables if table.key == key)


def test_the_example_record_sums_to_its_grants() -> None:
    portfolio = example()
    grants = sum_grants_by_year([entry for entry in portfolio.entries if not entry.on_the_way], 2026)
    whole_periods = sum(
        sum((allocate_grant_by_year(entry.agreement, grant, 2026) or {}).values())
        for entry in portfolio.entries
        if not entry.on_the_way
        for grant in entry.agreement.grant
    )
    assert sum(grants.values()) == whole_periods == 100_750_050


@pytest.mark.parametrize(("year", "cents"), [(2025, 20_333_333), (2026, 68_750_050), (2027, 11_000_000), (2028, 666_667)])
def test_the_example_record_year_by_year(year: int, cents: int) -> None:
    bases = table(build_economy_report(example()).tables, "bases")
    last = bases.rows[-1].cells[bases.find_column(f"y{year}")]
    assert getattr(last, "cents", None) == cents
