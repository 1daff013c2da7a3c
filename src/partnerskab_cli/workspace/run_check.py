"""What a check looks at: the named files, the profile, and the agreements together."""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ..check import CheckOptions, check_bytes, join_reports
from ..check.hits import is_text_search
from ..check.parallel import NO_PASTS, FileResult, Pasts, check_path, check_paths, merge_results
from ..diagnostics import Report
from ..model.agreement import Agreement
from ..model.summary import AgreementSummary
from ..source.agreements_folder import find_agreements_folder, is_in_record
from ..source.source_file import read_outline
from .files import AgreementFile, Workspace, choose_language, find_agreements, format_path
from .global_options import GlobalOptions
from .machine import CODE, WORTH_KEEPING, count_processes, find_cache_folder
from .search_numbers import search_neighbours

if TYPE_CHECKING:
    from .changed_since import ChangedFiles

STDIN = "-"


class CheckRequest(NamedTuple):
    """What a check is asked to look at, and how."""

    paths: list[str]
    stdin_filename: str | None = None
    since: str | None = None
    """Only what has changed since that revision."""
    jobs: int | None = None
    """Processes; else as many as there are processors, where there are many files."""
    remember: bool = True
    """Whether what earlier runs found may be used, and what this one finds kept."""
    options: GlobalOptions = GlobalOptions(quiet=True)
    """How a long run tells of itself."""


def run_check(asked: CheckRequest, workspace: Workspace, settings: CheckOptions) -> Report:
    """The report of what the paths name, and of the profile where it has faults."""
    if asked.paths == [STDIN]:
        return join_reports([check_stdin(format_path(Path(asked.stdin_filename or STDIN)), workspace, settings)])
    own = check_own_profile(workspace, settings)
    gone = is_all_gone(asked)
    paths = [] if gone else [agreement.shown for agreement in find_agreements(asked.paths)]
    after = find_changed_since(paths, asked, workspace)
    if gone and not (after and after.gone):
        find_agreements(asked.paths)
    pasts = after.pasts if after else NO_PASTS

    def check_again(shown: str, changed: date) -> FileResult:
        """Look at a file of which it is known when it was last changed."""
        return check_path(shown, settings.set_change_date(changed), workspace.root, pasts)

    looked = check_files(paths, pasts, asked, workspace, settings)
    report, rows = merge_results(add_commit_dates(paths, looked, (workspace.root, settings.moment.today), check_again))
    report = join_reports([*(report for report in own if report.diagnostics and paths), report])
    if is_whole_workspace(asked.paths):
        report = check_together(report, rows, workspace, settings)
    report = after.filter_report(report, settings) if after else report
    return join_reports([report, *search_neighbours(asked.paths, workspace)]) if is_whole_workspace(asked.paths) and not gone else report


def is_all_gone(asked: CheckRequest) -> bool:
    """Whether the folder of the agreements is no longer there, so that only git may know of them."""
    return bool(asked.since and not asked.paths and not find_agreements_folder(Path()).exists())


def check_stdin(shown: str, workspace: Workspace, settings: CheckOptions) -> Report:
    """The report of what is read from standard input under a name."""
    data = sys.stdin.buffer.read()
    if is_text_search(settings.select) and not is_in_record(Path(shown), workspace.root):
        from ..check.search_text import search_bytes  # noqa: PLC0415 - only other files than agreements are searched

        return search_bytes(data, shown, settings)
    return check_bytes(data, shown, settings)[1]


def check_own_profile(workspace: Workspace, settings: CheckOptions) -> list[Report]:
    """The report of the municipality's own profile, where there is one."""
    if workspace.sheet is None:
        return []
    from ..check.profile import check_profile  # noqa: PLC0415 - a file may stand in no record

    return [check_profile(workspace.sheet, settings)]


def check_files(paths: list[str], pasts: Pasts, asked: CheckRequest, workspace: Workspace, settings: CheckOptions) -> Iterable[FileResult]:
    """The outcomes of the files; of many files, only those are looked at that have changed since an earlier run."""

    def check_some(some: list[str]) -> Iterable[FileResult]:
        """Look at some of the files, by as many processes as are wanted."""
        every = check_paths(some, settings, workspace.root, count_processes(len(some), asked.jobs), pasts)
        return asked.options.monitor.track_progress(every, len(some), choose_language(asked.options, workspace.profile))

    memory = find_cache_folder() if asked.remember and len(paths) >= WORTH_KEEPING else None
    if memory is None:
        return check_some(paths)
    from ..check.cache import load_or_compute, make_cache_path  # noqa: PLC0415 - likewise
    from ..check.result_cache import open_result_cache  # noqa: PLC0415 - a few files are as quick without

    kept = load_or_compute(
        open_result_cache(make_cache_path(memory, workspace.root, "check.json"), settings, CODE),
        [path for path in paths if path not in pasts],
        check_some,
    )
    if not pasts:
        return kept
    fresh = iter(check_some([path for path in paths if path in pasts]))
    return (next(fresh) if path in pasts else next(kept) for path in paths)


def find_changed_since(paths: list[str], asked: CheckRequest, workspace: Workspace) -> "ChangedFiles | None":
    """What has changed since a revision, where one is named."""
    if asked.since is None:
        return None
    from .changed_since import find_changed_files  # noqa: PLC0415 - only then is the past needed

    return find_changed_files([AgreementFile(shown) for shown in paths], asked.since, workspace, asked.paths, asked.options)


def add_commit_dates(
    paths: Sequence[str], looked: Iterable[FileResult], here: tuple[Path, date], again: Callable[[str, date], FileResult]
) -> Iterator[FileResult]:
    """The outcomes; those files are looked at again of which only git knows when they were last changed."""

    @cache
    def load_commit_dates() -> Mapping[str, date]:
        """When each file was last changed, as far as git knows; nothing outside a repository."""
        root, today = here
        whole = root.resolve()
        if not any((folder / ".git").exists() for folder in (whole, *whole.parents)):
            return {}
        from .touched import load_last_commit_dates  # noqa: PLC0415 - only a record in a repository has a past

        return load_last_commit_dates([AgreementFile(shown) for shown in paths], today)

    for shown, file_result in zip(paths, looked, strict=True):
        changed = load_commit_dates().get(shown) if file_result.unsettled else None
        yield again(shown, changed) if changed else file_result


def is_whole_workspace(paths: list[str]) -> bool:
    """Whether a folder, or nothing, is named: then all agreements are looked at together too."""
    return not paths or any(Path(path).is_dir() for path in paths)


def check_together(report: Report, rows: list[AgreementSummary], workspace: Workspace, settings: CheckOptions) -> Report:
    """The report with what there is to say of the agreements together."""
    from ..check.portfolio import check_portfolio  # noqa: PLC0415 - single files do without

    vocabulary = settings.profile.vocabulary
    wanted = frozenset(Agreement.names[name] for name in ("id", "title", "status", "formality", "waivers"))
    return check_portfolio(
        report, rows, settings, workspace.sheet, lambda shown: read_outline(shown, Agreement, workspace.root, vocabulary, wanted)
    )
