"""A line on the terminal that counts the files of a long run."""

import os
import sys
from collections.abc import Iterable, Iterator
from time import monotonic
from typing import NamedTuple, TypeVar

from ..model.amounts import Number
from ..text.localized import Language, Text
from ..workspace.global_options import GlobalOptions
from .terminal import print_note, write_stream

T = TypeVar("T")
PATIENCE = 1.0
"""Seconds before a reader wonders."""
PAUSE = 0.1
"""Seconds between two counts."""
COUNTED = Text(da="{number} af {total} filer", en="{number} of {total} files")


class TerminalMonitor(NamedTuple):
    """Standard error hears, but when quiet."""

    options: GlobalOptions

    def write_note(self, text: str) -> None:
        """Something to say beside the answer."""
        print_note(text, self.options)

    def track_progress(self, things: Iterable[T], total: int, language: Language) -> Iterator[T]:
        """The same things, counted on a terminal."""
        return iter(things) if self.options.quiet else show_progress(things, total, language)


def show_progress(things: Iterable[T], total: int, language: Language) -> Iterator[T]:
    """The same things, counted on standard error once they have taken a second; only on a terminal."""
    if not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield from things
        return
    due, line = monotonic() + PATIENCE, ""
    try:
        for number, thing in enumerate(things, 1):
            if monotonic() >= due:
                due = monotonic() + PAUSE
                line = COUNTED.localize(language, number=Number(number * 100), total=Number(total * 100))
                write_stream(f"\r{line}", sys.stderr)
            yield thing
    finally:
        if line:
            write_stream(f"\r{' ' * len(line)}\r", sys.stderr)
