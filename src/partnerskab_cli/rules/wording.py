"""Whole words and phrases in running text; never stems, so "visitation" does not hit "visitkort". And what the sides and the forms are called."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from ..agreement.choices import Formality, Side
from ..agreement.finding import Finding
from ..agreement.passages import Prose
from ..agreement.terms import LogEntry, Waiver
from ..profile.profile import Profile
from ..text import Text

SIDES = {
    Side.PUBLIC: Text(da="den offentlige part", en="the public party"),
    Side.VOLUNTARY: Text(da="de frivillige", en="the volunteers"),
}
OTHER_SIDE = {Side.PUBLIC: Side.VOLUNTARY, Side.VOLUNTARY: Side.PUBLIC}
FORM_WORDS = {
    Formality.ORAL: Text(da="en mundtlig aftale", en="an oral agreement"),
    Formality.GRANT: Text(da="en bevilling", en="a grant"),
    Formality.COOPERATION: Text(da="en samarbejdsaftale", en="a cooperation agreement"),
    Formality.PARTNERSHIP: Text(da="en partnerskabsaftale", en="a partnership agreement"),
}


@lru_cache(maxsize=256)
def pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern that finds any of the words, the longest first, letter case aside."""
    ordered = sorted(words, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(word) for word in ordered)})(?!\w)" if words else r"(?!)", re.IGNORECASE)


def first_of(text: str, words: tuple[str, ...]) -> str | None:
    """The first of the words that stands in a text, as it is written there."""
    present = said_in(text.casefold(), words)
    match = pattern(present).search(text) if present else None
    return match and match[0]


def said_in(folded: str, words: tuple[str, ...]) -> tuple[str, ...]:
    """Those of the words whose letters stand somewhere in a text without letter case: a cheap first look."""
    return tuple(word for plain, word in folded_words(words) if plain in folded)


@lru_cache(maxsize=256)
def folded_words(words: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Each word without its letter case, and as it is."""
    return tuple((word.casefold(), word) for word in words)


def is_one_of(text: str, words: tuple[str, ...]) -> bool:
    """Whether a text is one of the words and nothing more."""
    return text.strip(" .!").casefold() in {word.casefold() for word in words}


SENTENCE = re.compile(r"[^.!?;\n]+")
DENIALS = ("ikke", "aldrig", "uden", "ingen", "not", "never", "no", "without")


def affirmed(text: str) -> list[str]:
    """The sentences of a text that deny nothing."""
    return [one for one in SENTENCE.findall(text) if not first_of(one, DENIALS)]


def claimed(text: str, words: tuple[str, ...]) -> str | None:
    """The first of the words that a text says without denying it."""
    if not first_of(text, words):
        return None
    return next((phrase for sentence in affirmed(text) if (phrase := first_of(sentence, words))), None)


def claimed_anywhere(value: str, word_list: str) -> Callable[[Prose, Profile], Iterator[Finding]]:
    """A check for the words of a list in all that is agreed; what is only told of, in the log and in waivers, is left alone."""

    def check(prose: Prose, profile: Profile) -> Iterator[Finding]:
        words = said_in(prose.folded, profile.words(word_list))
        for one in prose.passages if words else ():
            phrase = claimed(one.text, words)
            if phrase and not isinstance(one.record, Waiver | LogEntry):
                yield Finding(one.record, one.field, one.position, {value: phrase})

    return check
