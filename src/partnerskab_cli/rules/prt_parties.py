"""Who agrees, who carries the contact, who signed, and what each stands for."""

from collections.abc import Iterator, Sequence

from ..diagnostics import Severity
from ..model.agreement import Agreement
from ..model.choices import PartyForm, Side
from ..model.parties import Contact, Party
from ..model.payers import list_public_grants
from ..model.people import Anchoring, PoliticalAnchoring
from ..model.record import Finding, make_finding
from ..model.signing import list_party_signings
from ..model.summary import fold_case
from ..profile.profile import Profile
from ..text.localized import LANGUAGES, OR, Text, decapitalize, join_words
from .rule import IN_FORCE, NOT_IDEA, Rule

ERROR, WARNING, ADVICE = Severity.ERROR, Severity.WARNING, Severity.ADVICE
ENOUGH = 2
KOMMUNEN = "  - {id: kommunen, navn: Tønder Kommune, side: offentlig, kontakt: {rolle: frivilligkonsulent, stedfortræder: områdeleder}}\n"


def alone(agreement: Agreement) -> Iterator[Finding]:
    """Fewer than two parties, those counted of which something is still open."""
    count = len(agreement.written.get("parties", agreement.parties))
    if count < ENOUGH and (count or "parties" not in agreement.aside):
        yield make_finding(agreement, Agreement.parties, count=count, aside=True)


PRT01 = Rule(
    "PRT01",
    ERROR,
    says=Text(
        da="En aftale har mindst to parter; her står {count}.",
        en="An agreement has at least two parties; this one has {count}.",
    ),
    cure=Text(da="skriv den, der mangler, under `parter`", en="add the missing one under `parties`"),
    why=Text(
        da="En aftale er mellem en offentlig part og en forening, et netværk eller enkelte borgere.",
        en="An agreement is between a public body and an association, network or individuals.",
    ),
    source="S3 Forskellige slags aftaler om samarbejde; S1 Nye visioner",
    bad="parter: {id: kommunen, navn: Tønder Kommune, side: offentlig, kontakt: {rolle: frivilligkonsulent}}",
    good=f"parter:\n{KOMMUNEN}  - {{id: venner, navn: Torsdagsvennerne, side: frivillig, form: netværk, kontakt: {{rolle: tovholder}}}}",
    forms="MTSP",
    after=("STR02", "STR04"),
    sinks=True,
    check=alone,
)


def one_sided(agreement: Agreement) -> Iterator[Finding]:
    """Parties enough, but no public or no voluntary one."""
    missing = [side for side in (Side.PUBLIC, Side.VOLUNTARY) if all(party.side is not side for party in agreement.all_parties)]
    if len(agreement.all_parties) >= ENOUGH and missing:
        yield make_finding(agreement, Agreement.parties, sides=describe_alternatives(missing))


def describe_alternatives(sides: Sequence[Side]) -> Text:
    """`offentlig eller frivillig`."""
    return Text(
        *(join_words([decapitalize(side.value.label).localize(language) for side in sides], language, OR) for language in LANGUAGES)
    )


PRT01B = Rule(
    "PRT01b",
    ADVICE,
    says=Text(da="Aftalen har ingen {sides} part.", en="The agreement has no {sides} party."),
    cure=Text(da="er det meningen? Ellers tjek `side` under `parter`", en="is that intended? Otherwise check `side` under `parties`"),
    why=Text(
        da="Tjeklisten er skrevet til et samarbejde mellem en offentlig part og frivillige; noget af den passer ikke på andre aftaler.",
        en="The checklist is written for work between a public body and volunteers; some of it does not fit other agreements.",
    ),
    source="S3 Forskellige slags aftaler om samarbejde; S1 Nye visioner",
    bad="parter:\n  - {id: klubben, navn: Ældreklubben, side: frivillig, form: netværk, kontakt: {rolle: kasserer, stedfortræder: formand}}\n"
    "  - {id: venner, navn: Torsdagsvennerne, side: frivillig, form: netværk, kontakt: {rolle: tovholder}}",
    good=f"parter:\n{KOMMUNEN}  - {{id: venner, navn: Torsdagsvennerne, side: frivillig, form: netværk, kontakt: {{rolle: tovholder}}}}",
    forms="MTSP",
    statuses=NOT_IDEA,
    after=("STR02", "STR04", "PRT01"),
    check=one_sided,
)


def carried_by_one(agreement: Agreement) -> Iterator[Finding]:
    """A side with one contact and nobody to step in."""
    for side in (Side.PUBLIC, Side.VOLUNTARY):
        contacts = [(party, contact) for party in agreement.parties if party.side is side for contact in party.contacts]
        if len(contacts) == 1:
            ((party, contact),) = contacts
            if not contact.deputy:
                yield make_finding(contact, Contact.deputy, party=party.name)


PRT05 = Rule(
    "PRT05",
    WARNING,
    says=Text(da="Kun én bærer kontakten hos {party}.", en="Only one person carries the contact at {party}."),
    cure=Text(
        da="skriv en `stedfortræder`, så aftalen kan tåle sygdom og jobskifte",
        en="write a `deputy`, so that the agreement can bear illness and change of job",
    ),
    why=Text(
        da="Relationen er det stærkeste i et partnerskab og det svageste: den hænger på enkelte mennesker.",
        en="The relation is the strongest part of a partnership and the weakest: it hangs on single people.",
    ),
    source="S1 Tøndermodellen",
    bad=f"parter:\n{KOMMUNEN}  - {{id: venner, navn: Besøgsvennerne, side: frivillig, form: forening, kontakt: {{rolle: formand}}}}",
    good=f"parter:\n{KOMMUNEN}"
    "  - {id: venner, navn: Besøgsvennerne, side: frivillig, form: forening, kontakt: {rolle: formand, stedfortræder: næstformand}}",
    forms="P",
    statuses=NOT_IDEA,
    after=("STR10",),
    check=carried_by_one,
)


def unsigned(agreement: Agreement) -> Iterator[Finding]:
    """Parties that have not signed, and roles of their signing rules; what the signatures are worth is told by others."""
    lacking = tuple(name for signing in list_party_signings(agreement, agreement.signatures) for name in signing.missing_names)
    if lacking:
        yield make_finding(agreement, Agreement.signatures, party=lacking)


PRT06 = Rule(
    "PRT06",
    ERROR,
    says=Text(da="{party} har ikke skrevet under.", en="Not signed by {party}."),
    cure=Text(
        da="få underskriften på plads, og skriv den med `partnerskab sign`; et partnerskab bekræftes med underskrift",
        en="have it signed, and write the signature with `partnerskab sign`; a partnership is confirmed by signature",
    ),
    why=Text(
        da="Et partnerskab bliver bindende, når alle parter bekræfter det med en underskrift.",
        en="A partnership becomes binding when all parties confirm it with a signature.",
    ),
    source="S3 Forskellige slags aftaler om samarbejde",
    bad="underskrifter: {part: kommunen, rolle: udvalgsformand, dato: 2026-01-10}",
    good="underskrifter: [{part: kommunen, rolle: udvalgsformand, dato: 2026-01-10}, {part: venner, rolle: formand, dato: 2026-01-10}]",
    forms="P",
    statuses=IN_FORCE,
    sinks=True,
    check=unsigned,
)

NO_STATUTES = frozenset({PartyForm.NETWORK, PartyForm.INDIVIDUALS})
"""They have no statutes of which values could be a part."""


def valueless(agreement: Agreement) -> Iterator[Finding]:
    """Voluntary parties of an agreement with a public grant that have not told what they build on."""
    for party in agreement.parties if list_public_grants(agreement) else ():
        if party.side is Side.VOLUNTARY and party.form not in NO_STATUTES and not party.values:
            yield make_finding(party, Party.values, party=party.name)


PRT11 = Rule(
    "PRT11",
    ADVICE,
    says=Text(da="{party} har ikke beskrevet sit værdigrundlag.", en="{party} has not described its values."),
    cure=Text(
        da="lad foreningen selv skrive det under `værdigrundlag`; et link er nok",
        en="ask the association to write them itself under `values`; a link is enough",
    ),
    why=Text(
        da="Foreninger, der modtager offentlig støtte, bør have beskrevet deres værdier, mål og rammer uden offentlig indblanding.",
        en="Associations with public support should describe their own values, aims and conditions.",
    ),
    source="S3 Ligeværdighed og respekt",
    bad=f"parter:\n{KOMMUNEN}  - {{id: venner, navn: Åben Dør, side: frivillig, form: forening, kontakt: {{rolle: kasserer}}}}",
    good=f"parter:\n{KOMMUNEN}"
    "  - {id: venner, navn: Åben Dør, side: frivillig, form: forening, værdigrundlag: Alle er velkomne., kontakt: {rolle: kasserer}}",
    forms="TMSP",
    statuses=NOT_IDEA,
    check=valueless,
)


def same_values(agreement: Agreement) -> Iterator[Finding]:
    """Parties whose values an earlier party has in the same words."""
    first: dict[str, Party] = {}
    for party in agreement.parties:
        other = first.setdefault(fold_case(party.values), party) if party.values else party
        if other is not party:
            yield make_finding(party, Party.values, party=other.name, other_party=party.name)


PRT12 = Rule(
    "PRT12",
    ADVICE,
    says=Text(
        da="Værdigrundlaget er ens for {party} og {other_party}.",
        en="The values of {party} and {other_party} are the same.",
    ),
    cure=Text(
        da="skriv hver jeres, eller lad den ene stå tom; forskellene må gerne kunne ses",
        en="write one each, or let one of them be; the differences may well be seen",
    ),
    why=Text(
        da="Der er plads til, at I er forskellige; det er forskellene, der gør samarbejdet rigt.",
        en="There is room for your being different; it is the differences that make the cooperation rich.",
    ),
    source="S1 De fem centrale holdepunkter",
    bad="parter:\n  - {id: kommunen, navn: Tønder Kommune, side: offentlig, værdigrundlag: Alle er velkomne., kontakt: {rolle: konsulent, stedfortræder: leder}}\n"
    "  - {id: venner, navn: Torsdagsvennerne, side: frivillig, værdigrundlag: Alle er velkomne., kontakt: {rolle: tovholder}}",
    good=f"parter:\n{KOMMUNEN}"
    "  - {id: venner, navn: Torsdagsvennerne, side: frivillig, værdigrundlag: Alle er velkomne., kontakt: {rolle: tovholder}}",
    forms="MTSP",
    check=same_values,
)


def undecided(agreement: Agreement, profile: Profile) -> Iterator[Finding]:
    """No day on which the profile's committee decided."""
    anchoring = agreement.anchoring
    if not (profile.committee and anchoring):
        return
    if anchoring.political is None:
        yield make_finding(anchoring, Anchoring.political, committee=profile.committee)
    elif anchoring.political.date is None:
        yield make_finding(anchoring.political, PoliticalAnchoring.date, committee=profile.committee)


PRT14 = Rule(
    "PRT14",
    ADVICE,
    says=Text(da="Hvornår har {committee} besluttet partnerskabet?", en="When did {committee} decide on the partnership?"),
    cure=Text(da="skriv dato og sag under `forankring.politisk`", en="write date and case under `anchoring.political`"),
    why=Text(
        da="Partnerskaber indgås politisk, så de supplerer eller understøtter kerneopgaven.",
        en="Partnerships are entered into politically, so that they supplement or support the core task.",
    ),
    source="S1 Partnerskabsaftaler i Tønder Kommune",
    bad="forankring: {politisk: {udvalg: Socialudvalget}, ledelse: Lederen er med., medarbejdere: Fortalt i marts., medlemmer: Fremlagt i april.}",
    good="forankring: {politisk: {udvalg: Socialudvalget, dato: 2025-06-19}, ledelse: Lederen er med., medarbejdere: Fortalt i marts., "
    "medlemmer: Fremlagt i april.}",
    forms="P",
    statuses=IN_FORCE,
    after=("TJK12b",),
    check_by=undecided,
)

RULES = (PRT01, PRT01B, PRT05, PRT06, PRT11, PRT12, PRT14)
