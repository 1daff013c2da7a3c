"""Rows of a municipality's list → draft agreements. What a field cannot hold is kept beside it and named; nothing is guessed."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple, assert_never

from ..agreement.agreement import Agreement
from ..agreement.choices import Formality, Side
from ..agreement.field import Choice, Either, Field, Keyed, Kind, Many, OneOf, Section, Value, choices
from ..agreement.parties import Contact, Party
from ..agreement.record import Record, sections
from ..reading.damage import has_lost_letters
from ..text import Language, Text, fold, shown, slug
from .cells import ERROR_WORD, is_error_word, plain_cell, read_cell
from .entries import tree
from .headings import Target
from .layout import laid_out
from .lines import Bare, Tree, record
from .scaffold import EDITOR, SCHEMA

LONGEST_ID = 80
DRAFT = Text(da="udkast", en="draft")
KEPT = Text(da="x_listen", en="x_list")
"""Where cells stand that no field could hold."""
PUBLIC_ID = Text(da="kommunen", en="municipality")
VOLUNTARY_ID = Text(da="foreningen", en="association")
CONTACT_ROLE = Text(da="kontaktperson", en="contact person")
ROW = Text(da="raekke-{row}", en="row-{row}")
ORIGIN = Text(
    da="Hentet fra {file}, række {row}. Et udkast: gennemgå det sammen med foreningen.",
    en="From {file}, row {row}. A draft: go through it with the association.",
)
NO_SUCH_VALUE = Text(da="er ikke {kind}", en="is not {kind}")
NO_SUCH_WORD = Text(da="er ikke en af mulighederne: {words}", en="is not one of the choices: {words}")
TOO_MUCH = Text(da="er for langt eller uden for grænserne", en="is too long or out of bounds")
DAMAGED = Text(da="er ødelagt: bogstaver eller tal er gået tabt", en="is damaged: letters or figures have been lost")
FORBIDDEN = Text(da="indeholder et CPR-nummer og er ikke skrevet nogen steder", en="holds a CPR number and is written nowhere")


class Settings(NamedTuple):
    """What holds for every row."""

    language: Language
    """The language of the keys to write."""
    municipality: str | None
    """The printed name of the public party."""
    form: Formality | None
    file: str
    forbidden: Callable[[str, str], bool]
    """Whether a cell below a heading holds what must not be written at all."""


class Unread(NamedTuple):
    """A cell that no field could hold."""

    row: int
    heading: str
    text: str
    """Empty where it must not be repeated."""
    why: Text
    kept: bool = True
    """Whether it stands beside the answers."""


class Draft(NamedTuple):
    """An agreement made of a row."""

    id: str
    text: str
    row: int
    unread: tuple[Unread, ...]


class Sorted(NamedTuple):
    """The cells of a row: those that answer a question, those that are kept beside, and why."""

    answers: dict[Target, Tree]
    kept: dict[str, Tree]
    unread: tuple[Unread, ...]


def drafts(rows: Sequence[tuple[int, Mapping[str, str]]], mapping: Mapping[str, Target | None], settings: Settings) -> Iterator[Draft]:
    """A draft for every row; two rows with one name get two ids."""
    taken: dict[str, int] = {}
    for number, row in rows:
        cells = {heading: said for heading, text in row.items() if (said := plain_cell(text))}
        found = sorted_cells(number, cells, mapping, settings)
        name = free_name(name_of(found.answers, number, settings), taken)
        yield Draft(name, written(whole(name, found, settings), number, settings), number, found.unread)


def free_name(name: str, taken: dict[str, int]) -> str:
    """A name that no earlier row has; how many rows have wanted each is counted, so that none is tried twice."""
    while name in taken:
        taken[name] += 1
        numbered = f"{name}-{taken[name]}"
        if numbered not in taken:
            name = numbered
    taken[name] = 1
    return name


def sorted_cells(number: int, cells: Mapping[str, str], mapping: Mapping[str, Target | None], settings: Settings) -> Sorted:
    """Each cell read by the field of its column."""
    found = Sorted({}, {}, ())
    unread: list[Unread] = []
    for heading, text in cells.items():
        target = mapping[heading]
        answer = refused(heading, text, settings) or cell_answer(target, text, settings.language)
        if isinstance(answer, Text):
            unread.append(Unread(number, heading, "" if answer is FORBIDDEN else text, answer, kept=answer is not ERROR_WORD))
        if target and answer is not None and not isinstance(answer, Text):
            found.answers[target] = answer
        elif answer not in {FORBIDDEN, ERROR_WORD}:
            found.kept[heading] = text
    return found._replace(unread=tuple(unread))


def cell_answer(target: Target | None, text: str, language: Language) -> Tree | Text | None:
    """A cell as the answer of its column, or why it is none; nothing where the column has no field."""
    if has_lost_letters(text):
        return DAMAGED
    return answered(target.way[-1], text, language) if target else None


def refused(heading: str, text: str, settings: Settings) -> Text | None:
    """Why a cell is not written anywhere, where it is not."""
    return FORBIDDEN if settings.forbidden(heading, text) else ERROR_WORD if is_error_word(text) else None


def name_of(answers: Mapping[Target, Tree], number: int, settings: Settings) -> str:
    """The id of a draft: its own, else of its title, of its association, or of its row."""
    found = [value_at(answers, None, "id"), value_at(answers, None, "titel"), value_at(answers, Side.VOLUNTARY, "navn")]
    names = (slug(one)[:LONGEST_ID].strip("-") for one in found if one)
    return next((one for one in names if one), ROW.said(settings.language, row=number))


def value_at(answers: Mapping[Target, Tree], side: Side | None, *keys: str) -> str | None:
    """The answer at a way, where it is a text."""
    value = next((value for one, value in answers.items() if one.side is side and tuple(field.key for field in one.way) == keys), None)
    return str(value) if isinstance(value, str) else None


def whole(name: str, found: Sorted, settings: Settings) -> dict[str, Tree]:
    """The draft as a tree: its head, its parties, its answers, and what no field could hold."""
    language, answers = settings.language, found.answers
    title = value_at(answers, None, "titel") or value_at(answers, Side.VOLUNTARY, "navn")
    given: dict[Field, Tree] = {Agreement.names["id"]: Bare(name), Agreement.names["status"]: Bare(DRAFT.said(language))}
    given |= {Agreement.names["titel"]: title} if title else {}
    given |= {Agreement.names["formalitet"]: Bare(settings.form.key(language))} if settings.form else {}
    if parties := list(both(answers, settings)):
        given[Agreement.names["parter"]] = parties
    made = block(Agreement, {one.way: value for one, value in answers.items()}, language, given)
    return {**made, **({KEPT.said(language): found.kept} if found.kept else {})}


def both(answers: Mapping[Target, Tree], settings: Settings) -> Iterator[Tree]:
    """The public party, known from the profile, and the association that the row names."""
    language = settings.language
    for side, usual, known in ((Side.PUBLIC, PUBLIC_ID, settings.municipality), (Side.VOLUNTARY, VOLUNTARY_ID, None)):
        own = {one.way: value for one, value in answers.items() if one.side is side}
        name = value_at(answers, side, "navn") or known
        if name or own:
            short = usual.said(language) if side is Side.PUBLIC or not name else slug(name)[:LONGEST_ID].strip("-") or usual.said(language)
            given: dict[Field, Tree] = {Party.names["id"]: Bare(short), Party.names["side"]: Bare(side.key(language))}
            given |= {Party.names["navn"]: name} if name else {}
            yield block(Party, own, language, given)


def block(
    record: type[Record], answers: Mapping[tuple[Field, ...], Tree], language: Language, given: Mapping[Field, Tree]
) -> dict[str, Tree]:
    """A record of answers by their ways, in the order of its fields; a list of records is one of one."""
    made: dict[str, Tree] = {}
    for one in record.fields:
        below = {way[1:]: value for way, value in answers.items() if way[0] is one}
        if one in given:
            made[one.word(language)] = given[one]
        elif () in below:
            made[one.word(language)] = below[()]
        elif below:
            inner = section_of(one.kind)
            contact = (
                {Contact.names["rolle"]: CONTACT_ROLE.said(language)} if inner is Contact and (Contact.names["rolle"],) not in below else {}
            )
            body = block(inner, below, language, contact)
            made[one.word(language)] = [body] if isinstance(one.kind, Many) else body
    return made


def section_of(kind: Kind) -> type[Record]:
    """The record that a field holds."""
    return next(sections(kind))


def answered(one: Field, text: str, language: Language) -> Tree | Text:
    """A cell as the answer to a question, or why it is none."""
    value = read(one.kind, text)
    if isinstance(value, Text):
        return value
    beyond = one.limits and isinstance(value, int) and not one.limits[0] <= value <= one.limits[1]
    if beyond or (one.longest and isinstance(value, str) and len(value) > one.longest):
        return TOO_MUCH
    return tree(one, value, language)


def read(kind: Kind, text: str) -> object:
    """The value of a cell, or why it is none; a list of words may stand in one cell, parted by commas."""
    match kind:
        case Value():
            value = read_cell(kind, text)
            return NO_SUCH_VALUE.filled(kind=kind.words) if value is None else value
        case OneOf(choice):
            return chosen(choice, text)
        case Many(OneOf(choice)):
            several = tuple(chosen(choice, part.strip()) for part in text.replace(";", ",").split(",") if part.strip())
            return next((one for one in several if isinstance(one, Text)), several)
        case Many(of):
            value = read(of, text)
            return value if isinstance(value, Text) else (value,)
        case Either(first, Section()):
            return read(first, text)
        case Either(first, second):
            beside_text = isinstance(first, Value) and first.beside_text
            value = read(first._replace(read=beside_text) if isinstance(first, Value) and beside_text else first, text)
            return read(second, text) if isinstance(value, Text) else value
        case Section() | Keyed():  # pragma: no cover - `fillable` passes them over
            raise TypeError(kind)
        case _:
            assert_never(kind)


def chosen(choice: type[Choice], text: str) -> Choice | Text:
    """A word of a list by any of its spellings or its printed name, letter case aside."""
    known = {fold(word): one for word, one in choices(choice).items()}
    known |= {fold(name): one for one in choice for name in one.value.label}
    words = Text(*(", ".join(one.key(language) for one in choice) for language in ("da", "en")))
    return known.get(fold(text)) or NO_SUCH_WORD.filled(words=words)


def written(made: Mapping[str, Tree], number: int, settings: Settings) -> str:
    """The draft as a file."""
    language = settings.language
    head = [
        EDITOR.format(folder="../", file=SCHEMA.said(language)),
        f"# {ORIGIN.said(language, file=shown(settings.file), row=number)}",
    ]
    return laid_out("\n".join([*head, *record(made, 0)]) + "\n", language)
