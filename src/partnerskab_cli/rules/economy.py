"""Chapter ØKO: the money of every grant, whatever the form of agreement."""

from collections.abc import Iterator

from ..agreement.agreement import Agreement
from ..agreement.amounts import Money, months_between
from ..agreement.choices import Per
from ..agreement.finding import Finding, found, way
from ..agreement.money import Accounts, Grant
from ..agreement.requirement import empty
from ..agreement.sums import A_YEAR, span_of
from ..diagnostics import Severity
from ..text import Text
from .rule import ALWAYS, Rule
from .unanswered import unanswered

ERROR = Severity.ERROR

CLEAN_GRANT = "tilskud: {{lovgrundlag: sel_18, beløb: 25000, {period}{payments}{accounts}ubrugt: tilbagebetales}}\nevaluering: {{hvornår: 1 om året, næste: 2026-10-01}}"


def example(
    period: str = "bevillingsperiode: {start: 2026-01-01, slut: 2026-12-31}, ",
    payments: str = "udbetalinger: {dato: 2026-02-01, beløb: 25000}, ",
    accounts: str = "regnskab: {frist: 2027-04-01}, ",
) -> str:
    """A grant with all its parts, or with one of them in another shape."""
    return CLEAN_GRANT.format(period=period, payments=payments, accounts=accounts)


OKO01 = Rule(
    "ØKO01",
    ERROR,
    says=Text(da="Hvilken periode gælder tilskuddet?", en="Which period does the grant cover?"),
    cure=Text(da="skriv `start` og `slut` under `bevillingsperiode`", en="write `start` and `end` under `grant_period`"),
    why=Text(
        da="Pengene gives til en periode; uden den ved ingen, hvornår de skal være brugt.",
        en="The money is given for a period; without it nobody knows when it must be spent.",
    ),
    source="S3 Forskellige slags aftaler om samarbejde",
    bad=example(period=""),
    good=example(),
    forms="TMSP",
    after=("STR02",),
    sinks=True,
    check=unanswered(way(Agreement.grant, Grant.grant_period)),
)

OKO02 = Rule(
    "ØKO02",
    ERROR,
    says=Text(da="Hvornår udbetales tilskuddet?", en="When is the grant paid out?"),
    cure=Text(
        da="skriv mindst én udbetaling under `udbetalinger`, eller `udbetaling: engang`",
        en="write at least one payment under `payments`, or `payment_plan: single`",
    ),
    why=Text(
        da="En lille forening kan ikke lægge ud; den skal vide, hvornår pengene kommer.",
        en="A small association cannot pay in advance; it must know when the money comes.",
    ),
    source="S3 Forskellige slags aftaler om samarbejde",
    bad=example(payments=""),
    good=example(),
    forms="TMSP",
    after=("STR02",),
    sinks=True,
    check=unanswered(way(Agreement.grant, Grant.payments)),
)


def sums_differ(agreement: Agreement) -> Iterator[Finding]:
    """Payments that do not add up to what was granted."""
    for grant in agreement.grant:
        if grant.amount is None or not grant.payments or "payments" in grant.aside:
            continue
        wanted = {grant.amount.cents, in_all(agreement, grant)}
        paid = sum(payment.amount.cents for payment in grant.payments)
        if paid not in wanted:
            amount = Money(max(wanted), grant.currency)
            difference = Money(abs(paid - amount.cents), grant.currency)
            yield found(grant, Grant.payments, sum=Money(paid, grant.currency), amount=amount, difference=difference)


def in_all(agreement: Agreement, grant: Grant) -> int:
    """What a grant comes to over its period, in hundredths; a yearly amount may be listed for one year or for all."""
    days = span_of(agreement, grant)
    if grant.amount is None:
        return 0
    if grant.per is Per.TOTAL or grant.per not in A_YEAR or not days:
        return grant.amount.cents
    return grant.amount.cents * A_YEAR[grant.per] * max(1, months_between(*days)) // 12


OKO03 = Rule(
    "ØKO03",
    ERROR,
    says=Text(da="Udbetalingerne giver {sum}, men tilskuddet er {amount}.", en="The payments come to {sum}, but the grant is {amount}."),
    cure=Text(da="forskellen er {difference}; ret den ene", en="the difference is {difference}; mend one of them"),
    why=Text(
        da="Når tallene ikke passer, bliver det et problem den dag, regnskabet skal afleveres.",
        en="When the figures do not match, it becomes a problem on the day the accounts are due.",
    ),
    source="S3 Forskellige slags aftaler om samarbejde",
    bad=example(payments="udbetalinger: {dato: 2026-02-01, beløb: 20000}, "),
    good=example(),
    forms="TMSP",
    statuses=ALWAYS,
    after=("ØKO02", "STR04b"),
    check=sums_differ,
)


def unaccounted(agreement: Agreement) -> Iterator[Finding]:
    """Grants without accounts, or accounts without a deadline."""
    for grant in agreement.grant:
        if empty(grant, ACCOUNTS):
            yield found(grant, Grant.accounts)
        elif grant.accounts and empty(grant.accounts, DEADLINE):
            yield found(grant.accounts, Accounts.deadline)


ACCOUNTS = Grant.names["regnskab"]
DEADLINE = Accounts.names["frist"]

OKO04 = Rule(
    "ØKO04",
    ERROR,
    says=Text(da="Hvornår skal regnskabet være afleveret?", en="When must the accounts be handed in?"),
    cure=Text(da="skriv en `frist` under `regnskab`", en="write a `deadline` under `accounts`"),
    why=Text(
        da="Kommunen skal kunne vise, hvad pengene blev brugt til, og foreningen skal vide det i tide.",
        en="The municipality must be able to show what the money was spent on, and the association must know in time.",
    ),
    source="S3 Forskellige slags aftaler om samarbejde",
    bad=example(accounts=""),
    good=example(),
    forms="TMSP",
    after=("STR02",),
    sinks=True,
    check=unaccounted,
)

RULES = (OKO01, OKO02, OKO03, OKO04)
