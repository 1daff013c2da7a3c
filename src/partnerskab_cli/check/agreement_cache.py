"""Agreements as earlier runs have read them, for the reports. Nothing but the records and values of agreements is let out of a shelf."""

import io
import pickle
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import Any, TypeVar

from ..model import amounts, record
from ..model.agreement import Agreement
from ..model.field import ChoiceLabel, EnumType, FieldType, ListType, MappingType, RecordType, ScalarType, UnionType
from ..model.record import walk_fields
from ..profile.profile import Profile
from ..text.localized import Text
from .cache import CacheEntry, FileCache, compute_cache_key, read_sealed, write_checked

FORM = 3
"""The form of the file; another one is ignored."""
PART = 100
"""Agreements held in one piece."""
T = TypeVar("T")


def open_agreement_cache(path: Path, profile: Profile, code: Path) -> FileCache[Agreement | T]:
    """The agreements in that file; reading depends on the words that the profile decides. What is no agreement is not kept."""
    key = compute_cache_key(code, FORM, sorted(profile.vocabulary.items()))
    return FileCache(
        partial(read_agreement_cache, path, key),
        partial(write_agreement_cache, path, key),
        lambda agreement: isinstance(agreement, Agreement),
    )


def read_agreement_cache(path: Path, key: bytes) -> Mapping[str, CacheEntry[Any]]:
    """What lies on a shelf under that key; nothing where it makes no sense."""
    sealed = read_sealed(path, key)
    try:
        return {
            shown: CacheEntry(sealed.restore(stamp), agreement) for part in split_cache(sealed.data) for shown, stamp, agreement in part
        }
    except (pickle.UnpicklingError, AttributeError, EOFError, IndexError, KeyError, TypeError, ValueError):
        return {}


def split_cache(held: bytes) -> Iterator[Any]:
    """The parts of a shelf, one after the other, so that nothing is held twice for long."""
    data = io.BytesIO(held)
    while data.tell() < len(held):
        yield RestrictedUnpickler(data).load()


@contextmanager
def guard_classes() -> Iterator[None]:
    """Refuse what sets attributes of classes instead of values, and put them back.

    Raises:
        UnpicklingError: a class was changed meanwhile.

    """
    before = {kind: dict(vars(kind)) for kind in map_classes().values()}
    yield
    changed = [(kind, name) for kind, held in before.items() for name, value in vars(kind).items() if held.get(name, kind) is not value]
    for kind, name in changed:
        if name in before[kind]:
            setattr(kind, name, before[kind][name])
        else:
            delattr(kind, name)
    if changed:
        raise pickle.UnpicklingError(changed)


def write_agreement_cache(path: Path, key: bytes, files: Mapping[str, CacheEntry[Any]]) -> None:
    """Fill a shelf."""
    every = [(shown, tuple(file.stamp), file.result) for shown, file in files.items()]
    write_checked(path, key, b"".join(pickle.dumps(every[start : start + PART], protocol=5) for start in range(0, len(every), PART)))


class RestrictedUnpickler(pickle.Unpickler):
    """Lets in what an agreement consists of and nothing else; pickle asks for a class of its own to say so."""

    def load(self) -> Any:  # noqa: ANN401 - what was kept
        """What was kept.

        Raises:
            UnpicklingError: it would change more than values.

        """
        with guard_classes():
            return super().load()

    def find_class(self, module: str, name: str) -> type:
        """A record, a value or a word list that an agreement consists of."""
        try:
            return map_classes()[module, name]
        except KeyError:
            raise pickle.UnpicklingError(name) from None


@cache
def map_classes() -> Mapping[tuple[str, str], type]:
    """Every class that an agreement consists of, by its module and name: those of the kinds of its fields, and those of their values."""
    classes: set[type] = {Agreement, date, Text, ChoiceLabel}
    for module in (amounts, record):
        classes |= {
            kind
            for kind in vars(module).values()
            if isinstance(kind, type) and issubclass(kind, tuple) and kind.__module__ == module.__name__
        }
    for point in walk_fields(Agreement):
        classes.update(list_kind_classes(point.field.kind))
    return {(kind.__module__, kind.__qualname__): kind for kind in classes}


def list_kind_classes(kind: FieldType) -> Iterator[type]:
    """The records and word lists of a kind of answer."""
    match kind:
        case RecordType(record):
            yield record
        case EnumType(choice):
            yield choice
        case ListType(of):
            yield from list_kind_classes(of)
        case UnionType(first, second):
            yield from list_kind_classes(first)
            yield from list_kind_classes(second)
        case MappingType(of=of):
            yield from list_kind_classes(of)
        case ScalarType():
            return
