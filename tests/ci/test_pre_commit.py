"""The hooks as a stranger meets them: installed by pre-commit from this project, in a fresh repository."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import PROJECT, needs, program

pytestmark = pytest.mark.outside
PRE_COMMIT = program("pre-commit")
ABSENT = "pre-commit is not here: pip install pre-commit"
GIT = (
    "git",
    "-c",
    "user.name=Test",
    "-c",
    "user.email=test@example.invalid",
    "-c",
    "init.defaultBranch=main",
    "-c",
    "commit.gpgSign=false",
)
CLEAN = (PROJECT / "tests" / "clean" / "mundtlig.yaml").read_text("utf-8")
NAME = CLEAN.partition("id: ")[2].partition("\n")[0]
CPR = "070160-5123"
"""The seventh digit places the birth in 1860: nobody living can own it."""


def git(folder: Path, *words: str) -> str:
    return subprocess.run([*GIT, *words], cwd=folder, check=True, capture_output=True, text=True).stdout


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This project as a repository of its own, so that what is being worked on is what is tried."""
    needs(PRE_COMMIT, ABSENT)
    folder = tmp_path_factory.mktemp("tool")
    for name in ("src", "templates", "schema", "pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml"):
        if (PROJECT / name).is_dir():
            shutil.copytree(PROJECT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        elif (PROJECT / name).exists():
            shutil.copy(PROJECT / name, folder / name)
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "The tool")
    return folder


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where pre-commit keeps what it has built."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A fresh repository with one clean agreement."""
    git(tmp_path, "init", "-q")
    write(tmp_path, f"agreements/{NAME}.yaml", CLEAN)
    return tmp_path


def write(record: Path, name: str, text: str) -> None:
    """Write a file and stage it."""
    (record / name).parent.mkdir(parents=True, exist_ok=True)
    (record / name).write_text(text, "utf-8")
    git(record, "add", "--", name)


def tried(hook: str, hooks: Path, home: Path, record: Path) -> subprocess.CompletedProcess[str]:
    """Let pre-commit run one hook on what is staged, configured as a user would."""
    revision = git(hooks, "rev-parse", "HEAD").strip()
    write(record, ".pre-commit-config.yaml", f"repos: [{{repo: {hooks.as_posix()}, rev: {revision}, hooks: [{{id: {hook}}}]}}]\n")
    return pre_commit("run", "--verbose", "--color=never", home=home, record=record)


def begun(hooks: Path, home: Path, folder: Path, *words: str) -> str:
    """A record that `init` has begun in a fresh repository, its hooks installed and everything staged; answers what git is called with."""
    git(folder, "init", "-q")
    done = subprocess.run(
        [sys.executable, "-m", "partnerskab_cli", "init", "Tønder", "--source", str(hooks), *words],
        cwd=folder, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert pre_commit("install", home=home, record=folder).returncode == 0
    git(folder, "add", "-A")
    return done.stdout


def commit(home: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    """Commit what is staged, the hooks at work."""
    words = [*GIT, "commit", "-m", "Begynd"]
    return subprocess.run(words, cwd=folder, env=os.environ | {"PRE_COMMIT_HOME": str(home)}, capture_output=True, text=True, check=False)


def pre_commit(*words: str, home: Path, record: Path) -> subprocess.CompletedProcess[str]:
    """Run pre-commit in a record."""
    return subprocess.run(
        [str(PRE_COMMIT), *words], cwd=record, env=os.environ | {"PRE_COMMIT_HOME": str(home)}, capture_output=True, text=True, check=False
    )


HOOKS = ("partnerskab-check", "partnerskab-portfolio", "partnerskab-privacy")


def test_the_manifest_is_sound() -> None:
    needs(PRE_COMMIT, ABSENT)
    words = [str(PRE_COMMIT), "validate-manifest", str(PROJECT / ".pre-commit-hooks.yaml")]
    assert subprocess.run(words, capture_output=True, check=False).returncode == 0


def test_anyone_can_try_them_without_configuring_anything(hooks: Path, home: Path, record: Path) -> None:
    done = pre_commit("try-repo", str(hooks), "--all-files", "--color=never", home=home, record=record)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("Passed") == len(HOOKS)


@pytest.mark.parametrize("hook", HOOKS)
def test_a_clean_record_passes(hook: str, hooks: Path, home: Path, record: Path) -> None:
    done = tried(hook, hooks, home, record)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Passed" in done.stdout


def test_a_fault_in_an_agreement_stops_the_commit(hooks: Path, home: Path, record: Path) -> None:
    write(record, f"agreements/{NAME}.yaml", CLEAN.replace("status: aktiv", "status: aktvi"))
    done = tried("partnerskab-check", hooks, home, record)
    assert done.returncode == 1
    assert f"agreements/{NAME}.yaml:" in done.stdout
    assert "fejl STR04" in done.stdout


def test_what_no_single_file_shows_stops_the_commit_too(hooks: Path, home: Path, record: Path) -> None:
    write(record, f"agreements/anden/{NAME}.yaml", CLEAN)
    assert tried("partnerskab-check", hooks, home, record).returncode == 0
    done = tried("partnerskab-portfolio", hooks, home, record)
    assert done.returncode == 1
    assert "STR05b" in done.stdout


@pytest.mark.parametrize("name", ["noter.md", "agreements/bilag.txt", "-noter.txt", "liste.csv"])
def test_a_cpr_number_in_any_text_stops_the_commit_and_is_not_repeated(name: str, hooks: Path, home: Path, record: Path) -> None:
    write(record, name, f"Ring til Ellen, {CPR}, på torsdag.\n")
    done = tried("partnerskab-privacy", hooks, home, record)
    assert done.returncode == 1
    assert "JUR01" in done.stdout
    assert CPR not in done.stdout + done.stderr


def test_the_privacy_hook_has_no_opinion_of_anything_else(hooks: Path, home: Path, record: Path) -> None:
    write(record, ".github-workflow.yml", "on: push\njobs: {}\n")
    write(record, f"agreements/{NAME}.yaml", CLEAN.replace("status: aktiv", "status: aktvi"))
    assert tried("partnerskab-privacy", hooks, home, record).returncode == 0


@pytest.mark.parametrize("words", [("--keys", "da", "--ci", "github"), ("--keys", "en", "--ci", "gitlab", "--lang", "en")])
def test_the_first_commit_of_a_record_that_init_began_passes_its_own_hooks(
    words: tuple[str, ...], hooks: Path, home: Path, tmp_path: Path
) -> None:
    begun(hooks, home, tmp_path, *words)
    done = commit(home, tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stderr.count("Passed") == len(HOOKS)
    assert git(tmp_path, "log", "--format=%s").strip() == "Begynd"


@pytest.mark.parametrize("name", [".gitattributes", ".editorconfig", "partnerskab.yaml", ".github/workflows/partnerskab.yml"])
def test_a_number_in_a_file_that_init_wrote_stops_the_commit(name: str, hooks: Path, home: Path, tmp_path: Path) -> None:
    begun(hooks, home, tmp_path)
    write(tmp_path, name, (tmp_path / name).read_text("utf-8") + f"# {CPR}\n")
    done = commit(home, tmp_path)
    assert done.returncode == 1
    assert "JUR01" in done.stderr
    assert CPR not in done.stdout + done.stderr


def test_every_file_of_this_project_passes_the_privacy_hook_but_those_that_hold_numbers(hooks: Path, home: Path, tmp_path: Path) -> None:
    shutil.copytree(PROJECT, tmp_path / "copy", ignore=shutil.ignore_patterns(".venv", ".git", "node*", ".*cache", "__pycache__", "dist"))
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "-A")
    done = tried("partnerskab-privacy", hooks, home, tmp_path)
    assert set(re.findall(r": fejl (\w+) ", done.stdout)) <= {"JUR01"}


def test_without_a_source_the_hooks_run_the_tool_that_is_installed(home: Path, tmp_path: Path) -> None:
    needs(PRE_COMMIT, ABSENT)
    git(tmp_path, "init", "-q")
    words = [sys.executable, "-m", "partnerskab_cli", "init", "Tønder"]
    assert subprocess.run(words, cwd=tmp_path, stdin=subprocess.DEVNULL, capture_output=True, check=False).returncode == 0
    assert pre_commit("install", home=home, record=tmp_path).returncode == 0
    git(tmp_path, "add", "-A")
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    given = os.environ | {"PRE_COMMIT_HOME": str(home), "PATH": path}
    done = subprocess.run([*GIT, "commit", "-m", "Begynd"], cwd=tmp_path, env=given, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stderr.count("Passed") == len(HOOKS)
