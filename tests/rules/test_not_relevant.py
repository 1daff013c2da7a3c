"""“Not relevant”: what help offers, what the schema takes and what check says of a field are one answer, field by field and form by form."""

import re
from datetime import date

import pytest
from jsonschema import Draft7Validator
from laying import BASES, clean, laid

from partnerskab_cli.check import CheckOptions
from partnerskab_cli.check.engine import check_bytes
from partnerskab_cli.create.answers import InvalidAnswer, parse_field_answer
from partnerskab_cli.create.json_schema import make_schema
from partnerskab_cli.help.fields import build_field_page
from partnerskab_cli.model.agreement import Agreement
from partnerskab_cli.model.choices import Formality
from partnerskab_cli.model.field import Field
from partnerskab_cli.model.record import FieldPath
from partnerskab_cli.rules.rule import CheckDates
from partnerskab_cli.source.profiles import read_profile

SETTINGS = CheckOptions(read_profile("danmark")[0], CheckDates(date(2026, 3, 1)))
FORMS = tuple(Formality)
NEVER = ("id", "titel", "formalitet", "status", "parter", "formål")


def waived(one: Field) -> str:
    return f"{one.key}: {{ikke_relevant: Det giver sig selv.}}"


def codes(text: str) -> list[str]:
    _, report = check_bytes(text.encode(), "a.yaml", SETTINGS)
    return [diagnostic.code for diagnostic in report.diagnostics]


def help_text(one: Field) -> str:
    page = build_field_page(FieldPath((one,), public=False, material=False, answers=(), source="practice"))
    return next((str(block) for block in page.blocks if "ikke_relevant" in str(block)), "")


def without(text: str, key: str) -> str:
    return re.sub(rf"^{key}:.*\n(?:[ -].*\n)*", "", text, flags=re.MULTILINE)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
@pytest.mark.parametrize("one", Agreement.fields, ids=lambda one: one.key)
def test_check_refuses_exactly_what_help_does_not_offer(one: Field, form: Formality) -> None:
    offered = help_text(one)
    exception = offered.partition("; dog ikke i")[2]
    refused = not offered or form.value.key in exception
    text = laid(waived(one), BASES["MTSP"[FORMS.index(form)]])
    assert ("STR04d" in codes(text)) is refused


@pytest.mark.parametrize("one", Agreement.fields, ids=lambda one: one.key)
def test_the_schema_takes_exactly_what_help_offers(one: Field) -> None:
    validator = Draft7Validator(make_schema(Agreement, "da"))
    errors = [
        error
        for error in validator.iter_errors({one.key: {"ikke_relevant": "Det giver sig selv."}})
        if list(error.absolute_path) == [one.key]
    ]
    assert bool(errors) is not bool(help_text(one))


@pytest.mark.parametrize("key", NEVER)
def test_what_no_agreement_can_do_without_is_offered_nowhere(key: str) -> None:
    one = Agreement.names[key]
    assert not help_text(one)
    assert isinstance(parse_field_answer(one, "ikke relevant, fordi det giver sig selv", "da"), InvalidAnswer)
    assert "STR04d" in codes(without(clean("mundtlig"), key) + waived(one) + "\n")


@pytest.mark.parametrize("base", [base for base in BASES.values() if base != "tilskud"])
def test_a_grant_can_be_irrelevant_where_the_agreement_is_no_grant(base: str) -> None:
    assert codes(laid("tilskud: {ikke_relevant: Der følger ingen penge med.}", base)) == codes(without(clean(base), "tilskud"))
