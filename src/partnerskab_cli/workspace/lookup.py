"""An agreement as it is named on the command line: by its id or by its path."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from ..errors import CommandError
from ..model.agreement import Agreement, is_newer_schema
from ..source.source_file import SourceFile, read_file
from ..text.localized import Text
from ..text.matching import suggest
from .files import AgreementFile, Workspace, find_agreements

EMPTY = CommandError(
    Text(da="Der er ingen aftaler her.", en="There are no agreements here."),
    Text(
        da="stå i mappen med agreements/, eller begynd med partnerskab new",
        en="stand in the folder with agreements/, or begin with partnerskab new",
    ),
)


def find_agreement_file(word: str, workspace: Workspace) -> AgreementFile:
    """The file of an agreement: the path itself, else the one file of the record that has the id as its name.

    Raises:
        CommandError: there is none, or more than one.

    """
    if Path(word).is_file():
        return find_agreements([word])[0]
    folder = workspace.folder
    every = find_agreements([str(folder)]) if folder.is_dir() else []
    files = [file for file in every if file.path.stem == word]
    if len(files) > 1:
        raise build_ambiguous_id_error(word, files)
    if not files:
        raise build_missing_id_error(word, every)
    return files[0]


def build_ambiguous_id_error(word: str, files: list[AgreementFile]) -> CommandError:
    """More than one file has the id as its name."""
    says = Text(da="Der er flere aftaler med navnet »{word}«.", en="There are several agreements named “{word}”.").format(word=word)
    return CommandError(says, Text(da="skriv stien: {paths}", en="write the path: {paths}").format(paths=[file.shown for file in files]))


def build_missing_id_error(word: str, every: list[AgreementFile]) -> CommandError:
    """No file has the id as its name."""
    usual = Text(
        da="skriv stien til filen eller et id; partnerskab list viser dem, der er",
        en="write the path to the file, or an id; partnerskab list shows those there are",
    )
    return CommandError(
        Text(da="Der er ingen aftale »{word}«.", en="There is no agreement “{word}”.").format(word=word),
        suggest(word, [file.path.stem for file in every]) or usual,
    )


def load_usable_agreement(file: AgreementFile, workspace: Workspace) -> Agreement:
    """Read one agreement that a command cannot do without.

    Raises:
        CommandError: it cannot be read.

    """
    record = load_readable_agreements([file], workspace).get(file.shown)
    if record is None:
        raise build_unreadable_error(file)
    return record


def load_readable_agreements(files: Iterable[AgreementFile], workspace: Workspace) -> Mapping[str, Agreement]:
    """The agreements that can be read, by the paths that are shown."""
    sheets = (read_file(file.path, file.shown, Agreement, workspace.root, workspace.profile.vocabulary) for file in files)
    return {source.path: record for source in sheets if (record := require_usable_agreement(source))}


def require_usable_agreement(source: SourceFile[Agreement]) -> Agreement | None:
    """What a file says, where it can be read and this tool knows the schema it is written for."""
    return None if source.record is None or is_newer_schema(source.record) else source.record


def build_unreadable_error(file: AgreementFile) -> CommandError:
    """A file that a command cannot do without, and that cannot be read."""
    return CommandError(
        Text(da="{path} kan ikke læses.", en="{path} cannot be read.").format(path=file.shown),
        Text(da="partnerskab check {path} siger hvorfor", en="partnerskab check {path} says why").format(path=file.shown),
    )
