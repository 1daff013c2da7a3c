"""The pictures of the README show what the tool says now, ask for nothing from elsewhere, and are told in words."""

import runpy
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from prose import PROJECT, named, tokens

FOLDER = PROJECT / "docs" / "pictures"
TEXTS = runpy.run_path(str(PROJECT / "scripts" / "pictures.py"))["TEXTS"]
READERS = {"en": PROJECT / "README.md", "da": PROJECT / "README.da.md"}
LARGEST = 200_000
TERMINALS, PAPERS = sorted(FOLDER.glob("*.svg")), sorted(FOLDER.glob("*.png"))


@pytest.mark.parametrize("name", TEXTS)
def test_a_picture_shows_what_the_tool_says_now(name: str) -> None:
    assert (FOLDER / name).read_text("utf-8") == TEXTS[name](), "run: python scripts/pictures.py"


@pytest.mark.parametrize("path", TERMINALS, ids=named)
def test_the_letters_of_a_terminal_are_its_text(path: Path) -> None:
    rows = ["".join(element.itertext()) for element in ET.parse(path).iter("{http://www.w3.org/2000/svg}text")]  # noqa: S314 - a file of our own
    assert rows == [line for line in path.with_suffix(".txt").read_text("utf-8").splitlines() if line]


@pytest.mark.parametrize("path", TERMINALS, ids=named)
def test_a_picture_asks_for_nothing_from_elsewhere(path: Path) -> None:
    message = path.read_text("utf-8").replace('xmlns="http://www.w3.org/2000/svg"', "")
    assert "//" not in message
    assert "url(" not in message


def test_every_picture_is_there_and_no_larger_than_it_need_be() -> None:
    assert {path.name for path in (*TERMINALS, *PAPERS)} == {
        f"{kind}.{name}{end}" for name in READERS for kind, end in (("finding", ".svg"), ("paper", ".png"))
    }
    assert [path.name for path in PAPERS if path.stat().st_size > LARGEST] == []


@pytest.mark.parametrize("language", READERS)
def test_the_readme_tells_its_pictures_in_words(language: str) -> None:
    shown = {
        str(part.attrs["src"]): part.content for item in tokens(READERS[language]) for part in item.children or [] if part.type == "image"
    }
    assert set(shown) == {f"docs/pictures/finding.{language}.svg", f"docs/pictures/paper.{language}.png"}
    assert all(len(words) > 60 for words in shown.values())
