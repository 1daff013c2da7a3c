"""What git adds to a check since a revision: which files have changed, and what they have been."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from ..agreement.past import Past
from ..checking import Settings, joined
from ..checking.changes import find_deleted, find_earlier
from ..diagnostics import Report
from ..history.git import resolve, start_of_changes, top_of
from ..history.lives import collect_pasts, lives
from ..history.snapshots import differing, of_commit, of_disk, versions, with_set_aside
from ..history.versions import Version, pairs
from .manner import Manner
from .named import readable
from .record import Found, Setting, language_of
from .revisions import naming_of, own_files, repository_of


class Changed(NamedTuple):
    """The files that have changed since a revision, and what each has been."""

    paths: frozenset[str]
    pasts: Mapping[str, Past]
    before: Mapping[str, Version] = {}
    """The older version of each, where there was one."""
    gone: tuple[Version, ...] = ()
    """The agreements that were there and are no longer."""

    def only(self, report: Report, settings: Settings) -> Report:
        """What a report says of these files, and of those that are gone; what was there before the change is told apart."""
        diagnostics = tuple(one for one in report.diagnostics if one.path in self.paths)
        kept = report._replace(diagnostics=diagnostics, files=tuple(one for one in report.files if one.path in self.paths))
        return joined([find_deleted(self.gone, settings), kept])._replace(earlier=find_earlier(kept, self.before, settings))


def changed(found: Sequence[Found], revision: str, where: Setting, roots: Sequence[str], manner: Manner) -> Changed:
    """The files that have changed since a revision, with their lives since then; `roots` are the files and folders that were asked for.

    Raises:
        CommandError: there is no such revision, or no repository.

    """
    repo = repository_of(roots)
    naming, start = naming_of(repo, roots), start_of_changes(repo, resolve(repo, revision), resolve(repo, "HEAD"))
    found = own_files(found, repo, language_of(manner, where.profile), manner)
    disk = with_set_aside(of_disk(((one.shown, one.path) for one in found), top_of(repo.folder) or Path(), start), repo, naming)
    states = (of_commit(repo, start, naming), disk)
    differ = differing(*states) & {one.shown for one in found}
    matched = pairs(*versions(states, repo, where.profile.vocabulary))
    known = lives(repo, resolve(repo, "HEAD"), naming_of(repo, folders(found)), where.profile.vocabulary, start)
    present = readable([one for one in found if one.shown in differ], where)
    if any(one.replaces for one in present.values()):
        present = readable(found, where)
    others = frozenset(one.shown for one in found) - (differ - present.keys())
    return Changed(
        differ,
        collect_pasts(known, differ & present.keys(), present, others),
        {one.new.path: one.old for one in matched if one.new and one.old},
        tuple(one.old for one in matched if one.old and not one.new),
    )


def folders(found: Sequence[Found]) -> list[str]:
    """The folders of the files, where those that are gone have lain too."""
    return sorted({str(one.path.parent) for one in found})
