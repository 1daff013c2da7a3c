"""The record as it was in an earlier revision, on the day of its last change."""

from datetime import date

from ..errors import CommandError
from ..history.git import read_blobs, resolve_revision
from ..history.log import read_log
from ..history.snapshots import read_versions_at, snapshot_commit
from ..portfolio.portfolio import Portfolio
from ..text.localized import Text
from .files import Workspace
from .git_paths import make_naming, open_repository
from .load_portfolio import build_portfolio_of_sheets


def load_portfolio_at(revision: str, workspace: Workspace, today: date) -> Portfolio:
    """The agreements of a revision as a portfolio.

    Raises:
        CommandError: there is no repository, no such revision, or no agreement in it.

    """
    repo = open_repository([])
    commit = resolve_revision(repo, revision)
    snapshot = snapshot_commit(repo, commit, make_naming(repo, []))
    if not snapshot.ids:
        raise CommandError(
            Text(da="Der er ingen aftaler i »{revision}«.", en="There are no agreements in “{revision}”.").format(revision=revision),
            Text(da="vælg en senere udgave, eller en dag", en="choose a later revision, or a day"),
        )
    stored = read_blobs(repo, sorted(set(snapshot.ids.values())))
    sheets = read_versions_at(snapshot, snapshot.ids, stored, workspace.profile.vocabulary)
    changed = [step.date for step in read_log(repo, commit)]
    return build_portfolio_of_sheets(sheets, workspace, min(today, date.fromisoformat(changed[-1])) if changed else today)
