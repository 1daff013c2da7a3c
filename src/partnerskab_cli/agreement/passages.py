"""The running text of an agreement, piece by piece, wherever it stands."""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from .field import Either, Field, Keyed, Kind, Many, Value
from .record import Record, sections


class Passage(NamedTuple):
    """A piece of free text, and where it stands."""

    record: Record
    field: Field
    position: int | None
    text: str


class Prose(NamedTuple):
    """All the free text of an agreement."""

    passages: tuple[Passage, ...] = ()
    folded: str = ""
    """All of it in a row without its letter case, for a cheap first look."""


def prose(record: Record) -> Prose:
    """Every piece of free text below a record, in the order of the declarations."""
    passages: list[Passage] = []
    gather(record, passages)
    return Prose(tuple(passages), "\n".join([one.text for one in passages]).casefold())


def gather(record: Record, passages: list[Passage]) -> None:
    """Put the pieces of a record and of the records below it in the list."""
    for one, free in telling(record.fields):
        value = record.__dict__[one.name]
        if value is None or value == ():
            continue
        position = None
        for item in value if type(value) is tuple else value.values() if isinstance(value, Mapping) else (value,):
            position = (0 if position is None else position + 1) if type(value) is tuple else None
            if isinstance(item, Record):
                gather(item, passages)
            elif free and isinstance(item, str):
                passages.append(Passage(record, one, position, item))


@cache
def telling(fields: tuple[Field, ...]) -> tuple[tuple[Field, bool], ...]:
    """The fields that hold free text, or records that may; true for text."""
    return tuple((one, is_text(one.kind)) for one in fields if is_text(one.kind) or any(sections(one.kind)))


def is_text(kind: Kind) -> bool:
    """Whether a kind holds free text, not a name to point at or a number in digits."""
    match kind:
        case Value(text=text):
            return text
        case Many(of) | Keyed(_, of):
            return is_text(of)
        case Either(first, second):
            return is_text(first) or is_text(second)
        case _:
            return False
