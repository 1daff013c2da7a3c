"""Pages on the words of an agreement's lists: forms, types, and all others."""

from collections.abc import Iterator

from ..agreement.agreement import Agreement
from ..agreement.choices import Formality
from ..agreement.field import Choice
from ..agreement.guidance.forms import FORMS, MEANINGS, TYPES, Form, Kind
from ..agreement.guidance.point import Point as Hint
from ..agreement.record import Point
from ..agreement.requirement import required, required_in_grant
from ..page import Block, Bullet, Bullets, Facts, Heading, Page, Paragraph, Sample
from ..text import LANGUAGES, Language, Text
from .source import source

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


def word_page(word: Choice, points: tuple[Point, ...]) -> Page:
    """A word, what it means, and the fields that use it."""
    title = Text(*(TITLE.said(language, word=word.key(language), label=word.value.label) for language in LANGUAGES))
    return Page(title, tuple(blocks(word, points)))


def blocks(word: Choice, points: tuple[Point, ...]) -> Iterator[Block]:
    """Meaning, facts, and for a form what it demands."""
    if meaning := meaning_of(word):
        yield Paragraph(meaning.text)
    yield Facts(tuple(facts(word, points)))
    if isinstance(word, Formality):
        yield Heading(ANSWERS, 3)
        yield Bullets(
            tuple(Bullet(Text(*(asked(way[-1].word(language), way[-1].ask, language) for language in LANGUAGES))) for way in required(word))
        )
        yield Heading(IN_A_GRANT, 3)
        yield Bullets(
            tuple(Bullet(Text(*(asked(one.word(language), one.ask, language) for language in LANGUAGES))) for one in required_in_grant())
        )
    yield Heading(WRITE, 3)
    yield Sample(Text(*(f"{points[0].field.word(language)}: {word.key(language)}" for language in LANGUAGES)))


def asked(key: str, ask: Text, language: Language) -> str:
    """A field and its question on one line."""
    return f"`{key}`: {ask.said(language)}"


def facts(word: Choice, points: tuple[Point, ...]) -> Iterator[tuple[Text, Text]]:
    """What the guidance says, where the word stands, and what may stand instead."""
    if form := FORMS.get(word):
        yield ENOUGH_WHEN, form.enough_when
    if kind := TYPES.get(word):
        low, high = kind.degrees
        yield BEWARE, kind.attention
        yield DEGREE, USUAL_DEGREE.filled(low=low, high=high)
    yield USED_IN, Text(*(", ".join(f"`{point.route(language)}`" for point in points) for language in LANGUAGES))
    others = [one for one in type(word) if one is not word]
    yield BESIDE, Text(*(", ".join(f"`{one.key(language)}`" for one in others) for language in LANGUAGES))
    yield source((meaning_of(word) or points[0]).source)


def meaning_of(word: Choice) -> Kind | Form | Hint | None:
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


def types_page() -> Page:
    """The three types."""
    items = tuple(
        Bullet(Text(*(f"{word.key(language)}: {kind.text.said(language)}" for language in LANGUAGES)), kind.attention)
        for word, kind in TYPES.items()
    )
    return Page(TYPES_TITLE, (Paragraph(TYPES_ABOUT), Bullets(items), Facts((source("S1 Forskellige typer af partnerskaber"),))))


def forms_page() -> Page:
    """The four forms, the least formal first."""
    items = tuple(
        Bullet(
            Text(*(f"{word.key(language)}: {form.text.said(language)}" for language in LANGUAGES)),
            Text(*(f"{ENOUGH_WHEN.said(language)} {form.enough_when.said(language)}." for language in LANGUAGES)),
        )
        for word, form in FORMS.items()
    )
    return Page(
        FORMS_TITLE,
        (Paragraph(FORMS_ABOUT), Bullets(items, numbered=True), Facts((source(Agreement.names["formalitet"].source or "practice"),))),
    )
