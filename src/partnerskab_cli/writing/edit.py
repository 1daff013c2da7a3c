"""Small changes in place: a value set, an item added, a field taken out; every other byte stays as it was."""

import codecs
import re
from collections.abc import Callable, Sequence
from functools import cache

from ..agreement.agreement import Agreement
from ..agreement.field import NOT_RELEVANT, Field
from ..agreement.record import Record, points, sections
from ..diagnostics import Edit
from ..errors import CommandError
from ..reading.document import Block, Fault, Listing, Node, Scalar, document
from ..reading.shape import language_of
from ..reading.source import decoded
from .lines import Tree
from .manuscript import READ_FIRST, UNREADABLE, Manuscript, Piece, manuscript
from .splice import cut, inserted, listed, planted, replaced, said, with_item

Steps = tuple[Field | int, ...]
"""Fields and numbers of items on the way down."""


def steps(*parts: object) -> Steps:
    """`steps(Agreement.goals, 0, Goal.text)`: to a type checker fields are their values, at run time they are fields."""
    strangers = [one for one in parts if not isinstance(one, Field | int)]
    if strangers:
        raise TypeError(strangers)
    return tuple(one for one in parts if isinstance(one, Field | int))


def edited(data: bytes, change: Callable[[str], str]) -> bytes:
    """The bytes of a file with its text changed; a byte-order mark stays where it was.

    Raises:
        CommandError: the file is no text.

    """
    text = decoded(data)
    if isinstance(text, Fault):
        raise CommandError(UNREADABLE, READ_FIRST)
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    return mark + change(text).encode("utf-8")


def put(text: str, way: Steps, tree: Tree) -> str:
    """Let a field say something; what it said before is replaced, and sections on the way are made where they are missing.

    Raises:
        CommandError: the file cannot be read, or cannot be changed without harm.

    """
    here = manuscript(text)
    piece, met = reached(here.whole, way)
    if met == len(way):
        return text if said(piece.node) == tree else replaced(here, piece, tree)
    one = way[met]
    if isinstance(one, int):
        return append(text, way[:met], nested(way[met + 1 :], tree, here))
    if isinstance(piece.node, Scalar) or reasoned(piece.node):
        return put(replaced(here, piece, opened(piece, way[met - 1], one, here)), way, tree)
    return inserted(here, piece, word_of(one, here), nested(way[met + 1 :], tree, here), preceding(piece, one))


def plant(text: str, one: Field, lines: Sequence[str]) -> str:
    """Add a field at the top that is missing, of ready lines with comments.

    Raises:
        CommandError: the file cannot be read, or cannot be changed without harm.

    """
    here = manuscript(text)
    root = document("\n".join(lines) + "\n").root
    word = next(iter(root.entries)) if root else ""
    if here.whole.flow and root:
        return put(text, (one,), said(root.entries[word][1]))
    return planted(here, here.whole, word, lines, preceding(here.whole, one))


def append(text: str, way: Steps, tree: Tree) -> str:
    """Add an item to the list in a field; a single value becomes the first of two.

    Raises:
        CommandError: the file cannot be read, or cannot be changed without harm.

    """
    here = manuscript(text)
    piece, met = reached(here.whole, way)
    if met < len(way):
        return put(text, way, [tree])
    if isinstance(piece.node, Listing):
        return with_item(here, piece, tree) if piece.node.items else replaced(here, piece, [tree])
    if isinstance(piece.node, Scalar):
        return replaced(here, piece, [tree] if piece.node.empty else [piece.node.text, tree])
    return append(listed(here, piece), way, tree)


def take(text: str, way: Steps) -> str:
    """Take a field out, with the comments that speak of it; a section that would be empty goes too.

    Raises:
        CommandError: the file cannot be read, or cannot be changed without harm.

    """
    here = manuscript(text)
    piece, met = reached(here.whole, way)
    if met < len(way):
        return text
    return cut(here, emptied(piece))


def emptied(piece: Piece) -> Piece:
    """A piece, or the outermost section that would be left empty without it."""
    while piece.parent and piece.parent.parent and len(piece.parent.children) == 1:
        piece = piece.parent
    return piece


def emptied_all(pieces: Sequence[Piece]) -> list[Piece]:
    """Pieces in the order of the file, or the outermost sections that would be left empty without them."""
    gone: dict[Piece, int] = {}
    outermost: dict[Piece, None] = {}
    for piece in pieces:
        found = piece
        while found.parent and found.parent.parent:
            gone[found.parent] = gone.get(found.parent, 0) + 1
            if gone[found.parent] < len(found.parent.children):
                break
            found = found.parent
        outermost |= dict.fromkeys([found])
    return [piece for piece in outermost if not (piece.parent and gone.get(piece.parent) == len(piece.parent.children))]


def apply(text: str, edits: Sequence[Edit]) -> str:
    """The text with stretches replaced, from the last to the first so that no place moves. A value in quotation marks keeps them."""
    lines = re.split("(?<=\n)|(?<=\r)(?!\n)", text)
    for one in sorted(edits, reverse=True):
        line = lines[one.span.line - 1]
        start, end = one.span.column - 1, one.span.end_column - 1
        mark = line[start] if line[start : start + 1] in {"'", '"'} else ""
        lines[one.span.line - 1] = f"{line[:start]}{mark}{one.text}{mark}{line[end:]}"
    return "".join(lines)


def reached(piece: Piece, way: Steps) -> tuple[Piece, int]:
    """The piece furthest down the way, and how many steps led there."""
    for met, step in enumerate(way):
        child = step_down(piece, step)
        if child is None:
            return piece, met
        piece = child
    return piece, len(way)


def step_down(piece: Piece, step: Field | int) -> Piece | None:
    """The piece of a field or an item; a single value is an item of itself."""
    if isinstance(step, Field):
        return next((child for child in piece.children if child.word in step.spellings), None) if isinstance(piece.node, Block) else None
    if isinstance(piece.node, Listing):
        return piece.children[step] if step < len(piece.children) else None
    return piece if step == 0 and not (isinstance(piece.node, Scalar) and piece.node.empty) else None


def nested(way: Steps, tree: Tree, here: Manuscript) -> Tree:
    """A value inside the sections that are missing round it."""
    for step in reversed(way):
        tree = [tree] if isinstance(step, int) else {word_of(step, here): tree}
    return tree


def word_of(one: Field, here: Manuscript) -> str:
    """The key of a field in the language of the file."""
    root = here.whole.node
    return one.word(language_of(root, Agreement) if isinstance(root, Block) else "da")


def reasoned(node: Node) -> bool:
    """Whether a record only says why something is not relevant."""
    return isinstance(node, Block) and any(word in node.entries for word in NOT_RELEVANT)


def opened(piece: Piece, above: Field | int, one: Field, here: Manuscript) -> Tree:
    """A section that so far held no fields, made ready for one: a bare text becomes its text."""
    record = section_of(one, above)
    body = record.names.get("tekst") if record else None
    if isinstance(piece.node, Scalar) and not piece.node.empty and body:
        return {word_of(body, here): piece.node.text}
    return {}


def section_of(one: Field, above: Field | int) -> type[Record] | None:
    """The record that has a field, of those that may stand above it."""
    inside = sections(above.kind) if isinstance(above, Field) else ()
    return next((record for record in inside if one in record.fields), None)


def preceding(piece: Piece, one: Field) -> Piece | None:
    """The last field of a record that comes before a new one in the order of the declaration."""
    record = next(record for record in every_record() if one in record.fields)
    order = {spelling: number for number, each in enumerate(record.fields) for spelling in each.spellings}
    mine = order[one.key]
    return next((child for child in reversed(piece.children) if order.get(str(child.word), mine) < mine), None)


@cache
def every_record() -> tuple[type[Record], ...]:
    """The agreement, and every record that may stand in it."""
    inside = (record for point in points(Agreement) for record in sections(point.field.kind))
    return tuple(dict.fromkeys((Agreement, *inside)))
