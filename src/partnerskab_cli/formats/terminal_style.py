"""How text is to look: in which language, with or without colour, how wide."""

import re
import unicodedata
from typing import NamedTuple

from ..diagnostics import Severity
from ..text.localized import Language


class TerminalStyle(NamedTuple):
    """How output is to look."""

    language: Language = "da"
    colour: bool = False
    width: int | None = None
    """Columns of a terminal; in a pipe lines are as long as they are."""


COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.ADVICE: "36"}
BOLD, DIM = "1", "2"


def colorize(text: str, code: str, style: TerminalStyle) -> str:
    """Text in a colour or a weight, where colours are wanted."""
    return f"\x1b[{code}m{text}\x1b[0m" if style.colour and text else text


def wrap_cells(text: str, style: TerminalStyle, first: str = "", rest: str = "") -> list[str]:
    """A paragraph in lines that fit; words are never cut, and what is to be copied stays on one line."""
    if style.width is None:
        return [first + text]
    from textwrap import wrap  # noqa: PLC0415 - only a terminal needs it

    width = max(20, style.width)
    whole = re.sub(COPIED, lambda match: match[0].replace(" ", GLUE), text)
    lines = wrap(whole, width, initial_indent=first, subsequent_indent=rest, break_long_words=False, break_on_hyphens=False) or [first]
    return [line.replace(GLUE, " ") for line in lines]


COPIED = (
    r"`[^`]+`|(?:partnerskab|git|pip) [a-zæøå]\S*"
    r'(?: (?:--(?:format|output-format|for|to|lang) \w+|--?\w\S*|"[^"]*"|\S*[-./=]\S*|[A-ZÆØÅ]{2,}\b))*'
)
"""Code in backticks, and a command in a sentence: its options and whatever else is no word of a language."""
GLUE = "\x1f"


def measure_cells(text: str) -> int:
    """How wide a text is on a screen: some letters take two cells, and those that sit on another take none."""
    return sum(measure_letter(letter) for letter in text)


def measure_letter(letter: str) -> int:
    """How wide one letter is."""
    if unicodedata.category(letter) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(letter) in {"W", "F"} else 1


def clip_to_cells(text: str, room: int) -> str:
    """The beginning of a text that fits into so many cells."""
    for at, letter in enumerate(text):
        room -= measure_letter(letter)
        if room < 0:
            return text[:at]
    return text
