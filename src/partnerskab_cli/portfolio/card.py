"""One agreement on a card: what it is, what falls due next, and what is still open."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from ..diagnostics import CompletionStatus
from ..model.agreement import Agreement
from ..model.amounts import Money
from ..model.checklist import CHECKLIST, rate_item
from ..model.choices import Per
from ..model.field import Field
from ..model.grants import sum_grant
from ..model.money import Grant
from ..model.record import UNREAD, Record
from ..model.status import find_last_end
from ..text.localized import Language, Text, format_value
from . import principles
from .due import DueState, describe_due_item, list_due_items, list_responsible_parties
from .portfolio import Portfolio, PortfolioEntry
from .report import (
    Cell,
    PortfolioReport,
    ReportColumn,
    ReportRow,
    ReportTable,
    TableForm,
    count_fulfilled,
    date_column,
    make_rows,
    text_column,
)
from .status import describe_status

MOST = 5
"""Deadlines on a card."""


def build_card_report(entry: PortfolioEntry, portfolio: Portfolio) -> PortfolioReport:
    """The card of an agreement."""
    title = Text(entry.title, entry.title)
    return PortfolioReport(
        "card",
        title,
        portfolio.today,
        (build_fact_table(entry, portfolio), build_card_deadlines(entry, portfolio), build_open_items_table(entry)),
    )


def build_fact_table(entry: PortfolioEntry, portfolio: Portfolio) -> ReportTable:
    """What the agreement is, in a few words each."""
    columns = (text_column("field", "Felt", "Field"), text_column("value", "Svar", "Answer"))
    facts = [(name, value) for name, value in iter_card_facts(entry, portfolio) if value]
    return ReportTable("facts", Text(entry.title, entry.title), columns, make_rows(facts), form=TableForm.FIGURES)


def iter_card_facts(entry: PortfolioEntry, portfolio: Portfolio) -> Iterator[tuple[Text, Cell]]:
    """The facts, each under its name; empty ones too."""
    agreement = entry.agreement
    yield Text(da="Id", en="Id"), entry.name
    yield Text(da="Status", en="Status"), describe_status(entry)
    yield Text(da="Aftaleform", en="Form"), agreement.formality
    yield Text(da="Type", en="Type"), agreement.partnership_type
    yield Text(da="Parter", en="Parties"), tuple(str(party.name) for party in agreement.parties)
    yield (
        Text(da="Kontakt", en="Contact"),
        tuple(f"{contact.role} ({party.name})" for party in agreement.parties for contact in party.contacts),
    )
    yield Text(da="Periode", en="Period"), describe_period(entry)
    yield Text(da="Område", en="Theme"), agreement.theme
    yield Text(da="Steder", en="Places"), agreement.geography
    yield Text(da="Målgruppe", en="Target group"), agreement.target_group.text if agreement.target_group else None
    yield Text(da="Formål", en="Purpose"), agreement.purpose
    yield Text(da="Tilskud", en="Grants"), tuple(describe_grant(agreement, grant) for grant in agreement.grant)
    yield Text(da="Tjekliste", en="Checklist"), OF.format(count=count_fulfilled(entry), all=len(CHECKLIST))
    known = portfolio.profile.principles
    if known:
        yield Text(da="Holdepunkter", en="Principles"), OF.format(count=principles.count_fulfilled_principles(entry, known), all=len(known))
    yield Text(da="Fil", en="File"), entry.path


OF = Text(da="{count} af {all}", en="{count} of {all}")
FROM_TO = Text(da="{start} til {end}", en="{start} to {end}")
FROM = Text(da="fra {start}", en="from {start}")
ONGOING = Text(da="fra {start}, løbende", en="from {start}, ongoing")


def describe_period(entry: PortfolioEntry) -> Text | None:
    """From when to when."""
    own = entry.agreement.period
    if own is None:
        return None
    end = find_last_end(entry.agreement)
    if end:
        return FROM_TO.format(start=own.start, end=end)
    return (ONGOING if own.ongoing else FROM).format(start=own.start)


def describe_grant(agreement: Agreement, grant: Grant) -> Text:
    """A grant in words: how much, per what, what it comes to in all, and on which legal basis."""
    if grant.amount is None:
        amount = BY_BUDGET if grant.subject_to_budget else NO_AMOUNT
    elif grant.per is Per.TOTAL:
        amount = Text("{amount}", "{amount}").format(amount=Money(grant.amount.cents, grant.currency))
    else:
        amount = Text("{amount} {per}", "{amount} {per}").format(amount=Money(grant.amount.cents, grant.currency), per=grant.per)
        whole = sum_grant(agreement, grant)
        if whole is not None and whole != grant.amount.cents:
            amount = IN_ALL.format(amount=amount, whole=Money(whole, grant.currency))
    basis = Text("{amount} ({basis})", "{amount} ({basis})").format(amount=amount, basis=grant.legal_basis or "")
    return basis if grant.legal_basis else amount


BY_BUDGET = Text(da="efter budget", en="by budget")
NO_AMOUNT = Text(da="beløbet er ikke udfyldt", en="amount not filled in")
IN_ALL = Text(da="{amount}, {whole} i alt", en="{amount}, {whole} in all")


def build_card_deadlines(entry: PortfolioEntry, portfolio: Portfolio) -> ReportTable:
    """What is overdue, and what comes first."""
    columns = (
        date_column("day", "Dag", "Day"),
        text_column("state", "Hvornår", "When"),
        text_column("what", "Hvad", "What"),
        text_column("parties", "Hvem", "Who"),
    )
    due_items = list_due_items(replace(portfolio, entries=(entry,)))
    near = [due_item for due_item in due_items if due_item.state is DueState.OVERDUE] + [
        due_item for due_item in due_items if due_item.state is not DueState.OVERDUE
    ][:MOST]
    rows = tuple(
        ReportRow((due_item.duty.day, due_item.state, describe_due_item(due_item), list_responsible_parties(due_item) or None), entry)
        for due_item in near
    )
    return ReportTable("deadlines", Text(da="Frister", en="Deadlines"), columns, rows, empty=Text(da="Ingen frister.", en="No deadlines."))


def build_open_items_table(entry: PortfolioEntry) -> ReportTable:
    """The points of the checklist that are not answered, or only in part."""
    columns = (text_column("point", "Punkt", "Point"), ReportColumn("mark", Text(da="Svar", en="Answer")))
    rated = ((item, rate_item(item, entry.agreement)) for item in CHECKLIST)
    open_items = [
        (NUMBERED.format(number=item.number, title=item.title), status)
        for item, status in rated
        if status in {CompletionStatus.NO, CompletionStatus.PARTLY}
    ]
    title = Text(da="Punkter uden fuldt svar", en="Points without a full answer")
    return ReportTable(
        "open",
        title,
        columns,
        make_rows(open_items),
        form=TableForm.LIST,
        empty=Text(da="Alle 13 punkter er besvaret.", en="All 13 points are answered."),
    )


NUMBERED = Text("{number}. {title}", "{number}. {title}")


NOT_RELEVANT = Text(da="ikke relevant: {reason}", en="not relevant: {reason}")
NAMES = ("id", "party", "title", "name", "term", "step", "rule", "item")
"""What tells one item of a list from another, so that its lines do not move when an item is added before it."""


def iter_plain_lines(agreement: Agreement, language: Language) -> Iterator[str]:
    """`Parter / venner / Navn: Torsdagsvennerne`, in the order of the fields, with what holds where nothing is written."""
    yield from iter_record_lines(agreement, (), language)


def iter_record_lines(record: Record, above: tuple[str, ...], language: Language) -> Iterator[str]:
    """The answers of one record."""
    for field in record.fields:
        here = (*above, field.label.localize(language))
        reason = record.aside.get(field.name)
        if reason and reason != UNREAD:
            yield format_plain_line(here, NOT_RELEVANT.localize(language, reason=reason))
        value = getattr(record, field.name)
        if value is not None and value not in ((), {}):
            yield from iter_answer_lines(value, here, language)


def iter_answer_lines(value: object, here: tuple[str, ...], language: Language) -> Iterator[str]:
    """One answer: a line, or several where it holds more."""
    if isinstance(value, Record):
        yield from iter_record_lines(value, here, language)
    elif type(value) is tuple:
        yield from iter_item_lines(value, here, language)
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield format_plain_line((*here, str(key)), format_value(item, language))
    else:
        yield format_plain_line(here, format_value(value, language))


def iter_item_lines(items: tuple[object, ...], here: tuple[str, ...], language: Language) -> Iterator[str]:
    """The items of a list, each under its name, else its number."""
    names = [find_item_name(item) if isinstance(item, Record) else "" for item in items]
    for number, item in enumerate(items, 1):
        if isinstance(item, Record):
            name = names[number - 1]
            yield from iter_record_lines(item, (*here, name if name and names.count(name) == 1 else str(number)), language)
        else:
            yield format_plain_line(here, format_value(item, language))


def find_item_name(item: Record) -> str:
    """What an item of a list is called, where it has a name."""
    known: Mapping[str, Field] = {field.name: field for field in item.fields}
    return next((str(getattr(item, name)) for name in NAMES if name in known and getattr(item, name)), "")


def format_plain_line(here: tuple[str, ...], words: str) -> str:
    """A line; text of several lines goes on below it, moved in."""
    return f"{' / '.join(here)}: {words.strip().replace(chr(10), chr(10) + '  ')}"
