"""`partnerskab renew`: a draft that carries an agreement on."""

import re
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from ...atomic import create_file
from ...create.renew import Successor, choose_next_start, make_next_id, render_renewal
from ...create.scaffold import PLACEHOLDER
from ...edit.fields import edit_bytes
from ...edit.format import keep_formatted
from ...errors import CommandError, Exit
from ...model.agreement import Agreement
from ...model.choices import Status
from ...model.parsers import LONGEST_SLUG, SLUG
from ...text.localized import Text, slugify
from ...workspace.files import Workspace, choose_language, find_agreements, format_path, open_workspace, parse_today
from ...workspace.global_options import GlobalOptions
from ...workspace.lookup import find_agreement_file
from ...workspace.search_numbers import refuse_new_numbers
from ..edit_files import open_for_change
from ..options import START, AgreementName, EndDate, option
from ..terminal import escape_lines, print_note

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
    agreement: AgreementName,
    name: Annotated[
        str | None, option("--id", metavar="ID", da="den nye aftales id; ellers med årstal", en="the new id; else with the year")
    ] = None,
    start: Annotated[str | None, START.replace_help(da="hvornår; ellers i forlængelse", en="when; else right after the old one")] = None,
    end: EndDate = None,
) -> int:
    """Write a draft that carries goals and learning on; the old agreement stays as it is."""
    options: GlobalOptions = context.obj
    workspace = open_workspace([agreement] if Path(agreement).exists() else [])
    file = find_agreement_file(agreement, workspace)
    before, source, record = open_for_change(file, workspace)
    new = plan_successor(record, file.path.stem, name, start, end)
    path = find_free_path(file.path, new.id, workspace)
    after = edit_bytes(before, keep_formatted(lambda text: render_renewal(text, source.language, new)))
    refuse_new_numbers(b"", after, "")
    create_file(path, after)
    values = {"path": format_path(path), "old": file.path.stem, "room": PLACEHOLDER.localize(source.language)}
    for words in (DONE, THEN) if record.status is not Status.ENDED else (DONE,):
        print_note(escape_lines(words.localize(choose_language(options, workspace.profile), **values)), options)
    return Exit.DONE


def plan_successor(record: Agreement, old: str, name: str | None, start: str | None, end: str | None) -> Successor:
    """The new agreement as far as it is known.

    Raises:
        CommandError: the old one never held, the name cannot be an id, or the days run backwards.

    """
    if record.status in {Status.IDEA, Status.DRAFT}:
        raise CommandError(NOT_YET.format(old=old), GO_ON)
    begins = parse_today(start, "--start") if start else choose_next_start(record.period, parse_today(None))
    ends = parse_today(end, "--end") if end else None
    if ends and ends < begins:
        raise CommandError(BACKWARDS.format(start=begins, end=ends), LATER)
    return Successor(choose_successor_id(name, old, begins), record.id or old, begins, ends)


def choose_successor_id(name: str | None, old: str, begins: date) -> str:
    """The id of the new agreement: the one asked for, else that of the old one with the year.

    Raises:
        CommandError: it can be none.

    """
    wanted = name or make_next_id(old, begins)
    if re.fullmatch(SLUG, wanted) and len(wanted) <= LONGEST_SLUG:
        return wanted
    raise CommandError(NO_ID.format(id=wanted), LIKE_THIS.format(id=slugify(wanted)[:LONGEST_SLUG].strip("-") or "kaffe-2027"))


def find_free_path(old: Path, name: str, workspace: Workspace) -> Path:
    """The file of the new agreement, beside the old one.

    Raises:
        CommandError: the record has an agreement of that name.

    """
    every = find_agreements([str(old.parent)]) + (find_agreements([str(workspace.root)]) if workspace.root != old.parent else [])
    if any(file.path.stem == name for file in every):
        raise CommandError(TAKEN.format(id=name), OTHER_ID)
    return old.with_name(f"{name}{old.suffix}")
