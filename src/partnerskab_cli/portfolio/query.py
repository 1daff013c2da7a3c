"""Fields by the names people use, and what an agreement answers to them: `parter.navn`, `periode.slut`, `status`."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ..errors import CommandError
from ..model.agreement import Agreement
from ..model.field import Field, FieldType, ListType, MappingType, RecordType, UnionType
from ..model.record import Record, iter_record_types
from ..model.types import Key
from ..profile.profile import Profile
from ..text.localized import Text, fold, transliterate
from ..text.matching import MEANT, find_nearest
from .portfolio import PortfolioEntry

STATUS: Field = Agreement.names["status"]


class FieldQuery(NamedTuple):
    """A field on its way from the top of an agreement."""

    way: tuple[Field, ...]
    key: Key | None = None
    """The key below it, where a profile decides the keys."""

    @property
    def kind(self) -> FieldType:
        """How its values are read, one by one."""
        kind = self.way[-1].kind
        while isinstance(kind, ListType):
            kind = kind.of
        return kind.of if isinstance(kind, MappingType) and self.key else kind

    @property
    def label(self) -> Text:
        """What it is called."""
        return self.way[-1].label


def resolve_field(name: str, profile: Profile) -> FieldQuery:
    """The field of that name, in any spelling, dotted for what lies deeper.

    Raises:
        CommandError: there is no such field.

    """
    record: type[Record] | None = Agreement
    way: list[Field] = []
    words = [fold_name(word) for word in name.split(".")]
    for place, word in enumerate(words):
        if record is None:
            return resolve_keyed_field(way, words[place:], name, profile)
        known = {fold_name(spelling): name for spelling, name in record.names.items()}
        if word not in known:
            raise build_unknown_field_error(name, word, {spelling: Text(field.key, field.name) for spelling, field in known.items()})
        way.append(known[word])
        record = next(iter_record_types(known[word].kind), None)
    return FieldQuery(tuple(way))


def fold_name(word: str) -> str:
    """A name without what spellings differ in."""
    return transliterate(fold(word)).replace("-", "_")


def resolve_keyed_field(way: list[Field], rest: list[str], name: str, profile: Profile) -> FieldQuery:
    """A field below keys that the profile decides."""
    keys = {fold_name(spelling): Key(key) for spelling, key in profile.vocabulary.items()}
    word = rest[0]
    if not isinstance(way[-1].kind, MappingType) or len(rest) > 1:
        raise build_unknown_field_error(name, word, {})
    if keys and word not in keys:
        raise build_unknown_field_error(name, word, {spelling: Text(key, key) for spelling, key in keys.items()})
    return FieldQuery(tuple(way), keys.get(word, Key(word)))


def build_unknown_field_error(name: str, word: str, known: Mapping[str, Text]) -> CommandError:
    """What to say of a field that is none, with the nearest that is."""
    meant = find_nearest(word, known)
    says = Text(da="Der er intet felt »{name}«.", en="There is no field “{name}”.").format(name=name)
    if meant:
        return CommandError(says, MEANT.format(meant=known[meant]))
    return CommandError(
        says,
        Text(
            da="skriv fx status, område, parter.navn eller periode.slut", en="write for instance status, theme, parties.name or period.end"
        ),
    )


def get_answers(entry: PortfolioEntry, what: FieldQuery) -> tuple[object, ...]:
    """All that an agreement answers to a field; its status as it is on the day."""
    if what.way == (STATUS,):
        return (entry.standing,)
    return tuple(iter_values(entry.agreement, what.way, what.key))


def iter_values(record: Record, way: tuple[Field, ...], key: Key | None) -> Iterator[object]:
    """The values at the end of a way, one by one; nothing for what is not answered."""
    field, *rest = way
    value = getattr(record, field.name)
    for item in value if type(value) is tuple else (value,):
        if rest and isinstance(item, Record):
            yield from iter_values(item, tuple(rest), key)
        elif not rest and key:
            yield from (item[key],) if isinstance(item, dict) and key in item else ()
        elif not rest and item is not None:
            yield get_text_of_record(item)


def get_text_of_record(value: object) -> object:
    """A record as the text it may be written as, where it has one."""
    return getattr(value, "text", None) or value if isinstance(value, Record) else value


def iter_value_types(kind: FieldType) -> Iterator[FieldType]:
    """The kinds a value may be of; of a record, that of the text it may be written as."""
    match kind:
        case UnionType(first, second):
            yield from iter_value_types(first)
            yield from iter_value_types(second)
        case ListType(of):
            yield from iter_value_types(of)
        case RecordType(record) if "tekst" in record.names:
            yield from iter_value_types(record.names["tekst"].kind)
        case _:
            yield kind
