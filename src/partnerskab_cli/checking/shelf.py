"""Agreements as earlier runs have read them, for the reports. Nothing but the records and values of agreements is let out of a shelf."""

import io
import pickle
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import Any, TypeVar

from ..agreement import amounts, record
from ..agreement.agreement import Agreement
from ..agreement.field import Either, Keyed, Kind, Many, OneOf, Section, Value, Word
from ..agreement.record import points
from ..profile.profile import Profile
from ..text import Text
from .memory import Kept, Memory, key_of, seal, unseal

FORM = 2
"""The form of the file; another one is ignored."""
PART = 100
"""Agreements held in one piece."""
T = TypeVar("T")


def shelf(path: Path, profile: Profile, code: Path) -> Memory[Agreement | T]:
    """The agreements in that file; reading depends on the words that the profile decides. What is no agreement is not kept."""
    key = key_of(code, FORM, sorted(profile.vocabulary.items()))
    return Memory(partial(taken, path, key), partial(put, path, key), lambda one: isinstance(one, Agreement))


def taken(path: Path, key: bytes) -> Mapping[str, Kept[Any]]:
    """What lies on a shelf under that key; nothing where it makes no sense."""
    sealed = unseal(path, key)
    try:
        return {shown: Kept(sealed.restore(stamp), agreement) for part in parts(sealed.data) for shown, stamp, agreement in part}
    except (pickle.UnpicklingError, AttributeError, EOFError, IndexError, KeyError, TypeError, ValueError):
        return {}


def parts(held: bytes) -> Iterator[Any]:
    """The parts of a shelf, one after the other, so that nothing is held twice for long."""
    data = io.BytesIO(held)
    while data.tell() < len(held):
        yield Reader(data).load()


@contextmanager
def unchanged_classes() -> Iterator[None]:
    """Refuse what sets attributes of classes instead of values, and put them back.

    Raises:
        UnpicklingError: a class was changed meanwhile.

    """
    before = {kind: dict(vars(kind)) for kind in list_classes().values()}
    yield
    changed = [(kind, name) for kind, held in before.items() for name, value in vars(kind).items() if held.get(name, kind) is not value]
    for kind, name in changed:
        if name in before[kind]:
            setattr(kind, name, before[kind][name])
        else:
            delattr(kind, name)
    if changed:
        raise pickle.UnpicklingError(changed)


def put(path: Path, key: bytes, files: Mapping[str, Kept[Any]]) -> None:
    """Fill a shelf."""
    every = [(shown, tuple(one.stamp), one.made) for shown, one in files.items()]
    seal(path, key, b"".join(pickle.dumps(every[start : start + PART], protocol=5) for start in range(0, len(every), PART)))


class Reader(pickle.Unpickler):
    """Lets in what an agreement consists of and nothing else; pickle asks for a class of its own to say so."""

    def load(self) -> Any:  # noqa: ANN401 - what was kept
        """What was kept.

        Raises:
            UnpicklingError: it would change more than values.

        """
        with unchanged_classes():
            return super().load()

    def find_class(self, module: str, name: str) -> type:
        """A record, a value or a word list that an agreement consists of."""
        try:
            return list_classes()[module, name]
        except KeyError:
            raise pickle.UnpicklingError(name) from None


@cache
def list_classes() -> Mapping[tuple[str, str], type]:
    """Every class that an agreement consists of, by its module and name: those of the kinds of its fields, and those of their values."""
    classes: set[type] = {Agreement, date, Text, Word}
    for module in (amounts, record):
        classes |= {
            kind
            for kind in vars(module).values()
            if isinstance(kind, type) and issubclass(kind, tuple) and kind.__module__ == module.__name__
        }
    for point in points(Agreement):
        classes.update(list_kind_classes(point.field.kind))
    return {(kind.__module__, kind.__qualname__): kind for kind in classes}


def list_kind_classes(kind: Kind) -> Iterator[type]:
    """The records and word lists of a kind of answer."""
    match kind:
        case Section(record):
            yield record
        case OneOf(choice):
            yield choice
        case Many(of):
            yield from list_kind_classes(of)
        case Either(first, second):
            yield from list_kind_classes(first)
            yield from list_kind_classes(second)
        case Keyed(of=of):
            yield from list_kind_classes(of)
        case Value():
            return
