"""What a municipality decides: the shipped profiles, and its own laid over them."""

from pathlib import Path

import pytest

from partnerskab_cli.errors import CommandError
from partnerskab_cli.model.amounts import Money
from partnerskab_cli.source.profiles import read_profile


def own(folder: Path, text: str) -> Path:
    path = folder / "partnerskab.yaml"
    path.write_text(text, "utf-8")
    return path


def test_the_neutral_profile_has_limits_and_words_and_nothing_local() -> None:
    profile, _ = read_profile("danmark")
    assert profile.limits.warning_days == 60
    assert "sårpleje" in profile.get_word_list("statutory_tasks")
    assert (profile.places, profile.policy, profile.principles, profile.committee, profile.municipality_code) == ((), None, (), None, None)


def test_toender_has_its_places_policy_and_principles() -> None:
    profile, _ = read_profile("tønder")
    assert (profile.municipality_code, profile.committee, len(profile.places)) == ("550", "Socialudvalget", 9)
    assert profile.policy is not None
    assert ([goal.number for goal in profile.policy.goals], [action.number for action in profile.policy.actions]) == (
        list(range(1, 9)),
        list(range(1, 9)),
    )
    assert [principle.key for principle in profile.principles] == ["læring", "relationer", "dna", "effekt", "frivillighed"]
    assert [len(principle.sub_points) for principle in profile.principles] == [4, 2, 4, 3, 3]
    assert profile.get_word_list("statutory_tasks") == read_profile("danmark")[0].get_word_list("statutory_tasks")


def test_own_answers_replace_and_word_lists_add_up(tmp_path: Path) -> None:
    path = own(
        tmp_path,
        "bygger_på: tønder\nsteder: [Tønder]\ntærskler: {varsel_dage: 90, revisor_over: 150000}\n"
        "ordlister: {lovpligtige_opgaver: [snerydning, -sårpleje]}\nramme_18: {2026: 1200000}\n",
    )
    profile, source = read_profile(str(path))
    assert source is not None
    assert source.faults == ()
    assert (profile.places, profile.committee) == (("Tønder",), "Socialudvalget")
    assert (profile.limits.warning_days, profile.limits.auditor_above, profile.limits.soon_days) == (90, Money(15000000), 30)
    assert {"snerydning", "medicingivning"} <= set(profile.get_word_list("statutory_tasks"))
    assert "sårpleje" not in profile.get_word_list("statutory_tasks")
    assert profile.frame_18 == {2026: Money(120000000)}


def test_english_keys_are_read(tmp_path: Path) -> None:
    profile, _ = read_profile(str(own(tmp_path, "extends: tønder\nplaces: [Tønder]\nthresholds: {warning_days: 30}\n")))
    assert (profile.places, profile.limits.warning_days) == (("Tønder",), 30)


def test_a_profile_may_build_on_a_file_but_not_in_a_circle(tmp_path: Path) -> None:
    (tmp_path / "faelles.yaml").write_text("bygger_på: tønder\nudvalg: Fællesudvalget\n", "utf-8")
    profile, source = read_profile(str(own(tmp_path, "bygger_på: faelles.yaml\n")))
    assert profile.committee == "Fællesudvalget"
    assert source is not None
    assert source.faults == ()
    _, source = read_profile(str(own(tmp_path, "bygger_på: partnerskab.yaml\n")))
    assert source is not None
    assert [fault.code for fault in source.faults] == ["PRO03"]


def test_an_unknown_base_is_a_finding_at_its_place(tmp_path: Path) -> None:
    _, source = read_profile(str(own(tmp_path, "skema: 1\nbygger_på: tonder\n")))
    assert source is not None
    assert [(fault.code, fault.span.line) for fault in source.faults] == [("PRO03", 2)]


@pytest.mark.parametrize("text", ["", "- a", "a: [", "a: &b c"])
def test_a_profile_that_cannot_be_read_stops_the_command(tmp_path: Path, text: str) -> None:
    with pytest.raises(CommandError):
        read_profile(str(own(tmp_path, text)))


@pytest.mark.parametrize(
    ("word", "key"), [("læring", "læring"), ("laering", "læring"), ("learning", "læring"), ("volunteering", "frivillighed")]
)
def test_the_keys_of_the_principles_are_known_in_every_spelling(word: str, key: str) -> None:
    assert read_profile("tønder")[0].vocabulary[word] == key


def test_a_shipped_profile_has_a_name_for_every_keyboard() -> None:
    assert read_profile("toender") == read_profile("tønder")
    assert read_profile("tønder")[0] != read_profile("danmark")[0]


@pytest.mark.parametrize(
    ("data", "line", "reason"),
    [
        (b'kommune: a\nsteder: "b', 2, "et anførselstegn er ikke lukket"), (b"- a\n", 1, "en liste"), (b"kommune: \xe6\n", 1, "Windows-1252"),
        (b"kommune: a\n<<<<<<< HEAD\n", 2, "STR01f"), (b"", 1, "en tom fil"), (None, 1, "en mappe"),
    ],
)  # fmt: skip
def test_a_profile_that_cannot_be_read_says_why_and_where(tmp_path: Path, data: bytes | None, line: int, reason: str) -> None:
    path = tmp_path / "egen.yaml"
    path.mkdir() if data is None else path.write_bytes(data)
    with pytest.raises(CommandError) as refused:
        read_profile(str(path), "egen.yaml")
    assert refused.value.says.da == f"Profilen egen.yaml kan ikke læses, fra linje {line}: {reason}."
