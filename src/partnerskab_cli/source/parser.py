"""YAML text → a document in which every key, value and list item knows its place. YAML ends here."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from typing import NamedTuple, Protocol, cast

import yaml

from ..diagnostics import TOP, Edit, Span
from ..model.amounts import Number
from ..text.localized import Text

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml where it is there, else the same events more slowly."""

MOST_DEPTH = 32
LONGEST_TAG = 60
MOST_EVENTS = 32_000
PAST_DEPTH = Text(da="mere end {count} lag", en="more than {count} levels")
PAST_EVENTS = Text(da="mere end {count} værdier", en="more than {count} values")
EMPTY_WORDS = frozenset({"", "~", "null", "Null", "NULL"})


class SourceFault(NamedTuple):
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


class YamlMark(Protocol):
    """A place as libyaml gives it, counted from 0."""

    line: int
    column: int


class Event(Protocol):
    """A YAML event, as far as the reader looks."""

    value: str
    style: str | None
    anchor: str | None
    tag: str | None
    start_mark: YamlMark
    end_mark: YamlMark


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
        return make_span(self.start, self.end)


class MappingNode:
    """A record as it was written: each key with its place and its value."""

    __slots__ = ("end", "entries", "start")

    def __init__(self, entries: "dict[str, tuple[Scalar, Node]]", start: YamlMark, end: YamlMark) -> None:
        self.entries = entries
        self.start = start
        self.end = end

    @property
    def span(self) -> Span:
        """Its first key, or its opening bracket."""
        first = next(iter(self.entries.values()), None)
        return first[0].span if first else make_span(self.start, self.start)


class SequenceNode:
    """A list as it was written."""

    __slots__ = ("end", "items", "start")

    def __init__(self, items: "list[Node]", start: YamlMark, end: YamlMark) -> None:
        self.items = items
        self.start = start
        self.end = end

    @property
    def span(self) -> Span:
        """Its first item, or its opening bracket."""
        return self.items[0].span if self.items else make_span(self.start, self.start)


Node = Scalar | MappingNode | SequenceNode


def iter_scalars(node: Node) -> Iterator[Scalar]:
    """Every key and every value, top down."""
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, SequenceNode):
        for item in node.items:
            yield from iter_scalars(item)
    elif isinstance(node, MappingNode):
        for key, value in node.entries.values():
            yield key
            yield from iter_scalars(value)


def find_last_line(node: Node) -> int:
    """The last line on which something of a node is written, counted from 1."""
    if isinstance(node, Scalar):
        return node.end.line + (node.end.column > 0 or node.end.line == node.start.line)
    inside = [each for key, value in node.entries.values() for each in (key, value)] if isinstance(node, MappingNode) else node.items
    return max((find_last_line(each) for each in inside), default=node.start.line + 1)


class ParsedYaml(NamedTuple):
    """What a file says, before anyone asks what it means."""

    root: MappingNode | None
    faults: tuple[SourceFault, ...]


def make_span(start: YamlMark, end: YamlMark) -> Span:
    """A stretch counted from 1. One over several lines ends where its first line is known to go on."""
    line, column = start.line + 1, start.column + 1
    return Span(line, column, line, max(end.column + 1, column) if end.line == start.line else column + 1)


def parse_yaml(text: str) -> ParsedYaml:
    """Read YAML text. A fault that hides the rest gives no root; the others stand beside it."""
    composed = unicodedata.is_normalized("NFC", text)
    faults = [] if composed else [SourceFault("STR11", find_decomposed_letter(text))]
    try:
        loader = Loader(text)
        try:
            root = compose_nodes(cast("Iterator[Event]", iter(loader.get_event, None)), faults, composed=composed)
        finally:
            loader.dispose()
    except yaml.YAMLError as error:
        return ParsedYaml(None, (*faults, make_parse_fault(error, text)))
    return ParsedYaml(root if isinstance(root, MappingNode) else None, tuple(faults))


def find_decomposed_letter(text: str) -> Span:
    """The first letter that is stored in two parts, or as another than the usual one."""
    for number, line in enumerate(text.splitlines(), 1):
        for column, letter in enumerate(line, 1):
            if not unicodedata.is_normalized("NFC", line[max(0, column - 2) : column]):
                return Span(number, column - unicodedata.is_normalized("NFC", letter), number, column + 1)
    return TOP


SCALAR = yaml.ScalarEvent
OPENING = frozenset({yaml.MappingStartEvent, yaml.SequenceStartEvent})


def compose_nodes(events: Iterator[Event], faults: list[SourceFault], *, composed: bool) -> Node | None:
    """The one loop over the events: an opening starts a list of children, its end makes the node."""
    opened: list[tuple[YamlMark, list[Node]]] = []
    children: list[Node] = []
    documents = 0
    make_scalar = Scalar if composed else compose_scalar
    for event in islice(events, MOST_EVENTS):
        kind: type[object] = type(event)
        if kind is SCALAR and not (event.anchor or event.tag):
            children.append(make_scalar(event))
        elif kind in CLOSING:
            start, outer = opened.pop()
            outer.append(CLOSING[kind](children, start, event.end_mark, faults))
            children = outer
        elif kind is yaml.AliasEvent or getattr(event, "anchor", None) or getattr(event, "tag", None):
            faults.append(SourceFault("STR01b", make_span(event.start_mark, event.end_mark), {"thing": describe_unsupported(event)}))
            return None
        elif kind in OPENING:
            if len(opened) == MOST_DEPTH:
                faults.append(make_limit_fault(make_span(event.start_mark, event.end_mark), PAST_DEPTH, MOST_DEPTH))
                return None
            opened.append((event.start_mark, children))
            children = []
        elif kind is yaml.DocumentStartEvent:
            documents += 1
            if documents > 1:
                faults.append(SourceFault("STR01e", make_span(event.start_mark, event.end_mark), {"found": SEVERAL}))
                return None
        elif kind is yaml.StreamEndEvent:
            return require_mapping(children, faults)
    faults.append(make_limit_fault(make_span(event.start_mark, event.end_mark), PAST_EVENTS, MOST_EVENTS))
    return None


def compose_scalar(event: Event) -> Scalar:
    """A scalar whose letters in two parts are joined."""
    scalar = Scalar(event)
    scalar.text = unicodedata.normalize("NFC", scalar.text)
    return scalar


def describe_unsupported(event: Event) -> Text:
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


def make_limit_fault(place: Span, size: Text, limit: int) -> SourceFault:
    """The fault of a file that holds more than an agreement can."""
    count = Number(limit * 100)
    return SourceFault("STR01c", place, {"size": size.format(count=count), "limit": count})


def require_mapping(children: list[Node], faults: list[SourceFault]) -> Node | None:
    """The top of the file, which is one record."""
    top = children[0] if children else None
    if isinstance(top, MappingNode):
        return top
    empty = top is None or (isinstance(top, Scalar) and top.empty)
    text = EMPTY if empty else A_LIST if isinstance(top, SequenceNode) else A_TEXT
    faults.append(SourceFault("STR01e", top.span if top else TOP, {"found": text}))
    return None


def make_mapping(children: list[Node], start: YamlMark, end: YamlMark, faults: list[SourceFault]) -> Node:
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
            faults.append(SourceFault("STR01", key.span, {"line": key.span.line, "reason": COMPLEX_KEY}))
            continue
        word = key.text
        if word == "<<" and key.plain:
            faults.append(SourceFault("STR01b", key.span, {"thing": MERGE}))
        elif word in entries:
            faults.append(SourceFault("STR03", key.span, {"key": word, "first": entries[word][0].span.line, "second": key.span.line}))
        else:
            entries[word] = (key, value)
    if pieces:
        from .lost_text import split_by_comma  # noqa: PLC0415 - few texts are split

        faults.extend(split_by_comma(pieces))
    return MappingNode(entries, start, end)


def is_piece(key: Scalar, value: Scalar, before: Scalar) -> bool:
    """Whether a key in brackets, with neither colon nor value, is the rest of the text or the number before it."""
    bare = (key.end.line, key.end.column) == (value.start.line, value.start.column)
    return bare and key.plain and before.plain and not before.empty and not re.match(GLUED, key.text)


GLUED = r"(\w+):(?=[^ \t\n/])"
"""A name and its value with no blank after the colon; a web address is none."""


def make_sequence(children: list[Node], start: YamlMark, end: YamlMark, _: list[SourceFault]) -> Node:
    """A list of what stands in it."""
    return SequenceNode(children, start, end)


CLOSING: dict[type[object], Callable[[list[Node], YamlMark, YamlMark, list[SourceFault]], Node]] = {
    yaml.MappingEndEvent: make_mapping,
    yaml.SequenceEndEvent: make_sequence,
}

COMPLEX_KEY = Text(da="et feltnavn skal være ét ord", en="the name of a field must be one word")


def make_parse_fault(error: yaml.YAMLError, text: str) -> SourceFault:
    """The fault of a stream that cannot be read, with libyaml's complaint in plain words."""
    from .culprit import find_culprit  # noqa: PLC0415 - likewise
    from .parse_errors import explain_parser_error  # noqa: PLC0415 - most files can be read

    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    message = " ".join(
        str(part) for part in (getattr(error, "problem", ""), getattr(error, "context", ""), getattr(error, "reason", "")) if part
    )
    line, column = (mark.line, mark.column) if mark else locate_position(getattr(error, "position", 0) or 0, text)
    noticed = line + 1
    line = min(noticed, max(1, len(text.splitlines())))
    if deep := re.search(DEEP, text):
        line, column = locate_position(deep.end() - 1, text)
        line += 1
    if deep or TOO_DEEP in message:
        return make_limit_fault(Span(line, column + 1, line, column + 2), PAST_DEPTH, MOST_DEPTH)
    begun = getattr(error, "context_mark", None)
    if culprit := find_culprit(text, message, line, begun.line + 1 if begun else line, lambda other: can_read_further(other, noticed)):
        return SourceFault("STR01", culprit.span, {"line": culprit.span.line, "reason": culprit.reason}, None, culprit.edits)
    return SourceFault("STR01", Span(line, column + 1, line, column + 2), {"line": line, "reason": explain_parser_error(message)})


def can_read_further(text: str, line: int) -> bool:
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


def locate_position(position: int, text: str) -> tuple[int, int]:
    """Line and column, from 0, of a position in the text."""
    before = text[:position]
    return before.count("\n"), position - (before.rfind("\n") + 1)


MARKERS = ("<<<<<<<", ">>>>>>>", "|||||||")
CONFLICT = r"(?m)^(?:<{7}|>{7}|\|{7})(?: |$)"


def find_merge_conflict(text: str) -> SourceFault | None:
    """Markers that git leaves in a file with two versions."""
    match = re.search(CONFLICT, text) if any(marker in text for marker in MARKERS) else None
    if not match:
        return None
    line = text.count("\n", 0, match.start()) + 1
    return SourceFault("STR01f", Span(line, 1, line, 8), {"line": line})
