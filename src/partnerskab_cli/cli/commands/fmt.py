"""`partnerskab fmt`: agreements in canonical order and layout."""

from typing import Annotated

import typer

from ...edit.fields import edit_bytes
from ...edit.format import format_text
from ...errors import CommandError, Exit
from ...text.localized import Text, escape_control_characters
from ...workspace.files import AgreementFile, choose_language, find_agreements, open_workspace
from ...workspace.global_options import GlobalOptions, parse_keys_option
from ...workspace.lookup import EMPTY, build_unreadable_error
from ..edit_files import build_conflicting_options_error, collect_changes, format_diff, lock_files, write_changes
from ..options import CHECK, DIFF, KEYS, Paths
from ..terminal import choose_terminal_style, print_document, print_error, print_note, print_text

SKIPPED = Text(da="{path}: {says}", en="{path}: {says}")
DONE = Text(da="{count} {count:fil|filer} sat op.", en="{count} {count:file|files} laid out.")
TIDY = Text(da="Alt står allerede, som det skal.", en="Everything stands as it should already.")
DIFF_TOO = Text(da="--diff slutter også med 1, når noget ville blive ændret", en="--diff ends with 1 too when something would be changed")
WOULD = Text(da="{path} ville blive sat op", en="{path} would be laid out")


def fmt(
    context: typer.Context,
    paths: Paths = None,
    keys: Annotated[str | None, KEYS.replace_help(da="skriv alle feltnavne på {choices}", en="write all field names in {choices}")] = None,
    *,
    check: Annotated[
        bool, CHECK.replace_help(da="skriv intet; sig, hvad der ville blive ændret", en="write nothing; say what would change")
    ] = False,
    diff: Annotated[bool, DIFF] = False,
) -> int:
    """Lay agreements out; comments stay with what they speak of, and no answer changes."""
    options: GlobalOptions = context.obj
    if check and diff:
        raise build_conflicting_options_error("--check", "--diff", DIFF_TOO)
    language = parse_keys_option(keys)
    workspace = open_workspace(paths or [])
    style = choose_terminal_style(options, choose_language(options, workspace.profile))
    files = find_agreements(paths or [])
    if not files:
        raise EMPTY
    refused: list[CommandError] = []

    def format_file(data: bytes, file: AgreementFile) -> tuple[bytes, int]:
        """One file, laid out, or as it is where that cannot be."""
        try:
            return edit_bytes(data, lambda text: format_text(text, language)), 1
        except CommandError as error:
            refused.append(CommandError(SKIPPED.format(path=file.shown, says=error.says), error.cure))
            return data, 0

    with lock_files([] if check or diff else files) as lock:
        every = list(collect_changes(files, workspace, format_file, lambda file: refused.append(build_unreadable_error(file))))
        if not (check or diff):
            write_changes(every, workspace, lock)
    for error in refused:
        print_error(error, style.language)
    if diff:
        print_document(format_diff(every, style))
    elif check:
        print_text("".join(f"{escape_control_characters(WOULD.localize(style.language, path=change.file.shown))}\n" for change in every))
    if summary := summarize_changes(len(every), len(refused), wrote=not (check or diff)):
        print_note(summary.localize(style.language), options)
    return Exit.FOUND if refused or (every and (check or diff)) else Exit.DONE


def summarize_changes(changed: int, refused: int, *, wrote: bool) -> Text | None:
    """What there is to say of all files together."""
    if changed:
        return DONE.format(count=changed) if wrote else None
    return None if refused else TIDY
