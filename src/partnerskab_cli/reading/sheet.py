"""A file as it was read: its text, its records, its faults, and where everything stands."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from ..agreement.field import Field
from ..agreement.record import NOTHING, Record
from ..diagnostics import TOP, Route, Span
from ..text import Language
from .damage import find_damage
from .document import Block, Fault, Listing, Node, Scalar, conflict, document
from .shape import language_of, shaped
from .source import content, decoded, guessed_text

R = TypeVar("R", bound=Record)
R_co = TypeVar("R_co", bound=Record, covariant=True)


class Sheet(NamedTuple, Generic[R_co]):
    """One file, read as far as it can be."""

    path: str
    text: str = ""
    record: R_co | None = None
    faults: tuple[Fault, ...] = ()
    root: Block | None = None
    places: Mapping[int, Block] = {}
    language: Language = "da"
    ways: "Ways | None" = None

    def span(self, record: Record, one: Field, index: int | None = None) -> Span:
        """Where a field of a record stands; for what is missing, the nearest thing that exists."""
        block = self.places.get(id(record))
        node = entry(block, one)
        if node is None:
            return TOP if block is None or block is self.root else block.span
        if index is not None and isinstance(node, Listing) and index < len(node.items):
            return node.items[index].span
        if isinstance(node, Block) and str(index) in node.entries:
            return node.entries[str(index)][0].span
        return node.span

    def route(self, record: Record, one: Field, index: int | None = None) -> Route:
        """The way to a field of a record, in the file's own keys."""
        block = self.places.get(id(record))
        above = self.ways.to(block) if block and self.ways and block is not self.root else ()
        return (*above, one.word(self.language), *(() if index is None else (index,)))

    def route_at(self, span: Span) -> Route:
        """The way to the value or the key that stands at a place."""
        return self.ways.at(span) if self.ways else ()

    def route_round(self, span: Span) -> Route:
        """The way to the text inside which a place lies."""
        return next(routes_round(self.root, span), ()) if self.root else ()


def entry(block: Block | None, one: Field) -> Node | None:
    """The node of a field, in whichever spelling it is written; its key where it has no value."""
    for word in one.spellings:
        if block and word in block.entries:
            key, node = block.entries[word]
            return key if isinstance(node, Scalar) and node.empty else node
    return None


def children(node: Node) -> Iterator[tuple[str | int, Node]]:
    """What stands inside a node, under its key or its number."""
    if isinstance(node, Block):
        for word, (_, value) in node.entries.items():
            yield word, value
    elif isinstance(node, Listing):
        yield from enumerate(node.items)


class Ways:
    """The ways to all that stands in a document; walked once, and only when asked for."""

    def __init__(self, root: Block) -> None:
        self.root = root

    def to(self, block: Block) -> Route:
        """The way to a block; to a bare text that stands for a record."""
        bare = [id(value) for _, value in block.entries.values()] if len(block.entries) == 1 else []
        return next((self.by_node[one] for one in (id(block), *bare) if one in self.by_node), ())

    def at(self, span: Span) -> Route:
        """The way to the value or the key that stands at a place."""
        return self.by_place.get(span, ())

    @cached_property
    def by_node(self) -> dict[int, Route]:
        """The way to every block and every value."""
        return {id(node): route for route, node in routes(self.root)}

    @cached_property
    def by_place(self) -> dict[Span, Route]:
        """The way to every place, keys before what stands below them."""
        found: dict[Span, Route] = {}
        for route, node in routes(self.root):
            if isinstance(node, Block):
                for word, (key, _) in node.entries.items():
                    found.setdefault(key.span, (*route, word))
            elif isinstance(node, Scalar):
                found.setdefault(node.span, route)
        return found


def routes(root: Node) -> list[tuple[Route, Node]]:
    """Every node with the way to it, top down and in the order of the file."""
    found: list[tuple[Route, Node]] = []
    walk(root, (), found)
    return found


def walk(node: Node, way: Route, found: list[tuple[Route, Node]]) -> None:
    """Put a node and all that stands inside it in the list."""
    found.append((way, node))
    if not isinstance(node, Scalar):
        for step, child in children(node):
            walk(child, (*way, step), found)


def routes_round(node: Node, span: Span) -> Iterator[Route]:
    """The way to the text inside which a place lies."""
    if isinstance(node, Scalar):
        start, end = (node.start.line + 1, node.start.column + 1), (node.end.line + 1, node.end.column + 1)
        if start <= (span.line, span.column) <= end:
            yield ()
    for step, child in children(node):
        for rest in routes_round(child, span):
            yield (step, *rest)


def read_file(path: Path | str, shown: str, record: type[R], root: Path, vocabulary: Mapping[str, str] = NOTHING) -> Sheet[R]:
    """Read one file of the disk. `shown` is its path as the reader is to see it; links must stay inside `root`."""
    data = content(path, root)
    return Sheet(shown, faults=(data,)) if isinstance(data, Fault) else read_bytes(data, shown, record, vocabulary)


def read_bytes(data: bytes, shown: str, record: type[R], vocabulary: Mapping[str, str] = NOTHING) -> Sheet[R]:
    """Read the bytes of a file."""
    text = decoded(data)
    return Sheet(shown, guessed_text(data), faults=(text,)) if isinstance(text, Fault) else read_text(text, shown, record, vocabulary)


def read_text(text: str, shown: str, record: type[R], vocabulary: Mapping[str, str] = NOTHING) -> Sheet[R]:
    """Read a text. What hides the rest of the file leaves no record."""
    if fault := conflict(text):
        return Sheet(shown, text, faults=(fault,))
    root, faults = document(text)
    if root is None:
        return Sheet(shown, text, faults=faults)
    made, shape = shaped(root, text, record, vocabulary)
    return Sheet(shown, text, made, (*faults, *shape.faults, *find_damage(root, text)), root, shape.places, shape.language, Ways(root))


def read_outline(path: str, record: type[R], root: Path, vocabulary: Mapping[str, str], wanted: frozenset[Field]) -> Sheet[R]:
    """Read one file of the disk with no more of its record than some fields of its top; every key still knows its place."""
    data = content(path, root)
    text = data if isinstance(data, Fault) else decoded(data)
    if isinstance(text, Fault) or conflict(text):
        return read_file(path, path, record, root, vocabulary)
    top, _ = document(text)
    if top is None:
        return read_file(path, path, record, root, vocabulary)
    entries = {word: entry for word, entry in top.entries.items() if record.names.get(word) in wanted}
    made, _ = shaped(Block(entries, top.start, top.end), text, record, vocabulary)
    return Sheet(path, text, made, (), top, {id(made): top}, language_of(top, record), Ways(top))
