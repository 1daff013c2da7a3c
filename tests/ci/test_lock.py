"""The packages that a change is tried with: each named with its version and its hashes, and none from elsewhere."""

import re
import tomllib
from collections.abc import Iterator

import pytest
from conftest import PROJECT
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

LOCK = (PROJECT / ".ci" / "requirements.txt").read_text("utf-8")
WANTED = ("test", "check", "outside", "release")
ENTRY = re.compile(
    r"^(?P<name>[a-z\d-]+)==(?P<version>[\w.]+)(?: ; (?P<marker>.+?))? \\\n(?P<hashes>(?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)",
    re.MULTILINE,
)
"""A package, its version, where it is wanted, and what each of its files must be."""


def declared() -> Iterator[Requirement]:
    """What the project asks for, by itself and by its extras."""
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))
    extras = project["project"]["optional-dependencies"]
    every = [
        *project["build-system"]["requires"],
        *project["project"]["dependencies"],
        *(item for extra in extras.values() for item in extra),
    ]
    yield from (requirement for requirement in map(Requirement, every) if requirement.name != project["project"]["name"])


LOCKED = {match["name"]: match for match in ENTRY.finditer(LOCK)}


@pytest.mark.parametrize("wanted", list(declared()), ids=str)
def test_what_is_declared_is_locked_within_its_bounds(wanted: Requirement) -> None:
    result = LOCKED[canonicalize_name(wanted.name)]
    assert wanted.specifier.contains(result["version"])
    assert result["marker"] is None


def test_every_line_is_a_package_with_the_hashes_of_its_files() -> None:
    assert ENTRY.sub("", LOCK) == ""
    assert len(LOCKED) == len(list(ENTRY.finditer(LOCK)))


def test_no_place_is_named_that_packages_come_from() -> None:
    assert not re.search(r"://|index|find-links|@", LOCK)


def test_all_that_a_change_is_tried_with_is_locked() -> None:
    script = (PROJECT / ".ci" / "lock").read_text("utf-8")
    assert tuple(re.findall(r"--extra (\w+)", script)) == WANTED


def test_a_change_is_tried_with_nothing_but_what_is_locked() -> None:
    script = (PROJECT / ".ci" / "run").read_text("utf-8")
    fetched = [line.strip() for line in script.splitlines() if re.search(r"\bpip\d? (install|download)\b", line)]
    newest = [line for line in fetched if "--require-hashes" not in line and "--no-deps" not in line]
    assert newest == [".venv/bin/pip install -q --upgrade -e '.[test]'"], "but once with the newest that the bounds allow"
    assert len(fetched) == 3


def test_the_constraints_of_the_readme_are_the_locked_versions() -> None:
    constraints = [
        f"{match['name']}=={match['version']}{f' ; {marker}' if (marker := match['marker']) else ''}" for match in LOCKED.values()
    ]
    assert (PROJECT / ".ci" / "constraints.txt").read_text("utf-8").splitlines() == constraints


@pytest.mark.parametrize("name", ["README.md", "README.da.md", "CONTRIBUTING.md"])
def test_a_stranger_installs_the_versions_that_are_tested(name: str) -> None:
    commands = re.findall(r"pip install .*\[test.*", (PROJECT / name).read_text("utf-8"))
    assert commands
    assert [command for command in commands if "-c .ci/constraints.txt" not in command] == []


ACTION = (PROJECT / ".ci" / "action.txt").read_text("utf-8")
INSTALLED = {match["name"]: match for match in ENTRY.finditer(ACTION)}


def test_what_the_action_installs_is_what_a_change_is_tried_with() -> None:
    assert ENTRY.sub("", ACTION) == ""
    assert {name: match["version"] for name, match in INSTALLED.items()} == {name: LOCKED[name]["version"] for name in INSTALLED}
    assert [name for name, match in INSTALLED.items() if not set(match["hashes"].split()) <= set(LOCKED[name]["hashes"].split())] == []


def test_the_action_installs_all_that_the_tool_and_its_making_ask_for_and_no_extra() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))
    asked = {
        canonicalize_name(Requirement(item).name) for item in (*project["project"]["dependencies"], *project["build-system"]["requires"])
    }
    assert asked <= set(INSTALLED)
    assert not {"typst", "python-docx", "xlsxwriter", "pytest", "ruff"} & set(INSTALLED)
