"""Evaluations in time, and agreements that nobody has touched for long."""

from collections.abc import Iterator
from datetime import date

from ..diagnostics import Severity
from ..model.agreement import Agreement
from ..model.amounts import MONTH, Duration
from ..model.choices import Status
from ..model.noted_dates import find_last_recorded_date, find_newest, list_recorded_dates
from ..model.record import Finding, make_finding
from ..model.status import find_last_end
from ..model.time import Evaluation
from ..profile.profile import Profile
from ..text.localized import Text
from .rule import IN_DRAFT, IN_FORCE, NOT_IDEA, CheckDates, Rule

WARNING, ADVICE = Severity.WARNING, Severity.ADVICE


def late_evaluation(agreement: Agreement, moment: CheckDates) -> Iterator[Finding]:
    """An evaluation whose day has passed, and none held since."""
    evaluation = agreement.evaluation
    if evaluation and evaluation.next and evaluation.next < moment.today and not (evaluation.last and evaluation.last >= evaluation.next):
        yield make_finding(evaluation, Evaluation.next, date=evaluation.next)


DAT05 = Rule(
    "DAT05",
    WARNING,
    says=Text(da="Evalueringen skulle være lavet {date}.", en="The evaluation was due on {date}."),
    cure=Text(da="skriv `sidst` og `resultat`, eller en ny dato", en="write `last` and `result`, or a new date"),
    why=Text(
        da="Løbende evaluering er et af holdepunkterne; en enkel samtale er nok, når den bliver holdt.",
        en="Steady evaluation is one of the principles; a simple talk is enough, when it is held.",
    ),
    source="S1 De fem centrale holdepunkter",
    bad="evaluering: {hvornår: 1 om året, næste: 2026-01-15}",
    good="evaluering: {hvornår: 1 om året, næste: 2026-01-15, sidst: 2026-01-20, resultat: Flere gæster end ventet}",
    forms="PSTM",
    statuses=IN_FORCE,
    check_on=late_evaluation,
)


def useless_evaluation(agreement: Agreement, moment: CheckDates) -> Iterator[Finding]:
    """An evaluation that comes after what it should be used for, where that is still to come."""
    evaluation, renegotiation = agreement.evaluation, agreement.renegotiation
    uses = ((renegotiation and renegotiation.latest, RENEGOTIATION), (find_last_end(agreement), THE_END))
    ahead = [(day, words) for day, words in uses if day and day >= moment.today]
    if evaluation and evaluation.next and ahead:
        day, words = min(ahead, key=lambda item: item[0])
        if evaluation.next > day:
            yield make_finding(evaluation, Evaluation.next, date=evaluation.next, what=words.format(day=day))


RENEGOTIATION = Text(da="genforhandlingen {day}", en="the renegotiation on {day}")
THE_END = Text(da="aftalens slutning {day}", en="the end of the agreement on {day}")

DAT06 = Rule(
    "DAT06",
    WARNING,
    says=Text(
        da="Evalueringen {date} ligger efter {what}, så I kan ikke nå at bruge den.",
        en="The evaluation on {date} comes after {what}, too late to be of use.",
    ),
    cure=Text(da="læg den tidligere", en="move it to an earlier date"),
    why=Text(
        da="Det er evalueringen, der fortæller jer, om I skal blive ved, og med hvad.",
        en="It is the evaluation that tells you whether to go on, and with what.",
    ),
    source="S3 Tilbud til ældre i Århus",
    bad="evaluering: {hvornår: 1 om året, næste: 2027-09-01}\ngenforhandling: {senest: 2027-06-01}",
    good="evaluering: {hvornår: 1 om året, næste: 2027-03-01}\ngenforhandling: {senest: 2027-06-01}",
    forms="PSTM",
    statuses=NOT_IDEA,
    after=("DAT05", "DAT01"),
    check_on=useless_evaluation,
)

STARTED = {Status.IDEA: Text(da="Idéen", en="The idea"), Status.DRAFT: Text(da="Udkastet", en="The draft")}


def lying_still(agreement: Agreement, profile: Profile, moment: CheckDates) -> Iterator[Finding]:
    """An idea or a draft that nobody has touched for long: as git knows it, else as its log says."""
    last = moment.changed or (find_newest(list_recorded_dates(agreement)) if agreement.log else None)
    if last and is_long_ago(last, profile.limits.quiet_months, moment.today):
        yield make_finding(agreement, Agreement.status, which=STARTED[agreement.status], date=last)


def needs_commit_date(agreement: Agreement, profile: Profile, today: date) -> bool:
    """Whether only git can tell how long an agreement has lain still: it notes nothing of late itself."""
    noted_last = find_newest(list_recorded_dates(agreement))
    return noted_last is None or is_long_ago(noted_last, min(profile.limits.quiet_months, profile.limits.unchanged_months), today)


def is_long_ago(day: date, months: int, today: date) -> bool:
    """Whether a day lies more than so many months back."""
    return Duration(months, MONTH).add_to(day) < today


DAT07 = Rule(
    "DAT07",
    ADVICE,
    says=Text(da="{which} er ikke ændret siden {date}.", en="{which} has not changed since {date}."),
    cure=Text(da="skal det videre, eller skal det lukkes?", en="continue or close it?"),
    why=Text(
        da="En god idé, der ligger for længe, bliver til et løfte, ingen husker.",
        en="A good idea that lies too long becomes a promise nobody remembers.",
    ),
    source="S3 Kom godt i gang",
    bad="status: idé\nhændelser: {dato: 2025-06-10, tekst: Vi talte om det på dialogmødet.}",
    good="status: idé\nhændelser: {dato: 2026-01-10, tekst: Vi talte om det på dialogmødet.}",
    statuses=IN_DRAFT,
    check_by_on=lying_still,
)


def silent_agreement(agreement: Agreement, profile: Profile, moment: CheckDates) -> Iterator[Finding]:
    """An agreement in which neither a change nor a meeting is noted for long."""
    last = find_newest((moment.changed or find_last_recorded_date(agreement), *(meeting.next for meeting in agreement.meetings)))
    if last and is_long_ago(last, profile.limits.unchanged_months, moment.today):
        yield make_finding(agreement, Agreement.status, date=last)


DAT08 = Rule(
    "DAT08",
    ADVICE,
    says=Text(da="Der er ikke sket noget i filen siden {date}.", en="Nothing has happened in the file since {date}."),
    cure=Text(
        da="tag den med på det årlige dialogmøde, og skriv under `hændelser`, hvad I talte om",
        en="bring it to the yearly dialogue meeting, and write under `log` what you talked about",
    ),
    why=Text(
        da="Et samarbejde, som ingen har talt om i et år, er enten så godt, at det skal fortælles, eller på vej væk.",
        en="A cooperation nobody has talked about for a year is either so good that it should be told, or on its way out.",
    ),
    source="S2 Handlinger 3",
    bad="hændelser: {dato: 2024-11-06, tekst: Vi gav hinanden hånd på det.}",
    good="hændelser: {dato: 2025-11-06, tekst: Vi gav hinanden hånd på det.}",
    statuses=IN_FORCE,
    after=("DAT02",),
    check_by_on=silent_agreement,
)

RULES = (DAT05, DAT06, DAT07, DAT08)
