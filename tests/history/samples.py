"""An agreement in which every field says something, made from the declarations; and the same with one field saying something else."""

from collections.abc import Mapping
from datetime import date

from partnerskab_cli.model.agreement import Agreement
from partnerskab_cli.model.amounts import MONTH, YEAR, Duration, Money, Number, Percent, Recurrence
from partnerskab_cli.model.field import EnumType, Field, FieldType, ListType, MappingType, RecordType, ScalarType, UnionType
from partnerskab_cli.model.record import Record, Way
from partnerskab_cli.model.types import VALUES, Day, Fingerprint, Whole, Year

SPECIAL: dict[object, tuple[object, object]] = {
    Day: (date(2026, 1, 2), date(2026, 3, 4)),
    Money: (Money(150_000), Money(150_050)),
    Number: (Number(750), Number(800)),
    Percent: (Percent(225), Percent(250)),
    Duration: (Duration(3, MONTH), Duration(3, YEAR)),
    Recurrence: (Recurrence(1, 2, YEAR), Recurrence(1, 3, YEAR)),
    Whole: (4, 5),
    Year: (2026, 2027),
    Fingerprint: ("1:0123456789ab", "1:ba9876543210"),
}


def value(kind: FieldType, turn: int) -> object:
    """One of two values of a kind."""
    match kind:
        case ScalarType():
            return next((pair[turn] for named, pair in SPECIAL.items() if VALUES[named] is kind), of_text(kind, turn))
        case EnumType(choice):
            return list(choice)[turn]
        case RecordType(record):
            return full(record)
        case ListType(of):
            return (value(of, turn),)
        case UnionType(first, _):
            return value(first, turn)
        case MappingType(of=of):
            return {"effekt": value(of, turn)}


def of_text(kind: ScalarType, turn: int) -> object:
    return (False, True)[turn] if kind is VALUES[bool] else ("den-ene", "den-anden")[turn]


def full(record: type[Record]) -> Record:
    """A record with an answer to every question, never the one that silence gives."""
    return record.of({field.name: differing(field) for field in record.fields})


def differing(field: Field) -> object:
    return next(result for turn in (0, 1) if (result := value(field.kind, turn)) != field.default)


def everything() -> Agreement:
    record = full(Agreement)
    assert isinstance(record, Agreement)
    return record


def otherwise(record: Record, way: Way) -> Record:
    """The same record with the field at the end of a way saying something else."""
    field, *rest = way
    now = getattr(record, field.name)
    if rest:
        inner = now[0] if type(now) is tuple else now
        held = inner if isinstance(inner, Record) else section_of(field)
        result: object = otherwise(held, tuple(rest))
        return replaced(record, field, (result,) if isinstance(field.kind, ListType) else result)
    return replaced(record, field, next(result for turn in (1, 0) if (result := value(field.kind, turn)) != now))


def section_of(field: Field) -> Record:
    """The record of a field that may hold something simpler."""
    assert isinstance(field.kind, UnionType)
    assert isinstance(field.kind.second, RecordType)
    return full(field.kind.second.record)


def replaced(record: Record, field: Field, value: object) -> Record:
    values: Mapping[str, object] = {each.name: getattr(record, each.name) for each in record.fields} | {field.name: value}
    return type(record).of(values)
