"""Users, citizens, and those who stand behind the agreement or are protected by it."""

from ..diagnostics import Severity
from ..text.localized import Text
from .choices import Controller
from .field import ALWAYS, Requiredness, field
from .record import Record
from .types import Day, Line, Prose

ADVICE = Severity.ADVICE


class UserInfluence(Record):
    """How the users have a say (checklist 11)."""

    text: Prose = field(
        "tekst",
        ask=Text(da="Hvordan er brugerne med til at bestemme?", en="How do the users help to decide?"),
        example=Text(
            da="Gæsterne vælger selv emner og mad på et møde hver måned.",
            en="The guests choose topics and food themselves at a meeting every month.",
        ),
        need=ALWAYS,
    )
    who: Line | None = field(
        "hvem",
        ask=Text(da="Hvem er med?", en="Who takes part?"),
        example=Text(da="alle faste gæster", en="all regular guests"),
    )
    when: Line | None = field(
        "hvornår",
        ask=Text(da="Hvornår sker det?", en="When does it happen?"),
        example=Text(da="første torsdag i måneden", en="first Thursday of the month"),
    )
    peer_to_peer: bool | None = field(
        "peer_to_peer",
        Text(da="Brugere hjælper brugere", en="Users help users"),
        ask=Text(da="Er brugere selv frivillige for andre?", en="Are users themselves volunteers for others?"),
        example=Text(da="ja", en="yes"),
        answers=("H5.2",),
        source="S1 De fem centrale holdepunkter",
    )


class PoliticalAnchoring(Record):
    """Where the agreement was decided politically (S1)."""

    committee: Line | None = field(
        "udvalg",
        ask=Text(da="Hvilket udvalg?", en="Which committee?"),
        example=Text(da="Socialudvalget", en="The Social Committee"),
    )
    date: Day | None = field(
        "dato",
        ask=Text(da="Hvornår blev det besluttet?", en="When was it decided?"),
        example="2025-11-20",
    )
    case: Line | None = field(
        "sag",
        ask=Text(da="Hvilket punkt eller hvilken sag?", en="Which item or case?"),
        example=Text(da="punkt 7", en="item 7"),
    )


class Anchoring(Record):
    """Who knows the agreement and stands behind it, on four levels (checklist 12)."""

    political: PoliticalAnchoring | None = field(
        "politisk",
        ask=Text(da="Hvor er aftalen besluttet politisk?", en="Where was it decided politically?"),
        example="",
        need=Requiredness(partnership=ADVICE),
        rule="PRT14",
        source="S1 Partnerskabsaftaler i Tønder Kommune",
    )
    management: Prose | None = field(
        "ledelse",
        ask=Text(da="Hvordan er ledelsen med?", en="How is the management involved?"),
        example=Text(da="Områdelederen tager den op hvert halve år.", en="The area manager takes it up every six months."),
    )
    staff: Prose | None = field(
        "medarbejdere",
        ask=Text(da="Hvordan kender medarbejderne aftalen?", en="How do the staff know the agreement?"),
        example=Text(da="Fortalt på personalemødet i marts.", en="Told at the staff meeting in March."),
    )
    board: Prose | None = field(
        "bestyrelse",
        ask=Text(da="Hvordan står bestyrelsen bag?", en="How does the board stand behind it?"),
        example=Text(da="Godkendt af bestyrelsen i februar.", en="Approved by the board in February."),
        source="practice",
    )
    members: Prose | None = field(
        "medlemmer",
        ask=Text(da="Hvordan er medlemmerne med?", en="How are the members involved?"),
        example=Text(da="Fremlagt på generalforsamlingen.", en="Presented at the general meeting."),
    )

    def find_level(self, name: str) -> object:
        """What stands at one of the four levels: `political`, `management`, `staff`, `members` (with the board)."""
        return getattr(self, name) or (self.board if name == "members" else None)


class Communication(Record):
    """How the citizens hear about it (checklist 13)."""

    citizens: Prose | None = field(
        "borgere",
        Text(da="Til borgerne", en="To the citizens"),
        ask=Text(da="Hvordan fortæller I borgerne om det?", en="How do you tell the citizens?"),
        example=Text(da="Opslag på biblioteket og i ugeavisen.", en="Notices at the library and in the weekly paper."),
    )
    channels: tuple[Line, ...] = field(
        "kanaler",
        ask=Text(da="Hvilke kanaler bruger I?", en="Which channels do you use?"),
        example=Text(da="[ugeavisen, biblioteket]", en="[the weekly paper, the library]"),
    )
    overview: Prose | None = field(
        "oversigt",
        Text(da="Tekst til kommunens oversigt", en="Text for the municipal overview"),
        ask=Text(
            da="Hvad skal der stå om jer i kommunens oversigt? Højst 300 tegn.",
            en="What should the municipal overview say about you? At most 300 characters.",
        ),
        example=Text(
            da="Kom og drik kaffe hver torsdag kl. 14. Alle er velkomne.",
            en="Come for coffee every Thursday at 2 p.m. Everyone is welcome.",
        ),
        need=Requiredness(grant=ADVICE, cooperation=ADVICE, partnership=ADVICE),
        rule="TJK13",
        unless=("public", False),
        longest=300,
    )
    public: bool = field(
        "offentlig",
        Text(da="Med i den offentlige oversigt", en="In the public overview"),
        ask=Text(da="Må aftalen stå i den offentlige oversigt?", en="May the agreement stand in the public overview?"),
        example=Text(da="ja", en="yes"),
        default=True,
    )


class Insurance(Record):
    """The cover of the volunteers: reported, approved, registered (S2; serviceloven § 18 a)."""

    municipal: bool | None = field(
        "kommunal",
        Text(da="Dækket af kommunens forsikring", en="Covered by the municipality"),
        ask=Text(da="Skal kommunens forsikring dække?", en="Shall the municipal insurance cover?"),
        example=Text(da="ja", en="yes"),
    )
    reported: Day | None = field(
        "indmeldt",
        ask=Text(da="Hvornår er indsatsen indmeldt?", en="When was the effort reported?"),
        example="2026-01-10",
        material=False,
    )
    approved: Day | None = field(
        "godkendt",
        ask=Text(da="Hvornår er den godkendt?", en="When was it approved?"),
        example="2026-01-20",
        material=False,
    )
    registered: Day | None = field(
        "registreret",
        Text(da="På forsikringslisten", en="On the insurance list"),
        ask=Text(da="Hvornår kom den på forsikringslisten?", en="When was it put on the insurance list?"),
        example="2026-01-22",
        material=False,
    )
    own: Prose | None = field(
        "egen",
        Text(da="Egen forsikring", en="Own insurance"),
        ask=Text(da="Har foreningen selv en forsikring?", en="Does the association have its own insurance?"),
        example=Text(da="Foreningens egen ulykkesforsikring", en="The association's own accident insurance"),
    )


class ChildCertificate(Record):
    """That child certificates are seen to; never whose (lov 520/2005)."""

    required: bool | None = field(
        "kræves",
        ask=Text(da="Kræves der børneattest?", en="Is a child certificate needed?"),
        example=Text(da="ja", en="yes"),
    )
    responsible: Line | None = field(
        "ansvarlig",
        ask=Text(da="Hvilken rolle har ansvaret?", en="Which role is responsible?"),
        example=Text(da="foreningens kasserer", en="the association's treasurer"),
    )
    declaration: Day | None = field(
        "erklæring",
        Text(da="Foreningens erklæring", en="The association's declaration"),
        ask=Text(
            da="Hvornår har foreningen sidst erklæret, at det er i orden?", en="When did the association last declare that it is in order?"
        ),
        example="2026-01-15",
        rule="JUR04",
        material=False,
    )


class PersonalData(Record):
    """What is shared about citizens, and on what terms (GDPR)."""

    processed: bool | None = field(
        "behandles",
        ask=Text(da="Deler eller gemmer I oplysninger om borgere?", en="Do you share or keep information on citizens?"),
        example=Text(da="nej", en="no"),
    )
    controller: Controller | None = field(
        "ansvar",
        Text(da="Dataansvarlig", en="Data controller"),
        ask=Text(da="Hvem er dataansvarlig?", en="Who is the data controller?"),
        example=Text(da="hver_for_sig", en="each"),
    )
    agreement: Prose | None = field(
        "aftale",
        ask=Text(da="Er der en databehandleraftale?", en="Is there a data processing agreement?"),
        example=Text(da="Databehandleraftale af 1. februar 2026", en="Data processing agreement of 1 February 2026"),
    )
    consent: Prose | None = field(
        "samtykke",
        ask=Text(da="Hvordan siger borgeren ja?", en="How does the citizen consent?"),
        example=Text(da="Borgeren siger ja, før vi ringer til kommunen.", en="The citizen says yes before we call the municipality."),
    )
