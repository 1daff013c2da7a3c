"""The example record: on the day it was written for it gives no error, no warning, and only the advice its README explains."""

import json
import re
from pathlib import Path

import pytest
from conftest import PROJECT, TODAY, Runner

README = (PROJECT / "agreements" / "README.md").read_text("utf-8")
FILES = sorted(path.stem for path in (PROJECT / "agreements").glob("*.yaml"))


@pytest.fixture
def found(run: Runner) -> set[tuple[str, str]]:
    """Each rule that speaks, with the file it speaks of; the record as a whole is the profile."""
    done = run("check", "--today", TODAY, "--output-format", "json", cwd=PROJECT)
    assert done.code == 0, done.out + done.err
    report = json.loads(done.out)
    assert report["summary"]["error"] == report["summary"]["warning"] == 0
    return {(one["code"], Path(one["path"]).stem) for one in report["findings"]}


def test_only_the_advice_that_the_readme_explains_is_given(found: set[tuple[str, str]]) -> None:
    explained = re.findall(r"^\| ([A-ZØ]{3}[0-9]{2}[a-z]?) \| (?:`([a-z0-9-]+)`|the whole record) \|", README, re.MULTILINE)
    assert found == {(code, file or "partnerskab") for code, file in explained}


def test_the_readme_tells_of_every_file() -> None:
    assert (
        sorted(re.findall(r"^\| `([a-z0-9-]+)` \| (?:mundtlig|tilskud|samarbejdsaftale|partnerskabsaftale) \|", README, re.MULTILINE))
        == FILES
    )


def test_what_is_said_to_be_without_findings_is(found: set[tuple[str, str]]) -> None:
    perfect = README.partition("## Without any finding")[2].partition("\n## ")[0]
    named = re.findall(r"`([a-z0-9-]+)`", perfect)
    assert len(named) >= 8
    assert set(named) <= set(FILES)
    assert not {file for _, file in found} & set(named)


@pytest.mark.parametrize("form", ["mundtlig", "tilskud", "samarbejdsaftale", "partnerskabsaftale"])
def test_every_form_has_a_perfect_example(form: str) -> None:
    perfect = README.partition("## Without any finding")[2].partition("\n## ")[0]
    assert re.search(rf"^- {form}: `", perfect, re.MULTILINE)


def test_the_perfect_examples_stay_perfect_one_by_one(run: Runner) -> None:
    perfect = re.findall(r"`([a-z0-9-]+)`", README.partition("## Without any finding")[2].partition("\n## ")[0])
    done = run("check", *(f"agreements/{name}.yaml" for name in perfect), "--today", TODAY, "--output-format", "json", cwd=PROJECT)
    assert json.loads(done.out)["findings"] == []


def test_the_record_shows_every_form_type_and_status() -> None:
    text = "\n".join((PROJECT / "agreements" / f"{name}.yaml").read_text("utf-8") for name in FILES)
    for word in ("mundtlig", "tilskud", "samarbejdsaftale", "partnerskabsaftale"):
        assert re.search(rf"^formalitet: {word}$", text, re.MULTILINE)
    for word in ("idé", "udkast", "aktiv", "genforhandling", "ophørt"):
        assert re.search(rf"^status: {word}\b", text, re.MULTILINE)
    for word in ("uddelegering", "samskabelse", "samproduktion"):
        assert re.search(rf"^type: {word}$", text, re.MULTILINE)


def test_the_record_is_laid_out_as_the_tool_lays_it_out(run: Runner) -> None:
    done = run("fmt", "--check", "agreements", cwd=PROJECT)
    assert (done.code, done.out) == (0, "")
