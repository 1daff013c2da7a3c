"""What of an agreement everyone may see: what the fields declare public, and nothing else."""

from typing import TypeVar

from .agreement import Agreement
from .field import Field
from .record import Record

R = TypeVar("R", bound=Record)


def extract_public_agreement(agreement: Agreement) -> Agreement | None:
    """The public part of an agreement that stands in the public overview; nothing where it has no text for it or does not want to."""
    communication = agreement.communication
    return extract_public_record(agreement) if communication and communication.overview and communication.public else None


def extract_shareable(agreement: Agreement) -> Agreement | None:
    """The public part of an agreement; nothing where it wants to stand in no public output."""
    communication = agreement.communication
    return None if communication and not communication.public else extract_public_record(agreement)


def extract_public_record(record: R, *, above: bool = False) -> R:
    """A copy of a record that holds only what is public; `above` is whether the record round it is. Reasons and remarks are left out."""
    values = {field.name: extract_public_value(getattr(record, field.name), field, above=above) for field in record.fields}
    written = {
        field.name: extract_public_value(record.written[field.name], field, above=above)
        for field in record.fields
        if field.name in record.written
    }
    return type(record).of(
        {name: value for name, value in values.items() if value is not None},
        written={name: pieces for name, pieces in written.items() if isinstance(pieces, tuple) and pieces},
    )


def extract_public_value(value: object, field: Field, *, above: bool) -> object:
    """The public part of a value, or nothing."""
    public = above if field.public is None else bool(field.public)
    if type(value) is tuple:
        parts = (extract_public_value(item, field, above=above) for item in value)
        return tuple(part for part in parts if part is not None)
    if isinstance(value, Record):
        if field.public == "own" and not getattr(value, "public", False):
            return None
        part = extract_public_record(value, above=public)
        return None if part == type(value).of({}) else part
    return value if public else None
