"""Whether a file is the same as in an earlier run: by its size and time, else by its content."""

import os
import stat
from hashlib import sha256
from typing import NamedTuple


class Stamp(NamedTuple):
    """What tells a file of one run from that of another."""

    size: int
    changed: int
    """Nanoseconds, as the file system gives them."""
    digest: str


def stamped(path: str) -> Stamp | None:
    """The stamp of a file; nothing of what is no plain file."""
    try:
        status = os.stat(path)  # noqa: PTH116 - ten thousand paths are dear to build
        return Stamp(status.st_size, status.st_mtime_ns, digest_of(path)) if stat.S_ISREG(status.st_mode) else None
    except OSError:
        return None


def still(path: str, known: Stamp) -> Stamp | None:
    """The stamp of a file that is still the same, with its new time; nothing of another."""
    try:
        status = os.stat(path)  # noqa: PTH116 - likewise
        if status.st_size != known.size:
            return None
        if status.st_mtime_ns == known.changed:
            return known
        return known._replace(changed=status.st_mtime_ns) if digest_of(path) == known.digest else None
    except OSError:
        return None


def digest_of(path: str) -> str:
    """The content of a file in brief."""
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - likewise
        return sha256(file.read()).hexdigest()
