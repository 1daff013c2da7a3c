"""What happened to files, commit by commit."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from .git import ID, PLAIN_FILES, Repository, call_git, decode_path, run_git

RAW = re.compile(rb":+(?P<modes>(?:[0-7]{6} )+)(?P<ids>(?:[0-9a-f]{40,64} )+)(?P<letters>[A-Z]+)[0-9]*")


class FileRevision(NamedTuple):
    """One file in one commit."""

    commit: str
    date: str
    """ISO, the committer's."""
    author: str
    path: str
    former: str
    """Its path before the commit."""
    after: str
    """The blob it became; `""` where it went, or became no plain file."""


def read_log(repo: Repository, commit: str, since: str | None = None) -> tuple[FileRevision, ...]:
    """What happened to the files at and below the folder, oldest first; renames are followed. `since`: only after that commit."""
    excluded = [f"^{since}"] if since else []
    asked_for = ("--raw", "--no-abbrev", "-M", "-l400", "-c", "--topo-order", "--reverse", "--format=%H%x00%cs%x00%an")
    listing = run_git(repo, "log", "-z", *asked_for, *QUIET_LOG, commit, *excluded, "--", ".")
    return tuple(
        revision._replace(path=make_folder_relative(repo, revision.path), former=make_folder_relative(repo, revision.former))
        for revision in parse_log(listing)
    )


def make_folder_relative(repo: Repository, path: str) -> str:
    """A path from the top of the repository, as it is seen from the folder."""
    return path.removeprefix(repo.prefix)


QUIET_LOG = ("--encoding=UTF-8", "--no-show-signature", "--no-ext-diff", "--no-textconv", "--no-color", "--no-relative")
"""No program of the repository's is asked, and nothing is dressed up."""


def parse_log(listing: bytes) -> Iterator[FileRevision]:
    """Steps out of a log: three fields a commit, then its files. What a commit says cannot be taken for either."""
    fields = iter(listing.split(b"\0"))
    commit = date = author = ""
    for field in fields:
        word = field.lstrip(b"\n")
        if ID.fullmatch(word):
            commit, date, author = word.decode(), next(fields, b"").decode(), next(fields, b"").decode("utf-8", "replace")
        elif raw := RAW.fullmatch(word):
            yield parse_log_entry(raw, fields, commit, date, author)


def parse_log_entry(raw: re.Match[bytes], fields: Iterator[bytes], commit: str, date: str, author: str) -> FileRevision:
    """One file of a commit; of a merge, what differs from all that it joins."""
    *before, after = raw["ids"].split()
    *_, mode = raw["modes"].split()
    former = decode_path(next(fields, b""))
    path = decode_path(next(fields, b"")) if raw["letters"] in {b"R", b"C"} and len(before) == 1 else former
    return FileRevision(commit, date, author, path, former, after.decode() if mode in PLAIN_FILES else "")


def read_last_changes(repo: Repository) -> Mapping[str, str]:
    """The ISO date of the last commit that changed each file at and below the folder; nothing where there is no history. One process."""
    answer = call_git(repo, "log", "-z", "--name-only", "--no-renames", "-c", "--format=%x01%cs", *QUIET_LOG, "HEAD", "--", ".")
    dates: dict[str, str] = {}
    date = ""
    for field in answer.stdout.split(b"\0") if not answer.returncode else ():
        word = field.removeprefix(b"\n")
        if dated := DATED.fullmatch(word):
            date = dated[1].decode()
        elif word:
            dates.setdefault(make_folder_relative(repo, decode_path(word)), date)
    return dates


DATED = re.compile(rb"\x01([0-9]{4}-[0-9]{2}-[0-9]{2})")
"""The head of a commit in that log; nobody names a file so."""


Chain = tuple[FileRevision, ...]
"""The steps of one file, the oldest first; each left a version behind."""


class RenameChains(NamedTuple):
    """All that has been: files that are still there, by their paths, and files that are gone."""

    living: Mapping[str, Chain]
    gone: tuple[Chain, ...]


def follow_renames(steps: Iterable[FileRevision]) -> RenameChains:
    """Link the steps of a history. Where two branches changed a file, their steps stand one after the other."""
    living: dict[str, list[FileRevision]] = {}
    gone: list[Chain] = []
    for step in steps:
        chain = living.pop(step.former, None) or living.pop(step.path, None) or []
        if step.after:
            living[step.path] = [*chain, step]
        elif chain:
            gone.append(tuple(chain))
    return RenameChains({path: tuple(chain) for path, chain in living.items()}, tuple(gone))


def iter_needed_blobs(chains: RenameChains) -> Iterator[str]:
    """The content of every version that is needed: all of what is there, the last of what is gone."""
    yield from (step.after for chain in chains.living.values() for step in chain)
    yield from (chain[-1].after for chain in chains.gone)
