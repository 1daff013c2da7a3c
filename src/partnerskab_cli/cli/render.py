"""`partnerskab render`: the agreement as a paper."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from ..agreement.agreement import Agreement
from ..documents.contract import contract
from ..documents.document import Document
from ..documents.files import file_name
from ..documents.lexicon import Lexicon, lexicon
from ..documents.look import Look, look
from ..documents.making import BINARY, FORMS, made
from ..errors import CommandError, Exit
from ..history.git import repository, resolve
from ..history.signature import fingerprint
from ..reading.document import Fault
from ..reading.source import content, decoded
from ..text import Text, slug
from .delivering import opened, settled, stale, written
from .manner import Manner, one_of
from .named import named, read_agreement
from .options import argument, option
from .record import Found, Setting, agreements as in_folder, setting
from .screen import say, send

VARIANTS: Mapping[str, Callable[[Agreement, Lexicon], Document]] = {"aftale": contract}
TEMPLATES = "templates"
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
    output: Annotated[str | None, option("-o", metavar="MAPPE", da="skriv filer i mappen", en="write files into the folder")] = None,
    profile: Annotated[
        str | None, option("--profile", metavar="PROFIL", da="danmark, tønder eller en fil", en="danmark, tønder or a file")
    ] = None,
    *,
    check: Annotated[
        bool, option("--check", da="sig kun, om filerne er, som de skal være", en="only say whether the files are as they should be")
    ] = False,
    show: Annotated[bool, option("--open", da="vis filen bagefter", en="show the file afterwards")] = False,
    revision: Annotated[bool, option("--revision", da="skriv udgaven i git med", en="name the git revision too")] = False,
) -> int:
    """Show agreements as papers."""
    manner: Manner = context.obj
    one_of("--to", to, FORMS)
    one_of("--variant", variant, tuple(VARIANTS))
    where = setting([word for word in words[:1] if Path(word).exists()], profile)
    found = [one for word in words for one in chosen(word, where)]
    refuse_idle(len(found), output, check=check, show=show)
    documents = [document(one, where, variant, of=revision_of(where) if revision else None) for one in found]
    own, appearance = templates(where.root), look_of(where)
    files = [(file_name(one, to), made(one, to, appearance, own)) for one in documents]
    if output is None:
        data = files[0][1]
        send(data) if to in BINARY else say(data.decode())
        return Exit.DONE
    places = settled(Path(output), files)
    if check:
        return stale(places, manner)
    code = written(places, to, manner)
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


def refuse_idle(count: int, output: str | None, *, check: bool, show: bool) -> None:
    """Options that could not act are refused, and so are several documents with nowhere to go."""
    where = Text(da="skriv fx -o dokumenter", en="write for instance -o documents")
    if output is None and (check or show):
        raise CommandError(Text(da="--check og --open gælder filer.", en="--check and --open concern files."), where)
    if output is None and count > 1:
        raise CommandError(
            Text(da="{count} dokumenter skal have en mappe at ligge i.", en="{count} documents need a folder to lie in.").filled(
                count=count
            ),
            where,
        )
    if show and (check or count > 1):
        raise CommandError(Text(da="--open viser ét dokument, der lige er skrevet.", en="--open shows one document just written."))


def document(one: Found, where: Setting, variant: str, of: str | None) -> Document:
    """An agreement as the document of a variant."""
    agreement = read_agreement(one, where).record
    assert agreement
    terms = lexicon(agreement, where.profile, titles(agreement, where))
    paper = VARIANTS[variant](agreement, terms)
    return paper._replace(name=paper.name or slug(one.path.stem), fingerprint=fingerprint(agreement), revision=of)


def titles(agreement: Agreement, where: Setting) -> Mapping[str, str]:
    """What the agreements that it points at are called, as far as they are in the record."""
    framework = (agreement.framework,) if agreement.framework else ()
    found: dict[str, str] = {}
    for name in (*agreement.related, *agreement.replaces, *framework):
        try:
            other = read_agreement(named(name, where), where).record
        except CommandError:
            continue
        if other and other.title:
            found[name] = f"{other.title} ({name})"
    return found


def revision_of(where: Setting) -> str:
    """The commit that the record stands at."""
    repo = repository(where.root, os.environ)
    return resolve(repo, "HEAD")[:REVISION]


def templates(root: Path) -> Mapping[str, str]:
    """The record's own templates, by name.

    Raises:
        CommandError: one of them cannot be read.

    """
    folder = root / TEMPLATES
    paths = sorted([*folder.glob("*.j2"), *folder.glob("*.css")]) if folder.is_dir() else []
    return {path.name: text_of(path, root) for path in paths}


def text_of(path: Path, root: Path) -> str:
    """The text of a file that the record adds to its documents."""
    text = decoded(bytes_of(path, root))
    if isinstance(text, Fault):
        refuse(path)
    return text


def bytes_of(path: Path, root: Path) -> bytes:
    """The bytes of a file inside the record, links out of it not followed."""
    inside = path.resolve().is_relative_to(root.resolve())
    data = content(path, root) if inside else None
    if data is None or isinstance(data, Fault):
        refuse(path)
    return data


def refuse(path: Path) -> NoReturn:
    """Say that a file is of no use."""
    raise CommandError(
        Text(da="{path} kan ikke læses.", en="{path} cannot be read.").filled(path=path.as_posix()),
        Text(
            da="det skal være en almindelig fil i mappen, skabeloner i UTF-8",
            en="it must be a plain file in the folder, templates in UTF-8",
        ),
    )


def look_of(where: Setting) -> Look:
    """How the municipality's documents look."""
    appearance = where.profile.appearance
    logo = where.root / appearance.logo if appearance and appearance.logo else None
    return look(where.profile, bytes_of(logo, where.root) if logo else None)
