"""Why the parties work together, for whom, towards what, and how it went."""

from ..diagnostics import Severity
from ..text.localized import Text
from .choices import Outcome, PublicBenefit, ValueKind, VoluntaryBenefit
from .field import ALWAYS, Requiredness, field
from .record import Record
from .types import Day, Line, PartyId, Prose, Slug, Whole

ADVICE = Severity.ADVICE
WARNING = Severity.WARNING


class Result(Record):
    """How something went, looked at once it was due (S3 Tjekliste 3)."""

    status: Outcome = field(
        "status",
        ask=Text(da="Er det nået?", en="Has it been reached?"),
        example=Text(da="delvist", en="partly"),
        need=ALWAYS,
    )
    text: Prose | None = field(
        "tekst",
        ask=Text(da="Hvad skete der?", en="What happened?"),
        example=Text(da="Otte af ti kom igen efter sommeren.", en="Eight of ten came back after the summer."),
    )
    date: Day | None = field(
        "dato",
        ask=Text(da="Hvornår så I på det?", en="When did you look at it?"),
        example="2026-11-30",
    )


class Criterion(Record):
    """One sign of success, for one side (checklist 4)."""

    text: Prose = field(
        "tekst",
        ask=Text(da="Hvornår er det en succes?", en="When is it a success?"),
        example=Text(da="De frivillige bliver hængende, fordi det giver mening.", en="The volunteers stay on because it makes sense."),
        need=ALWAYS,
    )
    measure: Line | None = field(
        "måling",
        ask=Text(da="Hvordan kan I se det?", en="How can you tell?"),
        example=Text(da="antal frivillige efter et år", en="number of volunteers after a year"),
    )
    target: Line | None = field(
        "mål",
        Text(da="Mål for det", en="Target"),
        ask=Text(da="Hvor meget er nok?", en="How much is enough?"),
        example=Text(da="12 frivillige", en="12 volunteers"),
    )
    result: Result | None = field(
        "resultat",
        ask=Text(da="Hvordan gik det?", en="How did it go?"),
        example="",
        material=False,
    )


class Needs(Record):
    """The need the cooperation answers (checklist 1)."""

    text: Prose | None = field(
        "tekst",
        ask=Text(da="Hvad mangler der i dag?", en="What is missing today?"),
        example=Text(da="Mange, der bor alene, taler ikke med nogen i weekenden.", en="Many who live alone talk to nobody at the weekend."),
        need=ALWAYS,
        rule="TJK01",
    )
    source: Line | None = field(
        "kilde",
        ask=Text(da="Hvor ved I det fra?", en="How do you know?"),
        example=Text(da="kommunens sundhedsprofil", en="the municipal health profile"),
        need=Requiredness(cooperation=ADVICE, partnership=ADVICE),
        rule="TJK01c",
        material=False,
        source="S2 Indledning",
    )
    found_how: Prose | None = field(
        "fundet",
        Text(da="Sådan fandt vi frem til det", en="How we found it"),
        ask=Text(da="Hvordan fandt I frem til kernen i det?", en="How did you find the heart of it?"),
        example=Text(da="Vi holdt to åbne møder og spurgte 30 borgere.", en="We held two open meetings and asked 30 citizens."),
        need=Requiredness(partnership=ADVICE),
        rule="TYP05",
        material=False,
        source="S1 Det samskabende partnerskab",
    )


class TargetGroup(Record):
    """Who should feel a difference (checklist 1)."""

    text: Prose | None = field(
        "tekst",
        ask=Text(da="Hvem er det for?", en="Who is it for?"),
        example=Text(da="Ældre, der bor alene", en="Older people who live alone"),
        need=ALWAYS,
        rule="TJK01",
    )
    number: Whole | None = field(
        "antal",
        ask=Text(da="Hvor mange regner I med?", en="How many do you expect?"),
        example="25",
        material=False,
    )
    age: Line | None = field(
        "alder",
        ask=Text(da="Hvilken alder har de?", en="How old are they?"),
        example="65+",
        material=False,
    )
    children_under_15: bool | None = field(
        "børn_under_15",
        ask=Text(da="Er der børn under 15 år med?", en="Are children under 15 involved?"),
        example=Text(da="nej", en="no"),
        source="practice",
    )
    vulnerable: bool | None = field(
        "sårbare",
        ask=Text(da="Er der særligt sårbare borgere med?", en="Are especially vulnerable citizens involved?"),
        example=Text(da="ja", en="yes"),
        public=False,
        material=False,
        source="practice",
    )


class Milestone(Record):
    """A step on the way to a goal (checklist 3)."""

    text: Prose = field(
        "tekst",
        ask=Text(da="Hvad er skridtet?", en="What is the step?"),
        example=Text(da="Ti borgere kommer fast.", en="Ten citizens come regularly."),
        need=ALWAYS,
    )
    deadline: Day | None = field(
        "frist",
        ask=Text(da="Hvornår skal det være nået?", en="When should it be reached?"),
        example="2026-06-30",
    )
    result: Result | None = field(
        "resultat",
        ask=Text(da="Hvordan gik det?", en="How did it go?"),
        example="",
        public=False,
        material=False,
    )


class Goal(Record):
    """What should be different when the period is over (checklist 3)."""

    id: Slug | None = field(
        "id",
        ask=Text(da="Hvilket korte navn skal målet have i filen?", en="Which short name shall the goal have in the file?"),
        example="samvaer",
    )
    text: Prose = field(
        "tekst",
        ask=Text(da="Hvad er målet?", en="What is the goal?"),
        example=Text(da="25 borgere har et fast sted at komme hver uge.", en="25 citizens have a regular place to go every week."),
        need=ALWAYS,
    )
    milestones: tuple[Milestone, ...] = field(
        "delmål",
        ask=Text(da="Er der skridt på vejen?", en="Are there steps on the way?"),
        example="",
        source="S3 Tjekliste 3",
    )
    indicator: tuple[Line, ...] = field(
        "indikator",
        ask=Text(da="Hvad kigger I på for at se det?", en="What do you look at to tell?"),
        example=Text(da="[antal faste gæster]", en="[number of regular guests]"),
        answers=("3", "H4.2"),
    )
    baseline: Line | None = field(
        "nu",
        Text(da="I dag", en="Today"),
        ask=Text(da="Hvordan står det til i dag?", en="How do things stand today?"),
        example='"0"',
    )
    target: Line | None = field(
        "måltal",
        ask=Text(da="Hvilket tal går I efter?", en="Which figure do you aim at?"),
        example='"25"',
    )
    deadline: Day | None = field(
        "frist",
        ask=Text(da="Hvornår skal målet være nået?", en="When should the goal be reached?"),
        example="2026-12-31",
    )
    follow_up: Prose | None = field(
        "opfølgning",
        ask=Text(da="Hvordan og hvornår følger I op?", en="How and when do you follow up?"),
        example=Text(
            da="Vi tæller i uge 40 og taler om det på næste møde.", en="We count in week 40 and talk about it at the next meeting."
        ),
        need=Requiredness(cooperation=WARNING, partnership=WARNING),
        rule="TJK03b",
        answers=("3", "H4.2"),
    )
    responsible: PartyId | None = field(
        "ansvarlig",
        ask=Text(da="Hvem holder øje med målet?", en="Who keeps an eye on the goal?"),
        example="venner",
    )
    result: Result | None = field(
        "resultat",
        ask=Text(da="Hvordan gik det?", en="How did it go?"),
        example="",
        public=False,
        material=False,
        answers=("H4.2",),
    )


class SuccessCriteria(Record):
    """When it is a success, for each side (checklist 4: "såvel … som")."""

    voluntary: tuple[Criterion, ...] = field(
        "frivillig",
        Text(da="For de frivillige", en="For the volunteers"),
        ask=Text(da="Hvornår er det en succes for de frivillige?", en="When is it a success for the volunteers?"),
        example="",
        need=ALWAYS,
        rule="TJK04b",
    )
    public: tuple[Criterion, ...] = field(
        "offentlig",
        Text(da="For den offentlige part", en="For the public party"),
        ask=Text(da="Hvornår er det en succes for kommunen?", en="When is it a success for the municipality?"),
        example=Text(da="Vi når borgere, vi ellers ikke når.", en="We reach citizens whom we do not reach otherwise."),
        need=ALWAYS,
        rule="TJK04b",
        also=("kommune",),
    )
    users: tuple[Criterion, ...] = field(
        "brugere",
        Text(da="For brugerne", en="For the users"),
        ask=Text(da="Hvornår er det en succes for brugerne?", en="When is it a success for the users?"),
        example=Text(da="Jeg har nogen at drikke kaffe med.", en="I have somebody to drink coffee with."),
    )


class Benefits(Record):
    """What each side gets out of it (S3 Begge parter)."""

    voluntary: tuple[VoluntaryBenefit | Prose, ...] = field(
        "frivillig",
        Text(da="For de frivillige", en="For the volunteers"),
        ask=Text(da="Hvad får de frivillige ud af det?", en="What do the volunteers get out of it?"),
        example=Text(da="[indflydelse]", en="[influence]"),
    )
    public: tuple[PublicBenefit | Prose, ...] = field(
        "offentlig",
        Text(da="For den offentlige part", en="For the public party"),
        ask=Text(da="Hvad får kommunen ud af det?", en="What does the municipality get out of it?"),
        example=Text(da="[dækning]", en="[coverage]"),
        also=("kommune",),
    )


class AddedValue(Record):
    """What the citizen gains beyond what each could do alone (S1 Merværdien)."""

    kind: ValueKind = field(
        "art",
        ask=Text(da="Hvilken slags merværdi?", en="Which kind of added value?"),
        example=Text(da="mestring", en="coping"),
        need=ALWAYS,
    )
    text: Prose | None = field(
        "tekst",
        ask=Text(da="Hvordan viser den sig?", en="How does it show?"),
        example=Text(da="Gæsterne hjælper hinanden med at komme af sted.", en="The guests help each other to get going."),
    )


class PolicySupport(Record):
    """Which of the policy's goals and actions the agreement supports (S2)."""

    goals: tuple[Whole, ...] = field(
        "mål",
        Text(da="Målsætninger", en="Goals"),
        ask=Text(da="Hvilke målsætninger? Skriv numrene.", en="Which goals? Write the numbers."),
        example="[2, 6]",
    )
    actions: tuple[Whole, ...] = field(
        "handlinger",
        ask=Text(da="Hvilke handlinger? Skriv numrene.", en="Which actions? Write the numbers."),
        example="[8]",
    )
