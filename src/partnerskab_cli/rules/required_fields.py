"""The check behind most requirement rules: which fields stand empty, of those the form asks for."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache

from ..model.agreement import Agreement
from ..model.choices import Formality
from ..model.record import Finding, Way
from ..model.requirements import find_holding_records, get_required_severity, is_unanswered


def make_required_check(*ways: Way) -> Callable[[Agreement], Iterator[Finding]]:
    """A check that finds which of the fields stand empty, of those that the form asks for."""

    @cache
    def list_required(formality: Formality) -> Iterable[Way]:
        """Those that an agreement of that form is asked for."""
        return tuple(way for way in ways if get_required_severity(way[-1].need, formality))

    def check(agreement: Agreement) -> Iterator[Finding]:
        for fields in list_required(agreement.formality):
            for record in find_holding_records(agreement, fields):
                if is_unanswered(record, fields[-1]):
                    yield Finding(record, fields[-1], None, {})

    return check


"""What the examples of rules in more than one chapter are made of."""

A_GRANT = (
    "tilskud: {lovgrundlag: sel_18, beløb: 25000, bevillingsperiode: {start: 2026-01-01, slut: 2026-12-31}, udbetaling: engang, "
    "regnskab: {frist: 2027-04-01}, ubrugt: tilbagebetales}"
)
"""A grant that nothing is missing from."""
AN_EVALUATION = "evaluering: {hvornår: 1 om året, næste: 2026-10-01}"
