"""Chapter TYP: the three types of partnership. A type describes, it does not permit."""

from collections.abc import Iterator

from ..diagnostics import Severity
from ..model.agreement import Agreement
from ..model.amounts import count_months_between
from ..model.choices import PartnershipType
from ..model.cooperation import Control
from ..model.purpose import Needs
from ..model.record import Finding, field_path, make_finding
from ..model.requirements import is_unanswered
from ..model.time import Period
from ..profile.profile import Profile
from ..text.localized import Text
from .phrases import make_claim_check
from .required_fields import A_GRANT, AN_EVALUATION, make_required_check
from .rule import NOT_IDEA, Rule

WARNING, ADVICE = Severity.WARNING, Severity.ADVICE

TYP01 = Rule(
    "TYP01",
    ADVICE,
    says=Text(
        da="Er det uddelegering, samskabelse eller samproduktion?",
        en="Is it delegation, co-creation or co-production?",
    ),
    cure=Text(
        da="skriv `type`; det hjælper jer til at tale om rollerne, og `ikke_valgt` er også et svar",
        en="write `partnership_type`; it helps you to talk about roles, and `not_chosen` is an answer too",
    ),
    why=Text(
        da="De tre typer har hver deres magtbalance; det er godt at vide, hvilken I er i.",
        en="Each of the three types has its own balance of power; it is good to know which one you are in.",
    ),
    source="S1 Forskellige typer af partnerskaber",
    bad="type:",
    good="type: samskabelse",
    forms="P",
    statuses=NOT_IDEA,
    after=("STR02", "STR04"),
    check=make_required_check(field_path(Agreement.partnership_type)),
)


def delegated_without_looking(agreement: Agreement) -> Iterator[Finding]:
    """A delegation with a grant, and no evaluation."""
    if agreement.partnership_type is PartnershipType.DELEGATION and agreement.grant and is_unanswered(agreement, EVALUATION):
        yield make_finding(agreement, Agreement.evaluation)


EVALUATION = Agreement.names["evaluering"]

TYP02 = Rule(
    "TYP02",
    WARNING,
    says=Text(
        da="Ved uddelegering med tilskud plejer der at være en evaluering.",
        en="Delegation with a grant usually has an evaluation.",
    ),
    cure=Text(
        da="aftal en enkel `evaluering`, fx en samtale om året", en="agree on a simple `evaluation`, a talk once a year for instance"
    ),
    why=Text(
        da="Når kommunen sætter rammen og betaler, vil den også vide, hvad der kom ud af det.",
        en="When the municipality frames and pays, it also wants to know what came of it.",
    ),
    source="S1 Det traditionelle partnerskab",
    bad=f"type: uddelegering\n{A_GRANT}",
    good=f"type: uddelegering\n{A_GRANT}\n{AN_EVALUATION}",
    forms="TMSP",
    statuses=NOT_IDEA,
    check=delegated_without_looking,
)

FIXED_FRAME = 4
"""From here on, of five, the frame is fixed."""


def steered_co_production(agreement: Agreement) -> Iterator[Finding]:
    """A co-production that is firmly steered."""
    control = agreement.control_and_risk
    if agreement.partnership_type is PartnershipType.CO_PRODUCTION and control and (control.degree or 0) >= FIXED_FRAME:
        yield make_finding(control, Control.degree, degree=control.degree)


TYP03 = Rule(
    "TYP03",
    ADVICE,
    says=Text(
        da="Samproduktion bygger på ligeværd og et åbent resultat, men I har sat styringen til {degree} af 5.",
        en="Co-production builds on equality and an open result, but you have set control to {degree} of 5.",
    ),
    cure=Text(
        da="passer det? Ellers sæt `grad` ned, eller vælg en anden `type`",
        en="does that fit? Otherwise set `degree` lower, or choose another `partnership_type`",
    ),
    why=Text(
        da="Er resultatet givet på forhånd, er det ikke noget, I finder frem til sammen.",
        en="If the result is given beforehand, it is nothing you arrive at together.",
    ),
    source="S1 Det samproducerende partnerskab",
    bad="type: samproduktion\nstyring: {grad: 4, tekst: Rammen ligger fast.}",
    good="type: samproduktion\nstyring: {grad: 2, tekst: Vi prøver os frem.}",
    forms="PSTM",
    check=steered_co_production,
)


def short_co_production(agreement: Agreement, profile: Profile) -> Iterator[Finding]:
    """A co-production for fewer months than the profile finds long."""
    period = agreement.period
    if agreement.partnership_type is PartnershipType.CO_PRODUCTION and period and period.end and period.end >= period.start:
        months = count_months_between(period.start, period.end)
        if months < profile.limits.co_production_months:
            yield make_finding(period, Period.end, months=months)


TYP04 = Rule(
    "TYP04",
    ADVICE,
    says=Text(
        da="Samproduktion er et langt, sejt træk, og aftalen gælder i {months} {months:måned|måneder}.",
        en="Co-production is a long haul, and the agreement runs for {months} {months:month|months}.",
    ),
    cure=Text(da="er det nok?", en="is that enough?"),
    why=Text(
        da="Tillid og nye løsninger tager tid; et kort forløb når sjældent frem til dem.",
        en="Trust and new solutions take time; a short course seldom reaches them.",
    ),
    source="S1 Det samproducerende partnerskab",
    bad="type: samproduktion\nperiode: {start: 2026-01-01, slut: 2026-08-31}",
    good="type: samproduktion\nperiode: {start: 2026-01-01, slut: 2028-12-31}",
    forms="SPTM",
    after=("DAT01",),
    check_by=short_co_production,
)


def unfound_core(agreement: Agreement) -> Iterator[Finding]:
    """A co-creation that does not say how the parties found the heart of the problem."""
    if agreement.partnership_type is PartnershipType.CO_CREATION:
        if agreement.needs is None:
            yield make_finding(agreement, Agreement.needs)
        elif not agreement.needs.found_how:
            yield make_finding(agreement.needs, Needs.found_how)


TYP05 = Rule(
    "TYP05",
    ADVICE,
    says=Text(
        da="Hvordan fandt I sammen frem til kernen i problemet?",
        en="How did you find the heart of the problem together?",
    ),
    cure=Text(da="skriv det under `behov.fundet`", en="write it under `needs.found_how`"),
    why=Text(
        da="Samskabelse begynder med, at I sammen undersøger, hvad problemet egentlig er.",
        en="Co-creation begins with your exploring together what the problem really is.",
    ),
    source="S1 Det samskabende partnerskab",
    bad="type: samskabelse\nbehov: {tekst: Mange er alene i weekenden., kilde: sundhedsprofilen}",
    good="type: samskabelse\nbehov: {tekst: Mange er alene i weekenden., kilde: sundhedsprofilen, fundet: Vi spurgte 40 borgere.}",
    forms="PSTM",
    statuses=NOT_IDEA,
    after=("TJK01",),
    check=unfound_core,
)


TYP06 = Rule(
    "TYP06",
    ADVICE,
    says=Text(da="Aftalen binder metoden: »{text}«.", en="The agreement ties the method: “{text}”."),
    cure=Text(
        da="kan foreningen selv vælge vejen, når målet er klart?",
        en="can the association choose the way itself, when the goal is clear?",
    ),
    why=Text(
        da="Metodefrihed giver de mest meningsfulde løsninger; det er målet, I er fælles om.",
        en="Freedom of method gives the most meaningful solutions; it is the goal you share.",
    ),
    source="S0 Mest meningsfulde løsninger; S1 De fem centrale holdepunkter",
    bad="øvrige_vilkår: {titel: Besøg, tekst: De frivillige skal følge manualen ved hvert besøg.}",
    good="øvrige_vilkår: {titel: Besøg, tekst: Ingen skal følge manualen; den er til inspiration.}",
    check_prose=make_claim_check("text", "method_words"),
)

RULES = (TYP01, TYP02, TYP03, TYP04, TYP05, TYP06)
