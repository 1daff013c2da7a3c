"""The one door to places on the disk: a folder is held open while something in it is read or written, and no link leads out of what was named.

Where the system can, a folder is opened part by part without following links, and everything in it is reached through its descriptor:
what a name means cannot change between the test and the write. Elsewhere (Windows) each part is tested by its name.
"""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple

from .text.localized import Text

HAS_DESCRIPTORS = (
    os.open in os.supports_dir_fd and os.mkdir in os.supports_dir_fd and hasattr(os, "O_NOFOLLOW") and hasattr(os, "O_DIRECTORY")
)
PLAIN = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
"""How every file is opened: no link is followed, no pipe waited for, no line end changed."""
NAME_SURROGATE = 0x20000000
"""The bit of a reparse tag of Windows that says: this name stands for another place."""
GIT_NAMES = frozenset({".git", "git~1"})
UNSEEN = str.maketrans(dict.fromkeys([*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x206A, 0x2070), 0xFEFF], ""))
"""Letters that the file system of macOS leaves out of a name."""

LINK = Text(da="det er et link; nævn selv den fil, det peger på", en="it is a link; name the file it points at yourself")
LINKED_FOLDER = Text(
    da="{link} er et link; nævn selv den mappe, det peger på", en="{link} is a link; name the folder it points at yourself"
)
LINK_OUT = Text(da="et link på vejen dertil fører ud af mappen", en="a link on the way to it leads out of the folder")
IN_GIT = Text(da="det ligger i .git, hvor kun git skriver", en="it lies in .git, where only git writes")


class PlaceError(OSError):
    """A place that nothing is written to or read from."""

    def __init__(self, reason: Text) -> None:
        super().__init__(errno.EPERM, reason.en)
        self.reason = reason


class HeldFolder(NamedTuple):
    """A folder that is held open; whatever is done in it is done by names without a slash."""

    path: Path
    number: int | None
    """Its descriptor; None where the system cannot work with one."""

    @property
    def at(self) -> dict[str, Any]:
        """What makes a call into the system start from this folder."""
        return {} if self.number is None else {"dir_fd": self.number}

    @property
    def at_both(self) -> dict[str, Any]:
        """The same for a call with two names."""
        return {} if self.number is None else {"src_dir_fd": self.number, "dst_dir_fd": self.number}

    def format_name(self, name: str) -> str:
        """A name in the folder as a call into the system takes it."""
        return str(self.path / name) if self.number is None else name

    def find_status(self, name: str) -> os.stat_result | None:
        """What stands under a name, a link for itself; nothing where nothing does."""
        try:
            return os.stat(self.format_name(name), **self.at, follow_symlinks=False)  # noqa: PTH116 - by its descriptor
        except FileNotFoundError:
            return None

    def open(self, name: str, flags: int, mode: int = 0o666) -> int:
        """The descriptor of a file that is no link.

        Raises:
            PlaceError: it is a link.

        """
        status = self.find_status(name)
        if status and (stat.S_ISLNK(status.st_mode) or is_junction(status)):
            raise PlaceError(LINK)
        return os.open(self.format_name(name), flags | PLAIN, mode, **self.at)


class Steps(NamedTuple):
    """The way to a place: the folder from which no link is followed, the folders below it, and the name in the last one."""

    base: Path
    folders: tuple[str, ...]
    name: str


def resolve_named_steps(path: Path) -> Steps:
    """The way to a file that someone names on the command line: no link below the folder where one stands, or inside another repository.

    What lies outside both is reached as the system reaches it, but for the last part.
    """
    whole = make_absolute(path)
    stand = Path.cwd()
    top = stand if whole.is_relative_to(stand) else find_top(whole.parent)
    base = top or next((folder for folder in whole.parents if folder.is_dir()), Path(whole.anchor))
    *folders, name = whole.relative_to(base).parts or (".",)
    return Steps(base, tuple(folders), name)


def resolve_inner_steps(path: Path, root: Path) -> Steps:
    """The way to a file that belongs to a folder: links are followed as long as they stay inside.

    Raises:
        PlaceError: a link leads out.

    """
    target, top = Path(os.path.realpath(path)), Path(os.path.realpath(find_allowed_root(path, root)))
    if not target.is_relative_to(top):
        raise PlaceError(LINK_OUT)
    *folders, name = target.relative_to(top).parts or (".",)
    return Steps(top, tuple(folders), name)


def resolve_inside(path: Path | str, root: Path) -> str | None:
    """Where a file lies behind its links; nothing where one on the way leads out of the folder that the file belongs to, or into `.git`."""
    target = os.path.realpath(path)
    top = os.path.realpath(find_allowed_root(path, root))
    inside = is_below(target, top) and not any(is_git_name(part) for part in target[len(top) :].split(os.sep))  # noqa: PTH206 - a Path of each of many files keeps its parts for good
    return target if inside else None


def is_inside(path: Path, root: Path) -> bool:
    """Whether a file lies in a folder, whatever the way to it is called."""
    return is_below(os.path.realpath(path), os.path.realpath(root))


def find_allowed_root(path: Path | str, root: Path) -> Path:
    """The folder that a file must stay in: the one it belongs to, and of a file that was named outside it the repository it lies in."""
    whole = os.path.abspath(path)  # noqa: PTH100 - links stay as they are named
    if is_below(whole, os.path.abspath(root)):  # noqa: PTH100 - likewise
        return root
    return find_top(Path(whole).parent) or Path(Path(whole).anchor)


def is_below(path: str, top: str) -> bool:
    """Whether a path is a folder or lies in it."""
    return path == top or path.startswith(top.rstrip(os.sep) + os.sep)


def find_top(folder: Path) -> Path | None:
    """The outermost folder on the way that is a repository of git."""
    return next((place for place in (*reversed(folder.parents), folder) if (place / ".git").exists()), None)


def make_absolute(path: Path) -> Path:
    """A path from the root of the disk, its links as they are named."""
    return Path(os.path.abspath(path))  # noqa: PTH100 - as said


def is_git_name(name: str) -> bool:
    """Whether a name is that of git's own folder, on any file system."""
    return name.translate(UNSEEN).lower().rstrip(". ").partition(":")[0] in GIT_NAMES


@contextmanager
def open_last_folder(steps: Steps, *, make: bool = False) -> Iterator[HeldFolder]:
    """The last folder on a way, open. `make`: folders that are not there are made.

    Raises:
        OSError: it is not there, or a part of the way is a link or git's own.

    """
    base = Path(os.path.realpath(steps.base))
    if any(is_git_name(part) for part in (*steps.base.parts, *base.parts, *steps.folders, steps.name)):
        raise PlaceError(IN_GIT)
    folder = HeldFolder(base, open_folder(str(base)))
    try:
        for name in steps.folders:
            folder = enter_folder(folder, name, make=make)
        if folder.number is None and not folder.path.is_dir():
            raise FileNotFoundError(errno.ENOENT, "")
        yield folder
    finally:
        close(folder.number)


def enter_folder(folder: HeldFolder, name: str, *, make: bool) -> HeldFolder:
    """A folder inside a held one, held instead of it."""
    path = folder.path / name
    if make and folder.find_status(name) is None:
        with suppress(FileExistsError):
            os.mkdir(folder.format_name(name), **folder.at)  # noqa: PTH102 - by its descriptor
    status = folder.find_status(name)
    if status and (stat.S_ISLNK(status.st_mode) or is_junction(status)):
        raise PlaceError(LINKED_FOLDER.format(link=format_path(path)))
    if status and not stat.S_ISDIR(status.st_mode):
        raise NotADirectoryError(errno.ENOTDIR, "")
    number = None if folder.number is None else open_folder(name, **folder.at)
    close(folder.number)
    return HeldFolder(path, number)


def open_folder(name: str, **at: int) -> int | None:
    """The descriptor of a folder that is no link; nothing where the system works without, or lets nobody look into it."""
    if not HAS_DESCRIPTORS:
        return None
    try:
        return os.open(name, os.O_RDONLY | os.O_DIRECTORY | PLAIN, **at)
    except PermissionError:
        return None


def close(number: int | None) -> None:
    """Let a descriptor go; nothing was written through that of a folder, so nothing can be lost."""
    if number is not None:
        with suppress(OSError):
            os.close(number)


def format_path(path: Path) -> str:
    """A path as it is seen from where one stands."""
    return path.relative_to(Path.cwd()).as_posix() if path.is_relative_to(Path.cwd()) else path.as_posix()


def is_junction(status: os.stat_result) -> bool:
    """Whether something is one of the links that Windows has besides; a file that a cloud keeps is none."""
    return bool(getattr(status, "st_reparse_tag", 0) & NAME_SURROGATE)
