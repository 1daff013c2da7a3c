"""Numbers in words, in both languages, and no two alike."""

import pytest
from hypothesis import given, strategies as st

from partnerskab_cli.model.amounts import Money
from partnerskab_cli.model.field import ParseIssue
from partnerskab_cli.model.parsers import parse_money
from partnerskab_cli.source.parser import Scalar, parse_yaml
from partnerskab_cli.text.localized import Text
from partnerskab_cli.text.numerals import MOST, spell_number


@pytest.mark.parametrize(
    ("number", "danish", "english"),
    [
        (0, "nul", "zero"), (7, "syv", "seven"), (19, "nitten", "nineteen"), (20, "tyve", "twenty"), (25, "femogtyve", "twenty-five"), (50, "halvtreds", "fifty"), (99, "nioghalvfems", "ninety-nine"),
        (100, "et hundrede", "one hundred"), (101, "et hundrede og en", "one hundred and one"), (850, "otte hundrede og halvtreds", "eight hundred and fifty"), (1000, "et tusind", "one thousand"),
        (1005, "et tusind og fem", "one thousand and five"), (12500, "tolv tusind fem hundrede", "twelve thousand five hundred"), (150_000, "et hundrede og halvtreds tusind", "one hundred and fifty thousand"),
        (999_999, "ni hundrede og nioghalvfems tusind ni hundrede og nioghalvfems", "nine hundred and ninety-nine thousand nine hundred and ninety-nine"),
    ],
)  # fmt: skip
def test_a_number_in_words(number: int, danish: str, english: str) -> None:
    assert spell_number(number) == (danish, english)


@given(st.integers(0, MOST - 1), st.integers(0, MOST - 1))
def test_no_two_numbers_have_the_same_words(number: int, other: int) -> None:
    assert all((left == right) == (number == other) for left, right in zip(spell_number(number), spell_number(other), strict=True))


@pytest.mark.parametrize(
    ("raw", "danish", "english", "elsewhere"),
    [
        ("12.500", "12.500 kr. (tolv tusind fem hundrede)", "DKK 12,500 (twelve thousand five hundred)", ("12,5", "12.5")),
        ("1.234", "1.234 kr. (et tusind to hundrede og fireogtredive)", "DKK 1,234 (one thousand two hundred and thirty-four)", ("1,234", "1.234")),
        ("12,345.67", "12.345,67 kr.", "DKK 12,345.67", ("det som tekst", "text")),
    ],
)  # fmt: skip
def test_an_amount_that_others_misread_is_said_in_words(raw: str, danish: str, english: str, elsewhere: tuple[str, str]) -> None:
    root = parse_yaml(f"x: {raw}").root
    assert root
    node = root.entries["x"][1]
    assert isinstance(node, Scalar)
    remark = parse_money(node)
    assert isinstance(remark, ParseIssue)
    assert isinstance(remark.value, Money)
    amount, misread = remark.values["amount"], remark.values["misread"]
    assert isinstance(amount, Text)
    assert (amount.localize("da"), amount.localize("en"), misread) == (danish, english, elsewhere)
