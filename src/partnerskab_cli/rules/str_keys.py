"""The keys: known, once, in one language, and all that must be there."""

from collections.abc import Iterator, Sequence

from ..diagnostics import Severity
from ..model.agreement import Agreement
from ..model.cooperation import Meeting
from ..model.money import Grant, Payment
from ..model.parties import Party, Role
from ..model.purpose import Goal
from ..model.record import Finding, Record, field_path, make_finding
from ..model.summary import AgreementSummary
from ..model.terms import Annex
from ..model.time import Deliverable
from ..model.types import Slug
from ..profile.profile import Profile
from ..text.localized import Text
from .required_fields import make_required_check
from .rule import ALWAYS, NOT_IDEA, CheckDates, FileContext, PortfolioFinding, Rule, Scope

ERROR, WARNING, ADVICE = Severity.ERROR, Severity.WARNING, Severity.ADVICE

STR02 = Rule(
    "STR02",
    ERROR,
    says=Text(da="Jeg kender ikke feltet »{key}«.", en="I do not know the field “{key}”."),
    cure=Text(da="mente I »{suggestion}«?", en="did you mean “{suggestion}”?"),
    why=Text(
        da="Et felt med en slåfejl bliver ikke læst, og så mangler svaret.",
        en="A misspelt field is not read, and then the answer is missing.",
    ),
    source="practice",
    bad="tavshedsplikt: Det, vi hører, bliver mellem os.",
    good="tavshedspligt: Det, vi hører, bliver mellem os.",
    statuses=ALWAYS,
)

STR02B = Rule(
    "STR02b",
    ERROR,
    says=Text(da="Jeg kender ikke feltet »{key}«.", en="I do not know the field “{key}”."),
    cure=Text(
        da="skriv det under `øvrige_vilkår`, eller lad navnet begynde med `x_`",
        en="write it under `other_terms`, or let the name begin with `x_`",
    ),
    why=Text(
        da="Der er plads til alt, I vil aftale; det skal bare stå, hvor andre kan finde det.",
        en="There is room for all that you want to agree on; it need only stand where others can find it.",
    ),
    source="S3 Forskellige slags aftaler om samarbejde",
    bad="bordtennis: hver onsdag",
    good="x_bordtennis: hver onsdag",
    statuses=ALWAYS,
    after=("STR02",),
)

STR02C = Rule(
    "STR02c",
    ERROR,
    says=Text(
        da="Kommaet deler teksten: »{rest}« hører til »{text}«.",
        en="The comma splits the text: “{rest}” belongs to “{text}”.",
    ),
    cure=Text(da="sæt anførselstegn om: {better}", en="put quotation marks round it: {better}"),
    why=Text(
        da="Inden i {…} begynder et nyt felt efter hvert komma, og så bliver resten af teksten ikke læst.",
        en="Inside {…} a new field begins after every comma, and then the rest of the text is not read.",
    ),
    source="practice",
    bad="målgruppe: {tekst: Ældre, der bor alene, alder: 65+}",
    good="målgruppe: {tekst: 'Ældre, der bor alene', alder: 65+}",
    forms="SP",
    statuses=ALWAYS,
)

STR02D = Rule(
    "STR02d",
    ERROR,
    says=Text(da="Der mangler et mellemrum efter kolonet i »{text}«.", en="A blank is missing after the colon in “{text}”."),
    cure=Text(da="skriv »{better}«", en="write “{better}”"),
    why=Text(
        da="Uden mellemrummet er det hele ét ord, og svaret bliver ikke læst.",
        en="Without the blank all of it is one word, and the answer is not read.",
    ),
    source="practice",
    bad="målgruppe: {tekst:Ældre i Nordby, alder: 65+}",
    good="målgruppe: {tekst: Ældre i Nordby, alder: 65+}",
    forms="SP",
    statuses=ALWAYS,
)

STR03 = Rule(
    "STR03",
    ERROR,
    says=Text(da="»{key}« står to gange, i linje {first} og {second}.", en="“{key}” stands twice, in lines {first} and {second}."),
    cure=Text(da="saml dem; kun den ene ville gælde", en="merge them; only one would count"),
    why=Text(
        da="Andre programmer læser den sidste og smider den første væk uden at sige det.",
        en="Other programs read the last and throw the first away without a word.",
    ),
    source="practice",
    bad="titel: Kaffe\ntitel: Te",
    good="titel: Kaffe og te",
    statuses=ALWAYS,
)

STR03B = Rule(
    "STR03b",
    ERROR,
    says=Text(da="»{first_key}« og »{second_key}« er det samme felt.", en="“{first_key}” and “{second_key}” are the same field."),
    cure=Text(da="behold det ene", en="keep one of them"),
    why=Text(da="Et spørgsmål har ét svar.", en="A question has one answer."),
    source="practice",
    bad="titel: Kaffe\ntitle: Coffee",
    good="titel: Kaffe",
    statuses=ALWAYS,
    after=("STR03", "STR09"),
)


def same_ids(agreement: Agreement) -> Iterator[Finding]:
    """Things of one kind that share an id; parties and roles are named in the same places."""
    yield from find_duplicate_ids(
        [(party, Party.id, party.id) for party in agreement.parties] + [(role, Role.id, role.id) for role in agreement.other_roles]
    )
    yield from find_duplicate_ids([(goal, Goal.id, goal.id) for goal in agreement.goals if goal.id])
    yield from find_duplicate_ids([(meeting, Meeting.id, meeting.id) for meeting in agreement.meetings if meeting.id])
    yield from find_duplicate_ids(
        [(deliverable, Deliverable.id, deliverable.id) for deliverable in agreement.deliverables if deliverable.id]
    )
    yield from find_duplicate_ids(
        [(payment, Payment.id, payment.id) for grant in agreement.grant for payment in grant.payments if payment.id]
    )


def find_duplicate_ids(named: Sequence[tuple[Record, object, Slug | None]]) -> Iterator[Finding]:
    """The records whose id an earlier one has."""
    met: set[object] = set()
    for record, value, name in named:
        if name in met:
            yield make_finding(record, value, id=name)
        met.add(name)


STR03C = Rule(
    "STR03c",
    ERROR,
    says=Text(da="To hedder »{id}«.", en="Two are called “{id}”."),
    cure=Text(da="giv hver sit eget id", en="give each its own id"),
    why=Text(
        da="Aftalen, kalenderen og kommandoerne kender tingene på deres id.",
        en="The agreement, the calendar and the commands know things by their id.",
    ),
    source="practice",
    bad="mål:\n  - {id: ro, tekst: Ti gæster finder ro., opfølgning: Vi spørger dem.}\n  - {id: ro, tekst: Fem gæster kommer igen., opfølgning: Vi tæller.}",
    good="mål:\n  - {id: ro, tekst: Ti gæster finder ro., opfølgning: Vi spørger dem.}\n  - {id: igen, tekst: Fem gæster kommer igen., opfølgning: Vi tæller.}",
    statuses=ALWAYS,
    forms="SP",
    check=same_ids,
)


def other_name(agreement: Agreement, file: FileContext) -> Iterator[Finding]:
    """An id that is not the name of the file."""
    if agreement.id and file.stem and agreement.id != file.stem:
        yield make_finding(agreement, Agreement.id, id=agreement.id, file=f"{file.stem}.yaml")


STR05 = Rule(
    "STR05",
    ERROR,
    says=Text(da="id »{id}« passer ikke til filnavnet {file}.", en="id “{id}” does not match the file name {file}."),
    cure=Text(da="giv dem samme navn", en="give them the same name"),
    why=Text(da="Så finder I filen, når en anden aftale henviser til den.", en="So you find the file when another agreement refers to it."),
    source="practice",
    bad="id: et-andet-navn",
    good="id: {id}",
    statuses=ALWAYS,
    after=("STR10", "HIS02"),
    check_file=other_name,
)


def same_id_elsewhere(rows: Sequence[AgreementSummary], _: Profile, __: CheckDates) -> Iterator[PortfolioFinding]:
    """Agreements whose id an earlier file has."""
    (field,) = field_path(Agreement.id)
    first: dict[str, str] = {}
    for row in rows:
        if row.id in first:
            yield PortfolioFinding(row, field, None, {"id": row.id, "file": first[row.id]})
        elif row.id:
            first[row.id] = row.path


STR05B = Rule(
    "STR05b",
    ERROR,
    says=Text(da="id »{id}« bruges også i {file}.", en="id “{id}” is also used in {file}."),
    cure=Text(da="giv den ene et nyt id", en="give one of them a new id"),
    why=Text(
        da="Andre aftaler, frister og underskrifter henviser til aftalen ved dens id.",
        en="Other agreements, deadlines and signatures refer to the agreement by its id.",
    ),
    source="practice",
    bad="# nord/kaffe.yaml\nformål: Et sted at drikke kaffe.\n---\n# syd/kaffe.yaml\nformål: Et kor for alle, der gerne vil synge.",
    good="# nord/kaffe.yaml\nformål: Et sted at drikke kaffe.\n---\n# syd/musik.yaml\nformål: Et kor for alle, der gerne vil synge.",
    statuses=ALWAYS,
    after=("STR05",),
    scope=Scope.PORTFOLIO,
    check_all=same_id_elsewhere,
)

STR09 = Rule(
    "STR09",
    ADVICE,
    says=Text(da="Filen blander danske og engelske feltnavne.", en="The file mixes Danish and English field names."),
    cure=Text(da="`partnerskab fmt --keys da` samler dem", en="`partnerskab fmt --keys en` gathers them"),
    why=Text(da="Ét sprog i filen er lettere at læse og rette.", en="One language in a file is easier to read and mend."),
    source="S1 De fem centrale holdepunkter",
    bad="confidentiality: Det, vi hører, bliver mellem os.",
    good="tavshedspligt: Det, vi hører, bliver mellem os.",
    statuses=ALWAYS,
)

STR10 = Rule(
    "STR10",
    ERROR,
    says=Text(da="Der mangler {field}: {question}", en="{field} is missing: {question}"),
    cure=Text(da="skriv fx {example}", en="write for instance {example}"),
    why=Text(da="Uden det kan aftalen ikke bruges til det, den er til.", en="Without it the agreement cannot serve its purpose."),
    source="practice",
    bad="periode:",
    good="periode: {start: 2026-01-01, slut: 2027-12-31}",
    forms="SPTM",
    after=("STR02", "STR03"),
    sinks=True,
    check=make_required_check(
        field_path(Agreement.period),
        field_path(Agreement.parties, Party.contacts),
        field_path(Agreement.grant),
        field_path(Agreement.grant, Grant.amount),
    ),
)

STR10B = Rule(
    "STR10b",
    ADVICE,
    says=Text(
        da="Jeg læser filen som en samarbejdsaftale, for der står ingen `formalitet`.",
        en="I read the file as a cooperation agreement, since there is no `formality`.",
    ),
    cure=Text(da="skriv den form, I har valgt", en="write the form you have chosen"),
    why=Text(
        da="Formen afgør, hvor meget der skal skrives ned; det er tjeklistens sjette punkt.",
        en="The form decides how much is to be written down; it is the sixth point of the checklist.",
    ),
    source="S3 Tjekliste 6",
    bad="formalitet:",
    good="formalitet: samarbejdsaftale",
    forms="SMTP",
    statuses=NOT_IDEA,
    after=("STR02", "STR04"),
    item=6,
)


def missing_annexes(agreement: Agreement, file: FileContext) -> Iterator[Finding]:
    """Annexes whose file is not there."""
    for annex in agreement.annexes:
        if annex.file in file.missing:
            yield make_finding(annex, Annex.file, file=annex.file)


STR12 = Rule(
    "STR12",
    WARNING,
    says=Text(da="Bilaget {file} findes ikke.", en="The annex {file} does not exist."),
    cure=Text(da="læg filen dér, eller ret stien", en="put the file there, or mend the path"),
    why=Text(da="Et bilag, ingen kan finde, kan ingen holde sig til.", en="Nobody can keep to an annex that nobody can find."),
    source="practice",
    bad="bilag: {titel: Vagtplan, fil: bilag/findes-ikke.pdf}",
    good="bilag: {titel: Vagtplan}",
    statuses=ALWAYS,
    check_file=missing_annexes,
)

RULES = (STR02, STR02B, STR02C, STR02D, STR03, STR03B, STR03C, STR05, STR05B, STR09, STR10, STR10B, STR12)
