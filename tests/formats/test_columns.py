"""The right place in every format, whatever stands before it on the line."""

import re
from xml.etree import ElementTree as ET

import pytest
from reports import ALL, DANISH, JSON_FORMATS, PATH, WIDE, finding, parsed, report, said, span_of

from partnerskab_cli.diagnostics import TOP, CheckedFile, Edit, Report, Span
from partnerskab_cli.formats.machine_readable import convert_span, count_utf8_bytes, count_utf16_units
from partnerskab_cli.formats.terminal_style import TerminalStyle

REPORT = report(finding(edits=(Edit(span_of("aktvi"), "aktiv"),)))


def in_utf16(line: str, start: int, end: int) -> str:
    units = line.encode("utf-16-le")
    return units[2 * start - 2 : 2 * end - 2].decode("utf-16-le")


def in_utf8(line: str, start: int, end: int) -> str:
    return line.encode()[start - 1 : end - 1].decode()


def test_the_line_has_letters_of_every_width() -> None:
    before = WIDE[: WIDE.index("aktvi")]
    assert len(before) < count_utf16_units(before) < count_utf8_bytes(before)


def test_sarif_counts_utf_16_units_and_says_so() -> None:
    (run,) = parsed("sarif", REPORT)["runs"]
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert run["columnKind"] == "utf16CodeUnits"
    assert in_utf16(WIDE, region["startColumn"], region["endColumn"]) == "aktvi"


def test_a_fix_in_sarif_replaces_the_same_word() -> None:
    (run,) = parsed("sarif", REPORT)["runs"]
    (replacement,) = run["results"][0]["fixes"][0]["artifactChanges"][0]["replacements"]
    region = replacement["deletedRegion"]
    assert in_utf16(WIDE, region["startColumn"], region["endColumn"]) == "aktvi"
    assert replacement["insertedContent"]["text"] == "aktiv"


def test_rdjson_counts_bytes_and_excludes_the_end() -> None:
    (item,) = parsed("rdjson", REPORT)["diagnostics"]
    place = item["location"]["range"]
    assert in_utf8(WIDE, place["start"]["column"], place["end"]["column"]) == "aktvi"
    assert item["suggestions"] == [{"range": place, "text": "aktiv"}]


def test_github_counts_utf_16_units() -> None:
    command = said("github", REPORT)
    start, end = (int(re.search(rf"\b{name}=(\d+)", command)[1]) for name in ("col", "endColumn"))  # type: ignore[index] # a miss is a failure
    assert in_utf16(WIDE, start, end) == "aktvi"


def test_json_counts_code_points() -> None:
    (item,) = parsed("json", REPORT)["findings"]
    assert WIDE[item["column"] - 1 : item["end_column"] - 1] == "aktvi"


def test_gitlab_has_lines() -> None:
    (item,) = parsed("gitlab", REPORT)
    assert item["location"] == {"path": PATH, "lines": {"begin": 1, "end": 1}}


@pytest.mark.parametrize("name", ["concise", "full"])
def test_plain_text_counts_code_points(name: str) -> None:
    assert said(name, REPORT).startswith(f"{PATH}:1:{WIDE.index('aktvi') + 1}: ")


def test_grouped_counts_code_points() -> None:
    assert f"1:{WIDE.index('aktvi') + 1} " in said("grouped", REPORT)


def test_junit_says_the_same_place_as_concise() -> None:
    (failure,) = ET.fromstring(said("junit", REPORT)).iter("failure")  # noqa: S314 - our own text
    assert (failure.text or "").startswith(f"{PATH}:1:{WIDE.index('aktvi') + 1}: ")


def test_the_carets_of_full_stand_below_the_word_on_a_screen() -> None:
    text, carets = said("full", REPORT).split("\n")[2:4]
    before = text[: text.index("aktvi")]
    two_cells_wide, no_cell_wide = 2, 1
    assert carets.index("^") == len(before) + two_cells_wide - no_cell_wide
    assert carets.count("^") == len("aktvi")


def test_a_column_beyond_the_line_ends_with_the_line() -> None:
    assert convert_span(Span(1, 90, 1, 95), ("æø",), count_utf8_bytes) == Span(1, 5, 1, 5)
    assert convert_span(Span(1, 90, 1, 95), ("🍓",), count_utf16_units) == Span(1, 3, 1, 3)


def test_a_column_on_a_line_nobody_knows_is_not_guessed() -> None:
    assert convert_span(Span(7, 3, 7, 4), (), count_utf8_bytes) is None
    unknown = Report((finding(span=Span(7, 3, 7, 4)),), (CheckedFile(PATH),))
    assert parsed("rdjson", unknown)["diagnostics"][0]["location"]["range"] == {"start": {"line": 7}, "end": {"line": 7}}
    assert "col=" not in said("github", unknown)


def test_the_start_of_a_line_is_known_without_the_line() -> None:
    assert convert_span(TOP, (), count_utf8_bytes) == TOP
    assert convert_span(Span(3, 1, 4, 1), ("a", "b", "c"), count_utf8_bytes) == Span(3, 1, 4, 1)


def test_github_gets_no_columns_for_a_stretch_over_several_lines() -> None:
    several = report(finding(span=Span(1, 2, 2, 3)), lines=("abc", "def"))
    assert "line=1,endLine=2,title" in said("github", several)


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("span", [TOP, Span(1, 1, 1, 2), Span(1, 400, 1, 401), Span(9, 9, 9, 9)], ids=str)
@pytest.mark.parametrize(
    "lines", [(), ("",), ("\t\tx: [\tæ",), ("x" * 60_000,), ("語" * 300,)], ids=["none", "empty", "tabs", "long", "wide"]
)
@pytest.mark.parametrize("look", [DANISH, TerminalStyle("en", colour=True, width=40)], ids=["pipe", "narrow"])
def test_no_place_is_too_strange(name: str, span: Span, lines: tuple[str, ...], look: TerminalStyle) -> None:
    text = said(name, report(finding(span=span), lines=lines), look)
    assert text.endswith("\n")
    assert len(text) < 8_000


@pytest.mark.parametrize("name", JSON_FORMATS)
def test_the_same_report_gives_the_same_bytes(name: str) -> None:
    assert said(name, REPORT) == said(name, REPORT)
