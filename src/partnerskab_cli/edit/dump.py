"""A record as the words that a file holds: keys in one language, only what was answered, values as they are read back."""

from datetime import date
from typing import assert_never

from ..model.amounts import Duration, Money, Number, Percent, Recurrence
from ..model.field import (
    ALWAYS,
    NOT_RELEVANT,
    Choice,
    EnumType,
    Field,
    FieldType,
    ListType,
    MappingType,
    RecordType,
    ScalarType,
    UnionType,
)
from ..model.record import UNREAD, Record
from ..text.localized import NO, YES, Language
from .scalars import PlainScalar, Tree


def dump_record(record: Record, language: Language) -> dict[str, Tree]:
    """The answers of a record under their keys, in the order of its fields."""
    answered: dict[str, Tree] = {}
    for field in record.fields:
        reason = record.aside.get(field.name, UNREAD)
        value = getattr(record, field.name)
        if reason != UNREAD:
            answered[field.get_key(language)] = {NOT_RELEVANT.localize(language): reason}
        elif value is not None and (field.need is ALWAYS or value not in ((), {}, field.default)):
            answered[field.get_key(language)] = dump_field(field, value, language)
    return {word: answer for word, answer in answered.items() if answer != {}}


def dump_field(field: Field, value: object, language: Language) -> Tree:
    """The value of a field as it would stand in a file."""
    return dump_typed(field.kind, value, language)


def dump_typed(kind: FieldType, value: object, language: Language) -> Tree:  # noqa: PLR0911 - an arm a kind
    """A value of a kind as it would stand in a file."""
    match kind:
        case RecordType() if isinstance(value, Record):
            return dump_record(value, language)
        case ListType(of) if isinstance(value, tuple):
            return [dump_typed(of, item, language) for item in value]
        case MappingType(_, of) if isinstance(value, dict):
            return {str(key): dump_typed(of, item, language) for key, item in value.items()}
        case UnionType(first, second):
            return dump_typed(first if is_of_type(first, value) else second, value, language)
        case ScalarType(text=True):
            return str(value)
        case EnumType():
            return dump_scalar(value, language)
        case ScalarType() | RecordType() | ListType() | MappingType():
            return PlainScalar(dump_scalar(value, language))
        case _:
            assert_never(kind)


def is_of_type(kind: FieldType, value: object) -> bool:
    """Whether a value is of the first of two kinds; the second one is words or a record."""
    return isinstance(value, kind.choice) if isinstance(kind, EnumType) else not isinstance(value, str | Record)


def dump_scalar(value: object, language: Language) -> str:
    """A value in the spelling that a file of that language uses."""
    match value:
        case Choice():
            return value.get_key(language)
        case bool():
            return (YES if value else NO).localize(language)
        case date():
            return value.isoformat()
        case Money() | Number() | Percent():
            whole, rest = divmod(value[0], 100)
            return f"{whole}.{rest:02}" if rest else str(whole)
        case Duration() | Recurrence():
            return value.localize(language)
        case _:
            return str(value)
