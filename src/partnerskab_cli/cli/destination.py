"""Where an answer goes and in which format: what is written after `-o` decides both."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from ..errors import CommandError
from ..text.localized import Text, join_alternatives
from ..workspace.global_options import MISSING
from .options import Parameter

SEPARATORS = tuple(separator for separator in (os.sep, os.altsep, "/") if separator)
ALSO: Mapping[str, str] = {".htm": ".html", ".markdown": ".md"}
"""Endings that mean the same as another."""
FILE_ENDINGS = frozenset(
    {".md", ".html", ".htm", ".pdf", ".docx", ".odt", ".csv", ".xlsx", ".json", ".ics", ".txt", ".zip", ".yaml", ".yml"}
)
"""Endings that nobody gives a folder."""
UNKNOWN = Text(da="Endelsen {ending} i {path} hører ikke til et format.", en="The ending {ending} of {path} does not belong to a format.")
CHOOSE = Text(da="vælg mellem: {endings}", en="choose from: {endings}")
OR_FOLDER = Text(
    da="vælg mellem: {endings}; er det en mappe, så slut med en skråstreg: {path}/",
    en="choose from: {endings}; if it is a folder, end with a slash: {path}/",
)
APART = Text(da="{path} ender på {ending}, men {option} er {format}.", en="{path} ends in {ending}, but {option} is {format}.")
AGREE = Text(da="ret endelsen, eller udelad {option}", en="change the ending, or leave out {option}")
LIKE_FILE = Text(
    da="{path} ligner navnet på en fil, men her skrives flere filer i en mappe.",
    en="{path} looks like the name of a file, but several files are written here, into a folder.",
)
FOLDER_INSTEAD = Text(
    da="skriv en mappe uden endelse, eller slut med en skråstreg: {path}/",
    en="name a folder without an ending, or end with a slash: {path}/",
)


class Destination(NamedTuple):
    """A format, and the file or the folder that it goes to; neither means standard output."""

    format: str
    ending: str
    """Of the files of that format."""
    file: Path | None = None
    folder: Path | None = None


def parse_destination(output: str | None, option: Parameter, named: str | None, endings: Mapping[str, str], usual: str) -> Destination:
    """Read `-o` beside the option that names a format.

    `endings` has the ending of each format, the first format of an ending being the one that the ending means.

    Raises:
        CommandError: there is no such format or ending, or the two disagree.

    """
    form = None if named is None else option.parse(named)
    if output is None:
        return Destination(form or usual, endings[form or usual])
    path, ending = Path(output), get_ending(output)
    if is_folder(output, endings):
        return Destination(form or usual, endings[form or usual], folder=path)
    fitting = [name for name, known in endings.items() if known == ending]
    if not fitting:
        cure = CHOOSE if ending in FILE_ENDINGS else OR_FOLDER
        choices = join_alternatives(tuple(dict.fromkeys(endings.values())))
        raise CommandError(UNKNOWN.format(ending=path.suffix, path=path.as_posix()), cure.format(endings=choices, path=path.as_posix()))
    if form and form not in fitting:
        says = APART.format(path=path.as_posix(), ending=path.suffix, option=option.name, format=form)
        raise CommandError(says, AGREE.format(option=option.name))
    return Destination(form or fitting[0], ending, file=path)


def parse_folder(output: str) -> Path:
    """Read `-o` of a command that always fills a folder.

    Raises:
        CommandError: it is named like a file.

    """
    require_value(output)
    path = Path(output)
    if path.suffix.lower() in FILE_ENDINGS and not output.endswith(SEPARATORS):
        raise CommandError(LIKE_FILE.format(path=path.as_posix()), FOLDER_INSTEAD.format(path=path.as_posix()))
    return path


def is_folder(output: str, endings: Mapping[str, str]) -> bool:
    """Whether a folder is meant: it has no ending, or ends in a slash, or is one with an ending that no format has."""
    require_value(output)
    return output.endswith(SEPARATORS) or not Path(output).suffix or (Path(output).is_dir() and get_ending(output) not in endings.values())


def require_value(output: str) -> None:
    """Refuse a `-o` after which nothing is written, as an unset variable of a script leaves it."""
    if not output:
        raise CommandError(MISSING.format(option="-o"))


def get_ending(output: str) -> str:
    """The ending of a file as formats are listed by it."""
    ending = Path(output).suffix.lower()
    return ALSO.get(ending, ending)
