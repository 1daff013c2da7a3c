"""Every field of an agreement and of a profile, as one document."""

from collections.abc import Iterator, Sequence

from ..model.agreement import Agreement
from ..model.field import Choice, FieldType
from ..model.record import FieldPath, Record, walk_fields
from ..model.types import VALUES
from ..profile.profile import Profile
from ..text.localized import LANGUAGES, YES, Language, Text
from ..text.page import Block, Facts, Heading, HelpParagraph, HelpTable, Page
from .fields import (
    ASKED,
    KIND,
    PART_HEAD,
    PUBLIC,
    SIGNED,
    describe_requirement,
    describe_type,
    format_field_title,
    iter_word_lists,
)

TITLE = Text(da="Felter", en="Fields")
ABOUT = Text(
    da="Hvert felt kan skrives med dansk nøgle, uden æ, ø og å (`maal`, `ophoer`) eller med engelsk nøgle. Et afsnit med feltet `tekst` kan skrives "
    "som bare tekst, en liste som en enkelt værdi, og `{ikke_relevant: 'grunden'}` er et svar på de fleste spørgsmål. Nøgler, der begynder med `x_`, er jeres egne.",
    en="Every field can be written with its English key, its Danish key, or the Danish one without æ, ø and å (`maal`, `ophoer`). A section with a field `text` "
    "can be written as bare text, a list as a single value, and `{not_relevant: 'the reason'}` answers most questions. Keys that begin with `x_` are your own.",
)
AT_THE_TOP = Text(da="Øverste lag", en="Top level")
AGREEMENT = Text(da="Aftalen", en="The agreement")
PROFILE = Text(da="Kommunens profil, partnerskab.yaml", en="The municipality's profile, partnerskab.yaml")
OTHER_KEY = Text(da="På engelsk", en="In Danish")
EXAMPLE = Text(da="Eksempel", en="Example")
FIELD, QUESTION = PART_HEAD
HEAD = (FIELD, OTHER_KEY, QUESTION, KIND, ASKED, PUBLIC, SIGNED, EXAMPLE)
PROFILE_HEAD = (FIELD, OTHER_KEY, QUESTION, KIND, EXAMPLE)
NOTATIONS = Text(da="Skrivemåder", en="Notations")
ABOUT_NOTATIONS = Text(
    da="Disse skrivemåder læses overalt, hvor feltet har det indhold, også på kommandolinjen. Den første er den, "
    "der er lettest at læse for andre; `partnerskab tjek --fix` retter en dato til den. Et felt, der også tager tekst, beholder teksten, som den står.",
    en="These notations are read wherever a field has that content, on the command line too. The first is the easiest for others to read; "
    "`partnerskab check --fix` changes a date to it. A field that takes text as well keeps the text as it is.",
)
NO, OWN = Text(da="", en=""), Text(da="hvis det siges", en="if it says so")


def build_fields_reference() -> Page:
    """All fields of an agreement, then those of a profile."""
    return Page(
        TITLE,
        (
            HelpParagraph(ABOUT),
            Heading(AGREEMENT),
            *build_record_tables(Agreement, profile=False),
            Heading(PROFILE),
            *build_record_tables(Profile, profile=True),
            *build_notations(),
        ),
    )


def build_notations() -> Iterator[Block]:
    """How each kind of value may be written."""
    yield Heading(NOTATIONS)
    yield HelpParagraph(ABOUT_NOTATIONS)
    yield Facts(tuple((value.words, join_texts(value.notations)) for value in VALUES.values() if value.notations))


def join_texts(words: Sequence[Text]) -> Text:
    """Texts in a row, in each language."""
    return Text(*(" · ".join(word.localize(language) for word in words) for language in LANGUAGES))


def build_record_tables(record: type[Record], *, profile: bool) -> Iterator[Block]:
    """A table of the fields at the top, then one for what stands inside each."""
    every = list(walk_fields(record))
    tops = [point for point in every if len(point.way) == 1]
    yield Heading(AT_THE_TOP, 3)
    yield build_field_table(tops, profile=profile)
    for top in tops:
        if inside := [point for point in every if point.way[0] is top.field and point is not top]:
            yield Heading(format_field_title(top), 3)
            yield build_field_table(inside, profile=profile)


def build_field_table(rows: Sequence[FieldPath], *, profile: bool) -> HelpTable:
    """A row for each field; a profile has fewer columns."""
    return HelpTable(PROFILE_HEAD if profile else HEAD, tuple(build_profile_row(row) if profile else build_field_row(row) for row in rows))


def build_field_row(point: FieldPath) -> tuple[Text, ...]:
    """All that is declared of a field of an agreement."""
    public = OWN if point.public == "own" else YES if point.public else NO
    return (*build_first_cells(point), describe_requirement(point), public, YES if point.material else NO, format_example(point))


def build_profile_row(point: FieldPath) -> tuple[Text, ...]:
    """All that is declared of a field of a profile."""
    return (*build_first_cells(point), format_example(point))


def build_first_cells(point: FieldPath) -> tuple[Text, ...]:
    """The field, its key in the other language, its question and what may stand there."""
    danish, english = (f"`{point.format_path(language)}`" for language in LANGUAGES)
    return Text(da=danish, en=english), Text(da=english, en=danish), point.field.ask, describe_content(point.field.kind)


def describe_content(kind: FieldType) -> Text:
    """What may stand there, the words of a list named."""
    words = [word for choice in iter_word_lists(kind) for word in choice]
    return Text(*(f"{describe_type(kind).localize(language)}{format_choices(words, language)}" for language in LANGUAGES))


def format_choices(words: list[Choice], language: Language) -> str:
    """`: idé, udkast, …` in the keys of one language."""
    return ": " + ", ".join(f"`{word.get_key(language)}`" for word in words) if words else ""


def format_example(point: FieldPath) -> Text:
    """The example as it stands in a file, where the field is no section."""
    return Text(*(f"`{words.localize(language)}`" if (words := point.field.example).da else "" for language in LANGUAGES))
