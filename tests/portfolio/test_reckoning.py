"""The numbers of every report, by the public door, against what the raw files say: on three days, of two records."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from conftest import PROJECT, Runner
from invented import write
from raw import agreements
from reckoned import REPORTS
from whole import EARLIER, on

DAYS = ("2026-03-01", "2026-09-30", "2027-06-30")
"""On the second one agreements end."""
RECORDS = ("example", "invented")
NUMBERS = frozenset({"number", "money", "date", "mark"})
ALIKE = {("partnership-test", "marks")}
"""Tables that say the same of every record."""


@pytest.fixture(scope="session")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record in which all kinds of agreements meet."""
    folder = tmp_path_factory.mktemp("invented")
    write(folder, 60)
    return folder


def told(quick: Runner, folder: Path, report: str, day: str) -> dict[str, Any]:
    """A report as a machine reads it, its tables by their keys."""
    more = ("--compare-with", EARLIER.isoformat()) if report == "development" else ()
    ran = quick("portfolio", report, "--format", "json", "--lang", "en", "--today", day, *more, cwd=folder)
    assert (ran.code, ran.err) == (0, "")
    return {table["key"]: table for table in json.loads(ran.out)["tables"]}


def comparable(row: dict[str, Any], keys: frozenset[str]) -> str:
    """What is compared of a row; the order of names in a cell is the golden files' matter."""
    shown = {key: alike(value) for key, value in row.items() if key in keys}
    return json.dumps(shown, ensure_ascii=False, sort_keys=True)


def alike(value: Any) -> Any:
    """A value as it is compared: 9.0 is 9."""
    if isinstance(value, list | set):
        return sorted(value)
    return float(value) if type(value) is int else value


@pytest.mark.thorough
@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("report", REPORTS)
@pytest.mark.parametrize("record", RECORDS)
def test_every_number_is_the_one_that_the_files_give(quick: Runner, invented: Path, record: str, report: str, day: str) -> None:
    folder = invented if record == "invented" else PROJECT
    tables = told(quick, folder, report, day)
    whole = on(date.fromisoformat(day), agreements(folder))
    assert {(report, key) for key in tables} - ALIKE == {(report, key) for key in REPORTS[report]}
    for key, reckon in REPORTS[report].items():
        wanted, result = reckon(whole), tables[key]
        keys = frozenset(name for row in wanted for name in row)
        if wanted:
            assert {column["key"] for column in result["columns"] if column["kind"] in NUMBERS} <= keys, key
        assert sorted(comparable(row, keys) for row in result["rows"]) == sorted(comparable(row, keys) for row in wanted), key


def test_the_invented_record_has_something_of_everything(invented: Path) -> None:
    whole = on(date.fromisoformat(DAYS[0]), agreements(invented))
    assert set(whole.standing.values()) == {"idea", "draft", "coming", "signed", "active", "renegotiation", "expired", "ended"}
    assert [name for name, tables in REPORTS.items() for reckon in tables.values() if not reckon(whole)] == []


@pytest.mark.parametrize("day", DAYS)
def test_deadlines_stand_by_day(quick: Runner, invented: Path, day: str) -> None:
    days = [row["day"] for row in told(quick, invented, "deadlines", day)["deadlines"]["rows"]]
    assert days == sorted(days)
