"""A long run counts its files on the terminal, and nowhere else."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from many import COUNT, written

IMPATIENT = """
import sys
from partnerskab_cli.cli import progress
progress.PATIENCE = progress.PAUSE = 0.0
from partnerskab_cli.cli.main import run
run(sys.argv[1:])
"""


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("record"))


def told(record: Path, *words: str, terminal: bool = True, **env: str) -> str:
    """What standard error says of a run that counts from the first file."""
    master, slave = pty.openpty() if terminal else os.pipe()
    script = [sys.executable, "-c", IMPATIENT, *words]
    subprocess.run(script, cwd=record, env=os.environ | {"TERM": "xterm"} | env, stdout=subprocess.DEVNULL, stderr=slave, check=True)
    os.set_blocking(master, False)
    try:
        return os.read(master, 1 << 20).decode()
    except (BlockingIOError, OSError):
        return ""
    finally:
        os.close(master)
        os.close(slave)


@pytest.mark.parametrize("words", [("check", "--no-cache", "--jobs", "1"), ("check", "--no-cache", "--jobs", "2"), ("list",)])
def test_a_long_run_counts_its_files_on_one_line_and_clears_it(record: Path, words: tuple[str, ...], tmp_path: Path) -> None:
    message = told(record, *words, XDG_CACHE_HOME=str(tmp_path)).split("\r")
    last = f"{COUNT} af {COUNT} filer"
    assert (message[0], message[1], message[-3:]) == ("", f"1 af {COUNT} filer", [last, " " * len(last), ""])


def test_the_count_is_said_in_the_language_asked_for(record: Path) -> None:
    assert f"\r1 of {COUNT} files\r" in told(record, "check", "--no-cache", "--lang", "en")


@pytest.mark.parametrize(
    ("words", "env", "terminal"),
    [(("-q",), {}, True), ((), {"TERM": "dumb"}, True), ((), {}, False)],
    ids=["quiet", "a terminal that can do nothing", "no terminal"],
)
def test_nothing_is_counted_where_nobody_watches(record: Path, words: tuple[str, ...], env: dict[str, str], *, terminal: bool) -> None:
    assert "filer" not in told(record, "check", "--no-cache", *words, terminal=terminal, **env)
