"""A narrow terminal: what is read folds, and what is to be copied stays on one line."""

import re
from pathlib import Path
from textwrap import dedent

import pytest
import yaml
from terminal import Terminal

from partnerskab_cli.formats.terminal_style import TerminalStyle, wrap_cells
from partnerskab_cli.help.topics import iter_topics
from partnerskab_cli.render.text import render as page_text
from partnerskab_cli.source.profiles import read_profile
from partnerskab_cli.text.localized import LANGUAGES, escape_control_characters
from partnerskab_cli.text.page import CodeBlock, Page, make_text

WIDTH = 60
LONG = "et-faellesskab-for-alle-i-byen"
FILE = f"""id: {LONG}
titel: Et fællesskab for alle i byen og på landet, hvor man kan komme som man er
formalitet: mundtlig
status: aktiv
periode: {{start: 2026-01-01}}
formål: Et sted at mødes.
parter:
  - {{id: kommunen, navn: Eksempel Kommune, side: offentlig, kontakt: {{rolle: konsulent}}}}
  - {{id: venner, navn: Vennerne, side: frivillig, form: netværk, kontakt: {{rolle: tovholder}}}}
underskrifter:
  - {{part: kommunen, dato: 2026-01-01}}
"""
SCREENS = {
    "the files of a new record": (("init", "Tønder", "--source", "partnerskab-cli==9.9.9"), 'git config diff.partnerskab.textconv "partnerskab show --plain"'),
    "what a new record would be": (("init", "--dry-run", "--lang", "en"), "partnerskab init"),
    "words to choose from": (("portfolio", "nope"), "holdepunkter"),
    "a command to try": (("recommend",), "partnerskab recommend --grant --weekly"),
    "signatures": (("verify", LONG), "1:"),
    "what a draft still waits for": (("new", "en-lektiecafe-i-den-lille-by-ved-fjorden", "--no-input"), "agreements/en-lektiecafe-i-den-lille-by-ved-fjorden.yaml"),
    "a successor": (("renew", LONG), f"partnerskab end {LONG}"),
    "an end": (("end", LONG), f'partnerskab end {LONG} --learning "…"'),
    "a beginning that is lacking": (("end", "brudt-periode"), "partnerskab end brudt-periode --start 2024-05-01"),
    "an example": (("explain", "TJK10"), "undtagelser:"),
    "everything that can be explained": (("explain",), "`partnerskab explain partnerskab`"),
    "many of one name": (("explain", "tekst"), "`partnerskab explain succeskriterier.frivillig.resultat.tekst`"),
    "a file that cannot be read": (("show", "brudt"), "agreements/brudt.yaml: Filen kan ikke læses fra linje 1"),
}  # fmt: skip


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A record with an agreement of long names, and a broken file."""
    (tmp_path / "agreements").mkdir()
    (tmp_path / "agreements" / f"{LONG}.yaml").write_text(FILE, "utf-8")
    (tmp_path / "agreements" / "brudt-periode.yaml").write_text(FILE.replace(LONG, "brudt-periode").replace("start", "slut"), "utf-8")
    (tmp_path / "agreements" / "brudt.yaml").write_text("titel: [", "utf-8")
    return tmp_path


def seen(folder: Path, *words: str) -> list[str]:
    """The lines of a screen."""
    with Terminal(folder, *words, COLUMNS=str(WIDTH), NO_COLOR="1") as terminal:
        terminal.ended()
        return terminal.seen.splitlines()


@pytest.mark.parametrize(("words", "whole"), SCREENS.values(), ids=SCREENS)
def test_lines_fit_unless_they_are_to_be_copied(record: Path, words: tuple[str, ...], whole: str) -> None:
    (empty := record / "ny").mkdir()
    lines = seen(empty if words[0] == "init" else record, *words)
    assert any(whole in line for line in lines), lines
    assert [line for line in lines if len(line) > WIDTH and not re.fullmatch(r"\W*(partnerskab|git) [a-z].*|\W*\S+", line)] == []


def test_a_hint_goes_on_below_itself(record: Path) -> None:
    lines = seen(record, "portfolio", "nope")
    assert lines[:2] == ["fejl: Der er ingen rapport »nope«.", "  = vælg mellem: overblik, oversigt, dialogmøde, frister,"]
    assert lines[2].startswith("    økonomi, ")


FOLDED = {
    "a command with a path and options": (
        "kør nu partnerskab check a/b.yaml --output-format grouped og se efter",
        ["kør nu", "partnerskab check a/b.yaml --output-format grouped", "og se efter"],
    ),
    "a command in the middle of a sentence": ("partnerskab check viser dem alle sammen", ["partnerskab check viser dem alle", "sammen"]),
    "code in backticks": ("skriv det som `mål: {tekst: a b c}` her", ["skriv det som", "`mål: {tekst: a b c}` her"]),
    "two commands of git": ("git branch --all og git log viser det", ["git branch --all og git log viser", "det"]),
    "an option alone": ("vælg mellem --for kommune og --for forening", ["vælg mellem --for kommune og", "--for forening"]),
}


@pytest.mark.parametrize(("text", "lines"), FOLDED.values(), ids=FOLDED)
def test_what_is_to_be_copied_is_not_broken(text: str, lines: list[str]) -> None:
    assert wrap_cells(text, TerminalStyle(width=33)) == lines


@pytest.mark.parametrize("width", [40, WIDTH])
def test_every_example_says_the_same_when_it_is_folded(width: int) -> None:
    profile, _ = read_profile("tønder", "tønder")
    texts = {
        block.text.localize(language)
        for topic in iter_topics(profile)
        for block in topic.page().blocks
        if isinstance(block, CodeBlock)
        for language in LANGUAGES
    }
    assert len(texts) > 300
    for text in texts:
        _, _, *lines = page_text(Page(make_text("x"), (CodeBlock(make_text(text)),)), TerminalStyle(width=width)).splitlines()
        seen = "\n".join(escape_control_characters(line) for line in text.split("\n"))
        assert value(dedent("\n".join(lines))) == value(seen), text
        assert [line for line in lines if len(line) > width and " " in line.strip() and "http" not in line] == []


def value(text: str) -> object:
    """What an example says as YAML; nothing where it shows what is none."""
    try:
        return yaml.load(text, yaml.BaseLoader)  # noqa: S506 - it makes nothing but texts
    except yaml.YAMLError:
        return None
