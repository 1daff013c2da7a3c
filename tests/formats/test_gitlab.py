"""Code Quality after GitLab's own description of the report: which members, which words, one fingerprint each."""

import re
from hashlib import sha256
from typing import Any

from reports import NASTY, finding, parsed, report, said

from partnerskab_cli.diagnostics import Severity, Span
from partnerskab_cli.formats.machine_readable import compute_fingerprints

DESCRIBED = {"description", "check_name", "fingerprint", "severity", "location"}
WEIGHTS = {"info", "minor", "major", "critical", "blocker"}
MANY = report(
    *(finding(f"STR0{number}", weight, path=f"./{number}.yaml") for number, weight in enumerate(Severity, 1)),
    finding(),
    finding(says=NASTY),
)


def test_it_is_a_list_without_a_byte_order_mark() -> None:
    assert said("gitlab", report()) == "[]\n"
    assert said("gitlab", MANY).startswith("[\n")


def test_every_member_that_gitlab_describes_is_there_and_no_other() -> None:
    for item in parsed("gitlab", MANY):
        assert set(item) == DESCRIBED
        assert isinstance(item["description"], str)
        assert re.fullmatch("[0-9a-f]{16}", item["fingerprint"])
        assert item["severity"] in WEIGHTS
        place: dict[str, Any] = item["location"]
        assert isinstance(place["lines"]["begin"], int)
        assert place["lines"]["begin"] >= 1


def test_paths_are_relative_and_begin_with_no_dot() -> None:
    assert [item["location"]["path"] for item in parsed("gitlab", MANY)][:3] == ["1.yaml", "2.yaml", "3.yaml"]


def test_fingerprints_are_unique() -> None:
    prints = [item["fingerprint"] for item in parsed("gitlab", MANY)]
    assert len(set(prints)) == len(prints)


def test_the_fingerprint_is_that_of_json_and_sarif() -> None:
    sarif = parsed("sarif", report(finding()))["runs"][0]["results"][0]["partialFingerprints"]["partnerskab/v1"]
    assert {sarif} == {
        item["fingerprint"] for item in (*parsed("gitlab", report(finding())), *parsed("json", report(finding()))["findings"])
    }


def test_a_missing_thing_points_at_the_first_line() -> None:
    (item,) = parsed("gitlab", report(finding(span=Span(1, 1, 1, 1)), lines=()))
    assert item["location"]["lines"] == {"begin": 1, "end": 1}


def test_a_fingerprint_is_made_of_rule_agreement_way_and_number() -> None:
    diagnostic = finding("STR04", subject="kaffe", route=("parter", 0, "navn"))
    identity = "STR04\0kaffe\0parter[0].navn"
    expected = [sha256(words.encode()).hexdigest()[:16] for words in (identity, f"{identity}\x002", f"{identity}\x003")]
    assert compute_fingerprints(report(diagnostic, diagnostic, diagnostic)) == expected
