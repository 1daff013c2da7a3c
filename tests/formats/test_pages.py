"""A page as text, Markdown and HTML: everything is shown, and nothing in it comes alive."""

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt

from partnerskab_cli.formats.terminal_style import TerminalStyle
from partnerskab_cli.render.page_registry import PAGE_FORMATS
from partnerskab_cli.text.page import Bullet, Bullets, CodeBlock, Facts, Heading, HelpParagraph, HelpTable, Page, make_text

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
    text = make_text(words)
    blocks = (
        Heading(text), HelpParagraph(text), Bullets((Bullet(text, text, (text,)),)), Bullets((Bullet(text),), numbered=True),
        CodeBlock(text), Facts(((text, text),)), HelpTable((text, text), ((text, text),)),
    )  # fmt: skip
    return Page(text, blocks)


def shape(markdown: str) -> list[str]:
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown)
    return [
        token.type
        for item in tokens
        for token in (item, *(item.children or ()))
        if token.type not in {"text", "text_special", "code_inline"}
    ]


@pytest.mark.parametrize("words", HOSTILE)
def test_markdown_has_the_same_tree_whatever_the_words(words: str) -> None:
    harmless = PAGE_FORMATS["md"](page_of("x"), TerminalStyle())
    assert shape(PAGE_FORMATS["md"](page_of(words), TerminalStyle())) == shape(harmless)


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
    tags.feed(PAGE_FORMATS["html"](page_of(words), TerminalStyle()))
    return tags


@pytest.mark.parametrize("words", HOSTILE)
def test_html_has_the_same_tags_whatever_the_words_and_shows_them(words: str) -> None:
    result, harmless = parsed(words), parsed("x")
    assert [tag for tag in result.tags if tag[0] != "code"] == [tag for tag in harmless.tags if tag[0] != "code"]
    assert "script" not in {tag for tag, _ in result.tags}


@pytest.mark.parametrize("name", PAGE_FORMATS)
def test_what_would_steer_a_terminal_is_spelt_out(name: str) -> None:
    message = PAGE_FORMATS[name](page_of("\x1b[31mrød \u202evendt"), TerminalStyle())
    assert "\x1b" not in message
    assert "\u202e" not in message
    assert "u{1b}" in message or "u\\{1b" in message or "1b" in message


def test_a_table_that_is_too_wide_for_the_terminal_is_shown_row_by_row() -> None:
    head = tuple(make_text(name) for name in ("Kode", "Noget meget langt", "Noget andet langt", "Siger"))
    row = tuple(make_text(cell) for cell in ("A", "b" * 20, "c" * 20, "d " * 20))
    message = PAGE_FORMATS["text"](Page(make_text("T"), (HelpTable(head, (row,)),)), TerminalStyle(width=40))
    assert all(len(line) <= 40 for line in message.split("\n"))
    assert "\n  Noget meget langt:\n    bbbb" in message


def test_code_in_backticks_is_code_in_every_form() -> None:
    page = Page(make_text("T"), (HelpParagraph(make_text("skriv `ophør: {varsel: 3 måneder}` her")),))
    assert "skriv `ophør: {varsel: 3 måneder}` her" in PAGE_FORMATS["text"](page, TerminalStyle())
    assert "skriv `ophør: {varsel: 3 måneder}` her" in PAGE_FORMATS["md"](page, TerminalStyle())
    assert "skriv <code>ophør: {varsel: 3 måneder}</code> her" in PAGE_FORMATS["html"](page, TerminalStyle())


def test_html_names_its_language_and_allows_nothing_but_its_own_style() -> None:
    message = PAGE_FORMATS["html"](page_of("x"), TerminalStyle("en"))
    assert '<html lang="en">' in message
    assert "default-src 'none'; style-src 'sha256-" in message


EVERYTHING = Page(
    make_text("En `side` <x>"),
    (
        Heading(make_text("Afsnit")), Heading(make_text("Lille"), 3), HelpParagraph(make_text("Skriv  `mål: x`\n*her*.")),
        Bullets((Bullet(make_text("et"), make_text("note")), Bullet(make_text("to"), make_text("mere"), (make_text("a"), make_text("b"))), Bullet(make_text("tre")))),
        Bullets((Bullet(make_text("først"), make_text("så")),), numbered=True),
        CodeBlock(make_text("mål:\n  - <x>")), CodeBlock(make_text("```\nx"), "sh"),
        Facts(((make_text("Navn"), make_text("Kaffe")), (make_text("Hvem"), make_text("A & B")))),
        HelpTable((make_text("A"), make_text("B")), ((make_text("1"), make_text("`x|y`")), (make_text("2"), make_text("|")))),
    ),
)  # fmt: skip
IN_MARKDOWN = """# En `side` &#60;x&#62;

## Afsnit

### Lille

Skriv `mål: x` &#42;her&#42;.

- et\\
  note
- to
  - a
  - b

  mere
- tre

1. først\\
   så

```yaml
mål:
  - <x>
```

````sh
```
x
````

- **Navn:** Kaffe
- **Hvem:** A &#38; B

| A | B |
| --- | --- |
| 1 | `x\\|y` |
| 2 | &#124; |
"""
IN_HTML = """<main>
<h1>En `side` &lt;x&gt;</h1>
<h2>Afsnit</h2>
<h3>Lille</h3>
<p>Skriv <code>mål: x</code> *her*.</p>
<ul>
<li>et<p>note</p></li>
<li>to<ul><li>a</li><li>b</li></ul><p>mere</p></li>
<li>tre</li>
</ul>
<ol>
<li>først<p>så</p></li>
</ol>
<pre tabindex="0"><code>mål:
  - &lt;x&gt;</code></pre>
<pre tabindex="0"><code>```
x</code></pre>
<dl>
<dt>Navn</dt><dd>Kaffe</dd>
<dt>Hvem</dt><dd>A &amp; B</dd>
</dl>
<div class="wide" tabindex="0"><table>
<thead><tr><th scope="col">A</th><th scope="col">B</th></tr></thead>
<tbody>
<tr><td>1</td><td><code>x|y</code></td></tr>
<tr><td>2</td><td>|</td></tr>
</tbody></table></div>
</main>
"""


def test_every_kind_of_block_is_written_as_it_is_read() -> None:
    assert PAGE_FORMATS["md"](EVERYTHING, TerminalStyle()) == IN_MARKDOWN
    result = PAGE_FORMATS["html"](EVERYTHING, TerminalStyle())
    assert result[result.index("<main>") : result.index("</body>")] == IN_HTML
    assert "<title>En `side` &lt;x&gt;</title>" in result


def test_a_page_lets_in_nothing_but_the_style_that_stands_in_it() -> None:
    result = PAGE_FORMATS["html"](EVERYTHING, TerminalStyle())
    (policy,) = re.findall('<meta http-equiv="Content-Security-Policy" content="([^"]*)">', result)
    (sheet,) = re.findall("<style>(.*?)</style>", result, re.DOTALL)
    allowed = b64encode(sha256(sheet.encode()).digest()).decode("ascii")
    assert policy == f"default-src 'none'; style-src 'sha256-{allowed}'; base-uri 'none'; form-action 'none'"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("1. marts", "1\\. marts"), ("12) x", "12\\) x"), ("- x", "\\- x"), ("+ x", "\\+ x"), ("= x", "\\= x"), ("=", "\\="), ("1.5", "1\\.5"), ("x - y", "x - y"),
        ("`a` b", "`a` b"), ("a `b` c", "a `b` c"), ("`a` `b`", "`a` `b`"), ("a ``b", "a &#96;&#96;b"),
    ],
)  # fmt: skip
def test_the_beginning_of_a_line_means_nothing(text: str, line: str) -> None:
    assert PAGE_FORMATS["md"](Page(make_text("T"), (HelpParagraph(make_text(text)),)), TerminalStyle()) == f"# T\n\n{line}\n"
