"""Reports, agendas and the public site in a browser, for every eye."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from chromium import PROGRAM, Browser, browser
from conftest import PROJECT, TODAY, needs
from examining import VIEWS, faults, remarks

pytestmark = pytest.mark.outside

REPORTS = ("oversigt", "dialogmøde", "frister", "økonomi", "forsikringsliste", "tjekliste", "holdepunkter", "politik", "dækning", "sårbarhed",
           "katalog", "læring", "partnerskabstest")  # fmt: skip


def tool(*words: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "partnerskab_cli", *words, "--today", TODAY, "-q"], cwd=PROJECT, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode("utf-8")


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Every report in both languages, both kinds of agenda, and the site."""
    folder = tmp_path_factory.mktemp("reports")
    for language in ("da", "en"):
        for name in REPORTS:
            (folder / f"{name}-{language}.html").write_text(tool("portfolio", name, "--format", "html", "--lang", language), "utf-8")
        (folder / f"overblik-{language}.html").write_text(tool("portfolio", "--format", "html", "--lang", language), "utf-8")
    (folder / "dagsorden.html").write_text(tool("agenda", "--to", "html"), "utf-8")
    (folder / "dagsorden-naboer.html").write_text(tool("agenda", "naboer-mod-ensomhed", "--to", "html"), "utf-8")
    tool("site", "-o", str(folder / "site"))
    site = sorted((folder / "site").glob("*.html"))
    assert len(site) > 10
    return [*sorted(folder.glob("*.html")), *site]


@pytest.fixture(scope="module")
def window(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    needs(PROGRAM, "Chromium is not here: apt-get install chromium")
    with browser(tmp_path_factory.mktemp("browser")) as opened:
        yield opened


@pytest.mark.parametrize("view", VIEWS)
def test_everyone_can_read_them(window: Browser, pages: list[Path], view: str) -> None:
    assert faults(window, pages, view) == {}


def test_the_checker_of_the_web_has_nothing_to_say_of_them(pages: list[Path]) -> None:
    assert remarks(pages) == []
