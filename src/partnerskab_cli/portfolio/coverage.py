"""The report of coverage: which places and which target groups the agreements reach."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from ..model.choices import Theme
from ..text.localized import Text, make_danish_sort_key
from .portfolio import Portfolio, PortfolioEntry
from .query import fold_name
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
    TableForm,
    join_titles,
    make_rows,
    number_column,
    text_column,
)

TITLE_OF = Text(da="Dækning", en="Coverage")
LEAD = Text(
    da="Hvor i kommunen og for hvem der er gældende aftaler. Nul er et spørgsmål til dialogmødet, ikke en fejl.",
    en="Where in the municipality and for whom agreements hold. A nought is a question for the dialogue meeting, not a fault.",
)
PLACES = (
    text_column("place", "Sted", "Place"), number_column("in_force", "Gældende", "In force"), text_column("agreements", "Aftaler", "Agreements"),
    number_column("on_the_way", "På vej", "On the way"),
)  # fmt: skip


def build_coverage_report(portfolio: Portfolio) -> PortfolioReport:
    """Places, places against themes, and target groups."""
    return PortfolioReport(
        "coverage",
        TITLE_OF,
        portfolio.today,
        (build_place_table(portfolio), build_theme_table(portfolio), build_target_group_table(portfolio)),
        (LEAD,),
    )


def list_places(portfolio: Portfolio) -> tuple[str, ...]:
    """The places of the profile in its order, then the others that agreements name."""
    known = {fold_name(place): str(place) for place in portfolio.profile.places}
    others = {
        fold_name(place): str(place) for entry in portfolio.entries for place in entry.agreement.geography if fold_name(place) not in known
    }
    return (*known.values(), *sorted(others.values(), key=make_danish_sort_key))


def group_by_place(entries: Iterable[PortfolioEntry]) -> Mapping[str, list[PortfolioEntry]]:
    """The agreements that name each place, by its plain name."""
    by_place: dict[str, list[PortfolioEntry]] = defaultdict(list)
    for entry in entries:
        for place in {fold_name(place) for place in entry.agreement.geography}:
            by_place[place].append(entry)
    return by_place


def build_place_table(portfolio: Portfolio) -> ReportTable:
    """The agreements of each place."""
    rows, holding, coming = [], group_by_place(portfolio.in_force), group_by_place(portfolio.on_the_way)
    for place in list_places(portfolio):
        here = holding.get(fold_name(place), [])
        rows.append((place, len(here), join_titles(here), len(coming.get(fold_name(place), ()))))
    chart = Chart("place", ("in_force", "on_the_way"))
    nowhere = join_titles([entry for entry in portfolio.in_force if not entry.agreement.geography])
    notes = (NOWHERE.format(names=nowhere),) if nowhere else ()
    return ReportTable("places", Text(da="Sted for sted", en="Place by place"), PLACES, make_rows(rows), notes, chart=chart)


NOWHERE = Text(da="Uden sted: {names}.", en="Without a place: {names}.")


def build_theme_table(portfolio: Portfolio) -> ReportTable:
    """How many agreements in force each theme has in each place."""
    places = list_places(portfolio)
    columns = (
        text_column("theme", "Område", "Theme"), *(ReportColumn(f"place_{number}", Text(place, place), ColumnKind.NUMBER) for number, place in enumerate(places, 1)),
        number_column("in_force", "I alt", "In all"),
    )  # fmt: skip
    rows: list[tuple[Cell, ...]] = []
    for theme in Theme:
        holding = [entry for entry in portfolio.in_force if theme in entry.agreement.theme]
        here = group_by_place(holding)
        rows.append((theme, *(len(here.get(fold_name(place), ())) for place in places), len(holding)))
    return ReportTable("themes", Text(da="Områder og steder", en="Themes and places"), columns, make_rows(rows), form=TableForm.MATRIX)


def build_target_group_table(portfolio: Portfolio) -> ReportTable:
    """Whom each agreement in force is for."""
    columns = (
        text_column("target_group", "Målgruppe", "Target group"), text_column("age", "Alder", "Age"), number_column("people", "Antal", "Number"),
        text_column("places", "Steder", "Places"), TITLE, STATUS._replace(detail=True), NAME._replace(detail=True),
    )  # fmt: skip
    rows = []
    for entry in portfolio.in_force:
        if group := entry.agreement.target_group:
            cells = (group.text, group.age, group.number, entry.agreement.geography or None, entry.title, entry.standing, entry.name)
            rows.append(ReportRow(cells, entry))
    return ReportTable("target_groups", Text(da="Målgrupper", en="Target groups"), columns, tuple(rows))


def list_uncovered_places(portfolio: Portfolio) -> tuple[str, ...]:
    """The places of the profile that no agreement in force reaches."""
    reached = group_by_place(portfolio.in_force)
    return tuple(str(place) for place in portfolio.profile.places if fold_name(place) not in reached)
