"""Document → records: each field is read by its kind; what cannot be read is a fault and set aside."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, TypeVar, cast

from ..model.choices import Formality, Status
from ..model.field import (
    NOT_RELEVANT,
    SECTION,
    EnumType,
    Field,
    FieldType,
    ListType,
    MappingType,
    ParseIssue,
    RecordType,
    ScalarType,
    UnionType,
    capitalize_key,
    map_spellings_to_choices,
)
from ..model.record import NOTHING, UNREAD, Record, Scrap
from ..model.types import VALUES, Key
from ..text.localized import Language, Text
from .issues import DecodeContext, Unread, format_plain_text, make_unread
from .lost_text import find_glued_name
from .parser import EMPTY_WORDS, MappingNode, Node, Scalar, SequenceNode, SourceFault
from .placeholders import has_blank, is_hasty, is_lost, is_partly_open, is_placeholder

R = TypeVar("R", bound=Record)

OPEN = "x_"
CUTTING = (" #", "\t#")
"""Without one of these no text of the file is cut off by a comment."""
WORD = Text(da="ét ord", en="one word")


class DecodedFile(NamedTuple):
    """What there is to know of records made of a document, besides the records."""

    faults: tuple[SourceFault, ...]
    places: Mapping[int, MappingNode]
    """The block of each record, by the record's identity."""
    language: Language
    """The language of the file's keys."""


def decode_document(root: MappingNode, text: str, record: type[R], vocabulary: Mapping[str, str] = NOTHING) -> tuple[R, DecodedFile]:
    """A record of that type made of a document and its text. `vocabulary`: the spellings of keys that the profile decides."""
    lines = text.splitlines() if any(mark in text for mark in CUTTING) else ()
    notes = DecodeContext(detect_language(root, record), vocabulary, lines, hasty=is_hasty(text))
    decoded = cast("R", decode_record(root, record, notes))
    notes.note_mixed_languages()
    return decoded, DecodedFile(tuple(notes.faults), notes.places, notes.language)


def detect_language(root: MappingNode, record: type[Record]) -> Language:
    """The language most keys at the top are written in; Danish when in doubt."""
    known = [(word, record.names[word]) for word in root.entries if word in record.names]
    english = sum(word == field.name != field.key for word, field in known)
    danish = sum(word != field.name for word, field in known)
    return "en" if english > danish else "da"


class RecordDraft:
    """What is known of a record while its block is read."""

    __slots__ = ("aside", "others", "values", "written")

    def __init__(self) -> None:
        self.values: dict[str, object] = {}
        self.aside: dict[str, str] = {}
        self.written: dict[str, tuple[object, ...]] = {}
        self.others: dict[str, Scrap] = {}

    def to_record(self, record: type[Record]) -> Record:
        """The record."""
        return record.of(self.values, self.aside or NOTHING, self.written, self.others)


def decode_record(block: MappingNode, record: type[Record], notes: DecodeContext) -> Record | Unread:
    """One record of a block, with all its faults; unread when something it cannot stand without is missing."""
    draft = RecordDraft()
    met: dict[str, Scalar] = {}
    names = record.names
    notes.blocks.append((record, block))
    for word, (key, node) in block.entries.items():
        field = names.get(word)
        if field is None:
            continue
        if field.name in met:
            notes.note_duplicate(met[field.name], key)
            draft.others[word] = Scrap(format_plain_text(node))
            continue
        met[field.name] = key
        decode_field(field, node, draft, notes)
    if len(met) < len(block.entries):
        note_unknown_keys(block, record, met, draft, notes)
    absent = [field for field in record.needed if field.name not in draft.values]
    bearable = not absent or is_bearable(absent, block, draft, notes)
    decoded = draft.to_record(record)
    notes.places[id(decoded)] = block
    return decoded if bearable else Unread((decoded,))


def is_bearable(absent: list[Field], block: MappingNode, draft: RecordDraft, notes: DecodeContext) -> bool:
    """Whether a record can stand without these fields; each is noted, unless it was answered otherwise."""
    for field in absent:
        if field.name not in draft.aside:
            notes.note_missing(field, block)
            draft.aside[field.name] = UNREAD
    return all(field.optional for field in absent)


def note_unknown_keys(
    block: MappingNode, record: type[Record], met: Mapping[str, Scalar], draft: RecordDraft, notes: DecodeContext
) -> None:
    """The keys that no field has; the absent fields they were meant to be are set aside."""
    unknown = [(key, node) for word, (key, node) in block.entries.items() if word not in record.names]
    draft.others.update((key.text, Scrap(format_plain_text(node))) for key, node in unknown if not is_empty(node))
    strange = [(key, node) for key, node in unknown if not key.text.startswith(OPEN)]
    for key, node in unknown:
        if key.text.startswith(OPEN):
            notes.cut_off_own(node)
    free = [field for field in record.fields if field.name not in met] if strange else []
    known = tuple(dict.fromkeys(word for field in free for word in field.spellings))
    written = tuple(field.get_key(notes.language) for field in free)
    for key, node in strange:
        meant = notes.note_unknown_key(key, node, known, written)
        if meant:
            draft.aside.setdefault(record.names[meant].name, UNREAD)


def decode_field(field: Field, node: Node, draft: RecordDraft, notes: DecodeContext) -> None:
    """Read the answer to one question: a value, a reason why it is not relevant, or nothing."""
    if is_unwritten(node, field.kind, notes):
        return
    if type(node) is MappingNode and (reason := find_reason(node)) is not None:
        mark_not_relevant(field, node, reason, draft, notes)
        return
    value = decode_node(field.kind, field, node, notes)
    if type(value) is Unread:
        draft.written[field.name] = value.pieces
        if not value.known:
            draft.aside[field.name] = UNREAD
        value = value.value
    if not (value is None or value == ()):
        draft.values[field.name] = value


def is_unwritten(node: Node, kind: FieldType, notes: DecodeContext) -> bool:
    """Whether there is no answer, of which a comment in the place of a text may have taken all."""
    if not is_empty(node):
        return False
    if type(node) is Scalar and can_take_text(kind):
        notes.cut_off(node)
    return True


def can_take_text(kind: FieldType) -> bool:
    """Whether words may stand there."""
    match kind:
        case ScalarType():
            return kind.text
        case ListType(of):
            return can_take_text(of)
        case UnionType(_, second):
            return can_take_text(second)
        case RecordType(record):
            return "tekst" in record.names
        case _:
            return False


def is_empty(node: Node) -> bool:
    """Whether a key stands with nothing behind it, or with a text of no letters."""
    if isinstance(node, Scalar):
        return (node.plain and node.text in EMPTY_WORDS) or not node.text.strip()
    return not (node.items if isinstance(node, SequenceNode) else node.entries)


def find_reason(node: MappingNode) -> str | None:
    """The reason of `{ikke_relevant: reason}`, empty when none is given; nothing where the block is none."""
    for word in NOT_RELEVANT:
        if word in node.entries:
            _, reason = node.entries[word]
            return reason.text.strip() if isinstance(reason, Scalar) and not reason.empty else ""
    return None


def mark_not_relevant(field: Field, node: MappingNode, reason: str, draft: RecordDraft, notes: DecodeContext) -> None:
    """Take note that a question is answered with "not relevant"."""
    for _, written in node.entries.values():
        if type(written) is Scalar:
            notes.cut_off(written)
    if len(node.entries) > 1:
        notes.note_answer_and_reason(field, node)
    elif not field.waivable:
        notes.note_not_waivable(field, node)
    elif is_lost(reason) or is_placeholder(reason):
        notes.note_placeholder(field, node.span, reason)
    else:
        if reason:
            draft.aside[field.name] = reason
        return
    draft.aside[field.name] = UNREAD
    draft.written[field.name] = (Scrap(format_plain_text(node)),)


def decode_node(kind: FieldType, field: Field, node: Node, notes: DecodeContext) -> object:
    """The value of a node: read, partly read, or unread."""
    if type(node) is Scalar and is_placeholder(node.text):
        return notes.note_placeholder(field, node.span, node.text)
    return READERS[type(kind)](kind, field, node, notes)


def decode_scalar(kind: ScalarType, field: Field, node: Node, notes: DecodeContext) -> object:
    """A value read from text, with what there is to remark."""
    if type(node) is not Scalar:
        return notes.note_wrong_shape(kind.words, field, node)
    if kind.text:
        notes.cut_off(node)
    if kind.text and notes.hasty and has_blank(node.text):
        return notes.note_placeholder(field, node.span, node.text, None if is_lost(node.text) else kind.read(node))
    value = kind.read(node) if kind.text or not node.split else make_unread(node)
    if isinstance(value, ParseIssue):
        if value.value is not None:
            return notes.note_remark(value, node)
        return (
            notes.note_placeholder(field, node.span, node.text)
            if is_partly_open(node.text)
            else notes.note_impossible(kind.words, field, node, kind.reason)
        )
    return limit_value(value, field, node, notes)


def limit_value(value: object, field: Field, node: Scalar, notes: DecodeContext) -> object:
    """A value that is neither too large nor too long."""
    if field.limits and isinstance(value, int) and not field.limits[0] <= value <= field.limits[1]:
        low, high = field.limits
        return notes.note_impossible(Text(da=f"et tal fra {low} til {high}", en=f"a number from {low} to {high}"), field, node)
    if field.longest and isinstance(value, str) and len(value) > field.longest:
        return notes.note_impossible(
            Text(da=f"en tekst på højst {field.longest} tegn", en=f"a text of at most {field.longest} characters"), field, node
        )
    return value


def decode_choice(kind: EnumType, field: Field, node: Node, notes: DecodeContext) -> object:
    """One word of a list; the nearest one, where the whole agreement is weighed by it."""
    choice = kind.choice
    if not isinstance(node, Scalar):
        return notes.note_wrong_shape(WORD, field, node)
    word = map_spellings_to_choices(choice).get(node.text)
    if word is not None:
        return word
    if is_partly_open(node.text):
        return notes.note_placeholder(field, node.span, node.text)
    meant = notes.note_unknown_choice(choice, field, node)
    return Unread((Scrap(node.text),), meant if choice in {Status, Formality} else None)


def decode_section(kind: RecordType, field: Field, node: Node, notes: DecodeContext) -> object:
    """A record, also of bare text where it has a text."""
    if isinstance(node, MappingNode):
        return decode_record(node, kind.record, notes)
    body = kind.record.names.get("tekst")
    if isinstance(node, Scalar) and node.plain and find_glued_name(node.text) in kind.record.names:
        return notes.note_no_blank(node)
    if isinstance(node, Scalar) and body:
        word = body.get_key(notes.language)
        return decode_record(MappingNode({word: (node, node)}, node.start, node.end), kind.record, notes)
    return notes.note_wrong_shape(SECTION, field, node)


def decode_list(kind: ListType, field: Field, node: Node, notes: DecodeContext) -> object:
    """A list; one value is a list of one. Readable items are kept when others are not."""
    nodes = node.items if isinstance(node, SequenceNode) else [node]
    values = [
        decode_node(kind.of, field, item, notes) for item in nodes if not (type(item) is Scalar and is_unwritten(item, kind.of, notes))
    ]
    unread = [value for value in values if type(value) is Unread]
    if not unread:
        return tuple(values)
    kept = tuple([value for each in values if (value := each.value if type(each) is Unread else each) is not None])
    pieces = tuple([piece for each in values for piece in (each.pieces if type(each) is Unread else (each,))])
    if isinstance(kind.of, RecordType):
        record = kind.of.record
        pieces = tuple([make_text_only_record(piece, record) if isinstance(piece, Scrap) else piece for piece in pieces])
    return Unread(pieces, kept, known=all(each.known for each in unread))


LEADS = ("text", "name", "title", "item", "term")
"""The field that says what a record is about."""


def make_text_only_record(piece: Scrap, record: type[Record]) -> Record:
    """A record of which there are only the words that stand in its place."""
    names = [field.name for field in record.fields]
    lead = next((name for name in LEADS if name in names), names[0])
    return record.of({}, dict.fromkeys((lead, *(field.name for field in record.needed)), UNREAD), {lead: (piece,)})


def decode_union(kind: UnionType, field: Field, node: Node, notes: DecodeContext) -> object:
    """The first kind where it fits without a word, else the second."""
    first, second = kind
    if not isinstance(node, Scalar):
        return decode_node(second if isinstance(second, RecordType) else first, field, node, notes)
    if isinstance(second, RecordType):
        return decode_node(first, field, node, notes)
    if isinstance(first, EnumType):
        return map_spellings_to_choices(first.choice).get(node.text) or decode_node(second, field, node, notes)
    value = (first.beside_text or first.read)(node) if isinstance(first, ScalarType) else None
    return decode_node(second, field, node, notes) if value is None or isinstance(value, ParseIssue) else value


def decode_mapping(kind: MappingType, field: Field, node: Node, notes: DecodeContext) -> object:
    """Values under keys that the profile decides; where it decides none, every key is taken. Readable ones are kept when others are not."""
    if not isinstance(node, MappingNode):
        return notes.note_wrong_shape(SECTION, field, node)
    values: dict[object, object] = {}
    lost: list[object] = []
    for word, (key, item) in node.entries.items():
        name = resolve_mapping_key(kind, word, key, field, notes)
        value = (
            None
            if is_unwritten(item, kind.of, notes)
            else make_unread(item)
            if type(name) is Unread
            else decode_scalar(kind.of, field, item, notes)
        )
        if type(value) is Unread:
            if not value.known:
                lost += [Scrap(f"{capitalize_key(word)}: {piece.text}", piece.open) for piece in value.pieces if isinstance(piece, Scrap)]
            value = value.value
        if value is not None:
            values[name] = value
    return Unread(tuple(lost), values) if lost else values or None


def resolve_mapping_key(kind: MappingType, word: str, key: Scalar, field: Field, notes: DecodeContext) -> object:
    """The canonical key of one spelling."""
    if notes.vocabulary and kind.key is VALUES[Key]:
        if word not in notes.vocabulary:
            notes.note_unknown_key(key, None, tuple(notes.vocabulary))
        return notes.vocabulary.get(word) or make_unread(key)
    value = kind.key.read(key)
    return notes.note_impossible(kind.key.words, field, key) if isinstance(value, ParseIssue) else value


READERS: Mapping[type[FieldType], Callable[[Any, Field, Node, DecodeContext], object]] = {
    ScalarType: decode_scalar,
    EnumType: decode_choice,
    RecordType: decode_section,
    ListType: decode_list,
    UnionType: decode_union,
    MappingType: decode_mapping,
}
"""How each kind is read."""
