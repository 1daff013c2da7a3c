"""SARIF against its official schema, and what code scanning makes of it."""

import json
import re
import subprocess
from pathlib import Path

import jsonschema
import pytest
from conftest import needs, node_module
from reports import NASTY, finding, parsed, report, said

from partnerskab_cli.diagnostics import CompletionStatus, Report, Severity

SCHEMA = node_module("@microsoft", "sarif-multitool-linux", "sarif-2.1.0.json")
MULTITOOL = node_module("@microsoft", "sarif-multitool-linux", "Sarif.Multitool")
NO_ADDRESS = {"Warning_ProvideToolnformationUri"}
"""The tool has no address on the web that it could name."""
ABSENT = "the SARIF schema is not here: npm install @microsoft/sarif-multitool-linux"
REPORTS = {
    "nothing found": report(),
    "one of each": report(*(finding(f"STR0{number}", weight) for number, weight in enumerate(Severity, 1))),
    "hostile": report(finding(says=NASTY, cure=NASTY, path="agreements/cafe\u0301 #1 @x.yaml", subject=NASTY)),
    "broken file": report(finding("STR01d"), lines=(), marks=()),
    "nothing known": Report((finding(),)),
}


@pytest.mark.outside
@pytest.mark.parametrize("case", REPORTS)
def test_it_fits_the_official_schema(case: str) -> None:
    needs(SCHEMA, ABSENT)
    assert SCHEMA
    jsonschema.validate(json.loads(said("sarif", REPORTS[case])), json.loads(SCHEMA.read_text("utf-8-sig")))


@pytest.mark.outside
def test_the_schema_refuses_a_danish_level() -> None:
    needs(SCHEMA, ABSENT)
    assert SCHEMA
    wrong = said("sarif", report(finding())).replace('"level": "error"', '"level": "fejl"')
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(json.loads(wrong), json.loads(SCHEMA.read_text("utf-8-sig")))


@pytest.mark.outside
def test_microsofts_validator_has_no_complaint_of_what_code_scanning_needs(tmp_path: Path) -> None:
    needs(MULTITOOL, "the SARIF multitool is not here: npm install @microsoft/sarif-multitool-linux")
    MULTITOOL.chmod(0o755)  # type: ignore[union-attr] # `needs` has seen to it
    (tmp_path / "found.sarif").write_text(said("sarif", REPORTS["one of each"]), "utf-8")
    words = ["validate", "found.sarif", "--rule-kind", "Sarif;Ghas", "--level", "Error;Warning", "--output", "checked.sarif"]
    subprocess.run(
        [str(MULTITOOL), *words], cwd=tmp_path, env={"DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1", "HOME": str(tmp_path)}, check=False, capture_output=True
    )  # fmt: skip
    checked = json.loads((tmp_path / "checked.sarif").read_text("utf-8-sig"))
    assert [item["message"]["id"] for item in checked["runs"][0]["results"] if item["message"]["id"] not in NO_ADDRESS] == []


def test_errors_come_first() -> None:
    (run,) = parsed("sarif", report(*(finding(f"STR0{number}", weight) for number, weight in enumerate(Severity, 1))))["runs"]
    assert [item["level"] for item in run["results"]] == ["error", "warning", "note"]


def test_every_result_points_at_its_rule() -> None:
    (run,) = parsed("sarif", report(finding("TJK10"), finding("STR04"), finding("STR02")))["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rules[item["ruleIndex"]]["id"] for item in run["results"]] == [item["ruleId"] for item in run["results"]]
    assert all(rule["help"]["markdown"] and rule["shortDescription"]["text"] and rule["fullDescription"]["text"] for rule in rules)


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("agreements/café ø.yaml", "agreements/caf%C3%A9%20%C3%B8.yaml"),
        ("./-x.yaml", "-x.yaml"),
        ("a#b?c%d.yaml", "a%23b%3Fc%25d.yaml"),
        ("a/b:c.yaml", "a/b%3Ac.yaml"),
        ("/srv/aftaler/x.yaml", "file:///srv/aftaler/x.yaml"),
        ("C:/aftaler/x.yaml", "file:///C:/aftaler/x.yaml"),
        ("a\udce6.yaml", "a%E6.yaml"),
    ],
)
def test_paths_are_percent_encoded(path: str, uri: str) -> None:
    (run,) = parsed("sarif", report(finding(path=path)))["runs"]
    place = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place["uri"] == uri
    assert ("uriBaseId" in place) == (not uri.startswith("file:"))


def test_the_fingerprint_survives_a_move_of_the_line() -> None:
    here, there = (report(finding(span=finding().span._replace(line=line, end_line=line))) for line in (1, 9))
    prints = [parsed("sarif", report)["runs"][0]["results"][0]["partialFingerprints"] for report in (here, there)]
    assert prints[0] == prints[1]


def test_two_findings_alike_have_two_fingerprints() -> None:
    (run,) = parsed("sarif", report(finding(), finding()))["runs"]
    assert len({item["partialFingerprints"]["partnerskab/v1"] for item in run["results"]}) == 2


def test_no_link_and_no_placeholder_comes_alive_in_a_message() -> None:
    (run,) = parsed("sarif", REPORTS["hostile"])["runs"]
    text = run["results"][0]["message"]["text"]
    assert not re.search(r"\[[^\]]*\]\([^)]+\)|\{\d+\}", text)


def test_what_github_would_refuse_is_left_out_and_said() -> None:
    diagnostic = finding()
    (run,) = parsed("sarif", Report((diagnostic,) * 25_007, rules=report(diagnostic).rules))["runs"]
    assert len(run["results"]) == 25_000
    assert run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"] == "7 fund mere er ikke med her."


def test_a_clean_run_is_a_whole_run() -> None:
    (run,) = parsed("sarif", report(marks=(CompletionStatus.NO,) * 13))["runs"]
    assert run["results"] == []
    assert run["tool"]["driver"]["rules"] == []
