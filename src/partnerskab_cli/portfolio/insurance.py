"""The insurance list: which efforts are registered, and which still wait (S2 Samarbejde; serviceloven § 18 a)."""

from ..agreement.choices import Side
from ..agreement.field import Choice, word
from ..agreement.people import Insurance
from ..agreement.standing import last_end
from ..text import Text
from .portfolio import Entry, Portfolio
from .table import NAME, TITLE, Paper, Row, Table, day, words

TITLE_OF = Text(da="Forsikringsliste", en="Insurance list")
LEAD = Text(
    da="En indsats er dækket af kommunens forsikring, når den er indmeldt, godkendt og står på listen.",
    en="An effort is covered by the municipal insurance when it is reported, approved and on the list.",
)


class Cover(Choice):
    """How far an effort is from being covered, the nearest last."""

    UNSTATED = word("ikke_angivet", "Ikke angivet", "Not stated")
    NOT_REPORTED = word("ikke_indmeldt", "Skal indmeldes", "To be reported")
    REPORTED = word("indmeldt", "Venter på godkendelse", "Awaits approval")
    APPROVED = word("godkendt", "Venter på at komme på listen", "Awaits the list")
    REGISTERED = word("registreret", "På listen", "On the list")
    OWN = word("egen", "Egen forsikring", "Own insurance")


COLUMNS = (
    TITLE, words("association", "Forening", "Association"), words("cover", "Dækning", "Cover"), day("reported", "Indmeldt", "Reported"),
    day("approved", "Godkendt", "Approved"), day("registered", "På listen", "On the list"), words("own", "Egen forsikring", "Own insurance"),
    day("start", "Begynder", "Begins", detail=True), day("end", "Slutter", "Ends", detail=True), NAME._replace(detail=True),
)  # fmt: skip


def insurance(whole: Portfolio) -> Paper:
    """The efforts in force that say something of insurance or work beside the municipality's staff, those that wait first."""
    found = [(cover(entry.agreement.insurance), entry) for entry in whole.in_force if concerned(entry)]
    found.sort(key=lambda one: list(Cover).index(one[0]))
    made = tuple(row(state, entry) for state, entry in found)
    return Paper("insurance-list", TITLE_OF, whole.today, (Table("insurance", TITLE_OF, COLUMNS, made),), (LEAD,))


def concerned(entry: Entry) -> bool:
    """Whether insurance is a question: it is answered, or volunteers and staff work side by side."""
    return bool(entry.agreement.insurance or (entry.agreement.interplay and "insurance" not in entry.agreement.aside))


def cover(stated: Insurance | None) -> Cover:
    """How far an effort is from being covered."""
    if stated is None or not (stated.municipal or stated.own):
        return Cover.UNSTATED
    if not stated.municipal:
        return Cover.OWN
    if stated.registered:
        return Cover.REGISTERED
    return Cover.APPROVED if stated.approved else Cover.REPORTED if stated.reported else Cover.NOT_REPORTED


def row(state: Cover, entry: Entry) -> Row:
    """An effort as a row."""
    stated, period = entry.agreement.insurance, entry.agreement.period
    steps = (stated.reported, stated.approved, stated.registered, stated.own) if stated else (None, None, None, None)
    days = (period.start if period else None, last_end(entry.agreement))
    return Row((entry.title, entry.parties(Side.VOLUNTARY), state, *steps, *days, entry.name), entry)
