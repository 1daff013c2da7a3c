"""Whole files or nothing: what is written takes the old file's place in one step, or the old file stays as it is."""

import errno
import os
import stat
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from ..errors import CommandError
from ..text import Text

START, ENDING = ".partnerskab-", ".tmp"
"""Of a file on its way. The dot hides it and the ending keeps it from being taken for an agreement, should a run be cut short."""
STALE = 3600
"""Seconds after which such a file belongs to no run any more."""
TRIES = 3
PAUSE = 0.1
HELD = os.name == "nt"
"""Whether a file cannot be replaced while another program has it open."""


class Planned(NamedTuple):
    """A file that is to hold these bytes."""

    path: Path
    data: bytes
    expected: bytes | None = None
    """What it held when it was read; something else by now is refused. None: whatever it holds is replaced."""


def write_atomically(path: Path, data: bytes, expected: bytes | None = None) -> bool:
    """Let a file hold these bytes, and answer whether it had to be changed. Links are followed and the mode is kept.

    Raises:
        CommandError: it could not be written, or is no longer as `expected`; it is then as it was.

    """
    return bool(write_together([Planned(path, data, expected)]))


def write_together(files: Sequence[Planned]) -> tuple[Path, ...]:
    """Write several files, and answer those that had to be changed. Nothing is replaced before all of them are ready.

    Raises:
        CommandError: something could not be written; it names what had been replaced by then.

    """
    changed: list[Planned] = []
    done: list[Path] = []
    with staging() as temporaries:
        for one in files:
            with explained(one.path, done):
                target = settled(one)
                if differs(target):
                    changed.append(one)
                    temporaries.append((fresh_name(target.path), target))
                    fill(*temporaries[-1])
        for one, (temporary, target) in zip(changed, temporaries, strict=True):
            with explained(one.path, done):
                refuse_changed(target)
                replace(temporary, target.path)
                done.append(one.path)
    return tuple(done)


def create(path: Path, data: bytes) -> None:
    """Write a file that must not be there yet.

    Raises:
        CommandError: it is there already, or could not be written.

    """
    with staging() as temporaries, explained(path, ()):
        one = Planned(path, data)
        temporaries.append((fresh_name(path), one))
        fill(*temporaries[-1])
        place(temporaries[-1][0], path)


def remove(paths: Sequence[Path]) -> None:
    """Remove files.

    Raises:
        CommandError: one of them could not be removed; it names those that were.

    """
    done: list[Path] = []
    for path in paths:
        with explained(path, done, NOT_REMOVED, REMOVED):
            path.unlink(missing_ok=True)
            done.append(path)


@contextmanager
def staging() -> Iterator[list[tuple[Path, Planned]]]:
    """Files on their way, each beside its target; none is left behind, however it ends."""
    temporaries: list[tuple[Path, Planned]] = []
    try:
        yield temporaries
    finally:
        for temporary, _ in temporaries:
            with suppress(OSError):
                temporary.unlink()
    for folder in {temporary.parent for temporary, _ in temporaries}:
        settle_folder(folder)
        sweep(folder)


def settled(one: Planned) -> Planned:
    """The same file behind its links, if it is one that may be written."""
    target = Path(os.path.realpath(one.path))
    if target.is_symlink():
        raise OSError(errno.ELOOP, "")
    if target.exists() and not target.is_file():
        raise OSError(errno.EISDIR if target.is_dir() else errno.EINVAL, "")
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, "")
    return one._replace(path=target)


def differs(target: Planned) -> bool:
    """Whether a file does not hold its bytes yet."""
    return target.expected not in {None, target.data} or not target.path.exists() or target.path.read_bytes() != target.data


def fresh_name(target: Path) -> Path:
    """A name beside the target that no other run uses."""
    return target.parent / f"{START}{os.urandom(8).hex()}{ENDING}"


def fill(temporary: Path, target: Planned) -> None:
    """Write the bytes to the disk itself, with the mode of the file they are to replace."""
    number = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    with os.fdopen(number, "wb") as file:
        file.write(target.data)
        file.flush()
        os.fsync(file.fileno())
    if target.path.exists():
        temporary.chmod(stat.S_IMODE(target.path.stat().st_mode))


def refuse_changed(target: Planned) -> None:
    """Stop where someone else has written the file since it was read."""
    if target.expected is not None and (not target.path.exists() or target.path.read_bytes() != target.expected):
        raise OSError(errno.ESTALE, "")


def replace(temporary: Path, target: Path, tries: int = TRIES) -> None:
    """Take the old file's place in one step; where a reader holds it, wait a moment."""
    try:
        temporary.replace(target)
    except PermissionError as error:
        if not HELD:
            raise
        if tries == 1:
            raise OSError(errno.EBUSY, "") from error
        time.sleep(PAUSE)
        replace(temporary, target, tries - 1)


def place(temporary: Path, target: Path) -> None:
    """Take a place that must be free, in one step where the disk has links of that kind."""
    try:
        os.link(temporary, target)
    except FileExistsError:
        raise
    except OSError:
        if os.path.lexists(target):
            raise FileExistsError(errno.EEXIST, "") from None
        replace(temporary, target)


def settle_folder(folder: Path) -> None:
    """Let the disk remember the new name too, where it can be asked to."""
    if hasattr(os, "O_DIRECTORY"):
        with suppress(OSError):
            number = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
            try:
                os.fsync(number)
            finally:
                os.close(number)


def sweep(folder: Path) -> None:
    """Remove what runs that were cut short have left in a folder. The disk's own clock says how old it is."""
    with suppress(OSError):
        found = {Path(entry): entry.stat().st_mtime for entry in os.scandir(folder) if is_stray(entry.name)}
        now = folder.stat().st_mtime
        for path in (path for path, written in found.items() if written < now - STALE):
            path.unlink(missing_ok=True)


def is_stray(name: str) -> bool:
    """Whether a name is one that we give to a file on its way."""
    return name.startswith(START) and name.endswith(ENDING)


REASONS = {
    errno.ENOSPC: Text(da="disken er fuld", en="the disk is full"),
    getattr(errno, "EDQUOT", -1): Text(da="pladsen er brugt op", en="the quota is used up"),
    errno.EFBIG: Text(da="filen bliver for stor", en="the file becomes too large"),
    errno.EACCES: Text(da="der må ikke skrives her", en="writing is not allowed here"),
    errno.EPERM: Text(da="der må ikke skrives her", en="writing is not allowed here"),
    errno.EROFS: Text(da="disken kan kun læses", en="the disk can only be read"),
    errno.ENOENT: Text(da="mappen findes ikke", en="the folder does not exist"),
    errno.ENOTDIR: Text(da="mappen findes ikke", en="the folder does not exist"),
    errno.EISDIR: Text(da="det er en mappe", en="it is a folder"),
    errno.EINVAL: Text(da="det er ikke en almindelig fil", en="it is no plain file"),
    errno.EEXIST: Text(da="den findes allerede, og der overskrives intet", en="it exists already, and nothing is overwritten"),
    errno.ESTALE: Text(
        da="en anden har ændret den imens; læs den igen, og prøv en gang til",
        en="someone else has changed it meanwhile; read it again and try once more",
    ),
    errno.EBUSY: Text(
        da="den er åben i et andet program; luk det, og prøv en gang til", en="another program has it open; close that and try once more"
    ),
    errno.ELOOP: Text(da="linket peger i ring", en="the link points in a circle"),
    errno.ENAMETOOLONG: Text(da="navnet er for langt", en="the name is too long"),
}
UNTOUCHED = Text(da="{path} kunne ikke skrives: {reason}.", en="{path} could not be written: {reason}.")
ALREADY = Text(da="skrevet nåede at blive: {done}", en="written before that: {done}")
NOT_REMOVED = Text(da="{path} kunne ikke fjernes: {reason}.", en="{path} could not be removed: {reason}.")
REMOVED = Text(da="fjernet nåede at blive: {done}", en="removed before that: {done}")
AS_IT_WAS = Text(da="intet er ændret", en="nothing has been changed")


@contextmanager
def explained(path: Path, done: Sequence[Path], says: Text = UNTOUCHED, already: Text = ALREADY) -> Iterator[None]:
    """Say of a failure which file it was, why, and what had been written by then."""
    try:
        yield
    except OSError as error:
        reason = REASONS.get(error.errno or 0, Text(da=error.strerror or str(error), en=error.strerror or str(error)))
        cure = already.filled(done=[one.as_posix() for one in done]) if done else AS_IT_WAS
        raise CommandError(says.filled(path=path.as_posix(), reason=reason), cure) from error
