"""Pages on the municipality's policy and principles, which its profile holds."""

from collections.abc import Iterator, Sequence

from ..agreement.agreement import Agreement
from ..agreement.guidance.point import Point as Hint
from ..agreement.guidance.policy import CHANNELS, FOCUS, PRINCIPLES, PURPOSE, RECOGNITION, RENEWAL, SERVING_RULES, SUPPORT, Support
from ..agreement.record import points
from ..page import Block, Bullet, Bullets, Facts, Heading, Page, Paragraph, Sample, Table, plain
from ..profile.policy import PolicyAction, PolicyGoal, Principle
from ..profile.profile import Profile
from ..rules.catalogue import BY_CODE
from ..text import LANGUAGES, Text
from .source import source

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


def policy_page(profile: Profile) -> Page:
    """The policy's goals and actions, and what it says besides."""
    policy = profile.policy
    if not policy:
        return Page(POLICY_TITLE, (Paragraph(NONE_HERE),))
    lists = tuple(policy_lists())
    return Page(POLICY_TITLE, (*numbered(GOALS, policy.goals), *numbered(ACTIONS, policy.actions), *lists))


def policy_lists() -> Iterator[Block]:
    """Purpose, focus, meeting places, renewal, recognition and support, as the policy has them."""
    for title, hints in LISTS:
        yield Heading(title, 3)
        yield Bullets(tuple(Bullet(one.text) for one in hints))
    yield Facts((source("; ".join(dict.fromkeys(one.source for _, hints in LISTS for one in hints))),))


def numbered(title: Text, rows: Sequence[PolicyGoal | PolicyAction]) -> tuple[Block, ...]:
    """A numbered list of the policy."""
    return (Heading(title), Table(HEAD, tuple((plain(str(one.number)), one.words) for one in rows))) if rows else ()


def goal_page(goal: PolicyGoal) -> Page:
    """One goal of the policy."""
    return support_page(GOAL_TITLE, goal, GOAL_SAMPLE, "S2 Målsætninger")


def action_page(action: PolicyAction) -> Page:
    """One action of the policy."""
    return support_page(ACTION_TITLE, action, ACTION_SAMPLE, "S2 Handlinger")


def support_page(title: Text, one: PolicyGoal | PolicyAction, example: Text, sections: str) -> Page:
    """What the policy says under a number, and how an agreement says that it supports it."""
    blocks = (Paragraph(one.words), Paragraph(SAY_SO), Sample(example.filled(number=one.number)), Facts((source(sections),)))
    return Page(title.filled(number=one.number), blocks)


def principles_page(profile: Profile) -> Page:
    """All principles of the profile."""
    items = tuple(
        Bullet(Text(*(f"`{key}`: {title}" for key, title in zip(one.keys, one.titles, strict=True)))) for one in profile.principles
    )
    return Page(PRINCIPLES_TITLE, (Bullets(items, numbered=True),) if items else (Paragraph(NO_PRINCIPLES),))


def code_of(principle: Principle, place: int) -> str:
    """`H3` for one of the five of the source, else its place in the profile."""
    return f"H{PRINCIPLES.index(principle.key) + 1}" if principle.key in PRINCIPLES else str(place)


def principle_page(principle: Principle, place: int) -> Page:
    """One principle, its sub-points, and what in an agreement serves each."""
    code = code_of(principle, place)
    title = PRINCIPLE_TITLE.filled(code=code, title=principle.titles)
    return Page(title, tuple(principle_blocks(principle, code)))


def principle_blocks(principle: Principle, code: str) -> Iterator[Block]:
    """The sub-points, and how an agreement speaks of the principle."""
    if principle.sub_points:
        yield Paragraph(SUB_POINTS)
        items = [Bullet(one.words, serving(f"{code}.{number}")) for number, one in enumerate(principle.sub_points, 1)]
        yield Bullets(tuple(items))
    yield Sample(PRINCIPLE_SAMPLE.filled(key=principle.keys))
    yield Facts((source("S1 De fem centrale holdepunkter"),))


def serving(code: str) -> Text | None:
    """The fields and rules behind a sub-point of the five; nothing for a municipality's own principles."""
    if not code.startswith("H"):
        return None
    rules = [rule for rule in SERVING_RULES.get(code, ()) if rule in BY_CODE]
    fields = [point for point in points(Agreement) if code in point.field.answers]
    if not rules and not fields:
        return TO_TALK_ABOUT
    return Text(
        *(SERVED.said(language, served=", ".join([*(f"`{one.route(language)}`" for one in fields), *rules])) for language in LANGUAGES)
    )
