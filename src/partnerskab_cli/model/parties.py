"""Who agrees, who else takes part, and who signed."""

from ..diagnostics import Severity
from ..text.localized import Text
from .choices import PartyForm, RoleKind, Side
from .field import ALWAYS, EVERY_FORM, Requiredness, field
from .record import Record
from .types import Cvr, Day, Fingerprint, Gln, Line, Mail, MunicipalityCode, PartyId, Phone, PNumber, Prose, Slug

ADVICE = Severity.ADVICE
WARNING = Severity.WARNING


class Contact(Record):
    """Whom to ask at a party; a role is enough."""

    role: Line = field(
        "rolle",
        ask=Text(da="Hvilken rolle har kontakten?", en="Which role does the contact have?"),
        example=Text(da="formand", en="chair"),
        need=ALWAYS,
    )
    name: Line | None = field(
        "navn",
        ask=Text(da="Hvad hedder kontakten?", en="What is the contact's name?"),
        example=Text(da="Eksempel Eksempelsen", en="Example Exampleson"),
    )
    mail: Mail | None = field(
        "mail",
        ask=Text(da="Hvilken mail, helst en fælles postkasse?", en="Which mail, preferably a shared mailbox?"),
        example="kontakt@forening.example",
    )
    phone: Phone | None = field(
        "telefon",
        ask=Text(da="Hvilket telefonnummer?", en="Which phone number?"),
        example=Text(da="foreningens hovednummer", en="the association's main number"),
    )
    public: bool = field(
        "offentlig",
        Text(da="Må vises offentligt", en="May be shown in public"),
        ask=Text(da="Må kontakten vises for alle?", en="May the contact be shown to everyone?"),
        example=Text(da="nej", en="no"),
        default=False,
    )
    deputy: Line | None = field(
        "stedfortræder",
        ask=Text(da="Hvem træder til, når kontakten er væk?", en="Who steps in when the contact is away?"),
        example=Text(da="næstformand", en="deputy chair"),
        need=Requiredness(partnership=WARNING),
        rule="PRT05",
    )


class Party(Record):
    """One of those who agree. Any number of them, with or without a CVR number (S2 Handlinger 8)."""

    id: Slug = field(
        "id",
        ask=Text(da="Hvilket korte navn skal parten have i filen?", en="Which short name shall the party have in the file?"),
        example="venner",
        need=ALWAYS,
    )
    name: Line = field(
        "navn",
        ask=Text(da="Hvad hedder parten?", en="What is the party called?"),
        example=Text(da="Torsdagsvennerne", en="The Thursday Friends"),
        need=ALWAYS,
    )
    side: Side = field(
        "side",
        ask=Text(da="Er parten offentlig, frivillig eller noget andet?", en="Is the party public, voluntary or something else?"),
        example=Text(da="frivillig", en="voluntary"),
        need=ALWAYS,
    )
    form: PartyForm | None = field(
        "form",
        Text(da="Organisationsform", en="Kind of organisation"),
        ask=Text(da="Hvad er parten for en slags organisation?", en="What kind of organisation is the party?"),
        example=Text(da="netværk", en="network"),
        material=False,
        source="S2 Handlinger 8; S3 Noter 1",
    )
    cvr: Cvr | None = field(
        "cvr",
        Text(da="CVR-nummer", en="CVR number"),
        ask=Text(da="Har parten et CVR-nummer?", en="Does the party have a CVR number?"),
        example='"12345674"',
        source="practice",
    )
    p_number: PNumber | None = field(
        "p_nummer",
        Text(da="P-nummer", en="P number"),
        ask=Text(da="Har stedet et P-nummer?", en="Does the place have a P number?"),
        example='"1000000000"',
        public=False,
        material=False,
        source="practice",
    )
    gln: Gln | None = field(
        "ean",
        Text(da="EAN-nummer", en="GLN"),
        ask=Text(da="Har parten et EAN-nummer til regninger?", en="Does the party have a GLN for invoices?"),
        example='"5790000000005"',
        public=False,
        material=False,
        source="practice",
    )
    municipality_code: MunicipalityCode | None = field(
        "kommunekode",
        ask=Text(da="Hvilken kommunekode har kommunen?", en="Which municipality code?"),
        example="550",
        material=False,
        source="practice",
    )
    values: Prose | None = field(
        "værdigrundlag",
        ask=Text(da="Hvilke værdier bygger I på? Et link er fint.", en="Which values do you build on? A link is fine."),
        example=Text(da="Alle er værter. Ingen spørger, hvorfor du kom.", en="Everyone is a host. Nobody asks why you came."),
        need=Requiredness(oral=ADVICE, grant=ADVICE, cooperation=ADVICE, partnership=ADVICE),
        rule="PRT11",
        material=False,
        answers=("H3",),
        source="S3 Ligeværdighed og respekt",
    )
    stance: Prose | None = field(
        "ståsted",
        ask=Text(
            da="Hvad er særligt for jer, som partneren skal kunne rumme?",
            en="What is special about you that your partner should make room for?",
        ),
        example=Text(da="Vi har tid og kender byen. Vi er ikke behandlere.", en="We have time and know the town. We are not therapists."),
        material=False,
        answers=("H3.2",),
        source="S1 De fem centrale holdepunkter",
    )
    signing_rule: tuple[Line, ...] = field(
        "tegningsregel",
        ask=Text(da="Hvem skal skrive under for parten?", en="Who must sign for the party?"),
        example=Text(da="[formand, kasserer]", en="[chair, treasurer]"),
        material=False,
        source="practice",
    )
    contacts: tuple[Contact, ...] = field(
        "kontakt",
        ask=Text(da="Hvem kan man spørge hos jer? En rolle er nok.", en="Whom can one ask at your place? A role is enough."),
        example="",
        need=EVERY_FORM,
        public="own",
        material=False,
        source="S2 Samarbejde; S1 Tøndermodellen",
    )


class Role(Record):
    """One who takes part without signing: a funder, a referrer, a supervisor."""

    id: Slug = field(
        "id",
        ask=Text(da="Hvilket korte navn skal rollen have i filen?", en="Which short name shall the role have in the file?"),
        example="fonden",
        need=ALWAYS,
    )
    name: Line = field(
        "navn",
        ask=Text(da="Hvem er det?", en="Who is it?"),
        example=Text(da="En lokal fond", en="A local foundation"),
        need=ALWAYS,
    )
    role: RoleKind | None = field(
        "rolle",
        ask=Text(da="Hvad er deres rolle?", en="What is their role?"),
        example=Text(da="bidragyder", en="funder"),
    )
    text: Prose | None = field(
        "tekst",
        ask=Text(da="Hvad gør de?", en="What do they do?"),
        example=Text(da="Betaler kaffe og kørsel det første år.", en="Pays for coffee and transport in the first year."),
    )


class Signature(Record):
    """A party's signature, bound to the content where it has a fingerprint."""

    party: PartyId = field(
        "part",
        ask=Text(da="Hvilken part?", en="Which party?"),
        example="venner",
        need=ALWAYS,
    )
    role: Line | None = field(
        "rolle",
        ask=Text(da="I hvilken rolle?", en="In which role?"),
        example=Text(da="formand", en="chair"),
    )
    name: Line | None = field(
        "navn",
        ask=Text(da="Hvem skriver under?", en="Who signs?"),
        example=Text(da="Eksempel Eksempelsen", en="Example Exampleson"),
    )
    date: Day = field(
        "dato",
        ask=Text(da="Hvornår?", en="When?"),
        example="2026-01-15",
        need=ALWAYS,
    )
    place: Line | None = field(
        "sted",
        ask=Text(da="Hvor blev der skrevet under?", en="Where was it signed?"),
        example="Tønder",
    )
    fingerprint: Fingerprint | None = field(
        "fingeraftryk",
        ask=Text(da="Hvilket indhold gælder underskriften?", en="Which content does the signature cover?"),
        example="1:9f2c41d07b6a53e8d4417c9026bfa1e0",
    )
