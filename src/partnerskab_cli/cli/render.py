"""`partnerskab render`: the agreement as a paper."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated

import typer

from ..documents.document import Document
from ..documents.files import file_name
from ..documents.making import BINARY, FORMS, made
from ..errors import CommandError, Exit
from ..history.git import repository, resolve
from ..text import Language, Text
from .delivering import opened, settled, stale, written
from .looks import look_of, templates
from .manner import Manner, one_of
from .named import named
from .options import argument, option
from .record import Found, Setting, agreements as in_folder, language_of, setting
from .screen import hand, remark, send
from .variants import HELD_BACK, PUBLIC, VARIANTS, document, in_one, told

REVISION = 12
"""Letters of a commit's id that are enough to find it."""


def render(  # noqa: PLR0913, PLR0917 - one parameter an option
    context: typer.Context,
    words: Annotated[list[str], argument(metavar="AFTALE…", da="id, sti eller mappe", en="id, path or folder")],
    to: Annotated[str, option("--to", metavar="FORMAT", da="md, html, pdf eller docx", en="md, html, pdf or docx")] = "md",
    variant: Annotated[
        str,
        option(
            "--variant",
            metavar="VARIANT",
            da="aftale, udvalg eller borger",
            en="aftale (agreement), udvalg (committee) or borger (citizens)",
        ),
    ] = "aftale",
    output: Annotated[
        str | None,
        option("-o", metavar="STED", da="skriv filer i mappen, eller alt i én fil", en="write files into the folder, or all in one file"),
    ] = None,
    profile: Annotated[
        str | None, option("--profile", metavar="PROFIL", da="danmark, tønder eller en fil", en="danmark, tønder or a file")
    ] = None,
    *,
    check: Annotated[
        bool, option("--check", da="sig kun, om filerne er, som de skal være", en="only say whether the files are as they should be")
    ] = False,
    show: Annotated[bool, option("--open", da="vis filen bagefter", en="show the file afterwards")] = False,
    revision: Annotated[
        bool, option("--revision", da="skriv også, hvilken udgave i git det er", en="say also which revision in git it is")
    ] = False,
) -> int:
    """Show agreements as papers."""
    manner: Manner = context.obj
    one_of("--to", to, FORMS)
    one_of("--variant", variant, tuple(VARIANTS))
    where = setting([word for word in words[:1] if Path(word).exists()], profile)
    language = language_of(manner, where.profile)
    found = [one for word in words for one in chosen(word, where)]
    whole = bool(output) and Path(output or "").suffix == f".{to}"
    refuse_idle(len(found), output, check=check, show=show, whole=whole)
    of = revision_of(where) if revision else None
    documents = list(drawn(found, where, variant, of, manner))
    if not documents:
        raise CommandError(NOT_PUBLIC)
    if whole:
        documents = [in_one(documents, Path(output or "").stem, variant, language)]
    own, appearance = templates(where.root), look_of(where)
    names = [Path(output or "").name if whole else file_name(one, to) for one in documents]
    files = [(name, made(one, to, appearance, own)) for name, one in zip(names, documents, strict=True)]
    if output is None:
        send(files[0][1]) if to in BINARY else hand(files[0][1].decode())
        return Exit.DONE
    places = settled(Path(output).parent if whole else Path(output), files)
    return stale(places, language) if check else delivered(places, to, manner, language, show=show)


NOT_PUBLIC = Text(da="Ingen af aftalerne må vises for alle.", en="None of the agreements may be shown to everyone.")


def drawn(found: list[Found], where: Setting, variant: str, revision: str | None, manner: Manner) -> Iterator[Document]:
    """The documents of the agreements that may be shown, with a word to their author on those for everyone."""
    language = language_of(manner, where.profile)
    for one in found:
        paper = document(one, where, variant, revision)
        if paper is None:
            remark(HELD_BACK.said(language, path=one.shown), manner)
        else:
            if variant == PUBLIC:
                remark(told(paper, one, language), manner)
            yield paper


def delivered(places: Mapping[Path, bytes], to: str, manner: Manner, language: Language, *, show: bool) -> int:
    """Write the files, and show the one there is where that is wanted."""
    code = written(places, to, manner, language)
    if show:
        opened(next(iter(places)))
    return code


def chosen(word: str, where: Setting) -> list[Found]:
    """The agreements that a word names: those of a folder, else the one with that path or id.

    Raises:
        CommandError: there is none.

    """
    if not Path(word).is_dir():
        return [named(word, where)]
    if every := in_folder([word]):
        return every
    raise CommandError(Text(da="Der er ingen aftaler i »{name}«.", en="There are no agreements in “{name}”.").filled(name=word))


def refuse_idle(count: int, output: str | None, *, check: bool, show: bool, whole: bool) -> None:
    """Options that could not act are refused, and so are several documents with nowhere to go."""
    where = Text(da="skriv fx -o dokumenter", en="write for instance -o documents")
    if output is None and (check or show):
        raise CommandError(Text(da="--check og --open gælder filer.", en="--check and --open concern files."), where)
    if output is None and count > 1:
        raise CommandError(
            Text(da="{count} dokumenter skal have et sted at ligge.", en="{count} documents need somewhere to lie.").filled(count=count),
            Text(
                da="skriv en mappe efter -o, eller en fil til dem alle: -o samlet.html",
                en="write a folder after -o, or a file for them all: -o all.html",
            ),
        )
    if show and (check or (count > 1 and not whole)):
        raise CommandError(Text(da="--open viser ét dokument, der lige er skrevet.", en="--open shows one document just written."))


def revision_of(where: Setting) -> str:
    """The commit that the record stands at."""
    repo = repository(where.root, os.environ)
    return resolve(repo, "HEAD")[:REVISION]
