"""Some of the answers of an agreement, for papers that show no more than their readers need."""

from collections.abc import Collection, Iterable

from ..agreement.field import Field
from ..agreement.finding import Way
from ..agreement.record import Record, sections
from ..text import Language
from .answers import Answer, Each, Inner, Told, answers
from .document import Block, Row, Section
from .layout import headings, inside, is_comparable, row
from .lexicon import Lexicon


def chosen(record: Record, wanted: Collection[Field], lexicon: Lexicon) -> dict[Field, Answer]:
    """The wanted answers of a record by field; of the records inside it, only their wanted answers too."""
    return {one.field: one for one in kept(answers(record, lexicon), wanted)}


def kept(found: Iterable[Answer], wanted: Collection[Field]) -> tuple[Answer, ...]:
    """Answers to wanted questions; of records of which only parts are wanted, those parts."""
    pairs = ((one, less(one, wanted)) for one in found if one.field in wanted)
    return tuple(one._replace(told=told) for one, told in pairs if told)


def less(one: Answer, wanted: Collection[Field]) -> Told | None:
    """An answer with only its wanted parts, all of them where none is singled out; nothing where they are not answered."""
    told = one.told
    if not any(part in wanted for record in sections(one.field.kind) for part in record.fields):
        return told
    if isinstance(told, Inner):
        parts = kept(told.answers, wanted)
        return Inner(parts) if parts else None
    if isinstance(told, Each):
        records = tuple(part for record in told.records if (part := kept(record, wanted)))
        return Each(told.record, records) if records else None
    return told


def rows(found: dict[Field, Answer], fields: Way, language: Language) -> tuple[Row, ...]:
    """Some answers beside their names."""
    return tuple(made for one in fields if one in found and (made := row(found[one], language)))


def under(title: str, found: dict[Field, Answer], fields: Way, language: Language) -> tuple[Section, ...]:
    """A heading of its own for some answers; none where there is no answer. Where one of them needs headings below it, all get them."""
    told = [found[one] for one in fields if one in found]
    deep = any(isinstance(one.told, Each) and not is_comparable(one.told) for one in told)
    blocks: tuple[Block, ...] = tuple(block for one in told for block in (headings(one, language) if deep else inside(one, language)))
    return (Section(title, blocks),) if blocks else ()
