"""The answers of an agreement, one by one, wherever they stand; the free text among them is read by many rules."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from .field import Either, Field, Keyed, Kind, Many, Value
from .record import Record


class Passage(NamedTuple):
    """An answer in a record, and which of a list it is."""

    record: Record
    field: Field
    position: int | None
    value: object

    @property
    def text(self) -> str:
        """The answer, where it is text."""
        return self.value if isinstance(self.value, str) else ""


def answers(record: Record) -> Iterator[Passage]:
    """Every answer below a record that is no record itself, in the order of the declarations."""
    for one in record.fields:
        value = record.__dict__[one.name]
        if value is None or value == ():
            continue
        if type(value) is tuple:
            for position, item in enumerate(value):
                yield from answers(item) if isinstance(item, Record) else (Passage(record, one, position, item),)
        elif isinstance(value, Record):
            yield from answers(value)
        elif isinstance(value, Mapping):
            yield from (Passage(record, one, None, item) for item in value.values())
        else:
            yield Passage(record, one, None, value)


def passages(record: Record) -> Iterator[Passage]:
    """Every piece of free text below a record."""
    return (one for one in answers(record) if isinstance(one.value, str) and is_prose(one.field))


@cache
def is_prose(one: Field) -> bool:
    """Whether a field holds free text, not a name to point at or a number in digits."""
    return any(value.text for value in values_of(one.kind))


def values_of(kind: Kind) -> Iterator[Value]:
    """The kinds of text and number that a kind is made of."""
    match kind:
        case Value():
            yield kind
        case Many(of) | Keyed(_, of):
            yield from values_of(of)
        case Either(first, second):
            yield from values_of(first)
            yield from values_of(second)
        case _:
            pass
