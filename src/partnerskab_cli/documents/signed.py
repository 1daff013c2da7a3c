"""What of an agreement's answers the signatures cover, and what stands on the paper beside it: the declarations decide, as for the fingerprint."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..history.signature import is_signed
from .answers import AnswerRecords, FieldAnswer, NestedAnswer

NAMES = ("name", "title", "text", "step", "term")
"""What tells one item of a list from another; it is said again where only the rest of the item is not signed."""


class Parted(NamedTuple):
    """Some answers in two."""

    signed: tuple[FieldAnswer, ...]
    beside: tuple[FieldAnswer, ...]


def split_answers(found: Iterable[FieldAnswer], *, material: bool = False) -> Parted:
    """The answers that are signed content and those that are not; of a record that has both, its parts."""
    pairs = tuple(split_answer(one, material=is_signed(one.field, material=material)) for one in found)
    return Parted(tuple(one for part in pairs for one in part.signed), tuple(one for part in pairs for one in part.beside))


def split_answer(one: FieldAnswer, *, material: bool) -> Parted:
    """One answer in two."""
    told = one.told
    if isinstance(told, NestedAnswer):
        inner = split_answers(told.answers, material=material)
        return Parted(*(((one._replace(told=NestedAnswer(part)),) if part else ()) for part in inner))
    if isinstance(told, AnswerRecords):
        records = tuple(split_answers(record, material=material) for record in told.records)
        signed, beside = tuple(part.signed for part in records if part.signed), tuple(repeat_names(records))
        return Parted(*(((one._replace(told=told._replace(records=part)),) if part else ()) for part in (signed, beside)))
    return Parted((one,), ()) if material else Parted((), (one,))


def repeat_names(records: Iterable[Parted]) -> Iterator[tuple[FieldAnswer, ...]]:
    """What is not signed of each item of a list, behind what it is called."""
    for signed, beside in records:
        if beside:
            named = any(one.field.name in NAMES for one in beside)
            name = next((one for one in signed if one.field.name in NAMES), signed[0] if signed else None)
            yield beside if named or name is None else (name, *beside)
