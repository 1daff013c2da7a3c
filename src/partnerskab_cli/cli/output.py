"""Where an answer goes: to standard output, to a file that is named, or into a folder under a name of its own."""

from typing import NamedTuple

from ..text.localized import Language, Text, slugify
from ..workspace.global_options import GlobalOptions
from .destination import Destination
from .terminal import escape_lines, print_binary, print_document, print_note, redact_output

WRITTEN = Text(da="Skrevet: {paths}", en="Written: {paths}")


class Subject(NamedTuple):
    """What an answer is about: for the list of a folder, and as the name of its file there."""

    key: str
    name: Text

    def format_file_name(self, language: Language, ending: str) -> str:
        """The name of its file in a folder."""
        return f"{slugify(self.name.localize(language))}{ending}"


def save_or_print(answer: str | bytes, to: Destination, subject: Subject, options: GlobalOptions, language: Language) -> None:
    """Write to the named file, whole or not at all, and say so; into a folder likewise; else to standard output.

    Raises:
        CommandError: it is no text and would go to a terminal, or it cannot be written.

    """
    data = redact_output(answer, doubtful=False).encode("utf-8") if isinstance(answer, str) else answer
    if to.file:
        from ..atomic import write_atomically  # noqa: PLC0415 - only a file needs it

        write_atomically(to.file, data)
        print_note(escape_lines(WRITTEN.localize(language, paths=to.file.as_posix())), options)
    elif to.folder:
        from .output_folder import FolderOutput, fill_folder  # noqa: PLC0415 - only a folder needs it

        name = subject.format_file_name(language, to.ending)
        fill_folder(
            FolderOutput(to.folder, to.format, {name: data}, {name: subject.key}, lambda key: key == subject.key, signed=False),
            options,
            language,
        )
    elif isinstance(answer, str):
        print_document(answer)
    else:
        print_binary(answer)
