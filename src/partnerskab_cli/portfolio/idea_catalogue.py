"""The catalogue: ideas that await a partner (S3: a catalogue of tasks for the associations to choose from)."""

from collections.abc import Iterator

from ..model.agreement import Agreement
from ..model.public_view import extract_shareable
from ..model.status import EffectiveStatus
from ..text.localized import Text
from .portfolio import Portfolio, PortfolioEntry
from .report import NAME, TITLE, Cell, PortfolioReport, ReportRow, ReportTable, text_column

TITLE_OF = Text(da="Katalog over idéer", en="Catalogue of ideas")
LEAD = Text(
    da="Idéer, der venter på nogen at gøre dem sammen med. Ring, og tag jeres egen med.",
    en="Ideas that wait for someone to carry them out with. Give a call, and bring your own.",
)
COLUMNS = (
    TITLE, text_column("purpose", "Formål", "Purpose"), text_column("target_group", "For hvem", "For whom"), text_column("places", "Hvor", "Where"),
    text_column("initiative", "Hvis idé", "Whose idea"), text_column("contact", "Kontakt", "Contact"), NAME._replace(detail=True),
)  # fmt: skip


def build_catalogue_report(portfolio: Portfolio) -> PortfolioReport:
    """Every idea that may be shown, in public words only."""
    rows = tuple(ReportRow(build_idea_cells(entry, public), entry) for entry, public in iter_public_ideas(portfolio))
    empty = Text(da="Der er ingen idéer lige nu.", en="There are no ideas just now.")
    return PortfolioReport(
        "catalogue", TITLE_OF, portfolio.today, (ReportTable("ideas", TITLE_OF, COLUMNS, rows, empty=empty),), (LEAD,), public=True
    )


def iter_public_ideas(portfolio: Portfolio) -> Iterator[tuple[PortfolioEntry, Agreement]]:
    """The ideas, each with its public part."""
    for entry in portfolio.list_with_status(EffectiveStatus.IDEA):
        if public := extract_shareable(entry.agreement):
            yield entry, public


def build_idea_cells(entry: PortfolioEntry, public: Agreement) -> tuple[Cell, ...]:
    """An idea in public words."""
    group = public.target_group.text if public.target_group else None
    return (
        public.title or entry.name,
        public.purpose,
        group,
        public.geography or None,
        public.initiative,
        list_public_contacts(public) or None,
        entry.name,
    )


def list_public_contacts(public: Agreement) -> tuple[str, ...]:
    """Where one can ask: the contacts that may be shown, else the parties."""
    contacts = tuple(
        ", ".join(filter(None, (party.name, contact.role, contact.mail, contact.phone)))
        for party in public.parties
        for contact in party.contacts
    )
    return contacts or tuple(party.name for party in public.parties)
