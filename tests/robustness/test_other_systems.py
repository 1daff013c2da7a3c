"""What is otherwise on Windows and on a Mac, tried here: names, line ends, letters, locks and the way processes begin."""

import errno
import io
import json
import os
import re
import shutil
import stat
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path, PurePath, PureWindowsPath
from typing import NoReturn, cast

import pytest
from conftest import PROJECT, TODAY, Ran, Runner, example_record

from partnerskab_cli import atomic
from partnerskab_cli.atomic import write_atomically
from partnerskab_cli.cli import main as app
from partnerskab_cli.model.agreement import Agreement
from partnerskab_cli.model.parsers import SLUG
from partnerskab_cli.source.source_file import parse_bytes
from partnerskab_cli.text.localized import slugify
from partnerskab_cli.workspace.files import format_path

CLEAN = (PROJECT / "tests" / "clean" / "mundtlig.yaml").read_text("utf-8")
TEXTS = {path.stem: path.read_text("utf-8") for path in sorted((PROJECT / "agreements").glob("*.yaml"))} | {
    "with slips": "titel: »Slip«\nformåll: På 1 side\nstatus: aktvi\nmål: [{text: Æ}, ~]\n"
}
DAY = ("--today", TODAY)


def named(name: str) -> str:
    """The clean agreement under an id of its own."""
    return re.sub("^id: .*$", f"id: {name}", CLEAN, count=1, flags=re.MULTILINE)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A record with one agreement."""
    (tmp_path / "agreements").mkdir()
    (tmp_path / "agreements" / "kaffe.yaml").write_text(named("kaffe"), "utf-8")
    return tmp_path


# Names

TAKEN = ("con", "prn", "aux", "nul", "com1", "com9", "lpt1", "lpt0")


@pytest.mark.parametrize("name", TAKEN)
def test_no_file_gets_a_name_that_windows_keeps(name: str, folder: Path, quick: Runner) -> None:
    refused = quick("new", name, "--no-input")
    assert refused.code == 2
    assert f"fx {name}-1." in refused.err
    (folder / "list.csv").write_text(f"Titel\n{name.upper()}\n{name.upper()}.\n", "utf-8")
    assert quick("import", "list.csv").code == 0
    assert quick("new", "--title", name.title(), "--no-input").code == 0
    assert {path.stem for path in (folder / "agreements").iterdir()}.isdisjoint(TAKEN)


@pytest.mark.parametrize("name", TAKEN)
def test_an_agreement_with_such_a_name_is_told_so(name: str, folder: Path, quick: Runner) -> None:
    (folder / "agreements" / f"{name}.yaml").write_text(named(name), "utf-8")
    done = quick("check", *DAY)
    assert done.code == 1
    assert f"agreements/{name}.yaml:1:5: fejl STR04b »{name}« er ikke et korte" not in done.out
    assert f"agreements/{name}.yaml:1:5: fejl STR04b »{name}« er ikke et kort navn, som enhver maskine kan bruge" in done.out
    assert quick("render", f"agreements/{name}.yaml", "-o", "ud").code == 0
    assert sorted(path.name for path in (folder / "ud").iterdir()) == [".partnerskab-output", f"{name}-1.md"]


def test_a_short_name_is_one_that_slug_would_make() -> None:
    for word in (*TAKEN, "con-1", "console", "a", "7", "-a", "a-", "a--b", "Å", "nul.txt", "com10", ""):
        assert bool(re.fullmatch(SLUG, word)) == (slugify(word) == word and bool(word)), word


TWINS = {
    "capital letters": ("kaffe", "Kaffe"),
    "composed and decomposed letters": (unicodedata.normalize("NFC", "på"), unicodedata.normalize("NFD", "på")),
    "a blank at the end": ("kaffe", "kaffe "),
    "a dot at the end": ("kaffe", "kaffe."),
}


@pytest.mark.parametrize(("first", "second"), TWINS.values(), ids=TWINS)
def test_files_that_other_machines_take_for_one_are_never_both_right(first: str, second: str, folder: Path, quick: Runner) -> None:
    for name in (first, second):
        (folder / "agreements" / f"{name}.yaml").write_text(named("kaffe"), "utf-8")
    assert f"agreements/{second}.yaml:1:5: fejl STR05 " in quick("check", *DAY).out


@pytest.mark.parametrize("there", ["Kaffe-2.yaml", "KAFFE-2.yml", "år/kaffe-2.yaml"])
def test_a_new_file_never_stands_beside_its_twin(there: str, folder: Path, quick: Runner) -> None:
    path = folder / "agreements" / there
    path.parent.mkdir(exist_ok=True)
    path.write_text(named("kaffe-2"), "utf-8")
    assert quick("new", "kaffe-2", "--no-input").code == 2
    assert quick("new", "--title", "Kaffe 2", "--no-input").code == 0
    assert (folder / "agreements" / "kaffe-2-2.yaml").exists()


def test_paths_are_shown_with_slashes() -> None:
    def seen(path: str) -> str:
        return format_path(cast("Path", PureWindowsPath(path)))

    assert seen(r"agreements\kaffe.yaml") == "agreements/kaffe.yaml"
    assert seen(r"C:\aftaler\kaffe.yaml") == "C:/aftaler/kaffe.yaml"
    assert seen(r".\-o.yaml") == "./-o.yaml"
    assert seen(r"\\server\aftaler\kaffe.yaml") == "//server/aftaler/kaffe.yaml"


# Line ends and letters of files


@pytest.mark.parametrize("name", TEXTS)
def test_an_agreement_is_the_same_with_the_line_ends_and_the_mark_of_windows(name: str) -> None:
    usual = TEXTS[name].encode()
    windows = b"\xef\xbb\xbf" + usual.replace(b"\n", b"\r\n")
    here, there = (parse_bytes(data, "a.yaml", Agreement) for data in (usual, windows))
    assert there.record == here.record
    assert [(fault.code, fault.span) for fault in there.faults] == [(fault.code, fault.span) for fault in here.faults]
    assert bool(here.faults) == (name == "with slips")


@pytest.mark.parametrize("name", TEXTS)
def test_an_agreement_is_the_same_with_the_letters_of_a_mac(name: str) -> None:
    usual = TEXTS[name]
    other = unicodedata.normalize("NFD", usual)
    assert parse_bytes(other.encode(), "a.yaml", Agreement).record == parse_bytes(usual.encode(), "a.yaml", Agreement).record


# Standard output

EXAMPLES = [
    ("check",), ("check", "--output-format", "full"), ("check", "--output-format", "grouped", "--statistics"), ("fmt", "--check"),
    ("explain", "TJK10"), ("explain", "ophør.varsel"), ("explain", "tjekliste"), ("rules",), ("guide", "--for", "forening"),
    ("recommend", "kaffe-paa-kanden"), ("recommend", "--grant"), ("portfolio",), ("portfolio", "økonomi"), ("list",), ("deadlines",),
    ("show", "kaffe-paa-kanden"), ("init", "Tønder", "--dry-run"), ("--help",), ("check", "--help"),
]  # fmt: skip
DOCUMENTS = [
    *(("check", "--output-format", name) for name in ("json", "sarif", "gitlab", "junit", "rdjson", "markdown", "github")),
    *(("render", "kaffe-paa-kanden", "--to", form) for form in ("md", "html")), ("render", "kaffe-paa-kanden", "--variant", "borger"),
    *(("portfolio", "--format", form) for form in ("md", "html", "json", "csv", "csv-excel")),
    ("deadlines", "--format", "ics"), ("agenda", "kaffe-paa-kanden"), ("agenda", "--to", "html"), ("guide", "--for", "kommune", "--to", "html"),
    ("rules", "--format", "json"), ("rules", "--format", "md"), ("schema",), ("show", "--plain", "kaffe-paa-kanden"), ("fmt", "--diff"),
]  # fmt: skip
"""What becomes a file, or goes to another program."""


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return example_record(tmp_path_factory.mktemp("record"), slip=True)


def streamed(patch: pytest.MonkeyPatch, place: Path, words: tuple[str, ...], encoding: str, newline: str) -> tuple[int, bytes, bytes]:
    """Run a command with the streams of another system."""
    out, err = io.BytesIO(), io.BytesIO()
    with patch.context() as there:
        there.chdir(place)
        there.setattr(sys, "stdout", io.TextIOWrapper(out, encoding=encoding, newline=newline))
        there.setattr(sys, "stderr", io.TextIOWrapper(err, encoding=encoding, newline=newline))
        dated = () if words[-1] == "--help" or words[0] not in DATED else DAY
        code = app.run([*words, *dated])
        sys.stdout.flush()
        sys.stderr.flush()
        return code, out.getvalue(), err.getvalue()


DATED = {"check", "portfolio", "deadlines", "agenda", "show", "list"}


@pytest.mark.parametrize("words", EXAMPLES, ids=" ".join)
def test_a_terminal_of_windows_shows_danish(words: tuple[str, ...], record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code, usual, aside = streamed(monkeypatch, record, words, "utf-8", "\n")
    for encoding in ("cp1252", "cp850", "cp437"):
        done = streamed(monkeypatch, record, words, encoding, "\r\n")
        assert done[0] == code
        for theirs, ours in ((done[1], usual), (done[2], aside)):
            shown = theirs.decode(encoding)
            assert "\r\r" not in shown
            assert not re.search(r"\\x[0-9a-f]{2}|\\u[0-9a-f]{4}", shown)
            missing = {letter for letter in ours.decode() if letter in "æøåÆØÅé»«§" and letter not in shown}
            assert missing <= {letter for letter in missing if not fits(letter, encoding)}


def fits(letter: str, encoding: str) -> bool:
    return letter.encode(encoding, "replace") != b"?"


@pytest.mark.parametrize("words", DOCUMENTS, ids=" ".join)
def test_a_document_is_the_same_bytes_on_every_system(words: tuple[str, ...], record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code, usual, _ = streamed(monkeypatch, record, words, "utf-8", "\n")
    assert code in {0, 1}
    assert b"\r\r" not in usual
    for encoding in ("cp1252", "cp850", "ascii", "utf-16-le"):
        assert streamed(monkeypatch, record, words, encoding, "\r\n")[:2] == (code, usual)


def test_a_report_for_programs_can_be_read_by_them(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _, out, _ = streamed(monkeypatch, record, ("check", "--output-format", "json"), "cp1252", "\r\n")
    assert "»aktvi«" in json.dumps(json.loads(out), ensure_ascii=False)


# Files


def test_no_file_is_opened_in_the_letters_of_the_machine(record: Path, run: Runner) -> None:
    strict = {"PYTHONWARNDEFAULTENCODING": "1", "PYTHONWARNINGS": "error::EncodingWarning", "PYTHONIOENCODING": "utf-8"}
    commands = (
        ("check", *DAY), ("render", "kaffe-paa-kanden", "--to", "html", "-o", "ud"), ("portfolio", "--format", "xlsx", "-o", "t.xlsx", *DAY),
        ("site", "-o", "site", *DAY), ("new", "nyt", "--no-input"), ("fmt",), ("init", "Tønder", "--dry-run"),
    )  # fmt: skip
    for words in commands:
        done = run(*words, cwd=record, env=strict)
        assert done.code in {0, 1}, done.err
        assert "EncodingWarning" not in done.err
    shutil.rmtree(record / "site")
    shutil.rmtree(record / "ud")
    (record / "agreements" / "nyt.yaml").unlink()


def busy(*_: object, **__: object) -> NoReturn:
    raise PermissionError(errno.EACCES, "The process cannot access the file because it is being used by another process")


WRITERS = {
    "fmt": ("fmt", "agreements/kaffe.yaml"),
    "check --fix": ("check", "--fix", "agreements/kaffe.yaml", *DAY),
    "check -o": ("check", "-o", "json=agreements/kaffe.yaml", *DAY),
    "portfolio -o": ("portfolio", "-o", "ud/kaffe.md", *DAY),
    "render -o": ("render", "agreements/kaffe.yaml", "-o", "ud"),
    "end": ("end", "kaffe", "--start", "2026-01-01", "--date", "2026-02-01"),
}


@pytest.mark.parametrize("words", WRITERS.values(), ids=WRITERS)
def test_a_file_that_is_open_in_another_program_stays_and_is_named(
    words: tuple[str, ...], folder: Path, quick: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = folder / "agreements" / "kaffe.yaml"
    path.write_bytes(path.read_bytes().replace(b"\ntitel", b"\nTITEL").replace(b"formaal", b"FORMAAL") + b"\n\n\n")
    quick("render", "agreements/kaffe.yaml", "-o", "ud")
    (folder / "ud" / "kaffe.md").write_bytes((folder / "ud" / "kaffe.md").read_bytes() + b"old\n")
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    monkeypatch.setattr(atomic, "HELD", True)
    monkeypatch.setattr(atomic, "PAUSE", 0)
    monkeypatch.setattr(os, "replace", busy)
    done = quick(*words)
    assert done.code == 2
    assert "den er åben i et andet program; luk det, og prøv en gang til" in done.err
    assert "kaffe." in done.err.splitlines()[0]
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("refused", ["open", "fsync"])
def test_a_folder_that_cannot_be_flushed_is_no_fault(refused: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def only_files(call: Callable[..., int], is_folder: Callable[[object], bool]) -> Callable[..., int]:
        def called(what: object, *rest: object, **more: object) -> int:
            if is_folder(what):
                raise PermissionError(errno.EACCES, "Permission denied")
            return call(what, *rest, **more)

        return called

    if refused == "open":
        monkeypatch.setattr(os, "open", only_files(os.open, lambda what: isinstance(what, (str, PurePath)) and Path(what).is_dir()))
    else:
        monkeypatch.setattr(
            os, "fsync", only_files(cast("Callable[..., int]", os.fsync), lambda what: stat.S_ISDIR(os.fstat(cast("int", what)).st_mode))
        )
    path = tmp_path / "kaffe.yaml"
    for data in (b"old\n", b"new\n"):
        assert write_atomically(path, data)
        assert path.read_bytes() == data
    assert [path.name for path in tmp_path.iterdir()] == ["kaffe.yaml"]


# Processes

BEGUN = """
import multiprocessing, sys
from partnerskab_cli.cli.main import run
if __name__ == "__main__":
    multiprocessing.set_start_method(sys.argv[1])
    sys.exit(run(sys.argv[2:]))
"""


def begun(folder: Path, method: str, jobs: str) -> Ran:
    (folder / "begin.py").write_text(BEGUN, "utf-8")
    words = [sys.executable, "begin.py", method, "check", "--no-cache", "--jobs", jobs, *DAY]
    env = os.environ | {"PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(words, cwd=folder, env=env, capture_output=True, text=True, encoding="utf-8", check=False)
    return Ran(done.returncode, done.stdout, done.stderr)


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """More files than one process takes at a time, some of them with a slip."""
    (tmp_path / "agreements").mkdir()
    for number in range(130):
        text = named(f"kaffe-{number}") if number % 10 else f"id: kaffe-{number}\nstatus: aktvi\n"
        (tmp_path / "agreements" / f"kaffe-{number}.yaml").write_text(text, "utf-8")
    return tmp_path


def test_processes_that_begin_from_nothing_find_the_same(many: Path) -> None:
    alone = begun(many, "fork", "1")
    assert alone.code == 1
    assert alone.out.count("STR04 ") == 13
    assert begun(many, "spawn", "2") == alone
    assert begun(many, "forkserver", "2") == alone
