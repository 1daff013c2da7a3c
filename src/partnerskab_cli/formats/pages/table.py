"""The formats of a page by the name they have on the command line; only the named one is imported."""

from collections.abc import Callable, Mapping
from importlib import import_module

from ...page import Page
from ..look import Look

PageFormat = Callable[[Page, Look], str]
PAGE_FORMATS: Mapping[str, str] = {"text": "text", "md": "markdown", "html": "html"}
"""Name → module; the function has the module's name."""


def page_format(name: str) -> PageFormat:
    """The format of that name."""
    made: PageFormat = getattr(import_module(f".{PAGE_FORMATS[name]}", __package__), PAGE_FORMATS[name])
    return made
