"""The walls of the house: imports point one way, each outside thing has one door, names are searchable, and no test looks away."""

import ast
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from conftest import needs

from partnerskab_cli.cli.registry import COMMANDS
from scripts.verb_share import has_verb, is_named_by_python

SOURCE = Path(__file__).parent.parent / "src" / "partnerskab_cli"
FILES = sorted(SOURCE.rglob("*.py"))
TESTS = Path(__file__).parent
TREES = {path: ast.parse(path.read_text("utf-8")) for path in FILES}
NODES = {path: tuple(ast.walk(tree)) for path, tree in TREES.items()}
D = TypeVar("D", ast.FunctionDef, ast.ClassDef)

FLOORS = [
    {"text", "version", "lazy"},
    {"errors"},
    {"diagnostics", "difference", "paths"},
    {"lock"},
    {"atomic", "formats", "model"},
    {"guidance", "profile"},
    {"portfolio", "source"},
    {"edit", "history", "privacy"},
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
    for node in NODES[path]:
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
    assert seen <= VALUES | {"model", "guidance", "profile", "privacy"}


@pytest.mark.parametrize("package", DOORS)
def test_each_outside_package_has_one_door(package: str) -> None:
    users = {
        path.relative_to(SOURCE).as_posix()
        for path in FILES
        for name, _ in imports(path)
        if name == package and not {path.relative_to(SOURCE).as_posix(), room(path)} & DOORS[package]
    }
    assert users == set()


DECLARING = frozenset({
    "field", "field_path", "choice_label", "option", "argument", "text_column", "number_column", "date_column", "money_column",
    "mark_column", "of", "lazy", "main",
})  # fmt: skip
"""Constructors of declarations and of values, and the door."""
PROTOCOLS = frozenset({"localize", "render", "check", "load"})
"""Names that many modules give on purpose, for who calls knows only the name; `load` is pickle's."""
VAGUE = frozenset({"one", "made", "told", "said", "found"})
MOST_HOMES = 4
"""Modules that may have a function of one name."""
LONGEST, NINE_OF_TEN = 50, 25
SPEAKING = 8
"""Lines of a body; from the last on a function has a docstring."""
SMALLEST, LARGEST = 60, 300
"""Lines of a module with functions in it, but for the chapters of the rules."""
SMALL, LARGE = 53, 14
"""How many are outside; the two may only shrink."""


def definitions(kind: type[D]) -> Iterator[tuple[Path, D]]:
    """Every function, or every class."""
    for path in FILES:
        yield from ((path, node) for node in NODES[path] if isinstance(node, kind))


def body(node: ast.FunctionDef) -> int:
    """Lines of a function, the docstring left out."""
    lines = node.body[1:] if ast.get_docstring(node) and len(node.body) > 1 else node.body
    return (node.end_lineno or 0) - lines[0].lineno + 1


def named_by_its_pattern(path: Path, node: ast.FunctionDef) -> bool:
    """Whether a function has another reason for its name than what it does: a property, a rule's check, a command."""
    return (
        is_named_by_python(node)
        or (room(path) == "rules" and node.name in CHECKS)
        or f"cli.commands.{path.stem}:{node.name}" in COMMAND_FUNCTIONS
    )


CHECKS = frozenset(
    name.id
    for path in FILES
    if room(path) == "rules"
    for keyword in NODES[path]
    if isinstance(keyword, ast.keyword) and (keyword.arg or "").startswith("check")
    for name in ast.walk(keyword.value)
    if isinstance(name, ast.Name)
)
COMMAND_FUNCTIONS = frozenset(listed.function for listed in COMMANDS.values())


def test_a_function_begins_with_a_verb() -> None:
    asked = [(path, node) for path, node in definitions(ast.FunctionDef) if not named_by_its_pattern(path, node)]
    others = [
        f"{path.relative_to(SOURCE)}:{node.lineno} {node.name}" for path, node in asked if not has_verb(node.name, DECLARING | PROTOCOLS)
    ]
    assert len(asked) > 1000
    assert others == []


@pytest.mark.parametrize(("name", "verb"), [("list_ids", True), ("list", False), ("title_of", False), ("is_open", True), ("said", False)])
def test_a_noun_that_is_a_verb_too_needs_an_object(name: str, verb: bool) -> None:  # noqa: FBT001 - a table
    assert has_verb(name) is verb


def test_a_class_name_exists_once() -> None:
    names = Counter(node.name for _, node in definitions(ast.ClassDef))
    assert [name for name, count in names.items() if count > 1] == []


def test_a_function_name_has_few_homes() -> None:
    homes: defaultdict[str, set[Path]] = defaultdict(set)
    for path, node in definitions(ast.FunctionDef):
        homes[node.name].add(path)
    spread = {name for name, paths in homes.items() if len(paths) > MOST_HOMES and not name.startswith("__")}
    assert spread - PROTOCOLS == set()


def test_a_variable_says_what_it_holds() -> None:
    vague = [
        f"{path.relative_to(SOURCE)}:{node.lineno}"
        for path in FILES
        for node in NODES[path]
        if (isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) and node.id in VAGUE)
        or (isinstance(node, ast.arg) and node.arg in VAGUE)
    ]
    assert vague == []


def test_functions_stay_short() -> None:
    sizes = sorted((body(node), f"{path.relative_to(SOURCE)} {node.name}") for path, node in definitions(ast.FunctionDef))
    assert [name for size, name in sizes if size > LONGEST] == []
    assert sizes[len(sizes) * 9 // 10][0] <= NINE_OF_TEN


def test_a_module_is_neither_a_scrap_nor_a_store() -> None:
    sizes = {
        path.relative_to(SOURCE).as_posix(): len(path.read_text("utf-8").splitlines())
        for path in {path for path, _ in definitions(ast.FunctionDef)}
        if room(path) != "rules" and path.name != "__init__.py"
    }
    assert len([name for name, size in sizes.items() if size < SMALLEST]) <= SMALL
    assert len([name for name, size in sizes.items() if size > LARGEST]) <= LARGE


def test_a_class_and_a_long_function_say_what_the_signature_cannot() -> None:
    asked: list[tuple[Path, ast.ClassDef | ast.FunctionDef]] = [*definitions(ast.ClassDef)]
    asked += [(path, node) for path, node in definitions(ast.FunctionDef) if body(node) > SPEAKING and not node.name.startswith("__")]
    assert [f"{path.relative_to(SOURCE)}:{node.lineno} {node.name}" for path, node in asked if not ast.get_docstring(node)] == []


def test_nothing_prints_but_the_screen() -> None:
    printing = [
        f"{path.relative_to(SOURCE)}:{node.lineno}"
        for path in FILES
        for node in NODES[path]
        if isinstance(node, ast.Call)
        and (
            (isinstance(node.func, ast.Name) and node.func.id == "print")
            or (isinstance(node.func, ast.Attribute) and node.func.attr == "write" and "sys.std" in ast.unparse(node.func))
            or (isinstance(node.func, ast.Attribute) and ast.unparse(node.func) in {"typer.echo", "typer.secho"})
        )
    ]
    assert printing == []


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
