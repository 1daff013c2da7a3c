"""What happened to files, commit by commit."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from .git import ID, PLAIN_FILES, Repository, asked, name_of, run

RAW = re.compile(rb":+(?P<modes>(?:[0-7]{6} )+)(?P<ids>(?:[0-9a-f]{40,64} )+)(?P<letters>[A-Z]+)[0-9]*")


class Step(NamedTuple):
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


def steps(repo: Repository, commit: str, since: str | None = None) -> tuple[Step, ...]:
    """What happened to the files at and below the folder, oldest first; renames are followed. `since`: only after that commit."""
    excluded = [f"^{since}"] if since else []
    asked_for = ("--raw", "--no-abbrev", "-M", "-l400", "-c", "--topo-order", "--reverse", "--format=%H%x00%cs%x00%an")
    listing = run(repo, "log", "-z", *asked_for, *QUIET_LOG, commit, *excluded, "--", ".")
    return tuple(one._replace(path=below(repo, one.path), former=below(repo, one.former)) for one in read_steps(listing))


def below(repo: Repository, path: str) -> str:
    """A path from the top of the repository, as it is seen from the folder."""
    return path.removeprefix(repo.prefix)


QUIET_LOG = ("--encoding=UTF-8", "--no-show-signature", "--no-ext-diff", "--no-textconv", "--no-color", "--no-relative")
"""No program of the repository's is asked, and nothing is dressed up."""


def read_steps(listing: bytes) -> Iterator[Step]:
    """Steps out of a log: three fields a commit, then its files. What a commit says cannot be taken for either."""
    fields = iter(listing.split(b"\0"))
    commit = date = author = ""
    for field in fields:
        word = field.lstrip(b"\n")
        if ID.fullmatch(word):
            commit, date, author = word.decode(), next(fields, b"").decode(), next(fields, b"").decode("utf-8", "replace")
        elif raw := RAW.fullmatch(word):
            yield step(raw, fields, commit, date, author)


def step(raw: re.Match[bytes], fields: Iterator[bytes], commit: str, date: str, author: str) -> Step:
    """One file of a commit; of a merge, what differs from all that it joins."""
    *before, after = raw["ids"].split()
    *_, mode = raw["modes"].split()
    former = name_of(next(fields, b""))
    path = name_of(next(fields, b"")) if raw["letters"] in {b"R", b"C"} and len(before) == 1 else former
    return Step(commit, date, author, path, former, after.decode() if mode in PLAIN_FILES else "")


def last_changes(repo: Repository) -> Mapping[str, str]:
    """The ISO date of the last commit that changed each file at and below the folder; nothing where there is no history. One process."""
    answer = asked(repo, "log", "-z", "--name-only", "--no-renames", "-c", "--format=%x01%cs", *QUIET_LOG, "HEAD", "--", ".")
    dates: dict[str, str] = {}
    date = ""
    for field in answer.stdout.split(b"\0") if not answer.returncode else ():
        word = field.removeprefix(b"\n")
        if dated := DATED.fullmatch(word):
            date = dated[1].decode()
        elif word:
            dates.setdefault(below(repo, name_of(word)), date)
    return dates


DATED = re.compile(rb"\x01([0-9]{4}-[0-9]{2}-[0-9]{2})")
"""The head of a commit in that log; nobody names a file so."""
