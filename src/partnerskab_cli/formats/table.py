"""The formats of a check by the name they have on the command line; only the named one is imported."""

from collections.abc import Callable, Mapping
from importlib import import_module

from ..diagnostics import Report
from .look import Look

Format = Callable[[Report, Look], str]
FORMATS: Mapping[str, str] = {
    name: name for name in ("full", "concise", "grouped", "json", "sarif", "github", "gitlab", "junit", "rdjson", "markdown")
}
"""Name → module; the function has the module's name."""


def format_named(name: str) -> Format:
    """The format of that name."""
    made: Format = getattr(import_module(f".{FORMATS[name]}", __package__), FORMATS[name])
    return made
