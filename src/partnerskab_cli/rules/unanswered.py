"""The check behind most requirement rules: which fields stand empty, of those the form asks for."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache

from ..agreement.agreement import Agreement
from ..agreement.choices import Formality
from ..agreement.finding import Finding, Way
from ..agreement.requirement import find_holding_records, get_required_severity, is_unanswered


def make_required_check(*ways: Way) -> Callable[[Agreement], Iterator[Finding]]:
    """A check that finds which of the fields stand empty, of those that the form asks for."""

    @cache
    def of(formality: Formality) -> Iterable[Way]:
        """Those that an agreement of that form is asked for."""
        return tuple(one for one in ways if get_required_severity(one[-1].need, formality))

    def check(agreement: Agreement) -> Iterator[Finding]:
        for one in of(agreement.formality):
            for record in find_holding_records(agreement, one):
                if is_unanswered(record, one[-1]):
                    yield Finding(record, one[-1], None, {})

    return check
