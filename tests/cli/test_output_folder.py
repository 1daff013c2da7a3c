"""A folder that a command fills holds what the last run wrote: what is withdrawn goes, what is not ours stays and is named."""

import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from conftest import TODAY, Runner
from hypothesis import given, strategies as st

from partnerskab_cli.source.output_list import OutputEntry, dump_entries, parse_entries, plan_output

DAY = ("--today", TODAY)
LIST = ".partnerskab-output"
AGREEMENT = """id: {id}
titel: Tur {id}
formalitet: mundtlig
status: aktiv
formål: Vi går tur i {id} hver torsdag.
formidling: {{oversigt: Gå med i {id}.}}
parter:
  - {{id: kommunen, navn: Kommunen, side: offentlig, kontakt: {{rolle: leder}}}}
  - {{id: venner, navn: Vennerne, side: frivillig, kontakt: {{rolle: formand}}}}
"""
WHOLE = ("render", "agreements", "--to", "html", "-o", "ud")
PUBLIC = ("render", "agreements", "--variant", "borger", "--to", "html", "-o", "ud")
SITE = ("site", "-o", "ud", *DAY)


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A record of two agreements."""
    (tmp_path / "agreements").mkdir()
    for name in ("alfa", "beta"):
        write(tmp_path, name)
    return tmp_path


def write(record: Path, name: str, *changes: tuple[str, str]) -> None:
    text = AGREEMENT.format(id=name)
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    (record / "agreements" / f"{name}.yaml").write_text(text, "utf-8")


def withdraw(record: Path) -> None:
    write(record, "beta", ("{oversigt", "{offentlig: nej, oversigt"))


def delete(record: Path) -> None:
    (record / "agreements" / "beta.yaml").unlink()


def rename(record: Path) -> None:
    delete(record)
    write(record, "gamma")


def move(record: Path) -> None:
    (record / "agreements" / "2026").mkdir()
    shutil.move(record / "agreements" / "beta.yaml", record / "agreements" / "2026" / "beta.yaml")


def nothing(_: Path) -> None:
    """Let everything be as it was."""


class Case(NamedTuple):
    """Two runs, what happens between them, and what then lies in the folder."""

    first: tuple[str, ...]
    between: Callable[[Path], None]
    second: tuple[str, ...]
    left: tuple[str, ...]
    removed: tuple[str, ...] = ()


CASES = {
    "withdrawn from the site": Case(SITE, withdraw, SITE, ("alfa.html", "index.html"), ("beta.html",)),
    "deleted, and gone from the site": Case(SITE, delete, SITE, ("alfa.html", "index.html"), ("beta.html",)),
    "renamed, and renamed on the site": Case(SITE, rename, SITE, ("alfa.html", "gamma.html", "index.html"), ("beta.html",)),
    "moved to another folder, and still on the site": Case(SITE, move, SITE, ("alfa.html", "beta.html", "index.html")),
    "left out of the site by a filter": Case(SITE, nothing, (*SITE, "--where", "id=alfa"), ("alfa.html", "index.html"), ("beta.html",)),
    "withdrawn from the pages for citizens": Case(PUBLIC, withdraw, PUBLIC, ("alfa-borger.html",), ("beta-borger.html",)),
    "withdrawn, and only it is rendered again": Case(
        PUBLIC, withdraw, ("render", "beta", "--variant", "borger", "-o", "ud"), ("alfa-borger.html",), ("beta-borger.html",)
    ),
    "withdrawn, and rendered in another format": Case(
        PUBLIC, withdraw, (*PUBLIC[:5], "md", "-o", "ud"), ("alfa-borger.md",), ("alfa-borger.html", "beta-borger.html")
    ),
    "deleted, and gone from the documents": Case(WHOLE, delete, WHOLE, ("alfa.html",), ("beta.html",)),
    "deleted, and another is rendered": Case(WHOLE, delete, ("render", "alfa", "--to", "html", "-o", "ud"), ("alfa.html",), ("beta.html",)),
    "deleted, and another is rendered for the committee": Case(
        WHOLE, delete, ("render", "alfa", "--variant", "udvalg", "-o", "ud"), ("alfa-udvalg.md", "alfa.html"), ("beta.html",)
    ),
    "renamed, and renamed among the documents": Case(WHOLE, rename, WHOLE, ("alfa.html", "gamma.html"), ("beta.html",)),
    "moved, and still among the documents": Case(WHOLE, move, WHOLE, ("alfa.html", "beta.html")),
    "rendered in another format": Case(
        WHOLE, nothing, ("render", "agreements", "-o", "ud"), ("alfa.md", "beta.md"), ("alfa.html", "beta.html")
    ),
    "one rendered in another format": Case(WHOLE, nothing, ("render", "beta", "-o", "ud"), ("alfa.html", "beta.md"), ("beta.html",)),
    "one rendered after the other": Case(
        ("render", "alfa", "--to", "html", "-o", "ud"), nothing, ("render", "beta", "--to", "html", "-o", "ud"), ("alfa.html", "beta.html")
    ),
    "two variants side by side": Case(
        WHOLE, nothing, ("render", "beta", "--variant", "udvalg", "-o", "ud"), ("alfa.html", "beta-udvalg.md", "beta.html")
    ),
    "a report in another format": Case(
        ("portfolio", "economy", *DAY, "--format", "csv", "-o", "ud"),
        nothing,
        ("portfolio", "economy", *DAY, "--format", "md", "-o", "ud"),
        ("oekonomi.md",),
        ("oekonomi.csv",),
    ),
    "a report in the other language": Case(
        ("deadlines", *DAY, "--format", "md", "-o", "ud"),
        nothing,
        ("--lang", "en", "deadlines", *DAY, "--format", "md", "-o", "ud"),
        ("deadlines.md",),
        ("frister.md",),
    ),
    "two reports side by side": Case(
        ("portfolio", "economy", *DAY, "--format", "md", "-o", "ud"),
        nothing,
        ("portfolio", "checklist", *DAY, "--format", "md", "-o", "ud"),
        ("oekonomi.md", "tjekliste.md"),
    ),
    "the site beside a report": Case(
        ("portfolio", "economy", *DAY, "--format", "md", "-o", "ud"), withdraw, SITE, ("alfa.html", "index.html", "oekonomi.md")
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_folder_holds_what_the_last_run_wrote(record: Path, quick: Runner, name: str) -> None:
    first, between, second, left, removed = CASES[name]
    assert quick(*first, cwd=record).code == 0
    between(record)
    done = quick(*second, cwd=record)
    assert files_in(record / "ud") == left
    for path in removed:
        assert f"ud/{path}" in next(line for line in done.err.splitlines() if line.startswith(("Fjernet: ", "Removed: ")))
    assert removed or not ({"Fjernet", "Removed"} & set(done.err.replace(":", " ").split()))
    assert listed(record / "ud") == {path: digest(record / "ud" / path) for path in left}


def files_in(folder: Path) -> tuple[str, ...]:
    return tuple(sorted(path.name for path in folder.iterdir() if path.name != LIST))


def listed(folder: Path) -> dict[str, str]:
    lines = (folder / LIST).read_text("ascii").splitlines()
    return {name: hexadecimal for hexadecimal, name in (line.split("  ") for line in lines if not line.startswith("#"))}


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_pages_that_nobody_may_see_any_more_go_although_none_is_left_to_write(record: Path, quick: Runner) -> None:
    quick(*PUBLIC, cwd=record)
    for name in ("alfa", "beta"):
        write(record, name, ("{oversigt", "{offentlig: nej, oversigt"))
    done = quick(*PUBLIC, cwd=record)
    assert done.code == 2
    assert "Fjernet: ud/alfa-borger.html og ud/beta-borger.html" in done.err
    assert files_in(record / "ud") == ()


def edit(path: Path) -> None:
    path.write_text(path.read_text("utf-8") + "<!-- en note -->\n", "utf-8")


def replace(path: Path) -> None:
    path.write_text("min egen side\n", "utf-8")


def link(path: Path) -> None:
    (path.parent.parent / "kanarie.html").write_bytes(path.read_bytes())
    path.unlink()
    path.symlink_to(path.parent.parent / "kanarie.html")


def hard_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()
    (path / "noter.txt").write_text("mine", "utf-8")


@pytest.mark.parametrize("command", [SITE, WHOLE])
@pytest.mark.parametrize("change", [edit, replace, link, hard_folder])
def test_what_is_no_longer_as_it_was_written_stays_and_is_named_each_time(
    record: Path, quick: Runner, command: tuple[str, ...], change: Callable[[Path], None]
) -> None:
    quick(*command, cwd=record)
    path = record / "ud" / "beta.html"
    change(path)
    delete(record)
    for _ in range(2):
        done = quick(*command, cwd=record)
        assert "ud/beta.html hører ikke til noget mere, men er ikke, som partnerskab skrev den" in done.err
        assert "Fjernet" not in done.err
        assert path.exists()
    done = quick(*command, "--check", cwd=record)
    assert (done.code, done.out) == (1, "ud/beta.html hører ikke til noget mere\n")
    shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()
    assert "beta" not in quick(*command, cwd=record).err
    assert quick(*command, "--check", cwd=record) == (0, "", "")


@pytest.mark.parametrize("command", [SITE, WHOLE])
def test_files_of_other_people_stay_without_a_word(record: Path, quick: Runner, command: tuple[str, ...]) -> None:
    quick(*command, cwd=record)
    for name in ("CNAME", "noter.txt", "egen.html", ".htaccess"):
        (record / "ud" / name).write_text("mine egne", "utf-8")
    done = quick(*command, cwd=record)
    assert done.err == "Alt er, som det skal være; intet er skrevet.\n"
    assert quick(*command, "--check", cwd=record).code == 0
    assert (record / "ud" / "egen.html").read_text("utf-8") == "mine egne"


@pytest.mark.parametrize("command", [SITE, WHOLE])
def test_check_names_what_belongs_to_nothing_and_removes_nothing(record: Path, quick: Runner, command: tuple[str, ...]) -> None:
    quick(*command, cwd=record)
    assert quick(*command, "--check", cwd=record).code == 0
    delete(record)
    before = {path.name: path.read_bytes() for path in (record / "ud").iterdir()}
    done = quick(*command, "--check", cwd=record)
    assert done.code == 1
    assert "ud/beta.html hører ikke til noget mere\n" in done.out
    assert {path.name: path.read_bytes() for path in (record / "ud").iterdir()} == before


def test_a_page_of_ours_without_a_list_is_named(record: Path, quick: Runner) -> None:
    quick(*SITE, cwd=record)
    (record / "ud" / LIST).unlink()
    withdraw(record)
    done = quick(*SITE, cwd=record)
    assert "ud/beta.html hører ikke til noget og står ikke på listen" in done.err
    assert (record / "ud" / "beta.html").exists()
    assert quick(*SITE, "--check", cwd=record).code == 1


VICTIMS = ("hemmelig.html", "ud/egen.html", "ud/.skjult.html", "ud/under/side.html", "agreements/alfa.yaml", ".git/index.html")
HOSTILE = {
    "a way up": "../hemmelig.html",
    "a way up in the way of Windows": "..\\hemmelig.html",
    "an absolute way": "{folder}/hemmelig.html",
    "a way to an agreement": "../agreements/alfa.yaml",
    "a folder below": "under/side.html",
    "a hidden file": ".skjult.html",
    "a way through git": "../.git/index.html",
    "a way that begins with the folder itself": "./egen.html",
    "a percent sign": "%2e%2e/hemmelig.html",
    "a name with a blank": "egen .html",
    "an ending that is never written": "egen.yaml",
    "capitals": "EGEN.HTML",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_list_never_leads_to_anything_but_the_files_of_the_folder(record: Path, quick: Runner, name: str) -> None:
    quick(*SITE, cwd=record)
    for victim in VICTIMS[:4] + VICTIMS[5:]:
        (record / victim).parent.mkdir(exist_ok=True)
        (record / victim).write_text("værdifuldt", "utf-8")
    before = {path: path.read_bytes() for path in record.rglob("*") if path.is_file() and path.name != LIST}
    aimed = digest(record / ("agreements/alfa.yaml" if "alfa" in HOSTILE[name] else "hemmelig.html"))
    (record / "ud" / LIST).write_text(f"# partnerskab-output 1\n# site\n{aimed}  {HOSTILE[name].format(folder=record)}\n", "utf-8")
    done = quick(*SITE, cwd=record)
    assert "kan ikke læses som en liste" in done.err
    assert "Fjernet" not in done.err
    assert {path: path.read_bytes() for path in record.rglob("*") if path.is_file() and path.name != LIST} == before
    assert set(listed(record / "ud")) == {"alfa.html", "beta.html", "index.html"}


DAMAGED: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "cut off": lambda data: data[:-20],
    "without its head": lambda data: data.split(b"\n", 1)[1],
    "of a version to come": lambda data: data.replace(b"output 1", b"output 2"),
    "with a conflict": lambda data: data.replace(b"# site\n", b"<<<<<<< HEAD\n# site\n=======\n"),
    "with a file twice": lambda data: data + data.splitlines(keepends=True)[-1],
    "with the line ends of Windows": lambda data: data.replace(b"\n", b"\r\n"),
    "no text at all": lambda _: bytes(range(256)) * 40,
}


@pytest.mark.parametrize("name", DAMAGED)
def test_a_damaged_list_removes_nothing_and_is_written_anew(record: Path, quick: Runner, name: str) -> None:
    quick(*SITE, cwd=record)
    path = record / "ud" / LIST
    whole = path.read_bytes()
    path.write_bytes(DAMAGED[name](whole))
    assert quick(*SITE, "--check", cwd=record).code == 1
    withdraw(record)
    done = quick(*SITE, cwd=record)
    assert "kan ikke læses som en liste" in done.err
    assert "ud/beta.html" in done.err
    assert (record / "ud" / "beta.html").exists()
    assert set(listed(record / "ud")) == {"alfa.html", "index.html"}


def test_a_list_that_is_a_link_is_not_followed(record: Path, quick: Runner) -> None:
    quick(*SITE, cwd=record)
    (record / "ud" / LIST).rename(record / "liste")
    (record / "ud" / LIST).symlink_to(record / "liste")
    before = (record / "liste").read_bytes()
    withdraw(record)
    assert quick(*SITE, cwd=record).code == 2
    assert (record / "liste").read_bytes() == before
    assert (record / "ud" / "beta.html").exists()


def test_the_same_record_gives_the_same_list(record: Path, quick: Runner) -> None:
    quick(*SITE, cwd=record)
    first = (record / "ud" / LIST).read_bytes()
    shutil.rmtree(record / "ud")
    quick(*SITE, cwd=record)
    assert (record / "ud" / LIST).read_bytes() == first


names = st.from_regex(r"[a-z0-9][a-z0-9-]{0,20}\.(?:md|html|pdf|docx|csv|xlsx|json|ics|txt)", fullmatch=True)
subjects = st.from_regex(r"[!-~]{1,20}( [!-~]{1,20}){0,2}", fullmatch=True)
entry_lists = st.lists(
    st.builds(OutputEntry, names, st.binary().map(lambda data: hashlib.sha256(data).hexdigest()), subjects),
    unique_by=lambda entry: entry.name,
)


@given(entry_lists)
def test_a_list_is_read_as_it_was_written(entries: list[OutputEntry]) -> None:
    assert sorted(parse_entries(dump_entries(entries)) or ()) == sorted(entries)


@given(st.binary())
def test_any_bytes_are_a_list_or_none(data: bytes) -> None:
    entries = parse_entries(data)
    assert entries is None or all("/" not in entry.name and not entry.name.startswith(".") for entry in entries)


@given(entry_lists, st.sets(names), st.sets(subjects))
def test_what_is_written_now_is_never_stale(entries: list[OutputEntry], now: set[str], covered: set[str]) -> None:
    plan = plan_output(entries, now, covered.__contains__)
    assert not {entry.name for entry in (*plan.kept, *plan.stale)} & now
    assert {entry.subject for entry in plan.stale} <= covered
