"""The guide before the first meeting."""

import pytest

from partnerskab_cli.formats.terminal_style import TerminalStyle
from partnerskab_cli.help.guide import ASSOCIATION, MUNICIPALITY, GuideAudience, build_guide_page
from partnerskab_cli.model.checklist import CHECKLIST
from partnerskab_cli.render.page_registry import PAGE_FORMATS
from partnerskab_cli.text.localized import LANGUAGES, Language


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("reader", [ASSOCIATION, MUNICIPALITY])
def test_a_side_is_asked_its_own_questions_and_told_of_the_other(reader: GuideAudience, language: Language) -> None:
    message = PAGE_FORMATS["text"](build_guide_page(reader), TerminalStyle(language))
    other = MUNICIPALITY if reader is ASSOCIATION else ASSOCIATION
    for point in (*reader.questions, *reader.contact, *reader.consider):
        assert point.text.localize(language) in message
    for point in other.consider:
        assert point.text.localize(language) not in message


@pytest.mark.parametrize("reader", [ASSOCIATION, MUNICIPALITY])
def test_both_sides_are_told_the_thirteen_topics_with_the_five_marked(reader: GuideAudience) -> None:
    message = PAGE_FORMATS["text"](build_guide_page(reader), TerminalStyle())
    for item in CHECKLIST:
        assert f"{item.number}. {item.title.da}{'*' if item.core else ''}: {item.ask.da}" in message
