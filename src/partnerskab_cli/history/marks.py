"""A long text word by word: what stayed, what went, what came."""

from collections.abc import Iterator
from difflib import SequenceMatcher

from ..difference import Part, What

MOST_PAIRS = 250_000
"""Pairs of words that are compared; beyond them, all between the common ends counts as changed."""


def worthwhile(before: str, after: str) -> tuple[Part, ...]:
    """Two texts word by word, or nothing where too little is kept to be worth reading so."""
    found = tuple(marked(before.split(), after.split()))
    kept = sum(len(words) for what, words in found if what == "same")
    return found if 2 * kept >= min(len(before), len(after)) else ()


def marked(old: list[str], new: list[str]) -> Iterator[Part]:
    """Words that stayed, went and came, in stretches."""
    start = common(old, new)
    end = common(old[start:][::-1], new[start:][::-1])
    yield from stretch("same", new[:start])
    yield from middle(old[start : len(old) - end], new[start : len(new) - end])
    yield from stretch("same", new[len(new) - end :])


def common(old: list[str], new: list[str]) -> int:
    """How many words two texts begin with in common."""
    return next((number for number, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))


def middle(old: list[str], new: list[str]) -> Iterator[Part]:
    """What stands between the common ends."""
    if len(old) * len(new) > MOST_PAIRS:
        yield from stretch("removed", old)
        yield from stretch("added", new)
        return
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield from stretch("same", new[c:d])
        else:
            yield from stretch("removed", old[a:b])
            yield from stretch("added", new[c:d])


def stretch(what: What, words: list[str]) -> Iterator[Part]:
    """A stretch of words, where there are any."""
    if words:
        yield what, " ".join(words)
