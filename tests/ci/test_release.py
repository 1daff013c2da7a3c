"""How a version comes into the world: tried whole, built twice, vouched for, and handed over without a password."""

import os
import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import PROJECT, needs, program

from partnerskab_cli.version import __version__

TEXT = (PROJECT / ".github" / "workflows" / "release.yml").read_text("utf-8")
WORKFLOW: Any = yaml.safe_load(TEXT)
JOBS: dict[str, Any] = WORKFLOW["jobs"]


def test_only_a_tag_makes_a_release() -> None:
    assert WORKFLOW[True] == {"push": {"tags": ["v*"]}}  # YAML 1.1 reads `on` as true


def test_only_the_last_job_may_more_than_read() -> None:
    assert WORKFLOW["permissions"] == {}
    assert {name: job["permissions"] for name, job in JOBS.items()} == {
        "test": {"contents": "read"},
        "build": {"contents": "read"},
        "publish": {"id-token": "write", "attestations": "write"},
    }


def test_nothing_is_handed_over_that_was_not_tried_and_agreed_to() -> None:
    publish = JOBS["publish"]
    assert set(publish["needs"]) == {"test", "build"}
    assert publish["environment"] == "release"
    assert not [step for step in publish["steps"] if "run" in step or "checkout" in step["uses"]]


def test_no_password_and_no_cache() -> None:
    assert not re.search(r"secrets\.|password|token:(?! write)|cache", TEXT.replace("there is no password", ""))
    assert all(job["timeout-minutes"] for job in JOBS.values())


def test_every_file_it_runs_is_there() -> None:
    named = re.findall(r"(?<![\w/])\.ci/[\w.]+", TEXT)
    assert set(named) == {".ci/run", ".ci/tagged", ".ci/requirements.txt", ".ci/build"}
    assert all((PROJECT / name).is_file() for name in named)


def tagged(folder: Path, tag: str) -> int:
    needs(program("bash"), "bash is not here")
    return subprocess.run(["bash", str(folder / ".ci" / "tagged"), tag], capture_output=True, check=False).returncode


def test_the_tag_is_the_version_and_the_changelog_has_its_day(tmp_path: Path) -> None:
    for name in (".ci/tagged", "src/partnerskab_cli/version.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(PROJECT / name, tmp_path / name)
    changes = tmp_path / "CHANGELOG.md"
    changes.write_text(f"## {__version__} (not yet released)\n", "utf-8")
    assert tagged(tmp_path, f"v{__version__}") == 1
    changes.write_text(f"## {__version__} (2026-03-01)\n", "utf-8")
    assert tagged(tmp_path, f"v{__version__}") == 0
    assert tagged(tmp_path, __version__) == 1
    assert tagged(tmp_path, f"v{__version__}0") == 1


@pytest.mark.outside
def test_a_release_is_built_from_the_commit_and_only_once_it_is_the_same_twice(tmp_path: Path) -> None:
    needs(find_spec("build") and find_spec("hatchling"), "build and hatchling are not here: pip install '.[release]'")
    words = ["bash", str(PROJECT / ".ci" / "build"), str(tmp_path / "out")]
    done = subprocess.run(words, env=os.environ | {"PYTHON": sys.executable}, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    result = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert result == [f"partnerskab_cli-{__version__}-py3-none-any.whl", f"partnerskab_cli-{__version__}.tar.gz"]
    assert [line.split()[1] for line in done.stdout.splitlines()] == result
