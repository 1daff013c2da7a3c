"""The record as git sees it from where one stands."""

import os
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from ..history.git import Repository, repository
from ..history.snapshots import Naming
from ..reading.record_folder import agreements_folder, is_agreement
from .record import shown_path


def repository_of(paths: Sequence[str]) -> Repository:
    """Git for the folder that holds all the paths: the current one, or one above it.

    Raises:
        CommandError: there is no git, or no repository.

    """
    asked = paths or [str(agreements_folder(Path()))]
    return repository(Path(*[".."] * max(tidy(path).split("/").count("..") for path in asked)), os.environ)


def tidy(path: str) -> str:
    """A path from the current folder, with `/`."""
    return shown_path(Path(os.path.relpath(path)))


def naming_of(repo: Repository, paths: Sequence[str]) -> Naming:
    """Which files of a repository are agreements that were asked for, and how they are shown."""
    roots = {os.path.abspath(path) for path in paths or (agreements_folder(Path()),)}  # noqa: PTH100 - links stay as they are named

    def name(path: str) -> str | None:
        """The path that is shown of a file, if it is one of them."""
        place = Path(os.path.abspath(repo.folder / path))  # noqa: PTH100 - likewise
        agreement = is_agreement(place) and not any(part.startswith(".") for part in PurePosixPath(path).parts)
        return tidy(str(place)) if agreement and not roots.isdisjoint(map(str, (place, *place.parents))) else None

    return name
