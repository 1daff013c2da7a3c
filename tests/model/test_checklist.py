"""The marks of the thirteen points: room for an answer is no answer."""

from pathlib import Path

import pytest
from conftest import Runner

from partnerskab_cli.diagnostics import CompletionStatus
from partnerskab_cli.model.agreement import Agreement
from partnerskab_cli.model.checklist import rate_checklist
from partnerskab_cli.model.partnership_test import rate_partnership
from partnerskab_cli.model.signing import list_party_signings
from partnerskab_cli.source.source_file import parse_text

N, P, Y, R = CompletionStatus.NO, CompletionStatus.PARTLY, CompletionStatus.YES, CompletionStatus.NOT_RELEVANT
PARTIES = "parter: [{id: k, navn: K, side: offentlig}, {id: v, navn: V, side: frivillig}]\n"
ROOM = '"[udfyld]"'


def read(text: str) -> Agreement:
    record = parse_text(text, "kaffe.yaml", Agreement).record
    assert record
    return record


@pytest.mark.parametrize(
    ("number", "text", "expected"),
    [
        (1, f"behov: {{tekst: {ROOM}, kilde: {ROOM}}}", N),
        (1, f"behov: {{tekst: Mange er alene, kilde: {ROOM}}}", P),
        (3, f"mål: [{{tekst: Ro}}]\nevaluering: {{hvornår: {ROOM}}}", P),
        (3, "mål: [{tekst: Ro}]\nevaluering: {hvornår: 1 om året}", Y),
        (5, f"organisering: {{tovholder: {ROOM}, problemvej: {{frivillige: {ROOM}}}}}", N),
        (5, f"organisering: {{tovholder: {ROOM}, problemvej: {{frivillige: formanden}}}}", Y),
        (8, f"{PARTIES}bidrag: [{{part: k, tekst: {ROOM}}}, {{part: v, tekst: {ROOM}}}]", N),
        (8, f"{PARTIES}bidrag: [{{part: k, tekst: {ROOM}}}, {{part: v, tekst: Tid}}]", P),
        (8, f"{PARTIES}bidrag: [{{part: k, timer: 4}}, {{part: v, tekst: Tid}}]", Y),
        (10, f"ophør: {{varsel: {ROOM}, afvikling: {ROOM}}}", N),
        (10, f"ophør: {{varsel: 3 måneder, afvikling: {ROOM}}}", Y),
        (10, "ophør: {varsel: {ikke_relevant: vi er naboer}}", Y),
        (10, "ophør: {ikke_relevant: vi er naboer}", R),
        (12, f"forankring: {{politisk: {{udvalg: {ROOM}}}, ledelse: {ROOM}}}", N),
    ],
)
def test_a_section_that_only_has_room_is_not_answered(number: int, text: str, expected: CompletionStatus) -> None:
    assert rate_checklist(read(text))[number - 1] is expected


@pytest.mark.parametrize("form", ["mundtlig", "tilskud", "samarbejdsaftale", "partnerskabsaftale"])
def test_a_skeleton_has_answered_nothing_but_its_form(quick: Runner, tmp_path: Path, form: str) -> None:
    quick("new", "kaffe", "--template", form)
    agreement = read((tmp_path / "agreements" / "kaffe.yaml").read_text("utf-8"))
    assert [number for number, mark in enumerate(rate_checklist(agreement), 1) if mark is Y] == [6]
    assert Y not in {answer.mark for answer in rate_partnership(agreement, list_party_signings(agreement, agreement.signatures))}
    assert "1 af 13" in quick("show", "kaffe").out


def test_an_agenda_names_only_what_is_written(quick: Runner, tmp_path: Path) -> None:
    quick("new", "kaffe", "--template", "samarbejdsaftale")
    path = tmp_path / "agreements" / "kaffe.yaml"
    path.write_text(path.read_text("utf-8").replace('bor alene\n  tekst: "[udfyld]"', "bor alene\n  tekst: Ældre i byen"), "utf-8")
    assert "I har skrevet om målgruppe\n" in quick("agenda", "kaffe").out


def test_a_draft_of_named_parties_has_answered_no_more(quick: Runner) -> None:
    quick("new", "kaffe", "--form", "samarbejdsaftale", "--public", "K", "--voluntary", "V", "--start", "2027-01-01", "--no-input")
    card = quick("show", "kaffe").out
    assert "1 af 13" in card
    assert "fra 1. januar 2027\n" in card
