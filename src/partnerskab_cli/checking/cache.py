"""The outcomes of checks as earlier runs have found them: a line of JSON for each column, so that a whole record is read in a few steps."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import Any

from ..agreement.choices import Status
from ..agreement.row import Carrier, Row, once
from ..diagnostics import Diagnostic, Edit, Looked, Mark, Report, Severity, Span
from ..text import Text
from .many import Outcome
from .memory import Kept, Memory, key_of, seal, unsealed
from .spoken import Settings
from .stamp import Stamp

FORM = 2
"""The form of the file; another one is ignored."""


def outcome_memory(path: Path, settings: Settings, code: Path) -> Memory[Outcome]:
    """The outcomes of agreements that stand for themselves, in that file; they depend on the profile, the day and what was asked for."""
    key = key_of(code, FORM, settings)
    return Memory(partial(kept_in, path, key), partial(keep, path, key), lambda one: one.row is not None and one.alone)


def kept_in(path: Path, key: bytes) -> Mapping[str, Kept[Outcome]]:
    """What a cache file holds under that key; nothing where it makes no sense."""
    try:
        return dict(read(unsealed(path, key).split(b"\n")))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}


def keep(path: Path, key: bytes, files: Mapping[str, Kept[Outcome]]) -> None:
    """Write a cache file."""
    seal(path, key, b"\n".join(written(files)))


def written(files: Mapping[str, Kept[Outcome]]) -> Iterator[bytes]:
    """The columns of files that hold agreements: what was said, what else is known, their stamps and their rows."""
    every = [kept.made for kept in files.values()]
    looked = [one.report.files[0] for one in every]
    said = {file.path: (one.report.diagnostics, file.lines) for one, file in zip(every, looked, strict=True) if file.lines}
    stamps = zip(*(kept.stamp for kept in files.values()), strict=True)
    rows = zip(*(one.row for one in every if one.row), strict=True)
    marks = [bytes(file.checklist).hex() for file in looked]
    others = ([file.unshown for file in looked], [file.repeated for file in looked], [one.unsettled for one in every])
    for column in (said, marks, *others, *stamps, *rows):
        yield json.dumps(column, ensure_ascii=False, separators=(",", ":"), default=plainly).encode("utf-8", "surrogatepass")


def plainly(value: Status | date) -> str:
    """A value that JSON does not know."""
    return value.name if isinstance(value, Status) else value.isoformat()


def read(lines: Iterable[bytes]) -> Iterator[tuple[str, Kept[Outcome]]]:
    """The files whose columns these are.

    Raises:
        ValueError, KeyError, TypeError, AttributeError, RecursionError: they are not.

    """
    said, marks, unshown, repeated, unsettled, sizes, times, digests, *fields = map(json.loads, lines)
    rows = map(Row, *(map(READ[name], held) if name in READ else held for name, held in zip(Row._fields, fields, strict=True)))
    stamps = map(Stamp, sizes, times, digests)
    for row, stamp, mark, more, again, dated in zip(rows, stamps, map(checklist, marks), unshown, repeated, unsettled, strict=True):
        diagnostics, shown = said.get(row.path, NOTHING)
        file = Looked(row.path, tuple(shown), mark, more, row.id, repeated=again)
        yield row.path, Kept(stamp, Outcome(Report(tuple(map(diagnostic, diagnostics)), (file,)), row, dated))


NOTHING: tuple[tuple[()], tuple[()]] = ((), ())


@cache
def checklist(marks: str) -> tuple[Mark, ...]:
    """The marks of the thirteen points."""
    return tuple(map(Mark, bytes.fromhex(marks)))


@cache
def day(text: str | None) -> date | None:
    """A day, if any."""
    return date.fromisoformat(text) if text else None


READ: Mapping[str, Callable[[Any], object]] = {
    "status": Status.__getitem__,
    "carriers": lambda held: tuple([Carrier(*one) for one in held]),
    "places": lambda held: once(tuple(held)),
    "end": day,
    "section_18": lambda held: tuple(map(tuple, held)),
    **dict.fromkeys(("goals", "actions", "replaces", "related"), tuple),
}
"""How a field of a row is made of what JSON holds, where that is not the value itself."""


def diagnostic(held: list[Any]) -> Diagnostic:
    """A diagnostic."""
    path, span, code, severity, message, cure, why, source, route, item, subject, hint, edits = held
    return Diagnostic(
        path, Span(*span), code, Severity(severity), Text(*message), Text(*cure), Text(*why), Text(*source), tuple(route), item, subject,
        hint and Text(*hint), tuple(Edit(Span(*place), text) for place, text in edits),
    )  # fmt: skip
