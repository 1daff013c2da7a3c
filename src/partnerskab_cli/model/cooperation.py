"""How the work is organised, steered and bounded."""

from ..diagnostics import Severity
from ..text.localized import Text
from .amounts import Recurrence
from .choices import Closeness, Level
from .field import Requiredness, field
from .record import Record
from .types import Day, Line, Prose, Slug, Whole

ADVICE = Severity.ADVICE
WARNING = Severity.WARNING


class ProblemPath(Record):
    """Where volunteers and staff turn when something goes wrong (S3 over tid)."""

    volunteers: Line | None = field(
        "frivillige",
        ask=Text(da="Hvem spørger de frivillige?", en="Whom do the volunteers ask?"),
        example=Text(da="Foreningens formand", en="The chair of the association"),
    )
    staff: Line | None = field(
        "ansatte",
        ask=Text(da="Hvem spørger de ansatte?", en="Whom do the staff ask?"),
        example=Text(da="Områdelederen", en="The area manager"),
    )


class Organisation(Record):
    """Who keeps things together, and where problems are taken up (checklist 5)."""

    coordinator: Line | None = field(
        "tovholder",
        ask=Text(da="Hvem er tovholder?", en="Who is the coordinator?"),
        example=Text(da="frivilligkonsulenten", en="the volunteer consultant"),
        material=False,
    )
    steering_group: Prose | None = field(
        "styregruppe",
        ask=Text(da="Er der en styregruppe, og hvem sidder i den?", en="Is there a steering group, and who sits in it?"),
        example=Text(da="Formanden og områdelederen", en="The chair and the area manager"),
    )
    follow_up_group: Prose | None = field(
        "følgegruppe",
        ask=Text(da="Er der en følgegruppe?", en="Is there a group that follows the work?"),
        example=Text(da="To brugere og en frivillig", en="Two users and a volunteer"),
        material=False,
    )
    decisions: Prose | None = field(
        "beslutninger",
        ask=Text(da="Hvordan træffer I beslutninger?", en="How do you decide?"),
        example=Text(da="Vi beslutter i enighed.", en="We decide in agreement."),
    )
    problem_path: ProblemPath | None = field(
        "problemvej",
        ask=Text(da="Hvor går man hen, hvis noget driller?", en="Where does one turn if something goes wrong?"),
        example="",
        need=Requiredness(cooperation=WARNING, partnership=WARNING),
        rule="TJK05b",
        material=False,
    )


class Interplay(Record):
    """How closely volunteers and staff work together (S3 rule of thumb)."""

    closeness: Closeness | None = field(
        "tæthed",
        ask=Text(da="Hvor tit arbejder de side om side?", en="How often do they work side by side?"),
        example=Text(da="ugentligt", en="weekly"),
    )
    people: Whole | None = field(
        "personer",
        ask=Text(da="Hvor mange frivillige og ansatte er med i alt?", en="How many volunteers and staff take part in all?"),
        example="14",
    )
    development: bool | None = field(
        "udvikling",
        ask=Text(da="Vil I udvikle noget nyt sammen?", en="Do you want to develop something new together?"),
        example=Text(da="nej", en="no"),
    )


class Meeting(Record):
    """A meeting the parties hold (S1 Stærke relationer)."""

    id: Slug | None = field(
        "id",
        ask=Text(da="Hvilket korte navn skal mødet have i filen?", en="What short name should the meeting have in the file?"),
        example="statusmoede",
        material=False,
    )
    name: Line | None = field(
        "navn",
        ask=Text(da="Hvad kalder I mødet?", en="What do you call the meeting?"),
        example=Text(da="Statusmøde", en="Status meeting"),
    )
    level: Level | None = field(
        "niveau",
        ask=Text(da="Hvilket niveau mødes?", en="Which level meets?"),
        example=Text(da="ledelse", en="management"),
    )
    frequency: Recurrence | None = field(
        "hyppighed",
        ask=Text(da="Hvor tit?", en="How often?"),
        example=Text(da="2 om året", en="twice a year"),
    )
    participants: tuple[Line, ...] = field(
        "deltagere",
        ask=Text(da="Hvilke roller er med?", en="Which roles take part?"),
        example=Text(da="[formand, områdeleder]", en="[chair, area manager]"),
        material=False,
    )
    next: Day | None = field(
        "næste",
        ask=Text(da="Hvornår er det næste?", en="When is the next one?"),
        example="2026-05-20",
        rule="PRT08",
        material=False,
    )


class Control(Record):
    """How much is steered, and how much is dared (checklist 7)."""

    degree: Whole | None = field(
        "grad",
        Text(da="Grad af styring", en="Degree of control"),
        ask=Text(da="Fra 1 (prøv frit) til 5 (fast ramme): hvor står I?", en="From 1 (try freely) to 5 (fixed frame): where are you?"),
        example="2",
        limits=(1, 5),
    )
    text: Prose | None = field(
        "tekst",
        ask=Text(da="Hvad betyder det i praksis?", en="What does it mean in practice?"),
        example=Text(
            da="Foreningen prøver sig frem, og vi taler om det hvert halve år.",
            en="The association tries things out, and we talk about it every six months.",
        ),
    )
    documentation: Prose | None = field(
        "dokumentation",
        ask=Text(da="Hvor lidt dokumentation kan I nøjes med?", en="How little documentation can you do with?"),
        example=Text(da="Et kort notat en gang om året", en="A short note once a year"),
        answers=("7", "H3.4"),
    )
    method_freedom: bool | None = field(
        "metodefrihed",
        ask=Text(da="Vælger foreningen selv metoden?", en="Does the association choose the method itself?"),
        example=Text(da="ja", en="yes"),
        source="S0 Mest meningsfulde løsninger",
    )


class Boundaries(Record):
    """The limits inside and around the cooperation (checklist 9)."""

    volunteers_do: tuple[Prose, ...] = field(
        "frivillige_gør",
        ask=Text(da="Hvad gør de frivillige?", en="What do the volunteers do?"),
        example=Text(da="[drikker kaffe og taler med gæsterne]", en="[drink coffee and talk with the guests]"),
    )
    volunteers_do_not: tuple[Prose, ...] = field(
        "frivillige_gør_ikke",
        ask=Text(da="Hvad gør de frivillige ikke?", en="What do the volunteers not do?"),
        example=Text(da="[giver medicin]", en="[give medicine]"),
    )
    out_of_scope: tuple[Prose, ...] = field(
        "udenfor",
        Text(da="Uden for samarbejdet", en="Outside the cooperation"),
        ask=Text(da="Hvad falder helt uden for samarbejdet?", en="What falls outside the cooperation altogether?"),
        example=Text(da="[kørsel til lægen]", en="[driving to the doctor]"),
    )
    statutory: Prose | None = field(
        "lovpligtigt",
        Text(da="Lovpligtige opgaver", en="Statutory tasks"),
        ask=Text(
            da="Hvordan sikrer I, at frivillige ikke løser opgaver, kommunen har pligt til?",
            en="How do you make sure that volunteers do not do what the municipality is bound to do?",
        ),
        example=Text(
            da="Pleje og praktisk hjælp efter loven er altid kommunens.",
            en="Care and practical help by law is always for the municipality.",
        ),
        need=Requiredness(cooperation=ADVICE, partnership=ADVICE),
        rule="GRN03",
        source="S2 Målsætninger 8",
    )
