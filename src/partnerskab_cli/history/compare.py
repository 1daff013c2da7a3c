"""What has changed between two versions of an agreement, as meaning: field by field, item by item, each change weighed."""

from collections.abc import Hashable, Iterator, Mapping
from enum import Enum, IntEnum
from functools import cache
from typing import NamedTuple

from ..agreement.agreement import Agreement
from ..agreement.amounts import Money
from ..agreement.field import Field, Many
from ..agreement.finding import way
from ..agreement.record import UNREAD, Record, points
from ..agreement.values import VALUES, PartyId, PayerId
from ..text import Language, Text
from .matching import matched, words_of
from .signature import SEQUENCES, canonical, folded, is_signed, plain


class Weight(IntEnum):
    """How much a change means; a higher number is heavier."""

    EDITORIAL = 1
    """The same said otherwise: line breaks, punctuation, the order of a list that has none."""
    CONTENT = 2
    """Something else is said, but nothing that was signed."""
    MATERIAL = 3
    """The signed content: it needs new signatures."""

    @property
    def key(self) -> str:
        """The word of machine formats."""
        return self.name.lower()

    def said(self, language: Language) -> str:
        """The word a reader sees."""
        return WEIGHT_WORDS[self].said(language)


WEIGHT_WORDS = {
    Weight.EDITORIAL: Text(da="redaktionel", en="editorial"),
    Weight.CONTENT: Text(da="indhold", en="content"),
    Weight.MATERIAL: Text(da="væsentlig", en="material"),
}


class Deed(Enum):
    """What was done to an answer or an item."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"


class Stop(NamedTuple):
    """A field on the way to a change, and the item of its list that the way leads through."""

    field: Field
    item: Record | None = None
    number: int = 0
    """The item's number in the newer list, from 1."""
    key: str = ""
    """The free key of a value."""


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
        if kind in {VALUES[PartyId], VALUES[PayerId]} and isinstance(value, str):
            return Reference(value, self.names.get(value, value))
        return value


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


class NotRelevant(NamedTuple):
    """An answer set aside with a reason."""

    reason: str

    def said(self, language: Language) -> str:
        """`ikke relevant: vi mødes hver dag`."""
        return Text(da="ikke relevant: {reason}", en="not relevant: {reason}").said(language, reason=self.reason)


class Unreadable(NamedTuple):
    """Something was written that cannot be read."""

    def said(self, language: Language) -> str:
        """What a reader is told of it."""
        return Text(da="noget, jeg ikke kan læse", en="something I cannot read").said(language)


UNREADABLE = Unreadable()


class Place(NamedTuple):
    """Where in the two versions the comparison stands."""

    old: Side
    new: Side
    way: tuple[Stop, ...] = ()
    signed: bool = False

    @property
    def field(self) -> Field:
        """The field in hand."""
        return self.way[-1].field

    def within(self, old: Record, new: Record) -> "Place":
        """The place inside two records."""
        return self._replace(old=self.old.entering(old), new=self.new.entering(new))

    def at(self, one: Field) -> "Place":
        """The place of a field."""
        return self._replace(way=(*self.way, Stop(one)), signed=is_signed(one, material=self.signed))

    def through(self, item: Record | None = None, number: int = 0, key: str = "") -> "Place":
        """The place of one item or one key."""
        return self._replace(way=(*self.way[:-1], Stop(self.field, item, number, key)))


def compare(old: Agreement, new: Agreement) -> tuple[Change, ...]:
    """The changes of meaning from one version to the next, in the order of the declarations. Layout is none."""
    return tuple(of_records(old, new, Place(side_of(old), side_of(new))))


def side_of(agreement: Agreement) -> Side:
    """What the values of a version need, to be said."""
    parties = {party.id: party.name for party in agreement.parties}
    return Side({role.id: role.name for role in agreement.other_roles} | parties)


def of_records(old: Record, new: Record, place: Place) -> Iterator[Change]:
    """The changes between two records of one type."""
    inside = place.within(old, new)
    for one in old.fields:
        yield from of_answers(answer(old, one), answer(new, one), inside.at(one))


def answer(record: Record, one: Field) -> object:
    """What a record answers: a value, a reason why not, or something unreadable."""
    reason, value = record.aside.get(one.name), getattr(record, one.name)
    if reason is None or (reason == UNREAD and value not in (None, ())):
        return value
    return UNREADABLE if reason == UNREAD else NotRelevant(reason)


def of_answers(old: object, new: object, place: Place) -> Iterator[Change]:
    """The changes between two answers to one question."""
    if old == new:
        return
    if isinstance(old, Record) and type(old) is type(new):
        yield from of_records(old, new, place)
    elif type(old) is tuple and type(new) is tuple:
        yield from of_lists(old, new, place)
    elif isinstance(old, Mapping) and isinstance(new, Mapping):
        for key in dict.fromkeys((*old, *new)):
            yield from of_answers(old.get(key), new.get(key), place.through(key=str(key)))
    else:
        yield of_values(old, new, place)


def of_lists(old: tuple[object, ...], new: tuple[object, ...], place: Place) -> Iterator[Change]:
    """The changes between two lists: what is gone, what has changed inside, what is new, and what stands elsewhere."""
    found = matched(old, new, lambda item: signed_text(item, place))
    for row in found.removed:
        yield of_values(old[row], None, place)
    for row, column in found.pairs:
        item = new[column] if isinstance(new[column], Record) else None
        yield from of_answers(old[row], new[column], place.through(item=item, number=column + 1))
    for column in found.added:
        yield of_values(None, new[column], place)
    weight = Weight.MATERIAL if place.signed and place.field in SEQUENCES else Weight.EDITORIAL
    for row, column in found.moved:
        yield Change(place.way, Deed.MOVED, row + 1, column + 1, weight, place.old, place.new, new[column])


def of_values(old: object, new: object, place: Place) -> Change:
    """The change from one value to another, from nothing to something, or back."""
    deed = Deed.ADDED if blank(old) else Deed.REMOVED if blank(new) else Deed.CHANGED
    return Change(place.way, deed, old, new, weight(old, new, place), place.old, place.new)


def blank(value: object) -> bool:
    """Whether nothing is answered."""
    return value is None or value == ()


def weight(old: object, new: object, place: Place) -> Weight:
    """How much a change of one answer means: material exactly where the signed content differs."""
    if signed_text(old, place) != signed_text(new, place):
        return Weight.MATERIAL
    return Weight.EDITORIAL if place.field in UNSAYING or same_words(old, new) else Weight.CONTENT


UNSAYING = frozenset(way(Agreement.schema))
"""Fields that say nothing of the cooperation."""


def same_words(old: object, new: object) -> bool:
    """Whether two texts differ in nothing but white space, punctuation and capitals."""
    return isinstance(old, str) and isinstance(new, str) and (folded(old) == folded(new) or words_of(old) == words_of(new) != [])


def signed_text(value: object, place: Place) -> Hashable:
    """What an answer adds to the signed content, or nothing. What cannot be read is like nothing else."""
    if isinstance(value, Unreadable | NotRelevant):
        return value if place.signed else None
    one = place.field
    text = None if value == one.default else plain(value, one, material=place.signed)
    return None if text in (None, {}, []) else canonical(text)


@cache
def checklist_items() -> Mapping[tuple[Field, ...], int]:
    """The first point of the checklist that each field of the tree answers."""
    found = {point.way: next((int(one) for one in point.answers if one.isdecimal()), None) for point in points(Agreement)}
    return {fields: item for fields, item in found.items() if item}
