"""Reviewdog's format by a validator that follows its published description."""

import json
import subprocess
from pathlib import Path

import pytest
from conftest import needs, node_module
from reports import NASTY, WIDE, finding, parsed, report, said, span_of

from partnerskab_cli.diagnostics import TOP, Edit, Severity, Span

VALIDATOR = node_module("@umbrelladocs", "rdformat-validator", "bin", "rdformat-validator.js")
SUGGESTION = Edit(span_of("aktvi"), "aktiv")
REPORTS = {
    "nothing found": report(),
    "one of each": report(*(finding(f"STR0{number}", weight) for number, weight in enumerate(Severity, 1))),
    "a suggestion": report(finding(edits=(SUGGESTION,))),
    "hostile": report(finding(says=NASTY, path="-a b\u202e.yaml", edits=(Edit(Span(1, 1, 1, 1), NASTY),))),
    "broken file": report(finding("STR01d", span=Span(4, 7, 4, 8)), lines=()),
    "empty file": report(finding("STR01e", span=TOP), lines=()),
}


def faults(text: str, folder: Path) -> list[str]:
    """What the validator has against a report."""
    needs(VALIDATOR, "the rdjson validator is not here: npm install @umbrelladocs/rdformat-validator")
    (folder / "found.json").write_text(text, "utf-8")
    words = ["node", str(VALIDATOR), "--strict", "--no-extra-fields", "--format", "json", "found.json"]
    done = subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False)
    return [] if done.returncode == 0 else [done.stdout + done.stderr]


@pytest.mark.outside
@pytest.mark.parametrize("case", REPORTS)
def test_it_fits_the_published_description(case: str, tmp_path: Path) -> None:
    assert faults(said("rdjson", REPORTS[case]), tmp_path) == []


@pytest.mark.outside
@pytest.mark.parametrize("wrong", [('"ERROR"', '"FEJL"'), ('"message"', '"besked"'), ('"line": 1', '"line": "et"')], ids=str)
def test_the_validator_refuses_what_is_wrong(wrong: tuple[str, str], tmp_path: Path) -> None:
    assert faults(said("rdjson", REPORTS["a suggestion"]).replace(*wrong), tmp_path)


def test_taking_the_suggestion_mends_the_line() -> None:
    (item,) = parsed("rdjson", REPORTS["a suggestion"])["diagnostics"]
    place, text = item["suggestions"][0]["range"], item["suggestions"][0]["text"]
    data = WIDE.encode()
    mended = data[: place["start"]["column"] - 1] + text.encode() + data[place["end"]["column"] - 1 :]
    assert mended.decode() == WIDE.replace("aktvi", "aktiv")


def test_half_a_mend_is_not_suggested() -> None:
    (item,) = parsed("rdjson", report(finding(edits=(SUGGESTION, SUGGESTION))))["diagnostics"]
    assert "suggestions" not in item


def test_a_suggestion_of_several_lines_keeps_its_lines() -> None:
    stub = "ophør:\n  varsel: 3 måneder\n"
    (item,) = parsed("rdjson", report(finding(edits=(Edit(Span(2, 1, 2, 1), stub),))))["diagnostics"]
    assert item["suggestions"] == [{"range": {"start": {"line": 2, "column": 1}, "end": {"line": 2, "column": 1}}, "text": stub}]


def test_what_would_steer_a_terminal_is_escaped_and_read_back_whole() -> None:
    text = said("rdjson", REPORTS["hostile"])
    assert "\u202e" not in text
    assert json.loads(text)["diagnostics"][0]["location"]["path"] == "-a b\u202e.yaml"
