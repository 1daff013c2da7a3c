"""What an agreement answers, in words: one walk over the declarations, which names no field by hand."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import NamedTuple, TypeAlias
from urllib.parse import quote

from ..agreement.amounts import Money, Number, Percent, grouped
from ..agreement.choices import Per
from ..agreement.field import Either, Field, Keyed, Kind, Many, Section, field, titled
from ..agreement.record import BLANK, UNREAD, Record, Scrap
from ..agreement.values import VALUES, AgreementId, Mail, PartyId, PayerId, Prose, RuleCode, Slug, Whole
from ..text import Text, in_words
from .document import Paragraph, Phrase, Words, in_line, plain, text_of
from .lexicon import Lexicon
from .nutshell import NUTSHELLS


class Short(NamedTuple):
    """An answer of a few words."""

    words: Words
    number: bool = False
    per: str = ""
    """What the number is counted per."""
    usual: bool = False
    """Whether it says no more than what holds when nothing is said."""
    amount: Money | None = None


class Long(NamedTuple):
    """An answer in sentences."""

    paragraphs: tuple[Paragraph, ...]


class Several(NamedTuple):
    """A list of answers."""

    items: tuple[Words, ...]
    inline: bool
    """Whether they are names and the like, that read well in a row."""


class Inner(NamedTuple):
    """A record."""

    answers: tuple["Answer", ...]


class Each(NamedTuple):
    """A list of records."""

    record: type[Record]
    records: tuple[tuple["Answer", ...], ...]


Told: TypeAlias = Short | Long | Several | Inner | Each


class Answer(NamedTuple):
    """A question of the agreement with its answer."""

    field: Field
    label: str
    told: Told


NOT_RELEVANT = Text(da="Ikke relevant: {reason}", en="Not relevant: {reason}")
NOT_READ = Text(da="»{text}« (kan ikke læses)", en="“{text}” (cannot be read)")
IDS = frozenset(id(VALUES[one]) for one in (PartyId, PayerId))
COUNTED = frozenset(id(VALUES[one]) for one in (Money, Number))
ADDRESS = re.compile(r"https?://[^\s<>\"]+")


def answers(record: Record, lexicon: Lexicon, currency: str = "DKK") -> tuple[Answer, ...]:
    """All that a record answers, in the order of its declaration, then what stands under keys of the file's own. An amount without a currency of its own has that of what it stands in."""
    own = str(getattr(record, "currency", None) or currency)
    found = tuple(found for one in record.fields if not is_unprinted(one) for found in of_field(record, one, lexicon, own))
    return (*found, *(of_other(key, scrap, lexicon) for key, scrap in record.others.items())) if record.others else found


def of_field(record: Record, one: Field, lexicon: Lexicon, currency: str) -> Iterator[Answer]:
    """Why a field has no answer, where it says so; what stands where it could not be read; and its answer."""
    label = one.label.said(lexicon.language)
    if one.name in record.written:
        pieces = record.written[one.name]
        if not (is_id(one) and all(isinstance(piece, Scrap) and piece.open for piece in pieces)):
            yield Answer(one, label, of_pieces(record, one, pieces, lexicon, currency))
        if not isinstance(one.kind, Keyed):
            return
    elif one.name in record.aside and not (is_id(one) and record.aside[one.name] == UNREAD):
        yield Answer(one, label, counted(record, one, set_aside(record.aside[one.name], lexicon), lexicon))
    value = getattr(record, one.name)
    if not (value is None or value in ((), {}) or is_spent(record, one) or is_blank(record, one)):
        found = told(one, one.kind, value, lexicon, currency)
        if isinstance(found, Short):
            found = found._replace(usual=one.default is not None and value == one.default, per=per_of(record, one, lexicon))
        yield Answer(one, label, found)


def of_pieces(record: Record, one: Field, pieces: tuple[object, ...], lexicon: Lexicon, currency: str) -> Told:
    """What stands in a field that could not be read, or not as a whole."""
    kind = one.kind.first if isinstance(one.kind, Either) else one.kind
    if isinstance(kind, Many):
        of = kind.of.second if isinstance(kind.of, Either) and all(isinstance(piece, Record) for piece in pieces) else kind.of
        return of_list(one, of, pieces, lexicon, currency)
    (piece,) = pieces if len(pieces) == 1 else (None,)
    if isinstance(piece, Record):
        return of_record(piece, lexicon, currency)
    text = "; ".join(of_scrap(piece, lexicon) for piece in pieces if isinstance(piece, Scrap))
    return Long(paragraphs(text)) if kind is VALUES[Prose] else counted(record, one, plain(text), lexicon)


def open_text(record: Record, one: Field) -> str:
    """The words of a field in which something is still to be filled in, with lines to write on; nothing where there is no such place."""
    return "; ".join(piece.text for piece in record.written.get(one.name, ()) if isinstance(piece, Scrap))


def of_scrap(scrap: Scrap, lexicon: Lexicon) -> str:
    """What stands in a file where no value could be read: with lines to write on, or marked."""
    return scrap.text if scrap.open else NOT_READ.said(lexicon.language, text=scrap.text)


def of_other(key: str, scrap: Scrap, lexicon: Lexicon) -> Answer:
    """What stands under a key that no field has; one that begins with `x_` is the parties' own."""
    own = key.startswith(OWN)
    words = scrap.text if own else of_scrap(scrap, lexicon)
    told = Long(paragraphs(words)) if "\n" in words else Short(plain(words))
    return Answer(own_field(key), in_line(titled(key.removeprefix(OWN))), told)


OWN = "x_"


@cache
def own_field(key: str) -> Field:
    """Stands for a key that no field has, the same for all records that have it."""
    one: object = field(key, ask=Text(da="", en=""), example="", public=False, material=False)
    assert isinstance(one, Field)
    one.name, one.kind = key, VALUES[Prose]
    return one


def counted(record: Record, one: Field, words: Words, lexicon: Lexicon) -> Short:
    """Words in the place of a value, set and counted like it."""
    return Short(words, id(one.kind) in COUNTED or one.kind is VALUES[Percent], per_of(record, one, lexicon))


def is_blank(record: Record, one: Field) -> bool:
    """Whether a value only stands where another was set aside."""
    return one.name in record.aside and getattr(record, one.name) == one.default


def set_aside(reason: str, lexicon: Lexicon) -> Words:
    """Why there is no answer, or a line to write it on."""
    return plain(BLANK if reason == UNREAD else NOT_RELEVANT.said(lexicon.language, reason=reason))


def is_spent(record: Record, one: Field) -> bool:
    """Whether a field is said together with another: the currency with its amounts, `per` where there is nothing to count."""
    if one.name not in {"currency", "per"}:
        return False
    counted = any(id(other.kind) in COUNTED and getattr(record, other.name) is not None for other in record.fields)
    return counted if one.name == "currency" else not counted and getattr(record, one.name) is Per.TOTAL


def per_of(record: Record, one: Field, lexicon: Lexicon) -> str:
    """What a number of a record is counted per, in words."""
    per = getattr(record, "per", None)
    return per.said(lexicon.language) if isinstance(per, Per) and id(one.kind) in COUNTED else ""


def told(one: Field, kind: Kind, value: object, lexicon: Lexicon, currency: str) -> Told:
    """A value as an answer."""
    match taken(kind, value):
        case Section():
            return of_record(value, lexicon, currency)
        case Many(of):
            return of_list(one, of, value if isinstance(value, tuple) else (value,), lexicon, currency)
        case Keyed(_, of):
            return Inner(tuple(keyed(one, key, of, part, lexicon) for key, part in pairs(value)))
        case _:
            return Long(paragraphs(str(value))) if kind is VALUES[Prose] else short(one, kind, value, lexicon, currency)


def taken(kind: Kind, value: object) -> Kind:
    """The kind that a value was read as, where there was a choice."""
    if not isinstance(kind, Either):
        return kind
    return kind.second if isinstance(value, str | Record) else kind.first


def of_list(one: Field, kind: Kind, values: tuple[object, ...], lexicon: Lexicon, currency: str) -> Several | Each:
    """A list: of records, or of values that read in a row or one by one."""
    if isinstance(kind, Section):
        return Each(kind.record, tuple(answers(part, lexicon, currency) for part in values if isinstance(part, Record)))
    inline = not (isinstance(kind, Either) or kind is VALUES[Prose] or one in lexicon.texts)
    scraps = (plain(of_scrap(part, lexicon)) if isinstance(part, Scrap) else None for part in values)
    return Several(
        tuple(words or short(one, kind, part, lexicon, currency).words for words, part in zip(scraps, values, strict=True)), inline
    )


def pairs(value: object) -> tuple[tuple[str, object], ...]:
    """The keys and values of a mapping."""
    return tuple(value.items()) if isinstance(value, Mapping) else ()


def of_record(value: object, lexicon: Lexicon, currency: str) -> Told:
    """A record in a nutshell where it has one, else answer by answer."""
    nutshell = NUTSHELLS.get(type(value))
    if nutshell and isinstance(value, Record):
        if value.aside or value.written or value.others:
            return Short(in_brief(answers(value, lexicon, currency)))
        return Short(tuple(clean(one) for one in nutshell(value, lexicon.language)))
    return Inner(answers(value, lexicon, currency)) if isinstance(value, Record) else Several((), inline=True)


def in_brief(found: tuple[Answer, ...]) -> Words:
    """The answers of a small record in one line, each after its name: `Start: 1. januar 2026, Slut: ____________`."""
    words: Words = ()
    for one in found:
        if isinstance(one.told, Short) and not one.told.usual:
            words = (*words, Phrase(f"{', ' if words else ''}{one.label}: "), *one.told.words)
        elif isinstance(one.told, Long):
            text = " ".join(text_of(part) for paragraph in one.told.paragraphs for part in paragraph.lines)
            words = (*words, Phrase(f"{', ' if words else ''}{one.label}: {text}"))
    return words


def keyed(one: Field, key: str, kind: Kind, value: object, lexicon: Lexicon) -> Answer:
    """A value under a key of the profile, with the name that the profile gives it."""
    return Answer(one, in_line(lexicon.principles.get(key, titled(key))), told(one, kind, value, lexicon, ""))


def short(one: Field, kind: Kind, value: object, lexicon: Lexicon, currency: str) -> Short:
    """A single value in words."""
    kind = taken(kind, value)
    if isinstance(value, Money):
        value = value._replace(currency=currency)
    known = lexicon.texts.get(one, {}).get(value) if isinstance(value, int) else None
    words = plain(f"{value}. {known}") if known else (clean(phrase(one, kind, value, lexicon)),)
    return Short(words, isinstance(value, Money | Number | Percent), amount=value if isinstance(value, Money) else None)


def phrase(one: Field, kind: Kind, value: object, lexicon: Lexicon) -> Phrase:
    """A value as a stretch of words, with the day it names or where it leads."""
    said = in_words(value, lexicon.language)
    if isinstance(value, date):
        return Phrase(said, day=value.isoformat())
    if id(kind) in IDS:
        return Phrase(lexicon.parties.get(said, said))
    if kind is VALUES[Mail]:
        return Phrase(said, target=f"mailto:{quote(said, safe='@')}")
    if kind is VALUES[RuleCode]:
        return Phrase(lexicon.rule(said))
    if kind is VALUES[AgreementId]:
        return Phrase(lexicon.agreements.get(said, said))
    return Phrase(of_whole(one, value, lexicon) if kind is VALUES[Whole] and isinstance(value, int) else said)


def of_whole(one: Field, value: int, lexicon: Lexicon) -> str:
    """A whole number with its thousands apart, and with its scale where it has one."""
    said = grouped(value, lexicon.language)
    if one.limits:
        low, high = one.limits
        return SCALE.said(lexicon.language, value=said, low=low, high=high)
    return said


SCALE = Text(da="{value} på skalaen {low}-{high}", en="{value} on the scale {low}-{high}")


def clean(one: Phrase) -> Phrase:
    """A stretch of words fit for a line."""
    return one._replace(text=in_line(one.text))


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Text as it was broken: a blank line between paragraphs, other line breaks kept. A text that is one web address leads there."""
    address = text if ADDRESS.fullmatch(text) else ""
    pieces = [piece for piece in re.split(r"\n\s*\n", text) if piece.strip()]
    return tuple(
        Paragraph(tuple((clean(Phrase(each.strip(), target=address)),) for each in piece.splitlines() if each.strip())) for piece in pieces
    )


def is_id(one: Field) -> bool:
    """Whether a field is a name for the file more than for the reader."""
    return one.kind is VALUES[Slug]


def is_unprinted(one: Field) -> bool:
    """Whether a field is a name for calendars and commands alone, that nobody signs."""
    return is_id(one) and one.material is False
