"""What a run costs, in counts that no busy machine can change: modules imported, parses per file."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

RECORD = Path(__file__).parents[2]
HEAVY = (
    "rich",
    "jinja2",
    "icalendar",
    "multiprocessing",
    "importlib.metadata",
    "concurrent.futures",
    "pydantic",
    "difflib.SequenceMatcher",
    "sqlite3",
)
SCRIPT = """
import sys
from partnerskab_cli.cli.main import run
code = run(sys.argv[1:])
print("\\n".join(sorted(sys.modules)), file=sys.stderr)
"""


UNMEASURED = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
"""What measures how much the tests reach imports a good deal of its own."""


def modules(*words: str) -> set[str]:
    done = subprocess.run([sys.executable, "-c", SCRIPT, *words], cwd=RECORD, capture_output=True, text=True, check=True, env=UNMEASURED)
    return set(done.stderr.split("\n"))


@pytest.mark.parametrize(
    "words",
    [("check", "--today", "2026-03-01", "agreements/kaffe-paa-kanden.yaml"), ("--version",), ("check", "--help"), ("explain", "TJK10")],
)
def test_nothing_heavy_is_imported(words: tuple[str, ...]) -> None:
    assert not modules(*words) & set(HEAVY)


def test_the_version_needs_no_yaml() -> None:
    assert not {name for name in modules("--version") if name.split(".")[0] == "yaml"}


def test_only_the_named_format_is_imported() -> None:
    loaded = {name for name in modules("check", "agreements/kaffe-paa-kanden.yaml") if name.startswith("partnerskab_cli.formats.")}
    assert loaded <= {f"partnerskab_cli.formats.{name}" for name in ("terminal_style", "registry", "footer", "concise", "github")}


def test_only_the_named_command_is_imported() -> None:
    loaded = modules("check", "agreements/kaffe-paa-kanden.yaml")
    assert not {f"partnerskab_cli.cli.commands.{name}" for name in ("render", "portfolio", "diff", "new", "init", "explain")} & loaded


def test_each_file_is_parsed_once() -> None:
    counting = """
import sys
from partnerskab_cli.source import parser
parsed = []
loader = parser.Loader
parser.Loader = lambda text: parsed.append(text) or loader(text)
from partnerskab_cli.cli.main import run
run(["check", "--today", "2026-03-01", "--profile", "danmark", *sys.argv[1:]])
print(len(parsed), file=sys.stderr)
"""
    names = ["agreements/kaffe-paa-kanden.yaml", "agreements/naboer-mod-ensomhed.yaml"]
    done = subprocess.run([sys.executable, "-c", counting, *names], cwd=RECORD, capture_output=True, text=True, check=True)
    assert int(done.stderr) == len(names) + 1  # and the shipped profile
