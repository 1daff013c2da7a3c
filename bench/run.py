"""Ratios, measured side by side in one run: `python bench/run.py [--sizes 1000,10000] [--rounds 5]`.

Every command is a whole process; CPU is user and system time of the process and its children. A ratio is that of the medians.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from generate import agreement, write

PYTHON = sys.executable
LOAD = "import sys,yaml,pathlib\nfor p in sorted(pathlib.Path(sys.argv[1]).rglob('*.yaml')): yaml.load(p.read_bytes(), Loader=yaml.CSafeLoader)"
EVENTS = "import sys,yaml,pathlib\nfor p in sorted(pathlib.Path(sys.argv[1]).rglob('*.yaml')):\n for _ in yaml.parse(p.read_bytes(), Loader=yaml.CSafeLoader): pass"
BARS = {
    "start-up": 3.0,
    "cold": 1.1,
    "cold, two processes (wall)": 0.60,
    "warm, by time": 0.02,
    "warm, by content": 0.05,
    "all broken": 2.0,
    "one changed": 1.3,
}


class Figure(NamedTuple):
    """What a command cost, round by round."""

    cpu: list[float]
    wall: list[float]
    peak: int
    """KiB, of the largest process."""


def timed(command: Sequence[str], folder: Path) -> tuple[float, float, int]:
    """CPU seconds, wall seconds and peak KiB of one run."""
    env = os.environ | {"XDG_CACHE_HOME": str(folder / "cache")}
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=env)  # noqa: S603 - our own commands
    _, _, used = os.wait4(process.pid, 0)
    process.returncode = 0
    return used.ru_utime + used.ru_stime, time.perf_counter() - start, used.ru_maxrss


def measured(commands: dict[str, Sequence[str]], folder: Path, rounds: int, prepare: dict[str, Callable[[], None]]) -> dict[str, Figure]:
    """The figures of several commands, in turn, after one round that does not count."""
    figures = {name: Figure([], [], 0) for name in commands}
    for number in range(rounds + 1):
        for name, command in commands.items():
            prepare.get(name, lambda: None)()
            cpu, wall, peak = timed(command, folder)
            if number:
                known = figures[name]
                figures[name] = Figure([*known.cpu, cpu], [*known.wall, wall], max(known.peak, peak))
    return figures


def table(title: str, figures: dict[str, Figure], base: str) -> None:
    """Print medians, spread and the ratio to the base."""
    print(f"\n{title}\n{'command':<34}{'cpu s':>8}{'min':>8}{'max':>8}{'wall s':>8}{'cpu x':>8}{'wall x':>8}{'MiB':>6}")
    reference = figures[base]
    for name, one in figures.items():
        cpu, wall = statistics.median(one.cpu), statistics.median(one.wall)
        by_cpu, by_wall = cpu / statistics.median(reference.cpu), wall / statistics.median(reference.wall)
        print(
            f"{name:<34}{cpu:>8.3f}{min(one.cpu):>8.3f}{max(one.cpu):>8.3f}{wall:>8.3f}{by_cpu:>8.3f}{by_wall:>8.3f}{one.peak // 1024:>6}"
        )


def tool(*words: str) -> list[str]:
    """The tool's own command."""
    beside = Path(PYTHON).parent / "partnerskab"
    return [str(beside) if beside.exists() else str(shutil.which("partnerskab")), *words]


def start_up(folder: Path, rounds: int) -> None:
    """One file, against `import yaml`."""
    one = folder / "aftale-00000.yaml"
    one.write_text(agreement(0), "utf-8")
    commands = {
        "import yaml": [PYTHON, "-c", "import yaml"],
        "import typer, yaml": [PYTHON, "-c", "import typer, yaml"],
        "check one file": tool("check", "--today", "2026-03-01", str(one)),
        "--version": tool("--version"),
        "--help": tool("--help"),
    }
    table("Start-up", measured(commands, folder, rounds, {}), "import yaml")


def record(folder: Path, size: int, rounds: int) -> None:
    """A record of that size: cold, warm, one changed, all broken."""
    good, bad = folder / f"good-{size}", folder / f"bad-{size}"
    write(good, size)
    write(bad, size, broken=True)
    check = ("check", "--today", "2026-03-01", "--profile", "tønder")
    one = next(good.rglob("*.yaml"))
    text = one.read_text("utf-8")

    def touch() -> None:
        for path in good.rglob("*.yaml"):
            os.utime(path)

    def change() -> None:
        one.write_text(text + f"# {time.perf_counter_ns()}\n", "utf-8")

    commands = {
        "CSafeLoader.load": [PYTHON, "-c", LOAD, str(good)],
        "libyaml's events": [PYTHON, "-c", EVENTS, str(good)],
        "cold": tool(*check, "--no-cache", "--jobs", "1", str(good)),
        "cold, two processes": tool(*check, "--no-cache", "--jobs", "2", str(good)),
        "all broken": tool(*check, "--no-cache", "--jobs", "1", str(bad)),
        "warm, by time": tool(*check, "--jobs", "1", str(good)),
        "warm, by content": tool(*check, "--jobs", "1", str(good)),
        "one changed": tool(*check, "--jobs", "1", str(good)),
    }
    table(f"{size} agreements", measured(commands, folder, rounds, {"warm, by content": touch, "one changed": change}), "CSafeLoader.load")


def main() -> None:
    """Print every table."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--sizes", default="1000")
    asked.add_argument("--rounds", type=int, default=5)
    words = asked.parse_args()
    with tempfile.TemporaryDirectory() as name:
        start_up(Path(name), max(words.rounds, 11))
        for size in words.sizes.split(","):
            record(Path(name), int(size), words.rounds)


if __name__ == "__main__":
    main()
