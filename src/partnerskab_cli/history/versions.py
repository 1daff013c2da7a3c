"""Two states of a record: which agreement of one is which of the other, and what has changed in it."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from ..diagnostics import CompletionStatus
from ..difference import AgreementChange, AgreementDiff, ChangeKind, ChangeSignificance, Difference, FieldDiff
from ..model.agreement import Agreement
from ..model.checklist import rate_checklist
from ..model.signing import Validity, determine_validity, list_party_signings
from ..model.status import is_binding
from ..source.source_file import SourceFile
from ..text.localized import Language
from .change import FieldChange
from .describe import describe_change
from .diff import compare_agreements
from .match import ALIKE, MOST_PAIRS, compute_similarity
from .signature import compute_content_fingerprint

Version = SourceFile[Agreement]
"""An agreement as one state of the record has it; its path is the one that is shown."""
LOST = ("STR01", "STR02", "STR03", "STR04", "STR08", "STR10", "STR17")
"""Faults after which something that was written is not known."""


class VersionPair(NamedTuple):
    """The same agreement in the older and in the newer state, or one side of nothing."""

    old: Version | None
    new: Version | None


def match_versions(old: Iterable[Version], new: Iterable[Version]) -> tuple[VersionPair, ...]:
    """Match agreements by their ids, then by their paths, then by likeness, so that a renamed one stays itself."""
    before, after = list(old), list(new)
    pairs = [
        *match_by_key(before, after, get_version_id),
        *match_by_key(before, after, lambda source: source.path),
        *iter_similar_pairs(before, after),
    ]
    pairs += [*(VersionPair(source, None) for source in before), *(VersionPair(None, source) for source in after)]
    return tuple(sorted(pairs, key=get_pair_path))


def get_pair_path(pair: VersionPair) -> str:
    """Where the agreement lies now, else where it lay."""
    return next(source.path for source in (pair.new, pair.old) if source)


def get_version_id(version: Version) -> str | None:
    """The id of an agreement that can be read."""
    return version.record.id if version.record else None


def match_by_key(before: list[Version], after: list[Version], key: Callable[[Version], str | None]) -> Iterator[VersionPair]:
    """The pairs with the same key, taken out of what is left; a key that stands twice on one side says nothing."""
    counts = [Counter(key(source) for source in side) for side in (before, after)]
    keys = {name for name in counts[0] if name is not None and counts[0][name] == counts[1][name] == 1}
    old, new = ({key(source): source for source in side if key(source) in keys} for side in (before, after))
    before[:] = [source for source in before if key(source) not in keys]
    after[:] = [source for source in after if key(source) not in keys]
    yield from (VersionPair(old[name], new[name]) for name in old)


def iter_similar_pairs(before: list[Version], after: list[Version]) -> Iterator[VersionPair]:
    """The pairs that say much the same, the most alike first, taken out of what is left. A successor is an agreement of its own."""
    if len(before) * len(after) > MOST_PAIRS:
        return
    weighed = sorted(
        ((-compute_similarity(old.record, new.record), row, column) for row, old in enumerate(before) for column, new in enumerate(after)
         if old.record and new.record and old.record.id not in new.record.replaces)
    )  # fmt: skip
    rows, columns = dict(enumerate(before)), dict(enumerate(after))
    for unlike, row, column in weighed:
        if -unlike >= ALIKE and row in rows and column in columns:
            yield VersionPair(rows.pop(row), columns.pop(column))
    before[:], after[:] = rows.values(), columns.values()


def build_difference(old: str, new: str, pairs: Sequence[VersionPair], language: Language) -> Difference:
    """Two named states side by side, in words. Pairs whose files say the same to the letter are left out."""
    return Difference(old, new, tuple(build_agreement_diff(pair, language) for pair in pairs if not is_identical(pair)))


def is_identical(pair: VersionPair) -> bool:
    """Whether an agreement is the same file on both sides, line ends aside; of what cannot be read at all nobody knows."""
    return bool(pair.old and pair.new and pair.old.text) and list_readable_lines(pair.old) == list_readable_lines(pair.new)


def list_readable_lines(version: Version | None) -> tuple[object, ...]:
    """A file as it reads line by line, with what kept it from being read at all."""
    return (version.path, version.text.splitlines(), version.faults if not version.text else ()) if version else ()


def build_agreement_diff(pair: VersionPair, language: Language) -> AgreementDiff:
    """What became of an agreement, in words."""
    changes = list_changes(pair)
    shown = next(source for source in (pair.new, pair.old) if source)
    record = next((source.record for source in (pair.new, pair.old) if source and source.record), None)
    former = pair.old.path if pair.old and pair.old.path != shown.path else ""
    lines: tuple[FieldDiff, ...] = tuple(describe_change(change, language) for change in changes)
    if not pair.old:
        lines = tuple(line._replace(deed=ChangeKind.ADDED, before="", note="") for line in lines if line.after or line.parts)
    answered = tuple(count_points_answered(source) for source in pair)
    return AgreementDiff(
        shown.path, former, (record and record.id) or "", (record and record.title) or "", choose_fate(pair, changes), lines,
        list_parties_to_sign(pair, changes), (answered[0], answered[1]), sum(count_unreadable_places(source) for source in pair if source),
        bool(pair.new and pair.new.record is None), bool(pair.old and pair.old.record and not pair.new and is_binding(pair.old.record)),
    )  # fmt: skip


def list_changes(pair: VersionPair) -> tuple[FieldChange, ...]:
    """The changes of meaning in an agreement; all that a new one says is added."""
    old, new = pair.old.record if pair.old else Agreement.of({}), pair.new.record if pair.new else None
    return compare_agreements(old, new) if old and new else ()


def choose_fate(pair: VersionPair, changes: tuple[FieldChange, ...]) -> AgreementChange:
    """What became of an agreement."""
    if any(source and source.record is None for source in pair):
        return AgreementChange.UNREADABLE
    if pair.old is None or pair.new is None:
        return AgreementChange.ADDED if pair.new else AgreementChange.REMOVED
    return AgreementChange.CHANGED if changes else AgreementChange.SAME


def list_parties_to_sign(pair: VersionPair, changes: tuple[FieldChange, ...]) -> tuple[str, ...]:
    """The parties that had signed what it said before, and not what it says now."""
    if not (pair.new and pair.new.record) or all(change.weight is not ChangeSignificance.MATERIAL for change in changes):
        return ()
    now = compute_content_fingerprint(pair.new.record)
    versions = [source.record for source in pair if source and source.record]
    signed = {each.party for version in versions for each in version.signatures}
    renewed = list_party_signings(
        pair.new.record, (each for each in pair.new.record.signatures if determine_validity(each, now) is Validity.HOLDS)
    )
    return tuple(signing.party.name for signing in renewed if signing.party.id in signed and not signing.is_signed)


def count_points_answered(version: Version | None) -> int | None:
    """How many points of the checklist are answered; nothing where there is no agreement to read."""
    return sum(mark is not CompletionStatus.NO for mark in rate_checklist(version.record)) if version and version.record else None


def count_unreadable_places(version: Version) -> int:
    """How many places of a file cannot be read."""
    return sum(fault.code.startswith(LOST) and fault.code != "STR17b" for fault in version.faults)
