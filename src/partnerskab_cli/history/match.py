"""Which item of one list is which item of another: by equality, by what identifies it, by likeness; never by position."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import NamedTuple

from ..model.record import Record
from ..text.localized import fold

IDENTIFYING = (
    ("id",),
    ("name",),
    ("rule",),
    ("term",),
    ("title",),
    ("item",),
    ("party", "kind"),
    ("party",),
    ("level",),
    ("date",),
    ("text",),
)
"""Fields that tell items of a list apart, the surest first."""
ALIKE = 0.5
"""From here on, two items are taken for one that was changed."""
MOST_PAIRS = 2_500
"""So many pairs are weighed by likeness; beyond them, what is left is taken for removed and added."""


class MatchedItems(NamedTuple):
    """Positions in the old list and in the new one."""

    pairs: tuple[tuple[int, int], ...]
    removed: tuple[int, ...]
    added: tuple[int, ...]

    @property
    def moved(self) -> tuple[tuple[int, int], ...]:
        """The fewest items that must have moved past others."""
        stayed = find_longest_increasing([new for _, new in self.pairs])
        return tuple(pair for number, pair in enumerate(self.pairs) if number not in stayed)


def match_items(old: Sequence[object], new: Sequence[object], signed: Callable[[object], Hashable]) -> MatchedItems:
    """Match the items of two lists. `signed` answers the signed content of an item, or nothing.

    Items with the same signed content go together before anything else is tried: lists that hold the same never seem to differ in it.
    """
    rows, columns = list(range(len(old))), list(range(len(new)))
    pairs: list[tuple[int, int]] = []
    keys: tuple[Callable[[object], Hashable], ...] = (get_content_key, signed, *(make_identity_key(names) for names in IDENTIFYING))
    for key in keys:
        pairs += take_equal_pairs(
            rows, columns, [key(value) for value in old], [key(value) for value in new], every=key in {get_content_key, signed}
        )
    if len(rows) * len(columns) <= MOST_PAIRS:
        pairs += match_by_similarity(rows, columns, old, new)
    return MatchedItems(tuple(sorted(pairs)), tuple(rows), tuple(columns))


def get_content_key(item: object) -> Hashable:
    """All that an item says."""
    return item if isinstance(item, Hashable) else None


def make_identity_key(names: tuple[str, ...]) -> Callable[[object], Hashable]:
    """What identifies a record by some of its fields, where it has and fills all of them."""

    def get_item_key(item: object) -> Hashable:
        """What an item is known by."""
        values = tuple(getattr(item, name, None) for name in names) if isinstance(item, Record) else (None,)
        return None if None in values else (type(item), values)

    return get_item_key


def take_equal_pairs(
    rows: list[int], columns: list[int], old: Sequence[Hashable], new: Sequence[Hashable], *, every: bool
) -> list[tuple[int, int]]:
    """The pairs with the same key, taken out of what is left. Unless `every`, only keys that stand once on both sides count."""
    once = {key for key, count in Counter(old[row] for row in rows).items() if count == 1}
    once &= {key for key, count in Counter(new[column] for column in columns).items() if count == 1}
    free: dict[Hashable, list[int]] = {}
    for column in reversed(columns):
        free.setdefault(new[column], []).append(column)
    pairs = [(row, free[old[row]].pop()) for row in rows if old[row] is not None and free.get(old[row]) and (every or old[row] in once)]
    remove_matched(rows, columns, pairs)
    return pairs


def remove_matched(rows: list[int], columns: list[int], pairs: Sequence[tuple[int, int]]) -> None:
    """Take what is matched out of what is left."""
    old, new = {row for row, _ in pairs}, {column for _, column in pairs}
    rows[:] = [row for row in rows if row not in old]
    columns[:] = [column for column in columns if column not in new]


def match_by_similarity(rows: list[int], columns: list[int], old: Sequence[object], new: Sequence[object]) -> list[tuple[int, int]]:
    """The pairs that are alike, the most alike first, taken out of what is left."""
    weighed = sorted((-compute_similarity(old[row], new[column]), row, column) for row in rows for column in columns)
    pairs: list[tuple[int, int]] = []
    for unlike, row, column in weighed:
        if -unlike >= ALIKE and row in rows and column in columns:
            pairs.append((row, column))
            remove_matched(rows, columns, pairs)
    return pairs


def compute_similarity(value: object, other: object) -> float:
    """How alike two values are, from 0 to 1: texts by the words they share, records by their answers."""
    if value == other:
        return 1
    if isinstance(value, str) and isinstance(other, str):
        return compute_overlap(split_words(value), split_words(other))
    if isinstance(value, Record) and type(value) is type(other):
        asked = [
            name.name for name in value.fields if getattr(value, name.name) != name.default or getattr(other, name.name) != name.default
        ]
        return sum(compute_similarity(getattr(value, name), getattr(other, name)) for name in asked) / max(1, len(asked))
    if type(value) is tuple and type(other) is tuple:
        return compute_overlap(value, other)
    return 0


def compute_overlap(values: Iterable[object], other: Iterable[object]) -> float:
    """The share of items that two lists have in common."""
    first, second = Counter(values), Counter(other)
    total = first.total() + second.total()
    return 2 * (first & second).total() / total if total else 0


def split_words(text: str) -> list[str]:
    """The words of a text without their punctuation and capitals."""
    return re.findall(r"\w+", fold(text))


def find_longest_increasing(numbers: Sequence[int]) -> frozenset[int]:
    """The positions of a longest rising subsequence."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for position, number in enumerate(numbers):
        place = bisect_left(tails, number)
        before.append(ends[place - 1] if place else -1)
        tails[place : place + 1] = [number]
        ends[place : place + 1] = [position]
    positions = []
    position = ends[-1] if ends else -1
    while position >= 0:
        positions.append(position)
        position = before[position]
    return frozenset(positions)
