"""JSON against the schema that ships with the tool, and as a program reads it."""

import json

import jsonschema
import pytest
from conftest import PROJECT, TODAY, Runner
from reports import NASTY, finding, parsed, report, said, span_of

from partnerskab_cli.diagnostics import TOP, CheckedFile, CompletionStatus, Edit, Report, Severity
from partnerskab_cli.formats.terminal_style import TerminalStyle
from partnerskab_cli.rules.registry import RULES

SCHEMA = json.loads((PROJECT / "schema" / "report.schema.json").read_text("utf-8"))
REPORTS = {
    "nothing found": report(),
    "each weight and mark": report(
        *(finding("STR04", weight) for weight in Severity), marks=(*CompletionStatus, *(CompletionStatus.YES,) * 9)
    ),
    "everything": report(finding("TJK10", item=10, hint="mente I?", edits=(Edit(span_of("aktvi"), "aktiv"),))),
    "hostile": report(finding(says=NASTY, cure=NASTY, path=NASTY, subject=NASTY, route=("a\ud800", 0, "b.c"))),
    "nothing readable": Report((finding(span=TOP, subject=""),), (CheckedFile("x.yaml"),)),
}


@pytest.mark.parametrize("case", REPORTS)
@pytest.mark.parametrize("language", ["da", "en"])
def test_it_fits_its_schema(case: str, language: str) -> None:
    jsonschema.Draft7Validator.check_schema(SCHEMA)
    jsonschema.validate(json.loads(said("json", REPORTS[case], TerminalStyle("da" if language == "da" else "en"))), SCHEMA)


@pytest.mark.parametrize("folder", ["agreements", "tests/cases", "tests/clean"])
def test_every_real_report_fits_it_too(run: Runner, folder: str) -> None:
    jsonschema.validate(json.loads(run("check", folder, "--output-format", "json", "--today", TODAY, cwd=PROJECT).out), SCHEMA)


def test_every_code_of_a_rule_fits_the_schema() -> None:
    code = SCHEMA["definitions"]["finding"]["properties"]["code"]
    for rule in RULES:
        jsonschema.validate(rule.code, code)


@pytest.mark.parametrize(
    "wrong", [("severity", "fejl"), ("line", 0), ("fingerprint", "x"), ("checklist_item", 14), ("unknown", 1)], ids=str
)
def test_the_schema_refuses_what_is_wrong(wrong: tuple[str, object]) -> None:
    value = parsed("json", REPORTS["everything"])
    value["findings"][0][wrong[0]] = wrong[1]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(value, SCHEMA)


def test_the_summary_counts_what_stands_there() -> None:
    value = parsed("json", REPORTS["each weight and mark"])
    assert value["summary"] == {"files": 1, "error": 1, "warning": 1, "advice": 1}
    assert value["files"][0]["checklist"] | {"1": "no", "2": "partly", "3": "yes", "4": "not_relevant"} == value["files"][0]["checklist"]


def test_letters_are_letters_and_what_would_steer_is_escaped() -> None:
    text = said("json", REPORTS["hostile"])
    assert "\\u202e" in text
    assert "\\ud800" in text
    assert "\u202e" not in text
    assert "»aktvi«" in said("json", report(finding()))
    assert json.loads(text)["findings"][0]["message"] == NASTY


def test_what_is_beyond_the_first_plane_is_escaped_in_two() -> None:
    assert "\\udb40\\udc41" in said("json", report(finding(says="\U000e0041")))


def test_the_route_reads_as_a_path() -> None:
    assert parsed("json", report(finding(route=("parter", 0, "navn"))))["findings"][0]["route"] == "parter[0].navn"
