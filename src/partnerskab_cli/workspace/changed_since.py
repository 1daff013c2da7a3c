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
        diagnostics = tuple(one for one in report.diagnostics if one.path in self.paths)
        kept = report._replace(diagnostics=diagnostics, files=tuple(one for one in report.files if one.path in self.paths))
        return join_reports([find_deleted(self.gone, settings), kept])._replace(earlier=find_earlier(kept, self.before, settings))


def find_changed_files(
    found: Sequence[AgreementFile], revision: str, where: Workspace, roots: Sequence[str], manner: GlobalOptions
) -> ChangedFiles:
    """The files that have changed since a revision, with their lives since then; `roots` are the files and folders that were asked for.

    Raises:
        CommandError: there is no such revision, or no repository.

    """
    repo = open_repository(roots)
    naming, start = make_naming(repo, roots), find_start_of_changes(repo, resolve_revision(repo, revision), resolve_revision(repo, "HEAD"))
    found = select_own_files(found, repo, choose_language(manner, where.profile), manner)
    disk = add_skipped_files(
        snapshot_disk(((one.shown, one.path) for one in found), find_worktree_root(repo.folder) or Path(), start), repo, naming
    )
    states = (snapshot_commit(repo, start, naming), disk)
    differ = find_differing_paths(*states) & {one.shown for one in found}
    matched = match_versions(*read_changed_versions(states, repo, where.profile.vocabulary))
    known = index_history(repo, resolve_revision(repo, "HEAD"), make_naming(repo, list_folders(found)), where.profile.vocabulary, start)
    present = load_readable_agreements([one for one in found if one.shown in differ], where)
    if any(one.replaces for one in present.values()):
        present = load_readable_agreements(found, where)
    others = frozenset(one.shown for one in found) - (differ - present.keys())
    return ChangedFiles(
        differ,
        collect_pasts(known, differ & present.keys(), present, others),
        {one.new.path: one.old for one in matched if one.new and one.old},
        tuple(one.old for one in matched if one.old and not one.new),
    )


def list_folders(found: Sequence[AgreementFile]) -> list[str]:
    """The folders of the files, where those that are gone have lain too."""
    return sorted({str(one.path.parent) for one in found})
