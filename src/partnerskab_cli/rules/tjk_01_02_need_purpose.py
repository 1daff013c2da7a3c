"""Points 1 and 2: the need, those it is for, and the purpose."""

from collections.abc import Iterator

from ..diagnostics import Severity
from ..model.agreement import Agreement
from ..model.purpose import Needs, TargetGroup
from ..model.record import UNREAD, Finding, field_path, make_finding
from ..model.requirements import get_required_severity, is_unanswered
from ..profile.profile import Profile
from ..text.localized import Text
from .phrases import is_exactly_one_of
from .required_fields import make_required_check
from .rule import NOT_IDEA, Rule

ERROR, WARNING, ADVICE = Severity.ERROR, Severity.WARNING, Severity.ADVICE
CORE = field_path(Agreement.needs, Agreement.goals, Agreement.success_criteria, Agreement.termination, Agreement.user_influence)
"""The design's five: what no written agreement leaves unanswered."""


def waved_off(agreement: Agreement) -> Iterator[Finding]:
    """Core points that are said not to be relevant."""
    for field in CORE:
        if agreement.aside.get(field.name, UNREAD) != UNREAD:
            yield Finding(agreement, field, None, {"aside": True})


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
    wanted = [
        field for field in field_path(Agreement.needs, Agreement.target_group) if get_required_severity(field.need, agreement.formality)
    ]
    lacking = [field for field in wanted if is_unanswered(agreement, field) or is_hollow(getattr(agreement, field.name))]
    if lacking:
        yield Finding(agreement, lacking[0], None, {"fields": tuple(lacking)})


def is_hollow(record: Needs | TargetGroup | None) -> bool:
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
    if group and group.text and is_exactly_one_of(group.text, profile.get_word_list("broad_target_groups")):
        yield make_finding(group, TargetGroup.text, value=group.text)


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
        yield make_finding(agreement.needs, Needs.source)


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
        da="Formålet er det, I begge kan pege på, når I kommer i tvivl.",
        en="The purpose is what you can both point to when you are in doubt.",
    ),
    source="S3 Tjekliste 2",
    bad="formål:",
    good="formål: Et sted at mødes hver torsdag for borgere, der savner selskab.",
    forms="SPTM",
    after=("STR02",),
    sinks=True,
    item=2,
    check=make_required_check(field_path(Agreement.purpose)),
)

RULES = (TJK00, TJK01, TJK01B, TJK01C, TJK02)
