"""The tool inside GitHub Actions: annotations beside the plain text, a summary, and only there."""

import json
from pathlib import Path

import pytest
from conftest import TODAY, Runner

AGREEMENT = """\
id: te
titel: "Blåbærgrød 🍓🫐 og te"
formalitet: mundtlig
status: aktvi
formål: Et sted at mødes.
parter:
  - {id: kommunen, navn: Tønder Kommune, side: offentlig, kontakt: {rolle: konsulent}}
  - {id: venner, navn: Torsdagsvennerne, side: frivillig, form: netværk, kontakt: {rolle: tovholder}}
"""
WORDS = ("check", "agreements/te.yaml", "--today", TODAY)


@pytest.fixture
def actions(tmp_path: Path) -> dict[str, str]:
    """The surroundings of a step, with an agreement that has a fault."""
    (tmp_path / "agreements").mkdir()
    (tmp_path / "agreements" / "te.yaml").write_text(AGREEMENT, "utf-8")
    return {"GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md")}


def summary(actions: dict[str, str]) -> str:
    path = Path(actions["GITHUB_STEP_SUMMARY"])
    return path.read_text("utf-8") if path.exists() else ""


def test_annotations_stand_beside_the_plain_text(run: Runner, actions: dict[str, str]) -> None:
    plain, done = run(*WORDS), run(*WORDS, env=actions)
    assert (done.code, done.out) == (plain.code, plain.out)
    assert done.err.startswith("::error file=agreements/te.yaml,line=4,endLine=4,col=9,endColumn=14,title=partnerskab STR04::")
    assert plain.err == ""


def test_the_summary_begins_with_the_verdict_and_is_added_to(run: Runner, actions: dict[str, str]) -> None:
    Path(actions["GITHUB_STEP_SUMMARY"]).write_text("# Fra et andet trin\n", "utf-8")
    run(*WORDS, env=actions)
    assert summary(actions).startswith("# Fra et andet trin\n### ❌ 1 aftale er læst. 1 fejl")


def test_a_full_summary_is_left_as_it_is(run: Runner, actions: dict[str, str]) -> None:
    Path(actions["GITHUB_STEP_SUMMARY"]).write_bytes(b"x" * (1 << 20))
    assert run(*WORDS, env=actions).code == 1
    assert len(summary(actions)) == 1 << 20


def test_a_format_that_was_asked_for_is_alone(run: Runner, actions: dict[str, str]) -> None:
    done = run(*WORDS, "--output-format", "json", env=actions)
    assert done.err == ""
    assert json.loads(done.out)["findings"]
    assert not summary(actions)


def test_annotations_that_were_asked_for_come_once_and_with_the_summary(run: Runner, actions: dict[str, str]) -> None:
    done = run(*WORDS, "--output-format", "github", env=actions)
    assert done.out.startswith("::error ")
    assert done.err == ""
    assert summary(actions)


@pytest.mark.parametrize("value", ["", "false", "1"])
def test_elsewhere_nothing_of_this_happens(run: Runner, actions: dict[str, str], value: str) -> None:
    done = run(*WORDS, env=actions | {"GITHUB_ACTIONS": value})
    assert done.err == ""
    assert not summary(actions)


@pytest.mark.parametrize("name", ["json", "sarif", "gitlab", "rdjson", "junit", "markdown"])
def test_a_quiet_run_still_gives_a_whole_document(run: Runner, actions: dict[str, str], tmp_path: Path, name: str) -> None:
    assert actions
    (tmp_path / "agreements" / "te.yaml").write_text(AGREEMENT.replace("aktvi", "ophørt"), "utf-8")
    loud, quiet = (run(*WORDS, "--output-format", name, "--select", "STR04", *extra) for extra in ((), ("-q",)))
    assert quiet.out == loud.out != ""


def test_every_format_is_written_in_one_run(run: Runner, actions: dict[str, str], tmp_path: Path) -> None:
    assert actions
    names = ("json", "sarif", "gitlab", "rdjson", "junit", "markdown", "github", "full", "concise", "grouped")
    run(*WORDS, *(word for name in names for word in ("-o", f"{name}={name}.out")))
    for name in names:
        assert (tmp_path / f"{name}.out").read_text("utf-8") == run(*WORDS, "--output-format", name).out
