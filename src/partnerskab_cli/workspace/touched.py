"""When each file of a check was last changed, as far as git knows."""

import os
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from ..errors import CommandError
from ..history.git import find_repository, find_worktree_root
from ..history.log import read_last_changes
from .files import AgreementFile


def load_last_commit_dates(files: Sequence[AgreementFile], today: date) -> Mapping[str, date]:
    """The day of the last commit that changed each file, by the path that is shown; nothing outside a repository. One process.

    What is not committed yet is as new as can be.
    """
    folder = find_shared_folder(files)
    if folder is None or find_worktree_root(folder) is None:
        return {}
    try:
        days = read_last_changes(find_repository(folder, os.environ))
    except CommandError:
        return {}
    names = {file.shown: Path(os.path.relpath(file.path, folder)).as_posix() for file in files}
    return {shown: date.fromisoformat(days[name]) if name in days else today for shown, name in names.items()}


def find_shared_folder(files: Sequence[AgreementFile]) -> Path | None:
    """The folder that all files lie in, at some depth."""
    try:
        return Path(os.path.commonpath([os.path.abspath(file.path.parent) for file in files]))  # noqa: PTH100 - links stay as they are named
    except ValueError:
        return None
