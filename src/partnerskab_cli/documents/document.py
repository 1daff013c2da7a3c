"""A document as a value: headings, paragraphs, rows, tables and lists, before any format."""

import re
from typing import Literal, NamedTuple, TypeAlias

from ..text import Language, shown
from .wording import wording


class Phrase(NamedTuple):
    """A stretch of words."""

    text: str
    day: str = ""
    """The day it names, as 2026-03-01."""
    target: str = ""
    """Where it leads: a web address or a mail address."""


Words: TypeAlias = tuple[Phrase, ...]


class Paragraph(NamedTuple):
    """Words in one or several lines."""

    lines: tuple[Words, ...]
    kind: Literal["paragraph"] = "paragraph"


class Listing(NamedTuple):
    """Points of equal standing."""

    items: tuple[Words, ...]
    kind: Literal["list"] = "list"


class Row(NamedTuple):
    """A name and what stands under it."""

    label: Words
    blocks: tuple["Block", ...]


class Rows(NamedTuple):
    """Names and their answers."""

    rows: tuple[Row, ...]
    kind: Literal["rows"] = "rows"


class Column(NamedTuple):
    """A column of a table."""

    label: str
    number: bool = False
    """Whether its cells are compared as numbers, and stand to the right."""


class Table(NamedTuple):
    """Several of a kind, side by side. The first cell of a line names it."""

    caption: str
    columns: tuple[Column, ...]
    lines: tuple[tuple[Words, ...], ...]
    total: tuple[Words, ...] = ()
    kind: Literal["table"] = "table"

    def is_named(self, above: str) -> bool:
        """Whether the heading above it, or its first column, says its caption already."""
        return self.caption in {above, self.columns[0].label}


class Notice(NamedTuple):
    """What a reader must know before the rest."""

    title: str
    text: str
    kind: Literal["notice"] = "notice"


class Slot(NamedTuple):
    """The place of one party's signature, filled or not."""

    party: str
    signed: tuple[Row, ...] = ()
    kind: Literal["slot"] = "slot"


class Signatures(NamedTuple):
    """The places to sign. `blank` names the lines to write on where nobody has signed yet; without them, `unsigned` says so."""

    slots: tuple[Slot, ...]
    blank: tuple[str, ...]
    unsigned: str
    kind: Literal["signatures"] = "signatures"


class Entry(NamedTuple):
    """A line of the contents."""

    number: str
    title: str
    anchor: str
    heading: str


class Contents(NamedTuple):
    """What stands where."""

    title: str
    entries: tuple[Entry, ...]
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


Block: TypeAlias = Paragraph | Listing | Rows | Table | Notice | Signatures | Contents | Section


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


def in_line(text: str) -> str:
    """Words in one line, without what would steer a reader's screen."""
    return NO_LETTERS.sub(lambda match: f"\\u{{{ord(match[0]):x}}}", shown(BLANKS.sub(" ", text)))


def plain(text: str) -> Words:
    """Words without links or days."""
    return (Phrase(in_line(text)),)


def text_of(words: Words) -> str:
    """Words as plain text."""
    return "".join(phrase.text for phrase in words)


def line(words: Words) -> Paragraph:
    """A paragraph of one line."""
    return Paragraph((words,))


def numbered(document: Document) -> Document:
    """The same document with its sections numbered 1., 1.1, 1.1.1."""
    return document._replace(sections=tuple(with_number(one, f"{place}.") for place, one in enumerate(document.sections, 1)))


def with_number(section: Section, number: str) -> Section:
    """A section and all below it, numbered."""
    inner = iter(range(1, len(section.blocks) + 1))
    blocks = tuple(with_number(one, f"{number.rstrip('.')}.{next(inner)}") if isinstance(one, Section) else one for one in section.blocks)
    return section._replace(number=number, blocks=blocks)


def anchored(document: Document) -> Document:
    """The same document with a place to jump to at every section."""
    return document._replace(sections=tuple(with_anchor(one, f"s{place}") for place, one in enumerate(document.sections, 1)))


def with_anchor(section: Section, anchor: str) -> Section:
    """A section and all below it, each with its place."""
    blocks = tuple(
        with_anchor(one, f"{anchor}-{place}") if isinstance(one, Section) else one for place, one in enumerate(section.blocks, 1)
    )
    return section._replace(anchor=anchor, blocks=blocks)


def contents(document: Document) -> Contents:
    """What stands where in an anchored document."""
    return Contents(
        wording(document.language)["contents"], tuple(Entry(one.number, one.title, one.anchor, one.heading) for one in document.sections)
    )


def collected(documents: tuple[Document, ...], name: str, form: str, title: str, language: Language) -> Document:
    """Several documents as one, each under its own heading, with the contents first."""
    sections = tuple(as_section(one, language) for one in documents)
    whole = anchored(numbered(Document(language, COLLECTED, name, form, title, (), (), sections)))
    return whole._replace(blocks=(contents(whole),))


COLLECTED = "samlet"


def as_section(document: Document, language: Language) -> Section:
    """A document below a heading of its own."""
    form = line((Phrase(document.form), *((Phrase(" "), *document.subtitle) if document.form and document.subtitle else document.subtitle)))
    other = document.language if document.language != language else None
    return Section(document.title, (*((form,) if form.lines[0] else ()), *document.blocks, *document.sections), language=other)
