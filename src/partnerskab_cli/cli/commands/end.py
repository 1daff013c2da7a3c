"""`partnerskab end`: close an agreement, with the day and what was learnt."""

from collections.abc import Iterator
from datetime import date as Day  # noqa: N812 - an option is called date
from pathlib import Path
from typing import Annotated

import typer

from ...create.renew import render_end
from ...edit.fields import edit_bytes
from ...edit.format import keep_formatted
from ...errors import CommandError, Exit
from ...model.agreement import Agreement
from ...model.choices import Status
from ...text.localized import Text
from ...workspace.files import choose_language, open_workspace, parse_today
from ...workspace.global_options import GlobalOptions
from ...workspace.lookup import find_agreement_file
from ..edit_files import FileChange, lock_files, open_for_change, write_changes
from ..options import DATE, START, AgreementName, option
from ..terminal import escape_lines, print_note

DONE = Text(da="{id} er afsluttet {last}.", en="{id} ended on {last}.")
WIND_DOWN = Text(da="Om afviklingen har I aftalt: {words}", en="On winding down you have agreed: {words}")
LEARNT = Text(
    da='Hvad lærte I? partnerskab end {id} --learning "…" gemmer det til næste gang.',
    en='What did you learn? partnerskab end {id} --learning "…" keeps it for the next time.',
)
ALREADY = Text(da="{id} er allerede afsluttet {last}.", en="{id} has already ended on {last}.")
STILL = Text(
    da="--learning tilføjer, hvad I lærte, og --date retter dagen",
    en="--learning adds what you learnt, and --date corrects the day",
)
MOVED = Text(da="{id} er afsluttet {last}. Før stod der {before}.", en="{id} ended on {last}. Before, it said {before}.")
SAME = Text(da="Det står allerede i {id}. Der er ikke skrevet noget.", en="{id} says that already. Nothing was written.")
EARLY = Text(
    da="Aftalen begyndte {start}, så den kan ikke slutte {last}.", en="The agreement began on {start}, so it cannot end on {last}."
)
OTHER_DAY = Text(da="skriv en senere dag efter --date", en="write a later day after --date")
NO_START = Text(da="{id} siger ikke, hvornår I begyndte.", en="{id} does not say when you began.")
SAY_IT = Text(da="sig det, fx: partnerskab end {id} --start 2024-05-01", en="say so, such as: partnerskab end {id} --start 2024-05-01")
BEGAN = Text(da="Aftalen siger selv, at I begyndte {start}.", en="The agreement itself says that you began on {start}.")
NO_OPTION = Text(da="udelad --start, eller ret dagen i filen", en="leave out --start, or mend the day in the file")
NOTED = Text(da="Det, I lærte, er gemt i {id}.", en="What you learnt is kept in {id}.")


def end(
    context: typer.Context,
    agreement: AgreementName,
    date: Annotated[
        str | None, DATE.replace_help(da="hvornår; ellers slutdatoen eller i dag", en="when; else its last day, or today")
    ] = None,
    learning: Annotated[str | None, option("--learning", metavar="TEKST", da="hvad I lærte", en="what you learnt")] = None,
    start: Annotated[
        str | None, START.replace_help(da="hvornår I begyndte, når aftalen ikke siger det", en="when you began, where it does not say so")
    ] = None,
) -> int:
    """Close an agreement; the file stays, as part of what you know."""
    options: GlobalOptions = context.obj
    workspace = open_workspace([agreement] if Path(agreement).exists() else [])
    file = find_agreement_file(agreement, workspace)
    with lock_files([file]) as lock:
        before, source, record = open_for_change(file, workspace)
        last = choose_last_day(record, date)
        first = choose_first_day(record, file.path.stem, start, last)
        refuse_end(record, file.path.stem, first, last, again=not (learning or start or date))
        lesson, begun = append_learning(record, learning), None if record.period and record.period.start == first else first
        after = edit_bytes(before, keep_formatted(lambda text: render_end(text, source.language, last, lesson, begun)))
        write_changes([FileChange(file, before, after)] if after != before else [], workspace, lock)
    for words in describe_ending(record, file.path.stem, last, lesson) if after != before else (SAME.format(id=file.path.stem),):
        print_note(escape_lines(words.localize(choose_language(options, workspace.profile))), options)
    return Exit.DONE


def choose_first_day(record: Agreement, name: str, given: str | None, last: Day) -> Day:
    """When the agreement began: as it says itself, else as was said with the command; what never began has no more than its last day.

    Raises:
        CommandError: neither says so, or both.

    """
    planned = record.period.start if record.period else None
    if given and planned:
        raise CommandError(BEGAN.format(start=planned), NO_OPTION)
    if given:
        return parse_today(given, "--start")
    if record.status in {Status.IDEA, Status.DRAFT} and (planned is None or last < planned):
        return last
    if planned is None:
        raise CommandError(NO_START.format(id=name), SAY_IT.format(id=name))
    return planned


def choose_last_day(record: Agreement, given: str | None) -> Day:
    """The day named, else the last day of the agreement where that is past or it has ended, else today."""
    today = parse_today(None)
    planned = record.period.end if record.period else None
    settled = planned and (planned < today or record.status is Status.ENDED)
    return parse_today(given, "--date") if given else planned if planned and settled else today


def refuse_end(record: Agreement, name: str, first: Day, last: Day, *, again: bool) -> None:
    """Stop where there is nothing to end, or the day cannot be.

    Raises:
        CommandError: it has ended before, or would end before it began.

    """
    if record.status is Status.ENDED and again:
        raise CommandError(ALREADY.format(id=name, last=last), STILL)
    if last < first:
        raise CommandError(EARLY.format(start=first, last=last), OTHER_DAY)


def append_learning(record: Agreement, learning: str | None) -> str | None:
    """What was learnt, below what had been learnt before; nothing where nothing is added."""
    before = record.evaluation.learning if record.evaluation else None
    if before and learning:
        return None if learning in before else f"{before}\n{learning}"
    return learning


def describe_ending(record: Agreement, name: str, last: Day, lesson: str | None) -> Iterator[Text]:
    """What there is to say of an agreement that has been closed, or was already."""
    if record.status is Status.ENDED and record.period and record.period.end:
        if last != record.period.end:
            yield MOVED.format(id=name, last=last, before=record.period.end)
        if lesson:
            yield NOTED.format(id=name)
        return
    yield DONE.format(id=name, last=last)
    if record.termination and record.termination.wind_down:
        yield WIND_DOWN.format(words=" ".join(record.termination.wind_down.split()))
    if not lesson and not (record.evaluation and record.evaluation.learning):
        yield LEARNT.format(id=name)
