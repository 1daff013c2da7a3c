"""Whatever an agreement can say, its document says: a walk over the declarations, in both formats and both languages."""

from collections.abc import Mapping
from typing import cast

import pytest
from papers import PROFILE, as_html, full_agreement, html_tree, markdown_text, text_of

from partnerskab_cli.documents.context import build_render_context
from partnerskab_cli.documents.contract import BACK, CHAPTERS, FRONT, HEAD, build_contract
from partnerskab_cli.model.agreement import Agreement
from partnerskab_cli.model.amounts import Money, Number, group_thousands
from partnerskab_cli.model.choices import DocumentLanguage
from partnerskab_cli.model.field import Field
from partnerskab_cli.model.record import FieldPath, Record, walk_fields
from partnerskab_cli.model.requirements import find_holding_records
from partnerskab_cli.text.localized import Language, format_value

POINTS = tuple(walk_fields(Agreement))
UNPRINTED = {"meetings.id", "grant.payments.id", "deliverables.id"}
"""Names for calendars and commands."""
PRINTED = tuple(point for point in POINTS if point.format_path("en") not in UNPRINTED)
SIGNED = Agreement.names["underskrifter"]
FORMS = ("md", "html")


def read_back(agreement: Agreement, form: str) -> str:
    document = build_contract(agreement, build_render_context(agreement, PROFILE))
    return text_of(html_tree(document) if form == "html" else as_html(markdown_text(document)))


def expected(record: Record, value: object, point: FieldPath, agreement: Agreement, language: Language) -> list[str]:  # noqa: PLR0911 - one a kind
    """The words a reader must find for a value."""
    names = {str(role.id): role.name for role in agreement.other_roles} | {str(party.id): party.name for party in agreement.parties}
    policy = PROFILE.policy
    assert policy is not None
    if point.format_path("en") == "policy.goals":
        return [in_language(goal.text, goal.english, language) for goal in policy.goals if goal.number in cast("tuple[int, ...]", value)]
    if point.format_path("en") == "policy.actions":
        return [
            in_language(action.text, action.english, language)
            for action in policy.actions
            if action.number in cast("tuple[int, ...]", value)
        ]
    if point.field.name == "currency" and value == "DKK":
        return []  # said as kroner with the amounts
    if isinstance(value, Mapping):
        return [str(item) for item in value.values()]
    if isinstance(value, Money):
        own = getattr(record, "currency", None) or next((grant.currency for grant in agreement.grant if record in grant.payments), "DKK")
        return [value._replace(currency=own).localize(language)]
    if type(value) is tuple and not isinstance(value, Number):
        return [word for part in value if not isinstance(part, Record) for word in expected(record, part, point, agreement, language)]
    if isinstance(value, Record):
        return []
    if type(value) is int:
        return [group_thousands(value, language)]
    return [" ".join(names.get(word := format_value(value, language), word).split())]


def in_language(danish: str, english: str | None, language: Language) -> str:
    return english or danish if language == "en" else danish


@pytest.fixture(params=["da", "en"])
def spoken(request: pytest.FixtureRequest) -> Agreement:
    """The same agreement, printed in Danish and in English."""
    full = full_agreement()
    values = {field.name: getattr(full, field.name) for field in Agreement.fields}
    return Agreement.of(values | {"language": DocumentLanguage[request.param.upper()]}, full.aside)


def test_every_field_has_one_place_in_the_document() -> None:
    places = [*FRONT, *BACK, *HEAD, SIGNED, *(field for chapter in CHAPTERS for field in chapter.fields)]
    twice = {place for place in places if places.count(place) > 1}
    assert set(places) == set(Agreement.fields)
    assert twice == {Agreement.names["periode"]}, "only the period stands below the title too"


@pytest.mark.parametrize("point", POINTS, ids=lambda point: point.format_path("en"))
def test_the_full_agreement_answers_every_field(point: FieldPath) -> None:
    result = [value for _, value in of(full_agreement(), point)]
    assert result
    if point.field is not Agreement.names["skema"]:
        assert any(value != point.field.default for value in result), "the usual answer would prove nothing"


def of(agreement: Agreement, point: FieldPath) -> list[tuple[Record, object]]:
    """What a field says, wherever it stands; where a date or a record may stand, only the records."""
    field: Field = point.field
    matches = [
        (record, getattr(record, field.name)) for record in find_holding_records(agreement, point.way) if field in type(record).fields
    ]
    return [(record, value) for record, value in matches if value not in (None, (), {})]


@pytest.mark.parametrize("form", FORMS)
def test_a_name_for_calendars_is_not_printed(form: str, spoken: Agreement) -> None:
    text = read_back(spoken, form)
    unprinted = [str(value) for point in POINTS if point.format_path("en") in UNPRINTED for _, value in of(spoken, point)]
    assert unprinted == ["olie-aften", "rate-et", "kort-over-lamper"]
    assert [word for word in unprinted if word in text] == []


@pytest.mark.parametrize("form", FORMS)
def test_every_answer_and_its_name_can_be_read(form: str, spoken: Agreement) -> None:
    text = read_back(spoken, form)
    language = cast("Language", spoken.language.value.key)
    missing = [
        (point.format_path("en"), word)
        for point in PRINTED
        for record, value in of(spoken, point)
        for word in expected(record, value, point, spoken, language)
        if word not in text
    ]
    assert missing == []


TITLES = {"title", "formality", "parties", "parties.name", "signatures", "signatures.party", "grant"}
"""What is a heading, or stands in one, and needs no name beside it."""


@pytest.mark.parametrize("form", FORMS)
def test_no_answer_stands_without_its_name(form: str, spoken: Agreement) -> None:
    text = read_back(spoken, form)
    language = cast("Language", spoken.language.value.key)
    said_together = {
        "text",
        "currency",
        "per",
        "name",
        "title",
        "start",
        "end",
        "ongoing",
        "status",
        "date",
        "after",
        "duration",
        "repeats",
        "meaning",
    }
    unnamed = [
        point.format_path("en")
        for point in PRINTED
        if point.format_path("en") not in TITLES and not (len(point.way) > 1 and point.field.name in said_together)
        if point.field.label.localize(language) not in text
    ]
    assert unnamed == []
