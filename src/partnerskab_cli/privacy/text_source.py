"""A file as text: what those see who look for numbers and names, whether or not it can be read as an agreement."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from ..diagnostics import Span
from ..text.prefilter import TextIndex


class SourceToken(NamedTuple):
    """A key or a value as a reader of YAML meets it: escapes undone, lines joined."""

    key: str
    """The nearest key."""
    text: str
    span: Span
    """Where it stands, to its very end."""


class TextSource(NamedTuple):
    """A file as text, whether or not it can be read as an agreement."""

    text: str
    seen: TextIndex
    name: str
    words: Callable[[], Iterable[SourceToken]]
    """Walked only where the text gives cause."""
    above: int = 0
    """The lines of the file that stand before the text."""
