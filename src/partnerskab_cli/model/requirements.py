"""What an agreement must answer: a function of its form and its status, and of nothing else."""

from ..diagnostics import Severity
from .agreement import Agreement
from .choices import Formality, Status
from .field import ALWAYS, Field, Requiredness
from .money import Grant
from .record import Record, Way, walk_fields

FORMS = tuple(Formality)
SOFTENED = {
    Status.IDEA: Severity.ADVICE,
    Status.DRAFT: Severity.WARNING,
    Status.ACTIVE: Severity.ERROR,
    Status.RENEGOTIATION: Severity.WARNING,
    Status.ENDED: None,
}
"""The heaviest a missing answer can be at each status."""


def get_required_severity(need: Requiredness, formality: Formality) -> Severity | None:
    """How heavily an active agreement of that form misses the answer."""
    return need.inside or need[1 + FORMS.index(formality)]


def relax_severity(severity: Severity, status: Status) -> Severity | None:
    """The severity of a missing required answer at that status."""
    limit = SOFTENED[status]
    return limit and min(severity, limit)


def list_required_fields(formality: Formality) -> tuple[Way, ...]:
    """The answers an active agreement of that form must give, the parts of standing records not counted."""
    return tuple(point.way for point in walk_fields(Agreement) if is_required(point.way, formality))


def is_required(way: Way, formality: Formality) -> bool:
    """Whether that field is hard-required in that form; inside a grant only the grant itself counts."""
    field = way[-1]
    inside_grant = len(way) > 1 and way[0] is GRANT
    return field.need is not ALWAYS and not inside_grant and get_required_severity(field.need, formality) is Severity.ERROR


GRANT: Field = Agreement.names["tilskud"]


def list_required_grant_fields() -> tuple[Field, ...]:
    """The answers every grant must give."""
    return tuple(field for field in Grant.fields if field.need is not ALWAYS and Severity.ERROR in field.need)


def is_unanswered(record: Record, field: Field) -> bool:
    """Whether a question is unanswered; an answer set aside is an answer, and so is what lifts the need."""
    if field.name in record.aside or (field.unless and getattr(record, field.unless[0]) == field.unless[1]):
        return False
    value = getattr(record, field.name)
    return value is None or value in ((), {})


def find_holding_records(agreement: Agreement, way: Way) -> tuple[Record, ...]:
    """The records that hold the last field of a way."""
    records: tuple[Record, ...] = (agreement,)
    for field in way[:-1]:
        records = tuple([item for record in records for item in list_inner_records(record, field)])
    return records


def list_inner_records(record: Record, field: Field) -> tuple[Record, ...]:
    """The records that a field holds."""
    value = getattr(record, field.name)
    values = value if type(value) is tuple else (value,)
    return tuple([item for item in values if isinstance(item, Record)])
