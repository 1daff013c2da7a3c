"""Document → records: each field is read by its kind; what cannot be read is a fault and set aside."""

import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, TypeVar, cast

from ..agreement.choices import Formality, Status
from ..agreement.field import NOT_RELEVANT, SECTION, Either, Field, Keyed, Kind, Many, OneOf, Remark, Section, Value, choices
from ..agreement.record import NOTHING, UNREAD, Record
from ..agreement.values import VALUES, Key
from ..text import Language, Text
from .document import EMPTY_WORDS, Block, Fault, Listing, Node, Scalar
from .lost import glued
from .notes import UNREADABLE, Notes, Partly, Unreadable

R = TypeVar("R", bound=Record)

OPEN = "x_"
PLACEHOLDER = r"TODO|FIXME|\b(?:xxx|XXX)[xX]*\b|\[(?:udfyld|fill in)[^\]]*\]"
WHOLLY_PLACEHOLDER = r"\s*(?:TODO|FIXME|[xX]{3,}|\[(?:udfyld|fill in)[^\]]*\])\s*"
"""What says of a field of any kind that it is still to be filled in."""
HASTE = ("TODO", "FIXME", "xxx", "XXX", "[udfyld", "[fill in")
"""Without any of these in the whole file no value needs to be searched for them."""
CUTTING = (" #", "\t#")
"""Without one of these no text of the file is cut off by a comment."""
LATER = frozenset({"tbd", "udfyldes", "udfyldes senere", "to be filled in"})
"""What says of a text that it is still to be written; dots and dashes alone do too."""
WORD = Text(da="ét ord", en="one word")


class Shaped(NamedTuple):
    """What there is to know of records made of a document, besides the records."""

    faults: tuple[Fault, ...]
    places: Mapping[int, Block]
    """The block of each record, by the record's identity."""
    language: Language
    """The language of the file's keys."""


def shaped(root: Block, text: str, record: type[R], vocabulary: Mapping[str, str] = NOTHING) -> tuple[R, Shaped]:
    """A record of that type made of a document and its text. `vocabulary`: the spellings of keys that the profile decides."""
    lines = text.splitlines() if any(mark in text for mark in CUTTING) else ()
    notes = Notes(language_of(root, record), vocabulary, lines, hasty=any(word in text for word in HASTE))
    made = cast("R", shape(root, record, notes))
    notes.mixed()
    return made, Shaped(tuple(notes.faults), notes.places, notes.language)


def language_of(root: Block, record: type[Record]) -> Language:
    """The language most keys at the top are written in; Danish when in doubt."""
    known = [(word, record.names[word]) for word in root.entries if word in record.names]
    english = sum(word == one.name != one.key for word, one in known)
    danish = sum(word != one.name for word, one in known)
    return "en" if english > danish else "da"


def shape(block: Block, record: type[Record], notes: Notes) -> Record | Unreadable:
    """One record of a block, with all its faults; unreadable when something it cannot stand without is missing."""
    values: dict[str, object] = {}
    aside: dict[str, str] = {}
    met: dict[str, Scalar] = {}
    names = record.names
    notes.blocks.append((record, block))
    for word, (key, node) in block.entries.items():
        one = names.get(word)
        if one is None:
            continue
        if one.name in met:
            notes.twice(met[one.name], key)
            continue
        met[one.name] = key
        answer(one, node, values, aside, notes)
    if len(met) < len(block.entries):
        unknown_keys(block, record, met, aside, notes)
    absent = [one for one in record.needed if one.name not in values]
    if absent and not bearable(absent, block, aside, notes):
        return UNREADABLE
    made = record.of(values, aside or NOTHING)
    notes.places[id(made)] = block
    return made


def bearable(absent: list[Field], block: Block, aside: dict[str, str], notes: Notes) -> bool:
    """Whether a record can stand without these fields; each is noted, unless it was answered otherwise."""
    for one in absent:
        if one.name not in aside:
            notes.lacking(one, block)
            aside[one.name] = UNREAD
    return all(one.optional for one in absent)


def unknown_keys(block: Block, record: type[Record], met: Mapping[str, Scalar], aside: dict[str, str], notes: Notes) -> None:
    """The keys that no field has; the absent fields they were meant to be are set aside."""
    strange = [(key, node) for word, (key, node) in block.entries.items() if word not in record.names and not word.startswith(OPEN)]
    free = [one for one in record.fields if one.name not in met] if strange else []
    known = tuple(dict.fromkeys(word for one in free for word in one.spellings))
    written = tuple(one.word(notes.language) for one in free)
    for key, node in strange:
        meant = notes.unknown_key(key, node, known, written)
        if meant:
            aside.setdefault(record.names[meant].name, UNREAD)


def answer(one: Field, node: Node, values: dict[str, object], aside: dict[str, str], notes: Notes) -> None:
    """Read the answer to one question: a value, a reason why it is not relevant, or nothing."""
    if unwritten(node):
        if type(node) is Scalar and takes_text(one.kind):
            notes.cut_off(node)
        return
    if type(node) is Block and (reason := reason_in(node)) is not None:
        waive(one, node, reason, aside, notes)
        return
    value = read(one.kind, one, node, notes)
    if value is UNREADABLE or type(value) is Partly:
        aside[one.name] = UNREAD
    if type(value) is Partly:
        value = value.value
    if not (value is None or value is UNREADABLE or value == ()):
        values[one.name] = value


def takes_text(kind: Kind) -> bool:
    """Whether words may stand there."""
    match kind:
        case Value():
            return kind.text
        case Many(of):
            return takes_text(of)
        case Either(_, second):
            return takes_text(second)
        case Section(record):
            return "tekst" in record.names
        case _:
            return False


def unwritten(node: Node) -> bool:
    """Whether a key stands with nothing behind it, or with a text of no letters."""
    if isinstance(node, Scalar):
        return (node.plain and node.text in EMPTY_WORDS) or not node.text.strip()
    return not (node.items if isinstance(node, Listing) else node.entries)


def reason_in(node: Block) -> str | None:
    """The reason of `{ikke_relevant: reason}`, empty when none is given; nothing where the block is none."""
    for word in NOT_RELEVANT:
        if word in node.entries:
            _, reason = node.entries[word]
            return reason.text.strip() if isinstance(reason, Scalar) and not reason.empty else ""
    return None


def waive(one: Field, node: Block, reason: str, aside: dict[str, str], notes: Notes) -> None:
    """Take note that a question is answered with "not relevant"."""
    for _, written in node.entries.values():
        if type(written) is Scalar:
            notes.cut_off(written)
    if len(node.entries) > 1:
        notes.both(one, node)
        aside[one.name] = UNREAD
    elif not one.waivable:
        notes.cannot_be_waived(one, node)
        aside[one.name] = UNREAD
    elif re.search(PLACEHOLDER, reason):
        notes.placeholder(one, node.span, reason)
        aside[one.name] = UNREAD
    elif reason:
        aside[one.name] = reason


def read(kind: Kind, one: Field, node: Node, notes: Notes) -> object:
    """The value of a node: read, partly read, or unreadable."""
    if notes.hasty and type(node) is Scalar and re.fullmatch(WHOLLY_PLACEHOLDER, node.text):
        return notes.placeholder(one, node.span, node.text)
    return READERS[type(kind)](kind, one, node, notes)


def scalar(kind: Value, one: Field, node: Node, notes: Notes) -> object:
    """A value read from text, with what there is to remark."""
    if type(node) is not Scalar:
        return notes.wrong_shape(kind.words, one, node)
    if kind.text:
        notes.cut_off(node)
    if kind.text and ((notes.hasty and re.search(PLACEHOLDER, node.text)) or promised(node.text)):
        return notes.placeholder(one, node.span, node.text)
    value = kind.read(node) if kind.text or not node.split else UNREADABLE
    if isinstance(value, Remark):
        return notes.impossible(kind.words, one, node, kind.reason) if value.value is None else notes.remarked(value, node)
    if one.limits and isinstance(value, int) and not one.limits[0] <= value <= one.limits[1]:
        low, high = one.limits
        return notes.impossible(Text(da=f"et tal fra {low} til {high}", en=f"a number from {low} to {high}"), one, node)
    if one.longest and isinstance(value, str) and len(value) > one.longest:
        return notes.impossible(
            Text(da=f"en tekst på højst {one.longest} tegn", en=f"a text of at most {one.longest} characters"), one, node
        )
    return value


def promised(text: str) -> bool:
    """Whether a text only says that it is still to be written."""
    return (text[:1] in DOTS and not text.strip(DOTS)) or (len(text) < LONG and text.lower() in LATER)


DOTS = ".…?_-"
LONG = 20
"""Letters; no such promise is as long."""


def chosen(kind: OneOf, one: Field, node: Node, notes: Notes) -> object:
    """One word of a list; the nearest one, where the whole agreement is weighed by it."""
    choice = kind.choice
    if not isinstance(node, Scalar):
        return notes.wrong_shape(WORD, one, node)
    found = choices(choice).get(node.text)
    if found is not None:
        return found
    meant = notes.no_choice(choice, one, node)
    return Partly(meant) if meant and choice in {Status, Formality} else UNREADABLE


def section(kind: Section, one: Field, node: Node, notes: Notes) -> object:
    """A record, also of bare text where it has a text."""
    if isinstance(node, Block):
        return shape(node, kind.record, notes)
    body = kind.record.names.get("tekst")
    if isinstance(node, Scalar) and node.plain and glued(node.text) in kind.record.names:
        return notes.no_blank(node)
    if isinstance(node, Scalar) and body:
        word = body.word(notes.language)
        return shape(Block({word: (node, node)}, node.start, node.end), kind.record, notes)
    return notes.wrong_shape(SECTION, one, node)


def several(kind: Many, one: Field, node: Node, notes: Notes) -> object:
    """A list; one value is a list of one. Readable items are kept when others are not."""
    nodes = node.items if isinstance(node, Listing) else [node]
    values = [read(kind.of, one, item, notes) for item in nodes if not (type(item) is Scalar and unwritten(item))]
    kept = tuple([value for value in values if value is not UNREADABLE])
    return kept if len(kept) == len(values) else Partly(kept)


def either(kind: Either, one: Field, node: Node, notes: Notes) -> object:
    """The first kind where it fits without a word, else the second."""
    first, second = kind
    if not isinstance(node, Scalar):
        return read(second if isinstance(second, Section) else first, one, node, notes)
    if isinstance(second, Section):
        return read(first, one, node, notes)
    if isinstance(first, OneOf):
        return choices(first.choice).get(node.text) or read(second, one, node, notes)
    value = (first.beside_text or first.read)(node) if isinstance(first, Value) else None
    return read(second, one, node, notes) if value is None or isinstance(value, Remark) else value


def keyed(kind: Keyed, one: Field, node: Node, notes: Notes) -> object:
    """Values under keys that the profile decides; where it decides none, every key is taken. Readable ones are kept when others are not."""
    if not isinstance(node, Block):
        return notes.wrong_shape(SECTION, one, node)
    values: dict[object, object] = {}
    whole = True
    for word, (key, item) in node.entries.items():
        name = keyed_name(kind, word, key, one, notes)
        value = UNREADABLE if isinstance(name, Unreadable) else None if unwritten(item) else scalar(kind.of, one, item, notes)
        if isinstance(value, Unreadable):
            whole = False
        elif value is not None:
            values[name] = value
    return (values or None) if whole else Partly(values)


def keyed_name(kind: Keyed, word: str, key: Scalar, one: Field, notes: Notes) -> object:
    """The canonical key of one spelling."""
    if notes.vocabulary and kind.key is VALUES[Key]:
        if word not in notes.vocabulary:
            notes.unknown_key(key, None, tuple(notes.vocabulary))
        return notes.vocabulary.get(word, UNREADABLE)
    value = kind.key.read(key)
    return notes.impossible(kind.key.words, one, key) if isinstance(value, Remark) else value


READERS: Mapping[type[Kind], Callable[[Any, Field, Node, Notes], object]] = {
    Value: scalar,
    OneOf: chosen,
    Section: section,
    Many: several,
    Either: either,
    Keyed: keyed,
}
"""How each kind is read."""
