"""What is written after `-o` decides both where an answer goes and its format; nothing is written where the two disagree."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from conftest import TODAY, Runner, example_record

DAY = ("--today", TODAY)
ONE = "kaffe-paa-kanden"
BEGINNINGS = {
    ".xlsx": b"PK",
    ".ics": b"BEGIN:VCALENDAR",
    ".html": b"<!DOCTYPE html>",
    ".csv": b'"',
    ".json": b"{",
    ".docx": b"PK",
    ".pdf": b"%PDF",
}


@pytest.fixture
def record(tmp_path: Path) -> Path:
    return example_record(tmp_path)


WRITTEN: dict[str, tuple[Sequence[str], str]] = {
    "a workbook of deadlines": (("deadlines", *DAY, "-o", "x.xlsx"), "x.xlsx"),
    "a calendar": (("deadlines", *DAY, "-o", "x.ics"), "x.ics"),
    "a page, its ending in capitals": (("deadlines", *DAY, "-o", "X.HTML"), "X.HTML"),
    "a page, its ending as on old systems": (("portfolio", *DAY, "-o", "x.htm"), "x.htm"),
    "a list of grants": (("portfolio", "economy", *DAY, "--table", "grants", "-o", "ny/x.csv"), "ny/x.csv"),
    "a list for Excel, which has the ending of a list": (("portfolio", *DAY, "--format", "csv-excel", "-o", "x.csv"), "x.csv"),
    "a report for machines": (("portfolio", *DAY, "-o", "x.json"), "x.json"),
    "a report in a folder that ends in a slash": (("portfolio", "economy", *DAY, "--format", "json", "-o", "ud.d/"), "ud.d/oekonomi.json"),
    "a report in a folder without an ending": (("deadlines", *DAY, "--format", "ics", "-o", "ud"), "ud/frister.ics"),
    "an English report in a folder": (("--lang", "en", "portfolio", "economy", *DAY, "--format", "json", "-o", "ud"), "ud/economy.json"),
    "an agenda": (("agenda", *DAY, "-o", "x.html"), "x.html"),
    "an agenda in a folder": (("agenda", ONE, *DAY, "--to", "html", "-o", "ud"), f"ud/dagsorden-{ONE}.html"),
    "an agreement": (("render", ONE, "-o", "x.html"), "x.html"),
    "an agreement as PDF": (("render", ONE, "-o", "x.pdf"), "x.pdf"),
    "an agreement as Word, named twice": (("render", ONE, "--to", "docx", "-o", "x.docx"), "x.docx"),
    "all agreements in one": (("render", "agreements", "-o", "alle.html"), "alle.html"),
    "an agreement in a folder": (("render", ONE, "--to", "html", "-o", "ud"), f"ud/{ONE}.html"),
}


@pytest.mark.parametrize("name", WRITTEN)
def test_the_ending_decides_the_format(record: Path, quick: Runner, name: str) -> None:
    words, path = WRITTEN[name]
    (record / "ny").mkdir()
    done = quick(*words, cwd=record)
    assert done.code == 0, done.err
    ending = {".htm": ".html"}.get(Path(path).suffix.lower(), Path(path).suffix.lower())
    assert (record / path).read_bytes().lstrip(b"\xef\xbb\xbf").startswith(BEGINNINGS[ending])
    assert path in done.err


def test_a_folder_may_have_an_ending_that_no_format_has(record: Path, quick: Runner) -> None:
    (record / "udgave.2").mkdir()
    assert quick("render", ONE, "-o", "udgave.2", cwd=record).code == 0
    assert (record / "udgave.2" / f"{ONE}.md").is_file()


REFUSED: dict[str, tuple[Sequence[str], str]] = {
    "deadlines have no PDF": (("deadlines", "-o", "x.pdf"), "Endelsen .pdf"),
    "a mistyped ending": (("portfolio", "-o", "x.xslx"), "Endelsen .xslx"),
    "an agenda is no workbook": (("agenda", "-o", "x.xlsx"), "Endelsen .xlsx"),
    "an agreement is no workbook": (("render", ONE, "-o", "x.xlsx"), "Endelsen .xlsx"),
    "a format and another ending": (("portfolio", "--format", "csv", "-o", "x.xlsx"), "ender på .xlsx, men --format er csv"),
    "a table for the terminal in a workbook": (("deadlines", "--format", "table", "-o", "x.xlsx"), "--format er table"),
    "Word and the ending of PDF": (("render", ONE, "--to", "docx", "-o", "x.pdf"), "ender på .pdf, men --to er docx"),
    "Markdown and the ending of a page": (("agenda", "--to", "md", "-o", "x.html"), "ender på .html, men --to er md"),
    "several agreements, a format and another ending": (("render", "agreements", "--to", "md", "-o", "x.html"), "--to er md"),
    "a folder that is named like a page": (("site", "-o", "side.html"), "ligner navnet på en fil"),
    "drafts in a folder that is named like a file": (("import", "liste.csv", "-o", "udkast.yaml"), "ligner navnet på en fil"),
    "nothing": (("portfolio", "-o", ""), "Der står intet efter -o"),
    "nothing, for a site": (("site", "-o", ""), "Der står intet efter -o"),
    "nothing, for an agreement": (("render", ONE, "-o", ""), "Der står intet efter -o"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_disagrees_is_refused_and_nothing_written(record: Path, quick: Runner, name: str) -> None:
    words, says = REFUSED[name]
    before = sorted(record.rglob("*"))
    done = quick(*words, cwd=record)
    assert (done.code, done.out) == (2, "")
    assert says in done.err
    assert sorted(record.rglob("*")) == before


COLOURS = {
    "nothing asked for, in a pipe": ((), {}, False),
    "FORCE_COLOR": ((), {"FORCE_COLOR": "1"}, True),
    "FORCE_COLOR off": ((), {"FORCE_COLOR": "0"}, False),
    "NO_COLOR wins over FORCE_COLOR": ((), {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
    "any word in NO_COLOR counts": ((), {"NO_COLOR": "0", "FORCE_COLOR": "3"}, False),
    "an empty NO_COLOR is none": ((), {"NO_COLOR": "", "FORCE_COLOR": "1"}, True),
    "a dumb terminal wins over FORCE_COLOR": ((), {"TERM": "dumb", "FORCE_COLOR": "1"}, False),
    "the option stands above NO_COLOR": (("--color", "always"), {"NO_COLOR": "1"}, True),
    "the option stands above a dumb terminal": (("--color", "always"), {"TERM": "dumb"}, True),
    "the option stands above FORCE_COLOR": (("--color", "never"), {"FORCE_COLOR": "1"}, False),
}
COMMANDS = {
    "findings": ("check", "--output-format", "full", *DAY),
    "deadlines": ("deadlines", *DAY),
    "a card": ("show", ONE),
    "a rule": ("explain", "TJK10"),
}


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("name", COLOURS)
def test_colours_are_decided_in_one_order(tmp_path: Path, quick: Runner, name: str, command: str) -> None:
    words, surroundings, coloured = COLOURS[name]
    record = example_record(tmp_path, slip=True)
    done = quick(*COMMANDS[command], *words, cwd=record, env={"TERM": "xterm", **surroundings})
    assert ("\x1b[" in done.out) is coloured


def test_a_report_in_a_folder_never_replaces_what_somebody_else_wrote(record: Path, quick: Runner) -> None:
    (record / "ud").mkdir()
    (record / "ud" / "frister.csv").write_text("mine egne", "utf-8")
    done = quick("deadlines", *DAY, "--format", "csv", "-o", "ud", cwd=record)
    assert done.code == 2
    assert [path.name for path in (record / "ud").iterdir()] == ["frister.csv"]
    assert (record / "ud" / "frister.csv").read_text("utf-8") == "mine egne"
