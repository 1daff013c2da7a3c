"""The running text of an agreement, piece by piece, wherever it stands."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from ..text.localized import Language
from ..text.prefilter import NOTHING_SEEN, TextIndex, index_text
from .field import Field, FieldType, ListType, MappingType, ScalarType, UnionType, capitalize_key
from .record import Record, Scrap, iter_record_types


class Passage(NamedTuple):
    """A piece of free text, and where it stands."""

    record: Record
    field: Field
    position: int | None
    text: str


class Prose(NamedTuple):
    """All the free text of an agreement."""

    passages: tuple[Passage, ...] = ()
    seen: TextIndex = NOTHING_SEEN
    """All of it in a row, at a glance."""


def collect_free_text(record: Record) -> Prose:
    """Every piece of free text below a record, in the order of the declarations."""
    passages: list[Passage] = []
    collect_passages(record, passages)
    return Prose(tuple(passages), index_text("\n".join([passage.text for passage in passages])))


def collect_passages(record: Record, passages: list[Passage]) -> None:
    """Put the pieces of a record and of the records below it in the list."""
    values = record.__dict__
    for name, field, free in list_free_text_fields(type(record)):  # type: ignore[arg-type]  # mypy takes the record's `__hash__` for its class's
        value = values[name]
        if not value:
            continue
        if type(value) is str:
            passages.append(Passage(record, field, None, value))
        elif isinstance(value, Record):
            collect_passages(value, passages)
        elif type(value) is tuple:
            collect_passages_of_items(value, passages, record, field if free else None)
        elif isinstance(value, Mapping):
            passages.extend(Passage(record, field, None, item) for item in value.values() if isinstance(item, str))


def collect_passages_of_items(items: Iterable[object], passages: list[Passage], record: Record, field: Field | None) -> None:
    """Put the pieces of a list in the list; `field`: its field, where plain texts in it are free text."""
    for position, item in enumerate(items):
        if isinstance(item, Record):
            collect_passages(item, passages)
        elif field and isinstance(item, str):
            passages.append(Passage(record, field, position, item))


@cache
def list_free_text_fields(record: type[Record]) -> tuple[tuple[str, Field, bool], ...]:
    """The fields that hold free text, or records that may, by their names; true for text."""
    return tuple(
        (field.name, field, is_text(field.kind)) for field in record.fields if is_text(field.kind) or any(iter_record_types(field.kind))
    )


def is_text(kind: FieldType) -> bool:
    """Whether a kind holds free text, not a name to point at or a number in digits."""
    match kind:
        case ScalarType(text=text):
            return text
        case ListType(of) | MappingType(_, of):
            return is_text(of)
        case UnionType(first, second):
            return is_text(first) or is_text(second)
        case _:
            return False


def find_letters(record: Record, letters: frozenset[str], language: Language, above: tuple[str, ...] = ()) -> Iterator[tuple[str, str]]:
    """Where some letters stand in an agreement: the names of the field and of what it is part of, and those of the letters it holds."""
    for field in record.fields:
        label = (*above, field.label.localize(language))
        value = record.written.get(field.name) or getattr(record, field.name)
        for item in value if type(value) is tuple else value.values() if isinstance(value, Mapping) else (value,):
            if isinstance(item, Record):
                yield from find_letters(item, letters, language, label)
            elif held := letters.intersection(item.text if isinstance(item, Scrap) else item if isinstance(item, str) else ""):
                yield " – ".join(label), "".join(sorted(held))
    yield from (
        (capitalize_key(key), "".join(sorted(held))) for key, scrap in record.others.items() if (held := letters.intersection(scrap.text))
    )
