"""A document in a format, as bytes."""

from collections.abc import Mapping
from typing import NamedTuple

from ..errors import CommandError
from ..model.amounts import Number
from ..text.blocks import COLLECTED, Document
from ..text.localized import Text
from ..text.template_texts import localize_template_texts
from .extras import build_missing_extra_error
from .html import build_page_style
from .pdf import dump_document
from .templates import fill_template
from .theme import DocumentTheme

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


def render_document(document: Document, form: str, theme: DocumentTheme, own: Mapping[str, str]) -> bytes:
    """A document as a file of that format. A record's own templates go before ours.

    Raises:
        CommandError: a template of the record is wrong, or the extra for the format is missing.

    """
    return make_document(document, form, theme, own).content


def make_document(document: Document, form: str, theme: DocumentTheme, own: Mapping[str, str]) -> Made:
    """A document as a file of that format, and what the format cannot show of it.

    Raises:
        CommandError: a template of the record is wrong, the extra for the format is missing, or the document is too long for it.

    """
    refuse_long(document, form, theme)
    if form == "pdf":
        from .pdf import render_pdf  # noqa: PLC0415 - an extra

        return Made(*render_pdf(document, theme))
    return Made(render_docx(document, theme) if form == "docx" else render_text(document, form, theme, own))


def refuse_long(document: Document, form: str, theme: DocumentTheme) -> None:
    """Refuse what a format would need too much memory or time for; of several agreements in one, on the average.

    Raises:
        CommandError: the document is too long.

    """
    if form not in ROOM:
        return
    count = len(dump_document(document, theme._replace(picture=b""), {}))
    most = ROOM[form] * (len(document.sections) if document.variant == COLLECTED else 1)
    if count > most:
        name = {"pdf": "PDF", "docx": "Word"}[form]
        raise CommandError(
            TOO_LONG.format(title=document.title, form=name, count=Number(count * 100), most=Number(most * 100)), WITHOUT_LIMIT
        )


def render_text(document: Document, form: str, theme: DocumentTheme, own: Mapping[str, str]) -> bytes:
    """A document as Markdown or HTML.

    Raises:
        CommandError: a template of the record is wrong.

    """
    words = localize_template_texts(document.language)
    values: dict[str, object] = {"document": document, "words": words, "look": theme}
    if form == "md":
        return fill_template(f"{document.variant}.md.j2", "md", own, values).encode()
    values["style"] = build_page_style(theme, words, document.title, document.draft, own)
    return fill_template(f"{document.variant}.html.j2", "html", own, values).encode()


def render_docx(document: Document, theme: DocumentTheme) -> bytes:
    """A document as Word.

    Raises:
        CommandError: the extra is missing.

    """
    try:
        from .docx import render_word_document  # noqa: PLC0415 - an extra
    except ImportError:
        raise build_missing_extra_error("Word", "docx") from None
    return render_word_document(document, theme)
