"""What earlier runs found, kept in the user's cache folder: safe to delete, and never believed against the files."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from ..errors import CommandError
from ..version import __version__
from ..writing.atomic import write_atomically
from .columns import Kept, read, written
from .many import Outcome
from .spoken import Settings
from .stamp import code_state, stamped, still

FORM = 2
"""The form of the file; another one is ignored."""


def key_of(settings: Settings, code: Path) -> str:
    """What an outcome depends on besides its file: the tool, its rules, the profile, the day and what was asked for."""
    return sha256(repr((FORM, __version__, code_state(code), settings)).encode()).hexdigest()


def kept_in(path: Path, key: str) -> dict[str, Kept]:
    """What a cache file holds under that key; nothing where it is missing, foreign or damaged."""
    try:
        checksum, _, data = path.read_bytes().partition(b"\n")
        own, *lines = data.split(b"\n")
        return {one.row.path: one for one in read(lines)} if own == key.encode() and checksum == sum_of(data) else {}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}


def keep(path: Path, key: str, files: Iterable[Kept]) -> None:
    """Write a cache file; where it cannot be written, the next run is only slower."""
    data = b"\n".join((key.encode(), *written(files)))
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_atomically(path, sum_of(data) + b"\n" + data)
    except (OSError, CommandError):
        return


def sum_of(data: bytes) -> bytes:
    """A checksum."""
    return sha256(data).hexdigest().encode()


def recalled(kept: Kept | None) -> Kept | None:
    """What is kept of a file that is still the same."""
    if kept is None:
        return None
    stamp = still(kept.row.path, kept.stamp)
    return kept if stamp is kept.stamp else stamp and kept._replace(stamp=stamp)


def with_memory(path: Path, key: str, paths: Sequence[str], look: Callable[[list[str]], Iterable[Outcome]]) -> Iterator[Outcome]:
    """The outcomes of files, looked at only where nothing is kept of them or they have changed since; what holds no agreement is not kept."""
    known = kept_in(path, key)
    held = {shown: kept for shown in paths if (kept := recalled(known.get(shown)))}
    fresh = [shown for shown in paths if shown not in held]
    found = zip([stamped(shown) for shown in fresh], look(fresh), strict=True)
    for shown in paths:
        if shown in held:
            yield held[shown].outcome
            continue
        stamp, outcome = next(found)
        if stamp and outcome.row and outcome.alone:
            held[shown] = Kept(stamp, outcome.row, outcome)
        yield outcome
    if held != known:
        keep(path, key, held.values())
