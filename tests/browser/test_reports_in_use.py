"""Reports, agendas and the public site in a browser for every eye, and tables in a spreadsheet that speaks Danish."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from chromium import PROGRAM, Browser, browser
from conftest import PROJECT, TODAY, needs
from examining import VIEWS, faults, remarks

pytestmark = pytest.mark.outside

REPORTS = ("oversigt", "dialogmøde", "frister", "økonomi", "forsikringsliste", "tjekliste", "holdepunkter", "politik", "dækning", "sårbarhed",
           "katalog", "læring", "partnerskabstest")  # fmt: skip
OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
DANISH = "CSV:59,34,76,1,,1030,false,true"
"""Semicolons, quotation marks, UTF-8, Danish; numbers and dates as the locale writes them."""


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


def held(path: Path, *filters: str) -> list[tuple[object, ...]]:
    """The first sheet of a table after LibreOffice has opened it and saved it as its own."""
    needs(OFFICE, "LibreOffice is not here: apt-get install libreoffice-calc-nogui")
    out = path.parent / "out"
    words = [str(OFFICE), "--headless", f"-env:UserInstallation={(path.parent / 'office').as_uri()}", *filters]
    subprocess.run([*words, "--convert-to", "xlsx", "--outdir", str(out), str(path)], capture_output=True, check=True, timeout=300)
    sheet = openpyxl.load_workbook(out / f"{path.stem}.xlsx").worksheets[0]
    return list(sheet.iter_rows(values_only=True))


def expected(report: str) -> tuple[list[dict[str, object]], list[dict[str, str]]]:
    """The columns and rows of the first table as the JSON has them."""
    table = json.loads(tool("portfolio", report, "--format", "json"))["tables"][0]
    return table["columns"], table["rows"]


def same(cell: object, value: object, kind: str) -> bool:
    """Whether a cell of a spreadsheet holds what the JSON says."""
    if value is None:
        return cell in {None, ""}
    match kind:
        case "money":
            assert isinstance(value, dict)
            return isinstance(cell, int | float) and abs(cell - float(value["amount"])) < 0.005
        case "date":
            return isinstance(cell, datetime) and cell.date() == date.fromisoformat(str(value))
        case "number":
            return isinstance(cell, int | float) and cell == value
        case _:
            return True


@pytest.mark.parametrize("report", ["økonomi", "frister"])
@pytest.mark.parametrize("form", ["xlsx", "csv-excel"])
def test_a_danish_spreadsheet_reads_the_same_numbers_and_days(tmp_path: Path, report: str, form: str) -> None:
    path = tmp_path / f"tabel.{form.removesuffix('-excel')}"
    tool("portfolio", report, "--format", form, "-o", str(path))
    rows = held(path, *([f"--infilter={DANISH}"] if form == "csv-excel" else []))
    columns, wanted = expected(report)
    head = next(number for number, row in enumerate(rows) if str(row[0]) == columns[0]["title"])
    assert [str(cell) for cell in rows[head][: len(columns)]] == [str(column["title"]) for column in columns]
    compared = {str(column["kind"]) for column in columns}
    assert compared & {"money", "date"}
    for row, value in zip(rows[head + 1 :], wanted, strict=False):
        for cell, column in zip(row, columns, strict=False):
            assert same(cell, value[str(column["key"])], str(column["kind"])), (column, cell, value)
