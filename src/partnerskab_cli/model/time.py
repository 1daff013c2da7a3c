"""When things begin, fall due, are looked back upon and end."""

from ..diagnostics import Severity
from ..text.localized import Text
from .amounts import Duration, Recurrence
from .choices import CountedFrom, NoticeForm
from .field import ALWAYS, Requiredness, field
from .record import Record
from .types import Day, Line, Notice, PartyId, Prose, Slug, Whole

ADVICE = Severity.ADVICE
WARNING = Severity.WARNING


class RelativeDeadline(Record):
    """A deadline counted from another day."""

    after: CountedFrom | None = field(
        "efter",
        ask=Text(da="Hvad regner I fristen fra?", en="What do you count the time from?"),
        example=Text(da="underskrift", en="signature"),
    )
    duration: Duration | None = field(
        "varighed",
        ask=Text(da="Hvor lang tid efter?", en="How long after?"),
        example=Text(da="2 måneder", en="2 months"),
    )
    repeats: Recurrence | None = field(
        "gentages",
        ask=Text(da="Hvor tit kommer det igen?", en="How often does it come round?"),
        example=Text(da="2 om året", en="twice a year"),
    )


class Period(Record):
    """When the agreement begins and ends."""

    start: Day = field(
        "start",
        ask=Text(da="Hvornår begynder I?", en="When do you begin?"),
        example="2026-01-01",
        need=ALWAYS,
    )
    end: Day | None = field(
        "slut",
        ask=Text(da="Hvornår slutter aftalen?", en="When does the agreement end?"),
        example="2027-12-31",
        need=Requiredness(cooperation=ADVICE, partnership=ADVICE),
        rule="DAT04",
        unless=("ongoing", True),
    )
    ongoing: bool = field(
        "løbende",
        ask=Text(da="Løber aftalen, til en af jer siger stop?", en="Does it run until one of you says stop?"),
        example=Text(da="nej", en="no"),
        default=False,
    )


class PartyNotice(Record):
    """The notice one party gives, where it differs."""

    party: PartyId = field(
        "part",
        ask=Text(da="Hvem gælder det?", en="Whom does it concern?"),
        example="kommunen",
        need=ALWAYS,
    )
    notice: Notice = field(
        "varsel",
        ask=Text(da="Hvilket varsel?", en="Which notice?"),
        example=Text(da="6 måneder", en="6 months"),
        need=ALWAYS,
    )


class Termination(Record):
    """How the cooperation can end (checklist 10)."""

    notice: Notice | None = field(
        "varsel",
        Text(da="Opsigelsesvarsel", en="Notice"),
        ask=Text(da="Hvor lang tid i forvejen siger I til?", en="How long beforehand do you say so?"),
        example=Text(da="3 måneder", en="3 months"),
    )
    notice_per_party: tuple[PartyNotice, ...] = field(
        "varsel_pr_part",
        Text(da="Varsel for hver part", en="Notice per party"),
        ask=Text(da="Har I forskelligt varsel?", en="Do you have different notice?"),
        example="",
    )
    by: tuple[PartyId, ...] = field(
        "af",
        Text(da="Hvem kan sige op", en="Who may give notice"),
        ask=Text(da="Hvem kan sige aftalen op?", en="Who may end the agreement?"),
        example="[kommunen, venner]",
    )
    form: NoticeForm | None = field(
        "form",
        Text(da="Sådan siges op", en="How notice is given"),
        ask=Text(da="Skal opsigelsen være skriftlig?", en="Must notice be in writing?"),
        example=Text(da="skriftligt", en="written"),
    )
    immediate: tuple[Prose, ...] = field(
        "straks",
        Text(da="Ophør med det samme", en="Immediate end"),
        ask=Text(da="Hvornår kan I stoppe med det samme?", en="When may you stop at once?"),
        example=Text(da="[groft brud på tavshedspligten]", en="[gross breach of confidentiality]"),
    )
    wind_down: Prose | None = field(
        "afvikling",
        ask=Text(da="Hvad sker der med borgerne, hvis I stopper?", en="What happens to the citizens if you stop?"),
        example=Text(
            da="Gæsterne får besked og en hånd med videre til et andet sted.", en="The guests are told and helped along to another place."
        ),
        need=Requiredness(cooperation=WARNING, partnership=WARNING),
        rule="TJK10b",
    )
    survives: tuple[Prose, ...] = field(
        "efter",
        Text(da="Gælder også bagefter", en="Still holds afterwards"),
        ask=Text(da="Hvad gælder stadig bagefter?", en="What still holds afterwards?"),
        example=Text(da="[tavshedspligten]", en="[confidentiality]"),
    )


class Evaluation(Record):
    """How and when the parties look back together (S1, S3)."""

    when: Recurrence | Line | None = field(
        "hvornår",
        ask=Text(da="Hvor tit evaluerer I?", en="How often do you evaluate?"),
        example=Text(da="1 om året", en="once a year"),
    )
    method: Prose | None = field(
        "metode",
        ask=Text(da="Hvordan gør I det enkelt?", en="How do you do it simply?"),
        example=Text(da="En fælles samtale over kaffen", en="A talk together over coffee"),
    )
    responsible: PartyId | None = field(
        "ansvarlig",
        ask=Text(da="Hvem indkalder?", en="Who calls it?"),
        example="kommunen",
    )
    next: Day | None = field(
        "næste",
        ask=Text(da="Hvornår er den næste?", en="When is the next one?"),
        example="2026-10-01",
        rule="DAT05",
        material=False,
    )
    last: Day | None = field(
        "sidst",
        ask=Text(da="Hvornår var den sidste?", en="When was the last one?"),
        example="2025-10-02",
        material=False,
    )
    result: Prose | None = field(
        "resultat",
        ask=Text(da="Hvad viste den?", en="What did it show?"),
        example=Text(da="Flere gæster end ventet", en="More guests than expected"),
        material=False,
    )
    learning: Prose | None = field(
        "læring",
        Text(da="Det lærte vi", en="What we learnt"),
        ask=Text(da="Hvad lærte I?", en="What did you learn?"),
        example=Text(da="Det virker bedst, når gæsterne selv er værter.", en="It works best when the guests are hosts themselves."),
        material=False,
        answers=("H1.1",),
    )


class Renegotiation(Record):
    """When the agreement is taken up again (S3 Ældremobiliseringen)."""

    latest: Day | None = field(
        "senest",
        ask=Text(da="Senest hvornår?", en="By when at the latest?"),
        example="2027-09-01",
    )
    every: Duration | None = field(
        "hver",
        ask=Text(da="Med hvilke mellemrum?", en="At what intervals?"),
        example=Text(da="2 år", en="2 years"),
    )
    basis: Prose | None = field(
        "grundlag",
        ask=Text(da="På hvilket grundlag?", en="On what basis?"),
        example=Text(da="evalueringen", en="the evaluation"),
    )


class Extension(Record):
    """Whether and how the agreement can be extended."""

    automatic: bool | None = field(
        "automatisk",
        ask=Text(da="Sker det af sig selv?", en="Does it happen by itself?"),
        example=Text(da="nej", en="no"),
    )
    length: Duration | None = field(
        "længde",
        ask=Text(da="Hvor længe ad gangen?", en="How long at a time?"),
        example=Text(da="1 år", en="1 year"),
    )
    at_most: Whole | None = field(
        "højst",
        ask=Text(da="Højst hvor mange gange?", en="At most how many times?"),
        example="2",
    )


class Deliverable(Record):
    """Something a party must hand in."""

    id: Slug | None = field(
        "id",
        ask=Text(da="Hvilket korte navn skal leverancen have i filen?", en="What short name should the deliverable have in the file?"),
        example="aarsnotat",
        material=False,
    )
    party: PartyId = field(
        "part",
        ask=Text(da="Hvem afleverer?", en="Who delivers?"),
        example="venner",
        need=ALWAYS,
    )
    text: Prose = field(
        "tekst",
        ask=Text(da="Hvad skal afleveres?", en="What must be delivered?"),
        example=Text(da="Et kort årsnotat", en="A short yearly note"),
        need=ALWAYS,
    )
    deadline: Day | RelativeDeadline | None = field(
        "frist",
        ask=Text(da="Hvornår?", en="When?"),
        example="2027-01-31",
    )
    delivered: Day | None = field(
        "afleveret",
        ask=Text(da="Hvornår blev det afleveret?", en="When was it delivered?"),
        example="2027-01-28",
        material=False,
    )
