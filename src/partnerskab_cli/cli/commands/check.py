"""`partnerskab check`: review agreements."""

import os
from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from ...check import CheckOptions
from ...check.hits import is_text_search
from ...diagnostics import Report, Severity
from ...errors import CommandError, Exit
from ...formats.registry import FORMATS
from ...formats.terminal_style import TerminalStyle
from ...rules.rule import CheckDates
from ...text.localized import Text
from ...workspace.files import AgreementFile, choose_language, find_agreements, open_workspace, parse_today
from ...workspace.global_options import GlobalOptions, parse_choice
from ...workspace.run_check import STDIN, CheckRequest, run_check
from ..options import DIFF, TODAY, Paths, ProfileName, option
from ..terminal import choose_terminal_style, print_document, print_note, print_text, redact_output

LEVELS = {"error": Severity.ERROR, "warning": Severity.WARNING, "never": None}
OUTPUT_FORMAT = option("--output-format", metavar="FORMAT", choices=tuple(FORMATS))
FAIL_ON = option(
    "--fail-on",
    metavar="VÆGT",
    da="fra hvilken vægt der sluttes med 1: {choices}",
    en="from which weight it ends with 1: {choices}",
    choices=tuple(LEVELS),
)
PLAIN = ("full", "concise", "grouped")
"""The formats for people; the others are whole documents even where nothing was found."""


def check(  # noqa: PLR0913, PLR0917 - one parameter an option
    context: typer.Context,
    paths: Paths = None,
    output_format: Annotated[str | None, OUTPUT_FORMAT] = None,
    output: Annotated[
        list[str] | None,
        option("-o", metavar="FORMAT=FIL", da="skriv også til en fil; kan gentages", en="write to a file too; may be repeated"),
    ] = None,
    select: Annotated[
        list[str] | None, option("--select", metavar="KODE", da="kun denne regel eller dette kapitel", en="only this rule or chapter")
    ] = None,
    ignore: Annotated[
        list[str] | None, option("--ignore", metavar="KODE", da="ikke denne regel eller dette kapitel", en="not this rule or chapter")
    ] = None,
    fail_on: Annotated[str, FAIL_ON] = "error",
    today: Annotated[str | None, TODAY.replace_help(da="tjek, som om det er den dag", en="check as if it were that day")] = None,
    profile: ProfileName = None,
    stdin_filename: Annotated[
        str | None, option("--stdin-filename", metavar="NAVN", da="navnet på det, der læses fra -", en="the name of what is read from -")
    ] = None,
    since: Annotated[
        str | None,
        option(
            "--since",
            metavar="REV",
            da="kun det, der er ændret siden den revision, og om det er sket, som det må",
            en="only what has changed since that revision, and whether it came about as it may",
        ),
    ] = None,
    jobs: Annotated[
        str | None, option("--jobs", metavar="ANTAL", da="så mange processer ad gangen", en="as many processes at a time")
    ] = None,
    *,
    fix: Annotated[bool, option("--fix", da="ret det, der kan rettes sikkert", en="mend what can safely be mended")] = False,
    unsafe_fixes: Annotated[
        bool, option("--unsafe-fixes", da="gør også plads til det, der mangler", en="also make room for what is missing")
    ] = False,
    diff: Annotated[
        bool, DIFF.replace_help(da="vis, hvad --fix ville rette; skriv intet", en="show what --fix would mend; write nothing")
    ] = False,
    allow_empty: Annotated[bool, option("--allow-empty", da="ingen filer er i orden", en="no files is fine")] = False,
    statistics: Annotated[bool, option("--statistics", da="tæl fundene regel for regel", en="count the findings rule by rule")] = False,
    no_cache: Annotated[bool, option("--no-cache", da="glem, hvad tidligere kørsler fandt", en="forget what earlier runs found")] = False,
    show_files: Annotated[
        bool, option("--show-files", da="vis, hvilke filer der ville blive tjekket", en="show which files would be checked")
    ] = False,
) -> int:
    """Review agreements; the exit code says whether something was found."""
    options: GlobalOptions = context.obj
    paths = paths or []
    limit = LEVELS[FAIL_ON.parse(fail_on)]
    targets = [parse_report_target(word) for word in output or ()]
    shaping, mending = bool(output or output_format or statistics), diff or fix or unsafe_fixes
    reject_conflicting_options(paths, stdin_filename, listing=show_files and bool(shaping or mending or since))
    reject_since(since, alone=bool(stdin_filename), mending=mending)
    chosen = parse_rule_codes(select)
    workspace = open_workspace([path for path in paths if path != STDIN], profile, needed=not is_text_search(chosen))
    style = choose_terminal_style(options, choose_language(options, workspace.profile))
    if show_files:
        return print_file_names(find_agreements(paths), empty=allow_empty)
    settings = CheckOptions(workspace.profile, CheckDates(parse_today(today)), chosen, parse_rule_codes(ignore))
    if mending:
        from ..fix import apply_fixes, preview_fixes, reject_idle_fix_options  # noqa: PLC0415 - only mending needs it

        reject_idle_fix_options(fix=fix, unsafe=unsafe_fixes, diff=diff, stdin=STDIN in paths, formats=shaping)
        if diff:
            return preview_fixes(paths, workspace, settings, options, style, unsafe=unsafe_fixes)
        apply_fixes(paths, workspace, settings, options, style, unsafe=unsafe_fixes)
    report = run_check(CheckRequest(paths, stdin_filename, since, parse_process_count(jobs), not no_cache, options), workspace, settings)
    if not report.files and not allow_empty and not since:
        from ...workspace.lookup import EMPTY  # noqa: PLC0415 - only an empty record needs the words

        raise CommandError(EMPTY.says, Text(da="--allow-empty siger, at det er i orden", en="--allow-empty says that this is fine"))
    write_reports(report, targets, style)
    print_report(keep_failing(report, limit) if options.quiet and limit else report, output_format, options, style)
    if statistics:
        print_note(format_statistics(report, style), options)
    return Exit.FOUND if limit and any(diagnostic.severity >= limit for diagnostic in report.diagnostics) else Exit.DONE


def reject_conflicting_options(paths: list[str], stdin_filename: str | None, *, listing: bool) -> None:
    """Options that could not act are refused, never silently idle."""
    if (STDIN in paths) != bool(stdin_filename) or (STDIN in paths and len(paths) > 1):
        raise CommandError(
            Text(da="- og --stdin-filename hører sammen og står alene.", en="- and --stdin-filename belong together and stand alone."),
            Text(
                da="skriv fx: partnerskab check --stdin-filename kaffe.yaml -",
                en="write for instance: partnerskab check --stdin-filename kaffe.yaml -",
            ),
        )
    if listing:
        raise CommandError(Text(da="--show-files viser kun filernes navne.", en="--show-files shows only the names of the files."))


def reject_since(since: str | None, *, alone: bool, mending: bool) -> None:
    """`--since` asks git about files, and only looks."""
    if since and (alone or mending):
        raise CommandError(
            Text(
                da="--since går ikke sammen med --stdin-filename, --fix, --unsafe-fixes og --diff.",
                en="--since does not go with --stdin-filename, --fix, --unsafe-fixes and --diff.",
            ),
            Text(da="kør dem hver for sig", en="run them one by one"),
        )


def print_file_names(files: list[AgreementFile], *, empty: bool) -> int:
    """Show which files would be checked, without the digits of any CPR number in a name."""
    from ...privacy.redact import redact_text  # noqa: PLC0415 - a check hides numbers by itself

    print_text("".join(f"{redact_text(file.shown)}\n" for file in files))
    return Exit.DONE if files or empty else Exit.FAULT


def parse_process_count(word: str | None) -> int | None:
    """How many processes are wanted."""
    if word is None or (word.isdecimal() and 0 < int(word) <= MOST_JOBS):
        return int(word) if word else None
    says = Text(
        da="»{value}« efter --jobs er ikke et antal fra 1 til {most}.", en="“{value}” after --jobs is not a number from 1 to {most}."
    )
    raise CommandError(says.format(value=word, most=MOST_JOBS))


MOST_JOBS = 64


def parse_report_target(word: str) -> tuple[str, Path]:
    """`json=report.json` as a format and a file."""
    name, equals, path = word.partition("=")
    if not equals or not path:
        raise CommandError(
            Text(da="Efter -o står FORMAT=FIL.", en="After -o stands FORMAT=FILE."),
            Text(da="skriv fx -o json=fund.json", en="write for instance -o json=found.json"),
        )
    return parse_choice("-o", name, OUTPUT_FORMAT.choices), Path(path)


def parse_rule_codes(codes: list[str] | None) -> tuple[str, ...]:
    """Codes of rules or chapters; `OKO` is accepted for `ØKO`."""
    if not codes:
        return ()
    from ...rules.registry import BY_CODE  # noqa: PLC0415 - only named codes need all rules

    chapters = {rule.chapter for rule in BY_CODE.values()}
    asked = tuple(part.strip().replace("OKO", "ØKO") for code in codes for part in code.split(","))
    for code in asked:
        if code not in BY_CODE and code not in chapters:
            raise CommandError(
                Text(da="Der er ingen regel »{code}«.", en="There is no rule “{code}”.").format(code=code),
                Text(da="partnerskab rules viser dem alle", en="partnerskab rules shows them all"),
            )
    return asked


def write_reports(report: Report, targets: list[tuple[str, Path]], style: TerminalStyle) -> None:
    """Write the report to the files that were named, each in its format."""
    if not targets:
        return
    from ...atomic import write_atomically  # noqa: PLC0415 - only a named file needs it

    for name, path in targets:
        write_atomically(path, redact_output(FORMATS[name](report, TerminalStyle(style.language)), doubtful=False).encode())


def keep_failing(report: Report, limit: Severity) -> Report:
    """A report with only the findings that decide the exit code."""
    return report._replace(diagnostics=tuple(diagnostic for diagnostic in report.diagnostics if diagnostic.severity >= limit))


def print_report(report: Report, named: str | None, options: GlobalOptions, style: TerminalStyle) -> None:
    """Show the report as it was asked for: at length on a terminal, a line a finding in a pipe."""
    name = OUTPUT_FORMAT.parse(named) if named else "full" if style.width else "concise"
    if report.diagnostics or not (options.quiet and name in PLAIN):
        (print_text if name in PLAIN else print_document)(FORMATS[name](report, style))
    if named in {None, "github"} and os.environ.get("GITHUB_ACTIONS") == "true":
        from ..github_actions import write_github_output  # noqa: PLC0415 - only GitHub Actions needs it

        write_github_output(report, style, annotated=named is not None)


def format_statistics(report: Report, style: TerminalStyle) -> str:
    """How often each rule spoke and how heavily, the most frequent first; a rule that the status softened has a line for each severity."""
    counts = Counter((finding.code, finding.severity) for finding in report.diagnostics)
    rows = sorted(counts.items(), key=lambda row: (-row[1], row[0][0], -row[0][1]))
    return "\n".join(f"{count:>6}  {code}  {severity.localize(style.language)}" for (code, severity), count in rows)
