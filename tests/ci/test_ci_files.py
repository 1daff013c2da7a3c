"""The files for CI: they fit the published schemas, ask for little, and run nothing that a stranger wrote."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import PROJECT, needs, program

ACTION = PROJECT / "action.yml"
WORKFLOWS = sorted((PROJECT / "ci" / "github").glob("*.yml"))
RELEASE = PROJECT / ".github" / "workflows" / "release.yml"
GITHUB = [ACTION, *WORKFLOWS, RELEASE]
GITLAB = PROJECT / "ci" / "gitlab.yml"
CHECKER, ZIZMOR = program("check-jsonschema"), program("zizmor")
NO_CHECKER = "check-jsonschema is not here: pip install check-jsonschema"
HOSTILE = "agreements\n$(touch pwned)\n`touch pwned`\n; touch pwned\n--output-format=json\n-o json=pwned"


def loaded(path: Path) -> Any:
    return yaml.safe_load(path.read_text("utf-8"))


def steps(path: Path) -> list[dict[str, Any]]:
    """Every step of an action or of a workflow."""
    file = loaded(path)
    return list(file["runs"]["steps"]) if "runs" in file else [step for job in file["jobs"].values() for step in job["steps"]]


def fits(schema: str, path: Path) -> subprocess.CompletedProcess[str]:
    needs(CHECKER, NO_CHECKER)
    return subprocess.run([str(CHECKER), "--builtin-schema", schema, str(path)], capture_output=True, text=True, check=False)


@pytest.mark.outside
def test_the_action_fits_githubs_schema() -> None:
    assert fits("vendor.github-actions", ACTION).returncode == 0


@pytest.mark.outside
@pytest.mark.parametrize("path", [*WORKFLOWS, RELEASE], ids=lambda path: path.stem)
def test_a_workflow_fits_githubs_schema(path: Path) -> None:
    assert fits("vendor.github-workflows", path).returncode == 0


@pytest.mark.outside
def test_the_proposals_of_new_versions_fit_githubs_schema() -> None:
    assert fits("vendor.dependabot", PROJECT / ".github" / "dependabot.yml").returncode == 0


@pytest.mark.outside
def test_the_template_fits_gitlabs_schema(tmp_path: Path) -> None:
    header, jobs = GITLAB.read_text("utf-8").split("\n---\n")
    (tmp_path / "jobs.yml").write_text(jobs, "utf-8")
    assert fits("vendor.gitlab-ci", tmp_path / "jobs.yml").returncode == 0
    inputs = yaml.safe_load(header)["spec"]["inputs"]
    assert set(re.findall(r"\$\[\[ inputs\.(\w+) \]\]", jobs)) == set(inputs)


@pytest.mark.outside
def test_the_schemas_refuse_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "action.yml").write_text(ACTION.read_text("utf-8").replace("using: composite", "using: magi"), "utf-8")
    assert fits("vendor.github-actions", tmp_path / "action.yml").returncode != 0


@pytest.mark.outside
@pytest.mark.parametrize("path", GITHUB, ids=lambda path: path.stem)
def test_zizmor_finds_nothing(path: Path, tmp_path: Path) -> None:
    needs(ZIZMOR, "zizmor is not here: pip install zizmor")
    copy = tmp_path / path.name
    copy.write_text(path.read_text("utf-8").replace("@COMMIT", f"@{'0' * 40}"), "utf-8")
    done = subprocess.run([str(ZIZMOR), "--offline", "--pedantic", "--no-progress", str(copy)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("path", GITHUB, ids=lambda path: path.stem)
def test_no_expression_stands_in_a_script(path: Path) -> None:
    assert [step["name"] for step in steps(path) if "${{" in step.get("run", "")] == []


@pytest.mark.parametrize("path", GITHUB, ids=lambda path: path.stem)
def test_every_action_is_pinned(path: Path) -> None:
    used = [step["uses"] for step in steps(path) if "uses" in step]
    assert [item for item in used if not re.fullmatch(r"OWNER/partnerskab-cli@COMMIT|[\w/-]+@[0-9a-f]{40}", item)] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_may_only_read_and_the_job_that_comments_only_comment(path: Path) -> None:
    file = loaded(path)
    triggers = file[True]  # YAML 1.1 reads `on` as true
    assert "pull_request_target" not in triggers
    assert file["permissions"] == {}
    for name, job in file["jobs"].items():
        assert job["permissions"] == {"contents": "read"} | ({"pull-requests": "write"} if name == "comment" else {})
        assert job["timeout-minutes"] <= 10
        assert all(
            step["with"]["persist-credentials"] is False for step in job["steps"] if step.get("uses", "").startswith("actions/checkout")
        )


def test_no_input_stands_in_a_script_of_gitlab() -> None:
    jobs = yaml.safe_load(GITLAB.read_text("utf-8").split("\n---\n")[1])
    scripts = [line for job in jobs.values() for line in (*job.get("before_script", ()), *job.get("script", ()))]
    assert scripts
    assert not [line for line in scripts if "$[[" in line]


@pytest.fixture
def tool(tmp_path: Path) -> Path:
    """The tool as the action's first step leaves it: one program."""
    path = tmp_path / "bin" / "partnerskab"
    path.parent.mkdir()
    path.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m partnerskab_cli "$@"\n', "utf-8")
    path.chmod(0o755)
    return path


def step(name: str, tool: Path, folder: Path, **values: str) -> subprocess.CompletedProcess[str]:
    """Run the script of a step of the action, in the way GitHub runs bash."""
    needs(program("bash"), "bash is not here")
    (matches,) = [item for item in steps(ACTION) if item["name"] == name]
    given = {
        "PATH": os.environ["PATH"],
        "PARTNERSKAB": str(tool),
        "GITHUB_ACTIONS": "true",
        "GITHUB_STEP_SUMMARY": str(folder / "summary.md"),
    }
    words = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", matches["run"]]
    return subprocess.run(words, cwd=folder, env=given | values, capture_output=True, text=True, check=False)


def checked(
    tool: Path, folder: Path, paths: str = "agreements", output: str = "", fail_on: str = "error"
) -> subprocess.CompletedProcess[str]:
    return step("Check the agreements", tool, folder, PATHS=paths, OUTPUT=output, FAIL_ON=fail_on, PARTNERSKAB_LANG="")


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A record with one clean agreement."""
    folder = tmp_path / "record"
    (folder / "agreements").mkdir(parents=True)
    clean = (PROJECT / "tests" / "clean" / "mundtlig.yaml").read_text("utf-8")
    name = re.search("^id: (.*)$", clean, re.MULTILINE)
    assert name
    (folder / "agreements" / f"{name[1]}.yaml").write_text(clean, "utf-8")
    return folder


def test_the_action_checks_and_writes_what_was_asked_for(tool: Path, record: Path) -> None:
    done = checked(tool, record, output="sarif=found.sarif\njunit=found.xml\n")
    assert done.returncode == 0, done.stdout + done.stderr
    assert (record / "found.sarif").exists()
    assert (record / "found.xml").exists()
    assert (record / "summary.md").read_text("utf-8").startswith("### ")


def test_the_action_says_first_what_the_change_itself_brought(tool: Path, record: Path) -> None:
    (record / "agreements" / "before.yaml").write_text("titel: Gammel\nstatus: aktvi\n", "utf-8")
    who = {f"GIT_{who}_{what}": "x@y.dk" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    for words in (["init", "-q", "-b", "main"], ["add", "agreements"], ["commit", "-q", "-m", "x"]):
        subprocess.run(["git", *words], cwd=record, env=os.environ | who, check=True)
    (record / "agreements" / "since.yaml").write_text("titel: Ny\nstatus: aktvi\n", "utf-8")
    done = step("Check the agreements", tool, record, PATHS="agreements", OUTPUT="", FAIL_ON="error", BASE="main", PARTNERSKAB_LANG="")
    assert done.returncode == 1
    assert re.findall(r"agreements/(\w+)[.]yaml:2:", done.stdout) == ["since", "before", "since"]


def test_the_action_fails_on_a_fault_and_says_where(tool: Path, record: Path) -> None:
    (record / "agreements" / "te.yaml").write_text("titel: Te\nstatus: aktvi\n", "utf-8")
    done = checked(tool, record)
    assert done.returncode == 1
    assert "::error file=agreements/te.yaml,line=2," in done.stderr
    assert checked(tool, record, fail_on="never").returncode == 0


def test_a_hostile_input_is_no_more_than_a_path(tool: Path, record: Path) -> None:
    done = checked(tool, record, paths=HOSTILE)
    assert done.returncode == 2
    assert not list(record.rglob("pwned"))


@pytest.mark.parametrize("base", ["$(touch pwned)", "; touch pwned", "--output=pwned", "x;touch${IFS}pwned"])
def test_a_hostile_base_is_no_more_than_a_revision(tool: Path, record: Path, base: str) -> None:
    subprocess.run(["git", "init", "-q"], cwd=record, check=True)
    done = step("Say what changed in meaning", tool, record, BASE=base, PARTNERSKAB_LANG="")
    assert done.returncode == 2
    assert not list(record.rglob("pwned"))


@pytest.mark.outside
def test_the_action_installs_the_tool_by_hashes(tmp_path: Path) -> None:
    done = step(
        "Install partnerskab",
        tmp_path / "none",
        tmp_path,
        SOURCE=str(PROJECT),
        RUNNER_TEMP=str(tmp_path),
        GITHUB_OUTPUT=str(tmp_path / "out"),
    )
    assert done.returncode == 0, done.stderr
    program_ = (tmp_path / "out").read_text("utf-8").strip().removeprefix("program=")
    assert subprocess.run([program_, "--version"], capture_output=True, check=False).returncode == 0


def test_the_action_installs_nothing_without_its_hash() -> None:
    (result,) = [item["run"] for item in steps(ACTION) if item["name"] == "Install partnerskab"]
    fetched = [line for line in result.splitlines() if '"${pip[@]}"' in line]
    assert len(fetched) == 2
    assert all("--require-hashes" in line or "--no-deps --no-build-isolation" in line for line in fetched)
