"""What was made of files in earlier runs, kept in the user's cache folder: safe to delete, and never believed against the files."""

import os
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

from ..privacy.cpr import redact_numbers
from ..version import __version__
from .file_stamp import FileFingerprint, read_stamp, refresh_stamp, weaken_recent_stamp

LENGTH = 32
"""Bytes of a checksum and of a key."""
T = TypeVar("T")


class CacheEntry(NamedTuple, Generic[T]):
    """What was made of a file, and what tells that the file is still the same."""

    stamp: FileFingerprint
    result: T


class FileCache(NamedTuple, Generic[T]):
    """A place where things are kept by the paths of their files."""

    take: Callable[[], Mapping[str, CacheEntry[T]]]
    put: Callable[[Mapping[str, CacheEntry[T]]], None]
    worth: Callable[[T], bool]
    """Whether something may be kept."""


def load_or_compute(memory: FileCache[T], paths: Sequence[str], make: Callable[[list[str]], Iterable[T]]) -> Iterator[T]:
    """What is made of the files, path by path; made again only where nothing is kept or the file has changed since.

    A file with a CPR number in its name is never kept, since its path would be.
    """
    known = memory.take()
    held = {path: kept for path in paths if (kept := validate_entry(path, known.get(path)))}
    fresh = [path for path in paths if path not in held]
    computed = zip([read_stamp(path) for path in fresh], make(fresh), strict=True)
    for path in paths:
        if path in held:
            yield held[path].result
            continue
        stamp, output = next(computed)
        if stamp and memory.worth(output) and redact_numbers(path) == path:
            held[path] = CacheEntry(stamp, output)
        yield output
    if held != known:
        memory.put(held)


def validate_entry(path: str, kept: CacheEntry[T] | None) -> CacheEntry[T] | None:
    """What is kept of a file that is still the same."""
    stamp = kept and refresh_stamp(path, kept.stamp)
    if kept is None or stamp is None:
        return None
    return kept if stamp is kept.stamp else CacheEntry(stamp, kept.result)


def make_cache_path(folder: Path, root: Path, name: str) -> Path:
    """The file of that name in the cache folder for the record with that root."""
    record = sha256(str(root.resolve()).encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return folder / f"{record}-{name}"


def compute_cache_key(code: Path, *what: object) -> bytes:
    """A key for what depends on something besides the files; it depends on the tool as well, whose sources and their times tell its state."""
    return sha256(repr((__version__, sorted(list_source_files(str(code))), *what)).encode()).digest()


def list_source_files(folder: str) -> Iterator[tuple[str, int]]:
    """The sources in a folder and below it, with their times."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                yield from list_source_files(entry.path)
            elif entry.name.endswith(".py"):
                yield entry.path, entry.stat().st_mtime_ns


class Sealed(NamedTuple):
    """What a cache file holds."""

    data: bytes
    written: int
    """When, in nanoseconds of the disk's own clock."""

    def restore(self, stamp: Iterable[Any]) -> FileFingerprint:
        """A stamp as far as it can be trusted, of its parts."""
        return weaken_recent_stamp(FileFingerprint(*stamp), self.written)


NO_DATA = Sealed(b"", 0)


def read_sealed(path: Path, key: bytes) -> Sealed:
    """What a file in a folder of the user's own holds under that key; nothing where it is missing, foreign or damaged."""
    try:
        if not is_own_folder(path.parent):
            return NO_DATA
        number = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(number, "rb") as file:
            status = os.fstat(file.fileno())
            held = file.read() if stat.S_ISREG(status.st_mode) else b""
    except OSError:
        return NO_DATA
    checksum, own = held[:LENGTH], held[LENGTH : 2 * LENGTH]
    whole = own == key and checksum == sha256(held[LENGTH:]).digest()
    return Sealed(held[2 * LENGTH :], status.st_mtime_ns) if whole else NO_DATA


def write_checked(path: Path, key: bytes, data: bytes) -> None:
    """Let a file hold something under a key; where it cannot be written, the next run is only slower.

    A link in its place is replaced, never followed; a folder that others may write in is left alone.
    """
    temporary = path.with_name(f"{path.name}.{os.getpid()}.{os.urandom(4).hex()}")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not is_own_folder(path.parent):
            return
        number = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        with os.fdopen(number, "wb") as file:
            file.writelines((sha256(key + data).digest(), key, data))
        temporary.replace(path)
    except OSError:
        with suppress(OSError):
            temporary.unlink()


def is_own_folder(folder: Path) -> bool:
    """Whether a folder is no link, belongs to the user, and lets nobody else in; that of an earlier version is closed to others first."""
    status = folder.lstat()
    if not stat.S_ISDIR(status.st_mode):
        return False
    if os.name != "posix":
        return True
    if status.st_uid == os.geteuid() and status.st_mode & OTHERS and not status.st_mode & OTHERS_WRITE:
        folder.chmod(0o700)
        status = folder.lstat()
    return status.st_uid == os.geteuid() and not status.st_mode & OTHERS


OTHERS, OTHERS_WRITE = stat.S_IRWXG | stat.S_IRWXO, stat.S_IWGRP | stat.S_IWOTH
"""The rights of everybody but the owner, and those of them that let a folder's content be replaced."""
