"""How many small faults the tests notice: `python bench/mutation.py [reading] [editing] [escaping] [--most 40] [--seed 1]`.

A mutant is a module with one fault: a comparison turned, a bound moved, a statement left out, a letter missing from a pattern. Each is tried in a
copy of the project by the tests that are nearest to its module and no others, so the score is rather too low than too high. A mutant that none of
them notices is printed.

Our own, because mutmut 3 makes mutants inside functions only, and much of what escapes and reads is a table beside them; and because cosmic-ray
writes its mutants into the files that people are working on.
"""

import argparse
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from queue import Queue
from typing import NamedTuple

from mutants import Mutant, mutants, spoilt

PROJECT = Path(__file__).parent.parent
PACKAGE = Path("src/partnerskab_cli")
LEFT_BEHIND = shutil.ignore_patterns(
    ".git", ".venv", ".hypothesis", ".mypy_cache", ".ruff_cache", ".pytest_cache", "node_modules", ".coverage*", "dist", "site"
)
SECONDS = 100
"""After which a mutant runs for ever, which is noticed too."""
LOG = "mutation.log"
BASELINE = 1200
"""Seconds for all tests together, with nothing spoilt."""
MEMORY = 3 << 30
PYTEST = ("-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", "--no-header", "--tb=no", "-m", "not outside")

READ = ("tests/source", "tests/profile", "tests/rules/test_rules.py", "tests/model")
EDIT = ("tests/edit/test_edit.py", "tests/edit/test_fixes.py", "tests/create/test_renew.py", "tests/edit/test_scalars.py")
NEW = ("tests/create/test_scaffold.py", "tests/create/test_new.py")
PAPERS = ("tests/documents/test_templates.py", "tests/documents/test_inert.py")
TABLES = ("tests/portfolio/test_formats.py",)

MODULES: Mapping[str, Mapping[str, Sequence[str]]] = {
    "reading": {
        "source/spreadsheets.py": ("tests/cli/test_import.py", "tests/create/test_import_list.py"),
        "source/culprit.py": READ,
        "source/damage.py": ("tests/source/test_damage.py",),
        "source/parser.py": READ,
        "source/lost_text.py": READ,
        "source/issues.py": READ,
        "source/placeholders.py": ("tests/documents/test_nothing_lost.py", *READ),
        "source/profiles.py": ("tests/profile", *READ),
        "source/parse_errors.py": READ,
        "source/agreements_folder.py": ("tests/cli/test_search.py", "tests/history/test_diff.py"),
        "source/decoder.py": READ,
        "source/source_file.py": READ,
        "source/files.py": READ,
        "source/chunks.py": ("tests/cli/test_search.py",),
    },
    "editing": {
        "atomic.py": ("tests/test_atomic.py",),
        "paths.py": ("tests/test_paths.py", "tests/test_atomic.py"),
        "lock.py": ("tests/test_paths.py",),
        "create/cells.py": ("tests/create/test_cells.py",),
        "source/output_list.py": ("tests/cli/test_output_folder.py",),
        "edit/noting.py": ("tests/cli/test_done.py",),
        "create/init_files.py": ("tests/cli/test_init.py",),
        "create/draft.py": NEW,
        "edit/fields.py": EDIT,
        "edit/dump.py": ("tests/edit/test_dump.py", "tests/create/test_import_list.py"),
        "edit/fixes.py": ("tests/edit/test_fixes.py",),
        "create/column_mapping.py": ("tests/create/test_import_list.py", "tests/cli/test_import.py"),
        "create/import_list.py": ("tests/create/test_import_list.py", "tests/cli/test_import.py"),
        "create/interview.py": NEW,
        "edit/format.py": ("tests/edit/test_format.py",),
        "edit/scalars.py": EDIT,
        "edit/cst.py": (*EDIT, "tests/edit/test_format.py"),
        "create/json_schema_pieces.py": ("tests/test_generated.py", "tests/create/test_json_schema.py"),
        "create/answers.py": NEW,
        "create/scaffold.py": NEW,
        "create/json_schema.py": ("tests/test_generated.py", "tests/create/test_json_schema.py"),
        "create/snippets.py": ("tests/test_generated.py", "tests/create/test_json_schema.py"),
        "edit/spelling.py": ("tests/edit/test_fixes.py", "tests/edit/test_format.py"),
        "edit/splice.py": EDIT,
        "create/renew.py": ("tests/create/test_renew.py",),
        "create/ci_files.py": ("tests/cli/test_init.py",),
    },
    "escaping": {
        "text/localized.py": ("tests/test_text.py",),
        "formats/github.py": ("tests/formats/test_github.py",),
        "text/markdown_escape.py": ("tests/formats/test_to_the_letter.py", "tests/formats/test_pages.py"),
        "formats/junit.py": ("tests/formats/test_junit.py",),
        "formats/machine_readable.py": tuple(f"tests/formats/test_{name}.py" for name in ("sarif", "rdjson", "gitlab", "json_report", "columns", "line_numbers")),
        "render/page_html.py": ("tests/formats/test_pages.py",),
        "render/page_markdown.py": ("tests/formats/test_pages.py",),
        "render/html.py": PAPERS,
        "render/markdown.py": ("tests/documents/test_markdown_blocks.py", *PAPERS),
        "render/templates.py": PAPERS,
        "render/inline.py": PAPERS,
        "render/csv.py": TABLES,
        "render/report_markdown.py": ("tests/portfolio/test_reports.py", *TABLES),
    },
}  # fmt: skip
"""What is tried, room by room, each module with its own tests, the quickest first."""


class Trial(NamedTuple):
    """A mutant, and the tests that may notice it."""

    room: str
    module: str
    mutant: Mutant
    tests: Sequence[str]


def trials(rooms: Sequence[str], only: Sequence[str], most: int, seed: int) -> Iterator[Trial]:
    """The mutants to try: all of a module, or as many as wanted of them, the same for the same seed."""
    for room in rooms:
        for module, tests in MODULES[room].items():
            if any(part in module for part in only):
                every = mutants((PROJECT / PACKAGE / module).read_text("utf-8"))
                drawn = random.Random(f"{seed} {module}").sample(every, min(most, len(every)))  # noqa: S311 - a sample, no secret
                yield from (Trial(room, module, mutant, tests) for mutant in sorted(drawn, key=lambda mutant: mutant.line))


def copied() -> Path:
    """A copy of the project to be spoilt."""
    place = Path(tempfile.mkdtemp(prefix="mutation-"))
    shutil.copytree(PROJECT, place, ignore=LEFT_BEHIND, dirs_exist_ok=True)
    return place


def passing(place: Path, tests: Iterable[str], processes: int = 0, seconds: float = SECONDS) -> bool:
    """Whether the tests pass in a copy."""
    surroundings = os.environ | {"PYTHONPATH": str(place / "src"), "PYTHONHASHSEED": "0"}
    try:
        with (place / LOG).open("wb") as log:
            done = subprocess.run(  # noqa: S603 - the tests of this project
                [sys.executable, *PYTEST, f"-n{processes}", *tests], cwd=place, env=surroundings, timeout=seconds, check=False,
                stdin=subprocess.DEVNULL, stdout=log, stderr=log, preexec_fn=confine,
            )  # fmt: skip
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


def confine() -> None:
    """Bounds for a mutant that runs wild."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    os.nice(5)


def noticed(trial: Trial, place: Path) -> bool:
    """Whether any test fails on a mutant."""
    path = place / PACKAGE / trial.module
    before = path.read_bytes()
    try:
        path.write_text(spoilt(before.decode("utf-8"), trial.mutant), encoding="utf-8")
        forget(path)
        return not passing(place, trial.tests)
    finally:
        path.write_bytes(before)
        forget(path)


def forget(path: Path) -> None:
    """Remove what Python has compiled of a module: two mutants of one second and one length look alike to it."""
    for old in (path.parent / "__pycache__").glob(f"{path.stem}.*"):
        with suppress(OSError):
            old.unlink()


def asked() -> argparse.Namespace:
    """What was typed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rooms", nargs="*", default=list(MODULES), help=f"what to try of {', '.join(MODULES)}; all without a word")
    parser.add_argument("--only", nargs="+", default=[""], help="parts of the names of modules")
    parser.add_argument("--most", type=int, default=40, help="mutants of a module, drawn by chance")
    parser.add_argument("--seed", type=int, default=1, help="another sample")
    parser.add_argument("--at-a-time", type=int, default=2)
    parser.add_argument("--list", action="store_true", help="only count the mutants there are")
    return parser.parse_args()


def main() -> None:
    """Try the mutants and print the score of each room, and who survived."""
    wanted = asked()
    todo = list(trials(wanted.rooms, wanted.only, wanted.most, wanted.seed))
    if wanted.list:
        for module in dict.fromkeys(trial.module for trial in todo):
            print(f"{sum(trial.module == module for trial in todo):5} {module}")
        return
    free: Queue[Path] = Queue()
    for _ in range(wanted.at_a_time):
        free.put(copied())
    began = time.monotonic()
    place = free.get()
    if not passing(place, dict.fromkeys(test for trial in todo for test in trial.tests), wanted.at_a_time, BASELINE):
        sys.exit(f"tests fail where nothing is spoilt, and could notice nothing:\n{(place / LOG).read_text('utf-8')[-2000:]}")
    free.put(place)

    def tried(trial: Trial) -> bool:
        place = free.get()
        try:
            return noticed(trial, place)
        finally:
            free.put(place)

    with ThreadPoolExecutor(wanted.at_a_time) as hands:
        results = []
        for trial, killed in zip(todo, hands.map(tried, todo), strict=True):
            results.append((trial, killed))
            if not killed:
                print(f"survived {trial.module}:{trial.mutant.line}: {trial.mutant.what}", flush=True)
    while not free.empty():
        shutil.rmtree(free.get())
    report(results)
    print(f"{len(results)} mutants in {time.monotonic() - began:.0f} s")


def report(results: Sequence[tuple[Trial, bool]]) -> None:
    """The score of each module and each room."""
    for room in dict.fromkeys(trial.room for trial, _ in results):
        of_room = [(trial.module, killed) for trial, killed in results if trial.room == room]
        for module in dict.fromkeys(name for name, _ in of_room):
            print(score(module, [killed for name, killed in of_room if name == module]))
        print(score(room.upper(), [killed for _, killed in of_room]))


def score(name: str, killed: Sequence[bool]) -> str:
    """How many of so many were noticed."""
    return f"{name:32} {sum(killed):4} of {len(killed):4}  {sum(killed) / len(killed):.0%}"


if __name__ == "__main__":
    main()
