"""The report of fragility: which relations hang on a single person (S1: the relation is the strength and the weakness)."""

from collections import defaultdict
from typing import NamedTuple

from ..agreement.parties import Contact, Party
from ..agreement.row import alone
from ..text import Text, collation
from .asking import plain
from .portfolio import Entry, Portfolio
from .table import NAME, TITLE, Cell, Paper, Row, Table, number, rows, words

TITLE_OF = Text(da="Sårbarhed", en="Fragility")
LEAD = Text(
    da="Et partnerskab lever af relationer, og relationer hænger på mennesker. Her står de, der hænger på ét.",
    en="A partnership lives by relations, and relations hang on people. Here are those that hang on one.",
)


class Carrier(NamedTuple):
    """A contact, and the agreements it carries."""

    party: str
    role: str
    entries: tuple[Entry, ...]
    alone: int
    """In how many of them there is neither another contact nor a deputy."""


def fragility(whole: Portfolio) -> Paper:
    """The parties of agreements in force that hang on one contact, and the contacts that carry many."""
    return Paper("fragility", TITLE_OF, whole.today, (on_one(whole), carrying(whole)), (LEAD,))


ON_ONE = (
    TITLE, words("party", "Part", "Party"), words("side", "Side", "Side"), words("role", "Kontakt", "Contact"), NAME._replace(detail=True),
)  # fmt: skip


def on_one(whole: Portfolio) -> Table:
    """Each party with one contact and no deputy, or with no contact at all."""
    made = tuple(
        Row((entry.title, party.name, party.side, party.contacts[0].role if party.contacts else None, entry.name), entry)
        for entry in whole.in_force
        for party in entry.agreement.parties
        if hangs(party)
    )
    title = Text(da="Hænger på én kontakt uden stedfortræder", en="Hanging on one contact without a deputy")
    return Table("single", title, ON_ONE, made, empty=Text(da="Alle parter har en stedfortræder.", en="Every party has a deputy."))


def hangs(party: Party) -> bool:
    """Whether a party hangs on at most one person."""
    return not party.contacts or alone(party) is not None


CARRYING = (
    words("party", "Part", "Party"), words("role", "Kontakt", "Contact"), number("agreements", "Aftaler", "Agreements"),
    number("alone", "Alene om", "Carried alone"), words("titles", "Hvilke", "Which"), words("many", "For mange", "Too many"),
)  # fmt: skip


def carrying(whole: Portfolio) -> Table:
    """Each contact that carries more than one agreement, the heaviest load first."""
    limit = whole.profile.limits.agreements_per_contact
    made: list[tuple[Cell, ...]] = [
        (one.party, one.role, len(one.entries), one.alone, tuple(entry.title for entry in one.entries), one.alone > limit)
        for one in carriers(whole)
        if len(one.entries) > 1
    ]
    note = Text(
        da="»For mange«: alene om flere end {limit}, som er grænsen i profilen.",
        en="“Too many”: more than {limit} carried alone, the limit in the profile.",
    )
    title = Text(da="Bærer flere aftaler", en="Carrying several agreements")
    return Table("carriers", title, CARRYING, rows(made), (note.filled(limit=limit),) if made else ())


def carriers(whole: Portfolio) -> tuple[Carrier, ...]:
    """Every contact of the agreements in force, known by its party and its role, the heaviest load first."""
    found: dict[tuple[str, str], list[tuple[Entry, Party, Contact]]] = defaultdict(list)
    for entry in whole.in_force:
        for party in entry.agreement.parties:
            for contact in party.contacts:
                found[plain(party.name), plain(contact.role)].append((entry, party, contact))
    made = [carrier(group) for group in found.values()]
    return tuple(sorted(made, key=lambda one: (-len(one.entries), -one.alone, collation(one.party), collation(one.role))))


def carrier(group: list[tuple[Entry, Party, Contact]]) -> Carrier:
    """One contact with all it carries."""
    _, party, contact = group[0]
    entries = tuple({entry.path: entry for entry, _, _ in group}.values())
    return Carrier(party.name, contact.role, entries, sum(hangs(party) for _, party, _ in group))
