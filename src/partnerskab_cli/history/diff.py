"""What has changed between two versions of an agreement, field by field and item by item, each change weighed."""

from collections.abc import Hashable, Iterator, Mapping
from typing import NamedTuple

from ..difference import ChangeKind, ChangeSignificance
from ..model.agreement import Agreement
from ..model.field import Field
from ..model.record import UNREAD, Record, field_path
from .change import UNREADABLE, FieldChange, NotRelevant, PathStep, UnreadableAnswer, VersionContext
from .match import match_items, split_words
from .signature import SEQUENCES, canonicalize_value, dump_canonical_json, is_signed, normalize_whitespace


class DiffCursor(NamedTuple):
    """Where in the two versions the comparison stands."""

    old: VersionContext
    new: VersionContext
    way: tuple[PathStep, ...] = ()
    signed: bool = False

    @property
    def field(self) -> Field:
        """The field in hand."""
        return self.way[-1].field

    def enter_records(self, old: Record, new: Record) -> "DiffCursor":
        """The place inside two records."""
        return self._replace(old=self.old.enter_record(old), new=self.new.enter_record(new))

    def enter_field(self, field: Field) -> "DiffCursor":
        """The place of a field."""
        return self._replace(way=(*self.way, PathStep(field)), signed=is_signed(field, material=self.signed))

    def enter_item(self, item: Record | None = None, number: int = 0, key: str = "") -> "DiffCursor":
        """The place of one item or one key."""
        return self._replace(way=(*self.way[:-1], PathStep(self.field, item, number, key)))


def compare_agreements(old: Agreement, new: Agreement) -> tuple[FieldChange, ...]:
    """The changes of meaning from one version to the next, in the order of the declarations. Layout is none."""
    return tuple(compare_records(old, new, DiffCursor(VersionContext(old.party_names), VersionContext(new.party_names))))


def compare_records(old: Record, new: Record, place: DiffCursor) -> Iterator[FieldChange]:
    """The changes between two records of one type."""
    inside = place.enter_records(old, new)
    for field in old.fields:
        yield from compare_answers(get_answer(old, field), get_answer(new, field), inside.enter_field(field))


def get_answer(record: Record, field: Field) -> object:
    """What a record answers: a value, a reason why not, or something unreadable."""
    reason, value = record.aside.get(field.name), getattr(record, field.name)
    if reason is None or (reason == UNREAD and value not in (None, ())):
        return value
    return UNREADABLE if reason == UNREAD else NotRelevant(reason)


def compare_answers(old: object, new: object, place: DiffCursor) -> Iterator[FieldChange]:
    """The changes between two answers to one question."""
    if old == new:
        return
    if isinstance(old, Record) and type(old) is type(new):
        yield from compare_records(old, new, place)
    elif type(old) is tuple and type(new) is tuple:
        yield from compare_lists(old, new, place)
    elif isinstance(old, Mapping) and isinstance(new, Mapping):
        for key in dict.fromkeys((*old, *new)):
            yield from compare_answers(old.get(key), new.get(key), place.enter_item(key=str(key)))
    else:
        yield compare_values(old, new, place)


def compare_lists(old: tuple[object, ...], new: tuple[object, ...], place: DiffCursor) -> Iterator[FieldChange]:
    """The changes between two lists: what is gone, what has changed inside, what is new, and what stands elsewhere."""
    items = match_items(old, new, lambda item: get_signed_text(item, place))
    for row in items.removed:
        yield compare_values(old[row], None, place)
    for row, column in items.pairs:
        item = old[row]
        yield from compare_answers(item, new[column], place.enter_item(item if isinstance(item, Record) else None, column + 1))
    for column in items.added:
        yield compare_values(None, new[column], place)
    weight = ChangeSignificance.MATERIAL if place.signed and place.field in SEQUENCES else ChangeSignificance.EDITORIAL
    for row, column in items.moved:
        yield FieldChange(place.way, ChangeKind.MOVED, row + 1, column + 1, weight, place.old, place.new, new[column])


def compare_values(old: object, new: object, place: DiffCursor) -> FieldChange:
    """The change from one value to another, from nothing to something, or back."""
    deed = ChangeKind.ADDED if is_blank_answer(old) else ChangeKind.REMOVED if is_blank_answer(new) else ChangeKind.CHANGED
    return FieldChange(place.way, deed, old, new, rate_significance(old, new, place), place.old, place.new)


def is_blank_answer(value: object) -> bool:
    """Whether nothing is answered."""
    return value is None or value == ()


def rate_significance(old: object, new: object, place: DiffCursor) -> ChangeSignificance:
    """How much a change of one answer means: material exactly where the signed content differs."""
    if get_signed_text(old, place) != get_signed_text(new, place):
        return ChangeSignificance.MATERIAL
    return ChangeSignificance.EDITORIAL if place.field in UNSAYING or has_same_words(old, new) else ChangeSignificance.CONTENT


UNSAYING = frozenset(field_path(Agreement.schema))
"""Fields that say nothing of the cooperation."""


def has_same_words(old: object, new: object) -> bool:
    """Whether two texts differ in nothing but white space, punctuation and capitals."""
    return (
        isinstance(old, str)
        and isinstance(new, str)
        and (normalize_whitespace(old) == normalize_whitespace(new) or split_words(old) == split_words(new) != [])
    )


def get_signed_text(value: object, place: DiffCursor) -> Hashable:
    """What an answer adds to the signed content, or nothing. What cannot be read is like nothing else."""
    if isinstance(value, UnreadableAnswer | NotRelevant):
        return value if place.signed else None
    field = place.field
    text = None if value == field.default else canonicalize_value(value, field, material=place.signed)
    return None if text in (None, {}, []) else dump_canonical_json(text)
