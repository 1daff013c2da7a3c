"""Mutants: a module with one small fault, made on its syntax tree."""

import ast
import copy
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeVar

SWAPPED: dict[type[ast.AST], type[ast.AST]] = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
    ast.And: ast.Or, ast.Or: ast.And,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.FloorDiv: ast.Mult, ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr,
}  # fmt: skip
"""Operators, each with the one it is most easily mistaken for."""
TYPES = frozenset({"__slots__", "Words", "Tree", "Node", "Steps", "Json", "Block", "Answers", "Spelt", "Way", "Language", "Saying", "Form"})
"""Names of types, and what only makes room."""
UNTOUCHED = ("annotation", "returns", "decorator_list", "bases", "type_comment")
CLASS = re.compile(r"(?<!\\)\[\^?((?:\\.|[^\]\\])(?:\\.|[^\]\\])*)\]", re.DOTALL)
MEMBER = re.compile(r"(?:\\(?:x..|u....|U........|.)|[^\\])(?:-(?:\\(?:x..|u....|U........|.)|[^\\]))?", re.DOTALL)
N = TypeVar("N", bound=ast.AST)
T = TypeVar("T")


Path = tuple[tuple[str, int | None], ...]


class Mutant(NamedTuple):
    """One fault of a module: the line, the place as it was and as it becomes, and the way to it in the tree."""

    line: int
    what: str
    path: Path
    change: ast.AST


class Place(NamedTuple):
    """A node in its tree: how it is reached, and whether it stands at the top of the module."""

    path: Path
    node: ast.AST
    top: bool


def mutants(source: str) -> list[Mutant]:
    """Every mutant of a module, in the order of its lines."""
    found_places = places(ast.parse(source), (), top=True)
    mutants = [
        Mutant(line_of(place.node), f"{said(place.node)}  →  {said(change)}", place.path, change)
        for place in found_places
        for change in changes(place)
    ]
    return sorted(mutants, key=lambda mutant: mutant.line)


def line_of(node: ast.AST) -> int:
    """The line of a node, or of the first in it that has one."""
    return next((node.lineno for node in ast.walk(node) if isinstance(node, ast.stmt | ast.expr)), 0)


def spoilt(source: str, mutant: Mutant) -> str:
    """A module with that fault."""
    tree = ast.parse(source)
    replace(tree, mutant.path, mutant.change)
    return ast.unparse(ast.fix_missing_locations(tree))


def places(node: ast.AST, path: Path, *, top: bool) -> Iterator[Place]:
    """Every node that may hold a fault. Words for people, types, assertions and what only a type checker reads are passed over."""
    inner = top and not isinstance(node, ast.FunctionDef | ast.ClassDef)
    for name, value in ast.iter_fields(node):
        if name in UNTOUCHED:
            continue
        for number, child in enumerate(value) if isinstance(value, list) else [(None, value)]:
            if isinstance(child, ast.AST) and not (passed_over(child) or is_type(node, name, number)):
                step = (*path, (name, number))
                yield Place(step, child, inner)
                yield from places(child, step, top=inner)


def is_type(node: ast.AST, name: str, number: int | None) -> bool:
    """Whether a part of a node is the type that `cast` is given."""
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and (node.func.id, name, number) == ("cast", "args", 0)


def passed_over(node: ast.AST) -> bool:
    """Whether nothing in a node is logic."""
    match node:
        case ast.Assert() | ast.Import() | ast.ImportFrom() | ast.Expr(value=ast.Constant()) | ast.If(test=ast.Name(id="TYPE_CHECKING")):
            return True
        case ast.keyword(arg="strict"):  # of `zip`: an assertion
            return True
        case ast.Call(func=ast.Name(id="Text")):
            return all(isinstance(expr, ast.Constant) for expr in (*node.args, *(each.value for each in node.keywords)))
        case ast.Assign(targets=[ast.Name(id=name)]):
            return name in TYPES
        case ast.Call(func=ast.Name(id=name)):
            return name in {"TypeVar", "assert_never"}
        case _:
            return False


def changes(place: Place) -> Iterator[ast.AST]:
    """What may become of a node."""
    node = place.node
    yield from turned(node)
    yield from dropped(node)
    if isinstance(node, ast.Constant):
        yield from (ast.Constant(value) for value in constants(node.value))
    if place.top:
        yield from shortened(node)


def turned(node: ast.AST) -> Iterator[ast.AST]:
    """A question or a sum that asks for something else."""
    match node:
        case ast.Compare():
            yield from (altered(node, "ops", swapped(node.ops, at)) for at, op in enumerate(node.ops) if type(op) in SWAPPED)
        case ast.BoolOp() | ast.BinOp() | ast.AugAssign() if type(node.op) in SWAPPED:
            yield altered(node, "op", SWAPPED[type(node.op)]())
        case ast.UnaryOp(op=ast.Not()):
            yield node.operand
        case ast.If() | ast.IfExp() | ast.While() if not isinstance(node.test, ast.Compare | ast.UnaryOp):
            yield altered(node, "test", ast.UnaryOp(ast.Not(), node.test))
        case ast.Break():
            yield ast.Continue()
        case ast.Continue():
            yield ast.Break()


def dropped(node: ast.AST) -> Iterator[ast.AST]:
    """An answer or a deed that is missing."""
    match node:
        case ast.comprehension(ifs=[_, *_]):
            yield altered(node, "ifs", [])
        case ast.Return(value=ast.AST()) if not (isinstance(node.value, ast.Constant) and node.value.value is None):
            yield ast.Return(ast.Constant(None))
        case ast.Expr() | ast.AugAssign() | ast.Raise():
            yield ast.Pass()


def shortened(node: ast.AST) -> Iterator[ast.AST]:
    """A table that lacks an entry."""
    match node:
        case ast.Set(elts=items) | ast.Tuple(elts=items, ctx=ast.Load()) | ast.List(elts=items, ctx=ast.Load()) if len(items) > 1:
            yield from (altered(node, "elts", without(items, at)) for at in range(len(items)))
        case ast.Dict(keys=keys, values=values):
            yield from (ast.Dict(without(keys, at), without(values, at)) for at in range(len(keys)))


def constants(value: object) -> Iterator[int | str]:
    """What may become of a constant: the next number, the other truth, another word, a pattern that knows one letter less."""
    match value:
        case bool():
            yield not value
        case int():
            yield value + 1
        case str() if any(len(result[1]) > 1 for result in CLASS.finditer(value)):
            for match in CLASS.finditer(value):
                members = list(MEMBER.finditer(match[1]))
                for member in members if len(members) > 1 else ():
                    yield value[: match.start(1) + member.start()] + value[match.start(1) + member.end() :]
        case str():
            yield f"{value}x"


def altered(node: N, name: str, value: object) -> N:
    """The same node with one part otherwise."""
    result = copy.copy(node)
    setattr(result, name, value)
    return result


def swapped(operators: list[ast.cmpop], at: int) -> list[ast.AST]:
    """Comparisons with one of them swapped."""
    return [SWAPPED[type(operator)]() if number == at else operator for number, operator in enumerate(operators)]


def without(items: list[T], at: int) -> list[T]:
    """A list without one of its items."""
    return [*items[:at], *items[at + 1 :]]


def replace(tree: ast.AST, path: Path, change: ast.AST) -> None:
    """Put a node in its place."""
    for name, number in path[:-1]:
        child = getattr(tree, name)
        tree = child if number is None else child[number]
    name, number = path[-1]
    if number is None:
        setattr(tree, name, change)
    else:
        getattr(tree, name)[number] = change


def said(node: ast.AST) -> str:
    """A node as a line of code, cut where it is long."""
    words: Callable[[ast.AST], str] = ast.unparse
    try:
        line = " ".join(words(ast.fix_missing_locations(copy.deepcopy(node))).split())
    except (AttributeError, ValueError):
        line = type(node).__name__
    return line if len(line) <= 110 else f"{line[:107]}…"  # noqa: PLR2004 - what a line of the report holds
