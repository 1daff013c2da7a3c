"""The only door to git: a few of its plumbing calls. Nothing that was typed or read is ever an option, nothing a repository configures is run.

Each function starts a fixed number of processes, however many files there are. None writes, and none uses the network.
Paths are relative to the folder of the `Repository` and have `/`; a name that is not UTF-8 keeps its bytes as lone surrogates.
"""

import os
import re
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from ..errors import CommandError
from ..source.agreements_folder import is_bare
from ..text.localized import Text

SECONDS = 30
"""How long git may think."""
LARGEST = 1 << 20
"""Bytes of a version that is read; more is no agreement."""
MOST = 1 << 29
"""Bytes of all versions that one command reads."""
SETTINGS = (
    "core.fsmonitor=false",
    "core.quotepath=off",
    f"core.hooksPath={os.devnull}",
    "protocol.allow=never",
    "safe.bareRepository=explicit",
    "log.showRoot=true",
    "log.follow=false",
    f"diff.orderFile={os.devnull}",
)
"""Laid over what a repository configures: no program of its own, no network, the whole history."""
MANNERS = ("--no-pager", "--no-optional-locks", "--literal-pathspecs", "--no-replace-objects")
CALM = {
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_ATTR_NOSYSTEM": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",  # a repository could otherwise allow one by its name
    "LC_ALL": "C",
}
NO_REPOSITORY = (
    Text(da="Mappen her er ikke i et git-repository.", en="This folder is not in a git repository."),
    Text(
        da="stå i mappen med jeres aftaler, eller begynd med git init",
        en="stand in the folder with your agreements, or begin with git init",
    ),
)
NOT_OURS = (
    Text(
        da="git læser ikke det her repository, fordi en anden ejer mappen.",
        en="git does not read this repository, because someone else owns the folder.",
    ),
    Text(
        da="er det jeres eget, så kør: git config --global --add safe.directory MAPPEN",
        en="if it is your own, run: git config --global --add safe.directory FOLDER",
    ),
)
BARE = (
    Text(
        da="Her er kun git-historikken, ikke filerne (et »bart« repository).",
        en="Here is only git's history, not the files (a bare repository).",
    ),
    Text(
        da="lav en mappe med filerne: git clone STIEN-HERTIL NY-MAPPE, og gå til den",
        en="make a folder with the files: git clone PATH-TO-HERE NEW-FOLDER, and go to it",
    ),
)
NOT_FETCHED = Text(
    da="Noget af historikken er ikke hentet: git mangler {object}.", en="Part of the history has not been fetched: git lacks {object}."
)
FETCH = Text(da="hent resten med: git fetch --refetch --no-filter", en="get the rest with: git fetch --refetch --no-filter")
REASONS = {b"not a git repository": NO_REPOSITORY, b"bare repository": BARE, b"dubious ownership": NOT_OURS}
"""What git complains of → what to say, and what to do."""
ID = re.compile(rb"[0-9a-f]{40}(?:[0-9a-f]{24})?")
PLAIN_FILES = frozenset({b"100644", b"100755"})


class Repository(NamedTuple):
    """A folder inside a repository, and how git is called there."""

    program: str
    folder: Path
    prefix: str
    """The way from the top of the repository to the folder: `""`, or `record/agreements/`."""
    environment: Mapping[str, str]


def find_repository(folder: Path, environment: Mapping[str, str]) -> Repository:
    """Git for a folder. `environment` is the caller's own; what it says to git is left out.

    Raises:
        CommandError: there is no git, or no repository.

    """
    top = find_worktree_root(folder)
    if top is None:
        raise CommandError(*(BARE if is_in_bare(folder) else NO_REPOSITORY))
    prefix = folder.resolve().relative_to(top).as_posix()
    own = {name: value for name, value in environment.items() if not name.upper().startswith("GIT_")}
    return Repository(find_git(environment.get("PATH", "")), folder, "" if prefix == "." else f"{prefix}/", own | CALM)


def find_worktree_root(folder: Path) -> Path | None:
    """The top of the working tree that a folder lies in, as the disk shows it."""
    here = folder.resolve()
    return next((place for place in (here, *here.parents) if (place / ".git" / "HEAD").is_file() or (place / ".git").is_file()), None)


def is_in_bare(folder: Path) -> bool:
    """Whether a folder lies in a repository without a working tree."""
    here = folder.resolve()
    return any(is_bare(place) for place in (here, *here.parents))


def find_git(search: str) -> str:
    """Git on the search path; never one that lies in the current folder."""
    name = "git.exe" if os.name == "nt" else "git"
    for folder in search.split(os.pathsep):
        path = Path(folder, name)
        if path.is_absolute() and path.is_file() and os.access(path, os.X_OK):
            return str(path)
    raise CommandError(
        Text(da="Der er ingen git på maskinen.", en="There is no git on this machine."),
        Text(
            da="hent den på git-scm.com, eller sammenlign to filer eller mapper",
            en="get it at git-scm.com, or compare two files or folders",
        ),
    )


def resolve_revision(repo: Repository, revision: str) -> str:
    """The id of the commit that a revision names. Only ids go into the other calls.

    Raises:
        CommandError: there is no such commit, or no repository.

    """
    answer = query_commit(repo, revision)
    data = answer.stdout.strip() if answer else b""
    if ID.fullmatch(data):
        return data.decode()
    if answer and answer.stderr.strip():
        raise build_git_error(answer.stderr)
    raise build_unknown_revision_error(repo, revision)


def is_commit(repo: Repository, revision: str) -> bool:
    """Whether a word names a commit."""
    answer = query_commit(repo, revision)
    return bool(answer and ID.fullmatch(answer.stdout.strip()))


def query_commit(repo: Repository, revision: str) -> "subprocess.CompletedProcess[bytes] | None":
    """What git answers when it is asked for a commit; nothing where it cannot be asked."""
    return (
        call_git(repo, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        if is_valid_revision(revision)
        else None
    )


def is_valid_revision(revision: str) -> bool:
    """Whether a revision can be said to git at all."""
    return bool(revision) and "\0" not in revision


def build_unknown_revision_error(repo: Repository, revision: str) -> CommandError:
    """Why a revision is not there: no commits yet, a shallow clone, or a slip."""
    if revision == "HEAD":
        return CommandError(
            Text(da="Der er ingen commits i det her repository endnu.", en="There are no commits in this repository yet."),
            Text(da="gem den første med git commit", en="make the first one with git commit"),
        )
    says = Text(da="git kender ikke »{revision}«.", en="git does not know “{revision}”.").format(revision=revision)
    if is_shallow(repo):
        return CommandError(says, DEEPEN)
    return CommandError(
        says, Text(da="git branch --all og git log viser, hvad der er", en="git branch --all and git log show what there is")
    )


DEEPEN = Text(
    da="kun de nyeste commits er hentet; hent resten med git fetch --unshallow, eller sæt fetch-depth: 0 i CI",
    en="only the newest commits are here; get the rest with git fetch --unshallow, or set fetch-depth: 0 in CI",
)


def is_shallow(repo: Repository) -> bool:
    """Whether older commits are missing from the clone."""
    return run_git(repo, "rev-parse", "--is-shallow-repository").strip() == b"true"


def find_default_branch(folder: Path, environment: Mapping[str, str]) -> str | None:
    """The main branch of a repository, or of the one that `git init` would make here; nothing where git does not say."""
    try:
        repo = find_repository(folder, environment)
        answers = [call_git(repo, "symbolic-ref", "--quiet", "--short", name).stdout for name in ("refs/remotes/origin/HEAD", "HEAD")]
    except CommandError:
        answers = [find_configured_branch(folder, environment)]
    return next((decode_path(answer.strip().removeprefix(b"origin/")) for answer in answers if answer.strip()), None)


def find_configured_branch(folder: Path, environment: Mapping[str, str]) -> bytes:
    """What the user has told git to call the first branch of a new repository."""
    try:
        repo = Repository(find_git(environment.get("PATH", "")), folder, "", dict(environment) | CALM)
        return call_git(repo, "config", "--get", "init.defaultBranch").stdout
    except CommandError:
        return b""


def find_merge_base(repo: Repository, text: str, other: str) -> str | None:
    """The commit where two others parted, as far as it is known."""
    data = call_git(repo, "merge-base", text, other).stdout.strip()
    return data.decode() if ID.fullmatch(data) else None


def find_start_of_changes(repo: Repository, base: str, head: str) -> str:
    """The commit after which only `head` has changed: where the two parted; without a common past `base` itself.

    Raises:
        CommandError: that past has not been fetched.

    """
    parting = find_merge_base(repo, base, head)
    if parting is None and is_shallow(repo):
        raise CommandError(Text(da="Det er ikke hentet, hvor de to skiltes.", en="Where the two parted has not been fetched."), DEEPEN)
    return parting or base


def require_merge_base(repo: Repository, text: str, other: str) -> str:
    """The commit where two others parted.

    Raises:
        CommandError: they have no common past, or it has not been fetched.

    """
    start = find_start_of_changes(repo, text, other)
    if start == text and not find_merge_base(repo, text, other):
        raise CommandError(
            Text(da="De to har ingen fælles fortid.", en="The two have no common past."),
            Text(da="skriv to punktummer i stedet for tre", en="write two dots instead of three"),
        )
    return start


def map_commit_files(repo: Repository, commit: str) -> Mapping[str, str]:
    """The plain files of a commit at and below the folder: path → blob."""
    return dict(parse_listing(run_git(repo, "ls-tree", "-r", "-z", commit), position=2))


def map_index_files(repo: Repository) -> Mapping[str, str]:
    """The plain files of the index at and below the folder: path → blob.

    Raises:
        CommandError: a merge is not finished, so that a file has several versions there.

    """
    listing = run_git(repo, "ls-files", "--stage", "-z")
    if UNMERGED.search(listing):
        raise CommandError(
            Text(da="En fletning er ikke gjort færdig.", en="A merge is not finished."),
            Text(da="git status viser, hvilke filer der mangler", en="git status shows which files are left"),
        )
    return dict(parse_listing(listing, position=1))


def set_aside(repo: Repository) -> Mapping[str, str]:
    """The files of the index that git does not lay out on the disk, as in a sparse checkout: path → blob."""
    flagged = run_git(repo, "ls-files", "-t", "--stage", "-z").split(b"\0")
    return dict(parse_listing(b"\0".join(line[2:] for line in flagged if line.startswith(b"S ")), position=1))


UNMERGED = re.compile(rb"(?:^|\0)[0-7]{6} [0-9a-f]{40,64} [123]\t")


def parse_listing(listing: bytes, *, position: int) -> Iterator[tuple[str, str]]:
    """Paths and blobs of a listing; links and submodules are left out. `position`: where the blob stands in a line."""
    for line in listing.split(b"\0"):
        about, _, path = line.partition(b"\t")
        words = about.split(b" ")
        if words[0] in PLAIN_FILES:
            yield decode_path(path), words[position].decode()


def decode_path(path: bytes) -> str:
    """A file name as text."""
    return path.decode("utf-8", "surrogateescape")


def read_blobs(repo: Repository, ids: Iterable[str]) -> Mapping[str, bytes]:
    """The content of blobs by their ids. One that is larger than an agreement can be is left out.

    Raises:
        CommandError: one is missing, or all together they are beyond what can be read at once.

    """
    asked_for = "".join(f"{word}\n" for word in dict.fromkeys(ids))
    if not asked_for:
        return {}
    sizes = [line.split() for line in run_git(repo, "cat-file", "--batch-check", data=asked_for.encode()).splitlines()]
    if lost := next((words[0] for words in sizes if words[-1] == b"missing"), None):
        raise CommandError(NOT_FETCHED.format(object=lost.decode()), FETCH)
    wanted = {words[0]: int(words[2]) for words in sizes if len(words) == 3 and words[1] == b"blob" and int(words[2]) <= LARGEST}  # noqa: PLR2004 - id, kind, size
    if sum(wanted.values()) > MOST:
        raise CommandError(
            Text(da="Historikken fylder mere, end jeg kan læse på én gang.", en="The history is larger than I can read at once."),
            Text(da="vælg en nyere revision eller færre filer", en="choose a newer revision or fewer files"),
        )
    return dict(parse_blobs(run_git(repo, "cat-file", "--batch", data=b"".join(data + b"\n" for data in wanted)))) if wanted else {}


def parse_blobs(answer: bytes) -> Iterator[tuple[str, bytes]]:
    """Blob by blob: a line with id, kind and size, then the content and a line break."""
    place = 0
    while place < len(answer):
        end = answer.index(b"\n", place)
        name, _, size = answer[place:end].split(b" ")
        start, place = end + 1, end + int(size) + 2
        yield name.decode(), answer[start : place - 1]


def run_git(repo: Repository, command: str, *words: str, data: bytes | None = None) -> bytes:
    """What git answers.

    Raises:
        CommandError: it could not be done, with git's reason in plain words where it is a known one.

    """
    answer = call_git(repo, command, *words, data=data)
    if answer.returncode:
        raise build_git_error(answer.stderr)
    return answer.stdout


def call_git(repo: Repository, command: str, *words: str, data: bytes | None = None) -> "subprocess.CompletedProcess[bytes]":
    """Call git once, in a clean environment."""
    settings = [word for setting in SETTINGS for word in ("-c", setting)]
    line: Sequence[str] = [repo.program, "-C", str(repo.folder), *settings, *MANNERS, command, *words]
    try:
        return subprocess.run(  # noqa: S603 - no shell; what comes from outside stands behind --end-of-options or is an id
            line, input=data, stdin=None if data is not None else subprocess.DEVNULL, capture_output=True, check=False,
            timeout=SECONDS, env=dict(repo.environment),
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise CommandError(
            Text(da="git svarede ikke inden for {seconds} sekunder.", en="git did not answer within {seconds} seconds.").format(
                seconds=SECONDS
            )
        ) from None
    except OSError as error:
        raise CommandError(
            Text(da="git kunne ikke startes: {why}.", en="git could not be started: {why}.").format(why=error.strerror)
        ) from None


def build_git_error(complaint: bytes) -> CommandError:
    """Git's complaint as ours."""
    for known, words in REASONS.items():
        if known in complaint:
            return CommandError(*words)
    if b"promisor remote" in complaint and (lost := re.search(rb"[0-9a-f]{40,64}", complaint)):
        return CommandError(NOT_FETCHED.format(object=lost[0].decode()), FETCH)
    lines = complaint.decode("utf-8", "replace").strip().split("\n")
    first = next((line for line in lines if line.startswith("fatal: ")), lines[0]).removeprefix("fatal: ")
    return CommandError(Text(da="git kunne ikke svare: {why}", en="git could not answer: {why}").format(why=first))
