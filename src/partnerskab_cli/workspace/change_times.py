"""When each deadline was last changed, as far as git knows: what a calendar needs to tell a newer entry from an older one."""

import os
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from ..errors import CommandError
from ..history.git import Repository, find_repository, find_worktree_root, map_commit_files, read_blobs, resolve_revision
from ..history.line_times import Hunk, LineRange, Patch, diff_unsaved, find_last_change, has_touched, list_patches, shift_back
from ..model.agreement import Agreement
from ..model.deadlines import Deadline
from ..model.record import Record
from ..portfolio.due import DueItem, list_deadlines
from ..portfolio.portfolio import Portfolio
from ..source.parser import find_last_line
from ..source.source_file import SourceFile, read_file

A_MINUTE = 60
DeadlineId = tuple[str, str]
"""The path of an agreement as it is shown, and the key of a duty."""


class KnownPast(NamedTuple):
    """What git knows of the files, and how deadlines are found in them."""

    patches: tuple[Patch, ...]
    committed: Mapping[str, str]
    """What the newest commit says in each file."""
    whole: Portfolio
    horizon: date
    root: Path


def change_times(due_items: Iterable[DueItem], portfolio: Portfolio, horizon: date, root: Path) -> Mapping[DeadlineId, int]:
    """Seconds since 1970 at which what an agreement says of a deadline was last changed, for those git knows of.

    The time of a commit, not how many there are: it does not fall when the history is cut. What is not committed yet is a minute
    newer than the newest commit of its file.
    """
    paths = {due_item.entry.path for due_item in due_items}
    if not paths or find_worktree_root(Path()) is None:
        return {}
    try:
        repo = find_repository(Path(), os.environ)
        past = KnownPast(list_patches(repo), read_texts(repo, paths), portfolio, horizon, root)
    except CommandError:
        return {}
    return {item: time for path in sorted(past.committed) for item, time in iter_change_times(path, past)}


def read_texts(repo: Repository, paths: set[str]) -> Mapping[str, str]:
    """What the newest commit says in files; those it does not have are left out."""
    ids = {path: blob for path, blob in map_commit_files(repo, resolve_revision(repo, "HEAD")).items() if path in paths}
    stored = read_blobs(repo, ids.values())
    return {path: stored[blob].decode("utf-8", "replace") for path, blob in ids.items() if blob in stored}


def iter_change_times(path: str, past: KnownPast) -> Iterator[tuple[DeadlineId, int]]:
    """When each deadline of a file was last changed."""
    source = read_file(path, path, Agreement, past.root, past.whole.profile.vocabulary)
    own = tuple(patch for patch in past.patches if path in {patch.path, patch.former})
    if source.record is None or not own:
        return
    fresh = diff_unsaved(past.committed[path], source.text)
    for duty in list_deadlines(source.record, past.whole, past.horizon):
        times = [
            find_change_time(lines, path, past.patches, unsaved_by=fresh, newest=own[0].time) for lines in iter_deadline_lines(duty, source)
        ]
        if times:
            yield (path, duty.key), max(times)


def find_change_time(lines: LineRange, path: str, known: tuple[Patch, ...], *, unsaved_by: tuple[Hunk, ...], newest: int) -> int:
    """When a stretch of a file was last changed."""
    if any(has_touched(hunk, lines) for hunk in unsaved_by):
        return newest + A_MINUTE
    return find_last_change(known, path, shift_back(lines, unsaved_by)) or newest


def iter_deadline_lines(duty: Deadline, source: SourceFile[Agreement]) -> Iterator[LineRange]:
    """The lines that decide a deadline: those that say so, and those of the period it is counted from or ends with."""
    agreement = source.record
    counted = (agreement.period, agreement.extension) if agreement else ()
    for record in {id(item): item for item in (duty.record, *counted) if item}.values():
        yield from iter_record_lines(record, source)


def iter_record_lines(record: Record, source: SourceFile[Agreement]) -> Iterator[LineRange]:
    """The lines of a record."""
    if block := source.places.get(id(record)):
        yield LineRange(block.span.line, max(block.span.line, find_last_line(block)))
