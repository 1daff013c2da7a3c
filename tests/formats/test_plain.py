"""Plain text for people: a line that is too long, letters of every width, a narrow terminal, and nothing that steers it."""

import re

import pytest
from reports import DANISH, NASTY, WIDE, finding, report, said, span_of

from partnerskab_cli.diagnostics import TOP, CompletionStatus, Report, Severity, Span
from partnerskab_cli.formats.terminal_style import TerminalStyle, clip_to_cells, measure_cells

NARROW = TerminalStyle("da", width=40)
COLOUR = TerminalStyle("da", colour=True, width=100)


def excerpt(text: str) -> tuple[str, str]:
    """The line of the file and the carets below it, both after their bar."""
    shown = [line for line in text.split("\n") if re.match(r" *\d* \|", line)]
    return shown[1].partition("| ")[2], shown[2].partition("| ")[2]


def marked(line: str, carets: str) -> str:
    """The letters that stand above the carets on a screen."""
    start, end = carets.index("^"), carets.rindex("^") + 1
    at, result = 0, ""
    for letter in line:
        if start <= at < end and (result or measure_cells(letter)):
            result += letter
        at += measure_cells(letter)
    return result


@pytest.mark.parametrize(
    "before",
    ["", "  ", "æøå ", "語" * 8 + " ", "🍓" * 5, "e\u0301" * 9, "x" * 500, "語" * 300, "\t", "\x1b[31m", "a\u202e\u200b"],
    ids=ascii,
)
@pytest.mark.parametrize("after", ["", " # bemærkning", "y" * 500, "語" * 300], ids=["nothing", "comment", "long", "wide"])
@pytest.mark.parametrize("look", [DANISH, NARROW], ids=["pipe", "narrow"])
def test_the_carets_stand_below_the_word(before: str, after: str, look: TerminalStyle) -> None:
    line = f"{before}aktvi{after}"
    text, carets = excerpt(said("full", report(finding(span=span_of("aktvi", line)), lines=(line,)), look))
    assert marked(text, carets) == "aktvi"
    assert measure_cells(text) <= (look.width or 128) - 8


def test_a_word_that_is_shown_by_its_numbers_is_marked_whole() -> None:
    text, carets = excerpt(said("full", report(finding(span=Span(1, 2, 1, 4)), lines=("a\u202e\x1bb",))))
    assert (text, marked(text, carets)) == ("a\\u{202e}\\u{1b}b", "\\u{202e}\\u{1b}")


def test_a_place_at_the_end_of_a_line_has_one_caret_after_it() -> None:
    text, carets = excerpt(said("full", report(finding(span=Span(1, 4, 1, 5)), lines=("abc",))))
    assert (text, carets) == ("abc", "   ^")


def test_a_stretch_over_several_lines_is_marked_to_the_end_of_the_first() -> None:
    text, carets = excerpt(said("full", report(finding(span=Span(1, 2, 2, 2)), lines=("abc", "def"))))
    assert (text, carets) == ("abc", " ^^")


def test_what_is_missing_has_no_excerpt() -> None:
    assert "|" not in said("full", report(finding(span=TOP)))


def test_the_hint_stands_beside_the_carets() -> None:
    assert "^^^^^ mente I »aktiv«?\n" in said("full", report(finding(hint="mente I »aktiv«?")))


def test_the_point_of_the_checklist_has_its_title() -> None:
    assert "  = tjekliste 10 »Punkt 10« (Velfærd på flere måder, 2005)\n" in said("full", report(finding("TJK10", item=10)))


def test_an_example_keeps_its_shape() -> None:
    text = said("full", report(finding(cure="skriv fx ophør:\n  varsel: 3 måneder")))
    assert "  = skriv fx:  ophør:\n                 varsel: 3 måneder\n" in text


@pytest.mark.parametrize("name", ["full", "grouped"])
@pytest.mark.parametrize("width", [40, 60, 80])
def test_no_line_is_wider_than_the_terminal(name: str, width: int) -> None:
    text = said(name, report(finding(says="ord " * 60, cure="råd " * 60)), TerminalStyle("da", width=width))
    assert max(measure_cells(line) for line in text.split("\n")) <= width


@pytest.mark.parametrize("name", ["full", "concise", "grouped"])
@pytest.mark.parametrize("look", [DANISH, NARROW, COLOUR], ids=["pipe", "narrow", "colour"])
def test_nothing_steers_the_terminal(name: str, look: TerminalStyle) -> None:
    text = said(name, report(finding(says=NASTY, cure=NASTY, path="./" + NASTY, hint=NASTY), lines=(NASTY,)), look)
    ours = re.sub(r"\x1b\[(?:0|1|2|31|33|36)m", "", text) if look.colour else text
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\ud800-\udfff]", ours)


@pytest.mark.parametrize("name", ["full", "concise", "grouped"])
def test_colour_adds_colour_and_changes_no_letter(name: str) -> None:
    of = report(*(finding("STR04", weight) for weight in Severity))
    coloured = said(name, of, COLOUR)
    assert re.sub(r"\x1b\[\d+m", "", coloured) == said(name, of, COLOUR._replace(colour=False))
    assert name == "concise" or "\x1b[31m" in coloured


@pytest.mark.parametrize("name", ["full", "concise", "grouped"])
def test_nothing_found_says_that_files_were_read_and_what_was_not(name: str) -> None:
    first, second = said(name, report(marks=(CompletionStatus.YES,) * 13)).splitlines()
    assert first == "1 aftale er læst. Ingen bemærkninger. 13 af 13 punkter på tjeklisten er besvaret."
    assert second.startswith("Ikke kontrolleret:")


def test_concise_is_one_line_a_finding() -> None:
    text = said("concise", report(finding(cure="skriv fx ophør:\n  varsel: 3 måneder"), finding()))
    assert len(text.splitlines()) == 4


def test_grouped_names_each_file_once() -> None:
    text = said("grouped", report(finding(path="a.yaml"), finding(path="a.yaml"), finding(path="b.yaml")))
    assert re.findall(r"^\S*\.yaml$", text, re.MULTILINE) == ["a.yaml", "b.yaml"]


def test_a_text_is_clipped_between_letters() -> None:
    assert clip_to_cells("語語語", 5) == "語語"
    assert clip_to_cells("e\u0301x", 1) == "e\u0301"
    assert clip_to_cells(WIDE, 1000) == WIDE


@pytest.mark.parametrize("form", ["full", "concise", "grouped", "markdown"])
def test_a_finding_in_no_file_is_counted_too(form: str) -> None:
    assert "0 aftaler er læst. 1 fejl · 0 advarsler · 0 råd i 0 aftaler." in said(form, Report((finding(),)))
