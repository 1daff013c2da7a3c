"""The formats of a comparison by the name they have on the command line; only the named one is imported."""

from collections.abc import Callable, Mapping

from ..difference import Difference
from ..lazy import lazy
from .terminal_style import TerminalStyle

DifferenceFormat = Callable[[Difference, TerminalStyle], str]
DIFFERENCE_FORMATS: Mapping[str, DifferenceFormat] = {
    "text": lazy("formats.diff_text:render"),
    "md": lazy("formats.diff_markdown:render"),
    "json": lazy("formats.diff_json:render"),
}
