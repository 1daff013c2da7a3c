"""Every version of every agreement that git has: read once, and asked for the life of each."""

from collections.abc import Container, Iterable, Mapping
from functools import cache
from typing import NamedTuple

from ..model.agreement import Agreement
from ..model.history import AgreementHistory
from ..source.source_file import parse_bytes
from .git import Repository, read_blobs
from .log import Chain, FileRevision, RenameChains, follow_renames, iter_needed_blobs, read_log
from .predecessors import Reader, RelatedAgreements, build_history, index_related
from .snapshots import Naming


class HistoryIndex(NamedTuple):
    """The versions of all agreements, how they are read, and which of them are recent."""

    chains: RenameChains
    reader: Reader
    recent: frozenset[str] | None = None
    """The commits after the revision that was asked about; nothing where all of the past counts."""


NOTHING = HistoryIndex(RenameChains({}, ()), lambda _: None)
"""What is known where there is no git."""


def index_history(repo: Repository, head: str, naming: Naming, vocabulary: Mapping[str, str], since: str | None = None) -> HistoryIndex:
    """All that git has of the agreements up to a commit; `since` is the commit after which moves are judged."""
    chains = follow_renames(shown for step in read_log(repo, head) if (shown := rename_step(step, naming)))
    recent = frozenset(step.commit for step in read_log(repo, head, since)) if since else None
    return HistoryIndex(chains, make_version_reader(read_blobs(repo, iter_needed_blobs(chains)), vocabulary), recent)


def rename_step(step: FileRevision, naming: Naming) -> FileRevision | None:
    """A step under the paths that are shown; nothing for what is no agreement."""
    path = naming(step.path)
    return step._replace(path=path, former=naming(step.former) or path) if path else None


def make_version_reader(stored: Mapping[str, bytes], vocabulary: Mapping[str, str]) -> Reader:
    """How a version is read, each once."""

    @cache
    def read(blob: str) -> Agreement | None:
        return parse_bytes(stored[blob], blob, Agreement, vocabulary).record if blob in stored else None

    return read


def find_rename_chain(index: HistoryIndex, path: str, now: Agreement, present: Container[str]) -> Chain:
    """The versions of an agreement; of one that was renamed and not committed yet, those under its id."""
    if path in index.chains.living:
        return index.chains.living[path]
    lost = [chain for name, chain in index.chains.living.items() if name not in present]
    return next((chain for chain in lost if (last := index.reader(chain[-1].after)) and last.id == now.id), ())


def read_versions(index: HistoryIndex, path: str, now: Agreement, present: Container[str]) -> tuple[tuple[FileRevision, Agreement], ...]:
    """The versions of an agreement that can be read, the oldest first."""
    return tuple((step, record) for step in find_rename_chain(index, path, now, present) if (record := index.reader(step.after)))


def collect_pasts(
    index: HistoryIndex, paths: Iterable[str], present: Mapping[str, Agreement], there: Container[str]
) -> dict[str, AgreementHistory]:
    """What is known of some of the agreements that are there now; `there` are the paths of them all."""
    gone = [record for each in index.chains.gone if (record := index.reader(each[-1].after))]
    related = index_related(gone, present.values())
    return {path: build_agreement_history(index, path, present[path], related, there) for path in paths}


def build_agreement_history(
    index: HistoryIndex, path: str, now: Agreement, related: RelatedAgreements, there: Container[str]
) -> AgreementHistory:
    """What is known of one of them."""
    versions = read_versions(index, path, now, there)
    start = next((number for number, (step, _) in enumerate(versions) if index.recent and step.commit in index.recent), len(versions))
    judged = versions if index.recent is None else versions[max(0, start - 1) :]
    return build_history(now, [agreement for _, agreement in versions], [agreement for _, agreement in judged], related)
