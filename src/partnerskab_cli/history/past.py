"""From versions to what they tell of an agreement: how it went, whose id it bears, what it renews, who signed what and when."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from ..agreement.agreement import Agreement
from ..agreement.choices import Status
from ..agreement.field import Field
from ..agreement.parties import Signature, covers
from ..agreement.past import Past, Predecessor
from ..difference import Weight
from .compare import compare
from .log import Step
from .matching import ALIKE, likeness
from .signature import fingerprint

Reader = Callable[[str], Agreement | None]
"""From the id of a version to what it says; nothing where it cannot be read."""
IN_FORCE = frozenset({Status.ACTIVE, Status.RENEGOTIATION})


def past(
    now: Agreement, own: Sequence[Agreement], recent: Sequence[Agreement], gone: Sequence[Agreement], every: Collection[Agreement]
) -> Past:
    """What is known of an agreement.

    `own` are its versions so far, `recent` those that its moves are judged by, `gone` the agreements that are no longer in the
    record, `every` those that are.
    """
    return Past(
        statuses=tuple(one.status for one in recent),
        ids=tuple(one.id for one in recent if one.id),
        strangers=frozenset(one.id for one in gone if one.id and one.id == now.id and likeness(one, now) < ALIKE),
        predecessors=dict(predecessors(now, gone, every)),
        signed=signed(now, own),
    )


def predecessors(now: Agreement, gone: Iterable[Agreement], every: Collection[Agreement]) -> Iterator[tuple[str, Predecessor]]:
    """The agreements that one replaces, with their last days and all in force that replace them."""
    known = {one.id: one for one in (*gone, *every)} if now.replaces else {}
    for name in now.replaces:
        if name in known:
            period = known[name].period
            successors = {one.id for one in every if name in one.replaces and one.status in IN_FORCE and one.id}
            yield name, Predecessor(name, period.end if period else None, tuple(sorted(successors)))


def signed(now: Agreement, before: Sequence[Agreement]) -> Mapping[str, tuple[Field, ...]]:
    """What has changed since each fingerprint that a signature bears, where the version it was made of is known."""
    borne = {str(one.fingerprint) for one in now.signatures if one.fingerprint}
    today = fingerprint(now) if borne else None
    wanted = {one for one in borne if not (today and covers(one, today))}
    found: dict[str, tuple[Field, ...]] = {}
    for version in reversed(before):
        if len(found) == len(wanted):
            break
        own = fingerprint(version)
        found |= {one: changed_fields(version, now) for one in wanted - found.keys() if own and covers(one, own)}
    return found


def changed_fields(then: Agreement, now: Agreement) -> tuple[Field, ...]:
    """The parts of the signed content that say something else now."""
    return tuple(dict.fromkeys(change.fields[0] for change in compare(then, now) if change.weight is Weight.MATERIAL))


def written(signature: Signature, life: Iterable[tuple[Step, Agreement]]) -> Step | None:
    """The step that first brought a signature into a file."""
    return next((step for step, version in life if signature in version.signatures), None)


def bearing(print_: str, life: Sequence[tuple[Step, Agreement]]) -> tuple[Step, Agreement] | None:
    """The newest version with that fingerprint."""
    for step, version in reversed(life):
        own = fingerprint(version)
        if own and covers(print_, own):
            return step, version
    return None
