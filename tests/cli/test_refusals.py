"""What a command answers that was asked for something that is not there: in one language, with a way on."""

from pathlib import Path

import pytest
from conftest import Runner

OFFERS = {
    "whom a guide is for": (("guide", "--for", "alle"), "forening eller kommune", "association or municipality"),
    "what a schema is for": (("schema", "--for", "alt"), "aftale eller profil", "agreement or profile"),
    "the form of a new agreement": (
        ("new", "kaffe", "--no-input", "--form", "gave"),
        "mundtlig, tilskud, samarbejdsaftale eller partnerskabsaftale",
        "oral, grant, cooperation or partnership",
    ),
}


@pytest.mark.parametrize(("words", "danish", "english"), OFFERS.values(), ids=OFFERS)
def test_choices_are_offered_in_the_language_of_the_reader(quick: Runner, words: tuple[str, ...], danish: str, english: str) -> None:
    assert quick(*words).err.endswith(f"\n  = vælg mellem: {danish}\n")
    assert quick(*words, "--lang", "en").err.endswith(f"\n  = choose from: {english}\n")


@pytest.mark.parametrize(
    "words",
    [("guide", "--for", "forening"), ("guide", "--for", "municipality"), ("schema", "--for", "profil"), ("schema", "--for", "agreement")],
)
def test_either_language_is_taken(quick: Runner, words: tuple[str, ...]) -> None:
    assert quick(*words).code == 0


@pytest.mark.parametrize("words", [("fmt",), ("verify",), ("list",), ("deadlines",), ("portfolio",), ("agenda",), ("site", "-o", "side")])
def test_an_empty_record_is_told_how_to_begin(quick: Runner, tmp_path: Path, words: tuple[str, ...]) -> None:
    (tmp_path / "agreements").mkdir()
    ran = quick(*words)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "fejl: Der er ingen aftaler her.\n  = stå i mappen med agreements/, eller begynd med partnerskab new\n"
