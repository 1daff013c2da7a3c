"""`partnerskab done`: note that something has happened, or list what can be noted."""

from datetime import date as Day  # noqa: N812 - an option is called date
from pathlib import Path
from typing import Annotated

import typer

from ...edit.fields import edit_bytes
from ...edit.format import keep_formatted
from ...edit.noting import compute_next_day, note_event
from ...errors import CommandError, Exit
from ...model.agreement import Agreement
from ...model.deadlines import DutyKind
from ...model.notable import Notable, find_notables, iter_notables
from ...portfolio.notable_list import build_notable_list
from ...text.localized import Text, fold, join_alternatives
from ...text.matching import suggest
from ...workspace.files import AgreementFile, choose_language, open_workspace, parse_today
from ...workspace.global_options import CHOOSE, GlobalOptions
from ...workspace.load_portfolio import build_portfolio_of_sheets, redact_agreement
from ...workspace.lookup import find_agreement_file
from ..edit_files import FileChange, lock_files, open_for_change, write_changes
from ..options import DATE, AgreementName, argument
from ..terminal import choose_terminal_style, escape_lines, print_note, print_text

NOTED = Text(da="{what}: noteret {day} i {path}.", en="{what}: noted on {day} in {path}.")
NEXT = Text(
    da="Næste gang: {day}. Er en anden dag aftalt, så ret »næste« i filen.",
    en="Next time: {day}. If you have agreed another day, change “next” in the file.",
)
NO_NEXT = Text(da="Aftal den næste dag, og skriv den under »næste«.", en="Agree the next day, and write it under “next”.")
TYPE_IT = Text(da="Notér med: partnerskab gjort {id} NØGLE --date DATO", en="Note it with: partnerskab done {id} KEY --date DATE")
NO_SUCH = Text(da="»{word}« kan ikke noteres i {id}.", en="“{word}” cannot be noted in {id}.")
SEVERAL = Text(da="»{word}« kan være flere ting.", en="“{word}” may be several things.")
NOTHING = Text(da="Aftalen har intet, der kan noteres", en="the agreement has nothing that can be noted")
ALREADY = Text(da="{what} er allerede noteret {day}.", en="{what} has already been noted on {day}.")
BY_HAND = Text(da="er dagen forkert, så ret den i {path}", en="if the day is wrong, change it in {path}")
NOT_YET = Text(da="{day} er ikke kommet endnu.", en="{day} has not come yet.")
A_PAST_DAY = Text(da="skriv den dag, det skete, efter --date", en="write the day it happened after --date")
OTHER_OCCASION = Text(da="»{word}« er ikke den, der står for.", en="“{word}” is not the one that is due.")
THIS_ONE = Text(da="den næste er {key}", en="the next one is {key}")


def done(
    context: typer.Context,
    agreement: AgreementName,
    key: Annotated[
        str | None, argument(metavar="[NØGLE]", da="hvad der er sket, som frister viser det", en="what has happened, as deadlines shows it")
    ] = None,
    date: Annotated[str | None, DATE.replace_help(da="hvornår det skete; ellers i dag", en="when it happened; else today")] = None,
) -> int:
    """Note that a meeting was held, a report or accounts came, or an evaluation was made."""
    options: GlobalOptions = context.obj
    workspace = open_workspace([agreement] if Path(agreement).exists() else [])
    language = choose_language(options, workspace.profile)
    file = find_agreement_file(agreement, workspace)
    if key is None:
        from ...render.text_tables import render_terminal_report  # noqa: PLC0415 - heavy

        portfolio = build_portfolio_of_sheets([open_for_change(file, workspace)[1]], workspace, parse_today(None))
        print_text(render_terminal_report(build_notable_list(portfolio.entries[0], portfolio), choose_terminal_style(options, language)))
        print_note(escape_lines(TYPE_IT.localize(language, id=file.path.stem)), options)
        return Exit.DONE
    with lock_files([file]) as lock:
        before, source, record = open_for_change(file, workspace)
        notable, when = choose_notable(key, redact_agreement(source, record), file), parse_day_of_event(date)
        refuse(notable, key, file)
        after = edit_bytes(before, keep_formatted(lambda text: note_event(text, record, notable, when, source.language)))
        write_changes([FileChange(file, before, after)], workspace, lock)
    for words in describe_outcome(record, notable, when, file) if after != before else (ALREADY.format(what=notable.label, day=when),):
        print_note(escape_lines(words.localize(language)), options)
    return Exit.DONE


def choose_notable(word: str, record: Agreement, file: AgreementFile) -> Notable:
    """What is to be noted.

    Raises:
        CommandError: nothing goes by that name, or several things do.

    """
    every = tuple(iter_notables(record))
    named_so = find_notables(word, every)
    if len(named_so) == 1:
        return named_so[0]
    keys = [notable.key for notable in named_so or every]
    says = SEVERAL if named_so else NO_SUCH
    cure = (suggest(word, keys) if not named_so else None) or (CHOOSE.format(choices=join_alternatives(keys)) if keys else NOTHING)
    raise CommandError(says.format(word=word, id=file.path.stem), cure)


def parse_day_of_event(text: str | None) -> Day:
    """The day on which it happened.

    Raises:
        CommandError: it has not come yet.

    """
    today, when = parse_today(None), parse_today(text, "--date")
    if when > today:
        raise CommandError(NOT_YET.format(day=when), A_PAST_DAY)
    return when


def refuse(notable: Notable, word: str, file: AgreementFile) -> None:
    """Stop where it has been noted, or another occasion of it is due.

    Raises:
        CommandError: one or the other.

    """
    if notable.settled:
        raise CommandError(ALREADY.format(what=notable.label, day=notable.noted), BY_HAND.format(path=file.shown))
    if notable.occasion != notable.key and fold(word).startswith(f"{fold(notable.key)}.") and fold(word) != fold(notable.occasion):
        raise CommandError(OTHER_OCCASION.format(word=word), THIS_ONE.format(key=notable.occasion))


def describe_outcome(record: Agreement, notable: Notable, when: Day, file: AgreementFile) -> tuple[Text, ...]:
    """What was written, and when the next time is."""
    noted = NOTED.format(what=notable.label, day=when, path=file.shown)
    if notable.day is None or notable.kind not in {DutyKind.MEETING, DutyKind.EVALUATION}:
        return (noted,)
    following = compute_next_day(record, notable, when)
    return noted, NEXT.format(day=following) if following else NO_NEXT
