"""Every version of every agreement that git has: read once, and asked for the life of each."""

from collections.abc import Container, Iterable, Mapping
from functools import cache
from typing import NamedTuple

from ..agreement.agreement import Agreement
from ..agreement.past import Past
from ..reading.sheet import read_bytes
from .chains import Chain, Chains, blobs_of, chains
from .git import Repository, blobs
from .log import Step, steps
from .past import Reader, RelatedAgreements, index_related, past
from .snapshots import Naming


class Lives(NamedTuple):
    """The versions of all agreements, how they are read, and which of them are recent."""

    chains: Chains
    reader: Reader
    recent: frozenset[str] | None = None
    """The commits after the revision that was asked about; nothing where all of the past counts."""


NOTHING = Lives(Chains({}, ()), lambda _: None)
"""What is known where there is no git."""


def lives(repo: Repository, head: str, naming: Naming, vocabulary: Mapping[str, str], since: str | None = None) -> Lives:
    """All that git has of the agreements up to a commit; `since` is the commit after which moves are judged."""
    found = chains(shown for step in steps(repo, head) if (shown := named(step, naming)))
    recent = frozenset(step.commit for step in steps(repo, head, since)) if since else None
    return Lives(found, reader_of(blobs(repo, blobs_of(found)), vocabulary), recent)


def named(step: Step, naming: Naming) -> Step | None:
    """A step under the paths that are shown; nothing for what is no agreement."""
    path = naming(step.path)
    return step._replace(path=path, former=naming(step.former) or path) if path else None


def reader_of(stored: Mapping[str, bytes], vocabulary: Mapping[str, str]) -> Reader:
    """How a version is read, each once."""

    @cache
    def read(blob: str) -> Agreement | None:
        return read_bytes(stored[blob], blob, Agreement, vocabulary).record if blob in stored else None

    return read


def chain_of(found: Lives, path: str, now: Agreement, present: Container[str]) -> Chain:
    """The versions of an agreement; of one that was renamed and not committed yet, those under its id."""
    if path in found.chains.living:
        return found.chains.living[path]
    lost = [chain for name, chain in found.chains.living.items() if name not in present]
    return next((chain for chain in lost if (last := found.reader(chain[-1].after)) and last.id == now.id), ())


def life_of(found: Lives, path: str, now: Agreement, present: Container[str]) -> tuple[tuple[Step, Agreement], ...]:
    """The versions of an agreement that can be read, the oldest first."""
    return tuple((step, record) for step in chain_of(found, path, now, present) if (record := found.reader(step.after)))


def collect_pasts(found: Lives, paths: Iterable[str], present: Mapping[str, Agreement], there: Container[str]) -> dict[str, Past]:
    """What is known of some of the agreements that are there now; `there` are the paths of them all."""
    gone = [record for each in found.chains.gone if (record := found.reader(each[-1].after))]
    related = index_related(gone, present.values())
    return {path: past_of(found, path, present[path], related, there) for path in paths}


def past_of(found: Lives, path: str, now: Agreement, related: RelatedAgreements, there: Container[str]) -> Past:
    """What is known of one of them."""
    versions = life_of(found, path, now, there)
    start = next((number for number, (step, _) in enumerate(versions) if found.recent and step.commit in found.recent), len(versions))
    judged = versions if found.recent is None else versions[max(0, start - 1) :]
    return past(now, [one for _, one in versions], [one for _, one in judged], related)
