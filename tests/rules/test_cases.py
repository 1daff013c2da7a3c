"""The eleven cases of the brochure: what the checker finds missing in a real story."""

from pathlib import Path

import pytest
import yaml
from laying import TODAY, profile

from partnerskab_cli.check import CheckOptions, check_file
from partnerskab_cli.rules.rule import CheckDates

CASES = Path(__file__).parent.parent / "cases"
EXPECTED: dict[str, list[dict[str, str | dict[str, str]]]] = yaml.safe_load((CASES / "expected.yaml").read_text("utf-8"))
SETTINGS = CheckOptions(profile("danmark"), CheckDates(TODAY))
FILES = sorted(path for path in CASES.glob("*.yaml") if path.stem != "expected")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_case_is_told_what_its_source_leaves_open(path: Path) -> None:
    _, report = check_file(path, path.name, SETTINGS, path.parent)
    result = {(diagnostic.code, diagnostic.severity.key) for diagnostic in report.diagnostics}
    assert report.files[0].unshown == 0
    assert result == {(item["code"], item["severity"]) for item in EXPECTED[path.stem]}


def test_every_case_is_told_of_and_says_why() -> None:
    assert {path.stem for path in FILES} == set(EXPECTED)
    assert len(FILES) == 11
    reasons = [item["because"] for case in EXPECTED.values() for item in case]
    assert all(isinstance(reason, dict) and reason["da"] and reason["en"] for reason in reasons)
