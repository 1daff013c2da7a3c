"""When stretches of lines were last changed: the patches of the past, read backwards. One process, however many files there are."""

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from .git import Repository, call_git, decode_path
from .log import QUIET_LOG, make_folder_relative

PLAIN_PATCHES = (
    "-p", "-U0", "-M", "-l400", "--first-parent", "-m", "--text", "--inter-hunk-context=0", "--src-prefix=a/", "--dst-prefix=b/",
)  # fmt: skip
MOST_COMMITS = 2000
"""How far back patches are read; what is older counts as changed then."""
COMMIT = re.compile(rb"\x01([0-9]{1,12})")
HUNK = re.compile(rb"@@ -([0-9]+)(?:,([0-9]+))? \+([0-9]+)(?:,([0-9]+))? @@")


class Hunk(NamedTuple):
    """A place where lines were replaced: how many stood there, the first of the new ones, and how many they are."""

    before: int
    start: int
    after: int


class Patch(NamedTuple):
    """What a commit did to a file."""

    time: int
    """Seconds since 1970, the committer's."""
    path: str
    former: str
    """Its path before the commit."""
    hunks: tuple[Hunk, ...]


class LineRange(NamedTuple):
    """Lines from one to another, counted from 1."""

    first: int
    last: int


def list_patches(repo: Repository) -> tuple[Patch, ...]:
    """Every patch to a file at or below the folder, the newest first; none where there is no history."""
    limit = f"--max-count={MOST_COMMITS}"
    answer = call_git(repo, "log", *PLAIN_PATCHES, limit, "--format=%x01%ct", *QUIET_LOG, "HEAD", "--", ".")
    patches = read_patches(answer.stdout) if not answer.returncode else ()
    return tuple(
        patch._replace(path=make_folder_relative(repo, patch.path), former=make_folder_relative(repo, patch.former)) for patch in patches
    )


def read_patches(listing: bytes) -> Iterator[Patch]:
    """Patches out of a log. The bodies are left out by their counted lines, so that nothing in a file is taken for a head."""
    time, former, path, hunks = 0, "", "", list[Hunk]()
    lines = iter(listing.split(b"\n"))
    for line in lines:
        begins = line.startswith(b"diff --git ")
        if (begins or COMMIT.fullmatch(line)) and path:
            yield Patch(time, path, former or path, tuple(hunks))
            former, path, hunks = "", "", []
        if commit := COMMIT.fullmatch(line):
            time = int(commit[1])
        elif match := HUNK.match(line):
            old, new = (int(match[number] or b"1") for number in (2, 4))
            hunks.append(Hunk(old, int(match[3]), new))
            skip(lines, old + new)
        elif line.startswith((b"+++ b/", b"rename to ")):
            path = decode_path(line.removeprefix(b"+++ b/").removeprefix(b"rename to ").removesuffix(b"\t"))
        elif line.startswith((b"--- a/", b"rename from ")):
            former = decode_path(line.removeprefix(b"--- a/").removeprefix(b"rename from ").removesuffix(b"\t"))
    if path:
        yield Patch(time, path, former or path, tuple(hunks))


def skip(lines: Iterator[bytes], count: int) -> None:
    """Pass over so many lines of a body; a word on a missing line end does not count."""
    while count:
        count -= not next(lines, b"-").startswith(b"\\")


def find_last_change(known: Iterable[Patch], path: str, lines: LineRange) -> int | None:
    """When a stretch of a file, as the newest commit has it, was last changed; nothing where the file has no past."""
    time = None
    for patch in known:
        if patch.path != path:
            continue
        time = patch.time
        if any(has_touched(hunk, lines) for hunk in patch.hunks):
            return time
        lines, path = shift_back(lines, patch.hunks), patch.former
    return time


def has_touched(hunk: Hunk, lines: LineRange) -> bool:
    """Whether a hunk changed a line of a stretch, or took one away inside it or at its end."""
    if hunk.after:
        return hunk.start <= lines.last and lines.first <= hunk.start + hunk.after - 1
    return lines.first <= hunk.start <= lines.last


def shift_back(lines: LineRange, hunks: Iterable[Hunk]) -> LineRange:
    """Where a stretch stood before hunks that do not touch it."""
    shift = sum(hunk.before - hunk.after for hunk in hunks if hunk.start < lines.first)
    return LineRange(lines.first + shift, lines.last + shift)


def diff_unsaved(old: str, new: str) -> tuple[Hunk, ...]:
    """What stands in the folder and not in the newest commit, as hunks."""
    blocks = SequenceMatcher(None, old.splitlines(), new.splitlines(), autojunk=False).get_opcodes()
    return tuple(Hunk(i2 - i1, j1 + (j2 > j1), j2 - j1) for tag, i1, i2, j1, j2 in blocks if tag != "equal")
