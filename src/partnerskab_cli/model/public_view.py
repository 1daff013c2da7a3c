"""What of an agreement everyone may see: what the fields declare public, and nothing else."""

from typing import TypeVar

from .agreement import Agreement
from .field import Field
from .record import Record

R = TypeVar("R", bound=Record)


def extract_public_agreement(agreement: Agreement) -> Agreement | None:
    """The public part of an agreement that stands in the public overview; nothing where it has no text for it or does not want to."""
    told = agreement.communication
    return extract_public_record(agreement) if told and told.overview and told.public else None


def extract_shareable(agreement: Agreement) -> Agreement | None:
    """The public part of an agreement; nothing where it wants to stand in no public output."""
    told = agreement.communication
    return None if told and not told.public else extract_public_record(agreement)


def extract_public_record(record: R, *, above: bool = False) -> R:
    """A copy of a record that holds only what is public; `above` is whether the record round it is. Reasons and remarks are left out."""
    values = {one.name: extract_public_value(getattr(record, one.name), one, above=above) for one in record.fields}
    written = {
        one.name: extract_public_value(record.written[one.name], one, above=above) for one in record.fields if one.name in record.written
    }
    return type(record).of(
        {name: value for name, value in values.items() if value is not None},
        written={name: pieces for name, pieces in written.items() if isinstance(pieces, tuple) and pieces},
    )


def extract_public_value(value: object, one: Field, *, above: bool) -> object:
    """The public part of a value, or nothing."""
    public = above if one.public is None else bool(one.public)
    if type(value) is tuple:
        parts = (extract_public_value(item, one, above=above) for item in value)
        return tuple(part for part in parts if part is not None)
    if isinstance(value, Record):
        if one.public == "own" and not getattr(value, "public", False):
            return None
        part = extract_public_record(value, above=public)
        return None if part == type(value).of({}) else part
    return value if public else None
