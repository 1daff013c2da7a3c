"""What all commands that show a paper have in common: arranging it, dressing it, and the exit code."""

from ..errors import Exit
from ..portfolio.portfolio import Portfolio
from ..portfolio.report import PortfolioReport
from ..render.report_registry import PAPER_FORMATS
from ..render.theme import ReportStyle
from ..text.localized import Language, Text
from ..workspace.files import Workspace
from ..workspace.global_options import GlobalOptions
from .destination import Destination
from .options import option
from .output import Subject, save_or_print
from .terminal import choose_terminal_style, print_note, print_text

TABLE = "table"
PLAIN_TEXT = ".txt"
ONE_TABLE = frozenset({"csv", "csv-excel"})
LEFT_OUT = Text(
    da="CSV har plads til én tabel: {main}. --table vælger en anden: {others}.",
    en="CSV has room for one table: {main}. --table chooses another: {others}.",
)
ENDINGS = {**{name: listed.ending for name, listed in PAPER_FORMATS.items()}, TABLE: PLAIN_TEXT}
"""The formats of a report, each with the ending of its files."""
REPORT_FORMAT = option("--format", metavar="FORMAT", choices=(TABLE, *PAPER_FORMATS))


def sort_and_group(report: PortfolioReport, portfolio: Portfolio, sort: str | None, group_by: str | None) -> PortfolioReport:
    """The paper sorted and grouped as it was asked for.

    Raises:
        CommandError: there is no such field, or the paper has no rows about single agreements.

    """
    from ..portfolio.sort_and_group import group_report, sort_report  # noqa: PLC0415 - seldom asked for

    report = sort_report(report, sort, portfolio.profile) if sort else report
    return group_report(report, group_by, portfolio.profile) if group_by else report


def write_report(  # noqa: PLR0913, PLR0917 - what, how and where to
    report: PortfolioReport, to: Destination, subject: Subject, options: GlobalOptions, language: Language, workspace: Workspace
) -> None:
    """The paper in a format, to standard output, to a file, or into a folder."""
    name = to.format
    if name == TABLE:
        from ..render.text_tables import render_terminal_report  # noqa: PLC0415 - heavy

        style = choose_terminal_style(options, language)
        if to.file is None and to.folder is None:
            print_text(render_terminal_report(report, style))
        else:
            save_or_print(render_terminal_report(report, style._replace(colour=False, width=None)), to, subject, options, language)
        return
    save_or_print(PAPER_FORMATS[name].render(report, load_report_style(workspace, language)), to, subject, options, language)
    if name in ONE_TABLE and len(report.tables) > 1:
        others = tuple(table.key for table in report.tables if table is not report.main)
        print_note(LEFT_OUT.localize(language, main=report.main.key, others=others), options)


def load_report_style(workspace: Workspace, language: Language) -> ReportStyle:
    """How the record's papers look: its language, its logo and colours, its own templates."""
    from ..workspace.theme import load_templates, load_theme as looks  # noqa: PLC0415 - only pages need it

    return ReportStyle(language, looks(workspace), load_templates(workspace.root))


def choose_exit_code(portfolio: Portfolio) -> int:
    """How a command ends that has told of a whole record: with a finding where a file could not be read."""
    return Exit.FOUND if portfolio.broken else Exit.DONE
