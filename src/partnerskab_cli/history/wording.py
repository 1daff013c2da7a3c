"""A change in words: `Ophør · Opsigelsesvarsel: 3 måneder → 1 måned, kortere`."""

from collections.abc import Iterator

from ..agreement.field import Either, Field, Kind, Many, Value
from ..agreement.record import UNREAD, Record
from ..difference import Deed, Line, Part
from ..text import Language, Text, in_words, listed
from .change import Change, NotRelevant, Side, Stop
from .direction import NOTHING, direction
from .marks import worthwhile

QUOTES = {"da": ("»", "«"), "en": ("“", "”")}
BODY = "text"
"""The field that says what its record says; it needs no label of its own."""
NAMING = ("name", "title", "term", "item", "rule", "step", BODY)
"""Fields that an item of a list is called by, where they are short."""
SHORT = 40
"""Characters."""
LONG = 60
"""Characters before and after together; longer texts are told word by word."""


def line(change: Change, language: Language) -> Line:
    """A change in words."""
    how = note(change)
    before, after = ("", "") if how is BLANKS_ONLY else tuple(values(change, language))
    words = (title(change, language), before, after, how.said(language), parts(change))
    return Line(route(change), change.deed, change.weight, change.item, *words)


def route(change: Change) -> str:
    """`goals[2].deadline`."""
    return ".".join(
        f"{stop.field.name}{f'[{stop.number - 1}]' if stop.number else f'.{stop.key}' if stop.key else ''}" for stop in change.way
    )


def values(change: Change, language: Language) -> Iterator[str]:
    """What stood there, and what does now; of what was moved only itself."""
    one = change.way[-1].field
    moved = change.deed is Deed.MOVED
    for value, side in ((None if moved else change.before, change.old), (change.what if moved else change.after, change.new)):
        if moved and isinstance(value, Record):
            yield called(value, language) or summary(value, side, language)
        else:
            yield "" if value in (None, ()) else said(value, one, side, language)


def title(change: Change, language: Language) -> str:
    """Where a change is: the labels on the way, a body text without its own."""
    *above, last = change.way
    stops = above if above and last.field.name == BODY and not last.number else change.way
    return " · ".join(label(stop, language) for stop in stops)


def label(stop: Stop, language: Language) -> str:
    """A field, and which item of it: by its name where that is short, else by its number."""
    words = stop.field.label.said(language)
    if stop.key:
        return f"{words} {quoted(stop.key, language)}"
    return f"{words} {called(stop.item, language) or stop.number}" if stop.item else words


def called(record: Record, language: Language) -> str:
    """The short name of an item, in quotation marks, or nothing."""
    names = (getattr(record, name, None) for name in NAMING)
    name = next((name for name in names if isinstance(name, str) and name), "")
    return quoted(name, language) if 0 < len(name) <= SHORT else ""


def quoted(words: str, language: Language) -> str:
    """`»kaffe«`, “coffee”."""
    opening, closing = QUOTES[language]
    return f"{opening}{words}{closing}"


def said(value: object, one: Field, side: Side, language: Language) -> str:
    """A value of a field in words; free text in quotation marks, a record as a short list of its answers."""
    if isinstance(value, Record):
        return summary(value, side, language)
    if type(value) is tuple:
        return listed([said(item, one, side, language) for item in value], language)
    words = in_words(side.value(value, one), language)
    return quoted(" ".join(words.split()), language) if isinstance(value, str) and is_free_text(one.kind) else words


def is_free_text(kind: Kind) -> bool:
    """Whether a kind holds words that somebody chose."""
    match kind:
        case Value():
            return kind.text
        case Many(of):
            return is_free_text(of)
        case Either(_, second):
            return is_free_text(second)
        case _:
            return True


def summary(record: Record, side: Side, language: Language) -> str:
    """All that a record says: its text, then its other answers in brackets; what only has room for answers says nothing."""
    inside = side.entering(record)
    told = [(one, said(value, one, inside, language)) for one in record.fields if (value := answered(record, one)) is not None]
    body = next((words for one, words in told if one.name == BODY), "")
    rest = "; ".join(f"{one.label.said(language)}: {words}" for one, words in told if words and one.name != BODY)
    return f"{body} ({rest})" if body and rest else body or rest


def answered(record: Record, one: Field) -> object:
    """An answer that says more than silence would."""
    reason = record.aside.get(one.name)
    if reason is not None and reason != UNREAD:
        return NotRelevant(reason)
    value = getattr(record, one.name)
    return None if value == one.default else value


ADDED, REMOVED = Text(da="tilføjet", en="added"), Text(da="fjernet", en="removed")
MOVED = Text(da="flyttet fra nr. {before} til nr. {after}", en="moved from no. {before} to no. {after}")
BLANKS_ONLY = Text(da="kun linjeskift og mellemrum", en="only line breaks and blanks")


def note(change: Change) -> Text:
    """What was done, or which way a value went."""
    before, after = change.before, change.after
    if change.deed is Deed.MOVED:
        return MOVED.filled(before=before, after=after)
    if change.deed is not Deed.CHANGED:
        return ADDED if change.deed is Deed.ADDED else REMOVED
    if isinstance(before, str) and isinstance(after, str):
        return BLANKS_ONLY if before.split() == after.split() else NOTHING
    one = change.way[-1].field
    return direction(change.old.value(before, one), change.new.value(after, one))


def parts(change: Change) -> tuple[Part, ...]:
    """A long text word by word, where enough of it is kept to be worth reading so."""
    before, after = change.before, change.after
    if not (isinstance(before, str) and isinstance(after, str)) or len(before) + len(after) <= LONG or before.split() == after.split():
        return ()
    return worthwhile(before, after) if is_free_text(change.way[-1].field.kind) else ()
