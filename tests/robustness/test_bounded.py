"""Whatever the file: an answer and no traceback, in bounded room, in work that grows with the file and no faster, and in harmless letters."""

import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest
from bombs import GROWING, HEAD, SECTIONS, SMALL, strange, written
from conftest import PROJECT, TODAY
from guard import Ended
from test_hostile import CASES, EVIL

from partnerskab_cli.check import CheckOptions, check_bytes
from partnerskab_cli.formats.footer import format_footer
from partnerskab_cli.formats.terminal_style import TerminalStyle
from partnerskab_cli.rules.rule import CheckDates
from partnerskab_cli.source.profiles import read_profile

GUARD = Path(__file__).with_name("guard.py")
LARGEST_SIZE = 100 * 1024
"""KiB, for any single file."""
MOST_SAID = 250_000
"""Letters that one file may put into a log."""
BATCH = 12
"""Cases that one guard keeps the words of: what it holds is counted for its children."""
COLOUR = re.compile(r"\x1b\[[0-9;]*m")
HARMFUL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e007f]")
SETTINGS = CheckOptions(read_profile("tønder")[0], CheckDates(date(2026, 3, 1)))


def guarded(folder: Path, cases: Sequence[Sequence[str]], *, fresh: bool, memory: int = 1024, work: int = 10) -> list[Ended]:
    """How each case ended, one process a case; past 1 GiB or ten seconds of work it is killed."""
    endings: list[Ended] = []
    for start in range(0, len(cases), BATCH):
        asked = {"cases": cases[start : start + BATCH], "folder": str(folder), "memory": memory, "work": work, "fresh": fresh}
        done = subprocess.run([sys.executable, str(GUARD)], input=json.dumps(asked), capture_output=True, text=True, check=True)
        endings += [Ended(*ending) for ending in json.loads(done.stdout)]
    return endings


def wrong_with(ended: Ended) -> Iterator[str]:
    """What a run broke of its promises."""
    if ended.code not in {0, 1, 2}:
        yield f"code {ended.code}: {ended.err[-200:]}"
    if "Traceback" in ended.err:
        yield "a traceback"
    if match := HARMFUL.search(COLOUR.sub("", ended.out + ended.err)):
        yield f"a harmful letter, {match[0]!r}"
    if len(ended.out) + len(ended.err) > MOST_SAID:
        yield f"{len(ended.out) + len(ended.err)} letters"


def broken(cases: Iterable[Sequence[str]], endings: Iterable[Ended]) -> list[str]:
    return [f"{' '.join(words)}: {what}" for words, ending in zip(cases, endings, strict=True) for what in wrong_with(ending)]


@pytest.mark.thorough
def test_the_guard_tells_a_bomb_from_an_answer(tmp_path: Path) -> None:
    (tmp_path / "bomb.yaml").write_bytes(SMALL["a million merges"])
    load = "import sys, yaml; yaml.load(open(sys.argv[1]), Loader=yaml.CSafeLoader)"
    killed = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(GUARD.parent)!r}); import guard; guard.bound(200, 5); {load}", "bomb.yaml"],
        cwd=tmp_path, capture_output=True, check=False,
    )  # fmt: skip
    assert killed.returncode != 0
    (ended,) = guarded(tmp_path, [["check", "bomb.yaml"]], fresh=True, memory=200, work=5)
    assert ended.code == 1
    assert "STR01" in ended.out


QUICK = ("brackets", "CPR numbers", "marks upon marks", "numbers on one line", "keys almost known")


def test_the_worst_files_and_what_is_no_file_are_answered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in QUICK:
        (tmp_path / f"{name}.yaml").write_bytes(GROWING[name](1 << 20))
    cases = [["check", "--no-cache", path.name] for path in (*(tmp_path / f"{name}.yaml" for name in QUICK), *strange(tmp_path))]
    endings = guarded(tmp_path, cases, fresh=True)
    assert broken(cases, endings) == []
    assert max(ending.peak for ending in endings) < LARGEST_SIZE


@pytest.mark.thorough
@pytest.mark.parametrize(
    "command", [["check", "--no-cache"], ["check", "--no-cache", "--output-format", "full", "--color", "always"]], ids=" ".join
)
def test_every_file_made_to_hurt_is_answered_in_bounded_room(command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    cases = [[*command, path.name] for path in (*written(tmp_path), *strange(tmp_path))]
    assert len(cases) > 130
    endings = guarded(tmp_path, cases, fresh=True)
    assert broken(cases, endings) == []
    assert [(words[-1], ending.peak) for words, ending in zip(cases, endings, strict=True) if ending.peak >= LARGEST_SIZE] == []


@pytest.mark.thorough
@pytest.mark.parametrize("command", [["fmt", "--diff"], ["show", "--plain"], ["render"]], ids=" ".join)
def test_every_other_command_answers_them_too(command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    cases = [[*command, path.name] for path in (*written(tmp_path), *strange(tmp_path))]
    (tmp_path / "least.yaml").write_text(HEAD, "utf-8")
    least, *endings = guarded(tmp_path, [[*command, "least.yaml"], *cases], fresh=True)
    assert [item for item in broken(cases, endings) if not item.endswith(" letters")] == []
    assert [
        (words[-1], ending.peak) for words, ending in zip(cases, endings, strict=True) if ending.peak - least.peak >= LARGEST_SIZE
    ] == []


@pytest.mark.thorough
def test_every_sloppy_and_hostile_file_is_answered_one_process_a_case(tmp_path: Path) -> None:
    texts = [(case.name, case.text) for case in CASES] + [(f"evil {n}", f"titel: {json.dumps(word)}\n") for n, word in enumerate(EVIL)]
    cases = []
    for number, (_, text) in enumerate(texts):
        (tmp_path / f"{number:04}.yaml").write_text(text, "utf-8")
        cases += [["check", "--no-cache", "--today", TODAY, f"{number:04}.yaml"]]
        cases += [["check", "--no-cache", "--color", "always", "--output-format", "full", "--lang", "en", f"{number:04}.yaml"]]
    assert len(cases) > 1200
    assert broken(cases, guarded(tmp_path, cases, fresh=False)) == []


def calls(act: Callable[[], object]) -> int:
    """How many functions are called, ours and Python's own: work that no clock is needed for."""
    count = 0

    def counted(_: object, event: str, __: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        act()
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.thorough
@pytest.mark.parametrize("name", GROWING | SECTIONS)
def test_twice_the_file_is_no_more_than_twice_the_work(name: str) -> None:
    make = (GROWING | SECTIONS)[name]
    once, twice = (make(size) for size in (20_000, 40_000))
    check_bytes(once, "a.yaml", SETTINGS)
    small, large = (calls(lambda data=data: check_bytes(data, "a.yaml", SETTINGS)) for data in (once, twice))  # type: ignore[misc] # a lambda with a default
    assert large < 2.5 * small


def test_a_rule_is_heard_a_hundred_times_and_the_rest_is_counted() -> None:
    text = "id: a\ntitel: A\nformalitet: mundtlig\nstatus: aktiv\n" + "".join(f"ukendt{number}: x\n" for number in range(350))
    _, report = check_bytes(text.encode(), "a.yaml", SETTINGS)
    codes = [diagnostic.code for diagnostic in report.diagnostics]
    unknown = sum(codes.count(code) for code in ("STR02", "STR02b"))
    assert max(codes.count(code) for code in set(codes)) == 100
    assert report.files[0].repeated == 350 - unknown
    message = " ".join(format_footer(report, TerminalStyle("da")))
    assert f"{350 - unknown} fund mere af samme slags er ikke vist." in message


def test_the_promises_page_says_the_same_bound() -> None:
    assert f"{LARGEST_SIZE // 1024} MB" in (PROJECT / "docs" / "promises.md").read_text("utf-8")
