"""What is not printed, signed or published while a CPR number stands in it, and where a check of the record looks for one."""

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from ..check.hits import CheckOptions
from ..check.search_text import search_file
from ..diagnostics import Report
from ..errors import CommandError
from ..model.agreement import Agreement
from ..rules.rule import CheckDates
from ..source.agreements_folder import FOLDER
from ..source.source_file import parse_bytes
from ..text.localized import Text
from .files import AgreementFile, Workspace, find_agreements, format_path, parse_today
from .theme import TEMPLATES

CODE = ("JUR01",)
FOUND = Text(da="Der er et CPR-nummer i {path}, linje {line}.", en="There is a CPR number in {path}, line {line}.")
REMOVE = Text(
    da="fjern det, også fra gits historik, hvis det er gemt dér; partnerskab tjek {path} viser stedet",
    en="remove it, from the history in git too if it is kept there; partnerskab check {path} shows the place",
)
TYPED = Text(da="Det, der skulle skrives, indeholder et CPR-nummer.", en="What was to be written contains a CPR number.")
WITHOUT = Text(da="skriv det uden nummeret; intet er ændret", en="write it without the number; nothing has been changed")


def refuse_numbers(files: Iterable[AgreementFile], workspace: Workspace) -> None:
    """Stop before a CPR number in an agreement, in the profile or in a template reaches paper.

    Raises:
        CommandError: there is one.

    """
    for report in search_files([*(file.shown for file in files), *list_settings(workspace)], workspace):
        for diagnostic in report.diagnostics:
            if diagnostic.code in CODE:
                raise CommandError(FOUND.format(path=diagnostic.path, line=diagnostic.span.line or 1), REMOVE.format(path=diagnostic.path))


def refuse_new_numbers(before: bytes, after: bytes, path: str) -> None:
    """Stop before an agreement comes to hold a CPR number that it did not hold.

    Raises:
        CommandError: it would.

    """
    if find_numbers(after, path) - find_numbers(before, path):
        raise CommandError(TYPED, WITHOUT)


def find_numbers(data: bytes, path: str) -> frozenset[str]:
    """The CPR numbers that an agreement holds, however they are spelt."""
    from ..privacy.cpr import find_cpr_numbers  # noqa: PLC0415 - only what is changed or shown needs it
    from ..privacy.tokens import make_text_source  # noqa: PLC0415 - likewise

    return frozenset(sighting.number for sighting in find_cpr_numbers(make_text_source(parse_bytes(data, path, Agreement))))


def search_neighbours(folders: Sequence[str], workspace: Workspace) -> Iterator[Report]:
    """What the other files of a record say of CPR numbers: annexes and notes beside the agreements, the profile, templates."""
    agreed = {agreement.shown for agreement in find_agreements(folders)}
    others = [path for folder in folders or (FOLDER,) for path in list_files(folder) if path not in agreed]
    yield from (report for report in search_files([*others, *list_settings(workspace)], workspace) if report.diagnostics)


def search_files(paths: Iterable[str], workspace: Workspace) -> Iterator[Report]:
    """The CPR numbers of files, whatever they hold."""
    settings = CheckOptions(workspace.profile, CheckDates(parse_today(None)), CODE)
    return (search_file(path, path, settings, workspace.root) for path in dict.fromkeys(paths))


def list_settings(workspace: Workspace) -> list[str]:
    """The files of a record that decide what stands on every paper."""
    profile = [workspace.sheet.path] if workspace.sheet and Path(workspace.sheet.path).is_file() else []
    return [*profile, *list_files(str(workspace.root / TEMPLATES))]


def list_files(folder: str) -> Iterator[str]:
    """The plain files of a folder and below it, hidden ones left out; links are not followed."""
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for path in (Path(place, name) for name in sorted(names) if not name.startswith(".")):
            if path.is_file() and not path.is_symlink():
                yield format_path(path)
