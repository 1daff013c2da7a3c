"""A page of help: what `explain`, `guide` and `recommend` have to say, before it is text, Markdown or HTML."""

from typing import NamedTuple

from .localized import Text


class Heading(NamedTuple):
    """A heading below the title; the title itself is level 1."""

    text: Text
    level: int = 2


class HelpParagraph(NamedTuple):
    """Running text. Here and in all other texts of a page, what stands in backticks is code."""

    text: Text


class Bullet(NamedTuple):
    """An item of a list, with what there is to add, and what it falls into."""

    text: Text
    note: Text | None = None
    under: tuple[Text, ...] = ()


class Bullets(NamedTuple):
    """A list; numbered, or to be ticked off where there is room to write."""

    items: tuple[Bullet, ...]
    numbered: bool = False


class CodeBlock(NamedTuple):
    """Lines as they stand in a file or are typed, kept as they are."""

    text: Text
    kind: str = "yaml"


class Facts(NamedTuple):
    """Short facts, each under its name."""

    rows: tuple[tuple[Text, Text], ...]


class HelpTable(NamedTuple):
    """Rows under a head of as many cells."""

    head: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]


Block = Heading | HelpParagraph | Bullets | CodeBlock | Facts | HelpTable


class Page(NamedTuple):
    """A title, and what stands below it."""

    title: Text
    blocks: tuple[Block, ...]


def make_text(text: str) -> Text:
    """A word that is the same in both languages: a code, a name, a key."""
    return Text(da=text, en=text)
