"""What is granted, for which period, and when it is paid."""

from collections.abc import Iterator

from ..diagnostics import Severity
from ..model.agreement import Agreement
from ..model.amounts import Money
from ..model.choices import Per
from ..model.grants import is_fair, sum_grant
from ..model.money import Grant, Payment
from ..model.record import Finding, field_path, make_finding
from ..text.localized import Text
from .required_fields import make_required_check
from .rule import ALWAYS, NOT_IDEA, Rule

ERROR, WARNING, ADVICE = Severity.ERROR, Severity.WARNING, Severity.ADVICE

CLEAN_GRANT = (
    "tilskud: {{{basis}beløb: 25000, {period}{payments}{accounts}{unspent}}}\nevaluering: {{hvornår: 1 om året, næste: 2026-10-01}}"
)


def make_grant_example(
    period: str = "bevillingsperiode: {start: 2026-01-01, slut: 2026-12-31}, ",
    payments: str = "udbetalinger: {dato: 2026-02-01, beløb: 25000}, ",
    accounts: str = "regnskab: {frist: 2027-04-01}, ",
    basis: str = "lovgrundlag: sel_18, ",
    unspent: str = "ubrugt: tilbagebetales",
) -> str:
    """A grant with all its parts, or with one of them in another shape."""
    return CLEAN_GRANT.format(period=period, payments=payments, accounts=accounts, basis=basis, unspent=unspent)


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
    bad=make_grant_example(period=""),
    good=make_grant_example(),
    forms="TMSP",
    after=("STR02",),
    sinks=True,
    check=make_required_check(field_path(Agreement.grant, Grant.grant_period)),
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
    bad=make_grant_example(payments=""),
    good=make_grant_example(),
    forms="TMSP",
    after=("STR02",),
    sinks=True,
    check=make_required_check(field_path(Agreement.grant, Grant.payments)),
)


def sums_differ(agreement: Agreement) -> Iterator[Finding]:
    """Payments that no fair reading of what was granted adds up to."""
    for grant in agreement.grant:
        if grant.amount is None or not grant.payments or "payments" in grant.aside:
            continue
        paid = sum(payment.amount.cents for payment in grant.payments)
        if not is_fair(agreement, grant, paid):
            whole = sum_grant(agreement, grant)
            wanted, per = (grant.amount.cents, grant.per) if whole is None else (whole, Per.TOTAL)
            total, amount, difference = (Money(cents, grant.currency) for cents in (paid, wanted, abs(paid - wanted)))
            yield make_finding(grant, Grant.payments, sum=total, amount=AMOUNT_PER.format(amount=amount, per=per), difference=difference)


AMOUNT_PER = Text("{amount} {per}", "{amount} {per}")
"""`25.000 kr. i alt`, `100 kr. om ugen`."""


OKO03 = Rule(
    "ØKO03",
    ERROR,
    says=Text(
        da="Udbetalingerne giver {sum}, men tilskuddet er på {amount}.",
        en="The payments add up to {sum}, but the grant is {amount}.",
    ),
    cure=Text(da="forskellen er {difference}; ret den ene", en="the difference is {difference}; correct one of them"),
    why=Text(
        da="Når tallene ikke passer, bliver det et problem den dag, regnskabet skal afleveres.",
        en="When the figures do not match, it becomes a problem on the day the accounts are due.",
    ),
    source="S3 Forskellige slags aftaler om samarbejde",
    bad=make_grant_example(payments="udbetalinger: {dato: 2026-02-01, beløb: 20000}, "),
    good=make_grant_example(),
    forms="TMSP",
    statuses=ALWAYS,
    after=("ØKO02", "STR04b"),
    check=sums_differ,
)


def outside(agreement: Agreement) -> Iterator[Finding]:
    """Payments on days that neither the grant nor the agreement covers."""
    for grant in agreement.grant:
        periods = [period for period in (grant.grant_period, agreement.period) if period]
        if not periods or any(period.end and period.end < period.start for period in periods):
            continue
        start, ends = min(period.start for period in periods), [period.end for period in periods if period.end]
        end = max(ends) if len(ends) == len(periods) else None
        for payment in grant.payments:
            if payment.date and end and not start <= payment.date <= end:
                yield make_finding(payment, Payment.date, date=payment.date, start=start, end=end)


OKO08 = Rule(
    "ØKO08",
    WARNING,
    says=Text(
        da="Udbetalingen {date} ligger uden for perioden fra {start} til {end}.",
        en="The payment on {date} lies outside the period from {start} to {end}.",
    ),
    cure=Text(da="flyt datoen, eller ret perioden", en="move the date, or mend the period"),
    why=Text(
        da="Penge uden for perioden kan hverken bruges eller regnskabes efter aftalen.",
        en="Money outside the period can neither be spent nor accounted for under the agreement.",
    ),
    source="practice",
    bad=make_grant_example(payments="udbetalinger: [{dato: 2026-02-01, beløb: 20000}, {dato: 2028-02-01, beløb: 5000}], "),
    good=make_grant_example(payments="udbetalinger: [{dato: 2026-02-01, beløb: 20000}, {dato: 2026-08-01, beløb: 5000}], "),
    forms="TMSP",
    statuses=NOT_IDEA,
    after=("DAT01", "ØKO01"),
    check=outside,
)

OKO09 = Rule(
    "ØKO09",
    ADVICE,
    says=Text(da="Hvilken hjemmel gives tilskuddet efter?", en="Under which legal basis is the grant given?"),
    cure=Text(
        da="skriv `lovgrundlag`; de fleste tilskud til frivilligt socialt arbejde er `sel_18`",
        en="write `legal_basis`; most grants for voluntary social work are `social_services_18`",
    ),
    why=Text(
        da="Kommunen skal vide, hvilken ramme pengene går fra, og hvad der følger med.",
        en="The municipality must know which frame the money comes from, and what comes with it.",
    ),
    source="S2 Lovgrundlag",
    bad=make_grant_example(basis=""),
    good=make_grant_example(),
    forms="TMSP",
    statuses=NOT_IDEA,
    check=make_required_check(field_path(Agreement.grant, Grant.legal_basis)),
)

RULES = (OKO01, OKO02, OKO03, OKO08, OKO09)
