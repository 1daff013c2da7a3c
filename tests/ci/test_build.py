"""What is released: the same bytes whoever builds it, with everything in it and nothing else."""

import os
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path

import pytest
from conftest import PROJECT, needs

pytestmark = pytest.mark.outside

HERE: Mapping[str, str] = {"TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "1"}
THERE: Mapping[str, str] = {"TZ": "Pacific/Apia", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2"}


def tracked() -> list[str]:
    """The files of the project, as git knows them."""
    done = subprocess.run(["git", "ls-files", "-z"], cwd=PROJECT, capture_output=True, text=True, check=False)
    needs(done.returncode == 0, "this is no git repository")
    return sorted(name for name in done.stdout.split("\0") if name and (PROJECT / name).is_file())


def copied(folder: Path, names: list[str], when: int, *, closed: bool) -> Path:
    """The project in another place, written at another time by somebody with other habits."""
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes((PROJECT / name).read_bytes())
        executable = 0o111 if (PROJECT / name).stat().st_mode & 0o100 else 0
        path.chmod((0o600 if closed else 0o664) | (executable & 0o100 if closed else executable))
        os.utime(path, (when, when))
    return folder


def built(folder: Path, surroundings: Mapping[str, str]) -> dict[str, bytes]:
    """The archive of the sources and the wheel made from it."""
    needs(find_spec("build") and find_spec("hatchling"), "build and hatchling are not here: pip install '.[release]'")
    env = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"} | dict(surroundings)
    words = [sys.executable, "-m", "build", "--no-isolation", "--outdir", "dist"]
    done = subprocess.run(words, cwd=folder, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return {path.name: path.read_bytes() for path in (folder / "dist").iterdir()}


@pytest.fixture(scope="module")
def releases(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """Two builds of the same files in different places."""
    names = tracked()
    first = copied(tmp_path_factory.mktemp("a"), names, 1_000_000_000, closed=False)
    second = copied(tmp_path_factory.mktemp("some where else") / "deeper", names[::-1], 1_700_000_000, closed=True)
    return built(first, HERE), built(second, THERE)


@pytest.fixture(scope="module")
def archives(
    releases: tuple[dict[str, bytes], dict[str, bytes]], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, list[str]]]:
    """What lies in the archive of the sources and in the wheel."""
    folder = tmp_path_factory.mktemp("archives")
    for name, data in releases[0].items():
        (folder / name).write_bytes(data)
    (sources,), (wheel,) = folder.glob("*.tar.gz"), folder.glob("*.whl")
    with tarfile.open(sources) as packed, zipfile.ZipFile(wheel) as zipped:
        inside = [item.name.partition("/")[2] for item in packed.getmembers() if item.isfile()]
        yield {"sources": inside, "wheel": zipped.namelist()}


def test_two_builds_are_the_same_bytes(releases: tuple[dict[str, bytes], dict[str, bytes]]) -> None:
    first, second = releases
    assert len(first) == 2
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []


def test_the_sources_are_what_git_holds(archives: dict[str, list[str]]) -> None:
    assert sorted({*archives["sources"]} - {"PKG-INFO"}) == tracked()


def test_the_wheel_holds_the_package_with_its_templates_and_schemas(archives: dict[str, list[str]]) -> None:
    package = {name.removeprefix("src/") for name in tracked() if name.startswith("src/")}
    beside = {f"partnerskab_cli/{name}" for name in tracked() if name.startswith(("templates/", "schema/"))}
    assert {name for name in archives["wheel"] if ".dist-info/" not in name} == package | beside
