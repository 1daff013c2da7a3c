"""The six marks of a partnership."""

from pathlib import Path

import pytest

from partnerskab_cli.diagnostics import CompletionStatus
from partnerskab_cli.model.agreement import Agreement
from partnerskab_cli.model.partnership_test import CRITERIA, rate_partnership
from partnerskab_cli.model.signing import list_party_signings
from partnerskab_cli.source.source_file import parse_text

PARTIES = """parter:
  - {id: kommunen, navn: Tønder Kommune, side: offentlig}
  - {id: venner, navn: Torsdagsvennerne, side: frivillig}
"""
N, P, Y = CompletionStatus.NO, CompletionStatus.PARTLY, CompletionStatus.YES


def marks(text: str) -> list[CompletionStatus]:
    agreement = parse_text(PARTIES + text, "kaffe.yaml", Agreement).record
    assert agreement
    return [answer.mark for answer in rate_partnership(agreement, list_party_signings(agreement, agreement.signatures))]


def test_an_agreement_that_says_nothing_is_no_partnership() -> None:
    assert marks("") == [N, N, N, N, N, N]


@pytest.mark.parametrize(
    ("number", "text", "expected"),
    [
        (1, "organisering: {tovholder: formanden}", P),
        (1, "organisering: {tovholder: formanden, problemvej: {frivillige: formanden}}", Y),
        (2, "bidrag: [{part: venner, tekst: tid}]", P),
        (2, "underskrifter: [{part: venner, dato: 2026-01-01}]", P),
        (
            2,
            "bidrag: [{part: venner, tekst: tid}]\nunderskrifter: [{part: venner, dato: 2026-01-01}, {part: kommunen, dato: 2026-01-01}]",
            Y,
        ),
        (3, "udbytte: {frivillig: [indflydelse]}", P),
        (3, "udbytte: {frivillig: [indflydelse], offentlig: [viden]}", Y),
        (4, "møder: {navn: Statusmøde}", P),
        (4, "møder: {navn: Statusmøde, hyppighed: 2 om året}", Y),
        (5, "ophør: {varsel: 3 måneder}", Y),
        (5, "ophør: {varsel: 3 måneder, af: [kommunen]}", P),
        (5, "ophør: {varsel: 3 måneder, af: [kommunen, venner]}", Y),
        (5, "ophør: {ikke_relevant: vi er venner}", N),
        (6, "bidrag: [{part: venner, tekst: tid}, {part: kommunen, tekst: lokaler}]", P),
        (6, "bidrag: [{part: venner, tekst: tid}, {part: kommunen, tekst: lokaler}]\nmerværdi: {art: mestring}", Y),
        (6, "bidrag: [{part: venner, tekst: tid}, {part: kommunen, tekst: lokaler}]\nholdepunkter: {læring: vi lærer sammen}", Y),
    ],
)
def test_each_mark_looks_at_its_own_fields(number: int, text: str, expected: CompletionStatus) -> None:
    assert marks(text)[number - 1] is expected


def test_the_marks_stand_in_the_order_of_the_source() -> None:
    assert [criterion.number for criterion in CRITERIA] == [1, 2, 3, 4, 5, 6]


def test_the_partnerships_of_the_example_record_hold_all_six(project: Path) -> None:
    text = (project / "agreements" / "naboer-mod-ensomhed.yaml").read_text("utf-8")
    agreement = parse_text(text, "naboer-mod-ensomhed.yaml", Agreement).record
    assert agreement
    assert [answer.mark for answer in rate_partnership(agreement, list_party_signings(agreement, agreement.signatures))] == [Y] * 6
