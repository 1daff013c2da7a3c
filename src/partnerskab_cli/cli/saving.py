"""Where an answer goes: to standard output, to a file that is named, or into a folder under a name of its own."""

from typing import NamedTuple

from ..text import Language, Text, slug
from .destination import Destination
from .manner import Manner
from .screen import cover_numbers, hand, remark, safely, send

WRITTEN = Text(da="Skrevet: {paths}", en="Written: {paths}")


class Subject(NamedTuple):
    """What an answer is about: for the list of a folder, and as the name of its file there."""

    key: str
    name: Text

    def file_name(self, language: Language, ending: str) -> str:
        """The name of its file in a folder."""
        return f"{slug(self.name.said(language))}{ending}"


def deliver(answer: str | bytes, to: Destination, subject: Subject, manner: Manner, language: Language) -> None:
    """Write to the named file, whole or not at all, and say so; into a folder likewise; else to standard output.

    Raises:
        CommandError: it is no text and would go to a terminal, or it cannot be written.

    """
    data = cover_numbers(answer, doubtful=False).encode("utf-8") if isinstance(answer, str) else answer
    if to.file:
        from ..writing.atomic import write_atomically  # noqa: PLC0415 - only a file needs it

        write_atomically(to.file, data)
        remark(safely(WRITTEN.said(language, paths=to.file.as_posix())), manner)
    elif to.folder:
        from .output_folder import FolderOutput, fill_folder  # noqa: PLC0415 - only a folder needs it

        name = subject.file_name(language, to.ending)
        fill_folder(
            FolderOutput(to.folder, to.format, {name: data}, {name: subject.key}, lambda key: key == subject.key, signed=False),
            manner,
            language,
        )
    elif isinstance(answer, str):
        hand(answer)
    else:
        send(answer)
