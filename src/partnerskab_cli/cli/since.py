"""What git adds to a check since a revision: which files have changed, and what they have been."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ..agreement.past import Past
from ..diagnostics import Report
from ..history.git import resolve, start_of_changes, top_of
from ..history.lives import collect_pasts, lives
from ..history.snapshots import differing, of_commit, of_disk
from .named import readable
from .record import Found, Setting
from .revisions import naming_of, repository_of


class Changed(NamedTuple):
    """The files that have changed since a revision, and what each has been."""

    paths: frozenset[str]
    pasts: Mapping[str, Past]

    def only(self, report: Report) -> Report:
        """What a report says of these files."""
        diagnostics = tuple(one for one in report.diagnostics if one.path in self.paths)
        return report._replace(diagnostics=diagnostics, files=tuple(one for one in report.files if one.path in self.paths))


def changed(found: Sequence[Found], revision: str, where: Setting) -> Changed:
    """The files that have changed since a revision, with their lives since then.

    Raises:
        CommandError: there is no such revision, or no repository.

    """
    paths = [str(one.path) for one in found]
    repo = repository_of(paths)
    naming, start = naming_of(repo, paths), start_of_changes(repo, resolve(repo, revision), resolve(repo, "HEAD"))
    disk = of_disk(((one.shown, one.path) for one in found), top_of(repo.folder), start)
    differ = differing(of_commit(repo, start, naming), disk) & {one.shown for one in found}
    known = lives(repo, resolve(repo, "HEAD"), naming_of(repo, folders(found)), where.profile.vocabulary, start)
    present = readable([one for one in found if one.shown in differ], where)
    if any(one.replaces for one in present.values()):
        present = readable(found, where)
    others = frozenset(one.shown for one in found) - (differ - present.keys())
    return Changed(differ, collect_pasts(known, differ & present.keys(), present, others))


def folders(found: Sequence[Found]) -> list[str]:
    """The folders of the files, where those that are gone have lain too."""
    return sorted({str(one.path.parent) for one in found})
