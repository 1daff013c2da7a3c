"""Lists as spreadsheets save them: where the headings are, which rows are no agreements, and what a cell means."""

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from conftest import Runner
from hypothesis import given, strategies as st

from partnerskab_cli.create.cells import SumRow, is_error_word, parse_cents, read_cell, split_sums
from partnerskab_cli.create.column_mapping import map_targets, match_headings, rate_heading
from partnerskab_cli.create.import_list import ImportOptions, iter_drafts
from partnerskab_cli.edit.format import format_text
from partnerskab_cli.errors import CommandError
from partnerskab_cli.model.amounts import Money
from partnerskab_cli.model.types import VALUES, Cvr, Day, Whole
from partnerskab_cli.source.spreadsheets import Spreadsheet, parse_spreadsheet
from partnerskab_cli.text.localized import Text

SETTINGS = ImportOptions("da", "Tønder Kommune", None, "liste.csv", lambda _heading, _text: False)
KNOWN = map_targets()
MOST = 2.3
"""How many times as much twice the rows may take."""


def read_list(text: str, **chart: str) -> Spreadsheet:
    return parse_spreadsheet(text, "liste.csv", "da", lambda cell: rate_heading(cell, chart, KNOWN))


FOUND = {
    "a first line that names the sign": ("sep=;\nTitel;Beløb\nCafé;1\n", [1, 2], []),
    "the same in capitals, after a quotation mark": ('"SEP=;"\r\nTitel;Beløb\r\nCafé;1\r\n', [1, 2], []),
    "a sign that nobody else uses": ("sep=|\nTitel|Beløb\nCafé|1\n", [1, 2], []),
    "a title": ("Tilskud 2026\nTitel;Beløb\nCafé;1\n", [2, 3], ["Tilskud 2026"]),
    "a title that speaks of a field": ("Bevilget 2026;;\nTitel;Forening;Beløb\nCafé;A;1\n", [2, 3], ["Bevilget 2026"]),
    "titles and empty rows": (
        "Tilskud\n\nUdskrevet 1. marts;;\n\n\nTitel;Forening;Beløb\nCafé;A;1\n",
        [6, 7],
        ["Tilskud", "Udskrevet 1. marts"],
    ),
    "a title with commas": ("Tilskud, lån, gaver, mere\nTitel;Beløb\nCafé;1\n", [2, 3], ["Tilskud, lån, gaver, mere"]),
    "a first line of quoted cells over several lines": ('Titel;Beløb\n"Café\ni\nNordby";1\nLøb;2\n', [1, 2, 3], []),
    "headings over two lines": ('Titel;"Beløb\n2026"\nCafé;1\n', [1, 2], []),
    "old line ends": ("Titel;Beløb\rCafé;1\rLøb;2\r", [1, 2, 3], []),
    "a separator of lines in a cell": ("Titel;Beløb\nCafé\u2028ved havet;1\nLøb;2\n", [1, 2, 3], []),
}


@pytest.mark.parametrize("name", FOUND)
def test_the_headings_are_found_and_rows_have_the_numbers_of_the_sheet(name: str) -> None:
    text, numbers, titles = FOUND[name]
    columns = read_list(text)
    assert columns.headings[0] == "Titel"
    assert columns.headings[-1] in {"Beløb", "Beløb 2026"}
    assert [number for number, _ in columns.rows] == numbers[1:]
    assert [title for _, title in columns.titles] == titles


def test_a_heading_that_only_the_map_knows_is_found() -> None:
    text = "Vores liste\nNavn på det hele;Kroner givet\nCafé;1\n"
    assert read_list(text, **{"Kroner givet": "tilskud.beløb"}).headings == ("Navn på det hele", "Kroner givet")


def test_a_list_of_very_many_rows_is_refused_with_a_cure() -> None:
    with pytest.raises(CommandError) as refused:
        read_list("Titel\n" + "Café\n" * 5_000)
    assert "5.000" in refused.value.says.da
    assert refused.value.cure


HEADINGS = {
    "Bevilget 2026 (kr.)": "tilskud.beløb", "Bevilget beløb i 2026": "tilskud.beløb", "Tilskud i alt": "tilskud.beløb", "Granted in 2026": "tilskud.beløb",
    "Aftale fra": "periode.start", "Aftale til": "periode.slut", "Gælder til": "periode.slut", "Til og med": "periode.slut",
    "Startdato for aftalen": "periode.start", "§": "tilskud.lovgrundlag", "Hjemmel (§)": "tilskud.lovgrundlag",
    "Kontaktperson mail": "frivillig.kontakt.mail", "Foreningens CVR-nr.": "frivillig.cvr", "Forening (navn)": "frivillig.navn",
    "Projektets navn 2026": "titel", "Tlf.nr.": "frivillig.kontakt.telefon",
    "Ansøgt beløb": None, "Udbetalt beløb": None, "Afslag på tilskud": None, "Tilskud til forening": None, "Sendt til": None, "2026": None,
    "Bevilget eller afslag": None, "Budget": None, "Kontakt til kommunen": None,
}  # fmt: skip


@pytest.mark.parametrize("heading", HEADINGS)
def test_a_heading_is_known_by_its_words_where_all_of_them_are_understood(heading: str) -> None:
    target = match_headings([heading], {})[heading]
    assert (target and target.localize("da")) == HEADINGS[heading]


def test_two_headings_that_speak_of_one_field_get_none_and_a_plain_one_goes_first() -> None:
    assert set(match_headings(["Bevilget 2025", "Bevilget 2026"], {}).values()) == {None}
    matches = match_headings(["Bevilget 2026", "Beløb"], {})
    assert matches["Bevilget 2026"] is None
    assert matches["Beløb"]


CELLS: dict[str, tuple[object, str, object]] = {
    "a day with a time of nought": (Day, "2026-03-01 00:00:00", date(2026, 3, 1)),
    "a Danish day with a time of nought": (Day, "01-03-2026 00:00", date(2026, 3, 1)),
    "a day by its number": (Day, "46082", date(2026, 3, 1)),
    "a day by its number, with decimals of nought": (Day, "46082,0", date(2026, 3, 1)),
    "the last day of February of a leap year, by its number": (Day, "45351", date(2024, 2, 29)),
    "a day with the month in letters": (Day, "1-mar-26", date(2026, 3, 1)),
    "a number that is no day": (Day, "12345", None),
    "English thousands": (Money, "1,000.00", Money(100_000)),
    "more English thousands": (Money, "1,250,000", Money(125_000_000)),
    "Swiss thousands": (Money, "1'250.50", Money(125_050)),
    "blanks between thousands": (Money, "1 250 000", Money(125_000_000)),
    "hard blanks between thousands": (Money, "1\u00a0250", Money(125_000)),
    "narrow blanks between thousands": (Money, "1\u202f250,50", Money(125_050)),
    "decimals of nought": (Money, "25000.0", Money(2_500_000)),
    "a whole number with decimals of nought": (Whole, "25,0", 25),
    "a CVR number as a number": (Cvr, "12345678.0", "12345678"),
    "yes as spreadsheets store it": (bool, "SAND", True),
    "no as spreadsheets store it": (bool, "FALSK", False),
    "a number with an exponent": (Money, "1,5E+04", None),
}


@pytest.mark.parametrize("name", CELLS)
def test_a_cell_is_read_as_a_spreadsheet_stores_it(name: str) -> None:
    kind, text, value = CELLS[name]
    assert read_cell(VALUES[kind], text) == value


def test_an_amount_that_could_be_two_is_none_and_names_both() -> None:
    says = read_cell(VALUES[Money], "25,000")
    assert isinstance(says, Text)
    assert "25,000" in says.da
    assert "25.000" in says.da


@given(st.integers(20_000, 73_415))
def test_every_day_has_its_number(number: int) -> None:
    day = read_cell(VALUES[Day], str(number))
    assert isinstance(day, date)
    assert (day - date(1899, 12, 30)).days == number


@given(st.integers(0, 10**9))
def test_an_amount_is_the_same_in_every_country(cents: int) -> None:
    english = f"{cents / 100:,.2f}"
    swiss = english.replace(",", "'")
    danish = english.translate(str.maketrans(",.", ".,"))
    blanks = danish.replace(".", " ")
    assert {parse_cents(text) for text in (english, swiss, danish, blanks)} == {cents}


ERRORS = (
    "#I/T",
    "#N/A",
    "#REFERENCE!",
    "#REF!",
    "#VÆRDI!",
    "#VALUE!",
    "#DIVISION/0!",
    "#DIV/0!",
    "#NAVN?",
    "#NAME?",
    "#NUM!",
    "######",
    "Err:502",
)


@pytest.mark.parametrize("word", ERRORS)
@pytest.mark.parametrize("heading", ["Formål", "Beløb", "Titel", "Noter"])
def test_what_a_spreadsheet_says_of_a_failed_formula_is_never_taken_for_an_answer(
    tmp_path: Path, quick: Runner, word: str, heading: str
) -> None:
    (tmp_path / "liste.csv").write_text(f"Forening;{heading}\nA;{word}\n", "utf-8")
    done = quick("import", "liste.csv", cwd=tmp_path)
    assert f"række 2, {heading}: »{word}« er regnearkets egen fejlmelding" in done.out
    (path,) = (tmp_path / "agreements").iterdir()
    assert word not in path.read_text("utf-8")
    assert is_error_word(word)


SUMS: dict[str, tuple[str, list[int]]] = {
    "in all": ("Café;A;1000\nLøb;B;2000\nI alt;;3000", [4]),
    "in one word": ("Café;A;1000\nIalt;;1000", [3]),
    "total, with a year": ("Café;A;1000\nTotal 2026;;9", [3]),
    "total, in the second column": ("Café;A;1000\n;TOTAL:;1000", [3]),
    "sum of the grants": ("Café;A;1000\nSum tilskud;;1000", [3]),
    "sums of groups, and of all": ("Café;A;1000\nSubtotal;;1000\nLøb;B;2000\nSubtotal;;2000\nI alt;;3000", [3, 5, 6]),
    "no word, but the column's sum": ("Café;A;1000\nLøb;B;2.000,00\n;;3000", [4]),
    "no word, but the group's sum": ("Café;A;1000\n;;1000\nLøb;B;500\n;;500\n;;1500", [3, 5, 6]),
    "a sum below an empty row": ("Café;A;1000\n\n;;1000", [4]),
    "a title that begins with total": ("Total Teater;A;1000", []),
    "an association called Sum": ("Café;Sum;1000", []),
    "a row whose amount is the sum of those above, with a title": ("Café;A;1000\nLøb;B;2000\nTur;C;3000", []),
    "a row without words that adds nothing up": ("Café;A;1000\n;;7", []),
}


@pytest.mark.parametrize("name", SUMS)
def test_rows_that_only_add_up_are_named_and_left_out(tmp_path: Path, quick: Runner, name: str) -> None:
    text, sums = SUMS[name]
    columns = read_list(f"Titel;Forening;Beløb\n{text}\n")
    kept, result = split_sums(columns.rows)
    assert [item.row for item in result] == sums
    assert sorted([*sums, *(number for number, _ in kept)]) == [number for number, _ in columns.rows]
    (tmp_path / "liste.csv").write_text(f"Titel;Forening;Beløb\n{text}\n", "utf-8")
    done = quick("import", "liste.csv", cwd=tmp_path)
    for row in sums:
        assert f"række {row}: »" in done.out
    assert len(list((tmp_path / "agreements").iterdir())) == len(kept)


def test_a_number_above_or_below_the_list_is_covered(tmp_path: Path, quick: Runner) -> None:
    (tmp_path / "liste.csv").write_text("Udskrevet for 010160-5123;\nTitel;Beløb\nCafé;1000\nI alt 010160-5123;\n", "utf-8")
    done = quick("import", "liste.csv", cwd=tmp_path)
    assert "010160" not in done.out + done.err


@pytest.mark.parametrize(
    ("chart", "says"),
    [
        ("Beløb: tilskud.penge\n", ("tilskud.beløb, ", "tilskud.lovgrundlag", "tilskud.udbetaling")),
        ("Beløb: pengene\n", ("periode.start", "frivillig.cvr", "tilskud.beløb")),
        ("Kroner: tilskud.beløb\n", ("kolonnerne er: Titel og Beløb",)),
    ],
)
def test_a_map_with_a_word_nobody_knows_is_told_the_words_there_are(
    tmp_path: Path, quick: Runner, chart: str, says: tuple[str, ...]
) -> None:
    (tmp_path / "liste.csv").write_text("Titel;Beløb\nCafé;1000\n", "utf-8")
    (tmp_path / "kort.yaml").write_text(chart, "utf-8")
    done = quick("import", "liste.csv", "--map", "kort.yaml", cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    for words in says:
        assert words in " ".join(done.err.split())
    assert "tilskud.udbetalinger.dato" in done.err or "Kroner" in done.err


WORDS = st.sampled_from(
    ["Kaffe", "æøå: ja", "# note", "- punkt", "12", "nej", "{a: b}", "to\nlinjer", '"citat"', "&a", "*", "=2+5", "x " * 90, "25,000"]
)


@given(st.dictionaries(st.sampled_from(["Titel", "Forening", "Formål", "Beløb", "Mål", "Varsel", "Noter", "CVR"]), WORDS, min_size=1))
def test_a_draft_stands_as_it_would_be_formatted(row: dict[str, str]) -> None:
    (draft,) = iter_drafts([(2, row)], match_headings(list(row), {}), SETTINGS)
    assert format_text(draft.text) == draft.text


def count_calls(work: Callable[[], object]) -> int:
    calls = 0

    def notice(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    sys.setprofile(notice)
    try:
        work()
    finally:
        sys.setprofile(None)
    return calls


TITLES: dict[str, Callable[[int], str]] = {
    "all different": lambda number: f"Tur {number}",
    "all the same": lambda _: "Tur",
    "the same, and numbered as we would": lambda number: f"Tur {number}" if number % 2 else "Tur",
}


@pytest.mark.parametrize("name", TITLES)
def test_twice_as_many_rows_take_twice_as_much(name: str) -> None:
    def work(size: int) -> Callable[[], object]:
        text = "Titel;Beløb\n" + "".join(f"{TITLES[name](number)};1000\n" for number in range(size))

        def run() -> object:
            columns = read_list(text)
            kept, _ = split_sums(columns.rows)
            return list(iter_drafts(kept, match_headings(columns.headings, {}), SETTINGS))

        return run

    work(20)()
    once, twice = (count_calls(work(size)) for size in (150, 300))
    assert twice <= MOST * once, (once, twice)


@given(st.lists(st.sampled_from(["tur", "tur-2", "tur-3", "tur-2-2", "kaffe"]), max_size=40))
def test_no_two_rows_get_one_name(titles: list[str]) -> None:
    drafts = iter_drafts([(number, {"Titel": title}) for number, title in enumerate(titles)], match_headings(["Titel"], {}), SETTINGS)
    names = [draft.id for draft in drafts]
    assert len(set(names)) == len(titles)


def test_a_sum_row_says_where_it_stood() -> None:
    assert split_sums([(2, {"Titel": "I alt", "Beløb": "5"})])[1] == [SumRow(2, "I alt 5")]
