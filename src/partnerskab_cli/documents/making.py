"""A document in a format, as bytes."""

from collections.abc import Mapping
from typing import NamedTuple

from .document import Document
from .extras import lacking
from .html import style
from .look import Look
from .template import filled
from .wording import wording

FORMS = ("md", "html", "pdf", "docx")
ENDINGS = {form: f".{form}" for form in FORMS}
BINARY = frozenset({"pdf", "docx"})
"""Formats that are no text."""


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
        CommandError: a template of the record is wrong, or the extra for the format is missing.

    """
    if form == "pdf":
        from .pdf import pdf  # noqa: PLC0415 - an extra

        return Made(*pdf(document, look))
    return Made(as_word(document, look) if form == "docx" else as_text(document, form, look, own))


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
