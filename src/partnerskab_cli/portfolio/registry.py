"""The reports by the names they have on the command line; only the named one is imported."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from ..lazy import lazy
from ..text.localized import Text
from .portfolio import Portfolio
from .query import fold_name
from .report import PortfolioReport, build_unreadable_table, note_unreadable_parts

Report = Callable[[Portfolio], PortfolioReport]


class ReportInfo(NamedTuple):
    """A report as it stands in a list: its Danish name, what makes it, and what it tells."""

    danish: str
    build: Report
    tells: Text


REPORTS: Mapping[str, ReportInfo] = {
    "summary": ReportInfo(
        "overblik", lazy("portfolio.summary:build_summary_report"), Text(da="alt på ét papir", en="everything on one paper")
    ),
    "overview": ReportInfo(
        "oversigt",
        lazy("portfolio.public_overview:build_overview_report"),
        Text(da="den årlige oversigt til borgerne", en="the yearly overview for citizens"),
    ),
    "dialogue-meeting": ReportInfo(
        "dialogmøde",
        lazy("portfolio.dialogue_meeting:build_meeting_report"),
        Text(da="stof til dialogmødet", en="material for the dialogue meeting"),
    ),
    "deadlines": ReportInfo(
        "frister", lazy("portfolio.deadlines:build_deadlines_report"), Text(da="alt, der har en dag", en="everything that has a day")
    ),
    "economy": ReportInfo(
        "økonomi",
        lazy("portfolio.economy:build_economy_report"),
        Text(da="tilskud år for år og § 18-rammen", en="grants year by year and the section 18 frame"),
    ),
    "insurance-list": ReportInfo(
        "forsikringsliste",
        lazy("portfolio.insurance:build_insurance_report"),
        Text(da="hvad der er forsikret, og hvad der venter", en="what is insured and what waits"),
    ),
    "checklist": ReportInfo(
        "tjekliste",
        lazy("portfolio.checklist:build_checklist_report"),
        Text(da="de 13 punkter, aftale for aftale", en="the 13 points, agreement by agreement"),
    ),
    "principles": ReportInfo(
        "holdepunkter",
        lazy("portfolio.principles:build_principles_report"),
        Text(da="kommunens holdepunkter", en="the principles of the municipality"),
    ),
    "policy": ReportInfo(
        "politik",
        lazy("portfolio.policy:build_policy_report"),
        Text(da="politikkens mål og handlinger, og hullerne", en="goals and actions of the policy, and the holes"),
    ),
    "coverage": ReportInfo(
        "dækning",
        lazy("portfolio.coverage:build_coverage_report"),
        Text(da="steder, områder og målgrupper", en="places, themes and target groups"),
    ),
    "fragility": ReportInfo(
        "sårbarhed",
        lazy("portfolio.single_contacts:build_single_contact_report"),
        Text(da="det, der hænger på én person", en="what hangs on one person"),
    ),
    "catalogue": ReportInfo(
        "katalog",
        lazy("portfolio.idea_catalogue:build_catalogue_report"),
        Text(da="idéer, der venter på en partner", en="ideas that wait for a partner"),
    ),
    "learning": ReportInfo(
        "læring",
        lazy("portfolio.learning:build_learning_report"),
        Text(da="resultater, og hvad I lærte", en="results, and what you learnt"),
    ),
    "partnership-test": ReportInfo(
        "partnerskabstest", lazy("portfolio.partnership_test:build_partnership_report"), Text(da="de seks kendetegn", en="the six marks")
    ),
    "development": ReportInfo(
        "udvikling",
        lazy("portfolio.development:build_development_report"),
        Text(da="to tidspunkter side om side", en="two times side by side"),
    ),
}
"""English name → report. `development` takes a second portfolio."""
USUAL = "summary"
NAMES = {fold_name(name): english for english, listed in REPORTS.items() for name in (english, listed.danish)}


def find_report_name(name: str) -> str | None:
    """The English name of a report by any of its spellings."""
    return NAMES.get(fold_name(name))


def build_report(name: str, portfolio: Portfolio) -> PortfolioReport:
    """A report, with what could not be read of the record."""
    return append_unreadable(REPORTS[name].build(portfolio), portfolio)


def append_unreadable(report: PortfolioReport, portfolio: Portfolio) -> PortfolioReport:
    """A paper with the files that could not be read, and a note on what is left out of the others; a public paper only counts them."""
    if report.public:
        missing = len(portfolio.broken)
        note = Text(
            da="{count} {count:fil kunne|filer kunne} ikke læses og er ikke med.",
            en="{count} {count:file|files} could not be read and {count:is|are} left out.",
        )
        return report._replace(lead=(*report.lead, note.format(count=missing))) if missing else report
    return report._replace(
        tables=(*report.tables, *build_unreadable_table(portfolio)), lead=(*report.lead, *note_unreadable_parts(portfolio))
    )
