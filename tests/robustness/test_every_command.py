"""Every command, over the largest lists and texts there may be and what lies beside the agreements: an answer, in bounded room."""

import os
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from bombs import filled
from conftest import PROJECT, TODAY, Runner
from guard import Ended
from test_bounded import LARGEST_SIZE, guarded

from partnerskab_cli.cli.registry import COMMANDS
from partnerskab_cli.model.agreement import Agreement
from partnerskab_cli.source.files import LARGEST
from partnerskab_cli.source.parser import MOST_EVENTS
from partnerskab_cli.source.source_file import parse_text

DAY = ("--today", TODAY)
AT = "agreements/a.yaml"
RUNS: Mapping[str, list[list[str]]] = {
    "check": [["check", "--no-cache", *DAY], *(["check", "--no-cache", *DAY, "--output-format", word] for word in ("full", "json", "sarif"))],
    "new": [["new", "--form", "tilskud", "--no-input", "--title", "Ny", "ny"]],
    "fmt": [["fmt", "--diff"], ["fmt", "--keys", "en"]],
    "explain": [["explain", "TJK10"]],
    "rules": [["rules"]],
    "render": [
        *(["render", AT, "--variant", variant, "--to", to, "-o", f"{variant}.{to}"] for variant in ("aftale", "udvalg", "borger") for to in ("md", "html")),
        *(["render", AT, "--to", to, "-o", f"aftale.{to}"] for to in ("pdf", "docx")),
    ],
    "guide": [["guide"]],
    "recommend": [["recommend", AT]],
    "diff": [["diff"], ["diff", AT, "old.yaml"], ["diff", "--format", "json"]],
    "portfolio": [
        ["portfolio", *DAY], ["portfolio", "økonomi", *DAY], ["portfolio", "dialogmøde", *DAY], ["portfolio", "katalog", *DAY],
        *(["portfolio", *DAY, "--format", form, "-o", f"portfolio.{form}"] for form in ("md", "html", "json", "xlsx")),
        ["portfolio", *DAY, "--format", "csv", "-o", "portfolio"],
    ],
    "list": [["list"]],
    "deadlines": [["deadlines", *DAY], *(["deadlines", *DAY, "--format", form, "-o", f"deadlines.{form}"] for form in ("html", "ics", "xlsx"))],
    "done": [["done", AT], ["done", AT, "evaluation"]],
    "agenda": [["agenda", *DAY], ["agenda", AT, *DAY], ["agenda", AT, *DAY, "--to", "html"]],
    "show": [["show", AT, *DAY], ["show", "--plain", AT]],
    "site": [["site", *DAY, "-o", "site"]],
    "schema": [["schema"]],
    "sign": [["sign", AT, "--party", "kommunen", "--role", "borgmester"]],
    "verify": [["verify"], ["verify", AT]],
    "renew": [["renew", AT]],
    "end": [["end", AT, "--learning", "x"]],
    "import": [["import", "list.csv", "--dry-run"]],
    "init": [["init", "--dry-run"]],
    "completion": [["completion", "bash"], ["--complete", "show", ""]],
}  # fmt: skip
"""What each command is tried with."""
BODY = """id: a
titel: Lanterneholdet
formalitet: partnerskabsaftale
status: aktiv
periode: {start: 1900-01-01, slut: 2100-12-31}
formål: Ingen går alene hjem.
formidling: {oversigt: Gå med hver torsdag.}
"""
PARTIES = "parter:\n  - {id: kommunen, navn: Kommunen, side: offentlig, form: kommune}\n  - {id: lygter, navn: Lygterne, side: frivillig}\n"


def many(item: str, *, head: str, parties: str = PARTIES, values: int) -> str:
    """An agreement with so many of an item, of so many values each, as are read."""
    body = BODY + parties + head
    room = len(body.encode()) + (MOST_EVENTS - 200) // values * len(item.replace("{n}", "0").encode())
    return filled(item, head=body, size=min(LARGEST, room)).decode()


SHAPES: Mapping[str, Callable[[], str]] = {
    "meetings day by day": lambda: many("  - {navn: m{n}, hyppighed: hver dag, næste: 1900-01-01}\n", head="møder:\n", values=8),
    "deliverables that come again": lambda: many(
        "  - {part: lygter, tekst: t{n}, frist: {efter: underskrift, varighed: 1 dag, gentages: 12 om året}}\n", head="leverancer:\n", values=15
    ),
    "parties": lambda: many(
        "  - {id: p{n}, navn: P{n}, side: frivillig, kontakt: {rolle: r{n}}}\n", head="", parties=PARTIES, values=13
    ),
    "goals": lambda: many("  - {id: g{n}, tekst: T{n}, frist: 2026-12-31, ansvarlig: lygter}\n", head="mål:\n", values=10),
    "grants": lambda: many(
        "  - {beløb: {n}00, giver: kommunen, modtager: lygter, udbetalinger: [{dato: 2026-05-01, beløb: {n}00}]}\n", head="tilskud:\n", values=18
    ),
    "contributions": lambda: many("  - {part: lygter, art: timer, tekst: b{n}, timer: {n}, pr: uge}\n", head="bidrag:\n", values=12),
    "words": lambda: many("  - {ord: o{n}, forklaring: f{n}}\n", head="ordliste:\n", values=6),
    "signatures": lambda: many(
        '  - {part: lygter, rolle: r{n}, dato: 2026-01-15, fingeraftryk: "1:9f2c41d07b6a53e8d4417c9026bfa1e0"}\n', head="underskrifter:\n", values=10
    ),
    "waivers": lambda: many("  - {regel: TJK13, fordi: f{n}, til: 2027-01-31}\n", head="undtagelser:\n", values=8),
    "one long text": lambda: filled("ord {n} ", head=BODY + PARTIES + "behov: ").decode(),
    "letters that no font has": lambda: BODY + PARTIES + "mål:\n" + "".join(f"  - tekst: {chr(0x13000 + number)}\n" for number in range(900)),
}  # fmt: skip
GIT = {f"GIT_{who}_{what}": "x@y.dk" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}


def record_of(folder: Path, text: str) -> Path:
    """A record in git with an agreement that was changed, and with a list to import."""
    (folder / "agreements").mkdir(parents=True)
    (folder / "partnerskab.yaml").write_text("bygger_på: danmark\nkommune: Testby\n", "utf-8")
    for name in (AT, "old.yaml"):
        (folder / name).write_text(text.replace("Lanterneholdet", "Lygteholdet").replace("7", "8"), "utf-8")
    (folder / "list.csv").write_text("Titel;Formål\n" + "".join(f"T{number};f\n" for number in range(100_000)), "utf-8")
    for words in (["init", "-q"], ["add", "agreements"], ["commit", "-q", "-m", "x" * 1000]):
        subprocess.run(["git", *words], cwd=folder, env=os.environ | GIT, check=True)
    (folder / AT).write_text(text, "utf-8")
    return folder


def tried(folder: Path, text: str, command: str) -> list[Ended]:
    return guarded(record_of(folder, text), RUNS[command], fresh=False, work=40)


def test_no_command_is_forgotten() -> None:
    assert set(RUNS) == set(COMMANDS)


@pytest.mark.parametrize("shape", SHAPES)
def test_what_they_are_tried_on_can_be_read(shape: str) -> None:
    sheet = parse_text(SHAPES[shape](), "a.yaml", Agreement)
    assert sheet.record is not None, sheet.faults


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, list[Ended]]:
    """What each command takes on a small agreement: the least that it takes at all."""
    return {command: tried(tmp_path_factory.mktemp("usual") / command, BODY + PARTIES, command) for command in RUNS}


TRIED = list(SHAPES) if os.environ.get("PARTNERSKAB_SHAPES") else ["words"]
"""A shape takes every command a minute in all; the others are tried by `.ci/run --long`."""


@pytest.mark.thorough
@pytest.mark.parametrize("shape", TRIED)
def test_every_command_answers_the_largest_lists_in_bounded_room(shape: str, tmp_path: Path, usual: Mapping[str, list[Ended]]) -> None:
    text, broken = SHAPES[shape](), []
    for command, runs in RUNS.items():
        for words, item, least in zip(runs, tried(tmp_path / command, text, command), usual[command], strict=True):
            if item.code not in {0, 1, 2} or "Traceback" in item.err or item.peak - least.peak >= LARGEST_SIZE:
                broken.append((" ".join(words), item.code, f"{item.work:.1f} s", f"{(item.peak - least.peak) // 1024} MB", item.err[-200:]))
    assert broken == []


ROWS = "Titel;Formål\n" + "T;f\n" * 5_001
WIDE = ";".join(f"K{number}" for number in range(201)) + "\n"
FULL = "Titel;" + ";".join(f"K{number}" for number in range(150)) + "\n" + ("T;" + "a;" * 149 + "a\n") * 400
BESIDE: Mapping[str, tuple[dict[str, str], list[str], int, str]] = {
    "rows": ({"l.csv": ROWS}, ["import", "l.csv", "--dry-run"], 2, "mere end 5.000 rækker"),
    "columns": ({"l.csv": WIDE}, ["import", "l.csv", "--dry-run"], 2, "mere end 200 kolonner"),
    "cells": ({"l.csv": FULL}, ["import", "l.csv", "--dry-run"], 2, "mere end 50.000 celler"),
    "a template": ({"templates/aftale.html.j2": "x" * 140_000}, ["render", AT, "--to", "html"], 2, "mere end 128 kB"),
    "templates": (
        {f"templates/{number}.css": "x" * 1000 for number in range(140)}, ["render", AT, "--to", "html"], 2, "mere end 128 kB"
    ),
    "a list of what was written": (
        {"site/.partnerskab-output": "# partnerskab-output 1\n# site\n" + "".join(f"{n:064x}  a{n}.html\n" for n in range(60_000))},
        ["site", "-o", "site"], 0, "kan ikke læses som en liste",
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", BESIDE)
def test_what_is_beyond_a_bound_is_said(what: str, tmp_path: Path, quick: Runner) -> None:
    files, words, code, says = BESIDE[what]
    record_of(tmp_path / "r", BODY + PARTIES)
    for name, text in files.items():
        (tmp_path / "r" / name).parent.mkdir(exist_ok=True)
        (tmp_path / "r" / name).write_text(text, "utf-8")
    ended = quick(*words, cwd=tmp_path / "r")
    assert ended.code == code
    assert says in " ".join((ended.out + ended.err).split())


@pytest.mark.thorough
def test_a_folder_of_word_documents_takes_no_more_room_than_a_few(tmp_path: Path) -> None:
    paths = [tmp_path / f"n{number}.yaml" for number in range(80)]
    for path in paths:
        path.write_text(
            (PROJECT / "agreements" / "naboer-mod-ensomhed.yaml").read_text("utf-8").replace("id: naboer", f"id: {path.stem}"), "utf-8"
        )
    few, many = (["render", *(path.name for path in paths[:count]), "--to", "docx", "-o", f"out-{count}"] for count in (40, 80))
    endings = guarded(tmp_path, [few, many], fresh=True, work=60)
    assert [ending.code for ending in endings] == [0, 0]
    assert endings[1].peak - endings[0].peak < LARGEST_SIZE
