"""YAML text → a document in which every key, value and list item knows its place. YAML ends here."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from typing import NamedTuple, Protocol, cast

import yaml

from ..agreement.amounts import Number
from ..diagnostics import TOP, Edit, Span
from ..text import Text

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml where it is there, else the same events more slowly."""

MOST_DEPTH = 32
LONGEST_TAG = 60
MOST_EVENTS = 32_000
PAST_DEPTH = Text(da="mere end {count} lag", en="more than {count} levels")
PAST_EVENTS = Text(da="mere end {count} værdier", en="more than {count} values")
EMPTY_WORDS = frozenset({"", "~", "null", "Null", "NULL"})


class Fault(NamedTuple):
    """A fault of the file itself: the code of its rule, its place, and the values of its message."""

    code: str
    span: Span
    values: Mapping[str, object] = {}
    hint: Text | None = None
    edits: tuple[Edit, ...] = ()
    unsafe: tuple[Edit, ...] = ()
    """What mends it where the intention is likely, and not certain."""
    subject: Span | None = None
    """The value it speaks of, where that stands elsewhere."""


class Mark(Protocol):
    """A place as libyaml gives it, counted from 0."""

    line: int
    column: int


class Event(Protocol):
    """A YAML event, as far as the reader looks."""

    value: str
    style: str | None
    anchor: str | None
    tag: str | None
    start_mark: Mark
    end_mark: Mark


class Scalar:
    """A piece of text with its place. Nothing is a number or a date before the schema says so."""

    __slots__ = ("end", "plain", "split", "start", "text")

    def __init__(self, event: Event) -> None:
        self.split = False
        """Whether a comma in brackets has split off the rest of it."""
        self.text = event.value
        self.plain = not event.style
        self.start = event.start_mark
        self.end = event.end_mark

    @property
    def empty(self) -> bool:
        """Whether nothing was written."""
        return self.plain and self.text in EMPTY_WORDS

    @property
    def span(self) -> Span:
        """Where it stands; of a text over several lines, its first line."""
        return span(self.start, self.end)


class Block:
    """A record as it was written: each key with its place and its value."""

    __slots__ = ("end", "entries", "start")

    def __init__(self, entries: "dict[str, tuple[Scalar, Node]]", start: Mark, end: Mark) -> None:
        self.entries = entries
        self.start = start
        self.end = end

    @property
    def span(self) -> Span:
        """Its first key, or its opening bracket."""
        first = next(iter(self.entries.values()), None)
        return first[0].span if first else span(self.start, self.start)


class Listing:
    """A list as it was written."""

    __slots__ = ("end", "items", "start")

    def __init__(self, items: "list[Node]", start: Mark, end: Mark) -> None:
        self.items = items
        self.start = start
        self.end = end

    @property
    def span(self) -> Span:
        """Its first item, or its opening bracket."""
        return self.items[0].span if self.items else span(self.start, self.start)


Node = Scalar | Block | Listing


def scalars(node: Node) -> Iterator[Scalar]:
    """Every key and every value, top down."""
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Listing):
        for item in node.items:
            yield from scalars(item)
    elif isinstance(node, Block):
        for key, value in node.entries.values():
            yield key
            yield from scalars(value)


def last_line(node: Node) -> int:
    """The last line on which something of a node is written, counted from 1."""
    if isinstance(node, Scalar):
        return node.end.line + (node.end.column > 0 or node.end.line == node.start.line)
    inside = [each for key, value in node.entries.values() for each in (key, value)] if isinstance(node, Block) else node.items
    return max((last_line(each) for each in inside), default=node.start.line + 1)


class Document(NamedTuple):
    """What a file says, before anyone asks what it means."""

    root: Block | None
    faults: tuple[Fault, ...]


def span(start: Mark, end: Mark) -> Span:
    """A stretch counted from 1. One over several lines ends where its first line is known to go on."""
    line, column = start.line + 1, start.column + 1
    return Span(line, column, line, max(end.column + 1, column) if end.line == start.line else column + 1)


def document(text: str) -> Document:
    """Read YAML text. A fault that hides the rest gives no root; the others stand beside it."""
    composed = unicodedata.is_normalized("NFC", text)
    faults = [] if composed else [Fault("STR11", first_decomposed(text))]
    try:
        loader = Loader(text)
        try:
            root = tree(cast("Iterator[Event]", iter(loader.get_event, None)), faults, composed=composed)
        finally:
            loader.dispose()
    except yaml.YAMLError as error:
        return Document(None, (*faults, broken(error, text)))
    return Document(root if isinstance(root, Block) else None, tuple(faults))


def first_decomposed(text: str) -> Span:
    """The first letter that is stored in two parts, or as another than the usual one."""
    for number, line in enumerate(text.splitlines(), 1):
        for column, letter in enumerate(line, 1):
            if not unicodedata.is_normalized("NFC", line[max(0, column - 2) : column]):
                return Span(number, column - unicodedata.is_normalized("NFC", letter), number, column + 1)
    return TOP


SCALAR = yaml.ScalarEvent
OPENING = frozenset({yaml.MappingStartEvent, yaml.SequenceStartEvent})


def tree(events: Iterator[Event], faults: list[Fault], *, composed: bool) -> Node | None:
    """The one loop over the events: an opening starts a list of children, its end makes the node."""
    opened: list[tuple[Mark, list[Node]]] = []
    children: list[Node] = []
    documents = 0
    made = Scalar if composed else joined
    for event in islice(events, MOST_EVENTS):
        kind: type[object] = type(event)
        if kind is SCALAR and not (event.anchor or event.tag):
            children.append(made(event))
        elif kind in CLOSING:
            start, outer = opened.pop()
            outer.append(CLOSING[kind](children, start, event.end_mark, faults))
            children = outer
        elif kind is yaml.AliasEvent or getattr(event, "anchor", None) or getattr(event, "tag", None):
            faults.append(Fault("STR01b", span(event.start_mark, event.end_mark), {"thing": unwanted(event)}))
            return None
        elif kind in OPENING:
            if len(opened) == MOST_DEPTH:
                faults.append(too_much(span(event.start_mark, event.end_mark), PAST_DEPTH, MOST_DEPTH))
                return None
            opened.append((event.start_mark, children))
            children = []
        elif kind is yaml.DocumentStartEvent:
            documents += 1
            if documents > 1:
                faults.append(Fault("STR01e", span(event.start_mark, event.end_mark), {"found": SEVERAL}))
                return None
        elif kind is yaml.StreamEndEvent:
            return whole(children, faults)
    faults.append(too_much(span(event.start_mark, event.end_mark), PAST_EVENTS, MOST_EVENTS))
    return None


def joined(event: Event) -> Scalar:
    """A scalar whose letters in two parts are joined."""
    one = Scalar(event)
    one.text = unicodedata.normalize("NFC", one.text)
    return one


def unwanted(event: Event) -> Text:
    """What was met that agreements do without."""
    tag = str(getattr(event, "tag", ""))
    tag = tag if len(tag) <= LONGEST_TAG else f"{tag[:LONGEST_TAG]}…"
    mark = Text(da=f"Mærkatet »{tag}«", en=f"The tag “{tag}”")
    return ALIAS if isinstance(event, yaml.AliasEvent) else ANCHOR if event.anchor else mark


ALIAS = Text(da="En henvisning med *", en="A reference with *")
ANCHOR = Text(da="Et anker med &", en="An anchor with &")
MERGE = Text(da="Sammenfletning med <<", en="Merging with <<")
SEVERAL = Text(da="flere dokumenter i samme fil", en="several documents in one file")
EMPTY = Text(da="en tom fil", en="an empty file")
A_LIST = Text(da="en liste", en="a list")
A_TEXT = Text(da="en enkelt tekst", en="a single text")


def too_much(place: Span, size: Text, limit: int) -> Fault:
    """The fault of a file that holds more than an agreement can."""
    count = Number(limit * 100)
    return Fault("STR01c", place, {"size": size.filled(count=count), "limit": count})


def whole(children: list[Node], faults: list[Fault]) -> Node | None:
    """The top of the file, which is one record."""
    top = children[0] if children else None
    if isinstance(top, Block):
        return top
    empty = top is None or (isinstance(top, Scalar) and top.empty)
    found = EMPTY if empty else A_LIST if isinstance(top, Listing) else A_TEXT
    faults.append(Fault("STR01e", top.span if top else TOP, {"found": found}))
    return None


def block(children: list[Node], start: Mark, end: Mark, faults: list[Fault]) -> Node:
    """Pair keys and values; a key that stands twice keeps its first value."""
    entries: dict[str, tuple[Scalar, Node]] = {}
    pieces: list[tuple[Scalar, Scalar]] = []
    before: Node | None = None
    pairs = iter(children)
    for key, value in zip(pairs, pairs, strict=True):
        if type(value) is Scalar and not value.text and type(before) is Scalar and type(key) is Scalar and is_piece(key, value, before):
            pieces.append((before, key))
            continue
        before = value
        if not isinstance(key, Scalar):
            faults.append(Fault("STR01", key.span, {"line": key.span.line, "reason": COMPLEX_KEY}))
            continue
        word = key.text
        if word == "<<" and key.plain:
            faults.append(Fault("STR01b", key.span, {"thing": MERGE}))
        elif word in entries:
            faults.append(Fault("STR03", key.span, {"key": word, "first": entries[word][0].span.line, "second": key.span.line}))
        else:
            entries[word] = (key, value)
    if pieces:
        from .lost import split_by_comma  # noqa: PLC0415 - few texts are split

        faults.extend(split_by_comma(pieces))
    return Block(entries, start, end)


def is_piece(key: Scalar, value: Scalar, before: Scalar) -> bool:
    """Whether a key in brackets, with neither colon nor value, is the rest of the text or the number before it."""
    bare = (key.end.line, key.end.column) == (value.start.line, value.start.column)
    return bare and key.plain and before.plain and not before.empty and not re.match(GLUED, key.text)


GLUED = r"(\w+):(?=[^ \t\n/])"
"""A name and its value with no blank after the colon; a web address is none."""


def listing(children: list[Node], start: Mark, end: Mark, _: list[Fault]) -> Node:
    """A list of what stands in it."""
    return Listing(children, start, end)


CLOSING: dict[type[object], Callable[[list[Node], Mark, Mark, list[Fault]], Node]] = {
    yaml.MappingEndEvent: block,
    yaml.SequenceEndEvent: listing,
}

COMPLEX_KEY = Text(da="et feltnavn skal være ét ord", en="the name of a field must be one word")


def broken(error: yaml.YAMLError, text: str) -> Fault:
    """The fault of a stream that cannot be read, with libyaml's complaint in plain words."""
    from .culprit import culprit  # noqa: PLC0415 - likewise
    from .reasons import reason_of  # noqa: PLC0415 - most files can be read

    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    said = " ".join(
        str(part) for part in (getattr(error, "problem", ""), getattr(error, "context", ""), getattr(error, "reason", "")) if part
    )
    line, column = (mark.line, mark.column) if mark else place_of(getattr(error, "position", 0) or 0, text)
    noticed = line + 1
    line = min(noticed, max(1, len(text.splitlines())))
    if deep := re.search(DEEP, text):
        line, column = place_of(deep.end() - 1, text)
        line += 1
    if deep or TOO_DEEP in said:
        return too_much(Span(line, column + 1, line, column + 2), PAST_DEPTH, MOST_DEPTH)
    begun = getattr(error, "context_mark", None)
    if found := culprit(text, said, line, begun.line + 1 if begun else line, lambda other: read_further(other, noticed)):
        return Fault("STR01", found.span, {"line": found.span.line, "reason": found.reason}, None, found.edits)
    return Fault("STR01", Span(line, column + 1, line, column + 2), {"line": line, "reason": reason_of(said)})


def read_further(text: str, line: int) -> bool:
    """Whether a text can be read, or at least beyond a line."""
    try:
        for _ in islice(yaml.parse(text, Loader), MOST_EVENTS):
            pass
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        return mark is not None and mark.line + 1 > line
    return True


DEEP = rf"(?:[\[{{]\s*){{{MOST_DEPTH}}}[\[{{]"
"""Brackets in brackets, past our limit: a reader may stumble over them before it shows them to us."""
TOO_DEEP = "nesting depth"
"""What libyaml complains of where it loses count of the levels first."""


def place_of(position: int, text: str) -> tuple[int, int]:
    """Line and column, from 0, of a position in the text."""
    before = text[:position]
    return before.count("\n"), position - (before.rfind("\n") + 1)


MARKERS = ("<<<<<<<", ">>>>>>>", "|||||||")
CONFLICT = r"(?m)^(?:<{7}|>{7}|\|{7})(?: |$)"


def conflict(text: str) -> Fault | None:
    """Markers that git leaves in a file with two versions."""
    match = re.search(CONFLICT, text) if any(marker in text for marker in MARKERS) else None
    if not match:
        return None
    line = text.count("\n", 0, match.start()) + 1
    return Fault("STR01f", Span(line, 1, line, 8), {"line": line})
