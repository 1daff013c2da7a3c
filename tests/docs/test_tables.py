"""The tables that promise something: every word in them is tried."""

import re
from pathlib import Path
from typing import NamedTuple

import pytest
from prose import PROJECT, rows

from partnerskab_cli.difference import ChangeSignificance
from partnerskab_cli.history.signature import compute_content_fingerprint
from partnerskab_cli.history.versions import VersionPair, list_changes
from partnerskab_cli.model.agreement import Agreement
from partnerskab_cli.rules.registry import BY_CODE
from partnerskab_cli.source.source_file import parse_text

REVIEWING = PROJECT / "docs" / "reviewing.en.md"
PAGES = {"en": REVIEWING, "da": PROJECT / "docs" / "gennemgang.da.md"}
HEAD = "id: a\nformalitet: samarbejdsaftale\nstatus: aktiv\n"


class Tried(NamedTuple):
    """What a page calls a change, in both languages, and a change of that kind."""

    english: str
    danish: str
    before: str
    after: str


SAME = (
    Tried("New line breaks", "Nye linjeskift", "formål: Et sted at mødes i Nordby", "formål: >-\n  Et sted at mødes\n  i Nordby"),
    Tried("comments", "kommentarer", "formål: Et sted", "# om formålet\nformål: Et sted"),
    Tried("quotation marks round a text", "anførselstegn om en tekst", "formål: Et sted", "formål: 'Et sted'"),
    Tried("another order of the fields", "en anden rækkefølge af felterne", "formål: Et sted\ntavshedspligt: Ja", "tavshedspligt: Ja\nformål: Et sted"),
    Tried("another spelling of a key", "en anden stavemåde af en nøgle", "formål: Et sted", "formaal: Et sted"),
    Tried("a number", "et tal", "budget: {post: Kaffe, beløb: 25000}", "budget: {post: Kaffe, beløb: '25.000,00 kr.'}"),
    Tried("a date", "en dato", "periode: {start: 2026-03-01}", "periode: {start: 1. marts 2026}"),
)  # fmt: skip
"""In the order of the sentence below the first example."""

WEIGHTS = {
    ChangeSignificance.EDITORIAL: (
        Tried("line breaks and blanks in a text", "linjeskift og mellemrum i en tekst", "formål: |\n  Kaffe.\n  Te.", "formål: Kaffe. Te."),
        Tried("the order of a list", "rækkefølgen i en liste", "mål: [{tekst: a b}, {tekst: c d}]", "mål: [{tekst: c d}, {tekst: a b}]"),
        Tried("punctuation and capitals", "tegnsætning og store bogstaver", "titel: Kaffe på kanden", "titel: Kaffe på Kanden!"),
    ),
    ChangeSignificance.CONTENT: (
        Tried("a title", "en titel", "titel: Kaffe", "titel: Te"),
        Tried("a contact", "en kontakt", "parter: [{id: b, navn: B, side: frivillig, kontakt: {rolle: formand, telefon: 12 34 56 78}}]", "parter: [{id: b, navn: B, side: frivillig, kontakt: {rolle: formand, telefon: 87 65 43 21}}]"),
        Tried("a result", "et resultat", "mål: [{tekst: a b}]", "mål: [{tekst: a b, resultat: Det gik godt.}]"),
    ),
    ChangeSignificance.MATERIAL: (
        Tried("who", "hvem", "parter: [{id: b, navn: B, side: frivillig}]", "parter: [{id: b, navn: C, side: frivillig}]"),
        Tried("what", "hvad", "formål: Et sted at mødes", "formål: Et sted at spise"),
        Tried("how long", "hvor længe", "periode: {start: 2026-01-01, slut: 2026-12-31}", "periode: {start: 2026-01-01, slut: 2027-12-31}"),
        Tried("how much money", "hvor mange penge", "budget: {post: Kaffe, beløb: 25000}", "budget: {post: Kaffe, beløb: 26000}"),
        Tried("how it ends", "hvordan det stopper", "ophør: {varsel: 3 måneder}", "ophør: {varsel: 2 måneder}"),
        Tried("a full stop in it too", "også et punktum i det", "formål: Et sted at mødes i Nordby.", "formål: Et sted at mødes i Nordby"),
    ),
}  # fmt: skip
ROW_NAMES = {
    "editorial": ChangeSignificance.EDITORIAL, "redaktionel": ChangeSignificance.EDITORIAL, "content": ChangeSignificance.CONTENT, "indhold": ChangeSignificance.CONTENT,
    "material": ChangeSignificance.MATERIAL, "væsentlig": ChangeSignificance.MATERIAL,
}  # fmt: skip


def weights(tried: Tried) -> list[ChangeSignificance]:
    old, new = (parse_text(f"{HEAD}{text}\n", "a.yaml", Agreement) for text in (tried.before, tried.after))
    assert {fault.code for source in (old, new) for fault in source.faults} <= {"STR07", "STR10"}
    assert old.record is not None
    assert new.record is not None
    significances = [change.weight for change in list_changes(VersionPair(old, new))]
    assert (compute_content_fingerprint(old.record) != compute_content_fingerprint(new.record)) == (
        ChangeSignificance.MATERIAL in significances
    ), "signed content and nothing else is material"
    return significances


@pytest.mark.parametrize("tried", SAME, ids=lambda tried: tried.english)
def test_what_is_said_to_be_no_change_is_none(tried: Tried) -> None:
    assert weights(tried) == []


@pytest.mark.parametrize(("weight", "tried"), [(weight, tried) for weight, every in WEIGHTS.items() for tried in every], ids=str)
def test_a_change_weighs_what_the_page_says(weight: ChangeSignificance, tried: Tried) -> None:
    assert weights(tried) == [weight]


@pytest.mark.parametrize("language", PAGES)
def test_every_word_of_the_table_of_weights_is_tried(language: str) -> None:
    content = {ROW_NAMES[row[0]]: row[1] for row in rows(PAGES[language]) if row[0] in ROW_NAMES}
    assert content.keys() == WEIGHTS.keys()
    for weight, cell in content.items():
        words = re.split(r", |; (?:only where nobody signs, |kun hvor ingen skriver under, )?", cell.partition(": ")[2])
        assert words == [weight.english if language == "en" else weight.danish for weight in WEIGHTS[weight]]


@pytest.mark.parametrize("language", PAGES)
def test_the_sentence_about_no_change_names_what_is_tried(language: str) -> None:
    page = " ".join(PAGES[language].read_text("utf-8").split())
    sentence = next(
        line for line in re.split(r"(?<=[.]) ", page) if line.startswith(SAME[0].english if language == "en" else SAME[0].danish)
    )
    names = re.split(r", | or | eller ", re.sub(r" (?:are no change at all|er slet ingen ændring)[.]$", "", sentence))
    assert names == [item.english if language == "en" else item.danish for item in SAME]


SEVERITIES = {
    "error": "an error",
    "warning": "a warning",
    "advice": "advice",
    "fejl": "en fejl",
    "advarsel": "en advarsel",
    "råd": "et råd",
}


def test_the_rules_of_the_privacy_page_weigh_what_it_says() -> None:
    words = [row for row in rows(Path(PROJECT / "docs" / "privacy.md")) if row[1].startswith("`JUR")]
    assert len(words) >= 8
    for _, codes, happens in words:
        first = BY_CODE[codes.split("`")[1]]
        assert happens.startswith(tuple(SEVERITIES[first.severity.localize(language)] for language in ("da", "en")))
