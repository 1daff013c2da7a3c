"""Where an answer goes: to standard output, or to a file that is named."""

from pathlib import Path

from ..text import Language, Text
from .manner import Manner
from .screen import hand, remark, safely, send

WRITTEN = Text(da="Skrevet: {paths}", en="Written: {paths}")


def deliver(made: str | bytes, path: str | None, manner: Manner, language: Language) -> None:
    """Write to the named file, whole or not at all, and say so; else to standard output.

    Raises:
        CommandError: it is no text and would go to a terminal, or it cannot be written.

    """
    if path:
        from ..writing.atomic import write_atomically  # noqa: PLC0415 - only a file needs it

        write_atomically(Path(path), made.encode("utf-8") if isinstance(made, str) else made)
        remark(safely(WRITTEN.said(language, paths=Path(path).as_posix())), manner)
    elif isinstance(made, str):
        hand(made)
    else:
        send(made)
