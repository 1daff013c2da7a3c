"""Documents on their way to files: only under the folder that was named, and never over what somebody else wrote."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from ..atomic import PendingWrite, write_together
from ..errors import CommandError, Exit
from ..source.files import read_bytes
from ..source.output_list import LARGEST
from ..text.localized import Language, Text
from ..workspace.global_options import GlobalOptions
from .output import WRITTEN
from .terminal import print_note, print_text

FOREIGN = Text(
    da="{path} er ikke skrevet af partnerskab, så den bliver liggende.", en="{path} was not written by partnerskab, so it stays."
)
A_FILE = Text(da="{path} er en fil, ikke en mappe.", en="{path} is a file, not a folder.")
OTHER = Text(da="vælg en anden mappe efter -o, eller fjern filen selv", en="choose another folder after -o, or remove the file yourself")
TWICE = Text(da="To dokumenter ville få navnet {path}.", en="Two documents would be named {path}.")
OWN_IDS = Text(da="giv aftalerne hver sit id", en="give each agreement its own id")
FEW = 3
MANY = Text(da="Skrevet: {count} filer i {folder}", en="Written: {count} files in {folder}")
NOTHING_NEW = Text(da="Alt er, som det skal være; intet er skrevet.", en="Everything is as it should be; nothing was written.")
STALE = Text(da="{path} er ikke, som den ville blive nu", en="{path} is not as it would be now")


def plan_output_paths(folder: Path, files: Sequence[tuple[str, bytes]]) -> Mapping[Path, bytes]:
    """Where each file goes.

    Raises:
        CommandError: it is no folder, or two files would have one name.

    """
    if folder.exists() and not folder.is_dir():
        raise CommandError(A_FILE.format(path=folder.as_posix()), OTHER)
    places: dict[Path, bytes] = {}
    for name, data in files:
        path = folder / name
        if path in places:
            raise CommandError(TWICE.format(path=path.as_posix()), OWN_IDS)
        places[path] = data
    return places


def write_documents(files: Mapping[Path, bytes], form: str, options: GlobalOptions, language: Language) -> int:
    """Write the files that are not as they should be.

    Raises:
        CommandError: one of them is not ours, or could not be written.

    """
    for path in files:
        refuse_foreign_file(path, form)
    changed = write_together([PendingWrite(path, data) for path, data in files.items()], make=True)
    print_note(summarize_writes(changed).localize(language), options)
    return Exit.DONE


def summarize_writes(changed: Sequence[Path]) -> Text:
    """What was written, in a line."""
    if not changed:
        return NOTHING_NEW
    if len(changed) > FEW:
        return MANY.format(count=len(changed), folder=changed[0].parent.as_posix())
    return WRITTEN.format(paths=[path.as_posix() for path in changed])


def refuse_foreign_file(path: Path, form: str) -> None:
    """Stop before somebody else's file."""
    from ..render.file_names import is_own_output  # noqa: PLC0415 - only what writes needs it

    data = read_bytes(path, path.parent, LARGEST)
    if (path.exists() or path.is_symlink()) and not (isinstance(data, bytes) and is_own_output(data, form)):
        raise CommandError(FOREIGN.format(path=path.as_posix()), OTHER)


def report_stale_files(files: Mapping[Path, bytes], language: Language) -> int:
    """Name the files that are missing or not as they would be now."""
    old = [path for path, data in files.items() if read_bytes(path, path.parent, LARGEST) != data]
    print_text("".join(f"{STALE.localize(language, path=path.as_posix())}\n" for path in old))
    return Exit.FOUND if old else Exit.DONE


def open_in_viewer(path: Path) -> None:
    """Show a file in the program that the machine uses for it."""
    import webbrowser  # noqa: PLC0415 - only --open needs it

    webbrowser.open(path.resolve().as_uri())
