"""A document in a format, as bytes."""

from collections.abc import Mapping

from .document import Document
from .html import style
from .look import Look
from .template import filled
from .wording import wording

FORMS = ("md", "html")
BINARY = frozenset({"pdf", "docx"})
"""Formats that are no text."""


def made(document: Document, form: str, look: Look, own: Mapping[str, str]) -> bytes:
    """A document as a file of that format. A record's own templates go before ours.

    Raises:
        CommandError: a template of the record is wrong.

    """
    words = wording(document.language)
    values: dict[str, object] = {"document": document, "words": words, "look": look}
    if form == "md":
        return filled(f"{document.variant}.md.j2", "md", own, values).encode()
    values["style"] = style(look, words, document.title, document.draft, own)
    return filled(f"{document.variant}.html.j2", "html", own, values).encode()
