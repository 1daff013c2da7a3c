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
    content: AnswerContent


NOT_RELEVANT = Text(da="Ikke relevant: {reason}", en="Not relevant: {reason}")
NOT_READ = Text(da="»{text}« (kan ikke læses)", en="“{text}” (cannot be read)")
IDS = frozenset(id(VALUES[item]) for item in (PartyId, PayerId))
COUNTED = frozenset(id(VALUES[item]) for item in (Money, Number))
ADDRESS = re.compile(r"https?://[^\s<>\"]+")


def collect_answers(record: Record, context: RenderContext, currency: str = "DKK") -> tuple[FieldAnswer, ...]:
    """All that a record answers, in the order of its declaration, then what stands under keys of the file's own. An amount without a currency of its own has that of what it stands in."""
    own = str(getattr(record, "currency", None) or currency)
    answers = tuple(
        answer for field in record.fields if not is_unprinted(field) for answer in collect_field_answers(record, field, context, own)
    )
    return (*answers, *(build_other_answer(key, scrap, context) for key, scrap in record.others.items())) if record.others else answers


def collect_field_answers(record: Record, field: Field, context: RenderContext, currency: str) -> Iterator[FieldAnswer]:
    """Why a field has no answer, where it says so; what stands where it could not be read; and its answer."""
    label = field.label.localize(context.language)
    if field.name in record.written:
        pieces = record.written[field.name]
        if not (is_identifier(field) and all(isinstance(piece, Scrap) and piece.open for piece in pieces)):
            yield FieldAnswer(field, label, build_unreadable_answer(record, field, pieces, context, currency))
        if not isinstance(field.kind, MappingType):
            return
    elif field.name in record.aside and not (is_identifier(field) and record.aside[field.name] == UNREAD):
        yield FieldAnswer(
            field, label, build_counted_answer(record, field, describe_not_relevant(record.aside[field.name], context), context)
        )
    value = getattr(record, field.name)
    if not (value is None or value in ((), {}) or is_shown_with_other(record, field) or is_placeholder_value(record, field)):
        answer = answer_value(field, field.kind, value, context, currency)
        if isinstance(answer, ShortAnswer):
            answer = answer._replace(usual=field.default is not None and value == field.default, per=describe_per(record, field, context))
        yield FieldAnswer(field, label, answer)


def build_unreadable_answer(
    record: Record, field: Field, pieces: tuple[object, ...], context: RenderContext, currency: str
) -> AnswerContent:
    """What stands in a field that could not be read, or not as a whole."""
    kind = field.kind.first if isinstance(field.kind, UnionType) else field.kind
    if isinstance(kind, ListType):
        of = kind.of.second if isinstance(kind.of, UnionType) and all(isinstance(piece, Record) for piece in pieces) else kind.of
        return answer_list(field, of, pieces, context, currency)
    (piece,) = pieces if len(pieces) == 1 else (None,)
    if isinstance(piece, Record):
        return answer_record(piece, context, currency)
    text = "; ".join(format_unread(piece, context) for piece in pieces if isinstance(piece, Scrap))
    return LongAnswer(split_paragraphs(text)) if kind is VALUES[Prose] else build_counted_answer(record, field, make_inlines(text), context)


def open_text(record: Record, field: Field) -> str:
    """The words of a field in which something is still to be filled in, with lines to write on; nothing where there is no such place."""
    return "; ".join(piece.text for piece in record.written.get(field.name, ()) if isinstance(piece, Scrap))


def format_unread(scrap: Scrap, context: RenderContext) -> str:
    """What stands in a file where no value could be read: with lines to write on, or marked."""
    return scrap.text if scrap.open else NOT_READ.localize(context.language, text=scrap.text)


def build_other_answer(key: str, scrap: Scrap, context: RenderContext) -> FieldAnswer:
    """What stands under a key that no field has; one that begins with `x_` is the parties' own."""
    own = key.startswith(OWN)
    words = scrap.text if own else format_unread(scrap, context)
    answer = LongAnswer(split_paragraphs(words)) if "\n" in words else ShortAnswer(make_inlines(words))
    return FieldAnswer(make_own_field(key), join_lines(capitalize_key(key.removeprefix(OWN))), answer)


OWN = "x_"


@cache
def make_own_field(key: str) -> Field:
    """Stands for a key that no field has, the same for all records that have it."""
    value: object = field(key, ask=Text(da="", en=""), example="", public=False, material=False)
    assert isinstance(value, Field)
    value.name, value.kind = key, VALUES[Prose]
    return value


def build_counted_answer(record: Record, field: Field, words: Words, context: RenderContext) -> ShortAnswer:
    """Words in the place of a value, set and counted like it."""
    return ShortAnswer(words, id(field.kind) in COUNTED or field.kind is VALUES[Percent], describe_per(record, field, context))


def is_placeholder_value(record: Record, field: Field) -> bool:
    """Whether a value only stands where another was set aside."""
    return field.name in record.aside and getattr(record, field.name) == field.default


def describe_not_relevant(reason: str, context: RenderContext) -> Words:
    """Why there is no answer, or a line to write it on."""
    return make_inlines(BLANK if reason == UNREAD else NOT_RELEVANT.localize(context.language, reason=reason))


def is_shown_with_other(record: Record, field: Field) -> bool:
    """Whether a field is said together with another: the currency with its amounts, `per` where there is nothing to count."""
    if field.name not in {"currency", "per"}:
        return False
    counted = any(id(other.kind) in COUNTED and getattr(record, other.name) is not None for other in record.fields)
    return counted if field.name == "currency" else not counted and getattr(record, field.name) is Per.TOTAL


def describe_per(record: Record, field: Field, context: RenderContext) -> str:
    """What a number of a record is counted per, in words."""
    per = getattr(record, "per", None)
    return per.localize(context.language) if isinstance(per, Per) and id(field.kind) in COUNTED else ""


def answer_value(field: Field, kind: FieldType, value: object, context: RenderContext, currency: str) -> AnswerContent:
    """A value as an answer."""
    match choose_type(kind, value):
        case RecordType():
            return answer_record(value, context, currency)
        case ListType(of):
            return answer_list(field, of, value if isinstance(value, tuple) else (value,), context, currency)
        case MappingType(_, of):
            return NestedAnswer(tuple(answer_keyed(field, key, of, part, context) for key, part in list_pairs(value)))
        case _:
            return (
                LongAnswer(split_paragraphs(str(value)))
                if kind is VALUES[Prose]
                else make_short_answer(field, kind, value, context, currency)
            )


def choose_type(kind: FieldType, value: object) -> FieldType:
    """The kind that a value was read as, where there was a choice."""
    if not isinstance(kind, UnionType):
        return kind
    return kind.second if isinstance(value, str | Record) else kind.first


def answer_list(
    field: Field, kind: FieldType, values: tuple[object, ...], context: RenderContext, currency: str
) -> AnswerList | AnswerRecords:
    """A list: of records, or of values that read in a row or one by one."""
    if isinstance(kind, RecordType):
        return AnswerRecords(kind.record, tuple(collect_answers(part, context, currency) for part in values if isinstance(part, Record)))
    inline = not (isinstance(kind, UnionType) or kind is VALUES[Prose] or field in context.texts)
    scraps = (make_inlines(format_unread(part, context)) if isinstance(part, Scrap) else None for part in values)
    return AnswerList(
        tuple(words or make_short_answer(field, kind, part, context, currency).words for words, part in zip(scraps, values, strict=True)),
        inline,
    )


def list_pairs(value: object) -> tuple[tuple[str, object], ...]:
    """The keys and values of a mapping."""
    return tuple(value.items()) if isinstance(value, Mapping) else ()


def answer_record(value: object, context: RenderContext, currency: str) -> AnswerContent:
    """A record in a nutshell where it has one, else answer by answer."""
    nutshell = NUTSHELLS.get(type(value))
    if nutshell and isinstance(value, Record):
        if value.aside or value.written or value.others:
            return ShortAnswer(format_brief_record(collect_answers(value, context, currency)))
        return ShortAnswer(tuple(clean_inline(inline) for inline in nutshell(value, context.language)))
    return NestedAnswer(collect_answers(value, context, currency)) if isinstance(value, Record) else AnswerList((), inline=True)


def format_brief_record(answers: tuple[FieldAnswer, ...]) -> Words:
    """The answers of a small record in one line, each after its name: `Start: 1. januar 2026, Slut: ____________`."""
    words: Words = ()
    for answer in answers:
        if isinstance(answer.content, ShortAnswer) and not answer.content.usual:
            words = (*words, Inline(f"{', ' if words else ''}{answer.label}: "), *answer.content.words)
        elif isinstance(answer.content, LongAnswer):
            text = " ".join(to_plain_text(part) for paragraph in answer.content.paragraphs for part in paragraph.lines)
            words = (*words, Inline(f"{', ' if words else ''}{answer.label}: {text}"))
    return words


def answer_keyed(field: Field, key: str, kind: FieldType, value: object, context: RenderContext) -> FieldAnswer:
    """A value under a key of the profile, with the name that the profile gives it."""
    return FieldAnswer(field, join_lines(context.principles.get(key, capitalize_key(key))), answer_value(field, kind, value, context, ""))


def make_short_answer(field: Field, kind: FieldType, value: object, context: RenderContext, currency: str) -> ShortAnswer:
    """A single value in words."""
    kind = choose_type(kind, value)
    if isinstance(value, Money):
        value = value._replace(currency=currency)
    known = context.texts.get(field, {}).get(value) if isinstance(value, int) else None
    words = make_inlines(f"{value}. {known}") if known else (clean_inline(make_inline(field, kind, value, context)),)
    return ShortAnswer(words, isinstance(value, Money | Number | Percent), amount=value if isinstance(value, Money) else None)


def make_inline(field: Field, kind: FieldType, value: object, context: RenderContext) -> Inline:
    """A value as a stretch of words, with the day it names or where it leads."""
    text = format_value(value, context.language)
    if isinstance(value, date):
        return Inline(text, day=value.isoformat())
    if id(kind) in IDS:
        return Inline(context.parties.get(text, text))
    if kind is VALUES[Mail]:
        return Inline(text, target=f"mailto:{quote(text, safe='@')}")
    if kind is VALUES[RuleCode]:
        return Inline(context.describe_rule(text))
    if kind is VALUES[AgreementId]:
        return Inline(context.agreements.get(text, text))
    return Inline(format_whole_number(field, value, context) if kind is VALUES[Whole] and isinstance(value, int) else text)


def format_whole_number(field: Field, value: int, context: RenderContext) -> str:
    """A whole number with its thousands apart, and with its scale where it has one."""
    number = group_thousands(value, context.language)
    if field.limits:
        low, high = field.limits
        return SCALE.localize(context.language, value=number, low=low, high=high)
    return number


SCALE = Text(da="{value} på skalaen {low}-{high}", en="{value} on the scale {low}-{high}")


def clean_inline(inline: Inline) -> Inline:
    """A stretch of words fit for a line."""
    return inline._replace(text=join_lines(inline.text))


def split_paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Text as it was broken: a blank line between paragraphs, other line breaks kept. A text that is one web address leads there."""
    address = text if ADDRESS.fullmatch(text) else ""
    pieces = [piece for piece in re.split(r"\n\s*\n", text) if piece.strip()]
    return tuple(
        Paragraph(tuple((clean_inline(Inline(each.strip(), target=address)),) for each in piece.splitlines() if each.strip()))
        for piece in pieces
    )


def is_identifier(field: Field) -> bool:
    """Whether a field is a name for the file more than for the reader."""
    return field.kind is VALUES[Slug]


def is_unprinted(field: Field) -> bool:
    """Whether a field is a name for calendars and commands alone, that nobody signs."""
    return is_identifier(field) and field.material is False
