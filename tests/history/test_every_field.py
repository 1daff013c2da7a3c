"""Field by field: a signed one that changes is named, weighed as material and moves the fingerprint; another one never does."""

import pytest
from samples import everything, otherwise

from partnerskab_cli.difference import ChangeSignificance
from partnerskab_cli.history.describe import describe_change
from partnerskab_cli.history.diff import compare_agreements
from partnerskab_cli.history.signature import compute_content_fingerprint
from partnerskab_cli.model.agreement import Agreement
from partnerskab_cli.model.record import FieldPath, iter_record_types, walk_fields

FIELDS = [point for point in walk_fields(Agreement) if not list(iter_record_types(point.field.kind))]
each_field = pytest.mark.parametrize("point", FIELDS, ids=lambda point: point.format_path("en"))


@each_field
def test_the_fingerprint_moves_with_signed_fields_and_no_others(point: FieldPath) -> None:
    old, new = base(point), otherwise(base(point), point.way)
    assert isinstance(new, Agreement)
    assert (compute_content_fingerprint(old) != compute_content_fingerprint(new)) is point.material


@each_field
def test_the_change_is_named_and_weighed(point: FieldPath) -> None:
    old, new = base(point), otherwise(base(point), point.way)
    assert isinstance(new, Agreement)
    result = compare_agreements(old, new)
    assert {change.fields for change in result} == {point.way}
    assert all((change.weight is ChangeSignificance.MATERIAL) is point.material for change in result)


@each_field
def test_the_change_can_be_said_in_both_languages(point: FieldPath) -> None:
    old, new = base(point), otherwise(base(point), point.way)
    assert isinstance(new, Agreement)
    for change in compare_agreements(old, new):
        for language in ("da", "en"):
            message = describe_change(change, language)
            assert message.title
            assert message.before or message.after or message.note


def base(point: FieldPath) -> Agreement:
    """Everything, and a record where the field lies in one that may also be something simpler."""
    agreement = everything()
    for number in range(1, len(point.way)):
        if point.way[number - 1].name == "deadline":
            changed = otherwise(agreement, (*point.way[:number], point.way[number]))
            assert isinstance(changed, Agreement)
            return changed
    return agreement


def test_there_are_fields_of_both_kinds() -> None:
    assert sum(point.material for point in FIELDS) > 100
    assert sum(not point.material for point in FIELDS) > 60
