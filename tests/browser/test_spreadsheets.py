"""Every report, in both languages and every form of table, as a spreadsheet reads it: the same numbers, days as days, nothing alive."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from conftest import TODAY, example_record, needs

from partnerskab_cli.cli import main as app

pytestmark = pytest.mark.outside

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
REPORTS = ("overblik", "oversigt", "dialogmøde", "frister", "økonomi", "forsikringsliste", "tjekliste", "holdepunkter", "politik", "dækning",
           "sårbarhed", "katalog", "læring", "partnerskabstest", "udvikling")  # fmt: skip
DANISH = "CSV:59,34,76,1,,1030,false,true"
"""Semicolons, quotation marks, UTF-8, Danish; numbers and days as the locale writes them."""
PLAIN = "CSV:44,34,76,1,,1033,false,true"
"""Commas, quotation marks, UTF-8, English."""
FORMS = {"xlsx": None, "csv-excel": DANISH, "csv": PLAIN}
LANGUAGES = ("da", "en")
MARKS = {
    "da": {"yes": "ja", "partly": "delvist", "no": "nej", "not_relevant": "ikke relevant"},
    "en": {"yes": "yes", "partly": "partly", "no": "no", "not_relevant": "not relevant"},
}
WRITTEN = frozenset({"title", "party", "role", "recipient", "giver", "purpose", "goal", "learning", "result", "last_event", "point", "principle",
                     "figure", "place", "target_group", "text", "own"})  # fmt: skip
"""Columns whose words stand as they were written."""
HOSTILE = """
id: regneark
titel: '=HYPERLINK("http://x.example";"Ærø, Ømme & Ådal")'
formalitet: samarbejdsaftale
status: aktiv
område: ældre
parter:
  - {id: kommunen, navn: "@SUM(A1:A9)", side: offentlig, kontakt: {rolle: "+4574000000"}}
  - {id: venner, navn: "-1+1 Ældre på Åen", side: frivillig, kontakt: {rolle: "=cmd|' /C calc'!A0"}}
periode: {start: 2026-01-01, slut: 2026-12-31}
målgruppe: {tekst: "=1+1; årsmøde", antal: 7}
geografi: Åbølling
formål: "＝1+1 blåbærgrød"
mål: {tekst: "-3 til 4 æbler", frist: 2026-05-01, resultat: {status: delvist, tekst: "+1", dato: 2026-02-01}}
formidling: {oversigt: "=1+1 Rødgrød med fløde"}
tilskud: {lovgrundlag: sel_18, beløb: "1.234,56", bevillingsperiode: {start: 2026-01-01, slut: 2026-12-31}}
evaluering: {sidst: 2026-01-15, læring: "@ Lær af fejl"}
forsikring: {egen: "=2*2 Egen"}
hændelser: {dato: 2026-01-03, tekst: "\\t=tabulator"}
"""
Table = dict[str, Any]


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example record, and an agreement that would like to come alive in a spreadsheet."""
    folder = example_record(tmp_path_factory.mktemp("record"))
    (folder / "agreements" / "regneark.yaml").write_text(HOSTILE.lstrip(), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def written(record: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every report in both languages, as JSON and in every form of table."""
    folder = tmp_path_factory.mktemp("written")
    with pytest.MonkeyPatch.context() as place:
        place.chdir(record)
        for form in ("json", *FORMS):
            (folder / form).mkdir()
            for language in LANGUAGES:
                for report in REPORTS:
                    more = ("--compare-with", "2025-06-01") if report == "udvikling" else ()
                    path = folder / form / f"{report}-{language}.{form.removesuffix('-excel')}"
                    words = ("portfolio", report, "--format", form, "-o", str(path), "--lang", language, "--today", TODAY, "-q", *more)
                    assert app.run(words) == 0
    return folder


@pytest.fixture(scope="module")
def held(written: Path) -> Path:
    """All of them after LibreOffice has opened them and saved them as its own, each form in one go."""
    needs(OFFICE, "LibreOffice is not here: apt-get install libreoffice-calc-nogui")
    for form, read_as in FORMS.items():
        words = [str(OFFICE), "--headless", f"-env:UserInstallation={(written / 'office').as_uri()}"]
        words += [f"--infilter={read_as}"] if read_as else []
        paths = map(str, sorted((written / form).iterdir()))
        out = ["--convert-to", "xlsx", "--outdir", str(written / "held" / form)]
        subprocess.run([*words, *out, *paths], capture_output=True, check=True, timeout=300)
    return written


def tables(held: Path, form: str, report: str, language: str) -> Iterator[tuple[Table, list[tuple[Any, ...]]]]:
    """Each table of a report as the JSON tells it, with the cells that stand in the spreadsheet."""
    content = json.loads((held / "json" / f"{report}-{language}.json").read_text(encoding="utf-8"))["tables"]
    sheets = openpyxl.load_workbook(held / "held" / form / f"{report}-{language}.xlsx").worksheets
    main = [table for table in content if report != "overblik" or table["key"] == "agreements"][:1]
    wanted = content if form == "xlsx" else main
    assert len(sheets) == len(wanted) + (form == "xlsx")
    yield from zip(wanted, (list(sheet.iter_rows()) for sheet in sheets), strict=False)


def same(cell: object, value: Any, key: str, kind: str, language: str) -> bool:
    """Whether a cell of a spreadsheet holds what the JSON says."""
    if isinstance(value, dict) or type(value) in {int, float}:
        number = float(value["amount"]) if isinstance(value, dict) else value
        return isinstance(cell, int | float) and abs(cell - number) < 0.005
    if value is None:
        return cell in {None, ""}
    if kind == "date":
        return isinstance(cell, datetime) and cell.date() == date.fromisoformat(value)
    return in_words(cell, value, key, kind, language)


def in_words(cell: object, value: Any, key: str, kind: str, language: str) -> bool:
    """Whether a cell says a mark, a yes or a no, or the words as they were written; what is said otherwise to people has something."""
    if isinstance(value, bool):
        return cell in {value, MARKS[language]["yes" if value else "no"]}
    if kind == "mark":
        return cell in {value, MARKS[language][value]}
    if kind == "name" or (key in WRITTEN and isinstance(value, str)):
        return str(cell).removeprefix("'") == str(value).replace("\t", "␉")
    return isinstance(cell, str) and bool(cell)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("report", REPORTS)
@pytest.mark.parametrize("form", FORMS)
def test_a_spreadsheet_reads_what_the_report_says(held: Path, form: str, report: str, language: str) -> None:
    for table, rows in tables(held, form, report, language):
        columns = table["columns"]
        titles = [column["key"] if form == "csv" else column["title"] for column in columns]
        assert [str(cell.value) for cell in rows[0][: len(columns)]] == titles
        for cells, row in zip(rows[1:], table["rows"], strict=True):
            for cell, column in zip(cells, columns, strict=False):
                value = row[column["key"]]
                assert cell.data_type != "f", cell.value
                assert same(cell.value, value, column["key"], column["kind"], language), (table["key"], column["key"], cell.value, value)


def test_what_would_come_alive_is_in_the_tables(written: Path) -> None:
    content = "".join(path.read_text(encoding="utf-8") for path in (written / "csv").iterdir())
    assert all(text in content for text in ("'=HYPERLINK", "'@SUM", "'-1+1", "'=cmd", "'=1+1", "'+4574000000"))
