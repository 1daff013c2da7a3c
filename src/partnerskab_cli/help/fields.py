"""A page on a field: it is what the field declares, in words."""

from collections.abc import Iterator, Mapping
from typing import assert_never

from ..diagnostics import Severity
from ..guidance import policy, sides
from ..guidance.forms import MEANINGS
from ..guidance.point import AdvicePoint as Hint
from ..model.agreement import Agreement
from ..model.checklist import CHECKLIST
from ..model.choices import Formality
from ..model.cooperation import Organisation
from ..model.examples import dump_example
from ..model.field import (
    ALWAYS,
    SECTION,
    Choice,
    EnumType,
    Field,
    FieldType,
    ListType,
    MappingType,
    RecordType,
    ScalarType,
    UnionType,
)
from ..model.parties import Party
from ..model.record import FieldPath, Record, iter_record_types
from ..model.requirements import get_required_severity
from ..text.localized import LANGUAGES, NO, OR, YES, Language, Text, join_words
from ..text.page import Block, Bullet, Bullets, CodeBlock, Facts, Heading, HelpParagraph, HelpTable, Page, make_text
from .rules import describe_source

WRITTEN = Text(da="Skrives", en="Written")
STANDS_IN = Text(da="Står i", en="Stands in")
KIND = Text(da="Indhold", en="Content")
ASKED = Text(da="Skal den besvares?", en="Must it be answered?")
PUBLIC = Text(da="Offentlig", en="Public")
SIGNED = Text(da="Underskrives", en="Signed")
ANSWERS = Text(da="Svarer på", en="Answers")
RULE = Text(da="Regel", en="Rule")

ALSO_READ = Text(da="`{key}` (også {others})", en="`{key}` (also {others})")
OF_THE_PROFILE = Text(da="kommunens profil, partnerskab.yaml", en="the municipality's profile, partnerskab.yaml")
TOP_OF_FILE = Text(da="øverste lag i aftalen", en="the top level of the agreement")
PUBLIC_WHERE_SAID = Text(da="kun hvor der står `offentlig: ja`", en="only where it says `public: yes`")
IS_SIGNED = Text(da="ja, en ændring kræver nye underskrifter", en="yes, a change asks for new signatures")
NOT_SIGNED = Text(da="nej, den kan ændres uden nye underskrifter", en="no, it may change without new signatures")
WITH_THE_REST = Text(da="ja, når {record} står der", en="yes, whenever {record} stands")
NOT_ASKED = Text(da="kan udelades", en="may be left out")
ALWAYS_ASKED = Text(da="ja, altid", en="yes, always")
UNLESS = Text(da="; ikke når der står `{sister}: {answer}`", en="; not where it says `{sister}: {answer}`")
DEGREES = {
    Severity.ERROR: Text(da="ja i {forms}", en="yes in {forms}"),
    Severity.WARNING: Text(da="der spørges med en advarsel i {forms}", en="it is asked for with a warning in {forms}"),
    Severity.ADVICE: Text(da="der spørges med et råd i {forms}", en="it is asked for with advice in {forms}"),
}
ANY_FORM = Text(da="alle aftaleformer", en="all forms of agreement")
EXAMPLE = Text(da="Skriv fx:", en="Write for instance:")
PARTS = Text(da="Felter i det:", en="Fields in it:")
PART_HEAD = (Text(da="Felt", en="Field"), Text(da="Spørgsmål", en="Question"))
WORDS = Text(da="Vælg mellem:", en="Choose from:")
WORD_HEAD = (Text(da="Ord", en="Word"), Text(da="Betyder", en="Means"))
WORTH_KNOWING = Text(da="Værd at tage med:", en="Worth considering:")
NOT_RELEVANT = Text(
    da="Passer spørgsmålet ikke på jer, så skriv hvorfor: `{key}: {{ikke_relevant: '…'}}`",
    en="If the question does not fit you, write why: `{key}: {{not_relevant: '…'}}`",
)
NOT_THERE = Text(da="{how}; dog ikke i {forms}", en="{how}; but not in {forms}")
CHECKLIST_ITEM = Text(da="tjekliste {number} »{title}«", en="checklist {number} “{title}”")
PRINCIPLE = Text(da="holdepunkt {code}", en="principle {code}")

HINTS: Mapping[Field, tuple[Hint, ...]] = {
    Agreement.names["organisering"]: sides.ORGANISING,
    Agreement.names["samspil"]: tuple(point for point in sides.ORGANISING if point.rule_of_thumb),
    Agreement.names["møder"]: sides.DIALOGUE,
    Organisation.names["problemvej"]: tuple(point for point in sides.ORGANISING if not point.rule_of_thumb),
    Party.names["værdigrundlag"]: sides.CHARTER,
    Agreement.names["bidrag"]: tuple(Hint(support.text, support.source) for support in policy.SUPPORT if support.kind),
}
"""What the sources say besides, where a field asks about it."""


def build_field_page(point: FieldPath, *, profile: bool = False) -> Page:
    """All there is to say of a field on its way from the top of an agreement or a profile."""
    return Page(format_field_title(point), tuple(build_field_blocks(point, profile=profile)))


def format_field_title(point: FieldPath) -> Text:
    """`ophør.varsel · Opsigelsesvarsel`."""
    return Text(*(f"{point.format_path(language)} · {point.field.label.localize(language)}" for language in LANGUAGES))


def build_field_blocks(point: FieldPath, *, profile: bool) -> Iterator[Block]:
    """The question, the facts, an example, and what stands inside."""
    field = point.field
    yield HelpParagraph(field.ask)
    yield Facts(tuple(list_field_facts(point, profile=profile)))
    yield Heading(EXAMPLE, 3)
    yield CodeBlock(Text(*(dump_example(field, language) for language in LANGUAGES)))
    yield from iter_notation_blocks(field.kind)
    yield from build_inner_blocks(field)
    if field in HINTS:
        yield Heading(WORTH_KNOWING, 3)
        yield Bullets(tuple(Bullet(hint.text) for hint in HINTS[field]))
    if field.waivable and not profile:
        yield HelpParagraph(describe_waiving(field))


def describe_waiving(field: Field) -> Text:
    """How a question is answered that does not fit, and in which forms of agreement it always does."""
    how = NOT_RELEVANT.format(key=Text(*(field.get_key(language) for language in LANGUAGES)))
    forms = describe_asking_forms(field, Severity.ERROR) if field.fixed else None
    return NOT_THERE.format(how=how, forms=forms) if forms else how


def list_field_facts(point: FieldPath, *, profile: bool) -> Iterator[tuple[Text, Text]]:
    """What the field declares, and what it inherits."""
    field = point.field
    yield WRITTEN, Text(*(format_spellings(field, language) for language in LANGUAGES))
    yield STANDS_IN, describe_field_place(point, profile=profile)
    yield KIND, describe_type(field.kind)
    if profile:
        return
    yield ASKED, describe_requirement(point)
    yield PUBLIC, PUBLIC_WHERE_SAID if point.public == "own" else YES if point.public else NO
    yield SIGNED, IS_SIGNED if point.material else NOT_SIGNED
    if point.answers:
        yield (
            ANSWERS,
            Text(*("; ".join(describe_answered_item(code).localize(language) for code in point.answers) for language in LANGUAGES)),
        )
    if field.rule not in {"STR10", "PRO02"}:
        yield RULE, make_text(field.rule)
    yield describe_source(point.source)


def format_spellings(field: Field, language: Language) -> str:
    """The key, and what else is read as it."""
    others = [word for word in dict.fromkeys(field.spellings) if word != field.get_key(language)]
    key = field.get_key(language)
    return ALSO_READ.localize(language, key=key, others=", ".join(f"`{word}`" for word in others)) if others else f"`{key}`"


def describe_field_place(point: FieldPath, *, profile: bool) -> Text:
    """The record round the field."""
    above = point.way[:-1]
    if not above:
        return OF_THE_PROFILE if profile else TOP_OF_FILE
    return Text(*(f"`{'.'.join(field.get_key(language) for field in above)}`" for language in LANGUAGES))


def describe_answered_item(code: str) -> Text:
    """The checklist item or the principle behind a code."""
    if not code.isdigit():
        return PRINCIPLE.format(code=code)
    return CHECKLIST_ITEM.format(number=code, title=CHECKLIST[int(code) - 1].title)


def describe_requirement(point: FieldPath) -> Text:
    """How much it is asked for, form by form."""
    field = point.field
    if field.need is ALWAYS:
        return describe_needed_with(point.way[-2]) if len(point.way) > 1 else ALWAYS_ASKED
    texts = [DEGREES[weight].format(forms=forms) for weight in reversed(Severity) if (forms := describe_asking_forms(field, weight))]
    if not texts:
        return NOT_ASKED
    return Text(
        *("; ".join(one_said.localize(language) for one_said in texts) + describe_lifting_answer(field, language) for language in LANGUAGES)
    )


def describe_needed_with(above: Field) -> Text:
    """Needed whenever the record round it stands."""
    return WITH_THE_REST.format(record=Text(*(f"`{above.get_key(language)}`" for language in LANGUAGES)))


def describe_asking_forms(field: Field, weight: Severity) -> Text | None:
    """The forms that ask with that weight."""
    forms = [form for form in Formality if get_required_severity(field.need, form) is weight]
    if len(forms) == len(Formality):
        return ANY_FORM
    return Text(*(join_words([form.get_key(language) for form in forms], language) for language in LANGUAGES)) if forms else None


def describe_lifting_answer(field: Field, language: Language) -> str:
    """The answer to a sister question that makes this one needless."""
    if not field.unless:
        return ""
    sister, value = field.unless
    answer = value.get_key(language) if isinstance(value, Choice) else (YES if value else NO).localize(language)
    return UNLESS.localize(language, sister=find_sister_key(field, sister, language), answer=answer)


def find_sister_key(field: Field, name: str, language: Language) -> str:
    """The key of the sister field, found in the record that holds both."""
    record = next(record for record in iter_all_records(Agreement) if field in record.fields)
    return next(sister.get_key(language) for sister in record.fields if sister.name == name)


def iter_all_records(record: type[Record]) -> Iterator[type[Record]]:
    """A record and all below it."""
    yield record
    for field in record.fields:
        for below in iter_record_types(field.kind):
            yield from iter_all_records(below)


def iter_notation_blocks(kind: FieldType) -> Iterator[Block]:
    """The notations that are read, those of the house first."""
    for value in iter_scalar_types(kind):
        if value.notations:
            yield Heading(READ_AS.format(kind=value.words), 3)
            yield Bullets(tuple(Bullet(notation) for notation in value.notations))


def iter_scalar_types(kind: FieldType) -> Iterator[ScalarType]:
    """The kinds of scalar that may stand in a field itself."""
    match kind:
        case ScalarType():
            yield kind
        case ListType(of) | MappingType(_, of):
            yield from iter_scalar_types(of)
        case UnionType(first, second):
            yield from iter_scalar_types(first)
            yield from iter_scalar_types(second)
        case _:
            pass


READ_AS = Text(da="Læses som {kind}:", en="Read as {kind}:")
BARE = Text(da="tekst, eller et afsnit med egne felter", en="text, or a section with fields of its own")
ONE_WORD = Text(da="et ord fra en liste", en="a word of a list")
ONE_OR_MORE = Text(da="{one}; en eller flere", en="{one}; one or several")
UNDER_KEYS = Text(da="{one} under egne nøgler", en="{one} under keys of its own")


def describe_type(kind: FieldType) -> Text:
    """What may stand there."""
    match kind:
        case ScalarType(words=words):
            return words
        case EnumType():
            return ONE_WORD
        case RecordType(record):
            return BARE if "tekst" in record.names else SECTION
        case ListType(of):
            return ONE_OR_MORE.format(one=describe_type(of))
        case UnionType(first, second):
            return Text(
                *(
                    join_words([describe_type(first).localize(language), describe_type(second).localize(language)], language, OR)
                    for language in LANGUAGES
                )
            )
        case MappingType(_, of):
            return UNDER_KEYS.format(one=of.words)
        case _:
            assert_never(kind)


def build_inner_blocks(field: Field) -> Iterator[Block]:
    """The fields of a section, or the words of a list."""
    for record in iter_record_types(field.kind):
        yield Heading(PARTS, 3)
        yield HelpTable(PART_HEAD, tuple((Text(*(part.get_key(language) for language in LANGUAGES)), part.ask) for part in record.fields))
    for choice in iter_word_lists(field.kind):
        yield Heading(WORDS, 3)
        yield HelpTable(WORD_HEAD, tuple(build_word_row(word) for word in choice))


def iter_word_lists(kind: FieldType) -> Iterator[type[Choice]]:
    """The word lists a kind may take a word from."""
    match kind:
        case EnumType(choice):
            yield choice
        case ListType(of):
            yield from iter_word_lists(of)
        case UnionType(first, second):
            yield from iter_word_lists(first)
            yield from iter_word_lists(second)
        case _:
            pass


def build_word_row(word: Choice) -> tuple[Text, Text]:
    """A word as it is written, and what it means."""
    return Text(*(word.get_key(language) for language in LANGUAGES)), MEANINGS[word].text if word in MEANINGS else word.value.label
