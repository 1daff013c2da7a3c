"""An agreement as plain text: every answer on a line of its own, under names that do not move. Two versions of it compare well."""

from collections.abc import Iterator, Mapping

from ..model.agreement import Agreement
from ..model.field import Field
from ..model.record import UNREAD, Record
from ..text.localized import Language, Text, format_value

NOT_RELEVANT = Text(da="ikke relevant: {reason}", en="not relevant: {reason}")
NAMES = ("id", "party", "title", "name", "term", "step", "rule", "item")
"""What tells one item of a list from another, so that its lines do not move when an item is added before it."""


def iter_plain_lines(agreement: Agreement, language: Language) -> Iterator[str]:
    """`Parter / venner / Navn: Torsdagsvennerne`, in the order of the fields, with what holds where nothing is written."""
    yield from iter_record_lines(agreement, (), language)


def iter_record_lines(record: Record, above: tuple[str, ...], language: Language) -> Iterator[str]:
    """The answers of one record."""
    for field in record.fields:
        here = (*above, field.label.localize(language))
        reason = record.aside.get(field.name)
        if reason and reason != UNREAD:
            yield format_plain_line(here, NOT_RELEVANT.localize(language, reason=reason))
        value = getattr(record, field.name)
        if value is not None and value not in ((), {}):
            yield from iter_answer_lines(value, here, language)


def iter_answer_lines(value: object, here: tuple[str, ...], language: Language) -> Iterator[str]:
    """One answer: a line, or several where it holds more."""
    if isinstance(value, Record):
        yield from iter_record_lines(value, here, language)
    elif type(value) is tuple:
        yield from iter_item_lines(value, here, language)
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield format_plain_line((*here, str(key)), format_value(item, language))
    else:
        yield format_plain_line(here, format_value(value, language))


def iter_item_lines(items: tuple[object, ...], here: tuple[str, ...], language: Language) -> Iterator[str]:
    """The items of a list, each under its name, else its number."""
    names = [find_item_name(item) if isinstance(item, Record) else "" for item in items]
    for number, item in enumerate(items, 1):
        if isinstance(item, Record):
            name = names[number - 1]
            yield from iter_record_lines(item, (*here, name if name and names.count(name) == 1 else str(number)), language)
        else:
            yield format_plain_line(here, format_value(item, language))


def find_item_name(item: Record) -> str:
    """What an item of a list is called, where it has a name."""
    known: Mapping[str, Field] = {field.name: field for field in item.fields}
    return next((str(getattr(item, name)) for name in NAMES if name in known and getattr(item, name)), "")


def format_plain_line(here: tuple[str, ...], words: str) -> str:
    """A line; text of several lines goes on below it, moved in."""
    return f"{' / '.join(here)}: {words.strip().replace(chr(10), chr(10) + '  ')}"
