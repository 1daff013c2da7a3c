"""The style of an HTML document: one block, named by its own hash, so that no other style can act."""

from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256
from typing import NamedTuple

from markupsafe import Markup

from ..errors import CommandError
from ..text import Text
from .look import Look
from .template import source

SHEET = "style.css"
STRANGE = Text(da="templates/style.css må ikke indeholde tegnet <.", en="templates/style.css must not contain the character <.")


class Style(NamedTuple):
    """A style sheet and the hash that lets it in."""

    sheet: Markup
    hash: str


def style(look: Look, words: Mapping[str, str], title: str, draft: str, own: Mapping[str, str]) -> Style:
    """The style of one document: the municipality's colours and typeface, what stands on each printed page, and the sheet itself.

    Raises:
        CommandError: the record's own sheet could break out of its block.

    """
    found = source(SHEET, own)
    sheet = found[0] if found else ""
    if "<" in sheet:
        raise CommandError(STRANGE)
    return sealed(f"{properties(look)}\n{pages(words, title, draft)}\n{sheet}")


def sealed(sheet: str) -> Style:
    """A sheet with the hash that lets a page use it, and no other; without blanks at its end, which not every reader counts."""
    whole = sheet.replace("<", "").rstrip()
    return Style(Markup(whole), hash_of(whole))  # noqa: S704 - no `<` in it


def hash_of(text: str) -> str:
    """What a page's own rules call a style or a script by."""
    return b64encode(sha256(text.encode()).digest()).decode("ascii")


def properties(look: Look) -> str:
    """The custom properties that the sheet reads."""
    face = f' --own-face: "{look.typeface}";' if look.typeface else ""
    return f":root {{ --brand: {look.brand}; --brand-text: {look.on_paper}; --brand-night: {look.on_night};{face} }}"


def pages(words: Mapping[str, str], title: str, draft: str) -> str:
    """What stands at the edge of every printed page: the title, the word for a draft, and the page number."""
    head = f"@top-left {{ content: {css_text(title)} }} @top-right {{ content: {css_text(draft)} }}"
    number = f"{css_text(words['page'] + ' ')} counter(page) {css_text(' ' + words['of'] + ' ')} counter(pages)"
    return f"@page {{ {head} @bottom-right {{ content: {number} }} }}"


def css_text(text: str) -> str:
    """Text as a style sheet writes it; all but letters and digits by number."""
    return '"' + "".join(letter if letter.isascii() and letter.isalnum() else f"\\{ord(letter):x} " for letter in text) + '"'
