"""What the figures of a report leave out, each with its reason: the table that a report of money ends with."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from ..model.amounts import Money, Number
from ..model.choices import Per
from ..model.contributions import Contribution
from ..model.grants import NO_YEAR, Quantity, allocate_by_year, allocate_grant_by_year, find_grant_period, is_before_indexation
from ..model.money import Grant, GrantPeriod
from ..model.record import UNREAD
from ..model.time import Period
from ..text.localized import Text
from .payments import find_budget_year
from .portfolio import PortfolioEntry
from .report import NAME, TITLE, ReportRow, ReportTable, text_column

TITLE_OF = Text(da="Ikke med i tallene", en="Not in the figures")
GRANT = Text(da="Tilskud: {what}", en="Grant: {what}")
PAYMENT = Text(da="Udbetaling: {what}", en="Payment: {what}")
BUDGET = Text(da="Budgetpost: {what}", en="Budget item: {what}")
CONTRIBUTION = Text(da="Bidrag: {what}", en="Contribution: {what}")
AMOUNT = Text("{amount} {per}", "{amount} {per}")
IN_TERM = Text("{amount}, {term}", "{amount}, {term}")
HOURS = Text(da="{number} timer", en="{number} hours")
NO_AMOUNT = Text(da="uden beløb", en="without an amount")
SOME = Text(da="en eller flere", en="one or more")

BY_BUDGET = Text(da="Beløbet følger budgettet år for år.", en="The amount follows the budget year by year.")
UNWRITTEN = Text(da="Beløbet er ikke skrevet eller kan ikke læses.", en="The amount is missing or cannot be read.")
PER_TIME = Text(
    da="Et beløb pr. gang eller pr. person kan ikke regnes om til et år.",
    en="An amount each time or per person cannot be turned into a year.",
)
NO_PERIOD = Text(da="Der er ingen periode at fordele det over.", en="There is no period to spread it over.")
BACKWARDS = Text(da="Perioden slutter, før den begynder.", en="The period ends before it starts.")
LATER = Text(da="Det begynder senere og har ingen slutdato.", en="It starts later and has no end date.")
UNADJUSTED = Text(da="Årene efter det første er vist før regulering.", en="The years after the first are shown before indexation.")
NO_DAY = Text(da="Dagen er ikke skrevet.", en="The day is not given.")
NO_PAYMENTS = Text(da="Det står ikke, hvornår det udbetales.", en="It is not said when it is paid.")
ON_THE_WAY = Text(da="Aftalen er en idé eller et udkast.", en="The agreement is an idea or a draft.")
UNREADABLE = Text(da="Det kan ikke læses.", en="It cannot be read.")


class LeftOut(NamedTuple):
    """Something that is not in the figures, and why."""

    entry: PortfolioEntry
    what: Text
    reason: Text


def build_left_out(outs: Iterable[LeftOut]) -> tuple[ReportTable, ...]:
    """The table of what is left out; none where nothing is."""
    columns = (TITLE, text_column("what", "Hvad", "What"), text_column("reason", "Hvorfor", "Why"), NAME._replace(detail=True))
    rows = tuple(ReportRow((out.entry.title, out.what, out.reason, out.entry.name), out.entry) for out in outs)
    return (ReportTable("left_out", TITLE_OF, columns, rows),) if rows else ()


def iter_left_out_grants(entries: Iterable[PortfolioEntry], until: int) -> Iterator[LeftOut]:
    """Grants that no year can be given, or no sum; and those whose later years will be others."""
    for entry in entries:
        for grant in entry.agreement.grant:
            what, period = GRANT.format(what=describe_amount(grant)), find_grant_period(entry.agreement, grant)
            if grant.amount is None:
                yield LeftOut(entry, what, BY_BUDGET if grant.subject_to_budget else UNWRITTEN)
            elif why := explain_left_out(allocate_grant_by_year(entry.agreement, grant, until), grant.per, period):
                yield LeftOut(entry, what, why)
            elif is_before_indexation(entry.agreement, grant):
                yield LeftOut(entry, what, UNADJUSTED)


def describe_amount(grant: Grant) -> Text:
    """`25.000 kr. om året`."""
    if grant.amount is None:
        return NO_AMOUNT
    return AMOUNT.format(amount=Money(grant.amount.cents, grant.currency), per=grant.per)


def explain_left_out(years: Mapping[int, int] | None, per: Per, period: Period | GrantPeriod | None) -> Text | None:
    """Why an amount is not in the years; nothing where it is."""
    if years and NO_YEAR not in years:
        return None
    if per in {Per.OCCASION, Per.PERSON}:
        return PER_TIME
    if period is None:
        return NO_PERIOD
    return BACKWARDS if period.end else LATER


def iter_left_out_payments(entries: Iterable[PortfolioEntry]) -> Iterator[LeftOut]:
    """Payments without a day or a year, and grants that do not say when they are paid."""
    for entry in entries:
        for grant in entry.agreement.grant:
            for payment in grant.payments:
                if find_budget_year(payment) is None:
                    amount = Money(payment.amount.cents, grant.currency)
                    what = IN_TERM.format(amount=amount, term=payment.term) if payment.term else amount
                    yield LeftOut(entry, PAYMENT.format(what=what), NO_DAY)
            if grant.aside.get("payments") == UNREAD:
                yield LeftOut(entry, PAYMENT.format(what=SOME), UNREADABLE)
            elif not grant.payments:
                yield LeftOut(entry, PAYMENT.format(what=describe_amount(grant)), NO_PAYMENTS)


def iter_left_out_budget(entries: Iterable[PortfolioEntry], until: int) -> Iterator[LeftOut]:
    """Budget lines that no year can be given, and those that cannot be read."""
    for entry in entries:
        period = entry.agreement.period
        for line in entry.agreement.budget:
            if why := explain_left_out(allocate_by_year(Quantity(line.amount.cents, line.per), period, until), line.per, period):
                yield LeftOut(entry, BUDGET.format(what=line.item), why)
        if entry.agreement.aside.get("budget") == UNREAD:
            yield LeftOut(entry, BUDGET.format(what=SOME), UNREADABLE)


def iter_left_out_contributions(entries: Iterable[PortfolioEntry], until: int) -> Iterator[LeftOut]:
    """Contributions in money or hours that no year can be given."""
    for entry in entries:
        period = entry.agreement.period
        for contribution in entry.agreement.contributions:
            for what in iter_counted_parts(contribution):
                if why := explain_left_out(allocate_by_year(Quantity(1, contribution.per), period, until), contribution.per, period):
                    yield LeftOut(entry, CONTRIBUTION.format(what=AMOUNT.format(amount=what, per=contribution.per)), why)


def iter_not_yet_agreed(entries: Iterable[PortfolioEntry]) -> Iterator[LeftOut]:
    """What ideas and drafts hold, which nobody has agreed yet."""
    for entry in entries:
        held = [GRANT.format(what=describe_amount(grant)) for grant in entry.agreement.grant]
        held += [BUDGET.format(what=SOME)] if entry.agreement.budget else []
        held += (
            [CONTRIBUTION.format(what=SOME)]
            if any(next(iter_counted_parts(contribution), None) for contribution in entry.agreement.contributions)
            else []
        )
        yield from (LeftOut(entry, what, ON_THE_WAY) for what in held)


def iter_counted_parts(contribution: Contribution) -> Iterator[Money | Text]:
    """What of a contribution is counted in the report."""
    if contribution.hours:
        yield HOURS.format(number=Number(contribution.hours.hundredths))
    for amount in (contribution.money, contribution.value):
        if amount:
            yield Money(amount.cents, contribution.currency)
