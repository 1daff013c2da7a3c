"""Small changes in place: a value set, an item added, a field taken out; every other byte stays as it was."""

import codecs
import re
from collections.abc import Callable, Sequence
from functools import cache

from ..diagnostics import Edit
from ..errors import CommandError
from ..model.agreement import Agreement
from ..model.field import NOT_RELEVANT, Field
from ..model.record import Record, iter_record_types, walk_fields
from ..source.decoder import detect_language
from ..source.files import decode_text
from ..source.parser import MappingNode, Node, Scalar, SequenceNode, SourceFault, parse_yaml
from .cst import READ_FIRST, UNREADABLE, CommentedText, CstNode, parse_commented
from .scalars import Tree
from .splice import append_list_item, cut_piece, get_content, insert_key, insert_lines, make_list, replace_value

Steps = tuple[Field | int, ...]
"""Fields and numbers of items on the way down."""


def make_steps(*parts: object) -> Steps:
    """`make_steps(Agreement.goals, 0, Goal.text)`: to a type checker fields are their values, at run time they are fields."""
    strangers = [part for part in parts if not isinstance(part, Field | int)]
    if strangers:
        raise TypeError(strangers)
    return tuple(part for part in parts if isinstance(part, Field | int))


def edit_bytes(data: bytes, change: Callable[[str], str]) -> bytes:
    """The bytes of a file with its text changed; a byte-order mark stays where it was.

    Raises:
        CommandError: the file is no text.

    """
    text = decode_text(data)
    if isinstance(text, SourceFault):
        raise CommandError(UNREADABLE, READ_FIRST)
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    return mark + change(text).encode("utf-8")


def set_field(text: str, way: Steps, tree: Tree) -> str:
    """Let a field say something; what it said before is replaced, and sections on the way are made where they are missing.

    Raises:
        CommandError: the file cannot be read, or cannot be changed without harm.

    """
    commented = parse_commented(text)
    piece, met = find_deepest_piece(commented.whole, way)
    if met == len(way):
        return text if get_content(piece.node) == tree else replace_value(commented, piece, tree)
    field = way[met]
    if isinstance(field, int):
        return append_item(text, way[:met], nest_value(way[met + 1 :], tree, commented))
    if isinstance(piece.node, Scalar) or is_not_relevant(piece.node):
        return set_field(replace_value(commented, piece, open_section(piece, way[met - 1], field, commented)), way, tree)
    return insert_key(
        commented, piece, choose_key(field, commented), nest_value(way[met + 1 :], tree, commented), find_preceding_piece(piece, field)
    )


def insert_field(text: str, field: Field, lines: Sequence[str]) -> str:
    """Add a field at the top that is missing, of ready lines with comments.

    Raises:
        CommandError: the file cannot be read, or cannot be changed without harm.

    """
    commented = parse_commented(text)
    root = parse_yaml("\n".join(lines) + "\n").root
    word = next(iter(root.entries)) if root else ""
    if commented.whole.flow and root:
        return set_field(text, (field,), get_content(root.entries[word][1]))
    return insert_lines(commented, commented.whole, word, lines, find_preceding_piece(commented.whole, field))


def append_item(text: str, way: Steps, tree: Tree) -> str:
    """Add an item to the list in a field; a single value becomes the first of two.

    Raises:
        CommandError: the file cannot be read, or cannot be changed without harm.

    """
    commented = parse_commented(text)
    piece, met = find_deepest_piece(commented.whole, way)
    if met < len(way):
        return set_field(text, way, [tree])
    if isinstance(piece.node, SequenceNode):
        return append_list_item(commented, piece, tree) if piece.node.items else replace_value(commented, piece, [tree])
    if isinstance(piece.node, Scalar):
        return replace_value(commented, piece, [tree] if piece.node.empty else [piece.node.text, tree])
    return append_item(make_list(commented, piece), way, tree)


def delete_field(text: str, way: Steps) -> str:
    """Take a field out, with the comments that speak of it; a section that would be empty goes too.

    Raises:
        CommandError: the file cannot be read, or cannot be changed without harm.

    """
    commented = parse_commented(text)
    piece, met = find_deepest_piece(commented.whole, way)
    if met < len(way):
        return text
    return cut_piece(commented, find_outermost_empty(piece))


def find_outermost_empty(piece: CstNode) -> CstNode:
    """A piece, or the outermost section that would be left empty without it."""
    while piece.parent and piece.parent.parent and len(piece.parent.children) == 1:
        piece = piece.parent
    return piece


def collapse_emptied(pieces: Sequence[CstNode]) -> list[CstNode]:
    """Pieces in the order of the file, or the outermost sections that would be left empty without them."""
    gone: dict[CstNode, int] = {}
    outermost: dict[CstNode, None] = {}
    for piece in pieces:
        node = piece
        while node.parent and node.parent.parent:
            gone[node.parent] = gone.get(node.parent, 0) + 1
            if gone[node.parent] < len(node.parent.children):
                break
            node = node.parent
        outermost |= dict.fromkeys([node])
    return [piece for piece in outermost if not (piece.parent and gone.get(piece.parent) == len(piece.parent.children))]


def apply_edits(text: str, edits: Sequence[Edit]) -> str:
    """The text with stretches replaced, from the last to the first so that no place moves. A value in quotation marks keeps them."""
    lines = re.split("(?<=\n)|(?<=\r)(?!\n)", text)
    for edit in sorted(edits, reverse=True):
        line = lines[edit.span.line - 1]
        start, end = edit.span.column - 1, edit.span.end_column - 1
        mark = line[start] if line[start : start + 1] in {"'", '"'} else ""
        lines[edit.span.line - 1] = f"{line[:start]}{mark}{edit.text}{mark}{line[end:]}"
    return "".join(lines)


def find_deepest_piece(piece: CstNode, way: Steps) -> tuple[CstNode, int]:
    """The piece furthest down the way, and how many steps led there."""
    for met, step in enumerate(way):
        child = step_down(piece, step)
        if child is None:
            return piece, met
        piece = child
    return piece, len(way)


def step_down(piece: CstNode, step: Field | int) -> CstNode | None:
    """The piece of a field or an item; a single value is an item of itself."""
    if isinstance(step, Field):
        return (
            next((child for child in piece.children if child.word in step.spellings), None) if isinstance(piece.node, MappingNode) else None
        )
    if isinstance(piece.node, SequenceNode):
        return piece.children[step] if step < len(piece.children) else None
    return piece if step == 0 and not (isinstance(piece.node, Scalar) and piece.node.empty) else None


def nest_value(way: Steps, tree: Tree, commented: CommentedText) -> Tree:
    """A value inside the sections that are missing round it."""
    for step in reversed(way):
        tree = [tree] if isinstance(step, int) else {choose_key(step, commented): tree}
    return tree


def choose_key(field: Field, commented: CommentedText) -> str:
    """The key of a field in the language of the file."""
    root = commented.whole.node
    return field.get_key(detect_language(root, Agreement) if isinstance(root, MappingNode) else "da")


def is_not_relevant(node: Node) -> bool:
    """Whether a record only says why something is not relevant."""
    return isinstance(node, MappingNode) and any(word in node.entries for word in NOT_RELEVANT)


def open_section(piece: CstNode, above: Field | int, field: Field, commented: CommentedText) -> Tree:
    """A section that so far held no fields, made ready for one: a bare text becomes its text."""
    record = find_record_type(field, above)
    body = record.names.get("tekst") if record else None
    if isinstance(piece.node, Scalar) and not piece.node.empty and body:
        return {choose_key(body, commented): piece.node.text}
    return {}


def find_record_type(field: Field, above: Field | int) -> type[Record] | None:
    """The record that has a field, of those that may stand above it."""
    inside = iter_record_types(above.kind) if isinstance(above, Field) else ()
    return next((record for record in inside if field in record.fields), None)


def find_preceding_piece(piece: CstNode, field: Field) -> CstNode | None:
    """The last field of a record that comes before a new one in the order of the declaration."""
    record = next(record for record in list_all_records() if field in record.fields)
    order = {spelling: number for number, each in enumerate(record.fields) for spelling in each.spellings}
    mine = order[field.key]
    return next((child for child in reversed(piece.children) if order.get(str(child.word), mine) < mine), None)


@cache
def list_all_records() -> tuple[type[Record], ...]:
    """The agreement, and every record that may stand in it."""
    inside = (record for point in walk_fields(Agreement) for record in iter_record_types(point.field.kind))
    return tuple(dict.fromkeys((Agreement, *inside)))
