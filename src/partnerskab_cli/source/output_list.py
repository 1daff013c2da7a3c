"""The list of what the tool has written into a folder: kept there, so that the next run can take away what it no longer writes."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from .files import read_bytes
from .parser import SourceFault

LIST_NAME = ".partnerskab-output"
HEAD = "# partnerskab-output 1"
SUBJECT = re.compile("# ([!-~]+(?: [!-~]+)*)")
"""What the files below it are made of; any blank or letter beyond ASCII is spelt out."""
LINE = re.compile(r"([0-9a-f]{64})  ([a-z0-9][a-z0-9-]{0,199}\.(?:md|html|pdf|docx|csv|xlsx|json|ics|txt))")
"""As `sha256sum` writes it. Only names that the tool could have given are taken: no folder, no dot in front, no blank, no other ending."""
LARGEST = 1 << 24
"""Bytes of a file that was written."""
LARGEST_LIST = 1 << 22
"""Bytes of the list, some 50,000 files."""


class OutputEntry(NamedTuple):
    """A file that was written."""

    name: str
    digest: str
    """SHA-256 of its bytes."""
    subject: str
    """What it is made of, such as `site` or `render borger ../agreements/kaffe.yaml`."""


class OutputPlan(NamedTuple):
    """What is to become of the files of earlier runs."""

    kept: tuple[OutputEntry, ...] = ()
    """Those of other runs."""
    stale: tuple[OutputEntry, ...] = ()
    """Those that this run has taken over and does not write any more."""


def digest_of(data: bytes) -> str:
    """The SHA-256 of the bytes of a file."""
    return sha256(data).hexdigest()


def read_entries(folder: Path) -> tuple[OutputEntry, ...] | None:
    """What earlier runs have written into a folder; None where the list is there but cannot be trusted to the last letter."""
    path = folder / LIST_NAME
    if path.is_symlink():
        return None
    if not path.exists():
        return ()
    data = read_bytes(path, folder, LARGEST_LIST)
    return None if isinstance(data, SourceFault) else parse_entries(data)


def parse_entries(data: bytes) -> tuple[OutputEntry, ...] | None:
    """The entries of a list; None where a line is none, or a file stands there twice."""
    head, *lines = data.decode("ascii", "replace").split("\n")
    entries: list[OutputEntry] = []
    subject = ""
    if head != HEAD or lines[-1:] != [""]:
        return None
    for line in lines[:-1]:
        if match := SUBJECT.fullmatch(line):
            subject = match[1]
        elif (match := LINE.fullmatch(line)) and subject:
            entries.append(OutputEntry(match[2], match[1], subject))
        else:
            return None
    return tuple(entries) if len({entry.name for entry in entries}) == len(entries) else None


def dump_entries(entries: Iterable[OutputEntry]) -> bytes:
    """A list as a file."""
    return "".join(f"{line}\n" for line in iter_lines(entries)).encode()


def iter_lines(entries: Iterable[OutputEntry]) -> Iterator[str]:
    """The lines of a list, subject by subject."""
    yield HEAD
    for subject, group in groupby(sorted(entries, key=lambda entry: (entry.subject, entry.name)), key=lambda entry: entry.subject):
        yield f"# {subject}"
        yield from (f"{entry.digest}  {entry.name}" for entry in group)


def list_new_entries(files: Mapping[str, bytes], subjects: Mapping[str, str]) -> tuple[OutputEntry, ...]:
    """The entries of what is written now."""
    return tuple(OutputEntry(name, digest_of(data), subjects[name]) for name, data in files.items())


def plan_output(earlier: Iterable[OutputEntry], names: Iterable[str], is_covered: Callable[[str], bool]) -> OutputPlan:
    """Tell what earlier runs wrote of other things from what this run has taken over and no longer writes."""
    now = frozenset(names)
    left = [entry for entry in earlier if entry.name not in now]
    return OutputPlan(
        tuple(entry for entry in left if not is_covered(entry.subject)), tuple(entry for entry in left if is_covered(entry.subject))
    )
