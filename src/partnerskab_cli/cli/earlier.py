"""The record as it was in an earlier revision, on the day of its last change."""

from datetime import date

from ..errors import CommandError
from ..history.git import blobs, resolve
from ..history.log import steps
from ..history.snapshots import of_commit, read
from ..portfolio.portfolio import Portfolio
from ..text import Text
from .gathering import of_sheets
from .record import Setting
from .revisions import naming_of, repository_of


def earlier_portfolio(revision: str, where: Setting, today: date) -> Portfolio:
    """The agreements of a revision as a portfolio.

    Raises:
        CommandError: there is no repository, no such revision, or no agreement in it.

    """
    repo = repository_of([])
    commit = resolve(repo, revision)
    snapshot = of_commit(repo, commit, naming_of(repo, []))
    if not snapshot.ids:
        raise CommandError(
            Text(da="Der er ingen aftaler i »{revision}«.", en="There are no agreements in “{revision}”.").filled(revision=revision),
            Text(da="vælg en senere udgave, eller en dag", en="choose a later revision, or a day"),
        )
    stored = blobs(repo, sorted(set(snapshot.ids.values())))
    sheets = read(snapshot, snapshot.ids, stored, where.profile.vocabulary)
    changed = [step.date for step in steps(repo, commit)]
    return of_sheets(sheets, where, min(today, date.fromisoformat(changed[-1])) if changed else today)
