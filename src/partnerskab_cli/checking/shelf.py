"""Agreements as earlier runs have read them, for the reports. Nothing but the records and values of agreements is let out of a shelf."""

import io
import pickle
from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any, TypeVar

from ..agreement.agreement import Agreement
from ..profile.profile import Profile
from ..text import Text
from .memory import Kept, Memory, key_of, seal, unsealed
from .stamp import Stamp

FORM = 1
"""The form of the file; another one is ignored."""
PART = 100
"""Agreements held in one piece."""
ROOM = __package__.rpartition(".")[0] + ".agreement."
T = TypeVar("T")


def shelf(path: Path, profile: Profile, code: Path) -> Memory[Agreement | T]:
    """The agreements in that file; reading depends on the words that the profile decides. What is no agreement is not kept."""
    key = key_of(code, FORM, sorted(profile.vocabulary.items()))
    return Memory(partial(taken, path, key), partial(put, path, key), lambda one: isinstance(one, Agreement))


def taken(path: Path, key: bytes) -> Mapping[str, Kept[Any]]:
    """What lies on a shelf under that key; nothing where it makes no sense."""
    try:
        return {shown: Kept(Stamp(*stamp), agreement) for part in parts(unsealed(path, key)) for shown, stamp, agreement in part}
    except (pickle.UnpicklingError, AttributeError, TypeError, ValueError):
        return {}


def parts(held: bytes) -> Iterator[Any]:
    """The parts of a shelf, one after the other, so that nothing is held twice for long."""
    data = io.BytesIO(held)
    while data.tell() < len(held):
        yield Reader(data).load()


def put(path: Path, key: bytes, files: Mapping[str, Kept[Any]]) -> None:
    """Fill a shelf."""
    every = [(shown, tuple(one.stamp), one.made) for shown, one in files.items()]
    seal(path, key, b"".join(pickle.dumps(every[start : start + PART], protocol=5) for start in range(0, len(every), PART)))


class Reader(pickle.Unpickler):
    """Lets in what an agreement consists of and nothing else; pickle asks for a class of its own to say so."""

    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401 - any of these classes
        """A record, a value or a word list, by the name of its room."""
        found = VALUES.get((module, name)) or (getattr(import_module(module), name) if module.startswith(ROOM) else None)
        if not isinstance(found, type):
            raise pickle.UnpicklingError(name)
        return found


VALUES: Mapping[tuple[str, str], type] = {(one.__module__, one.__name__): one for one in (date, Text)}
"""What an agreement holds besides the classes of its own room."""
