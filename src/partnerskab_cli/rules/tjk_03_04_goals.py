"""Points 3 and 4: the goals, and when it is a success for each side."""

from collections.abc import Iterator

from ..diagnostics import Severity
from ..model.agreement import Agreement
from ..model.choices import Side
from ..model.purpose import Goal, SuccessCriteria
from ..model.record import Finding, field_path, make_finding
from ..model.requirements import is_unanswered
from ..profile.profile import Profile
from ..text.localized import Text
from .phrases import OTHER_SIDE, SIDES, find_first_phrase
from .required_fields import make_required_check
from .rule import NOT_IDEA, Rule

ERROR, WARNING, ADVICE = Severity.ERROR, Severity.WARNING, Severity.ADVICE
(CRITERIA,) = field_path(Agreement.success_criteria)

TJK03 = Rule(
    "TJK03",
    ERROR,
    says=Text(
        da="Hvad skal være anderledes, når perioden er gået?",
        en="What should be different when the period is over?",
    ),
    cure=Text(
        da="skriv ét mål; det er nok",
        en="write one goal; that is enough",
    ),
    why=Text(
        da="Med et mål kan I se, om samarbejdet nytter, og fejre det, når det gør.",
        en="With a goal you can see whether the cooperation helps, and celebrate when it does.",
    ),
    source="S3 Tjekliste 3",
    bad="mål:",
    good="mål: {tekst: 25 borgere har et fast sted at komme., opfølgning: Vi tæller i uge 40.}",
    forms="SP",
    after=("STR02",),
    sinks=True,
    item=3,
    check=make_required_check(field_path(Agreement.goals)),
)


def not_followed_up(agreement: Agreement) -> Iterator[Finding]:
    """The goals that nobody looks at, all in one finding."""
    left = [goal for goal in agreement.goals if not goal.follow_up and "follow_up" not in goal.aside]
    if left:
        goals = tuple(QUOTED.format(goal=goal.text.rstrip(" .")) for goal in left)
        yield make_finding(left[0], Goal.follow_up, goals=goals, count=len(left))


QUOTED = Text(da="»{goal}«", en="“{goal}”")


TJK03B = Rule(
    "TJK03b",
    WARNING,
    says=Text(
        da="{count:Målet|Målene} {goals} har ingen opfølgning.",
        en="The {count:goal|goals} {goals} {count:has|have} no follow-up.",
    ),
    cure=Text(
        da="hvordan og hvornår ser I, om det går godt?",
        en="how and when will you check progress?",
    ),
    why=Text(
        da="Tjeklisten spørger ikke kun efter mål, men også efter, hvordan der skal følges op på dem.",
        en="The checklist asks not only for goals but also how they are to be followed up.",
    ),
    source="S3 Tjekliste 3",
    bad="mål: 25 borgere har et fast sted at komme.",
    good="mål: {tekst: 25 borgere har et fast sted at komme., opfølgning: Vi tæller i uge 40.}",
    forms="SP",
    statuses=NOT_IDEA,
    after=("TJK03",),
    item=3,
    check=not_followed_up,
)


def activities(agreement: Agreement, profile: Profile) -> Iterator[Finding]:
    """Goals that tell what is done, not what becomes different."""
    for goal in agreement.goals:
        if find_first_phrase(take_opening_words(goal.text), profile.get_word_list("activity_words")):
            yield make_finding(goal, Goal.text, goal=goal.text)


OPENING_WORDS = 3


def take_opening_words(text: str) -> str:
    """The first words of a text, where an activity shows."""
    return " ".join(text.split()[:OPENING_WORDS])


TJK03C = Rule(
    "TJK03c",
    ADVICE,
    says=Text(
        da="»{goal}« fortæller, hvad I gør.",
        en="“{goal}” tells what you do.",
    ),
    cure=Text(
        da="hvad får borgeren ud af det?",
        en="what does the citizen gain?",
    ),
    why=Text(
        da="Effekten er det, borgeren mærker; aktiviteten er vejen dertil.",
        en="The effect is what the citizen feels; the activity is the way there.",
    ),
    source="S1 De fem centrale holdepunkter",
    bad="mål: {tekst: Afholde ti caféaftener, opfølgning: Vi tæller i uge 40.}",
    good="mål: {tekst: Ti gæster har fået en at tale med., opfølgning: Vi tæller i uge 40.}",
    forms="SP",
    after=("TJK03",),
    item=3,
    check_by=activities,
)


def no_criteria(agreement: Agreement) -> Iterator[Finding]:
    """No success criteria for either side."""
    criteria = agreement.success_criteria
    silent = criteria and not criteria.aside and not (criteria.voluntary or criteria.public)
    if is_unanswered(agreement, CRITERIA) or silent:
        yield make_finding(agreement, Agreement.success_criteria)


TJK04 = Rule(
    "TJK04",
    ERROR,
    says=Text(
        da="Hvornår er samarbejdet en succes for jer hver især?",
        en="When is the cooperation a success for each of you?",
    ),
    cure=Text(
        da="skriv én linje for de frivillige og én for den offentlige part",
        en="write one line for the volunteers and one for the public party",
    ),
    why=Text(
        da="Tjeklisten vil have kriterier for såvel de frivilliges som kommunens deltagelse.",
        en="The checklist wants criteria for both the volunteers’ and the municipality’s part.",
    ),
    source="S3 Tjekliste 4",
    bad="succeskriterier:",
    good="succeskriterier: {frivillig: De frivillige bliver hængende., offentlig: Gæsterne finder selv vej.}",
    forms="SP",
    after=("STR02",),
    sinks=True,
    item=4,
    check=no_criteria,
)


def one_sided_criteria(agreement: Agreement) -> Iterator[Finding]:
    """Success criteria for one side only."""
    criteria = agreement.success_criteria
    if criteria and bool(criteria.voluntary) != bool(criteria.public):
        side = Side.VOLUNTARY if criteria.voluntary else Side.PUBLIC
        lacking = SuccessCriteria.public if criteria.voluntary else SuccessCriteria.voluntary
        yield make_finding(criteria, lacking, side=SIDES[side], other_side=SIDES[OTHER_SIDE[side]])


TJK04B = Rule(
    "TJK04b",
    ERROR,
    says=Text(
        da="Succeskriterierne dækker kun {side}.",
        en="The success criteria cover only {side}.",
    ),
    cure=Text(
        da="hvornår er det en succes for {other_side}?",
        en="when is it a success for {other_side}?",
    ),
    why=Text(
        da="Et samarbejde er først en succes, når det er det for begge parter.",
        en="A cooperation is a success only when it is one for both parties.",
    ),
    source="S3 Tjekliste 4",
    bad="succeskriterier: {frivillig: De frivillige bliver hængende.}",
    good="succeskriterier: {frivillig: De frivillige bliver hængende., offentlig: Gæsterne finder selv vej.}",
    forms="SP",
    after=("TJK04",),
    sinks=True,
    item=4,
    check=one_sided_criteria,
)

RULES = (TJK03, TJK03B, TJK03C, TJK04, TJK04B)
