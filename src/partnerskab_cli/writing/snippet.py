"""What an editor offers to write behind a key: an example to type over, or the words to choose from."""

import re
from collections.abc import Iterator, Mapping
from typing import assert_never

from ..agreement.field import Choice, Either, Field, Keyed, Kind, Many, OneOf, Section, Value
from ..agreement.guidance.forms import MEANINGS
from ..agreement.record import Record, sections
from ..agreement.sample import chosen_parts
from ..agreement.values import VALUES, Whole, Year
from ..text import NO, YES, Language

QUOTED = re.compile('"(.*)"')
NUMBERS = frozenset({id(VALUES[Whole]), id(VALUES[Year])})
MOST_STOPS = 99


def offered(one: Field, language: Language) -> Mapping[str, object]:
    """What is offered for a field: snippets, or its example."""
    listed = isinstance(one.kind, Many)
    found = [
        (label, [body] if listed and isinstance(body, dict) else body, words)
        for label, body, words in bodies(one.kind, one.word(language), language)
    ]
    if found:
        return snippets(found)
    if isinstance(one.kind, Value) and one.example.da:
        return {"examples": [example(one, language)]}
    return {}


def offered_item(of: Kind, name: str, language: Language) -> Mapping[str, object]:
    """What is offered for an item of a list."""
    found = list(bodies(of, name, language))
    return snippets(found) if found else {}


def snippets(found: list[tuple[str, object, str]]) -> Mapping[str, object]:
    """Snippets as an editor takes them."""
    return {
        "defaultSnippets": [{"label": label, "body": body, **({"description": words} if words else {})} for label, body, words in found]
    }


def bodies(kind: Kind, name: str, language: Language) -> Iterator[tuple[str, object, str]]:
    """Label, body and description of what may be written for a kind."""
    match kind:
        case Section(record):
            yield name, dict(parts(record, language, iter(range(1, MOST_STOPS)))), ""
        case OneOf(choice):
            yield from ((word.key(language), word.key(language), meaning(word, language)) for word in choice)
        case Many(of):
            yield from bodies(of, name, language)
        case Either(first, second):
            yield from bodies(first, name, language)
            yield from bodies(second, name, language) if isinstance(second, Section) else ()
        case Value():
            yield from ((word.said(language), word.said(language), "") for word in (YES, NO) if kind is VALUES[bool])
        case Keyed():
            pass
        case _:
            assert_never(kind)


def meaning(word: Choice, language: Language) -> str:
    """What a word means."""
    return (MEANINGS[word].text if word in MEANINGS else word.value.label).said(language)


def parts(record: type[Record], language: Language, stops: Iterator[int]) -> Iterator[tuple[str, object]]:
    """The parts a section is best begun with, each with its example as a place to fill."""
    for one in chosen_parts(record):
        inner = next(sections(one.kind), None)
        if inner:
            body = dict(parts(inner, language, stops))
            yield one.word(language), [body] if isinstance(one.kind, Many) else body
        else:
            yield one.word(language), stop(one, language, next(stops))


def stop(one: Field, language: Language, number: int) -> str:
    """`${1:3 måneder}`; a word of a list is one of its words."""
    if isinstance(one.kind, OneOf):
        return f"${{{number}|{','.join(word.key(language) for word in one.kind.choice)}|}}"
    return f"${{{number}:{plain(one.example.said(language)).replace('}', '')}}}"


def example(one: Field, language: Language) -> object:
    """The example as a value."""
    words = plain(one.example.said(language))
    return int(words) if id(one.kind) in NUMBERS and words.isdecimal() else words


def plain(words: str) -> str:
    """An example without the quotation marks it has in a file."""
    match = QUOTED.fullmatch(words)
    return match[1] if match else words
