"""Where something was asked for, no command says that there is nothing to do: it does it, or says what it did not do and why."""

from pathlib import Path
from typing import NamedTuple

import pytest
from conftest import PROJECT, Runner

CLEAN = (PROJECT / "tests" / "clean" / "samarbejdsaftale.yaml").read_text("utf-8").replace("id: samarbejdsaftale", "id: ven")
ENDED = CLEAN.replace("status: aktiv", "status: ophørt").replace("slut: 2027-12-31", "slut: 2026-06-01")
LEARNT = "evaluering: {hvornår: 1 om året, læring: Det regnede. Vi kom alligevel.}\n"
LIST = "Titel;Formål\nKaffe;Selskab\n"


class Case(NamedTuple):
    """Files, a command, and what it answers."""

    files: dict[str, str | bytes]
    words: tuple[str, ...]
    code: int
    says: str
    holds: str = ""
    """What the first file holds afterwards."""
    silent: str = "\0"
    """What is not said."""


def record(text: str | bytes) -> dict[str, str | bytes]:
    return {"agreements/ven.yaml": text}


def with_learning(text: str) -> str:
    head, _, rest = text.partition("evaluering:")
    return head + LEARNT + "".join(line for line in rest.splitlines(keepends=True)[1:])


CASES = {
    "another last day of an ended agreement is written": Case(
        record(ENDED),
        ("end", "ven", "--date", "2026-07-01"),
        0,
        "ven er afsluttet 1. juli 2026. Før stod der 1. juni 2026.",
        "slut: 2026-07-01",
    ),
    "the same last day is said to stand": Case(
        record(ENDED), ("end", "ven", "--date", "2026-06-01"), 0, "Det står allerede i ven. Der er ikke skrevet noget."
    ),
    "an ended agreement says its own last day": Case(record(ENDED), ("end", "ven"), 2, "ven er allerede afsluttet 1. juni 2026."),
    "a part of what was learnt takes nothing away": Case(
        record(with_learning(ENDED)), ("end", "ven", "--learning", "Det regnede."), 0, "Det står allerede i ven.", "Vi kom alligevel."
    ),
    "more that was learnt is added, and the day too": Case(
        record(with_learning(ENDED)),
        ("end", "ven", "--learning", "Nyt.", "--date", "2026-05-02"),
        0,
        "Det, I lærte, er gemt i ven.",
        "Nyt.",
    ),
    "a file of another encoding is no tidy file": Case(
        record(b"id: ven\ntitel: \xff\n"), ("fmt",), 1, "agreements/ven.yaml", silent="Alt står"
    ),
    "a list that is all there is said to have changed nothing": Case(
        {"agreements/kaffe.yaml": CLEAN, "liste.csv": LIST},
        ("import", "liste.csv"),
        0,
        "Intet er skrevet; alle udkastene fandtes allerede.",
    ),
    "a list with something new is not": Case(
        {"liste.csv": LIST}, ("import", "liste.csv"), 0, "hvad udkastene mangler", silent="Intet er skrevet"
    ),
    "a renewal that stands already is refused": Case(
        {**record(CLEAN), "agreements/ven-2028.yaml": CLEAN}, ("renew", "ven"), 2, "Der er allerede en aftale »ven-2028«."
    ),
    "another municipality than the profile's is said not to be written": Case(
        {"partnerskab.yaml": "bygger_på: danmark\nkommunekode: 550\n"},
        ("init", "Aabenraa", "--ci", "none"),
        0,
        "gælder stadig ikke for kommune 580",
    ),
    "the municipality of the profile is not": Case(
        {"partnerskab.yaml": "bygger_på: danmark\nkommunekode: 550\n"},
        ("init", "550", "--ci", "none"),
        0,
        "Næste skridt",
        silent="gælder stadig ikke",
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=list(CASES))
def test_what_was_asked_for_is_done_or_named(tmp_path: Path, quick: Runner, case: Case) -> None:
    for name, text in case.files.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    done = quick(*case.words, cwd=tmp_path)
    assert done.code == case.code, done.err
    assert case.says in done.out + done.err
    assert case.silent not in done.out + done.err
    assert case.holds in (tmp_path / next(iter(case.files))).read_text("utf-8", "replace")


@pytest.mark.parametrize("words", [("fmt",), ("fmt", "--check"), ("fmt", "--diff"), ("fmt", "agreements/ven.yaml")])
def test_a_link_out_of_the_record_is_no_tidy_file(tmp_path: Path, quick: Runner, words: tuple[str, ...]) -> None:
    (tmp_path / "r" / "agreements").mkdir(parents=True)
    (tmp_path / "ude.yaml").write_text(CLEAN, "utf-8")
    (tmp_path / "r" / "agreements" / "ven.yaml").symlink_to("../../ude.yaml")
    done = quick(*words, cwd=tmp_path / "r")
    assert done.code == 1
    assert "Alt står" not in done.err
    assert "agreements/ven.yaml" in done.err
