"""Where an answer goes: to standard output, or to a file that is named."""

from pathlib import Path

from .screen import hand, send


def deliver(made: str | bytes, path: str | None) -> None:
    """Write to the named file, whole or not at all; else to standard output.

    Raises:
        CommandError: it is no text and would go to a terminal, or it cannot be written.

    """
    if path:
        from ..writing.atomic import write_atomically  # noqa: PLC0415 - only a file needs it

        write_atomically(Path(path), made.encode("utf-8") if isinstance(made, str) else made)
    elif isinstance(made, str):
        hand(made)
    else:
        send(made)
