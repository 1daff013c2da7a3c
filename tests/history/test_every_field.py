"""Field by field: a signed one that changes is named, weighed as material and moves the fingerprint; another one never does."""

import pytest
from samples import everything, otherwise

from partnerskab_cli.agreement.agreement import Agreement
from partnerskab_cli.agreement.record import Point, points, sections
from partnerskab_cli.difference import Weight
from partnerskab_cli.history.compare import compare
from partnerskab_cli.history.signature import fingerprint
from partnerskab_cli.history.wording import line

FIELDS = [point for point in points(Agreement) if not list(sections(point.field.kind))]
each_field = pytest.mark.parametrize("point", FIELDS, ids=lambda point: point.route("en"))


@each_field
def test_the_fingerprint_moves_with_signed_fields_and_no_others(point: Point) -> None:
    old, new = base(point), otherwise(base(point), point.way)
    assert isinstance(new, Agreement)
    assert (fingerprint(old) != fingerprint(new)) is point.material


@each_field
def test_the_change_is_named_and_weighed(point: Point) -> None:
    old, new = base(point), otherwise(base(point), point.way)
    assert isinstance(new, Agreement)
    found = compare(old, new)
    assert {change.fields for change in found} == {point.way}
    assert all((change.weight is Weight.MATERIAL) is point.material for change in found)


@each_field
def test_the_change_can_be_said_in_both_languages(point: Point) -> None:
    old, new = base(point), otherwise(base(point), point.way)
    assert isinstance(new, Agreement)
    for change in compare(old, new):
        for language in ("da", "en"):
            said = line(change, language)
            assert said.title
            assert said.before or said.after or said.note


def base(point: Point) -> Agreement:
    """Everything, and a record where the field lies in one that may also be something simpler."""
    made = everything()
    for number in range(1, len(point.way)):
        if point.way[number - 1].name == "deadline":
            changed = otherwise(made, (*point.way[:number], point.way[number]))
            assert isinstance(changed, Agreement)
            return changed
    return made


def test_there_are_fields_of_both_kinds() -> None:
    assert sum(point.material for point in FIELDS) > 100
    assert sum(not point.material for point in FIELDS) > 60
