"""A slip of the pen is one finding, at its place, with its cure; and all slips of a file are found at once."""

import pytest

from partnerskab_cli.diagnostics import TOP, Span
from partnerskab_cli.model.agreement import Agreement
from partnerskab_cli.model.choices import Status
from partnerskab_cli.model.field import SECTION
from partnerskab_cli.model.time import Period
from partnerskab_cli.source.decoder import WORD
from partnerskab_cli.source.issues import BOTH, FOUND, ONE_OF_TWO
from partnerskab_cli.source.parser import MappingNode, Scalar, SequenceNode
from partnerskab_cli.source.source_file import SourceFile, parse_text

HEAD = "id: kaffe\ntitel: Kaffe\nformalitet: mundtlig\nstatus: aktiv\n"


def sheet(text: str, head: str = HEAD) -> SourceFile[Agreement]:
    return parse_text(head + text, "kaffe.yaml", Agreement)


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
    assert (fault.code, fault.values["rest"]) == ("STR02c", "når sommeren er forbi.")
    assert fault.values["better"] == "'Vi stopper, når sommeren er forbi.'"


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


def test_a_slip_in_an_english_file_is_answered_in_english() -> None:
    read = parse_text("id: a\ntitle: A\nformality: oral\nstatus: aktive\npurpos: x\n", "a.yaml", Agreement)
    assert [fault.edits[0].text for fault in read.faults] == ["active", "purpose"]


def test_an_english_file_is_answered_in_english_keys() -> None:
    read = parse_text("id: a\ntitle: A\nformality: oral\nstatus: active\ngoals: [{indicator: x}]\n", "a.yaml", Agreement)
    (fault,) = read.faults
    assert fault.values["field"] == "`text`"
    assert str(fault.values["example"]).startswith("text: 25 citizens")


@pytest.mark.parametrize(
    ("text", "code", "values"),
    [
        ("ophør: {ikke_relevant: Vi er venner, varsel: 3 måneder}", "STR04c", {"field": "`ophør`", "expected": ONE_OF_TWO, "found": BOTH}),
        ("formål: [a]", "STR04c", {"field": "`formål`", "found": FOUND[SequenceNode]}),
        ("formål: {x: a}", "STR04c", {"field": "`formål`", "found": FOUND[MappingNode]}),
        ("periode: a", "STR04c", {"field": "`periode`", "expected": SECTION, "found": FOUND[Scalar]}),
        ("type: [a]", "STR04c", {"field": "`type`", "expected": WORD, "found": FOUND[SequenceNode]}),
        ("holdepunkter: a", "STR04c", {"field": "`holdepunkter`", "expected": SECTION, "found": FOUND[Scalar]}),
        ("periode: {start: 2026-02-30}", "STR04b", {"value": "2026-02-30"}),
        ("styring: {grad: 6}", "STR04b", {"value": "6", "kind": ("et tal fra 1 til 5", "a number from 1 to 5")}),
        ("formidling: {oversigt: " + "a" * 301 + "}", "STR04b", {"value": "a" * 60 + "…", "kind": ("en tekst på højst 300 tegn", "a text of at most 300 characters")}),
        ("mål: [{indikator: x}]", "STR10", {"field": "`tekst`"}),
    ],
    ids=lambda one: one if isinstance(one, str) and len(one) < 60 else "",
)  # fmt: skip
def test_a_fault_says_what_was_found_and_gives_an_example(text: str, code: str, values: dict[str, object]) -> None:
    (fault,) = (one for one in sheet(text).faults if one.code == code)
    assert {name: fault.values[name] for name in values} == values
    assert str(fault.values["example"])


@pytest.mark.parametrize("grade", ["1", "5"])
def test_the_ends_of_a_range_belong_to_it(grade: str) -> None:
    assert sheet(f"styring: {{grad: {grade}}}").faults == ()
    assert sheet("formidling: {oversigt: " + "a" * 300 + "}").faults == ()


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("formåll: x", ("mente I »formål«?", "did you mean “formål”?")), ("type: samskabelsen", ("mente I »samskabelse«?", "did you mean “samskabelse”?")),
        ("kontaktpersoner: x", None), ("type: bordtennis", None),
        ("når sommeren er forbi: ", ("sæt anførselstegn om tekst med komma", "put quotation marks round text with a comma")),
        ("når sommeren er forbi: x", None), ("nårsommerenerforbi: ", None),
    ],
)  # fmt: skip
def test_a_hint_says_what_was_meant(text: str, hint: tuple[str, str] | None) -> None:
    (fault,) = sheet(text).faults
    assert fault.hint == hint


def test_suggestions_end_after_twenty() -> None:
    many = [f"formå{'l' * number}: x\n" for number in range(2, 30)]
    faults = sheet("".join(f"x{number}yz: 1\n" for number in range(19)) + many[0] + many[1] + many[2]).faults
    assert [fault.code for fault in faults] == ["STR02b"] * 19 + ["STR02", "STR02b", "STR02b"]


def test_a_long_quotation_is_cut_and_stands_on_one_line() -> None:
    (fault,) = (one for one in sheet('type: "' + "a\u030a" * 60 + '\\n  b"').faults if one.code == "STR04")
    assert fault.values["value"] == "å" * 60 + "…"
    (fault,) = sheet('type: "' + "a" * 29 + " \\n  " + "b" * 30 + '"').faults
    assert fault.values["value"] == f"{'a' * 29} {'b' * 30}"


@pytest.mark.parametrize(
    ("text", "line"),
    [("confidentiality: x\nmål: y", 5), ("confidentiality: x\npurpose: z\nneeds: y\ngoals: w", 2)],
)
def test_the_fewer_keys_are_those_of_the_other_language(text: str, line: int) -> None:
    found = [fault.span for fault in sheet(text).faults if fault.code == "STR09"]
    assert [(span.line, span.column) for span in found] == [(line, 1)]


ENGLISH = "id: a\ntitle: A\nformality: oral\nstatus: active\n"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("purpose: '[fill in]'", 1), ("purpose: '[fill in: what?]'", 1), ("purpose: A place [fill in] for us", 1), ("purpose: FIXME", 1), ("purpose: xxx", 1), ("purpose: XXXx", 1),
        ("purpose: a TODO b", 1), ("purpose: to be filled in", 1), ("purpose: TBD", 1), ("purpose: '...'", 1), ("purpose: '?'", 1), ("purpose: __", 1), ("purpose: '-'", 1),
        ("period: {start: TODO}", 1), ("period: {start: '[fill in]'}", 1), ("goals: [xxx, yyy]", 1), ("type: TODO", 1), ("number_of: [fill in]", 0), ("termination: {not_relevant: xxx}", 1),
        ("purpose: fill in", 0), ("purpose: Maxxxx", 0), ("purpose: todo", 0), ("purpose: '[fill]'", 1), ("purpose: a ... b", 0), ("purpose: udfyldes senere", 1), ("purpose: udfyldes", 1),
    ],
)  # fmt: skip
def test_what_is_still_to_be_written_is_found(text: str, found: int) -> None:
    faults = parse_text(ENGLISH + text, "a.yaml", Agreement).faults
    assert sum(fault.code == "STR08" for fault in faults) == found


def test_a_reason_without_words_is_no_reason() -> None:
    for text in ("ophør: {ikke_relevant: }", "ophør: {ikke_relevant: ' '}", "ophør: {ikke_relevant: ~}"):
        read = sheet(text)
        assert read.record
        assert (read.faults, dict(read.record.aside)) == ((), {})
    read = sheet("ophør: {ikke_relevant: ' Vi er venner. '}")
    assert read.record
    assert dict(read.record.aside) == {"termination": "Vi er venner."}


def test_a_record_from_elsewhere_has_the_way_of_its_field_alone() -> None:
    read = sheet("periode: {start: 2026-01-01}\nmål: [{tekst: a}, {tekst: b}]\nbehov: Savn\nmødestruktur: ")
    assert read.record
    assert read.record.period
    assert read.record.needs
    start = Period.names["start"]
    assert read.find_path(Period.of({}), start) == ("start",)
    assert read.find_span(Period.of({}), start) == TOP
    assert read.find_path(read.record.period, start) == ("periode", "start")
    assert read.find_span(read.record.period, start)[:2] == (5, 18)
    assert read.find_span(read.record.period, Period.names["slut"])[:2] == (5, 11)
    assert read.find_span(read.record, Agreement.names["formål"]) == TOP
    goals = Agreement.names["mål"]
    assert [read.find_path(read.record, goals, at) for at in (None, 1)] == [("mål",), ("mål", 1)]
    assert [read.find_span(read.record, goals, at)[:2] for at in (None, 0, 1, 2)] == [(6, 8), (6, 8), (6, 20), (6, 8)]
    assert read.find_path(read.record.goals[1], type(read.record.goals[1]).names["tekst"]) == ("mål", 1, "tekst")
    assert read.find_path(read.record.needs, type(read.record.needs).names["tekst"]) == ("behov", "tekst")
    assert read.find_path_at(read.find_span(read.record.period, start)) == ("periode", "start")
    assert read.find_path_at(Span(5, 1, 5, 8)) == ("periode",)
    assert read.find_path_around(Span(5, 20, 5, 21)) == ("periode", "start")
    assert [bool(read.find_path_around(Span(5, column, 5, column + 1))) for column in (17, 18, 28, 29)] == [False, True, True, False]
    assert [read.find_path_around(Span(6, column, 6, column + 1)) for column in (15, 27)] == [("mål", 0, "tekst"), ("mål", 1, "tekst")]
    assert (
        read.find_path_around(Span(1, 1, 1, 2))
        == read.find_path_at(Span(9, 9, 9, 9))
        == SourceFile[Agreement]("x").find_path_around(TOP)
        == ()
    )
