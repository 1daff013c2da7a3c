"""What the tests of documents share: agreements read with the profile of Tønder, and documents read back by other people's parsers."""

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import html5lib
from markdown_it import MarkdownIt

from partnerskab_cli.model.agreement import Agreement
from partnerskab_cli.profile.profile import Profile
from partnerskab_cli.render.registry import render_document
from partnerskab_cli.render.theme import build_theme
from partnerskab_cli.source.profiles import read_profile
from partnerskab_cli.source.source_file import parse_text
from partnerskab_cli.text.blocks import Document

HERE = Path(__file__).parent
PROFILE = read_profile("tønder")[0]


def agreement_of(text: str, profile: Profile = PROFILE) -> Agreement:
    """An agreement from the text of a file that can be read."""
    source = parse_text(text, "x.yaml", Agreement, profile.vocabulary)
    assert source.record is not None, source.faults
    return source.record


def full_agreement() -> Agreement:
    """An agreement that answers every question."""
    return agreement_of((HERE / "full.yaml").read_text("utf-8"))


def html_tree(document: Document) -> ET.Element:
    """A document as HTML, read by a browser's rules."""
    parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"), namespaceHTMLElements=False, strict=True)
    tree: ET.Element = parser.parse(page_of(document))
    return tree


def page_of(document: Document) -> str:
    """A document as HTML."""
    return render_document(document, "html", build_theme(PROFILE), {}).decode()


def markdown_text(document: Document) -> str:
    return render_document(document, "md", build_theme(PROFILE), {}).decode()


def as_html(markdown: str) -> ET.Element:
    """Markdown as a reader of it shows it, with tables and everything that can come alive."""
    rendered = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(markdown)
    parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"), namespaceHTMLElements=False)
    tree: ET.Element = parser.parse(rendered)
    return tree


def text_of(tree: ET.Element) -> str:
    """What a reader sees, in one line; pieces of different blocks stand apart."""
    return " ".join("".join(pieces(tree)).split())


BLOCKS = frozenset(
    [
        "p",
        "li",
        "td",
        "th",
        "dt",
        "dd",
        "div",
        "tr",
        "table",
        "caption",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "section",
        "ul",
        "ol",
        "dl",
        "br",
        "nav",
        "header",
        "footer",
        "main",
        "title",
    ]
)


def pieces(tree: ET.Element) -> Iterator[str]:
    if not isinstance(tree.tag, str) or tree.tag in {"style", "head"}:
        yield tree.tail or ""
        return
    gap = " " if tree.tag in BLOCKS else ""
    yield gap + (tree.text or "")
    for element in tree:
        yield from pieces(element)
    yield gap + (tree.tail or "")
