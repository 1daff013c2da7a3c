"""`check --select JUR01` searches any file of a repository, and says nothing but what it was asked for."""

import subprocess
from datetime import date
from pathlib import Path

import pytest
from conftest import PROJECT, Runner, needs
from hypothesis import assume, given, strategies

from partnerskab_cli.check import CheckOptions
from partnerskab_cli.check.search_text import search_bytes, search_chunks
from partnerskab_cli.profile.shipped import NEUTRAL
from partnerskab_cli.rules.rule import CheckDates
from partnerskab_cli.source.chunks import cut_chunks
from partnerskab_cli.source.files import LARGEST
from partnerskab_cli.source.profiles import read_profile

CPR = "070160-5123"
"""The seventh digit places the birth in 1860: nobody living can own it."""
LONG = LARGEST + 100
FILES = {
    "noter.md": "# Noter\n\n---\n\nRing til {}.\n\n---\n",
    "README": "Læs mig: {}\n",
    "tom.txt": "{}",
    "brev.txt": "Kære alle\r\n\r\nVi ses: {}\r\n",
    "gammel.txt": "Linje\rHos {}\rLinje\r",
    "liste.csv": "navn;tal\nKaffe;{}\n",
    "ark.tsv": "navn\ttal\nKaffe\t{}\n",
    ".gitattributes": "*.yaml text eol=lf # {}\n",
    ".editorconfig": "root = true\n\n[*]\ncharset = utf-8\n# {}\n",
    "setup.cfg": "[metadata]\nname: {}\n",
    "pyproject.toml": '[tool]\nname = "{}"\n[[a]]\n',
    ".env": "KEY={}\n",
    "Makefile": "alt:\n\techo {}\n",
    "app.py": 'def f(x: int) -> dict[str, int]:\n\treturn {{"a": "{}"}}\n',
    "side.js": "const a = {{b: `{}`}};\n",
    "Kode.java": 'class A {{ String b = "{}"; }}\n',
    "side.html": "<!doctype html><p>&nbsp;{}</p>\n",
    "tal.xml": '<?xml version="1.0"?><a b="{}"/>\n',
    "billede.svg": "<svg><text>{}</text></svg>\n",
    "brev.j2": "{{% for x in y %}}{{{{ x }}}}: {}{{% endfor %}}\n",
    "skema.json": '{{"a": [1, 2, {{"b": "{}"}}]}}\n',
    "linjer.jsonl": '{{"a": 1}}\n{{"b": "{}"}}\n',
    "chart.yaml": "a: {{{{ .Values.a }}}}\nb: {}\n",
    "flere.yaml": "a: 1\n---\nb: {}\n---\n- c\n",
    "liste.yml": "- a\n- {}\n",
    "partnerskab.yaml": "kommune: [\n  {}\n",
    "mkdocs.yml": "a: !!python/name:x.y ''\nb: {}\n",
    "fletning.txt": "<<<<<<< HEAD\na\n=======\n{}\n>>>>>>> b\n",
    "rettelse.diff": "--- a\n+++ b\n@@ -1 +1 @@\n-a\n+{}\n",
    "agreements/README.md": "Se: {}\n- a: [\n",
    "agreements/bilag/plan.txt": "*: {}\n",
    "dyb.json": "[" * 3000 + '"{}"' + "]" * 3000,
    "stor.csv": "a;b\n" * (LONG // 4) + "{}\n",
    "en-linje.json": "[" + '"a",' * (LONG // 4) + '"{}"]',
}
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "cp865", "mac-roman")
SETTINGS = CheckOptions(read_profile(NEUTRAL)[0], CheckDates(date(2026, 3, 1)), ("JUR01",))


@pytest.mark.parametrize("name", FILES)
def test_a_text_passes_until_a_number_stands_in_it(quick: Runner, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(FILES[name].format("her").encode())
    clean = quick("check", "--select", "JUR01", "--", name)
    assert (clean.code, clean.out) == (0, "1 fil er gennemsøgt. Ingen bemærkninger.\n"), clean.err
    path.write_bytes(FILES[name].format(CPR).encode())
    result = quick("check", "--select", "JUR01", "--", name)
    assert result.code == 1
    assert [line.split(" ")[2] for line in result.out.splitlines()[:-1] if ": fejl " in line] == ["JUR01"]
    assert CPR not in result.out + result.err


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_number_is_found_in_a_text_of_any_encoding(quick: Runner, tmp_path: Path, encoding: str) -> None:
    for text, code in ((f"Blåbærgrød: {CPR}\n", 1), ("Blåbærgrød\n", 0)):
        (tmp_path / "a.txt").write_bytes(text.encode(encoding))
        assert quick("check", "--select", "JUR01", "a.txt").code == code


def test_a_binary_file_passes_until_a_number_stands_in_it(quick: Runner, tmp_path: Path) -> None:
    for middle, code in ((b"", 0), (f" {CPR} ".encode(), 1)):
        (tmp_path / "a.bin").write_bytes(bytes(range(256)) + middle + bytes(range(255, -1, -1)))
        assert quick("check", "--select", "JUR01", "a.bin").code == code


def test_a_number_in_the_name_of_a_file_is_found_and_not_repeated(quick: Runner, tmp_path: Path) -> None:
    (tmp_path / f"{CPR}.txt").write_bytes(b"")
    done = quick("check", "--select", "JUR01", f"{CPR}.txt")
    assert done.code == 1
    assert CPR not in done.out + done.err


def test_the_place_of_a_number_is_told_far_down_in_a_long_file(quick: Runner, tmp_path: Path) -> None:
    above = 3 * LARGEST // 4
    (tmp_path / "a.csv").write_text("1;2\n" * above + f"x;{CPR}\n" + "1;2\n" * 9, "utf-8")
    done = quick("check", "--select", "JUR01", "a.csv", "--output-format", "concise")
    assert done.out.startswith(f"a.csv:{above + 1}:3: fejl JUR01 ")
    assert f"i linje {above + 1}." in done.out


def test_standard_input_is_searched_likewise(run: Runner) -> None:
    for text, code in (("# noter\n---\n", 0), (f"# {CPR}\n---\n", 1)):
        done = run("check", "--select", "JUR01", "--stdin-filename", "noter.md", "-", given=text.encode())
        assert done.code == code, done.out + done.err


def test_what_is_no_plain_file_is_never_green(quick: Runner, tmp_path: Path) -> None:
    (tmp_path / "a.md").symlink_to("borte.md")
    done = quick("check", "--select", "JUR01", "a.md")
    assert done.code == 1
    assert "STR01g" in done.out


@pytest.mark.parametrize("profile", ["kommune: [\n", "kommun: X\n", "ignorer: [{regel: JUR01, fordi: nej}]\n"])
@pytest.mark.parametrize("name", ["noter.md", "agreements/te.yaml"])
def test_a_fault_in_the_profile_is_no_fault_of_a_text(quick: Runner, tmp_path: Path, profile: str, name: str) -> None:
    (tmp_path / "agreements").mkdir()
    (tmp_path / "agreements" / "te.yaml").write_text("id: te\nstatus: aktvi\n", "utf-8")
    (tmp_path / "noter.md").write_text("te\n", "utf-8")
    (tmp_path / "partnerskab.yaml").write_text(profile, "utf-8")
    done = quick("check", "--select", "JUR01", "--", name)
    assert done.code == 0, done.out + done.err


@pytest.mark.parametrize(("select", "code"), [("JUR01", 0), ("JUR01,JUR02", 0), ("TJK01", 1), ("JUR01,TJK01", 1), ("JUR", 1)])
def test_what_hides_a_file_from_a_chosen_rule_is_said(quick: Runner, tmp_path: Path, select: str, code: int) -> None:
    (tmp_path / "agreements").mkdir()
    (tmp_path / "agreements" / "te.yaml").write_text("id: [te\n", "utf-8")
    assert quick("check", "--select", select, "agreements/te.yaml").code == code


def test_every_tracked_file_of_this_project_is_searched_without_another_word(quick: Runner) -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=PROJECT, capture_output=True, text=True, check=False)
    needs(not listed.returncode, "this is no clone")
    names = [name for name in listed.stdout.split("\0") if name and (PROJECT / name).is_file()]
    done = quick("check", "--select", "JUR01", "--output-format", "concise", "--fail-on", "never", "--", *names, cwd=PROJECT)
    assert done.code == 0, done.err
    assert {line.split(" ")[2] for line in done.out.splitlines() if ": fejl " in line} <= {"JUR01"}


@given(strategies.text(), strategies.text(), strategies.sampled_from(["utf-8", "utf-16", "utf-32"]))
def test_a_number_is_found_wherever_it_stands_in_a_text(before: str, after: str, encoding: str) -> None:
    assume(not (encoding == "utf-16" and before.startswith("\0")))  # its mark and a nought are the mark of UTF-32
    data = f"{before}\n{CPR}\n\n\n.{after}".encode(encoding, "ignore")
    report = search_bytes(data, "a.txt", SETTINGS)
    assert {diagnostic.code for diagnostic in report.diagnostics} == {"JUR01"}


@pytest.mark.thorough
@given(strategies.lists(strategies.sampled_from(["1;2\n", "070160\n", "-5123\n", "ord ", f"{CPR}\n", "5"]), min_size=1).map("".join))
def test_no_cut_goes_through_a_number(text: str) -> None:
    whole = search_bytes(text.encode(), "a.txt", SETTINGS)
    room = LARGEST - len(text) // 2
    padded = "x;y\n" * (room // 4) + text
    parts = search_chunks(cut_chunks(iter([padded[:LARGEST], padded[LARGEST:]])), "a.txt", SETTINGS)
    shifted = [diagnostic.span.shift_down(room // 4) for diagnostic in whole.diagnostics]
    assert [diagnostic.span for diagnostic in parts.diagnostics] == shifted
