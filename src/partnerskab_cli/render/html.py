"""The style of an HTML document: one block, named by its own hash, so that no other style can act."""

from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256
from typing import NamedTuple

from markupsafe import Markup

from ..errors import CommandError
from ..text.localized import Text
from .templates import load_source
from .theme import DocumentTheme

SHEET = "style.css"
STRANGE = Text(da="templates/{name} må ikke indeholde tegnet <.", en="templates/{name} must not contain the character <.")


class PageStyle(NamedTuple):
    """A style sheet and the hash that lets it in."""

    sheet: Markup
    hash: str


def build_page_style(
    theme: DocumentTheme, words: Mapping[str, str], title: str, draft: str, own: Mapping[str, str], *more: str
) -> PageStyle:
    """The style of one page: the municipality's colours and typeface, what stands on each printed page, our sheet, and those named besides.

    Raises:
        CommandError: a sheet of the record's own could break out of its block.

    """
    sheets = (load_stylesheet(name, own) for name in (SHEET, *more))
    whole = "\n".join((build_css_properties(theme), build_page_margins(words, title, draft), *sheets))
    return PageStyle(Markup(whole), hash_source(whole))  # noqa: S704 - no `<` in it


def load_stylesheet(name: str, own: Mapping[str, str]) -> str:
    """The text of a style sheet, without blanks at its end, which not every reader counts.

    Raises:
        CommandError: it could break out of its block.

    """
    source = load_source(name, own)
    if source and "<" in source[0]:
        raise CommandError(STRANGE.format(name=name))
    return source[0].rstrip() if source else ""


def hash_source(text: str) -> str:
    """What a page's own rules call a style or a script by."""
    return b64encode(sha256(text.encode()).digest()).decode("ascii")


def build_css_properties(theme: DocumentTheme) -> str:
    """The custom properties that the sheet reads."""
    face = f' --own-face: "{theme.typeface}";' if theme.typeface else ""
    return f":root {{ --brand: {theme.brand}; --brand-text: {theme.on_paper}; --brand-night: {theme.on_night};{face} }}"


def build_page_margins(words: Mapping[str, str], title: str, draft: str) -> str:
    """What stands at the edge of every printed page: the title, the word for a draft, and the page number."""
    head = f"@top-left {{ content: {escape_css(title)} }} @top-right {{ content: {escape_css(draft)} }}"
    number = f"{escape_css(words['page'] + ' ')} counter(page) {escape_css(' ' + words['of'] + ' ')} counter(pages)"
    return f"@page {{ {head} @bottom-right {{ content: {number} }} }}"


def escape_css(text: str) -> str:
    """Text as a style sheet writes it; all but letters and digits by number."""
    return '"' + "".join(letter if letter.isascii() and letter.isalnum() else f"\\{ord(letter):x} " for letter in text) + '"'
