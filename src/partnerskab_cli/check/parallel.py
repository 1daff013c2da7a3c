"""Many files → outcomes, in their order, by as many processes as are wanted. A file is forgotten when it has been looked at."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from ..diagnostics import Report
from ..model.summary import AgreementSummary, summarize_agreement
from ..rules.dat_staleness import needs_commit_date
from ..source.agreements_folder import is_in_record
from .engine import check_file
from .hits import CheckOptions, is_text_search
from .report import join_reports

if TYPE_CHECKING:
    from ..model.history import AgreementHistory

T = TypeVar("T")
R = TypeVar("R")
CHUNK = 100
"""Files that a process takes at a time."""
CROSSING = 400
"""With fewer files than this, starting processes costs more than they save."""


class FileResult(NamedTuple):
    """What is kept of a file that was looked at."""

    report: Report
    row: AgreementSummary | None = None
    """What of the agreement matters beside the others."""
    unsettled: bool = False
    """Whether only git can tell how long it has lain still."""
    alone: bool = True
    """Whether it depends on no other file, such as an annex."""


Pasts = Mapping[str, "AgreementHistory"]
"""What git knows of files, where it was asked, by their paths."""
NO_PASTS: Pasts = {}


def check_path(shown: str, settings: CheckOptions, root: Path, pasts: Pasts = NO_PASTS) -> FileResult:
    """Look at the file of that path."""
    if is_text_search(settings.select) and not is_in_record(Path(shown), root):
        from .search_text import search_file  # noqa: PLC0415 - only other files than agreements are searched

        return FileResult(search_file(shown, shown, settings, root), alone=False)
    source, report = check_file(shown, shown, settings, root, pasts.get(shown))
    agreement, today, profile = source.record, settings.moment.today, settings.profile
    if agreement is None:
        return FileResult(report)
    thin = summarize_agreement(agreement, shown, today.year, profile.frame_18 or ())
    return FileResult(report, thin, needs_commit_date(agreement, profile, today), not agreement.annexes)


def check_paths(paths: Sequence[str], settings: CheckOptions, root: Path, jobs: int = 1, pasts: Pasts = NO_PASTS) -> Iterator[FileResult]:
    """Look at many files; the order is theirs, whatever the number of processes."""
    return map_parallel(partial(check_path, settings=settings, root=root, pasts=pasts), paths, jobs)


def map_parallel(work: Callable[[T], R], things: Sequence[T], jobs: int) -> Iterator[R]:
    """Do the same work for many things, by as many processes as are wanted; the order is theirs."""
    if jobs < 2:  # noqa: PLR2004 - one is this process itself
        yield from map(work, things)
        return
    from multiprocessing import get_context  # noqa: PLC0415 - only many files need it

    chunks = [things[start : start + CHUNK] for start in range(0, len(things), CHUNK)]
    with get_context().Pool(jobs) as pool:
        for part in pool.imap(partial(apply_to_chunk, work), chunks):
            yield from part


def merge_results(looked: Iterable[FileResult]) -> tuple[Report, list[AgreementSummary]]:
    """All outcomes as one: what was said, and the rows. Nothing else of a file is held on to."""
    rows: list[AgreementSummary] = []

    def iter_reports() -> Iterator[Report]:
        """The reports, while the rows are put aside."""
        for file_result in looked:
            rows.extend([file_result.row] if file_result.row else [])
            yield file_result.report

    return join_reports(iter_reports()), rows


def apply_to_chunk(work: Callable[[T], R], things: Sequence[T]) -> list[R]:
    """Do the work for the things of one chunk."""
    return [work(item) for item in things]
