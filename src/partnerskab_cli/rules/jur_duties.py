"""Child certificates, personal data, insurance, and laws that have changed."""

import re
from collections.abc import Iterator

from ..diagnostics import Severity
from ..model.agreement import Agreement
from ..model.amounts import MONTH, Duration
from ..model.choices import Closeness, LegalBasis
from ..model.free_text import Prose
from ..model.people import ChildCertificate, Insurance, PersonalData
from ..model.record import Finding, make_finding
from ..model.requirements import is_unanswered
from ..profile.profile import Profile
from ..text.localized import Text
from .phrases import filter_possible_phrases, find_first_phrase
from .required_fields import A_GRANT
from .rule import IN_FORCE, NOT_IDEA, CheckDates, Rule

ERROR, WARNING, ADVICE = Severity.ERROR, Severity.WARNING, Severity.ADVICE
CERTIFICATE, INSURANCE = Agreement.names["børneattest"], Agreement.names["forsikring"]
TALKED_OVER = A_GRANT.replace("beløb: 25000,", "beløb: 25000, dialog: ja,")


def uncertified(agreement: Agreement) -> Iterator[Finding]:
    """Section 18 money and children under 15, and nothing on child certificates."""
    group = agreement.target_group
    supported = any(grant.legal_basis is LegalBasis.SOCIAL_SERVICES_18 for grant in agreement.grant)
    if supported and group and group.children_under_15 and is_unanswered(agreement, CERTIFICATE):
        yield make_finding(agreement, Agreement.child_certificate)


JUR03 = Rule(
    "JUR03",
    ERROR,
    says=Text(
        da="Foreningen får § 18-støtte og har kontakt med børn under 15; så skal der indhentes børneattest.",
        en="The association gets section 18 money and meets children under 15, so child certificates must be obtained.",
    ),
    cure=Text(
        da="skriv under `børneattest`, hvem der har ansvaret; aldrig selve attesterne eller navne",
        en="write under `child_certificate` who is responsible; never the certificates themselves or names",
    ),
    why=Text(
        da="Attesten skal indhentes, før nogen får fast kontakt med børn under 15, med eller uden løn; det gælder også frivillige, "
        "når foreningen får støtte efter § 18.",
        en="The certificate must be obtained before anyone has lasting contact with children under 15, paid or not; this holds for "
        "volunteers too, when the association is supported under section 18.",
    ),
    source="lov om indhentelse af børneattest (520/2005)",
    bad=f'målgruppe: {{tekst: "Børn, der savner en at lave lektier med", børn_under_15: ja}}\n{TALKED_OVER}',
    good=f'målgruppe: {{tekst: "Børn, der savner en at lave lektier med", børn_under_15: ja}}\n{TALKED_OVER}\n'
    "børneattest: {kræves: ja, ansvarlig: foreningens kasserer, erklæring: 2026-01-15}",
    forms="TMSP",
    sinks=True,
    check=uncertified,
)


def old_declaration(agreement: Agreement, profile: Profile, moment: CheckDates) -> Iterator[Finding]:
    """A declaration older than the profile allows."""
    certificate = agreement.child_certificate
    lasting = Duration(profile.limits.declaration_months, MONTH)
    if certificate and certificate.declaration and lasting.add_to(certificate.declaration) < moment.today:
        yield make_finding(certificate, ChildCertificate.declaration, date=certificate.declaration)


JUR04 = Rule(
    "JUR04",
    WARNING,
    says=Text(
        da="Erklæringen om børneattester er fra {date}; det er længe siden.",
        en="The declaration on child certificates is from {date}; that is long ago.",
    ),
    cure=Text(da="spørg foreningen om en ny, og skriv dens dato", en="ask the association for a new one and write its date"),
    why=Text(
        da="Nye frivillige kommer til; en frisk erklæring viser, at foreningen stadig husker det.",
        en="New volunteers arrive; a fresh declaration shows that the association still remembers.",
    ),
    source="practice",
    bad="børneattest: {kræves: ja, ansvarlig: foreningens kasserer, erklæring: 2025-01-15}",
    good="børneattest: {kræves: ja, ansvarlig: foreningens kasserer, erklæring: 2026-01-15}",
    forms="SPTM",
    statuses=IN_FORCE,
    after=("JUR03",),
    check_by_on=old_declaration,
)


def loose_data(agreement: Agreement) -> Iterator[Finding]:
    """Shared data without a controller or without consent."""
    data = agreement.personal_data
    for field in (PersonalData.names["ansvar"], PersonalData.names["samtykke"]) if data and data.processed else ():
        if data and is_unanswered(data, field):
            yield Finding(data, field, None, {})
            return


JUR05 = Rule(
    "JUR05",
    WARNING,
    says=Text(da="I deler oplysninger om borgere.", en="You share information on citizens."),
    cure=Text(
        da="skriv under `persondata`, hvem der er dataansvarlig (`ansvar`), og hvordan borgeren siger ja (`samtykke`)",
        en="write under `personal_data` who is the controller (`controller`) and how the citizen consents (`consent`)",
    ),
    why=Text(
        da="Borgeren skal vide, hvem der ved hvad, og kunne sige nej.",
        en="The citizen must know who knows what, and be able to say no.",
    ),
    source="S3 Eksempler; databeskyttelsesforordningen",
    bad="persondata: {behandles: ja, samtykke: Borgeren siger ja først.}",
    good="persondata: {behandles: ja, ansvar: hver_for_sig, samtykke: Borgeren siger ja først.}",
    forms="SPTM",
    statuses=NOT_IDEA,
    check=loose_data,
)

STEPS = {
    "reported": Text(da="indmelding", en="report"),
    "approved": Text(da="godkendelse", en="approval"),
    "registered": Text(da="plads på forsikringslisten", en="a place on the insurance list"),
}


def half_insured(agreement: Agreement) -> Iterator[Finding]:
    """Municipal cover with a step missing."""
    insurance = agreement.insurance
    if not (insurance and insurance.municipal):
        return
    lacking = [name for name in STEPS if getattr(insurance, name) is None and name not in insurance.aside]
    if lacking:
        yield Finding(insurance, Insurance.names[lacking[0]], None, {"steps": tuple(STEPS[name] for name in lacking)})


JUR06 = Rule(
    "JUR06",
    WARNING,
    says=Text(
        da="Indsatsen er først dækket, når den er indmeldt, godkendt og på forsikringslisten; der mangler {steps}.",
        en="The effort is covered only when reported, approved and on the insurance list; still missing: {steps}.",
    ),
    cure=Text(
        da="få det på plads hos kommunen, og skriv datoerne under `forsikring`",
        en="settle it with the municipality and write the dates under `insurance`",
    ),
    why=Text(
        da="Kommunens forsikring dækker kun indsatser, der hænger sammen med dens egne, og som den har godkendt og skrevet på listen.",
        en="The municipality's insurance covers only efforts linked to its own that it has approved and put on the list.",
    ),
    source="S2 Samarbejde; serviceloven § 18 a",
    bad="forsikring: {kommunal: ja, indmeldt: 2026-01-10}",
    good="forsikring: {kommunal: ja, indmeldt: 2026-01-10, godkendt: 2026-01-20, registreret: 2026-01-22}",
    forms="SPTM",
    statuses=IN_FORCE,
    check=half_insured,
)


def uninsured(agreement: Agreement) -> Iterator[Finding]:
    """Volunteers who work beside staff daily or weekly, and nothing on insurance."""
    interplay = agreement.interplay
    if interplay and interplay.closeness in {Closeness.DAILY, Closeness.WEEKLY} and is_unanswered(agreement, INSURANCE):
        yield make_finding(agreement, Agreement.insurance)


JUR07 = Rule(
    "JUR07",
    ADVICE,
    says=Text(da="Er de frivillige forsikret?", en="Are the volunteers insured?"),
    cure=Text(
        da="skriv det under `forsikring`: kommunens, foreningens egen eller ingen",
        en="write it under `insurance`: the municipality's, the association's own or none",
    ),
    why=Text(
        da="Arbejder de side om side med ansatte, tror de fleste, at de er dækket på samme måde; det er de kun, når nogen har sørget for det.",
        en="Working beside staff, most believe they are covered in the same way; they are so only when somebody has seen to it.",
    ),
    source="S2 Samarbejde; serviceloven § 18 a",
    bad="forsikring:\nsamspil: {tæthed: ugentligt, personer: 14, udvikling: ja}",
    good="forsikring: {egen: Foreningens ulykkesforsikring}\nsamspil: {tæthed: ugentligt, personer: 14, udvikling: ja}",
    forms="PSTM",
    statuses=NOT_IDEA,
    check=uninsured,
)

OLD_SECTION = r"§\s*115\b"
COUNTIES = (
    "amt", "amtet", "amts", "amtets", "amter", "amterne", "amters", "amternes", "amtskommune", "amtskommunen", "amtskommuner",
    "amtskommunerne", "amtslig", "amtslige", "amtsligt",
)  # fmt: skip


def old_section(prose: Prose, _: Profile) -> Iterator[Finding]:
    """References to the section that is now § 18."""
    return (
        Finding(passage.record, passage.field, passage.position, {})
        for passage in (prose.passages if b"115" in prose.seen.words else ())
        if re.search(OLD_SECTION, passage.text)
    )


def counties(prose: Prose, _: Profile) -> Iterator[Finding]:
    """Counties, which closed at the end of 2006."""
    words = filter_possible_phrases(prose.seen, COUNTIES)
    return (
        Finding(passage.record, passage.field, passage.position, {})
        for passage in (prose.passages if words else ())
        if find_first_phrase(passage.text, words)
    )


JUR11 = Rule(
    "JUR11",
    ADVICE,
    says=Text(da="§ 115 hedder nu § 18 i serviceloven.", en="Section 115 is now section 18 of the Social Services Act."),
    cure=Text(da="ret henvisningen", en="mend the reference"),
    why=Text(
        da="Bestemmelsen om støtte til frivilligt socialt arbejde skiftede nummer; det gamle finder ingen.",
        en="The provision on support for voluntary social work changed its number; nobody finds the old one.",
    ),
    source="S2 Lovgrundlag",
    bad="øvrige_vilkår: {titel: Støtte, tekst: Foreningen søger hvert år om § 115-midler.}",
    good="øvrige_vilkår: {titel: Støtte, tekst: Foreningen søger hvert år om § 18-midler.}",
    check_prose=old_section,
)

JUR11B = Rule(
    "JUR11b",
    ADVICE,
    says=Text(da="Amterne findes ikke mere.", en="The counties no longer exist."),
    cure=Text(da="skriv kommunen eller regionen", en="write the municipality or the region"),
    why=Text(
        da="Opgaverne gik til kommuner og regioner i 2007; teksten er nok ældre end det.",
        en="Their tasks went to municipalities and regions in 2007; the text is probably older than that.",
    ),
    source="practice",
    bad="øvrige_vilkår: {titel: Kørsel, tekst: Amtet betaler for bussen.}",
    good="øvrige_vilkår: {titel: Kørsel, tekst: Regionen betaler for bussen.}",
    check_prose=counties,
)

RULES = (JUR03, JUR04, JUR05, JUR06, JUR07, JUR11, JUR11B)
