"""Fields by the names people use, and what an agreement answers to them: `parter.navn`, `periode.slut`, `status`."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ..agreement.agreement import Agreement
from ..agreement.field import Either, Field, Keyed, Kind, Many, Section
from ..agreement.nearest import MEANT, nearest
from ..agreement.record import Record, sections
from ..agreement.values import Key
from ..errors import CommandError
from ..profile.profile import Profile
from ..text import Text, ascii_form, fold
from .portfolio import Entry

STATUS: Field = Agreement.names["status"]


class Asked(NamedTuple):
    """A field on its way from the top of an agreement."""

    way: tuple[Field, ...]
    key: Key | None = None
    """The key below it, where a profile decides the keys."""

    @property
    def kind(self) -> Kind:
        """How its values are read, one by one."""
        kind = self.way[-1].kind
        while isinstance(kind, Many):
            kind = kind.of
        return kind.of if isinstance(kind, Keyed) and self.key else kind

    @property
    def label(self) -> Text:
        """What it is called."""
        return self.way[-1].label


def asked(name: str, profile: Profile) -> Asked:
    """The field of that name, in any spelling, dotted for what lies deeper.

    Raises:
        CommandError: there is no such field.

    """
    record: type[Record] | None = Agreement
    way: list[Field] = []
    words = [plain(word) for word in name.split(".")]
    for place, word in enumerate(words):
        if record is None:
            return keyed(way, words[place:], name, profile)
        known = {plain(spelling): one for spelling, one in record.names.items()}
        if word not in known:
            raise no_field(name, word, {spelling: Text(one.key, one.name) for spelling, one in known.items()})
        way.append(known[word])
        record = next(sections(known[word].kind), None)
    return Asked(tuple(way))


def plain(word: str) -> str:
    """A name without what spellings differ in."""
    return ascii_form(fold(word)).replace("-", "_")


def keyed(way: list[Field], rest: list[str], name: str, profile: Profile) -> Asked:
    """A field below keys that the profile decides."""
    keys = {plain(spelling): Key(key) for spelling, key in profile.vocabulary.items()}
    word = rest[0]
    if not isinstance(way[-1].kind, Keyed) or len(rest) > 1:
        raise no_field(name, word, {})
    if keys and word not in keys:
        raise no_field(name, word, {spelling: Text(key, key) for spelling, key in keys.items()})
    return Asked(tuple(way), keys.get(word, Key(word)))


def no_field(name: str, word: str, known: Mapping[str, Text]) -> CommandError:
    """What to say of a field that is none, with the nearest that is."""
    meant = nearest(word, known)
    says = Text(da="Der er intet felt »{name}«.", en="There is no field “{name}”.").filled(name=name)
    if meant:
        return CommandError(says, MEANT.filled(meant=known[meant]))
    return CommandError(
        says,
        Text(
            da="skriv fx status, område, parter.navn eller periode.slut", en="write for instance status, theme, parties.name or period.end"
        ),
    )


def answers(entry: Entry, what: Asked) -> tuple[object, ...]:
    """All that an agreement answers to a field; its status as it is on the day."""
    if what.way == (STATUS,):
        return (entry.standing,)
    return tuple(values(entry.agreement, what.way, what.key))


def values(record: Record, way: tuple[Field, ...], key: Key | None) -> Iterator[object]:
    """The values at the end of a way, one by one; nothing for what is not answered."""
    one, *rest = way
    value = getattr(record, one.name)
    for item in value if type(value) is tuple else (value,):
        if rest and isinstance(item, Record):
            yield from values(item, tuple(rest), key)
        elif not rest and key:
            yield from (item[key],) if isinstance(item, dict) and key in item else ()
        elif not rest and item is not None:
            yield whole(item)


def whole(value: object) -> object:
    """A record as the text it may be written as, where it has one."""
    return getattr(value, "text", None) or value if isinstance(value, Record) else value


def kinds(kind: Kind) -> Iterator[Kind]:
    """The kinds a value may be of; of a record, that of the text it may be written as."""
    match kind:
        case Either(first, second):
            yield from kinds(first)
            yield from kinds(second)
        case Many(of):
            yield from kinds(of)
        case Section(record) if "tekst" in record.names:
            yield from kinds(record.names["tekst"].kind)
        case _:
            yield kind
