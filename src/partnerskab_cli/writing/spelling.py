"""The spellings of a file: its keys and words as one language would write them, and what it says apart from spelling."""

from collections.abc import Iterator

from ..agreement.field import NOT_RELEVANT, Either, Field, Keyed, Kind, Many, OneOf, choices
from ..agreement.record import Record, sections
from ..agreement.values import VALUES
from ..reading import document
from ..reading.document import Block, Listing, Node, Scalar
from ..reading.shape import OPEN, takes_text
from ..text import LANGUAGES, NO, YES, Language
from .lines import Bare

Spelt = Iterator[tuple[Scalar, str]]
"""What stands in the file, and the word that should stand there."""


def keys(block: Block, record: type[Record], language: Language) -> Spelt:
    """The keys that fields have, as a file of that language would write them."""
    for one, key, _ in walk(block, record):
        if one:
            yield key, one.word(language)
        elif key.text in NOT_RELEVANT:
            yield key, NOT_RELEVANT.said(language)


def words(block: Block, record: type[Record], language: Language) -> Spelt:
    """The words out of lists, and yes and no, as a file of that language would write them."""
    for one, _, node in walk(block, record):
        for value in scalars(node) if one else ():
            word = worded(one.kind, value.text, language) if one else None
            if word is not None:
                yield value, word


def prose(block: Block, record: type[Record]) -> Iterator[Scalar]:
    """The values behind keys where words may stand, the file's own keys among them."""
    for one, key, node in walk(block, record):
        if one is None and key.text in NOT_RELEVANT:
            yield from scalars(node)
        elif key.text.startswith(OPEN):
            yield from document.scalars(node)
        elif one and isinstance(one.kind, Keyed) and isinstance(node, Block):
            yield from (value for _, value in node.entries.values() if isinstance(value, Scalar))
        elif one and takes_text(one.kind):
            yield from scalars(node)


def walk(block: Block, record: type[Record]) -> Iterator[tuple[Field | None, Scalar, Node]]:
    """Every key with its field, where it has one, and its value; top down."""
    for word, (key, node) in block.entries.items():
        one = record.names.get(word)
        yield one, key, node
        if one:
            for below in blocks(node):
                yield from walk(below, record_of(one.kind))


def blocks(node: Node) -> Iterator[Block]:
    """A record, or those in a list."""
    if isinstance(node, Block):
        yield node
    elif isinstance(node, Listing):
        for item in node.items:
            yield from blocks(item)


def scalars(node: Node) -> Iterator[Scalar]:
    """A text, or those in a list."""
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Listing):
        for item in node.items:
            yield from scalars(item)


def record_of(kind: Kind | None) -> type[Record]:
    """The record that a kind holds; for one that holds none, a record without fields."""
    return next(sections(kind), Record) if kind else Record


def worded(kind: Kind | None, text: str, language: Language) -> str | None:
    """A word of a list as that language writes it. Old spellings stay: `underskrevet` says a little more than `aktiv`."""
    match kind:
        case Many(of):
            return worded(of, text, language)
        case Either(first, _):
            return worded(first, text, language)
        case OneOf(choice):
            found = choices(choice).get(text)
            return found.key(language) if found and text not in found.value.also else None
        case _ if kind is VALUES[bool]:
            return next((Bare(each.said(language)) for each in (YES, NO) if text in each), None)
        case _:
            return None


def meaning(node: Node, kind: Kind | None = None, record: type[Record] | None = None) -> object:
    """What a file says, apart from spelling, order of keys and layout."""
    if isinstance(node, Scalar):
        return worded(kind, node.text, LANGUAGES[0]) or node.text
    if isinstance(node, Listing):
        return [meaning(item, kind) for item in node.items]
    here = record or record_of(kind)
    return {name_of(here, word): meaning(value, kind_in(here, word)) for word, (_, value) in node.entries.items()}


def name_of(record: type[Record], word: str) -> str:
    """A key in its one canonical spelling."""
    one = record.names.get(word)
    return one.key if one else NOT_RELEVANT.da if word in NOT_RELEVANT else word


def kind_in(record: type[Record], word: str) -> Kind | None:
    """The kind of what stands behind a key."""
    one = record.names.get(word)
    return one.kind if one else None
