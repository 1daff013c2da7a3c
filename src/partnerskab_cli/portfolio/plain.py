"""An agreement as plain text: every answer on a line of its own, under names that do not move. Two versions of it compare well."""

from collections.abc import Iterator, Mapping

from ..agreement.agreement import Agreement
from ..agreement.field import Field
from ..agreement.record import UNREAD, Record
from ..text import Language, Text, in_words

NOT_RELEVANT = Text(da="ikke relevant: {reason}", en="not relevant: {reason}")
NAMES = ("id", "party", "title", "name", "term", "step", "rule", "item")
"""What tells one item of a list from another, so that its lines do not move when an item is added before it."""


def plain_lines(agreement: Agreement, language: Language) -> Iterator[str]:
    """`Parter / venner / Navn: Torsdagsvennerne`, in the order of the fields, with what holds where nothing is written."""
    yield from lines(agreement, (), language)


def lines(record: Record, above: tuple[str, ...], language: Language) -> Iterator[str]:
    """The answers of one record."""
    for one in record.fields:
        here = (*above, one.label.said(language))
        reason = record.aside.get(one.name)
        if reason and reason != UNREAD:
            yield said(here, NOT_RELEVANT.said(language, reason=reason))
        value = getattr(record, one.name)
        if value is not None and value not in ((), {}):
            yield from answer(value, here, language)


def answer(value: object, here: tuple[str, ...], language: Language) -> Iterator[str]:
    """One answer: a line, or several where it holds more."""
    if isinstance(value, Record):
        yield from lines(value, here, language)
    elif type(value) is tuple:
        yield from several(value, here, language)
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield said((*here, str(key)), in_words(item, language))
    else:
        yield said(here, in_words(value, language))


def several(items: tuple[object, ...], here: tuple[str, ...], language: Language) -> Iterator[str]:
    """The items of a list, each under its name, else its number."""
    names = [item_name(item) if isinstance(item, Record) else "" for item in items]
    for number, item in enumerate(items, 1):
        if isinstance(item, Record):
            name = names[number - 1]
            yield from lines(item, (*here, name if name and names.count(name) == 1 else str(number)), language)
        else:
            yield said(here, in_words(item, language))


def item_name(item: Record) -> str:
    """What an item of a list is called, where it has a name."""
    known: Mapping[str, Field] = {one.name: one for one in item.fields}
    return next((str(getattr(item, name)) for name in NAMES if name in known and getattr(item, name)), "")


def said(here: tuple[str, ...], words: str) -> str:
    """A line; text of several lines goes on below it, moved in."""
    return f"{' / '.join(here)}: {words.strip().replace(chr(10), chr(10) + '  ')}"
