"""The yearly overview for the citizens: every association alike, by theme and by place, in public words only (S2 Handlinger 7)."""

from typing import NamedTuple

from ..agreement.agreement import Agreement
from ..agreement.choices import Side, Theme
from ..agreement.publication import published
from ..text import Text, collation
from .asking import plain
from .catalogue import reached_at
from .portfolio import Entry, Portfolio
from .table import NAME, Cell, Form, Paper, Row, Table, rows, words

TITLE_OF = Text(da="Frivillige sociale foreninger og fællesskaber", en="Voluntary social associations and communities")
LEAD = Text(
    da="Her er foreninger, netværk og fællesskaber, som {municipality} samarbejder med. Alle er lige velkomne til at kontakte dem.",
    en="Here are associations, networks and communities that {municipality} works with. Everyone is equally welcome to contact them.",
)
THE_MUNICIPALITY = Text(da="kommunen", en="the municipality")
COLUMNS = (
    words("title", "Tilbud", "Offer"), words("parties", "Hvem står bag", "Who is behind it"), words("text", "Hvad sker der", "What happens"),
    words("target_group", "For hvem", "For whom"), words("places", "Hvor", "Where"), words("contact", "Kontakt", "Contact"),
    words("themes", "Område", "Theme", detail=True), NAME._replace(detail=True),
)  # fmt: skip


class Offer(NamedTuple):
    """What citizens may see of an agreement in force."""

    entry: Entry
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


def offers(whole: Portfolio) -> tuple[Offer, ...]:
    """The agreements in force that stand in the public overview, in Danish order."""
    found = (Offer(entry, public) for entry in whole.in_force if (public := published(entry.agreement)))
    return tuple(sorted(found, key=lambda one: collation(one.title)))


def lead(whole: Portfolio) -> Text:
    """The opening words."""
    return LEAD.filled(municipality=whole.profile.municipality or THE_MUNICIPALITY)


def overview(whole: Portfolio) -> Paper:
    """All offers, then their names by theme and by place."""
    every = offers(whole)
    main = Table("offers", Text(da="Alle tilbud", en="All offers"), COLUMNS, tuple(Row(cells(one), one.entry) for one in every))
    return Paper("overview", TITLE_OF, whole.today, (main, by_theme(every), by_place(every, whole)), (lead(whole),), public=True)


def cells(one: Offer) -> tuple[Cell, ...]:
    """An offer as a row."""
    group = one.public.target_group.text if one.public.target_group else None
    contact = reached_at(one.public) if any(party.contacts for party in one.public.parties) else None
    return (one.title, one.behind, one.text, group, one.public.geography or None, contact, one.public.theme or None, one.entry.name)


def by_theme(every: tuple[Offer, ...]) -> Table:
    """The names of the offers of each theme that has any."""
    columns = (words("theme", "Område", "Theme"), words("offers", "Tilbud", "Offers"))
    made = [(theme, names) for theme in Theme if (names := tuple(one.title for one in every if theme in one.public.theme))]
    return Table("themes", Text(da="Efter område", en="By theme"), columns, rows(made), form=Form.LIST)


def by_place(every: tuple[Offer, ...], whole: Portfolio) -> Table:
    """The names of the offers of each place that has any: the places of the profile in its order, then the others."""
    columns = (words("place", "Sted", "Place"), words("offers", "Tilbud", "Offers"))
    names: dict[str, list[str]] = {place: [] for place in places(every, whole)}
    for one in every:
        for place in dict.fromkeys(one.public.geography):
            names[str(place)].append(one.title)
    made = [(place, tuple(titles)) for place, titles in names.items()]
    return Table("places", Text(da="Efter sted", en="By place"), columns, rows(made), form=Form.LIST)


def places(every: tuple[Offer, ...], whole: Portfolio) -> tuple[str, ...]:
    """The places that offers name, those of the profile first."""
    own = [str(place) for place in whole.profile.places]
    named = dict.fromkeys(str(place) for one in every for place in one.public.geography)
    order = {plain(place): number for number, place in enumerate(own)}
    return tuple(sorted(named, key=lambda place: (order.get(plain(place), len(own)), collation(place))))
