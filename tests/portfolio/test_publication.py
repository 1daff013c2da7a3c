"""What everyone may see: exactly what the fields declare public."""

import pytest
from portfolios import agreement, example

from partnerskab_cli.model.agreement import Agreement
from partnerskab_cli.model.public_view import extract_public_agreement, extract_public_record, extract_shareable
from partnerskab_cli.model.record import FieldPath, iter_record_types, walk_fields
from partnerskab_cli.model.requirements import find_holding_records

PLAIN = [point for point in walk_fields(Agreement) if not next(iter_record_types(point.field.kind), None)]


def held(agreement: Agreement, point: FieldPath) -> list[object]:
    """What an agreement holds at a point, blank or not."""
    return [getattr(record, point.field.name) for record in find_holding_records(agreement, point.way)]


@pytest.mark.parametrize("point", [point for point in PLAIN if point.public is False], ids=lambda point: point.format_path())
def test_what_is_not_public_is_blank(point: FieldPath) -> None:
    for entry in example().entries:
        assert all(value == point.field.default for value in held(extract_public_record(entry.agreement), point))


@pytest.mark.parametrize("point", [point for point in PLAIN if point.public is True], ids=lambda point: point.format_path())
def test_what_is_public_is_kept(point: FieldPath) -> None:
    for entry in example().entries:
        kept = [value for value in held(extract_public_record(entry.agreement), point) if value != point.field.default]
        assert kept == [value for value in held(entry.agreement, point) if value != point.field.default]


def test_a_contact_is_shown_only_where_it_says_so() -> None:
    for entry in example().entries:
        shown = {contact.role for party in extract_public_record(entry.agreement).parties for contact in party.contacts}
        assert shown == {contact.role for party in entry.agreement.parties for contact in party.contacts if contact.public}


def test_a_reason_is_not_public() -> None:
    item = agreement("brugerindflydelse: {ikke_relevant: Det er en hemmelighed.}\nformidling: {oversigt: Kom.}\n")
    public = extract_public_agreement(item)
    assert public
    assert not public.aside


@pytest.mark.parametrize(
    ("text", "in_overview", "in_catalogue"),
    [
        ("formidling: {oversigt: Kom.}\n", True, True),
        ("formidling: {oversigt: Kom., offentlig: nej}\n", False, False),
        ("formidling: {borgere: Plakater}\n", False, True),
        ("", False, True),
    ],
)
def test_who_is_shown_where(text: str, in_overview: bool, in_catalogue: bool) -> None:  # noqa: FBT001 - a table
    item = agreement(text)
    assert (extract_public_agreement(item) is not None, extract_shareable(item) is not None) == (in_overview, in_catalogue)
