"""A comparison without the CPR numbers of the files it speaks of."""

from collections.abc import Iterable

from ..agreement.agreement import Agreement
from ..difference import Difference, Entry, Line
from ..reading.sheet import Sheet
from ..rules.privacy.cpr import masked, numbers, sightings
from .file import script_of


def discreet(found: Difference, sheets: Iterable[Sheet[Agreement]]) -> Difference:
    """A comparison that repeats none of the CPR numbers of the files it speaks of."""
    secret = frozenset(one.number for sheet in sheets for one in sightings(script_of(sheet)))
    return found._replace(entries=tuple(covered(one, secret) for one in found.entries)) if secret else found


def covered(one: Entry, numbers: frozenset[str]) -> Entry:
    """An agreement's changes without the numbers."""
    path, former, own_id, title = (masked(words, numbers) for words in (one.path, one.former, one.id, one.title))
    names = tuple(masked(name, numbers) for name in one.must_sign)
    lines = tuple(covered_line(line, numbers) for line in one.lines)
    return one._replace(path=path, former=former, id=own_id, title=title, must_sign=names, lines=lines)


def covered_line(one: Line, numbers: frozenset[str]) -> Line:
    """A change without the numbers; told word by word one could fall apart and slip through, so such a text is told whole."""
    title, before, after = (masked(words, numbers) for words in (one.title, one.before, one.after))
    whole = (before, after) == (one.before, one.after)
    return one._replace(title=title, before=before, after=after, parts=one.parts if whole else ())


def hushed(words: str) -> str:
    """A text without the CPR numbers that stand in it."""
    return masked(words, frozenset(number for _, _, number, _ in numbers(words)))
