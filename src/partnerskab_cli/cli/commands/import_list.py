"""`partnerskab import`: a municipality's list becomes draft agreements."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated

import typer

from ...atomic import create_file
from ...create.cells import split_sums
from ...create.column_mapping import LEAVE_OUT, fold_heading, map_targets, match_headings, rate_heading
from ...create.import_list import DraftFile, ImportOptions, iter_drafts
from ...errors import CommandError, Exit
from ...help.imports import PlannedDraft, build_import_page
from ...privacy.cpr import iter_numbers
from ...privacy.redact import redact_text
from ...render.text import render as page_text
from ...source.agreements_folder import find_agreements_folder
from ...source.damage import undo_damage
from ...source.spreadsheets import Spreadsheet, build_no_list_error, decode_spreadsheet, parse_column_map, parse_spreadsheet
from ...text.localized import LANGUAGES, Language, Text, join_words, strip_invisible
from ...text.matching import suggest
from ...workspace.files import choose_language, format_path, open_workspace
from ...workspace.global_options import GlobalOptions, parse_keys_option
from ..destination import parse_folder
from ..formality import FORM, parse_form
from ..options import OUTPUT_FOLDER, DryRun, KeysLanguage, argument, option
from ..terminal import choose_terminal_style, escape_lines, print_note, print_text

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
        OUTPUT_FOLDER.replace_help(da="hvor udkastene lægges; ellers agreements/", en="where the drafts go; else agreements/"),
    ] = None,
    form: Annotated[
        str | None, FORM.replace_help(da="aftaleformen for dem alle, fx tilskud", en="the form of them all, such as grant")
    ] = None,
    keys: KeysLanguage = None,
    *,
    dry_run: DryRun = False,
) -> int:
    """Make draft agreements of a list; nothing that exists is overwritten."""
    options: GlobalOptions = context.obj
    usual = find_agreements_folder(Path())
    place = parse_folder(folder) if folder else usual
    profile = open_workspace([]).profile
    language = choose_language(options, profile)
    text = read_table(file)
    meant = strip_invisible(undo_damage(text))
    chosen = parse_column_map(decode_spreadsheet(chart), chart) if chart else {}
    known = map_targets()
    columns = parse_spreadsheet(meant, file, language, lambda cell: rate_heading(" ".join(cell.split()), chosen, known))
    refuse_map(chosen, columns)
    wanted = [heading for heading in columns.headings if chosen.get(heading) != LEAVE_OUT]
    mapping = match_headings(wanted, chosen)
    if not any(mapping.values()):
        raise CommandError(NO_FIELD.format(file=file), FIRST_ROW)
    settings = ImportOptions(
        parse_keys_option(keys) or language,
        profile.municipality,
        None if form is None else parse_form(form),
        Path(file).name,
        has_forbidden_number,
    )
    kept, sums = split_sums(columns.rows)
    columns = columns._replace(titles=tuple((number, redact_text(text)) for number, text in columns.titles))
    sums = [row._replace(text=redact_text(row.text)) for row in sums]
    rows = [(number, {heading: row[heading] for heading in wanted if heading in row}) for number, row in kept]
    placed = [plan_draft_path(place, draft) for draft in iter_drafts(rows, mapping, settings)]
    if not dry_run:
        write_drafts(placed)
    if meant != text:
        print_note(REPAIRED.localize(language, file=escape_lines(file)), options)
    print_text(page_text(build_import_page(columns, sums, mapping, placed, settings.language), choose_terminal_style(options, language)))
    ending = NOT_DONE if dry_run else NOTHING_NEW if all(draft.there for draft in placed) else NEXT
    print_note(escape_lines(ending.localize(language, folder="" if place == usual else f" {format_path(place)}")), options)
    return Exit.DONE


def read_table(name: str) -> str:
    """The text of a list.

    Raises:
        CommandError: it cannot be read, or is a workbook or something else that is no text.

    """
    text = decode_spreadsheet(name)
    if "\0" in text:
        raise build_no_list_error(name, NOT_TEXT)
    return text


def plan_draft_path(folder: Path, draft: DraftFile) -> PlannedDraft:
    """Where a draft goes, and whether something stands there."""
    path = folder / f"{draft.id}.yaml"
    return PlannedDraft(draft, format_path(path), path.exists() or path.is_symlink())


def write_drafts(placed: Iterable[PlannedDraft]) -> None:
    """Write the drafts, each where nothing stands."""
    for draft in placed:
        if not draft.there:
            create_file(Path(draft.path), draft.draft.text.encode(), make=True)


def has_forbidden_number(heading: str, cell: str) -> bool:
    """Whether a cell or its heading holds a CPR number."""
    return any(next(iter_numbers(words, heading), None) for words in (cell, heading))


def refuse_map(chart: Mapping[str, str], columns: Spreadsheet) -> None:
    """Refuse a map that means nothing for a list.

    Raises:
        CommandError: it names a heading or a field that does not exist.

    """
    for heading, field in chart.items():
        if heading not in columns.headings:
            names = Text(*(join_words(columns.headings, language) for language in LANGUAGES))
            raise build_unknown_word_error(NO_COLUMN.format(word=heading), suggest(heading, columns.headings), COLUMNS.format(names=names))
        if field != LEAVE_OUT and fold_heading(field) not in map_targets():
            raise build_unknown_word_error(
                NO_TARGET.format(word=field), suggest(field, list_target_names(LANGUAGES)), suggest_fields(field)
            )


def list_target_names(languages: Iterable[Language]) -> list[str]:
    """The fields that a column can fill, as a map names them."""
    return sorted({target.localize(language) for target in map_targets().values() for language in languages})


def suggest_fields(field: str) -> Text:
    """The fields that a column can fill: those of the section that was named, where there is one, else all of them."""
    section = fold_heading(field.partition(".")[0])
    every = {language: list_target_names([language]) for language in LANGUAGES}
    near = {language: [name for name in names if fold_heading(name.partition(".")[0]) == section] for language, names in every.items()}
    return FIELDS.format(names=Text(*(join_words(near[language] or every[language], language) for language in LANGUAGES)))


def build_unknown_word_error(says: Text, meant: Text | None, known: Text) -> CommandError:
    """A word of a map that means nothing here, with the nearest that does and all there are."""
    return CommandError(says, Text(*(f"{word} {every}" for word, every in zip(meant, known, strict=True))) if meant else known)
