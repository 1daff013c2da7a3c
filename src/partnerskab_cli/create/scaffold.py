"""A fresh agreement, made of what the fields declare: each question as a comment, its example beside it, room for the answer."""

from collections.abc import Iterator, Mapping, Sequence
from textwrap import wrap
from typing import NamedTuple

from ..edit.scalars import MEASURE, PlainScalar, Tree, format_after_lead, format_entry, format_scalar
from ..model.agreement import Agreement
from ..model.choices import Formality, Side, Status
from ..model.contributions import Contribution
from ..model.cooperation import Boundaries, Meeting, Organisation, ProblemPath
from ..model.field import ALWAYS, Choice, EnumType, Field, FieldType, ListType, MappingType, RecordType, UnionType
from ..model.money import Payment
from ..model.parties import Party, Signature
from ..model.people import Anchoring, Communication
from ..model.record import Record, Way, field_path, iter_record_types
from ..model.requirements import get_required_severity
from ..model.time import Evaluation, Termination
from ..profile.policy import Principle
from ..text.localized import OR, YES, Language, Text, join_words

PLACEHOLDER = Text(da="[udfyld]", en="[fill in]")
EXAMPLE = Text(da="{ask} Fx: {example}", en="{ask} For instance: {example}")
CHOOSE = Text(da="{ask} Vælg: {choices}", en="{ask} Choose: {choices}")
EDITOR = "# yaml-language-server: $schema={folder}{file}"
SCHEMA = Text(da="schema/aftale.da.schema.json", en="schema/agreement.en.schema.json")
"""Where a record keeps the schema that an editor reads."""
HEAD = Text(da="{form}, et udkast.", en="{form}, a draft.")
HOW = Text(da="Skriv jeres svar i stedet for {placeholder}.", en="Write your answers instead of {placeholder}.")
NOT_US = Text(
    da="Passer et spørgsmål ikke på jer, så skriv: {ikke_relevant: 'jeres grund'}",
    en="If a question does not fit you, write: {not_relevant: 'your reason'}",
)
CENTRAL: Mapping[type[Record], Way] = {
    Anchoring: field_path(Anchoring.political, Anchoring.management, Anchoring.staff, Anchoring.members),
    Boundaries: field_path(Boundaries.volunteers_do_not),
    Communication: field_path(Communication.overview),
    Contribution: field_path(Contribution.party, Contribution.text),
    Evaluation: field_path(Evaluation.when, Evaluation.method),
    Meeting: field_path(Meeting.frequency, Meeting.participants, Meeting.next),
    Organisation: field_path(Organisation.coordinator),
    Payment: field_path(Payment.date),
    ProblemPath: field_path(ProblemPath.volunteers, ProblemPath.staff),
    Termination: field_path(Termination.notice),
}
"""Questions that show what a section is about, besides those that are needed or asked for."""
LATER = frozenset({"signatures", "insurance"})
"""What a form asks for, but not of a draft, or only where other answers give reason to."""
HEAD_FIELDS = frozenset({"schema", "id", "title", "formality", "status", "language"})

Steps = tuple[str | int, ...]
"""English keys, and numbers of items, on the way to an answer."""


class PartySeed(NamedTuple):
    """A party as far as it is known before anyone has answered."""

    id: str
    side: Side
    name: str = ""


USUAL_IDS = {Side.PUBLIC: Text(da="kommunen", en="municipality"), Side.VOLUNTARY: Text(da="foreningen", en="association")}
"""What a party is called in the file before it has a name."""


class ScaffoldOptions(NamedTuple):
    """What kind of agreement is wanted."""

    form: Formality
    language: Language
    named: Sequence[PartySeed] = ()
    """The parties, where any is known."""
    principles: Sequence[Principle] = ()
    """Those of the profile."""
    extra: frozenset[str] = frozenset()
    """Sections beyond what the form asks for, by their English keys."""
    several: Mapping[str, int] = {}
    """How many items the lists among the sections have, where it is not one."""
    wanted: Way = ()
    """Fields inside sections beyond what the form asks for."""

    @property
    def parties(self) -> Sequence[PartySeed]:
        """The parties that are known, else one of each side."""
        return self.named or [PartySeed(name.localize(self.language), side) for side, name in USUAL_IDS.items()]


class ScaffoldQuestion(NamedTuple):
    """A question of a new agreement: the parts of its section, item by item, or room for one answer."""

    field: Field
    word: str
    at: Steps
    ask: Text
    items: tuple[tuple["ScaffoldQuestion", ...], ...] = ()
    preset: Tree = ""
    """An answer that is clear from the start."""
    around: Field | None = None
    """The section that the answer stands for, where it is all of it."""

    @property
    def listed(self) -> bool:
        """Whether its parts are those of items in a list."""
        return isinstance(self.field.kind, ListType)

    @property
    def bare(self) -> bool:
        """Whether it consists of one text, which then stands for it."""
        return [each.field.key for parts in self.items for each in parts] == ["tekst"]

    @property
    def example(self) -> Text:
        """An example of the answer: that of the section it stands for, where that has one of its own."""
        return self.around.example if self.around and self.around.example.da else self.field.example

    def iter_leaves(self) -> "Iterator[ScaffoldQuestion]":
        """The questions in it that want an answer of their own."""
        if not self.items and not self.preset:
            yield self
        for parts in self.items:
            for part in parts:
                yield from ([part._replace(ask=self.ask, around=self.field)] if self.bare else part.iter_leaves())


def plan_sections(order: ScaffoldOptions) -> tuple[ScaffoldQuestion, ...]:
    """The sections that an agreement of that kind answers, in their order."""
    return tuple(make_question(field, order) for field in Agreement.fields if field.name not in HEAD_FIELDS and is_in_form(field, order))


def is_in_form(field: Field, order: ScaffoldOptions) -> bool:
    """Whether a section belongs to that form: it is asked for there, or what it is about is; or it is wanted besides."""
    if field.name in order.extra or field.name in LATER:
        return field.name in order.extra
    if isinstance(field.kind, MappingType):
        return bool(order.principles) and get_required_severity(field.need, order.form) is not None
    within = field.kind.record.fields if isinstance(field.kind, RecordType) else ()
    inside = within if isinstance(field.kind, RecordType) and field.kind.record in CENTRAL else ()
    return any(is_asked(each, order.form) for each in (field, *inside)) or any(each in order.wanted for each in within)


def is_asked(field: Field, form: Formality) -> bool:
    """Whether that form asks for a field, and not only the section round it."""
    return field.need is not ALWAYS and get_required_severity(field.need, form) is not None


def make_question(field: Field, order: ScaffoldOptions, above: Steps = ()) -> ScaffoldQuestion:
    """A question with all that is inside it."""
    at = (*above, field.name)
    question = ScaffoldQuestion(field, field.get_key(order.language), at, field.ask)
    record = next(iter_record_types(field.kind), None)
    if isinstance(field.kind, MappingType):
        return question._replace(items=(tuple(make_principle_question(field, each, order, at) for each in order.principles),))
    if record is None or isinstance(field.kind, UnionType):
        return question
    if record in {Party, Contribution, Signature}:
        return question._replace(
            items=tuple(make_party_questions(record, order, number, (*at, number)) for number in range(len(order.parties)))
        )
    items = [(*at, number) for number in range(order.several.get(field.name, 1))] if question.listed else [at]
    return question._replace(
        items=tuple(tuple(make_question(each, order, here) for each in list_shown_fields(record, order)) for here in items)
    )


def make_principle_question(field: Field, principle: Principle, order: ScaffoldOptions, above: Steps) -> ScaffoldQuestion:
    """Room for what the parties do about a principle."""
    return ScaffoldQuestion(field, principle.keys.localize(order.language), (*above, principle.key), principle.titles)


def make_party_questions(record: type[Record], order: ScaffoldOptions, number: int, at: Steps) -> tuple[ScaffoldQuestion, ...]:
    """A record of which each party has its own; only volunteers are asked for their values."""
    partner = order.parties[number]
    known: dict[str, Tree] = {
        "id": PlainScalar(partner.id),
        "party": PlainScalar(partner.id),
        "side": PlainScalar(partner.side.get_key(order.language)),
        "name": partner.name,
    }
    fields = [field for field in list_shown_fields(record, order) if field.name != "values" or partner.side is Side.VOLUNTARY]
    parts = [make_question(each, order, at) for each in fields]
    return tuple(each._replace(preset=known.get(each.field.name, "")) for each in parts)


def list_shown_fields(record: type[Record], order: ScaffoldOptions) -> list[Field]:
    """The parts of a section that a new agreement shows: what is needed, asked for, or what the section is about."""
    central = CENTRAL.get(record, ())
    wanted = [
        field for field in record.fields if field.need is ALWAYS or field in central or field in order.wanted or is_asked(field, order.form)
    ]
    return wanted or list(record.fields[:1])


def render_skeleton(name: str, order: ScaffoldOptions, folder: str = "../", answers: Mapping[Steps, Tree] | None = None) -> str:
    """A whole file: the answers that are there, and room for the rest. `folder`: the way from the file to the record."""
    language, given = order.language, answers or {}
    says = (HEAD.localize(language, form=order.form), HOW.localize(language, placeholder=PLACEHOLDER), NOT_US.localize(language))
    parts = plan_sections(order)
    early = sum(part.field in EARLY for part in parts)
    sections = [format_question_lines(part, language, given) for part in parts]
    tight = not early or sum(not line.startswith("#") for line in sections[early - 1]) == 1
    own = [*([] if tight else [""]), f"{Agreement.names['sprog'].get_key(language)}: {language}"] if language == "en" else []
    body = [
        EDITOR.format(folder=folder, file=SCHEMA.localize(language)), *(line for words in says for line in wrap_comment(words)), "",
        *format_head(name, order, given), *separate_sections(sections[:early]), *own, *separate_sections(sections[early:]), "",
    ]  # fmt: skip
    return "\n".join(body)


def separate_sections(sections: Sequence[list[str]]) -> Iterator[str]:
    """Sections with an empty line before each."""
    for section in sections:
        yield from ("", *section)


EARLY = Agreement.fields[: Agreement.fields.index(Agreement.names["sprog"])]
"""The fields that stand before the language of the document."""


def format_head(name: str, order: ScaffoldOptions, answers: Mapping[Steps, Tree]) -> list[str]:
    """The first lines: id, title, form and status."""
    one_id, title, formality, status = (Agreement.names[key] for key in ("id", "titel", "formalitet", "status"))
    return [
        *format_entry(one_id.get_key(order.language), PlainScalar(name)), "",
        *format_question_lines(ScaffoldQuestion(title, title.get_key(order.language), ("title",), title.ask), order.language, answers),
        *format_entry(formality.get_key(order.language), PlainScalar(order.form.get_key(order.language))),
        *format_entry(status.get_key(order.language), PlainScalar(Status.DRAFT.get_key(order.language))),
    ]  # fmt: skip


def format_stub(field: Field, order: ScaffoldOptions) -> list[str]:
    """Room for a section that is missing."""
    return format_question_lines(make_question(field, order), order.language, {})


def format_question_lines(part: ScaffoldQuestion, language: Language, answers: Mapping[Steps, Tree], column: int = 0) -> list[str]:
    """A question as it stands in a file: a comment, then its answer, its parts, or room for them."""
    pad = " " * column
    lead = f"{pad}{format_scalar(PlainScalar(part.word))}:"
    answer = answers.get(part.at, part.preset)
    if not answer and is_lifted(part, answers, language):
        return []
    if answer:
        return [*([] if part.preset else wrap_comment(part.ask.localize(language), column)), *format_after_lead(lead, answer, column)]
    if not part.items:
        return [*wrap_comment(format_question_comment(part, language), column), f"{lead} {format_scalar(PLACEHOLDER.localize(language))}"]
    if part.bare:
        (only,) = part.iter_leaves()
        return [
            *wrap_comment(format_question_comment(only, language), column),
            *format_after_lead(lead, answers.get(only.at, PLACEHOLDER.localize(language)), column),
        ]
    body = [line for parts in part.items for line in format_item_parts(part, parts, language, answers, column)]
    return [*wrap_comment(part.ask.localize(language), column), lead, *body]


def is_lifted(part: ScaffoldQuestion, answers: Mapping[Steps, Tree], language: Language) -> bool:
    """Whether another answer makes a question idle, as an end does where the agreement runs until someone says stop."""
    unless = part.field.unless
    return bool(unless and unless[1] is True and answers.get((*part.at[:-1], unless[0])) == YES.localize(language))


def format_item_parts(
    part: ScaffoldQuestion, parts: Sequence[ScaffoldQuestion], language: Language, answers: Mapping[Steps, Tree], column: int
) -> list[str]:
    """The parts of a section; in a list, behind a hyphen."""
    if not part.listed:
        return [line for each in parts for line in format_question_lines(each, language, answers, column + 2)]
    body = [line for each in parts for line in format_question_lines(each, language, answers, column + 4)]
    start = next(number for number, line in enumerate(body) if not line.lstrip().startswith("#"))
    return [*(line[2:] for line in body[:start]), f"{' ' * (column + 2)}- {body[start].lstrip()}", *body[start + 1 :]]


def format_question_comment(part: ScaffoldQuestion, language: Language) -> str:
    """A question with what may be answered: the choices, or an example."""
    choices = find_choice_type(part.field.kind)
    ask = part.ask.localize(language)
    if choices:
        return CHOOSE.localize(language, ask=ask, choices=join_words([choice.get_key(language) for choice in choices], language, OR))
    example = part.example.localize(language)
    return EXAMPLE.localize(language, ask=ask, example=example) if example and not isinstance(part.field.kind, MappingType) else ask


def find_choice_type(kind: FieldType) -> type[Choice] | None:
    """The list of words that an answer is chosen from."""
    match kind:
        case EnumType(choice):
            return choice
        case ListType(of):
            return find_choice_type(of)
        case _:
            return None


def wrap_comment(words: str, column: int = 0) -> list[str]:
    """Words as comments, that far in."""
    return wrap(
        words,
        MEASURE,
        initial_indent=f"{' ' * column}# ",
        subsequent_indent=f"{' ' * column}# ",
        break_long_words=False,
        break_on_hyphens=False,
    )
