"""What was typed → what will stand in the file, or why it cannot."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from ..edit.scalars import PlainScalar, Tree
from ..errors import CommandError
from ..model.agreement import Agreement
from ..model.choices import Formality
from ..model.field import (
    NOT_RELEVANT,
    Choice,
    EnumType,
    Field,
    FieldType,
    ListType,
    MappingType,
    ParseIssue,
    RecordType,
    ScalarType,
    UnionType,
    map_spellings_to_choices,
)
from ..model.parsers import LONGEST_SLUG, SLUG
from ..model.record import Record, iter_record_types
from ..model.types import VALUES
from ..text.localized import NO, YES, Language, Text, fold, slugify
from ..text.matching import suggest
from .interview import NAME, AnswerOption, Question, list_word_options
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


class InvalidAnswer(NamedTuple):
    """Why an answer cannot stand."""

    says: Text


class TypedScalar(NamedTuple):
    """What someone typed, as a reader sees it."""

    text: str
    plain: bool = True


def parse_answer(question: Question, typed: str, language: Language) -> Tree | InvalidAnswer:
    """What an answer means, in the words of a file in that language."""
    if question.part:
        return parse_field_answer(question.part.field, typed, language, question.part.around)
    if question.yes_no:
        return parse_yes_no_answer(typed, "yes", "no")
    if question.options:
        return parse_option(question.options, typed)
    if question.at == NAME and not (re.fullmatch(SLUG, typed) and len(typed) <= LONGEST_SLUG):
        return InvalidAnswer(NOT_ID.format(example=slugify(typed) or "kaffe-paa-kanden"))
    return typed


def parse_yes_no_answer(typed: str, yes: str, no: str) -> str | InvalidAnswer:
    """A yes or a no, in either language."""
    word = fold(typed)
    return yes if word in YES_WORDS else no if word in NO_WORDS else InvalidAnswer(YES_OR_NO)


def parse_option(options: Sequence[AnswerOption], typed: str) -> str | InvalidAnswer:
    """An option by its number, its key or its label."""
    if typed.isdecimal() and 1 <= int(typed) <= len(options):
        return options[int(typed) - 1].key
    word = fold(typed)
    labels = {fold(label.partition(":")[0]): option.key for option in options for label in (*option.label, option.key)}
    return labels.get(word) or find_form(word) or InvalidAnswer(NUMBER.format(last=len(options)))


def find_form(word: str) -> str | None:
    """A form of agreement as a file may spell it."""
    choice = map_spellings_to_choices(Formality).get(word)
    return choice.name.lower() if choice else None


def parse_field_answer(field: Field, typed: str, language: Language, around: Field | None = None) -> Tree | InvalidAnswer:
    """An answer to the question of a field. `around`: the section that the answer is all of."""
    if match := NOT_US.fullmatch(typed):
        reason = re.sub(r"^(?:fordi|because)\b *", "", match[1].strip())
        if is_needed(around or field):
            return InvalidAnswer(NEEDED)
        return {NOT_RELEVANT.localize(language): reason} if reason else InvalidAnswer(WHY)
    return parse_typed_answer(field.kind, field, typed, language)


def is_needed(field: Field) -> bool:
    """Whether a question cannot be put aside."""
    return field.fixed or not field.optional or isinstance(field.kind, MappingType)


def parse_typed_answer(kind: FieldType, field: Field, typed: str, language: Language) -> Tree | InvalidAnswer:
    """An answer of a kind."""
    match kind:
        case ScalarType() if kind is VALUES[bool]:
            word = parse_yes_no_answer(typed, YES.localize(language), NO.localize(language))
            return word if isinstance(word, InvalidAnswer) else PlainScalar(word)
        case ScalarType():
            return parse_value_answer(kind, field, typed)
        case EnumType(choice):
            return parse_choice_answer(choice, typed, language)
        case ListType(of):
            return parse_list_answer(of, field, typed, language)
        case UnionType(first, second):
            answer = parse_typed_answer(first, field, typed, language)
            return (
                parse_typed_answer(second, field, typed, language)
                if isinstance(answer, InvalidAnswer) and not isinstance(second, RecordType)
                else answer
            )
        case _:
            return typed


def parse_value_answer(kind: ScalarType, field: Field, typed: str) -> Tree | InvalidAnswer:
    """A value, read as a file would be; where it can be written better, so."""
    if kind.text:
        return (
            InvalidAnswer(TOO_LONG.format(count=len(typed), most=field.longest)) if field.longest and len(typed) > field.longest else typed
        )
    read = kind.read(TypedScalar(typed))
    if isinstance(read, ParseIssue) and read.value is None:
        return InvalidAnswer(NOT_THAT.format(kind=kind.words, example=field.example))
    if field.limits and isinstance(read, int) and not field.limits[0] <= read <= field.limits[1]:
        return InvalidAnswer(FROM_TO.format(low=field.limits[0], high=field.limits[1]))
    return PlainScalar((isinstance(read, ParseIssue) and read.better) or typed)


def parse_choice_answer(choice: type[Choice], typed: str, language: Language) -> Tree | InvalidAnswer:
    """A word of a list, by its number, its label or any spelling."""
    members = list(choice)
    labels = {fold(label): each for each in members for label in each.value.label}
    chosen = map_spellings_to_choices(choice).get(fold(typed)) or labels.get(fold(typed))
    if typed.isdecimal() and 1 <= int(typed) <= len(members):
        chosen = members[int(typed) - 1]
    return chosen.get_key(language) if chosen else InvalidAnswer(NUMBER.format(last=len(members)))


def parse_list_answer(of: FieldType, field: Field, typed: str, language: Language) -> Tree | InvalidAnswer:
    """Several answers, with semicolons between them; words of a list also with commas."""
    words: list[Tree] = []
    for piece in re.split("[;,]" if isinstance(of, EnumType) else ";", typed):
        if piece.strip():
            answer = parse_typed_answer(of, field, piece.strip(), language)
            if isinstance(answer, InvalidAnswer):
                return answer
            words.append(answer)
    return words


def parse_answer_path(way: str) -> tuple[Steps, Field, Field | None]:
    """The place of an answer, its field, and the section that it is all of: `mål.2.tekst`, `parties.contacts.role`, `formål`.

    Items are counted from 1; where none is named, the first is meant.

    Raises:
        CommandError: there is no such field.

    """
    record: type[Record] = Agreement
    at: list[str | int] = []
    field: Field | None = None
    for step in way.split("."):
        if step.isdecimal() and field and isinstance(field.kind, ListType) and int(step):
            at[-1] = int(step) - 1 if isinstance(at[-1], int) else at[-1]
            continue
        if field and isinstance(field.kind, MappingType):
            at.append(step)
            continue
        field = record.names.get(step)
        if field is None:
            raise build_unknown_field_error(way, step, record)
        inner = next(iter_record_types(field.kind), None)
        record = inner or Record
        at += [field.name, *([0] if inner and isinstance(field.kind, ListType) else [])]
    assert field
    body = record.names.get("tekst")
    return ((*at, body.name), body, field) if body else (tuple(at), field, None)


def build_unknown_field_error(way: str, step: str, record: type[Record]) -> CommandError:
    """A field that is not there, with the nearest."""
    return CommandError(NO_FIELD.format(way=way), suggest(step, record.names) or LIKE_THIS)


def format_answer_path(at: Steps, language: Language) -> str:
    """The place of an answer as a file of that language has it, items counted from 1: `parter.2.navn`."""
    record: type[Record] = Agreement
    words: list[str] = []
    for step in at:
        field = record.names.get(str(step))
        words.append(str(step + 1) if isinstance(step, int) else field.get_key(language) if field else step)
        record = next(iter_record_types(field.kind), Record) if field else record
    return ".".join(words)


def list_answer_options(question: Question) -> tuple[AnswerOption, ...]:
    """The answers to choose from, where there are such."""
    return question.options or (list_choice_options(question.part.field.kind) if question.part else ())


def list_choice_options(kind: FieldType) -> tuple[AnswerOption, ...]:
    """The words that an answer is chosen from, where it is."""
    match kind:
        case EnumType(choice):
            return list_word_options(choice)
        case ListType(of) | UnionType(of, _):
            return list_choice_options(of)
        case _:
            return ()


def is_multiple(field: Field) -> bool:
    """Whether a question takes several answers at once."""
    return isinstance(field.kind, ListType) and isinstance(field.kind.of, ScalarType | EnumType | UnionType)
