"""Every command finds the record from any folder inside it, and shows paths as they are seen from there."""

import os
import re
import subprocess
from pathlib import Path

import pytest
from conftest import PROJECT, TODAY, Runner, example_record

from partnerskab_cli.cli.complete import complete_ids
from partnerskab_cli.cli.registry import ENGLISH
from partnerskab_cli.source.agreements_folder import find_agreements_folder, find_record

ID = "cykelven-agerskov"
COMMANDS = {
    "agenda": ("agenda", ID, "--today", TODAY),
    "check": ("check", "--today", TODAY, "--output-format", "concise"),
    "check --select": ("check", "--select", "JUR01"),
    "check --since": ("check", "--since", "HEAD", "--today", TODAY),
    "deadlines": ("deadlines", "--today", TODAY),
    "diff": ("diff",),
    "diff REV": ("diff", "HEAD~1"),
    "diff --staged": ("diff", "--staged", "HEAD~1"),
    "done": ("done", ID),
    "end": ("end", ID),
    "fmt": ("fmt", "--check"),
    "list": ("list",),
    "new": ("new", ID, "--template", "mundtlig"),
    "portfolio": ("portfolio", "--today", TODAY),
    "portfolio REPORT": ("portfolio", "økonomi", "--today", TODAY),
    "portfolio --compare-with": ("portfolio", "udvikling", "--compare-with", "HEAD~1", "--today", TODAY),
    "recommend": ("recommend", ID),
    "render": ("render", ID),
    "renew": ("renew", ID),
    "show": ("show", ID, "--today", TODAY),
    "sign": ("sign", ID, "--party", "ingen", "--role", "x", "--date", TODAY),
    "verify": ("verify",),
    "verify ID": ("verify", ID),
}
ELSEWHERE = {"completion", "explain", "guide", "help", "import", "init", "rules", "schema", "site"}
"""Commands that look at no agreement, or write: each has a test of its own, here or beside it."""
FOLDERS = ("agreements", "agreements/bilag", "docs/møder/2026", "templates")


def git(folder: Path, *words: str) -> None:
    subprocess.run(
        ["git", "-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false", *words],
        cwd=folder,
        check=True,
        capture_output=True,
    )


@pytest.fixture(scope="module", params=["with a profile", "without a profile"])
def record(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = example_record(tmp_path_factory.mktemp("record"))
    for name in FOLDERS:
        (folder / name).mkdir(parents=True, exist_ok=True)
    if request.param == "without a profile":
        (folder / "partnerskab.yaml").unlink()
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "a")
    file = folder / "agreements" / f"{ID}.yaml"
    file.write_text(file.read_text("utf-8").replace("titel: ", "titel: Ny "), "utf-8")
    git(folder, "commit", "-q", "-a", "-m", "b")
    return folder


def seen_from_the_top(text: str, folder: str) -> str:
    """What was said in a folder, with every path as it is seen from the top."""
    text = text.replace(f"{os.path.relpath('.', folder)}/partnerskab.yaml".replace(os.sep, "/"), "partnerskab.yaml")
    inside = os.path.relpath("agreements", folder).replace(os.sep, "/")
    if inside == ".":
        return re.sub(r"(?<![\w./-])(?!partnerskab)(?=[\w-]+\.yaml\b)", "agreements/", text)
    return text.replace(f"{inside}/", "agreements/")


def restore(record: Path) -> None:
    """Take back what a command wrote."""
    git(record, "checkout", "-q", "--", "agreements")
    git(record, "clean", "-fq", "--", "agreements")


def test_no_command_is_left_out() -> None:
    assert {name.split()[0] for name in COMMANDS} | ELSEWHERE >= set(ENGLISH.values()) | {"check"}


@pytest.mark.parametrize("folder", FOLDERS)
@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_says_the_same_in_every_folder(quick: Runner, record: Path, command: str, folder: str) -> None:
    top = quick(*COMMANDS[command], cwd=record)
    restore(record)
    below = quick(*COMMANDS[command], cwd=record / folder)
    restore(record)
    assert below.code == top.code, below.out + below.err
    width = re.compile(r"[ ─]+|\n\s*")
    assert width.sub(" ", seen_from_the_top(below.out, folder)) == width.sub(" ", top.out)
    assert width.sub(" ", seen_from_the_top(below.err, folder)) == width.sub(" ", top.err)


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_path_that_is_shown_can_be_typed_again(quick: Runner, record: Path, folder: str) -> None:
    shown = quick("check", "--show-files", cwd=record / folder).out.splitlines()
    assert shown
    assert all((record / folder / name).is_file() for name in shown)
    assert quick("show", shown[0], cwd=record / folder).code == 0


@pytest.mark.parametrize("folder", FOLDERS)
def test_ids_are_completed_in_every_folder(record: Path, monkeypatch: pytest.MonkeyPatch, folder: str) -> None:
    monkeypatch.chdir(record)
    top = list(complete_ids("da"))
    monkeypatch.chdir(record / folder)
    assert list(complete_ids("da")) == top != []


@pytest.mark.parametrize("folder", FOLDERS)
def test_what_a_command_writes_goes_to_the_record(quick: Runner, tmp_path: Path, folder: str) -> None:
    example_record(tmp_path)
    (tmp_path / folder).mkdir(parents=True, exist_ok=True)
    (tmp_path / folder / "liste.csv").write_text("Titel;Formål\nStrik;Vi strikker\n", "utf-8")
    assert quick("new", "te-og-tale", "--template", "mundtlig", cwd=tmp_path / folder).code == 0
    assert quick("import", "liste.csv", cwd=tmp_path / folder).code == 0
    assert {"te-og-tale.yaml", "strik.yaml"} <= {path.name for path in (tmp_path / "agreements").iterdir()}
    assert quick("site", "-o", str(tmp_path / "ud"), "--today", TODAY, cwd=tmp_path / folder).code == 0


def test_the_search_ends_at_the_top_of_the_repository(quick: Runner, tmp_path: Path) -> None:
    example_record(tmp_path)
    (tmp_path / "inner" / "deep").mkdir(parents=True)
    git(tmp_path / "inner", "init", "-q")
    done = quick("check", cwd=tmp_path / "inner" / "deep")
    assert done.code == 2
    assert "»agreements«" in done.err


def test_the_nearest_record_is_meant(tmp_path: Path) -> None:
    for name in ("agreements", "nord/agreements/gl", "syd/noter"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "partnerskab.yaml").touch()
    (tmp_path / "syd" / "partnerskab.yaml").touch()
    matches = {name: find_record(tmp_path / name) for name in (".", "agreements", "nord", "nord/agreements/gl", "syd/noter")}
    assert matches == {
        ".": tmp_path, "agreements": tmp_path, "nord": tmp_path / "nord", "nord/agreements/gl": tmp_path / "nord", "syd/noter": tmp_path / "syd"
    }  # fmt: skip


def test_without_any_record_the_usual_folder_is_meant(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    assert find_agreements_folder(Path()) == Path("agreements")


def test_the_project_itself_is_a_record(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(PROJECT / "src" / "partnerskab_cli")
    assert find_agreements_folder(Path()) == Path("../../agreements")
