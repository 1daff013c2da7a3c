"""How the use of a grant is accounted for, and no more than that."""

from collections.abc import Iterator

from ..diagnostics import Severity
from ..model.agreement import Agreement
from ..model.amounts import Money
from ..model.grants import compute_yearly_amount
from ..model.money import Accounts, Grant
from ..model.payers import list_public_grants
from ..model.record import Finding, make_finding
from ..model.requirements import is_unanswered
from ..profile.profile import Profile
from ..text.localized import Text
from .oko_grants import make_grant_example
from .phrases import FORM_WORDS
from .rule import IN_FORCE, NOT_IDEA, CheckDates, Rule

ERROR, WARNING, ADVICE = Severity.ERROR, Severity.WARNING, Severity.ADVICE


def unaccounted(agreement: Agreement) -> Iterator[Finding]:
    """Grants without accounts, or accounts without a deadline."""
    for grant in list_public_grants(agreement):
        if is_unanswered(grant, ACCOUNTS):
            yield make_finding(grant, Grant.accounts)
        elif grant.accounts and is_unanswered(grant.accounts, DEADLINE):
            yield make_finding(grant.accounts, Accounts.deadline)


ACCOUNTS = Grant.names["regnskab"]
DEADLINE = Accounts.names["frist"]

OKO04 = Rule(
    "ØKO04",
    ERROR,
    says=Text(da="Hvornår skal regnskabet være afleveret?", en="When must the accounts be submitted?"),
    cure=Text(da="skriv en `frist` under `regnskab`", en="write a `deadline` under `accounts`"),
    why=Text(
        da="Kommunen skal kunne vise, hvad pengene blev brugt til, og foreningen skal vide det i tide.",
        en="The municipality must be able to show what the money was spent on, and the association needs to know the date in advance.",
    ),
    source="S3 Forskellige slags aftaler om samarbejde",
    bad=make_grant_example(accounts=""),
    good=make_grant_example(),
    forms="TMSP",
    after=("STR02",),
    sinks=True,
    check=unaccounted,
)


def overdue(agreement: Agreement, moment: CheckDates) -> Iterator[Finding]:
    """Accounts whose deadline has passed, and none received."""
    for grant in agreement.grant:
        accounts = grant.accounts
        if accounts and accounts.deadline and accounts.deadline < moment.today and is_unanswered(accounts, RECEIVED):
            yield make_finding(accounts, Accounts.deadline, date=accounts.deadline)


RECEIVED = Accounts.names["modtaget"]

OKO05 = Rule(
    "ØKO05",
    WARNING,
    says=Text(da="Regnskabet skulle være kommet {date}.", en="The accounts were due on {date}."),
    cure=Text(
        da="har I fået det, så skriv `modtaget`; ellers ring, før I rykker",
        en="if you have them, write `received`; otherwise call before you send a reminder",
    ),
    why=Text(
        da="Mangler regnskabet, kan den næste udbetaling gå i stå, og det rammer dem, det hele er til for.",
        en="When accounts are missing, the next payment may stop, and that hits those for whom it is all meant.",
    ),
    source="S3 Forskellige slags aftaler om samarbejde",
    bad=make_grant_example(accounts="regnskab: {frist: 2026-02-01}, "),
    good=make_grant_example(accounts="regnskab: {frist: 2026-02-01, modtaget: 2026-01-28}, "),
    forms="TMSP",
    statuses=IN_FORCE,
    after=("ØKO04",),
    check_on=overdue,
)


def unevaluated(agreement: Agreement) -> Iterator[Finding]:
    """A grant inside a written agreement, and no evaluation."""
    if list_public_grants(agreement) and is_unanswered(agreement, EVALUATION):
        yield make_finding(agreement, Agreement.evaluation, form=FORM_WORDS[agreement.formality])


EVALUATION = Agreement.names["evaluering"]

OKO06 = Rule(
    "ØKO06",
    WARNING,
    says=Text(da="Et tilskud i {form} har brug for en enkel evaluering.", en="A grant in {form} needs a simple evaluation."),
    cure=Text(da="skriv fx {example}", en="write for instance {example}"),
    why=Text(
        da="En samarbejdsaftale med tilskud beskriver også, hvordan I evaluerer; pengene skal bruges som aftalt.",
        en="A cooperation agreement with a grant also describes how you evaluate; the money must be used as agreed.",
    ),
    source="S3 Forskellige slags aftaler om samarbejde",
    bad=make_grant_example().partition("\n")[0],
    good=make_grant_example(),
    forms="SP",
    statuses=NOT_IDEA,
    after=("TYP02",),
    check=unevaluated,
)


def unspent_open(agreement: Agreement) -> Iterator[Finding]:
    """Grants that do not say what happens to what is left."""
    for grant in list_public_grants(agreement):
        if is_unanswered(grant, UNSPENT):
            yield make_finding(grant, Grant.unspent)


UNSPENT = Grant.names["ubrugt"]

OKO07 = Rule(
    "ØKO07",
    ADVICE,
    says=Text(da="Hvad sker der med penge, der ikke bliver brugt?", en="What happens to money that is not spent?"),
    cure=Text(
        da="skriv det under `ubrugt`, fx at de betales tilbage eller flyttes til næste år",
        en="write it under `unspent`, for example that it is paid back or carried over to the next year",
    ),
    why=Text(
        da="Små foreninger vil ofte gemme et overskud til næste år; det er godt at vide, om de må.",
        en="Small associations often want to keep a surplus for next year; it is good to know whether they may.",
    ),
    source="practice",
    bad=make_grant_example(unspent=""),
    good=make_grant_example(),
    forms="TMSP",
    statuses=NOT_IDEA,
    check=unspent_open,
)


def dear_auditor(agreement: Agreement, profile: Profile) -> Iterator[Finding]:
    """An auditor for a grant that the profile finds too small for one."""
    limit = profile.limits.auditor_above
    for grant in agreement.grant:
        accounts, amount = grant.accounts, compute_yearly_amount(agreement, grant)
        if limit and accounts and accounts.auditor and amount is not None and amount <= limit.cents and grant.currency == limit.currency:
            yield make_finding(accounts, Accounts.auditor, amount=Money(amount, limit.currency))


OKO10 = Rule(
    "ØKO10",
    ADVICE,
    says=Text(
        da="En revisor er en stor regning, når tilskuddet er på {amount} om året.",
        en="An auditor is a large bill when the grant is {amount} a year.",
    ),
    cure=Text(
        da="er det nødvendigt? Foreningens egen kritiske revisor kan måske gøre det",
        en="is it needed? A critical auditor among the members can perhaps do it",
    ),
    why=Text(
        da="Så lidt bureaukrati som muligt; regningen tages af de penge, der skulle gøre gavn.",
        en="As little bureaucracy as possible; the bill is paid from the money that should do good.",
    ),
    source="S1 De fem centrale holdepunkter",
    bad="# partnerskab.yaml\ntærskler: {revisor_over: 150000}\n---\n# cafe.yaml\n"
    + make_grant_example(accounts="regnskab: {frist: 2027-04-01, revisor: ja}, "),
    good="# partnerskab.yaml\ntærskler: {revisor_over: 150000}\n---\n# cafe.yaml\n"
    + make_grant_example(accounts="regnskab: {frist: 2027-04-01, revisor: nej}, "),
    forms="TMSP",
    statuses=NOT_IDEA,
    check_by=dear_auditor,
)

RULES = (OKO04, OKO05, OKO06, OKO07, OKO10)
