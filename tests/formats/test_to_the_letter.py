"""Text that stays text: whatever a code host looks for in Markdown is broken up, and reads as it was."""

from html import unescape

import pytest

from partnerskab_cli.text.markdown_escape import APART, escape_markdown

LOOKED_FOR = (
    "@name", "@org/team", "#12", "!34", "%5", "%Udgave", "~6", "~mærke", "&7", "$8", "^alert", ":smile:", "owner/repo#9", "a@b.example",
    "https://ond.example", "mailto:a", "ftp://x",
)  # fmt: skip
"""What GitHub or GitLab makes a link, a call or a picture of."""


@pytest.mark.parametrize("text", LOOKED_FOR)
def test_what_a_code_host_looks_for_is_broken_up(text: str) -> None:
    seen = unescape(escape_markdown(text))
    assert seen.replace(APART, "") == text
    sign = next(at for at, letter in enumerate(text) if letter in "@#!%~&$^:" and text[at + 1 :][:1] not in {"", " "})
    broken = {seen[at - 1] for at, letter in enumerate(seen) if letter == APART}
    assert text[sign] in broken


@pytest.mark.parametrize(
    ("text", "seen"),
    [("GH-12", f"GH-{APART}12"), ("gh-12", f"gh-{APART}12"), ("www.ond.example", f"www.{APART}ond.example"), ("WWW.x", f"WWW.{APART}x")],
)
def test_so_are_names_of_issues_and_addresses(text: str, seen: str) -> None:
    assert unescape(escape_markdown(text)) == seen


@pytest.mark.parametrize("letter", "\\`*_[]<>&|~@#$^")
def test_what_markdown_or_html_would_read_is_written_by_its_number(letter: str) -> None:
    assert escape_markdown(f"a {letter} b") == f"a &#{ord(letter)}; b"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("skriv `mål.tekst` her", "skriv `mål.tekst` her"), ("`type: aktiv`", "`type: aktiv`"), ("`a b`", "&#96;a b&#96;"), ("``", "&#96;&#96;"),
        ("a  b\n\tc ", "a b c"), ("kl. 14: ja", "kl. 14: ja"), ("a - b", "a - b"), ("1-2", "1-2"), ("100 %", "100 %"), ("tak!", "tak!"), ("\x1b[31m\u202e", "&#92;u{1b}&#91;31m&#92;u{202e}"),
    ],
)  # fmt: skip
def test_the_rest_is_left_as_it_is(text: str, line: str) -> None:
    assert escape_markdown(text) == line
