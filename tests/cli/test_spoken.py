"""In whose language a command speaks: the one asked for, else the record's, also where it stops, tells or counts."""

from pathlib import Path

import pytest
from conftest import Runner

FILE = """id: kaffe
titel: Kaffe
formalitet: mundtlig
status: udkast
formål: Et sted at mødes.
parter:
  - {id: kommunen, navn: Eksempel Kommune, side: offentlig, kontakt: {rolle: konsulent}}
  - {id: venner, navn: Vennerne, side: frivillig, form: netværk, kontakt: {rolle: tovholder}}
"""
SAID = {
    "a wrong id": (("show", "nope"), "There is no agreement “nope”.", "Der er ingen aftale »nope«."),
    "a wrong option": (("check", "--fxi"), "The command has no option “--fxi”.", "Kommandoen har intet valg »--fxi«."),
    "a wrong command": (("chek",), "was “check” meant?", "menes »check«?"),
    "a file written": (("render", "kaffe", "--to", "html", "-o", "out"), "Written: out/kaffe.html", "Skrevet: out/kaffe.html"),
    "a site written": (("site", "-o", "side"), "Written: side/index.html", "Skrevet: side/index.html"),
    "a stale file": (("render", "kaffe", "--to", "html", "-o", "old", "--check"), "is not as it would be now", "er ikke, som den ville"),
    "a file left out": (("list",), "agreements/broken.yaml: The file cannot be read", "agreements/broken.yaml: Filen kan ikke læses"),
    "the last word of a long run": (("list", "-v"), "code 1", "kode 1"),
}


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A record whose profile speaks English, with an agreement and a broken file."""
    (tmp_path / "agreements").mkdir()
    (tmp_path / "agreements" / "kaffe.yaml").write_text(FILE, "utf-8")
    (tmp_path / "agreements" / "broken.yaml").write_text("titel: [", "utf-8")
    (tmp_path / "partnerskab.yaml").write_text("skema: 1\nbygger_på: danmark\nsprog: en\n", "utf-8")
    return tmp_path


@pytest.mark.parametrize(("words", "english", "danish"), SAID.values(), ids=SAID)
@pytest.mark.parametrize("asked", [None, "da", "en"], ids=["nothing asked for", "Danish asked for", "English asked for"])
@pytest.mark.usefixtures("record")
def test_the_language_asked_for_then_that_of_the_record(
    quick: Runner, words: tuple[str, ...], english: str, danish: str, asked: str
) -> None:
    ran = quick(*words, *(("--lang", asked) if asked else ()))
    expected, other = (danish, english) if asked == "da" else (english, danish)
    assert expected in ran.out + ran.err
    assert other not in ran.out + ran.err


def test_a_profile_that_is_none_does_not_hide_what_stopped_a_command(quick: Runner, record: Path) -> None:
    (record / "partnerskab.yaml").write_bytes(b"\xff\x00")
    ran = quick("chek")
    assert (ran.code, ran.err) == (2, "fejl: Der er ingen kommando »chek«.\n  = menes »check«?\n")
