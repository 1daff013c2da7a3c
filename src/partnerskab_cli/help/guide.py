"""Before the first meeting: the brochure's advice as questions, and what to know about the other side."""

from collections.abc import Iterator
from typing import NamedTuple

from ..guidance.advice import PUBLIC_CONTACT, PUBLIC_QUESTIONS, VOLUNTARY_CONTACT, VOLUNTARY_QUESTIONS
from ..guidance.forms import FORMS, PUBLIC_BENEFITS, VOLUNTARY_BENEFITS, FormalityAdvice
from ..guidance.point import AdvicePoint
from ..guidance.sides import CHARTER, CONSIDER_PUBLIC, CONSIDER_VOLUNTARY, DIALOGUE, ORGANISING
from ..model.checklist import CHECKLIST, Item
from ..model.citations import cite_sources
from ..model.field import Choice
from ..text.localized import LANGUAGES, Text
from ..text.page import Block, Bullet, Bullets, Facts, Heading, HelpParagraph, Page


class GuideAudience(NamedTuple):
    """One side, and what is for its eyes."""

    title: Text
    intro: Text
    questions: tuple[AdvicePoint, ...]
    way_in: Text
    contact: tuple[AdvicePoint, ...]
    benefits: tuple[AdvicePoint, ...]
    other_side: Text
    consider: tuple[AdvicePoint, ...]


ASSOCIATION = GuideAudience(
    Text(da="Før det første møde: til foreningen", en="Before the first meeting: for the association"),
    Text(
        da="Tal spørgsmålene igennem hos jer selv, før I møder kommunen. I behøver ikke have svar på dem alle.",
        en="Talk the questions over among yourselves before you meet the municipality. You need not have an answer to all of them.",
    ),
    VOLUNTARY_QUESTIONS,
    Text(da="Sådan finder I vej ind i kommunen", en="How to find your way into the municipality"),
    VOLUNTARY_CONTACT,
    tuple(VOLUNTARY_BENEFITS.values()),
    Text(da="Værd at vide om kommunen", en="Worth knowing about the municipality"),
    CONSIDER_PUBLIC,
)
MUNICIPALITY = GuideAudience(
    Text(da="Før det første møde: til kommunen", en="Before the first meeting: for the municipality"),
    Text(
        da="Tal spørgsmålene igennem hos jer selv, før I inviterer foreningen. I behøver ikke have svar på dem alle.",
        en="Talk the questions over among yourselves before you invite the association. You need not have an answer to all of them.",
    ),
    PUBLIC_QUESTIONS,
    Text(da="Sådan finder I en partner", en="How to find a partner"),
    PUBLIC_CONTACT,
    tuple(PUBLIC_BENEFITS.values()),
    Text(da="Værd at vide om foreningen", en="Worth knowing about the association"),
    CONSIDER_VOLUNTARY,
)

QUESTIONS = Text(da="Spørg jer selv", en="Ask yourselves")
BENEFITS = Text(da="Det kan I få ud af at arbejde sammen", en="What you can get out of working together")
TOGETHER = Text(da="Det bygger I begge på", en="What you both build on")
MEETING = Text(da="Når I mødes", en="When you meet")
TOPICS = Text(
    da="Tjeklistens emner er gode at vende og afklare. Tag dem, der passer til opgaven; de fem med * bliver der altid brug for.",
    en="The topics of the checklist are good to turn over and settle. Take those that fit the task; the five with * are always needed.",
)
OVER_TIME = Text(da="Så det også holder over tid", en="So that it also lasts")
HOW_MUCH = Text(da="Hvor meget skal I skrive ned?", en="How much should you write down?")
NEXT = Text(
    da="`partnerskab recommend --help` siger, hvordan I får et bud på, hvilken form der er nok, og `partnerskab new` stiller spørgsmålene ét for ét.",
    en="`partnerskab recommend --help` says how to get a suggestion of which form is enough, and `partnerskab new` asks the questions one by one.",
)
SOURCES = Text(da="Kilder", en="Sources")


def build_guide_page(reader: GuideAudience) -> Page:
    """The guide for one side."""
    return Page(
        reader.title,
        (HelpParagraph(reader.intro), *build_own_blocks(reader), *build_shared_blocks(), Facts(((SOURCES, cite_guide_sources(reader)),))),
    )


def build_own_blocks(reader: GuideAudience) -> Iterator[Block]:
    """What one side asks itself, and what it should know of the other."""
    yield Heading(QUESTIONS)
    yield build_point_list(reader.questions, numbered=True)
    yield Heading(reader.way_in)
    yield build_point_list(reader.contact)
    yield Heading(reader.other_side)
    yield build_point_list(reader.consider)
    yield Heading(BENEFITS)
    yield build_point_list(reader.benefits)


def build_shared_blocks() -> Iterator[Block]:
    """What is the same for both."""
    yield Heading(TOGETHER)
    yield build_point_list((*CHARTER, *DIALOGUE))
    yield Heading(MEETING)
    yield HelpParagraph(TOPICS)
    yield Bullets(tuple(Bullet(describe_checklist_topic(item)) for item in CHECKLIST), numbered=True)
    yield Heading(OVER_TIME)
    yield build_point_list(ORGANISING)
    yield Heading(HOW_MUCH)
    yield Bullets(tuple(Bullet(describe_form(form, advice), ENOUGH.format(when=advice.enough_when)) for form, advice in FORMS.items()))
    yield HelpParagraph(NEXT)


def describe_checklist_topic(item: Item) -> Text:
    """A point of the checklist as something to talk about."""
    star = "*" if item.core else ""
    return Text(*(f"{item.title.localize(language)}{star}: {item.ask.localize(language)}" for language in LANGUAGES))


def describe_form(form: Choice, advice: FormalityAdvice) -> Text:
    """A form of agreement and what it is."""
    return Text(*(f"{form.localize(language)}: {advice.text.localize(language)}" for language in LANGUAGES))


ENOUGH = Text(da="Nok, når {when}.", en="Enough when {when}.")


def build_point_list(points: tuple[AdvicePoint, ...], *, numbered: bool = False) -> Bullets:
    """Points of guidance as a list, with their reasons."""
    return Bullets(tuple(Bullet(point.text, point.why, point.parts) for point in points), numbered)


def cite_guide_sources(reader: GuideAudience) -> Text:
    """The sections that the guide is made of."""
    every = [
        point.source for point in (*reader.questions, *reader.contact, *reader.consider, *reader.benefits, *CHARTER, *DIALOGUE, *ORGANISING)
    ]
    return cite_sources("; ".join(dict.fromkeys([*every, "S3 Tjekliste", *(form.source for form in FORMS.values())])))
