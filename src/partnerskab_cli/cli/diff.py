"""`partnerskab diff`: what has changed in meaning."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from ..checking.discreet import discreet
from ..difference import Difference
from ..errors import CommandError, Exit
from ..formats.differences.table import DIFFERENCE_FORMATS
from ..history.git import Repository, find_merge_base, is_commit, merge_base, resolve, start_of_changes, top_of
from ..history.snapshots import Naming, Snapshot, of_commit, of_disk, of_index, versions, with_set_aside
from ..history.versions import difference, pairs
from ..reading.record_folder import agreements_folder, is_agreement
from ..text import Language, Text
from .manner import Manner, one_of
from .options import argument, option
from .record import Found, Setting, agreements, language_of, setting, shown_path
from .revisions import naming_of, own_files, repository_of, tidy
from .screen import hand, look_of, remark, say

HEAD = "HEAD"
DISK = Text(da="mappen", en="the folder")
DIVERGED = Text(
    da="{old} har ændringer, som {new} ikke har; de står her baglæns. Skriv {old}...{new} for kun at se det, {new} har ændret.",
    en="{old} has changes that {new} does not have; they are shown backwards here. Write {old}...{new} to see only what {new} changed.",
)
STAGED = Text(da="indekset", en="the index")


def diff(
    context: typer.Context,
    words: Annotated[
        list[str] | None,
        argument(
            metavar="[REV[...REV]] [STI…]",
            da="revisioner og filer eller mapper; to stier alene sammenlignes med hinanden. Med REV og med tre punktummer vises kun, hvad der "
            "er ændret, siden de to skiltes; med to punktummer alt, hvad der skiller dem",
            en="revisions and files or folders; two paths alone are compared with each other. REV and three dots show only what has changed "
            "since the two parted; two dots show all that differs",
        ),
    ] = None,
    form: Annotated[str, option("--format", metavar="FORMAT", da="text, md eller json", en="text, md or json")] = "text",
    *,
    staged: Annotated[bool, option("--staged", da="sammenlign med det, der er klar til commit", en="compare with what is staged")] = False,
    exit_code: Annotated[
        bool, option("--exit-code", da="slut med 1, når noget er ændret", en="end with 1 when something has changed")
    ] = False,
) -> int:
    """Say what has changed in meaning, and how much it means."""
    manner: Manner = context.obj
    name = one_of("--format", form, tuple(DIFFERENCE_FORMATS))
    asked = sorted_out(words or [], staged=staged)
    where = setting(asked.existing)
    look = look_of(manner, language_of(manner, where.profile))
    found = compared(asked, where, look.language, manner, staged=staged)
    (say if name == "text" else hand)(DIFFERENCE_FORMATS[name](found, look))
    return Exit.FOUND if (exit_code and found.changed) or any(one.broken_now for one in found.entries) else Exit.DONE


class Asked(NamedTuple):
    """What is to be compared: two revisions, one and the disk or the index, or two paths."""

    old: str
    new: str
    paths: tuple[str, ...]
    parted: bool = False
    """From where the two revisions parted: three dots."""

    @property
    def existing(self) -> list[str]:
        """The paths that are there."""
        return [path for path in self.paths if Path(path).exists()]

    @property
    def two_paths(self) -> bool:
        """Whether no revision is asked for at all."""
        return not self.old


def sorted_out(words: Sequence[str], *, staged: bool) -> Asked:
    """Tell revisions from paths: what is there on the disk is a path.

    Raises:
        CommandError: two paths and the index do not go together.

    """
    first, *rest = words or ("",)
    if not first or Path(first).exists():
        if len(words) == 2:  # noqa: PLR2004 - one beside the other
            if staged:
                raise CommandError(
                    Text(da="--staged hører til en revision, ikke til to stier.", en="--staged belongs to a revision, not to two paths.")
                )
            return Asked("", "", tuple(words))
        return Asked(HEAD, "", tuple(words))
    for dots in ("...", ".."):
        old, between, new = first.partition(dots)
        if between:
            return Asked(old or HEAD, new or HEAD, tuple(rest), parted=dots == "...")
    return Asked(first, "", tuple(rest))


def compared(asked: Asked, where: Setting, language: Language, manner: Manner, *, staged: bool) -> Difference:
    """The comparison in words.

    Raises:
        CommandError: a side is not there, or holds no agreements.

    """
    if asked.two_paths:
        return two_paths(asked.paths, where, language)
    if staged and asked.new:
        raise CommandError(Text(da="--staged sammenligner med én revision, ikke to.", en="--staged compares with one revision, not two."))
    repo = repository_of(asked.paths)
    asked = ranged(asked, repo)
    naming = naming_of(repo, asked.paths)
    old, new = start_of(asked, repo, language, manner), resolve(repo, asked.new) if asked.new else ""
    found = [] if asked.new or staged else own_files(files_asked_for(asked), repo, language, manner)
    later = of_index(repo, naming) if staged else newer(repo, asked, new or old, naming, found)
    states = (of_commit(repo, old, naming), later)
    names = (asked.old, asked.new or (STAGED if staged else DISK).said(language))
    return told(names, states, repo, where, language)


def ranged(asked: Asked, repo: Repository) -> Asked:
    """Two revisions one after the other, as git takes them, are a range."""
    second, *rest = asked.paths or ("",)
    is_range = second and not asked.new and asked.old != HEAD and not os.path.lexists(second) and is_commit(repo, second)
    return asked._replace(new=second, paths=tuple(rest)) if is_range else asked


def start_of(asked: Asked, repo: Repository, language: Language, manner: Manner) -> str:
    """The commit to compare with: where the two lines parted, unless two dots ask for the older side as it is now.

    Raises:
        CommandError: a revision is not there, or three dots stand between two without a common past.

    """
    old = resolve(repo, asked.old)
    if asked.old == HEAD and not asked.new:
        return old
    new = resolve(repo, asked.new or HEAD)
    if asked.parted:
        return merge_base(repo, old, new)
    if not asked.new:
        return start_of_changes(repo, old, new)
    if find_merge_base(repo, old, new) not in {None, old, new}:
        remark(DIVERGED.said(language, old=asked.old, new=asked.new), manner)
    return old


def newer(repo: Repository, asked: Asked, like: str, naming: Naming, found: Sequence[Found]) -> Snapshot:
    """The newer state: a commit, or the files that are there. `like`: its id, or any other of the repository."""
    if asked.new:
        return of_commit(repo, like, naming)
    paths = [one.path for one in found if not one.path.is_symlink() and is_agreement(one.path)]
    return with_set_aside(of_disk([(tidy(str(path)), path) for path in paths], top_of(repo.folder) or Path(), like), repo, naming)


def files_asked_for(asked: Asked) -> list[Found]:
    """The files on the disk that are to be compared."""
    folder = agreements_folder(Path())
    places = asked.existing or ([str(folder)] if not asked.paths and folder.exists() else [])
    return agreements(places) if places else []


def told(
    names: tuple[str, str], states: tuple[Snapshot, Snapshot], repo: Repository | None, where: Setting, language: Language
) -> Difference:
    """What differs between two states, in words and without anybody's CPR number.

    Raises:
        CommandError: neither holds an agreement.

    """
    if not any(state.ids for state in states):
        raise CommandError(
            Text(da="Der er ingen aftaler at sammenligne.", en="There are no agreements to compare."),
            Text(da="tjek stien, eller stå i mappen med jeres aftaler", en="check the path, or stand in the folder with your agreements"),
        )
    old, new = versions(states, repo, where.profile.vocabulary)
    return discreet(difference(*names, pairs(old, new), language), [*old, *new])


def two_paths(paths: tuple[str, ...], where: Setting, language: Language) -> Difference:
    """Two files, or two folders."""
    old, new = (Path(path) for path in paths)
    if old.is_dir() != new.is_dir():
        raise CommandError(
            Text(da="En fil og en mappe kan ikke sammenlignes.", en="A file and a folder cannot be compared."),
            Text(da="vælg to filer, to mapper, eller en revision og stier", en="choose two files, two folders, or a revision and paths"),
        )
    states = (of_disk(inside(old, new), where.root), of_disk(inside(new, new), where.root))
    return told((shown_path(old), shown_path(new)), states, None, where, language)


def inside(place: Path, new: Path) -> list[tuple[str, Path]]:
    """The agreements of a folder by their paths inside it; a single file under the name of the newer one."""
    found = agreements([str(place)])
    return [(shown_path(one.path.relative_to(place)) if place.is_dir() else shown_path(new), one.path) for one in found]
