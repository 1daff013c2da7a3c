"""Whole words and phrases in running text; never stems, so "visitation" does not hit "visitkort". And what the sides and the forms are called."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from ..model.choices import Formality, Side
from ..model.free_text import Prose
from ..model.record import Finding
from ..model.summary import fold_case
from ..model.terms import LogEntry, Waiver
from ..profile.profile import Profile
from ..text.localized import Text, fold
from ..text.prefilter import NOTHING_SEEN, TextIndex, index_text

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
def compile_phrases(words: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern that finds any of the words, the longest first, letter case aside."""
    ordered = sorted(words, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(word) for word in ordered)})(?!\w)" if words else r"(?!)", re.IGNORECASE)


def find_first_phrase(text: str, words: tuple[str, ...]) -> str | None:
    """The first of the words that stands in a text, as it is written there."""
    present = filter_possible_phrases(index_text(text), words)
    match = compile_phrases(present).search(text) if present else None
    return match and match[0]


def filter_possible_phrases(seen: TextIndex, words: tuple[str, ...]) -> tuple[str, ...]:
    """Those of the words that may stand in a text: each of their parts does, or a glance cannot tell."""
    return tuple([word for look, word in index_phrases(words) if look.words <= seen.words and look.folded in seen.folded])


@lru_cache(maxsize=256)
def index_phrases(words: tuple[str, ...]) -> tuple[tuple[TextIndex, str], ...]:
    """Each word or phrase with what a glance shows of it: nothing, where it has letters that a glance does not see."""
    return tuple((index_text(word) if max(word, default="") <= LAST_OF_LATIN else NOTHING_SEEN, word) for word in words)


LAST_OF_LATIN = "\xff"


def is_exactly_one_of(text: str, words: tuple[str, ...]) -> bool:
    """Whether a text is one of the words and nothing more."""
    return fold_case(text) in {fold(word) for word in words}


SENTENCE = r"[^.!?;\n]+"
DENIALS = ("ikke", "aldrig", "uden", "ingen", "not", "never", "no", "without")


def drop_negated_sentences(text: str) -> list[str]:
    """The sentences of a text that deny nothing."""
    return [sentence for sentence in re.findall(SENTENCE, text) if not find_first_phrase(sentence, DENIALS)]


def find_affirmed_phrase(text: str, words: tuple[str, ...]) -> str | None:
    """The first of the words that a text says without denying it."""
    if not find_first_phrase(text, words):
        return None
    return next((phrase for sentence in drop_negated_sentences(text) if (phrase := find_first_phrase(sentence, words))), None)


def make_claim_check(value: str, word_list: str) -> Callable[[Prose, Profile], Iterator[Finding]]:
    """A check for the words of a list in all that is agreed; what is only told of, in the log and in waivers, is left alone."""

    def check(prose: Prose, profile: Profile) -> Iterator[Finding]:
        words = filter_possible_phrases(prose.seen, profile.get_word_list(word_list))
        for passage in prose.passages if words else ():
            phrase = find_affirmed_phrase(passage.text, words)
            if phrase and not isinstance(passage.record, Waiver | LogEntry):
                yield Finding(passage.record, passage.field, passage.position, {value: phrase})

    return check
