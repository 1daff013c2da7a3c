"""What everyone may see: exactly what the fields declare public."""

import pytest
from portfolios import agreement, example

from partnerskab_cli.agreement.agreement import Agreement
from partnerskab_cli.agreement.publication import public_part, published, showable
from partnerskab_cli.agreement.record import Point, points, sections
from partnerskab_cli.agreement.requirement import standing

PLAIN = [point for point in points(Agreement) if not next(sections(point.field.kind), None)]


def held(one: Agreement, point: Point) -> list[object]:
    """What an agreement holds at a point, blank or not."""
    return [getattr(record, point.field.name) for record in standing(one, point.way)]


@pytest.mark.parametrize("point", [point for point in PLAIN if point.public is False], ids=lambda point: point.route())
def test_what_is_not_public_is_blank(point: Point) -> None:
    for entry in example().entries:
        assert all(value == point.field.default for value in held(public_part(entry.agreement), point))


@pytest.mark.parametrize("point", [point for point in PLAIN if point.public is True], ids=lambda point: point.route())
def test_what_is_public_is_kept(point: Point) -> None:
    for entry in example().entries:
        kept = [value for value in held(public_part(entry.agreement), point) if value != point.field.default]
        assert kept == [value for value in held(entry.agreement, point) if value != point.field.default]


def test_a_contact_is_shown_only_where_it_says_so() -> None:
    for entry in example().entries:
        shown = {contact.role for party in public_part(entry.agreement).parties for contact in party.contacts}
        assert shown == {contact.role for party in entry.agreement.parties for contact in party.contacts if contact.public}


def test_a_reason_is_not_public() -> None:
    one = agreement("brugerindflydelse: {ikke_relevant: Det er en hemmelighed.}\nformidling: {oversigt: Kom.}\n")
    public = published(one)
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
    one = agreement(text)
    assert (published(one) is not None, showable(one) is not None) == (in_overview, in_catalogue)
