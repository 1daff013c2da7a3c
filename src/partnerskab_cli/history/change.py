"""A change of meaning as a value: where, what was done, what stood there and what does now, and how much it means."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import NamedTuple

from ..difference import ChangeKind, ChangeSignificance
from ..model.agreement import Agreement
from ..model.amounts import DAYS_IN, MONTHS_IN, WORKING_DAY, WORKING_DAYS, Duration, Money, Number, Percent, Recurrence
from ..model.field import Field, ListType
from ..model.record import Record, walk_fields
from ..model.types import VALUES, PartyId, PayerId
from ..text.localized import Language, Text


class VersionContext(NamedTuple):
    """What values of one version need besides themselves: the names behind ids, and the currency in force."""

    names: Mapping[str, str]
    currency: str = "DKK"

    def enter_record(self, record: Record) -> "VersionContext":
        """The same inside a record, which may have a currency of its own."""
        return self._replace(currency=getattr(record, "currency", self.currency))

    def wrap_value(self, value: object, field: Field) -> object:
        """A value with what it needs to be said."""
        kind = field.kind.of if isinstance(field.kind, ListType) else field.kind
        if isinstance(value, Money):
            return value._replace(currency=self.currency)
        if (kind is VALUES[PartyId] or kind is VALUES[PayerId]) and isinstance(value, str):
            return Reference(value, self.names.get(value, value))
        return value


class PathStep(NamedTuple):
    """A field on the way to a change, and the item of its list that the way leads through."""

    field: Field
    item: Record | None = None
    """As the older version has it."""
    number: int = 0
    """Its number in the newer list, from 1."""
    key: str = ""
    """The free key of a value."""


class FieldChange(NamedTuple):
    """One change of meaning. Of something moved, `before` and `after` are its numbers in the list."""

    way: tuple[PathStep, ...]
    deed: ChangeKind
    before: object
    after: object
    weight: ChangeSignificance
    old: VersionContext
    new: VersionContext
    what: object = None
    """The item that was moved."""

    @property
    def fields(self) -> tuple[Field, ...]:
        """The declared fields on the way."""
        return tuple(stop.field for stop in self.way)

    @property
    def item(self) -> int | None:
        """The point of the checklist that it belongs to."""
        return map_fields_to_items().get(self.fields)


class Reference(NamedTuple):
    """A party or a role that something refers to, with its name."""

    id: str
    name: str

    def localize(self, _: Language) -> str:
        """The name; the id where nobody has it."""
        return self.name


@dataclass(frozen=True, slots=True)
class NotRelevant:
    """An answer set aside with a reason."""

    reason: str

    def localize(self, language: Language) -> str:
        """`ikke relevant: vi mødes hver dag`."""
        return Text(da="ikke relevant: {reason}", en="not relevant: {reason}").localize(language, reason=self.reason)


@dataclass(frozen=True, slots=True)
class UnreadableAnswer:
    """Something was written that cannot be read."""

    def localize(self, language: Language) -> str:
        """What a reader is told of it."""
        return Text(da="noget, jeg ikke kan læse", en="something I cannot read").localize(language)


UNREADABLE = UnreadableAnswer()


@cache
def map_fields_to_items() -> Mapping[tuple[Field, ...], int]:
    """The first point of the checklist that each field of the tree answers."""
    items = {point.way: next((int(answer) for answer in point.answers if answer.isdecimal()), None) for point in walk_fields(Agreement)}
    return {fields: item for fields, item in items.items() if item}


NOTHING = Text(da="", en="")
SHORTER, LONGER = Text(da="kortere", en="shorter"), Text(da="længere", en="longer")
EARLIER, LATER = Text(da="tidligere", en="earlier"), Text(da="senere", en="later")
RARER, OFTENER = Text(da="sjældnere", en="less often"), Text(da="oftere", en="more often")
LOWER, HIGHER = Text(da="lavere", en="lower"), Text(da="højere", en="higher")
LESS, MORE = Text(da="{amount} mindre", en="{amount} less"), Text(da="{amount} mere", en="{amount} more")
WAYS: dict[type, tuple[Text, Text]] = {
    Duration: (SHORTER, LONGER),
    date: (EARLIER, LATER),
    Recurrence: (RARER, OFTENER),
    Number: (LOWER, HIGHER),
    Percent: (LOWER, HIGHER),
    int: (LOWER, HIGHER),
}
MONTH_DAYS = 365.25 / 12
WEEK_DAYS = 7


def describe_direction(before: object, after: object) -> Text:
    """Which way a value went; nothing for what cannot be measured or came out alike."""
    if isinstance(before, Money) and isinstance(after, Money):
        return describe_money_change(before, after)
    if type(before) is not type(after) or type(before) not in WAYS:
        return NOTHING
    old, new = measure_value(before), measure_value(after)
    less, more = WAYS[type(before)]
    return NOTHING if old == new else less if new < old else more


def describe_money_change(before: Money, after: Money) -> Text:
    """How much more or less it is, in one currency."""
    moved = after.cents - before.cents
    if before.currency != after.currency or not moved:
        return NOTHING
    return (MORE if moved > 0 else LESS).format(amount=Money(abs(moved), after.currency))


def measure_value(value: object) -> float:
    """A value on a scale of its kind: days, times a day, or itself."""
    match value:
        case Duration():
            return estimate_days(value)
        case Recurrence():
            return (value.least + value.most) / estimate_days(Duration(value.every, value.unit))
        case date():
            return value.toordinal()
        case Number(hundredths=number) | Percent(hundredths=number) | int(number):
            return number
        case _:
            return 0


def estimate_days(length: Duration) -> float:
    """About how many days a length of time has, to compare two in different units."""
    if length.unit is WORKING_DAY:
        return length.number * WEEK_DAYS / WORKING_DAYS
    return length.number * (DAYS_IN[length.unit] if length.unit in DAYS_IN else MONTHS_IN[length.unit] * MONTH_DAYS)
