"""What can be explained, by every name it goes by."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from ..model.agreement import Agreement
from ..model.checklist import CHECKLIST
from ..model.choices import Formality, PartnershipType
from ..model.field import Choice, list_spellings
from ..model.record import FieldPath, walk_fields
from ..profile.profile import Profile
from ..rules.chapters import CHAPTERS
from ..rules.registry import RULES
from ..text.localized import LANGUAGES, Text, fold, transliterate
from ..text.matching import find_nearest
from ..text.page import Bullet, Bullets, Heading, HelpParagraph, Page
from .checklist import build_checklist_page, build_item_page, build_partnership_page
from .fields import build_field_page, iter_word_lists
from .policy import (
    build_action_page,
    build_goal_page,
    build_policy_page,
    build_principle_page,
    build_principles_page,
    make_principle_code,
)
from .rules import build_chapter_page, build_rule_page
from .words import build_forms_page, build_types_page, build_word_page


class Topic(NamedTuple):
    """Something that can be explained."""

    names: tuple[str, ...]
    page: Callable[[], Page]
    short: tuple[str, ...] = ()
    """Names that it shares with others, such as the last word of a field's way."""


def iter_topics(profile: Profile) -> Iterator[Topic]:
    """Everything that can be explained, rules first."""
    yield from iter_rule_topics()
    yield from iter_checklist_topics()
    yield from iter_word_topics()
    yield from iter_field_topics()
    yield from iter_policy_topics(profile)


def iter_rule_topics() -> Iterator[Topic]:
    """Every rule by its code, every chapter by its letters."""
    for rule in RULES:
        yield Topic(list_code_spellings(rule.code), partial(build_rule_page, rule))
    for chapter in CHAPTERS:
        if any(rule.chapter == chapter for rule in RULES):
            yield Topic((*list_code_spellings(chapter), *CHAPTERS[chapter]), partial(build_chapter_page, chapter))


def list_code_spellings(code: str) -> tuple[str, ...]:
    """`ØKO03`, and `OKO03` as it may be typed."""
    return tuple(dict.fromkeys((code, code.replace("Ø", "O"))))


def iter_checklist_topics() -> Iterator[Topic]:
    """The checklist, its items by number and title, and the test of a partnership."""
    yield Topic(("tjekliste", "tjeklisten", "checklist"), build_checklist_page)
    for item in CHECKLIST:
        names = tuple(f"{word} {item.number}" for word in ("tjekliste", "checklist", "punkt", "item"))
        yield Topic((str(item.number), *names, *item.title), partial(build_item_page, item))
    yield Topic(("partnerskabstest", "partnership-test", "partnerskab", "partnership"), build_partnership_page)


def iter_word_topics() -> Iterator[Topic]:
    """The forms, the types, and every word of a list with the fields that use it."""
    yield Topic(("former", "aftaleformer", "forms"), build_forms_page)
    yield Topic(("typer", "partnerskabstyper", "types"), build_types_page)
    used: dict[Choice, list[FieldPath]] = {}
    for point in walk_fields(Agreement):
        for choice in iter_word_lists(point.field.kind):
            for word in choice:
                used.setdefault(word, []).append(point)
    for word, where in used.items():
        own = (*list_spellings(word.value.key, word.name.lower()), *word.value.also)
        main = isinstance(word, Formality | PartnershipType)
        yield Topic(own if main else (), partial(build_word_page, word, tuple(where)), () if main else own)


def iter_field_topics() -> Iterator[Topic]:
    """Every field by its way from the top in each spelling; the profile's below `profil`."""
    for point in walk_fields(Agreement):
        last = point.field.spellings if len(point.way) > 1 else ()
        yield Topic(list_path_spellings(point), partial(build_field_page, point), last)
    for point in walk_fields(Profile):
        names = tuple(f"{word}.{route}" for word in ("profil", "profile") for route in list_path_spellings(point))
        yield Topic(names, partial(build_field_page, point, profile=True), point.field.spellings)


def list_path_spellings(point: FieldPath) -> tuple[str, ...]:
    """`ophør.varsel`, `ophoer.varsel`, `termination.notice`."""
    danish, english = (point.format_path(language) for language in LANGUAGES)
    return tuple(dict.fromkeys((danish, transliterate(danish), english)))


def iter_policy_topics(profile: Profile) -> Iterator[Topic]:
    """The policy with its goals and actions, and the principles, as the profile has them."""
    policy = profile.policy
    yield Topic(("politik", "politikken", "policy"), partial(build_policy_page, profile))
    for goal in policy.goals if policy else ():
        yield Topic((f"mål {goal.number}", f"målsætning {goal.number}", f"goal {goal.number}"), partial(build_goal_page, goal))
    for action in policy.actions if policy else ():
        yield Topic((f"handling {action.number}", f"action {action.number}"), partial(build_action_page, action))
    yield Topic(("holdepunkter", "holdepunkterne", "principles"), partial(build_principles_page, profile))
    for place, principle in enumerate(profile.principles, 1):
        code = make_principle_code(principle, place)
        names = (
            code,
            f"holdepunkt {place}",
            f"principle {place}",
            *(f"{code}.{number}" for number in range(1, len(principle.sub_points) + 1)),
        )
        own = list_spellings(*principle.keys)
        yield Topic((*names, *own), partial(build_principle_page, principle, place))


def fold_topic(name: str) -> str:
    """A name as it is compared: without case, in plain letters, blanks as one."""
    return " ".join(transliterate(fold(name)).replace("-", " ").replace("_", " ").split())


def find_topic_pages(words: str, profile: Profile) -> tuple[Page, ...]:
    """The pages on what goes by a name; where many parts share it, one page that tells them apart; nothing where it is unknown."""
    asked = fold_topic(words)
    every = list(iter_topics(profile))
    own = [topic for topic in every if asked in map(fold_topic, topic.names)]
    if own:
        return tuple(topic.page() for topic in own)
    shared = [topic for topic in every if asked in map(fold_topic, topic.short)]
    return tuple(topic.page() for topic in shared) if len(shared) <= MOST_PAGES else (build_disambiguation_page(words, shared),)


MOST_PAGES = 3


SEVERAL = Text(da="Flere hedder »{name}«", en="Several are called “{name}”")
WHICH = Text(da="Vælg den, I mener:", en="Choose the one you mean:")


def build_disambiguation_page(name: str, shared: list[Topic]) -> Page:
    """The things that share a name, each with the words that tell it from the others."""
    items = tuple(Bullet(topic.page().title, format_explain_command(topic)) for topic in shared)
    return Page(SEVERAL.format(name=name), (HelpParagraph(WHICH), Bullets(items)))


def format_explain_command(topic: Topic) -> Text | None:
    """How to ask for one of them; a word of a list has no name of its own."""
    if not topic.names:
        return None
    danish, english = topic.names[0], topic.names[-1]
    return Text(da=f"`partnerskab explain {danish}`", en=f"`partnerskab explain {english}`")


def suggest_topic(words: str, profile: Profile) -> str | None:
    """The nearest name of something that can be explained."""
    every = list(iter_topics(profile))
    return find_nearest(
        words, dict.fromkeys([*(name for topic in every for name in topic.names), *(name for topic in every for name in topic.short)])
    )


TITLE = Text(da="Det kan jeg forklare", en="What I can explain")
ABOUT = Text(
    da="Skriv, hvad I vil vide mere om, som koden, feltet eller ordet står i aftalen eller i et fund.",
    en="Write what you want to know more of, as the code, the field or the word stands in the agreement or in a finding.",
)
RULES_TITLE = Text(da="Reglerne, kapitel for kapitel", en="The rules, chapter by chapter")
ASK = Text(da="{what}: `partnerskab explain {words}`", en="{what}: `partnerskab explain {words}`")
ALWAYS = (
    (Text(da="en regel", en="a rule"), Text(da="TJK10", en="TJK10")),
    (Text(da="et felt", en="a field"), Text(da="ophør.varsel", en="termination.notice")),
    (Text(da="et felt i kommunens profil", en="a field of the municipality's profile"), Text(da="profil.steder", en="profile.places")),
    (Text(da="et ord, man kan vælge", en="a word that can be chosen"), Text(da="samskabelse", en="co_creation")),
    (Text(da="hele tjeklisten", en="the whole checklist"), Text(da="tjekliste", en="checklist")),
    (Text(da="et punkt på tjeklisten", en="a point of the checklist"), Text(da="tjekliste 10", en="checklist 10")),
    (Text(da="aftaleformerne", en="the forms of agreement"), Text(da="former", en="forms")),
    (Text(da="partnerskabstyperne", en="the types of partnership"), Text(da="typer", en="types")),
    (Text(da="hvornår noget er et partnerskab", en="when something is a partnership"), Text(da="partnerskab", en="partnership")),
)
POLICY = (Text(da="kommunens politik", en="the municipality's policy"), Text(da="politik", en="policy"))
A_GOAL, GOAL = Text(da="en målsætning i den", en="a goal of it"), Text(da="mål {number}", en="goal {number}")
AN_ACTION, ACTION = Text(da="en handling i den", en="an action of it"), Text(da="handling {number}", en="action {number}")
PRINCIPLES = (Text(da="de fælles holdepunkter", en="the common principles"), Text(da="holdepunkter", en="principles"))


def build_contents_page(profile: Profile) -> Page:
    """Everything that can be explained; of policy and principles only what the profile has."""
    chapters = tuple(Bullet(ASK.format(what=title, words=chapter)) for chapter, title in CHAPTERS.items())
    return Page(TITLE, (HelpParagraph(ABOUT), Bullets(tuple(list_examples(profile))), Heading(RULES_TITLE), Bullets(chapters)))


def list_examples(profile: Profile) -> Iterator[Bullet]:
    """A command to try for each kind of thing."""
    every = (*ALWAYS, *list_policy_examples(profile), *((PRINCIPLES,) if profile.principles else ()))
    yield from (Bullet(ASK.format(what=what, words=words)) for what, words in every)


def list_policy_examples(profile: Profile) -> Iterator[tuple[Text, Text]]:
    """The policy, and the first of its goals and of its actions."""
    if profile.policy:
        yield POLICY
        yield from ((A_GOAL, GOAL.format(number=goal.number)) for goal in profile.policy.goals[:1])
        yield from ((AN_ACTION, ACTION.format(number=action.number)) for action in profile.policy.actions[:1])
