"""The reports by the names they have on the command line; only the named one is imported."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from ..lazy import lazy
from ..text import Text
from .asking import plain
from .portfolio import Portfolio
from .rows import unreadable, unsure
from .table import Paper

Report = Callable[[Portfolio], Paper]


class Listed(NamedTuple):
    """A report as it stands in a list: its Danish name, what makes it, and what it tells."""

    danish: str
    build: Report
    tells: Text


REPORTS: Mapping[str, Listed] = {
    "summary": Listed("overblik", lazy("portfolio.summary:summary"), Text(da="alt på ét papir", en="everything on one paper")),
    "overview": Listed(
        "oversigt", lazy("portfolio.overview:overview"), Text(da="den årlige oversigt til borgerne", en="the yearly overview for citizens")
    ),
    "dialogue-meeting": Listed(
        "dialogmøde", lazy("portfolio.meeting:meeting"), Text(da="stof til dialogmødet", en="material for the dialogue meeting")
    ),
    "deadlines": Listed("frister", lazy("portfolio.deadlines:deadlines"), Text(da="alt, der har en dag", en="everything that has a day")),
    "economy": Listed(
        "økonomi",
        lazy("portfolio.economy:economy"),
        Text(da="tilskud år for år og § 18-rammen", en="grants year by year and the section 18 frame"),
    ),
    "insurance-list": Listed(
        "forsikringsliste",
        lazy("portfolio.insurance:insurance"),
        Text(da="hvad der er forsikret, og hvad der venter", en="what is insured and what waits"),
    ),
    "checklist": Listed(
        "tjekliste",
        lazy("portfolio.checklist:checklist"),
        Text(da="de 13 punkter, aftale for aftale", en="the 13 points, agreement by agreement"),
    ),
    "principles": Listed(
        "holdepunkter", lazy("portfolio.principles:principles"), Text(da="kommunens holdepunkter", en="the principles of the municipality")
    ),
    "policy": Listed(
        "politik",
        lazy("portfolio.policy:policy"),
        Text(da="politikkens mål og handlinger, og hullerne", en="goals and actions of the policy, and the holes"),
    ),
    "coverage": Listed(
        "dækning", lazy("portfolio.coverage:coverage"), Text(da="steder, områder og målgrupper", en="places, themes and target groups")
    ),
    "fragility": Listed(
        "sårbarhed", lazy("portfolio.fragility:fragility"), Text(da="det, der hænger på én person", en="what hangs on one person")
    ),
    "catalogue": Listed(
        "katalog", lazy("portfolio.catalogue:catalogue"), Text(da="idéer, der venter på en partner", en="ideas that wait for a partner")
    ),
    "learning": Listed(
        "læring", lazy("portfolio.learning:learning"), Text(da="resultater, og hvad I lærte", en="results, and what you learnt")
    ),
    "partnership-test": Listed(
        "partnerskabstest", lazy("portfolio.partnership:partnership"), Text(da="de seks kendetegn", en="the six marks")
    ),
    "development": Listed(
        "udvikling", lazy("portfolio.development:development"), Text(da="to tidspunkter side om side", en="two times side by side")
    ),
}
"""English name → report. `development` takes a second portfolio."""
USUAL = "summary"
NAMES = {plain(name): english for english, listed in REPORTS.items() for name in (english, listed.danish)}


def report_named(name: str) -> str | None:
    """The English name of a report by any of its spellings."""
    return NAMES.get(plain(name))


def paper_of(name: str, whole: Portfolio) -> Paper:
    """A report, with what could not be read of the record."""
    return completed(REPORTS[name].build(whole), whole)


def completed(paper: Paper, whole: Portfolio) -> Paper:
    """A paper with the files that could not be read, and a note on what is left out of the others; a public paper only counts them."""
    if paper.public:
        missing = len(whole.broken)
        note = Text(
            da="{count} {count:fil kunne|filer kunne} ikke læses og er ikke med.",
            en="{count} {count:file|files} could not be read and {count:is|are} left out.",
        )
        return paper._replace(lead=(*paper.lead, note.filled(count=missing))) if missing else paper
    return paper._replace(tables=(*paper.tables, *unreadable(whole)), lead=(*paper.lead, *unsure(whole)))
