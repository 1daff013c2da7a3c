"""Two states of a record: which agreement of one is which of the other, and what has changed in it."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from ..agreement.agreement import Agreement
from ..agreement.checklist import marks
from ..agreement.signing import Validity, signings_by, validity_of
from ..agreement.standing import is_binding
from ..diagnostics import Mark
from ..difference import Deed, Difference, Entry, Fate, Line, Weight
from ..reading.sheet import Sheet
from ..text import Language
from .change import Change
from .compare import compare
from .matching import ALIKE, MOST_PAIRS, likeness
from .signature import fingerprint
from .wording import line

Version = Sheet[Agreement]
"""An agreement as one state of the record has it; its path is the one that is shown."""
LOST = ("STR01", "STR02", "STR03", "STR04", "STR08", "STR10", "STR17")
"""Faults after which something that was written is not known."""


class Pair(NamedTuple):
    """The same agreement in the older and in the newer state, or one side of nothing."""

    old: Version | None
    new: Version | None


def pairs(old: Iterable[Version], new: Iterable[Version]) -> tuple[Pair, ...]:
    """Match agreements by their ids, then by their paths, then by likeness, so that a renamed one stays itself."""
    before, after = list(old), list(new)
    found = [*met(before, after, id_of), *met(before, after, lambda one: one.path), *alike(before, after)]
    found += [*(Pair(one, None) for one in before), *(Pair(None, one) for one in after)]
    return tuple(sorted(found, key=path_of))


def path_of(pair: Pair) -> str:
    """Where the agreement lies now, else where it lay."""
    return next(one.path for one in (pair.new, pair.old) if one)


def id_of(version: Version) -> str | None:
    """The id of an agreement that can be read."""
    return version.record.id if version.record else None


def met(before: list[Version], after: list[Version], key: Callable[[Version], str | None]) -> Iterator[Pair]:
    """The pairs with the same key, taken out of what is left; a key that stands twice on one side says nothing."""
    counts = [Counter(key(one) for one in side) for side in (before, after)]
    keys = {name for name in counts[0] if name is not None and counts[0][name] == counts[1][name] == 1}
    old, new = ({key(one): one for one in side if key(one) in keys} for side in (before, after))
    before[:] = [one for one in before if key(one) not in keys]
    after[:] = [one for one in after if key(one) not in keys]
    yield from (Pair(old[name], new[name]) for name in old)


def alike(before: list[Version], after: list[Version]) -> Iterator[Pair]:
    """The pairs that say much the same, the most alike first, taken out of what is left. A successor is an agreement of its own."""
    if len(before) * len(after) > MOST_PAIRS:
        return
    weighed = sorted(
        ((-likeness(old.record, new.record), row, column) for row, old in enumerate(before) for column, new in enumerate(after)
         if old.record and new.record and old.record.id not in new.record.replaces)
    )  # fmt: skip
    rows, columns = dict(enumerate(before)), dict(enumerate(after))
    for unlike, row, column in weighed:
        if -unlike >= ALIKE and row in rows and column in columns:
            yield Pair(rows.pop(row), columns.pop(column))
    before[:], after[:] = rows.values(), columns.values()


def difference(old: str, new: str, found: Sequence[Pair], language: Language) -> Difference:
    """Two named states side by side, in words. Pairs whose files say the same to the letter are left out."""
    return Difference(old, new, tuple(entry(pair, language) for pair in found if not identical(pair)))


def identical(pair: Pair) -> bool:
    """Whether an agreement is the same file on both sides, line ends aside; of what cannot be read at all nobody knows."""
    return bool(pair.old and pair.new and pair.old.text) and lines_of(pair.old) == lines_of(pair.new)


def lines_of(version: Version | None) -> tuple[object, ...]:
    """A file as it reads line by line, with what kept it from being read at all."""
    return (version.path, version.text.splitlines(), version.faults if not version.text else ()) if version else ()


def entry(pair: Pair, language: Language) -> Entry:
    """What became of an agreement, in words."""
    changes = changes_of(pair)
    shown = next(one for one in (pair.new, pair.old) if one)
    record = next((one.record for one in (pair.new, pair.old) if one and one.record), None)
    former = pair.old.path if pair.old and pair.old.path != shown.path else ""
    lines: tuple[Line, ...] = tuple(line(change, language) for change in changes)
    if not pair.old:
        lines = tuple(one._replace(deed=Deed.ADDED, before="", note="") for one in lines if one.after or one.parts)
    answered = tuple(points_answered(one) for one in pair)
    return Entry(
        shown.path, former, (record and record.id) or "", (record and record.title) or "", fate(pair, changes), lines,
        must_sign(pair, changes), (answered[0], answered[1]), sum(lost(one) for one in pair if one),
        bool(pair.new and pair.new.record is None), bool(pair.old and pair.old.record and not pair.new and is_binding(pair.old.record)),
    )  # fmt: skip


def changes_of(pair: Pair) -> tuple[Change, ...]:
    """The changes of meaning in an agreement; all that a new one says is added."""
    old, new = pair.old.record if pair.old else Agreement.of({}), pair.new.record if pair.new else None
    return compare(old, new) if old and new else ()


def fate(pair: Pair, changes: tuple[Change, ...]) -> Fate:
    """What became of an agreement."""
    if any(one and one.record is None for one in pair):
        return Fate.UNREADABLE
    if pair.old is None or pair.new is None:
        return Fate.ADDED if pair.new else Fate.REMOVED
    return Fate.CHANGED if changes else Fate.SAME


def must_sign(pair: Pair, changes: tuple[Change, ...]) -> tuple[str, ...]:
    """The parties that had signed what it said before, and not what it says now."""
    if not (pair.new and pair.new.record) or all(change.weight is not Weight.MATERIAL for change in changes):
        return ()
    now = fingerprint(pair.new.record)
    versions = [one.record for one in pair if one and one.record]
    signed = {each.party for version in versions for each in version.signatures}
    renewed = signings_by(pair.new.record, (each for each in pair.new.record.signatures if validity_of(each, now) is Validity.HOLDS))
    return tuple(one.party.name for one in renewed if one.party.id in signed and not one.is_signed)


def points_answered(version: Version | None) -> int | None:
    """How many points of the checklist are answered; nothing where there is no agreement to read."""
    return sum(mark is not Mark.NO for mark in marks(version.record)) if version and version.record else None


def lost(version: Version) -> int:
    """How many places of a file cannot be read."""
    return sum(fault.code.startswith(LOST) and fault.code != "STR17b" for fault in version.faults)
