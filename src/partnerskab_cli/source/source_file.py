"""A file as it was read: its text, its records, its faults, and where everything stands."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from ..diagnostics import TOP, Span, YamlPath
from ..model.field import Field
from ..model.record import NOTHING, Record
from ..text.localized import Language
from .damage import find_damage
from .decoder import decode_document, detect_language
from .files import decode_guessing, decode_text, read_bytes
from .parser import MappingNode, Node, Scalar, SequenceNode, SourceFault, find_merge_conflict, parse_yaml

R = TypeVar("R", bound=Record)
R_co = TypeVar("R_co", bound=Record, covariant=True)


class SourceFile(NamedTuple, Generic[R_co]):
    """One file, read as far as it can be."""

    path: str
    text: str = ""
    record: R_co | None = None
    faults: tuple[SourceFault, ...] = ()
    root: MappingNode | None = None
    places: Mapping[int, MappingNode] = {}
    language: Language = "da"
    ways: "PathIndex | None" = None

    def find_span(self, record: Record, field: Field, index: int | None = None) -> Span:
        """Where a field of a record stands; for what is missing, the nearest thing that exists."""
        block = self.places.get(id(record))
        node = find_field_node(block, field)
        if node is None:
            return TOP if block is None or block is self.root else block.span
        if index is not None and isinstance(node, SequenceNode) and index < len(node.items):
            return node.items[index].span
        if isinstance(node, MappingNode) and str(index) in node.entries:
            return node.entries[str(index)][0].span
        return node.span

    def find_path(self, record: Record, field: Field, index: int | None = None) -> YamlPath:
        """The way to a field of a record, in the file's own keys."""
        block = self.places.get(id(record))
        above = self.ways.find_path_to(block) if block and self.ways and block is not self.root else ()
        return (*above, field.get_key(self.language), *(() if index is None else (index,)))

    def find_path_at(self, span: Span) -> YamlPath:
        """The way to the value or the key that stands at a place."""
        return self.ways.find_path_at(span) if self.ways else ()

    def find_path_around(self, span: Span) -> YamlPath:
        """The way to the text inside which a place lies."""
        return next(iter_paths_around(self.root, span), ()) if self.root else ()


def find_field_node(block: MappingNode | None, field: Field) -> Node | None:
    """The node of a field, in whichever spelling it is written; its key where it has no value."""
    for word in field.spellings:
        if block and word in block.entries:
            key, node = block.entries[word]
            return key if isinstance(node, Scalar) and node.empty else node
    return None


def iter_children(node: Node) -> Iterator[tuple[str | int, Node]]:
    """What stands inside a node, under its key or its number."""
    if isinstance(node, MappingNode):
        for word, (_, value) in node.entries.items():
            yield word, value
    elif isinstance(node, SequenceNode):
        yield from enumerate(node.items)


class PathIndex:
    """The ways to all that stands in a document; walked once, and only when asked for."""

    def __init__(self, root: MappingNode) -> None:
        self.root = root

    def find_path_to(self, block: MappingNode) -> YamlPath:
        """The way to a block; to a bare text that stands for a record."""
        bare = [id(value) for _, value in block.entries.values()] if len(block.entries) == 1 else []
        return next((self.by_node[number] for number in (id(block), *bare) if number in self.by_node), ())

    def find_path_at(self, span: Span) -> YamlPath:
        """The way to the value or the key that stands at a place."""
        return self.by_place.get(span, ())

    @cached_property
    def by_node(self) -> dict[int, YamlPath]:
        """The way to every block and every value."""
        return {id(node): route for route, node in list_paths(self.root)}

    @cached_property
    def by_place(self) -> dict[Span, YamlPath]:
        """The way to every place, keys before what stands below them."""
        result: dict[Span, YamlPath] = {}
        for route, node in list_paths(self.root):
            if isinstance(node, MappingNode):
                for word, (key, _) in node.entries.items():
                    result.setdefault(key.span, (*route, word))
            elif isinstance(node, Scalar):
                result.setdefault(node.span, route)
        return result


def list_paths(root: Node) -> list[tuple[YamlPath, Node]]:
    """Every node with the way to it, top down and in the order of the file."""
    paths: list[tuple[YamlPath, Node]] = []
    collect_paths(root, (), paths)
    return paths


def collect_paths(node: Node, way: YamlPath, paths: list[tuple[YamlPath, Node]]) -> None:
    """Put a node and all that stands inside it in the list."""
    paths.append((way, node))
    if not isinstance(node, Scalar):
        for step, child in iter_children(node):
            collect_paths(child, (*way, step), paths)


def iter_paths_around(node: Node, span: Span) -> Iterator[YamlPath]:
    """The way to the text inside which a place lies."""
    if isinstance(node, Scalar):
        start, end = (node.start.line + 1, node.start.column + 1), (node.end.line + 1, node.end.column + 1)
        if start <= (span.line, span.column) <= end:
            yield ()
    for step, child in iter_children(node):
        for rest in iter_paths_around(child, span):
            yield (step, *rest)


def read_file(path: Path | str, shown: str, record: type[R], root: Path, vocabulary: Mapping[str, str] = NOTHING) -> SourceFile[R]:
    """Read one file of the disk. `shown` is its path as the reader is to see it; links must stay inside `root`."""
    data = read_bytes(path, root)
    return SourceFile(shown, faults=(data,)) if isinstance(data, SourceFault) else parse_bytes(data, shown, record, vocabulary)


def parse_bytes(data: bytes, shown: str, record: type[R], vocabulary: Mapping[str, str] = NOTHING) -> SourceFile[R]:
    """Read the bytes of a file."""
    text = decode_text(data)
    return (
        SourceFile(shown, decode_guessing(data), faults=(text,))
        if isinstance(text, SourceFault)
        else parse_text(text, shown, record, vocabulary)
    )


def parse_text(text: str, shown: str, record: type[R], vocabulary: Mapping[str, str] = NOTHING) -> SourceFile[R]:
    """Read a text. What hides the rest of the file leaves no record."""
    if fault := find_merge_conflict(text):
        return SourceFile(shown, text, faults=(fault,))
    root, faults = parse_yaml(text)
    if root is None:
        return SourceFile(shown, text, faults=faults)
    decoded, shape = decode_document(root, text, record, vocabulary)
    return SourceFile(
        shown, text, decoded, (*faults, *shape.faults, *find_damage(root, text)), root, shape.places, shape.language, PathIndex(root)
    )


def read_outline(path: str, record: type[R], root: Path, vocabulary: Mapping[str, str], wanted: frozenset[Field]) -> SourceFile[R]:
    """Read one file of the disk with no more of its record than some fields of its top; every key still knows its place."""
    data = read_bytes(path, root)
    text = data if isinstance(data, SourceFault) else decode_text(data)
    if isinstance(text, SourceFault) or find_merge_conflict(text):
        return read_file(path, path, record, root, vocabulary)
    top, _ = parse_yaml(text)
    if top is None:
        return read_file(path, path, record, root, vocabulary)
    entries = {word: entry for word, entry in top.entries.items() if record.names.get(word) in wanted}
    outline, _ = decode_document(MappingNode(entries, top.start, top.end), text, record, vocabulary)
    return SourceFile(path, text, outline, (), top, {id(outline): top}, detect_language(top, record), PathIndex(top))
