"""The record: frozen, made of fields that declare themselves, and aware of what was answered otherwise."""

from collections.abc import Iterator, Mapping
from types import NoneType
from typing import ClassVar, NamedTuple, Self, TypeVar, cast, dataclass_transform

from ..text.localized import Language
from .field import ALWAYS, Choice, EnumType, Field, FieldType, ListType, MappingType, Public, RecordType, UnionType, field
from .types import VALUES

NOTHING: Mapping[str, str] = {}
Pieces = Mapping[str, tuple[object, ...]]
NO_PIECES: Pieces = {}
SHAPE_RULES = frozenset({"STR10", "STR10b", "PRO02"})
"""What speaks of a missing field already while the file is read."""
UNREAD = "\0unread"
"""Stands for a reason in `aside` where a value was written but could not be read."""
BLANK = "_" * 12
"""A line to write on."""


class Scrap(NamedTuple):
    """What a file says where no value could be read: its words as they stand or, `open`, with lines to write on for what is still to be filled in."""

    text: str
    open: bool = False


NO_SCRAPS: Mapping[str, Scrap] = {}


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(field,))
class Record:
    """Something an agreement says, frozen. `aside` maps a field to why it is not relevant, or to `UNREAD`."""

    fields: ClassVar[tuple[Field, ...]] = ()
    names: ClassVar[dict[str, Field]] = {}
    blank: ClassVar[dict[str, object]] = {}
    needed: ClassVar[tuple[Field, ...]] = ()
    """The fields that must stand whenever the record does, where a rule of the file chapter asks for them."""
    aside: Mapping[str, str]
    written: Pieces = NO_PIECES
    """What stands in the fields that could not be read, or not as a whole: scraps, records that lack something, and what could be read, in order."""
    others: Mapping[str, Scrap] = NO_SCRAPS
    """What stands under keys that no field has."""

    def __init_subclass__(cls) -> None:
        cls.fields = tuple(collect_fields(cls))
        cls.names = {spelling: field for field in cls.fields for spelling in field.spellings}
        cls.blank = {field.name: field.default for field in cls.fields}
        cls.needed = tuple(field for field in cls.fields if field.need is ALWAYS and field.rule in SHAPE_RULES and not field.unless)

    def __init__(self, *, aside: Mapping[str, str] = NOTHING, **values: object) -> None:
        object.__setattr__(self, "__dict__", {**self.blank, **values, "aside": aside})

    @classmethod
    def of(
        cls,
        values: Mapping[str, object],
        aside: Mapping[str, str] = NOTHING,
        written: Pieces = NO_PIECES,
        others: Mapping[str, Scrap] = NO_SCRAPS,
    ) -> Self:
        """A record of values by their English keys; what is left out is blank."""
        result = cls.__new__(cls)
        kept = {**({"written": written} if written else {}), **({"others": others} if others else {})}
        object.__setattr__(result, "__dict__", {**cls.blank, **values, "aside": aside, **kept})
        return result

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(name)

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self.__dict__ == other.__dict__

    def __hash__(self) -> int:
        return hash(tuple(getattr(self, field.name) for field in self.fields))

    def __repr__(self) -> str:
        filled = (f"{field.name}={getattr(self, field.name)!r}" for field in self.fields if getattr(self, field.name) is not field.default)
        return f"{type(self).__name__}({', '.join(filled)})"


def collect_fields(record: type[Record]) -> Iterator[Field]:
    """The fields of a record in their order, each given its name and its kind from the annotation."""
    for name, annotation in record.__annotations__.items():
        field = record.__dict__.get(name)
        if isinstance(field, Field):
            field.name = name
            field.kind = make_field_type(annotation)
            field.optional = (
                NoneType in get_type_arguments(annotation) or field.default is not None or isinstance(field.kind, ListType | MappingType)
            )
            if field.default is None and isinstance(field.kind, ListType):
                field.default = ()
            yield field


def get_type_arguments(annotation: object) -> tuple[object, ...]:
    """What stands inside `X | None`, `tuple[X, ...]` or `Mapping[K, X]`."""
    return getattr(annotation, "__args__", ())


def make_field_type(annotation: object) -> FieldType:
    """`Duration | None`, `tuple[Goal, ...]`, `Status`, `Period`: what an annotation says of reading."""
    origin = getattr(annotation, "__origin__", None)
    inside = [argument for argument in get_type_arguments(annotation) if argument not in {NoneType, Ellipsis}]
    if origin is tuple:
        return ListType(make_field_type(inside[0]))
    if origin is Mapping:
        return MappingType(VALUES[inside[0]], VALUES[inside[1]])
    if len(inside) == 2:  # noqa: PLR2004 - this or that
        return UnionType(make_field_type(inside[0]), make_field_type(inside[1]))
    return make_field_type(inside[0]) if inside else get_field_type(annotation)


def get_field_type(annotation: object) -> FieldType:
    """The kind of one type without brackets."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return RecordType(annotation)
    if isinstance(annotation, type) and issubclass(annotation, Choice):
        return EnumType(annotation)
    return VALUES[annotation]


class FieldPath(NamedTuple):
    """A field on its way from the top, with what it inherits from the records round it."""

    way: tuple[Field, ...]
    public: Public
    material: bool
    answers: tuple[str, ...]
    source: str

    @property
    def field(self) -> Field:
        """The field itself."""
        return self.way[-1]

    def format_path(self, language: Language = "da") -> str:
        """`parter.kontakt.rolle`."""
        return ".".join(field.get_key(language) for field in self.way)


TOP_POINT = FieldPath((), public=False, material=False, answers=(), source="practice")


def walk_fields(record: type[Record], above: FieldPath = TOP_POINT) -> Iterator[FieldPath]:
    """Every declared of the tree below a record, top down, each once for every way that leads to it."""
    for declared in record.fields:
        here = FieldPath(
            (*above.way, declared),
            above.public if declared.public is None else declared.public,
            above.material if declared.material is None else declared.material,
            declared.answers or above.answers,
            declared.source or above.source,
        )
        yield here
        for section in iter_record_types(declared.kind):
            yield from walk_fields(section, here)


def iter_record_types(kind: FieldType) -> Iterator[type[Record]]:
    """The records a kind may hold."""
    match kind:
        case RecordType(record):
            yield record
        case ListType(of):
            yield from iter_record_types(of)
        case UnionType(first, second):
            yield from iter_record_types(first)
            yield from iter_record_types(second)
        case _:
            pass


T = TypeVar("T")
Way = tuple[Field, ...]


class Finding(NamedTuple):
    """Something a rule found, with the values of its message."""

    record: Record
    field: Field
    position: int | None
    """The item of a list of plain values."""
    values: Mapping[str, object]


def make_finding(record: Record, about: object, /, position: int | None = None, **values: object) -> Finding:
    """A finding about a field of a record: `make_finding(period, Period.end, end=period.end)`."""
    (field,) = field_path(about)
    return Finding(record, field, position, values)


def list_items(record: Record, about: tuple[T, ...], /) -> tuple[T, ...]:
    """The records of a list, those that lack something among them: `list_items(agreement, Agreement.parties)`."""
    (field,) = field_path(about)
    return cast("tuple[T, ...]", record.written.get(field.name) or getattr(record, field.name))


def field_path(*fields: object) -> Way:
    """Fields on the way down: to a type checker `Period.end` is a date, at run time it is the field."""
    strangers = [field for field in fields if not isinstance(field, Field)]
    if strangers:
        raise TypeError(strangers)
    return tuple(field for field in fields if isinstance(field, Field))
