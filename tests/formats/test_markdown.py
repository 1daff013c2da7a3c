"""Markdown for people: the verdict first, everything there, and nothing in an agreement comes alive in it."""

import html
import re

import pytest
from markdown_it import MarkdownIt
from reports import DANISH, NASTY, finding, report, said

from partnerskab_cli.diagnostics import CompletionStatus, Severity
from partnerskab_cli.formats.terminal_style import TerminalStyle
from partnerskab_cli.text.markdown_escape import escape_markdown

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
CALLS = re.compile(r"(?<!\w)@\w|#\d|\bGH-\d|\bwww\.\w|\w://|:\w+:|!\d|%\w|\$\w|~\w")
"""What code hosts make a person, an issue, a link or a picture of, after the Markdown is read."""
LINES = [
    "# x",
    "- x",
    "1. x",
    "> x",
    "```",
    "    x",
    "---",
    "===",
    "| x |",
    "[x]: y",
    "<!--",
    "</details>",
    "<script>",
    "/close",
    "\\",
    "`",
    "*",
    "&copy;",
    "- [x] x",
]


def kinds(text: str) -> list[str]:
    """The tree of a text: what each piece is, and not what it says; a word as code is a word, and a new line no more than that."""
    every = [item for token in READER.parse(text) for item in (token, *(token.children or ()))]
    return [item.type for item in every if item.type not in {"text", "code_inline"} and item.content != "<br>"]


def test_an_example_keeps_its_lines() -> None:
    text = said("markdown", report(finding(cure="skriv fx ophør:\n  varsel: 3 måneder")))
    assert "→ skriv fx ophør:<br>&nbsp;&nbsp;varsel: 3 måneder\n" in text


def visible(text: str) -> str:
    """What a reader of the page sees."""
    return html.unescape(re.sub(r"<[^>]+>", "", READER.render(text)))


@pytest.mark.parametrize("words", [NASTY, *LINES, *(f"a\n{line}\nb" for line in LINES), *(f"a\n\n{line}" for line in LINES)])
@pytest.mark.parametrize("at", ["says", "cure", "path"])
def test_words_never_change_the_tree(words: str, at: str) -> None:
    hostile = said("markdown", report(finding(**{at: words, "subject": ""})))  # type: ignore[arg-type] # one of three texts
    harmless = said("markdown", report(finding(**{at: "harmløse ord", "subject": ""})))  # type: ignore[arg-type] # likewise
    assert kinds(hostile) == kinds(harmless)
    assert not CALLS.search(visible(hostile))


@pytest.mark.parametrize("words", [*LINES, "kr. 12.500 – 50 % & <æøå>", "31. december 2026", "skriv `start` og `slut`", "a@b.dk #12 x_y_z"])
def test_the_reader_sees_the_words_as_they_were(words: str) -> None:
    seen = visible(f"- her: {escape_markdown(words)}").strip().replace("\u200b", "")
    assert seen == "her: " + re.sub(r"`([\w.]+)`", r"\1", words).strip()


def test_the_name_of_a_field_is_code() -> None:
    assert escape_markdown("skriv `start` under `bevillingsperiode`") == "skriv `start` under `bevillingsperiode`"


def test_nothing_invisible_comes_through_but_our_own() -> None:
    assert not re.search("[\u200b-\u200f\u202a-\u202e\x1b\ud800-\udfff]", said("markdown", report(finding(says=NASTY, path=NASTY))))


@pytest.mark.parametrize(
    ("weights", "sign"),
    [((), "✅"), ((Severity.ADVICE,), "💡"), ((Severity.WARNING, Severity.ADVICE), "⚠️"), ((Severity.ADVICE, Severity.ERROR), "❌")],
)
def test_the_verdict_is_the_first_line(weights: tuple[Severity, ...], sign: str) -> None:
    first = said("markdown", report(*(finding("STR04", weight) for weight in weights))).splitlines()[0]
    assert first.startswith(f"### {sign} ")


def test_the_table_counts_each_file() -> None:
    text = said(
        "markdown",
        report(
            finding(),
            finding("TJK10", Severity.ADVICE),
            marks=(CompletionStatus.YES,) * 11 + (CompletionStatus.NOT_RELEVANT, CompletionStatus.NO),
        ),
    )
    assert "| agreements/cafe.yaml | 1 | 0 | 1 | 12 af 13 punkter |" in text


def test_a_clean_record_has_neither_table_nor_details() -> None:
    assert kinds(said("markdown", report())) == ["heading_open", "inline", "heading_close", "paragraph_open", "inline", "paragraph_close"]


@pytest.mark.parametrize(("files", "each", "words"), [(1, 5_000, 10), (3_000, 1, 10), (400, 60, 300), (2, 1, 70_000)])
def test_it_fits_a_comment_and_counts_what_it_leaves_out(files: int, each: int, words: int) -> None:
    many = report(
        *(finding(f"STR{number}", says="ord " * words, path=f"agreements/{file}.yaml") for file in range(files) for number in range(each))
    )
    text = said("markdown", many)
    assert len(text) <= 60_000
    assert text.count("<details>") == text.count("</details>")
    assert f"{files * each} fejl" in text
    assert re.search(r"\d+ (filer|fil|fund) mere", text)


def test_english_is_english() -> None:
    text = said("markdown", report(finding()), TerminalStyle("en"))
    assert "1 error" in text
    assert "line 1" in text
    assert "linje" not in text


def test_colour_and_width_change_nothing() -> None:
    assert said("markdown", report(finding()), TerminalStyle("da", colour=True, width=40)) == said("markdown", report(finding()), DANISH)
