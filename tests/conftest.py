"""What every test may ask for: the tool as a process, and the project's own folders."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

PROJECT = Path(__file__).parent.parent
TODAY = "2026-03-01"
QUIET = ("FORCE_COLOR", "NO_COLOR", "COLUMNS", "PARTNERSKAB_LANG", "GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "CI")
"""Surroundings that would change what the tool says."""


class Ran(NamedTuple):
    """What a run of the tool gave."""

    code: int
    out: str
    err: str


Runner = Callable[..., Ran]


@pytest.fixture
def run(tmp_path: Path) -> Runner:
    """Run the tool as a process; `cwd` is the test's own folder unless another is named."""

    def runner(
        *words: str, cwd: Path | None = None, given: bytes | None = None, env: Mapping[str, str] | None = None, timeout: float = 60
    ) -> Ran:
        surroundings = {name: value for name, value in os.environ.items() if name not in QUIET} | dict(env or {})
        done = subprocess.run(
            [sys.executable, "-m", "partnerskab_cli", *words],
            cwd=cwd or tmp_path, input=given, stdin=None if given is not None else subprocess.DEVNULL,
            capture_output=True, env=surroundings, timeout=timeout, check=False,
        )  # fmt: skip
        return Ran(done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace"))

    return runner


@pytest.fixture
def project() -> Path:
    """The project's own folder."""
    return PROJECT


def needs(component: object, sentence: str) -> None:
    """Skip a test whose component is absent, and say so; under CI that is a failure."""
    if not component:
        if os.environ.get("CI"):
            pytest.fail(sentence)
        pytest.skip(sentence)
