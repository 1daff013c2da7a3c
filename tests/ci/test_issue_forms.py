"""The forms for those who found a fault: in both languages, asking about the tool and never about people."""

import subprocess
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import PROJECT, needs, program

FORMS = sorted((PROJECT / ".github" / "ISSUE_TEMPLATE").glob("*.yml"))
PAIRS = {"falsk-alarm.da": "false-alarm.en", "manglende-regel.da": "missing-rule.en"}
CHECKER = program("check-jsonschema")
ABOUT_PEOPLE = ("name", "mail", "phone", "contact", "address", "cpr")
each = pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)


def loaded(path: Path) -> Any:
    return yaml.safe_load(path.read_text("utf-8"))


def questions(path: Path) -> dict[str, tuple[str, bool, int]]:
    """What a form asks for: the kind of each answer, whether it must be given, and how many there are to choose from."""
    return {
        item["id"]: (item["type"], item.get("validations", {}).get("required", False), len(item["attributes"].get("options", ())))
        for item in loaded(path)["body"]
        if "id" in item
    }


def test_every_form_is_there_in_both_languages() -> None:
    assert {path.stem for path in FORMS} == {*PAIRS, *PAIRS.values()}
    for danish, english in PAIRS.items():
        first, second = (next(path for path in FORMS if path.stem == name) for name in (danish, english))
        assert questions(first) == questions(second)
        assert loaded(first)["labels"] == loaded(second)["labels"]


def test_no_two_forms_have_a_sentence_in_common_across_languages() -> None:
    lines: defaultdict[str, set[str | None]] = defaultdict(set)
    for path in FORMS:
        form = loaded(path)
        lines[path.stem[-2:]] |= {form["name"], form["description"], *(item["attributes"].get("label") for item in form["body"])} - {None}
    assert not lines["da"] & lines["en"]


@each
def test_a_form_warns_before_it_asks_and_asks_for_nobody(path: Path) -> None:
    first, *asked = loaded(path)["body"]
    assert first["type"] == "markdown"
    assert "CPR" in first["attributes"]["value"]
    assert not [item["id"] for item in asked if any(word in item["id"] for word in ABOUT_PEOPLE)]
    assert asked[-1]["attributes"]["options"][0]["required"] is True


@pytest.mark.outside
@each
def test_a_form_fits_githubs_schema(path: Path) -> None:
    needs(CHECKER, "check-jsonschema is not here: pip install check-jsonschema")
    words = [str(CHECKER), "--builtin-schema", "vendor.github-issue-forms", str(path)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
