"""From versions to what they tell of an agreement: how it went, whose id it bears, what it renews, who signed what and when."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from ..difference import ChangeSignificance
from ..model.agreement import Agreement
from ..model.choices import Status
from ..model.field import Field
from ..model.history import AgreementHistory, Predecessor
from ..model.parties import Signature
from ..model.signing import has_prefix
from .diff import compare_agreements
from .log import FileRevision
from .match import ALIKE, compute_similarity
from .signature import compute_content_fingerprint

Reader = Callable[[str], Agreement | None]
"""From the id of a version to what it says; nothing where it cannot be read."""
IN_FORCE = frozenset({Status.ACTIVE, Status.RENEGOTIATION})


class RelatedAgreements(NamedTuple):
    """The other agreements of a record, looked up by id."""

    gone: Mapping[str, Sequence[Agreement]]
    """Those that are no longer in it."""
    ends: Mapping[str, date | None]
    """The last day of each, where it has one."""
    successors: Mapping[str, Sequence[str]]
    """The ids of those in force that replace it."""


def index_related(gone: Sequence[Agreement], every: Collection[Agreement]) -> RelatedAgreements:
    """The agreements that are gone and those that are there, seen once."""
    lost: dict[str, list[Agreement]] = defaultdict(list)
    heirs: dict[str, set[str]] = defaultdict(set)
    for agreement in gone:
        lost[agreement.id or ""].append(agreement)
    for agreement in every:
        for name in agreement.replaces if agreement.id and agreement.status in IN_FORCE else ():
            heirs[name].add(str(agreement.id))
    ends: dict[str, date | None] = {item.id: item.period.end if item.period else None for item in (*gone, *every) if item.id}
    return RelatedAgreements(lost, ends, {name: sorted(ids) for name, ids in heirs.items()})


def build_history(now: Agreement, own: Sequence[Agreement], recent: Sequence[Agreement], related: RelatedAgreements) -> AgreementHistory:
    """What is known of an agreement: `own` are its versions so far, `recent` those that its moves are judged by."""
    return AgreementHistory(
        statuses=tuple(agreement.status for agreement in recent),
        ids=tuple(agreement.id for agreement in recent if agreement.id),
        strangers=frozenset(
            agreement.id for agreement in related.gone.get(now.id or "", ()) if agreement.id and compute_similarity(agreement, now) < ALIKE
        ),
        predecessors={
            name: Predecessor(name, related.ends[name], tuple(related.successors.get(name, ())))
            for name in now.replaces
            if name in related.ends
        },
        signed=map_changes_since_signing(now, own),
        bound=list_unbound(now, recent),
    )


def list_unbound(now: Agreement, before: Iterable[Agreement]) -> tuple[str, ...]:
    """The names of the parties that had bound a signature to the content and have none left that is bound."""
    bound = {signature.party for signature in now.signatures if signature.fingerprint}
    names = {
        signature.party: version.find_party_name(signature.party)
        for version in before
        for signature in version.signatures
        if signature.fingerprint
    }
    return tuple(name for party, name in names.items() if party not in bound)


def map_changes_since_signing(now: Agreement, before: Sequence[Agreement]) -> Mapping[str, tuple[Field, ...]]:
    """What has changed since each fingerprint that a signature bears, where the version it was made of is known."""
    borne = {str(signature.fingerprint) for signature in now.signatures if signature.fingerprint}
    today = compute_content_fingerprint(now) if borne else None
    wanted = {word for word in borne if not (today and has_prefix(today, word))}
    changes: dict[str, tuple[Field, ...]] = {}
    for version in reversed(before):
        if len(changes) == len(wanted):
            break
        own = compute_content_fingerprint(version)
        changes |= {word: list_changed_fields(version, now) for word in wanted - changes.keys() if own and has_prefix(own, word)}
    return changes


def list_changed_fields(then: Agreement, now: Agreement) -> tuple[Field, ...]:
    """The parts of the signed content that say something else now."""
    return tuple(
        dict.fromkeys(change.fields[0] for change in compare_agreements(then, now) if change.weight is ChangeSignificance.MATERIAL)
    )


def find_signing_commit(signature: Signature, life: Iterable[tuple[FileRevision, Agreement]]) -> FileRevision | None:
    """The step that first brought a signature into a file."""
    return next((step for step, version in life if signature in version.signatures), None)


def find_version_with_fingerprint(print_: str, life: Sequence[tuple[FileRevision, Agreement]]) -> tuple[FileRevision, Agreement] | None:
    """The newest version with that fingerprint."""
    for step, version in reversed(life):
        own = compute_content_fingerprint(version)
        if own and has_prefix(own, print_):
            return step, version
    return None
