"""`partnerskab deadlines`: everything that falls due, for people, machines and calendars."""

import re
from typing import Annotated

import typer

from ...errors import CommandError, Exit
from ...model.amounts import UNITS, Duration
from ...model.notations import DURATIONS, find_value
from ...portfolio.deadlines import DeadlineQuery, build_deadlines_report as paper_of, compute_horizon, select_deadlines
from ...portfolio.due import DueItem, DueState
from ...portfolio.portfolio import Portfolio
from ...portfolio.registry import append_unreadable
from ...text.localized import Language, Text
from ...workspace.files import choose_language, open_workspace, parse_today
from ...workspace.global_options import GlobalOptions
from ...workspace.load_portfolio import load_portfolio
from ..destination import parse_destination
from ..options import PARTY, GroupField, OutputPlace, ProfileName, SortField, Today, Where, option
from ..output import Subject, save_or_print
from ..report_output import ENDINGS, ONE_TABLE, REPORT_FORMAT, TABLE, choose_exit_code, sort_and_group, write_report
from ..terminal import escape_lines, print_note

CALENDAR = "ics"
SUBJECT = Subject("deadlines", Text(da="frister", en="deadlines"))
LIMITS = {"overdue": {DueState.OVERDUE}, "soon": {DueState.OVERDUE, DueState.SOON}}
FORMAT = REPORT_FORMAT.replace_choices((*REPORT_FORMAT.choices, CALENDAR))
FAIL_ON = option(
    "--fail-on",
    metavar="HVAD",
    da="{choices}: slut med 1, hvis der er nogen",
    en="{choices}: end with 1 if there are any",
    choices=tuple(LIMITS),
)
LETTERS = {"d": "dag", "u": "uge", "w": "week", "m": "måned", "k": "kvartal", "q": "quarter", "å": "år", "y": "year"}


def deadlines(  # noqa: PLR0913, PLR0917 - one parameter an option
    context: typer.Context,
    within: Annotated[
        str | None,
        option(
            "--within",
            metavar="TID",
            da="så langt frem: 90d, 3 måneder; det overskredne er altid med",
            en="so far ahead: 90d, 3 months; what is overdue is always there",
        ),
    ] = None,
    party: Annotated[str | None, PARTY.replace_help(da="kun det, der er denne parts", en="only what is this party's")] = None,
    where: Where = None,
    form: Annotated[str | None, FORMAT] = None,
    output: OutputPlace = None,
    group_by: GroupField = None,
    sort: SortField = None,
    today: Today = None,
    fail_on: Annotated[str | None, FAIL_ON] = None,
    profile: ProfileName = None,
    *,
    overdue: Annotated[bool, option("--overdue", da="kun det, der er overskredet", en="only what is overdue")] = False,
) -> int:
    """Say what falls due, overdue first."""
    options: GlobalOptions = context.obj
    limit = LIMITS[FAIL_ON.parse(fail_on)] if fail_on else set()
    to = parse_destination(output, FORMAT, form, {**ENDINGS, CALENDAR: ".ics"}, TABLE)
    reject_idle_deadline_options(calendar=to.format == CALENDAR and bool(sort or group_by), narrow=overdue and bool(within))
    wanted = DeadlineQuery(parse_span(within) if within else None, party, overdue)
    record = open_workspace([], profile)
    portfolio = load_portfolio(record, parse_today(today), where or (), options)
    due_items, language = select_deadlines(portfolio, wanted), choose_language(options, record.profile)
    if to.format == CALENDAR:
        from ...render.ics import render_calendar  # noqa: PLC0415 - heavy
        from ...workspace.change_times import change_times  # noqa: PLC0415 - only a calendar asks git

        warn_of_shared_ids(portfolio, options, language)
        changed = change_times(due_items, portfolio, compute_horizon(portfolio, wanted), record.root)
        save_or_print(render_calendar(due_items, portfolio, language, changed), to, SUBJECT, options, language)
    else:
        report = append_unreadable(paper_of(portfolio, wanted, flat=to.format in ONE_TABLE), portfolio)
        write_report(sort_and_group(report, portfolio, sort, group_by), to, SUBJECT, options, language, record)
    return Exit.FOUND if is_failing(due_items, limit) else choose_exit_code(portfolio)


SHARED_NAME = Text(
    da="{paths} har samme id, »{name}«. I kalenderen holdes de ude fra hinanden ved stien; giv dem hvert sit `id`.",
    en="{paths} have the same id, “{name}”. In the calendar they are told apart by their paths; give each its own `id`.",
)


def warn_of_shared_ids(portfolio: Portfolio, options: GlobalOptions, language: Language) -> None:
    """Say which files have one id."""
    for name in sorted(portfolio.shared_names):
        paths = tuple(sorted(entry.path for entry in portfolio.entries if entry.name == name))
        if len(paths) > 1:
            print_note(escape_lines(SHARED_NAME.localize(language, paths=paths, name=name)), options)


def is_failing(due_items: tuple[DueItem, ...], limit: set[DueState]) -> bool:
    """Whether a deadline is as near as the limit; what is only expected counts for nothing."""
    return any(due_item.state in limit for due_item in due_items)


def reject_idle_deadline_options(*, calendar: bool, narrow: bool) -> None:
    """Options that could not act are refused."""
    if calendar:
        raise CommandError(
            Text(
                da="En kalender sorterer selv; --sort og --group-by hører til tabeller.",
                en="A calendar sorts by itself; --sort and --group-by belong to tables.",
            )
        )
    if narrow:
        raise CommandError(
            Text(da="--overdue ser tilbage og --within frem.", en="--overdue looks back and --within ahead."),
            Text(da="--within viser også det, der er overskredet", en="--within shows what is overdue too"),
        )


def parse_span(text: str) -> Duration:
    """`90d`, `3 måneder`, `2 weeks`.

    Raises:
        CommandError: it is no length of time.

    """
    words = text.strip()
    match = re.fullmatch(r"([0-9]{1,4})\s*([a-zå])", words.lower())
    if match and match[2] in LETTERS:
        return Duration(int(match[1]), UNITS[LETTERS[match[2]]])
    value = find_value(DURATIONS, words)
    if not isinstance(value, Duration):
        raise CommandError(
            Text(da="»{text}« efter --within er intet tidsrum.", en="“{text}” after --within is no length of time.").format(text=text),
            Text(da="skriv fx 90d eller 3 måneder", en="write for instance 90d or 3 months"),
        )
    return value
