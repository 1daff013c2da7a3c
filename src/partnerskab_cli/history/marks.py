"""A long text word by word: what stayed, what went, what came."""

from collections.abc import Iterator
from difflib import SequenceMatcher

from ..difference import Part, What

MOST_PAIRS = 250_000
"""Pairs of words that are compared; beyond them, all between the common ends counts as changed."""


def diff_words_if_similar(before: str, after: str) -> tuple[Part, ...]:
    """Two texts word by word, or nothing where too little is kept to be worth reading so."""
    matches = tuple(diff_words(before.split(), after.split()))
    kept = sum(len(words) for what, words in matches if what == "same")
    return matches if 2 * kept >= min(len(before), len(after)) else ()


def diff_words(old: list[str], new: list[str]) -> Iterator[Part]:
    """Words that stayed, went and came, in stretches."""
    start = count_common_words(old, new)
    end = count_common_words(old[start:][::-1], new[start:][::-1])
    yield from make_diff_parts("same", new[:start])
    yield from diff_middle(old[start : len(old) - end], new[start : len(new) - end])
    yield from make_diff_parts("same", new[len(new) - end :])


def count_common_words(old: list[str], new: list[str]) -> int:
    """How many words two texts begin with in common."""
    return next((number for number, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))


def diff_middle(old: list[str], new: list[str]) -> Iterator[Part]:
    """What stands between the common ends."""
    if len(old) * len(new) > MOST_PAIRS:
        yield from make_diff_parts("removed", old)
        yield from make_diff_parts("added", new)
        return
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield from make_diff_parts("same", new[c:d])
        else:
            yield from make_diff_parts("removed", old[a:b])
            yield from make_diff_parts("added", new[c:d])


def make_diff_parts(what: What, words: list[str]) -> Iterator[Part]:
    """A stretch of words, where there are any."""
    if words:
        yield what, " ".join(words)
