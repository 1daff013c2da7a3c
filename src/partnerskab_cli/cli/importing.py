"""`partnerskab import`: a municipality's list becomes draft agreements."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated

import typer

from ..agreement.nearest import guess
from ..checking.discreet import hushed
from ..errors import CommandError, Exit
from ..explaining.importing import Placed, import_page
from ..formats.pages.text import text as page_text
from ..reading.columns import Columns, columns_of, map_of, no_list, text_of
from ..reading.damage import undo_damage
from ..reading.record_folder import agreements_folder
from ..rules.privacy.cpr import numbers
from ..text import LANGUAGES, Language, Text, listed, strip_invisible
from ..writing.atomic import create
from ..writing.cells import part_sums
from ..writing.headings import LEAVE_OUT, folded, how_sure, matched, targets
from ..writing.importing import Draft, Settings, drafts
from .destination import parse_folder
from .forms import form_named
from .manner import Manner, keys_asked
from .options import argument, option
from .record import language_of, setting, shown_path
from .screen import look_of, remark, safely, say

NEXT = Text(da="partnerskab check{folder} viser, hvad udkastene mangler.", en="partnerskab check{folder} shows what the drafts lack.")
REPAIRED = Text(
    da="{file} var gemt med forkert tegnkodning eller med usynlige bogstaver. Det er rettet i udkastene.",
    en="{file} was saved in the wrong encoding or with invisible letters. The drafts are corrected.",
)
NOT_TEXT = Text(da="den er ikke tekst", en="it is not text")
NO_FIELD = Text(da="Ingen af overskrifterne i {file} ligner et felt.", en="None of the headings in {file} is like a field.")
FIRST_ROW = Text(
    da="tjek, at overskrifterne står i første række, eller sig med --map, hvad de betyder",
    en="check that the headings stand in the first row, or say with --map what they mean",
)
NOTHING_NEW = Text(
    da="Intet er skrevet; alle udkastene fandtes allerede. Vil I læse dem ind igen, så flyt dem først.",
    en="Nothing was written; all the drafts were there already. Move them first to read them in again.",
)
NO_COLUMN = Text(da="Listen har ingen kolonne »{word}«.", en="The list has no column “{word}”.")
COLUMNS = Text(da="kolonnerne er: {names}", en="the columns are: {names}")
NO_TARGET = Text(da="Intet felt, som en liste kan udfylde, hedder »{word}«.", en="No field that a list can fill is called “{word}”.")
FIELDS = Text(da="vælg et af felterne: {names}", en="choose one of the fields: {names}")
NOT_DONE = Text(
    da="Intet er skrevet; det gør kommandoen uden --dry-run.", en="Nothing is written; the command without --dry-run does that."
)


def importing(  # noqa: PLR0913, PLR0917 - one parameter an option
    context: typer.Context,
    file: Annotated[
        str, argument(metavar="FIL.csv", da="en liste med overskrifter i første række", en="a list with headings in its first row")
    ],
    chart: Annotated[
        str | None,
        option(
            "--map",
            metavar="FIL",
            da="YAML: overskrift og felt, fx Bevilget: tilskud.beløb",
            en="YAML: heading and field, such as Granted: grant.amount",
        ),
    ] = None,
    folder: Annotated[
        str | None,
        option(
            "-o", "--output", metavar="MAPPE", da="hvor udkastene lægges; ellers agreements/", en="where the drafts go; else agreements/"
        ),
    ] = None,
    form: Annotated[
        str | None, option("--form", metavar="FORM", da="aftaleformen for dem alle, fx tilskud", en="the form of them all, such as grant")
    ] = None,
    keys: Annotated[
        str | None, option("--keys", metavar="SPROG", da="nøglernes sprog: da eller en", en="the language of the keys: da or en")
    ] = None,
    *,
    dry_run: Annotated[bool, option("--dry-run", da="vis kun, hvad der ville blive skrevet", en="only show what would be written")] = False,
) -> int:
    """Make draft agreements of a list; nothing that exists is overwritten."""
    manner: Manner = context.obj
    usual = agreements_folder(Path())
    place = parse_folder(folder) if folder else usual
    profile = setting([]).profile
    language = language_of(manner, profile)
    text = table_of(file)
    meant = strip_invisible(undo_damage(text))
    chosen = map_of(text_of(chart), chart) if chart else {}
    known = targets()
    columns = columns_of(meant, file, language, lambda cell: how_sure(" ".join(cell.split()), chosen, known))
    check_map(chosen, columns)
    wanted = [one for one in columns.headings if chosen.get(one) != LEAVE_OUT]
    mapping = matched(wanted, chosen)
    if not any(mapping.values()):
        raise CommandError(NO_FIELD.filled(file=file), FIRST_ROW)
    settings = Settings(
        keys_asked(keys) or language, profile.municipality, None if form is None else form_named(form), Path(file).name, forbidden
    )
    kept, sums = part_sums(columns.rows)
    columns = columns._replace(titles=tuple((number, hushed(text)) for number, text in columns.titles))
    sums = [one._replace(text=hushed(one.text)) for one in sums]
    rows = [(number, {heading: row[heading] for heading in wanted if heading in row}) for number, row in kept]
    placed = [placed_in(place, draft) for draft in drafts(rows, mapping, settings)]
    if not dry_run:
        write(placed)
    if meant != text:
        remark(REPAIRED.said(language, file=safely(file)), manner)
    say(page_text(import_page(columns, sums, mapping, placed, settings.language), look_of(manner, language)))
    ending = NOT_DONE if dry_run else NOTHING_NEW if all(one.there for one in placed) else NEXT
    remark(safely(ending.said(language, folder="" if place == usual else f" {shown_path(place)}")), manner)
    return Exit.DONE


def table_of(name: str) -> str:
    """The text of a list.

    Raises:
        CommandError: it cannot be read, or is a workbook or something else that is no text.

    """
    text = text_of(name)
    if "\0" in text:
        raise no_list(name, NOT_TEXT)
    return text


def placed_in(folder: Path, draft: Draft) -> Placed:
    """Where a draft goes, and whether something stands there."""
    path = folder / f"{draft.id}.yaml"
    return Placed(draft, shown_path(path), path.exists() or path.is_symlink())


def write(placed: Iterable[Placed]) -> None:
    """Write the drafts, each where nothing stands."""
    for one in placed:
        if not one.there:
            create(Path(one.path), one.draft.text.encode(), make=True)


def forbidden(heading: str, cell: str) -> bool:
    """Whether a cell or its heading holds a CPR number."""
    return any(next(numbers(words, heading), None) for words in (cell, heading))


def check_map(chart: Mapping[str, str], columns: Columns) -> None:
    """Refuse a map that means nothing for a list.

    Raises:
        CommandError: it names a heading or a field that does not exist.

    """
    for heading, field in chart.items():
        if heading not in columns.headings:
            names = Text(*(listed(columns.headings, language) for language in LANGUAGES))
            raise unknown(NO_COLUMN.filled(word=heading), guess(heading, columns.headings), COLUMNS.filled(names=names))
        if field != LEAVE_OUT and folded(field) not in targets():
            raise unknown(NO_TARGET.filled(word=field), guess(field, target_names(LANGUAGES)), fields_near(field))


def target_names(languages: Iterable[Language]) -> list[str]:
    """The fields that a column can fill, as a map names them."""
    return sorted({target.said(language) for target in targets().values() for language in languages})


def fields_near(field: str) -> Text:
    """The fields that a column can fill: those of the section that was named, where there is one, else all of them."""
    section = folded(field.partition(".")[0])
    every = {language: target_names([language]) for language in LANGUAGES}
    near = {language: [name for name in names if folded(name.partition(".")[0]) == section] for language, names in every.items()}
    return FIELDS.filled(names=Text(*(listed(near[language] or every[language], language) for language in LANGUAGES)))


def unknown(says: Text, meant: Text | None, known: Text) -> CommandError:
    """A word of a map that means nothing here, with the nearest that does and all there are."""
    return CommandError(says, Text(*(f"{one} {every}" for one, every in zip(meant, known, strict=True))) if meant else known)
