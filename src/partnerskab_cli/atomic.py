"""The one door for writing. Whole files or nothing: what is written takes the old file's place in one step, or the old file stays as it is."""

import errno
import os
import stat
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from .errors import CommandError
from .lock import NO_LOCK, FolderLock, lock_folders
from .paths import HeldFolder, PlaceError, Steps, open_last_folder, resolve_inner_steps, resolve_named_steps
from .text.localized import Text
from .text.page import make_text

START, ENDING = ".partnerskab-", ".tmp"
"""Of a file on its way. The dot hides it and the ending keeps it from being taken for an agreement, should a run be cut short."""
STALE = 3600
"""Seconds after which such a file belongs to no run any more."""
TRIES = 3
PAUSE = 0.1
MOST_OPEN = 50
"""Folders that one run holds open; the files of further ones are reached by their names."""
MODE = 0o666
"""What of the rights of a file goes on to the one that replaces it: who may read and write it, never that it may run."""
HELD = os.name == "nt"
"""Whether a file cannot be replaced while another program has it open."""


class PendingWrite(NamedTuple):
    """A file that is to hold these bytes."""

    path: Path
    data: bytes
    expected: bytes | None = None
    """What it held when it was read; something else by now is refused. None: whatever it holds is replaced."""
    root: Path | None = None
    """The folder it belongs to: a link that stays inside is followed. None: it was named, and no link is."""


class Staged(NamedTuple):
    """A file on its way: its folder, held open, its name there, and the name of its bytes until they take its place."""

    planned: PendingWrite
    folder: HeldFolder
    name: str
    temporary: str


def write_atomically(path: Path, data: bytes, expected: bytes | None = None, root: Path | None = None) -> bool:
    """Let a file hold these bytes, and answer whether it had to be changed; it is never executable because the old one was.

    Raises:
        CommandError: it could not be written, or is no longer as `expected`; it is then as it was.

    """
    return bool(write_together([PendingWrite(path, data, expected, root)]))


def write_together(files: Sequence[PendingWrite], lock: FolderLock = NO_LOCK, *, make: bool = False) -> tuple[Path, ...]:
    """Write several files, and answer those that had to be changed. Nothing is replaced before all of them are ready.

    `lock`: the folders that this run holds already. `make`: folders that are not there are made.

    Raises:
        CommandError: something could not be written; it names what had been replaced by then.

    """
    done: list[Path] = []
    with stage_files() as stage:
        for planned in files if make else ():
            with explain_failure(planned.path, done), suppress(FileNotFoundError), open_last_folder(resolve_target(planned)):
                pass
        for planned in files:
            with explain_failure(planned.path, done):
                stage.prepare(planned, make=make)
        for staged in stage.files:
            with explain_failure(staged.planned.path, done), lock_folders(stage.list_guarded(staged), lock):
                refuse_if_changed(staged)
                replace_file(staged)
                done.append(staged.planned.path)
    return tuple(done)


def create_file(path: Path, data: bytes, *, make: bool = False) -> None:
    """Write a file that must not be there yet. `make`: folders that are not there are made.

    Raises:
        CommandError: it is there already, or could not be written.

    """
    with stage_files() as stage, explain_failure(path, ()):
        place_new_file(stage.fill(PendingWrite(path, data), *stage.enter(resolve_named_steps(path), make=make)))


def append(path: Path, data: bytes, most: int) -> None:
    """Add to a file that is named, as far as it holds no more than so many bytes with it.

    Raises:
        CommandError: it could not be written.

    """
    with (
        explain_failure(path, ()),
        open_last_folder(resolve_named_steps(path)) as folder,
        os.fdopen(folder.open(path.name, os.O_WRONLY | os.O_APPEND | os.O_CREAT), "ab") as file,
    ):
        if is_plain(file.fileno()) and file.tell() + len(data) <= most:
            file.write(data)


def remove(folder: Path, names: Sequence[str]) -> None:
    """Remove files of a folder that is named.

    Raises:
        CommandError: one of them could not be removed; it names those that were.

    """
    done: list[Path] = []
    for path in (folder / name for name in names):
        steps = resolve_named_steps(path)
        with explain_failure(path, done, NOT_REMOVED, REMOVED), open_last_folder(steps) as own:
            with suppress(FileNotFoundError):
                os.unlink(own.format_name(steps.name), **own.at)
            done.append(path)


class Stage:
    """Files on their way, each beside its target, and the folders that are held open for them."""

    def __init__(self, folders: ExitStack) -> None:
        self.folders = folders
        self.files: list[Staged] = []
        self.open: dict[Steps, HeldFolder] = {}

    def enter(self, steps: Steps, *, make: bool) -> tuple[HeldFolder, str]:
        """The folder of a file, held open as long as the stage stands, and its name there."""
        key = steps._replace(name="")
        if key not in self.open and len(self.open) < MOST_OPEN:
            self.open[key] = self.folders.enter_context(open_last_folder(steps, make=make))
        elif key not in self.open:
            with open_last_folder(steps, make=make) as folder:
                self.open[key] = folder._replace(number=None)
        return self.open[key], steps.name

    def prepare(self, planned: PendingWrite, *, make: bool) -> None:
        """Lay the bytes of a file beside it, where it does not hold them yet."""
        folder, name = self.enter(resolve_target(planned), make=make)
        before = read_if_length(folder, name, len(planned.data))
        if before is not None and not os.access(folder.format_name(name), os.W_OK, **folder.at):
            raise PermissionError(errno.EACCES, "")
        if before != planned.data or planned.expected not in {None, planned.data}:
            self.fill(planned, folder, name)

    def fill(self, planned: PendingWrite, folder: HeldFolder, name: str) -> Staged:
        """Write the bytes to the disk itself, as readable as the file they are to replace, and no more executable than any new one."""
        staged = Staged(planned, folder, name, f"{START}{os.urandom(8).hex()}{ENDING}")
        self.files.append(staged)
        number = folder.open(staged.temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL)
        with os.fdopen(number, "wb") as file:
            file.write(planned.data)
            file.flush()
            if (status := folder.find_status(name)) and hasattr(os, "fchmod"):
                os.fchmod(file.fileno(), stat.S_IMODE(status.st_mode) & MODE)
            os.fsync(file.fileno())
        return staged

    def list_guarded(self, staged: Staged) -> tuple[Path, ...]:
        """The folder that must be held while a file is compared and replaced."""
        return () if staged.planned.expected is None else (staged.folder.path,)


def resolve_target(planned: PendingWrite) -> Steps:
    """The way to a file: of one that belongs to a folder through the links inside it, of one that was named through none."""
    return resolve_named_steps(planned.path) if planned.root is None else resolve_inner_steps(planned.path, planned.root)


@contextmanager
def stage_files() -> Iterator[Stage]:
    """A stage on which files are made ready; none is left behind, however it ends."""
    with ExitStack() as folders:
        stage = Stage(folders)
        try:
            yield stage
        finally:
            for staged in stage.files:
                with suppress(OSError):
                    os.unlink(staged.folder.format_name(staged.temporary), **staged.folder.at)
        for folder in dict.fromkeys(staged.folder for staged in stage.files):
            sync_folder(folder)
            remove_stale_temporaries(folder)


def read_if_length(folder: HeldFolder, name: str, length: int) -> bytes | None:
    """What a plain file holds, as far as tells whether it is so many bytes that are known; nothing where there is none."""
    try:
        number = folder.open(name, os.O_RDONLY)
    except FileNotFoundError:
        return None
    with os.fdopen(number, "rb") as file:
        if not is_plain(file.fileno()):
            raise OSError(errno.EINVAL, "")
        return file.read(length + 1)


def is_plain(number: int) -> bool:
    """Whether what is open is a plain file."""
    mode = os.fstat(number).st_mode
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, "")
    return stat.S_ISREG(mode)


def refuse_if_changed(staged: Staged) -> None:
    """Stop where someone else has written the file since it was read."""
    expected = staged.planned.expected
    if expected is not None and read_if_length(staged.folder, staged.name, len(expected)) != expected:
        raise OSError(errno.ESTALE, "")


def replace_file(staged: Staged, tries: int = TRIES) -> None:
    """Take the old file's place in one step; where a reader holds it, wait a moment."""
    folder = staged.folder
    try:
        os.replace(folder.format_name(staged.temporary), folder.format_name(staged.name), **folder.at_both)  # noqa: PTH105 - by its descriptor
    except PermissionError as error:
        if not HELD:
            raise
        if tries == 1:
            raise OSError(errno.EBUSY, "") from error
        time.sleep(PAUSE)
        replace_file(staged, tries - 1)


def place_new_file(staged: Staged) -> None:
    """Take a place that must be free, in one step where the disk has links of that kind."""
    folder = staged.folder
    try:
        os.link(folder.format_name(staged.temporary), folder.format_name(staged.name), **folder.at_both)
    except FileExistsError:
        raise
    except OSError:
        if folder.find_status(staged.name):
            raise FileExistsError(errno.EEXIST, "") from None
        replace_file(staged)


def sync_folder(folder: HeldFolder) -> None:
    """Let the disk remember the new names too, where it can be asked to."""
    if folder.number is not None:
        with suppress(OSError):
            os.fsync(folder.number)


def remove_stale_temporaries(folder: HeldFolder) -> None:
    """Remove what runs that were cut short have left in a folder. The disk's own clock says how old it is."""
    with suppress(OSError):
        whole = folder.path if folder.number is None else folder.number
        names = [name for name in os.listdir(whole) if is_stale_temporary(name)]  # noqa: PTH208 - by its descriptor
        now = os.stat(whole).st_mtime  # noqa: PTH116 - likewise
        for name in names:
            status = folder.find_status(name)
            if status and status.st_mtime < now - STALE:
                os.unlink(folder.format_name(name), **folder.at)


def is_stale_temporary(name: str) -> bool:
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
def explain_failure(path: Path, done: Sequence[Path], says: Text = UNTOUCHED, already: Text = ALREADY) -> Iterator[None]:
    """Say of a failure which file it was, why, and what had been written by then."""
    try:
        yield
    except OSError as error:
        reason = error.reason if isinstance(error, PlaceError) else REASONS.get(error.errno or 0, make_text(error.strerror or str(error)))
        cure = already.format(done=[written.as_posix() for written in done]) if done else AS_IT_WAS
        raise CommandError(says.format(path=path.as_posix(), reason=reason), cure) from error
