"""The doors: nothing is written or read through a link that leads out, nothing in .git, and two at once lose nothing."""

import ast
import os
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Thread
from typing import cast

import pytest
from conftest import TODAY, Ran, Runner
from hypothesis import assume, example, given, strategies as st

from partnerskab_cli import paths as place
from partnerskab_cli.atomic import PendingWrite, write_atomically, write_together
from partnerskab_cli.errors import CommandError
from partnerskab_cli.lock import FolderLock, lock_folders
from partnerskab_cli.paths import is_git_name, is_junction

SOURCE = Path(__file__).parents[2] / "src" / "partnerskab_cli"
DAY = ("--today", TODAY)
AGREEMENT = """id: {id}
titel: Tur i {id}
formalitet: samarbejdsaftale
status: aktiv
parter:
  - {{id: kommunen, navn: Kommunen, side: offentlig, kontakt: {{rolle: leder, stedfortræder: chef}}}}
  - {{id: venner, navn: Vennerne, side: frivillig, kontakt: {{rolle: formand, stedfortræder: næstformand}}}}
periode: {{start: 2026-01-01, slut: 2026-12-31}}
formål:   Vi går tur.
møder: [{{navn: Status, hyppighed: hvert år, næste: 2026-02-01}}]
formidling: {{oversigt: Gå med.}}
"""


@pytest.fixture(params=["by descriptors", "by names"])
def record(tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A record under git, with what a stranger might aim at beside it; once as on Windows, where folders have no descriptors."""
    if request.param == "by names":
        monkeypatch.setattr(place, "HAS_DESCRIPTORS", False)
    folder = tmp_path / "record"
    (folder / "agreements").mkdir(parents=True)
    (folder / ".git" / "hooks").mkdir(parents=True)
    (folder / ".git" / "hooks" / "pre-commit").write_text("#!/bin/sh\n", "utf-8")
    (folder / ".git" / "hooks" / "pre-commit").chmod(0o755)
    (folder / "partnerskab.yaml").write_text("bygger_på: danmark\nkommune: Testby\n", "utf-8")
    for name in ("alfa", "beta"):
        (folder / "agreements" / f"{name}.yaml").write_text(AGREEMENT.format(id=name), "utf-8")
    (tmp_path / "outside" / "sub").mkdir(parents=True)
    (tmp_path / "outside" / "secret.yaml").write_text(AGREEMENT.format(id="secret").replace("Vi går tur", "HEMMELIGT"), "utf-8")
    (folder / "liste.csv").write_text("Titel;Forening\nCafé;A\n", "utf-8")
    return folder


def everything(folder: Path) -> dict[str, object]:
    """Every file, link and folder below a place, with what it holds and whether it may run."""
    matches: dict[str, object] = {}
    for path in sorted(folder.rglob("*")):
        mode = stat.S_IMODE(path.lstat().st_mode)
        matches[path.relative_to(folder).as_posix()] = (
            str(path.readlink()) if path.is_symlink() else path.read_bytes() if path.is_file() else b"", None if path.is_symlink() else mode
        )  # fmt: skip
    return matches


WRITERS: dict[str, tuple[Sequence[str], str]] = {
    "a list of deadlines": (("deadlines", *DAY, "-o", "{}.csv"), ".csv"),
    "a calendar": (("deadlines", *DAY, "-o", "{}.ics"), ".ics"),
    "a report": (("portfolio", *DAY, "-o", "{}.md"), ".md"),
    "an agenda": (("agenda", *DAY, "-o", "{}.html"), ".html"),
    "a document": (("render", "alfa", "-o", "{}.html"), ".html"),
    "findings": (("check", *DAY, "-o", "concise={}.txt"), ".txt"),
    "findings for a machine": (("check", *DAY, "-o", "junit={}.xml"), ".xml"),
}


@pytest.mark.parametrize(
    "aim", ["../outside/secret.yaml", "../outside/new.yaml", ".git/hooks/pre-commit", "agreements/alfa.yaml", "liste.csv"]
)
@pytest.mark.parametrize("name", WRITERS)
def test_no_file_is_written_through_a_link(record: Path, quick: Runner, name: str, aim: str) -> None:
    words, ending = WRITERS[name]
    (record / f"found{ending}").symlink_to(aim)
    before = everything(record.parent)
    done = quick(*(word.format("found") for word in words), cwd=record)
    assert done.code == 2
    assert everything(record.parent) == before


FOLDERS: dict[str, Sequence[str]] = {
    **{f"{name}, in a folder": [word.format("ud/x") for word in words] for name, (words, _) in WRITERS.items()},
    "documents": ("render", "agreements", "-o", "ud"),
    "documents, deeper": ("render", "agreements", "-o", "ud/html"),
    "a report in a folder": ("portfolio", *DAY, "--format", "md", "-o", "ud"),
    "the site": ("site", *DAY, "-o", "ud"),
    "drafts": ("import", "liste.csv", "-o", "ud"),
    "a new agreement": ("new", "ud/gamma.yaml", "--no-input"),
}


@pytest.mark.parametrize("aim", ["../outside", "../outside/sub", ".git/hooks", ".git", "agreements"])
@pytest.mark.parametrize("name", FOLDERS)
def test_no_folder_is_entered_through_a_link(record: Path, quick: Runner, name: str, aim: str) -> None:
    (record / "ud").symlink_to(aim, target_is_directory=True)
    before = everything(record.parent)
    done = quick(*FOLDERS[name], cwd=record)
    assert done.code == 2
    assert "ud er et link; nævn selv den mappe, det peger på" in done.err
    assert everything(record.parent) == before


@pytest.mark.parametrize("word", ["/", "..", ".", "ud/.."])
def test_a_folder_is_no_file(record: Path, quick: Runner, word: str) -> None:
    assert quick("check", *DAY, "-o", f"concise={word}", cwd=record).code == 2


@pytest.mark.parametrize("folder", [".git", ".git/hooks", ".git/new", "agreements/../.git/hooks", ".GIT", ".git.", "GIT~1", ".g\u200cit"])
@pytest.mark.parametrize("name", ["a list of deadlines", "findings"])
def test_nothing_is_written_in_the_folder_of_git(record: Path, quick: Runner, name: str, folder: str) -> None:
    before = everything(record.parent)
    done = quick(*(word.format(f"{folder}/pre-commit") for word in WRITERS[name][0]), cwd=record)
    assert done.code == 2
    assert everything(record.parent) == before


def test_nothing_is_written_by_one_who_stands_in_the_folder_of_git(record: Path, quick: Runner) -> None:
    before = everything(record.parent)
    done = quick("import", "../../liste.csv", "-o", ".", cwd=record / ".git" / "hooks")
    assert done.code == 2
    assert everything(record.parent) == before


@pytest.mark.parametrize(
    ("name", "own"),
    [(".git", True), (".GIT", True), (".git ", True), (".git...", True), ("git~1", True), (".git::$INDEX_ALLOCATION", True), (".g\u200dit", True),
     (".github", False), ("git", False), (".gitignore", False), ("repo.git", False)],
)  # fmt: skip
def test_the_folder_of_git_is_known_by_every_spelling(name: str, own: bool) -> None:  # noqa: FBT001 - a column of the table
    assert is_git_name(name) is own


@pytest.mark.parametrize(
    ("tag", "link"), [(0, False), (0xA0000003, True), (0xA000000C, True), (0x9000001A, False), (0x80000013, False)],
    ids=["none", "a junction", "a link", "a file in a cloud", "a file kept once"],
)  # fmt: skip
def test_links_of_windows_are_told_from_files_that_are_kept_elsewhere(tag: int, link: bool) -> None:  # noqa: FBT001 - a column of the table
    class Status:
        st_reparse_tag = tag

    assert is_junction(cast("os.stat_result", Status())) is link


@pytest.mark.parametrize("make", [os.mkfifo, lambda path: Path(path).mkdir()])
@pytest.mark.parametrize("name", WRITERS)
def test_nothing_that_is_no_plain_file_is_replaced(record: Path, quick: Runner, name: str, make: Callable[[str], None]) -> None:
    words, ending = WRITERS[name]
    make(str(record / f"found{ending}"))
    done = quick(*(word.format("found") for word in words), cwd=record)
    assert done.code == 2
    assert not (record / f"found{ending}").is_file()


@pytest.mark.parametrize("name", WRITERS)
def test_what_is_written_never_runs(record: Path, quick: Runner, name: str) -> None:
    words, ending = WRITERS[name]
    path = record / f"found{ending}"
    quick(*(word.format("found") for word in words), cwd=record)
    path.write_bytes(path.read_bytes() + b" ")
    path.chmod(0o775)
    assert quick(*(word.format("found") for word in words), cwd=record).code in {0, 1}
    assert not path.read_bytes().endswith(b" ")
    assert stat.S_IMODE(path.stat().st_mode) & 0o111 == 0


EDITS: dict[str, Sequence[str]] = {
    "fmt": ("fmt", "{}"),
    "sign": ("sign", "{}", "--party", "venner", "--role", "formand"),
    "end": ("end", "{}", "--date", "2026-03-01"),
    "done": ("done", "{}", "status", "--date", "2026-02-01"),
    "check --fix": ("check", "--fix", "{}", *DAY),
}


@pytest.mark.parametrize("name", EDITS)
@pytest.mark.parametrize("way", ["a link to a file", "a linked folder"])
def test_no_agreement_outside_is_changed_through_a_link(record: Path, quick: Runner, name: str, way: str) -> None:
    if way == "a link to a file":
        (record / "agreements" / "secret.yaml").symlink_to("../../outside/secret.yaml")
        path = "agreements/secret.yaml"
    else:
        (record / "agreements" / "sub").symlink_to("../../outside", target_is_directory=True)
        path = "agreements/sub/secret.yaml"
    before = everything(record.parent)
    done = quick(*(word.format(path) for word in EDITS[name]), cwd=record)
    assert done.code in {1, 2}
    assert "HEMMELIGT" not in done.out + done.err
    assert everything(record.parent) == before


@pytest.mark.parametrize("name", EDITS)
def test_an_agreement_behind_a_link_inside_the_record_is_changed_where_it_lies(record: Path, quick: Runner, name: str) -> None:
    (record / "agreements" / "alfa.yaml").rename(record / "real.yaml")
    (record / "agreements" / "alfa.yaml").symlink_to("../real.yaml")
    before = (record / "real.yaml").read_bytes()
    quick(*(word.format("agreements/alfa.yaml") for word in EDITS[name]), cwd=record)
    assert (record / "agreements" / "alfa.yaml").is_symlink()
    assert (record / "real.yaml").read_bytes() != before or name == "check --fix"


READERS: dict[str, Sequence[str]] = {
    "show": ("show", "{}"), "show --plain": ("show", "--plain", "{}"), "render": ("render", "{}"), "check": ("check", "{}", *DAY), "agenda": ("agenda", "{}"),
    "verify": ("verify", "{}"), "recommend": ("recommend", "{}"), "diff": ("diff", "agreements/alfa.yaml", "{}"), "fmt --diff": ("fmt", "--diff", "{}"),
    "renew": ("renew", "{}"),
}  # fmt: skip


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize("way", ["a link to a file", "a linked folder"])
def test_no_agreement_outside_is_read_through_a_link(record: Path, quick: Runner, name: str, way: str) -> None:
    if way == "a link to a file":
        (record / "agreements" / "secret.yaml").symlink_to("../../outside/secret.yaml")
        path = "agreements/secret.yaml"
    else:
        (record / "agreements" / "sub").symlink_to("../../outside", target_is_directory=True)
        path = "agreements/sub/secret.yaml"
    done = quick(*(word.format(path) for word in READERS[name]), cwd=record)
    assert "HEMMELIGT" not in done.out + done.err
    assert done.code in {1, 2} or "kan ikke læses" in done.out + done.err or "et link til noget uden for mappen" in done.out
    assert not list((record.parent / "outside").glob("secret-*"))


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize("way", ["a link to a file", "a linked folder"])
def test_nothing_of_git_s_own_is_read_through_a_link(record: Path, quick: Runner, name: str, way: str) -> None:
    (record / ".git").mkdir(exist_ok=True)
    (record / ".git" / "secret.yaml").write_text("id: secret\ntitel: HEMMELIGT\n", "utf-8")
    link, aim = ("secret.yaml", "../.git/secret.yaml") if way == "a link to a file" else ("sub", "../.git")
    (record / "agreements" / link).symlink_to(aim, target_is_directory=way == "a linked folder")
    path = "agreements/secret.yaml" if way == "a link to a file" else "agreements/sub/secret.yaml"
    done = quick(*(word.format(path) for word in READERS[name]), cwd=record)
    assert "HEMMELIGT" not in done.out + done.err


WHOLE: dict[str, Sequence[str]] = {
    "check": ("check", *DAY), "portfolio": ("portfolio", *DAY), "portfolio catalogue": ("portfolio", "overview", *DAY), "deadlines": ("deadlines", *DAY),
    "list": ("list",), "agenda": ("agenda", *DAY), "render": ("render", "alfa", "--to", "html"), "guide": ("guide", "--for", "kommune"),
}  # fmt: skip


OUTSIDE = "../outside/profil.yaml"
PROFILES: dict[str, tuple[str, dict[str, str], dict[str, str]]] = {
    "a profile that is a link": ("", {"partnerskab.yaml": OUTSIDE}, {}),
    "a base above": (OUTSIDE, {}, {}),
    "a base by its whole path": ("{outside}/profil.yaml", {}, {}),
    "a base that is a link": ("base.yaml", {"base.yaml": OUTSIDE}, {}),
    "a base behind a linked folder": ("f/profil.yaml", {"f": "../outside"}, {}),
    "a base of a base": ("b.yaml", {}, {"b.yaml": f"bygger_på: {OUTSIDE}\n"}),
}
"""What the profile builds on, and the links and files that lie beside it."""


def rebase(record: Path, name: str) -> None:
    (record / "partnerskab.yaml").write_text(f"bygger_på: {name}\n", "utf-8")


@pytest.mark.parametrize("command", WHOLE)
@pytest.mark.parametrize("name", PROFILES)
def test_no_profile_outside_is_read(record: Path, quick: Runner, name: str, command: str) -> None:
    (record.parent / "outside" / "profil.yaml").write_text(
        "bygger_på: danmark\nkommune: HEMMELIG KOMMUNE\nukendt_nøgle: HEMMELIG\n", "utf-8"
    )
    base, links, files = PROFILES[name]
    rebase(record, base.format(outside=record.parent / "outside"))
    for link, aim in links.items():
        (record / link).unlink(missing_ok=True)
        (record / link).symlink_to(aim)
    for file, text in files.items():
        (record / file).write_text(text, "utf-8")
    done = quick(*WHOLE[command], cwd=record)
    assert "HEMMELIG" not in done.out + done.err


def test_a_profile_inside_the_record_may_be_built_on(record: Path, quick: Runner) -> None:
    (record / "faelles").mkdir()
    (record / "faelles" / "base.yaml").write_text("bygger_på: danmark\nkommune: Fællesby\n", "utf-8")
    rebase(record, "faelles/base.yaml")
    assert "Fællesby" in quick("render", "alfa", "--to", "html", cwd=record).out


BESIDE: dict[str, tuple[Callable[[Path], None], Sequence[str]]] = {
    "a template": (lambda record: link_in(record / "templates", "aftale.html.j2"), ("render", "alfa", "--to", "html")),
    "a style sheet": (lambda record: link_in(record / "templates", "style.css"), ("render", "alfa", "--to", "html")),
    "a folder of templates": (lambda record: (record / "templates").symlink_to("../outside"), ("render", "alfa", "--to", "html")),
    "a logo that is a link": (lambda record: with_logo(record, "logo.svg"), ("render", "alfa", "--to", "html")),
    "a logo above": (lambda record: with_logo(record, "../outside/logo.svg"), ("site", *DAY, "-o", "ud")),
}


def link_in(folder: Path, name: str) -> None:
    folder.mkdir()
    (folder / name).symlink_to("../../outside/style.css")


def with_logo(record: Path, name: str) -> None:
    (record / "partnerskab.yaml").write_text(f"bygger_på: danmark\nudseende: {{logo: {name}}}\n", "utf-8")
    if "/" not in name:
        (record / name).symlink_to("../outside/logo.svg")


@pytest.mark.parametrize("name", BESIDE)
def test_nothing_outside_becomes_part_of_a_document(record: Path, quick: Runner, name: str) -> None:
    prepare, words = BESIDE[name]
    for beside in ("style.css", "aftale.html.j2"):
        (record.parent / "outside" / beside).write_text("/* HEMMELIGT */", "utf-8")
    (record.parent / "outside" / "logo.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'><desc>HEMMELIGT</desc></svg>", "utf-8")
    prepare(record)
    done = quick(*words, cwd=record)
    assert done.code == 2 or name == "a logo above", "which is a finding of the profile, and no logo"
    assert "HEMMELIGT" not in done.out + done.err
    assert not [path for path in record.glob("ud/*") if b"HEMMELIGT" in path.read_bytes() or b"SEVNTUVMSUdU" in path.read_bytes()]


def test_init_writes_through_no_link(record: Path, quick: Runner) -> None:
    for name in (".github", ".vscode", "schema"):
        (record / name).symlink_to("../outside", target_is_directory=True)
        before = everything(record.parent)
        assert quick("init", "550", cwd=record).code == 2
        assert everything(record.parent) == before
        (record / name).unlink()


@pytest.mark.parametrize("name", FOLDERS)
def test_a_ring_of_links_is_a_sentence(record: Path, quick: Runner, name: str) -> None:
    (record / "ud").symlink_to("ud")
    assert quick(*FOLDERS[name], cwd=record).code == 2


@pytest.mark.parametrize(
    "words", [("new", "gamma", "--no-input"), ("import", "liste.csv"), ("fmt",), ("init", "550"), ("check", *DAY), ("list",)]
)
def test_a_folder_of_agreements_that_is_a_link_is_not_entered(record: Path, quick: Runner, words: Sequence[str]) -> None:
    (record / "agreements").rename(record.parent / "outside" / "agreements")
    (record / "agreements").symlink_to("../outside/agreements", target_is_directory=True)
    before = everything(record.parent)
    assert quick(*words, cwd=record).code in {1, 2}
    assert everything(record.parent) == before


def test_two_that_cannot_be_read_are_never_said_to_be_the_same(record: Path, quick: Runner) -> None:
    for name in ("et.yaml", "to.yaml"):
        (record / name).symlink_to("../outside/secret.yaml")
    done = quick("diff", "et.yaml", "to.yaml", "--exit-code", cwd=record)
    assert done.code == 1
    assert "Ingen ændring" not in done.out


def test_a_place_outside_that_is_named_without_a_link_is_written(record: Path, quick: Runner) -> None:
    for word in (str(record.parent / "outside" / "a.csv"), "../outside/b.csv"):
        assert quick("deadlines", *DAY, "-o", word, cwd=record).code == 0
        assert (record / word).is_file()
    assert quick("check", "../outside/secret.yaml", *DAY, cwd=record).code in {0, 1}


def test_another_repository_is_not_entered_through_its_links(record: Path, quick: Runner) -> None:
    other = record.parent / "other"
    (other / ".git").mkdir(parents=True)
    (other / "ud").symlink_to("../outside", target_is_directory=True)
    before = everything(record.parent)
    assert quick("deadlines", *DAY, "-o", "../other/ud/x.csv", cwd=record).code == 2
    assert everything(record.parent) == before


def test_a_link_that_is_put_in_place_at_the_last_moment_is_not_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between the test and the replacing, and again and again beside it."""
    (tmp_path / "victim").write_bytes(b"precious")
    (tmp_path / "ud").mkdir()
    path, over = tmp_path / "ud" / "x.csv", Event()
    monkeypatch.chdir(tmp_path)

    def swap() -> None:
        while not over.is_set():
            for make in (lambda: path.symlink_to(tmp_path / "victim"), lambda: path.write_bytes(b"old")):
                with suppress(FileExistsError):
                    path.unlink(missing_ok=True)
                    make()

    thread = Thread(target=swap)
    thread.start()
    try:
        for turn in range(300):
            try:
                write_atomically(Path("ud/x.csv"), b"%d" % turn)
            except (CommandError, FileExistsError):
                continue
    finally:
        over.set()
        thread.join()
    assert (tmp_path / "victim").read_bytes() == b"precious"


PARTS = st.sampled_from(
    ["ud", "ud", "out", "in", "hooks", "ring", ".git", ".GIT", "..", ".", "agreements", "alfa.yaml", "x.md", "y.md", "pipe"]
)


@given(parts=st.lists(PARTS, min_size=1, max_size=5), make=st.booleans(), by_names=st.booleans())
@example(parts=["out", "..", "y.md"], make=True, by_names=True)
@example(parts=["in", "..", ".git", "hooks"], make=True, by_names=False)
@example(parts=[".GIT"], make=False, by_names=False)
def test_whatever_way_is_named_only_a_file_that_no_link_leads_to_is_written(*, parts: list[str], make: bool, by_names: bool) -> None:
    with TemporaryDirectory() as name, pytest.MonkeyPatch.context() as patch:
        top = Path(name).resolve()
        record = top / "a" / "record"
        (record / ".git" / "hooks").mkdir(parents=True)
        (record / "ud").mkdir()
        (record / "agreements").mkdir()
        for path in (record / "agreements" / "alfa.yaml", record / ".git" / "x.md", record / "ud" / "x.md", top / "a" / "x.md"):
            path.write_bytes(b"precious")
        for link, aim in {
            "out": "..",
            "in": "agreements",
            "hooks": ".git/hooks",
            "ring": "ring",
            "y.md": ".git/x.md",
            "ud/out": "../..",
        }.items():
            (record / link).symlink_to(aim)
        os.mkfifo(record / "pipe")
        patch.chdir(record)
        patch.setattr(place, "HAS_DESCRIPTORS", place.HAS_DESCRIPTORS and not by_names)
        before = everything(top)
        target = Path(os.path.normpath(record.joinpath(*parts)))
        assume(target.is_relative_to(top))
        try:
            write_together([PendingWrite(Path(*parts), b"new")], make=make)
        except CommandError:
            after = everything(top)
            assert {path: held for path, held in after.items() if held != (b"", 0o755)} == {
                path: held for path, held in before.items() if held != (b"", 0o755)
            }
            return
        assert target.read_bytes() == b"new"
        assert target.resolve() == target, "no link leads to it"
        assert not any(is_git_name(part) for part in target.parts)
        after = everything(top)
        changed = {path for path in after if after[path] != before.get(path)}
        assert changed - {parent.relative_to(top).as_posix() for parent in target.parents if parent.is_relative_to(top)} <= {
            target.relative_to(top).as_posix()
        }


# Two at once


@pytest.fixture
def own_record(tmp_path: Path) -> Path:
    (tmp_path / "agreements").mkdir()
    (tmp_path / "agreements" / "alfa.yaml").write_text(AGREEMENT.format(id="alfa"), "utf-8")
    return tmp_path


def at_once(record: Path, *commands: Sequence[str]) -> list[Ran]:
    processes = [
        subprocess.Popen(
            [sys.executable, "-m", "partnerskab_cli", *words],
            cwd=record,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            stdin=subprocess.DEVNULL,
        )
        for words in commands
    ]
    outputs = [process.communicate(timeout=60) for process in processes]
    return [Ran(process.returncode, out.decode(), err.decode()) for process, (out, err) in zip(processes, outputs, strict=True)]


SIGNERS = [
    ("sign", "alfa", "--party", party, "--role", role)
    for party, role in (("venner", "formand"), ("venner", "kasserer"), ("kommunen", "leder"))
]


@pytest.mark.parametrize("turn", range(3))
def test_several_who_sign_at_once_are_all_kept_or_told(own_record: Path, turn: int) -> None:
    done = at_once(own_record, *SIGNERS, ("fmt", "agreements/alfa.yaml"), ("done", "alfa", "status", "--date", "2026-02-01"))
    text = (own_record / "agreements" / "alfa.yaml").read_text("utf-8")
    for (*_, role), ran in zip(SIGNERS, done, strict=False):
        assert ran.code in {0, 2}, ran.err
        assert (f"rolle: {role}\n" in text) is (ran.code == 0), (turn, role, ran.err)
    assert not list(own_record.rglob("*.lock"))


PAIRS = """
import sys
from multiprocessing import Barrier, Process, Queue
from pathlib import Path
from partnerskab_cli.errors import CommandError
from partnerskab_cli.atomic import write_atomically
path = Path("l.txt")
def write(barrier, letter, queue):
    barrier.wait()
    try:
        old = path.read_bytes()
        write_atomically(path, old + letter, expected=old)
        queue.put(letter)
    except CommandError:
        queue.put(b"")
if __name__ == "__main__":
    both = lost = 0
    for _ in range(int(sys.argv[1])):
        path.write_bytes(b"0")
        barrier, queue = Barrier(2), Queue()
        processes = [Process(target=write, args=(barrier, letter, queue)) for letter in (b"A", b"B")]
        [process.start() for process in processes]
        results = [queue.get(), queue.get()]
        [process.join() for process in processes]
        both += all(results)
        lost += not all(letter in path.read_bytes() for letter in results if letter)
    sys.stdout.write(f"{both} {lost}")
"""


def test_of_two_that_compare_and_replace_none_is_lost(tmp_path: Path) -> None:
    (tmp_path / "pairs.py").write_text(PAIRS, "utf-8")
    done = subprocess.run([sys.executable, "pairs.py", "40"], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout.split()[1] == "0"


HOLD = """
import sys
from pathlib import Path
from partnerskab_cli.lock import lock_folders
with lock_folders([Path(sys.argv[1])]):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def holder(own_record: Path) -> Iterator[subprocess.Popen[str]]:
    """Another run that holds the folder until it is let go."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(own_record / "agreements")], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


@pytest.mark.parametrize("name", EDITS)
def test_who_waits_in_vain_is_told_that_nothing_was_written(
    own_record: Path, quick: Runner, holder: subprocess.Popen[str], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr("partnerskab_cli.lock.PATIENCE", 0.1)
    before = (own_record / "agreements" / "alfa.yaml").read_bytes()
    done = quick(*(word.format("agreements/alfa.yaml") for word in EDITS[name]), cwd=own_record)
    assert done.code == 2
    assert "En anden kørsel er ved at ændre filer i agreements" in done.err
    assert "intet er ændret" in done.err
    assert (own_record / "agreements" / "alfa.yaml").read_bytes() == before
    assert holder.poll() is None


@pytest.mark.parametrize("words", [("check", *DAY), ("fmt", "--diff"), ("fmt", "--check"), ("check", "--diff", *DAY), ("show", "alfa")])
def test_who_only_reads_does_not_wait(
    own_record: Path, quick: Runner, holder: subprocess.Popen[str], monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    monkeypatch.setattr("partnerskab_cli.lock.PATIENCE", 0)
    assert quick(*words, cwd=own_record).code in {0, 1}
    assert holder.poll() is None


def test_a_run_that_is_killed_holds_nobody_up(own_record: Path, quick: Runner, holder: subprocess.Popen[str]) -> None:
    holder.kill()
    holder.wait()
    assert quick("fmt", "agreements/alfa.yaml", cwd=own_record).code == 0


def test_who_holds_a_folder_may_write_in_it(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    with lock_folders([tmp_path]) as lock, lock_folders([tmp_path], lock) as again:
        assert again == lock != FolderLock()


def test_where_folders_cannot_be_locked_a_file_stands_for_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "O_DIRECTORY")
    monkeypatch.setattr("partnerskab_cli.lock.PATIENCE", 0)
    with lock_folders([tmp_path]), pytest.raises(CommandError), lock_folders([tmp_path]):
        pass
    with lock_folders([tmp_path]):
        pass
    assert list(tmp_path.iterdir()) == []


# The doors themselves

DOORS = {
    "source/files.py",
    "paths.py",
    "source/chunks.py",
    "atomic.py",
    "lock.py",
    "check/cache.py",
    "check/file_stamp.py",
}
"""The modules that open, write, rename or link: reading, places, writing, and the cache in the user's own folder."""
ELSEWHERE = {
    "cli/terminal.py": {"Path(os.devnull).open"},
    "cli/main.py": {"os.open"},
    "cli/deliver.py": {"webbrowser.open"},
    "cli/complete.py": {"source.read_text"},
    "render/file_names.py": {"packed.open"},
}
"""What else has such a name: streams that were closed, a program that is started, the tool's own source, a file inside an archive in memory."""
TOUCHING = frozenset(
    [
        "open",
        "read_bytes",
        "read_text",
        "write_bytes",
        "write_text",
        "touch",
        "mkdir",
        "makedirs",
        "rmdir",
        "unlink",
        "rename",
        "renames",
        "link",
        "symlink",
        "symlink_to",
        "hardlink_to",
        "chmod",
        "fchmod",
        "chown",
        "lchmod",
        "truncate",
        "utime",
        "mkfifo",
        "mknod",
        "copy",
        "copy2",
        "copyfile",
        "copytree",
        "move",
        "rmtree",
        "removedirs",
        "fdopen",
        "NamedTemporaryFile",
        "TemporaryFile",
        "mkstemp",
        "mkdtemp",
        "TemporaryDirectory",
        "FileIO",
    ]
)
OF_OS = frozenset({"replace", "remove"})


def calls(path: Path) -> Iterator[tuple[str, int]]:
    """What a module calls that opens, writes, renames or links."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module in {"os", "io", "shutil", "tempfile"}:
            yield from ((f"from {node.module} import {name.name}", node.lineno) for name in node.names if name.name in TOUCHING | OF_OS)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "open":
            yield "open", node.lineno
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            of_path = node.func.attr == "replace" and len(node.args) == 1 and not node.keywords
            of_os = node.func.attr in OF_OS and ast.unparse(node.func.value) in {"os", "shutil"}
            if node.func.attr in TOUCHING or of_path or of_os:
                yield ast.unparse(node.func), node.lineno


def test_only_the_doors_open_write_rename_or_link() -> None:
    others = [path for path in sorted(SOURCE.rglob("*.py")) if path.relative_to(SOURCE).as_posix() not in DOORS]
    beside = [
        f"{path.relative_to(SOURCE).as_posix()}:{line} {call}"
        for path in others
        for call, line in calls(path)
        if call not in ELSEWHERE.get(path.relative_to(SOURCE).as_posix(), set())
    ]
    assert beside == []


@pytest.mark.parametrize(
    "line",
    ["open('a')", "Path('a').open()", "path.write_text('x')", "os.replace(a, b)", "shutil.copy(a, b)", "path.unlink()", "path.symlink_to(x)", "temporary.replace(path)",
     "tempfile.mkstemp()", "io.open('a')", "from os import replace", "from shutil import rmtree", "os.remove('a')", "path.mkdir()", "os.fdopen(1)"],
)  # fmt: skip
def test_the_test_of_the_doors_sees_each_way(tmp_path: Path, line: str) -> None:
    (tmp_path / "a.py").write_text(f"{line}\n", "utf-8")
    assert list(calls(tmp_path / "a.py"))
