"""What was made of files in earlier runs, kept in the user's cache folder: safe to delete, and never believed against the files."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from ..errors import CommandError
from ..version import __version__
from ..writing.atomic import write_atomically
from .stamp import Stamp, stamped, still

LENGTH = 32
"""Bytes of a checksum and of a key."""
T = TypeVar("T")


class Kept(NamedTuple, Generic[T]):
    """What was made of a file, and what tells that the file is still the same."""

    stamp: Stamp
    made: T


class Memory(NamedTuple, Generic[T]):
    """A place where things are kept by the paths of their files."""

    take: Callable[[], Mapping[str, Kept[T]]]
    put: Callable[[Mapping[str, Kept[T]]], None]
    worth: Callable[[T], bool]
    """Whether something may be kept."""


def remembered(memory: Memory[T], paths: Sequence[str], make: Callable[[list[str]], Iterable[T]]) -> Iterator[T]:
    """What is made of the files, path by path; made again only where nothing is kept or the file has changed since."""
    known = memory.take()
    held = {path: kept for path in paths if (kept := recalled(path, known.get(path)))}
    fresh = [path for path in paths if path not in held]
    found = zip([stamped(path) for path in fresh], make(fresh), strict=True)
    for path in paths:
        if path in held:
            yield held[path].made
            continue
        stamp, made = next(found)
        if stamp and memory.worth(made):
            held[path] = Kept(stamp, made)
        yield made
    if held != known:
        memory.put(held)


def recalled(path: str, kept: Kept[T] | None) -> Kept[T] | None:
    """What is kept of a file that is still the same."""
    stamp = kept and still(path, kept.stamp)
    if kept is None or stamp is None:
        return None
    return kept if stamp is kept.stamp else Kept(stamp, kept.made)


def file_in(folder: Path, root: Path, name: str) -> Path:
    """The file of that name in the cache folder for the record with that root."""
    record = sha256(str(root.resolve()).encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return folder / f"{record}-{name}"


def key_of(code: Path, *what: object) -> bytes:
    """A key for what depends on something besides the files; it depends on the tool as well, whose sources and their times tell its state."""
    return sha256(repr((__version__, sorted(sources(str(code))), *what)).encode()).digest()


def sources(folder: str) -> Iterator[tuple[str, int]]:
    """The sources in a folder and below it, with their times."""
    with os.scandir(folder) as entries:
        for one in entries:
            if one.is_dir():
                yield from sources(one.path)
            elif one.name.endswith(".py"):
                yield one.path, one.stat().st_mtime_ns


def unsealed(path: Path, key: bytes) -> bytes:
    """What a file holds under that key; nothing where it is missing, foreign or damaged."""
    try:
        held = path.read_bytes()
    except OSError:
        return b""
    checksum, own = held[:LENGTH], held[LENGTH : 2 * LENGTH]
    return held[2 * LENGTH :] if own == key and checksum == sha256(held[LENGTH:]).digest() else b""


def seal(path: Path, key: bytes, data: bytes) -> None:
    """Let a file hold something under a key; where it cannot be written, the next run is only slower."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_atomically(path, sha256(key + data).digest() + key + data)
    except (OSError, CommandError):
        return
