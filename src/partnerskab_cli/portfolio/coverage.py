"""The report of coverage: which places and which target groups the agreements reach."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from ..agreement.choices import Theme
from ..text import Text, collation
from .asking import plain
from .portfolio import Entry, Portfolio
from .rows import named
from .table import NAME, STATUS, TITLE, Cell, Chart, Column, Form, Kind, Paper, Row, Table, number, rows, words

TITLE_OF = Text(da="Dækning", en="Coverage")
LEAD = Text(
    da="Hvor i kommunen og for hvem der er gældende aftaler. Nul er et spørgsmål til dialogmødet, ikke en fejl.",
    en="Where in the municipality and for whom agreements hold. A nought is a question for the dialogue meeting, not a fault.",
)
PLACES = (
    words("place", "Sted", "Place"), number("in_force", "Gældende", "In force"), words("agreements", "Aftaler", "Agreements"),
    number("on_the_way", "På vej", "On the way"),
)  # fmt: skip


def coverage(whole: Portfolio) -> Paper:
    """Places, places against themes, and target groups."""
    return Paper("coverage", TITLE_OF, whole.today, (by_place(whole), by_theme(whole), target_groups(whole)), (LEAD,))


def places(whole: Portfolio) -> tuple[str, ...]:
    """The places of the profile in its order, then the others that agreements name."""
    known = {plain(place): str(place) for place in whole.profile.places}
    others = {plain(place): str(place) for entry in whole.entries for place in entry.agreement.geography if plain(place) not in known}
    return (*known.values(), *sorted(others.values(), key=collation))


def group_by_place(entries: Iterable[Entry]) -> Mapping[str, list[Entry]]:
    """The agreements that name each place, by its plain name."""
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        for place in {plain(one) for one in entry.agreement.geography}:
            found[place].append(entry)
    return found


def by_place(whole: Portfolio) -> Table:
    """The agreements of each place."""
    made, holding, coming = [], group_by_place(whole.in_force), group_by_place(whole.on_the_way)
    for place in places(whole):
        here = holding.get(plain(place), [])
        made.append((place, len(here), named(here), len(coming.get(plain(place), ()))))
    chart = Chart("place", ("in_force", "on_the_way"))
    nowhere = named([entry for entry in whole.in_force if not entry.agreement.geography])
    notes = (NOWHERE.filled(names=nowhere),) if nowhere else ()
    return Table("places", Text(da="Sted for sted", en="Place by place"), PLACES, rows(made), notes, chart=chart)


NOWHERE = Text(da="Uden sted: {names}.", en="Without a place: {names}.")


def by_theme(whole: Portfolio) -> Table:
    """How many agreements in force each theme has in each place."""
    every = places(whole)
    columns = (
        words("theme", "Område", "Theme"), *(Column(f"place_{number}", Text(one, one), Kind.NUMBER) for number, one in enumerate(every, 1)),
        number("in_force", "I alt", "In all"),
    )  # fmt: skip
    made: list[tuple[Cell, ...]] = []
    for theme in Theme:
        holding = [entry for entry in whole.in_force if theme in entry.agreement.theme]
        here = group_by_place(holding)
        made.append((theme, *(len(here.get(plain(place), ())) for place in every), len(holding)))
    return Table("themes", Text(da="Områder og steder", en="Themes and places"), columns, rows(made), form=Form.MATRIX)


def target_groups(whole: Portfolio) -> Table:
    """Whom each agreement in force is for."""
    columns = (
        words("target_group", "Målgruppe", "Target group"), words("age", "Alder", "Age"), number("people", "Antal", "Number"),
        words("places", "Steder", "Places"), TITLE, STATUS._replace(detail=True), NAME._replace(detail=True),
    )  # fmt: skip
    made = []
    for entry in whole.in_force:
        if group := entry.agreement.target_group:
            cells = (group.text, group.age, group.number, entry.agreement.geography or None, entry.title, entry.standing, entry.name)
            made.append(Row(cells, entry))
    return Table("target_groups", Text(da="Målgrupper", en="Target groups"), columns, tuple(made))


def holes(whole: Portfolio) -> tuple[str, ...]:
    """The places of the profile that no agreement in force reaches."""
    reached = group_by_place(whole.in_force)
    return tuple(str(place) for place in whole.profile.places if plain(place) not in reached)
