"""Answers → blocks: what is short becomes rows, what is compared becomes a table, what is told becomes paragraphs."""

from collections.abc import Iterable, Iterator, Sequence

from ..agreement.amounts import Money
from ..agreement.choices import Per
from ..agreement.contributions import BudgetLine, Contribution
from ..agreement.field import Field, OneOf
from ..agreement.money import Payment
from ..agreement.purpose import Goal, Milestone
from ..agreement.record import BLANK
from ..agreement.terms import OtherTerm
from ..agreement.time import Deliverable
from ..text import AND, Language, Text
from .answers import Answer, Each, Inner, Long, Several, Short, is_id
from .document import Block, Column, Listing, Phrase, Row, Rows, Section, Table, Words, line, plain, text_of

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


def sections(answers: Sequence[Answer], language: Language) -> tuple[Block, ...]:
    """Answers of an agreement: the short ones in rows, then each of the others under its own heading."""
    rows = tuple(found for one in answers if is_short(one) and (found := row(one, language)))
    headed = (part for one in answers if not is_short(one) for part in headings(one, language))
    return (*((Rows(rows),) if rows else ()), *headed)


def headings(one: Answer, language: Language) -> Iterator[Section]:
    """An answer under its heading; of a list that makes no table, each record under its own."""
    told = one.told
    if isinstance(told, Each) and (told.record in CLAUSES or not is_comparable(told)):
        yield from each_apart(one.label, told, language)
    else:
        yield Section(one.label, inside(one, language))


def is_short(one: Answer) -> bool:
    """Whether an answer is a few words."""
    return isinstance(one.told, Short) or (isinstance(one.told, Several) and one.told.inline)


def inside(one: Answer, language: Language) -> tuple[Block, ...]:
    """What stands below the heading of an answer."""
    told = one.told
    if isinstance(told, Each):
        return side_by_side(one.label, told, language)
    if isinstance(told, Inner):
        return blocks(told.answers, language)
    found = row(one, language)
    return found.blocks if found else ()


def blocks(answers: Sequence[Answer], language: Language) -> tuple[Block, ...]:
    """The answers of one record: what it is about, then the rest in rows with ids last, then tables of what it holds."""
    counted = any(isinstance(one.told, Short) and one.told.per for one in answers)
    lead = next((one.told for one in answers if one.field.name == LEAD and isinstance(one.told, Long)), None)
    name = next((one for one in answers if one.field.name in NAMES), None)
    rest = [one for one in sorted(answers, key=lambda one: is_id(one.field)) if one.told is not lead and not (lead and one is name)]
    rows = [Row(named(name), lead.paragraphs)] if lead and name else []
    tables: list[Block] = []
    for one in rest:
        if isinstance(one.told, Each) and len(one.told.records) > 1:
            below(one, one.told, language, rows, tables)
        elif not (counted and is_per(one)) and (found := row(one, language)):
            rows.append(found)
    return (*(lead.paragraphs if lead and not name else ()), *((Rows(tuple(rows)),) if rows else ()), *tables)


def named(one: Answer | None) -> Words:
    """The name of a record, or a dash."""
    return cell(one) or plain(NAMELESS)


def below(one: Answer, told: Each, language: Language, rows: list[Row], tables: list[Block]) -> None:
    """Put several records where they belong: what reads as rows beside its name, the rest after the rows."""
    found = side_by_side(one.label, told, language) if is_comparable(told) else tuple(each_apart(one.label, told, language))
    if any(isinstance(block, Rows) for block in found):
        rows.append(Row(plain(one.label), found))
    else:
        tables += found


def is_per(one: Answer) -> bool:
    """Whether an answer only says what a number is counted per."""
    return isinstance(one.field.kind, OneOf) and one.field.kind.choice is Per


def row(one: Answer, language: Language) -> Row | None:
    """An answer beside its name; nothing where it says only what holds anyway."""
    told, label = one.told, plain(one.label)
    match told:
        case Short(usual=True):
            return None
        case Short(words, per=per):
            return Row(label, (line((*words, Phrase(f" {per}")) if per else words),))
        case Long(paragraphs):
            return Row(label, paragraphs)
        case Several(items, inline):
            return Row(label, (line(in_a_row(items, language)) if inline or len(items) == 1 else Listing(items),))
        case Inner(answers):
            return Row(label, blocks(answers, language))
        case Each(_, records):
            return Row(label, tuple(block for record in records for block in blocks(record, language)))


def in_a_row(items: tuple[Words, ...], language: Language) -> Words:
    """Names with commas between them, the last two joined: `kaffe, te og kage`. Names that hold such marks themselves stand apart by `;`."""
    joint = f" {AND.said(language)} "
    if any(mark in phrase.text for item in items for phrase in item for mark in (joint, ",", ";")):
        return joined(items, "; ")
    *first, last = items or ((),)
    return (*joined(first, ", "), Phrase(joint), *last) if first else last


def is_comparable(told: Each) -> bool:
    """Whether the records of a list can stand side by side: none holds records of its own, and together they fill no more columns than a page has room for."""
    deep = any(isinstance(one.told, Inner | Each) for record in told.records for one in record)
    return not deep and (len(told.records) == 1 or is_narrow(told))


def is_narrow(told: Each) -> bool:
    """Whether a page has room for the columns of a list; a few that hold nothing but lines to write on are no reason to part it."""
    heads = columns(told)
    said = sum(any((one := of_head(head, record)) and not is_open(one) for record in told.records) for head in heads)
    return said <= MOST_COLUMNS and len(heads) <= MOST_COLUMNS + MOST_OPEN


MOST_OPEN = 2


def is_open(one: Answer) -> bool:
    """Whether an answer is only a line to write on."""
    return text_of(cell(one)) == BLANK


def each_apart(label: str, told: Each, language: Language) -> Iterator[Section]:
    """Each record under its own heading: its name, else what it is and its number."""
    for place, record in enumerate(told.records, 1):
        name = next((one for one in record if one.field.name in NAMES and isinstance(one.told, Short)), None)
        rest = [one for one in record if one is not name]
        kind = SINGLE[told.record].said(language) if told.record in SINGLE else label
        number = f" {place}" if len(told.records) > 1 else ""
        yield Section(spoken(name) if name else f"{kind}{number}", blocks(rest, language))


def spoken(one: Answer) -> str:
    """A short answer as plain text."""
    return text_of(one.told.words) if isinstance(one.told, Short) else ""


def side_by_side(label: str, told: Each, language: Language) -> tuple[Block, ...]:
    """Records beside each other: one answer each in a list, or in a line where there is but one; a name and its sentences in rows, a single record in rows, else a table."""
    if told.record in GROUPED:
        return tuple(table(spoken(records[0][0]), label, Each(told.record, records), language) for records in groups(told.records))
    heads = columns(told)
    if len(heads) == 1:
        items = tuple(cell(of_head(heads[0], record)) for record in told.records)
        return (line(items[0]) if len(items) == 1 else Listing(items),)
    if len(heads) == PAIR and is_short(heads[0]) and isinstance(heads[1].told, Long):
        return (Rows(tuple(pair(heads, record) for record in told.records)),)
    if len(told.records) == 1:
        return blocks(told.records[0], language)
    return (table(label, label, told, language),)


def groups(records: Iterable[tuple[Answer, ...]]) -> Iterator[tuple[tuple[Answer, ...], ...]]:
    """Records by their first answer, which stands above each group, in the order of the first of each."""
    found: dict[str, list[tuple[Answer, ...]]] = {}
    for record in records:
        found.setdefault(spoken(record[0]), []).append(record)
    return (tuple(group) for group in found.values())


def columns(told: Each) -> list[Answer]:
    """The first answer of every field that says something in at least one of the records, in the order of the record, ids last.

    What a group of records stands under is none of its columns.
    """
    fields = told.record.fields[1:] if told.record in GROUPED else told.record.fields
    heads: dict[Field, Answer] = {}
    for one in (one for record in told.records for one in record):
        if is_per(one) or not (isinstance(one.told, Short) and one.told.usual):
            heads.setdefault(one.field, one)
    own = [head for one, head in heads.items() if one not in told.record.fields]
    return [*sorted((heads[one] for one in fields if one in heads), key=lambda head: is_id(head.field)), *own]


def is_number(one: Answer) -> bool:
    """Whether an answer is compared as a number."""
    return isinstance(one.told, Short) and one.told.number


def pair(heads: Sequence[Answer], record: Sequence[Answer]) -> Row:
    """A record of two answers, the first as the name of the second."""
    first, second = (of_head(head, record) for head in heads)
    found = cell(second)
    return Row(named(first), (line(found),) if found else ())


def table(caption: str, lead: str, told: Each, language: Language) -> Table:
    """Records as the lines of a table; the words of what they are about stand under the name of the list."""
    heads = columns(told)
    apart = sum(is_number(one) for one in heads) == 1
    heads = [one for one in heads if apart or not is_per(one)]
    made = tuple(Column(lead if head.field.name == LEAD else head.label, is_number(head)) for head in heads)
    lines = tuple(tuple(cell(of_head(head, record), per=not apart) for head in heads) for record in told.records)
    return Table(caption, made, lines, total(told, heads, language))


def of_head(head: Answer, record: Sequence[Answer]) -> Answer | None:
    """The answer of a record that stands in a column."""
    return next((one for one in record if one.field is head.field), None)


def cell(one: Answer | None, *, per: bool = False) -> Words:
    """An answer in a cell of a table; with `per`, what a number is counted per stands beside it."""
    match one and one.told:
        case Short(words, per=counted):
            return (*words, Phrase(f" {counted}")) if per and counted else words
        case Long(paragraphs):
            return joined(words for paragraph in paragraphs for words in paragraph.lines)
        case Several(items):
            return joined(items, ", ")
        case _:
            return ()


def joined(pieces: Iterable[Words], between: str = " ") -> Words:
    """Pieces in one line."""
    phrases: list[Phrase] = []
    for piece in pieces:
        phrases += [Phrase(between), *piece] if phrases else piece
    return tuple(phrases)


def total(told: Each, heads: Sequence[Answer], language: Language) -> tuple[Words, ...]:
    """What the amounts of a list come to, where all are of one currency and counted alike."""
    amounts = [one.told for record in told.records for one in record if isinstance(one.told, Short) and one.told.amount]
    alike = {(one.amount.currency, one.per) for one in amounts if one.amount}
    if told.record not in SUMMED or len(alike) != 1 or len(amounts) != len(told.records):
        return ()
    ((currency, _),) = alike
    whole = Money(sum(one.amount.cents for one in amounts if one.amount), currency).said(language)
    return tuple(plain(TOTAL.said(language)) if place == 0 else plain(whole) if is_number(head) else () for place, head in enumerate(heads))
