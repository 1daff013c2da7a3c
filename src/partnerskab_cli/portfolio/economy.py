"""The report of the economy: grants by year, legal basis and recipient, the section 18 money against its frame, and what each side puts in."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from ..agreement.amounts import Money, Number
from ..agreement.choices import LegalBasis, Side
from ..agreement.field import Choice, word
from ..agreement.money import Grant
from ..agreement.sums import NO_YEAR, WHOLE_HOUR, Quantity, by_year, grant_by_year
from ..text import Text, collation
from .portfolio import Entry, Portfolio
from .rows import uncounted
from .table import NAME, STATUS, TITLE, Cell, Chart, Column, Kind, Paper, Row, Table, money, number, rows, words

TITLE_OF = Text(da="Økonomi", en="Economy")
LEAD = Text(
    da="Tilskud er fordelt på kalenderår efter deres periode. Valutaer er aldrig lagt sammen. partnerskab forklar ØKO03 viser, hvordan der regnes.",
    en="Grants are spread over calendar years by their period. Currencies are never added together. partnerskab explain ØKO03 shows how.",
)
CURRENCY = words("currency", "Valuta", "Currency", detail=True)


class Beside(Choice):
    """What stands among the legal bases and is none."""

    NO_BASIS = word("ingen_hjemmel", "(ingen hjemmel)", "(no legal basis)")
    IN_ALL = word("i_alt", "I alt", "In all")


class Granted(NamedTuple):
    """A grant, and what it comes to in each year."""

    entry: Entry
    grant: Grant
    years: Mapping[int, int]

    @property
    def giver(self) -> str:
        """The name of who gives it; where nobody is named, the first public party."""
        return payer(self.entry, self.grant.giver, Side.PUBLIC)

    @property
    def recipient(self) -> str:
        """The name of who receives it; where nobody is named, the first voluntary party."""
        return payer(self.entry, self.grant.recipient, Side.VOLUNTARY)


def payer(entry: Entry, named: str | None, side: Side) -> str:
    """A party or a role by its id, else the first party of a side."""
    return entry.agreement.party_name(named) if named else next(iter(entry.parties(side)), "")


def economy(whole: Portfolio) -> Paper:
    """The grants of every agreement that is more than an idea or a draft, and what the parties put in themselves."""
    entries = tuple(entry for entry in whole.entries if not entry.on_the_way)
    grants = tuple(granted(entries, whole.today.year))
    tables = (by_grant(grants), by_basis(grants), by_recipient(grants), frame(grants, whole), contributions(entries, whole.today.year))
    return Paper("economy", TITLE_OF, whole.today, tables, (LEAD, *uncounted(entries, whole.today.year)))


def granted(entries: Iterable[Entry], until: int) -> Iterator[Granted]:
    """Every grant that can be counted, by title."""
    for entry in entries:
        for grant in entry.agreement.grant:
            if (years := grant_by_year(entry.agreement, grant, until)) is not None:
                yield Granted(entry, grant, {year: cents for year, cents in years.items() if year != NO_YEAR})


def years_of(grants: Iterable[Granted]) -> tuple[int, ...]:
    """The calendar years that grants fall in."""
    return tuple(sorted({year for one in grants for year in one.years}))


def year_columns(years: tuple[int, ...]) -> tuple[Column, ...]:
    """A column for each year, and one for the sum."""
    return (*(money(f"y{year}", str(year), str(year)) for year in years), money("total", "I alt", "In all"))


def amounts(years: tuple[int, ...], laid: Mapping[int, int], currency: str) -> tuple[Money | None, ...]:
    """An amount for each year, and the sum; nothing for a year without money."""
    each = (Money(laid[year], currency) if laid.get(year) else None for year in years)
    return (*each, Money(sum(laid.values()), currency))


def by_grant(grants: tuple[Granted, ...]) -> Table:
    """Each grant, year by year."""
    years = years_of(grants)
    columns = (
        TITLE, words("recipient", "Til", "To")._replace(spare=True), words("legal_basis", "Hjemmel", "Legal basis")._replace(spare=True),
        words("giver", "Fra", "From")._replace(spare=True),
        *year_columns(years), CURRENCY, STATUS._replace(detail=True), NAME._replace(detail=True),
    )  # fmt: skip
    made = tuple(grant_row(one, years) for one in grants)
    return Table("grants", Text(da="Tilskud år for år", en="Grants year by year"), columns, made)


def grant_row(one: Granted, years: tuple[int, ...]) -> Row:
    """A grant as a row."""
    entry, currency = one.entry, one.grant.currency
    basis = one.grant.legal_basis or Beside.NO_BASIS
    cells = (entry.title, one.recipient, basis, one.giver, *amounts(years, one.years, currency), currency, entry.standing, entry.name)
    return Row(cells, entry)


def by_basis(grants: tuple[Granted, ...]) -> Table:
    """The grants of each legal basis, and all of them, year by year."""
    bases = [*LegalBasis, None]
    found = [(basis or Beside.NO_BASIS, [one for one in grants if one.grant.legal_basis is basis]) for basis in bases]
    head = words("legal_basis", "Hjemmel", "Legal basis")
    title = Text(da="Hjemmel for hjemmel", en="By legal basis")
    chart = Chart("legal_basis", tuple(f"y{year}" for year in years_of(grants)))
    return summed("bases", title, head, [*found, (Beside.IN_ALL, list(grants))])._replace(chart=chart)


def by_recipient(grants: tuple[Granted, ...]) -> Table:
    """The grants of each recipient, year by year."""
    groups: dict[str, list[Granted]] = {}
    for one in grants:
        groups.setdefault(one.recipient, []).append(one)
    found: list[tuple[Cell, list[Granted]]] = [(name, groups[name]) for name in sorted(groups, key=collation)]
    return summed("recipients", Text(da="Modtager for modtager", en="By recipient"), words("recipient", "Til", "To"), found)


def summed(key: str, title: Text, head: Column, found: Sequence[tuple[Cell, list[Granted]]]) -> Table:
    """A table with a row for each group and currency, and the years across."""
    years = years_of(one for _, group in found for one in group)
    made = [
        (name, *amounts(years, summed_years(one for one in group if one.grant.currency == currency), currency), currency)
        for name, group in found
        for currency in currencies(group)
    ]
    return Table(key, title, (head, *year_columns(years), CURRENCY), rows(made))


def currencies(grants: Iterable[Granted]) -> list[str]:
    """The currencies in use, kroner first."""
    return sorted({str(one.grant.currency) for one in grants}, key=lambda currency: (currency != "DKK", currency))


def summed_years(grants: Iterable[Granted]) -> Mapping[int, int]:
    """Grants of one currency added up year by year."""
    laid: dict[int, int] = {}
    for one in grants:
        for year, cents in one.years.items():
            laid[year] = laid.get(year, 0) + cents
    return laid


FRAME = Text(da="§ 18-midler og rammen", en="Section 18 money and its frame")
FRAME_COLUMNS = (
    Column("year", Text(da="År", en="Year"), Kind.NUMBER), money("granted", "Givet efter § 18", "Granted under section 18"),
    money("frame", "Ramme", "Frame"), money("left", "Tilbage", "Left"), CURRENCY,
)  # fmt: skip
NO_FRAME = Text(
    da="Profilen har ingen ramme for § 18-midler (`ramme_18`).", en="The profile has no frame for section 18 money (`frame_18`)."
)


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


IN_KIND = Text(
    da="Beløb og timer pr. gang og pr. person kan ikke regnes om til et år og er ikke talt med. Anslået værdi er parternes eget skøn.",
    en="Amounts and hours for each time or person cannot be turned into a year and are not counted. Estimated value is the parties' own guess.",
)
PUT_IN = Text(da="Det, parterne selv lægger i, i {year}", en="What the parties put in themselves in {year}")
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
    for place, currency in enumerate(sorted({str(one.currency) for one in mine}, key=lambda one: (one != "DKK", one))):
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
