"""The formats of a check by the name they have on the command line; only the named one is imported."""

from collections.abc import Callable, Mapping

from ..diagnostics import Report
from ..lazy import lazy
from .look import Look

Format = Callable[[Report, Look], str]
FORMATS: Mapping[str, Format] = {
    "full": lazy("formats.full:full"),
    "concise": lazy("formats.concise:concise"),
    "grouped": lazy("formats.grouped:grouped"),
    "json": lazy("formats.json:json"),
    "sarif": lazy("formats.sarif:sarif"),
    "github": lazy("formats.github:github"),
    "gitlab": lazy("formats.gitlab:gitlab"),
    "junit": lazy("formats.junit:junit"),
    "rdjson": lazy("formats.rdjson:rdjson"),
    "markdown": lazy("formats.markdown:markdown"),
}
