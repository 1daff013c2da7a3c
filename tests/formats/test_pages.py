"""A page as text, Markdown and HTML: everything is shown, and nothing in it comes alive."""

from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt

from partnerskab_cli.formats.look import Look
from partnerskab_cli.formats.pages.table import PAGE_FORMATS, page_format
from partnerskab_cli.page import Bullet, Bullets, Facts, Heading, Page, Paragraph, Sample, Table, plain

HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[her](javascript:alert(1))",
    "![billede](https://ond.example/x.png)",
    "https://ond.example",
    "www.ond.example",
    "@kommunen #12 GH-3",
    "a | b",
    "31. december 2026",
    "- ikke en liste",
    "+ heller ikke",
    "# ikke en overskrift",
    "> ikke et citat",
    "**ikke fed** _eller_ ~~streget~~",
    "slut --- på alt",
    "&lt;b&gt; &amp;",
    "```",
    "``` ` ```",
    "\x1b[31mrød",
    "\u202evendt",
    "</code></pre><b>",
    "$x$",
)


def page_of(words: str) -> Page:
    text = plain(words)
    blocks = (
        Heading(text), Paragraph(text), Bullets((Bullet(text, text, (text,)),)), Bullets((Bullet(text),), numbered=True),
        Sample(text), Facts(((text, text),)), Table((text, text), ((text, text),)),
    )  # fmt: skip
    return Page(text, blocks)


def shape(markdown: str) -> list[str]:
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown)
    return [
        token.type for one in tokens for token in (one, *(one.children or ())) if token.type not in {"text", "text_special", "code_inline"}
    ]


@pytest.mark.parametrize("words", HOSTILE)
def test_markdown_has_the_same_tree_whatever_the_words(words: str) -> None:
    harmless = page_format("md")(page_of("x"), Look())
    assert shape(page_format("md")(page_of(words), Look())) == shape(harmless)


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, tuple[str, ...]]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, tuple(name for name, _ in attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def parsed(words: str) -> Tags:
    tags = Tags()
    tags.feed(page_format("html")(page_of(words), Look()))
    return tags


@pytest.mark.parametrize("words", HOSTILE)
def test_html_has_the_same_tags_whatever_the_words_and_shows_them(words: str) -> None:
    found, harmless = parsed(words), parsed("x")
    assert [tag for tag in found.tags if tag[0] != "code"] == [tag for tag in harmless.tags if tag[0] != "code"]
    assert "script" not in {tag for tag, _ in found.tags}


@pytest.mark.parametrize("name", PAGE_FORMATS)
def test_what_would_steer_a_terminal_is_spelt_out(name: str) -> None:
    said = page_format(name)(page_of("\x1b[31mrød \u202evendt"), Look())
    assert "\x1b" not in said
    assert "\u202e" not in said
    assert "u{1b}" in said or "u\\{1b" in said or "1b" in said


def test_a_table_that_is_too_wide_for_the_terminal_is_shown_row_by_row() -> None:
    head = tuple(plain(name) for name in ("Kode", "Noget meget langt", "Noget andet langt", "Siger"))
    row = tuple(plain(cell) for cell in ("A", "b" * 20, "c" * 20, "d " * 20))
    said = page_format("text")(Page(plain("T"), (Table(head, (row,)),)), Look(width=40))
    assert all(len(line) <= 40 for line in said.split("\n"))
    assert "\n  Noget meget langt:\n    bbbb" in said


def test_code_in_backticks_is_code_in_every_form() -> None:
    page = Page(plain("T"), (Paragraph(plain("skriv `ophør: {varsel: 3 måneder}` her")),))
    assert "skriv `ophør: {varsel: 3 måneder}` her" in page_format("text")(page, Look())
    assert "skriv `ophør: {varsel: 3 måneder}` her" in page_format("md")(page, Look())
    assert "skriv <code>ophør: {varsel: 3 måneder}</code> her" in page_format("html")(page, Look())


def test_html_names_its_language_and_allows_nothing_but_its_own_style() -> None:
    said = page_format("html")(page_of("x"), Look("en"))
    assert '<html lang="en">' in said
    assert "default-src 'none'; style-src 'sha256-" in said
