"""Whole words and phrases in running text; never stems, so "visitation" does not hit "visitkort"."""

import re
from functools import lru_cache


@lru_cache(maxsize=256)
def pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern that finds any of the words, the longest first, letter case aside."""
    ordered = sorted(words, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(word) for word in ordered)})(?!\w)" if words else r"(?!)", re.IGNORECASE)


def first_of(text: str, words: tuple[str, ...]) -> str | None:
    """The first of the words that stands in a text, as it is written there."""
    match = pattern(words).search(text)
    return match and match[0]


def is_one_of(text: str, words: tuple[str, ...]) -> bool:
    """Whether a text is one of the words and nothing more."""
    return text.strip(" .!").casefold() in {word.casefold() for word in words}


SENTENCE = re.compile(r"[^.!?;\n]+")
DENIALS = ("ikke", "aldrig", "uden", "ingen", "not", "never", "no", "without")


def affirmed(text: str) -> list[str]:
    """The sentences of a text that deny nothing."""
    return [one for one in SENTENCE.findall(text) if not first_of(one, DENIALS)]
