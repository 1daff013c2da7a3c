"""The agreement as a whole."""

from collections.abc import Mapping

from ..diagnostics import Severity
from ..text.localized import Text
from .choices import Binding, DocumentLanguage, Formality, Initiative, PartnershipType, Status, Theme
from .contributions import BudgetLine, Contribution
from .cooperation import Boundaries, Control, Interplay, Meeting, Organisation
from .field import ALWAYS, BEYOND_ORAL, EVERY_FORM, FROM_COOPERATION, GRANT_ONLY, PARTNERSHIP_ONLY, Requiredness, field
from .money import Grant
from .parties import Party, Role, Signature
from .people import Anchoring, ChildCertificate, Communication, Insurance, PersonalData, UserInfluence
from .purpose import AddedValue, Benefits, Goal, Needs, PolicySupport, SuccessCriteria, TargetGroup
from .record import Record
from .terms import Annex, DisputeStep, LogEntry, OtherTerm, Risk, Term, Waiver
from .time import Deliverable, Evaluation, Extension, Period, Renegotiation, Termination
from .types import AgreementId, CaseNumber, Key, Line, Place, Prose, Slug, Whole

ADVICE = Severity.ADVICE
ERROR = Severity.ERROR
WARNING = Severity.WARNING
SCHEMA = 1
"""The newest version of the schema that this tool knows."""


class Agreement(Record):
    """An agreement between a public party and voluntary organisations."""

    schema: Whole = field(
        "skema",
        Text(da="Skemaversion", en="Schema version"),
        ask=Text(da="Hvilken udgave af skemaet er filen skrevet til?", en="Which version of the schema is the file written for?"),
        example=f"{SCHEMA}",
        default=Whole(SCHEMA),
        source="practice",
    )
    id: Slug | None = field(
        "id",
        ask=Text(da="Hvilket korte navn skal filen have?", en="Which short name shall the file have?"),
        example="kaffe-paa-kanden",
        need=ALWAYS,
        public=True,
        material=True,
        source="practice",
        fixed=True,
    )
    title: Line | None = field(
        "titel",
        ask=Text(da="Hvad kalder I samarbejdet?", en="What do you call the cooperation?"),
        example=Text(da="Kaffe på kanden i Løgumkloster", en="Coffee in the pot in Løgumkloster"),
        need=ALWAYS,
        public=True,
        source="S3 Eksempler",
        fixed=True,
    )
    formality: Formality = field(
        "formalitet",
        Text(da="Aftaleform", en="Form of agreement"),
        ask=Text(da="Hvor meget har I brug for at skrive ned?", en="How much do you need to write down?"),
        example=Text(da="samarbejdsaftale", en="cooperation"),
        default=Formality.COOPERATION,
        need=ALWAYS,
        rule="STR10b",
        public=True,
        material=True,
        answers=("6",),
        source="S3 Tjekliste 6",
        fixed=True,
    )
    status: Status = field(
        "status",
        ask=Text(da="Hvor langt er I?", en="How far have you come?"),
        example=Text(da="udkast", en="draft"),
        default=Status.ACTIVE,
        need=ALWAYS,
        public=True,
        source="S3 Kom godt i gang",
        fixed=True,
    )
    partnership_type: PartnershipType | None = field(
        "type",
        Text(da="Partnerskabstype", en="Type of partnership"),
        ask=Text(da="Hvilken slags partnerskab ligner det mest?", en="Which kind of partnership does it look like most?"),
        example=Text(da="samskabelse", en="co_creation"),
        need=Requiredness(partnership=ADVICE),
        rule="TYP01",
        public=True,
        source="S1 Forskellige typer af partnerskaber",
    )
    theme: tuple[Theme, ...] = field(
        "område",
        ask=Text(da="Hvilke områder handler det om?", en="Which themes is it about?"),
        example=Text(da="[ældre, ensomhed]", en="[older_people, loneliness]"),
        public=True,
        source="S3 Forord",
    )
    initiative: Initiative | None = field(
        "initiativ",
        ask=Text(da="Hvem fik idéen?", en="Whose idea was it?"),
        example=Text(da="fælles", en="joint"),
        public=True,
        source="S3 Kom godt i gang",
    )
    case_number: CaseNumber | None = field(
        "journalnummer",
        ask=Text(da="Har sagen et journalnummer?", en="Does the case have a file number?"),
        example="27.15.12-G01-3-26",
        source="practice",
    )
    language: DocumentLanguage = field(
        "sprog",
        Text(da="Dokumentets sprog", en="Language of the document"),
        ask=Text(da="Hvilket sprog skal dokumentet skrives ud på?", en="In which language shall the document be printed?"),
        example="da",
        default=DocumentLanguage.DA,
        source="practice",
    )
    parties: tuple[Party, ...] = field(
        "parter",
        ask=Text(da="Hvem er I?", en="Who are you?"),
        example="",
        need=EVERY_FORM,
        rule="PRT01",
        public=True,
        material=True,
        source="S3 Forskellige slags aftaler om samarbejde; S1 Nye visioner",
        fixed=True,
    )
    other_roles: tuple[Role, ...] = field(
        "roller",
        Text(da="Andre roller", en="Other roles"),
        ask=Text(da="Er der andre med, som ikke skriver under?", en="Are there others who take part but do not sign?"),
        example="",
        public=True,
        material=True,
        source="S3 Eksempler",
    )
    period: Period | None = field(
        "periode",
        ask=Text(da="Hvornår begynder og slutter aftalen?", en="When does the agreement begin and end?"),
        example="",
        need=BEYOND_ORAL,
        public=True,
        material=True,
        source="S1 Nye visioner; S0",
        fixed=True,
    )
    needs: Needs | None = field(
        "behov",
        ask=Text(da="Hvilket behov vil I gøre noget ved?", en="Which need do you want to do something about?"),
        example="",
        need=FROM_COOPERATION,
        rule="TJK01",
        public=True,
        material=True,
        answers=("1",),
        source="S3 Tjekliste 1",
    )
    target_group: TargetGroup | None = field(
        "målgruppe",
        ask=Text(da="Hvem skal mærke en forskel?", en="Who should feel a difference?"),
        example="",
        need=BEYOND_ORAL,
        rule="TJK01",
        public=True,
        material=True,
        answers=("1",),
        source="S3 Tjekliste 1",
    )
    geography: tuple[Place, ...] = field(
        "geografi",
        Text(da="Steder", en="Places"),
        ask=Text(da="Hvilke byer eller områder når I?", en="Which towns or areas do you reach?"),
        example="[Løgumkloster, Bredebro]",
        public=True,
        material=True,
        answers=("H4.3",),
        source="S1 De fem centrale holdepunkter",
    )
    purpose: Prose | None = field(
        "formål",
        ask=Text(da="Hvorfor samarbejder I? Én sætning er nok.", en="Why do you work together? One sentence is enough."),
        example=Text(
            da="Et sted at mødes hver torsdag for borgere, der savner selskab.",
            en="A place to meet every Thursday for citizens who miss company.",
        ),
        need=EVERY_FORM,
        rule="TJK02",
        public=True,
        material=True,
        answers=("2",),
        source="S3 Tjekliste 2",
        fixed=True,
    )
    goals: tuple[Goal, ...] = field(
        "mål",
        ask=Text(da="Hvad skal være anderledes, når perioden er gået?", en="What should be different when the period is over?"),
        example="",
        need=FROM_COOPERATION,
        rule="TJK03",
        public=True,
        material=True,
        answers=("3", "H4"),
        source="S3 Tjekliste 3; S1 De fem centrale holdepunkter",
    )
    success_criteria: SuccessCriteria | None = field(
        "succeskriterier",
        ask=Text(da="Hvornår er samarbejdet en succes for jer hver især?", en="When is the cooperation a success for each of you?"),
        example="",
        need=FROM_COOPERATION,
        rule="TJK04",
        public=False,
        material=True,
        answers=("4",),
        source="S3 Tjekliste 4",
    )
    organisation: Organisation | None = field(
        "organisering",
        ask=Text(da="Hvem holder i trådene?", en="Who keeps things together?"),
        example="",
        need=Requiredness(cooperation=WARNING, partnership=ERROR),
        rule="TJK05c",
        material=True,
        answers=("5",),
        source="S3 Tjekliste 5; S3 Organiseringen skal sikre samarbejdet over tid",
    )
    interplay: Interplay | None = field(
        "samspil",
        ask=Text(da="Hvor tæt arbejder frivillige og ansatte sammen?", en="How closely do volunteers and staff work together?"),
        example="",
        answers=("5", "6"),
        source="S3 Organiseringen skal sikre samarbejdet over tid",
    )
    meetings: tuple[Meeting, ...] = field(
        "møder",
        ask=Text(da="Hvornår mødes I?", en="When do you meet?"),
        example="",
        need=Requiredness(partnership=WARNING),
        rule="PRT07",
        material=True,
        answers=("5", "H2.1"),
        source="S1 De fem centrale holdepunkter; S2 Handlinger 3",
    )
    control_and_risk: Control | None = field(
        "styring",
        Text(da="Styring og risikovillighed", en="Control and willingness to take risks"),
        ask=Text(da="Hvor meget vil I styre, og hvor meget tør I prøve?", en="How much will you steer, and how much do you dare to try?"),
        example="",
        need=Requiredness(partnership=WARNING),
        rule="TJK07",
        material=True,
        answers=("7",),
        source="S3 Tjekliste 7",
    )
    contributions: tuple[Contribution, ...] = field(
        "bidrag",
        ask=Text(da="Hvad bidrager I hver især med?", en="What does each of you contribute?"),
        example="",
        need=FROM_COOPERATION,
        rule="TJK08",
        public=True,
        material=True,
        answers=("8",),
        source="S3 Tjekliste 8",
    )
    boundaries: Boundaries | None = field(
        "grænser",
        ask=Text(da="Hvor går grænserne i og for samarbejdet?", en="Where are the limits, inside and around the cooperation?"),
        example="",
        need=FROM_COOPERATION,
        rule="TJK09",
        public=True,
        material=True,
        answers=("9",),
        source="S3 Tjekliste 9",
    )
    termination: Termination | None = field(
        "ophør",
        ask=Text(da="Hvordan stopper I ordentligt, hvis I får brug for det?", en="How do you stop in good order, if you need to?"),
        example="",
        need=FROM_COOPERATION,
        rule="TJK10",
        material=True,
        answers=("10",),
        source="S3 Tjekliste 10",
    )
    user_influence: UserInfluence | None = field(
        "brugerindflydelse",
        ask=Text(da="Hvordan får brugerne indflydelse?", en="How do the users have a say?"),
        example="",
        need=FROM_COOPERATION,
        rule="TJK11",
        public=True,
        material=True,
        answers=("11",),
        source="S3 Tjekliste 11",
    )
    anchoring: Anchoring | None = field(
        "forankring",
        ask=Text(da="Hvem skal kende aftalen og stå bag den?", en="Who should know the agreement and stand behind it?"),
        example="",
        need=Requiredness(cooperation=ADVICE, partnership=WARNING),
        rule="TJK12b",
        answers=("12",),
        source="S3 Tjekliste 12",
    )
    communication: Communication | None = field(
        "formidling",
        ask=Text(da="Hvordan får borgerne det at vide?", en="How do the citizens hear about it?"),
        example="",
        public=True,
        answers=("13",),
        source="S3 Tjekliste 13; S2 Handlinger 7",
    )
    benefits: Benefits | None = field(
        "udbytte",
        ask=Text(da="Hvad får I hver især ud af det?", en="What does each of you get out of it?"),
        example="",
        need=Requiredness(partnership=WARNING),
        rule="PRT02",
        public=True,
        source="S3 Begge parter skal have noget ud af samarbejdet",
    )
    added_value: tuple[AddedValue, ...] = field(
        "merværdi",
        ask=Text(da="Hvad er merværdien for borgeren?", en="What is the added value for the citizen?"),
        example="",
        need=Requiredness(partnership=ADVICE),
        rule="PRT09",
        public=True,
        answers=("H4.1",),
        source="S1 Merværdien",
    )
    principles: Mapping[Key, Prose] | None = field(
        "holdepunkter",
        ask=Text(da="Hvordan lever I op til de fælles holdepunkter?", en="How do you live up to the shared principles?"),
        example=Text(da="{relationer: Vi ringer hellere end vi skriver.}", en="{relations: We would rather call than write.}"),
        need=Requiredness(partnership=ADVICE),
        rule="PRT10",
        public=True,
        source="S1 De fem centrale holdepunkter",
    )
    policy: PolicySupport | None = field(
        "politik",
        ask=Text(da="Hvilke af politikkens mål og handlinger støtter I?", en="Which of the policy's goals and actions do you support?"),
        example="",
        public=True,
        source="S2 Målsætninger; S2 Handlinger",
    )
    grant: tuple[Grant, ...] = field(
        "tilskud",
        ask=Text(da="Er der et økonomisk tilskud?", en="Is there a grant?"),
        example="",
        need=GRANT_ONLY,
        public=False,
        material=True,
        answers=("8",),
        source="S3 Forskellige slags aftaler om samarbejde; S2 Lovgrundlag",
        fixed=True,
    )
    evaluation: Evaluation | None = field(
        "evaluering",
        ask=Text(da="Hvordan og hvornår ser I tilbage sammen?", en="How and when do you look back together?"),
        example="",
        need=Requiredness(partnership=WARNING),
        rule="PRT13",
        material=True,
        answers=("3", "H4.2"),
        source="S1 De fem centrale holdepunkter; S3 Forskellige slags aftaler om samarbejde",
    )
    renegotiation: Renegotiation | None = field(
        "genforhandling",
        ask=Text(da="Hvornår tager I aftalen op til ny forhandling?", en="When do you take the agreement up again?"),
        example="",
        material=True,
        source="S3 Tilbud til ældre i Århus",
    )
    extension: Extension | None = field(
        "forlængelse",
        ask=Text(da="Kan aftalen forlænges?", en="Can the agreement be extended?"),
        example="",
        material=True,
        source="practice",
    )
    insurance: Insurance | None = field(
        "forsikring",
        ask=Text(da="Er de frivillige forsikret?", en="Are the volunteers insured?"),
        example="",
        need=Requiredness(oral=ADVICE, grant=ADVICE, cooperation=ADVICE, partnership=ADVICE),
        rule="JUR07",
        material=True,
        source="S2 Samarbejde",
    )
    child_certificate: ChildCertificate | None = field(
        "børneattest",
        ask=Text(da="Hvem sørger for børneattester?", en="Who sees to the child certificates?"),
        example="",
        rule="JUR03",
        material=True,
        source="practice",
    )
    confidentiality: Prose | None = field(
        "tavshedspligt",
        ask=Text(da="Hvad har I aftalt om tavshedspligt?", en="What have you agreed on confidentiality?"),
        example=Text(da="Det, vi hører, bliver mellem os.", en="What we hear stays between us."),
        material=True,
        source="S3 Eksempler",
    )
    personal_data: PersonalData | None = field(
        "persondata",
        ask=Text(da="Deler I oplysninger om borgere?", en="Do you share information on citizens?"),
        example="",
        rule="JUR05",
        material=True,
        source="S3 Eksempler",
    )
    dispute_steps: tuple[DisputeStep, ...] = field(
        "uenighed",
        Text(da="Hvis I bliver uenige", en="If you disagree"),
        ask=Text(da="Hvad gør I, hvis I bliver uenige?", en="What do you do if you disagree?"),
        example="",
        material=True,
        source="S3 Organiseringen skal sikre samarbejdet over tid",
    )
    deliverables: tuple[Deliverable, ...] = field(
        "leverancer",
        ask=Text(da="Er der noget, en af jer skal aflevere?", en="Is there anything one of you must deliver?"),
        example="",
        material=True,
        source="practice",
    )
    budget: tuple[BudgetLine, ...] = field(
        "budget",
        ask=Text(da="Hvad koster det, og hvem betaler?", en="What does it cost, and who pays?"),
        example="",
        material=True,
        source="S3 Eksempler",
    )
    new_parties: Prose | None = field(
        "nye_parter",
        ask=Text(da="Hvordan kan andre komme med?", en="How can others join?"),
        example=Text(da="Andre kan komme med, når vi alle siger ja.", en="Others can join when we all say yes."),
        material=True,
        source="practice",
    )
    precedence: Prose | None = field(
        "forrang",
        ask=Text(da="Hvad gælder, hvis aftale og bilag ikke passer sammen?", en="What goes first if agreement and annex differ?"),
        example=Text(da="Aftalen går forud for bilagene.", en="The agreement takes precedence over the annexes."),
        material=True,
        source="practice",
    )
    risks: tuple[Risk, ...] = field(
        "risici",
        ask=Text(da="Hvad kan gå galt, og hvad gør I så?", en="What can go wrong, and what will you do?"),
        example="",
        answers=("7",),
        source="S1 Det samproducerende partnerskab; S3 Tjekliste 7",
    )
    legally_binding: Binding = field(
        "juridisk_bindende",
        ask=Text(da="Er aftalen juridisk bindende?", en="Is the agreement legally binding?"),
        example=Text(da="nej", en="no"),
        default=Binding.NOT_STATED,
        material=True,
        source="practice",
    )
    replaces: tuple[AgreementId, ...] = field(
        "erstatter",
        ask=Text(da="Erstatter den en tidligere aftale?", en="Does it replace an earlier agreement?"),
        example="[kaffe-2024]",
        material=True,
        source="practice",
    )
    framework: AgreementId | None = field(
        "ramme",
        Text(da="Rammeaftale", en="Framework agreement"),
        ask=Text(da="Hører den under en rammeaftale?", en="Does it belong under a framework agreement?"),
        example="rammeaftale-2026",
        material=True,
        source="practice",
    )
    related: tuple[AgreementId, ...] = field(
        "relaterede",
        Text(da="Beslægtede aftaler", en="Related agreements"),
        ask=Text(da="Hvilke andre aftaler hænger den sammen med?", en="Which other agreements is it linked with?"),
        example="[besoegsvenner]",
        public=True,
        answers=("H5.3",),
        source="S1 De fem centrale holdepunkter",
    )
    signatures: tuple[Signature, ...] = field(
        "underskrifter",
        ask=Text(da="Hvem skriver under?", en="Who signs?"),
        example="",
        need=PARTNERSHIP_ONLY,
        rule="PRT06",
        source="S3 Forskellige slags aftaler om samarbejde",
    )
    annexes: tuple[Annex, ...] = field(
        "bilag",
        ask=Text(da="Er der bilag?", en="Are there annexes?"),
        example="",
        material=True,
        source="practice",
    )
    log: tuple[LogEntry, ...] = field(
        "hændelser",
        ask=Text(da="Hvad er der sket undervejs?", en="What has happened on the way?"),
        example="",
        answers=("H1",),
        source="S1 De fem centrale holdepunkter",
    )
    glossary: tuple[Term, ...] = field(
        "ordliste",
        ask=Text(da="Er der ord, I skal være enige om?", en="Are there words you should agree on?"),
        example="",
        public=True,
        material=True,
        answers=("H1.2",),
        source="S1 De fem centrale holdepunkter",
    )
    other_terms: tuple[OtherTerm, ...] = field(
        "øvrige_vilkår",
        ask=Text(da="Er der andet, I vil skrive ned?", en="Is there anything else you want to write down?"),
        example="",
        material=True,
        source="S3 Forskellige slags aftaler om samarbejde",
    )
    waivers: tuple[Waiver, ...] = field(
        "undtagelser",
        ask=Text(da="Er der en regel, der ikke passer på jer?", en="Is there a rule that does not fit you?"),
        example="",
        source="practice",
    )

    @property
    def all_parties(self) -> tuple[Party, ...]:
        """The parties, those too of which something else than id and side, such as the name, is still open."""
        pieces = self.written.get("parties", self.parties)
        return tuple(piece for piece in pieces if isinstance(piece, Party) and piece.id and piece.side)

    def find_party_name(self, party: str) -> str:
        """The name behind the id of a party or of an outside role; of no such id, the id itself."""
        return self.party_names.get(party, party)

    @property
    def party_names(self) -> Mapping[str, str]:
        """The names behind the ids of the parties and the outside roles."""
        roles: dict[str, str] = {role.id: role.name for role in self.other_roles}
        return roles | {party.id: party.name for party in self.parties}


def is_newer_schema(agreement: Agreement) -> bool:
    """Whether a file is written for a schema that this tool does not know, and would misread."""
    return agreement.schema > SCHEMA
