"""What an agreement answers, in words: one walk over the declarations, which names no field by hand."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import NamedTuple, TypeAlias
from urllib.parse import quote

from ..model.amounts import Money, Number, Percent, group_thousands
from ..model.choices import Per
from ..model.field import Field, FieldType, ListType, MappingType, RecordType, UnionType, capitalize_key, field
from ..model.record import BLANK, UNREAD, Record, Scrap
from ..model.types import VALUES, AgreementId, Mail, PartyId, PayerId, Prose, RuleCode, Slug, Whole
from ..text.blocks import Inline, Paragraph, Words, join_lines, make_inlines, to_plain_text
from ..text.localized import Text, format_value
from .brief_answers import NUTSHELLS
from .context import RenderContext


class ShortAnswer(NamedTuple):
    """An answer of a few words."""

    words: Words
    number: bool = False
    per: str = ""
    """What the number is counted per."""
    usual: bool = False
    """Whether it says no more than what holds when nothing is said."""
    amount: Money | None = None


class LongAnswer(NamedTuple):
    """An answer in sentences."""

    paragraphs: tuple[Paragraph, ...]


class AnswerList(NamedTuple):
    """A list of answers."""

    items: tuple[Words, ...]
    inline: bool
    """Whether they are names and the like, that read well in a row."""


class NestedAnswer(NamedTuple):
    """A record."""

    answers: tuple["FieldAnswer", ...]


class AnswerRecords(NamedTuple):
    """A list of records."""

    record: type[Record]
    records: tuple[tuple["FieldAnswer", ...], ...]


AnswerContent: TypeAlias = ShortAnswer | LongAnswer | AnswerList | NestedAnswer | AnswerRecords


class FieldAnswer(NamedTuple):
    """A question of the agreement with its answer."""

    field: Field
    label: str
    told: AnswerContent


NOT_RELEVANT = Text(da="Ikke relevant: {reason}", en="Not relevant: {reason}")
NOT_READ = Text(da="»{text}« (kan ikke læses)", en="“{text}” (cannot be read)")
IDS = frozenset(id(VALUES[one]) for one in (PartyId, PayerId))
COUNTED = frozenset(id(VALUES[one]) for one in (Money, Number))
ADDRESS = re.compile(r"https?://[^\s<>\"]+")


def collect_answers(record: Record, lexicon: RenderContext, currency: str = "DKK") -> tuple[FieldAnswer, ...]:
    """All that a record answers, in the order of its declaration, then what stands under keys of the file's own. An amount without a currency of its own has that of what it stands in."""
    own = str(getattr(record, "currency", None) or currency)
    found = tuple(found for one in record.fields if not is_unprinted(one) for found in collect_field_answers(record, one, lexicon, own))
    return (*found, *(build_other_answer(key, scrap, lexicon) for key, scrap in record.others.items())) if record.others else found


def collect_field_answers(record: Record, one: Field, lexicon: RenderContext, currency: str) -> Iterator[FieldAnswer]:
    """Why a field has no answer, where it says so; what stands where it could not be read; and its answer."""
    label = one.label.localize(lexicon.language)
    if one.name in record.written:
        pieces = record.written[one.name]
        if not (is_identifier(one) and all(isinstance(piece, Scrap) and piece.open for piece in pieces)):
            yield FieldAnswer(one, label, build_unreadable_answer(record, one, pieces, lexicon, currency))
        if not isinstance(one.kind, MappingType):
            return
    elif one.name in record.aside and not (is_identifier(one) and record.aside[one.name] == UNREAD):
        yield FieldAnswer(one, label, build_counted_answer(record, one, describe_not_relevant(record.aside[one.name], lexicon), lexicon))
    value = getattr(record, one.name)
    if not (value is None or value in ((), {}) or is_shown_with_other(record, one) or is_placeholder_value(record, one)):
        found = answer_value(one, one.kind, value, lexicon, currency)
        if isinstance(found, ShortAnswer):
            found = found._replace(usual=one.default is not None and value == one.default, per=describe_per(record, one, lexicon))
        yield FieldAnswer(one, label, found)


def build_unreadable_answer(record: Record, one: Field, pieces: tuple[object, ...], lexicon: RenderContext, currency: str) -> AnswerContent:
    """What stands in a field that could not be read, or not as a whole."""
    kind = one.kind.first if isinstance(one.kind, UnionType) else one.kind
    if isinstance(kind, ListType):
        of = kind.of.second if isinstance(kind.of, UnionType) and all(isinstance(piece, Record) for piece in pieces) else kind.of
        return answer_list(one, of, pieces, lexicon, currency)
    (piece,) = pieces if len(pieces) == 1 else (None,)
    if isinstance(piece, Record):
        return answer_record(piece, lexicon, currency)
    text = "; ".join(format_unread(piece, lexicon) for piece in pieces if isinstance(piece, Scrap))
    return LongAnswer(split_paragraphs(text)) if kind is VALUES[Prose] else build_counted_answer(record, one, make_inlines(text), lexicon)


def open_text(record: Record, one: Field) -> str:
    """The words of a field in which something is still to be filled in, with lines to write on; nothing where there is no such place."""
    return "; ".join(piece.text for piece in record.written.get(one.name, ()) if isinstance(piece, Scrap))


def format_unread(scrap: Scrap, lexicon: RenderContext) -> str:
    """What stands in a file where no value could be read: with lines to write on, or marked."""
    return scrap.text if scrap.open else NOT_READ.localize(lexicon.language, text=scrap.text)


def build_other_answer(key: str, scrap: Scrap, lexicon: RenderContext) -> FieldAnswer:
    """What stands under a key that no field has; one that begins with `x_` is the parties' own."""
    own = key.startswith(OWN)
    words = scrap.text if own else format_unread(scrap, lexicon)
    told = LongAnswer(split_paragraphs(words)) if "\n" in words else ShortAnswer(make_inlines(words))
    return FieldAnswer(make_own_field(key), join_lines(capitalize_key(key.removeprefix(OWN))), told)


OWN = "x_"


@cache
def make_own_field(key: str) -> Field:
    """Stands for a key that no field has, the same for all records that have it."""
    one: object = field(key, ask=Text(da="", en=""), example="", public=False, material=False)
    assert isinstance(one, Field)
    one.name, one.kind = key, VALUES[Prose]
    return one


def build_counted_answer(record: Record, one: Field, words: Words, lexicon: RenderContext) -> ShortAnswer:
    """Words in the place of a value, set and counted like it."""
    return ShortAnswer(words, id(one.kind) in COUNTED or one.kind is VALUES[Percent], describe_per(record, one, lexicon))


def is_placeholder_value(record: Record, one: Field) -> bool:
    """Whether a value only stands where another was set aside."""
    return one.name in record.aside and getattr(record, one.name) == one.default


def describe_not_relevant(reason: str, lexicon: RenderContext) -> Words:
    """Why there is no answer, or a line to write it on."""
    return make_inlines(BLANK if reason == UNREAD else NOT_RELEVANT.localize(lexicon.language, reason=reason))


def is_shown_with_other(record: Record, one: Field) -> bool:
    """Whether a field is said together with another: the currency with its amounts, `per` where there is nothing to count."""
    if one.name not in {"currency", "per"}:
        return False
    counted = any(id(other.kind) in COUNTED and getattr(record, other.name) is not None for other in record.fields)
    return counted if one.name == "currency" else not counted and getattr(record, one.name) is Per.TOTAL


def describe_per(record: Record, one: Field, lexicon: RenderContext) -> str:
    """What a number of a record is counted per, in words."""
    per = getattr(record, "per", None)
    return per.localize(lexicon.language) if isinstance(per, Per) and id(one.kind) in COUNTED else ""


def answer_value(one: Field, kind: FieldType, value: object, lexicon: RenderContext, currency: str) -> AnswerContent:
    """A value as an answer."""
    match choose_type(kind, value):
        case RecordType():
            return answer_record(value, lexicon, currency)
        case ListType(of):
            return answer_list(one, of, value if isinstance(value, tuple) else (value,), lexicon, currency)
        case MappingType(_, of):
            return NestedAnswer(tuple(answer_keyed(one, key, of, part, lexicon) for key, part in list_pairs(value)))
        case _:
            return (
                LongAnswer(split_paragraphs(str(value)))
                if kind is VALUES[Prose]
                else make_short_answer(one, kind, value, lexicon, currency)
            )


def choose_type(kind: FieldType, value: object) -> FieldType:
    """The kind that a value was read as, where there was a choice."""
    if not isinstance(kind, UnionType):
        return kind
    return kind.second if isinstance(value, str | Record) else kind.first


def answer_list(
    one: Field, kind: FieldType, values: tuple[object, ...], lexicon: RenderContext, currency: str
) -> AnswerList | AnswerRecords:
    """A list: of records, or of values that read in a row or one by one."""
    if isinstance(kind, RecordType):
        return AnswerRecords(kind.record, tuple(collect_answers(part, lexicon, currency) for part in values if isinstance(part, Record)))
    inline = not (isinstance(kind, UnionType) or kind is VALUES[Prose] or one in lexicon.texts)
    scraps = (make_inlines(format_unread(part, lexicon)) if isinstance(part, Scrap) else None for part in values)
    return AnswerList(
        tuple(words or make_short_answer(one, kind, part, lexicon, currency).words for words, part in zip(scraps, values, strict=True)),
        inline,
    )


def list_pairs(value: object) -> tuple[tuple[str, object], ...]:
    """The keys and values of a mapping."""
    return tuple(value.items()) if isinstance(value, Mapping) else ()


def answer_record(value: object, lexicon: RenderContext, currency: str) -> AnswerContent:
    """A record in a nutshell where it has one, else answer by answer."""
    nutshell = NUTSHELLS.get(type(value))
    if nutshell and isinstance(value, Record):
        if value.aside or value.written or value.others:
            return ShortAnswer(format_brief_record(collect_answers(value, lexicon, currency)))
        return ShortAnswer(tuple(clean_inline(one) for one in nutshell(value, lexicon.language)))
    return NestedAnswer(collect_answers(value, lexicon, currency)) if isinstance(value, Record) else AnswerList((), inline=True)


def format_brief_record(found: tuple[FieldAnswer, ...]) -> Words:
    """The answers of a small record in one line, each after its name: `Start: 1. januar 2026, Slut: ____________`."""
    words: Words = ()
    for one in found:
        if isinstance(one.told, ShortAnswer) and not one.told.usual:
            words = (*words, Inline(f"{', ' if words else ''}{one.label}: "), *one.told.words)
        elif isinstance(one.told, LongAnswer):
            text = " ".join(to_plain_text(part) for paragraph in one.told.paragraphs for part in paragraph.lines)
            words = (*words, Inline(f"{', ' if words else ''}{one.label}: {text}"))
    return words


def answer_keyed(one: Field, key: str, kind: FieldType, value: object, lexicon: RenderContext) -> FieldAnswer:
    """A value under a key of the profile, with the name that the profile gives it."""
    return FieldAnswer(one, join_lines(lexicon.principles.get(key, capitalize_key(key))), answer_value(one, kind, value, lexicon, ""))


def make_short_answer(one: Field, kind: FieldType, value: object, lexicon: RenderContext, currency: str) -> ShortAnswer:
    """A single value in words."""
    kind = choose_type(kind, value)
    if isinstance(value, Money):
        value = value._replace(currency=currency)
    known = lexicon.texts.get(one, {}).get(value) if isinstance(value, int) else None
    words = make_inlines(f"{value}. {known}") if known else (clean_inline(make_inline(one, kind, value, lexicon)),)
    return ShortAnswer(words, isinstance(value, Money | Number | Percent), amount=value if isinstance(value, Money) else None)


def make_inline(one: Field, kind: FieldType, value: object, lexicon: RenderContext) -> Inline:
    """A value as a stretch of words, with the day it names or where it leads."""
    said = format_value(value, lexicon.language)
    if isinstance(value, date):
        return Inline(said, day=value.isoformat())
    if id(kind) in IDS:
        return Inline(lexicon.parties.get(said, said))
    if kind is VALUES[Mail]:
        return Inline(said, target=f"mailto:{quote(said, safe='@')}")
    if kind is VALUES[RuleCode]:
        return Inline(lexicon.describe_rule(said))
    if kind is VALUES[AgreementId]:
        return Inline(lexicon.agreements.get(said, said))
    return Inline(format_whole_number(one, value, lexicon) if kind is VALUES[Whole] and isinstance(value, int) else said)


def format_whole_number(one: Field, value: int, lexicon: RenderContext) -> str:
    """A whole number with its thousands apart, and with its scale where it has one."""
    said = group_thousands(value, lexicon.language)
    if one.limits:
        low, high = one.limits
        return SCALE.localize(lexicon.language, value=said, low=low, high=high)
    return said


SCALE = Text(da="{value} på skalaen {low}-{high}", en="{value} on the scale {low}-{high}")


def clean_inline(one: Inline) -> Inline:
    """A stretch of words fit for a line."""
    return one._replace(text=join_lines(one.text))


def split_paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Text as it was broken: a blank line between paragraphs, other line breaks kept. A text that is one web address leads there."""
    address = text if ADDRESS.fullmatch(text) else ""
    pieces = [piece for piece in re.split(r"\n\s*\n", text) if piece.strip()]
    return tuple(
        Paragraph(tuple((clean_inline(Inline(each.strip(), target=address)),) for each in piece.splitlines() if each.strip()))
        for piece in pieces
    )


def is_identifier(one: Field) -> bool:
    """Whether a field is a name for the file more than for the reader."""
    return one.kind is VALUES[Slug]


def is_unprinted(one: Field) -> bool:
    """Whether a field is a name for calendars and commands alone, that nobody signs."""
    return is_identifier(one) and one.material is False
