"""What a check looks at: the named files, the profile, and the agreements together."""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ..agreement.agreement import Agreement
from ..agreement.row import Row
from ..checking import Settings, check_bytes, joined
from ..checking.many import NO_PASTS, Outcome, Pasts, outcome, outcomes, summed
from ..checking.spoken import is_text_search
from ..diagnostics import Report
from ..reading.record_folder import agreements_folder, is_in_record
from ..reading.sheet import read_outline
from .machine import CODE, WORTH_KEEPING, cache_folder, processes
from .manner import Manner
from .privacy import search_neighbours
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
        return joined([of_stdin(shown_path(Path(asked.stdin_filename or STDIN)), where, settings)])
    own = of_profile(where, settings)
    gone = is_all_gone(asked)
    paths = [] if gone else [one.shown for one in agreements(asked.paths)]
    after = changed_since(paths, asked, where)
    if gone and not (after and after.gone):
        agreements(asked.paths)
    pasts = after.pasts if after else NO_PASTS

    def again(shown: str, changed: date) -> Outcome:
        """Look at a file of which it is known when it was last changed."""
        return outcome(shown, settings.on(changed), where.root, pasts)

    looked = looked_at(paths, pasts, asked, where, settings)
    report, rows = summed(dated(paths, looked, (where.root, settings.moment.today), again))
    report = joined([*(one for one in own if one.diagnostics and paths), report])
    if is_record(asked.paths):
        report = together(report, rows, where, settings)
    report = after.only(report, settings) if after else report
    return joined([report, *search_neighbours(asked.paths, where)]) if is_record(asked.paths) and not gone else report


def is_all_gone(asked: Review) -> bool:
    """Whether the folder of the agreements is no longer there, so that only git may know of them."""
    return bool(asked.since and not asked.paths and not agreements_folder(Path()).exists())


def of_stdin(shown: str, where: Setting, settings: Settings) -> Report:
    """The report of what is read from standard input under a name."""
    data = sys.stdin.buffer.read()
    if is_text_search(settings.select) and not is_in_record(Path(shown), where.root):
        from ..checking.searching import search_bytes  # noqa: PLC0415 - only other files than agreements are searched

        return search_bytes(data, shown, settings)
    return check_bytes(data, shown, settings)[1]


def of_profile(where: Setting, settings: Settings) -> list[Report]:
    """The report of the municipality's own profile, where there is one."""
    if where.sheet is None:
        return []
    from ..checking.profile import checked_profile  # noqa: PLC0415 - a file may stand in no record

    return [checked_profile(where.sheet, settings)]


def looked_at(paths: list[str], pasts: Pasts, asked: Review, where: Setting, settings: Settings) -> Iterable[Outcome]:
    """The outcomes of the files; of many files, only those are looked at that have changed since an earlier run."""

    def look(some: list[str]) -> Iterable[Outcome]:
        """Look at some of the files, by as many processes as are wanted."""
        every = outcomes(some, settings, where.root, processes(len(some), asked.jobs), pasts)
        return counted(every, len(some), asked.manner, language_of(asked.manner, where.profile))

    memory = cache_folder() if asked.remember and len(paths) >= WORTH_KEEPING else None
    if memory is None:
        return look(paths)
    from ..checking.cache import outcome_memory  # noqa: PLC0415 - a few files are as quick without
    from ..checking.memory import file_in, remembered  # noqa: PLC0415 - likewise

    kept = remembered(
        outcome_memory(file_in(memory, where.root, "check.json"), settings, CODE), [one for one in paths if one not in pasts], look
    )
    if not pasts:
        return kept
    fresh = iter(look([one for one in paths if one in pasts]))
    return (next(fresh) if one in pasts else next(kept) for one in paths)


def changed_since(paths: list[str], asked: Review, where: Setting) -> "Changed | None":
    """What has changed since a revision, where one is named."""
    if asked.since is None:
        return None
    from .since import changed  # noqa: PLC0415 - only then is the past needed

    return changed([Found(shown) for shown in paths], asked.since, where, asked.paths, asked.manner)


def dated(
    paths: Sequence[str], looked: Iterable[Outcome], here: tuple[Path, date], again: Callable[[str, date], Outcome]
) -> Iterator[Outcome]:
    """The outcomes; those files are looked at again of which only git knows when they were last changed."""

    @cache
    def days() -> Mapping[str, date]:
        """When each file was last changed, as far as git knows; nothing outside a repository."""
        root, today = here
        whole = root.resolve()
        if not any((folder / ".git").exists() for folder in (whole, *whole.parents)):
            return {}
        from .touched import last_changed  # noqa: PLC0415 - only a record in a repository has a past

        return last_changed([Found(shown) for shown in paths], today)

    for shown, one in zip(paths, looked, strict=True):
        changed = days().get(shown) if one.unsettled else None
        yield again(shown, changed) if changed else one


def is_record(paths: list[str]) -> bool:
    """Whether a folder, or nothing, is named: then all agreements are looked at together too."""
    return not paths or any(Path(path).is_dir() for path in paths)


def together(report: Report, rows: list[Row], where: Setting, settings: Settings) -> Report:
    """The report with what there is to say of the agreements together."""
    from ..checking.portfolio import checked_together  # noqa: PLC0415 - single files do without

    vocabulary = settings.profile.vocabulary
    wanted = frozenset(Agreement.names[name] for name in ("id", "title", "status", "formality", "waivers"))
    return checked_together(
        report, rows, settings, where.sheet, lambda shown: read_outline(shown, Agreement, where.root, vocabulary, wanted)
    )
