"""Whole files or nothing, whatever happens on the way."""

import errno
import os
import random
import signal
import stat
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from partnerskab_cli import atomic, paths as place
from partnerskab_cli.atomic import PendingWrite, create_file, write_atomically, write_together
from partnerskab_cli.errors import CommandError

OLD, NEW = b"old\n" * 10_000, b"the new one\n" * 5_000


def strays(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.name.endswith(".tmp")]


def test_a_new_file_gets_the_usual_mode(tmp_path: Path) -> None:
    path = tmp_path / "kaffe.yaml"
    assert write_atomically(path, NEW)
    usual = tmp_path / "usual"
    usual.write_bytes(b"")
    assert path.read_bytes() == NEW
    assert path.stat().st_mode == usual.stat().st_mode
    assert strays(tmp_path) == []


def test_an_old_file_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "kaffe.yaml"
    path.write_bytes(OLD)
    path.chmod(0o640)
    assert write_atomically(path, NEW)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_what_is_equal_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "kaffe.yaml"
    path.write_bytes(OLD)
    before = path.stat()
    assert not write_atomically(path, OLD, expected=OLD)
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_a_link_inside_the_folder_of_a_file_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    real, link = tmp_path / "there" / "real.yaml", tmp_path / "link.yaml"
    real.write_bytes(OLD)
    link.symlink_to(real)
    write_atomically(link, NEW, OLD, tmp_path)
    assert link.is_symlink()
    assert real.read_bytes() == NEW


def test_a_link_that_is_named_is_not_followed(tmp_path: Path) -> None:
    real, link = tmp_path / "real.yaml", tmp_path / "link.yaml"
    real.write_bytes(OLD)
    link.symlink_to(real)
    with pytest.raises(CommandError) as refused:
        write_atomically(link, NEW)
    assert "er et link" in refused.value.says.da
    assert real.read_bytes() == OLD


@pytest.mark.parametrize("mode", [0o755, 0o711, 0o4755, 0o2770])
def test_what_is_written_never_runs_because_the_old_file_did(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "rapport.csv"
    path.write_bytes(OLD)
    path.chmod(mode)
    write_atomically(path, NEW)
    assert stat.S_IMODE(path.stat().st_mode) == mode & 0o666


@pytest.mark.parametrize("expected", [None, b"old"])
def test_a_huge_file_is_not_read_to_be_compared(tmp_path: Path, expected: bytes | None) -> None:
    path = tmp_path / "a.yaml"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    tracemalloc.start()
    try:
        write_atomically(path, b"new", expected)
    except CommandError:
        assert expected
    else:
        assert path.read_bytes() == b"new"
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 10_000_000


def test_someone_elses_change_is_not_lost(tmp_path: Path) -> None:
    path = tmp_path / "kaffe.yaml"
    path.write_bytes(b"by someone else\n")
    with pytest.raises(CommandError) as refused:
        write_atomically(path, NEW, expected=OLD)
    assert "en anden har ændret den imens" in refused.value.says.da
    assert path.read_bytes() == b"by someone else\n"
    assert strays(tmp_path) == []


def test_nothing_that_is_no_plain_file_is_replaced(tmp_path: Path) -> None:
    folder, pipe, loop = tmp_path / "folder", tmp_path / "pipe", tmp_path / "loop"
    folder.mkdir()
    os.mkfifo(pipe)
    loop.symlink_to(loop)
    for path in (folder, pipe, loop, Path("/dev/null")):
        with pytest.raises(CommandError):
            write_atomically(path, NEW)
    assert folder.is_dir()
    assert loop.is_symlink()
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(CommandError) as refused:
        write_atomically(tmp_path / "none" / "kaffe.yaml", NEW)
    assert "mappen findes ikke" in refused.value.says.da
    assert refused.value.cure
    assert refused.value.cure.da == "intet er ændret"


def test_what_must_be_new_overwrites_nothing(tmp_path: Path) -> None:
    path = tmp_path / "kaffe.yaml"
    create_file(path, NEW)
    with pytest.raises(CommandError) as refused:
        create_file(path, OLD)
    assert "findes allerede" in refused.value.says.da
    assert path.read_bytes() == NEW
    assert strays(tmp_path) == []


def test_what_must_be_new_does_not_follow_a_link(tmp_path: Path) -> None:
    link = tmp_path / "link.yaml"
    link.symlink_to(tmp_path / "nowhere.yaml")
    with pytest.raises(CommandError):
        create_file(link, NEW)
    assert not (tmp_path / "nowhere.yaml").exists()


def test_several_files_are_ready_before_one_is_replaced(tmp_path: Path) -> None:
    first, second = tmp_path / "a.yaml", tmp_path / "none" / "b.yaml"
    first.write_bytes(OLD)
    with pytest.raises(CommandError):
        write_together([PendingWrite(first, NEW), PendingWrite(second, NEW)])
    assert first.read_bytes() == OLD
    assert strays(tmp_path) == []


def test_what_was_replaced_before_a_failure_is_told(tmp_path: Path) -> None:
    first, second = tmp_path / "a.yaml", tmp_path / "b.yaml"
    first.write_bytes(OLD)
    second.write_bytes(OLD)
    with pytest.raises(CommandError) as refused:
        write_together([PendingWrite(first, NEW, OLD), PendingWrite(second, NEW, b"something else")])
    assert refused.value.cure
    assert first.as_posix() in refused.value.cure.da
    assert (first.read_bytes(), second.read_bytes()) == (NEW, OLD)


def test_only_old_strays_of_our_own_are_swept(tmp_path: Path) -> None:
    stale, fresh, foreign = (tmp_path / name for name in (".partnerskab-1.tmp", ".partnerskab-2.tmp", ".other.tmp"))
    for path, hours in ((stale, 1.1), (fresh, 0.9), (foreign, 2)):
        path.write_bytes(b"")
        written = path.stat().st_mtime - hours * 3600
        os.utime(path, (written, written))
    write_atomically(tmp_path / "kaffe.yaml", NEW)
    assert not stale.exists()
    assert fresh.exists()
    assert foreign.exists()


CALLS = ("open", "fdopen", "fsync", "replace", "link", "close", "stat", "fchmod", "urandom", "access", "listdir")


class Failing:
    """Lets the n-th call into the operating system fail."""

    def __init__(self, at: int, error: Callable[[], BaseException]) -> None:
        self.at, self.error, self.count = at, error, 0

    def wrap(self, call: Callable[..., object]) -> Callable[..., object]:
        def called(*arguments: object, **named: object) -> object:
            self.count += 1
            if self.count == self.at:
                raise self.error()
            return call(*arguments, **named)

        return called


ERRORS: tuple[Callable[[], BaseException], ...] = (
    lambda: OSError(errno.ENOSPC, "No space left on device"),
    lambda: OSError(errno.EIO, "Input/output error"),
    lambda: PermissionError(errno.EACCES, "Permission denied"),
    KeyboardInterrupt,
)


def attempts(patch: pytest.MonkeyPatch, act: Callable[[], object], error: Callable[[], BaseException]) -> Iterator[BaseException | None]:
    """Run it again and again, the first call failing, then the second, until a run needs no more calls."""
    for at in range(1, 200):
        failing = Failing(at, error)
        with patch.context() as patched:
            for name in CALLS:
                patched.setattr(os, name, failing.wrap(getattr(os, name)))
            outcome = outcome_of(act)
        yield outcome
        if failing.count < at:
            return
    pytest.fail("it never came to an end")


def outcome_of(act: Callable[[], object]) -> BaseException | None:
    try:
        act()
    except (CommandError, KeyboardInterrupt) as stopped:
        return stopped
    return None


@pytest.mark.parametrize("error", ERRORS)
def test_whichever_call_fails_the_file_is_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Callable[[], BaseException]
) -> None:
    path = tmp_path / "kaffe.yaml"
    path.write_bytes(OLD)
    outcomes = []
    for stopped in attempts(monkeypatch, lambda: write_atomically(path, NEW, OLD), error):
        held = path.read_bytes()
        outcomes.append(stopped)
        assert held in {OLD, NEW}
        assert held == OLD or not isinstance(stopped, CommandError)
        assert strays(tmp_path) == []
        path.write_bytes(OLD)
    assert len(outcomes) > 8
    assert outcomes[-1] is None


@pytest.mark.parametrize("error", ERRORS)
def test_whichever_call_fails_a_new_file_is_whole_or_absent(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Callable[[], BaseException]
) -> None:
    path = tmp_path / "kaffe.yaml"
    for _ in attempts(monkeypatch, lambda: create_file(path, NEW), error):
        assert not path.exists() or path.read_bytes() == NEW
        assert strays(tmp_path) == []
        path.unlink(missing_ok=True)


REWRITE = """
import sys
from pathlib import Path
from typing import Any
from partnerskab_cli.atomic import write_atomically
path, letter = Path(sys.argv[1]), sys.argv[2].encode()
print("ready", flush=True)
for turn in range(int(sys.argv[3])):
    write_atomically(path, letter * (20_000 + turn % 7 * 10_000))
"""


def writer(path: Path, letter: str, turns: int) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", REWRITE, str(path), letter, str(turns)], stdout=subprocess.PIPE)


def whole(data: bytes) -> bool:
    return len(set(data)) == 1 and len(data) in range(20_000, 90_000, 10_000)


KILLS = int(os.environ.get("PARTNERSKAB_KILLS", "25"))


def test_no_kill_tears_a_file(tmp_path: Path) -> None:
    path, dice = tmp_path / "kaffe.yaml", random.Random(7)
    for kill in range(KILLS):
        path.write_bytes(b"o" * 20_000)
        with writer(path, "n", 1_000_000) as process:
            assert process.stdout
            process.stdout.readline()
            time.sleep(dice.random() * 0.02)
            process.send_signal(signal.SIGKILL)
        assert whole(path.read_bytes()), kill
    assert all(name.startswith(".partnerskab-") for name in strays(tmp_path))


LIMITED = "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[4]),) * 2)\n" + REWRITE


@pytest.mark.parametrize("limit", [0, 1, 4096, 19_999, 65_536, 70_000])
def test_a_full_disk_leaves_the_old_file(tmp_path: Path, limit: int) -> None:
    path = tmp_path / "kaffe.yaml"
    path.write_bytes(b"o" * 40_000)
    ended = subprocess.run([sys.executable, "-c", LIMITED, str(path), "n", "7", str(limit)], capture_output=True, check=False)
    assert ended.returncode == 1
    assert b"CommandError" in ended.stderr
    assert whole(path.read_bytes())
    assert strays(tmp_path) == []


def test_eight_at_once_tear_nothing(tmp_path: Path) -> None:
    path = tmp_path / "kaffe.yaml"
    path.write_bytes(b"o" * 20_000)
    processes = [writer(path, letter, 60) for letter in "abcdefgh"]
    while any(process.poll() is None for process in processes):
        assert whole(path.read_bytes())
    for process in processes:
        process.communicate()
        assert process.returncode == 0
    assert strays(tmp_path) == []


def test_where_there_are_no_links_a_new_file_still_overwrites_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    path = tmp_path / "kaffe.yaml"
    create_file(path, NEW)
    with pytest.raises(CommandError):
        create_file(path, OLD)
    assert path.read_bytes() == NEW
    assert strays(tmp_path) == []


@pytest.mark.parametrize("refusals", [1, 2, 3])
def test_on_windows_a_reader_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refusals: int) -> None:
    old, left = tmp_path / "old", [None] * refusals
    old.write_bytes(OLD)
    real = os.replace

    def busy(*paths: Any, **folders: Any) -> None:
        if left:
            left.pop()
            raise PermissionError(errno.EACCES, "in use")
        real(*paths, **folders)

    monkeypatch.setattr(atomic, "HELD", True)
    monkeypatch.setattr(os, "replace", busy)
    monkeypatch.setattr(atomic, "PAUSE", 0)
    if refusals < 3:
        write_atomically(old, NEW)
    else:
        with pytest.raises(CommandError) as refused:
            write_atomically(old, NEW)
        assert "den er åben i et andet program" in refused.value.says.da
    monkeypatch.undo()
    assert old.read_bytes() == (NEW if refusals < 3 else OLD)


def test_a_file_that_may_not_be_written_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "kaffe.yaml"
    path.write_bytes(OLD)
    monkeypatch.setattr(os, "access", lambda *_, **__: False)
    with pytest.raises(CommandError) as refused:
        write_atomically(path, NEW)
    assert "må ikke skrives her" in refused.value.says.da
    assert path.read_bytes() == OLD


def test_where_folders_cannot_be_opened_files_are_written_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(place, "HAS_DESCRIPTORS", False)
    assert write_atomically(tmp_path / "kaffe.yaml", NEW)
    assert (tmp_path / "kaffe.yaml").read_bytes() == NEW


def test_the_bytes_are_on_the_disk_before_the_name_is_theirs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, done = tmp_path / "kaffe.yaml", list[str]()
    path.write_bytes(OLD)

    def noted(name: str, call: Callable[..., object]) -> Callable[..., object]:
        def called(*arguments: object, **named: object) -> object:
            done.append(name)
            return call(*arguments, **named)

        return called

    for name in ("fsync", "replace"):
        monkeypatch.setattr(os, name, noted(name, getattr(os, name)))
    write_atomically(path, NEW)
    assert done == ["fsync", "replace", "fsync"]


REASONS = {
    "ENOSPC": "disken er fuld", "EDQUOT": "pladsen er brugt op", "EFBIG": "filen bliver for stor", "EACCES": "der må ikke skrives her", "EPERM": "der må ikke skrives her",
    "EROFS": "disken kan kun læses", "ENOENT": "mappen findes ikke", "ENOTDIR": "mappen findes ikke", "EISDIR": "det er en mappe", "EINVAL": "det er ikke en almindelig fil",
    "EEXIST": "den findes allerede, og der overskrives intet", "ELOOP": "linket peger i ring", "ENAMETOOLONG": "navnet er for langt", "EIO": "Input/output error",
}  # fmt: skip


@pytest.mark.parametrize(("name", "reason"), REASONS.items())
def test_why_a_file_was_not_written_is_said_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, reason: str) -> None:
    number = getattr(errno, name)

    def refuse(*_: object, **__: object) -> int:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(CommandError) as refused:
        write_atomically(tmp_path / "kaffe.yaml", NEW)
    assert refused.value.says.da == f"{(tmp_path / 'kaffe.yaml').as_posix()} kunne ikke skrives: {reason}."
