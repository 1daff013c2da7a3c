"""Document → records: each field is read by its kind; what cannot be read is a fault and set aside."""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple, TypeVar, assert_never, cast

from ..agreement.choices import Formality, Status
from ..agreement.field import Choice, Either, Field, Keyed, Kind, Many, OneOf, Remark, Section, Value, choices
from ..agreement.record import NOTHING, UNREAD, Record
from ..agreement.sample import sample
from ..agreement.values import VALUES, Key
from ..diagnostics import Edit, Span
from ..text import OR, Language, Text, listed
from .document import Block, Fault, Listing, Node, Scalar
from .nearest import nearest

R = TypeVar("R", bound=Record)

NOT_RELEVANT = ("ikke_relevant", "not_relevant")
OPEN = "x_"
MOST_SUGGESTIONS = 20
LONGEST_QUOTE = 60
PLACEHOLDER = re.compile(r"TODO|FIXME|\b[xX]{3,}\b|\[(?:udfyld|fill in)[^\]]*\]")
ONLY_PLACEHOLDER = re.compile(r"[.…?_-]+|(?i:tbd|udfyldes(?: senere)?|to be filled in)")


class Unreadable:
    """What a value becomes that was written but cannot be read."""


UNREADABLE = Unreadable()


class Shaped(NamedTuple):
    """Records made of a document, the faults met on the way, and where each record stands."""

    record: Record
    faults: tuple[Fault, ...]
    places: Mapping[int, Block]
    """The block of each record, by the record's identity."""
    language: Language
    """The language of the file's keys."""


class Notes:
    """What is written down while shaping."""

    __slots__ = ("counts", "faults", "firsts", "language", "places", "suggested", "vocabulary")

    def __init__(self, language: Language, vocabulary: Mapping[str, str]) -> None:
        self.faults: list[Fault] = []
        self.places: dict[int, Block] = {}
        self.counts: Counter[Language] = Counter()
        self.firsts: dict[Language, Span] = {}
        self.suggested = 0
        self.language = language
        self.vocabulary = vocabulary

    def suggest(self, word: str, known: tuple[str, ...]) -> str | None:
        """The nearest known word, for the first twenty unknown ones of a file."""
        self.suggested += 1
        return nearest(word, known) if self.suggested <= MOST_SUGGESTIONS else None


def shaped(root: Block, record: type[R], vocabulary: Mapping[str, str] = NOTHING) -> tuple[R, Shaped]:
    """A record of that type made of a document. `vocabulary`: the spellings of keys that the profile decides."""
    notes = Notes(language_of(root, record), vocabulary)
    made = cast("R", shape(root, record, notes))
    mixed(notes)
    return made, Shaped(made, tuple(notes.faults), notes.places, notes.language)


def language_of(root: Block, record: type[Record]) -> Language:
    """The language most keys at the top are written in; Danish when in doubt."""
    english = sum(word in record.names and word == record.names[word].name != record.names[word].key for word in root.entries)
    danish = sum(word in record.names and word != record.names[word].name for word in root.entries)
    return "en" if english > danish else "da"


def mixed(notes: Notes) -> None:
    """One remark when Danish and English keys stand in the same file, at the first of the fewer."""
    if len(notes.firsts) > 1:
        fewer: Language = min(notes.firsts, key=lambda language: (notes.counts[language], language))
        notes.faults.append(Fault("STR09", notes.firsts[fewer]))


def shape(block: Block, record: type[Record], notes: Notes) -> Record | Unreadable:
    """One record of a block, with all its faults; unreadable when something it cannot stand without is missing."""
    values: dict[str, object] = {}
    aside: dict[str, str] = {}
    met: dict[str, Scalar] = {}
    for word, (key, node) in block.entries.items():
        one = record.names.get(word)
        if one is None:
            continue
        if one.name in met:
            notes.faults.append(Fault("STR03b", key.span, {"first_key": met[one.name].text, "second_key": key.text}))
            continue
        met[one.name] = key
        note_language(one, word, key, notes)
        answer(one, node, values, aside, notes)
    for word, (key, node) in block.entries.items():
        if word not in record.names and not word.startswith(OPEN):
            unknown(record, key, node, met, aside, notes)
    if lacking(record, block, values, aside, notes):
        return UNREADABLE
    made = record(aside=aside or NOTHING, **values)
    notes.places[id(made)] = block
    return made


def note_language(one: Field, word: str, key: Scalar, notes: Notes) -> None:
    """Count the languages of the keys, for the remark on mixed files."""
    if one.key != one.name:
        language: Language = "en" if word == one.name else "da"
        notes.counts[language] += 1
        notes.firsts.setdefault(language, key.span)


def lacking(record: type[Record], block: Block, values: dict[str, object], aside: dict[str, str], notes: Notes) -> bool:
    """Fault the fields a record cannot do without; true when it cannot stand at all."""
    absent = [one for one in record.needed if one.name not in values]
    for one in absent:
        if one.name not in aside:
            values_said = {"field": key_of(one, notes), "question": one.ask, "example": sample(one, notes.language)}
            notes.faults.append(Fault(one.rule, block.span, values_said))
            aside[one.name] = UNREAD
    return any(not one.optional for one in absent)


def unknown(  # noqa: PLR0913, PLR0917 - all of it is in the hands of `shape`
    record: type[Record], key: Scalar, node: Node, met: Mapping[str, Scalar], aside: dict[str, str], notes: Notes
) -> None:
    """A key that no field has; the absent field it was meant to be is set aside."""
    free = tuple(one for one in record.fields if one.name not in met)
    known = tuple(word for one in free for word in dict.fromkeys((one.word(notes.language), *one.spellings)))
    meant = notes.suggest(key.text, known)
    if meant is None:
        split = " " in key.text and isinstance(node, Scalar) and node.empty
        notes.faults.append(Fault("STR02b", key.span, {"key": cut(key.text)}, COMMA if split else None))
        return
    aside.setdefault(record.names[meant].name, UNREAD)
    hint = Text(da=f"mente I »{meant}«?", en=f"did you mean “{meant}”?")
    notes.faults.append(Fault("STR02", key.span, {"key": cut(key.text), "suggestion": meant}, hint, (Edit(key.span, meant),)))


COMMA = Text(da="sæt anførselstegn om tekst med komma", en="put quotation marks round text with a comma")


def answer(one: Field, node: Node, values: dict[str, object], aside: dict[str, str], notes: Notes) -> None:
    """Read the answer to one question: a value, a reason why it is not relevant, or nothing."""
    if (
        (isinstance(node, Scalar) and node.empty)
        or (isinstance(node, Listing) and not node.items)
        or (isinstance(node, Block) and not node.entries)
    ):
        return
    if isinstance(node, Block) and (reason := reason_in(node)) is not None:
        waive(one, node, reason, aside, notes)
        return
    value = read(one.kind, one, node, notes)
    if isinstance(value, Unreadable):
        aside[one.name] = UNREAD
    elif isinstance(value, Partly):
        aside[one.name] = UNREAD
        if value.value != ():
            values[one.name] = value.value
    elif value is not None:
        values[one.name] = value


def reason_in(node: Block) -> str | None:
    """The reason of `{ikke_relevant: reason}`, empty when none is given; nothing where the block is none."""
    for word in NOT_RELEVANT:
        if word in node.entries:
            _, reason = node.entries[word]
            return reason.text.strip() if isinstance(reason, Scalar) and not reason.empty else ""
    return None


def waive(one: Field, node: Block, reason: str, aside: dict[str, str], notes: Notes) -> None:
    """Take note that a question is answered with "not relevant"."""
    if one.fixed or not one.optional:
        notes.faults.append(Fault("STR04d", node.span, {"field": key_of(one, notes)}))
        aside[one.name] = UNREAD
    elif PLACEHOLDER.search(reason):
        placeholder(one, node.span, reason, notes)
        aside[one.name] = UNREAD
    elif reason:
        aside[one.name] = reason


class Partly(NamedTuple):
    """A value of which something could not be read."""

    value: object


def read(kind: Kind, one: Field, node: Node, notes: Notes) -> object:
    """The value of a node: read, partly read, or unreadable."""
    match kind:
        case Value():
            return scalar(kind, one, node, notes)
        case OneOf(choice):
            return chosen(choice, one, node, notes)
        case Section(record):
            return section(record, one, node, notes)
        case Many(of):
            return several(of, one, node, notes)
        case Either(first, second):
            return either(first, second, one, node, notes)
        case Keyed(_, of):
            return keyed(kind, of, one, node, notes)
        case _:
            assert_never(kind)


def scalar(kind: Value, one: Field, node: Node, notes: Notes) -> object:
    """A value read from text, with what there is to remark."""
    if not isinstance(node, Scalar):
        return wrong_shape(kind.words, one, node, notes)
    if kind.text and (PLACEHOLDER.search(node.text) or ONLY_PLACEHOLDER.fullmatch(node.text.strip())):
        return placeholder(one, node.span, node.text, notes)
    value = kind.read(node)
    if isinstance(value, Remark):
        return remarked(value, kind, one, node, notes)
    if one.limits and isinstance(value, int) and not one.limits[0] <= value <= one.limits[1]:
        low, high = one.limits
        return impossible(Text(da=f"et tal fra {low} til {high}", en=f"a number from {low} to {high}"), one, node, notes)
    if one.longest and isinstance(value, str) and len(value) > one.longest:
        return impossible(
            Text(da=f"en tekst på højst {one.longest} tegn", en=f"a text of at most {one.longest} characters"), one, node, notes
        )
    return value


def placeholder(one: Field, place: Span, text: str, notes: Notes) -> Unreadable:
    """A value that is still to be written."""
    notes.faults.append(Fault("STR08", place, {"value": cut(text), "field": key_of(one, notes)}))
    return UNREADABLE


def remarked(remark: Remark, kind: Value, one: Field, node: Scalar, notes: Notes) -> object:
    """A value that was read with a remark, or not at all."""
    if remark.value is None:
        return impossible(kind.words, one, node, notes)
    edits = (Edit(node.span, remark.better),) if remark.better and node.plain else ()
    notes.faults.append(Fault(remark.code, node.span, remark.values, None, edits))
    return remark.value


def impossible(words: Text, one: Field, node: Scalar, notes: Notes) -> Unreadable:
    """A value that is not of its kind."""
    values = {"value": cut(node.text), "kind": words, "example": sample(one, notes.language)}
    notes.faults.append(Fault("STR04b", node.span, values))
    return UNREADABLE


def chosen(choice: type[Choice], one: Field, node: Node, notes: Notes) -> object:
    """One word of a list, or the nearest one where the whole agreement is weighed by it."""
    if not isinstance(node, Scalar):
        return wrong_shape(Text(da="ét ord", en="one word"), one, node, notes)
    words = choices(choice)
    if node.text in words:
        return words[node.text]
    meant = notes.suggest(node.text, tuple(dict.fromkeys((*(each.key(notes.language) for each in choice), *words))))
    hint = Text(da=f"mente I »{meant}«?", en=f"did you mean “{meant}”?") if meant else None
    values = {"value": cut(node.text), "field": key_of(one, notes), "choices": keys_of(choice, notes)}
    notes.faults.append(Fault("STR04", node.span, values, hint, (Edit(node.span, meant),) if meant else ()))
    return Partly(words[meant]) if meant and choice in {Status, Formality} else UNREADABLE


def keys_of(choice: type[Choice], notes: Notes) -> Text:
    """The words of a list as they may be written in this file."""
    return alternatives([one.key(notes.language) for one in choice])


def alternatives(words: list[str]) -> Text:
    """`kaffe, te eller kage`."""
    return Text(da=listed(words, "da", OR), en=listed(words, "en", OR))


def section(record: type[Record], one: Field, node: Node, notes: Notes) -> object:
    """A record, also of bare text where it has a text."""
    if isinstance(node, Block):
        return shape(node, record, notes)
    body = record.names.get("tekst")
    if isinstance(node, Scalar) and body:
        word = body.word(notes.language)
        return shape(Block({word: (node, node)}, node.start, node.end), record, notes)
    return wrong_shape(Text(da="et afsnit med egne felter", en="a section with fields of its own"), one, node, notes)


def several(of: Kind, one: Field, node: Node, notes: Notes) -> object:
    """A list; one value is a list of one. Readable items are kept when others are not."""
    nodes = node.items if isinstance(node, Listing) else [node]
    values = [read(of, one, item, notes) for item in nodes if not (isinstance(item, Scalar) and item.empty)]
    kept = tuple(value for value in values if not isinstance(value, Unreadable))
    return kept if len(kept) == len(values) else Partly(kept)


def either(first: Kind, second: Kind, one: Field, node: Node, notes: Notes) -> object:
    """The first kind where it fits without a word, else the second."""
    if isinstance(node, Block) or not isinstance(node, Scalar):
        return read(second if isinstance(second, Section) else first, one, node, notes)
    if isinstance(second, Section):
        return read(first, one, node, notes)
    if isinstance(first, OneOf):
        return choices(first.choice).get(node.text) or read(second, one, node, notes)
    value = first.read(node) if isinstance(first, Value) else None
    return read(second, one, node, notes) if value is None or isinstance(value, Remark) else value


def keyed(kind: Keyed, of: Value, one: Field, node: Node, notes: Notes) -> object:
    """Values under keys that the profile decides; where it decides none, every key is taken."""
    if not isinstance(node, Block):
        return wrong_shape(Text(da="et afsnit med egne felter", en="a section with fields of its own"), one, node, notes)
    values: dict[object, object] = {}
    for word, (key, item) in node.entries.items():
        name = keyed_name(kind, word, key, one, notes)
        value = UNREADABLE if isinstance(name, Unreadable) else scalar(of, one, item, notes)
        if not isinstance(value, Unreadable) and not (isinstance(item, Scalar) and item.empty):
            values[name] = value
    return values or None


def keyed_name(kind: Keyed, word: str, key: Scalar, one: Field, notes: Notes) -> object:
    """The canonical key of one spelling."""
    if notes.vocabulary and kind.key is VALUES[Key]:
        if word in notes.vocabulary:
            return notes.vocabulary[word]
        meant = notes.suggest(word, tuple(notes.vocabulary))
        hint = Text(da=f"mente I »{meant}«?", en=f"did you mean “{meant}”?") if meant else None
        fault = Fault("STR02", key.span, {"key": cut(word), "suggestion": meant}, hint, (Edit(key.span, meant),)) if meant else None
        notes.faults.append(fault or Fault("STR02b", key.span, {"key": cut(word)}))
        return UNREADABLE
    value = kind.key.read(key)
    return impossible(kind.key.words, one, key, notes) if isinstance(value, Remark) else value


def wrong_shape(expected: Text, one: Field, node: Node, notes: Notes) -> Unreadable:
    """A list where text should stand, and the like."""
    values = {"field": key_of(one, notes), "expected": expected, "found": FOUND[type(node)], "example": sample(one, notes.language)}
    notes.faults.append(Fault("STR04c", node.span, values))
    return UNREADABLE


FOUND = {
    Scalar: Text(da="en tekst", en="a text"),
    Block: Text(da="et afsnit med felter", en="a section with fields"),
    Listing: Text(da="en liste", en="a list"),
}


def key_of(one: Field, notes: Notes) -> str:
    """The name of a field as this file writes it."""
    return f"`{one.word(notes.language)}`"


def cut(text: str) -> str:
    """A quotation that fits on a line."""
    line = " ".join(unicodedata.normalize("NFC", text).split())
    return line if len(line) <= LONGEST_QUOTE else line[:LONGEST_QUOTE] + "…"
