"""`check --fix` and `check --diff`: mend what can be mended, or show what would be."""

from collections.abc import Sequence

from ..check.fix import fix_bytes
from ..check.hits import CheckOptions
from ..errors import Exit
from ..formats.terminal_style import TerminalStyle
from ..text.localized import Text, join_alternatives
from ..workspace.files import AgreementFile, Workspace, find_agreements
from ..workspace.global_options import GlobalOptions
from .edit_files import (
    MENDED,
    FileChange,
    build_conflicting_options_error,
    build_missing_option_error,
    collect_changes,
    format_diff,
    lock_files,
    write_changes,
)
from .terminal import print_document, print_note


def collect_fixes(paths: Sequence[str], workspace: Workspace, settings: CheckOptions, *, unsafe: bool) -> list[FileChange]:
    """What mending makes of the agreements."""

    def fix_file(data: bytes, file: AgreementFile) -> tuple[bytes, int]:
        """One file, mended."""
        return fix_bytes(data, file.shown, settings, unsafe=unsafe)

    return list(collect_changes(find_agreements(paths), workspace, fix_file))


def preview_fixes(  # noqa: PLR0913 - what, where and how
    paths: Sequence[str], workspace: Workspace, settings: CheckOptions, options: GlobalOptions, style: TerminalStyle, *, unsafe: bool
) -> int:
    """Show what would be mended."""
    every = collect_fixes(paths, workspace, settings, unsafe=unsafe)
    print_document(format_diff(every, style))
    if not every:
        print_note(NOTHING.localize(style.language), options)
    return Exit.FOUND if every else Exit.DONE


NOTHING = Text(da="Der er intet, jeg kan rette.", en="There is nothing that I can mend.")


def apply_fixes(  # noqa: PLR0913 - what, where and how
    paths: Sequence[str], workspace: Workspace, settings: CheckOptions, options: GlobalOptions, style: TerminalStyle, *, unsafe: bool
) -> None:
    """Mend the agreements, and say how much that was."""
    with lock_files(find_agreements(paths)) as lock:
        every = collect_fixes(paths, workspace, settings, unsafe=unsafe)
        write_changes(every, workspace, lock)
    if every:
        print_note(MENDED.localize(style.language, count=sum(change.number for change in every), files=len(every)), options)


def reject_idle_fix_options(*, fix: bool, unsafe: bool, diff: bool, stdin: bool, formats: bool) -> None:
    """Stop where options about mending could not act."""
    if unsafe and not (fix or diff):
        raise build_missing_option_error("--unsafe-fixes", join_alternatives(("--fix", "--diff")))
    if fix and diff:
        raise build_conflicting_options_error(
            "--fix", "--diff", Text(da="--diff viser, hvad --fix ville skrive", en="--diff shows what --fix would write")
        )
    if stdin:
        raise build_conflicting_options_error("--fix" if fix else "--diff", "-", Text(da="nævn filen i stedet", en="name the file instead"))
    if diff and formats:
        raise build_conflicting_options_error(
            "--diff", "--output-format, -o, --statistics", Text(da="kør dem hver for sig", en="run them one by one")
        )
