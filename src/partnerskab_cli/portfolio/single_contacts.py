"""The report of fragility: which relations hang on a single person (S1: the relation is the strength and the weakness)."""

from collections import defaultdict
from typing import NamedTuple

from ..model.parties import Contact, Party
from ..model.summary import find_sole_contact
from ..text.localized import Text, make_danish_sort_key
from .portfolio import Portfolio, PortfolioEntry
from .query import fold_name
from .report import NAME, TITLE, Cell, PortfolioReport, ReportRow, ReportTable, make_rows, number_column, text_column

TITLE_OF = Text(da="Sårbarhed", en="Fragility")
LEAD = Text(
    da="Et partnerskab lever af relationer, og relationer hænger på mennesker. Her står de, der hænger på ét.",
    en="A partnership lives by relations, and relations hang on people. Here are those that hang on one.",
)


class ContactLoad(NamedTuple):
    """A contact, and the agreements it carries."""

    party: str
    role: str
    entries: tuple[PortfolioEntry, ...]
    alone: int
    """In how many of them there is neither another contact nor a deputy."""


def build_single_contact_report(portfolio: Portfolio) -> PortfolioReport:
    """The parties of agreements in force that hang on one contact, and the contacts that carry many."""
    return PortfolioReport(
        "fragility", TITLE_OF, portfolio.today, (build_one_contact_table(portfolio), build_load_table(portfolio)), (LEAD,)
    )


ON_ONE = (
    TITLE, text_column("party", "Part", "Party"), text_column("side", "Side", "Side"), text_column("role", "Kontakt", "Contact"), NAME._replace(detail=True),
)  # fmt: skip


def build_one_contact_table(portfolio: Portfolio) -> ReportTable:
    """Each party with one contact and no deputy, or with no contact at all."""
    rows = tuple(
        ReportRow((entry.title, party.name, party.side, party.contacts[0].role if party.contacts else None, entry.name), entry)
        for entry in portfolio.in_force
        for party in entry.agreement.parties
        if has_single_contact(party)
    )
    title = Text(da="Hænger på én kontakt uden stedfortræder", en="Hanging on one contact without a deputy")
    return ReportTable("single", title, ON_ONE, rows, empty=Text(da="Alle parter har en stedfortræder.", en="Every party has a deputy."))


def has_single_contact(party: Party) -> bool:
    """Whether a party hangs on at most one person."""
    return not party.contacts or find_sole_contact(party) is not None


CARRYING = (
    text_column("party", "Part", "Party"), text_column("role", "Kontakt", "Contact"), number_column("agreements", "Aftaler", "Agreements"),
    number_column("alone", "Alene om", "Carried alone"), text_column("titles", "Hvilke", "Which"), text_column("many", "For mange", "Too many"),
)  # fmt: skip


def build_load_table(portfolio: Portfolio) -> ReportTable:
    """Each contact that carries more than one agreement, the heaviest load first."""
    limit = portfolio.profile.limits.agreements_per_contact
    words: list[tuple[Cell, ...]] = [
        (load.party, load.role, len(load.entries), load.alone, tuple(entry.title for entry in load.entries), load.alone > limit)
        for load in list_contact_loads(portfolio)
        if len(load.entries) > 1
    ]
    note = Text(
        da="»For mange«: alene om flere end {limit}, som er grænsen i profilen.",
        en="“Too many”: more than {limit} carried alone, the limit in the profile.",
    )
    title = Text(da="Bærer flere aftaler", en="Carrying several agreements")
    return ReportTable("carriers", title, CARRYING, make_rows(words), (note.format(limit=limit),) if words else ())


def list_contact_loads(portfolio: Portfolio) -> tuple[ContactLoad, ...]:
    """Every contact of the agreements in force, known by its party and its role, the heaviest load first."""
    groups: dict[tuple[str, str], list[tuple[PortfolioEntry, Party, Contact]]] = defaultdict(list)
    for entry in portfolio.in_force:
        for party in entry.agreement.parties:
            for contact in party.contacts:
                groups[fold_name(party.name), fold_name(contact.role)].append((entry, party, contact))
    loads = [build_contact_load(group) for group in groups.values()]
    return tuple(
        sorted(loads, key=lambda load: (-len(load.entries), -load.alone, make_danish_sort_key(load.party), make_danish_sort_key(load.role)))
    )


def build_contact_load(group: list[tuple[PortfolioEntry, Party, Contact]]) -> ContactLoad:
    """One contact with all it carries."""
    _, party, contact = group[0]
    entries = tuple({entry.path: entry for entry, _, _ in group}.values())
    return ContactLoad(party.name, contact.role, entries, sum(has_single_contact(party) for _, party, _ in group))
