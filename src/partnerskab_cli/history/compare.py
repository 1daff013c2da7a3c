"""What has changed between two versions of an agreement, field by field and item by item, each change weighed."""

from collections.abc import Hashable, Iterator, Mapping
from typing import NamedTuple

from ..agreement.agreement import Agreement
from ..agreement.field import Field
from ..agreement.finding import way
from ..agreement.record import UNREAD, Record
from ..difference import Deed, Weight
from .change import UNREADABLE, Change, NotRelevant, Side, Stop, Unreadable
from .matching import matched, words_of
from .signature import SEQUENCES, canonical, folded, is_signed, plain


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
    return tuple(of_records(old, new, Place(Side(old.party_names), Side(new.party_names))))


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
        item = old[row]
        yield from of_answers(item, new[column], place.through(item if isinstance(item, Record) else None, column + 1))
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
