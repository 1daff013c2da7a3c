"""The walls of the house: imports point one way, each outside thing has one door, functions stay short, and no test looks away."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import needs

SOURCE = Path(__file__).parent.parent / "src" / "partnerskab_cli"
FILES = sorted(SOURCE.rglob("*.py"))
TESTS = Path(__file__).parent

FLOORS = [
    {"text", "version", "lazy"},
    {"errors"},
    {"diagnostics", "difference", "paths"},
    {"lock"},
    {"atomic", "formats", "model"},
    {"guidance", "profile"},
    {"portfolio", "source"},
    {"edit", "history"},
    {"create", "rules"},
    {"check", "documents", "help"},
    {"render"},
    {"workspace"},
    {"cli"},
    {"__main__"},
]
VALUES = {"text", "version", "lazy", "errors", "diagnostics", "difference"}
"""What everything speaks in."""
FLOOR = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}
DOORS = {
    "yaml": {"source/parser.py"},
    "jinja2": {"render"},
    "rich": {"render/text_tables.py"},
    "subprocess": {"history/git.py"},
    "typer": {"cli"},
    "icalendar": {"render/ics.py"},
}


LAZY = re.compile(r"(?:\w+[.])+\w+:\w+")
"""A function as a registry names it."""


def room(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[tuple[str, int]]:
    """The rooms and the outside packages that a file imports."""
    parts = path.relative_to(SOURCE).parts
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((name.name.split(".")[0], node.lineno) for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level:
            base = parts[: len(parts) - node.level]
            target = [*base, *(node.module or "").split(".")] if node.module else [*base]
            names = [part for part in target if part] or [name.name for name in node.names]
            yield (names[0], node.lineno)
        elif isinstance(node, ast.ImportFrom):
            yield ((node.module or "").split(".")[0], node.lineno)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and LAZY.fullmatch(node.value):
            yield (node.value.split(".")[0], node.lineno)


def test_every_room_stands_on_a_floor() -> None:
    assert {room(path) for path in FILES} - {"__init__"} == set(FLOOR)


def test_no_import_runs_back() -> None:
    back = [
        f"{path.relative_to(SOURCE)}:{line} imports {name}"
        for path in FILES
        for name, line in imports(path)
        if room(path) != "__init__" and name in FLOOR and FLOOR[name] > FLOOR[room(path)]
    ]
    assert back == []


def test_rooms_on_the_same_floor_do_not_know_each_other() -> None:
    across = [
        f"{path.relative_to(SOURCE)}:{line} imports {name}"
        for path in FILES
        for name, line in imports(path)
        if name in FLOOR and room(path) in FLOOR and name != room(path) and FLOOR[name] == FLOOR[room(path)]
    ]
    assert across == []


def test_formats_see_only_diagnostics_and_text() -> None:
    seen = {name for path in FILES if room(path) == "formats" for name, _ in imports(path) if name in FLOOR} - {"formats"}
    assert seen <= VALUES


def test_rules_see_only_the_model_and_the_profile() -> None:
    seen = {name for path in FILES if room(path) == "rules" for name, _ in imports(path) if name in FLOOR} - {"rules"}
    assert seen <= VALUES | {"model", "guidance", "profile"}


@pytest.mark.parametrize("package", DOORS)
def test_each_outside_package_has_one_door(package: str) -> None:
    users = {
        path.relative_to(SOURCE).as_posix()
        for path in FILES
        for name, _ in imports(path)
        if name == package and not {path.relative_to(SOURCE).as_posix(), room(path)} & DOORS[package]
    }
    assert users == set()


def functions() -> Iterator[tuple[str, int]]:
    """Every function and the lines of its body, the docstring left out."""
    for path in FILES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef):
                body = node.body[1:] if ast.get_docstring(node) and len(node.body) > 1 else node.body
                yield f"{path.relative_to(SOURCE)}:{node.lineno} {node.name}", (node.end_lineno or 0) - body[0].lineno + 1


def test_functions_stay_short() -> None:
    sizes = sorted(size for _, size in functions())
    assert [name for name, size in functions() if size > 40] == []
    assert sizes[len(sizes) // 2] <= 6
    assert sizes[len(sizes) * 9 // 10] <= 20


def test_nothing_prints_but_the_screen() -> None:
    printing = [
        f"{path.relative_to(SOURCE)}:{node.lineno}"
        for path in FILES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and (
            (isinstance(node.func, ast.Name) and node.func.id == "print")
            or (isinstance(node.func, ast.Attribute) and node.func.attr == "write" and "sys.std" in ast.unparse(node.func))
            or (isinstance(node.func, ast.Attribute) and ast.unparse(node.func) in {"typer.echo", "typer.secho"})
        )
    ]
    assert printing == []


def test_every_public_name_says_what_it_is() -> None:
    silent = [
        f"{path.relative_to(SOURCE)}:{node.lineno} {node.name}"
        for path in FILES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_") and not ast.get_docstring(node)
        and node.name not in {"check", "runner", "read"}
    ]  # fmt: skip
    assert silent == []


def test_nothing_waits_for_later() -> None:
    words = ("TODO", "FIXME", "XXX", "NotImplementedError")
    allowed = {"source/placeholders.py", "rules/str_values.py"}
    """The placeholder that a file may hold is a subject of the tool."""
    matches = [
        path.relative_to(SOURCE).as_posix()
        for path in FILES
        if path.relative_to(SOURCE).as_posix() not in allowed and any(word in path.read_text("utf-8") for word in words)
    ]
    assert matches == []


def test_no_test_is_left_out_but_by_needs() -> None:
    left_out = [
        f"{path.relative_to(TESTS)}:{node.lineno} {node.attr}"
        for path in sorted(TESTS.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute)
        and node.attr in {"skip", "skipif", "importorskip", "xfail", "SkipTest", "skipTest", "skipUnless"}
    ]
    assert [place.partition(":")[0] for place in left_out] == ["conftest.py"], left_out


def test_what_is_needed_and_absent_fails_where_a_change_is_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="no bread"):
        needs(None, "there is no bread here")
