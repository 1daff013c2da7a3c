"""`partnerskab renew`: a draft that carries an agreement on."""

import re
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from ..agreement.agreement import Agreement
from ..agreement.choices import Status
from ..agreement.readers import LONGEST_SLUG, SLUG
from ..errors import CommandError, Exit
from ..text import Text, slug
from ..writing.atomic import create
from ..writing.edit import edited
from ..writing.layout import kept_tidy
from ..writing.scaffold import PLACEHOLDER
from ..writing.succession import Successor, next_name, next_start, renewed
from .changing import opened
from .manner import Manner
from .named import named
from .options import argument, option
from .privacy import refuse_new_numbers
from .record import Setting, agreements, day, language_of, setting, shown_path
from .screen import remark, safely

DONE = Text(
    da="Skrevet: {path}, et udkast, der afløser {old}. Den gamle aftale er, som den var.\nNæste skridt: udfyld det, der står {room} ved, "
    "og kør partnerskab check {path}.",
    en="Written: {path}, a draft that takes over from {old}. The old agreement is as it was.\nNext: fill in what says {room}, "
    "and run partnerskab check {path}.",
)
THEN = Text(da="Når den nye er underskrevet: partnerskab end {old}", en="When the new one is signed: partnerskab end {old}")
NOT_YET = Text(da="{old} gælder ikke endnu, så der er ikke noget at forny.", en="{old} does not hold yet, so there is nothing to renew.")
GO_ON = Text(da="skriv videre i den", en="go on writing in it")
TAKEN = Text(da="Der er allerede en aftale »{id}«.", en="There is already an agreement “{id}”.")
OTHER_ID = Text(da="vælg et andet navn efter --id", en="choose another name after --id")
NO_ID = Text(da="»{id}« kan ikke være et id.", en="“{id}” cannot be an id.")
LIKE_THIS = Text(da="skriv fx --id {id}", en="write for instance --id {id}")
BACKWARDS = Text(da="{end} ligger før {start}.", en="{end} is before {start}.")
LATER = Text(da="skriv en senere dag efter --end", en="write a later day after --end")


def renew(
    context: typer.Context,
    agreement: Annotated[str, argument(metavar="AFTALE", da="id eller sti", en="id or path")],
    name: Annotated[
        str | None, option("--id", metavar="ID", da="den nye aftales id; ellers med årstal", en="the new id; else with the year")
    ] = None,
    start: Annotated[
        str | None, option("--start", metavar="DATO", da="hvornår; ellers i forlængelse", en="when; else right after the old one")
    ] = None,
    end: Annotated[str | None, option("--end", metavar="DATO", da="hvornår den slutter", en="when it ends")] = None,
) -> int:
    """Write a draft that carries goals and learning on; the old agreement stays as it is."""
    manner: Manner = context.obj
    where = setting([agreement] if Path(agreement).exists() else [])
    found = named(agreement, where)
    before, sheet, record = opened(found, where)
    new = successor(record, found.path.stem, name, start, end)
    path = free_place(found.path, new.id, where)
    after = edited(before, kept_tidy(lambda text: renewed(text, sheet.language, new)))
    refuse_new_numbers(b"", after, "")
    create(path, after)
    values = {"path": shown_path(path), "old": found.path.stem, "room": PLACEHOLDER.said(sheet.language)}
    for words in (DONE, THEN) if record.status is not Status.ENDED else (DONE,):
        remark(safely(words.said(language_of(manner, where.profile), **values)), manner)
    return Exit.DONE


def successor(record: Agreement, old: str, name: str | None, start: str | None, end: str | None) -> Successor:
    """The new agreement as far as it is known.

    Raises:
        CommandError: the old one never held, the name cannot be an id, or the days run backwards.

    """
    if record.status in {Status.IDEA, Status.DRAFT}:
        raise CommandError(NOT_YET.filled(old=old), GO_ON)
    begins = day(start, "--start") if start else next_start(record.period, day(None))
    ends = day(end, "--end") if end else None
    if ends and ends < begins:
        raise CommandError(BACKWARDS.filled(start=begins, end=ends), LATER)
    return Successor(identity(name, old, begins), record.id or old, begins, ends)


def identity(name: str | None, old: str, begins: date) -> str:
    """The id of the new agreement: the one asked for, else that of the old one with the year.

    Raises:
        CommandError: it can be none.

    """
    wanted = name or next_name(old, begins)
    if re.fullmatch(SLUG, wanted) and len(wanted) <= LONGEST_SLUG:
        return wanted
    raise CommandError(NO_ID.filled(id=wanted), LIKE_THIS.filled(id=slug(wanted)[:LONGEST_SLUG].strip("-") or "kaffe-2027"))


def free_place(old: Path, name: str, where: Setting) -> Path:
    """The file of the new agreement, beside the old one.

    Raises:
        CommandError: the record has an agreement of that name.

    """
    every = agreements([str(old.parent)]) + (agreements([str(where.root)]) if where.root != old.parent else [])
    if any(one.path.stem == name for one in every):
        raise CommandError(TAKEN.filled(id=name), OTHER_ID)
    return old.with_name(f"{name}{old.suffix}")
