"""The record as git sees it from where one stands."""

import os
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from ..history.git import Repository, find_repository, find_worktree_root
from ..history.snapshots import Naming
from ..source.agreements_folder import find_agreements_folder, is_agreement
from ..text.localized import Language, Text
from .files import AgreementFile, format_path
from .global_options import GlobalOptions


def open_repository(paths: Sequence[str]) -> Repository:
    """Git for the folder that holds all the paths: the current one, or one above it; where all of them lie in a repository inside it, that one.

    Raises:
        CommandError: there is no git, or no repository.

    """
    asked = [normalize_path(path) for path in paths or [str(find_agreements_folder(Path()))]]
    above = Path(*[".."] * max(path.split("/").count("..") for path in asked))
    places = [find_folder(Path(path)) for path in asked]
    tops = {find_worktree_root(place) for place in places}
    inner = tops != {find_worktree_root(above)} and len(tops) == 1 and None not in tops
    return find_repository(Path(os.path.relpath(os.path.commonpath(places))) if inner else above, os.environ)


def find_folder(path: Path) -> Path:
    """The folder of a file, or a folder itself; the nearest one above that exists."""
    here = Path(os.path.abspath(path))  # noqa: PTH100 - links stay as they are named
    return next(place for place in (here, *here.parents) if place.is_dir())


def select_own_files(files: Sequence[AgreementFile], repo: Repository, language: Language, options: GlobalOptions) -> list[AgreementFile]:
    """The files that belong to a repository; those of another one inside it are named, for git knows nothing of them here."""
    top, tops = find_worktree_root(repo.folder), {place: find_worktree_root(place) for place in {file.path.parent for file in files}}
    foreign = sorted({format_path(Path(os.path.relpath(other))) for other in tops.values() if other and other != top})
    for folder in foreign:
        options.monitor.write_note(FOREIGN.localize(language, folder=folder))
    return [file for file in files if tops[file.path.parent] == top]


FOREIGN = Text(
    da="{folder} er et git-repository for sig selv og er ikke sammenlignet. Gå til den mappe, og kør kommandoen dér.",
    en="{folder} is a git repository of its own and has not been compared. Go to that folder, and run the command there.",
)


def normalize_path(path: str) -> str:
    """A path from the current folder, with `/`."""
    return format_path(Path(os.path.relpath(path)))


def make_naming(repo: Repository, paths: Sequence[str]) -> Naming:
    """Which files of a repository are agreements that were asked for, and how they are shown."""
    roots = {os.path.abspath(path) for path in paths or (find_agreements_folder(Path()),)}  # noqa: PTH100 - links stay as they are named

    def name_agreement(path: str) -> str | None:
        """The path that is shown of a file, if it is one of them."""
        place = Path(os.path.abspath(repo.folder / path))  # noqa: PTH100 - likewise
        agreement = is_agreement(place) and not any(part.startswith(".") for part in PurePosixPath(path).parts)
        return normalize_path(str(place)) if agreement and not roots.isdisjoint(map(str, (place, *place.parents))) else None

    return name_agreement
