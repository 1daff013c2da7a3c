"""Answers → blocks: what is short becomes rows, what is compared becomes a table, what is told becomes paragraphs."""

from collections.abc import Iterable, Iterator, Sequence

from ..model.amounts import Money
from ..model.choices import Per
from ..model.contributions import BudgetLine, Contribution
from ..model.field import EnumType, Field
from ..model.money import Payment
from ..model.purpose import Goal, Milestone
from ..model.record import BLANK
from ..model.terms import OtherTerm
from ..model.time import Deliverable
from ..text.blocks import (
    Block,
    BulletList,
    DocumentColumn,
    DocumentTable,
    Inline,
    KeyValues,
    LabeledValue,
    Section,
    Words,
    make_inlines,
    make_paragraph,
    to_plain_text,
)
from ..text.localized import AND, Language, Text
from .answers import AnswerList, AnswerRecords, FieldAnswer, LongAnswer, NestedAnswer, ShortAnswer, is_identifier

CLAUSES = frozenset({OtherTerm})
"""Lists of which each item is a clause of its own, with a number to refer to."""
SINGLE = {
    OtherTerm: Text(da="Vilkår", en="Term"),
    Goal: Text(da="Mål", en="Goal"),
    Milestone: Text(da="Delmål", en="Milestone"),
    Deliverable: Text(da="Leverance", en="Deliverable"),
}
"""What one of a list is called where the list has another name."""
MOST_COLUMNS = 6
"""What can be compared side by side on a page."""
GROUPED = frozenset({Contribution})
"""Lists in which each party's part is read together."""
SUMMED = frozenset({Payment, BudgetLine})
"""Lists whose amounts make a whole."""
LEAD = "text"
"""The field that says what a record is about; it needs no name before it."""
NAMES = ("name", "title")
TOTAL = Text(da="I alt", en="In all")
PAIR = 2
NAMELESS = "–"


def lay_out_answers(answers: Sequence[FieldAnswer], language: Language) -> tuple[Block, ...]:
    """Answers of an agreement: the short ones in rows, then each of the others under its own heading."""
    rows = tuple(labeled for answer in answers if is_short(answer) and (labeled := build_answer_row(answer, language)))
    headed = (part for answer in answers if not is_short(answer) for part in build_headed_sections(answer, language))
    return (*((KeyValues(rows),) if rows else ()), *headed)


def build_headed_sections(answer: FieldAnswer, language: Language) -> Iterator[Section]:
    """An answer under its heading; of a list that makes no table, each record under its own."""
    content = answer.content
    if isinstance(content, AnswerRecords) and (content.record in CLAUSES or not is_comparable(content)):
        yield from build_record_sections(answer.label, content, language)
    else:
        yield Section(answer.label, build_answer_blocks(answer, language))


def is_short(answer: FieldAnswer) -> bool:
    """Whether an answer is a few words."""
    return isinstance(answer.content, ShortAnswer) or (isinstance(answer.content, AnswerList) and answer.content.inline)


def build_answer_blocks(answer: FieldAnswer, language: Language) -> tuple[Block, ...]:
    """What stands below the heading of an answer."""
    content = answer.content
    if isinstance(content, AnswerRecords):
        return build_comparison(answer.label, content, language)
    if isinstance(content, NestedAnswer):
        return build_record_blocks(content.answers, language)
    labeled = build_answer_row(answer, language)
    return labeled.blocks if labeled else ()


def build_record_blocks(answers: Sequence[FieldAnswer], language: Language) -> tuple[Block, ...]:
    """The answers of one record: what it is about, then the rest in rows with ids last, then tables of what it holds."""
    counted = any(isinstance(item.content, ShortAnswer) and item.content.per for item in answers)
    lead = next((item.content for item in answers if item.field.name == LEAD and isinstance(item.content, LongAnswer)), None)
    name = next((item for item in answers if item.field.name in NAMES), None)
    rest = [
        item
        for item in sorted(answers, key=lambda item: is_identifier(item.field))
        if item.content is not lead and not (lead and item is name)
    ]
    rows = [LabeledValue(find_record_name(name), lead.paragraphs)] if lead and name else []
    tables: list[Block] = []
    for answer in rest:
        if isinstance(answer.content, AnswerRecords) and len(answer.content.records) > 1:
            place_records(answer, answer.content, language, rows, tables)
        elif not (counted and is_per(answer)) and (labeled := build_answer_row(answer, language)):
            rows.append(labeled)
    return (*(lead.paragraphs if lead and not name else ()), *((KeyValues(tuple(rows)),) if rows else ()), *tables)


def find_record_name(answer: FieldAnswer | None) -> Words:
    """The name of a record, or a dash."""
    return build_cell(answer) or make_inlines(NAMELESS)


def place_records(answer: FieldAnswer, records: AnswerRecords, language: Language, rows: list[LabeledValue], tables: list[Block]) -> None:
    """Put several records where they belong: what reads as rows beside its name, the rest after the rows."""
    paragraphs = (
        build_comparison(answer.label, records, language)
        if is_comparable(records)
        else tuple(build_record_sections(answer.label, records, language))
    )
    if any(isinstance(block, KeyValues) for block in paragraphs):
        rows.append(LabeledValue(make_inlines(answer.label), paragraphs))
    else:
        tables += paragraphs


def is_per(answer: FieldAnswer) -> bool:
    """Whether an answer only says what a number is counted per."""
    return isinstance(answer.field.kind, EnumType) and answer.field.kind.choice is Per


def build_answer_row(answer: FieldAnswer, language: Language) -> LabeledValue | None:
    """An answer beside its name; nothing where it says only what holds anyway."""
    content, label = answer.content, make_inlines(answer.label)
    match content:
        case ShortAnswer(usual=True):
            return None
        case ShortAnswer(words, per=per):
            return LabeledValue(label, (make_paragraph((*words, Inline(f" {per}")) if per else words),))
        case LongAnswer(paragraphs):
            return LabeledValue(label, paragraphs)
        case AnswerList(items, inline):
            return LabeledValue(label, (make_paragraph(join_names(items, language)) if inline or len(items) == 1 else BulletList(items),))
        case NestedAnswer(answers):
            return LabeledValue(label, build_record_blocks(answers, language))
        case AnswerRecords(_, records):
            return LabeledValue(label, tuple(block for record in records for block in build_record_blocks(record, language)))


def join_names(items: tuple[Words, ...], language: Language) -> Words:
    """Names with commas between them, the last two joined: `kaffe, te og kage`. Names that hold such marks themselves stand apart by `;`."""
    joint = f" {AND.localize(language)} "
    if any(mark in phrase.text for item in items for phrase in item for mark in (joint, ",", ";")):
        return join_inlines(items, "; ")
    *first, last = items or ((),)
    return (*join_inlines(first, ", "), Inline(joint), *last) if first else last


def is_comparable(records: AnswerRecords) -> bool:
    """Whether the records of a list can stand side by side: none holds records of its own, and together they fill no more columns than a page has room for."""
    deep = any(isinstance(answer.content, NestedAnswer | AnswerRecords) for record in records.records for answer in record)
    return not deep and (len(records.records) == 1 or is_narrow(records))


def is_narrow(records: AnswerRecords) -> bool:
    """Whether a page has room for the columns of a list; a few that hold nothing but lines to write on are no reason to part it."""
    heads = list_answered_columns(records)
    number = sum(any((answer := find_column_answer(head, record)) and not is_open(answer) for record in records.records) for head in heads)
    return number <= MOST_COLUMNS and len(heads) <= MOST_COLUMNS + MOST_OPEN


MOST_OPEN = 2


def is_open(answer: FieldAnswer) -> bool:
    """Whether an answer is only a line to write on."""
    return to_plain_text(build_cell(answer)) == BLANK


def build_record_sections(label: str, records: AnswerRecords, language: Language) -> Iterator[Section]:
    """Each record under its own heading: its name, else what it is and its number."""
    for place, record in enumerate(records.records, 1):
        name = next((answer for answer in record if answer.field.name in NAMES and isinstance(answer.content, ShortAnswer)), None)
        rest = [answer for answer in record if answer is not name]
        kind = SINGLE[records.record].localize(language) if records.record in SINGLE else label
        number = f" {place}" if len(records.records) > 1 else ""
        yield Section(to_answer_text(name) if name else f"{kind}{number}", build_record_blocks(rest, language))


def to_answer_text(answer: FieldAnswer) -> str:
    """A short answer as plain text."""
    return to_plain_text(answer.content.words) if isinstance(answer.content, ShortAnswer) else ""


def build_comparison(label: str, content: AnswerRecords, language: Language) -> tuple[Block, ...]:
    """Records beside each other: one answer each in a list, or in a line where there is but one; a name and its sentences in rows, a single record in rows, else a table."""
    if content.record in GROUPED:
        return tuple(
            build_records_table(to_answer_text(records[0][0]), label, AnswerRecords(content.record, records), language)
            for records in group_records(content.records)
        )
    heads = list_answered_columns(content)
    if len(heads) == 1:
        items = tuple(build_cell(find_column_answer(heads[0], record)) for record in content.records)
        return (make_paragraph(items[0]) if len(items) == 1 else BulletList(items),)
    if len(heads) == PAIR and is_short(heads[0]) and isinstance(heads[1].content, LongAnswer):
        return (KeyValues(tuple(build_pair_row(heads, record) for record in content.records)),)
    if len(content.records) == 1:
        return build_record_blocks(content.records[0], language)
    return (build_records_table(label, label, content, language),)


def group_records(records: Iterable[tuple[FieldAnswer, ...]]) -> Iterator[tuple[tuple[FieldAnswer, ...], ...]]:
    """Records by their first answer, which stands above each group, in the order of the first of each."""
    groups: dict[str, list[tuple[FieldAnswer, ...]]] = {}
    for record in records:
        groups.setdefault(to_answer_text(record[0]), []).append(record)
    return (tuple(group) for group in groups.values())


def list_answered_columns(records: AnswerRecords) -> list[FieldAnswer]:
    """The first answer of every field that says something in at least one of the records, in the order of the record, ids last.

    What a group of records stands under is none of its columns.
    """
    fields = records.record.fields[1:] if records.record in GROUPED else records.record.fields
    heads: dict[Field, FieldAnswer] = {}
    for answer in (item for record in records.records for item in record):
        if is_per(answer) or not (isinstance(answer.content, ShortAnswer) and answer.content.usual):
            heads.setdefault(answer.field, answer)
    own = [head for field, head in heads.items() if field not in records.record.fields]
    return [*sorted((heads[field] for field in fields if field in heads), key=lambda head: is_identifier(head.field)), *own]


def is_number(answer: FieldAnswer) -> bool:
    """Whether an answer is compared as a number."""
    return isinstance(answer.content, ShortAnswer) and answer.content.number


def build_pair_row(heads: Sequence[FieldAnswer], record: Sequence[FieldAnswer]) -> LabeledValue:
    """A record of two answers, the first as the name of the second."""
    first, second = (find_column_answer(head, record) for head in heads)
    inlines = build_cell(second)
    return LabeledValue(find_record_name(first), (make_paragraph(inlines),) if inlines else ())


def build_records_table(caption: str, lead: str, records: AnswerRecords, language: Language) -> DocumentTable:
    """Records as the lines of a table; the words of what they are about stand under the name of the list."""
    heads = list_answered_columns(records)
    apart = sum(is_number(head) for head in heads) == 1
    heads = [head for head in heads if apart or not is_per(head)]
    columns = tuple(DocumentColumn(lead if head.field.name == LEAD else head.label, is_number(head)) for head in heads)
    lines = tuple(tuple(build_cell(find_column_answer(head, record), per=not apart) for head in heads) for record in records.records)
    return DocumentTable(caption, columns, lines, build_total_row(records, heads, language))


def find_column_answer(head: FieldAnswer, record: Sequence[FieldAnswer]) -> FieldAnswer | None:
    """The answer of a record that stands in a column."""
    return next((answer for answer in record if answer.field is head.field), None)


def build_cell(answer: FieldAnswer | None, *, per: bool = False) -> Words:
    """An answer in a cell of a table; with `per`, what a number is counted per stands beside it."""
    match answer and answer.content:
        case ShortAnswer(words, per=counted):
            return (*words, Inline(f" {counted}")) if per and counted else words
        case LongAnswer(paragraphs):
            return join_inlines(words for paragraph in paragraphs for words in paragraph.lines)
        case AnswerList(items):
            return join_inlines(items, ", ")
        case _:
            return ()


def join_inlines(pieces: Iterable[Words], between: str = " ") -> Words:
    """Pieces in one line."""
    phrases: list[Inline] = []
    for piece in pieces:
        phrases += [Inline(between), *piece] if phrases else piece
    return tuple(phrases)


def build_total_row(records: AnswerRecords, heads: Sequence[FieldAnswer], language: Language) -> tuple[Words, ...]:
    """What the amounts of a list come to, where all are of one currency and counted alike."""
    amounts = [
        answer.content
        for record in records.records
        for answer in record
        if isinstance(answer.content, ShortAnswer) and answer.content.amount
    ]
    alike = {(amount.amount.currency, amount.per) for amount in amounts if amount.amount}
    if records.record not in SUMMED or len(alike) != 1 or len(amounts) != len(records.records):
        return ()
    ((currency, _),) = alike
    whole = Money(sum(amount.amount.cents for amount in amounts if amount.amount), currency).localize(language)
    return tuple(
        make_inlines(TOTAL.localize(language)) if place == 0 else make_inlines(whole) if is_number(head) else ()
        for place, head in enumerate(heads)
    )
