"""A form of agreement, wherever a command asks for one."""

from pathlib import Path

import pytest
from conftest import Runner

COMMANDS = (
    ("new", "kaffe", "--no-input", "--form"),
    ("new", "kaffe", "--template"),
    ("import", "liste.csv", "--form"),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A list to import."""
    (tmp_path / "liste.csv").write_text("Titel\nKaffe\n", "utf-8")
    return tmp_path


@pytest.mark.parametrize("form", ["kontrakt", ""])
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_form_that_there_is_none_of_is_refused_with_the_four_there_are(
    folder: Path, quick: Runner, command: tuple[str, ...], form: str
) -> None:
    ran = quick(*command, form, cwd=folder)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        f"fejl: »{form}« er ingen aftaleform.\n  = vælg mellem: mundtlig, tilskud, samarbejdsaftale eller partnerskabsaftale\n"
    )
    assert not (folder / "agreements").exists()


@pytest.mark.parametrize("form", ["samarbejdsaftale", "Samarbejdsaftale", "cooperation"])
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_form_may_be_named_in_either_language(folder: Path, quick: Runner, command: tuple[str, ...], form: str) -> None:
    assert quick(*command, form, cwd=folder).code == 0
    assert "\nformalitet: samarbejdsaftale\n" in (folder / "agreements" / "kaffe.yaml").read_text("utf-8")
