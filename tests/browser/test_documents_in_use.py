"""Documents where they are used: in a browser for every eye, on paper, in Word, and before the checker of the web's own rules."""

import io
import itertools
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pypdf
import pytest
from chromium import PROGRAM, Browser, browser
from conftest import PROJECT, needs
from examining import VIEWS, faults, remarks, violations
from papers import PROFILE
from test_inert import filled_with
from test_variants import for_citizens, for_committee, shown_to_all, with_values

from partnerskab_cli.documents.context import build_render_context
from partnerskab_cli.documents.contract import build_contract
from partnerskab_cli.render.registry import render_document
from partnerskab_cli.render.theme import build_theme
from partnerskab_cli.text.blocks import Document

pytestmark = pytest.mark.outside

AGREEMENTS = sorted(path.stem for path in (PROJECT / "agreements").glob("*.yaml"))
VARIANTS = ("aftale", "udvalg", "borger")
POPPLER = shutil.which("pdftotext")
OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
NO_BROWSER = "Chromium is not here: apt-get install chromium"


def rendered(folder: Path, *words: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "partnerskab_cli", "render", "-q", "agreements", *words, "-o", str(folder)],
        cwd=PROJECT,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every agreement of the example record in every variant, and all of them in one."""
    folder = tmp_path_factory.mktemp("pages")
    for variant in VARIANTS:
        rendered(folder, "--to", "html", "--variant", variant)
        rendered(folder / f"alle-{variant}.html", "--to", "html", "--variant", variant)
    return folder


@pytest.fixture(scope="module")
def window(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    needs(PROGRAM, NO_BROWSER)
    with browser(tmp_path_factory.mktemp("browser")) as opened:
        yield opened


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("variant", VARIANTS)
def test_everyone_can_read_it(window: Browser, pages: Path, variant: str, view: str) -> None:
    suffix = "" if variant == "aftale" else f"-{variant}"
    result = [path for name in (*AGREEMENTS, "alle") if (path := pages / f"{name}{suffix}.html").exists()]
    assert len(result) > 20
    assert faults(window, result, view) == {}


def test_the_checks_see_a_fault_where_there_is_one(window: Browser, tmp_path: Path) -> None:
    (tmp_path / "x.html").write_text(
        "<html><body><img src='https://ond.example/x.png'><p style='color:#ccc'>Flere ord at læse.<script>console.log(1)</script>", "utf-8"
    )
    window.open(tmp_path / "x.html", width=320)
    words = [rule for rule, _ in violations(window)]
    assert {"image-alt", "html-has-lang", "color-contrast", "document-title"} <= set(words)
    assert window.requests == ["https://ond.example/x.png"]
    assert window.complaints


def test_the_keyboard_reaches_the_content_first(window: Browser, pages: Path) -> None:
    window.open(pages / "naboer-mod-ensomhed.html")
    for kind in ("rawKeyDown", "keyUp"):
        window.call("Input.dispatchKeyEvent", type=kind, key="Tab", code="Tab", windowsVirtualKeyCode=9)
    assert window.asked("document.activeElement.getAttribute('href')") == "#content"
    assert window.asked("document.activeElement.getBoundingClientRect().left >= 0"), "the link is seen when it has the focus"
    assert window.asked("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_a_style_from_outside_has_no_effect(window: Browser, pages: Path) -> None:
    window.open(pages / "naboer-mod-ensomhed.html")
    added = "const s = document.createElement('style'); s.textContent = 'body { display: none }'; document.head.append(s); getComputedStyle(document.body).display"
    assert window.asked(added) == "block"


@pytest.mark.parametrize("name", AGREEMENTS)
def test_the_case_for_the_committee_is_one_page(window: Browser, pages: Path, name: str) -> None:
    window.open(pages / f"{name}-udvalg.html")
    assert len(pypdf.PdfReader(io.BytesIO(window.printed())).pages) == 1


def test_a_printed_page_says_which_it_is(window: Browser, pages: Path) -> None:
    window.open(pages / "huskevenner-hoejer.html")
    reader = pypdf.PdfReader(io.BytesIO(window.printed()))
    count = len(reader.pages)
    for number, page in enumerate(reader.pages, 1):
        text = " ".join(page.extract_text().split())
        assert f"Side {number} af {count}" in text
        assert "Udkast" in text


LONG = "Q" * 400
"""A word that nothing can hyphenate."""


@pytest.fixture(params=VARIANTS)
def endless(request: pytest.FixtureRequest) -> Document:
    """A document with a word wider than any paper in every place where a text may stand, but its title."""
    draw = {
        "aftale": lambda item: build_contract(item, build_render_context(item, PROFILE)),
        "udvalg": for_committee,
        "borger": for_citizens,
    }[request.param]
    return draw(with_values(filled_with(shown_to_all(), lambda _: LONG), title="Kort"))


@pytest.mark.parametrize("view", VIEWS)
def test_no_word_is_too_long_for_a_screen(window: Browser, tmp_path: Path, endless: Document, view: str) -> None:
    (tmp_path / "x.html").write_bytes(render_document(endless, "html", build_theme(PROFILE), {}))
    assert faults(window, [tmp_path / "x.html"], view) == {}


@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_no_word_is_too_long_for_paper(tmp_path: Path, endless: Document, form: str) -> None:
    (tmp_path / f"x.{form}").write_bytes(render_document(endless, form, build_theme(PROFILE), {}))
    if form == "docx":
        in_office(tmp_path, "x")
    needs(POPPLER, "pdftotext is not here: apt-get install poppler-utils")
    seen = subprocess.run([str(POPPLER), str(tmp_path / "x.pdf"), "-"], capture_output=True, check=True, text=True).stdout
    message = render_document(endless, "md", build_theme(PROFILE), {}).decode()
    assert message.count("Q") > 400 * 20
    assert seen.count("Q") == message.count("Q"), "what runs off the paper is not seen"


@pytest.mark.parametrize("variant", VARIANTS)
def test_no_text_is_too_long_for_paper(tmp_path: Path, variant: str) -> None:
    needs(POPPLER, "pdftotext is not here: apt-get install poppler-utils")
    draw = {
        "aftale": lambda item: build_contract(item, build_render_context(item, PROFILE)),
        "udvalg": for_committee,
        "borger": for_citizens,
    }[variant]
    numbers = itertools.count()
    text = lambda _: "Qx " * (1 if next(numbers) % 4 else 1500)  # noqa: E731 - a page and a half in every fourth place; more is refused
    document = draw(with_values(filled_with(shown_to_all(), text), title="Kort"))
    (tmp_path / "x.pdf").write_bytes(render_document(document, "pdf", build_theme(PROFILE), {}))
    seen = subprocess.run([str(POPPLER), str(tmp_path / "x.pdf"), "-"], capture_output=True, check=True, text=True).stdout
    assert seen.count("Q") == render_document(document, "md", build_theme(PROFILE), {}).decode().count("Q")


def in_office(folder: Path, *names: str) -> None:
    """Word documents as another program prints them."""
    needs(OFFICE, "LibreOffice is not here: apt-get install libreoffice-writer-nogui")
    subprocess.run(
        [str(OFFICE), "--headless", f"-env:UserInstallation={(folder / 'office').as_uri()}", "--convert-to", "pdf", "--outdir", str(folder),
         *(str(folder / f"{name}.docx") for name in names)], capture_output=True, check=True, timeout=300,
    )  # fmt: skip


def test_the_checker_of_the_web_has_nothing_to_say(pages: Path) -> None:
    assert remarks(sorted(pages.glob("*.html"))) == []


def test_word_documents_open_in_another_program(tmp_path: Path) -> None:
    rendered(tmp_path, "--to", "docx")
    names = ("naboer-mod-ensomhed", "young-voices", "kaffe-paa-kanden")
    in_office(tmp_path, *names)
    texts = {name: " ".join(page.extract_text() for page in pypdf.PdfReader(tmp_path / f"{name}.pdf").pages) for name in names}
    assert "1. Parterne" in texts["naboer-mod-ensomhed"]
    assert "1. The parties" in texts["young-voices"]
    assert "Side 1 af" in texts["kaffe-paa-kanden"]


@pytest.mark.parametrize("variant", VARIANTS)
def test_every_pdf_can_be_made(tmp_path: Path, variant: str) -> None:
    rendered(tmp_path, "--to", "pdf", "--variant", variant)
    files = sorted(tmp_path.glob("*.pdf"))
    assert len(files) > 20
    if variant == "udvalg":
        assert {path.name: len(pypdf.PdfReader(path).pages) for path in files} == dict.fromkeys((path.name for path in files), 1)
