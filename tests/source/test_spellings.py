"""Danish, ASCII and English spellings of the same agreement are the same agreement."""

import pytest
from everything import ASCII, DANISH, ENGLISH, Spelling, answers, written

from partnerskab_cli.model.agreement import Agreement
from partnerskab_cli.model.choices import ContributionKind
from partnerskab_cli.source.profiles import read_profile
from partnerskab_cli.source.source_file import SourceFile, parse_text

VOCABULARY = read_profile("tønder")[0].vocabulary


def sheet(spelling: Spelling, turn: int = 0) -> SourceFile[Agreement]:
    return parse_text(written(answers(Agreement, spelling, turn)), "alt.yaml", Agreement, VOCABULARY)


@pytest.mark.parametrize("turn", range(len(ContributionKind)))
def test_three_spellings_are_one_agreement(turn: int) -> None:
    danish, ascii_, english = (sheet(spelling, turn) for spelling in (DANISH, ASCII, ENGLISH))
    assert (danish.faults, ascii_.faults, english.faults) == ((), (), ())
    assert danish.record is not None
    assert danish.record == ascii_.record == english.record


def test_every_field_was_answered() -> None:
    record = sheet(DANISH, 1).record
    assert record is not None
    unanswered = [field.key for field in Agreement.fields if field.name != "schema" and getattr(record, field.name) in (None, ())]
    assert unanswered == []


def test_the_language_of_the_keys_is_noticed() -> None:
    assert [sheet(spelling).language for spelling in (DANISH, ASCII, ENGLISH)] == ["da", "da", "en"]


def test_a_key_that_the_municipality_does_not_have_is_a_fault_with_the_nearest() -> None:
    text = "id: a\ntitel: A\nformalitet: mundtlig\nstatus: aktiv\nholdepunkter: {lærring: Vi spørger., dna: Vi er os., xyz: Nej.}\n"
    read = parse_text(text, "a.yaml", Agreement, VOCABULARY)
    assert [(fault.code, fault.span.column, fault.values.get("suggestion")) for fault in read.faults] == [
        ("STR02", 16, "læring"),
        ("STR02b", 54, None),
    ]
    assert read.record
    assert read.record.principles == {"dna": "Vi er os."}
    assert "principles" in read.record.aside
    assert parse_text(text, "a.yaml", Agreement).faults == ()
