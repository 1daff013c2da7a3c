"""When each file of a check was last changed, as far as git knows."""

import os
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from ..errors import CommandError
from ..history.git import repository, top_of
from ..history.log import last_changes
from .record import Found


def last_changed(found: Sequence[Found], today: date) -> Mapping[str, date]:
    """The day of the last commit that changed each file, by the path that is shown; nothing outside a repository. One process.

    What is not committed yet is as new as can be.
    """
    folder = shared(found)
    if folder is None or top_of(folder) is None:
        return {}
    try:
        days = last_changes(repository(folder, os.environ))
    except CommandError:
        return {}
    names = {one.shown: Path(os.path.relpath(one.path, folder)).as_posix() for one in found}
    return {shown: date.fromisoformat(days[name]) if name in days else today for shown, name in names.items()}


def shared(found: Sequence[Found]) -> Path | None:
    """The folder that all files lie in, at some depth."""
    try:
        return Path(os.path.commonpath([os.path.abspath(one.path.parent) for one in found]))  # noqa: PTH100 - links stay as they are named
    except ValueError:
        return None
