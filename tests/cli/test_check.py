"""`check` as a user meets it: exit codes, options, places, both languages."""

import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from conftest import TODAY, Runner, needs

CLEAN = """\
id: kaffe
titel: Kaffe på kanden
formalitet: mundtlig
status: aktiv
formål: Et sted at mødes hver torsdag for borgere, der savner selskab.
parter:
  - {id: kommunen, navn: Tønder Kommune, side: offentlig, kontakt: {rolle: frivilligkonsulent}}
  - {id: venner, navn: Torsdagsvennerne, side: frivillig, form: netværk, kontakt: {rolle: tovholder}}
møder: {næste: 2026-05-20}
hændelser: {dato: 2026-02-01, tekst: Vi begyndte.}
"""
BROKEN = CLEAN.replace("status: aktiv", "status: aktvi")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "agreements").mkdir()
    (tmp_path / "agreements" / "kaffe.yaml").write_text(CLEAN, "utf-8")
    return tmp_path


def broken(folder: Path) -> None:
    (folder / "agreements" / "te.yaml").write_text(
        BROKEN.replace("id: kaffe", "id: te").replace("Et sted at mødes", "Et sted at synge"), "utf-8"
    )


@pytest.mark.usefixtures("folder")
def test_a_clean_record_is_0(run: Runner) -> None:
    done = run("check", "--today", TODAY)
    assert (done.code, done.err) == (0, "")
    assert "Ingen bemærkninger" in done.out


def test_an_error_is_1_and_has_its_place(run: Runner, folder: Path) -> None:
    broken(folder)
    done = run("check", "--today", TODAY)
    assert done.code == 1
    assert done.out.startswith("agreements/te.yaml:4:9: fejl STR04 »aktvi« er ikke en mulighed for `status`. → vælg mellem: idé,")
    assert "2 aftaler er læst. 1 fejl · 0 advarsler · 0 råd i 1 aftale. I gennemsnit er" in done.out
    assert "1 kan rettes med --fix." in done.out


def test_the_danish_name_and_english_words(run: Runner, folder: Path) -> None:
    broken(folder)
    done = run("tjek", "--today", TODAY, "--lang", "en")
    assert "error STR04 “aktvi” is not a choice for `status`." in done.out
    assert run("check", "--today", TODAY, env={"PARTNERSKAB_LANG": "en"}).out == done.out


def test_the_full_format_shows_the_line_and_the_cure(run: Runner, folder: Path) -> None:
    broken(folder)
    done = run("check", "agreements/te.yaml", "--today", TODAY, "--output-format", "full")
    assert done.out.splitlines()[:7] == [
        "agreements/te.yaml:4:9: fejl STR04 »aktvi« er ikke en mulighed for `status`.",
        "  |",
        "4 | status: aktvi",
        "  |         ^^^^^ mente I »aktiv«?",
        "  |",
        "  = vælg mellem: idé, udkast, aktiv, genforhandling eller ophørt",
        "  = partnerskab explain STR04",
    ]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ((), 1),
        (("--fail-on", "warning"), 1),
        (("--fail-on", "never"), 0),
        (("--select", "TJK"), 0),
        (("--select", "STR04"), 1),
        (("--ignore", "STR04"), 1),
    ],
)
def test_the_threshold_decides_the_exit_code(run: Runner, folder: Path, words: tuple[str, ...], code: int) -> None:
    broken(folder)
    assert run("check", "--today", TODAY, *words).code == code


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("check", "findes-ikke.yaml"), "Der er ingen fil eller mappe »findes-ikke.yaml«."),
        (("check", "--fail-on", "altid"), "»altid« kan ikke stå efter --fail-on."),
        (("check", "--select", "TJK99"), "Der er ingen regel »TJK99«."),
        (("check", "--output-format", "excel"), "»excel« kan ikke stå efter --output-format."),
        (("check", "--today", "i morgen"), "»i morgen« efter --today er ikke en dato."),
        (("check", "--profile", "tonder"), "Der er ingen profil »tonder«."),
        (("check", "-o", "json"), "Efter -o står FORMAT=FIL."),
        (("check", "--stdin-filename", "a.yaml"), "- og --stdin-filename hører sammen"),
        (("check", "--show-files", "--statistics"), "--show-files viser kun filernes navne."),
        (("check", "--show-files", "--fix"), "--show-files viser kun filernes navne."),
        (("check", "--outputformat", "json"), "Kommandoen har intet valg »--outputformat«."),
        (("check", "--today"), "Der står intet efter --today.\n  = partnerskab check --help viser"),
        (("check", "--fix=ja"), "--fix står alene, uden en værdi.\n  = partnerskab check --help viser"),
        (("recommend", "--no-grant=ja"), "--no-grant står alene, uden en værdi."),
        (("check", "--lang", "fr"), "»fr« kan ikke stå efter --lang."),
        (("tjekk",), "Der er ingen kommando »tjekk«."),
        (("--hjælp",), "»--hjælp« kan ikke stå før en kommando."),
        (("tjek", "--jobs"), "Der står intet efter --jobs.\n  = partnerskab check --help viser"),
        (("show",), "Der mangler AFTALE.\n  = partnerskab show --help viser"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_wrong_use_is_2_and_one_sentence(run: Runner, words: tuple[str, ...], said: str) -> None:
    done = run(*words)
    assert done.code == 2
    assert done.out == ""
    assert done.err.startswith("fejl: ")
    assert said in done.err
    assert "Traceback" not in done.err


@pytest.mark.parametrize(
    ("typed", "meant"), [("chekc", "check"), ("tjke", "tjek"), ("--outputformat", "--output-format"), ("--fail", "--fail-on")]
)
@pytest.mark.usefixtures("folder")
def test_the_nearest_command_or_option_is_named(run: Runner, typed: str, meant: str) -> None:
    done = run(*(("check", typed, "x") if typed.startswith("-") else (typed,)))
    assert f"menes »{meant}«?" in done.err


def test_nothing_is_green_on_nothing(run: Runner, tmp_path: Path) -> None:
    (tmp_path / "agreements").mkdir()
    assert run("check").code == 2
    empty = run("check", "--allow-empty")
    assert (empty.code, empty.out.splitlines()[0]) == (0, "Der er ingen aftaler at gennemgå.")


def test_one_broken_file_never_hides_the_others(run: Runner, folder: Path) -> None:
    broken(folder)
    (folder / "agreements" / "a.yaml").write_text('titel: "Kaffe\n', "utf-8")
    (folder / "agreements" / "b.yaml").write_bytes(b"\xff\xfe\x00")
    done = run("check", "--today", TODAY)
    assert done.code == 1
    assert [line.split(":")[0] for line in done.out.splitlines() if " fejl " in line and line.startswith("agreements/")] == [
        "agreements/a.yaml",
        "agreements/b.yaml",
        "agreements/te.yaml",
    ]


@pytest.mark.usefixtures("folder")
def test_standard_input_is_checked_under_a_name(run: Runner) -> None:
    done = run("check", "--today", TODAY, "--stdin-filename", "te.yaml", "-", given=BROKEN.encode())
    assert done.code == 1
    assert "te.yaml:4:9: fejl STR04" in done.out
    assert "te.yaml:1:5: fejl STR05 id »kaffe« passer ikke til filnavnet te.yaml." in done.out


def test_one_run_serves_many_readers(run: Runner, folder: Path) -> None:
    broken(folder)
    done = run("check", "--today", TODAY, "-o", "json=found.json", "-o", "concise=found.txt", "--output-format", "grouped")
    report = json.loads((folder / "found.json").read_text("utf-8"))
    assert report["summary"] == {"files": 2, "error": 1, "warning": 0, "advice": 0}
    assert [finding["code"] for finding in report["findings"]] == ["STR04"]
    assert "te.yaml:4:9" in (folder / "found.txt").read_text("utf-8")
    assert done.out.startswith("agreements/te.yaml\n")


@pytest.mark.usefixtures("folder")
def test_the_files_that_would_be_checked_are_listed(run: Runner) -> None:
    assert run("check", "--show-files").out == "agreements/kaffe.yaml\n"


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("name", ["", ".", "./", "agreements", "agreements/", "./agreements", "agreements/../agreements/."])
def test_a_folder_is_the_same_however_it_is_named(run: Runner, name: str) -> None:
    shown = run("check", "--show-files", name).out
    assert shown.replace("agreements/../", "") == "agreements/kaffe.yaml\n"


def test_the_names_of_files_repeat_no_cpr_number(run: Runner, tmp_path: Path) -> None:
    (tmp_path / "agreements").mkdir()
    (tmp_path / "agreements" / "010160-5123.yaml").write_text("id: kaffe\n", "utf-8")
    assert run("check", "--show-files").out == "agreements/••••••-••••.yaml\n"


def test_statistics_count_rule_by_rule(run: Runner, folder: Path) -> None:
    broken(folder)
    assert "1  STR04  fejl" in run("check", "--today", TODAY, "--statistics").err


@pytest.mark.parametrize("status", ["idé", "udkast", "aktiv", "genforhandling"])
def test_statistics_add_up_to_the_findings_in_every_severity(run: Runner, folder: Path, status: str) -> None:
    """A draft lacks what an active agreement must have, so its errors are warnings; the rule's own severity is another matter."""
    for number, state in enumerate((status, "aktiv")):
        text = f"id: nr-{number}\ntitel: Nr. {number}\nformalitet: samarbejdsaftale\nstatus: {state}\n"
        (folder / "agreements" / f"nr-{number}.yaml").write_text(text, "utf-8")
    done = run("check", "--today", TODAY, "--statistics", "--output-format", "json")
    told = Counter(finding["severity"] for finding in json.loads(done.out)["findings"])
    rows = [line.split() for line in done.err.splitlines()]
    counted: Counter[str] = Counter()
    for count, _, word in rows:
        counted[{"fejl": "error", "advarsel": "warning", "råd": "advice"}[word]] += int(count)
    assert counted == told
    assert len({tuple(row[1:]) for row in rows}) == len(rows)


def test_a_profile_with_a_slip_is_a_finding(run: Runner, folder: Path) -> None:
    (folder / "partnerskab.yaml").write_text("bygger_på: tønder\nstedder: [Tønder]\ntærskler: {varsel_dage: mange}\n", "utf-8")
    done = run("check", "--today", TODAY)
    assert done.code == 1
    assert "partnerskab.yaml:2:1: fejl PRO01 " in done.out
    assert "partnerskab.yaml:3:25: fejl PRO02 »mange« kan ikke stå i" in done.out


def test_a_profile_that_cannot_be_read_is_2(run: Runner, folder: Path) -> None:
    (folder / "partnerskab.yaml").write_text("- en liste\n", "utf-8")
    done = run("check", "--today", TODAY)
    assert done.code == 2
    assert "Profilen partnerskab.yaml kan ikke læses" in done.err


def test_check_writes_nothing(run: Runner, folder: Path) -> None:
    broken(folder)
    before = {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in folder.rglob("*") if path.is_file()}
    run("check", "--today", TODAY)
    assert {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in folder.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp850", "latin-1", "utf-8"])
def test_every_terminal_can_show_it(run: Runner, folder: Path, encoding: str) -> None:
    broken(folder)
    done = run("check", "--today", TODAY, "--output-format", "full", env={"PYTHONIOENCODING": encoding})
    assert done.code == 1
    assert "STR04" in done.out


@pytest.mark.parametrize(
    "env",
    [{"LC_ALL": "C"}, {"PYTHONUTF8": "0", "LC_ALL": "C"}, {"COLUMNS": "0"}, {"COLUMNS": "x"}, {"TERM": "dumb"}, {"NO_COLOR": "1"}, {"FORCE_COLOR": "0"},
     {"HOME": ""}, {"PATH": ""}, {"PYTHONWARNINGS": "error"}, {"PYTHONOPTIMIZE": "2"}, {"PYTHONHASHSEED": "7"}, {"TZ": "Pacific/Apia"}],
)  # fmt: skip
def test_odd_surroundings_change_nothing(run: Runner, folder: Path, env: dict[str, str]) -> None:
    broken(folder)
    usual = run("check", "--today", TODAY, env={"PYTHONIOENCODING": "utf-8"})
    assert run("check", "--today", TODAY, env=env | {"PYTHONIOENCODING": "utf-8"}) == usual


def test_colour_is_only_where_it_is_wanted(run: Runner, folder: Path) -> None:
    broken(folder)
    assert "\x1b" not in run("check", "--today", TODAY).out
    assert "\x1b[31m" in run("check", "--today", TODAY, "--color", "always", "--output-format", "full").out
    assert "\x1b[31m" in run("check", "--today", TODAY, "--output-format", "full", env={"FORCE_COLOR": "1"}).out


def test_what_stands_in_a_file_cannot_steer_the_terminal(run: Runner, folder: Path) -> None:
    evil = '"\\e]0;pwned\\a\\u202e::error::x"'
    (folder / "agreements" / "ond.yaml").write_text(f"id: ond\ntitel: t\nformalitet: {evil}\n{evil}: x\n", "utf-8")
    for name in ("full", "concise", "grouped", "json"):
        out = run("check", "--today", TODAY, "--output-format", name).out
        assert not {"\x1b", "\x07", "\u202e"} & set(out)


def test_a_full_disk_is_2_and_a_closed_pipe_is_quiet(folder: Path) -> None:
    needs(Path("/dev/full").exists(), "there is no full device here")
    broken(folder)
    command = f"{sys.executable} -m partnerskab_cli check"
    full = subprocess.run(["sh", "-c", f"{command} > /dev/full 2> err.txt"], cwd=folder, check=False)
    closed = subprocess.run(["sh", "-c", f"{command} 2>> err.txt | true"], cwd=folder, check=False)
    assert (full.returncode, closed.returncode) == (2, 0)
    assert "Traceback" not in (folder / "err.txt").read_text("utf-8")


def test_a_file_that_cannot_be_read_is_never_green_whatever_is_selected(run: Runner, folder: Path) -> None:
    (folder / "agreements" / "stor.yaml").write_bytes(b"# " + b"x" * (1 << 20))
    done = run("check", "--today", TODAY, "--select", "JUR01", "agreements/stor.yaml")
    assert done.code == 1
    assert "STR01c" in done.out


@pytest.mark.usefixtures("folder")
def test_more_is_said_beside_the_answer_where_it_is_asked_for(run: Runner) -> None:
    usual, more = run("check", "--today", TODAY), run("check", "--today", TODAY, "-v")
    assert more.out == usual.out
    assert more.err.startswith("partnerskab ")
    assert more.err.endswith(": kode 0\n")


def test_what_was_meant_is_asked_once(quick: Runner, tmp_path: Path) -> None:
    (tmp_path / "te.yaml").write_text("id: te\ntitell: Te\nstatus: aktvi\n", encoding="utf-8")
    ran = quick("check", "te.yaml", "--output-format", "full", "--lang", "en")
    assert ran.out.count("did you mean “titel”?") == 1
    assert "did you mean “aktiv”?\n  |\n  = choose from: idé" in ran.out


@pytest.mark.parametrize(("threshold", "severities"), [("error", {"fejl"}), ("warning", {"fejl", "advarsel"})])
@pytest.mark.parametrize("form", ["concise", "full", "grouped"])
def test_a_quiet_check_shows_only_what_makes_it_fail(run: Runner, folder: Path, form: str, threshold: str, severities: set[str]) -> None:
    (folder / "agreements" / "te.yaml").write_text("id: te\ntitel: Te\nstatus: aktiv\nformalitet: mundtlig\n", "utf-8")
    (folder / "agreements" / "ud.yaml").write_text("id: ud\ntitel: Ud\nstatus: udkast\n", "utf-8")
    words = ("check", "--today", TODAY, "--output-format", form, "--fail-on", threshold)
    loud, quiet = run(*words), run(*words, "-q")
    assert quiet.code == loud.code == 1
    shown = set(re.findall(r"\b(fejl|advarsel|råd) [A-ZØ]{3}\d\d", quiet.out))
    assert shown == severities < set(re.findall(r"\b(fejl|advarsel|råd) [A-ZØ]{3}\d\d", loud.out))
