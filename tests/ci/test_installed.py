"""The tool as somebody else has it: installed from the wheel, away from the project, with and without what it may do without."""

import os
import subprocess
import sys
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import pytest
from conftest import PROJECT, TODAY, Ran, needs

pytestmark = pytest.mark.outside
FORMS: Mapping[str, tuple[str, bytes]] = {"pdf": ("typst", b"%PDF-"), "docx": ("docx", b"PK")}
"""The papers of an extra: the package it needs, and how the file begins."""


class Installed(NamedTuple):
    """The tool's folder, and an empty one to work in."""

    place: Path
    here: Path

    def run(self, *words: str, before: Path | None = None) -> Ran:
        """Run the program that pip made; what lies in `before` is found first."""
        env = os.environ | {"PYTHONPATH": os.pathsep.join(str(path) for path in (before, self.place) if path)}
        program = next((self.place / "bin").glob("partnerskab*"))
        done = subprocess.run([str(program), *words], cwd=self.here, env=env, capture_output=True, timeout=60, check=False)
        return Ran(done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace"))


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, unpacked by pip where nothing of the project lies."""
    needs(find_spec("hatchling"), "hatchling is not here: pip install '.[release]'")
    folder = tmp_path_factory.mktemp("installed")
    words = [sys.executable, "-m", "pip", "install", "-q", "--no-index", "--no-deps", "--no-build-isolation", "--target", str(folder)]
    done = subprocess.run([*words, str(PROJECT)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture
def tool(place: Path, tmp_path: Path) -> Installed:
    """The tool, and a record that it has just begun."""
    installed = Installed(place, tmp_path)
    begun = installed.run("init", "Tønder")
    assert begun.code == 0, begun.err
    return installed


def test_it_is_the_installed_tool_that_runs(tool: Installed) -> None:
    where = "import partnerskab_cli; print(partnerskab_cli.__file__)"
    env = os.environ | {"PYTHONPATH": str(tool.place)}
    done = subprocess.run([sys.executable, "-c", where], cwd=tool.here, env=env, capture_output=True, text=True, check=True)
    assert Path(done.stdout.strip()).is_relative_to(tool.place)


def test_a_record_that_was_just_begun_is_in_order(tool: Installed) -> None:
    checked = tool.run("check", "--today", TODAY)
    assert (checked.code, checked.err) == (0, "")


@pytest.mark.parametrize(
    "words",
    [
        ("render", "kaffe-paa-kanden", "--to", "html"),
        ("render", "kaffe-paa-kanden", "--to", "html", "--variant", "udvalg"),
        ("agenda", "--to", "html", "--today", TODAY),
        ("portfolio", "--format", "html", "--today", TODAY),
        ("schema", "--keys", "en"),
        ("explain", "mål 8"),
        ("guide", "--for", "forening"),
    ],
    ids=" ".join,
)
def test_what_lies_in_the_package_is_found(tool: Installed, words: tuple[str, ...]) -> None:
    done = tool.run(*words)
    assert done.code == 0, done.err
    assert done.out


def test_the_site_is_written(tool: Installed) -> None:
    assert tool.run("site", "-o", "web", "--today", TODAY).code == 0
    assert "<h1" in (tool.here / "web" / "index.html").read_text("utf-8")


@pytest.mark.parametrize("form", FORMS)
def test_an_extra_makes_its_paper(tool: Installed, form: str) -> None:
    done = tool.run("render", "kaffe-paa-kanden", "--to", form, "-o", "papers")
    assert done.code == 0, done.err
    assert (tool.here / "papers" / f"kaffe-paa-kanden.{form}").read_bytes().startswith(FORMS[form][1])


PACKAGES = {"pdf": "typst", "docx": "python-docx", "xlsx": "XlsxWriter"}


@pytest.mark.parametrize(
    ("package", "extra", "words"),
    [
        *((package, form, ("render", "kaffe-paa-kanden", "--to", form, "-o", "papers")) for form, (package, _) in FORMS.items()),
        ("xlsxwriter", "xlsx", ("portfolio", "--format", "xlsx", "-o", "overview.xlsx")),
    ],
)
def test_without_an_extra_it_says_which_and_how_to_get_it(
    tool: Installed, tmp_path_factory: pytest.TempPathFactory, package: str, extra: str, words: tuple[str, ...]
) -> None:
    before = tmp_path_factory.mktemp("before")
    (before / f"{package}.py").write_text("raise ImportError\n", "utf-8")
    done = tool.run(*words, before=before)
    assert (done.code, done.out) == (2, "")
    assert f"pip install '{PACKAGES[extra]}".lower() in done.err.lower()
    assert "Traceback" not in done.err
    assert {path.name for path in tool.here.iterdir()} >= {"agreements"}
    assert not list(tool.here.rglob(f"*.{extra}"))
