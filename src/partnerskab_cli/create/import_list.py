"""Rows of a municipality's list → draft agreements. What a field cannot hold is kept beside it and named; nothing is guessed."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple, assert_never

from ..edit.dump import dump_field
from ..edit.format import format_text
from ..edit.scalars import PlainScalar, Tree, format_record
from ..model.agreement import Agreement
from ..model.choices import Formality, Side
from ..model.field import (
    Choice,
    EnumType,
    Field,
    FieldType,
    ListType,
    MappingType,
    RecordType,
    ScalarType,
    UnionType,
    map_spellings_to_choices,
)
from ..model.parties import Contact, Party
from ..model.record import Record, iter_record_types
from ..source.damage import has_lost_letters
from ..text.localized import Language, Text, escape_control_characters, fold, slugify
from .cells import ERROR_WORD, is_error_word, read_cell, strip_formula
from .column_mapping import Target
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


class ImportOptions(NamedTuple):
    """What holds for every row."""

    language: Language
    """The language of the keys to write."""
    municipality: str | None
    """The printed name of the public party."""
    form: Formality | None
    file: str
    forbidden: Callable[[str, str], bool]
    """Whether a cell below a heading holds what must not be written at all."""


class UnreadableCell(NamedTuple):
    """A cell that no field could hold."""

    row: int
    heading: str
    text: str
    """Empty where it must not be repeated."""
    why: Text
    kept: bool = True
    """Whether it stands beside the answers."""


class DraftFile(NamedTuple):
    """An agreement made of a row."""

    id: str
    text: str
    row: int
    unread: tuple[UnreadableCell, ...]


class SortedCells(NamedTuple):
    """The cells of a row: those that answer a question, those that are kept beside, and why."""

    answers: dict[Target, Tree]
    kept: dict[str, Tree]
    unread: tuple[UnreadableCell, ...]


def iter_drafts(
    rows: Sequence[tuple[int, Mapping[str, str]]], mapping: Mapping[str, Target | None], settings: ImportOptions
) -> Iterator[DraftFile]:
    """A draft for every row; two rows with one name get two ids."""
    taken: dict[str, int] = {}
    for number, row in rows:
        cells = {heading: text for heading, cell in row.items() if (text := strip_formula(cell))}
        sorted_cells = sort_cells(number, cells, mapping, settings)
        name = make_free_name(choose_row_id(sorted_cells.answers, number, settings), taken)
        yield DraftFile(name, render_draft(build_draft_tree(name, sorted_cells, settings), number, settings), number, sorted_cells.unread)


def make_free_name(name: str, taken: dict[str, int]) -> str:
    """A name that no earlier row has; how many rows have wanted each is counted, so that none is tried twice."""
    while name in taken:
        taken[name] += 1
        numbered = f"{name}-{taken[name]}"
        if numbered not in taken:
            name = numbered
    taken[name] = 1
    return name


def sort_cells(number: int, cells: Mapping[str, str], mapping: Mapping[str, Target | None], settings: ImportOptions) -> SortedCells:
    """Each cell read by the field of its column."""
    sorted_cells = SortedCells({}, {}, ())
    unread: list[UnreadableCell] = []
    for heading, text in cells.items():
        target = mapping[heading]
        answer = explain_refusal(heading, text, settings) or parse_answer(target, text, settings.language)
        if isinstance(answer, Text):
            unread.append(UnreadableCell(number, heading, "" if answer is FORBIDDEN else text, answer, kept=answer is not ERROR_WORD))
        if target and answer is not None and not isinstance(answer, Text):
            sorted_cells.answers[target] = answer
        elif answer not in {FORBIDDEN, ERROR_WORD}:
            sorted_cells.kept[heading] = text
    return sorted_cells._replace(unread=tuple(unread))


def parse_answer(target: Target | None, text: str, language: Language) -> Tree | Text | None:
    """A cell as the answer of its column, or why it is none; nothing where the column has no field."""
    if has_lost_letters(text):
        return DAMAGED
    return parse_cell(target.way[-1], text, language) if target else None


def explain_refusal(heading: str, text: str, settings: ImportOptions) -> Text | None:
    """Why a cell is not written anywhere, where it is not."""
    return FORBIDDEN if settings.forbidden(heading, text) else ERROR_WORD if is_error_word(text) else None


def choose_row_id(answers: Mapping[Target, Tree], number: int, settings: ImportOptions) -> str:
    """The id of a draft: its own, else of its title, of its association, or of its row."""
    words = [find_answer(answers, None, "id"), find_answer(answers, None, "titel"), find_answer(answers, Side.VOLUNTARY, "navn")]
    names = (slugify(word)[:LONGEST_ID].strip("-") for word in words if word)
    return next((name for name in names if name), ROW.localize(settings.language, row=number))


def find_answer(answers: Mapping[Target, Tree], side: Side | None, *keys: str) -> str | None:
    """The answer at a way, where it is a text."""
    value = next(
        (value for target, value in answers.items() if target.side is side and tuple(field.key for field in target.way) == keys), None
    )
    return str(value) if isinstance(value, str) else None


def build_draft_tree(name: str, cells: SortedCells, settings: ImportOptions) -> dict[str, Tree]:
    """The draft as a tree: its head, its parties, its answers, and what no field could hold."""
    language, answers = settings.language, cells.answers
    title = find_answer(answers, None, "titel") or find_answer(answers, Side.VOLUNTARY, "navn")
    given: dict[Field, Tree] = {Agreement.names["id"]: PlainScalar(name), Agreement.names["status"]: PlainScalar(DRAFT.localize(language))}
    given |= {Agreement.names["titel"]: title} if title else {}
    given |= {Agreement.names["formalitet"]: PlainScalar(settings.form.get_key(language))} if settings.form else {}
    if parties := list(build_parties(answers, settings)):
        given[Agreement.names["parter"]] = parties
    tree = build_record_tree(Agreement, {target.way: value for target, value in answers.items()}, language, given)
    return {**tree, **({KEPT.localize(language): cells.kept} if cells.kept else {})}


def build_parties(answers: Mapping[Target, Tree], settings: ImportOptions) -> Iterator[Tree]:
    """The public party, known from the profile, and the association that the row names."""
    language = settings.language
    for side, usual, known in ((Side.PUBLIC, PUBLIC_ID, settings.municipality), (Side.VOLUNTARY, VOLUNTARY_ID, None)):
        own = {target.way: value for target, value in answers.items() if target.side is side}
        name = find_answer(answers, side, "navn") or known
        if name or own:
            short = (
                usual.localize(language)
                if side is Side.PUBLIC or not name
                else slugify(name)[:LONGEST_ID].strip("-") or usual.localize(language)
            )
            given: dict[Field, Tree] = {Party.names["id"]: PlainScalar(short), Party.names["side"]: PlainScalar(side.get_key(language))}
            given |= {Party.names["navn"]: name} if name else {}
            yield build_record_tree(Party, own, language, given)


def build_record_tree(
    record: type[Record], answers: Mapping[tuple[Field, ...], Tree], language: Language, given: Mapping[Field, Tree]
) -> dict[str, Tree]:
    """A record of answers by their ways, in the order of its fields; a list of records is one of one."""
    tree: dict[str, Tree] = {}
    for field in record.fields:
        below = {way[1:]: value for way, value in answers.items() if way[0] is field}
        if field in given:
            tree[field.get_key(language)] = given[field]
        elif () in below:
            tree[field.get_key(language)] = below[()]
        elif below:
            inner = get_section_type(field.kind)
            contact = (
                {Contact.names["rolle"]: CONTACT_ROLE.localize(language)}
                if inner is Contact and (Contact.names["rolle"],) not in below
                else {}
            )
            body = build_record_tree(inner, below, language, contact)
            tree[field.get_key(language)] = [body] if isinstance(field.kind, ListType) else body
    return tree


def get_section_type(kind: FieldType) -> type[Record]:
    """The record that a field holds."""
    return next(iter_record_types(kind))


def parse_cell(field: Field, text: str, language: Language) -> Tree | Text:
    """A cell as the answer to a question, or why it is none."""
    value = parse_cell_value(field.kind, text)
    if isinstance(value, Text):
        return value
    beyond = field.limits and isinstance(value, int) and not field.limits[0] <= value <= field.limits[1]
    if beyond or (field.longest and isinstance(value, str) and len(value) > field.longest):
        return TOO_MUCH
    return dump_field(field, value, language)


def parse_cell_value(kind: FieldType, text: str) -> object:
    """The value of a cell, or why it is none; a list of words may stand in one cell, parted by commas."""
    match kind:
        case ScalarType():
            value = read_cell(kind, text)
            return NO_SUCH_VALUE.format(kind=kind.words) if value is None else value
        case EnumType(choice):
            return parse_cell_choice(choice, text)
        case ListType(EnumType(choice)):
            several = tuple(parse_cell_choice(choice, part.strip()) for part in text.replace(";", ",").split(",") if part.strip())
            return next((choice for choice in several if isinstance(choice, Text)), several)
        case ListType(of):
            value = parse_cell_value(of, text)
            return value if isinstance(value, Text) else (value,)
        case UnionType(first, RecordType()):
            return parse_cell_value(first, text)
        case UnionType(first, second):
            beside_text = isinstance(first, ScalarType) and first.beside_text
            value = parse_cell_value(first._replace(read=beside_text) if isinstance(first, ScalarType) and beside_text else first, text)
            return parse_cell_value(second, text) if isinstance(value, Text) else value
        case RecordType() | MappingType():  # pragma: no cover - `iter_fillable_fields` passes them over
            raise TypeError(kind)
        case _:
            assert_never(kind)


def parse_cell_choice(choices: type[Choice], text: str) -> Choice | Text:
    """A word of a list by any of its spellings or its printed name, letter case aside."""
    known = {fold(word): choice for word, choice in map_spellings_to_choices(choices).items()}
    known |= {fold(name): choice for choice in choices for name in choice.value.label}
    words = Text(*(", ".join(choice.get_key(language) for choice in choices) for language in ("da", "en")))
    return known.get(fold(text)) or NO_SUCH_WORD.format(words=words)


def render_draft(tree: Mapping[str, Tree], number: int, settings: ImportOptions) -> str:
    """The draft as a file."""
    language = settings.language
    head = [
        EDITOR.format(folder="../", file=SCHEMA.localize(language)),
        f"# {ORIGIN.localize(language, file=escape_control_characters(settings.file), row=number)}",
    ]
    return format_text("\n".join([*head, *format_record(tree, 0)]) + "\n", language)
