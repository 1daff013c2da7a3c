"""Everything can be explained, by every name it goes by, in both languages and every form."""

import re

import pytest

from partnerskab_cli.agreement.agreement import Agreement
from partnerskab_cli.agreement.checklist import CHECKLIST
from partnerskab_cli.agreement.choices import Formality, PartnershipType
from partnerskab_cli.agreement.record import points
from partnerskab_cli.explaining.topics import explained, suggestion, topics
from partnerskab_cli.formats.look import Look
from partnerskab_cli.formats.pages.table import PAGE_FORMATS
from partnerskab_cli.page import Sample
from partnerskab_cli.profile.profile import Profile
from partnerskab_cli.reading.profiles import shipped
from partnerskab_cli.rules.catalogue import RULES
from partnerskab_cli.text import LANGUAGES, Language

TOENDER = shipped("tønder")
NEUTRAL = shipped("danmark")


def titles(words: str, profile: Profile = TOENDER, language: Language = "da") -> list[str]:
    return [page.title.said(language) for page in explained(words, profile)]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_is_explained_under_its_code_whatever_the_case(rule: object) -> None:
    code = str(getattr(rule, "code", ""))
    for spelling in (code, code.lower(), code.replace("Ø", "O"), code.replace("Ø", "OE")):
        assert any(title.startswith(f"{code} · ") for title in titles(spelling)), spelling


@pytest.mark.thorough
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_is_explained_by_its_way_in_every_spelling(language: Language) -> None:
    for point in points(Agreement):
        expected = f"{point.route(language)} · {point.field.label.said(language)}"
        assert expected in titles(point.route("da"), language=language)
        assert expected in titles(point.route("en"), language=language)


@pytest.mark.parametrize("number", range(1, 14))
def test_every_item_of_the_checklist_is_explained_by_number(number: int) -> None:
    expected = f"Tjekliste {number} · {CHECKLIST[number - 1].title.da}"
    assert titles(f"tjekliste {number}") == [expected]
    assert titles(f"checklist {number}") == [expected]
    assert expected in titles(str(number))


@pytest.mark.parametrize("word", [*Formality, *PartnershipType])
def test_forms_and_types_are_explained_by_their_word(word: Formality | PartnershipType) -> None:
    assert any(title.startswith(f"{word.value.key} · ") for title in titles(word.value.key))
    assert any(title.startswith(f"{word.value.key} · ") for title in titles(word.name.lower()))


def test_policy_and_principles_come_from_the_profile() -> None:
    assert titles("H3") == ["Holdepunkt H3 · Størst mulig bevarelse af NGO'ernes DNA"]
    assert titles("H4.2") == ["Holdepunkt H4 · Krav om mål og effekt"]
    assert titles("mål 8") == ["Målsætning 8"]
    assert titles("handling 8") == ["Handling 8"]
    assert explained("H3", NEUTRAL) == ()
    assert explained("mål 8", NEUTRAL) == ()


def test_a_name_that_a_field_and_a_form_share_shows_both() -> None:
    assert titles("tilskud") == ["tilskud · Tilskud", "tilskud · Tilskud"]


def test_a_key_that_many_fields_share_shows_where_to_choose() -> None:
    assert titles("dato") == ["Flere hedder »dato«"]
    assert len(titles("netværk")) == 2


def test_an_unknown_word_gets_the_nearest_one_that_can_be_explained() -> None:
    assert explained("ophoerr", TOENDER) == ()
    assert suggestion("ophoerr", TOENDER) == "ophoer"
    assert suggestion("kaffemaskine med mælk", TOENDER) is None


@pytest.mark.parametrize("name", PAGE_FORMATS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_has_an_open_brace_or_an_empty_line_of_facts(name: str, language: Language) -> None:
    for topic in topics(TOENDER):
        page = topic.page()
        prose = page._replace(blocks=tuple(block for block in page.blocks if not isinstance(block, Sample)))
        said = PAGE_FORMATS[name](prose, Look(language))
        assert re.findall(r"(?<![`:] )\{[a-z_]+\}", said) == [], page.title


def test_the_page_of_a_rule_says_how_to_silence_it_or_that_nothing_does() -> None:
    waived, fixed = (PAGE_FORMATS["text"](explained(code, TOENDER)[0], Look("da")) for code in ("TJK13", "STR02"))
    assert "regel: TJK13" in waived
    assert "nej, reglen siger altid til" in fixed
    assert "undtagelser:" not in fixed


def test_the_page_of_a_requirement_says_that_it_sinks_with_the_status() -> None:
    said = PAGE_FORMATS["text"](explained("TJK10", TOENDER)[0], Look("da"))
    assert "fejl i en aktiv aftale, advarsel i et udkast og under genforhandling, råd i en idé" in said
