"""`partnerskab verify`: whether signatures cover what the agreements say, and whether the agreements came to be as they may."""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from ...check import CheckOptions, check_file, join_reports
from ...diagnostics import Severity
from ...errors import CommandError, Exit
from ...formats.registry import FORMATS
from ...formats.terminal_style import TerminalStyle
from ...history.git import is_shallow, resolve_revision
from ...history.index import NOTHING, HistoryIndex, collect_pasts, index_history
from ...history.signature import VERSION
from ...model.agreement import Agreement
from ...rules.rule import CheckDates
from ...text.localized import Text
from ...workspace.files import AgreementFile, Workspace, choose_language, find_agreements, open_workspace, parse_today
from ...workspace.git_paths import make_naming, open_repository
from ...workspace.global_options import GlobalOptions
from ...workspace.lookup import EMPTY, find_agreement_file, load_readable_agreements
from ..options import Today, argument, option
from ..signature_report import format_signature_report, report_fingerprint_matches
from ..terminal import choose_terminal_style, print_note, print_text

RULES = ("SIG", "HIS", "PRT06", "DAT01b")
"""What speaks of signatures, and of how an agreement came to be."""
PAPERS = (".html", ".htm")
SHALLOW = Text(
    da="Kun de nyeste commits er hentet, så jeg ser ikke hele forløbet: git fetch --unshallow henter resten.",
    en="Only the newest commits are here, so I do not see the whole story: git fetch --unshallow gets the rest.",
)


def verify(
    context: typer.Context,
    target: Annotated[
        str | None,
        argument(
            metavar="[AFTALE|DOKUMENT.html]",
            da="id, sti, eller et udskrevet dokument; ellers alle",
            en="id, path, or a rendered document; else all",
        ),
    ] = None,
    print_: Annotated[
        str | None,
        option("--fingerprint", metavar="F", da="hvilken aftale har det fingeraftryk?", en="which agreement has that fingerprint?"),
    ] = None,
    today: Today = None,
) -> int:
    """Test signatures, and the moves of a status."""
    options: GlobalOptions = context.obj
    paper = target is not None and target.lower().endswith(PAPERS)
    workspace = open_workspace([target] if target and Path(target).exists() and not paper else [])
    style = choose_terminal_style(options, choose_language(options, workspace.profile))
    if paper and print_:
        raise CommandError(
            Text(da="Et dokument bærer selv sit fingeraftryk.", en="A document carries its own fingerprint."),
            Text(da="giv enten dokumentet eller --fingerprint", en="give either the document or --fingerprint"),
        )
    chosen, every = select_verified(None if paper else target, workspace)
    if not every:
        raise EMPTY
    present = load_readable_agreements(every, workspace)
    known = load_history_or_warn(every, workspace, options, style)
    if paper and target:
        from ..signed_paper import verify_document  # noqa: PLC0415 - only a document needs what makes documents

        return verify_document(Path(target), every, present, known, workspace, style)
    if print_:
        return report_fingerprint_matches(
            parse_fingerprint(print_), {file.shown: present[file.shown] for file in chosen if file.shown in present}, known, style
        )
    return report_signatures(chosen, present, known, workspace, style, parse_today(today))


def select_verified(target: str | None, workspace: Workspace) -> tuple[list[AgreementFile], list[AgreementFile]]:
    """The agreements that are asked about, and those with all that stand beside them in the record."""
    folder = target if target and Path(target).is_dir() else str(workspace.folder)
    every = find_agreements([folder]) if Path(folder).is_dir() or not target else []
    chosen = [find_agreement_file(target, workspace)] if target and not Path(target).is_dir() else every
    return chosen, list(({file.shown: file for file in chosen} | {file.shown: file for file in every}).values())


def load_history_or_warn(files: list[AgreementFile], workspace: Workspace, options: GlobalOptions, style: TerminalStyle) -> HistoryIndex:
    """What git knows of the agreements; where it knows nothing, a word about it."""
    folder = workspace.folder
    paths = [*([str(folder)] if folder.is_dir() else []), *(file.shown for file in files)]
    try:
        repo = open_repository(paths)
        if is_shallow(repo):
            print_note(SHALLOW.localize(style.language), options)
        return index_history(repo, resolve_revision(repo, "HEAD"), make_naming(repo, paths), workspace.profile.vocabulary)
    except CommandError as error:
        print_note(UNKNOWN.localize(style.language, why=error.says), options)
        return NOTHING


UNKNOWN = Text(
    da="{why} Derfor kan jeg ikke se, hvem der skrev underskrifterne, eller hvad der var før.",
    en="{why} So I cannot see who wrote the signatures, or what was before.",
)


def parse_fingerprint(word: str) -> str:
    """A fingerprint as it was typed: with or without its method, whole or its first twelve digits or more.

    Raises:
        CommandError: it is none.

    """
    plain = "".join(word.split()).lower()
    if match := TYPED.fullmatch(plain):
        return f"{match[1] or VERSION}:{match[2]}"
    raise CommandError(
        Text(da="»{word}« er ikke et fingeraftryk.", en="“{word}” is not a fingerprint.").format(word=word),
        Text(da="skriv alle 32 tegn, eller mindst 12 for at finde aftalen", en="write all 32 digits, or at least 12 to find the agreement"),
    )


TYPED = re.compile("(?:([0-9]{1,3}):)?([0-9a-f]{12,64})")


def report_signatures(  # noqa: PLR0913, PLR0917 - the record, the day, and how to say it
    chosen: list[AgreementFile],
    present: Mapping[str, Agreement],
    known: HistoryIndex,
    workspace: Workspace,
    style: TerminalStyle,
    today: date,
) -> int:
    """What the signatures are worth, then what is wrong."""
    settings = CheckOptions(workspace.profile, CheckDates(today), RULES)
    pasts = collect_pasts(known, present, present, present)
    reports = [check_file(file.path, file.shown, settings, workspace.root, pasts.get(file.shown))[1] for file in chosen]
    report = join_reports(reports)
    print_text(format_signature_report([file.shown for file in chosen], present, known, style, today))
    print_text(FORMATS["full" if style.width else "concise"](report, style))
    if any(diagnostic.code.startswith("HIS") for diagnostic in report.diagnostics):
        print_text(ONLY_HERE.localize(style.language) + "\n")
    return Exit.FOUND if report.count_severity(Severity.ERROR) or len(present) < len(chosen) else Exit.DONE


ONLY_HERE = Text(
    da="HIS handler om, hvordan aftalen er blevet til; `partnerskab check` ser kun det med --since.",
    en="HIS is about how the agreement came to be; `partnerskab check` sees that only with --since.",
)
