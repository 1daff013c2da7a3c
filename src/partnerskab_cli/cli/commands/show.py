"""`partnerskab show`: one agreement on a card, or as plain text."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from ...errors import Exit
from ...model.agreement import Agreement
from ...portfolio.card import iter_plain_lines
from ...privacy.cpr import find_cpr_numbers, mask_numbers
from ...privacy.tokens import make_text_source
from ...source.source_file import SourceFile, read_file
from ...text.localized import Language, Text, escape_control_characters
from ...workspace.files import AgreementFile, choose_language, format_path, open_workspace, parse_today
from ...workspace.global_options import GlobalOptions
from ...workspace.load_portfolio import build_portfolio_of_sheets
from ...workspace.lookup import find_agreement_file
from ..options import AgreementName, Today, option
from ..terminal import choose_terminal_style, print_document, print_note, print_text

UNREADABLE = Text(da="{path}: {reason}", en="{path}: {reason}")
AS_WRITTEN = Text(da="Som det står i filen", en="As it stands in the file")


def show(
    context: typer.Context,
    agreement: AgreementName,
    today: Today = None,
    *,
    plain: Annotated[
        bool, option("--plain", da="alle svar som fast tekst, også til git diff", en="all answers as steady text, for git diff too")
    ] = False,
) -> int:
    """Show one agreement."""
    options: GlobalOptions = context.obj
    workspace = open_workspace([agreement] if Path(agreement).is_file() else [])
    file = AgreementFile(format_path(Path(agreement))) if Path(agreement).is_file() else find_agreement_file(agreement, workspace)
    source = read_file(file.path, file.shown, Agreement, workspace.root, workspace.profile.vocabulary)
    language = choose_language(options, workspace.profile)
    if plain and source.text:
        print_document(format_plain_text(source, language))
        return Exit.DONE
    portfolio = build_portfolio_of_sheets([source], workspace, parse_today(today))
    if plain and portfolio.broken:
        print_document(f"{escape_control_characters(portfolio.broken[0].reason.localize(language))}\n")
        return Exit.DONE
    if portfolio.broken:
        first = portfolio.broken[0]
        print_note(
            UNREADABLE.localize(
                language, path=escape_control_characters(first.path), reason=escape_control_characters(first.reason.localize(language))
            ),
            options,
        )
        return Exit.FOUND
    from ...portfolio.card import build_card_report  # noqa: PLC0415 - plain text does without
    from ...render.text_tables import render_terminal_report  # noqa: PLC0415 - heavy

    print_text(render_terminal_report(build_card_report(portfolio.entries[0], portfolio), choose_terminal_style(options, language)))
    return Exit.DONE


LOST = ("STR01", "STR02", "STR03", "STR04", "STR08")
"""Faults after which something that was written is not among the answers."""
OWN = "x_"


def format_plain_text(source: SourceFile[Agreement], language: Language) -> str:
    """Every answer of a file as text; of what could not be read the lines themselves, so that no change is hidden."""
    numbers = frozenset(number.number for number in find_cpr_numbers(make_text_source(source)))
    words = list(iter_plain_lines(source.record, language)) if source.record else []
    raw = list(iter_unread_lines(source))
    if raw:
        words += [f"{AS_WRITTEN.localize(language)}:", *(f"  {line}" for line in raw)]
    return mask_numbers("".join(f"{escape_control_characters(line)}\n" for text in words for line in text.split("\n")), numbers)


def iter_unread_lines(source: SourceFile[Agreement]) -> Iterator[str]:
    """The lines of what is not among the answers: the reader's own fields, and what could not be read; of a broken file all of it."""
    every = source.text.splitlines()
    if source.record is None:
        yield from every
        return
    first = {key.span.line for word, (key, _) in (source.root.entries if source.root else {}).items() if word.startswith(OWN)}
    first |= {fault.span.line for fault in source.faults if fault.code.startswith(LOST)}
    for number in sorted({line for start in first for line in iter_belonging_lines(every, start)}):
        yield every[number - 1].rstrip()


def iter_belonging_lines(lines: list[str], start: int) -> Iterator[int]:
    """The numbers of a line and of all that belongs to it: the lines that stand further in."""
    yield start
    depth = measure_indentation(lines[start - 1])
    for number in range(start + 1, len(lines) + 1):
        if lines[number - 1].strip() and measure_indentation(lines[number - 1]) <= depth:
            return
        yield number


def measure_indentation(line: str) -> int:
    """How far in a line begins."""
    return len(line) - len(line.lstrip())
