"""When each deadline was last changed, as far as git knows: what a calendar needs to tell a newer entry from an older one."""

import os
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from ..agreement.agreement import Agreement
from ..agreement.duties import Duty
from ..agreement.record import Record
from ..errors import CommandError
from ..history.git import Repository, blobs, repository, resolve, top_of, tree
from ..history.line_times import Hunk, Patch, Stretch, last_change, moved_back, patches, touches, unsaved
from ..portfolio.due import Due, duties_of
from ..portfolio.portfolio import Portfolio
from ..reading.document import last_line
from ..reading.sheet import Sheet, read_file

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


def change_times(found: Iterable[Due], whole: Portfolio, horizon: date, root: Path) -> Mapping[DeadlineId, int]:
    """Seconds since 1970 at which what an agreement says of a deadline was last changed, for those git knows of.

    The time of a commit, not how many there are: it does not fall when the history is cut. What is not committed yet is a minute
    newer than the newest commit of its file.
    """
    paths = {one.entry.path for one in found}
    if not paths or top_of(Path()) is None:
        return {}
    try:
        repo = repository(Path(), os.environ)
        past = KnownPast(patches(repo), texts(repo, paths), whole, horizon, root)
    except CommandError:
        return {}
    return {one: time for path in sorted(past.committed) for one, time in times_in(path, past)}


def texts(repo: Repository, paths: set[str]) -> Mapping[str, str]:
    """What the newest commit says in files; those it does not have are left out."""
    ids = {path: blob for path, blob in tree(repo, resolve(repo, "HEAD")).items() if path in paths}
    stored = blobs(repo, ids.values())
    return {path: stored[blob].decode("utf-8", "replace") for path, blob in ids.items() if blob in stored}


def times_in(path: str, past: KnownPast) -> Iterator[tuple[DeadlineId, int]]:
    """When each deadline of a file was last changed."""
    sheet = read_file(path, path, Agreement, past.root, past.whole.profile.vocabulary)
    own = tuple(one for one in past.patches if path in {one.path, one.former})
    if sheet.record is None or not own:
        return
    fresh = unsaved(past.committed[path], sheet.text)
    for duty in duties_of(sheet.record, past.whole, past.horizon):
        times = [time_of(lines, path, past.patches, unsaved_by=fresh, newest=own[0].time) for lines in stretches(duty, sheet)]
        if times:
            yield (path, duty.key), max(times)


def time_of(lines: Stretch, path: str, known: tuple[Patch, ...], *, unsaved_by: tuple[Hunk, ...], newest: int) -> int:
    """When a stretch of a file was last changed."""
    if any(touches(hunk, lines) for hunk in unsaved_by):
        return newest + A_MINUTE
    return last_change(known, path, moved_back(lines, unsaved_by)) or newest


def stretches(duty: Duty, sheet: Sheet[Agreement]) -> Iterator[Stretch]:
    """The lines that decide a deadline: those that say so, and those of the period it is counted from or ends with."""
    agreement = sheet.record
    counted = (agreement.period, agreement.extension) if agreement else ()
    for record in {id(one): one for one in (duty.record, *counted) if one}.values():
        yield from lines_of(record, sheet)


def lines_of(record: Record, sheet: Sheet[Agreement]) -> Iterator[Stretch]:
    """The lines of a record."""
    if block := sheet.places.get(id(record)):
        yield Stretch(block.span.line, max(block.span.line, last_line(block)))
