"""What an editor offers to write behind a key: an example to type over, or the words to choose from."""

import re
from collections.abc import Iterator, Mapping
from typing import assert_never

from ..guidance.forms import MEANINGS
from ..model.examples import iter_example_fields
from ..model.field import Choice, EnumType, Field, FieldType, ListType, MappingType, RecordType, ScalarType, UnionType
from ..model.record import Record, iter_record_types
from ..model.types import VALUES, Whole, Year
from ..text.localized import NO, YES, Language

QUOTED = re.compile('"(.*)"')
NUMBERS = frozenset({id(VALUES[Whole]), id(VALUES[Year])})
MOST_STOPS = 99


def make_snippets(field: Field, language: Language) -> Mapping[str, object]:
    """What is offered for a field: snippets, or its example."""
    listed = isinstance(field.kind, ListType)
    bodies = [
        (label, [body] if listed and isinstance(body, dict) else body, words)
        for label, body, words in iter_snippet_bodies(field.kind, field.get_key(language), language)
    ]
    if bodies:
        return format_snippets(bodies)
    if isinstance(field.kind, ScalarType) and field.example.da:
        return {"examples": [parse_example(field, language)]}
    return {}


def make_item_snippets(of: FieldType, name: str, language: Language) -> Mapping[str, object]:
    """What is offered for an item of a list."""
    bodies = list(iter_snippet_bodies(of, name, language))
    return format_snippets(bodies) if bodies else {}


def format_snippets(texts: list[tuple[str, object, str]]) -> Mapping[str, object]:
    """Snippets as an editor takes them."""
    return {
        "defaultSnippets": [{"label": label, "body": body, **({"description": words} if words else {})} for label, body, words in texts]
    }


def iter_snippet_bodies(kind: FieldType, name: str, language: Language) -> Iterator[tuple[str, object, str]]:
    """Label, body and description of what may be written for a kind."""
    match kind:
        case RecordType(record):
            yield name, dict(iter_snippet_parts(record, language, iter(range(1, MOST_STOPS)))), ""
        case EnumType(choice):
            yield from ((word.get_key(language), word.get_key(language), describe_choice(word, language)) for word in choice)
        case ListType(of):
            yield from iter_snippet_bodies(of, name, language)
        case UnionType(first, second):
            yield from iter_snippet_bodies(first, name, language)
            yield from iter_snippet_bodies(second, name, language) if isinstance(second, RecordType) else ()
        case ScalarType():
            yield from ((word.localize(language), word.localize(language), "") for word in (YES, NO) if kind is VALUES[bool])
        case MappingType():
            pass
        case _:
            assert_never(kind)


def describe_choice(word: Choice, language: Language) -> str:
    """What a word means."""
    return (MEANINGS[word].text if word in MEANINGS else word.value.label).localize(language)


def iter_snippet_parts(record: type[Record], language: Language, stops: Iterator[int]) -> Iterator[tuple[str, object]]:
    """The parts a section is best begun with, each with its example as a place to fill."""
    for field in iter_example_fields(record):
        inner = next(iter_record_types(field.kind), None)
        if inner:
            body = dict(iter_snippet_parts(inner, language, stops))
            yield field.get_key(language), [body] if isinstance(field.kind, ListType) else body
        else:
            yield field.get_key(language), format_tab_stop(field, language, next(stops))


def format_tab_stop(field: Field, language: Language, number: int) -> str:
    """`${1:3 måneder}`; a word of a list is one of its words."""
    if isinstance(field.kind, EnumType):
        return f"${{{number}|{','.join(word.get_key(language) for word in field.kind.choice)}|}}"
    return f"${{{number}:{unquote_example(field.example.localize(language)).replace('}', '')}}}"


def parse_example(field: Field, language: Language) -> object:
    """The example as a value."""
    words = unquote_example(field.example.localize(language))
    return int(words) if id(field.kind) in NUMBERS and words.isdecimal() else words


def unquote_example(words: str) -> str:
    """An example without the quotation marks it has in a file."""
    match = QUOTED.fullmatch(words)
    return match[1] if match else words
