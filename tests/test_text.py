"""What every text rests on: two languages, values in words, names for files, Danish order, and nothing that steers a terminal."""

import sys
import unicodedata
from datetime import date

import pytest

from partnerskab_cli.text.localized import (
    MONTHS,
    OR,
    Text,
    decapitalize,
    escape_control_characters,
    format_value,
    join_words,
    make_danish_sort_key,
    slugify,
    transliterate,
)

SEEN = "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
"""Signs that Unicode counts among the invisible ones, and every font shows."""
LETTERS = [letter for letter in map(chr, range(sys.maxunicode + 1)) if unicodedata.category(letter) != "Cn"]
"""All that this Python's Unicode knows."""


def steering(letter: str) -> bool:
    """Whether Unicode calls a letter a control, a mark of format, a separator of lines or half a letter."""
    return unicodedata.category(letter) in {"Cc", "Cf", "Cs", "Zl", "Zp"} and letter not in SEEN


def test_what_steers_is_spelt_out_and_nothing_else_is_touched() -> None:
    assert [ascii(letter) for letter in LETTERS if (escape_control_characters(letter) != letter) != steering(letter)] == []
    assert all(escape_control_characters(letter) == f"\\u{{{ord(letter):x}}}" for letter in LETTERS if steering(letter))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("##[group]x", "\\u{23}#[group]x"), ("a ##vso[task.setvariable]x", "a \\u{23}#vso[task.setvariable]x"), ("###[x]", "#\\u{23}#[x]"),
        ("## mål [1]", "## mål [1]"), ("# [x]", "# [x]"), ("a\x1b[31mb\x9bc", "a\\u{1b}[31mb\\u{9b}c"), ("æøå 語 🍓 e\u0301", "æøå 語 🍓 e\u0301"),
    ],
)  # fmt: skip
def test_a_line_keeps_all_that_steers_nothing(text: str, said: str) -> None:
    assert escape_control_characters(text) == said


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Tønder Sygehusvenner & Frivillige", "toender-sygehusvenner-frivillige"), ("ÆØÅÉ æøåé", "aeoeaae-aeoeaae"), ("Ægir Ø Åse Émile", "aegir-oe-aase-emile"),
        ("a\u030ase", "aase"), ("Müller ñ ç", "muller-n-c"), ("  --a__b..c  ", "a-b-c"), ("²½ ٣ 5", "5"), ("語 & !", ""), ("", ""), ("Ⅳ ﬁ", "fi"),
        ("../../etc/passwd", "etc-passwd"), ("con", "con-1"), ("Lpt1", "lpt1-1"), ("com10", "com10"), ("conrad", "conrad"), ("a/con", "a-con"),
    ],
)  # fmt: skip
def test_a_name_for_a_file(words: str, name: str) -> None:
    assert slugify(words) == name


def test_letters_that_a_keyboard_may_lack() -> None:
    assert transliterate("æøåé ÆØÅÉ ä") == "aeoeaae AeOeAaE ä"


def test_danish_order() -> None:
    words = ["Abe", "abe", "zebra", "ægir", "Øl", "ål", "Aabenraa", "Åen", "b", "a\u030a", "", "1", "Zoo", "økse", "ære"]
    assert sorted(words, key=make_danish_sort_key) == [
        "",
        "1",
        "Abe",
        "abe",
        "b",
        "zebra",
        "Zoo",
        "ægir",
        "ære",
        "økse",
        "Øl",
        "a\u030a",
        "Aabenraa",
        "Åen",
        "ål",
    ]


@pytest.mark.parametrize(
    ("words", "joint", "danish", "english"),
    [
        ([], None, "", ""), (["kaffe"], None, "kaffe", "kaffe"), (["kaffe", "te"], None, "kaffe og te", "kaffe and te"),
        (["kaffe", "te", "kage"], OR, "kaffe, te eller kage", "kaffe, te or kage"),
    ],
)  # fmt: skip
def test_words_in_a_row(words: list[str], joint: Text | None, danish: str, english: str) -> None:
    assert (join_words(words, "da", joint) if joint else join_words(words, "da")) == danish
    assert (join_words(words, "en", joint) if joint else join_words(words, "en")) == english


@pytest.mark.parametrize(
    ("value", "danish", "english"),
    [
        ("ord", "ord", "ord"), (True, "ja", "yes"), (False, "nej", "no"), (12, "12", "12"), (Text(da="mål", en="goal"), "mål", "goal"),
        (date(2026, 3, 1), "1. marts 2026", "1 March 2026"), (date(2026, 12, 31), "31. december 2026", "31 December 2026"),
        (("a", True), "a og ja", "a and yes"), ([1, 2, 3], "1, 2 og 3", "1, 2 and 3"), (None, "None", "None"),
    ],
)  # fmt: skip
def test_a_value_in_words(value: object, danish: str, english: str) -> None:
    assert (format_value(value, "da"), format_value(value, "en")) == (danish, english)


def test_the_months_stand_in_their_order() -> None:
    danish = ["januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november", "december"]
    english = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
    assert tuple(zip(danish, english, strict=True)) == MONTHS


def test_one_and_many() -> None:
    text = Text(da="{count} {count:dag|dage}, {all}", en="{count} {count:day|days}, {all}")
    assert text.localize("da", count=1, all=True) == "1 dag, ja"
    assert text.localize("en", count=0, all=False) == "0 days, no"
    assert text.format(count=2, all="x") == ("2 dage, x", "2 days, x")
    assert text.insert_placeholders() == ("… dage, …", "… days, …")
    assert text.localize("da") == text.da


@pytest.mark.parametrize(
    ("label", "said"),
    [("Aktiv", "aktiv"), ("Hvis I bliver uenige", "hvis I bliver uenige"), ("CVR-nummer", "CVR-nummer"), ("Ældre", "ældre"), ("", "")],
)
def test_a_label_inside_a_sentence(label: str, said: str) -> None:
    assert decapitalize(Text(label, label)) == Text(said, said)
