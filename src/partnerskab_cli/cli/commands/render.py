"""`partnerskab render`: the agreement as a paper."""

import gc
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Annotated, NamedTuple
from urllib.parse import quote, unquote

import typer

from ...errors import CommandError, Exit
from ...history.git import find_repository, resolve_revision
from ...model.free_text import find_letters
from ...render.file_names import make_document_stem, make_file_name
from ...render.registry import BINARY, ENDINGS, make_document
from ...text.blocks import Document
from ...text.localized import Language, Text
from ...workspace.files import AgreementFile, Workspace, choose_language, find_agreements as in_folder, open_workspace
from ...workspace.global_options import GlobalOptions
from ...workspace.lookup import find_agreement_file, load_usable_agreement
from ...workspace.make_documents import (
    HELD_BACK,
    PUBLIC,
    VARIANTS,
    combine_documents,
    make_agreement_document,
    report_readability,
)
from ...workspace.search_numbers import refuse_numbers
from ...workspace.theme import load_templates, load_theme
from ..deliver import open_in_viewer, plan_output_paths, report_stale_files, write_documents
from ..destination import parse_destination
from ..options import OUTPUT, OnlyCheck, ProfileName, argument, option
from ..output_folder import FolderOutput, check_folder, fill_folder
from ..terminal import print_binary, print_document, print_note

TO = option("--to", metavar="FORMAT", choices=tuple(ENDINGS))
VARIANT = option(
    "--variant",
    metavar="VARIANT",
    en="aftale (agreement), udvalg (committee) or borger (citizens)",
    choices=tuple(VARIANTS),
)
SUBJECT = "render"
REVISION = 12
"""Letters of a commit's id that are enough to find it."""


def render(  # noqa: PLR0913, PLR0917 - one parameter an option
    context: typer.Context,
    words: Annotated[list[str], argument(metavar="AFTALE…", da="id, sti eller mappe", en="id, path or folder")],
    to: Annotated[str | None, TO] = None,
    variant: Annotated[str, VARIANT] = "aftale",
    output: Annotated[
        str | None,
        OUTPUT.replace_help(
            da="skriv filer i mappen, eller alt i én fil, hvis endelse bestemmer formatet",
            en="write files into the folder, or all in one file, whose ending decides the format",
        ),
    ] = None,
    profile: ProfileName = None,
    *,
    check: OnlyCheck = False,
    show: Annotated[bool, option("--open", da="vis filen bagefter", en="show the file afterwards")] = False,
    revision: Annotated[
        bool, option("--revision", da="skriv også, hvilken udgave i git det er", en="say also which revision in git it is")
    ] = False,
) -> int:
    """Show agreements as papers."""
    options: GlobalOptions = context.obj
    place = parse_destination(output, TO, to, ENDINGS, "md")
    VARIANT.parse(variant)
    workspace = open_workspace([word for word in words[:1] if Path(word).exists()], profile)
    language = choose_language(options, workspace.profile)
    files = [agreement for word in words for agreement in select_agreements(word, workspace)]
    reject_idle_render_options(len(files), output, check=check, show=show, whole=bool(place.file))
    refuse_numbers(files, workspace)
    of = find_revision(workspace) if revision else None
    documents = list(render_agreements(files, workspace, variant, of, options))
    if place.folder:
        return write_folder(
            Rendering(place.folder, place.format, variant, workspace, tuple(files)), documents, options, check=check, show=show
        )
    if not documents:
        raise CommandError(NOT_PUBLIC)
    document = combine_documents([paper for _, paper in documents], place.file.stem if place.file else "", variant, language)
    file = make_document(document, place.format, load_theme(workspace), load_templates(workspace.root))
    warn_of_missing_glyphs(file.missing, files, workspace, options)
    data = file.content
    if place.file is None:
        print_binary(data) if place.format in BINARY else print_document(data.decode())
        return Exit.DONE
    places = plan_output_paths(place.file.parent, [(place.file.name, data)])
    return report_stale_files(places, language) if check else deliver_files(places, place.format, options, language, show=show)


NOT_PUBLIC = Text(da="Ingen af aftalerne må vises for alle.", en="None of the agreements may be shown to everyone.")


class Rendering(NamedTuple):
    """What is rendered into a folder."""

    folder: Path
    format: str
    variant: str
    workspace: Workspace
    files: tuple[AgreementFile, ...]

    def format_subject(self, agreement: AgreementFile) -> str:
        """What a document is made of: the variant, and the way from the folder to the agreement."""
        return f"{SUBJECT} {self.variant} {quote(find_way(agreement.path, self.folder))}"

    def is_covered(self, subject: str) -> bool:
        """Whether this run says what becomes of the documents of an agreement in a variant; nobody else does where the agreement is gone."""
        return subject in {self.format_subject(file) for file in self.files} or (
            subject.startswith(f"{SUBJECT} ") and not (self.folder / unquote(subject.rsplit(" ", maxsplit=1)[-1])).exists()
        )

    def is_orphan(self, name: str) -> bool:
        """Whether a document that no list has is none that another run over the present agreements could have written."""
        folder = self.workspace.folder
        every = in_folder([str(folder)]) if folder.is_dir() else []
        present = {make_document_stem(file.path.stem, variant) for file in every for variant in VARIANTS}
        covered = {make_document_stem(file.path.stem, self.variant) for file in self.files}
        return Path(name).stem not in present - covered


def write_folder(
    rendering: Rendering, documents: list[tuple[AgreementFile, Document]], options: GlobalOptions, *, check: bool, show: bool
) -> int:
    """The documents as files of a folder."""
    workspace, form = rendering.workspace, rendering.format
    language = choose_language(options, workspace.profile)
    own, theme = load_templates(workspace.root), load_theme(workspace)
    gc.enable()  # a Word document's parts hold each other, megabytes of each document
    papers = [(agreement, make_file_name(paper, form), make_document(paper, form, theme, own)) for agreement, paper in documents]
    for agreement, _, file in papers:
        warn_of_missing_glyphs(file.missing, [agreement], workspace, options)
    places = plan_output_paths(rendering.folder, [(name, file.content) for _, name, file in papers])
    subjects = {make_file_name(paper, form): rendering.format_subject(agreement) for agreement, paper in documents}
    files = {path.name: data for path, data in places.items()}
    output = FolderOutput(rendering.folder, form, files, subjects, rendering.is_covered, rendering.is_orphan)
    code = check_folder(output, language) if check else fill_folder(output, options, language)
    if not files:
        raise CommandError(NOT_PUBLIC)
    if show:
        open_in_viewer(next(iter(places)))
    return code


def warn_of_missing_glyphs(letters: str, files: Sequence[AgreementFile], workspace: Workspace, options: GlobalOptions) -> None:
    """Name the letters that the typefaces of a PDF lack, and the fields they stand in."""
    if not letters:
        return
    language = choose_language(options, workspace.profile)
    for file in files:
        ways = dict.fromkeys(find_letters(load_usable_agreement(file, workspace), frozenset(letters), language))
        held = "".join(letter for letter in letters if any(letter in inside for _, inside in ways))
        if held or len(files) == 1:
            fields = tuple(dict.fromkeys(label for label, _ in ways)) or (DOCUMENT,)
            print_note(UNSHOWN.localize(language, path=file.shown, letters=tuple(held or letters), fields=fields), options)


UNSHOWN = Text(
    da="{path}: PDF'ens skrift har ikke {letters} (i {fields}), så deres numre står der i stedet. HTML og Word viser dem.",
    en="{path}: the PDF's typeface lacks {letters} (in {fields}), so it shows their numbers instead. HTML and Word show them.",
)
DOCUMENT = Text(da="dokumentet", en="the document")


def find_way(path: Path, folder: Path) -> str:
    """The way from a folder to a file; the whole path where there is none, as between two disks of Windows."""
    try:
        return Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:
        return path.absolute().as_posix()


def render_agreements(
    files: list[AgreementFile], workspace: Workspace, variant: str, revision: str | None, options: GlobalOptions
) -> Iterator[tuple[AgreementFile, Document]]:
    """The documents of the agreements that may be shown, with a word to their author on those for everyone."""
    language = choose_language(options, workspace.profile)
    for file in files:
        paper = make_agreement_document(file, workspace, variant, revision)
        if paper is None:
            print_note(HELD_BACK.localize(language, path=file.shown), options)
        else:
            if variant == PUBLIC:
                print_note(report_readability(paper, file, language), options)
            yield file, paper


def deliver_files(places: Mapping[Path, bytes], to: str, options: GlobalOptions, language: Language, *, show: bool) -> int:
    """Write the files, and show the one there is where that is wanted."""
    code = write_documents(places, to, options, language)
    if show:
        open_in_viewer(next(iter(places)))
    return code


def select_agreements(word: str, workspace: Workspace) -> list[AgreementFile]:
    """The agreements that a word names: those of a folder, else the one with that path or id.

    Raises:
        CommandError: there is none.

    """
    if not Path(word).is_dir():
        return [find_agreement_file(word, workspace)]
    if every := in_folder([word]):
        return every
    raise CommandError(Text(da="Der er ingen aftaler i »{name}«.", en="There are no agreements in “{name}”.").format(name=word))


def reject_idle_render_options(count: int, output: str | None, *, check: bool, show: bool, whole: bool) -> None:
    """Options that could not act are refused, and so are several documents with nowhere to go."""
    where = Text(da="skriv fx -o dokumenter", en="write for instance -o documents")
    if output is None and (check or show):
        raise CommandError(Text(da="--check og --open gælder filer.", en="--check and --open concern files."), where)
    if output is None and count > 1:
        raise CommandError(
            Text(da="{count} dokumenter skal have et sted at ligge.", en="{count} documents need somewhere to lie.").format(count=count),
            Text(
                da="skriv en mappe efter -o, eller en fil til dem alle: -o samlet.html",
                en="write a folder after -o, or a file for them all: -o all.html",
            ),
        )
    if show and (check or (count > 1 and not whole)):
        raise CommandError(Text(da="--open viser ét dokument, der lige er skrevet.", en="--open shows one document just written."))


def find_revision(workspace: Workspace) -> str:
    """The commit that the record stands at."""
    repo = find_repository(workspace.root, os.environ)
    return resolve_revision(repo, "HEAD")[:REVISION]
