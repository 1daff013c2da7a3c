"""Workflow commands as the runner of GitHub Actions reads them."""

import re

import pytest
from reports import DANISH, NASTY, finding, report, said

from partnerskab_cli.diagnostics import Severity
from partnerskab_cli.formats.terminal_style import TerminalStyle

SHOWN = 10
"""Of each kind in a step; GitHub drops what is beyond."""
COMMAND = re.compile(r"::(error|warning|notice) ([^:]*(?::(?!:)[^:]*)*)::(.*)")


def runner(text: str) -> list[tuple[str, dict[str, str], str]]:
    """The commands in a log, taken apart in the order and with the unescaping of GitHub's own runner."""
    read = []
    for line in text.splitlines():
        match = COMMAND.fullmatch(line.lstrip())
        assert match, line
        kind, properties, data = match.groups()
        pairs = dict(part.split("=", 1) for part in properties.split(","))
        read.append((kind, {name: unescaped(value) for name, value in pairs.items()}, unescaped(data)))
    return read


def unescaped(text: str) -> str:
    for code, letter in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, letter)
    return text


def test_an_annotation_says_where_and_what() -> None:
    ((kind, where, words),) = runner(said("github", report(finding())))
    assert kind == "error"
    assert (where["file"], where["line"], where["title"]) == ("agreements/cafe.yaml", "1", "partnerskab STR04")
    assert words == "»aktvi« er ikke en mulighed for status.\nvælg mellem: idé, udkast, aktiv"


@pytest.mark.parametrize("path", ["a,b=c:d%2C.yaml", "æøå.yaml", "1,line=9::x.yaml", "a\nb.yaml"])
def test_a_strange_path_comes_through_and_adds_nothing(path: str) -> None:
    ((_, where, _),) = runner(said("github", report(finding(path=path))))
    assert where["file"] == path.replace("\n", "\\u{a}")
    assert where["line"] == "1"


def test_hostile_words_stay_words() -> None:
    ((kind, where, words),) = runner(said("github", report(finding(says=NASTY + "\n::error::x", cure="%0A::warning::y"))))
    assert (kind, len(where)) == ("error", 6)
    assert "%0A::warning::y" in words


@pytest.mark.parametrize("weight", Severity)
def test_no_more_than_github_shows_and_the_last_counts_the_rest(weight: Severity) -> None:
    commands = runner(said("github", report(*(finding(f"STR{number}", weight) for number in range(37)))))
    assert len(commands) == SHOWN
    assert "28 fund mere" in commands[-1][2]
    assert "file" not in commands[-1][1]


def test_as_many_as_are_shown_are_all_told() -> None:
    commands = runner(said("github", report(*(finding(f"STR{number}") for number in range(SHOWN)))))
    assert all("file" in where for _, where, _ in commands)


def test_errors_come_first() -> None:
    commands = runner(said("github", report(*(finding("A", weight) for weight in Severity))))
    assert [kind for kind, _, _ in commands] == ["error", "warning", "notice"]


def test_nothing_found_is_nothing_said() -> None:
    assert said("github", report()) == ""


@pytest.mark.parametrize("name", ["full", "concise", "grouped", "markdown", "junit", "json", "sarif", "gitlab", "rdjson"])
@pytest.mark.parametrize("width", [None, 40])
def test_no_line_of_any_output_is_a_command(name: str, width: int | None) -> None:
    hostile = finding(says=NASTY, cure=f"::error::x\n::error::y {NASTY}", path="./::warning::z.yaml", hint=NASTY)
    text = said(name, report(hostile, lines=(NASTY,) * 3), TerminalStyle(DANISH.language, width=width))
    assert not [line for line in text.splitlines() if line.lstrip().startswith("::") or re.search(r"##\w*\[", line)]


def test_what_is_left_over_is_told_as_an_annotation_of_its_own() -> None:
    last = said("github", report(*(finding(f"STR{number}") for number in range(SHOWN + 1)))).splitlines()[-1]
    assert last == "::error title=partnerskab::Der er 2 fund mere af vægten »fejl«; de står i loggen og i opsummeringen."


def test_line_ends_of_windows_are_spelt_out_and_end_nothing() -> None:
    ((_, _, words),) = runner(said("github", report(finding(says="a\r\nb\rc", cure="d"))))
    assert words == "a\\u{d}\nb\\u{d}c\nd"
