"""The language of the keys, wherever a command asks for it."""

from pathlib import Path

import pytest
from conftest import Runner

COMMANDS = (
    ("fmt", "a.yaml"),
    ("new", "kaffe", "--no-input"),
    ("schema",),
    ("init", "--ci", "none"),
    ("import", "liste.csv"),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An agreement to lay out, and a list to import."""
    (tmp_path / "a.yaml").write_text("title: Kaffe\nid: a\n", "utf-8")
    (tmp_path / "liste.csv").write_text("Titel\nKaffe\n", "utf-8")
    return tmp_path


@pytest.mark.parametrize(("word", "says"), [("", "Der står intet efter --keys."), ("sv", "»sv« kan ikke stå efter --keys.")])
@pytest.mark.parametrize("command", COMMANDS, ids=lambda words: words[0])
def test_what_is_no_language_is_refused_with_the_choices_and_nothing_is_written(
    folder: Path, quick: Runner, command: tuple[str, ...], word: str, says: str
) -> None:
    before = {path: path.read_bytes() for path in folder.iterdir()}
    ran = quick(*command, "--keys", word, cwd=folder)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"fejl: {says}\n  = vælg mellem: da eller en\n"
    assert {path: path.read_bytes() for path in folder.iterdir()} == before


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("command", COMMANDS, ids=lambda words: words[0])
def test_each_language_is_known_everywhere(folder: Path, quick: Runner, command: tuple[str, ...], language: str) -> None:
    assert quick(*command, "--keys", language, cwd=folder).code in {0, 1}
