"""A record as the words that a file holds: keys in one language, only what was answered, values as they are read back."""

from datetime import date
from typing import assert_never

from ..agreement.amounts import Duration, Money, Number, Percent, Recurrence
from ..agreement.field import ALWAYS, NOT_RELEVANT, Choice, Either, Field, Keyed, Kind, Many, OneOf, Section, Value
from ..agreement.record import UNREAD, Record
from ..text import NO, YES, Language
from .lines import Bare, Tree


def entries(record: Record, language: Language) -> dict[str, Tree]:
    """The answers of a record under their keys, in the order of its fields."""
    answered: dict[str, Tree] = {}
    for one in record.fields:
        reason = record.aside.get(one.name, UNREAD)
        value = getattr(record, one.name)
        if reason != UNREAD:
            answered[one.word(language)] = {NOT_RELEVANT.said(language): reason}
        elif value is not None and (one.need is ALWAYS or value not in ((), {}, one.default)):
            answered[one.word(language)] = tree(one, value, language)
    return {word: said for word, said in answered.items() if said != {}}


def tree(one: Field, value: object, language: Language) -> Tree:
    """The value of a field as it would stand in a file."""
    return of_kind(one.kind, value, language)


def of_kind(kind: Kind, value: object, language: Language) -> Tree:  # noqa: PLR0911 - an arm a kind
    """A value of a kind as it would stand in a file."""
    match kind:
        case Section() if isinstance(value, Record):
            return entries(value, language)
        case Many(of) if isinstance(value, tuple):
            return [of_kind(of, one, language) for one in value]
        case Keyed(_, of) if isinstance(value, dict):
            return {str(key): of_kind(of, one, language) for key, one in value.items()}
        case Either(first, second):
            return of_kind(first if fits(first, value) else second, value, language)
        case Value(text=True):
            return str(value)
        case OneOf():
            return in_file(value, language)
        case Value() | Section() | Many() | Keyed():
            return Bare(in_file(value, language))
        case _:
            assert_never(kind)


def fits(kind: Kind, value: object) -> bool:
    """Whether a value is of the first of two kinds; the second one is words or a record."""
    return isinstance(value, kind.choice) if isinstance(kind, OneOf) else not isinstance(value, str | Record)


def in_file(value: object, language: Language) -> str:
    """A value in the spelling that a file of that language uses."""
    match value:
        case Choice():
            return value.key(language)
        case bool():
            return (YES if value else NO).said(language)
        case date():
            return value.isoformat()
        case Money() | Number() | Percent():
            whole, rest = divmod(value[0], 100)
            return f"{whole}.{rest:02}" if rest else str(whole)
        case Duration() | Recurrence():
            return value.said(language)
        case _:
            return str(value)
