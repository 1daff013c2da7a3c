"""A finding names the record in hand and the field; where that stands in the file is found later."""

from collections.abc import Mapping
from typing import NamedTuple, TypeVar, cast

from .field import Field
from .record import Record

T = TypeVar("T")
Way = tuple[Field, ...]


class Finding(NamedTuple):
    """Something a rule found, with the values of its message."""

    record: Record
    field: Field
    position: int | None
    """The item of a list of plain values."""
    values: Mapping[str, object]


def make_finding(record: Record, about: object, /, position: int | None = None, **values: object) -> Finding:
    """A finding about a field of a record: `found(period, Period.end, end=period.end)`."""
    (field,) = field_path(about)
    return Finding(record, field, position, values)


def list_items(record: Record, about: tuple[T, ...], /) -> tuple[T, ...]:
    """The records of a list, those that lack something among them: `every_item(agreement, Agreement.parties)`."""
    (field,) = field_path(about)
    return cast("tuple[T, ...]", record.written.get(field.name) or getattr(record, field.name))


def field_path(*fields: object) -> Way:
    """Fields on the way down: to a type checker `Period.end` is a date, at run time it is the field."""
    strangers = [field for field in fields if not isinstance(field, Field)]
    if strangers:
        raise TypeError(strangers)
    return tuple(field for field in fields if isinstance(field, Field))
