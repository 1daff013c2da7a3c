"""Where a record lies: found from any folder inside it; and which files are taken for its agreements."""

import os
from collections.abc import Iterator
from pathlib import Path, PurePath

FOLDER = "agreements"
PROFILE_FILE = "partnerskab.yaml"
ENDINGS = (".yaml", ".yml")


def walk_up(start: Path) -> Iterator[Path]:
    """A folder and those above it as they are seen from where one stands, no further than the top of the repository."""
    here = Path(os.path.abspath(start))  # noqa: PTH100 - links stay as they are named
    for up, folder in enumerate((here, *here.parents)):
        yield Path(os.path.normpath(start.joinpath(*[".."] * up)))
        if (folder / ".git").exists() or is_bare(folder):
            return


def is_bare(folder: Path) -> bool:
    """Whether a folder is itself a repository, without a working tree."""
    return all((folder / name).exists() for name in ("HEAD", "objects", "refs"))


def find_profile(start: Path) -> Path | None:
    """The municipality's profile in a folder or the nearest one above it."""
    return next((place / PROFILE_FILE for place in walk_up(start) if (place / PROFILE_FILE).is_file()), None)


def find_record(start: Path) -> Path | None:
    """The folder of the record: the nearest one, from a folder upwards, with a profile or a folder of agreements."""
    return next((place for place in walk_up(start) if (place / PROFILE_FILE).is_file() or (place / FOLDER).is_dir()), None)


def find_agreements_folder(start: Path) -> Path:
    """The folder of the record's agreements as it is seen from where one stands; the usual one where there is no record yet."""
    folder = (find_record(start) or Path()) / FOLDER
    return folder if folder.is_absolute() else Path(os.path.relpath(folder))


def is_agreement(path: PurePath) -> bool:
    """Whether a file is an agreement by its name."""
    return path.name.lower().endswith(ENDINGS) and path.name != PROFILE_FILE


def is_in_record(path: Path, root: Path) -> bool:
    """Whether a file is one of the agreements of the record at `root`."""
    folder, place = (Path(os.path.abspath(path)) for path in (root / FOLDER, path))  # noqa: PTH100 - links stay as they are named
    return is_agreement(path) and place.is_relative_to(folder)
