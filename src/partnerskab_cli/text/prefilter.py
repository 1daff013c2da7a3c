"""What a text holds at a glance: a cheap first look before any pattern."""

from typing import NamedTuple

LETTERS = bytes(range(256)).decode("latin-1")
FOLDED = LETTERS.lower().encode("latin-1")
"""Each byte of Latin-1 without its letter case."""
SPACED = "".join([letter if letter.isalnum() or letter == "_" else " " for letter in LETTERS]).encode("latin-1")
"""Each byte as it is where it belongs to a word, else a blank."""


class TextIndex(NamedTuple):
    """A text without letter case, a byte a letter, and its words. A letter outside Latin-1 is a question mark, and parts words."""

    folded: bytes
    words: frozenset[bytes]


def index_text(text: str) -> TextIndex:
    """Take a look."""
    folded = text.encode("latin-1", "replace").translate(FOLDED)
    return TextIndex(folded, frozenset(folded.translate(SPACED).split()))


NOTHING_SEEN = TextIndex(b"", frozenset())
