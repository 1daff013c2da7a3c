"""Every kind of block in Markdown, to the very letter; and what means something there escaped."""

import pytest

from partnerskab_cli.render.markdown import escape_inline, escape_line_start, render_blocks
from partnerskab_cli.text.blocks import (
    Block,
    BulletList,
    Callout,
    Contents,
    ContentsEntry,
    DocumentColumn,
    DocumentTable,
    Inline,
    KeyValues,
    LabeledValue,
    Paragraph,
    Section,
    SignatureLine,
    Signatures,
    Words,
)


def said(*words: str) -> Words:
    return tuple(Inline(word) for word in words)


LINE = "\\_" * 20
SHORT, LINES = (Paragraph((said("kort"),)),), (Paragraph((said("1. linje"), said("- to"))),)
BLOCKS: dict[str, tuple[Block, str]] = {
    "a paragraph": (Paragraph((said("31. maj ", "til"), said("+ x"))), "31\\. maj til\\\n\\+ x"),
    "a list": (BulletList((said("et"), said("- to"))), "- et\n- \\- to"),
    "names and answers": (KeyValues((LabeledValue(said("A*"), SHORT), LabeledValue(said("B"), LINES), LabeledValue(said("C"), ()))), "- **A\\*:** kort\n- **B:** 1. linje\\\n  \\- to\n- **C:**"),
    "a list below a name": (KeyValues((LabeledValue(said("A"), (BulletList((said("et"), said("to"))),)),)), "- **A:**\n  - et\n  - to"),
    "names below a name": (KeyValues((LabeledValue(said("A"), (KeyValues((LabeledValue(said("B"), SHORT),)),)),)), "- **A:**\n  - **B:** kort"),
    "several below a name": (KeyValues((LabeledValue(said("A"), (*SHORT, BulletList((said("et"),)))),)), "- **A:**\n\n  kort\n\n  - et"),
    "a table": (
        DocumentTable("Penge", (DocumentColumn("Post|"), DocumentColumn("Kr.", number=True)), ((said("Kaffe"), said("5")),), (said("I alt"), ())),
        "**Penge:**\n\n| Post\\| | Kr. |\n| --- | ---: |\n| Kaffe | 5 |\n| **I alt** |  |",
    ),
    "a notice": (Callout("Udkast", "Ikke *endelig*"), "> **Udkast.** Ikke \\*endelig\\*"),
    "signatures": (
        Signatures((SignatureLine("A", (LabeledValue(said("Navn"), SHORT), LabeledValue(said("Dato"), LINES))), SignatureLine("B")), ("Navn", "Dato"), "ingen"),
        f"- **A:** Navn: kort; Dato: 1. linje - to\n- **B:** Navn: {LINE}, Dato: {LINE}",
    ),
    "signatures that nobody gave": (Signatures((SignatureLine("B"),), (), "ikke *endnu*"), "- **B:** ikke \\*endnu\\*"),
    "contents": (Contents("Indhold", (ContentsEntry("1.", "Ro & Æble", "x", "1. Ro & Æble"),)), "- [1. Ro & Æble](#1-ro--æble)"),
    "a section": (Section("Mål", (*SHORT, Section("Under", (), "2.1"))), "## Mål\n\nkort\n\n### 2.1 Under"),
}  # fmt: skip


@pytest.mark.parametrize(("block", "written"), BLOCKS.values(), ids=BLOCKS)
def test_a_block(block: Block, written: str) -> None:
    assert render_blocks((block,), 2) == written


def test_blocks_are_parted_and_empty_ones_leave_no_gap() -> None:
    assert render_blocks((*SHORT, KeyValues(()), *SHORT), 2) == "kort\n\nkort"


def test_headings_go_no_deeper_than_six() -> None:
    deep: Block = Section("G", ())
    for title in "FEDCBA":
        deep = Section(title, (deep,))
    assert render_blocks((deep,), 1).split("\n\n") == ["# A", "## B", "### C", "#### D", "##### E", "###### F", "###### G"]


@pytest.mark.parametrize("letter", "\\`*_{}[]<>|~$")
def test_what_means_something_anywhere_is_escaped(letter: str) -> None:
    assert escape_inline(f"a {letter} b") == f"a \\{letter} b"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a &amp; b &#1; & c", "a \\&amp; b \\&#1; & c"), ("@navn a@b @ c", "\\@navn a@b @ c"), ("https://x www.y ftp://z", "https\\://x www\\.y ftp\\://z"),
        ("HTTP://x", "HTTP\\://x"), ("a\nb\t c", "a b c"), ("x - y + z = 1.", "x - y + z = 1."), ("  a ", "a"),
    ],
)  # fmt: skip
def test_within_a_line(text: str, line: str) -> None:
    assert escape_inline(text) == line


@pytest.mark.parametrize(
    ("text", "line"),
    [("- a", "\\- a"), ("+ a", "\\+ a"), ("= a", "\\= a"), ("# a", "\\# a"), ("1. a", "1\\. a"), ("123456789) a", "123456789\\) a"), ("1234567890. a", "1234567890. a"), ("a - b", "a - b")],
)  # fmt: skip
def test_at_the_beginning_of_a_line(text: str, line: str) -> None:
    assert escape_line_start(text) == line


def test_words_lead_only_where_they_may() -> None:
    assert (
        escape_inline((Inline("se ", target=""), Inline("h*r", target="https://a.example/<b>")))
        == "se [h\\*r](<https://a.example/%3Cb%3E>)"
    )
    assert escape_inline((Inline("her", target="javascript:x"),)) == "her"
