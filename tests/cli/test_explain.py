"""`explain` and `rules` from the command line."""

import json
from pathlib import Path

import pytest
from conftest import Runner


def test_a_rule_is_explained_with_reason_examples_and_source(run: Runner) -> None:
    ran = run("explain", "TJK10")
    assert ran.code == 0
    for words in (
        "Hvordan stopper I ordentligt",
        "Det er lettest at aftale",
        "ophør: {varsel: 3 måneder",
        "»Velfærd på flere måder«, 2005",
    ):
        assert words in ran.out


def test_the_danish_name_and_english_words_work(run: Runner) -> None:
    ran = run("forklar", "termination.notice", "--lang", "en")
    assert ran.code == 0
    assert ran.out.startswith("termination.notice · Notice\n")


def test_several_words_are_one_topic(run: Runner) -> None:
    assert run("explain", "tjekliste", "10").out == run("explain", "tjekliste 10").out


def test_an_unknown_topic_is_wrong_use_with_the_nearest_one(run: Runner) -> None:
    ran = run("explain", "ophoerr")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "fejl: Jeg kan ikke forklare »ophoerr«.\n  = menes »ophoer«?\n"


def test_the_topics_of_the_municipality_come_from_its_own_profile(run: Runner, project: Path) -> None:
    assert run("explain", "H3").code == 2
    assert run("explain", "H3", cwd=project).code == 0


@pytest.mark.parametrize("form", ["table", "md", "json"])
def test_all_rules_are_shown_in_every_form(run: Runner, form: str) -> None:
    ran = run("rules", "--format", form)
    assert ran.code == 0
    assert "TJK10b" in ran.out
    if form == "json":
        assert json.loads(ran.out)["schema_version"] == 1


def test_a_form_that_does_not_exist_is_wrong_use(run: Runner) -> None:
    ran = run("regler", "--format", "xml")
    assert (ran.code, ran.out) == (2, "")
    assert "table, md eller json" in ran.err
