"""The formats of a check by the name they have on the command line; only the named one is imported."""

from collections.abc import Callable, Mapping

from ..diagnostics import Report
from ..lazy import lazy
from .terminal_style import TerminalStyle

Format = Callable[[Report, TerminalStyle], str]
FORMATS: Mapping[str, Format] = {
    "full": lazy("formats.full:render"),
    "concise": lazy("formats.concise:render"),
    "grouped": lazy("formats.grouped:render"),
    "json": lazy("formats.json:render"),
    "sarif": lazy("formats.sarif:render"),
    "github": lazy("formats.github:render"),
    "gitlab": lazy("formats.gitlab:render"),
    "junit": lazy("formats.junit:render"),
    "rdjson": lazy("formats.rdjson:render"),
    "markdown": lazy("formats.markdown:render"),
}
