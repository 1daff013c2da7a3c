"""What each gets out of it, how the relation is kept, and what the citizen gains."""

from collections.abc import Iterator

from ..diagnostics import Severity
from ..model.agreement import Agreement
from ..model.choices import Side
from ..model.cooperation import Meeting
from ..model.purpose import Benefits
from ..model.record import Finding, field_path, make_finding
from ..model.requirements import is_unanswered
from ..profile.profile import Profile
from ..text.localized import Text
from .phrases import OTHER_SIDE, SIDES
from .required_fields import make_required_check
from .rule import IN_FORCE, NOT_IDEA, CheckDates, Rule

WARNING, ADVICE = Severity.WARNING, Severity.ADVICE


def no_benefits(agreement: Agreement) -> Iterator[Finding]:
    """Nothing on what either side gets out of it."""
    benefits = agreement.benefits
    if benefits is None or not (benefits.voluntary or benefits.public or benefits.aside):
        yield make_finding(agreement, Agreement.benefits)


PRT02 = Rule(
    "PRT02",
    WARNING,
    says=Text(da="Hvad får I hver især ud af partnerskabet?", en="What does each of you get out of the partnership?"),
    cure=Text(da="skriv én linje for hver side under `udbytte`", en="write one line for each side under `benefits`"),
    why=Text(
        da="Begge parter skal kunne se en fordel, for at samarbejdet kan lykkes.",
        en="Both parties must be able to see an advantage for the cooperation to succeed.",
    ),
    source="S3 Begge parter skal have noget ud af samarbejdet",
    bad="udbytte:",
    good="udbytte: {frivillig: [indflydelse], offentlig: [dækning]}",
    forms="P",
    statuses=NOT_IDEA,
    after=("STR02",),
    check=no_benefits,
)


def one_sided_benefits(agreement: Agreement) -> Iterator[Finding]:
    """Benefits for one side only."""
    benefits = agreement.benefits
    if benefits and bool(benefits.voluntary) != bool(benefits.public):
        side = Side.VOLUNTARY if benefits.voluntary else Side.PUBLIC
        lacking = Benefits.public if benefits.voluntary else Benefits.voluntary
        yield make_finding(benefits, lacking, side=SIDES[side], other_side=SIDES[OTHER_SIDE[side]])


PRT02B = Rule(
    "PRT02b",
    WARNING,
    says=Text(
        da="På papiret får kun {side} noget ud af partnerskabet.",
        en="On paper only {side} gets something out of the partnership.",
    ),
    cure=Text(da="hvad får {other_side}?", en="what about {other_side}?"),
    why=Text(
        da="Et partnerskab er en fordel for alle parter; ellers er det en ydelse.",
        en="A partnership is of benefit to all parties; else it is a service.",
    ),
    source="S3 Begge parter skal have noget ud af samarbejdet",
    bad="udbytte: {offentlig: [dækning]}",
    good="udbytte: {frivillig: [indflydelse], offentlig: [dækning]}",
    forms="P",
    statuses=NOT_IDEA,
    after=("PRT02",),
    check=one_sided_benefits,
)

PRT07 = Rule(
    "PRT07",
    WARNING,
    says=Text(da="Hvornår mødes I?", en="When do you meet?"),
    cure=Text(
        da="skriv det under `møder`; to gange om året er en god begyndelse",
        en="write it under `meetings`; twice a year is a good start",
    ),
    why=Text(
        da="Stærke relationer kræver løbende og tæt dialog; den kommer sjældent af sig selv.",
        en="Strong relations need steady and close dialogue; it seldom comes by itself.",
    ),
    source="S1 De fem centrale holdepunkter",
    bad="møder:",
    good="møder: {navn: Statusmøde, hyppighed: 2 om året, næste: 2026-05-20}",
    forms="P",
    statuses=NOT_IDEA,
    after=("STR02",),
    check=make_required_check(field_path(Agreement.meetings)),
)


def past_meetings(agreement: Agreement, moment: CheckDates) -> Iterator[Finding]:
    """Next meetings that were held, or forgotten."""
    for meeting in agreement.meetings:
        if meeting.next and meeting.next < moment.today:
            yield make_finding(meeting, Meeting.next, date=meeting.next)


PRT08 = Rule(
    "PRT08",
    ADVICE,
    says=Text(da="Mødet {date} er passeret.", en="The meeting on {date} has passed."),
    cure=Text(da="hvornår er det næste? Skriv den nye dato", en="when is the next one? Write the new date"),
    why=Text(
        da="Når det næste møde står i filen, er der nogen, der husker det.",
        en="When the next meeting stands in the file, somebody remembers it.",
    ),
    source="S2 Handlinger 3",
    bad="møder: {navn: Statusmøde, hyppighed: 2 om året, næste: 2026-02-04}",
    good="møder: {navn: Statusmøde, hyppighed: 2 om året, næste: 2026-05-20}",
    forms="PSTM",
    statuses=IN_FORCE,
    check_on=past_meetings,
)

PRT09 = Rule(
    "PRT09",
    ADVICE,
    says=Text(da="Hvad er merværdien for borgeren?", en="What is the added value for the citizen?"),
    cure=Text(
        da="vælg kvalitet, forebyggelse eller mestring under `merværdi`, og skriv en linje",
        en="choose quality, prevention or coping under `added_value`, and write a line",
    ),
    why=Text(
        da="Partnerskabet skal kunne noget, som ingen af jer kan alene.",
        en="The partnership should do something that neither of you can do alone.",
    ),
    source="S1 Merværdien",
    bad="merværdi:",
    good="merværdi: {art: mestring, tekst: Gæsterne hjælper hinanden med at komme af sted.}",
    forms="P",
    statuses=NOT_IDEA,
    after=("STR02",),
    check=make_required_check(field_path(Agreement.added_value)),
)


def unserved_principles(agreement: Agreement, profile: Profile) -> Iterator[Finding]:
    """Principles of the profile of which the agreement says nothing."""
    lines = agreement.principles or {}
    lacking = [principle for principle in profile.principles if principle.key not in lines]
    if lacking:
        titles = tuple(Text(da=f"»{principle.titles.da}«", en=f"“{principle.titles.en}”") for principle in lacking)
        yield make_finding(agreement, Agreement.principles, principles=titles)


PRT10 = Rule(
    "PRT10",
    ADVICE,
    says=Text(da="Der står endnu ikke noget om {principles}.", en="Nothing is said yet on {principles}."),
    cure=Text(da="skriv et par ord om det under `holdepunkter`", en="write a few words on it under `principles`"),
    why=Text(
        da="Holdepunkterne er det, kommunen og foreningerne har lovet hinanden at arbejde ud fra.",
        en="The principles are what the municipality and the associations have promised each other to work by.",
    ),
    source="S1 De fem centrale holdepunkter",
    bad="holdepunkter: {læring: Vi holder en temaaften., relationer: Vi ringer., dna: Hver sin form., effekt: To tal om året.}",
    good="holdepunkter: {læring: Vi holder en temaaften., relationer: Vi ringer., dna: Hver sin form., effekt: To tal om året., "
    "frivillighed: Nye får en følgeven.}",
    forms="P",
    statuses=NOT_IDEA,
    after=("STR02",),
    check_by=unserved_principles,
)


def unevaluated(agreement: Agreement) -> Iterator[Finding]:
    """No evaluation, where no money asks for one."""
    if not agreement.grant and is_unanswered(agreement, EVALUATION):
        yield make_finding(agreement, Agreement.evaluation)


EVALUATION = Agreement.names["evaluering"]

PRT13 = Rule(
    "PRT13",
    WARNING,
    says=Text(da="Hvornår ser I tilbage sammen?", en="When do you look back together?"),
    cure=Text(
        da="aftal en enkel `evaluering`, fx en samtale om året",
        en="agree on a simple `evaluation`, a talk once a year for instance",
    ),
    why=Text(
        da="Uden at se tilbage lærer I ikke af det, og så bliver det næste år som det sidste.",
        en="Without looking back you do not learn from it, and the next year will be like the last.",
    ),
    source="S1 De fem centrale holdepunkter",
    bad="evaluering:",
    good="evaluering: {hvornår: 1 om året, metode: En samtale over kaffen}",
    forms="P",
    statuses=NOT_IDEA,
    after=("TYP02", "ØKO06"),
    check=unevaluated,
)

RULES = (PRT02, PRT02B, PRT07, PRT08, PRT09, PRT10, PRT13)
