"""What an editor offers to write behind a key: an example to type over, made of the field's own."""

import re
from collections.abc import Iterator, Mapping

from ..agreement.field import Field, Many, OneOf, Section, Value
from ..agreement.record import Record, sections
from ..agreement.sample import chosen_parts
from ..agreement.values import VALUES, Whole, Year
from ..text import Language

QUOTED = re.compile('"(.*)"')
NUMBERS = frozenset({id(VALUES[Whole]), id(VALUES[Year])})


def snippet(one: Field, language: Language) -> Mapping[str, object]:
    """A body with places to fill for a section, an example for a value, nothing for a word of a list."""
    record = next(sections(one.kind), None)
    if record and isinstance(one.kind, Section | Many):
        stops = iter(range(1, 99))
        body = dict(parts(record, language, stops))
        return {"defaultSnippets": [{"label": one.word(language), "body": [body] if isinstance(one.kind, Many) else body}]}
    if isinstance(one.kind, Value) and one.example.da:
        return {"examples": [example(one, language)]}
    return {}


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
