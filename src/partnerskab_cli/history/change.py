"""A change of meaning as a value: where, what was done, what stood there and what does now, and how much it means."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from ..agreement.agreement import Agreement
from ..agreement.amounts import Money
from ..agreement.field import Field, Many
from ..agreement.record import Record, points
from ..agreement.values import VALUES, PartyId, PayerId
from ..difference import Deed, Weight
from ..text import Language, Text


class Side(NamedTuple):
    """What values of one version need besides themselves: the names behind ids, and the currency in force."""

    names: Mapping[str, str]
    currency: str = "DKK"

    def entering(self, record: Record) -> "Side":
        """The same inside a record, which may have a currency of its own."""
        return self._replace(currency=getattr(record, "currency", self.currency))

    def value(self, value: object, one: Field) -> object:
        """A value with what it needs to be said."""
        kind = one.kind.of if isinstance(one.kind, Many) else one.kind
        if isinstance(value, Money):
            return value._replace(currency=self.currency)
        if (kind is VALUES[PartyId] or kind is VALUES[PayerId]) and isinstance(value, str):
            return Reference(value, self.names.get(value, value))
        return value


class Stop(NamedTuple):
    """A field on the way to a change, and the item of its list that the way leads through."""

    field: Field
    item: Record | None = None
    """As the older version has it."""
    number: int = 0
    """Its number in the newer list, from 1."""
    key: str = ""
    """The free key of a value."""


class Change(NamedTuple):
    """One change of meaning. Of something moved, `before` and `after` are its numbers in the list."""

    way: tuple[Stop, ...]
    deed: Deed
    before: object
    after: object
    weight: Weight
    old: Side
    new: Side
    what: object = None
    """The item that was moved."""

    @property
    def fields(self) -> tuple[Field, ...]:
        """The declared fields on the way."""
        return tuple(stop.field for stop in self.way)

    @property
    def item(self) -> int | None:
        """The point of the checklist that it belongs to."""
        return checklist_items().get(self.fields)


class Reference(NamedTuple):
    """A party or a role that something refers to, with its name."""

    id: str
    name: str

    def said(self, _: Language) -> str:
        """The name; the id where nobody has it."""
        return self.name


@dataclass(frozen=True, slots=True)
class NotRelevant:
    """An answer set aside with a reason."""

    reason: str

    def said(self, language: Language) -> str:
        """`ikke relevant: vi mødes hver dag`."""
        return Text(da="ikke relevant: {reason}", en="not relevant: {reason}").said(language, reason=self.reason)


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Something was written that cannot be read."""

    def said(self, language: Language) -> str:
        """What a reader is told of it."""
        return Text(da="noget, jeg ikke kan læse", en="something I cannot read").said(language)


UNREADABLE = Unreadable()


@cache
def checklist_items() -> Mapping[tuple[Field, ...], int]:
    """The first point of the checklist that each field of the tree answers."""
    found = {point.way: next((int(one) for one in point.answers if one.isdecimal()), None) for point in points(Agreement)}
    return {fields: item for fields, item in found.items() if item}
