"""Some of the answers of an agreement, for papers that show no more than their readers need."""

from collections.abc import Collection, Iterable

from ..model.field import Field
from ..model.finding import Way
from ..model.record import Record, iter_record_types
from ..text.blocks import Block, LabeledValue, Section
from ..text.localized import Language
from .answers import AnswerContent, AnswerRecords, FieldAnswer, NestedAnswer, collect_answers
from .context import RenderContext
from .layout import build_answer_blocks, build_answer_row, build_headed_sections, is_comparable


def select_answers(record: Record, wanted: Collection[Field], lexicon: RenderContext) -> dict[Field, FieldAnswer]:
    """The wanted answers of a record by field; of the records inside it, only their wanted answers too."""
    return {one.field: one for one in filter_answers(collect_answers(record, lexicon), wanted)}


def filter_answers(found: Iterable[FieldAnswer], wanted: Collection[Field]) -> tuple[FieldAnswer, ...]:
    """Answers to wanted questions; of records of which only parts are wanted, those parts."""
    pairs = ((one, reduce_answer(one, wanted)) for one in found if one.field in wanted)
    return tuple(one._replace(told=told) for one, told in pairs if told)


def reduce_answer(one: FieldAnswer, wanted: Collection[Field]) -> AnswerContent | None:
    """An answer with only its wanted parts, all of them where none is singled out; nothing where they are not answered."""
    told = one.told
    if not any(part in wanted for record in iter_record_types(one.field.kind) for part in record.fields):
        return told
    if isinstance(told, NestedAnswer):
        parts = filter_answers(told.answers, wanted)
        return NestedAnswer(parts) if parts else None
    if isinstance(told, AnswerRecords):
        records = tuple(part for record in told.records if (part := filter_answers(record, wanted)))
        return AnswerRecords(told.record, records) if records else None
    return told


def build_answer_rows(found: dict[Field, FieldAnswer], fields: Way, language: Language) -> tuple[LabeledValue, ...]:
    """Some answers beside their names."""
    return tuple(made for one in fields if one in found and (made := build_answer_row(found[one], language)))


def build_answer_section(title: str, found: dict[Field, FieldAnswer], fields: Way, language: Language) -> tuple[Section, ...]:
    """A heading of its own for some answers; none where there is no answer. Where one of them needs headings below it, all get them."""
    told = [found[one] for one in fields if one in found]
    deep = any(isinstance(one.told, AnswerRecords) and not is_comparable(one.told) for one in told)
    blocks: tuple[Block, ...] = tuple(
        block for one in told for block in (build_headed_sections(one, language) if deep else build_answer_blocks(one, language))
    )
    return (Section(title, blocks),) if blocks else ()
