"""Every system of the sources is served somewhere, and what the page names exists."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from prose import PROJECT, rows

from partnerskab_cli.cli.registry import COMMANDS
from partnerskab_cli.help.topics import find_topic_pages
from partnerskab_cli.model.agreement import Agreement
from partnerskab_cli.model.record import walk_fields
from partnerskab_cli.portfolio.registry import find_report_name
from partnerskab_cli.rules.registry import BY_CODE
from partnerskab_cli.source.profiles import load_shipped_profile

PAGE = PROJECT / "docs" / "sources.md"
TESTS = "tests/docs/test_systems.py"
NUMBERS = [
    *(f"01.{number}" for number in range(1, 14)),
    *(f"02.{number}" for number in range(1, 6)),
    *(f"03.{number}" for number in range(1, 4)),
    *(f"04.{number}" for number in range(1, 8)),
    *(f"{number:02}" for number in range(5, 11)), "10b",
    *(f"{number}" for number in range(11, 21)),
    *(f"{number}" for number in range(30, 45)),
]  # fmt: skip
FIELDS = {point.format_path() for point in walk_fields(Agreement)}
EXISTS = {
    "field": lambda name: name in FIELDS,
    "rule": lambda name: name in BY_CODE,
    "report": lambda name: find_report_name(name) is not None,
    "command": lambda name: name in COMMANDS,
    "explain": lambda name: find_topic_pages(name, load_shipped_profile("tønder")) != (),
}


class System(NamedTuple):
    """A row of the page."""

    number: str
    system: str
    served: dict[str, list[str]]
    shown: list[str]


def systems() -> Iterator[System]:
    for number, system, served, shown in (row for row in rows(PAGE) if len(row) == 4 and re.match(r"\d", row[0])):
        parts = [re.fullmatch(r"\*\*(\w+)\*\* ((?:`[^`]+`(?:, )?)+)", part) for part in served.split(" · ")]
        assert all(parts), f"{number}: {served}"
        by_kind = {part[1]: re.findall("`([^`]+)`", part[2]) for part in parts if part}
        yield System(number, system, by_kind, re.findall("`([^`]+)`", shown))


ROWS = list(systems())
every_row = pytest.mark.parametrize("row", ROWS, ids=lambda row: row.number)


def test_the_page_has_every_system_once_and_in_order() -> None:
    assert [row.number for row in ROWS] == NUMBERS


@every_row
def test_a_system_is_served_by_things_that_exist(row: System) -> None:
    assert row.system
    assert row.served
    absent = [f"{kind} {name}" for kind, names in row.served.items() for name in names if not EXISTS[kind](name)]
    assert absent == []


@every_row
def test_a_system_is_shown_by_tests_that_exist(row: System) -> None:
    assert row.shown
    assert [name for name in row.shown if not is_test(name)] == []


def is_test(name: str) -> bool:
    path, _, function = name.rpartition("::")
    return function in functions_of(PROJECT / (path or TESTS))


@cache
def functions_of(path: Path) -> frozenset[str]:
    return frozenset(node.name for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.FunctionDef))
