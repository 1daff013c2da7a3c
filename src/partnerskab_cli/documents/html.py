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
STRANGE = Text(da="templates/{name} må ikke indeholde tegnet <.", en="templates/{name} must not contain the character <.")


class Style(NamedTuple):
    """A style sheet and the hash that lets it in."""

    sheet: Markup
    hash: str


def style(look: Look, words: Mapping[str, str], title: str, draft: str, own: Mapping[str, str], *more: str) -> Style:
    """The style of one page: the municipality's colours and typeface, what stands on each printed page, our sheet, and those named besides.

    Raises:
        CommandError: a sheet of the record's own could break out of its block.

    """
    sheets = (sheet(name, own) for name in (SHEET, *more))
    whole = "\n".join((properties(look), pages(words, title, draft), *sheets))
    return Style(Markup(whole), hash_of(whole))  # noqa: S704 - no `<` in it


def sheet(name: str, own: Mapping[str, str]) -> str:
    """The text of a style sheet, without blanks at its end, which not every reader counts.

    Raises:
        CommandError: it could break out of its block.

    """
    found = source(name, own)
    if found and "<" in found[0]:
        raise CommandError(STRANGE.filled(name=name))
    return found[0].rstrip() if found else ""


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
