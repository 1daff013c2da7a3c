"""Whole processes timed side by side: CPU and wall of the process and its children, and the peak of the largest one."""

import os
import statistics
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

FOUND_OR_NOT = (0, 1)
"""How checkers end that have done their work."""


class Run(NamedTuple):
    """One run of a command."""

    cpu: float
    """Seconds of user and system time."""
    wall: float
    """Seconds."""
    peak: int
    """KiB, of the largest process."""


class Step(NamedTuple):
    """A command, and what is done before each run of it."""

    name: str
    words: Sequence[str]
    prepare: Callable[[], None] = lambda: None
    rounds: int | None = None
    """Fewer than the others, where one run takes minutes."""


def timed(words: Sequence[str], folder: Path) -> Run:
    """Run a command once in that folder, its output thrown away.

    Raises:
        RuntimeError: it could not do its work, and its time says nothing.

    """
    env = os.environ | {"XDG_CACHE_HOME": str(folder / "cache")}
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    start = time.perf_counter()
    process = subprocess.Popen(words, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=env)  # noqa: S603 - our own commands
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in FOUND_OR_NOT:
        message = f"{' '.join(words)} ended with {process.returncode}"
        raise RuntimeError(message)
    return Run(used.ru_utime + used.ru_stime, time.perf_counter() - start, used.ru_maxrss)


def measured(steps: Sequence[Step], folder: Path, rounds: int) -> dict[str, list[Run]]:
    """The runs of several commands, taken in turn, after one round that does not count."""
    figures: dict[str, list[Run]] = {step.name: [] for step in steps}
    for number in range(rounds + 1):
        for step in steps:
            if number > (step.rounds or rounds):
                continue
            step.prepare()
            run = timed(step.words, folder)
            if number or step.rounds == 0:
                figures[step.name].append(run)
    return figures


HEAD = ("command", "CPU s", "min", "max", "wall s", "CPU ×", "wall ×", "MiB", "bar")


def table(title: str, figures: Mapping[str, list[Run]], base: str, bars: Mapping[str, str]) -> Iterator[str]:
    """Medians, spread, and the ratio of the medians to those of the base, as a Markdown table."""
    yield from (f"### {title}", "", f"| {' | '.join(HEAD)} |", "|---|" + "---:|" * (len(HEAD) - 1))
    cpu_of_base, wall_of_base = middle(figures[base])
    for name, runs in figures.items():
        cpu, wall = middle(runs)
        spread = [run.cpu for run in runs]
        cells = (
            f"{cpu:.3f}",
            f"{min(spread):.3f}",
            f"{max(spread):.3f}",
            f"{wall:.3f}",
            f"{cpu / cpu_of_base:.3f}",
            f"{wall / wall_of_base:.3f}",
        )
        yield f"| {name} | {' | '.join(cells)} | {max(run.peak for run in runs) // 1024} | {bars.get(name, '')} |"
    yield ""


def middle(runs: Sequence[Run]) -> tuple[float, float]:
    """The medians of CPU and wall."""
    return statistics.median([run.cpu for run in runs]), statistics.median([run.wall for run in runs])
