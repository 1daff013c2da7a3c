"""ØKO03 in every way a grant is written: payments that some fair reading allows, and payments that none does."""

import json
from pathlib import Path

import pytest
from conftest import TODAY, Runner
from laying import TODAY as DAY, clean, laid, profile

from partnerskab_cli.check import CheckOptions, check_bytes
from partnerskab_cli.rules.rule import CheckDates

SETTINGS = CheckOptions(profile("tønder"), CheckDates(DAY), select=("ØKO03",))
ALL_2026 = "{start: 2026-01-01, slut: 2026-12-31}"
TWELVE_WEEKS = "{start: 2026-01-05, slut: 2026-03-29}"
TEN_MONTHS = "{start: 2026-09-01, slut: 2027-06-30}"
SEVEN_MONTHS_AND_MORE = "{start: 2026-10-10, slut: 2027-05-31}"
THREE_YEARS = "{start: 2026-01-01, slut: 2028-12-31}"
ONGOING = "periode: {start: 2026-01-01, løbende: ja}\n"
CASES = [
    # a week
    ("beløb: 100, pr: uge", TWELVE_WEEKS, ["1200"], ""),
    ("beløb: 100, pr: uge", TWELVE_WEEKS, ["400", "400", "400"], ""),
    ("beløb: 100, pr: uge", TWELVE_WEEKS, ["100"], ""),
    ("beløb: 100, pr: uge", TWELVE_WEEKS, ["1300"], "1.200 kr. i alt"),
    ("beløb: 100, pr: uge", TWELVE_WEEKS, ["866,66"], "1.200 kr. i alt"),
    ("beløb: 100, pr: uge", "{start: 2026-01-05, slut: 2027-01-03}", ["5200"], ""),
    ("beløb: 200, pr: uge", ALL_2026, ["10400"], ""),
    ("beløb: 200, pr: uge", ALL_2026, ["10428,57"], ""),
    ("beløb: 200, pr: uge", ALL_2026, ["10600"], ""),
    ("beløb: 200, pr: uge", ALL_2026, ["10600,01"], "10.428,57 kr. i alt"),
    ("beløb: 200, pr: uge", ALL_2026, ["10399,99"], "10.428,57 kr. i alt"),
    # a month
    ("beløb: 900, pr: måned", "{start: 2026-04-20, slut: 2026-06-05}", ["900"], ""),
    ("beløb: 900, pr: måned", "{start: 2026-04-20, slut: 2026-06-05}", ["900", "900"], ""),
    ("beløb: 900, pr: måned", "{start: 2026-04-20, slut: 2026-06-05}", ["2700"], "1.393,55 kr. i alt"),
    ("beløb: 1000, pr: måned", "{start: 2026-01-31, slut: 2026-02-28}", ["1000"], ""),
    ("beløb: 1000, pr: måned", "{start: 2026-01-31, slut: 2026-02-28}", ["2000"], "1.000 kr. i alt"),
    ("beløb: 1000, pr: måned", "{start: 2026-01-15, slut: 2026-01-31}", ["1000"], ""),
    # a quarter
    ("beløb: 3000, pr: kvartal", "{start: 2026-02-01, slut: 2026-10-31}", ["3000", "3000", "3000"], ""),
    ("beløb: 3000, pr: kvartal", "{start: 2026-02-01, slut: 2026-10-31}", ["12000"], "9.000 kr. i alt"),
    ("beløb: 3000, pr: kvartal", "{start: 2026-02-01, slut: 2026-09-30}", ["8000"], ""),
    # a year
    ("beløb: 24000, pr: år", TEN_MONTHS, ["20000"], ""),
    ("beløb: 24000, pr: år", TEN_MONTHS, ["8000", "12000"], ""),
    ("beløb: 24000, pr: år", TEN_MONTHS, ["24000"], ""),
    ("beløb: 24000, pr: år", TEN_MONTHS, ["22000"], "20.000 kr. i alt"),
    ("beløb: 24000, pr: år", SEVEN_MONTHS_AND_MORE, ["14000"], ""),
    ("beløb: 24000, pr: år", SEVEN_MONTHS_AND_MORE, ["16000"], ""),
    ("beløb: 24000, pr: år", SEVEN_MONTHS_AND_MORE, ["18000"], "15.419,35 kr. i alt"),
    ("beløb: 1000, pr: år", "{start: 2026-01-01, slut: 2026-10-31}", ["833,33"], ""),
    ("beløb: 1000, pr: år", "{start: 2026-01-01, slut: 2026-10-31}", ["833,34"], ""),
    ("beløb: 1000, pr: år", "{start: 2026-01-01, slut: 2026-10-31}", ["833,35"], "833,33 kr. i alt"),
    ("beløb: 12000, pr: år", THREE_YEARS, ["12000", "12000", "12000"], ""),
    ("beløb: 12000, pr: år", THREE_YEARS, ["12000", "12000"], "36.000 kr. i alt"),
    # in all
    ("beløb: 30000", "{start: 2026-10-01, slut: 2027-06-30}", ["10000", "20000"], ""),
    ("beløb: 30000", "{start: 2026-10-01, slut: 2027-06-30}", ["10000", "10000"], "30.000 kr. i alt"),
    # adjusted each year
    ("beløb: 10000, pr: år, regulering: {procent: 2}", THREE_YEARS, ["10000", "10200", "10404"], ""),
    ("beløb: 10000, pr: år, regulering: {procent: 2}", THREE_YEARS, ["30000"], ""),
    ("beløb: 10000, pr: år, regulering: {procent: 2, afrunding: 100}", THREE_YEARS, ["10000", "10200", "10400"], ""),
    ("beløb: 10000, pr: år, regulering: {procent: 2}", THREE_YEARS, ["35000"], "30.604 kr. i alt"),
    ("beløb: 10000, pr: år, regulering: {indeks: KL's skøn}", THREE_YEARS, ["30911"], ""),
    ("beløb: 10000, pr: år, regulering: {indeks: KL's skøn}", THREE_YEARS, ["20000"], "30.000 kr. i alt"),
    ("beløb: 10000, pr: år, regulering: {procent: 2}", ALL_2026, ["10200"], "10.000 kr. i alt"),
    # what cannot be counted
    ("beløb: 500, pr: gang", ALL_2026, ["2000"], ""),
    ("beløb: 500, pr: person", ALL_2026, ["1234,56"], ""),
    ("beløb: 500, efter_budget: ja", ALL_2026, ["400"], ""),
    ("beløb: mange penge", ALL_2026, ["400"], ""),
    ("beløb: 100, pr: uge", "{start: 2026-01-05, slut: snart}", ["1300"], ""),
]  # fmt: skip
OPEN = [
    ("beløb: 12000, pr: år", ["12000"], ""),
    ("beløb: 12000, pr: år", ["12000", "12000"], ""),
    ("beløb: 12000, pr: år", ["12000", "6000"], "12.000 kr. om året"),
    ("beløb: 100, pr: uge", ["1000"], ""),
    ("beløb: 100, pr: uge", ["1050"], "100 kr. om ugen"),
    ("beløb: 12000, pr: år, regulering: {procent: 2}", ["12000", "12240"], ""),
    ("beløb: 12000", ["12000"], ""),
    ("beløb: 12000", ["24000"], "12.000 kr. i alt"),
    ("beløb: 0, pr: år", ["12000"], "0 kr. om året"),
]


def grant(amount: str, paid: list[str], period: str = "") -> str:
    days = f", bevillingsperiode: {period}" if period else ""
    payments = ", ".join(f'{{dato: 2026-02-0{number}, beløb: "{each}"}}' for number, each in enumerate(paid, 1))
    return f"tilskud: {{{amount}{days}, udbetalinger: [{payments}], lovgrundlag: sel_18, regnskab: {{frist: 2028-04-01}}, ubrugt: tilbagebetales}}"


def said(text: str) -> list[str]:
    """What ØKO03 says of an agreement."""
    _, report = check_bytes(laid(text, "samarbejdsaftale").encode(), "samarbejdsaftale.yaml", SETTINGS)
    return [diagnostic.message.da for diagnostic in report.diagnostics if diagnostic.code == "ØKO03"]


@pytest.mark.parametrize(("amount", "period", "paid", "wanted"), CASES)
def test_payments_are_held_against_every_fair_reading(amount: str, period: str, paid: list[str], wanted: str) -> None:
    result = said(grant(amount, paid, period))
    assert len(result) == bool(wanted)
    assert all(f"men tilskuddet er på {wanted}." in item.replace("\N{NO-BREAK SPACE}", " ") for item in result)


@pytest.mark.parametrize(("amount", "paid", "wanted"), OPEN)
def test_without_an_end_any_whole_number_of_times_is_fair(amount: str, paid: list[str], wanted: str) -> None:
    result = said(ONGOING + grant(amount, paid))
    assert len(result) == bool(wanted)
    assert all(f"men tilskuddet er på {wanted}." in item.replace("\N{NO-BREAK SPACE}", " ") for item in result)


COUNTED = [(grant(amount, paid, period), wanted) for amount, period, paid, wanted in CASES if wanted]


@pytest.mark.parametrize(("text", "wanted"), COUNTED)
def test_the_report_says_the_same_sum(quick: Runner, tmp_path: Path, text: str, wanted: str) -> None:
    (tmp_path / "agreements").mkdir()
    (tmp_path / "agreements" / "samarbejdsaftale.yaml").write_text(laid(text, "samarbejdsaftale"), encoding="utf-8")
    ran = quick("portfolio", "economy", "--format", "json", "--today", TODAY, cwd=tmp_path)
    (table,) = [item for item in json.loads(ran.out)["tables"] if item["key"] == "grants"]
    (row,) = table["rows"]
    number = wanted.removesuffix(" kr. i alt").replace(".", "").replace(",", ".")
    assert float(row["total"]["amount"]) == float(number)


def test_an_agreement_without_a_grant_is_left_alone() -> None:
    _, report = check_bytes(clean("samarbejdsaftale").encode(), "samarbejdsaftale.yaml", SETTINGS)
    assert report.diagnostics == ()
