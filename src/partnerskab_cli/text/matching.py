"""The known word that a misspelt one was meant to be."""

from collections.abc import Iterable
from functools import lru_cache

from .localized import Text, fold

CLOSE = 0.72
MOST_LETTERS = 40
MEANT = Text(da="menes »{meant}«?", en="was “{meant}” meant?")


def suggest(word: str, known: Iterable[str]) -> Text | None:
    """The question whether the closest known word was meant, or nothing where none is close."""
    meant = find_nearest(word, known)
    return MEANT.format(meant=meant) if meant else None


def find_nearest(word: str, known: Iterable[str]) -> str | None:
    """The closest known word, letter case and accents aside, or nothing where none is close."""
    from difflib import get_close_matches  # noqa: PLC0415 - only a file with a misspelt word needs it

    if len(word) > MOST_LETTERS:
        return None
    words = {normalize_word(word): word for word in known}
    meant = normalize_word(word)
    if meant in words:
        return words[meant]
    close = get_close_matches(meant, words, n=1, cutoff=CLOSE)
    return words[close[0]] if close else None


@lru_cache(maxsize=4096)
def normalize_word(word: str) -> str:
    """A word without case, blanks and hyphens."""
    return fold(word).replace(" ", "_").replace("-", "_")
