"""What `explain` can explain, with a command to try for each."""

from collections.abc import Iterator

from ..profile.profile import Profile
from ..rules.chapters import CHAPTERS
from ..text.localized import Text
from ..text.page import Bullet, Bullets, Heading, HelpParagraph, Page

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
