"""A folder that a command fills: what is written now, what an earlier run wrote and this one no longer does, and what is not ours."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from ..atomic import PendingWrite, remove, write_together
from ..errors import CommandError, Exit
from ..lock import lock_folders
from ..render.file_names import SIGNS, is_own_output
from ..source.files import read_bytes
from ..source.output_list import (
    LARGEST,
    LIST_NAME,
    OutputEntry,
    OutputPlan,
    digest_of,
    dump_entries,
    list_new_entries,
    plan_output,
    read_entries,
)
from ..source.parser import SourceFault
from ..text.localized import Language, Text
from ..workspace.global_options import GlobalOptions
from .deliver import FOREIGN, OTHER, STALE, plan_output_paths, refuse_foreign_file, summarize_writes
from .terminal import print_note, print_text

REMOVED = Text(da="Fjernet: {paths}", en="Removed: {paths}")
NO_LONGER = Text(da="{path} hører ikke til noget mere", en="{path} no longer belongs to anything")
CHANGED = Text(
    da="{path} hører ikke til noget mere, men er ikke, som partnerskab skrev den. Fjern den selv, hvis den skal væk.",
    en="{path} no longer belongs to anything, but is not as partnerskab wrote it. Remove it yourself if it should go.",
)
UNLISTED = Text(
    da="{path} hører ikke til noget og står ikke på listen over det, der er skrevet i mappen. Fjern den selv, hvis den skal væk.",
    en="{path} belongs to nothing and is not on the list of what was written into the folder. Remove it yourself if it should go.",
)
DAMAGED = Text(
    da="{path} kan ikke læses som en liste over det, der er skrevet i mappen. Listen er skrevet forfra, og intet er fjernet.",
    en="{path} cannot be read as a list of what was written into the folder. The list was written anew, and nothing was removed.",
)


class FolderOutput(NamedTuple):
    """What a run of a command writes into a folder, and which of the files there it has a say in."""

    folder: Path
    format: str
    files: Mapping[str, bytes]
    """By their names."""
    subjects: Mapping[str, str]
    """What each is made of."""
    is_covered: Callable[[str], bool]
    """Whether files made of a subject are as this run says: those that it does not write are gone."""
    is_orphan: Callable[[str], bool] = lambda _: False
    """Whether a document of ours that no list has can belong to nothing."""
    signed: bool = True
    """Whether its files carry the sign of a document, so that they are known without the list too."""


class Folder(NamedTuple):
    """What is known of a folder before it is filled."""

    entries: tuple[OutputEntry, ...]
    damaged: bool
    plan: OutputPlan

    def render_list(self, output: FolderOutput, stale: tuple[OutputEntry, ...]) -> bytes:
        """The list as it stands once the folder is filled."""
        return dump_entries([*self.plan.kept, *stale, *list_new_entries(output.files, output.subjects)])


def read_output_folder(output: FolderOutput) -> Folder:
    """Read the list of a folder."""
    entries = read_entries(output.folder)
    return Folder(entries or (), entries is None, plan_output(entries or (), output.files, output.is_covered))


def fill_folder(output: FolderOutput, options: GlobalOptions, language: Language) -> int:
    """Write the files that are not as they should be, and take away what earlier runs wrote and this one does not.

    Raises:
        CommandError: something there is not ours, or could not be written.

    """
    with lock_folders([find_existing_folder(output.folder)]):
        known = read_output_folder(output)
        changed, removed, left = rewrite_folder(output, known)
    written = [path for path in changed if path.name != LIST_NAME]
    if written or not removed:
        print_note(summarize_writes(written).localize(language), options)
    for words in iter_remarks(output, known, removed, left):
        print_note(words.localize(language), options)
    return Exit.DONE


def rewrite_folder(output: FolderOutput, known: Folder) -> tuple[tuple[Path, ...], list[Path], tuple[OutputEntry, ...]]:
    """Write what is not as it should be, the list last, and take away the rest: what was written, removed, and left because it was changed."""
    empty = not (output.files or known.entries or known.damaged)
    listed = {} if empty else plan_output_paths(output.folder, [(LIST_NAME, known.render_list(output, known.plan.stale))])
    places = plan_output_paths(output.folder, list(output.files.items()))
    refuse_others(output, known)
    changed = write_together([PendingWrite(path, data) for path, data in {**places, **listed}.items()], make=True)
    removed, left = take_away(output, known)
    if removed or len(left) < len(known.plan.stale):
        write_together([PendingWrite(path, known.render_list(output, left)) for path in listed])
    return changed, removed, left


def find_existing_folder(folder: Path) -> Path:
    """A folder, or the nearest one above it that is there already."""
    return next((place for place in (folder, *folder.absolute().parents) if place.is_dir()), Path())


def iter_remarks(output: FolderOutput, known: Folder, removed: list[Path], left: tuple[OutputEntry, ...]) -> Iterator[Text]:
    """What there is to say of files that are not written."""
    if removed:
        yield REMOVED.format(paths=[path.as_posix() for path in removed])
    if known.damaged:
        yield DAMAGED.format(path=(output.folder / LIST_NAME).as_posix())
    yield from (CHANGED.format(path=(output.folder / entry.name).as_posix()) for entry in left)
    yield from (UNLISTED.format(path=path.as_posix()) for path in list_orphans(output, known))


def take_away(output: FolderOutput, known: Folder) -> tuple[list[Path], tuple[OutputEntry, ...]]:
    """Remove the files that belong to nothing any more; what is no longer as it was written stays, and stays on the list."""
    present = [entry for entry in known.plan.stale if (output.folder / entry.name).exists() or (output.folder / entry.name).is_symlink()]
    ours = [entry for entry in present if is_as_written(output.folder, entry)]
    paths = [output.folder / entry.name for entry in ours]
    remove(output.folder, [entry.name for entry in ours])
    return paths, tuple(entry for entry in present if entry not in ours)


def is_as_written(folder: Path, entry: OutputEntry) -> bool:
    """Whether a file is still what was written: a plain file, no link, of those bytes."""
    path = folder / entry.name
    data = None if path.is_symlink() else read_bytes(path, folder, LARGEST)
    return isinstance(data, bytes) and digest_of(data) == entry.digest


def refuse_others(output: FolderOutput, known: Folder) -> None:
    """Stop before a file that somebody else has written."""
    names = {entry.name for entry in known.entries}
    for name, data in output.files.items():
        path = output.folder / name
        if output.signed:
            refuse_foreign_file(path, output.format)
        elif path.exists() and name not in names and read_bytes(path, output.folder, LARGEST) != data:
            raise CommandError(FOREIGN.format(path=path.as_posix()), OTHER)


def list_orphans(output: FolderOutput, known: Folder) -> list[Path]:
    """Documents of ours that no list has and that can belong to nothing: of a run before there was a list, or whose list is lost."""
    names = {entry.name for entry in known.entries} | set(output.files)
    if not output.folder.is_dir():
        return []
    paths = [path for path in sorted(output.folder.iterdir()) if path.name not in names and output.is_orphan(path.name)]
    return [path for path in paths if not path.is_symlink() and is_document(path)]


def is_document(path: Path) -> bool:
    """Whether a file carries our sign."""
    form = path.suffix[1:]
    data = read_bytes(path, path.parent, LARGEST) if form in SIGNS else None
    return not isinstance(data, SourceFault | None) and is_own_output(data, form)


def check_folder(output: FolderOutput, language: Language) -> int:
    """Name the files that are missing, not as they would be now, or belong to nothing."""
    known = read_output_folder(output)
    places = plan_output_paths(output.folder, list(output.files.items()))
    old = [path for path, data in places.items() if read_bytes(path, output.folder, LARGEST) != data]
    old += [output.folder / LIST_NAME] if known.damaged else []
    stale = [output.folder / entry.name for entry in known.plan.stale]
    spare = [*(path for path in stale if path.exists() or path.is_symlink()), *list_orphans(output, known)]
    print_text("".join(f"{STALE.localize(language, path=path.as_posix())}\n" for path in old))
    print_text("".join(f"{NO_LONGER.localize(language, path=path.as_posix())}\n" for path in spare))
    return Exit.FOUND if old or spare else Exit.DONE
