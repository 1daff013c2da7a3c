"""Every field of an agreement and of a profile, as one document."""

from collections.abc import Iterator, Sequence

from ..agreement.agreement import Agreement
from ..agreement.field import Choice, Kind
from ..agreement.record import Point, Record, points
from ..agreement.values import VALUES
from ..page import Block, Facts, Heading, Page, Paragraph, Table
from ..profile.profile import Profile
from ..text import LANGUAGES, YES, Language, Text
from .field import ASKED, KIND, PART_HEAD, PUBLIC, SIGNED, demand, kind_said, title, word_lists

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


def fields_reference() -> Page:
    """All fields of an agreement, then those of a profile."""
    return Page(
        TITLE,
        (
            Paragraph(ABOUT),
            Heading(AGREEMENT),
            *sections(Agreement, profile=False),
            Heading(PROFILE),
            *sections(Profile, profile=True),
            *notations(),
        ),
    )


def notations() -> Iterator[Block]:
    """How each kind of value may be written."""
    yield Heading(NOTATIONS)
    yield Paragraph(ABOUT_NOTATIONS)
    yield Facts(tuple((value.words, joined(value.notations)) for value in VALUES.values() if value.notations))


def joined(words: Sequence[Text]) -> Text:
    """Texts in a row, in each language."""
    return Text(*(" · ".join(word.said(language) for word in words) for language in LANGUAGES))


def sections(record: type[Record], *, profile: bool) -> Iterator[Block]:
    """A table of the fields at the top, then one for what stands inside each."""
    every = list(points(record))
    tops = [point for point in every if len(point.way) == 1]
    yield Heading(AT_THE_TOP, 3)
    yield table(tops, profile=profile)
    for top in tops:
        if inside := [point for point in every if point.way[0] is top.field and point is not top]:
            yield Heading(title(top), 3)
            yield table(inside, profile=profile)


def table(rows: Sequence[Point], *, profile: bool) -> Table:
    """A row for each field; a profile has fewer columns."""
    return Table(PROFILE_HEAD if profile else HEAD, tuple(profile_row(one) if profile else row(one) for one in rows))


def row(point: Point) -> tuple[Text, ...]:
    """All that is declared of a field of an agreement."""
    public = OWN if point.public == "own" else YES if point.public else NO
    return (*first_cells(point), demand(point), public, YES if point.material else NO, example(point))


def profile_row(point: Point) -> tuple[Text, ...]:
    """All that is declared of a field of a profile."""
    return (*first_cells(point), example(point))


def first_cells(point: Point) -> tuple[Text, ...]:
    """The field, its key in the other language, its question and what may stand there."""
    danish, english = (f"`{point.route(language)}`" for language in LANGUAGES)
    return Text(da=danish, en=english), Text(da=english, en=danish), point.field.ask, content(point.field.kind)


def content(kind: Kind) -> Text:
    """What may stand there, the words of a list named."""
    words = [word for choice in word_lists(kind) for word in choice]
    return Text(*(f"{kind_said(kind).said(language)}{named(words, language)}" for language in LANGUAGES))


def named(words: list[Choice], language: Language) -> str:
    """`: idé, udkast, …` in the keys of one language."""
    return ": " + ", ".join(f"`{word.key(language)}`" for word in words) if words else ""


def example(point: Point) -> Text:
    """The example as it stands in a file, where the field is no section."""
    return Text(*(f"`{words.said(language)}`" if (words := point.field.example).da else "" for language in LANGUAGES))
