"""Which form is enough: the sum, the reasons, and what was not known."""

import pytest

from partnerskab_cli.formats.terminal_style import TerminalStyle
from partnerskab_cli.help.recommendation import build_recommendation_page
from partnerskab_cli.model.agreement import Agreement
from partnerskab_cli.model.choices import Formality
from partnerskab_cli.profile.recommend_form import (
    CHILDREN,
    DAILY,
    DATA,
    LONG,
    MANY,
    MONEY,
    MUCH_MONEY,
    NEW,
    POINTS,
    WEEKLY,
    recommend_form,
    weigh_reasons,
)
from partnerskab_cli.render.text import render
from partnerskab_cli.source.profiles import load_shipped_profile
from partnerskab_cli.source.source_file import parse_text
from partnerskab_cli.text.localized import Text

ORAL, GRANT, COOPERATION, PARTNERSHIP = Formality


@pytest.mark.parametrize(
    ("reasons", "form"),
    [
        ((), ORAL),
        ((MONEY,), GRANT),
        ((CHILDREN,), ORAL),
        ((MONEY, CHILDREN), COOPERATION),
        ((DAILY,), COOPERATION),
        ((NEW,), COOPERATION),
        ((MONEY, WEEKLY, NEW), COOPERATION),
        ((MONEY, DAILY, NEW), PARTNERSHIP),
        ((MONEY, MUCH_MONEY, CHILDREN, DAILY, MANY, LONG, DATA), COOPERATION),
    ],
)
def test_the_lowest_form_that_is_enough_is_suggested(reasons: tuple[Text, ...], form: Formality) -> None:
    assert weigh_reasons(reasons, granted=MONEY in reasons).form is form


def test_all_reasons_together_weigh_as_the_scale_says() -> None:
    assert POINTS == {MONEY: 1, MUCH_MONEY: 1, CHILDREN: 1, DAILY: 2, WEEKLY: 1, MANY: 1, LONG: 1, DATA: 1, NEW: 2}


def test_the_page_says_what_the_agreement_leaves_open_and_that_it_is_a_suggestion() -> None:
    record = parse_text("formalitet: tilskud\nsamspil: {tæthed: ugentligt}", "x.yaml", Agreement).record
    assert record
    message = render(build_recommendation_page(recommend_form(record, load_shipped_profile("danmark")), record), TerminalStyle())
    assert message.startswith("Et bud: mundtlig aftale\n")
    assert "Aftalen er skrevet som tilskud. Det må den gerne være." in message
    assert "`tilskud`, `målgruppe`, `periode` og `persondata`" in message
    assert "ikke en regel" in message
    english = render(build_recommendation_page(recommend_form(record, load_shipped_profile("danmark")), record), TerminalStyle("en"))
    assert "The form of the agreement is grant. That is fine too." in english
