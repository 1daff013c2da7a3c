"""What every test may ask for: the tool as a process, and the project's own folders."""

import gc
import math
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryFile
from typing import NamedTuple

import pytest
from hypothesis import settings

from partnerskab_cli.__main__ import main
from partnerskab_cli.cli import main as app

gc.enable()  # the door of the tool switches the collector off for its own short runs
PROJECT = Path(__file__).parent.parent
TODAY = "2026-03-01"
LEFT_OUTSIDE = (
    "FORCE_COLOR",
    "NO_COLOR",
    "COLUMNS",
    "PARTNERSKAB_LANG",
    "GITHUB_ACTIONS",
    "GITHUB_STEP_SUMMARY",
    "PYTHONDONTWRITEBYTECODE",
)
"""What the machine may say to the tool, and no test may hear; with the last, every run of the tool would compile all of it anew."""
settings.register_profile("house", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("house")


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
        anew = os.name != "posix" or any(name.startswith(FOR_PYTHON) for name in env or {}) or needs_threads(words)
        start = spawn if anew else fork
        return start(words, cwd or tmp_path, given, os.environ | dict(env or {}), timeout)

    return runner


def needs_threads(words: Sequence[str]) -> bool:
    """Whether a run typesets where this process has done so: the typesetter's threads are lost in a process that is split off."""
    return "typst" in sys.modules and any("pdf" in word for word in words)


FOR_PYTHON = ("PYTHON", "LANG", "LC_")
"""Variables that Python reads when it starts."""


def spawn(words: Sequence[str], cwd: Path, given: bytes | None, env: Mapping[str, str], timeout: float) -> Ran:
    """Start Python anew."""
    done = subprocess.run(
        [sys.executable, "-m", "partnerskab_cli", *words],
        cwd=cwd, input=given, stdin=None if given is not None else subprocess.DEVNULL,
        capture_output=True, env=env, timeout=timeout, check=False,
    )  # fmt: skip
    return Ran(done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace"))


def fork(words: Sequence[str], cwd: Path, given: bytes | None, env: Mapping[str, str], timeout: float) -> Ran:
    """Split a process off this one, which has Python and its modules loaded already: a tenth of the time of starting it anew."""
    with TemporaryFile() as standard_input, TemporaryFile() as output, TemporaryFile() as errors:
        standard_input.write(given or b"")
        standard_input.seek(0)
        child = os.fork()
        if not child:
            for stream, number in ((standard_input, 0), (output, 1), (errors, 2)):
                os.dup2(stream.fileno(), number)
            os.chdir(cwd)
            os.environ.clear()
            os.environ.update(env)
            sys.argv = ["partnerskab", *words]
            sys.stdin, sys.stdout = os.fdopen(0, encoding="utf-8"), os.fdopen(1, "w", encoding="utf-8")
            sys.stderr = os.fdopen(2, "w", encoding="utf-8", errors="backslashreplace")
            signal.alarm(math.ceil(timeout))
            main()
        _, status = os.waitpid(child, 0)
        output.seek(0)
        errors.seek(0)
        return Ran(os.waitstatus_to_exitcode(status), output.read().decode("utf-8", "replace"), errors.read().decode("utf-8", "replace"))


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Runner:
    """Run the tool without a process of its own, where hundreds of runs are wanted."""

    def runner(*words: str, cwd: Path | None = None, env: Mapping[str, str] | None = None) -> Ran:
        with monkeypatch.context() as place:
            place.chdir(cwd or tmp_path)
            for name, value in (env or {}).items():
                place.setenv(name, value)
            capsys.readouterr()
            code = app.run(words)
        done = capsys.readouterr()
        return Ran(int(code), done.out, done.err)

    return runner


@pytest.fixture
def project() -> Path:
    """The project's own folder."""
    return PROJECT


def example_record(folder: Path, *, slip: bool = False) -> Path:
    """The example record in a folder; with a slip, there is a file more that there is something to say about."""
    shutil.copytree(PROJECT / "agreements", folder / "agreements")
    shutil.copy(PROJECT / "partnerskab.yaml", folder)
    if slip:
        (folder / "agreements" / "slip.yaml").write_text("titel: »Slip« – på ½ side…\nid: slip\nstatus: aktvi\n", "utf-8")
    return folder


def needs(component: object, sentence: str) -> None:
    """Skip a test whose component is absent, and say so; under CI that is a failure."""
    if not component:
        if os.environ.get("CI"):
            pytest.fail(sentence)
        pytest.skip(sentence)


def program(name: str) -> str | None:
    """A program from the tests' own environment, else from the path."""
    beside = Path(sys.executable).parent / name
    return str(beside) if beside.exists() else shutil.which(name)


def node_module(*parts: str) -> Path | None:
    """A file of an npm package, from NODE_PATH or the project's own folder."""
    folders = [*os.environ.get("NODE_PATH", "").split(os.pathsep), str(PROJECT / "node_modules")]
    return next((path for folder in folders if folder and (path := Path(folder, *parts)).exists()), None)


THOROUGH = frozenset({
    "documents/test_inert.py", "documents/test_pdf.py", "documents/test_word.py", "formats/test_columns.py", "formats/test_line_numbers.py",
    "formats/test_markdown.py", "history/test_comment.py", "history/test_every_field.py", "history/test_hostile_git.py",
    "portfolio/test_formats.py", "portfolio/test_publication.py",
})  # fmt: skip
"""Every hostile word in every place of every format: thousands of cases, for the run that guards a change (`-m thorough`)."""


FAST = frozenset({
    "model", "rules", "source", "formats", "profile", "documents/test_templates.py", "documents/test_variants.py", "documents/test_markdown_blocks.py",
    "documents/test_fields_said.py", "history/test_vectors.py", "history/test_signature.py", "history/test_changes.py", "portfolio/test_money.py",
    "portfolio/test_duties.py", "portfolio/test_where.py", "portfolio/test_undated.py", "portfolio/test_reports.py", "edit/test_dump.py",
    "edit/test_scalars.py", "create/test_scaffold.py", "create/test_import_list.py", "help/test_guide.py", "help/test_catalogue.py",
    "cli/test_boundary.py", "cli/test_explain.py", "cli/test_keys.py", "cli/test_forms.py", "cli/test_spoken.py", "cli/test_nothing_to_do.py",
    "test_house.py", "test_text.py", "test_generated.py",
})  # fmt: skip
"""Folders and files that together look at every part within a minute, for every save (`-m fast`)."""


def pytest_sessionstart() -> None:
    """Leave the machine's own wishes outside, and those of a git hook that runs the tests: every process that a test starts is spared them."""
    for name in (*LEFT_OUTSIDE, *(name for name in os.environ if name.startswith("GIT_"))):
        os.environ.pop(name, None)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the thorough files, so that the usual run stays within two minutes."""
    for item in items:
        path = item.path.relative_to(PROJECT / "tests")
        if path.as_posix() in THOROUGH:
            item.add_marker("thorough")
        if {path.as_posix(), path.parts[0]} & FAST and not any(item.get_closest_marker(name) for name in ("thorough", "outside")):
            item.add_marker("fast")
