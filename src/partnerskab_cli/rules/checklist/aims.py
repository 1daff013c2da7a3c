"""Points 1 to 4: the need, the purpose, the goals and the signs of success."""

from collections.abc import Iterator

from ...agreement.agreement import Agreement
from ...agreement.choices import Side
from ...agreement.finding import Finding, found, way
from ...agreement.purpose import Goal, Needs, SuccessCriteria, TargetGroup
from ...agreement.record import UNREAD
from ...agreement.requirement import asked, empty
from ...diagnostics import Severity
from ...profile.profile import Profile
from ...text import Text
from ..rule import NOT_IDEA, Rule
from ..unanswered import unanswered
from ..wording import OTHER_SIDE, SIDES, first_of, is_one_of

ERROR, WARNING, ADVICE = Severity.ERROR, Severity.WARNING, Severity.ADVICE
CORE = way(Agreement.needs, Agreement.goals, Agreement.success_criteria, Agreement.termination, Agreement.user_influence)
"""The design's five: what no written agreement leaves unanswered."""


def waved_off(agreement: Agreement) -> Iterator[Finding]:
    """Core points that are said not to be relevant."""
    for one in CORE:
        if agreement.aside.get(one.name, UNREAD) != UNREAD:
            yield Finding(agreement, one, None, {"aside": True})


TJK00 = Rule(
    "TJK00",
    ADVICE,
    says=Text(
        da="I har skrevet, at {field} ikke er relevant.",
        en="You have written that {field} is not relevant.",
    ),
    cure=Text(
        da="er I enige om det? Ellers skriv en linje",
        en="do you agree on that? Otherwise write a line",
    ),
    why=Text(
        da="De fem kernepunkter skal vendes i enhver skriftlig aftale; et nej er også et svar, når I er enige om det.",
        en="The five core points are to be settled in every written agreement; a no is an answer too, when you agree on it.",
    ),
    source="S3 Tjekliste",
    bad="brugerindflydelse: {ikke_relevant: Der er ingen brugere endnu.}",
    good="brugerindflydelse: Gæsterne vælger selv emner og mad.",
    forms="SP",
    check=waved_off,
)


def no_need(agreement: Agreement) -> Iterator[Finding]:
    """Needs and target group, one finding for both."""
    wanted = [one for one in way(Agreement.needs, Agreement.target_group) if asked(one.need, agreement.formality)]
    lacking = [one for one in wanted if empty(agreement, one) or hollow(getattr(agreement, one.name))]
    if lacking:
        yield Finding(agreement, lacking[0], None, {"fields": tuple(lacking)})


def hollow(record: Needs | TargetGroup | None) -> bool:
    """Whether a record stands without the text it is there for."""
    return record is not None and not record.text and "text" not in record.aside


TJK01 = Rule(
    "TJK01",
    ERROR,
    says=Text(
        da="Hvilket behov løser I, og for hvem?",
        en="Which need do you meet, and for whom?",
    ),
    cure=Text(
        da="skriv et par linjer under {fields}",
        en="write a few lines under {fields}",
    ),
    why=Text(
        da="Behovet er begyndelsen: uden det ved ingen, om samarbejdet hjælper nogen.",
        en="The need is the beginning: without it nobody knows whether the cooperation helps anyone.",
    ),
    source="S3 Tjekliste 1",
    bad="behov:",
    good="behov: {tekst: Mange ældre er alene i weekenden., kilde: vores egne besøg}",
    forms="SPT",
    after=("STR02",),
    sinks=True,
    item=1,
    check=no_need,
)


def broad(agreement: Agreement, profile: Profile) -> Iterator[Finding]:
    """A target group that is everybody."""
    group = agreement.target_group
    if group and group.text and is_one_of(group.text, profile.words("broad_target_groups")):
        yield found(group, TargetGroup.text, value=group.text)


TJK01B = Rule(
    "TJK01b",
    ADVICE,
    says=Text(
        da="Målgruppen »{value}« er meget bred.",
        en="The target group “{value}” is very broad.",
    ),
    cure=Text(
        da="hvem skal mærke en forskel først?",
        en="who should feel a difference first?",
    ),
    why=Text(
        da="Når alle er målgruppen, er det svært at nå dem, der har mest brug for det.",
        en="When everyone is the target group, it is hard to reach those who need it most.",
    ),
    source="S3 Tjekliste 1",
    bad="målgruppe: Alle borgere",
    good="målgruppe: Ældre, der bor alene",
    forms="SPT",
    after=("TJK01",),
    item=1,
    check_by=broad,
)


def no_source(agreement: Agreement) -> Iterator[Finding]:
    """A need that nobody says how they know of."""
    if agreement.needs and agreement.needs.text and not agreement.needs.source:
        yield found(agreement.needs, Needs.source)


TJK01C = Rule(
    "TJK01c",
    ADVICE,
    says=Text(
        da="Hvor kender I behovet fra?",
        en="How do you know of the need?",
    ),
    cure=Text(
        da="skriv det under `behov.kilde`, fx en undersøgelse eller jeres egen erfaring",
        en="write it under `needs.source`, a study or your own experience",
    ),
    why=Text(
        da="Ny viden, fx sundhedsprofilen, skal pege på, hvor der er brug for en indsats.",
        en="New knowledge, such as the health profile, is to show where an effort is needed.",
    ),
    source="S2 Indledning",
    bad="behov: Mange ældre er alene i weekenden.",
    good="behov: {tekst: Mange ældre er alene i weekenden., kilde: kommunens sundhedsprofil}",
    forms="SP",
    statuses=NOT_IDEA,
    after=("TJK01",),
    item=1,
    check=no_source,
)

TJK02 = Rule(
    "TJK02",
    ERROR,
    says=Text(
        da="Hvorfor samarbejder I?",
        en="Why do you work together?",
    ),
    cure=Text(
        da="skriv én sætning under `formål`",
        en="write one sentence under `purpose`",
    ),
    why=Text(
        da="Formålet er det, I begge kan pege på, når noget er i tvivl.",
        en="The purpose is what you can both point to when something is in doubt.",
    ),
    source="S3 Tjekliste 2",
    bad="formål:",
    good="formål: Et sted at mødes hver torsdag for borgere, der savner selskab.",
    forms="SPTM",
    after=("STR02",),
    sinks=True,
    item=2,
    check=unanswered(way(Agreement.purpose)),
)

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
    check=unanswered(way(Agreement.goals)),
)


def not_followed_up(agreement: Agreement) -> Iterator[Finding]:
    """Goals that nobody looks at."""
    for goal in agreement.goals:
        if not goal.follow_up:
            yield found(goal, Goal.follow_up, goal=goal.text)


TJK03B = Rule(
    "TJK03b",
    WARNING,
    says=Text(
        da="Målet »{goal}« har ingen opfølgning.",
        en="The goal “{goal}” has no follow-up.",
    ),
    cure=Text(
        da="hvordan og hvornår ser I, om det går godt?",
        en="how and when do you see whether it goes well?",
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
        if first_of(opening(goal.text), profile.words("activity_words")):
            yield found(goal, Goal.text, goal=goal.text)


OPENING_WORDS = 3


def opening(text: str) -> str:
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
    if empty(agreement, CORE[2]) or silent:
        yield found(agreement, Agreement.success_criteria)


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
        yield found(criteria, lacking, side=SIDES[side], other_side=SIDES[OTHER_SIDE[side]])


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

RULES = (TJK00, TJK01, TJK01B, TJK01C, TJK02, TJK03, TJK03B, TJK03C, TJK04, TJK04B)
