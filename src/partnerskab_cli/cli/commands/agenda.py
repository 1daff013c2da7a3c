"""`partnerskab agenda`: what to talk about at a meeting."""

from typing import Annotated
from urllib.parse import quote

import typer

from ...errors import Exit
from ...portfolio.registry import build_report
from ...portfolio.report import PortfolioReport
from ...text.localized import Text
from ...workspace.files import choose_language, open_workspace, parse_today
from ...workspace.global_options import GlobalOptions
from ...workspace.load_portfolio import load_portfolio, load_portfolio_of_files
from ...workspace.lookup import build_unreadable_error, find_agreement_file
from ..destination import parse_destination
from ..options import OutputPlace, ProfileName, Today, argument, option
from ..output import Subject
from ..report_output import choose_exit_code, write_report

ENDINGS = {"md": ".md", "html": ".html"}
TO = option("--to", metavar="FORMAT", choices=tuple(ENDINGS))
AGENDA = Text(da="dagsorden", en="agenda")
ABOUT = Text(da="dagsorden {name}", en="agenda {name}")


def agenda(  # noqa: PLR0913, PLR0917 - one parameter an option
    context: typer.Context,
    agreement: Annotated[
        str | None,
        argument(
            metavar="[AFTALE]", da="id eller sti; ellers dialogmødet om dem alle", en="id or path; else the dialogue meeting about all"
        ),
    ] = None,
    to: Annotated[str | None, TO] = None,
    output: OutputPlace = None,
    today: Today = None,
    profile: ProfileName = None,
) -> int:
    """Write the agenda of a meeting: about one agreement, or about them all."""
    options: GlobalOptions = context.obj
    destination, when = parse_destination(output, TO, to, ENDINGS, "md"), parse_today(today)
    record = open_workspace([agreement] if agreement and "/" in agreement else [], profile)
    language = choose_language(options, record.profile)
    if agreement:
        from ...portfolio.agenda import build_agenda as about  # noqa: PLC0415 - the other agenda does without

        file = find_agreement_file(agreement, record)
        portfolio = load_portfolio_of_files([file], record, when, options)
        if portfolio.broken:
            raise build_unreadable_error(file)
        report, code = about(portfolio.entries[0], portfolio), Exit.DONE
        subject = Subject(f"agenda {quote(file.shown)}", ABOUT.format(name=file.path.stem))
    else:
        portfolio = load_portfolio(record, when, (), options)
        report, code = build_report("dialogue-meeting", portfolio), Exit(choose_exit_code(portfolio))
        subject = Subject("agenda", AGENDA)
    write_report(number_headings(report), destination, subject, options, language, record)
    return code


def number_headings(report: PortfolioReport) -> PortfolioReport:
    """A paper whose headings are the items of an agenda."""
    tables = (table._replace(title=Text(*(f"{number}. {title}" for title in table.title))) for number, table in enumerate(report.tables, 1))
    return report._replace(tables=tuple(tables))
