"""Agreements as earlier runs have read them, kept in the user's cache folder for the reports: safe to delete, and never believed against the files.

What lies there is only believed whole, by its checksum, and nothing but the records and values of agreements is let out of it.
"""

import io
import pickle
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from ..agreement.agreement import Agreement
from ..errors import CommandError
from ..profile.profile import Profile
from ..text import Text
from ..version import __version__
from ..writing.atomic import write_atomically
from .stamp import Stamp, code_state, stamped, still

FORM = 1
"""The form of the file; another one is ignored."""
LENGTH = 32
"""Bytes of a checksum and of a key."""
PART = 100
"""Agreements held in one piece."""
ROOM = __package__.rpartition(".")[0] + ".agreement."
T = TypeVar("T")


class Shelved(NamedTuple):
    """An agreement, and the file it was read from."""

    stamp: Stamp
    agreement: Agreement


def key_of(profile: Profile, code: Path) -> bytes:
    """What reading depends on besides the file: the tool, and the words that the profile decides."""
    return sha256(repr((FORM, __version__, code_state(code), sorted(profile.vocabulary.items()))).encode()).digest()


def taken(path: Path, key: bytes) -> dict[str, Shelved]:
    """What lies on a shelf under that key; nothing where it is missing, foreign or damaged."""
    try:
        held = path.read_bytes()
        checksum, own, data = held[:LENGTH], held[LENGTH : 2 * LENGTH], io.BytesIO(held[2 * LENGTH :])
        if own != key or checksum != sha256(held[LENGTH:]).digest():
            return {}
        return {
            shown: Shelved(Stamp(*stamp), agreement) for part in parts(data, len(held) - 2 * LENGTH) for shown, stamp, agreement in part
        }
    except (OSError, pickle.UnpicklingError, AttributeError, TypeError, ValueError):
        return {}


def parts(data: io.BytesIO, length: int) -> Iterator[Any]:
    """The parts of a shelf, one after the other, so that nothing is held twice for long."""
    while data.tell() < length:
        yield Reader(data).load()


def put(path: Path, key: bytes, files: Mapping[str, Shelved]) -> None:
    """Fill a shelf; where it cannot be written, the next run is only slower."""
    every = [(shown, tuple(one.stamp), one.agreement) for shown, one in files.items()]
    data = key + b"".join(pickle.dumps(every[start : start + PART], protocol=5) for start in range(0, len(every), PART))
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_atomically(path, sha256(data).digest() + data)
    except (OSError, CommandError):
        return


def with_shelf(
    path: Path, key: bytes, paths: Sequence[str], read: Callable[[list[str]], Iterable[Agreement | T]]
) -> dict[str, Agreement | T]:
    """What the files at those paths hold, read only where they are new or have changed; what is no agreement is not kept."""
    known = taken(path, key)
    kept = {shown: known[shown]._replace(stamp=stamp) for shown in paths if shown in known and (stamp := still(shown, known[shown].stamp))}
    fresh = [shown for shown in paths if shown not in kept]
    stamps = [stamped(shown) for shown in fresh]
    found: dict[str, Agreement | T] = {shown: one.agreement for shown, one in kept.items()}
    for shown, stamp, one in zip(fresh, stamps, read(fresh), strict=True):
        found[shown] = one
        if stamp and isinstance(one, Agreement):
            kept[shown] = Shelved(stamp, one)
    if {shown: one.stamp for shown, one in kept.items()} != {shown: one.stamp for shown, one in known.items()}:
        put(path, key, kept)
    return {shown: found[shown] for shown in paths}


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
