"""Word lists match whole words and phrases, never stems, and sentences that deny are left alone."""

import pytest
from laying import TODAY, laid, profile

from partnerskab_cli.check import CheckOptions, check_bytes
from partnerskab_cli.profile.profile import Profile
from partnerskab_cli.profile.words import WordLists
from partnerskab_cli.rules.phrases import find_affirmed_phrase, find_first_phrase, is_exactly_one_of
from partnerskab_cli.rules.rule import CheckDates
from partnerskab_cli.source.profiles import merge_profiles

SETTINGS = CheckOptions(profile("tønder"), CheckDates(TODAY))
TASKS = profile("danmark").get_word_list("statutory_tasks")


def codes(text: str, settings: CheckOptions = SETTINGS) -> set[str]:
    _, report = check_bytes(laid(text, "samarbejdsaftale").encode(), "samarbejdsaftale.yaml", settings)
    return {diagnostic.code for diagnostic in report.diagnostics}


def boundaries(task: str) -> str:
    return f'grænser: {{frivillige_gør: ["{task}"], frivillige_gør_ikke: gør rent, lovpligtigt: Pleje er kommunens.}}'


@pytest.mark.parametrize(
    "text",
    [
        "deler visitkort ud",
        "taler med en journalist",
        "samler ind i Sparekassen",
        "kender medicinsk udstyr",
        "har fortvanget sig",
        "tilsynekomst",
    ],
)
def test_a_word_inside_another_is_not_the_word(text: str) -> None:
    assert not codes(boundaries(text)) & {"GRN01", "GRN01b", "GRN02"}


@pytest.mark.parametrize("text", ["giver medicin", "Giver medicin om aftenen", "hjælper med PERSONLIG PLEJE", "sårpleje, når det haster"])
def test_a_word_is_found_in_any_letter_case_and_beside_any_sign(text: str) -> None:
    assert "GRN01" in codes(boundaries(text))


@pytest.mark.parametrize(
    "text",
    [
        "giver ikke medicin",
        "giver aldrig medicin",
        "er med uden at give medicin",
        "ingen giver medicin",
        "Vi taler. Ingen giver medicin",
        "never give medicine",
    ],
)
def test_a_sentence_that_denies_is_left_alone(text: str) -> None:
    assert "GRN01" not in codes(boundaries(text))


def test_the_denial_of_one_sentence_does_not_cover_the_next() -> None:
    assert find_affirmed_phrase("Vi gør ikke rent. Vi giver medicin.", TASKS) == "giver medicin"


def test_what_the_municipality_does_is_not_for_volunteers() -> None:
    given = "bidrag: [{part: kommunen, art: andet, tekst: Personlig pleje og medicingivning}, {part: venner, art: timer, tekst: Kaffe}]"
    assert "GRN01" not in codes(given)
    assert "GRN01" in codes(
        given.replace("part: kommunen", "part: x").replace("part: venner", "part: kommunen").replace("part: x", "part: venner")
    )


def test_a_profile_adds_words_and_takes_them_away() -> None:
    own = Profile.of({"word_lists": WordLists.of({"statutory_tasks": ("natbesøg", "-sårpleje")})})
    settings = SETTINGS._replace(profile=merge_profiles(profile("tønder"), own))
    assert "GRN01" in codes(boundaries("kommer på natbesøg"), settings)
    assert "GRN01" not in codes(boundaries("hjælper med sårpleje"), settings)
    assert "GRN01" in codes(boundaries("giver medicin"), settings)


def test_the_longest_phrase_wins() -> None:
    assert find_first_phrase("De fører journal hver dag", ("journal", "fører journal")) == "fører journal"


@pytest.mark.parametrize(
    ("text", "broad"), [("Alle", True), ("alle borgere.", True), ("Alle over 60", False), ("Borgere med demens", False)]
)
def test_only_a_whole_text_is_one_of_the_words(text: str, *, broad: bool) -> None:
    assert is_exactly_one_of(text, profile("danmark").get_word_list("broad_target_groups")) is broad
