"""The record on the disk: its root, its profile and its agreements."""

import os
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path, PurePath
from typing import NamedTuple

from ..errors import CommandError
from ..model.notations import find_day
from ..model.parsers import find_day_reason
from ..profile.profile import Profile
from ..profile.shipped import NEUTRAL, SHIPPED
from ..source.agreements_folder import FOLDER, find_agreements_folder, find_profile, find_record, is_agreement
from ..source.profiles import read_profile
from ..source.source_file import SourceFile
from ..text.localized import Language, Text
from .global_options import GlobalOptions


class AgreementFile(NamedTuple):
    """An agreement's file, by its path as it is shown."""

    shown: str

    @property
    def path(self) -> Path:
        """Where it is."""
        return Path(self.shown)


class Workspace(NamedTuple):
    """The profile of a record, and where it lies."""

    profile: Profile
    sheet: SourceFile[Profile] | None
    root: Path
    """The folder of the profile, else that of the record, else the current one."""
    folder: Path = Path(FOLDER)
    """Where the agreements of the record lie."""


def find_agreements(paths: Sequence[str]) -> list[AgreementFile]:
    """The agreements at the paths: a named file as it is, a folder with all below it, in the order of their paths.

    Raises:
        CommandError: a path does not exist.

    """
    words: set[str] = set()
    for name in paths or (str(find_agreements_folder(Path())),):
        path = Path(name)
        if path.is_dir() and not path.is_symlink():
            words.update(iter_yaml_paths(str(path)))
        elif path.exists() or path.is_symlink():
            words.add(format_path(path))
        else:
            from ..history.git import BARE, is_in_bare  # noqa: PLC0415 - only where there is nothing to read

            if not paths and is_in_bare(Path()):
                raise CommandError(*BARE)
            raise CommandError(
                Text(da="Der er ingen fil eller mappe »{name}«.", en="There is no file or folder “{name}”.").format(name=name),
                Text(
                    da="tjek stien, eller gå til mappen med jeres aftaler; partnerskab begynd opretter en samling",
                    en="check the path, or go to the folder with your agreements; partnerskab init sets up a collection",
                ),
            )
    return [AgreementFile(word) for word in sorted(words)]


def iter_yaml_paths(folder: str) -> Iterator[str]:
    """The paths of all YAML files below a folder as they are shown, hidden folders and the profile left out."""
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        within = Path(place, "*").as_posix()[:-1]
        for name in files:
            if is_agreement(PurePath(name)) and not name.startswith("."):
                yield guard_leading_dash(within + name)


def format_path(path: Path) -> str:
    """A path as it is shown: relative, with `/`, and beginning so that it is no option and no command."""
    return guard_leading_dash(path.as_posix())


def guard_leading_dash(text: str) -> str:
    """The text of a path, beginning so that it is no option and no command."""
    return text if text[:1].isalnum() or text.startswith(("./", "../", "/")) else f"./{text}"


def open_workspace(paths: Sequence[str], named: str | None = None, *, needed: bool = True) -> Workspace:
    """The profile that holds for the paths: the named one, else the nearest above them, else the neutral one.

    Where it is not `needed`, one that cannot be read makes way for the neutral one.

    Raises:
        CommandError: the profile does not exist or cannot be read at all.

    """
    first = Path(paths[0] if paths else ".")
    start = first if first.is_dir() else first.parent
    place = find_profile(start)
    root = place.parent if place else find_record(start) or Path()
    if named and named not in SHIPPED and not Path(named).is_file():
        raise CommandError(
            Text(da="Der er ingen profil »{name}«.", en="There is no profile “{name}”.").format(name=named),
            Text(da="vælg danmark eller tønder, eller skriv stien til en fil", en="choose danmark or tønder, or write the path to a file"),
        )
    own = named or (str(place) if place else NEUTRAL)
    try:
        profile, source = read_profile(own, format_path(Path(own)))
    except CommandError:
        if needed:
            raise
        profile, source = read_profile(NEUTRAL)
    return Workspace(profile, source, root, find_agreements_folder(start))


def choose_language(options: GlobalOptions, profile: Profile) -> Language:
    """The language to speak: what was asked for, else the profile's, else Danish."""
    return options.language or ("en" if profile.language.name == "EN" else "da")


def parse_today(text: str | None, option: str = "--today") -> date:
    """The day a command is run for: the named one, in any notation that a file may use, else today.

    Raises:
        CommandError: it is no day.

    """
    if text is None:
        return date.today()  # noqa: DTZ011 - the reader's own day is meant
    named = find_day(text.strip()) or parse_iso_day(text)
    if named is None:
        says = Text(da="»{value}« efter {option} er ikke en dato.", en="“{value}” after {option} is not a date.")
        example = Text(da="skriv fx 2026-03-01", en="write for instance 2026-03-01")
        raise CommandError(says.format(value=text, option=option), find_day_reason(text.strip()) or example)
    return named


def parse_iso_day(text: str) -> date | None:
    """A day in any form of ISO 8601, also those that no file uses."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
