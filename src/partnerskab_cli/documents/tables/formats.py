"""The formats of a paper by the names they have on the command line; only the named one is imported."""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import NamedTuple

from ...portfolio.table import Paper
from .dress import Dress

Format = Callable[[Paper, Dress], str | bytes]


class Listed(NamedTuple):
    """Where a format is made, and the ending of its files."""

    module: str
    function: str
    ending: str


PAPER_FORMATS: Mapping[str, Listed] = {
    "md": Listed("markdown", "markdown", ".md"),
    "html": Listed("html", "html", ".html"),
    "csv": Listed("csv", "csv", ".csv"),
    "csv-excel": Listed("csv", "csv_excel", ".csv"),
    "xlsx": Listed("xlsx", "xlsx", ".xlsx"),
    "json": Listed("json", "json", ".json"),
}


def paper_format(name: str) -> Format:
    """The format of that name."""
    listed = PAPER_FORMATS[name]
    made: Format = getattr(import_module(f".{listed.module}", __package__), listed.function)
    return made
