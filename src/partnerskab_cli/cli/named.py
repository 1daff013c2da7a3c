"""An agreement as it is named on the command line: by its id or by its path."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from ..agreement.agreement import Agreement, newer
from ..agreement.nearest import guess
from ..errors import CommandError
from ..reading.sheet import Sheet, read_file
from ..text import Text
from .record import Found, Setting, agreements

EMPTY = CommandError(
    Text(da="Der er ingen aftaler her.", en="There are no agreements here."),
    Text(
        da="stå i mappen med agreements/, eller begynd med partnerskab new",
        en="stand in the folder with agreements/, or begin with partnerskab new",
    ),
)


def named(word: str, where: Setting) -> Found:
    """The file of an agreement: the path itself, else the one file of the record that has the id as its name.

    Raises:
        CommandError: there is none, or more than one.

    """
    if Path(word).is_file():
        return agreements([word])[0]
    folder = where.folder
    every = agreements([str(folder)]) if folder.is_dir() else []
    found = [one for one in every if one.path.stem == word]
    if len(found) > 1:
        raise several(word, found)
    if not found:
        raise missing(word, every)
    return found[0]


def several(word: str, found: list[Found]) -> CommandError:
    """More than one file has the id as its name."""
    says = Text(da="Der er flere aftaler med navnet »{word}«.", en="There are several agreements named “{word}”.").filled(word=word)
    return CommandError(says, Text(da="skriv stien: {paths}", en="write the path: {paths}").filled(paths=[one.shown for one in found]))


def missing(word: str, every: list[Found]) -> CommandError:
    """No file has the id as its name."""
    usual = Text(
        da="skriv stien til filen eller et id; partnerskab list viser dem, der er",
        en="write the path to the file, or an id; partnerskab list shows those there are",
    )
    return CommandError(
        Text(da="Der er ingen aftale »{word}«.", en="There is no agreement “{word}”.").filled(word=word),
        guess(word, [one.path.stem for one in every]) or usual,
    )


def read_agreement(one: Found, where: Setting) -> Agreement:
    """Read one agreement that a command cannot do without.

    Raises:
        CommandError: it cannot be read.

    """
    record = readable([one], where).get(one.shown)
    if record is None:
        raise unreadable(one)
    return record


def readable(found: Iterable[Found], where: Setting) -> Mapping[str, Agreement]:
    """The agreements that can be read, by the paths that are shown."""
    sheets = (read_file(one.path, one.shown, Agreement, where.root, where.profile.vocabulary) for one in found)
    return {sheet.path: record for sheet in sheets if (record := understood(sheet))}


def understood(sheet: Sheet[Agreement]) -> Agreement | None:
    """What a file says, where it can be read and this tool knows the schema it is written for."""
    return None if sheet.record is None or newer(sheet.record) else sheet.record


def unreadable(one: Found) -> CommandError:
    """A file that a command cannot do without, and that cannot be read."""
    return CommandError(
        Text(da="{path} kan ikke læses.", en="{path} cannot be read.").filled(path=one.shown),
        Text(da="partnerskab check {path} siger hvorfor", en="partnerskab check {path} says why").filled(path=one.shown),
    )
