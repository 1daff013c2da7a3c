"""The page of promises names tests that exist."""

import re

from prose import PROJECT, rows

PROMISES = [row for row in rows(PROJECT / "docs" / "promises.md") if row[0].isdigit()]


def test_the_promises_are_numbered() -> None:
    assert [int(row[0]) for row in PROMISES] == list(range(1, 15))


def test_every_promise_names_tests_that_exist() -> None:
    named = [name for row in PROMISES for name in re.findall("`([^`]+)`", row[3])]
    assert [name for name in named if not (PROJECT / name).exists()] == []
    assert all("`tests/" in row[3] for row in PROMISES)


def test_the_numbers_that_may_be_raised_are_read_by_tests() -> None:
    text = (PROJECT / "docs" / "promises.md").read_text("utf-8")
    read = {name for path in (PROJECT / "tests").rglob("*.py") for name in re.findall(r'"(PARTNERSKAB_[A-Z]+)"', path.read_text("utf-8"))}
    assert set(re.findall("`(PARTNERSKAB_[A-Z]+)=", text)) <= read


def test_every_module_whose_faults_are_counted_is_there_and_none_that_reads_or_writes_is_left_out() -> None:
    counted = set(re.findall(r'^ {8}"([\w/]+\.py)": ', (PROJECT / "bench" / "mutation.py").read_text("utf-8"), re.MULTILINE))
    package = PROJECT / "src" / "partnerskab_cli"
    assert [name for name in counted if not (package / name).is_file()] == []
    both = {f"{room}/{path.name}" for room in ("source", "edit", "create") for path in (package / room).glob("*.py")}
    assert {name for name in both if not name.endswith("__init__.py")} <= counted


def test_every_module_that_must_be_reached_whole_is_there() -> None:
    (listed,) = re.findall(r"^whole=\((.*?)\)$", (PROJECT / ".ci" / "coverage").read_text("utf-8"), re.MULTILINE | re.DOTALL)
    names = [word for word in listed.split() if "*" not in word]
    assert len(names) > 10
    assert [name for name in names if not (PROJECT / "src" / "partnerskab_cli" / f"{name}.py").is_file()] == []
