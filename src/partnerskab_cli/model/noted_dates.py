"""What a file notes to have happened, and when that was last."""

from collections.abc import Iterable, Iterator
from datetime import date

from .agreement import Agreement
from .purpose import Result


def find_last_recorded_date(agreement: Agreement) -> date | None:
    """The newest day on which something is noted to have happened, else the start."""
    return find_newest(list_recorded_dates(agreement)) or (agreement.period.start if agreement.period else None)


def find_newest(days: Iterable[date | None]) -> date | None:
    """The last of some days."""
    return max((day for day in days if day), default=None)


def list_recorded_dates(agreement: Agreement) -> Iterator[date | None]:
    """Every day on which something happened. Days that are still to come, such as the next meeting, are none of them."""
    evaluation, cover, certificate = agreement.evaluation, agreement.insurance, agreement.child_certificate
    political = agreement.anchoring.political if agreement.anchoring else None
    yield from (entry.date for entry in agreement.log)
    yield from (signature.date for signature in agreement.signatures)
    yield from (result.date for _, result in iter_results(agreement))
    yield from (deliverable.delivered for deliverable in agreement.deliverables)
    yield from (grant.accounts.received for grant in agreement.grant if grant.accounts)
    yield from (cover.reported, cover.approved, cover.registered) if cover else ()
    yield evaluation.last if evaluation else None
    yield certificate.declaration if certificate else None
    yield political.date if political else None


def iter_results(agreement: Agreement) -> Iterator[tuple[str, Result]]:
    """Every result, with the words of the goal, the milestone or the sign of success it belongs to."""
    criteria = agreement.success_criteria
    for goal in agreement.goals:
        if goal.result:
            yield goal.text, goal.result
        yield from ((milestone.text, milestone.result) for milestone in goal.milestones if milestone.result)
    for side in (criteria.voluntary, criteria.public, criteria.users) if criteria else ():
        yield from ((criterion.text, criterion.result) for criterion in side if criterion.result)
