"""`partnerskab portfolio`: the overview of all agreements, and the reports."""

from typing import Annotated

import typer

from ...errors import CommandError
from ...model.notations import find_day
from ...portfolio.portfolio import Portfolio
from ...portfolio.registry import REPORTS, USUAL, append_unreadable, build_report, find_report_name
from ...portfolio.report import PortfolioReport
from ...text.localized import OR, Text, join_words
from ...text.matching import suggest
from ...workspace.files import Workspace, choose_language, open_workspace, parse_iso_day, parse_today
from ...workspace.global_options import CHOOSE, GlobalOptions, parse_choice
from ...workspace.load_portfolio import load_portfolio
from ..destination import parse_destination
from ..options import GroupField, OutputPlace, ProfileName, SortField, Today, Where, argument, option
from ..output import Subject
from ..report_output import ENDINGS, REPORT_FORMAT, TABLE, choose_exit_code, sort_and_group, write_report

DEVELOPMENT = "development"


def portfolio(  # noqa: PLR0913, PLR0917 - one parameter an option
    context: typer.Context,
    report: Annotated[
        str | None,
        argument(
            metavar="[RAPPORT]",
            da=f"overblikket, eller en af rapporterne: {', '.join(report.danish for name, report in REPORTS.items() if name != USUAL)}",
            en=f"the summary, or one of the reports: {', '.join(name for name in REPORTS if name != USUAL)}",
        ),
    ] = None,
    form: Annotated[str | None, REPORT_FORMAT] = None,
    output: OutputPlace = None,
    where: Where = None,
    group_by: GroupField = None,
    sort: SortField = None,
    table: Annotated[
        str | None,
        option(
            "--table", metavar="TABEL", da="kun den tabel i rapporten, fx til csv", en="only that table of the report, for csv for instance"
        ),
    ] = None,
    today: Today = None,
    compare_with: Annotated[
        str | None,
        option(
            "--compare-with",
            metavar="DATO|REV",
            da="til udvikling: en tidligere dag eller udgave",
            en="for development: an earlier day or revision",
        ),
    ] = None,
    profile: ProfileName = None,
) -> int:
    """Say what the record as a whole says."""
    options: GlobalOptions = context.obj
    name = parse_report_name(report)
    to = parse_destination(output, REPORT_FORMAT, form, ENDINGS, TABLE)
    reject_idle_report_options(name, compare_with)
    record = open_workspace([], profile)
    portfolio = load_portfolio(record, parse_today(today), where or (), options)
    paper = build_comparison(portfolio, compare_with or "", record, where or []) if name == DEVELOPMENT else build_report(name, portfolio)
    paper = select_table(paper, table) if table else paper
    language = choose_language(options, record.profile)
    subject = Subject(f"portfolio {name}", Text(da=REPORTS[name].danish, en=name))
    write_report(sort_and_group(paper, portfolio, sort, group_by), to, subject, options, language, record)
    return choose_exit_code(portfolio)


def parse_report_name(report: str | None) -> str:
    """The English name of a report.

    Raises:
        CommandError: there is no such report.

    """
    name = find_report_name(report) if report else USUAL
    if name:
        return name
    danish = {report.danish: english for english, report in REPORTS.items()}
    every = CHOOSE.format(choices=Text(join_words(tuple(danish), "da", OR), join_words(tuple(REPORTS), "en", OR)))
    raise CommandError(
        Text(da="Der er ingen rapport »{name}«.", en="There is no report “{name}”.").format(name=report),
        suggest(report or "", (*danish, *REPORTS)) or every,
    )


def select_table(report: PortfolioReport, key: str) -> PortfolioReport:
    """The paper with one table.

    Raises:
        CommandError: it has no such table.

    """
    keys = [table.key for table in report.tables]
    return report._replace(tables=(report.tables[keys.index(parse_choice("--table", key, keys))],), chief=key)


def reject_idle_report_options(name: str, compare_with: str | None) -> None:
    """Refuse an option that could not act, and a comparison with nothing."""
    if (name == DEVELOPMENT) == bool(compare_with):
        return
    raise CommandError(
        Text(da="Rapporten udvikling og --compare-with hører sammen.", en="The report development and --compare-with belong together."),
        Text(
            da="skriv fx: partnerskab portfolio udvikling --compare-with 2025-03-01",
            en="write for instance: partnerskab portfolio development --compare-with 2025-03-01",
        ),
    )


REVISION = frozenset("0123456789.-")
"""Of these letters the name of a revision is made, such as 1.2.27, rather than a day."""


def build_comparison(portfolio: Portfolio, then: str, record: Workspace, conditions: list[str]) -> PortfolioReport:
    """The portfolio beside what it was on an earlier day, or in an earlier revision of the files."""
    from ...portfolio.development import build_development_report, view_as_of  # noqa: PLC0415 - one report of many
    from ...portfolio.filter import filter_agreements  # noqa: PLC0415 - as above

    earlier = parse_iso_day(then) or (None if set(then) <= REVISION else find_day(then))
    if earlier is None:
        from ...workspace.load_portfolio import load_portfolio_at  # noqa: PLC0415 - only a revision needs git

        return append_unreadable(
            build_development_report(portfolio, filter_agreements(load_portfolio_at(then, record, portfolio.today), conditions), then),
            portfolio,
        )
    return append_unreadable(build_development_report(portfolio, view_as_of(portfolio, earlier)), portfolio)
