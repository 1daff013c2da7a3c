"""A document as a value: headings, paragraphs, rows, tables and lists, before any format."""

import re
from typing import Literal, NamedTuple, TypeAlias

from .localized import Language, escape_control_characters
from .template_texts import localize_template_texts


class Inline(NamedTuple):
    """A stretch of words."""

    text: str
    day: str = ""
    """The day it names, as 2026-03-01."""
    target: str = ""
    """Where it leads: a web address or a mail address."""


Words: TypeAlias = tuple[Inline, ...]


class Paragraph(NamedTuple):
    """Words in one or several lines."""

    lines: tuple[Words, ...]
    kind: Literal["paragraph"] = "paragraph"


class BulletList(NamedTuple):
    """Points of equal standing."""

    items: tuple[Words, ...]
    kind: Literal["list"] = "list"


class LabeledValue(NamedTuple):
    """A name and what stands under it."""

    label: Words
    blocks: tuple["Block", ...]


class KeyValues(NamedTuple):
    """Names and their answers."""

    rows: tuple[LabeledValue, ...]
    kind: Literal["rows"] = "rows"


class DocumentColumn(NamedTuple):
    """A column of a table."""

    label: str
    number: bool = False
    """Whether its cells are compared as numbers, and stand to the right."""


class DocumentTable(NamedTuple):
    """Several of a kind, side by side. The first cell of a line names it."""

    caption: str
    columns: tuple[DocumentColumn, ...]
    lines: tuple[tuple[Words, ...], ...]
    total: tuple[Words, ...] = ()
    kind: Literal["table"] = "table"

    def is_named(self, above: str) -> bool:
        """Whether the heading above it, or its first column, says its caption already."""
        return self.caption in {above, self.columns[0].label}


class Callout(NamedTuple):
    """What a reader must know before the rest."""

    title: str
    text: str
    kind: Literal["notice"] = "notice"


class SignatureLine(NamedTuple):
    """The place of one party's signature, filled or not."""

    party: str
    signed: tuple[LabeledValue, ...] = ()
    kind: Literal["slot"] = "slot"


class Signatures(NamedTuple):
    """The places to sign. `blank` names the lines to write on where nobody has signed yet; without them, `unsigned` says so."""

    slots: tuple[SignatureLine, ...]
    blank: tuple[str, ...]
    unsigned: str
    kind: Literal["signatures"] = "signatures"


class ContentsEntry(NamedTuple):
    """A line of the contents."""

    number: str
    title: str
    anchor: str
    heading: str


class Contents(NamedTuple):
    """What stands where."""

    title: str
    entries: tuple[ContentsEntry, ...]
    kind: Literal["contents"] = "contents"


class Section(NamedTuple):
    """A heading and what stands below it."""

    title: str
    blocks: tuple["Block", ...]
    number: str = ""
    """`2.` or `2.1`, or nothing."""
    anchor: str = ""
    language: Language | None = None
    """Where it is another than that of the document."""
    kind: Literal["section"] = "section"

    @property
    def heading(self) -> str:
        """The title with its number."""
        return f"{self.number} {self.title}" if self.number else self.title


Block: TypeAlias = Paragraph | BulletList | KeyValues | DocumentTable | Callout | Signatures | Contents | Section


class Document(NamedTuple):
    """A whole document in one language."""

    language: Language
    variant: str
    name: str
    """The id of what it shows; its file is named after it."""
    form: str
    """What it is, above the title: a cooperation agreement."""
    title: str
    subtitle: Words
    blocks: tuple[Block, ...]
    """What stands before the first heading."""
    sections: tuple[Section, ...]
    draft: str = ""
    """The word that marks every page of what is not agreed yet."""
    fingerprint: str | None = None
    """Of the signed content."""
    revision: str | None = None
    """The commit it was made from."""


BLANKS = re.compile(r"\s+")
NO_LETTERS = re.compile(
    "[\ufdd0-\ufdef\ufffe\uffff" + "".join(chr(plane << 16 | 0xFFFE) + chr(plane << 16 | 0xFFFF) for plane in range(1, 17)) + "]"
)
"""Code points that are no characters, which HTML and XML do not take."""


def join_lines(text: str) -> str:
    """Words in one line, without what would steer a reader's screen."""
    return NO_LETTERS.sub(lambda match: f"\\u{{{ord(match[0]):x}}}", escape_control_characters(BLANKS.sub(" ", text)))


def make_inlines(text: str) -> Words:
    """Words without links or days."""
    return (Inline(join_lines(text)),)


def to_plain_text(words: Words) -> str:
    """Words as plain text."""
    return "".join(phrase.text for phrase in words)


def make_paragraph(words: Words) -> Paragraph:
    """A paragraph of one line."""
    return Paragraph((words,))


def number_sections(document: Document) -> Document:
    """The same document with its sections numbered 1., 1.1, 1.1.1."""
    return document._replace(sections=tuple(number_section(section, f"{place}.") for place, section in enumerate(document.sections, 1)))


def number_section(section: Section, number: str) -> Section:
    """A section and all below it, numbered."""
    inner = iter(range(1, len(section.blocks) + 1))
    blocks = tuple(
        number_section(block, f"{number.rstrip('.')}.{next(inner)}") if isinstance(block, Section) else block for block in section.blocks
    )
    return section._replace(number=number, blocks=blocks)


def anchor_sections(document: Document) -> Document:
    """The same document with a place to jump to at every section."""
    return document._replace(sections=tuple(anchor_section(section, f"s{place}") for place, section in enumerate(document.sections, 1)))


def anchor_section(section: Section, anchor: str) -> Section:
    """A section and all below it, each with its place."""
    blocks = tuple(
        anchor_section(block, f"{anchor}-{place}") if isinstance(block, Section) else block for place, block in enumerate(section.blocks, 1)
    )
    return section._replace(anchor=anchor, blocks=blocks)


def build_contents(document: Document) -> Contents:
    """What stands where in an anchored document."""
    return Contents(
        localize_template_texts(document.language)["contents"],
        tuple(ContentsEntry(section.number, section.title, section.anchor, section.heading) for section in document.sections),
    )


def combine(documents: tuple[Document, ...], name: str, form: str, title: str, language: Language) -> Document:
    """Several documents as one, each under its own heading, with the contents first."""
    sections = tuple(wrap_as_section(document, language) for document in documents)
    whole = anchor_sections(number_sections(Document(language, COLLECTED, name, form, title, (), (), sections)))
    return whole._replace(blocks=(build_contents(whole),))


COLLECTED = "samlet"


def wrap_as_section(document: Document, language: Language) -> Section:
    """A document below a heading of its own."""
    form = make_paragraph(
        (Inline(document.form), *((Inline(" "), *document.subtitle) if document.form and document.subtitle else document.subtitle))
    )
    other = document.language if document.language != language else None
    return Section(document.title, (*((form,) if form.lines[0] else ()), *document.blocks, *document.sections), language=other)
