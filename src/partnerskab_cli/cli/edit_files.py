"""Changes to files: shown as a difference, or written."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import NamedTuple

from ..atomic import PendingWrite, write_together
from ..errors import CommandError
from ..formats.terminal_style import BOLD, TerminalStyle, colorize
from ..lock import FolderLock, lock_folders
from ..model.agreement import Agreement
from ..source.files import decode_text, read_bytes
from ..source.parser import SourceFault
from ..source.source_file import SourceFile, parse_bytes
from ..text.localized import Text, escape_control_characters
from ..workspace.files import AgreementFile, Workspace
from ..workspace.lookup import build_unreadable_error, require_usable_agreement
from ..workspace.search_numbers import find_numbers, refuse_new_numbers

COLOURS = {"+": "32", "-": "31", "@": "36"}
MENDED = Text(
    da="Rettet: {count} {count:fund|fund} i {files} {files:fil|filer}.",
    en="Mended: {count} {count:finding|findings} in {files} {files:file|files}.",
)
IDLE = Text(da="{option} gør kun noget sammen med {other}.", en="{option} only does something together with {other}.")
APART = Text(da="{option} og {other} kan ikke stå sammen.", en="{option} and {other} cannot stand together.")


class FileChange(NamedTuple):
    """A file as it is and as it would be."""

    file: AgreementFile
    before: bytes
    after: bytes
    number: int = 1
    """How many things are changed in it."""


def collect_changes(
    files: Sequence[AgreementFile],
    workspace: Workspace,
    change: Callable[[bytes, AgreementFile], tuple[bytes, int]],
    refuse: Callable[[AgreementFile], None] = lambda _: None,
) -> Iterator[FileChange]:
    """What a change makes of each file that can be read; files that stay as they are left out. `refuse` hears of the others."""
    for file in files:
        before = read_bytes(file.path, workspace.root)
        if isinstance(before, SourceFault):
            refuse(file)
            continue
        after, count = change(before, file)
        if after != before:
            yield FileChange(file, before, after, count)


def open_for_change(file: AgreementFile, workspace: Workspace) -> tuple[bytes, SourceFile[Agreement], Agreement]:
    """An agreement that is to be changed: its bytes, and what they say.

    Raises:
        CommandError: it cannot be read.

    """
    data = read_bytes(file.path, workspace.root)
    if isinstance(data, SourceFault):
        raise build_unreadable_error(file)
    source = parse_bytes(data, file.shown, Agreement, workspace.profile.vocabulary)
    record = require_usable_agreement(source)
    if record is None:
        raise build_unreadable_error(file)
    return data, source, record


def format_diff(every: Sequence[FileChange], style: TerminalStyle) -> str:
    """What would change, as a unified difference that repeats none of the CPR numbers of the files."""
    from difflib import unified_diff  # noqa: PLC0415 - only a preview needs it

    lines: list[str] = []
    for change in every:
        name, numbers = escape_control_characters(change.file.shown), find_cpr_numbers(change)
        lines += unified_diff(split_lines(change.before, numbers), split_lines(change.after, numbers), name, name, lineterm="")
    return "".join(f"{colorize_diff_line(line, style)}\n" for line in lines)


def colorize_diff_line(line: str, style: TerminalStyle) -> str:
    """A line of a difference in its colour."""
    if line.startswith(("--- ", "+++ ")):
        return colorize(line, BOLD, style)
    return colorize(line, COLOURS[line[0]], style) if line[:1] in COLOURS else line


def find_cpr_numbers(change: FileChange) -> frozenset[str]:
    """The CPR numbers that a file holds, however they are spelt."""
    return find_numbers(change.before, change.file.shown) | find_numbers(change.after, change.file.shown)


def split_lines(data: bytes, numbers: frozenset[str]) -> list[str]:
    """The lines of a file, fit to be shown, with every digit of those numbers covered."""
    from ..privacy.cpr import mask_numbers  # noqa: PLC0415 - only a preview needs it

    text = decode_text(data)
    return [] if isinstance(text, SourceFault) else [escape_control_characters(line) for line in mask_numbers(text, numbers).splitlines()]


def lock_files(files: Sequence[AgreementFile]) -> AbstractContextManager[FolderLock]:
    """Hold the folders of files from before the reading until after the writing, so that no other run changes them meanwhile."""
    return lock_folders({file.path.parent for file in files})


def write_changes(every: Sequence[FileChange], workspace: Workspace, lock: FolderLock) -> None:
    """Write all of them, whole or not at all.

    Raises:
        CommandError: one could not be written, was changed by someone else meanwhile, or would hold a CPR number that it did not hold.

    """
    for change in every:
        refuse_new_numbers(change.before, change.after, change.file.shown)
    write_together([PendingWrite(change.file.path, change.after, change.before, workspace.root) for change in every], lock)


def build_conflicting_options_error(option: str, other: str, cure: Text) -> CommandError:
    """Two options that exclude each other, and what to do instead."""
    return CommandError(APART.format(option=option, other=other), cure)


def build_missing_option_error(option: str, other: Text) -> CommandError:
    """An option that needs another one."""
    return CommandError(IDLE.format(option=option, other=other))
