"""A page as one self-contained HTML file: readable on any screen, on paper and aloud; nothing is fetched and nothing runs."""

from base64 import b64encode
from collections.abc import Iterator, Sequence
from hashlib import sha256
from html import escape
from typing import assert_never

from ..formats.terminal_style import TerminalStyle
from ..text.localized import Text, escape_control_characters
from ..text.page import Block, Bullet, Bullets, CodeBlock, Facts, Heading, HelpParagraph, HelpTable, Page
from .page_markdown import CODE

STYLE = """
:root{color-scheme:light dark;--ink:#1b1b1b;--paper:#fff;--soft:#f3f5f7;--line:#8a939c;--brand:#1a4f7a}
@media (prefers-color-scheme:dark){:root{--ink:#ececec;--paper:#16191c;--soft:#22272c;--line:#8a939c;--brand:#9cc9ee}}
body{margin:0 auto;padding:1rem;max-width:44rem;color:var(--ink);background:var(--paper);
font:1.0625rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Liberation Sans",sans-serif;overflow-wrap:break-word;hyphens:auto}
h1,h2,h3{line-height:1.25;color:var(--brand)}
h1{font-size:clamp(1.4rem,5vw,2rem)}
h2{font-size:1.3rem;margin-top:2rem}
h3{font-size:1.1rem}
li{margin:.6rem 0}
li p{margin:.15rem 0;opacity:.85}
dt{font-weight:600}
dd{margin:0 0 .5rem 1rem}
code{background:var(--soft);padding:.1em .3em;border-radius:.2em;hyphens:none}
pre{background:var(--soft);padding:.75rem;overflow-x:auto;border-left:.25rem solid var(--brand)}
pre code{padding:0;background:none}
.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid var(--line)}
@media print{body{max-width:none;padding:0;font-size:11pt}h2,h3{break-after:avoid}li,tr{break-inside:avoid}}
"""


def render(page: Page, style: TerminalStyle) -> str:
    """The page, its title as the one heading of level 1."""
    title = escape(escape_control_characters(page.title.localize(style.language)))
    policy = (
        f"default-src 'none'; style-src 'sha256-{b64encode(sha256(STYLE.encode()).digest()).decode()}'; base-uri 'none'; form-action 'none'"
    )
    body = "\n".join(line for block in page.blocks for line in render_block_lines(block, style))
    return f"""<!doctype html>
<html lang="{style.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>{STYLE}</style>
</head>
<body>
<main>
<h1>{title}</h1>
{body}
</main>
</body>
</html>
"""


def render_inline_code(words: Text, style: TerminalStyle) -> str:
    """A text: code where it says so, else literally."""
    line = escape_control_characters(" ".join(words.localize(style.language).split()))
    return "".join(f"<code>{escape(part[1:-1])}</code>" if CODE.fullmatch(part) else escape(part) for part in CODE.split(line))


def render_block_lines(block: Block, style: TerminalStyle) -> Iterator[str]:
    """One block, line by line."""
    match block:
        case Heading(words, level):
            yield f"<h{level}>{render_inline_code(words, style)}</h{level}>"
        case HelpParagraph(words):
            yield f"<p>{render_inline_code(words, style)}</p>"
        case Bullets(items, numbered):
            kind = "ol" if numbered else "ul"
            yield from (f"<{kind}>", *(render_bullet(bullet, style) for bullet in items), f"</{kind}>")
        case CodeBlock(words):
            lines = "\n".join(escape(escape_control_characters(line)) for line in words.localize(style.language).split("\n"))
            yield f'<pre tabindex="0"><code>{lines}</code></pre>'
        case Facts(rows):
            yield from (
                "<dl>",
                *(f"<dt>{render_inline_code(name, style)}</dt><dd>{render_inline_code(text, style)}</dd>" for name, text in rows),
                "</dl>",
            )
        case HelpTable(head, rows):
            yield from render_html_table(head, rows, style)
        case _:
            assert_never(block)


def render_bullet(bullet: Bullet, style: TerminalStyle) -> str:
    """An item, with its parts and its note."""
    parts = "".join(f"<li>{render_inline_code(part, style)}</li>" for part in bullet.under)
    note = f"<p>{render_inline_code(bullet.note, style)}</p>" if bullet.note else ""
    return f"<li>{render_inline_code(bullet.text, style)}{f'<ul>{parts}</ul>' if parts else ''}{note}</li>"


def render_html_table(head: Sequence[Text], rows: Sequence[Sequence[Text]], style: TerminalStyle) -> Iterator[str]:
    """A table that scrolls by itself where the screen is narrow."""
    yield '<div class="wide" tabindex="0"><table>'
    yield "<thead><tr>" + "".join(f'<th scope="col">{render_inline_code(name, style)}</th>' for name in head) + "</tr></thead>"
    yield "<tbody>"
    yield from ("<tr>" + "".join(f"<td>{render_inline_code(cell, style)}</td>" for cell in cells) + "</tr>" for cells in rows)
    yield "</tbody></table></div>"
