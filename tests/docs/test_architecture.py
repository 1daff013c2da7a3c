"""The page on the architecture says what the tests of the house keep."""

import re

from prose import PROJECT, fences, rows
from test_house import DOORS, FLOORS, SOURCE

PAGE = PROJECT / "docs" / "architecture.md"
PARTS = [row for row in rows(PAGE) if len(row) == 2]


def test_the_picture_has_the_floors_in_their_order() -> None:
    (picture,) = [fence.text for fence in fences(PAGE, "text") if "← errors" in fence.text]
    assert [set(re.findall(r"\w+", line)) for line in picture.splitlines()] == FLOORS


def test_every_room_is_described() -> None:
    described = {name for left, _ in PARTS for name in re.findall(r"`(\w+)`", left)}
    rooms = {path.name.removesuffix(".py") for path in SOURCE.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}
    assert rooms - {"__init__", "__main__"} <= described


def test_every_door_is_named() -> None:
    doors = {left.strip("`"): {right.strip("`")} for left, right in PARTS if left.strip("`") in DOORS}
    assert doors == {name: set(door) for name, door in DOORS.items()}


def test_every_folder_is_described() -> None:
    folders = {path.name for path in PROJECT.iterdir() if path.is_dir() and not path.name.startswith(".")}
    described = {name for left, _ in PARTS for name in re.findall(r"`(\w+)/`", left)}
    assert described <= folders
    assert folders & {"agreements", "templates", "schema", "ci", "tests", "bench", "docs"} <= described
