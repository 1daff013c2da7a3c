"""The formats of a paper by the names they have on the command line; only the named one is imported."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from ...lazy import lazy
from ...portfolio.table import PortfolioReport
from .dress import ReportStyle

Format = Callable[[PortfolioReport, ReportStyle], str | bytes]


class ReportFormat(NamedTuple):
    """What makes a format, and the ending of its files."""

    render: Format
    ending: str


PAPER_FORMATS: Mapping[str, ReportFormat] = {
    "md": ReportFormat(lazy("documents.tables.markdown:render_markdown_report"), ".md"),
    "html": ReportFormat(lazy("documents.tables.html:render_html_report"), ".html"),
    "csv": ReportFormat(lazy("documents.tables.csv:render_csv"), ".csv"),
    "csv-excel": ReportFormat(lazy("documents.tables.csv:render_excel_csv"), ".csv"),
    "xlsx": ReportFormat(lazy("documents.tables.xlsx:render_xlsx"), ".xlsx"),
    "json": ReportFormat(lazy("documents.tables.json:render_json_report"), ".json"),
}
