"""Searching the public site, as a reader does: words, choices, the address, and back to everything."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from chromium import PROGRAM, Browser, browser
from conftest import PROJECT, TODAY, needs

from partnerskab_cli.cli import main as app

pytestmark = pytest.mark.outside

TYPE = """(function (name, value) {
  var field = document.getElementById(name);
  field.value = value;
  field.dispatchEvent(new Event("input", {bubbles: true}));
})(%s, %s)"""
SHOWN = "Array.from(document.querySelectorAll('.offers > article')).filter(one => one.checkVisibility()).map(one => one.id)"
OFFERS = "document.querySelectorAll('.offers > article').length"


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the example record."""
    folder = tmp_path_factory.mktemp("site")
    with pytest.MonkeyPatch.context() as place:
        place.chdir(PROJECT)
        assert app.run(("site", "-o", str(folder), "--today", TODAY, "-q")) == 0
    return folder / "index.html"


@pytest.fixture(scope="module")
def window(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    needs(PROGRAM, "Chromium is not here: apt-get install chromium")
    with browser(tmp_path_factory.mktemp("browser")) as opened:
        yield opened


@pytest.fixture
def page(window: Browser, index: Path) -> Browser:
    window.open(index)
    window.asked("location.hash = ''")
    window.asked(TYPE % ('"words"', '""'))
    return window


def typed(page: Browser, name: str, value: str) -> list[str]:
    """What is shown after something is typed or chosen."""
    page.asked(TYPE % (json.dumps(name), json.dumps(value)))
    return list(page.asked(SHOWN))


KLOSTER = ["kaffe-paa-kanden", "language-cafe-toender", "rammeaftale-frivilligcenter", "young-voices"]


@pytest.mark.parametrize("words", ["Løgumkloster", "LOEGUMKLOSTER", "  løgumkloster ", "løgum kloster", "kloster LØ"])
def test_letters_and_case_and_order_are_no_hindrance(page: Browser, words: str) -> None:
    assert sorted(typed(page, "words", words)) == KLOSTER


def test_every_word_must_be_there(page: Browser) -> None:
    assert typed(page, "words", "løgumkloster kaffe torsdag") == ["kaffe-paa-kanden"]


def test_names_of_fields_are_not_searched(page: Browser) -> None:
    assert typed(page, "words", "hvem står bag") == []
    assert page.asked("document.getElementById('none').checkVisibility()") is True
    assert page.asked("document.getElementById('count').textContent") == "Viser 0 tilbud"


def test_a_choice_narrows_the_list_and_the_count_says_so(page: Browser) -> None:
    words = typed(page, "theme", "integration")
    assert words == ["language-cafe-toender"]
    assert page.asked("document.getElementById('count').textContent") == "Viser 1 tilbud"
    assert page.asked("location.hash") == "#theme=integration"
    assert typed(page, "place", "Højer") == []


def test_the_address_brings_the_search_back(page: Browser) -> None:
    page.asked(
        "new Promise(done => { addEventListener('hashchange', done, {once: true}); location.hash = 'words=l%C3%B8gumkloster&place=T%C3%B8nder'; }).then(() => 0)"
    )
    assert sorted(page.asked(SHOWN)) == ["language-cafe-toender", "rammeaftale-frivilligcenter"]
    assert page.asked("document.getElementById('words').value") == "løgumkloster"


def test_a_button_brings_everything_back(page: Browser) -> None:
    typed(page, "words", "zzz")
    page.asked("new Promise(done => { document.querySelector('#find button').click(); setTimeout(done, 0); }).then(() => 0)")
    assert len(page.asked(SHOWN)) == page.asked(OFFERS) > 10
    assert page.asked("location.hash") == ""
