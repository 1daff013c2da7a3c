"""Where an answer goes: to standard output, or to a file that is named."""

import sys
from pathlib import Path

from ..errors import CommandError
from ..text import Text
from .screen import say

BINARY = CommandError(
    Text(da="Det format er ikke tekst og kan ikke vises her.", en="That format is no text and cannot be shown here."),
    Text(da="skriv -o og navnet på en fil", en="write -o and the name of a file"),
)


def deliver(made: str | bytes, path: str | None) -> None:
    """Write to the named file, whole or not at all; else to standard output.

    Raises:
        CommandError: it is no text and would go to a terminal, or it cannot be written.

    """
    if path:
        from ..writing.atomic import write_atomically  # noqa: PLC0415 - only a file needs it

        write_atomically(Path(path), made.encode("utf-8") if isinstance(made, str) else made)
    elif isinstance(made, str):
        say(made)
    elif sys.stdout.isatty():
        raise BINARY
    else:
        sys.stdout.buffer.write(made)
        sys.stdout.buffer.flush()
