"""The whole record as one value: every agreement read, every broken file with its reason, no CPR number in any of them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path, PurePosixPath
from typing import TypeVar

from ..check.engine import check_source, fingerprint_if_signed
from ..check.hits import CheckOptions
from ..check.parallel import map_parallel
from ..errors import CommandError
from ..history.git import read_blobs, resolve_revision
from ..history.log import read_log
from ..history.snapshots import read_versions_at, snapshot_commit
from ..model.agreement import Agreement
from ..model.record import Record, Scrap
from ..portfolio.filter import filter_agreements
from ..portfolio.portfolio import Portfolio, UnreadableFile, make_portfolio
from ..privacy.cpr import find_cpr_numbers, mask_numbers, redact_numbers
from ..privacy.tokens import make_text_source
from ..profile.profile import Profile
from ..rules.rule import CheckDates, FileContext
from ..source.source_file import SourceFile, read_file
from ..text.localized import Text
from .files import AgreementFile, Workspace, choose_language, find_agreements
from .git_paths import make_naming, open_repository
from .global_options import GlobalOptions
from .lookup import EMPTY, require_usable_agreement
from .machine import CODE, WORTH_KEEPING, count_processes, find_cache_folder

R = TypeVar("R", bound=Record)


def load_portfolio(workspace: Workspace, today: date, conditions: Sequence[str], options: GlobalOptions) -> Portfolio:
    """The agreements below `agreements/` that meet the conditions, and the files that could not be read.

    Raises:
        CommandError: there is no agreement at all, or a condition is none.

    """
    files = find_agreements([])
    if not files:
        raise EMPTY
    return filter_agreements(load_portfolio_of_files(files, workspace, today, options), conditions)


def load_portfolio_of_files(files: Sequence[AgreementFile], workspace: Workspace, today: date, options: GlobalOptions) -> Portfolio:
    """Files as a portfolio; of many files, only those are read that have changed since an earlier run."""
    paths = [file.shown for file in files]
    look = partial(load_agreement, root=workspace.root, profile=workspace.profile, today=today)

    def read_agreements(some: Sequence[str]) -> Iterator[Agreement | UnreadableFile]:
        """Read some of the files, by as many processes as they are worth."""
        every = map_parallel(look, some, count_processes(len(some)))
        return options.monitor.track_progress(every, len(some), choose_language(options, workspace.profile))

    return build_portfolio(dict(zip(paths, read_agreements_cached(paths, workspace, read_agreements), strict=True)), workspace, today)


def read_agreements_cached(
    paths: list[str], workspace: Workspace, read: Callable[[list[str]], Iterator[Agreement | UnreadableFile]]
) -> Iterator[Agreement | UnreadableFile]:
    """What the files hold; of many files, only those are read that have changed since an earlier run."""
    memory = find_cache_folder() if len(paths) >= WORTH_KEEPING else None
    if memory is None:
        return read(paths)
    from ..check.agreement_cache import open_agreement_cache  # noqa: PLC0415 - likewise
    from ..check.cache import load_or_compute, make_cache_path  # noqa: PLC0415 - a few files are as quick without

    return load_or_compute(
        open_agreement_cache(make_cache_path(memory, workspace.root, "read.pickle"), workspace.profile, CODE), paths, read
    )


def load_agreement(shown: str, root: Path, profile: Profile, today: date) -> Agreement | UnreadableFile:
    """What one file holds, or why it cannot be read; nothing else of it is held on to."""
    return resolve_agreement_or_broken(read_file(shown, shown, Agreement, root, profile.vocabulary), profile, today)


def build_portfolio_of_sheets(sheets: Iterable[SourceFile[Agreement]], workspace: Workspace, today: date) -> Portfolio:
    """What was read as a portfolio, each sheet under the name of its file."""
    return build_portfolio(
        {source.path: resolve_agreement_or_broken(source, workspace.profile, today) for source in sheets}, workspace, today
    )


def build_portfolio(files: Mapping[str, Agreement | UnreadableFile], workspace: Workspace, today: date) -> Portfolio:
    """Agreements and broken files by their paths as a portfolio."""
    read = [
        (PurePosixPath(redact_numbers(shown)).stem, redact_numbers(shown), agreement)
        for shown, agreement in files.items()
        if isinstance(agreement, Agreement)
    ]
    return make_portfolio(
        read,
        [agreement for agreement in files.values() if isinstance(agreement, UnreadableFile)],
        workspace.profile,
        today,
        fingerprint_if_signed,
    )


def resolve_agreement_or_broken(source: SourceFile[Agreement], profile: Profile, today: date) -> Agreement | UnreadableFile:
    """The agreement of a sheet, or why there is none."""
    if record := require_usable_agreement(source):
        return redact_agreement(source, record)
    name = PurePosixPath(source.path).stem
    first = check_source(source, FileContext(name), CheckOptions(profile, CheckDates(today))).diagnostics[0]
    return UnreadableFile(name, first.path, first.span.line, first.message)


def redact_agreement(source: SourceFile[Agreement], record: Agreement) -> Agreement:
    """An agreement in which the digits of any CPR number are covered; a signature of what it says stays one of that."""
    numbers = frozenset(number.number for number in find_cpr_numbers(make_text_source(source)))
    if not numbers:
        return record
    hidden, before = map_strings(record, lambda text: mask_numbers(text, numbers)), fingerprint_if_signed(record)
    after = fingerprint_if_signed(hidden)
    return map_strings(hidden, lambda text: after if after and text == before else text)


def map_strings(record: R, change: Callable[[str], str]) -> R:
    """A record with every text in it changed."""
    return type(record).of(
        {field.name: map_strings_in(getattr(record, field.name), change) for field in record.fields},
        map_strings_in_reasons(record, change),
        {name: tuple(map_strings_in(piece, change) for piece in pieces) for name, pieces in record.written.items()},
        {key: scrap._replace(text=change(scrap.text)) for key, scrap in record.others.items()},
    )


def map_strings_in(value: object, change: Callable[[str], str]) -> object:
    """A value with every text in it changed."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, Record):
        return map_strings(value, change)
    if isinstance(value, Scrap):
        return value._replace(text=change(value.text))
    if type(value) is tuple:
        return tuple(map_strings_in(item, change) for item in value)
    return {key: map_strings_in(item, change) for key, item in value.items()} if isinstance(value, dict) else value


def map_strings_in_reasons(record: Record, change: Callable[[str], str]) -> dict[str, str]:
    """The reasons why fields are not relevant, changed likewise."""
    return {name: change(reason) for name, reason in record.aside.items()}


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
