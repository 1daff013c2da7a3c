"""The formats of a paper by the names they have on the command line; only the named one is imported."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from ..lazy import lazy
from ..portfolio.report import PortfolioReport
from .theme import ReportStyle

Format = Callable[[PortfolioReport, ReportStyle], str | bytes]


class ReportFormat(NamedTuple):
    """What makes a format, and the ending of its files."""

    render: Format
    ending: str


PAPER_FORMATS: Mapping[str, ReportFormat] = {
    "md": ReportFormat(lazy("render.report_markdown:render_markdown_report"), ".md"),
    "html": ReportFormat(lazy("render.report_html:render_html_report"), ".html"),
    "csv": ReportFormat(lazy("render.csv:render_csv"), ".csv"),
    "csv-excel": ReportFormat(lazy("render.csv:render_excel_csv"), ".csv"),
    "xlsx": ReportFormat(lazy("render.xlsx:render_xlsx"), ".xlsx"),
    "json": ReportFormat(lazy("render.json:render_json_report"), ".json"),
}
