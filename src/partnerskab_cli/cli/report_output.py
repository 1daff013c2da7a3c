"""What all commands that show a paper have in common: arranging it, dressing it, and the exit code."""

from ..errors import Exit
from ..portfolio.portfolio import Portfolio
from ..portfolio.report import PortfolioReport
from ..render.report_registry import PAPER_FORMATS
from ..render.report_theme import ReportStyle
from ..text.localized import Language, Text
from ..workspace.files import Workspace
from ..workspace.global_options import GlobalOptions
from .destination import Destination
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


def sort_and_group(paper: PortfolioReport, whole: Portfolio, sort: str | None, group_by: str | None) -> PortfolioReport:
    """The paper sorted and grouped as it was asked for.

    Raises:
        CommandError: there is no such field, or the paper has no rows about single agreements.

    """
    from ..portfolio.sort_and_group import group_report, sort_report  # noqa: PLC0415 - seldom asked for

    paper = sort_report(paper, sort, whole.profile) if sort else paper
    return group_report(paper, group_by, whole.profile) if group_by else paper


def write_report(  # noqa: PLR0913, PLR0917 - what, how and where to
    paper: PortfolioReport, to: Destination, subject: Subject, manner: GlobalOptions, language: Language, where: Workspace
) -> None:
    """The paper in a format, to standard output, to a file, or into a folder."""
    name = to.format
    if name == TABLE:
        from ..render.text_tables import render_terminal_report  # noqa: PLC0415 - heavy

        look = choose_terminal_style(manner, language)
        if to.file is None and to.folder is None:
            print_text(render_terminal_report(paper, look))
        else:
            save_or_print(render_terminal_report(paper, look._replace(colour=False, width=None)), to, subject, manner, language)
        return
    save_or_print(PAPER_FORMATS[name].render(paper, load_report_style(where, language)), to, subject, manner, language)
    if name in ONE_TABLE and len(paper.tables) > 1:
        others = tuple(table.key for table in paper.tables if table is not paper.main)
        print_note(LEFT_OUT.localize(language, main=paper.main.key, others=others), manner)


def load_report_style(where: Workspace, language: Language) -> ReportStyle:
    """How the record's papers look: its language, its logo and colours, its own templates."""
    from ..workspace.theme import load_templates, load_theme as looks  # noqa: PLC0415 - only pages need it

    return ReportStyle(language, looks(where), load_templates(where.root))


def choose_exit_code(whole: Portfolio) -> int:
    """How a command ends that has told of a whole record: with a finding where a file could not be read."""
    return Exit.FOUND if whole.broken else Exit.DONE
