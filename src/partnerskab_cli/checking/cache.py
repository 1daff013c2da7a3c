"""What earlier runs found, kept in the user's cache folder: safe to delete, and never believed against the file itself."""

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from ..agreement.choices import Status
from ..agreement.row import Carrier, Row
from ..diagnostics import Diagnostic, Edit, Looked, Mark, Report, Severity, Span
from ..errors import CommandError
from ..text import Text
from ..version import __version__
from ..writing.atomic import write_atomically
from .many import Outcome, Task
from .spoken import Settings
from .stamp import Stamp, code_state, stamped, still

FORM = 1
"""The form of the file; another one is ignored."""


class Kept(NamedTuple):
    """What is known of a file from an earlier run."""

    stamp: Stamp
    outcome: list[Any]
    """As JSON holds it; read only when it is wanted."""


def key_of(settings: Settings, code: Path) -> str:
    """What an outcome depends on besides its file: the tool, its rules, the profile, the day and what was asked for."""
    return sha256(repr((FORM, __version__, code_state(code), settings)).encode()).hexdigest()


def kept_in(path: Path, key: str) -> dict[str, Kept]:
    """What a cache file holds under that key; nothing where it is missing, foreign or damaged."""
    try:
        held = json.loads(path.read_bytes())
        return {shown: Kept(Stamp(*stamp), outcome) for shown, (stamp, outcome) in held["files"].items()} if held["key"] == key else {}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}


def keep(path: Path, key: str, files: Mapping[str, Kept]) -> None:
    """Write a cache file; where it cannot be written, the next run is only slower."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_atomically(
            path, json.dumps({"key": key, "files": files}, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
        )
    except (OSError, CommandError):
        return


def recalled(task: Task, kept: Kept | None) -> Kept | None:
    """What is kept of a file that is still the same."""
    if kept is None or task.past is not None:
        return None
    stamp = still(task.path, kept.stamp)
    return stamp and kept._replace(stamp=stamp)


def packed(outcome: Outcome) -> list[Any]:
    """An outcome as JSON can hold it."""
    report, row, unsettled, _ = outcome
    (looked,) = report.files
    marks = "".join(str(int(mark)) for mark in looked.checklist)
    return [report.diagnostics, looked._replace(checklist=()), marks, row and packed_row(row), unsettled]


def packed_row(row: Row) -> list[Any]:
    """A row as JSON can hold it."""
    plain = row._replace(parties=frozenset(), end=None)
    return [*plain[:2], row.status.name, sorted(row.parties), *plain[4:9], row.end and row.end.isoformat(), *plain[10:]]


def unpacked(held: list[Any]) -> Outcome | None:
    """The outcome that JSON held, or nothing where it is not one."""
    try:
        diagnostics, looked, marks, row, unsettled = held
        path, lines, _, *rest = looked
        file = Looked(path, tuple(lines), checklist(marks), *rest)
        return Outcome(Report(tuple(map(diagnostic, diagnostics)), (file,)), row and unpacked_row(row), bool(unsettled))
    except (ValueError, KeyError, TypeError, IndexError):
        return None


@cache
def checklist(marks: str) -> tuple[Mark, ...]:
    """The marks of the thirteen points."""
    return tuple(Mark(int(mark)) for mark in marks)


def diagnostic(held: list[Any]) -> Diagnostic:
    """A diagnostic."""
    path, span, code, severity, message, cure, why, source, route, item, subject, hint, edits = held
    return Diagnostic(
        path, Span(*span), code, Severity(severity), Text(*message), Text(*cure), Text(*why), Text(*source), tuple(route), item, subject,
        hint and Text(*hint), tuple(Edit(Span(*place), text) for place, text in edits),
    )  # fmt: skip


def unpacked_row(held: list[Any]) -> Row:
    """A row."""
    path, name, status, parties, purpose, carriers, places, goals, actions, end, money, replaces, framework, related = held
    return Row(
        path, name, Status[status], frozenset(parties), purpose, tuple(Carrier(*one) for one in carriers), tuple(places), tuple(goals),
        tuple(actions), date.fromisoformat(end) if end else None, tuple((year, cents) for year, cents in money), tuple(replaces),
        framework, tuple(related),
    )  # fmt: skip


def with_memory(path: Path, key: str, tasks: Iterable[Task], look: Callable[[list[Task]], Iterable[Outcome]]) -> list[Outcome]:
    """The outcomes of files, looked at only where nothing is kept of them or they have changed since."""
    every = list(tasks)
    known = kept_in(path, key)
    held = {task.shown: kept for task in every if (kept := recalled(task, known.get(task.shown)))}
    found = {shown: outcome for shown, kept in held.items() if (outcome := unpacked(kept.outcome))}
    fresh = [task for task in every if task.shown not in found]
    stamps = [stamped(task.path) for task in fresh]
    for task, stamp, outcome in zip(fresh, stamps, look(fresh), strict=True):
        found[task.shown] = outcome
        if stamp and outcome.alone:
            held[task.shown] = Kept(stamp, packed(outcome))
    if fresh or held != known:
        keep(path, key, held)
    return [found[task.shown] for task in every]
