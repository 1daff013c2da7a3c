"""A slip of the pen is one finding, at its place, with its cure; and all slips of a file are found at once."""

import pytest

from partnerskab_cli.agreement.agreement import Agreement
from partnerskab_cli.agreement.choices import Status
from partnerskab_cli.reading.sheet import Sheet, read_text

HEAD = "id: kaffe\ntitel: Kaffe\nformalitet: mundtlig\nstatus: aktiv\n"


def sheet(text: str, head: str = HEAD) -> Sheet[Agreement]:
    return read_text(head + text, "kaffe.yaml", Agreement)


@pytest.mark.parametrize(
    ("text", "code", "column", "value"),
    [
        ("formåll: x", "STR02", 1, "formål"),
        ("Formål: x", "STR02", 1, "formål"),
        ("kontaktpersoner: x", "STR02b", 1, None),
        ("parter: [{id: a, navn: A, sied: frivillig}]", "STR02", 27, "side"),
        ("type: samskabelsen", "STR04", 7, "samskabelse"),
        ("type: bordtennis", "STR04", 7, None),
        ("periode: {start: 2026-02-30}", "STR04b", 18, None),
        ("styring: {grad: 7}", "STR04b", 17, None),
        ("styring: {grad: mange}", "STR04b", 17, None),
        ("formål: [a]", "STR04c", 10, None),
        ("periode: hele året", "STR04c", 10, None),
        ("formål: {ikke_relevant: nej}", "STR04d", 10, None),
        ("tilskud: {beløb: 150.000}", "STR06", 18, None),
        ("hændelser: {dato: 1. marts 2026, tekst: x}", "STR07", 19, None),
        ("tavshedspligt: TODO", "STR08", 16, None),
        ("tavshedspligt: '[udfyld: hvad?]'", "STR08", 16, None),
        ("tavshedspligt: …", "STR08", 16, None),
        ("ophør: {ikke_relevant: TODO}", "STR08", 9, None),
        ("confidentiality: x\nmål: y", "STR09", 1, None),
        ("mål: [{indikator: x}]", "STR10", 8, None),
    ],
)
def test_a_slip_is_found_at_its_place(text: str, code: str, column: int, value: str | None) -> None:
    found = [fault for fault in sheet(text).faults if fault.code == code]
    assert len(found) == 1
    assert found[0].span.column == column
    assert value is None or (found[0].edits and found[0].edits[0].text == value)


@pytest.mark.parametrize(
    "text",
    [
        "målgruppe: Ældre, der bor alene",
        "målgruppe: {tekst: Ældre}",
        "område: ældre",
        "område: [ældre, ensomhed]",
        "mål: Ti gæster kommer igen.",
        "mål:\nformål: Et sted",
        "formål:",
        "formål: ~",
        "mål: []",
        "x_egen: {alt: [muligt, 1, 2]}",
        "ophør: {ikke_relevant: 'Vi stopper, når sommeren er forbi.'}",
        "forsikring: {kommunal: {ikke_relevant: Foreningen har sin egen.}}",
        "tavshedspligt: Alt, hvad vi hører ... bliver mellem os.",
        "journalnummer: 27.15.12-G01-3-26",
        "evaluering: {hvornår: når vi har tid}",
        "leverancer: {part: a, tekst: b, frist: {efter: start, varighed: 2 måneder}}",
        "udbytte: {frivillig: [indflydelse, noget helt andet]}",
        "hændelser: [{dato: 2026-03-01, tekst: x}, ~]",
        "formål: 2026",
        "holdepunkter: {læring: , åbenhed: Vi siger det.}",
    ],
)
def test_what_may_be_written_is_read_without_a_word(text: str) -> None:
    assert sheet(text).faults == ()


def test_a_reason_that_a_comma_has_cut_in_two_is_not_taken_for_the_whole() -> None:
    (fault,) = sheet("ophør: {ikke_relevant: Vi stopper, når sommeren er forbi.}").faults
    assert (fault.code, fault.values["key"]) == ("STR02b", "når sommeren er forbi.")
    assert fault.hint
    assert "anførselstegn" in fault.hint.da


def test_an_answer_beside_a_reason_why_there_is_none_is_a_fault() -> None:
    (fault,) = sheet("ophør: {ikke_relevant: Vi er venner, varsel: 3 måneder}").faults
    assert (fault.code, fault.values["field"]) == ("STR04c", "`ophør`")


@pytest.mark.parametrize("blank", ["''", '" "', "|\n  "])
def test_a_text_of_no_letters_is_no_answer(blank: str) -> None:
    found = sheet(f"formål: {blank}")
    assert found.record
    assert (found.record.purpose, found.faults) == (None, ())


def test_a_misspelt_key_and_the_key_it_was_meant_to_be_are_one_finding() -> None:
    read = sheet("formaal_: Et sted\n")
    assert [fault.code for fault in read.faults] == ["STR02"]
    assert read.record is not None
    assert "purpose" in read.record.aside


def test_all_faults_of_a_file_are_found_at_once() -> None:
    text = "formåll: x\ntype: aldrig\nperiode: {start: 2026-02-30}\nstyring: {grad: 9}\nbordtennis: ja\n"
    assert sorted(fault.code for fault in sheet(text).faults) == ["STR02", "STR02b", "STR04", "STR04b", "STR04b"]


def test_an_unreadable_item_leaves_the_others_and_is_set_aside() -> None:
    read = sheet("mål: [{indikator: x}, {tekst: Ti kommer igen.}]")
    assert read.record is not None
    assert [goal.text for goal in read.record.goals] == ["Ti kommer igen."]
    assert "goals" in read.record.aside


@pytest.mark.parametrize(("word", "status"), [("aktvi", Status.ACTIVE), ("udkats", Status.DRAFT), ("xyz", Status.ACTIVE)])
def test_a_misspelt_status_counts_as_the_nearest(word: str, status: Status) -> None:
    read = sheet("", HEAD.replace("aktiv", word))
    assert [fault.code for fault in read.faults] == ["STR04"]
    assert read.record is not None
    assert read.record.status is status


def test_only_the_first_twenty_unknown_keys_get_a_suggestion() -> None:
    text = "".join(f"formål{'l' * number}: x\n" for number in range(1, 26))
    assert sum(fault.code == "STR02" for fault in sheet(text).faults) <= 20


def test_a_slip_in_an_english_file_is_answered_in_english() -> None:
    read = read_text("id: a\ntitle: A\nformality: oral\nstatus: aktive\npurpos: x\n", "a.yaml", Agreement)
    assert [fault.edits[0].text for fault in read.faults] == ["active", "purpose"]


def test_an_english_file_is_answered_in_english_keys() -> None:
    read = read_text("id: a\ntitle: A\nformality: oral\nstatus: active\ngoals: [{indicator: x}]\n", "a.yaml", Agreement)
    (fault,) = read.faults
    assert fault.values["field"] == "`text`"
    assert str(fault.values["example"]).startswith("text: 25 citizens")
