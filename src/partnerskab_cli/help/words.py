"""Pages on the words of an agreement's lists: forms, types, and all others."""

from collections.abc import Iterator

from ..guidance.forms import FORMS, MEANINGS, TYPES, FormalityAdvice, PartnershipTypeAdvice
from ..guidance.point import AdvicePoint as Hint
from ..model.agreement import Agreement
from ..model.choices import Formality
from ..model.field import Choice
from ..model.record import FieldPath
from ..model.requirements import list_required_fields, list_required_grant_fields
from ..text.localized import LANGUAGES, Language, Text
from ..text.page import Block, Bullet, Bullets, CodeBlock, Facts, Heading, HelpParagraph, Page
from .rules import describe_source

TITLE = Text(da="{word} · {label}", en="{word} · {label}")
USED_IN = Text(da="Bruges i", en="Used in")
BESIDE = Text(da="I stedet", en="Instead")
ENOUGH_WHEN = Text(da="Nok, når", en="Enough when")
BEWARE = Text(da="Vær opmærksom på", en="Beware")
DEGREE = Text(da="Styring", en="Control")
USUAL_DEGREE = Text(
    da="oftest {low} til {high}, hvor 1 er at prøve frit og 5 en fast ramme",
    en="mostly {low} to {high}, where 1 is to try freely and 5 a fixed frame",
)
ANSWERS = Text(da="Det skal en aktiv aftale svare på:", en="What an active agreement must answer:")
IN_A_GRANT = Text(da="Og i hvert tilskud, uanset form:", en="And in every grant, whatever the form:")
WRITE = Text(da="Skriv fx:", en="Write for instance:")


def build_word_page(word: Choice, points: tuple[FieldPath, ...]) -> Page:
    """A word, what it means, and the fields that use it."""
    title = Text(*(TITLE.localize(language, word=word.get_key(language), label=word.value.label) for language in LANGUAGES))
    return Page(title, tuple(build_word_blocks(word, points)))


def build_word_blocks(word: Choice, points: tuple[FieldPath, ...]) -> Iterator[Block]:
    """Meaning, facts, and for a form what it demands."""
    if meaning := find_meaning(word):
        yield HelpParagraph(meaning.text)
    yield Facts(tuple(list_word_facts(word, points)))
    if isinstance(word, Formality):
        yield Heading(ANSWERS, 3)
        yield Bullets(
            tuple(
                Bullet(Text(*(format_question(way[-1].get_key(language), way[-1].ask, language) for language in LANGUAGES)))
                for way in list_required_fields(word)
            )
        )
        yield Heading(IN_A_GRANT, 3)
        yield Bullets(
            tuple(
                Bullet(Text(*(format_question(field.get_key(language), field.ask, language) for language in LANGUAGES)))
                for field in list_required_grant_fields()
            )
        )
    yield Heading(WRITE, 3)
    yield CodeBlock(Text(*(f"{points[0].field.get_key(language)}: {word.get_key(language)}" for language in LANGUAGES)))


def format_question(key: str, ask: Text, language: Language) -> str:
    """A field and its question on one line."""
    return f"`{key}`: {ask.localize(language)}"


def list_word_facts(word: Choice, points: tuple[FieldPath, ...]) -> Iterator[tuple[Text, Text]]:
    """What the guidance says, where the word stands, and what may stand instead."""
    if form := FORMS.get(word):
        yield ENOUGH_WHEN, form.enough_when
    if kind := TYPES.get(word):
        low, high = kind.degrees
        yield BEWARE, kind.attention
        yield DEGREE, USUAL_DEGREE.format(low=low, high=high)
    yield USED_IN, Text(*(", ".join(f"`{point.format_path(language)}`" for point in points) for language in LANGUAGES))
    others = [choice for choice in type(word) if choice is not word]
    yield BESIDE, Text(*(", ".join(f"`{choice.get_key(language)}`" for choice in others) for language in LANGUAGES))
    yield describe_source((find_meaning(word) or points[0]).source)


def find_meaning(word: Choice) -> PartnershipTypeAdvice | FormalityAdvice | Hint | None:
    """What the guidance says of a word."""
    return TYPES.get(word) or FORMS.get(word) or MEANINGS.get(word)


TYPES_TITLE = Text(da="Partnerskabstyper", en="Types of partnership")
FORMS_TITLE = Text(da="Aftaleformer", en="Forms of agreement")
TYPES_ABOUT = Text(
    da="Typen beskriver samarbejdet; den giver ikke lov til noget og kræver ikke noget. Den kan udelades.",
    en="The type describes the cooperation; it permits nothing and demands nothing. It may be left out.",
)
FORMS_ABOUT = Text(
    da="Vælg den form, der passer til opgaven og til jer. `partnerskab recommend --help` siger, hvordan I får et bud.",
    en="Choose the form that fits the task and you. `partnerskab recommend --help` says how to get a suggestion.",
)


def build_types_page() -> Page:
    """The three types."""
    items = tuple(
        Bullet(Text(*(f"{word.get_key(language)}: {kind.text.localize(language)}" for language in LANGUAGES)), kind.attention)
        for word, kind in TYPES.items()
    )
    return Page(
        TYPES_TITLE, (HelpParagraph(TYPES_ABOUT), Bullets(items), Facts((describe_source("S1 Forskellige typer af partnerskaber"),)))
    )


def build_forms_page() -> Page:
    """The four forms, the least formal first."""
    items = tuple(
        Bullet(
            Text(*(f"{word.get_key(language)}: {form.text.localize(language)}" for language in LANGUAGES)),
            Text(*(f"{ENOUGH_WHEN.localize(language)} {form.enough_when.localize(language)}." for language in LANGUAGES)),
        )
        for word, form in FORMS.items()
    )
    return Page(
        FORMS_TITLE,
        (
            HelpParagraph(FORMS_ABOUT),
            Bullets(items, numbered=True),
            Facts((describe_source(Agreement.names["formalitet"].source or "practice"),)),
        ),
    )
