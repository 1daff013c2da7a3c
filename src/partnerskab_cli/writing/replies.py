"""What was typed → what will stand in the file, or why it cannot."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from ..agreement.agreement import Agreement
from ..agreement.choices import Formality
from ..agreement.field import NOT_RELEVANT, Choice, Either, Field, Keyed, Kind, Many, OneOf, Remark, Section, Value, choices
from ..agreement.nearest import guess
from ..agreement.readers import LONGEST_SLUG, SLUG
from ..agreement.record import Record, sections
from ..agreement.values import VALUES
from ..errors import CommandError
from ..text import NO, YES, Language, Text, fold, slug
from .interview import NAME, Option, Question, word_options
from .lines import Bare, Tree
from .scaffold import Steps

YES_WORDS = frozenset({"j", "ja", "y", "yes"})
NO_WORDS = frozenset({"n", "nej", "no"})
NOT_US = re.compile(r"(?:ikke|not)[ _]relevant\b[ :,.-]*(.*)", re.IGNORECASE)

YES_OR_NO = Text(da="Svar j for ja eller n for nej.", en="Answer y for yes or n for no.")
NUMBER = Text(da="Svar med et tal fra 1 til {last}.", en="Answer with a number from 1 to {last}.")
NOT_ID = Text(
    da="Et kort navn, som enhver maskine kan bruge, har kun små bogstaver, tal og bindestreg, fx {example}.",
    en="A short name that every machine can use has only small letters, digits and hyphens, such as {example}.",
)
NOT_THAT = Text(
    da="Det kan jeg ikke læse som {kind}. Skriv fx {example}.", en="I cannot read that as {kind}. Write for instance {example}."
)
FROM_TO = Text(da="Skriv et tal fra {low} til {high}.", en="Write a number from {low} to {high}.")
TOO_LONG = Text(da="Det er {count} tegn; der er plads til {most}.", en="That is {count} characters; there is room for {most}.")
WHY = Text(da="Skriv også hvorfor: ikke relevant, fordi …", en="Write why, too: not relevant, because …")
NEEDED = Text(
    da="Det spørgsmål kan ikke være »ikke relevant«; tryk Enter for at vente med det.",
    en="That question cannot be “not relevant”; press Enter to leave it for later.",
)
NO_FIELD = Text(da="Der er intet felt »{way}«.", en="There is no field “{way}”.")
LIKE_THIS = Text(da="skriv fx --set formål=…", en="write for instance --set purpose=…")


class Unclear(NamedTuple):
    """Why an answer cannot stand."""

    says: Text


class Typed(NamedTuple):
    """What someone typed, as a reader sees it."""

    text: str
    plain: bool = True


def reply(question: Question, typed: str, language: Language) -> Tree | Unclear:
    """What an answer means, in the words of a file in that language."""
    if question.part:
        return for_field(question.part.field, typed, language, question.part.around)
    if question.yes_no:
        return yes_or_no(typed, "yes", "no")
    if question.options:
        return picked(question.options, typed)
    if question.at == NAME and not (re.fullmatch(SLUG, typed) and len(typed) <= LONGEST_SLUG):
        return Unclear(NOT_ID.filled(example=slug(typed) or "kaffe-paa-kanden"))
    return typed


def yes_or_no(typed: str, yes: str, no: str) -> str | Unclear:
    """A yes or a no, in either language."""
    word = fold(typed)
    return yes if word in YES_WORDS else no if word in NO_WORDS else Unclear(YES_OR_NO)


def picked(options: Sequence[Option], typed: str) -> str | Unclear:
    """An option by its number, its key or its label."""
    if typed.isdecimal() and 1 <= int(typed) <= len(options):
        return options[int(typed) - 1].key
    word = fold(typed)
    labels = {fold(label.partition(":")[0]): one.key for one in options for label in (*one.label, one.key)}
    return labels.get(word) or known_form(word) or Unclear(NUMBER.filled(last=len(options)))


def known_form(word: str) -> str | None:
    """A form of agreement as a file may spell it."""
    found = choices(Formality).get(word)
    return found.name.lower() if found else None


def for_field(one: Field, typed: str, language: Language, around: Field | None = None) -> Tree | Unclear:
    """An answer to the question of a field. `around`: the section that the answer is all of."""
    if match := NOT_US.fullmatch(typed):
        reason = re.sub(r"^(?:fordi|because)\b *", "", match[1].strip())
        if is_needed(around or one):
            return Unclear(NEEDED)
        return {NOT_RELEVANT.said(language): reason} if reason else Unclear(WHY)
    return of_kind(one.kind, one, typed, language)


def is_needed(one: Field) -> bool:
    """Whether a question cannot be put aside."""
    return one.fixed or not one.optional or isinstance(one.kind, Keyed)


def of_kind(kind: Kind, one: Field, typed: str, language: Language) -> Tree | Unclear:
    """An answer of a kind."""
    match kind:
        case Value() if kind is VALUES[bool]:
            said = yes_or_no(typed, YES.said(language), NO.said(language))
            return said if isinstance(said, Unclear) else Bare(said)
        case Value():
            return value(kind, one, typed)
        case OneOf(choice):
            return word(choice, typed, language)
        case Many(of):
            return several(of, one, typed, language)
        case Either(first, second):
            answer = of_kind(first, one, typed, language)
            return of_kind(second, one, typed, language) if isinstance(answer, Unclear) and not isinstance(second, Section) else answer
        case _:
            return typed


def value(kind: Value, one: Field, typed: str) -> Tree | Unclear:
    """A value, read as a file would be; where it can be written better, so."""
    if kind.text:
        return Unclear(TOO_LONG.filled(count=len(typed), most=one.longest)) if one.longest and len(typed) > one.longest else typed
    read = kind.read(Typed(typed))
    if isinstance(read, Remark) and read.value is None:
        return Unclear(NOT_THAT.filled(kind=kind.words, example=one.example))
    if one.limits and isinstance(read, int) and not one.limits[0] <= read <= one.limits[1]:
        return Unclear(FROM_TO.filled(low=one.limits[0], high=one.limits[1]))
    return Bare((isinstance(read, Remark) and read.better) or typed)


def word(choice: type[Choice], typed: str, language: Language) -> Tree | Unclear:
    """A word of a list, by its number, its label or any spelling."""
    members = list(choice)
    labels = {fold(label): each for each in members for label in each.value.label}
    found = choices(choice).get(fold(typed)) or labels.get(fold(typed))
    if typed.isdecimal() and 1 <= int(typed) <= len(members):
        found = members[int(typed) - 1]
    return found.key(language) if found else Unclear(NUMBER.filled(last=len(members)))


def several(of: Kind, one: Field, typed: str, language: Language) -> Tree | Unclear:
    """Several answers, with semicolons between them; words of a list also with commas."""
    made: list[Tree] = []
    for piece in re.split("[;,]" if isinstance(of, OneOf) else ";", typed):
        if piece.strip():
            answer = of_kind(of, one, piece.strip(), language)
            if isinstance(answer, Unclear):
                return answer
            made.append(answer)
    return made


def steps_to(way: str) -> tuple[Steps, Field, Field | None]:
    """The place of an answer, its field, and the section that it is all of: `mål.2.tekst`, `parties.contacts.role`, `formål`.

    Items are counted from 1; where none is named, the first is meant.

    Raises:
        CommandError: there is no such field.

    """
    record: type[Record] = Agreement
    at: list[str | int] = []
    one: Field | None = None
    for step in way.split("."):
        if step.isdecimal() and one and isinstance(one.kind, Many) and int(step):
            at[-1] = int(step) - 1 if isinstance(at[-1], int) else at[-1]
            continue
        if one and isinstance(one.kind, Keyed):
            at.append(step)
            continue
        one = record.names.get(step)
        if one is None:
            raise no_field(way, step, record)
        inner = next(sections(one.kind), None)
        record = inner or Record
        at += [one.name, *([0] if inner and isinstance(one.kind, Many) else [])]
    assert one
    body = record.names.get("tekst")
    return ((*at, body.name), body, one) if body else (tuple(at), one, None)


def no_field(way: str, step: str, record: type[Record]) -> CommandError:
    """A field that is not there, with the nearest."""
    return CommandError(NO_FIELD.filled(way=way), guess(step, record.names) or LIKE_THIS)


def written(at: Steps, language: Language) -> str:
    """The place of an answer as a file of that language has it, items counted from 1: `parter.2.navn`."""
    record: type[Record] = Agreement
    words: list[str] = []
    for step in at:
        one = record.names.get(str(step))
        words.append(str(step + 1) if isinstance(step, int) else one.word(language) if one else step)
        record = next(sections(one.kind), Record) if one else record
    return ".".join(words)


def options_of(question: Question) -> tuple[Option, ...]:
    """The answers to choose from, where there are such."""
    return question.options or (words_in(question.part.field.kind) if question.part else ())


def words_in(kind: Kind) -> tuple[Option, ...]:
    """The words that an answer is chosen from, where it is."""
    match kind:
        case OneOf(choice):
            return word_options(choice)
        case Many(of) | Either(of, _):
            return words_in(of)
        case _:
            return ()


def takes_several(one: Field) -> bool:
    """Whether a question takes several answers at once."""
    return isinstance(one.kind, Many) and isinstance(one.kind.of, Value | OneOf | Either)
