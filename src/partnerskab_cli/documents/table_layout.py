"""Some of the answers of an agreement, for papers that show no more than their readers need."""

from collections.abc import Collection, Iterable

from ..model.field import Field
from ..model.record import Record, Way, iter_record_types
from ..text.blocks import Block, LabeledValue, Section
from ..text.localized import Language
from .answers import AnswerContent, AnswerRecords, FieldAnswer, NestedAnswer, collect_answers
from .context import RenderContext
from .layout import build_answer_blocks, build_answer_row, build_headed_sections, is_comparable


def select_answers(record: Record, wanted: Collection[Field], context: RenderContext) -> dict[Field, FieldAnswer]:
    """The wanted answers of a record by field; of the records inside it, only their wanted answers too."""
    return {answer.field: answer for answer in filter_answers(collect_answers(record, context), wanted)}


def filter_answers(answers: Iterable[FieldAnswer], wanted: Collection[Field]) -> tuple[FieldAnswer, ...]:
    """Answers to wanted questions; of records of which only parts are wanted, those parts."""
    pairs = ((answer, reduce_answer(answer, wanted)) for answer in answers if answer.field in wanted)
    return tuple(answer._replace(content=content) for answer, content in pairs if content)


def reduce_answer(answer: FieldAnswer, wanted: Collection[Field]) -> AnswerContent | None:
    """An answer with only its wanted parts, all of them where none is singled out; nothing where they are not answered."""
    content = answer.content
    if not any(part in wanted for record in iter_record_types(answer.field.kind) for part in record.fields):
        return content
    if isinstance(content, NestedAnswer):
        parts = filter_answers(content.answers, wanted)
        return NestedAnswer(parts) if parts else None
    if isinstance(content, AnswerRecords):
        records = tuple(part for record in content.records if (part := filter_answers(record, wanted)))
        return AnswerRecords(content.record, records) if records else None
    return content


def build_answer_rows(answers: dict[Field, FieldAnswer], fields: Way, language: Language) -> tuple[LabeledValue, ...]:
    """Some answers beside their names."""
    return tuple(labeled for field in fields if field in answers and (labeled := build_answer_row(answers[field], language)))


def build_answer_section(title: str, answers: dict[Field, FieldAnswer], fields: Way, language: Language) -> tuple[Section, ...]:
    """A heading of its own for some answers; none where there is no answer. Where one of them needs headings below it, all get them."""
    present = [answers[field] for field in fields if field in answers]
    deep = any(isinstance(answer.content, AnswerRecords) and not is_comparable(answer.content) for answer in present)
    blocks: tuple[Block, ...] = tuple(
        block
        for answer in present
        for block in (build_headed_sections(answer, language) if deep else build_answer_blocks(answer, language))
    )
    return (Section(title, blocks),) if blocks else ()
