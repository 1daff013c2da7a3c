"""What a check looks at: the named files, the profile, and the agreements together."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ..agreement.agreement import Agreement
from ..checking import Settings, check_bytes, checked_profile, joined
from ..checking.many import CROSSING, Outcome, Task, outcomes
from ..diagnostics import Report
from ..reading.sheet import read_file
from .record import Found, Setting, agreements, shown_path

if TYPE_CHECKING:
    from .since import Changed

STDIN = "-"


class Review(NamedTuple):
    """What a check is asked to look at, and how."""

    paths: list[str]
    stdin_filename: str | None = None
    since: str | None = None
    """Only what has changed since that revision."""
    jobs: int | None = None
    """Processes; else as many as there are processors, where there are many files."""


def reviewed(asked: Review, where: Setting, settings: Settings) -> Report:
    """The report of what the paths name, and of the profile where it has faults."""
    if asked.paths == [STDIN]:
        _, report = check_bytes(sys.stdin.buffer.read(), shown_path(Path(asked.stdin_filename or STDIN)), settings)
        return joined([report])
    own = [checked_profile(where.sheet)] if where.sheet else []
    found = agreements(asked.paths)
    after = changed_since(found, asked.since, where)
    tasks = [Task(one.path, one.shown, after.pasts.get(one.shown) if after else None) for one in found]
    looked = dated(tasks, list(outcomes(tasks, settings, where.root, jobs_for(found, asked.jobs))), where, settings)
    report = joined([*(report for report in own if report.diagnostics and looked), *(one.report for one in looked)])
    if is_record(asked.paths):
        report = together(report, looked, found, where, settings)
    return after.only(report) if after else report


def jobs_for(found: Sequence[Found], wanted: int | None) -> int:
    """How many processes look at the files."""
    return wanted or ((os.cpu_count() or 1) if len(found) >= CROSSING else 1)


def changed_since(found: list[Found], since: str | None, where: Setting) -> "Changed | None":
    """What has changed since a revision, where one is named."""
    if since is None:
        return None
    from .since import changed  # noqa: PLC0415 - only then is the past needed

    return changed(found, since, where)


def dated(tasks: Sequence[Task], looked: list[Outcome], where: Setting, settings: Settings) -> list[Outcome]:
    """The outcomes; those files are looked at again of which only git knows when they were last changed."""
    root = where.root.resolve()
    if not any(one.unsettled for one in looked) or not any((folder / ".git").exists() for folder in (root, *root.parents)):
        return looked
    from .touched import last_changed  # noqa: PLC0415 - only a record in a repository has a past

    days = last_changed([Found(task.path, task.shown) for task in tasks])
    again = {
        task.shown: next(outcomes([task], settings.on(days[task.shown]), where.root))
        for task, one in zip(tasks, looked, strict=True)
        if one.unsettled and task.shown in days
    }
    return [again.get(task.shown, one) for task, one in zip(tasks, looked, strict=True)]


def is_record(paths: list[str]) -> bool:
    """Whether a folder, or nothing, is named: then all agreements are looked at together too."""
    return not paths or any(Path(path).is_dir() for path in paths)


def together(report: Report, looked: list[Outcome], found: list[Found], where: Setting, settings: Settings) -> Report:
    """The report with what there is to say of the agreements together."""
    from ..checking.portfolio import checked_together  # noqa: PLC0415 - single files do without

    rows = [one.row for one in looked if one.row]
    paths = {one.shown: one.path for one in found}
    vocabulary = settings.profile.vocabulary
    return checked_together(
        report, rows, settings, where.sheet, lambda shown: read_file(paths[shown], shown, Agreement, where.root, vocabulary)
    )
