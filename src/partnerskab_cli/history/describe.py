"""A change in words: `Ophør · Opsigelsesvarsel: 3 måneder → 1 måned, kortere`."""

from collections.abc import Iterator
from difflib import SequenceMatcher

from ..difference import ChangeKind, FieldDiff, Part, What
from ..model.field import Field, FieldType, ListType, ScalarType, UnionType
from ..model.record import UNREAD, Record
from ..text.localized import Language, Text, format_value, join_words
from .change import NOTHING, FieldChange, NotRelevant, PathStep, VersionContext, describe_direction

QUOTES = {"da": ("»", "«"), "en": ("“", "”")}
BODY = "text"
"""The field that says what its record says; it needs no label of its own."""
NAMING = ("name", "title", "term", "item", "rule", "step", BODY)
"""Fields that an item of a list is called by, where they are short."""
SHORT = 40
"""Characters."""
LONG = 60
"""Characters before and after together; longer texts are told word by word."""


def describe_change(change: FieldChange, language: Language) -> FieldDiff:
    """A change in words."""
    how = describe_change_note(change)
    before, after = ("", "") if how is BLANKS_ONLY else tuple(iter_change_values(change, language))
    words = (format_change_title(change, language), before, after, how.localize(language), diff_long_text(change))
    return FieldDiff(format_change_path(change), change.deed, change.weight, change.item, *words)


def format_change_path(change: FieldChange) -> str:
    """`goals[2].deadline`."""
    return ".".join(
        f"{stop.field.name}{f'[{stop.number - 1}]' if stop.number else f'.{stop.key}' if stop.key else ''}" for stop in change.way
    )


def iter_change_values(change: FieldChange, language: Language) -> Iterator[str]:
    """What stood there, and what does now; of what was moved only itself."""
    field = change.way[-1].field
    moved = change.deed is ChangeKind.MOVED
    for value, side in ((None if moved else change.before, change.old), (change.what if moved else change.after, change.new)):
        if moved and isinstance(value, Record):
            yield quote_item_name(value, language) or summarize_record(value, side, language)
        else:
            yield "" if value in (None, ()) else describe_value(value, field, side, language)


def format_change_title(change: FieldChange, language: Language) -> str:
    """Where a change is: the labels on the way, a body text without its own."""
    *above, last = change.way
    stops = above if above and last.field.name == BODY and not last.number else change.way
    return " · ".join(format_step_label(stop, language) for stop in stops)


def format_step_label(stop: PathStep, language: Language) -> str:
    """A field, and which item of it: by its name where that is short, else by its number."""
    words = stop.field.label.localize(language)
    if stop.key:
        return f"{words} {quote_words(stop.key, language)}"
    return f"{words} {quote_item_name(stop.item, language) or stop.number}" if stop.item else words


def quote_item_name(record: Record, language: Language) -> str:
    """The short name of an item, in quotation marks, or nothing."""
    names = (getattr(record, name, None) for name in NAMING)
    name = next((name for name in names if isinstance(name, str) and name), "")
    return quote_words(name, language) if 0 < len(name) <= SHORT else ""


def quote_words(words: str, language: Language) -> str:
    """`»kaffe«`, “coffee”."""
    opening, closing = QUOTES[language]
    return f"{opening}{words}{closing}"


def describe_value(value: object, field: Field, side: VersionContext, language: Language) -> str:
    """A value of a field in words; free text in quotation marks, a record as a short list of its answers."""
    if isinstance(value, Record):
        return summarize_record(value, side, language)
    if type(value) is tuple:
        return join_words([describe_value(item, field, side, language) for item in value], language)
    words = format_value(side.wrap_value(value, field), language)
    return quote_words(" ".join(words.split()), language) if isinstance(value, str) and has_free_text(field.kind) else words


def has_free_text(kind: FieldType) -> bool:
    """Whether a kind holds words that somebody chose."""
    match kind:
        case ScalarType():
            return kind.text
        case ListType(of):
            return has_free_text(of)
        case UnionType(_, second):
            return has_free_text(second)
        case _:
            return True


def summarize_record(record: Record, side: VersionContext, language: Language) -> str:
    """All that a record says: its text, then its other answers in brackets; what only has room for answers says nothing."""
    inside = side.enter_record(record)
    lines = [
        (field, describe_value(value, field, inside, language))
        for field in record.fields
        if (value := get_telling_answer(record, field)) is not None
    ]
    body = next((words for field, words in lines if field.name == BODY), "")
    rest = "; ".join(f"{field.label.localize(language)}: {words}" for field, words in lines if words and field.name != BODY)
    return f"{body} ({rest})" if body and rest else body or rest


def get_telling_answer(record: Record, field: Field) -> object:
    """An answer that says more than silence would."""
    reason = record.aside.get(field.name)
    if reason is not None and reason != UNREAD:
        return NotRelevant(reason)
    value = getattr(record, field.name)
    return None if value == field.default else value


ADDED, REMOVED = Text(da="tilføjet", en="added"), Text(da="fjernet", en="removed")
MOVED = Text(da="flyttet fra nr. {before} til nr. {after}", en="moved from no. {before} to no. {after}")
BLANKS_ONLY = Text(da="kun linjeskift og mellemrum", en="only line breaks and blanks")


def describe_change_note(change: FieldChange) -> Text:
    """What was done, or which way a value went."""
    before, after = change.before, change.after
    if change.deed is ChangeKind.MOVED:
        return MOVED.format(before=before, after=after)
    if change.deed is not ChangeKind.CHANGED:
        return ADDED if change.deed is ChangeKind.ADDED else REMOVED
    if isinstance(before, str) and isinstance(after, str):
        return BLANKS_ONLY if before.split() == after.split() else NOTHING
    field = change.way[-1].field
    return describe_direction(change.old.wrap_value(before, field), change.new.wrap_value(after, field))


def diff_long_text(change: FieldChange) -> tuple[Part, ...]:
    """A long text word by word, where enough of it is kept to be worth reading so."""
    before, after = change.before, change.after
    if not (isinstance(before, str) and isinstance(after, str)) or len(before) + len(after) <= LONG or before.split() == after.split():
        return ()
    return diff_words_if_similar(before, after) if has_free_text(change.way[-1].field.kind) else ()


MOST_PAIRS = 250_000
"""Pairs of words that are compared; beyond them, all between the common ends counts as changed."""


def diff_words_if_similar(before: str, after: str) -> tuple[Part, ...]:
    """Two texts word by word, or nothing where too little is kept to be worth reading so."""
    parts = tuple(diff_words(before.split(), after.split()))
    kept = sum(len(words) for what, words in parts if what == "same")
    return parts if 2 * kept >= min(len(before), len(after)) else ()


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
