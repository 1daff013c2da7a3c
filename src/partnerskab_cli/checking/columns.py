"""What is kept of many files ↔ columns: a line of JSON each, so that a whole record is read in a few steps."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from ..agreement.choices import Status
from ..agreement.row import Carrier, Row, once
from ..diagnostics import Diagnostic, Edit, Looked, Mark, Report, Severity, Span
from ..text import Text
from .many import Outcome
from .stamp import Stamp


class Kept(NamedTuple):
    """What is known of a file that holds an agreement."""

    stamp: Stamp
    row: Row
    outcome: Outcome


def written(files: Iterable[Kept]) -> Iterator[bytes]:
    """The columns of files: their paths, stamps and rows, what was said, and what else is known."""
    every = list(files)
    looked = [one.outcome.report.files[0] for one in every]
    said = {one.row.path: (one.outcome.report.diagnostics, file.lines) for one, file in zip(every, looked, strict=True) if file.lines}
    stamps = zip(*(one.stamp for one in every), strict=True)
    rows = zip(*(one.row for one in every), strict=True)
    marks = [bytes(file.checklist).hex() for file in looked]
    others = ([file.unshown for file in looked], [file.repeated for file in looked], [one.outcome.unsettled for one in every])
    for column in (said, marks, *others, *stamps, *rows):
        yield json.dumps(column, ensure_ascii=False, separators=(",", ":"), default=plainly).encode("utf-8", "surrogatepass")


def plainly(value: Status | date) -> str:
    """A value that JSON does not know."""
    return value.name if isinstance(value, Status) else value.isoformat()


def read(lines: Iterable[bytes]) -> Iterator[Kept]:
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
        yield Kept(stamp, row, Outcome(Report(tuple(map(diagnostic, diagnostics)), (file,)), row, dated))


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
