"""What stands in a field: words to choose from, dates, amounts, shapes, and names of parties."""

from collections.abc import Iterator
from functools import cache

from ..diagnostics import Severity
from ..model.agreement import Agreement
from ..model.field import Field, ListType, ScalarType
from ..model.purpose import PolicySupport
from ..model.record import UNREAD, Finding, Record, Way, iter_record_types
from ..model.requirements import find_holding_records, get_required_severity
from ..model.types import VALUES, PartyId, PayerId
from ..profile.policy import PolicyAction, PolicyGoal
from ..profile.profile import Profile
from ..text.localized import Text, join_alternatives
from .rule import ALWAYS, Rule

ERROR, WARNING = Severity.ERROR, Severity.WARNING


def no_such_number(agreement: Agreement, profile: Profile) -> Iterator[Finding]:
    """Policy goals and actions that the profile's policy does not have."""
    support, policy = agreement.policy, profile.policy
    if not (support and policy):
        return
    yield from find_unknown_numbers(support, PolicySupport.names["mål"], policy.goals)
    yield from find_unknown_numbers(support, PolicySupport.names["handlinger"], policy.actions)


def find_unknown_numbers(
    support: PolicySupport, field: Field, known: tuple[PolicyGoal, ...] | tuple[PolicyAction, ...]
) -> Iterator[Finding]:
    """Numbers that stand in no list of the policy."""
    numbers = tuple(each.number for each in known)
    for index, number in enumerate(getattr(support, field.name)):
        if number not in numbers:
            yield Finding(support, field, index, {"value": number, "choices": join_alternatives([str(each) for each in numbers])})


STR04 = Rule(
    "STR04",
    ERROR,
    says=Text(da="»{value}« er ikke en mulighed for {field}.", en="“{value}” is not a choice for {field}."),
    cure=Text(da="vælg mellem: {choices}", en="choose from: {choices}"),
    why=Text(da="Faste ord gør, at aftalerne kan sammenlignes og tælles.", en="Fixed words let the agreements be compared and counted."),
    source="practice",
    bad="status: aktvi",
    good="status: aktiv",
    statuses=ALWAYS,
    check_by=no_such_number,
)

STR04B = Rule(
    "STR04b",
    ERROR,
    says=Text(da="»{value}« er ikke {kind}.", en="“{value}” is not {kind}."),
    cure=Text(da="skriv fx {example}", en="write for instance {example}"),
    why=Text(
        da="En dato, der ikke findes, eller et beløb, der ikke kan læses, kan ingen holde øje med.",
        en="Nobody can keep an eye on a day that does not exist or an amount that cannot be read.",
    ),
    source="practice",
    bad="periode: {start: 2026-02-30, slut: 2027-12-31}",
    good="periode: {start: 2026-02-28, slut: 2027-12-31}",
    forms="SP",
    statuses=ALWAYS,
    after=("STR04",),
)

STR04C = Rule(
    "STR04c",
    ERROR,
    says=Text(da="{field} skal være {expected}, men her står {found}.", en="{field} should be {expected}, but here is {found}."),
    cure=Text(da="skriv fx {example}", en="write for instance {example}"),
    why=Text(da="Formen siger, hvordan svaret skal læses.", en="The shape says how the answer is to be read."),
    source="practice",
    bad="formål: [Et sted, at mødes]",
    good="formål: Et sted at mødes",
    statuses=ALWAYS,
)


def waived_where_required(agreement: Agreement) -> Iterator[Finding]:
    """Answers that this form of agreement cannot do without, and others can."""
    for field in Agreement.fields:
        reason = agreement.aside.get(field.name, UNREAD)
        if field.fixed and reason != UNREAD and get_required_severity(field.need, agreement.formality) is ERROR:
            yield Finding(agreement, field, None, {"aside": reason})


STR04D = Rule(
    "STR04d",
    ERROR,
    says=Text(da="{field} kan ikke være »ikke relevant«.", en="{field} cannot be “not relevant”."),
    cure=Text(da="udfyld feltet", en="fill in the field"),
    why=Text(
        da="Uden navn, form, status, parter og formål er der ingen aftale at følge.",
        en="Without a name, a type, a status, parties and a purpose there is no agreement to follow.",
    ),
    source="practice",
    bad="formål: {ikke_relevant: Det giver sig selv.}",
    good="formål: Et sted at mødes",
    statuses=ALWAYS,
    check=waived_where_required,
)


def strangers(agreement: Agreement) -> Iterator[Finding]:
    """References to a party or a role that the file does not have."""
    if agreement.aside.keys() & {"parties", "other_roles"}:
        return
    parties = tuple(party.id for party in agreement.parties)
    payers = (*parties, *(role.id for role in agreement.other_roles))
    for field in list_reference_fields(PartyId):
        yield from find_unknown_names(agreement, field, parties)
    for field in list_reference_fields(PayerId):
        yield from find_unknown_names(agreement, field, payers)


@cache
def list_reference_fields(named: object) -> tuple[Way, ...]:
    """Where an agreement names one of its parties; of signatures another chapter speaks."""
    return tuple(path for path in iter_paths_to(VALUES[named], Agreement) if path[0].name != "signatures")


def iter_paths_to(kind: ScalarType, record: type[Record], above: Way = ()) -> Iterator[Way]:
    """The ways to all fields of a kind, and to lists of it."""
    for field in record.fields:
        if kind in (field.kind, field.kind.of if isinstance(field.kind, ListType) else None):
            yield (*above, field)
        for section in iter_record_types(field.kind):
            yield from iter_paths_to(kind, section, (*above, field))


def find_unknown_names(agreement: Agreement, way: Way, known: tuple[str, ...]) -> Iterator[Finding]:
    """The names at the end of a way that are not among the known."""
    for record in find_holding_records(agreement, way):
        value = getattr(record, way[-1].name)
        for index, name in enumerate(value if type(value) is tuple else (value,)):
            if name is not None and name not in known:
                yield Finding(
                    record, way[-1], index if type(value) is tuple else None, {"value": name, "choices": join_alternatives(known)}
                )


STR04E = Rule(
    "STR04e",
    ERROR,
    says=Text(da="»{value}« er ikke blandt jeres parter.", en="“{value}” is not among your parties."),
    cure=Text(da="vælg mellem: {choices}", en="choose from: {choices}"),
    why=Text(da="En pligt uden en part er ingens.", en="A duty without a party is nobody's."),
    source="practice",
    bad="leverancer: {part: naboerne, tekst: Et kort årsnotat}",
    good="leverancer: {part: kommunen, tekst: Et kort årsnotat}",
    statuses=ALWAYS,
    after=("STR02",),
    check=strangers,
)

STR06 = Rule(
    "STR06",
    WARNING,
    says=Text(
        da="»{raw}« læses her som {amount}; andre programmer læser {misread}.",
        en="“{raw}” is read here as {amount}; other programs read {misread}.",
    ),
    cure=Text(da="skriv {plain}", en="write {plain}"),
    why=Text(
        da="I YAML er et punktum et decimaltegn, så 150.000 bliver til 150, når andre læser filen.",
        en="In YAML the dot is a decimal point, so 150.000 becomes 150 when others read the file.",
    ),
    source="practice",
    bad="budget: {post: Kaffe og brød, beløb: 8.000}",
    good="budget: {post: Kaffe og brød, beløb: 8000}",
    statuses=ALWAYS,
)

STR07 = Rule(
    "STR07",
    WARNING,
    says=Text(da="Jeg læser »{raw}« som {date}.", en="I read “{raw}” as {date}."),
    cure=Text(da="skriv helst {iso}", en="better write {iso}"),
    why=Text(
        da="År, måned og dag i den rækkefølge kan ikke misforstås og kan sorteres.",
        en="Year, month and day in that order cannot be misread and can be sorted.",
    ),
    source="practice",
    bad="hændelser: {dato: 4/3-2026, tekst: Vi flyttede til biblioteket.}",
    good="hændelser: {dato: 2026-03-04, tekst: Vi flyttede til biblioteket.}",
    statuses=ALWAYS,
)

STR08 = Rule(
    "STR08",
    WARNING,
    says=Text(
        da="{count} {count:felt|felter} venter på svar: {fields}.",
        en="{count} {count:field is|fields are} waiting for an answer: {fields}.",
    ),
    cure=Text(
        da="udfyld {count:det|dem}, eller skriv `ikke_relevant` med en grund",
        en="complete {count:it|them}, or write `not_relevant` with a reason",
    ),
    why=Text(
        da="Emnerne på tjeklisten skal drøftes og afklares.",
        en="Every item on the checklist should be discussed and settled.",
    ),
    source="S3 Tjekliste",
    bad="tavshedspligt: TODO",
    good="tavshedspligt: Det, vi hører, bliver mellem os.",
    statuses=ALWAYS,
)

STR17 = Rule(
    "STR17",
    ERROR,
    says=Text(da="Teksten stopper her; »{rest}« bliver læst som en kommentar.", en="The text ends here; “{rest}” is read as a comment."),
    cure=Text(
        da="sæt '…' om hele teksten, eller flyt kommentaren op på sin egen linje",
        en="put '…' round the whole text, or move the comment up to a line of its own",
    ),
    why=Text(
        da="Et mellemrum og # begynder en kommentar i YAML, og den kommer hverken på papiret eller med i underskriften.",
        en="A blank and # begin a comment in YAML, and it is neither on the paper nor part of what is signed.",
    ),
    source="practice",
    bad="formål: Hold #3 skal have lyst til at komme igen",
    good="formål: 'Hold #3 skal have lyst til at komme igen'",
    statuses=ALWAYS,
)

STR17B = Rule(
    "STR17b",
    WARNING,
    says=STR17.says,
    cure=STR17.cure,
    why=STR17.why,
    source="practice",
    bad="formål: Et sted at mødes # og spise sammen",
    good="# og spise sammen\nformål: Et sted at mødes",
    statuses=ALWAYS,
)

RULES = (STR04, STR04B, STR04C, STR04D, STR04E, STR06, STR07, STR08, STR17, STR17B)
