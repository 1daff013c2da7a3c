"""What git adds to a check since a revision: which files have changed, and what they have been."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from ..check import CheckOptions, join_reports
from ..check.earlier_findings import find_deleted, find_earlier
from ..diagnostics import Report
from ..history.git import find_start_of_changes, find_worktree_root, resolve_revision
from ..history.index import collect_pasts, index_history
from ..history.snapshots import add_skipped_files, find_differing_paths, read_changed_versions, snapshot_commit, snapshot_disk
from ..history.versions import Version, match_versions
from ..model.history import AgreementHistory
from .files import AgreementFile, Workspace, choose_language
from .git_paths import make_naming, open_repository, select_own_files
from .global_options import GlobalOptions
from .lookup import load_readable_agreements


class ChangedFiles(NamedTuple):
    """The files that have changed since a revision, and what each has been."""

    paths: frozenset[str]
    pasts: Mapping[str, AgreementHistory]
    before: Mapping[str, Version] = {}
    """The older version of each, where there was one."""
    gone: tuple[Version, ...] = ()
    """The agreements that were there and are no longer."""

    def filter_report(self, report: Report, settings: CheckOptions) -> Report:
        """What a report says of these files, and of those that are gone; what was there before the change is told apart."""
        diagnostics = tuple(diagnostic for diagnostic in report.diagnostics if diagnostic.path in self.paths)
        kept = report._replace(diagnostics=diagnostics, files=tuple(file for file in report.files if file.path in self.paths))
        return join_reports([find_deleted(self.gone, settings), kept])._replace(earlier=find_earlier(kept, self.before, settings))


def find_changed_files(
    files: Sequence[AgreementFile], revision: str, workspace: Workspace, roots: Sequence[str], options: GlobalOptions
) -> ChangedFiles:
    """The files that have changed since a revision, with their lives since then; `roots` are the files and folders that were asked for.

    Raises:
        CommandError: there is no such revision, or no repository.

    """
    repo = open_repository(roots)
    naming, start = make_naming(repo, roots), find_start_of_changes(repo, resolve_revision(repo, revision), resolve_revision(repo, "HEAD"))
    files = select_own_files(files, repo, choose_language(options, workspace.profile), options)
    disk = add_skipped_files(
        snapshot_disk(((file.shown, file.path) for file in files), find_worktree_root(repo.folder) or Path(), start), repo, naming
    )
    states = (snapshot_commit(repo, start, naming), disk)
    differ = find_differing_paths(*states) & {file.shown for file in files}
    matched = match_versions(*read_changed_versions(states, repo, workspace.profile.vocabulary))
    known = index_history(repo, resolve_revision(repo, "HEAD"), make_naming(repo, list_folders(files)), workspace.profile.vocabulary, start)
    present = load_readable_agreements([file for file in files if file.shown in differ], workspace)
    if any(agreement.replaces for agreement in present.values()):
        present = load_readable_agreements(files, workspace)
    others = frozenset(file.shown for file in files) - (differ - present.keys())
    return ChangedFiles(
        differ,
        collect_pasts(known, differ & present.keys(), present, others),
        {pair.new.path: pair.old for pair in matched if pair.new and pair.old},
        tuple(pair.old for pair in matched if pair.old and not pair.new),
    )


def list_folders(files: Sequence[AgreementFile]) -> list[str]:
    """The folders of the files, where those that are gone have lain too."""
    return sorted({str(file.path.parent) for file in files})
