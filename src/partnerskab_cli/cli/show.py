"""`partnerskab show`: one agreement on a card, or as plain text."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from ..agreement.agreement import Agreement
from ..checking.file import script_of
from ..errors import Exit
from ..portfolio.plain import plain_lines
from ..reading.sheet import Sheet, read_file
from ..rules.privacy.cpr import masked, sightings
from ..text import Language, Text, shown
from .gathering import of_sheets
from .manner import Manner
from .named import named
from .options import argument, option
from .record import Found, day, language_of, setting, shown_path
from .screen import hand, look_of, remark, say

UNREADABLE = Text(da="{path}: {reason}", en="{path}: {reason}")
AS_WRITTEN = Text(da="Som det står i filen", en="As it stands in the file")


def show(
    context: typer.Context,
    agreement: Annotated[str, argument(metavar="AFTALE", da="id eller sti", en="id or path")],
    today: Annotated[str | None, option("--today", metavar="DATO", da="som om det er den dag", en="as if it were that day")] = None,
    *,
    plain: Annotated[
        bool, option("--plain", da="alle svar som fast tekst, også til git diff", en="all answers as steady text, for git diff too")
    ] = False,
) -> int:
    """Show one agreement."""
    manner: Manner = context.obj
    where = setting([agreement] if Path(agreement).is_file() else [])
    found = Found(shown_path(Path(agreement))) if Path(agreement).is_file() else named(agreement, where)
    sheet = read_file(found.path, found.shown, Agreement, where.root, where.profile.vocabulary)
    language = language_of(manner, where.profile)
    if plain and sheet.text:
        hand(plain_text(sheet, language))
        return Exit.DONE
    whole = of_sheets([sheet], where, day(today))
    if plain and whole.broken:
        hand(f"{shown(whole.broken[0].reason.said(language))}\n")
        return Exit.DONE
    if whole.broken:
        first = whole.broken[0]
        remark(UNREADABLE.said(language, path=shown(first.path), reason=shown(first.reason.said(language))), manner)
        return Exit.FOUND
    from ..portfolio.card import card  # noqa: PLC0415 - plain text does without
    from .tables import on_terminal  # noqa: PLC0415 - heavy

    say(on_terminal(card(whole.entries[0], whole), look_of(manner, language)))
    return Exit.DONE


LOST = ("STR01", "STR02", "STR03", "STR04", "STR08")
"""Faults after which something that was written is not among the answers."""
OWN = "x_"


def plain_text(sheet: Sheet[Agreement], language: Language) -> str:
    """Every answer of a file as text; of what could not be read the lines themselves, so that no change is hidden."""
    numbers = frozenset(one.number for one in sightings(script_of(sheet)))
    told = list(plain_lines(sheet.record, language)) if sheet.record else []
    raw = list(as_written(sheet))
    if raw:
        told += [f"{AS_WRITTEN.said(language)}:", *(f"  {line}" for line in raw)]
    return masked("".join(f"{shown(line)}\n" for text in told for line in text.split("\n")), numbers)


def as_written(sheet: Sheet[Agreement]) -> Iterator[str]:
    """The lines of what is not among the answers: the reader's own fields, and what could not be read; of a broken file all of it."""
    every = sheet.text.splitlines()
    if sheet.record is None:
        yield from every
        return
    first = {key.span.line for word, (key, _) in (sheet.root.entries if sheet.root else {}).items() if word.startswith(OWN)}
    first |= {fault.span.line for fault in sheet.faults if fault.code.startswith(LOST)}
    for number in sorted({line for start in first for line in stretch(every, start)}):
        yield every[number - 1].rstrip()


def stretch(lines: list[str], start: int) -> Iterator[int]:
    """The numbers of a line and of all that belongs to it: the lines that stand further in."""
    yield start
    depth = indentation(lines[start - 1])
    for number in range(start + 1, len(lines) + 1):
        if lines[number - 1].strip() and indentation(lines[number - 1]) <= depth:
            return
        yield number


def indentation(line: str) -> int:
    """How far in a line begins."""
    return len(line) - len(line.lstrip())
