"""Everything can be explained, by every name it goes by, in both languages and every form."""

import re

import pytest

from partnerskab_cli.formats.terminal_style import TerminalStyle
from partnerskab_cli.help.topics import find_topic_pages, iter_topics, suggest_topic
from partnerskab_cli.model.agreement import Agreement
from partnerskab_cli.model.checklist import CHECKLIST
from partnerskab_cli.model.choices import Formality, PartnershipType
from partnerskab_cli.model.record import walk_fields
from partnerskab_cli.profile.profile import Profile
from partnerskab_cli.render.page_registry import PAGE_FORMATS
from partnerskab_cli.rules.registry import RULES
from partnerskab_cli.source.profiles import load_shipped_profile
from partnerskab_cli.text.localized import LANGUAGES, Language
from partnerskab_cli.text.page import CodeBlock

TOENDER = load_shipped_profile("tønder")
NEUTRAL = load_shipped_profile("danmark")


def titles(words: str, profile: Profile = TOENDER, language: Language = "da") -> list[str]:
    return [page.title.localize(language) for page in find_topic_pages(words, profile)]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_is_explained_under_its_code_whatever_the_case(rule: object) -> None:
    code = str(getattr(rule, "code", ""))
    for spelling in (code, code.lower(), code.replace("Ø", "O"), code.replace("Ø", "OE")):
        assert any(title.startswith(f"{code} · ") for title in titles(spelling)), spelling


@pytest.mark.thorough
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_is_explained_by_its_way_in_every_spelling(language: Language) -> None:
    for point in walk_fields(Agreement):
        expected = f"{point.format_path(language)} · {point.field.label.localize(language)}"
        assert expected in titles(point.format_path("da"), language=language)
        assert expected in titles(point.format_path("en"), language=language)


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
    assert find_topic_pages("H3", NEUTRAL) == ()
    assert find_topic_pages("mål 8", NEUTRAL) == ()


def test_a_name_that_a_field_and_a_form_share_shows_both() -> None:
    assert titles("tilskud") == ["tilskud · Tilskud", "tilskud · Tilskud"]


def test_a_key_that_many_fields_share_shows_where_to_choose() -> None:
    assert titles("dato") == ["Flere hedder »dato«"]
    assert len(titles("netværk")) == 2


def test_an_unknown_word_gets_the_nearest_one_that_can_be_explained() -> None:
    assert find_topic_pages("ophoerr", TOENDER) == ()
    assert suggest_topic("ophoerr", TOENDER) == "ophoer"
    assert suggest_topic("kaffemaskine med mælk", TOENDER) is None


@pytest.mark.parametrize("name", PAGE_FORMATS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_has_an_open_brace_or_an_empty_line_of_facts(name: str, language: Language) -> None:
    for topic in iter_topics(TOENDER):
        page = topic.page()
        prose = page._replace(blocks=tuple(block for block in page.blocks if not isinstance(block, CodeBlock)))
        message = PAGE_FORMATS[name](prose, TerminalStyle(language))
        assert re.findall(r"(?<![`:] )\{[a-z_]+\}", message) == [], page.title


def test_the_page_of_a_rule_says_how_to_silence_it_or_that_nothing_does() -> None:
    waived, fixed = (PAGE_FORMATS["text"](find_topic_pages(code, TOENDER)[0], TerminalStyle("da")) for code in ("TJK13", "STR02"))
    assert "regel: TJK13" in waived
    assert "nej, reglen siger altid til" in fixed
    assert "undtagelser:" not in fixed


def test_the_page_of_a_requirement_says_that_it_sinks_with_the_status() -> None:
    message = PAGE_FORMATS["text"](find_topic_pages("TJK10", TOENDER)[0], TerminalStyle("da"))
    assert "fejl i en aktiv aftale, advarsel i et udkast og under genforhandling, råd i en idé" in message
