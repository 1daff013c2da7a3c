"""Runs the tool one process a case within bounds, and says how each ended: `python guard.py < asked > endings`, JSON both ways.

A process of its own, and a small one: what a process once held is counted for its children too, and the tests hold much. With
`fresh` every case begins from nothing; else each is a child of one process that has the tool loaded, which is ten times as quick.
"""

import json
import os
import resource
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

MEBI = 1 << 20
MOST_SAID = 4 * MEBI


class Ended(NamedTuple):
    """How a process ended: its code (minus a signal), what it said, its seconds of clock and of work, and its largest size in KiB."""

    code: int
    out: str
    err: str
    wall: float
    work: float
    peak: int


def bound(memory: int, work: int) -> None:
    """Past so many MiB of address space or seconds of work there is an error or an end."""
    resource.setrlimit(resource.RLIMIT_AS, (memory * MEBI,) * 2)
    resource.setrlimit(resource.RLIMIT_CPU, (work,) * 2)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def ended(act: Callable[[], int], folder: str) -> Ended:
    """Let a child act, with its streams in files, and say how it ended."""
    streams = [os.open(Path(folder, name), os.O_RDWR | os.O_CREAT | os.O_TRUNC) for name in (".out", ".err")]
    start = time.perf_counter()
    child = os.fork()
    if not child:
        os.chdir(folder)
        for number, stream in enumerate((os.open(os.devnull, os.O_RDONLY), *streams)):
            os.dup2(stream, number)
        os._exit(act())
    _, status, used = os.wait4(child, 0)
    wall = time.perf_counter() - start
    words = [os.pread(stream, MOST_SAID, 0).decode("utf-8", "surrogateescape") for stream in streams]
    for stream in streams:
        os.close(stream)
    return Ended(os.waitstatus_to_exitcode(status), words[0], words[1], wall, used.ru_utime + used.ru_stime, used.ru_maxrss)


def endings(cases: list[list[str]], folder: str, memory: int, work: int, *, fresh: bool) -> Iterator[Ended]:
    """How each case ended."""
    if not fresh:
        from partnerskab_cli.cli import main as app  # noqa: PLC0415 - loaded once, for all children
        from partnerskab_cli.cli.commands import check, fmt, render, show  # noqa: F401, PLC0415 - loaded once, for all children

    for words in cases:

        def act(words: list[str] = words) -> int:
            bound(memory, work)
            if fresh:
                os.execv(sys.executable, [sys.executable, "-m", "partnerskab_cli", *words])  # noqa: S606 - the tool itself
            return app.run(words)

        yield ended(act, folder)


if __name__ == "__main__":
    json.dump(list(endings(**json.load(sys.stdin))), sys.stdout)
