"""The spellings of a file: its keys and words as one language would write them, and what it says apart from spelling."""

from collections.abc import Iterator

from ..model.field import NOT_RELEVANT, EnumType, Field, FieldType, ListType, MappingType, UnionType, map_spellings_to_choices
from ..model.record import Record, iter_record_types
from ..model.types import VALUES
from ..source import parser as document
from ..source.decoder import OPEN, can_take_text
from ..source.parser import MappingNode, Node, Scalar, SequenceNode
from ..text.localized import LANGUAGES, NO, YES, Language
from .scalars import PlainScalar

Spelt = Iterator[tuple[Scalar, str]]
"""What stands in the file, and the word that should stand there."""


def spell_keys(block: MappingNode, record: type[Record], language: Language) -> Spelt:
    """The keys that fields have, as a file of that language would write them."""
    for field, key, _ in walk_keys(block, record):
        if field:
            yield key, field.get_key(language)
        elif key.text in NOT_RELEVANT:
            yield key, NOT_RELEVANT.localize(language)


def spell_words(block: MappingNode, record: type[Record], language: Language) -> Spelt:
    """The words out of lists, and yes and no, as a file of that language would write them."""
    for field, _, node in walk_keys(block, record):
        for value in iter_scalars(node) if field else ():
            word = spell_choice(field.kind, value.text, language) if field else None
            if word is not None:
                yield value, word


def iter_prose(block: MappingNode, record: type[Record]) -> Iterator[Scalar]:
    """The values behind keys where words may stand, the file's own keys among them."""
    for field, key, node in walk_keys(block, record):
        if field is None and key.text in NOT_RELEVANT:
            yield from iter_scalars(node)
        elif key.text.startswith(OPEN):
            yield from document.iter_scalars(node)
        elif field and isinstance(field.kind, MappingType) and isinstance(node, MappingNode):
            yield from (value for _, value in node.entries.values() if isinstance(value, Scalar))
        elif field and can_take_text(field.kind):
            yield from iter_scalars(node)


def walk_keys(block: MappingNode, record: type[Record]) -> Iterator[tuple[Field | None, Scalar, Node]]:
    """Every key with its field, where it has one, and its value; top down."""
    for word, (key, node) in block.entries.items():
        field = record.names.get(word)
        yield field, key, node
        if field:
            for below in iter_mappings(node):
                yield from walk_keys(below, get_record_type(field.kind))


def iter_mappings(node: Node) -> Iterator[MappingNode]:
    """A record, or those in a list."""
    if isinstance(node, MappingNode):
        yield node
    elif isinstance(node, SequenceNode):
        for item in node.items:
            yield from iter_mappings(item)


def iter_scalars(node: Node) -> Iterator[Scalar]:
    """A text, or those in a list."""
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, SequenceNode):
        for item in node.items:
            yield from iter_scalars(item)


def get_record_type(kind: FieldType | None) -> type[Record]:
    """The record that a kind holds; for one that holds none, a record without fields."""
    return next(iter_record_types(kind), Record) if kind else Record


def spell_choice(kind: FieldType | None, text: str, language: Language) -> str | None:
    """A word of a list as that language writes it. Old spellings stay: `underskrevet` says a little more than `aktiv`."""
    match kind:
        case ListType(of):
            return spell_choice(of, text, language)
        case UnionType(first, _):
            return spell_choice(first, text, language)
        case EnumType(choice):
            member = map_spellings_to_choices(choice).get(text)
            return member.get_key(language) if member and text not in member.value.also else None
        case _ if kind is VALUES[bool]:
            return next((PlainScalar(each.localize(language)) for each in (YES, NO) if text in each), None)
        case _:
            return None


def extract_meaning(node: Node, kind: FieldType | None = None, record: type[Record] | None = None) -> object:
    """What a file says, apart from spelling, order of keys and layout."""
    if isinstance(node, Scalar):
        return spell_choice(kind, node.text, LANGUAGES[0]) or node.text
    if isinstance(node, SequenceNode):
        return [extract_meaning(item, kind) for item in node.items]
    here = record or get_record_type(kind)
    return {find_field_name(here, word): extract_meaning(value, find_key_type(here, word)) for word, (_, value) in node.entries.items()}


def find_field_name(record: type[Record], word: str) -> str:
    """A key in its one canonical spelling."""
    field = record.names.get(word)
    return field.key if field else NOT_RELEVANT.da if word in NOT_RELEVANT else word


def find_key_type(record: type[Record], word: str) -> FieldType | None:
    """The kind of what stands behind a key."""
    field = record.names.get(word)
    return field.kind if field else None
