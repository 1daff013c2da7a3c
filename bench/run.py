"""Ratios, measured side by side in one run: `python bench/run.py [--sizes 1000,10000] [--rounds 5] [--peers]`, printed as Markdown.

`--peers` runs other checkers over the first size too, where they are installed: check-jsonschema, yamale and yamllint beside this Python,
ajv where `npm install ajv-cli` has put it on the PATH.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from generate import agreement, write
from timing import Step, measured, table

PYTHON = sys.executable
LOAD = "import sys,yaml,pathlib\nfor p in sorted(pathlib.Path(sys.argv[1]).rglob('*.yaml')): yaml.load(p.read_bytes(), Loader=yaml.CSafeLoader)"
EVENTS = "import sys,yaml,pathlib\nfor p in sorted(pathlib.Path(sys.argv[1]).rglob('*.yaml')):\n for _ in yaml.parse(p.read_bytes(), Loader=yaml.CSafeLoader): pass"
DAY = ("--today", "2026-03-01")
SCHEMA = Path(__file__).parent.parent / "schema" / "aftale.da.schema.json"
YARDSTICK = "`CSafeLoader.load`"
BARS = {
    "check one file": "3.0 CPU",
    "check": "1.1 CPU",
    "check, two processes": "0.60 wall",
    "check, warm": "0.02 CPU",
    "check, warm by content": "0.05 CPU",
}


def tool(*words: str) -> list[str]:
    """The tool's own command."""
    return [str(beside("partnerskab")), *words]


def beside(name: str) -> Path | None:
    """A program beside this Python, else on the PATH."""
    own = Path(PYTHON).parent / name
    on_path = shutil.which(name)
    return own if own.exists() else Path(on_path) if on_path else None


def start_up(folder: Path, rounds: int) -> Iterator[str]:
    """One file, against `import yaml`."""
    path = folder / "aftale-00000.yaml"
    path.write_text(agreement(0), "utf-8")
    steps = [
        Step("`import yaml`", [PYTHON, "-c", "import yaml"]),
        Step("`import typer, yaml`", [PYTHON, "-c", "import typer, yaml"]),
        Step("check one file", tool("check", *DAY, str(path))),
        Step("--version", tool("--version")),
        Step("--help", tool("--help")),
        Step("completion", tool("--complete", "check", "--")),
    ]
    yield from table("Start-up", measured(steps, folder, rounds), "`import yaml`", BARS)


def cold_and_warm(folder: Path, size: int, rounds: int) -> Iterator[str]:
    """A record of that size: from nothing, with all files broken, and after an earlier run."""
    good, bad = record(folder / f"good-{size}", size), record(folder / f"bad-{size}", size, broken=True)
    item = next(good.rglob("*.yaml"))
    text = item.read_text("utf-8")
    check = tool("check", *DAY, "--profile", "tønder")

    def touch() -> None:
        for path in good.rglob("*.yaml"):
            os.utime(path)

    def change() -> None:
        item.write_text(f"{text}# {time.perf_counter_ns()}\n", "utf-8")

    steps = [
        Step(YARDSTICK, [PYTHON, "-c", LOAD, str(good)]),
        Step("libyaml's events", [PYTHON, "-c", EVENTS, str(good)]),
        Step("check", [*check, "--no-cache", "--jobs", "1", str(good)]),
        Step("check, two processes", [*check, "--no-cache", "--jobs", "2", str(good)]),
        Step("check, all broken", [*check, "--no-cache", "--jobs", "1", str(bad)]),
        Step("check, warm", [*check, str(good)]),
        Step("check, warm by content", [*check, str(good)], touch),
        Step("check, one changed", [*check, str(good)], change),
    ]
    yield from table(f"{size:,} agreements", measured(steps, folder, rounds), YARDSTICK, BARS)


def reports(folder: Path, size: int, rounds: int) -> Iterator[str]:
    """The reports over a record of that size, from nothing and after an earlier run; and what has changed since the commit before."""
    home = folder / f"good-{size}"
    good = record(home, size)

    def forget() -> None:
        shutil.rmtree(folder / "cache", ignore_errors=True)

    steps = [Step(YARDSTICK, [PYTHON, "-c", LOAD, str(good)])]
    for words in (("list",), ("portfolio",), ("portfolio", "economy"), ("deadlines", "--format", "json")):
        name = " ".join(words[:2] if words[0] == "portfolio" else words[:1])
        command = ["env", "-C", str(home), *tool(*words, *DAY)]
        steps += [Step(name, command, forget), Step(f"{name}, warm", command)]
    committed(home)
    steps.append(Step("diff of a tenth", ["env", "-C", str(home), *tool("diff", "HEAD~1..HEAD", "--format", "json")]))
    yield from table(f"Reports over {size:,} agreements", measured(steps, folder, rounds), YARDSTICK, {})


def committed(home: Path) -> None:
    """Two commits, between which every tenth agreement has another purpose."""
    if (home / ".git").exists():
        return
    git(home, "init", "-q")
    git(home, "add", "-A")
    git(home, "commit", "-qm", "before")
    for path in sorted(home.rglob("*.yaml"))[::10]:
        path.write_text(
            path.read_text("utf-8").replace("varsel: 3 måneder", "varsel: 6 måneder").replace("uger ad gangen", "måneder i træk"), "utf-8"
        )
    git(home, "commit", "-qam", "after")


def git(home: Path, *words: str) -> None:
    """Let git do something in the record."""
    who = ("-c", "user.name=bench", "-c", "user.email=bench@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *words], cwd=home, check=True, stdout=subprocess.DEVNULL)  # noqa: S603, S607 - our own words


def peers(folder: Path, size: int) -> Iterator[str]:
    """What other checkers take for the same files, each by the schema it can read; none of them knows the rules."""
    good = record(folder / f"good-{size}", size)
    small = folder / "yamale.yaml"
    small.write_text("id: str()\ntitel: str()\nformålet: any(required=False)\nstatus: str()\nparter: list(any())\n", "utf-8")
    files = [str(path) for path in sorted(good.rglob("*.yaml"))]
    asked = {
        "ajv": [
            "validate",
            "--spec=draft7",
            "--strict=false",
            "--validate-formats=false",
            "--errors=no",
            "-s",
            str(SCHEMA),
            "-d",
            f"{good}/**/*.yaml",
        ],
        "yamale": ["--no-strict", "-s", str(small), str(good)],
        "check-jsonschema": ["--schemafile", str(SCHEMA), *files],
        "yamllint": ["-d", "relaxed", str(good)],
    }
    steps = [
        Step(YARDSTICK, [PYTHON, "-c", LOAD, str(good)]),
        Step("check", tool("check", *DAY, "--no-cache", "--jobs", "1", str(good))),
        Step("check, warm", tool("check", *DAY, str(good))),
        *(Step(name, [str(program), *words], rounds=1) for name, words in asked.items() if (program := beside(name))),
    ]
    yield from table(f"Other checkers over {size:,} agreements", measured(steps, folder, 3), YARDSTICK, BARS)


def record(home: Path, size: int, *, broken: bool = False) -> Path:
    """The agreements of a record of that size, made once."""
    if not home.exists():
        write(home / "agreements", size, broken=broken)
    return home / "agreements"


def main() -> None:
    """Print every table."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--sizes", default="1000")
    asked.add_argument("--rounds", type=int, default=5)
    asked.add_argument("--peers", action="store_true")
    asked.add_argument("--folder", type=Path, help="where to make the records, and leave them for the next run")
    words = asked.parse_args()
    sizes = [int(size) for size in words.sizes.split(",")]
    with tempfile.TemporaryDirectory() as name:
        folder = words.folder or Path(name)
        folder.mkdir(parents=True, exist_ok=True)
        parts = [start_up(folder, max(words.rounds, 11))]
        parts += [part for size in sizes for part in (cold_and_warm(folder, size, words.rounds), reports(folder, size, words.rounds))]
        parts += [peers(folder, sizes[0])] if words.peers else []
        for part in parts:
            print("\n".join(part), flush=True)


if __name__ == "__main__":
    main()
