"""The outcomes of checks as earlier runs have found them: a line of JSON for each column, so that a whole record is read in a few steps."""

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from enum import Enum
from functools import cache, partial
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from ..diagnostics import CheckedFile, CompletionStatus, Diagnostic, Edit, Report, Severity, Span
from ..model.summary import AgreementSummary, intern_value
from ..text.localized import Text
from .cache import CacheEntry, FileCache, Sealed, compute_cache_key, read_sealed, write_checked
from .file_stamp import FileFingerprint
from .hits import CheckOptions
from .parallel import FileResult

FORM = 4
"""The form of the file; another one is ignored."""


def open_result_cache(path: Path, settings: CheckOptions, code: Path) -> FileCache[FileResult]:
    """The outcomes of agreements that stand for themselves, in that file; they depend on the profile, the day and what was asked for."""
    key = compute_cache_key(code, FORM, settings)
    return FileCache(
        partial(read_result_cache, path, key),
        partial(write_result_cache, path, key),
        lambda file_result: file_result.row is not None and file_result.alone,
    )


def read_result_cache(path: Path, key: bytes) -> Mapping[str, CacheEntry[FileResult]]:
    """What a cache file holds under that key; nothing where it makes no sense."""
    try:
        return dict(decode_columns(read_sealed(path, key)))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}


def write_result_cache(path: Path, key: bytes, files: Mapping[str, CacheEntry[FileResult]]) -> None:
    """Write a cache file."""
    write_checked(path, key, b"\n".join(encode_columns(files)))


def encode_columns(files: Mapping[str, CacheEntry[FileResult]]) -> Iterator[bytes]:
    """The columns of files that hold agreements: what was said, what else is known, their stamps and their rows."""
    every = [kept.result for kept in files.values()]
    looked = [file_result.report.files[0] for file_result in every]
    lines = {file.path: (file_result.report.diagnostics, file.lines) for file_result, file in zip(every, looked, strict=True) if file.lines}
    stamps = zip(*(kept.stamp for kept in files.values()), strict=True)
    rows = zip(*(file_result.row for file_result in every if file_result.row), strict=True)
    marks = [bytes(file.checklist).hex() for file in looked]
    others = ([file.unshown for file in looked], [file.repeated for file in looked], [file_result.unsettled for file_result in every])
    for column in (lines, marks, *others, *stamps, *rows):
        yield json.dumps(column, ensure_ascii=False, separators=(",", ":"), default=encode_value).encode("utf-8", "surrogatepass")


def encode_value(value: Enum | date) -> str:
    """A value that JSON does not know."""
    return value.name if isinstance(value, Enum) else value.isoformat()


def decode_columns(sealed: Sealed) -> Iterator[tuple[str, CacheEntry[FileResult]]]:
    """The files whose columns these are.

    Raises:
        ValueError, KeyError, TypeError, AttributeError, RecursionError: they are not.

    """
    findings, marks, unshown, repeated, unsettled, *others = map(json.loads, sealed.data.split(b"\n"))
    columns, fields = others[: len(FileFingerprint._fields)], others[len(FileFingerprint._fields) :]
    readers = map_readers()
    rows = map(
        AgreementSummary,
        *(map(readers[name], held) if name in readers else held for name, held in zip(AgreementSummary._fields, fields, strict=True)),
    )
    stamps = map(sealed.restore, zip(*columns, strict=True))
    for row, stamp, mark, more, again, dated in zip(rows, stamps, map(decode_checklist, marks), unshown, repeated, unsettled, strict=True):
        diagnostics, shown = findings.get(row.path, NOTHING)
        file = CheckedFile(row.path, tuple(shown), mark, more, row.id, repeated=again)
        yield row.path, CacheEntry(stamp, FileResult(Report(tuple(map(decode_diagnostic, diagnostics)), (file,)), row, dated))


NOTHING: tuple[tuple[()], tuple[()]] = ((), ())


@cache
def decode_checklist(marks: str) -> tuple[CompletionStatus, ...]:
    """The marks of the thirteen points."""
    return tuple(map(CompletionStatus, bytes.fromhex(marks)))


@cache
def map_readers() -> Mapping[str, Callable[[Any], object]]:
    """How each field of a row is made of what JSON holds, by its annotation; those that JSON holds as they are stand not in it."""
    readers = {name: build_reader(kind) for name, kind in get_type_hints(AgreementSummary).items()}
    return {name: reader for name, reader in readers.items() if reader is not keep_value} | {
        "places": lambda held: intern_value(tuple(held))
    }


def build_reader(kind: Any) -> Callable[[Any], object]:  # noqa: ANN401 - an annotation
    """What makes a value of a kind of what JSON holds.

    Raises:
        TypeError: the kind is none that this module can keep.

    """
    origin, parts = get_origin(kind), get_args(kind)
    if origin is UnionType:
        (reader,) = (build_reader(part) for part in parts if part is not NoneType)
        return reader if reader is keep_value else lambda held: None if held is None else reader(held)
    if origin is tuple:
        read_item = build_reader(parts[0])
        return tuple if read_item is keep_value or Ellipsis not in parts else lambda held: tuple([read_item(value) for value in held])
    return READERS.get(kind) or build_class_reader(kind)


def build_class_reader(kind: type) -> Callable[[Any], object]:
    """What makes a word of a list of its name, and a named tuple of its parts."""
    if issubclass(kind, Enum):
        return kind.__getitem__
    if issubclass(kind, tuple):
        return lambda held: kind(*held)
    raise TypeError(kind)


def keep_value(held: object) -> object:
    """What JSON holds is the value itself."""
    return held


READERS: Mapping[object, Callable[[Any], object]] = {str: keep_value, int: keep_value, bool: keep_value, date: cache(date.fromisoformat)}


def decode_diagnostic(held: list[Any]) -> Diagnostic:
    """A diagnostic."""
    path, span, code, severity, message, cure, why, source, route, item, subject, hint, edits = held
    return Diagnostic(
        path, Span(*span), code, Severity(severity), Text(*message), Text(*cure), Text(*why), Text(*source), tuple(route), item, subject,
        hint and Text(*hint), tuple(Edit(Span(*place), text) for place, text in edits),
    )  # fmt: skip
