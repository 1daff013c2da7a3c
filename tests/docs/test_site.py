"""The pages as a site: it builds without a warning, asks for nothing from elsewhere, and holds every page."""

import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
from conftest import needs
from prose import PROJECT

REMOTE = re.compile(r"""<(?:script|link|img|iframe|source)\b[^>]*\b(?:src|href)=["'](?:https?:)?//""", re.IGNORECASE)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as `mkdocs build --strict` makes it, with the way to the network shut."""
    needs(find_spec("mkdocs"), "the site needs the extra `docs`")
    folder = tmp_path_factory.mktemp("site")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "-d", str(folder)],
        cwd=PROJECT, env={"http_proxy": SHUT, "https_proxy": SHUT, "PATH": ""}, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return folder


SHUT = "http://127.0.0.1:9"


def test_every_page_is_on_the_site(site: Path) -> None:
    assert [page.name for page in (PROJECT / "docs").glob("*.md") if not (site / f"{page.stem}.html").exists()] == []


def test_a_reader_fetches_nothing_from_elsewhere(site: Path) -> None:
    assert [page.name for page in site.rglob("*.html") if REMOTE.search(page.read_text("utf-8"))] == []


def test_every_link_of_the_site_leads_somewhere(site: Path) -> None:
    dead = [
        f"{page.relative_to(site)}: {link}"
        for page in site.rglob("*.html")
        for link in re.findall(r'<a[^>]+href="([^"#:]+?)(?:#[^"]*)?"', page.read_text("utf-8"))
        if page.name != "404.html" and not (page.parent / link).exists()
    ]
    assert dead == []
