"""The formats of a paper by the names they have on the command line; only the named one is imported."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from ...lazy import lazy
from ...portfolio.table import Paper
from .dress import Dress

Format = Callable[[Paper, Dress], str | bytes]


class Listed(NamedTuple):
    """What makes a format, and the ending of its files."""

    render: Format
    ending: str


PAPER_FORMATS: Mapping[str, Listed] = {
    "md": Listed(lazy("documents.tables.markdown:markdown"), ".md"),
    "html": Listed(lazy("documents.tables.html:html"), ".html"),
    "csv": Listed(lazy("documents.tables.csv:csv"), ".csv"),
    "csv-excel": Listed(lazy("documents.tables.csv:csv_excel"), ".csv"),
    "xlsx": Listed(lazy("documents.tables.xlsx:xlsx"), ".xlsx"),
    "json": Listed(lazy("documents.tables.json:json"), ".json"),
}
