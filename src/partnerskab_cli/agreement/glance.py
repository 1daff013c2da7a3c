"""What a text holds at a glance: a cheap first look before any pattern."""

from typing import NamedTuple

LETTERS = bytes(range(256)).decode("latin-1")
FOLDED = LETTERS.lower().encode("latin-1")
"""Each byte of Latin-1 without its letter case."""
SPACED = "".join([one if one.isalnum() or one == "_" else " " for one in LETTERS]).encode("latin-1")
"""Each byte as it is where it belongs to a word, else a blank."""


class Glance(NamedTuple):
    """A text without letter case, a byte a letter, and its words. A letter outside Latin-1 is a question mark, and parts words."""

    folded: bytes
    words: frozenset[bytes]


def glance(text: str) -> Glance:
    """Take a look."""
    folded = text.encode("latin-1", "replace").translate(FOLDED)
    return Glance(folded, frozenset(folded.translate(SPACED).split()))


NOTHING_SEEN = Glance(b"", frozenset())
