"""The yearly overview for the citizens: every association alike, by theme and by place, in public words only (S2 Handlinger 7)."""

from typing import NamedTuple

from ..model.agreement import Agreement
from ..model.choices import Side, Theme
from ..model.public_view import extract_public_agreement
from ..text.localized import Text, make_danish_sort_key
from .idea_catalogue import list_public_contacts
from .portfolio import Portfolio, PortfolioEntry
from .query import fold_name
from .report import NAME, Cell, PortfolioReport, ReportRow, ReportTable, TableForm, make_rows, text_column

TITLE_OF = Text(da="Frivillige sociale foreninger og fællesskaber", en="Voluntary social associations and communities")
LEAD = Text(
    da="Her er foreninger, netværk og fællesskaber, som {municipality} samarbejder med. Alle er lige velkomne til at kontakte dem.",
    en="Here are associations, networks and communities that {municipality} works with. Everyone is equally welcome to contact them.",
)
THE_MUNICIPALITY = Text(da="kommunen", en="the municipality")
COLUMNS = (
    text_column("title", "Tilbud", "Offer"), text_column("parties", "Hvem står bag", "Who is behind it"), text_column("text", "Hvad sker der", "What happens"),
    text_column("target_group", "For hvem", "For whom"), text_column("places", "Hvor", "Where"), text_column("contact", "Kontakt", "Contact"),
    text_column("themes", "Område", "Theme", detail=True), NAME._replace(detail=True),
)  # fmt: skip


class Offer(NamedTuple):
    """What citizens may see of an agreement in force."""

    entry: PortfolioEntry
    public: Agreement

    @property
    def title(self) -> str:
        """What it is called."""
        return self.public.title or self.entry.name

    @property
    def text(self) -> str:
        """What it says of itself, at most 300 characters."""
        return str(self.public.communication.overview) if self.public.communication and self.public.communication.overview else ""

    @property
    def behind(self) -> tuple[str, ...]:
        """The names of the voluntary parties; where there are none, of all."""
        own = tuple(str(party.name) for party in self.public.parties if party.side is Side.VOLUNTARY)
        return own or tuple(str(party.name) for party in self.public.parties)


def list_offers(portfolio: Portfolio) -> tuple[Offer, ...]:
    """The agreements in force that stand in the public overview, in Danish order."""
    offers = (Offer(entry, public) for entry in portfolio.in_force if (public := extract_public_agreement(entry.agreement)))
    return tuple(sorted(offers, key=lambda offer: make_danish_sort_key(offer.title)))


def describe_lead(portfolio: Portfolio) -> Text:
    """The opening words."""
    return LEAD.format(municipality=portfolio.profile.municipality or THE_MUNICIPALITY)


def build_overview_report(portfolio: Portfolio) -> PortfolioReport:
    """All offers, then their names by theme and by place."""
    every = list_offers(portfolio)
    main = ReportTable(
        "offers",
        Text(da="Alle tilbud", en="All offers"),
        COLUMNS,
        tuple(ReportRow(build_offer_cells(offer), offer.entry) for offer in every),
    )
    return PortfolioReport(
        "overview",
        TITLE_OF,
        portfolio.today,
        (main, build_offers_by_theme(every), build_offers_by_place(every, portfolio)),
        (describe_lead(portfolio),),
        public=True,
    )


def build_offer_cells(offer: Offer) -> tuple[Cell, ...]:
    """An offer as a row."""
    group = offer.public.target_group.text if offer.public.target_group else None
    contact = list_public_contacts(offer.public) if any(party.contacts for party in offer.public.parties) else None
    return (
        offer.title,
        offer.behind,
        offer.text,
        group,
        offer.public.geography or None,
        contact,
        offer.public.theme or None,
        offer.entry.name,
    )


def build_offers_by_theme(every: tuple[Offer, ...]) -> ReportTable:
    """The names of the offers of each theme that has any."""
    columns = (text_column("theme", "Område", "Theme"), text_column("offers", "Tilbud", "Offers"))
    rows = [(theme, names) for theme in Theme if (names := tuple(offer.title for offer in every if theme in offer.public.theme))]
    return ReportTable("themes", Text(da="Efter område", en="By theme"), columns, make_rows(rows), form=TableForm.LIST)


def build_offers_by_place(every: tuple[Offer, ...], portfolio: Portfolio) -> ReportTable:
    """The names of the offers of each place that has any: the places of the profile in its order, then the others."""
    columns = (text_column("place", "Sted", "Place"), text_column("offers", "Tilbud", "Offers"))
    names: dict[str, list[str]] = {place: [] for place in list_offer_places(every, portfolio)}
    for offer in every:
        for place in dict.fromkeys(offer.public.geography):
            names[str(place)].append(offer.title)
    rows = [(place, tuple(titles)) for place, titles in names.items()]
    return ReportTable("places", Text(da="Efter sted", en="By place"), columns, make_rows(rows), form=TableForm.LIST)


def list_offer_places(every: tuple[Offer, ...], portfolio: Portfolio) -> tuple[str, ...]:
    """The places that offers name, those of the profile first."""
    own = [str(place) for place in portfolio.profile.places]
    named = dict.fromkeys(str(place) for offer in every for place in offer.public.geography)
    order = {fold_name(place): number for number, place in enumerate(own)}
    return tuple(sorted(named, key=lambda place: (order.get(fold_name(place), len(own)), make_danish_sort_key(place))))
