"""The insurance list: which efforts are registered, and which still wait (S2 Samarbejde; serviceloven § 18 a)."""

from ..model.choices import Side
from ..model.field import Choice, choice_label
from ..model.people import Insurance
from ..model.status import find_last_end
from ..text.localized import Text
from .portfolio import Portfolio, PortfolioEntry
from .report import NAME, TITLE, PortfolioReport, ReportRow, ReportTable, date_column, text_column

TITLE_OF = Text(da="Forsikringsliste", en="Insurance list")
LEAD = Text(
    da="En indsats er dækket af kommunens forsikring, når den er indmeldt, godkendt og står på listen.",
    en="An effort is covered by the municipal insurance when it is reported, approved and on the list.",
)


class InsuranceState(Choice):
    """How far an effort is from being covered, the nearest last."""

    UNSTATED = choice_label("ikke_angivet", "Ikke angivet", "Not stated")
    NOT_REPORTED = choice_label("ikke_indmeldt", "Skal indmeldes", "To be reported")
    REPORTED = choice_label("indmeldt", "Venter på godkendelse", "Awaits approval")
    APPROVED = choice_label("godkendt", "Venter på at komme på listen", "Awaits the list")
    REGISTERED = choice_label("registreret", "På listen", "On the list")
    OWN = choice_label("egen", "Egen forsikring", "Own insurance")


COLUMNS = (
    TITLE, text_column("association", "Forening", "Association"), text_column("cover", "Dækning", "Cover"), date_column("reported", "Indmeldt", "Reported"),
    date_column("approved", "Godkendt", "Approved"), date_column("registered", "På listen", "On the list"), text_column("own", "Egen forsikring", "Own insurance"),
    date_column("start", "Begynder", "Begins", detail=True), date_column("end", "Slutter", "Ends", detail=True), NAME._replace(detail=True),
)  # fmt: skip


def build_insurance_report(portfolio: Portfolio) -> PortfolioReport:
    """The efforts in force that say something of insurance or work beside the municipality's staff, those that wait first."""
    covers = [(rate_cover(entry.agreement.insurance), entry) for entry in portfolio.in_force if needs_insurance(entry)]
    covers.sort(key=lambda pair: list(InsuranceState).index(pair[0]))
    rows = tuple(build_insurance_row(state, entry) for state, entry in covers)
    return PortfolioReport("insurance-list", TITLE_OF, portfolio.today, (ReportTable("insurance", TITLE_OF, COLUMNS, rows),), (LEAD,))


def needs_insurance(entry: PortfolioEntry) -> bool:
    """Whether insurance is a question: it is answered, or volunteers and staff work side by side."""
    return bool(entry.agreement.insurance or (entry.agreement.interplay and "insurance" not in entry.agreement.aside))


def rate_cover(stated: Insurance | None) -> InsuranceState:
    """How far an effort is from being covered."""
    if stated is None or not (stated.municipal or stated.own):
        return InsuranceState.UNSTATED
    if not stated.municipal:
        return InsuranceState.OWN
    if stated.registered:
        return InsuranceState.REGISTERED
    return InsuranceState.APPROVED if stated.approved else InsuranceState.REPORTED if stated.reported else InsuranceState.NOT_REPORTED


def build_insurance_row(state: InsuranceState, entry: PortfolioEntry) -> ReportRow:
    """An effort as a row."""
    stated, period = entry.agreement.insurance, entry.agreement.period
    steps = (stated.reported, stated.approved, stated.registered, stated.own) if stated else (None, None, None, None)
    days = (period.start if period else None, find_last_end(entry.agreement))
    return ReportRow((entry.title, entry.list_party_names(Side.VOLUNTARY), state, *steps, *days, entry.name), entry)
