"""JUnit as GitLab, Jenkins and the others describe what they read: counts that agree, names of their own, XML that is XML."""

from collections import Counter
from xml.etree import ElementTree as ET

import pytest
from reports import NASTY, POINTS, finding, report, said

from partnerskab_cli.diagnostics import CheckedFile, CompletionStatus, Report, Severity, Span
from partnerskab_cli.formats.terminal_style import TerminalStyle

MARKS = (CompletionStatus.YES, CompletionStatus.NO, CompletionStatus.PARTLY, CompletionStatus.NOT_RELEVANT, *(CompletionStatus.YES,) * 9)
REPORTS = {
    "nothing found": report(),
    "each mark": report(marks=MARKS),
    "each weight": report(*(finding("TJK10", weight, item=10) for weight in Severity)),
    "hostile": report(finding(says=NASTY + "\x00\x0b\ufffe\ud800", path='a\x1b&<".yaml', subject=NASTY)),
    "no agreement": report(finding(), finding(), marks=()),
    "beyond the files": Report((finding(path="andet.yaml"),), (CheckedFile("x.yaml", (), MARKS, subject="x"),), (), POINTS),
    "one id twice": Report((), (CheckedFile("a/x.yaml", (), MARKS, subject="x"), CheckedFile("b/x.yaml", (), MARKS, subject="x")), (), POINTS),
}  # fmt: skip


def read(of: Report) -> ET.Element:
    return ET.fromstring(said("junit", of))  # noqa: S314 - our own text


@pytest.mark.parametrize("case", REPORTS)
def test_the_counts_equal_the_elements(case: str) -> None:
    for element in (root := read(REPORTS[case])).iter():
        if element.tag.startswith("testsuite"):
            counts = {"tests": "testcase", "failures": "failure", "skipped": "skipped", "errors": "error"}
            assert {name: int(element.get(name, "")) for name in counts} == {
                name: len(list(element.iter(tag))) for name, tag in counts.items()
            }
    assert root.tag == "testsuites"


@pytest.mark.parametrize("case", REPORTS)
def test_every_case_has_a_name_of_its_own(case: str) -> None:
    names = Counter((element.get("classname"), element.get("name")) for element in read(REPORTS[case]).iter("testcase"))
    assert all(name and title for name, title in names)
    assert set(names.values()) <= {1}


@pytest.mark.parametrize("case", REPORTS)
def test_only_known_elements_in_their_places(case: str) -> None:
    allowed = {"testsuites": {"testsuite"}, "testsuite": {"testcase"}, "testcase": {"failure", "skipped", "system-out"}}
    for element in read(REPORTS[case]).iter():
        assert {child.tag for child in element} <= allowed.get(element.tag, set())


def test_an_agreement_has_a_case_for_each_point() -> None:
    names = [element.get("name") for element in read(report()).iter("testcase")]
    assert names == [f"TJK{number:02} Punkt {number}" for number in range(1, 14)]


def test_an_error_fails_its_point_and_says_the_cure() -> None:
    (failure,) = read(report(finding("TJK10", item=10, says="Hvordan stopper I?", cure="skriv ophør"))).iter("failure")
    assert (failure.get("type"), failure.get("message")) == ("TJK10", "Hvordan stopper I? → skriv ophør")


def test_a_warning_is_told_and_fails_nothing() -> None:
    root = read(report(finding("TJK10", Severity.WARNING, item=10)))
    assert root.get("failures") == "0"
    assert "advarsel TJK10" in (next(root.iter("system-out")).text or "")


def test_what_nobody_answered_is_not_green() -> None:
    skipped = {
        case.get("name"): mark.get("message") for case in read(REPORTS["each mark"]).iter("testcase") for mark in case.iter("skipped")
    }
    assert skipped == {"TJK02 Punkt 2": "ikke besvaret; det kræves ikke af denne aftale", "TJK04 Punkt 4": "ikke relevant"}


def test_a_partial_answer_says_so() -> None:
    words = [element.text for element in read(REPORTS["each mark"]).iter("system-out")]
    assert words == ["delvist besvaret"]


def test_what_belongs_to_no_point_is_a_case_by_itself() -> None:
    names = [element.get("name") for element in read(REPORTS["no agreement"]).iter("testcase")]
    assert names == ["STR04 status", "STR04 status (2)"]


def test_no_finding_is_lost_with_a_file_that_was_not_listed() -> None:
    assert read(REPORTS["beyond the files"]).get("failures") == "1"


def test_two_files_with_one_id_stand_apart() -> None:
    assert [element.get("name") for element in read(REPORTS["one id twice"])] == ["a/x.yaml", "b/x.yaml"]


def test_english_is_english() -> None:
    text = said("junit", report(finding("STR04", Severity.WARNING, span=Span(1, 1, 1, 1)), marks=MARKS), TerminalStyle("en"))
    assert "Point 1" in text
    assert "warning STR04" in text
    assert "not relevant" in text


def test_whatever_the_letter_it_is_xml() -> None:
    words = "".join(map(chr, range(0x11_0000)))
    (failure,) = read(report(finding("TJK10", item=10, says=words.replace("\n", ""), cure="x"))).iter("failure")
    assert "\ufffd\U00010000" in failure.get("message", "")
    assert not {"\ufffe", "\uffff", "\x00", "\x1b"} & set(failure.get("message", ""))


def test_what_was_found_about_a_point_stands_line_by_line_and_errors_by_themselves() -> None:
    diagnostics = [
        finding("TJK10", weight, item=10, says=f"{weight.name}.", cure="skriv")
        for weight in (Severity.ERROR, Severity.ERROR, Severity.WARNING, Severity.ADVICE)
    ]
    (case,) = (element for element in read(report(*diagnostics)).iter("testcase") if element.get("name", "").startswith("TJK10"))
    lines = {element.tag: (element.text or "").split("\n") for element in case}
    assert [line.partition(" ")[2] for line in lines["failure"]] == ["fejl TJK10 ERROR. → skriv"] * 2
    assert [line.partition(" ")[2] for line in lines["system-out"]] == ["advarsel TJK10 WARNING. → skriv", "råd TJK10 ADVICE. → skriv"]


def test_a_partial_answer_and_a_remark_stand_on_two_lines() -> None:
    marks = (CompletionStatus.PARTLY, *(CompletionStatus.YES,) * 12)
    (out,) = read(report(finding("TJK01", Severity.ADVICE, item=1, says="Nej.", cure="skriv"), marks=marks)).iter("system-out")
    first, second = (out.text or "").split("\n")
    assert first == "delvist besvaret"
    assert second.endswith(" råd TJK01 Nej. → skriv")
