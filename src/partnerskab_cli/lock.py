"""One run at a time changes the files of a folder: a second one waits, and is told where it waits in vain.

The lock is the system's own, on the folder itself, so that it ends with the process and leaves no file behind.
"""

import errno
import os
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from .errors import CommandError
from .paths import PLAIN, close
from .text.localized import Text

PATIENCE = 20.0
"""Seconds that a run waits for another one."""
PAUSE = 0.02
MOST_FOLDERS = 50
"""Folders that one run locks; systems let a process hold some 250 open. Beyond them only the moment of replacing is guarded."""
BUSY = Text(da="En anden kørsel er ved at ændre filer i {folder}.", en="Another run is changing files in {folder}.")
NOTHING_YET = Text(da="intet er ændret; prøv igen, når den er færdig", en="nothing has been changed; try again when it has finished")


class FolderLock(NamedTuple):
    """The folders that this run holds, by disk and number."""

    keys: frozenset[tuple[int, int]] = frozenset()


NO_LOCK = FolderLock()


@contextmanager
def lock_folders(folders: Iterable[Path], held: FolderLock = NO_LOCK) -> Iterator[FolderLock]:
    """Hold folders from before the reading until after the replacing; those that are held already are left as they are.

    Raises:
        CommandError: another run holds one of them.

    """
    keys, numbers = set(held.keys), list[int]()
    try:
        for folder in sorted({os.path.realpath(folder) for folder in folders})[:MOST_FOLDERS]:
            key = get_folder_key(folder)
            if key and key not in keys:
                numbers.append(acquire_lock(folder))
                keys.add(key)
        yield FolderLock(frozenset(keys))
    finally:
        for number in numbers:
            release_lock(number)


def get_folder_key(folder: str) -> tuple[int, int] | None:
    """What a folder is known by, whatever it is called; nothing where there is none."""
    try:
        status = os.stat(folder)  # noqa: PTH116 - a text is at hand
    except OSError:
        return None
    return status.st_dev, status.st_ino


def acquire_lock(folder: str) -> int:
    """The descriptor whose closing lets a folder go.

    Raises:
        CommandError: another run holds it.

    """
    if sys.platform != "win32" and hasattr(os, "O_DIRECTORY"):
        number = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | PLAIN)
        try:
            wait_for_lock(number, folder)
        except OSError:
            close(number)
        except BaseException:
            close(number)
            raise
        else:
            return number
    number = os.open(get_lock_file(folder), os.O_RDWR | os.O_CREAT | PLAIN, 0o600)
    try:
        wait_for_lock(number, folder)
    except BaseException:
        close(number)
        raise
    return number


def get_lock_file(folder: str) -> Path:
    """A file that stands for a folder where folders cannot be locked: on Windows, and on some disks of a network."""
    name = sha256(os.path.normcase(folder).encode("utf-8", "surrogatepass")).hexdigest()[:24]
    return Path(tempfile.gettempdir()) / f"partnerskab-{getattr(os, 'getuid', int)()}-{name}.lock"


def wait_for_lock(number: int, folder: str) -> None:
    """Lock what is open, as soon as no other run holds it."""
    until = time.monotonic() + PATIENCE
    while not is_locked(number):
        if time.monotonic() >= until:
            raise CommandError(BUSY.format(folder=Path(os.path.relpath(folder)).as_posix()), NOTHING_YET)
        time.sleep(PAUSE)


def release_lock(number: int) -> None:
    """Let a folder go."""
    with suppress(OSError):
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 - this system only

            msvcrt.locking(number, msvcrt.LK_UNLCK, 1)
        else:
            import fcntl  # noqa: PLC0415 - every other system

            fcntl.flock(number, fcntl.LOCK_UN)
    close(number)


def is_locked(number: int) -> bool:
    """Try once to lock what is open."""
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 - this system only

            msvcrt.locking(number, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415 - every other system

            fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in {errno.EAGAIN, errno.EACCES, errno.EDEADLK, errno.EWOULDBLOCK}:
            return False
        raise
    return True
