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


def split_answers(answers: Iterable[FieldAnswer], *, material: bool = False) -> Parted:
    """The answers that are signed content and those that are not; of a record that has both, its parts."""
    pairs = tuple(split_answer(answer, material=is_signed(answer.field, material=material)) for answer in answers)
    return Parted(tuple(answer for part in pairs for answer in part.signed), tuple(answer for part in pairs for answer in part.beside))


def split_answer(answer: FieldAnswer, *, material: bool) -> Parted:
    """One answer in two."""
    content = answer.content
    if isinstance(content, NestedAnswer):
        inner = split_answers(content.answers, material=material)
        return Parted(*(((answer._replace(content=NestedAnswer(part)),) if part else ()) for part in inner))
    if isinstance(content, AnswerRecords):
        records = tuple(split_answers(record, material=material) for record in content.records)
        signed, beside = tuple(part.signed for part in records if part.signed), tuple(repeat_names(records))
        return Parted(*(((answer._replace(content=content._replace(records=part)),) if part else ()) for part in (signed, beside)))
    return Parted((answer,), ()) if material else Parted((), (answer,))


def repeat_names(records: Iterable[Parted]) -> Iterator[tuple[FieldAnswer, ...]]:
    """What is not signed of each item of a list, behind what it is called."""
    for signed, beside in records:
        if beside:
            named = any(answer.field.name in NAMES for answer in beside)
            name = next((answer for answer in signed if answer.field.name in NAMES), signed[0] if signed else None)
            yield beside if named or name is None else (name, *beside)
