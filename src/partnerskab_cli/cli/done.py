"""`partnerskab done`: note that something has happened, or list what can be noted."""

from datetime import date as Day  # noqa: N812 - an option is called date
from pathlib import Path
from typing import Annotated

import typer

from ..agreement.agreement import Agreement
from ..agreement.duties import DutyKind
from ..agreement.nearest import guess
from ..agreement.notable import Notable, find_notables, notables
from ..errors import CommandError, Exit
from ..portfolio.notable_list import notable_list
from ..text import Text, alternatives, fold
from ..writing.edit import edited
from ..writing.layout import kept_tidy
from ..writing.noting import next_day, note
from .changing import Change, hold, opened, written
from .gathering import covered, of_sheets
from .manner import CHOOSE, Manner
from .named import named
from .options import argument, option
from .record import Found, day, language_of, setting
from .screen import look_of, remark, safely, say

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
    agreement: Annotated[str, argument(metavar="AFTALE", da="id eller sti", en="id or path")],
    key: Annotated[
        str | None, argument(metavar="[NØGLE]", da="hvad der er sket, som frister viser det", en="what has happened, as deadlines shows it")
    ] = None,
    date: Annotated[
        str | None, option("--date", metavar="DATO", da="hvornår det skete; ellers i dag", en="when it happened; else today")
    ] = None,
) -> int:
    """Note that a meeting was held, a report or accounts came, or an evaluation was made."""
    manner: Manner = context.obj
    where = setting([agreement] if Path(agreement).exists() else [])
    language = language_of(manner, where.profile)
    found = named(agreement, where)
    if key is None:
        from .tables import on_terminal  # noqa: PLC0415 - heavy

        whole = of_sheets([opened(found, where)[1]], where, day(None))
        say(on_terminal(notable_list(whole.entries[0], whole), look_of(manner, language)))
        remark(safely(TYPE_IT.said(language, id=found.path.stem)), manner)
        return Exit.DONE
    with hold([found]) as lock:
        before, sheet, record = opened(found, where)
        one, when = chosen(key, covered(sheet, record), found), happened(date)
        refuse(one, key, found)
        after = edited(before, kept_tidy(lambda text: note(text, record, one, when, sheet.language)))
        written([Change(found, before, after)], where, lock)
    for words in told(record, one, when, found) if after != before else (ALREADY.filled(what=one.label, day=when),):
        remark(safely(words.said(language)), manner)
    return Exit.DONE


def chosen(word: str, record: Agreement, found: Found) -> Notable:
    """What is to be noted.

    Raises:
        CommandError: nothing goes by that name, or several things do.

    """
    every = tuple(notables(record))
    named_so = find_notables(word, every)
    if len(named_so) == 1:
        return named_so[0]
    keys = [one.key for one in named_so or every]
    says = SEVERAL if named_so else NO_SUCH
    cure = (guess(word, keys) if not named_so else None) or (CHOOSE.filled(choices=alternatives(keys)) if keys else NOTHING)
    raise CommandError(says.filled(word=word, id=found.path.stem), cure)


def happened(text: str | None) -> Day:
    """The day on which it happened.

    Raises:
        CommandError: it has not come yet.

    """
    today, when = day(None), day(text, "--date")
    if when > today:
        raise CommandError(NOT_YET.filled(day=when), A_PAST_DAY)
    return when


def refuse(one: Notable, word: str, found: Found) -> None:
    """Stop where it has been noted, or another occasion of it is due.

    Raises:
        CommandError: one or the other.

    """
    if one.settled:
        raise CommandError(ALREADY.filled(what=one.label, day=one.noted), BY_HAND.filled(path=found.shown))
    if one.occasion != one.key and fold(word).startswith(f"{fold(one.key)}.") and fold(word) != fold(one.occasion):
        raise CommandError(OTHER_OCCASION.filled(word=word), THIS_ONE.filled(key=one.occasion))


def told(record: Agreement, one: Notable, when: Day, found: Found) -> tuple[Text, ...]:
    """What was written, and when the next time is."""
    noted = NOTED.filled(what=one.label, day=when, path=found.shown)
    if one.day is None or one.kind not in {DutyKind.MEETING, DutyKind.EVALUATION}:
        return (noted,)
    following = next_day(record, one, when)
    return noted, NEXT.filled(day=following) if following else NO_NEXT
