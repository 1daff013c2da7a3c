"""Changes to files: shown as a difference, or written."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import NamedTuple

from ..agreement.agreement import Agreement
from ..errors import CommandError
from ..formats.look import BOLD, Look, painted
from ..reading.document import Fault
from ..reading.sheet import Sheet, read_bytes
from ..reading.source import content, decoded
from ..text import Text, shown
from ..writing.atomic import Planned, write_together
from ..writing.lock import FolderLock, lock_folders
from .named import understood, unreadable
from .privacy import find_numbers, refuse_new_numbers
from .record import Found, Setting

COLOURS = {"+": "32", "-": "31", "@": "36"}
MENDED = Text(
    da="Rettet: {count} {count:fund|fund} i {files} {files:fil|filer}.",
    en="Mended: {count} {count:finding|findings} in {files} {files:file|files}.",
)
IDLE = Text(da="{option} gør kun noget sammen med {other}.", en="{option} only does something together with {other}.")
APART = Text(da="{option} og {other} kan ikke stå sammen.", en="{option} and {other} cannot stand together.")


class Change(NamedTuple):
    """A file as it is and as it would be."""

    found: Found
    before: bytes
    after: bytes
    number: int = 1
    """How many things are changed in it."""


def changes(
    found: Sequence[Found],
    where: Setting,
    change: Callable[[bytes, Found], tuple[bytes, int]],
    refuse: Callable[[Found], None] = lambda _: None,
) -> Iterator[Change]:
    """What a change makes of each file that can be read; files that stay as they are left out. `refuse` hears of the others."""
    for one in found:
        before = content(one.path, where.root)
        if isinstance(before, Fault):
            refuse(one)
            continue
        after, count = change(before, one)
        if after != before:
            yield Change(one, before, after, count)


def opened(one: Found, where: Setting) -> tuple[bytes, Sheet[Agreement], Agreement]:
    """An agreement that is to be changed: its bytes, and what they say.

    Raises:
        CommandError: it cannot be read.

    """
    data = content(one.path, where.root)
    if isinstance(data, Fault):
        raise unreadable(one)
    sheet = read_bytes(data, one.shown, Agreement, where.profile.vocabulary)
    record = understood(sheet)
    if record is None:
        raise unreadable(one)
    return data, sheet, record


def preview(every: Sequence[Change], look: Look) -> str:
    """What would change, as a unified difference that repeats none of the CPR numbers of the files."""
    from difflib import unified_diff  # noqa: PLC0415 - only a preview needs it

    lines: list[str] = []
    for one in every:
        name, numbers = shown(one.found.shown), numbers_in(one)
        lines += unified_diff(lines_of(one.before, numbers), lines_of(one.after, numbers), name, name, lineterm="")
    return "".join(f"{coloured(line, look)}\n" for line in lines)


def coloured(line: str, look: Look) -> str:
    """A line of a difference in its colour."""
    if line.startswith(("--- ", "+++ ")):
        return painted(line, BOLD, look)
    return painted(line, COLOURS[line[0]], look) if line[:1] in COLOURS else line


def numbers_in(change: Change) -> frozenset[str]:
    """The CPR numbers that a file holds, however they are spelt."""
    return find_numbers(change.before, change.found.shown) | find_numbers(change.after, change.found.shown)


def lines_of(data: bytes, numbers: frozenset[str]) -> list[str]:
    """The lines of a file, fit to be shown, with every digit of those numbers covered."""
    from ..rules.privacy.cpr import masked  # noqa: PLC0415 - only a preview needs it

    text = decoded(data)
    return [] if isinstance(text, Fault) else [shown(line) for line in masked(text, numbers).splitlines()]


def hold(found: Sequence[Found]) -> AbstractContextManager[FolderLock]:
    """Hold the folders of files from before the reading until after the writing, so that no other run changes them meanwhile."""
    return lock_folders({one.path.parent for one in found})


def written(every: Sequence[Change], where: Setting, lock: FolderLock) -> None:
    """Write all of them, whole or not at all.

    Raises:
        CommandError: one could not be written, was changed by someone else meanwhile, or would hold a CPR number that it did not hold.

    """
    for change in every:
        refuse_new_numbers(change.before, change.after, change.found.shown)
    write_together([Planned(one.found.path, one.after, one.before, where.root) for one in every], lock)


def apart(option: str, other: str, cure: Text) -> CommandError:
    """Two options that exclude each other, and what to do instead."""
    return CommandError(APART.filled(option=option, other=other), cure)


def idle(option: str, other: Text) -> CommandError:
    """An option that needs another one."""
    return CommandError(IDLE.filled(option=option, other=other))
