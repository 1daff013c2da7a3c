"""A document in a format, as bytes."""

from collections.abc import Mapping
from typing import NamedTuple

from ..agreement.amounts import Number
from ..errors import CommandError
from ..text import Text
from .data import as_json
from .document import COLLECTED, Document
from .extras import lacking
from .html import style
from .look import Look
from .template import filled
from .wording import wording

FORMS = ("md", "html", "pdf", "docx")
ENDINGS = {form: f".{form}" for form in FORMS}
BINARY = frozenset({"pdf", "docx"})
"""Formats that are no text."""

ROOM = {"pdf": 300_000, "docx": 1_000_000}
"""Letters of an agreement, laid out: some 40 pages of PDF and 140 of Word. A typesetter takes up to 350 bytes of memory for each, Word 5 µs."""
TOO_LONG = Text(
    da="»{title}« er for lang til {form}: sat op er den på {count} tegn, og der er plads til {most}.",
    en="“{title}” is too long for {form}: laid out it has {count} characters, and there is room for {most}.",
)
WITHOUT_LIMIT = Text(da="brug --to html; den viser det hele", en="use --to html, which shows all of it")


class Made(NamedTuple):
    """A document as a file."""

    content: bytes
    missing: str = ""
    """The letters that its typefaces cannot show."""


def made(document: Document, form: str, look: Look, own: Mapping[str, str]) -> bytes:
    """A document as a file of that format. A record's own templates go before ours.

    Raises:
        CommandError: a template of the record is wrong, or the extra for the format is missing.

    """
    return make_document(document, form, look, own).content


def make_document(document: Document, form: str, look: Look, own: Mapping[str, str]) -> Made:
    """A document as a file of that format, and what the format cannot show of it.

    Raises:
        CommandError: a template of the record is wrong, the extra for the format is missing, or the document is too long for it.

    """
    refuse_long(document, form, look)
    if form == "pdf":
        from .pdf import pdf  # noqa: PLC0415 - an extra

        return Made(*pdf(document, look))
    return Made(as_word(document, look) if form == "docx" else as_text(document, form, look, own))


def refuse_long(document: Document, form: str, look: Look) -> None:
    """Refuse what a format would need too much memory or time for; of several agreements in one, on the average.

    Raises:
        CommandError: the document is too long.

    """
    if form not in ROOM:
        return
    count = len(as_json(document, look._replace(picture=b""), {}))
    most = ROOM[form] * (len(document.sections) if document.variant == COLLECTED else 1)
    if count > most:
        name = {"pdf": "PDF", "docx": "Word"}[form]
        raise CommandError(
            TOO_LONG.filled(title=document.title, form=name, count=Number(count * 100), most=Number(most * 100)), WITHOUT_LIMIT
        )


def as_text(document: Document, form: str, look: Look, own: Mapping[str, str]) -> bytes:
    """A document as Markdown or HTML.

    Raises:
        CommandError: a template of the record is wrong.

    """
    words = wording(document.language)
    values: dict[str, object] = {"document": document, "words": words, "look": look}
    if form == "md":
        return filled(f"{document.variant}.md.j2", "md", own, values).encode()
    values["style"] = style(look, words, document.title, document.draft, own)
    return filled(f"{document.variant}.html.j2", "html", own, values).encode()


def as_word(document: Document, look: Look) -> bytes:
    """A document as Word.

    Raises:
        CommandError: the extra is missing.

    """
    try:
        from .word.drawing import word  # noqa: PLC0415 - an extra
    except ImportError:
        raise lacking("Word", "docx") from None
    return word(document, look)
