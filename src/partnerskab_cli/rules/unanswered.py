"""The check behind most requirement rules: which fields stand empty, of those the form asks for."""

from collections.abc import Callable, Iterator

from ..agreement.agreement import Agreement
from ..agreement.finding import Finding, Way
from ..agreement.requirement import asked, empty, standing


def unanswered(*ways: Way) -> Callable[[Agreement], Iterator[Finding]]:
    """A check that finds which of the fields stand empty, of those that the form asks for."""

    def check(agreement: Agreement) -> Iterator[Finding]:
        for one in ways:
            if asked(one[-1].need, agreement.formality):
                yield from (Finding(record, one[-1], None, {}) for record in standing(agreement, one) if empty(record, one[-1]))

    return check
