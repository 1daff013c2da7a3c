"""How an agreement stands, in words: its status, from when, and whether it is signed."""

from ..model.record import UNREAD
from ..model.signing import SIGNED_FORMS
from ..model.status import IN_FORCE, NOT_BEGUN
from ..text.localized import Text, decapitalize
from .portfolio import PortfolioEntry

BEGINS = Text(da="Begynder {day}", en="Begins {day}")
UNREADABLE = Text(da="Kan ikke læses; regnes som {status}", en="Cannot be read; counted as {status}")
WITH = Text(da="{status}, {signed}", en="{status}, {signed}")
UNSIGNED = Text(da="ikke underskrevet", en="not signed")
NOT_RECORDED = Text(da="underskrift ikke registreret", en="no signature recorded")
LACKING = Text(da="mangler underskrift fra {names}", en="signature missing from {names}")


def describe_status(entry: PortfolioEntry) -> Text:
    """`Begynder 1. februar 2027, ikke underskrevet`."""
    if entry.agreement.aside.get("status") == UNREAD and entry.standing not in NOT_BEGUN:
        return UNREADABLE.format(status=decapitalize(entry.standing.value.label))
    period, signed = entry.agreement.period, describe_missing_signatures(entry)
    begins = BEGINS.format(day=period.start) if entry.standing in NOT_BEGUN and period else entry.standing.value.label
    return WITH.format(status=begins, signed=signed) if signed else begins


def describe_missing_signatures(entry: PortfolioEntry) -> Text | None:
    """What is missing of the signatures of an agreement in force; nothing where all have signed, or nobody needs to."""
    if entry.standing not in IN_FORCE or entry.agreement.formality not in SIGNED_FORMS or entry.signings.is_complete():
        return None
    if not entry.agreement.signatures:
        return UNSIGNED if entry.standing in NOT_BEGUN else NOT_RECORDED
    return LACKING.format(names=tuple(name for party in entry.signings.parties for name in party.missing_names))
