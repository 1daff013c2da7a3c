"""Whether a file is the same as in an earlier run: by what the system alone writes of it, else by its content."""

import os
import stat
from hashlib import sha256
from typing import NamedTuple

UNFORGEABLE = os.name == "posix"
"""Whether the system itself notes when a file was last changed in any way; on others that time can be set, so content decides."""
GRAIN = 2_000_000_000
"""Nanoseconds: the coarsest clock of a file system in use (FAT)."""


class FileFingerprint(NamedTuple):
    """What tells a file of one run from that of another."""

    size: int
    changed: int
    """Nanoseconds, the time of the last change of any kind (`st_ctime`), which no program can set."""
    number: int
    """The file's number on its disk."""
    digest: str


def read_stamp(path: str) -> FileFingerprint | None:
    """The stamp of a file; nothing of what is no plain file."""
    try:
        status = os.stat(path)  # noqa: PTH116 - ten thousand paths are dear to build
        return FileFingerprint(*measure_status(status), digest_file(path)) if stat.S_ISREG(status.st_mode) else None
    except OSError:
        return None


def refresh_stamp(path: str, known: FileFingerprint) -> FileFingerprint | None:
    """The stamp of a file that is still the same, as it is now; nothing of another."""
    try:
        status = os.stat(path)  # noqa: PTH116 - likewise
        if status.st_size != known.size:
            return None
        if UNFORGEABLE and measure_status(status) == known[:-1]:
            return known
        return FileFingerprint(*measure_status(status), known.digest) if digest_file(path) == known.digest else None
    except OSError:
        return None


def weaken_recent_stamp(stamp: FileFingerprint, written: int) -> FileFingerprint:
    """A stamp that asks for the content where the file was changed too shortly before the stamp was written to tell one change from the next."""
    return stamp._replace(changed=0) if stamp.changed > written - GRAIN else stamp


def measure_status(status: os.stat_result) -> tuple[int, int, int]:
    """Size, time of the last change, and number of a file."""
    return status.st_size, status.st_ctime_ns, status.st_ino


def digest_file(path: str) -> str:
    """The content of a file in brief."""
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - likewise
        return sha256(file.read()).hexdigest()
