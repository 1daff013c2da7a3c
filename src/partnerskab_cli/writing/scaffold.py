"""A fresh agreement, made of what the fields declare: each question as a comment, its example beside it, room for the answer."""

from collections.abc import Iterator, Mapping, Sequence
from textwrap import wrap
from typing import NamedTuple

from ..agreement.agreement import Agreement
from ..agreement.choices import Formality, Side, Status
from ..agreement.cooperation import Boundaries, Meeting, Organisation, ProblemPath
from ..agreement.field import ALWAYS, Choice, Either, Field, Keyed, Kind, Many, OneOf, Section
from ..agreement.finding import Way, way
from ..agreement.money import Contribution, Payment
from ..agreement.parties import Party, Signature
from ..agreement.people import Anchoring, Communication
from ..agreement.record import Record, sections
from ..agreement.requirement import asked
from ..agreement.time import Evaluation, Termination
from ..profile.policy import Principle
from ..text import OR, Language, Text, listed
from .lines import WIDTH, Bare, Tree, led, scalar

PLACEHOLDER = Text(da="[udfyld]", en="[fill in]")
EXAMPLE = Text(da="{ask} Fx: {example}", en="{ask} For instance: {example}")
CHOOSE = Text(da="{ask} Vælg: {choices}", en="{ask} Choose: {choices}")
EDITOR = "# yaml-language-server: $schema={schema}"
HEAD = Text(da="{form}, et udkast.", en="{form}, a draft.")
HOW = Text(
    da="Skriv jeres svar i stedet for {placeholder}. Passer et spørgsmål ikke på jer, så skriv: {{ikke_relevant: jeres grund}}",
    en="Write your answers instead of {placeholder}. If a question does not fit you, write: {{not_relevant: your reason}}",
)
CENTRAL: Mapping[type[Record], Way] = {
    Anchoring: way(Anchoring.political, Anchoring.management, Anchoring.staff, Anchoring.members),
    Boundaries: way(Boundaries.volunteers_do_not),
    Communication: way(Communication.overview),
    Contribution: way(Contribution.party, Contribution.text),
    Evaluation: way(Evaluation.when, Evaluation.method),
    Meeting: way(Meeting.frequency, Meeting.participants, Meeting.next),
    Organisation: way(Organisation.coordinator),
    Payment: way(Payment.date),
    ProblemPath: way(ProblemPath.volunteers, ProblemPath.staff),
    Termination: way(Termination.notice),
}
"""Questions that show what a section is about, besides those that are needed or asked for."""
HEAD_FIELDS = frozenset({"schema", "id", "title", "formality", "status", "language"})

Steps = tuple[str | int, ...]
"""English keys, and numbers of items, on the way to an answer."""


class Partner(NamedTuple):
    """A party as far as it is known before anyone has answered."""

    id: str
    side: Side
    name: str = ""


BOTH_SIDES = (Partner("kommunen", Side.PUBLIC), Partner("foreningen", Side.VOLUNTARY))


class Order(NamedTuple):
    """What kind of agreement is wanted."""

    form: Formality
    language: Language
    parties: Sequence[Partner] = BOTH_SIDES
    principles: Sequence[Principle] = ()
    """Those of the profile."""


class Part(NamedTuple):
    """A question of a new agreement: the parts of its section, item by item, or room for one answer."""

    field: Field
    word: str
    at: Steps
    ask: Text
    items: tuple[tuple["Part", ...], ...] = ()
    preset: Tree = ""
    """An answer that is clear from the start."""

    @property
    def listed(self) -> bool:
        """Whether its parts are those of items in a list."""
        return isinstance(self.field.kind, Many)

    def leaves(self) -> "Iterator[Part]":
        """The questions in it that want an answer of their own."""
        if not self.items and not self.preset:
            yield self
        for parts in self.items:
            for part in parts:
                yield from part.leaves()


def plan(order: Order) -> tuple[Part, ...]:
    """The sections that an agreement of that kind answers, in their order."""
    return tuple(part(one, order) for one in Agreement.fields if one.name not in HEAD_FIELDS and belongs(one, order))


def belongs(one: Field, order: Order) -> bool:
    """Whether a section belongs to that form: it is asked for there, or what it is about is."""
    if isinstance(one.kind, Keyed):
        return bool(order.principles) and asked(one.need, order.form) is not None
    inside = one.kind.record.fields if isinstance(one.kind, Section) and one.kind.record in CENTRAL else ()
    return any(is_asked(each, order.form) for each in (one, *inside))


def is_asked(one: Field, form: Formality) -> bool:
    """Whether that form asks for a field, and not only the section round it."""
    return one.need is not ALWAYS and asked(one.need, form) is not None


def part(one: Field, order: Order, above: Steps = ()) -> Part:
    """A question with all that is inside it."""
    at = (*above, one.name)
    made = Part(one, one.word(order.language), at, one.ask)
    record = next(sections(one.kind), None)
    if isinstance(one.kind, Keyed):
        return made._replace(items=(tuple(of_principle(one, each, order, at) for each in order.principles),))
    if record is None or isinstance(one.kind, Either):
        return made
    if record in {Party, Contribution, Signature}:
        return made._replace(items=tuple(of_party(record, order, number, (*at, number)) for number in range(len(order.parties))))
    return made._replace(items=(tuple(part(each, order, (*at, 0) if made.listed else at) for each in chosen(record, order.form)),))


def of_principle(one: Field, principle: Principle, order: Order, above: Steps) -> Part:
    """Room for what the parties do about a principle."""
    title = Text(da=principle.title, en=principle.title_english or principle.title)
    word = principle.key if order.language == "da" else principle.key_english or principle.key
    return Part(one, word, (*above, principle.key), title)


def of_party(record: type[Record], order: Order, number: int, at: Steps) -> tuple[Part, ...]:
    """A record of which each party has its own; only volunteers are asked for their values."""
    partner = order.parties[number]
    known: dict[str, Tree] = {
        "id": Bare(partner.id),
        "party": Bare(partner.id),
        "side": Bare(partner.side.key(order.language)),
        "name": partner.name,
    }
    fields = [one for one in chosen(record, order.form) if one.name != "values" or partner.side is Side.VOLUNTARY]
    parts = [part(each, order, at) for each in fields]
    return tuple(each._replace(preset=known.get(each.field.name, "")) for each in parts)


def chosen(record: type[Record], form: Formality) -> list[Field]:
    """The parts of a section that a new agreement shows: what is needed, asked for, or what the section is about."""
    central = CENTRAL.get(record, ())
    wanted = [one for one in record.fields if one.need is ALWAYS or one in central or is_asked(one, form)]
    return wanted or list(record.fields[:1])


def skeleton(name: str, order: Order, schema: str, answers: Mapping[Steps, Tree] | None = None) -> str:
    """A whole file: the answers that are there, and room for the rest."""
    language, given = order.language, answers or {}
    head = [HEAD.said(language, form=order.form), HOW.said(language, placeholder=PLACEHOLDER)]
    sections = [line for one in plan(order) for line in ("", *lines(one, language, given))]
    return (
        "\n".join(
            [EDITOR.format(schema=schema), *(line for words in head for line in comment(words)), "", *first(name, order, given), *sections]
        )
        + "\n"
    )


def first(name: str, order: Order, answers: Mapping[Steps, Tree]) -> list[str]:
    """The head of a file."""
    language = order.language
    title = Part(Agreement.names["titel"], Agreement.names["titel"].word(language), ("title",), Agreement.names["titel"].ask)
    known = {"id": Bare(name), "formality": Bare(order.form.key(language)), "status": Bare(Status.DRAFT.key(language))}
    words = {one.name: one.word(language) for one in Agreement.fields}
    own = [f"{words['language']}: {language}"] if language == "en" else []
    return [
        f"{words['id']}: {known['id']}",
        *lines(title, language, answers),
        *(f"{words[each]}: {known[each]}" for each in ("formality", "status")),
        *own,
    ]


def stub(one: Field, order: Order) -> list[str]:
    """Room for a section that is missing."""
    return lines(part(one, order), order.language, {})


def lines(part: Part, language: Language, answers: Mapping[Steps, Tree], column: int = 0) -> list[str]:
    """A question as it stands in a file: a comment, then its answer, its parts, or room for them."""
    pad = " " * column
    lead = f"{pad}{scalar(Bare(part.word))}:"
    answer = answers.get(part.at, part.preset)
    if answer:
        return [*([] if part.preset else comment(part.ask.said(language), column)), *led(lead, answer, column)]
    if not part.items:
        return [*comment(asked_in(part, language), column), f"{lead} {scalar(PLACEHOLDER.said(language))}"]
    if bare(part):
        (((only,),)) = part.items
        return [
            *comment(asked_in(only._replace(ask=part.ask), language), column),
            *led(lead, answers.get(only.at, PLACEHOLDER.said(language)), column),
        ]
    body = [line for parts in part.items for line in of_item(part, parts, language, answers, column)]
    return [*comment(part.ask.said(language), column), lead, *body]


def bare(part: Part) -> bool:
    """Whether a section consists of its text, which then stands for it."""
    return [each.field.key for parts in part.items for each in parts] == ["tekst"]


def of_item(part: Part, parts: Sequence[Part], language: Language, answers: Mapping[Steps, Tree], column: int) -> list[str]:
    """The parts of a section; in a list, behind a hyphen."""
    if not part.listed:
        return [line for each in parts for line in lines(each, language, answers, column + 2)]
    body = [line for each in parts for line in lines(each, language, answers, column + 4)]
    start = next(number for number, line in enumerate(body) if not line.lstrip().startswith("#"))
    return [*(line[2:] for line in body[:start]), f"{' ' * (column + 2)}- {body[start].lstrip()}", *body[start + 1 :]]


def asked_in(part: Part, language: Language) -> str:
    """A question with what may be answered: the choices, or an example."""
    choice = choice_of(part.field.kind)
    ask = part.ask.said(language)
    if choice:
        return CHOOSE.said(language, ask=ask, choices=listed([one.key(language) for one in choice], language, OR))
    example = part.field.example.said(language)
    return EXAMPLE.said(language, ask=ask, example=example) if example and not isinstance(part.field.kind, Keyed) else ask


def choice_of(kind: Kind) -> type[Choice] | None:
    """The list of words that an answer is chosen from."""
    match kind:
        case OneOf(choice):
            return choice
        case Many(of):
            return choice_of(of)
        case _:
            return None


def comment(words: str, column: int = 0) -> list[str]:
    """Words as comments, that far in."""
    return wrap(
        words,
        WIDTH,
        initial_indent=f"{' ' * column}# ",
        subsequent_indent=f"{' ' * column}# ",
        break_long_words=False,
        break_on_hyphens=False,
    )
