"""`partnerskab diff`: what has changed in meaning."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from ...difference import Difference
from ...errors import CommandError, Exit
from ...formats.diff_registry import DIFFERENCE_FORMATS
from ...history.git import (
    Repository,
    find_merge_base,
    find_start_of_changes,
    find_worktree_root,
    is_commit,
    require_merge_base,
    resolve_revision,
)
from ...history.snapshots import (
    Naming,
    Snapshot,
    add_skipped_files,
    read_changed_versions,
    snapshot_commit,
    snapshot_disk,
    snapshot_index,
)
from ...history.versions import build_difference, match_versions
from ...privacy.redact import redact_difference
from ...source.agreements_folder import find_agreements_folder, is_agreement
from ...text.localized import Language, Text
from ...workspace.files import AgreementFile, Workspace, choose_language, find_agreements, format_path, open_workspace
from ...workspace.git_paths import make_naming, normalize_path, open_repository, select_own_files
from ...workspace.global_options import GlobalOptions
from ..options import argument, option
from ..terminal import choose_terminal_style, print_document, print_note, print_text

FORMAT = option("--format", metavar="FORMAT", choices=tuple(DIFFERENCE_FORMATS))
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
    form: Annotated[str, FORMAT] = "text",
    *,
    staged: Annotated[bool, option("--staged", da="sammenlign med det, der er klar til commit", en="compare with what is staged")] = False,
    exit_code: Annotated[
        bool, option("--exit-code", da="slut med 1, når noget er ændret", en="end with 1 when something has changed")
    ] = False,
) -> int:
    """Say what has changed in meaning, and how much it means."""
    options: GlobalOptions = context.obj
    name = FORMAT.parse(form)
    asked = sort_diff_arguments(words or [], staged=staged)
    workspace = open_workspace(asked.existing)
    style = choose_terminal_style(options, choose_language(options, workspace.profile))
    difference = compare_request(asked, workspace, style.language, options, staged=staged)
    (print_text if name == "text" else print_document)(DIFFERENCE_FORMATS[name](difference, style))
    return Exit.FOUND if (exit_code and difference.changed) or any(entry.broken_now for entry in difference.entries) else Exit.DONE


class DiffRequest(NamedTuple):
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


def sort_diff_arguments(words: Sequence[str], *, staged: bool) -> DiffRequest:
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
            return DiffRequest("", "", tuple(words))
        return DiffRequest(HEAD, "", tuple(words))
    for dots in ("...", ".."):
        old, between, new = first.partition(dots)
        if between:
            return DiffRequest(old or HEAD, new or HEAD, tuple(rest), parted=dots == "...")
    return DiffRequest(first, "", tuple(rest))


def compare_request(asked: DiffRequest, workspace: Workspace, language: Language, options: GlobalOptions, *, staged: bool) -> Difference:
    """The comparison in words.

    Raises:
        CommandError: a side is not there, or holds no agreements.

    """
    if asked.two_paths:
        return diff_paths(asked.paths, workspace, language)
    if staged and asked.new:
        raise CommandError(Text(da="--staged sammenligner med én revision, ikke to.", en="--staged compares with one revision, not two."))
    repo = open_repository(asked.paths)
    asked = parse_range(asked, repo)
    naming = make_naming(repo, asked.paths)
    old, new = find_start(asked, repo, language, options), resolve_revision(repo, asked.new) if asked.new else ""
    files = [] if asked.new or staged else select_own_files(list_requested_files(asked), repo, language, options)
    later = snapshot_index(repo, naming) if staged else load_newer_state(repo, asked, new or old, naming, files)
    states = (snapshot_commit(repo, old, naming), later)
    names = (asked.old, asked.new or (STAGED if staged else DISK).localize(language))
    return diff_states(names, states, repo, workspace, language)


def parse_range(asked: DiffRequest, repo: Repository) -> DiffRequest:
    """Two revisions one after the other, as git takes them, are a range."""
    second, *rest = asked.paths or ("",)
    is_range = second and not asked.new and asked.old != HEAD and not os.path.lexists(second) and is_commit(repo, second)
    return asked._replace(new=second, paths=tuple(rest)) if is_range else asked


def find_start(asked: DiffRequest, repo: Repository, language: Language, options: GlobalOptions) -> str:
    """The commit to compare with: where the two lines parted, unless two dots ask for the older side as it is now.

    Raises:
        CommandError: a revision is not there, or three dots stand between two without a common past.

    """
    old = resolve_revision(repo, asked.old)
    if asked.old == HEAD and not asked.new:
        return old
    new = resolve_revision(repo, asked.new or HEAD)
    if asked.parted:
        return require_merge_base(repo, old, new)
    if not asked.new:
        return find_start_of_changes(repo, old, new)
    if find_merge_base(repo, old, new) not in {None, old, new}:
        print_note(DIVERGED.localize(language, old=asked.old, new=asked.new), options)
    return old


def load_newer_state(repo: Repository, asked: DiffRequest, like: str, naming: Naming, files: Sequence[AgreementFile]) -> Snapshot:
    """The newer state: a commit, or the files that are there. `like`: its id, or any other of the repository."""
    if asked.new:
        return snapshot_commit(repo, like, naming)
    paths = [file.path for file in files if not file.path.is_symlink() and is_agreement(file.path)]
    return add_skipped_files(
        snapshot_disk([(normalize_path(str(path)), path) for path in paths], find_worktree_root(repo.folder) or Path(), like), repo, naming
    )


def list_requested_files(asked: DiffRequest) -> list[AgreementFile]:
    """The files on the disk that are to be compared."""
    folder = find_agreements_folder(Path())
    places = asked.existing or ([str(folder)] if not asked.paths and folder.exists() else [])
    return find_agreements(places) if places else []


def diff_states(
    names: tuple[str, str], states: tuple[Snapshot, Snapshot], repo: Repository | None, workspace: Workspace, language: Language
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
    old, new = read_changed_versions(states, repo, workspace.profile.vocabulary)
    return redact_difference(build_difference(*names, match_versions(old, new), language), [*old, *new])


def diff_paths(paths: tuple[str, ...], workspace: Workspace, language: Language) -> Difference:
    """Two files, or two folders."""
    old, new = (Path(path) for path in paths)
    if old.is_dir() != new.is_dir():
        raise CommandError(
            Text(da="En fil og en mappe kan ikke sammenlignes.", en="A file and a folder cannot be compared."),
            Text(da="vælg to filer, to mapper, eller en revision og stier", en="choose two files, two folders, or a revision and paths"),
        )
    states = (
        snapshot_disk(list_agreements_inside(old, new), workspace.root),
        snapshot_disk(list_agreements_inside(new, new), workspace.root),
    )
    return diff_states((format_path(old), format_path(new)), states, None, workspace, language)


def list_agreements_inside(place: Path, new: Path) -> list[tuple[str, Path]]:
    """The agreements of a folder by their paths inside it; a single file under the name of the newer one."""
    files = find_agreements([str(place)])
    return [(format_path(file.path.relative_to(place)) if place.is_dir() else format_path(new), file.path) for file in files]
