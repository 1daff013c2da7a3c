"""The formats of a check by the name they have on the command line; only the named one is imported."""

from collections.abc import Callable
from importlib import import_module

from ..diagnostics import Report
from .look import Look

Format = Callable[[Report, Look], str]
FORMATS = ("full", "concise", "grouped", "json", "sarif", "github", "gitlab", "junit", "rdjson", "markdown")
"""Each is a module of that name here, with a function of that name."""


def format_named(name: str) -> Format:
    """The format of that name."""
    made: Format = getattr(import_module(f".{name}", __package__), name)
    return made
