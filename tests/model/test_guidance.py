"""What the sources advise, as data."""

from collections.abc import Iterator

import pytest

from partnerskab_cli.guidance import advice, forms, policy, sides
from partnerskab_cli.guidance.point import AdvicePoint
from partnerskab_cli.model.agreement import Agreement
from partnerskab_cli.model.choices import Formality, PartnershipType, PublicBenefit, ValueKind, VoluntaryBenefit
from partnerskab_cli.model.citations import SOURCES, cite_sources
from partnerskab_cli.model.field import Choice
from partnerskab_cli.model.record import walk_fields

LISTS: dict[str, tuple[tuple[AdvicePoint, ...], int]] = {
    "advice to the volunteers": (advice.VOLUNTARY_QUESTIONS, 8),
    "the volunteers' ways in": (advice.VOLUNTARY_CONTACT, 5),
    "advice to the municipality": (advice.PUBLIC_QUESTIONS, 7),
    "the municipality's ways in": (advice.PUBLIC_CONTACT, 3),
    "about volunteers": (sides.CONSIDER_VOLUNTARY, 4),
    "about municipalities": (sides.CONSIDER_PUBLIC, 5),
    "the charter": (sides.CHARTER, 4),
    "organising over time": (sides.ORGANISING, 5),
    "dialogue": (sides.DIALOGUE, 5),
    "the policy's purpose": (policy.PURPOSE, 4),
    "the policy's focus": (policy.FOCUS, 2),
    "the policy's channels": (policy.CHANNELS, 3),
    "how the policy is adjusted": (policy.RENEWAL, 1),
    "how volunteers are honoured": (policy.RECOGNITION, 2),
}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_has_as_many_points_as_its_source(name: str) -> None:
    listed, expected = LISTS[name]
    assert len(listed) == expected


def test_the_eighth_advice_falls_into_four_parts() -> None:
    assert [len(question.parts) for question in advice.VOLUNTARY_QUESTIONS] == [0] * 7 + [4]


def test_the_municipality_supports_in_seven_ways_and_six_of_them_are_contributions() -> None:
    assert (len(policy.SUPPORT), sum(support.kind is not None for support in policy.SUPPORT)) == (7, 6)


@pytest.mark.parametrize(
    ("choice", "table"),
    [
        (Formality, forms.FORMS),
        (VoluntaryBenefit, forms.VOLUNTARY_BENEFITS),
        (PublicBenefit, forms.PUBLIC_BENEFITS),
        (ValueKind, forms.ADDED_VALUE),
    ],
)
def test_every_word_of_a_list_has_its_guidance(choice: type[Choice], table: dict[Choice, object]) -> None:
    assert list(table) == list(choice)


def test_every_type_but_the_one_not_chosen_has_its_guidance() -> None:
    assert list(forms.TYPES) == [item for item in PartnershipType if item is not PartnershipType.NOT_CHOSEN]


def every_source() -> Iterator[str]:
    for listed, _ in LISTS.values():
        yield from (point.source for point in listed)
    for table in (forms.TYPES, forms.FORMS, forms.MEANINGS):
        yield from (advice.source for advice in table.values())
    yield from (support.source for support in policy.SUPPORT)


def test_every_piece_of_guidance_cites_a_source_and_its_section() -> None:
    for source in every_source():
        for part in source.split("; "):
            letters, _, section = part.partition(" ")
            assert letters in SOURCES
            assert section


def test_a_citation_names_section_and_work() -> None:
    assert cite_sources("S3 Tjekliste 10; S1 Merværdien").da == (
        "Tjekliste 10 (»Velfærd på flere måder«, 2005); "
        "Merværdien (»Strategi for partnerskaber med NGO'er og frivillige sociale foreninger«, Tønder Kommune)"
    )
    assert cite_sources("practice") == ("god praksis", "good practice")
    assert cite_sources("bekendtgørelse 1 § 2") == ("bekendtgørelse 1 § 2", "bekendtgørelse 1 § 2")


SERVED = {
    "H1.1": {"evaluering.læring"},
    "H1.2": {"ordliste"},
    "H2.1": {"møder"},
    "H3.2": {"parter.ståsted"},
    "H3.4": {"styring.dokumentation"},
    "H4.1": {"merværdi"},
    "H4.2": {"evaluering", "mål.opfølgning"},
    "H4.3": {"geografi"},
    "H5.2": {"brugerindflydelse.peer_to_peer"},
    "H5.3": {"relaterede"},
}


@pytest.mark.parametrize("code", SERVED)
def test_a_sub_point_of_the_principles_is_answered_by_the_fields_of_the_source(code: str) -> None:
    answering = {point.format_path() for point in walk_fields(Agreement) if code in point.field.answers}
    assert SERVED[code] <= answering


def test_texts_never_say_du_and_never_use_the_old_words() -> None:
    texts: list[str] = [point.text.da for listed, _ in LISTS.values() for point in listed]
    for text in texts:
        words = text.lower().split()
        assert not {"du", "dig", "din", "amt", "amtet", "ugyldig"} & set(words)
