"""Where a record keeps its agreements, and which files are taken for one."""

import os
from pathlib import Path, PurePath

from .profiles import PROFILE_FILE

FOLDER = "agreements"
ENDINGS = (".yaml", ".yml")


def is_agreement(path: PurePath) -> bool:
    """Whether a file is an agreement by its name."""
    return path.name.lower().endswith(ENDINGS) and path.name != PROFILE_FILE


def is_in_record(path: Path, root: Path) -> bool:
    """Whether a file is one of the agreements of the record at `root`."""
    folder, place = (Path(os.path.abspath(one)) for one in (root / FOLDER, path))  # noqa: PTH100 - links stay as they are named
    return is_agreement(path) and place.is_relative_to(folder)
