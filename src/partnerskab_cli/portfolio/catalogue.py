"""The catalogue: ideas that await a partner (S3: a catalogue of tasks for the associations to choose from)."""

from collections.abc import Iterator

from ..agreement.agreement import Agreement
from ..agreement.publication import showable
from ..agreement.standing import Standing
from ..text import Text
from .portfolio import Entry, Portfolio
from .table import NAME, TITLE, Cell, Paper, Row, Table, words

TITLE_OF = Text(da="Katalog over idéer", en="Catalogue of ideas")
LEAD = Text(
    da="Idéer, der venter på nogen at gøre dem sammen med. Ring, og tag jeres egen med.",
    en="Ideas that wait for someone to carry them out with. Give a call, and bring your own.",
)
COLUMNS = (
    TITLE, words("purpose", "Formål", "Purpose"), words("target_group", "For hvem", "For whom"), words("places", "Hvor", "Where"),
    words("initiative", "Hvis idé", "Whose idea"), words("contact", "Kontakt", "Contact"), NAME._replace(detail=True),
)  # fmt: skip


def catalogue(whole: Portfolio) -> Paper:
    """Every idea that may be shown, in public words only."""
    made = tuple(Row(cells(entry, public), entry) for entry, public in ideas(whole))
    empty = Text(da="Der er ingen idéer lige nu.", en="There are no ideas just now.")
    return Paper("catalogue", TITLE_OF, whole.today, (Table("ideas", TITLE_OF, COLUMNS, made, empty=empty),), (LEAD,), public=True)


def ideas(whole: Portfolio) -> Iterator[tuple[Entry, Agreement]]:
    """The ideas, each with its public part."""
    for entry in whole.standing(Standing.IDEA):
        if public := showable(entry.agreement):
            yield entry, public


def cells(entry: Entry, public: Agreement) -> tuple[Cell, ...]:
    """An idea in public words."""
    group = public.target_group.text if public.target_group else None
    return (
        public.title or entry.name,
        public.purpose,
        group,
        public.geography or None,
        public.initiative,
        reached_at(public) or None,
        entry.name,
    )


def reached_at(public: Agreement) -> tuple[str, ...]:
    """Where one can ask: the contacts that may be shown, else the parties."""
    contacts = tuple(
        ", ".join(filter(None, (party.name, one.role, one.mail, one.phone))) for party in public.parties for one in party.contacts
    )
    return contacts or tuple(party.name for party in public.parties)
