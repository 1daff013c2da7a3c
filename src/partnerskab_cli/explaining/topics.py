"""What can be explained, by every name it goes by."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from ..agreement.agreement import Agreement
from ..agreement.checklist import CHECKLIST
from ..agreement.choices import Formality, PartnershipType
from ..agreement.field import Choice, spellings
from ..agreement.nearest import nearest
from ..agreement.record import Point, points
from ..page import Bullet, Bullets, Page, Paragraph
from ..profile.profile import Profile
from ..rules.catalogue import RULES
from ..rules.chapters import CHAPTERS
from ..text import LANGUAGES, Text, ascii_form, fold
from .checklist import checklist_page, item_page, partnership_page
from .field import field_page, word_lists
from .policy import action_page, code_of, goal_page, policy_page, principle_page, principles_page
from .rule import chapter_page, rule_page
from .word import forms_page, types_page, word_page


class Topic(NamedTuple):
    """Something that can be explained."""

    names: tuple[str, ...]
    page: Callable[[], Page]
    short: tuple[str, ...] = ()
    """Names that it shares with others, such as the last word of a field's way."""


def topics(profile: Profile) -> Iterator[Topic]:
    """Everything that can be explained, rules first."""
    yield from rule_topics()
    yield from checklist_topics()
    yield from word_topics()
    yield from field_topics()
    yield from policy_topics(profile)


def rule_topics() -> Iterator[Topic]:
    """Every rule by its code, every chapter by its letters."""
    for rule in RULES:
        yield Topic(with_plain_o(rule.code), partial(rule_page, rule))
    for chapter in CHAPTERS:
        if any(rule.chapter == chapter for rule in RULES):
            yield Topic((*with_plain_o(chapter), *CHAPTERS[chapter]), partial(chapter_page, chapter))


def with_plain_o(code: str) -> tuple[str, ...]:
    """`ØKO03`, and `OKO03` as it may be typed."""
    return tuple(dict.fromkeys((code, code.replace("Ø", "O"))))


def checklist_topics() -> Iterator[Topic]:
    """The checklist, its items by number and title, and the test of a partnership."""
    yield Topic(("tjekliste", "tjeklisten", "checklist"), checklist_page)
    for item in CHECKLIST:
        names = tuple(f"{word} {item.number}" for word in ("tjekliste", "checklist", "punkt", "item"))
        yield Topic((str(item.number), *names, *item.title), partial(item_page, item))
    yield Topic(("partnerskabstest", "partnership-test", "partnerskab", "partnership"), partnership_page)


def word_topics() -> Iterator[Topic]:
    """The forms, the types, and every word of a list with the fields that use it."""
    yield Topic(("former", "aftaleformer", "forms"), forms_page)
    yield Topic(("typer", "partnerskabstyper", "types"), types_page)
    used: dict[Choice, list[Point]] = {}
    for point in points(Agreement):
        for choice in word_lists(point.field.kind):
            for word in choice:
                used.setdefault(word, []).append(point)
    for word, where in used.items():
        own = (*spellings(word.value.key, word.name.lower()), *word.value.also)
        main = isinstance(word, Formality | PartnershipType)
        yield Topic(own if main else (), partial(word_page, word, tuple(where)), () if main else own)


def field_topics() -> Iterator[Topic]:
    """Every field by its way from the top in each spelling; the profile's below `profil`."""
    for point in points(Agreement):
        last = point.field.spellings if len(point.way) > 1 else ()
        yield Topic(routes(point), partial(field_page, point), last)
    for point in points(Profile):
        names = tuple(f"{word}.{route}" for word in ("profil", "profile") for route in routes(point))
        yield Topic(names, partial(field_page, point, profile=True), point.field.spellings)


def routes(point: Point) -> tuple[str, ...]:
    """`ophør.varsel`, `ophoer.varsel`, `termination.notice`."""
    danish, english = (point.route(language) for language in LANGUAGES)
    return tuple(dict.fromkeys((danish, ascii_form(danish), english)))


def policy_topics(profile: Profile) -> Iterator[Topic]:
    """The policy with its goals and actions, and the principles, as the profile has them."""
    policy = profile.policy
    yield Topic(("politik", "politikken", "policy"), partial(policy_page, profile))
    for goal in policy.goals if policy else ():
        yield Topic((f"mål {goal.number}", f"målsætning {goal.number}", f"goal {goal.number}"), partial(goal_page, goal))
    for action in policy.actions if policy else ():
        yield Topic((f"handling {action.number}", f"action {action.number}"), partial(action_page, action))
    yield Topic(("holdepunkter", "holdepunkterne", "principles"), partial(principles_page, profile))
    for place, one in enumerate(profile.principles, 1):
        code = code_of(one, place)
        names = (code, f"holdepunkt {place}", f"principle {place}", *(f"{code}.{number}" for number in range(1, len(one.sub_points) + 1)))
        own = spellings(*one.keys)
        yield Topic((*names, *own), partial(principle_page, one, place))


def folded(name: str) -> str:
    """A name as it is compared: without case, in plain letters, blanks as one."""
    return " ".join(ascii_form(fold(name)).replace("-", " ").replace("_", " ").split())


def explained(words: str, profile: Profile) -> tuple[Page, ...]:
    """The pages on what goes by a name; where many parts share it, one page that tells them apart; nothing where it is unknown."""
    asked = folded(words)
    every = list(topics(profile))
    own = [topic for topic in every if asked in map(folded, topic.names)]
    if own:
        return tuple(topic.page() for topic in own)
    shared = [topic for topic in every if asked in map(folded, topic.short)]
    return tuple(topic.page() for topic in shared) if len(shared) <= MOST_PAGES else (choice_page(words, shared),)


MOST_PAGES = 3


SEVERAL = Text(da="Flere hedder »{name}«", en="Several are called “{name}”")
WHICH = Text(da="Vælg den, I mener:", en="Choose the one you mean:")


def choice_page(name: str, shared: list[Topic]) -> Page:
    """The things that share a name, each with the words that tell it from the others."""
    items = tuple(Bullet(topic.page().title, command(topic)) for topic in shared)
    return Page(SEVERAL.filled(name=name), (Paragraph(WHICH), Bullets(items)))


def command(topic: Topic) -> Text | None:
    """How to ask for one of them; a word of a list has no name of its own."""
    if not topic.names:
        return None
    danish, english = topic.names[0], topic.names[-1]
    return Text(da=f"`partnerskab explain {danish}`", en=f"`partnerskab explain {english}`")


def suggestion(words: str, profile: Profile) -> str | None:
    """The nearest name of something that can be explained."""
    every = list(topics(profile))
    return nearest(
        words, dict.fromkeys([*(name for topic in every for name in topic.names), *(name for topic in every for name in topic.short)])
    )
