"""What a check looks at: the named files, the profile, and the agreements together."""

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ..agreement.agreement import Agreement
from ..checking import Settings, check_bytes, joined
from ..checking.many import Outcome, Task, outcomes
from ..diagnostics import Report
from ..reading.sheet import read_file
from .machine import CODE, WORTH_KEEPING, cache_folder, processes
from .manner import Manner
from .progress import counted
from .record import Found, Setting, agreements, language_of, shown_path

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
    remember: bool = True
    """Whether what earlier runs found may be used, and what this one finds kept."""
    manner: Manner = Manner(quiet=True)
    """How a long run tells of itself."""


def reviewed(asked: Review, where: Setting, settings: Settings) -> Report:
    """The report of what the paths name, and of the profile where it has faults."""
    if asked.paths == [STDIN]:
        _, report = check_bytes(sys.stdin.buffer.read(), shown_path(Path(asked.stdin_filename or STDIN)), settings)
        return joined([report])
    own = of_profile(where)
    found = agreements(asked.paths)
    after = changed_since(found, asked.since, where)
    tasks = [Task(one.path, one.shown, after.pasts.get(one.shown) if after else None) for one in found]
    looked = dated(tasks, looked_at(tasks, asked, where, settings), where, settings)
    report = joined([*(report for report in own if report.diagnostics and looked), *(one.report for one in looked)])
    if is_record(asked.paths):
        report = together(report, looked, found, where, settings)
    return after.only(report) if after else report


def of_profile(where: Setting) -> list[Report]:
    """The report of the municipality's own profile, where there is one."""
    if where.sheet is None:
        return []
    from ..checking.profile import checked_profile  # noqa: PLC0415 - a file may stand in no record

    return [checked_profile(where.sheet)]


def looked_at(tasks: list[Task], asked: Review, where: Setting, settings: Settings) -> list[Outcome]:
    """The outcomes of the files; of many files, only those are looked at that have changed since an earlier run."""

    def look(some: list[Task]) -> Iterable[Outcome]:
        """Look at some of the files, by as many processes as are wanted."""
        every = outcomes(some, settings, where.root, processes(len(some), asked.jobs))
        return counted(every, len(some), asked.manner, language_of(asked.manner, where.profile))

    if not asked.remember or len(tasks) < WORTH_KEEPING:
        return list(look(tasks))
    from ..checking.cache import key_of, with_memory  # noqa: PLC0415 - a few files are as quick without
    from ..checking.stamp import file_in  # noqa: PLC0415 - likewise

    return with_memory(file_in(cache_folder(), where.root, "check.json"), key_of(settings, CODE), tasks, look)


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
