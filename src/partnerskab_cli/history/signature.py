"""What a signature binds: the signed content of an agreement in one canonical text, and its fingerprint.

Method 1, so that it can be recomputed by hand (docs/signatures.md goes through an example):

1.  Take the fields that are declared material, and no others, under their English names.
2.  Leave out what is empty, and what says the same as saying nothing (a default).
3.  Write every value in one way: text with single blanks for all white space and without letters that nobody sees, a word of a list by its English name, a date as
    `2026-03-01`, a number, a percentage and an amount with two decimals (`25000.00`), a whole number and yes or no as in JSON,
    a length of time as `P3M` (D, W, M, Q, Y; BD are Mondays to Fridays), notice to the end of a month as `P3M/M` (M, Q, Y; M1 is
    the 1st of a month), a frequency as `{"every":1,"least":2,"most":2,"unit":"Y"}`,
    an answer set aside as `{"not_relevant":"the reason"}`.
4.  Sort the items of a list by their own canonical text, since their order says nothing; but keep the order of `dispute_steps`
    and `other_terms`, which are followed and quoted by number.
5.  Write it all as JSON with sorted keys, no blanks and no escapes but those that JSON demands.
6.  The fingerprint is `1:` and the first 32 hexadecimal digits of the SHA-256 of the UTF-8 bytes of `partnerskab 1`, a line break,
    and that JSON.

So the language and order of keys, quotation marks, comments, line breaks and layout make no difference, nor does anything that is
not signed: status, signatures, waivers, contacts, results. A field that is added to the declarations later changes no old
fingerprint. Whatever else changes in the method gets a new number, and this module goes on knowing the old ones.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from ..model.agreement import Agreement
from ..model.amounts import Duration, Money, Number, Percent, Recurrence
from ..model.field import Choice, Field
from ..model.record import UNREAD, Record, field_path
from ..model.signing import DIGITS, Validity, compare_fingerprints
from ..text.localized import strip_invisible

VERSION = 1
SEQUENCES = frozenset(field_path(Agreement.dispute_steps, Agreement.other_terms))
"""Lists whose order is part of what they say."""


def compute_content_fingerprint(agreement: Agreement) -> str | None:
    """The fingerprint of the signed content; nothing where a part of it could not be read.

    Letters that nobody sees are outside it. Where a signature in the agreement was given to the text with them, that one still holds.
    """
    if any(iter_unread_fields(agreement)):
        return None
    print_ = compute_digest(extract_signed_content(agreement))
    if any(
        signature.fingerprint and compare_fingerprints(signature.fingerprint, print_) is not Validity.HOLDS
        for signature in agreement.signatures
    ):
        older = compute_digest(extract_signed_content(agreement, fold=normalize_blanks))
        if any(compare_fingerprints(signature.fingerprint, older) is Validity.HOLDS for signature in agreement.signatures):
            return older
    return print_


def compute_digest(signed: dict[str, object]) -> str:
    """The method and the first digits of the digest of signed content."""
    from hashlib import sha256  # noqa: PLC0415 - only signed agreements need it

    text = f"partnerskab {VERSION}\n{dump_canonical_json(signed)}"
    return f"{VERSION}:{sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:DIGITS]}"


def fingerprint_if_signed(agreement: Agreement) -> str | None:
    """The fingerprint of an agreement that somebody signed with one; nothing where no signature asks for it."""
    return compute_content_fingerprint(agreement) if any(signature.fingerprint for signature in agreement.signatures) else None


def iter_unread_fields(record: Record, *, material: bool = False) -> Iterator[Field]:
    """The fields of the signed content that something is written in which could not be read."""
    for field in record.fields:
        signed = is_signed(field, material=material)
        if signed and record.aside.get(field.name) == UNREAD:
            yield field
        value = getattr(record, field.name)
        for item in value if type(value) is tuple else (value,):
            if isinstance(item, Record):
                yield from iter_unread_fields(item, material=signed)


def is_signed(field: Field, *, material: bool) -> bool:
    """Whether a field belongs to the signed content, by its own word or that of the record round it."""
    return material if field.material is None else field.material


Fold = Callable[[str], str]
"""What says nothing in a text, left out."""


def extract_signed_content(record: Record, *, material: bool = False, fold: Fold | None = None) -> dict[str, object]:
    """The signed content of a record: its material answers under their English names."""
    answers = {
        field.name: canonicalize_answer(record, field, material=is_signed(field, material=material), fold=fold or normalize_whitespace)
        for field in record.fields
    }
    return {name: value for name, value in answers.items() if value not in (None, {}, [])}


def canonicalize_answer(record: Record, field: Field, *, material: bool, fold: Fold) -> object:
    """The canonical answer to one question, or nothing."""
    reason = record.aside.get(field.name)
    if material and reason is not None and reason != UNREAD:
        return {"not_relevant": fold(reason)}
    value = getattr(record, field.name)
    return None if value == field.default else canonicalize_value(value, field, material=material, fold=fold)


def canonicalize_value(value: object, field: Field, *, material: bool, fold: Fold | None = None) -> object:
    """A value as JSON knows it; nothing where it is not signed."""
    if type(value) is tuple:
        items = [
            item for item in (canonicalize_value(each, field, material=material, fold=fold) for each in value) if item not in (None, {})
        ]
        return items if field in SEQUENCES else sorted(items, key=dump_canonical_json)
    if isinstance(value, Record):
        return extract_signed_content(value, material=material, fold=fold)
    if isinstance(value, Mapping):
        return (
            {str(key): canonicalize_value(each, field, material=material, fold=fold) for key, each in value.items()} if material else None
        )
    return canonicalize_scalar(value, fold or normalize_whitespace) if material else None


def canonicalize_scalar(value: object, fold: Fold) -> object:
    """A single value in its one spelling."""
    match value:
        case Choice():
            return value.get_key("en")
        case date():
            return value.isoformat()
        case Money(cents=number) | Number(hundredths=number) | Percent(hundredths=number):
            return f"{number // 100}.{number % 100:02}"
        case Duration():
            return value.code
        case Recurrence():
            return {"least": value.least, "most": value.most, "every": value.every, "unit": value.unit.key}
        case _:
            return fold(value) if isinstance(value, str) else value


def normalize_whitespace(text: str) -> str:
    """Text whose line breaks and blanks say nothing, nor the letters that nobody sees."""
    return normalize_blanks(strip_invisible(text))


def normalize_blanks(text: str) -> str:
    """Text whose line breaks and blanks say nothing; the letters that nobody sees were signed too before they were left out."""
    return " ".join(text.split())


def dump_canonical_json(value: object) -> str:
    """The one JSON text of a value."""
    import json  # noqa: PLC0415 - only signed agreements need it

    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
