"""What people write for an amount, a day, a length of time or a frequency is read, and a schema takes what the reader takes."""

import json
import re
from datetime import date
from typing import NamedTuple

import pytest
from conftest import PROJECT, Runner
from hypothesis import given, strategies as st
from jsonschema import Draft7Validator

from partnerskab_cli.check import CheckOptions
from partnerskab_cli.check.fix import fix_bytes
from partnerskab_cli.create.json_schema_pieces import SchemaBuilder, make_scalar_schema
from partnerskab_cli.history.signature import dump_canonical_json, extract_signed_content
from partnerskab_cli.model.agreement import Agreement
from partnerskab_cli.model.amounts import (
    DAY,
    MONTH,
    MONTH_END,
    PERIOD_ENDS,
    QUARTER,
    QUARTER_END,
    WEEK,
    WORKING_DAY,
    YEAR,
    YEAR_END,
    Duration,
    Money,
    Percent,
    Recurrence,
    Unit,
    YearDay,
)
from partnerskab_cli.model.field import ParseIssue, ScalarType
from partnerskab_cli.model.notations import find_recurrence
from partnerskab_cli.model.types import VALUES, Day, Notice
from partnerskab_cli.rules.rule import CheckDates
from partnerskab_cli.source.profiles import read_profile
from partnerskab_cli.source.source_file import parse_text
from partnerskab_cli.text.localized import LANGUAGES, Language

FEBRUARY, MARCH = date(2027, 2, 1), date(2026, 3, 1)
FIRST_OF_MONTH = PERIOD_ENDS[-1]


class Word(NamedTuple):
    text: str
    plain: bool = True


def read(kind: object, text: str) -> object:
    value = VALUES[kind].read(Word(text))
    return value.value if isinstance(value, ParseIssue) else value


def fits_schema(value: ScalarType, text: str) -> bool:
    return Draft7Validator(make_scalar_schema(value, SchemaBuilder("da", {}))).is_valid(text)


NOTATIONS: list[tuple[object, str, object]] = [
    # as reported
    (Money, "5.000,-", Money(500000)), (Money, "kr. 5.000,-", Money(500000)), (Money, "5 000", Money(500000)), (Money, "500 kr", Money(50000)),
    (Money, "500,-", Money(50000)), (Money, "12,345.67", Money(1234567)),
    (Duration, "3 mdr.", Duration(3, MONTH)), (Duration, "3 mdr", Duration(3, MONTH)), (Duration, "3 md.", Duration(3, MONTH)),
    (Duration, "3 måneders varsel", Duration(3, MONTH)), (Duration, "tre måneder", Duration(3, MONTH)), (Duration, "et halvt år", Duration(6, MONTH)),
    (Duration, "1½ år", Duration(18, MONTH)), (Duration, "halvandet år", Duration(18, MONTH)), (Duration, "et kvartal", Duration(1, QUARTER)),
    (Duration, "10 hverdage", Duration(10, WORKING_DAY)), (Duration, "5 arbejdsdage", Duration(5, WORKING_DAY)),
    (Day, "1/2-27", FEBRUARY), (Day, "1.2.27", FEBRUARY), (Day, "1/2-2027", FEBRUARY), (Day, "1. feb. 2027", FEBRUARY),
    (Day, "31. dec. 2026", date(2026, 12, 31)), (Day, "2027-2-1", FEBRUARY), (Day, "01-02-2026 00:00", date(2026, 2, 1)),
    (Recurrence, "hvert halve år", Recurrence(2, 2, YEAR)), (Recurrence, "halvårligt", Recurrence(2, 2, YEAR)),
    (Recurrence, "hver anden uge", Recurrence(1, 1, WEEK, 2)), (Recurrence, "ugentligt", Recurrence(1, 1, WEEK)),
    (Notice, "3 måneder til udgangen af en måned", Duration(3, MONTH, MONTH_END)), (Notice, "løbende måned + 3 måneder", Duration(3, MONTH, MONTH_END)),
    (Notice, "3 måneder til den 1. i en måned", Duration(3, MONTH, FIRST_OF_MONTH)), (Notice, "P3M/M", Duration(3, MONTH, MONTH_END)),
    # and what else is written
    (Money, "12\N{NO-BREAK SPACE}500,50 kr.", Money(1250050)), (Money, "KR 1.250.000", Money(125000000)), (Money, "750 kroner", Money(75000)),
    (Money, "2.500,–", Money(250000)), (Percent, "2,5 pct.", Percent(250)), (Percent, "10 procent", Percent(1000)),
    (Duration, "fjorten dages varsel", Duration(14, DAY)), (Duration, "1 1/2 år", Duration(18, MONTH)), (Duration, "½ år", Duration(6, MONTH)),
    (Duration, "To halvår", Duration(12, MONTH)), (Duration, "ten working days' notice", Duration(10, WORKING_DAY)),
    (Duration, "half a year", Duration(6, MONTH)), (Duration, "1,5 år", Duration(18, MONTH)),
    (Day, "søndag den 1. marts 2026", MARCH), (Day, "Sunday, 1 March 2026", MARCH), (Day, "d. 1. mar. 26", MARCH), (Day, "1. 3. 2026", MARCH), (Day, "1/3 2026", MARCH),
    (Day, "2026-03-01T00:00:00", MARCH), (Day, "March 1, 2026", MARCH), (Day, "1st March 2026", MARCH), (Day, "1/3-85", date(1985, 3, 1)),
    (YearDay, "1. apr.", YearDay(4, 1)), (YearDay, "1/4", YearDay(4, 1)),
    (Recurrence, "to gange årligt", Recurrence(2, 2, YEAR)), (Recurrence, "1 gang hvert kvartal", Recurrence(1, 1, QUARTER)),
    (Recurrence, "hver sjette måned", Recurrence(1, 1, MONTH, 6)), (Recurrence, "4 x/år", Recurrence(4, 4, YEAR)),
    (Recurrence, "every six months", Recurrence(1, 1, MONTH, 6)), (Recurrence, "kvartalsvis", Recurrence(1, 1, QUARTER)),
    (Notice, "1 måned til et kvartals udløb", Duration(1, MONTH, QUARTER_END)), (Notice, "lb. måned plus tre mdr.", Duration(3, MONTH, MONTH_END)),
    (Notice, "et halvt års varsel til udgangen af et kalenderår", Duration(6, MONTH, YEAR_END)),
    (Notice, "14 dages varsel til ultimo en måned", Duration(14, DAY, MONTH_END)), (Notice, "3 months to the end of a month", Duration(3, MONTH, MONTH_END)),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "text", "value"), NOTATIONS, ids=lambda item: item if isinstance(item, str) else "")
def test_what_people_write_is_read(kind: object, text: str, value: object) -> None:
    assert read(kind, text) == value


@pytest.mark.parametrize(
    ("kind", "text"),
    [(Money, "12,345"), (Money, "5 00"), (Money, "5.000,-50"), (Money, "fem tusind"), (Day, "1/13-27"), (Day, "01-02-2026 09:30"), (Day, "20260301"),
     (Day, "1. marts"), (Day, "løbende"), (Day, "1/2/3/27"), (Duration, "3"), (Duration, "3 måneder til udgangen af en måned"), (Duration, "1½ måned"),
     (Notice, "løbende måned + 14 dage"), (Notice, "løbende kvartal + 2 måneder"), (Recurrence, "0 gange årligt"), (Recurrence, "hver hverdag"),
     (Recurrence, "når vi har tid"), (YearDay, "31/4")],
)  # fmt: skip
def test_what_can_be_read_in_two_ways_or_in_none_is_not_read(kind: object, text: str) -> None:
    assert read(kind, text) is None


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("value", [value for value in VALUES.values() if value.notations], ids=lambda value: value.words.en)
def test_every_notation_that_help_shows_is_read_and_fits_the_schema(value: ScalarType, language: Language) -> None:
    for notation in value.notations:
        for text in re.split(r", (?!\d{4}$)", notation.localize(language)):
            answer = value.read(Word(text, plain=False))
            assert not (isinstance(answer, ParseIssue) and answer.value is None), text
            assert fits_schema(value, text), text


@pytest.mark.parametrize(("kind", "text", "value"), NOTATIONS, ids=lambda item: item if isinstance(item, str) else "")
def test_the_schema_takes_what_the_reader_takes_in_any_letter_case(kind: object, text: str, value: object) -> None:
    for spelt in (text, text.lower(), text.upper()):
        if read(kind, spelt) == value:
            assert fits_schema(VALUES[kind], spelt), spelt


UNITS: tuple[Unit, ...] = (DAY, WEEK, MONTH, QUARTER, YEAR, WORKING_DAY)
LENGTHS = st.builds(Duration, st.integers(1, 60), st.sampled_from(UNITS), st.sampled_from((None, *PERIOD_ENDS)))


@given(LENGTHS, st.sampled_from(LANGUAGES))
def test_a_notice_that_is_said_or_coded_is_read_again(length: Duration, language: Language) -> None:
    assert read(Notice, length.localize(language)) == length
    assert length.unit is QUARTER or read(Notice, length.code) == length


@given(LENGTHS, st.dates(date(1990, 1, 1), date(2090, 12, 31)))
def test_notice_given_on_the_last_day_has_run_out_by_the_end_and_on_the_day_after_has_not(length: Duration, end: date) -> None:
    last = length.subtract_from(end)
    assert length.add_to(last) <= end
    if length.to and length.unit is not WORKING_DAY:
        assert length.add_to(date.fromordinal(last.toordinal() + 1)) > end


@pytest.mark.parametrize(
    ("notice", "end", "last"),
    [
        ("3 måneder", "2026-12-31", "2026-09-30"),
        ("3 måneder til udgangen af en måned", "2026-12-31", "2026-09-30"),
        ("3 måneder til udgangen af en måned", "2026-12-15", "2026-08-31"),
        ("løbende måned + 1 måned", "2027-03-31", "2027-02-28"),
        ("1 måned til udgangen af et kvartal", "2026-11-30", "2026-08-31"),
        ("6 måneder til udgangen af et år", "2027-06-30", "2026-06-30"),
        ("3 måneder til den 1. i en måned", "2026-12-31", "2026-10-01"),
        ("14 dage til udgangen af en måned", "2026-12-31", "2026-12-17"),
        ("10 hverdage", "2026-12-31", "2026-12-17"),
        ("10 hverdage", "2027-01-03", "2026-12-18"),
    ],
)
def test_the_last_day_to_give_notice_is_reckoned_back_from_the_end(notice: str, end: str, last: str) -> None:
    length = read(Notice, notice)
    assert isinstance(length, Duration)
    assert length.subtract_from(date.fromisoformat(end)) == date.fromisoformat(last)


AGREED = "id: a\ntitel: A\nformalitet: samarbejdsaftale\nstatus: aktiv\n"


def signed(text: str) -> str:
    source = parse_text(AGREED + text, "a.yaml", Agreement)
    assert source.record
    return dump_canonical_json(extract_signed_content(source.record))


@pytest.mark.parametrize(
    ("written", "code"),
    [("3 mdr.", "P3M"), ("3 måneder til udgangen af en måned", "P3M/M"), ("løbende måned + 3 måneder", "P3M/M"), ("10 hverdage", "P10BD")],
)
def test_what_is_newly_read_is_signed_as_what_it_means(written: str, code: str) -> None:
    assert json.loads(signed(f"ophør: {{varsel: {written}}}"))["termination"] == {"notice": code}


@pytest.mark.parametrize(
    ("written", "basis"),
    [("§ 18", "sel_18"), ("§18", "sel_18"), ("§\N{NO-BREAK SPACE}18", "sel_18"), ("serviceloven § 18", "sel_18"), ("Servicelovens § 79", "sel_79"),
     ("SEL § 18", "sel_18"), ("Sundhedsloven §119", "sundhedsloven_119")],
)  # fmt: skip
def test_a_section_of_the_law_is_read_as_it_is_quoted(written: str, basis: str) -> None:
    assert signed(f'tilskud: {{beløb: 1000, lovgrundlag: "{written}"}}') == signed(f"tilskud: {{beløb: 1000, lovgrundlag: {basis}}}")


SETTINGS = CheckOptions(read_profile("danmark")[0], CheckDates(date(2026, 3, 1)))


QUOTE = '"'


@pytest.mark.parametrize(
    "words",
    ["indtil videre", "løbende", "9999-12-31", '"Indtil videre"', "31.12.9999", "until further notice", "ubegrænset", "indtil opsigelse"],
)
def test_an_end_that_never_comes_becomes_an_agreement_that_runs_on(words: str) -> None:
    text = f"{AGREED}periode: {{start: 2026-01-01, slut: {words}}}  # fra mødet\n"
    assert fix_bytes(text.encode(), "a.yaml", SETTINGS).data.decode() == text.replace(
        f"slut: {words}", f"løbende: {words.replace(words.strip(QUOTE), 'ja')}"
    )
    answered = text.replace("}", ", løbende: nej}")
    assert fix_bytes(answered.encode(), "a.yaml", SETTINGS).data.decode() == answered


@pytest.mark.parametrize("quote", ["", '"', "'"])
def test_fix_writes_a_day_as_others_read_it(quote: str) -> None:
    text = f"{AGREED}periode: {{start: {quote}1/2-27{quote}, slut: {quote}31. dec. 2027{quote}}}\n"
    sheet = parse_text(fix_bytes(text.encode(), "a.yaml", SETTINGS).data.decode(), "a.yaml", Agreement)
    assert [fault.code for fault in sheet.faults] == []
    assert sheet.record
    assert sheet.record.period
    assert (sheet.record.period.start, sheet.record.period.end) == (FEBRUARY, date(2027, 12, 31))


@pytest.mark.parametrize(
    ("written", "reason"),
    [("29/2-2027", "februar 2027 har 28 dage"), ("31. april 2026", "april 2026 har 30 dage"), ("2026-02-30", "februar 2026 har 28 dage"), ("31/9-26", "september 2026 har 30 dage"), ("tirsdag den 31. dec. 2026", "31. december 2026 er en torsdag"), ("Sunday 2 March 2026", "2. marts 2026 er en mandag")],
)  # fmt: skip
def test_a_day_that_does_not_exist_is_told_why(written: str, reason: str, quick: Runner) -> None:
    (fault,) = parse_text(f"{AGREED}periode: {{start: {written}}}\n", "a.yaml", Agreement).faults[:1]
    assert fault.code == "STR04b"
    assert reason in str(fault.values["kind"])
    ran = quick("frister", "--today", written)
    assert ran.code == 2
    assert reason in ran.err


@pytest.mark.parametrize(
    ("today", "within"), [("1/3-26", "3 mdr."), ("1. marts 2026", "et halvt år"), ("2026-03-01", "10 hverdage"), ("20260301", "90d")]
)
def test_a_command_reads_what_a_file_reads(today: str, within: str, quick: Runner) -> None:
    ran = quick("frister", "--today", today, "--within", within, cwd=PROJECT)
    assert (ran.code, "1. marts 2026" in ran.out) == (0, True)


@pytest.mark.parametrize("words", ["halvårligt", "hvert halve år", "otte om året", "2\N{NO-BREAK SPACE}om året", "hveranden uge", "daglig"])
def test_words_that_were_signed_as_words_stay_words_and_are_understood_all_the_same(words: str) -> None:
    assert json.loads(signed(f'evaluering: {{hvornår: "{words}"}}'))["evaluation"] == {"when": " ".join(words.split())}
    assert find_recurrence(words)
