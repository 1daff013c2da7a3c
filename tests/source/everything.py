"""An agreement in which every field of the declarations has an answer, in any spelling of keys and words."""

import json
from collections.abc import Callable

from partnerskab_cli.model.field import (
    Choice,
    EnumType,
    Field,
    FieldType,
    ListType,
    MappingType,
    RecordType,
    ScalarType,
    UnionType,
)
from partnerskab_cli.model.record import Record
from partnerskab_cli.text.localized import transliterate

Spelling = Callable[[str, str], str]
"""From the Danish and the English word to the one that is written."""

DANISH: Spelling = lambda da, _: da  # noqa: E731 - three of a kind
ASCII: Spelling = lambda da, _: transliterate(da)  # noqa: E731
ENGLISH: Spelling = lambda _, en: en  # noqa: E731


def answers(record: type[Record], spelling: Spelling, turn: int = 0) -> dict[str, object]:
    """Every field of a record with an answer; `turn` chooses among the words of a list."""
    return {spelling(field.key, field.name): answer(field.kind, field, spelling, turn) for field in record.fields if field.name != "schema"}


def answer(kind: FieldType, field: Field, spelling: Spelling, turn: int) -> object:
    match kind:
        case RecordType(record):
            return answers(record, spelling, turn)
        case ListType(of):
            return [answer(of, field, spelling, turn)]
        case UnionType(first, second):
            return answer(second if isinstance(second, RecordType) and turn % 2 else first, field, spelling, turn)
        case EnumType(choice):
            chosen: Choice = list(choice)[turn % len(choice)]
            return spelling(chosen.value.key, chosen.name.lower())
        case MappingType():
            return {spelling("læring", "learning"): "Vi lærer sammen.", spelling("dna", "dna"): "Vi er os selv."}
        case ScalarType():
            return plain(field)


def plain(field: Field) -> str:
    """The example of a field of plain values, its brackets and quotation marks taken off."""
    text = field.example.da.strip("[]").split(",")[0] if field.example.da.startswith("[") else field.example.da
    return text.strip('"')


def written(data: dict[str, object]) -> str:
    """Data as YAML: JSON is YAML too."""
    return json.dumps(data, ensure_ascii=False, indent=1)
