"""`recommend` and `guide` from the command line."""

from pathlib import Path

import pytest
from conftest import Runner


def test_an_agreement_is_named_by_its_id_or_its_path(run: Runner, project: Path) -> None:
    by_id = run("recommend", "kaffe-paa-kanden", cwd=project)
    by_path = run("anbefal", "agreements/kaffe-paa-kanden.yaml", cwd=project)
    assert (by_id.code, by_id.out) == (0, by_path.out)
    assert by_id.out.startswith("Et bud: mundtlig aftale")


def test_answers_are_given_without_an_agreement(run: Runner) -> None:
    assert run("recommend", "--grant", "--daily", "--new").out.startswith("Et bud: partnerskabsaftale")
    assert run("recommend", "--no-grant", "--lang", "en").out.startswith("A suggestion: oral agreement")
    assert run("recommend", "--daily", "--weekly").out.count("side om side") == 1


@pytest.mark.parametrize("words", [(), ("kaffe-paa-kanden", "--grant")])
def test_an_agreement_and_answers_exclude_each_other_and_one_is_needed(run: Runner, project: Path, words: tuple[str, ...]) -> None:
    assert run("recommend", *words, cwd=project).code == 2


def test_an_unknown_agreement_gets_the_nearest_name(run: Runner, project: Path) -> None:
    ran = run("recommend", "kaffe-pa-kanden", cwd=project)
    assert (ran.code, ran.out) == (2, "")
    assert "menes »kaffe-paa-kanden«?" in ran.err


def test_an_agreement_that_cannot_be_read_is_named_with_the_way_on(run: Runner, tmp_path: Path) -> None:
    (tmp_path / "kaffe.yaml").write_text("id: [", encoding="utf-8")
    ran = run("recommend", "kaffe.yaml")
    assert ran.code == 2
    assert "partnerskab check kaffe.yaml siger hvorfor" in ran.err


@pytest.mark.parametrize("side", ["forening", "kommune", "association", "municipality"])
@pytest.mark.parametrize("form", ["text", "md", "html"])
def test_the_guide_is_for_one_side_in_every_form(run: Runner, side: str, form: str) -> None:
    ran = run("guide", "--for", side, "--to", form)
    assert ran.code == 0
    assert "Spørg jer selv" in ran.out


def test_the_guide_asks_whom_it_is_for(run: Runner) -> None:
    ran = run("vejled")
    assert (ran.code, ran.out) == (2, "")
    assert "--for forening" in ran.err
