"""Pages on the municipality's policy and principles, which its profile holds."""

from collections.abc import Iterator, Sequence

from ..guidance.point import AdvicePoint as Hint
from ..guidance.policy import CHANNELS, FOCUS, PRINCIPLES, PURPOSE, RECOGNITION, RENEWAL, SERVING_RULES, SUPPORT, Support
from ..model.agreement import Agreement
from ..model.record import walk_fields
from ..profile.policy import PolicyAction, PolicyGoal, Principle
from ..profile.profile import Profile
from ..rules.registry import BY_CODE
from ..text.localized import LANGUAGES, Text
from ..text.page import Block, Bullet, Bullets, CodeBlock, Facts, Heading, HelpParagraph, HelpTable, Page, make_text
from .rules import describe_source

POLICY_TITLE = Text(da="Politikken for det frivillige sociale arbejde", en="The policy for voluntary social work")
GOALS = Text(da="Målsætninger", en="Goals")
ACTIONS = Text(da="Handlinger", en="Actions")
HEAD = (Text(da="Nr.", en="No."), Text(da="Lyder", en="Reads"))
NONE_HERE = Text(
    da="Kommunens profil har ingen politik. Skriv den under `politik` i partnerskab.yaml.",
    en="The municipality's profile has no policy. Write it under `policy` in partnerskab.yaml.",
)
WANTS = Text(da="Politikken vil:", en="The policy wants to:")
LOOKS_AT = Text(da="Den ser især på:", en="It looks above all at:")
MEETS_IN = Text(da="Kommune og foreninger mødes her:", en="Municipality and associations meet here:")
ADJUSTED = Text(da="Målsætningerne bliver justeret:", en="The goals are adjusted:")
THANKS = Text(da="De frivillige bliver set og hædret:", en="The volunteers are seen and honoured:")
SUPPORTS = Text(da="Kommunen støtter med:", en="The municipality supports with:")
LISTS: tuple[tuple[Text, tuple[Hint | Support, ...]], ...] = (
    (WANTS, PURPOSE), (LOOKS_AT, FOCUS), (MEETS_IN, CHANNELS), (ADJUSTED, RENEWAL), (THANKS, RECOGNITION), (SUPPORTS, SUPPORT),
)  # fmt: skip
GOAL_TITLE = Text(da="Målsætning {number}", en="Goal {number}")
ACTION_TITLE = Text(da="Handling {number}", en="Action {number}")
SAY_SO = Text(da="Støtter jeres aftale den, så skriv det:", en="If your agreement supports it, say so:")
GOAL_SAMPLE = Text(da="politik:\n  mål: [{number}]", en="policy:\n  goals: [{number}]")
ACTION_SAMPLE = Text(da="politik:\n  handlinger: [{number}]", en="policy:\n  actions: [{number}]")
PRINCIPLES_TITLE = Text(da="Holdepunkterne", en="The principles")
NO_PRINCIPLES = Text(
    da="Kommunens profil har ingen holdepunkter. Skriv dem under `holdepunkter` i partnerskab.yaml.",
    en="The municipality's profile has no principles. Write them under `principles` in partnerskab.yaml.",
)
PRINCIPLE_TITLE = Text(da="Holdepunkt {code} · {title}", en="Principle {code} · {title}")
SUB_POINTS = Text(da="Det betyder:", en="It means:")
SERVED = Text(da="ses i: {served}", en="shows in: {served}")
TO_TALK_ABOUT = Text(
    da="tag det op på dialogmødet; intet felt spørger om det", en="take it up at the dialogue meeting; no field asks about it"
)
PRINCIPLE_SAMPLE = Text(
    da="holdepunkter:\n  {key}: Skriv med egne ord, hvordan I gør",
    en="principles:\n  {key}: Write in your own words how you go about it",
)


def build_policy_page(profile: Profile) -> Page:
    """The policy's goals and actions, and what it says besides."""
    policy = profile.policy
    if not policy:
        return Page(POLICY_TITLE, (HelpParagraph(NONE_HERE),))
    lists = tuple(build_policy_lists())
    return Page(POLICY_TITLE, (*build_numbered_list(GOALS, policy.goals), *build_numbered_list(ACTIONS, policy.actions), *lists))


def build_policy_lists() -> Iterator[Block]:
    """Purpose, focus, meeting places, renewal, recognition and support, as the policy has them."""
    for title, hints in LISTS:
        yield Heading(title, 3)
        yield Bullets(tuple(Bullet(hint.text) for hint in hints))
    yield Facts((describe_source("; ".join(dict.fromkeys(hint.source for _, hints in LISTS for hint in hints))),))


def build_numbered_list(title: Text, rows: Sequence[PolicyGoal | PolicyAction]) -> tuple[Block, ...]:
    """A numbered list of the policy."""
    return (Heading(title), HelpTable(HEAD, tuple((make_text(str(row.number)), row.words) for row in rows))) if rows else ()


def build_goal_page(goal: PolicyGoal) -> Page:
    """One goal of the policy."""
    return build_support_page(GOAL_TITLE, goal, GOAL_SAMPLE, "S2 Målsætninger")


def build_action_page(action: PolicyAction) -> Page:
    """One action of the policy."""
    return build_support_page(ACTION_TITLE, action, ACTION_SAMPLE, "S2 Handlinger")


def build_support_page(title: Text, goal: PolicyGoal | PolicyAction, example: Text, sections: str) -> Page:
    """What the policy says under a number, and how an agreement says that it supports it."""
    blocks = (
        HelpParagraph(goal.words),
        HelpParagraph(SAY_SO),
        CodeBlock(example.format(number=goal.number)),
        Facts((describe_source(sections),)),
    )
    return Page(title.format(number=goal.number), blocks)


def build_principles_page(profile: Profile) -> Page:
    """All principles of the profile."""
    items = tuple(
        Bullet(Text(*(f"`{key}`: {title}" for key, title in zip(principle.keys, principle.titles, strict=True))))
        for principle in profile.principles
    )
    return Page(PRINCIPLES_TITLE, (Bullets(items, numbered=True),) if items else (HelpParagraph(NO_PRINCIPLES),))


def make_principle_code(principle: Principle, place: int) -> str:
    """`H3` for one of the five of the source, else its place in the profile."""
    return f"H{PRINCIPLES.index(principle.key) + 1}" if principle.key in PRINCIPLES else str(place)


def build_principle_page(principle: Principle, place: int) -> Page:
    """One principle, its sub-points, and what in an agreement serves each."""
    code = make_principle_code(principle, place)
    title = PRINCIPLE_TITLE.format(code=code, title=principle.titles)
    return Page(title, tuple(build_principle_blocks(principle, code)))


def build_principle_blocks(principle: Principle, code: str) -> Iterator[Block]:
    """The sub-points, and how an agreement speaks of the principle."""
    if principle.sub_points:
        yield HelpParagraph(SUB_POINTS)
        items = [Bullet(point.words, describe_serving_fields(f"{code}.{number}")) for number, point in enumerate(principle.sub_points, 1)]
        yield Bullets(tuple(items))
    yield CodeBlock(PRINCIPLE_SAMPLE.format(key=principle.keys))
    yield Facts((describe_source("S1 De fem centrale holdepunkter"),))


def describe_serving_fields(code: str) -> Text | None:
    """The fields and rules behind a sub-point of the five; nothing for a municipality's own principles."""
    if not code.startswith("H"):
        return None
    rules = [rule for rule in SERVING_RULES.get(code, ()) if rule in BY_CODE]
    fields = [point for point in walk_fields(Agreement) if code in point.field.answers]
    if not rules and not fields:
        return TO_TALK_ABOUT
    return Text(
        *(
            SERVED.localize(language, served=", ".join([*(f"`{field.format_path(language)}`" for field in fields), *rules]))
            for language in LANGUAGES
        )
    )
