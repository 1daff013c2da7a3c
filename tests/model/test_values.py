"""Values as Danes write them, each read as what it means and never as what YAML would make of it."""

from datetime import date
from typing import NamedTuple

import pytest
from hypothesis import given, strategies as st

from partnerskab_cli.model.agreement import Agreement
from partnerskab_cli.model.amounts import (
    DAY,
    MONTH,
    QUARTER,
    WEEK,
    YEAR,
    Duration,
    Money,
    Number,
    Percent,
    Recurrence,
    YearDay,
    count_months_between,
)
from partnerskab_cli.model.field import Choice, ParseIssue, map_spellings_to_choices
from partnerskab_cli.model.record import Record, iter_record_types
from partnerskab_cli.model.types import VALUES, Cvr, Day, Fingerprint, Gln, Key, MunicipalityCode, RuleCode, Slug, Whole
from partnerskab_cli.profile.profile import Profile
from partnerskab_cli.text.localized import format_value


class Word(NamedTuple):
    text: str
    plain: bool = True


def read(kind: object, text: str, *, plain: bool = True) -> object:
    return VALUES[kind].read(Word(text, plain))


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("25000", 2500000),
        ("25_000", 2500000),
        ("1.250.000", 125000000),
        ("25.000,00", 2500000),
        ("12,5", 1250),
        ("12.50", 1250),
        ("0", 0),
        ("25.000 kr.", 2500000),
        ("DKK 300", 30000),
        ("999999999999", 99999999999900),
    ],
)
def test_an_amount_is_read_as_danes_write_it(text: str, cents: int) -> None:
    assert read(Money, text) == Money(cents)


def test_a_dot_before_three_digits_is_thousands_and_is_remarked_upon() -> None:
    remark = read(Money, "150.000")
    assert isinstance(remark, ParseIssue)
    assert (remark.code, remark.value, remark.better) == ("STR06", Money(15000000), "150000")
    assert read(Money, "150.000", plain=False) == Money(15000000)


@pytest.mark.parametrize("text", ["-5", "12.5000", "mange", "1.2.3", "9999999999999", "", "12,345", "NaN", "0x10", "1e3"])
def test_what_is_no_amount_is_refused(text: str) -> None:
    assert read(Money, text) == ParseIssue("STR04b")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-03-01", date(2026, 3, 1)),
        ("2028-02-29", date(2028, 2, 29)),
        ("1900-01-01", date(1900, 1, 1)),
        ("2100-12-31", date(2100, 12, 31)),
    ],
)
def test_an_iso_date_is_read_without_a_word(text: str, day: date) -> None:
    assert read(Day, text) == day


@pytest.mark.parametrize("text", ["1. marts 2026", "01.03.2026", "1/3-2026", "1-3-2026", "1 March 2026", "1. mar 2026", "01/03/2026"])
def test_a_danish_date_is_read_and_remarked_upon(text: str) -> None:
    remark = read(Day, text)
    assert isinstance(remark, ParseIssue)
    assert (remark.code, remark.value, remark.better) == ("STR07", date(2026, 3, 1), "2026-03-01")


@pytest.mark.parametrize(
    "text", ["2026-02-30", "2026-13-01", "31-02-2026", "20260301", "2026-W09-7", "1899-12-31", "2101-01-01", "i morgen", "1. marts"]
)
def test_a_day_that_does_not_exist_is_refused(text: str) -> None:
    assert read(Day, text) == ParseIssue("STR04b")


@pytest.mark.parametrize(
    ("text", "duration"),
    [
        ("3 måneder", Duration(3, MONTH)),
        ("3 months", Duration(3, MONTH)),
        ("P3M", Duration(3, MONTH)),
        ("30 dage", Duration(30, DAY)),
        ("2 år", Duration(2, YEAR)),
        ("én uge", Duration(1, WEEK)),
        ("Tre måneder", Duration(3, MONTH)),
        ("1 kvartal", Duration(1, QUARTER)),
    ],
)
def test_a_length_of_time_is_read_in_both_languages(text: str, duration: Duration) -> None:
    assert read(Duration, text) == duration


@pytest.mark.parametrize(
    ("text", "recurrence"),
    [
        ("2 om året", Recurrence(2, 2, YEAR)),
        ("3-4 om året", Recurrence(3, 4, YEAR)),
        ("hver måned", Recurrence(1, 1, MONTH)),
        ("hvert kvartal", Recurrence(1, 1, QUARTER)),
        ("hver anden uge", Recurrence(1, 1, WEEK, 2)),
        ("hver 6. måned", Recurrence(1, 1, MONTH, 6)),
        ("2 gange om året", Recurrence(2, 2, YEAR)),
        ("twice a year", Recurrence(2, 2, YEAR)),
        ("every month", Recurrence(1, 1, MONTH)),
        ("once a week", Recurrence(1, 1, WEEK)),
    ],
)
def test_a_frequency_is_read_in_both_languages(text: str, recurrence: Recurrence) -> None:
    assert read(Recurrence, text) == recurrence


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (bool, "ja", True),
        (bool, "NEJ", False),
        (bool, "yes", True),
        (bool, "false", False),
        (Cvr, "12345674", "12345674"),
        (Gln, "5790000000005", "5790000000005"),
        (MunicipalityCode, "0550", "550"),
        (MunicipalityCode, "550", "550"),
        (RuleCode, "OKO03", "ØKO03"),
        (RuleCode, "tjk05b", "TJK05b"),
        (Whole, "14", 14),
        (Number, "7,5", Number(750)),
        (Percent, "2,5 %", Percent(250)),
        (YearDay, "04-01", YearDay(4, 1)),
        (YearDay, "1. april", YearDay(4, 1)),
        (Key, "læring", "læring"),
        (Slug, "kaffe-paa-kanden", "kaffe-paa-kanden"),
        (Fingerprint, "1:9f2c41d07b6a", "1:9f2c41d07b6a"),
    ],
)
def test_other_kinds_are_read(kind: object, text: str, value: object) -> None:
    assert read(kind, text) == value


@pytest.mark.parametrize(
    ("kind", "text"),
    [(bool, "måske"), (bool, "1"), (Cvr, "1234567"), (Cvr, "2026-01-01"), (Cvr, "29 18-97 81"), (Gln, "579000000000"), (MunicipalityCode, "55"), (Whole, "-1"), (Whole, "1.5"), (Slug, "Kaffe"),
     (Slug, "../x"), (Slug, "a" * 81), (RuleCode, "TJK"), (YearDay, "13-01"), (Key, "Læring")],
)  # fmt: skip
def test_what_is_not_of_its_kind_is_refused(kind: object, text: str) -> None:
    assert read(kind, text) == ParseIssue("STR04b")


def test_a_cvr_number_with_blanks_is_read_and_remarked_upon() -> None:
    assert read(Cvr, "DK 13 74 81 36") == ParseIssue("JUR08b", "13748136", {"plain": "13748136"}, "13748136")


@pytest.mark.parametrize(
    ("value", "danish", "english"),
    [
        (date(2026, 3, 1), "1. marts 2026", "1 March 2026"),
        (Money(2500000), "25.000 kr.", "DKK 25,000"),
        (Money(1250), "12,50 kr.", "DKK 12.50"),
        (Money(100000, "EUR"), "1.000 EUR", "EUR 1,000"),
        (Duration(1, MONTH), "1 måned", "1 month"),
        (Duration(3, MONTH), "3 måneder", "3 months"),
        (Recurrence(3, 4, YEAR), "3-4 gange om året", "3-4 times a year"),
        (Recurrence(1, 1, MONTH), "hver måned", "every month"),
        (Recurrence(1, 1, WEEK, 2), "hver 2. uge", "every 2 weeks"),
        (Percent(250), "2,5 %", "2.5%"),
        (Number(750), "7,5", "7.5"),
        (True, "ja", "yes"),
        (("kaffe", "te", "kage"), "kaffe, te og kage", "kaffe, te and kage"),
    ],
)
def test_a_value_says_itself_in_both_languages(value: object, danish: str, english: str) -> None:
    assert (format_value(value, "da"), format_value(value, "en")) == (danish, english)


def test_notice_before_a_month_end_is_clamped() -> None:
    assert Duration(3, MONTH).subtract_from(date(2026, 5, 31)) == date(2026, 2, 28)
    assert Duration(1, YEAR).add_to(date(2028, 2, 29)) == date(2029, 2, 28)


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.integers(0, 9999), st.sampled_from([DAY, WEEK, MONTH, QUARTER, YEAR]))
def test_a_shifted_day_never_leaves_the_known_years_nor_turns_round(day: date, number: int, unit: object) -> None:
    length = Duration(number, unit)  # type: ignore[arg-type]
    assert date(1900, 1, 1) <= length.subtract_from(day) <= day <= length.add_to(day) <= date(2100, 12, 31)


@given(st.dates(date(1950, 1, 1), date(2050, 12, 31)), st.integers(0, 240))
def test_a_period_of_whole_months_counts_as_many(start: date, months: int) -> None:
    end = Duration(months, MONTH).add_to(start)
    assert count_months_between(start, end) in {months, months - 1}


@given(st.integers(0, 10**12), st.booleans())
def test_an_amount_survives_being_said_and_read(cents: int, quoted: bool) -> None:  # noqa: FBT001 - a drawn value
    money = Money(cents)
    again = read(Money, money.localize("da"), plain=not quoted)
    assert again == money or (isinstance(again, ParseIssue) and again.value == money)


def enums() -> list[type[Choice]]:
    return sorted(Choice.__subclasses__(), key=lambda choice: choice.__name__)


@pytest.mark.parametrize("choice", enums(), ids=lambda item: item.__name__)
def test_every_word_of_a_list_is_read_in_danish_ascii_and_english(choice: type[Choice]) -> None:
    words = map_spellings_to_choices(choice)
    for item in choice:
        assert {words[item.value.key], words[item.get_key("en")], words[item.get_key("da")]} == {item}
        assert item.localize("da")
        assert item.localize("en")
    assert len(words) >= len(choice)


def records(record: type[Record] = Agreement) -> set[type[Record]]:
    return {record}.union(*(records(type_) for field in record.fields for type_ in iter_record_types(field.kind)))


def test_no_spelling_in_a_record_means_two_fields() -> None:
    for record in records() | records(Profile):
        spellings = [spelling for field in record.fields for spelling in set(field.spellings)]
        assert len(spellings) == len(set(spellings)), record
