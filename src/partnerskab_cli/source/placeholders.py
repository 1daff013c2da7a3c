"""What in a file says that a value is still to be filled in, and what then stands on paper: a line to write on."""

import re

from ..model.record import BLANK

ASKED = "udfyld|fill in|indsæt|insert|navn|name|dato|date|beløb|amount"
"""What stands in brackets where an answer is to come."""
LOST = r"TODO|FIXME|\b(?:xxx|XXX)[xX]*\b|\[(?:udfyld|fill in)[^\]]*\]"
"""A text with one of these is no answer yet, and not part of what is signed."""
IN_TEXT = re.compile(rf"{LOST}|\bTB[CD]\b|\bXX\b|_{{3,}}|[\[<](?:{ASKED})(?: [^\[\]<>]*)?[\]>]")
"""What marks a blank in the middle of a text."""
HASTE = ("TODO", "FIXME", "xxx", "XX", "TBC", "TBD", "___", *(bracket + word for word in ASKED.split("|") for bracket in "[<"))
"""Without any of these in the whole file no text needs to be searched for blanks."""
ALONE = re.compile(
    r"\s*(?:\[[^\[\]]*\]|<[^<>@/=]*>|\{\{[^{}]*\}\}|TODO|FIXME|TB[CD]|tb[cd]|[Xx]{2,}|[Uu]dfyld(?:es)?(?: senere)?|[Tt]o be filled in|[.…?_-]+)[.:]?\s*"
)
"""What says of a field of any kind that it is still to be filled in; it is all that stands there."""
BEGINNINGS = frozenset("[<{TtFfXxUu.…?_- ")
LONGEST = 24
"""Letters; no such word is longer, unless it stands in brackets."""
PART = re.compile(rf"{IN_TEXT.pattern}|[\[<][^\[\]<>]*[\]>]|…|[.]{{3}}|_{{2,}}|[?]{{2,}}|[xX]{{2,}}|(?<=[0-9])[xX](?!\w)|udfyld(?:es)?")
"""What marks a blank in a date, an amount or a word that cannot be read."""


def is_hasty(text: str) -> bool:
    """Whether a file holds a word that may mark a blank in the middle of a text."""
    return any(word in text for word in HASTE)


def is_placeholder(text: str) -> bool:
    """Whether a value only says that it is still to be filled in."""
    return text[:1] in BEGINNINGS and (len(text) < LONGEST or text[:1] in "[<{ ") and ALONE.fullmatch(text) is not None


def is_lost(text: str) -> bool:
    """Whether a text holds what makes it no answer yet."""
    return re.search(LOST, text) is not None


def has_blank(text: str) -> bool:
    """Whether a text has a place that is still to be filled in."""
    return IN_TEXT.search(text) is not None


def is_partly_open(text: str) -> bool:
    """Whether a value that could not be read is still to be filled in, in whole or in part."""
    return PART.search(text) is not None


def is_asked(text: str) -> bool:
    """Whether words in brackets ask for an answer."""
    return re.fullmatch(rf"(?:{ASKED})(?: .*)?|[.…]+", text, re.IGNORECASE) is not None


def to_paper(text: str) -> str:
    """A text with lines to write on where something is still to be filled in."""
    return BLANK if is_placeholder(text) else PART.sub(BLANK, text)
