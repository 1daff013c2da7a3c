"""Wherever it runs: in odd surroundings it answers as ever, and the same input gives the same bytes."""

import json
import os
import shutil
import stat
import subprocess
import sys
from itertools import product
from pathlib import Path

import pytest
from conftest import TODAY, example_record
from many import written

DAY = ("--today", TODAY)
COMMANDS = (("check", *DAY, "--output-format", "full"), ("portfolio", *DAY), ("explain", "TJK10"))
USUAL = os.environ | {"PYTHONIOENCODING": "utf-8"}
SAME: dict[str, dict[str, str | None]] = {
    "C": {"LC_ALL": "C"}, "C without UTF-8": {"LC_ALL": "C", "PYTHONUTF8": "0"}, "Turkish": {"LC_ALL": "tr_TR.UTF-8"}, "UTF-8 mode": {"PYTHONUTF8": "1"},
    "no columns": {"COLUMNS": "0"}, "columns that are no number": {"COLUMNS": "x"}, "a dumb terminal": {"TERM": "dumb"}, "no terminal": {"TERM": None},
    "no colour": {"NO_COLOR": "1"}, "colour off": {"FORCE_COLOR": "0"}, "an empty home": {"HOME": ""}, "no home": {"HOME": None},
    "a home that is gone": {"HOME": "/nonexistent"}, "no path": {"PATH": ""}, "a cache that is no folder": {"XDG_CACHE_HOME": "/dev/null"},
    "warnings are errors": {"PYTHONWARNINGS": "error"}, "no asserts, no docstrings": {"PYTHONOPTIMIZE": "2"}, "another seed": {"PYTHONHASHSEED": "7"},
    "a far zone": {"TZ": "Pacific/Apia"}, "a zone that is none": {"TZ": "x/y"}, "no room for files on their way": {"TMPDIR": "/nonexistent"},
}  # fmt: skip
"""Surroundings that change nothing: what is set, or taken away."""
OTHERWISE = {
    "ASCII": "PYTHONIOENCODING=ascii {tool}",
    "Windows in Western Europe": "PYTHONIOENCODING=cp1252 {tool}",
    "an old Windows terminal": "PYTHONIOENCODING=cp850 {tool}",
    "a full disk": "{tool} > /dev/full",
    "a full disk for what went wrong": "{tool} 2> /dev/full",
    "a closed pipe": "{tool} | true",
    "no input": "{tool} <&-",
    "no output": "{tool} >&-",
    "nowhere to complain": "{tool} 2>&-",
    "sixteen open files": "ulimit -n 16; {tool}",
    "a folder that cannot be written": "chmod a-w . ; {tool}; code=$?; chmod u+w . ; exit $code",
}
"""Surroundings in which less can be said."""


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return example_record(tmp_path_factory.mktemp("record"), slip=True)


def ran(record: Path, words: tuple[str, ...], env: dict[str, str]) -> tuple[int, bytes, bytes]:
    done = subprocess.run([sys.executable, "-m", "partnerskab_cli", *words], cwd=record, env=env, capture_output=True, check=False)
    return done.returncode, done.stdout, done.stderr


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of so many files that what was found is remembered."""
    return written(example_record(tmp_path_factory.mktemp("large"), slip=True))


@pytest.mark.thorough
@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_odd_surroundings_change_nothing(words: tuple[str, ...], large: Path, tmp_path: Path) -> None:
    at_home: dict[str, str | None] = {**USUAL, "HOME": str(tmp_path), "XDG_CACHE_HOME": None}

    def there(changes: dict[str, str | None]) -> tuple[int, bytes, bytes]:
        return ran(large, words, {key: value for key, value in (at_home | changes).items() if value is not None})

    usual = there({})
    assert usual[0] in {0, 1}
    assert [name for name, changes in SAME.items() if there(changes) != usual] == []
    assert sorted(path.name for path in large.iterdir()) == ["agreements", "partnerskab.yaml"]


@pytest.mark.thorough
@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_where_less_can_be_said_it_ends_in_peace(words: tuple[str, ...], record: Path) -> None:
    tool = " ".join([f"'{sys.executable}' -m partnerskab_cli", *words])
    for name, line in OTHERWISE.items():
        done = subprocess.run(["sh", "-c", line.format(tool=tool)], cwd=record, env=USUAL, capture_output=True, check=False)
        assert done.returncode in {0, 1, 2}, name
        assert b"Traceback" not in done.stderr, name
        assert b"Intern fejl" not in done.stderr, name
    assert record.stat().st_mode & stat.S_IWUSR


def test_there_are_enough_of_them() -> None:
    assert len(SAME) + len(OTHERWISE) > 23


EVERYTHING = """
import contextlib, hashlib, io, json, os, sys
from pathlib import Path
from partnerskab_cli.cli.main import run
made = {}
for words in json.loads(sys.argv[1]):
    sys.stdout, sys.stderr = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
    code = run(words)
    said = [stream.buffer.getvalue() for stream in (sys.stdout, sys.stderr) if not stream.flush()]
    made[" ".join(words)] = [code, *(hashlib.sha256(one).hexdigest() for one in said)]
for path in sorted(Path("made").rglob("*")):
    made[path.as_posix()] = hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
sys.__stdout__.write(json.dumps(made))
"""
ONE = "naboer-mod-ensomhed"
OUTPUTS = [
    *(["check", *DAY, "--no-cache", "--output-format", name] for name in
      ("full", "concise", "grouped", "markdown", "json", "sarif", "github", "gitlab", "junit", "rdjson")),
    *(["render", "agreements", "--to", form, "-o", f"made/{form}"] for form in ("md", "html")),
    *(["render", ONE, "--to", form, "-o", f"made/{form}"] for form in ("pdf", "docx")),
    *(["portfolio", *DAY, "--format", form, "-o", f"made/{form}/"] for form in ("md", "html", "json", "csv", "csv-excel", "xlsx")),
    *(["portfolio", report, *DAY] for report in ("økonomi", "tjekliste", "politik")),
    ["site", *DAY, "-o", "made/site"], ["deadlines", *DAY], ["deadlines", *DAY, "--format", "ics", "-o", "made/deadlines.ics"],
    ["agenda", *DAY], ["list"], ["show", ONE, *DAY], ["show", "--plain", ONE], ["rules", "--format", "json"], ["schema"], ["fmt", "--diff"],
    ["guide", "--for", "forening", "--to", "html"], ["recommend", ONE], ["explain", "TJK10"],
]  # fmt: skip


@pytest.mark.thorough
def test_the_same_input_gives_the_same_bytes(record: Path, tmp_path: Path) -> None:
    outputs = []
    for number, (seed, zone, locale) in enumerate(product(("0", "1", "77"), ("UTC", "Pacific/Apia"), ("C", "da_DK.UTF-8"))):
        place = tmp_path / str(number)
        shutil.copytree(record, place)
        env = USUAL | {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale, "LANG": locale}
        words = [sys.executable, "-c", EVERYTHING, json.dumps(OUTPUTS)]
        done = subprocess.run(words, cwd=place, env=env, capture_output=True, text=True, check=True)
        outputs.append(json.loads(done.stdout))
    first = outputs[0]
    assert [key for key, value in first.items() if isinstance(value, list) and value[0] not in {0, 1}] == []
    assert len(first) > len(OUTPUTS) + 60
    assert [key for other in outputs[1:] for key in first if other.get(key) != first[key]] == []
