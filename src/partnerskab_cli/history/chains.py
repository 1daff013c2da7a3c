"""The versions of each file, in the order they were made: through renames, and apart where one was deleted and another begun."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from .log import FileRevision

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
