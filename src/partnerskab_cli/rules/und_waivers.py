"""Chapter UND: waivers, the rules an agreement asks to be spared from. The engine applies them; their words stand here."""

from collections.abc import Iterator

from ..diagnostics import Severity
from ..model.agreement import Agreement
from ..model.record import Finding, make_finding
from ..model.terms import Waiver
from ..text.localized import Text
from .rule import CheckDates, Rule

ERROR, WARNING, ADVICE = Severity.ERROR, Severity.WARNING, Severity.ADVICE


def groundless(agreement: Agreement) -> Iterator[Finding]:
    """Waivers without a reason."""
    for waiver in agreement.waivers:
        if not waiver.because:
            yield make_finding(waiver, Waiver.because, rule=waiver.rule)


UND01 = Rule(
    "UND01",
    ERROR,
    says=Text(da="Undtagelsen fra {rule} har ingen grund.", en="The waiver of {rule} has no reason."),
    cure=Text(da="skriv `fordi`, så andre kan forstå den", en="write `because`, so that others can understand it"),
    why=Text(
        da="En undtagelse er et valg, I har truffet; grunden gør, at det kan gennemgås som resten.",
        en="A waiver is a choice you made; the reason lets it be reviewed like the rest.",
    ),
    source="practice",
    bad="undtagelser: {regel: TJK13}",
    good="undtagelser: {regel: TJK13, fordi: Tilbuddet er anonymt.}\nformidling:",
    forms="SPT",
    check=groundless,
)


def expired(agreement: Agreement, moment: CheckDates) -> Iterator[Finding]:
    """Waivers whose last day has passed."""
    for waiver in agreement.waivers:
        if waiver.until and waiver.until < moment.today:
            yield make_finding(waiver, Waiver.until, rule=waiver.rule, date=waiver.until)


UND02 = Rule(
    "UND02",
    WARNING,
    says=Text(da="Undtagelsen fra {rule} udløb {date}.", en="The waiver of {rule} expired on {date}."),
    cure=Text(da="ret det, reglen handler om, eller giv en ny dato", en="mend what the rule is about, or give a new date"),
    why=Text(da="Reglen taler igen, når undtagelsen er løbet ud.", en="The rule speaks again when the waiver has run out."),
    source="practice",
    bad="undtagelser: {regel: TJK07, fordi: Vi venter på udvalget., til: 2025-12-31}",
    good="undtagelser: {regel: TJK13, fordi: Vi venter på udvalget., til: 2026-12-31}\nformidling:",
    forms="SPT",
    after=("UND01", "UND04"),
    check_on=expired,
)

UND03 = Rule(
    "UND03",
    ADVICE,
    says=Text(da="Undtagelsen fra {rule} gør ingen forskel mere.", en="The waiver of {rule} makes no difference any more."),
    cure=Text(da="slet den", en="delete it"),
    why=Text(
        da="En undtagelse, der ikke bruges, skjuler den næste fejl af samme slags.",
        en="A waiver that is not used hides the next mistake of its kind.",
    ),
    source="practice",
    bad="undtagelser: {regel: TJK13, fordi: Tilbuddet er anonymt.}",
    good="undtagelser: {regel: TJK13, fordi: Tilbuddet er anonymt.}\nformidling:",
    forms="SPT",
    after=("UND01", "UND02", "UND04"),
)

UND04 = Rule(
    "UND04",
    ERROR,
    says=Text(da="{rule} kan ikke undtages.", en="{rule} cannot be waived."),
    cure=Text(da="slet undtagelsen, og ret det, reglen handler om", en="delete the waiver and mend what the rule is about"),
    why=Text(
        da="Uden en fil, der kan læses, og uden beskyttelse af CPR-numre er resten intet værd.",
        en="Without a file that can be read, and without protection of CPR numbers, the rest is worth nothing.",
    ),
    source="practice",
    bad="undtagelser: {regel: STR02, fordi: Vi vil have vores eget felt.}",
    good="undtagelser: {regel: TJK13, fordi: Tilbuddet er anonymt.}\nformidling:",
    forms="SPT",
)

RULES = (UND01, UND02, UND03, UND04)
