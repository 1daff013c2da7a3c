"""The report of the economy: grants by year, legal basis and recipient, the section 18 budget, payments, budgets and contributions."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ..model.amounts import Money, Number
from ..model.choices import LegalBasis, Side
from ..model.field import Choice, choice_label
from ..model.grants import WHOLE_HOUR, Quantity, allocate_by_year, is_before_indexation
from ..model.summary import fold_case
from ..text.localized import Text, make_danish_sort_key
from . import left_out
from .budget import build_budget
from .granted import Granted, iter_grants
from .payments import build_payments
from .portfolio import Portfolio, PortfolioEntry
from .report import (
    NAME,
    STATUS,
    TITLE,
    Cell,
    Chart,
    ColumnKind,
    PortfolioReport,
    ReportColumn,
    ReportRow,
    ReportTable,
    make_rows,
    money_column,
    number_column,
    text_column,
)
from .yearly import CURRENCY, build_year_columns, list_yearly_amounts, sort_currencies, sum_years

TITLE_OF = Text(da="Økonomi", en="Economy")
LEAD = Text(
    da="Tilskud er fordelt på kalenderår efter deres periode. Valutaer er aldrig lagt sammen. partnerskab forklar ØKO03 viser, hvordan der regnes.",
    en="Grants are spread over calendar years by their period. Currencies are never added together. partnerskab explain ØKO03 shows how.",
)


class OtherBasis(Choice):
    """What stands among the legal bases and is none."""

    NO_BASIS = choice_label("ingen_hjemmel", "(ingen hjemmel)", "(no legal basis)")
    IN_ALL = choice_label("i_alt", "I alt", "In all")


REGULATION = text_column("indexation", "Bemærkning", "Note")
BEFORE = Text(da="før regulering", en="before indexation")


def build_economy_report(portfolio: Portfolio) -> PortfolioReport:
    """The grants of every agreement that is more than an idea or a draft, and what the parties put in themselves."""
    entries, year = tuple(entry for entry in portfolio.entries if not entry.on_the_way), portfolio.today.year
    every_grant = tuple(iter_grants(entries, year))
    grants = tuple(granted for granted in every_grant if granted.years is not None)
    tables = (
        build_grant_table(grants), build_basis_table(grants), build_recipient_table(grants), build_section_18_table(grants, portfolio), *build_payments(every_grant), build_budget(entries, year),
        build_contribution_table(entries, year), *left_out.build_left_out((*iter_left_out(entries, year), *left_out.iter_not_yet_agreed(portfolio.on_the_way))),
    )  # fmt: skip
    return PortfolioReport("economy", TITLE_OF, portfolio.today, tables, (LEAD,))


def iter_left_out(entries: tuple[PortfolioEntry, ...], year: int) -> Iterator[left_out.LeftOut]:
    """What the figures leave out."""
    yield from left_out.iter_left_out_grants(entries, year)
    yield from left_out.iter_left_out_payments(entries)
    yield from left_out.iter_left_out_budget(entries, year)
    yield from left_out.iter_left_out_contributions(entries, year)


def list_grant_years(grants: Iterable[Granted]) -> tuple[int, ...]:
    """The calendar years that grants fall in."""
    return tuple(sorted({year for grant in grants for year in grant.years or ()}))


def build_grant_table(grants: tuple[Granted, ...]) -> ReportTable:
    """Each grant, year by year."""
    years = list_grant_years(grants)
    marked = any(is_before_indexation(grant.entry.agreement, grant.grant) for grant in grants)
    columns = (
        TITLE, text_column("recipient", "Til", "To")._replace(spare=True), text_column("legal_basis", "Hjemmel", "Legal basis")._replace(spare=True),
        text_column("giver", "Fra", "From")._replace(spare=True),
        *build_year_columns(years), REGULATION._replace(detail=not marked), CURRENCY, STATUS._replace(detail=True), NAME._replace(detail=True),
    )  # fmt: skip
    rows = tuple(build_grant_row(grant, years) for grant in grants)
    return ReportTable("grants", Text(da="Tilskud år for år", en="Grants year by year"), columns, rows)


def build_grant_row(granted: Granted, years: tuple[int, ...]) -> ReportRow:
    """A grant as a row."""
    entry, currency = granted.entry, granted.grant.currency
    basis = granted.grant.legal_basis or OtherBasis.NO_BASIS
    note = BEFORE if is_before_indexation(entry.agreement, granted.grant) else None
    return ReportRow(
        (
            entry.title, granted.recipient, basis, granted.giver, *list_yearly_amounts(years, granted.years or {}, currency), note, currency, entry.standing,
            entry.name,
        ),
        entry,
    )  # fmt: skip


def build_basis_table(grants: tuple[Granted, ...]) -> ReportTable:
    """The grants of each legal basis, and all of them, year by year."""
    bases = [*LegalBasis, None]
    groups = [(basis or OtherBasis.NO_BASIS, [grant for grant in grants if grant.grant.legal_basis is basis]) for basis in bases]
    head = text_column("legal_basis", "Hjemmel", "Legal basis")
    title = Text(da="Fordelt på hjemmel", en="By legal basis")
    chart = Chart("legal_basis", tuple(f"y{year}" for year in list_grant_years(grants)))
    return build_sum_table("bases", title, head, [*groups, (OtherBasis.IN_ALL, list(grants))])._replace(chart=chart)


def build_recipient_table(grants: tuple[Granted, ...]) -> ReportTable:
    """The grants of each recipient, year by year."""
    groups: dict[str, list[Granted]] = {}
    for grant in grants:
        groups.setdefault(fold_case(grant.recipient), []).append(grant)
    cells: list[tuple[Cell, list[Granted]]] = [
        (groups[name][0].recipient, groups[name]) for name in sorted(groups, key=make_danish_sort_key)
    ]
    return build_sum_table("recipients", Text(da="Fordelt på modtagere", en="By recipient"), text_column("recipient", "Til", "To"), cells)


def build_sum_table(key: str, title: Text, head: ReportColumn, cells: Sequence[tuple[Cell, list[Granted]]]) -> ReportTable:
    """A table with a row for each group and currency, and the years across."""
    years = list_grant_years(granted for _, group in cells for granted in group)
    words = [
        (
            name,
            *list_yearly_amounts(years, sum_by_year(granted for granted in group if granted.grant.currency == currency), currency),
            currency,
        )
        for name, group in cells
        for currency in sort_currencies(granted.grant.currency for granted in group)
    ]
    return ReportTable(key, title, (head, *build_year_columns(years), CURRENCY), make_rows(words))


def sum_by_year(grants: Iterable[Granted]) -> Mapping[int, int]:
    """Grants of one currency added up year by year."""
    return sum_years(grant.years or {} for grant in grants)


FRAME = Text(da="§ 18-midler og rammen", en="Section 18 budget")
FRAME_COLUMNS = (
    ReportColumn("year", Text(da="År", en="Year"), ColumnKind.NUMBER), money_column("granted", "Givet efter § 18", "Granted under section 18"),
    money_column("frame", "Ramme", "Budget"), money_column("left", "Tilbage", "Left"), CURRENCY,
)  # fmt: skip
NO_FRAME = Text(da="Profilen har ingen ramme for § 18-midler (`ramme_18`).", en="The profile has no section 18 budget (`frame_18`).")


def build_section_18_table(grants: tuple[Granted, ...], portfolio: Portfolio) -> ReportTable:
    """The section 18 money of each year against what the municipality has set aside."""
    given = sum_by_year(
        grant for grant in grants if grant.grant.legal_basis is LegalBasis.SOCIAL_SERVICES_18 and grant.grant.currency == "DKK"
    )
    frames: Mapping[int, Money] = {int(year): amount for year, amount in (portfolio.profile.frame_18 or {}).items()}
    years = [
        (
            year,
            Money(given.get(year, 0)),
            frames.get(year),
            Money(frames[year].cents - given.get(year, 0)) if year in frames else None,
            "DKK",
        )
        for year in sorted({*given, *frames})
    ]
    return ReportTable("frame_18", FRAME, FRAME_COLUMNS, make_rows(years), () if frames else (NO_FRAME,))


IN_KIND = Text(da="Anslået værdi er parternes eget skøn.", en="Estimated value is the parties' own estimate.")
PUT_IN = Text(da="Parternes egne bidrag i {year}", en="The parties' own contributions in {year}")
CONTRIBUTED = (
    TITLE, text_column("side", "Side", "Side"), money_column("money", "Penge", "Money"), money_column("value", "Anslået værdi", "Estimated value"),
    number_column("hours", "Timer", "Hours"), CURRENCY, NAME._replace(detail=True),
)  # fmt: skip


def build_contribution_table(entries: tuple[PortfolioEntry, ...], year: int) -> ReportTable:
    """What each side puts in itself in one year, in money, in kind and in hours."""
    rows = tuple(row for entry in entries for side in Side for row in build_contribution_rows(entry, side, year))
    return ReportTable("contributions", PUT_IN.format(year=str(year)), CONTRIBUTED, rows, (IN_KIND,) if rows else ())


def build_contribution_rows(entry: PortfolioEntry, side: Side, year: int) -> Iterator[ReportRow]:
    """What one side of an agreement puts in, a row for each currency; hours stand once."""
    ids = {str(party.id) for party in entry.agreement.parties if party.side is side}
    mine = [contribution for contribution in entry.agreement.contributions if contribution.party in ids]
    hours = sum(
        compute_contribution_in_year(entry, Quantity(contribution.hours.hundredths, contribution.per, WHOLE_HOUR), year)
        for contribution in mine
        if contribution.hours
    )
    for place, currency in enumerate(sort_currencies(contribution.currency for contribution in mine)):
        own = [contribution for contribution in mine if contribution.currency == currency]
        spent = sum(
            compute_contribution_in_year(entry, Quantity(contribution.money.cents, contribution.per), year)
            for contribution in own
            if contribution.money
        )
        worth = sum(
            compute_contribution_in_year(entry, Quantity(contribution.value.cents, contribution.per), year)
            for contribution in own
            if contribution.value
        )
        if spent or worth or (hours and not place):
            sums = [Money(cents, currency) if cents else None for cents in (spent, worth)]
            once = Number(hours) if hours and not place else None
            yield ReportRow((entry.title, side, *sums, once, currency, entry.name), entry)


def compute_contribution_in_year(entry: PortfolioEntry, quantity: Quantity, year: int) -> int:
    """What a contribution comes to in one year, in hundredths; nothing where it cannot be laid out."""
    return (allocate_by_year(quantity, entry.agreement.period, year) or {}).get(year, 0)
