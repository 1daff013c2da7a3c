"""The report of the economy: grants by year, legal basis and recipient, the section 18 budget, payments, budgets and contributions."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ..agreement.amounts import Money, Number
from ..agreement.choices import LegalBasis, Side
from ..agreement.field import Choice, word
from ..agreement.row import plain
from ..agreement.sums import WHOLE_HOUR, Quantity, before_indexation, by_year
from ..text import Text, collation
from . import left_out
from .budget import budget
from .granted import Granted, grants_of
from .payments import payments
from .portfolio import Entry, Portfolio
from .table import NAME, STATUS, TITLE, Cell, Chart, Column, Kind, Paper, Row, Table, money, number, rows, words
from .yearly import CURRENCY, added, amounts, kroner_first, year_columns

TITLE_OF = Text(da="Økonomi", en="Economy")
LEAD = Text(
    da="Tilskud er fordelt på kalenderår efter deres periode. Valutaer er aldrig lagt sammen. partnerskab forklar ØKO03 viser, hvordan der regnes.",
    en="Grants are spread over calendar years by their period. Currencies are never added together. partnerskab explain ØKO03 shows how.",
)


class Beside(Choice):
    """What stands among the legal bases and is none."""

    NO_BASIS = word("ingen_hjemmel", "(ingen hjemmel)", "(no legal basis)")
    IN_ALL = word("i_alt", "I alt", "In all")


REGULATION = words("indexation", "Bemærkning", "Note")
BEFORE = Text(da="før regulering", en="before indexation")


def economy(whole: Portfolio) -> Paper:
    """The grants of every agreement that is more than an idea or a draft, and what the parties put in themselves."""
    entries, year = tuple(entry for entry in whole.entries if not entry.on_the_way), whole.today.year
    every_grant = tuple(grants_of(entries, year))
    grants = tuple(one for one in every_grant if one.years is not None)
    tables = (
        by_grant(grants), by_basis(grants), by_recipient(grants), frame(grants, whole), *payments(every_grant), budget(entries, year),
        contributions(entries, year), *left_out.left_out((*without(entries, year), *left_out.on_the_way(whole.on_the_way))),
    )  # fmt: skip
    return Paper("economy", TITLE_OF, whole.today, tables, (LEAD,))


def without(entries: tuple[Entry, ...], year: int) -> Iterator[left_out.LeftOut]:
    """What the figures leave out."""
    yield from left_out.grants(entries, year)
    yield from left_out.payments(entries)
    yield from left_out.budget(entries, year)
    yield from left_out.contributions(entries, year)


def years_of(grants: Iterable[Granted]) -> tuple[int, ...]:
    """The calendar years that grants fall in."""
    return tuple(sorted({year for one in grants for year in one.years or ()}))


def by_grant(grants: tuple[Granted, ...]) -> Table:
    """Each grant, year by year."""
    years = years_of(grants)
    marked = any(before_indexation(one.entry.agreement, one.grant) for one in grants)
    columns = (
        TITLE, words("recipient", "Til", "To")._replace(spare=True), words("legal_basis", "Hjemmel", "Legal basis")._replace(spare=True),
        words("giver", "Fra", "From")._replace(spare=True),
        *year_columns(years), REGULATION._replace(detail=not marked), CURRENCY, STATUS._replace(detail=True), NAME._replace(detail=True),
    )  # fmt: skip
    made = tuple(grant_row(one, years) for one in grants)
    return Table("grants", Text(da="Tilskud år for år", en="Grants year by year"), columns, made)


def grant_row(one: Granted, years: tuple[int, ...]) -> Row:
    """A grant as a row."""
    entry, currency = one.entry, one.grant.currency
    basis = one.grant.legal_basis or Beside.NO_BASIS
    note = BEFORE if before_indexation(entry.agreement, one.grant) else None
    return Row(
        (
            entry.title, one.recipient, basis, one.giver, *amounts(years, one.years or {}, currency), note, currency, entry.standing,
            entry.name,
        ),
        entry,
    )  # fmt: skip


def by_basis(grants: tuple[Granted, ...]) -> Table:
    """The grants of each legal basis, and all of them, year by year."""
    bases = [*LegalBasis, None]
    found = [(basis or Beside.NO_BASIS, [one for one in grants if one.grant.legal_basis is basis]) for basis in bases]
    head = words("legal_basis", "Hjemmel", "Legal basis")
    title = Text(da="Fordelt på hjemmel", en="By legal basis")
    chart = Chart("legal_basis", tuple(f"y{year}" for year in years_of(grants)))
    return summed("bases", title, head, [*found, (Beside.IN_ALL, list(grants))])._replace(chart=chart)


def by_recipient(grants: tuple[Granted, ...]) -> Table:
    """The grants of each recipient, year by year."""
    groups: dict[str, list[Granted]] = {}
    for one in grants:
        groups.setdefault(plain(one.recipient), []).append(one)
    found: list[tuple[Cell, list[Granted]]] = [(groups[name][0].recipient, groups[name]) for name in sorted(groups, key=collation)]
    return summed("recipients", Text(da="Fordelt på modtagere", en="By recipient"), words("recipient", "Til", "To"), found)


def summed(key: str, title: Text, head: Column, found: Sequence[tuple[Cell, list[Granted]]]) -> Table:
    """A table with a row for each group and currency, and the years across."""
    years = years_of(one for _, group in found for one in group)
    made = [
        (name, *amounts(years, summed_years(one for one in group if one.grant.currency == currency), currency), currency)
        for name, group in found
        for currency in kroner_first(one.grant.currency for one in group)
    ]
    return Table(key, title, (head, *year_columns(years), CURRENCY), rows(made))


def summed_years(grants: Iterable[Granted]) -> Mapping[int, int]:
    """Grants of one currency added up year by year."""
    return added(one.years or {} for one in grants)


FRAME = Text(da="§ 18-midler og rammen", en="Section 18 budget")
FRAME_COLUMNS = (
    Column("year", Text(da="År", en="Year"), Kind.NUMBER), money("granted", "Givet efter § 18", "Granted under section 18"),
    money("frame", "Ramme", "Budget"), money("left", "Tilbage", "Left"), CURRENCY,
)  # fmt: skip
NO_FRAME = Text(da="Profilen har ingen ramme for § 18-midler (`ramme_18`).", en="The profile has no section 18 budget (`frame_18`).")


def frame(grants: tuple[Granted, ...], whole: Portfolio) -> Table:
    """The section 18 money of each year against what the municipality has set aside."""
    given = summed_years(one for one in grants if one.grant.legal_basis is LegalBasis.SOCIAL_SERVICES_18 and one.grant.currency == "DKK")
    frames: Mapping[int, Money] = {int(year): amount for year, amount in (whole.profile.frame_18 or {}).items()}
    made = [
        (
            year,
            Money(given.get(year, 0)),
            frames.get(year),
            Money(frames[year].cents - given.get(year, 0)) if year in frames else None,
            "DKK",
        )
        for year in sorted({*given, *frames})
    ]
    return Table("frame_18", FRAME, FRAME_COLUMNS, rows(made), () if frames else (NO_FRAME,))


IN_KIND = Text(da="Anslået værdi er parternes eget skøn.", en="Estimated value is the parties' own estimate.")
PUT_IN = Text(da="Parternes egne bidrag i {year}", en="The parties' own contributions in {year}")
CONTRIBUTED = (
    TITLE, words("side", "Side", "Side"), money("money", "Penge", "Money"), money("value", "Anslået værdi", "Estimated value"),
    number("hours", "Timer", "Hours"), CURRENCY, NAME._replace(detail=True),
)  # fmt: skip


def contributions(entries: tuple[Entry, ...], year: int) -> Table:
    """What each side puts in itself in one year, in money, in kind and in hours."""
    made = tuple(row for entry in entries for side in Side for row in given_by(entry, side, year))
    return Table("contributions", PUT_IN.filled(year=str(year)), CONTRIBUTED, made, (IN_KIND,) if made else ())


def given_by(entry: Entry, side: Side, year: int) -> Iterator[Row]:
    """What one side of an agreement puts in, a row for each currency; hours stand once."""
    ids = {str(party.id) for party in entry.agreement.parties if party.side is side}
    mine = [one for one in entry.agreement.contributions if one.party in ids]
    hours = sum(in_year(entry, Quantity(one.hours.hundredths, one.per, WHOLE_HOUR), year) for one in mine if one.hours)
    for place, currency in enumerate(kroner_first(one.currency for one in mine)):
        own = [one for one in mine if one.currency == currency]
        spent = sum(in_year(entry, Quantity(one.money.cents, one.per), year) for one in own if one.money)
        worth = sum(in_year(entry, Quantity(one.value.cents, one.per), year) for one in own if one.value)
        if spent or worth or (hours and not place):
            sums = [Money(cents, currency) if cents else None for cents in (spent, worth)]
            once = Number(hours) if hours and not place else None
            yield Row((entry.title, side, *sums, once, currency, entry.name), entry)


def in_year(entry: Entry, quantity: Quantity, year: int) -> int:
    """What a contribution comes to in one year, in hundredths; nothing where it cannot be laid out."""
    return (by_year(quantity, entry.agreement.period, year) or {}).get(year, 0)
