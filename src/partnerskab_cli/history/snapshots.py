"""The agreements of one state of a record: of a commit, of the index, or as they lie on the disk."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import sha1, sha256
from pathlib import Path
from typing import NamedTuple

from ..model.agreement import Agreement
from ..source.files import LARGEST, make_size_fault, read_bytes
from ..source.parser import SourceFault
from ..source.source_file import SourceFile, parse_bytes
from .git import Repository, map_commit_files, map_index_files, read_blobs, set_aside
from .versions import Version

Naming = Callable[[str], str | None]
"""From a path as git has it to the path that is shown; nothing for what is no agreement or was not asked for."""


SHORT = 40
"""Digits of an id; repositories of the newer kind have more."""


class Snapshot(NamedTuple):
    """One state: what each path holds by the id of its content, and the content that is already in hand."""

    ids: Mapping[str, str]
    contents: Mapping[str, bytes | SourceFault] = {}


def snapshot_commit(repo: Repository, commit: str, naming: Naming) -> Snapshot:
    """The agreements of a commit."""
    return Snapshot(map_names(map_commit_files(repo, commit), naming))


def snapshot_index(repo: Repository, naming: Naming) -> Snapshot:
    """The agreements as they are staged for the next commit."""
    return Snapshot(map_names(map_index_files(repo), naming))


def map_names(files: Mapping[str, str], naming: Naming) -> dict[str, str]:
    """The files that are wanted, under the paths that are shown."""
    return {shown: blob for path, blob in files.items() if (shown := naming(path))}


def snapshot_disk(files: Iterable[tuple[str, Path]], root: Path, like: str = "") -> Snapshot:
    """The agreements as they lie on the disk: shown path and file. `like`: an id of the repository they are compared with."""
    places = dict(files)
    held = {shown: read_bytes(path, root) for shown, path in places.items()}
    ids = {
        shown: compute_blob_id(data, long=len(like) > SHORT) if isinstance(data, bytes) else f"!{places[shown]}"
        for shown, data in held.items()
    }
    return Snapshot(ids, {ids[shown]: data for shown, data in held.items()})


def add_skipped_files(disk: Snapshot, repo: Repository, naming: Naming) -> Snapshot:
    """The agreements on the disk together with those that git has been told not to lay out there."""
    return disk._replace(ids={**map_names(set_aside(repo), naming), **disk.ids})


def compute_blob_id(data: bytes, *, long: bool = False) -> str:
    """The id that git gives to content whose line ends are plain; no filter is run."""
    plain = data.replace(b"\r\n", b"\n")
    whole = b"blob %d\0%b" % (len(plain), plain)
    return sha256(whole).hexdigest() if long else sha1(whole, usedforsecurity=False).hexdigest()


def find_differing_paths(old: Snapshot, new: Snapshot) -> frozenset[str]:
    """The paths that do not hold the same on both sides."""
    return frozenset(path for path in {*old.ids, *new.ids} if old.ids.get(path) != new.ids.get(path))


def read_changed_versions(
    states: tuple[Snapshot, Snapshot], repo: Repository | None, vocabulary: Mapping[str, str]
) -> tuple[list[Version], list[Version]]:
    """The agreements that differ between two states, read; what is the same on both sides is not."""
    paths = find_differing_paths(*states)
    wanted = {state.ids[path] for state in states for path in paths if path in state.ids and state.ids[path] not in state.contents}
    stored = read_blobs(repo, sorted(wanted)) if repo else {}
    old, new = (list(read_versions_at(state, paths, stored, vocabulary)) for state in states)
    return old, new


def read_versions_at(
    state: Snapshot, paths: Iterable[str], stored: Mapping[str, bytes], vocabulary: Mapping[str, str]
) -> Iterator[Version]:
    """The agreements at some paths of one state."""
    for path in sorted(paths):
        if path in state.ids:
            name = state.ids[path]
            data = state.contents.get(name, stored.get(name, make_size_fault(LARGEST + 1)))
            yield SourceFile(path, faults=(data,)) if isinstance(data, SourceFault) else parse_bytes(data, path, Agreement, vocabulary)
