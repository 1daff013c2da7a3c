"""One agreement on a card: what it is, what falls due next, and what is still open."""

from collections.abc import Iterator
from dataclasses import replace

from ..agreement.agreement import Agreement
from ..agreement.amounts import Money
from ..agreement.checklist import CHECKLIST, mark
from ..agreement.choices import Per
from ..agreement.money import Grant
from ..agreement.standing import last_end
from ..agreement.sums import grant_in_all
from ..diagnostics import Mark
from ..text import Text
from . import principles
from .due import State, bearers, due, what
from .portfolio import Entry, Portfolio
from .rows import fulfilled
from .status import status_words
from .table import Cell, Column, Form, Paper, Row, Table, day, rows, words

MOST = 5
"""Deadlines on a card."""


def card(entry: Entry, whole: Portfolio) -> Paper:
    """The card of an agreement."""
    title = Text(entry.title, entry.title)
    return Paper("card", title, whole.today, (facts(entry, whole), deadlines(entry, whole), still_open(entry)))


def facts(entry: Entry, whole: Portfolio) -> Table:
    """What the agreement is, in a few words each."""
    columns = (words("field", "Felt", "Field"), words("value", "Svar", "Answer"))
    made = [(name, value) for name, value in told(entry, whole) if value]
    return Table("facts", Text(entry.title, entry.title), columns, rows(made), form=Form.FIGURES)


def told(entry: Entry, whole: Portfolio) -> Iterator[tuple[Text, Cell]]:
    """The facts, each under its name; empty ones too."""
    one = entry.agreement
    yield Text(da="Id", en="Id"), entry.name
    yield Text(da="Status", en="Status"), status_words(entry)
    yield Text(da="Aftaleform", en="Form"), one.formality
    yield Text(da="Type", en="Type"), one.partnership_type
    yield Text(da="Parter", en="Parties"), tuple(str(party.name) for party in one.parties)
    yield Text(da="Kontakt", en="Contact"), tuple(f"{contact.role} ({party.name})" for party in one.parties for contact in party.contacts)
    yield Text(da="Periode", en="Period"), period(entry)
    yield Text(da="Område", en="Theme"), one.theme
    yield Text(da="Steder", en="Places"), one.geography
    yield Text(da="Målgruppe", en="Target group"), one.target_group.text if one.target_group else None
    yield Text(da="Formål", en="Purpose"), one.purpose
    yield Text(da="Tilskud", en="Grants"), tuple(grant_words(one, grant) for grant in one.grant)
    yield Text(da="Tjekliste", en="Checklist"), OF.filled(count=fulfilled(entry), all=len(CHECKLIST))
    known = whole.profile.principles
    if known:
        yield Text(da="Holdepunkter", en="Principles"), OF.filled(count=principles.lived_up_to(entry, known), all=len(known))
    yield Text(da="Fil", en="File"), entry.path


OF = Text(da="{count} af {all}", en="{count} of {all}")
FROM_TO = Text(da="{start} til {end}", en="{start} to {end}")
FROM = Text(da="fra {start}", en="from {start}")
ONGOING = Text(da="fra {start}, løbende", en="from {start}, ongoing")


def period(entry: Entry) -> Text | None:
    """From when to when."""
    own = entry.agreement.period
    if own is None:
        return None
    end = last_end(entry.agreement)
    if end:
        return FROM_TO.filled(start=own.start, end=end)
    return (ONGOING if own.ongoing else FROM).filled(start=own.start)


def grant_words(agreement: Agreement, grant: Grant) -> Text:
    """A grant in words: how much, per what, what it comes to in all, and on which legal basis."""
    if grant.amount is None:
        amount = BY_BUDGET if grant.subject_to_budget else NO_AMOUNT
    elif grant.per is Per.TOTAL:
        amount = Text("{amount}", "{amount}").filled(amount=Money(grant.amount.cents, grant.currency))
    else:
        amount = Text("{amount} {per}", "{amount} {per}").filled(amount=Money(grant.amount.cents, grant.currency), per=grant.per)
        whole = grant_in_all(agreement, grant)
        if whole is not None and whole != grant.amount.cents:
            amount = IN_ALL.filled(amount=amount, whole=Money(whole, grant.currency))
    basis = Text("{amount} ({basis})", "{amount} ({basis})").filled(amount=amount, basis=grant.legal_basis or "")
    return basis if grant.legal_basis else amount


BY_BUDGET = Text(da="efter budget", en="by budget")
NO_AMOUNT = Text(da="beløbet er ikke udfyldt", en="amount not filled in")
IN_ALL = Text(da="{amount}, {whole} i alt", en="{amount}, {whole} in all")


def deadlines(entry: Entry, whole: Portfolio) -> Table:
    """What is overdue, and what comes first."""
    columns = (day("day", "Dag", "Day"), words("state", "Hvornår", "When"), words("what", "Hvad", "What"), words("parties", "Hvem", "Who"))
    found = due(replace(whole, entries=(entry,)))
    near = [one for one in found if one.state is State.OVERDUE] + [one for one in found if one.state is not State.OVERDUE][:MOST]
    made = tuple(Row((one.duty.day, one.state, what(one), bearers(one) or None), entry) for one in near)
    return Table("deadlines", Text(da="Frister", en="Deadlines"), columns, made, empty=Text(da="Ingen frister.", en="No deadlines."))


def still_open(entry: Entry) -> Table:
    """The points of the checklist that are not answered, or only in part."""
    columns = (words("point", "Punkt", "Point"), Column("mark", Text(da="Svar", en="Answer")))
    found = ((item, mark(item, entry.agreement)) for item in CHECKLIST)
    made = [(NUMBERED.filled(number=item.number, title=item.title), one) for item, one in found if one in {Mark.NO, Mark.PARTLY}]
    title = Text(da="Punkter uden fuldt svar", en="Points without a full answer")
    return Table(
        "open", title, columns, rows(made), form=Form.LIST, empty=Text(da="Alle 13 punkter er besvaret.", en="All 13 points are answered.")
    )


NUMBERED = Text("{number}. {title}", "{number}. {title}")
