"""What YAML takes from a text before its writer did: it is found at its place, shown, and mended where the intention is sure."""

from datetime import date

import pytest
from hypothesis import given, strategies as st

from partnerskab_cli.check import CheckOptions, check_bytes
from partnerskab_cli.check.fix import fix_bytes
from partnerskab_cli.diagnostics import Diagnostic, Severity
from partnerskab_cli.model.agreement import Agreement
from partnerskab_cli.profile.shipped import NEUTRAL
from partnerskab_cli.rules.rule import CheckDates
from partnerskab_cli.source.profiles import read_profile
from partnerskab_cli.source.source_file import parse_text

LOSSES = ("STR17", "STR17b", "STR02c", "STR02d")
SETTINGS = CheckOptions(read_profile(NEUTRAL)[0], CheckDates(date(2026, 3, 1)), select=LOSSES)


def found(text: str) -> list[Diagnostic]:
    return [diagnostic for diagnostic in check_bytes(text.encode(), "a.yaml", SETTINGS)[1].diagnostics if diagnostic.code in LOSSES]


def fixed(text: str, *, unsafe: bool = False) -> str:
    return fix_bytes(text.encode(), "a.yaml", SETTINGS, unsafe=unsafe).data.decode()


CUT_OFF = {
    "a title": ("titel: Sag #12 Besøg\n", 1, 12, "titel: 'Sag #12 Besøg'\n"),
    "a purpose": ("formål: Hold #3 skal spille\n", 1, 14, "formål: 'Hold #3 skal spille'\n"),
    "a text with an apostrophe": ("formål: Jens' hold #3\n", 1, 20, "formål: 'Jens'' hold #3'\n"),
    "a whole text": ("titel: #delmedglæde\n", 1, 8, "titel: '#delmedglæde'\n"),
    "a need as a bare text": ("behov: Mange på #Nordby skole\n", 1, 17, "behov: 'Mange på #Nordby skole'\n"),
    "a need as a section": ("behov:\n  tekst: Mange i #Nordby\n", 2, 18, "behov:\n  tekst: 'Mange i #Nordby'\n"),
    "a goal": ("mål:\n  - tekst: Hold #1 og #2 mødes\n", 2, 17, "mål:\n  - tekst: 'Hold #1 og #2 mødes'\n"),
    "an item of a list": ("succeskriterier:\n  frivillig:\n    - Vi er #1\n", 3, 13, "succeskriterier:\n  frivillig:\n    - 'Vi er #1'\n"),
    "the name of a party": ("parter:\n  - id: a\n    navn: Klub #9\n", 3, 16, "parter:\n  - id: a\n    navn: 'Klub #9'\n"),
    "a reason why not": ("ophør:\n  ikke_relevant: Se sag #4\n", 2, 25, "ophør:\n  ikke_relevant: 'Se sag #4'\n"),
    "a whole goal": ("mål:\n  - tekst: Vi mødes\n  - #medborger\n", 3, 5, "mål:\n  - tekst: Vi mødes\n  - '#medborger'\n"),
    "a whole item of a list": ("succeskriterier:\n  frivillig:\n    -   #2 Vi ler\n    - Vi synger\n", 3, 9, "succeskriterier:\n  frivillig:\n    - '#2 Vi ler'\n    - Vi synger\n"),
    "a whole principle": ("holdepunkter:\n  læring: #2 er vigtigst\n", 2, 11, "holdepunkter:\n  læring: '#2 er vigtigst'\n"),
    "a principle": ("holdepunkter:\n  læring: Vi ses i #2\n", 2, 20, "holdepunkter:\n  læring: 'Vi ses i #2'\n"),
    "an English file": ("title: Case #12\npurpose: b\n", 1, 13, "title: 'Case #12'\npurpose: b\n"),
    "several blanks": ("formål: Hold   #3\n", 1, 16, "formål: 'Hold   #3'\n"),
    "two signs": ("formål: a #b # c\n", 1, 11, "formål: 'a #b # c'\n"),
    "a colon in what is lost": ("formål: Se #12: alle\n", 1, 12, "formål: 'Se #12: alle'\n"),
    "Windows line ends": ("titel: Sag #12\r\nid: a\r\n", 1, 12, "titel: 'Sag #12'\r\nid: a\r\n"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "line", "column", "after"), CUT_OFF.values(), ids=CUT_OFF)
def test_a_text_cut_off_by_a_number_sign_is_an_error_with_a_fix(text: str, line: int, column: int, after: str) -> None:
    (item,) = found(text)
    assert (item.code, item.severity, item.span.line, item.span.column) == ("STR17", Severity.ERROR, line, column)
    assert text.splitlines()[line - 1][column - 1 :] in item.message.da
    assert fixed(text) == after
    assert found(after) == []


NOT_SURE = {
    "over two lines": ("formål: Et sted for\n  hold #3\n", 2, 8),
    "a line of its own below": ("formål: Et sted for hold\n  #3 og #4\n", 2, 3),
    "a line of its own below an item": ("mål:\n  - Et sted for hold\n    #3 og #4\n", 3, 5),
    "inside brackets": ("målgruppe: {antal: 20, tekst: Hold #3\n  }\n", 1, 36),
}


@pytest.mark.parametrize(("text", "line", "column"), NOT_SURE.values(), ids=NOT_SURE)
def test_where_nobody_knows_how_the_text_went_on_it_is_an_error_without_a_fix(text: str, line: int, column: int) -> None:
    (item,) = found(text)
    assert (item.code, item.span.line, item.span.column, item.edits) == ("STR17", line, column, ())
    assert fixed(text, unsafe=True).startswith(text)


REMARKS = {
    "a blank after the sign": ("formål: Et sted # at mødes\n", "formål: 'Et sted # at mødes'\n"),
    "two signs": ("titel: Kaffe ## te\n", "titel: 'Kaffe ## te'\n"),
    "a field of the file's own": ("x_egen: a #b\n", "x_egen: 'a #b'\n"),
    "an item in a field of the file's own": ("x_egne:\n  - a\n  - #b\n", "x_egne:\n  - a\n  - '#b'\n"),
}


@pytest.mark.parametrize(("text", "after"), REMARKS.values(), ids=REMARKS)
def test_what_looks_like_a_comment_is_a_warning_and_mended_only_when_asked(text: str, after: str) -> None:
    (item,) = found(text)
    assert (item.code, item.severity) == ("STR17b", Severity.WARNING)
    assert fixed(text) == text
    assert fixed(text, unsafe=True).startswith(after)


GOOD = (
    "status: aktiv #x\n",
    "periode: {start: 2026-01-01} #x\n",
    "periode:\n  start: 2026-01-01 #x\n  løbende: ja #y\n",
    "målgruppe:\n  antal: 20 #x\n",
    "område: [ældre] #x\n",
    "område:\n  - ældre #x\n",
    "formål: 'Et sted' #x\n",
    'formål: "Et sted" #x\n',
    "formål: |\n  Hold #3\n",
    "formål: >- #x\n  Hold #3\n",
    "formål: C#, F#1 og (#3)\n",
    "formål: # Hvorfor?\n",
    "formål: Et sted\n#titel: b\n",
    "formål: Et sted\n\n  #note\n",
    "målgruppe:\n  tekst: Ældre\n  #antal: 20\n",
    "x_egen: 'a' #b\n",
    "område:\n  - # mangler\n",
)


@pytest.mark.parametrize("text", GOOD)
def test_a_comment_where_no_text_can_go_on_is_as_good_as_ever(text: str) -> None:
    assert found(text) == []


SPLIT = {
    "a text": ("målgruppe: {tekst: Ældre, der bor alene, antal: 20}", 27, "målgruppe: {tekst: 'Ældre, der bor alene', antal: 20}"),
    "the last of the brackets": ("bidrag: [{part: a, tekst: Et lokale, når det er ledigt}]", 38, "bidrag: [{part: a, tekst: 'Et lokale, når det er ledigt'}]"),
    "two commas": ("behov: {tekst: Børn, unge, og ældre, kilde: Os}", 22, "behov: {tekst: 'Børn, unge, og ældre', kilde: Os}"),
    "a word that is a field": ("behov: {tekst: Et lokale, kilde, kaffe}", 27, "behov: {tekst: 'Et lokale, kilde, kaffe'}"),
    "the same word twice": ("behov: {tekst: ja, ja, ja}", 20, "behov: {tekst: 'ja, ja, ja'}"),
    "no blank": ("behov: {tekst: Børn,unge}", 21, "behov: {tekst: 'Børn,unge'}"),
    "an apostrophe": ("behov: {tekst: Jens' kaffe, og te}", 29, "behov: {tekst: 'Jens'' kaffe, og te'}"),
    "a reason why not": ("ophør: {ikke_relevant: Vi ses, når vi vil}", 32, "ophør: {ikke_relevant: 'Vi ses, når vi vil'}"),
    "a name": ("parter: [{id: a, navn: Tid, Sted og Vi, side: frivillig}]", 29, "parter: [{id: a, navn: 'Tid, Sted og Vi', side: frivillig}]"),
    "a principle": ("holdepunkter: {læring: Vi lærer, og deler}", 34, "holdepunkter: {læring: 'Vi lærer, og deler'}"),
    "English": ("purpose: b\ntarget_group: {text: Elderly, living alone, number: 20}", 31, "purpose: b\ntarget_group: {text: 'Elderly, living alone', number: 20}"),
    "over a colon": ("behov: {tekst: 'a: b', kilde: Os, og dem}", 35, "behov: {tekst: 'a: b', kilde: 'Os, og dem'}"),
    "a time": ("møder: [{navn: Kaffe kl. 10, 11 og 12}]", 30, "møder: [{navn: 'Kaffe kl. 10, 11 og 12'}]"),
    "a case number": ("behov: {tekst: Se 27.15, 12}", 26, "behov: {tekst: 'Se 27.15, 12'}"),
    "an amount with øre": ("budget: {post: Kaffe, beløb: 12,50}", 33, "budget: {post: Kaffe, beløb: '12,50'}"),
    "an amount with thousands and øre": ("budget: {beløb: 12.500,50, post: Kaffe}", 24, "budget: {beløb: '12.500,50', post: Kaffe}"),
    "yes or no": ("periode: {start: 2026-01-01, løbende: ja, nej}", 43, None),
    "a number of people": ("målgruppe: {antal: 1,5}", 22, None),
    "over two lines": ("målgruppe: {tekst: Ældre,\n  der bor alene}", 3, None),
    "a date": ("periode: {start: 1, marts 2026}", 21, None),
}  # fmt: skip


@pytest.mark.parametrize(("text", "column", "after"), SPLIT.values(), ids=SPLIT)
def test_a_comma_that_splits_is_one_finding_and_joined_only_when_asked(text: str, column: int, after: str | None) -> None:
    text += "\n"
    faults = [fault for fault in parse_text(text, "a.yaml", Agreement).faults if fault.code not in {"STR10", "STR10b"}]
    assert [(fault.code, fault.span.column) for fault in faults] == [("STR02c", column)]
    assert str(faults[0].values["better"]).startswith("'")
    assert fixed(text) == text, "half a text or half a number is never touched"
    if after:
        assert fixed(text, unsafe=True).startswith(after + "\n")


GLUED = {
    "in brackets": ("målgruppe: {tekst:Ældre i Nordby, antal: 20}\n", "målgruppe: {tekst: Ældre i Nordby, antal: 20}\n"),
    "after a text": ("bidrag: [{part: a, tekst:Et lokale}]\n", "bidrag: [{part: a, tekst: Et lokale}]\n"),
    "alone on a line": ("målgruppe:\n  tekst:Ældre\n", "målgruppe:\n  tekst: Ældre\n"),
    "in a section without a text": ("periode:\n  start:2026-01-01\n", "periode:\n  start: 2026-01-01\n"),
    "in an item": ("mål:\n  - tekst:Flere mødes\n", "mål:\n  - tekst: Flere mødes\n"),
}


@pytest.mark.parametrize(("text", "after"), GLUED.values(), ids=GLUED)
def test_a_colon_without_a_blank_is_found_and_mended(text: str, after: str) -> None:
    assert [item.code for item in found(text)] == ["STR02d"]
    assert fixed(text) == after
    assert found(after) == []


WORDS = st.text(st.characters(categories=("L", "Nd"), include_characters=" .'()-/"), min_size=1, max_size=30).map(
    lambda text: "a" + text + "b"
)


@given(WORDS, st.text(st.characters(categories=("L", "Nd")), min_size=1, max_size=9))
def test_whatever_is_cut_off_comes_back(before: str, lost: str) -> None:
    text = f"id: a\nformål: {before} #{lost}\n"
    (item,) = found(text)
    assert item.code == "STR17"
    record = parse_text(fixed(text), "a.yaml", Agreement).record
    assert record is not None
    assert record.purpose == parse_text(f"id: a\nformål: |\n  {before} #{lost}\n", "a.yaml", Agreement).record.purpose  # type: ignore[union-attr]


@given(st.lists(WORDS, min_size=2, max_size=4))
def test_whatever_a_comma_splits_comes_together(parts: list[str]) -> None:
    whole = ", ".join(part.strip() for part in parts)
    text = f"id: a\nbehov: {{tekst: {whole}, kilde: Os}}\n"
    assert [item.code for item in found(text)] == ["STR02c"]
    record = parse_text(fixed(text, unsafe=True), "a.yaml", Agreement).record
    assert record is not None
    assert record.needs is not None
    assert record.needs.text == parse_text(f"behov: |\n  {whole}\n", "a.yaml", Agreement).record.needs.text  # type: ignore[union-attr]
