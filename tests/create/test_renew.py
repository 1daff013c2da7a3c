"""How an agreement ends, and how a new one takes over."""

import shutil
import sys
from datetime import date
from pathlib import Path
from types import FrameType

import pytest
from conftest import PROJECT, Runner
from generated import agreement

from partnerskab_cli.create.renew import SETTLED, Successor, choose_next_start, make_next_id, render_end, render_renewal
from partnerskab_cli.errors import CommandError
from partnerskab_cli.model.agreement import Agreement
from partnerskab_cli.model.choices import Status
from partnerskab_cli.model.record import Record, walk_fields
from partnerskab_cli.model.requirements import find_holding_records
from partnerskab_cli.model.types import VALUES, Day
from partnerskab_cli.source.parser import parse_yaml
from partnerskab_cli.source.source_file import SourceFile, parse_text

CLEAN = sorted((PROJECT / "tests" / "clean").glob("*.yaml"))
NEW = Successor("ny-2029", "gammel", date(2029, 1, 1), date(2030, 12, 31))


def read(text: str) -> tuple[SourceFile[Agreement], Agreement]:
    source = parse_text(text, "a.yaml", Agreement)
    assert source.record
    return source, source.record


@pytest.mark.parametrize("path", CLEAN, ids=lambda path: path.stem)
def test_an_end_has_its_day_and_its_learning(path: Path) -> None:
    text = path.read_text("utf-8")
    after = render_end(text, "da", date(2026, 6, 30), "Gæsterne vil selv være værter.\nKaffe er nok.")
    _, record = read(after)
    assert record.status is Status.ENDED
    assert record.period is None or record.period.end == date(2026, 6, 30)
    assert record.evaluation
    assert record.evaluation.learning == "Gæsterne vil selv være værter.\nKaffe er nok."
    assert set(text.splitlines()) - set(after.splitlines()) <= {
        line for line in text.splitlines() if line.startswith(("status:", "periode:"))
    }


def test_an_end_stops_what_ran_on() -> None:
    after = render_end("status: aktiv\nperiode:\n  start: 2026-01-01\n  løbende: ja # indtil videre\n", "da", date(2026, 6, 30))
    assert after == "status: ophørt\nperiode:\n  start: 2026-01-01\n  slut: 2026-06-30\n"


@pytest.mark.parametrize("path", CLEAN, ids=lambda path: path.stem)
def test_a_successor_carries_on(path: Path) -> None:
    _, old = read(path.read_text("utf-8"))
    sheet, new = read(render_renewal(path.read_text("utf-8"), "da", NEW))
    assert (new.id, new.status, new.replaces) == ("ny-2029", Status.DRAFT, ("gammel",))
    assert new.period
    assert (new.period.start, new.period.end) == (NEW.start, NEW.end)
    assert [goal.text for goal in new.goals] == [goal.text for goal in old.goals]
    assert new.purpose == old.purpose
    assert new.parties == old.parties
    assert not new.signatures
    assert {fault.code for fault in sheet.faults} <= {"STR08"}


def test_learning_is_kept_and_results_are_not() -> None:
    text = "id: a\nevaluering:\n  sidst: 2025-10-01 # i god ro\n  resultat: Flere gæster\n  læring: Vær værter # vigtigt\n  næste: 2026-10-01\nmål:\n- tekst: Ro\n  frist: 2026-12-31\n  resultat: {status: nået, dato: 2026-11-01}\nhændelser:\n- {dato: 2025-01-01, tekst: Ny sal}\n"
    after = render_renewal(text, "da", NEW)
    assert "læring: Vær værter # vigtigt\n" in after
    assert 'næste: "[udfyld]"\n' in after
    assert 'frist: "[udfyld]"\n' in after
    for gone in ("sidst", "resultat", "hændelser", "i god ro"):
        assert gone not in after


@pytest.mark.parametrize("seed", range(120))
def test_whatever_stands_in_it_no_old_day_and_no_result_is_left(seed: int) -> None:
    text = agreement(seed).text
    sheet, _ = read(text)
    _, new = read(render_renewal(text, sheet.language, NEW))
    for point in walk_fields(Agreement):
        item = point.field
        for record in find_holding_records(new, point.way):
            value = getattr(record, item.name)
            if item in SETTLED:
                assert not value
            if item.kind is VALUES[Day] and not is_period(record):
                assert value is None


def is_period(record: Record) -> bool:
    return type(record).__name__ == "Period"


def test_names_and_days_follow_on() -> None:
    assert make_next_id("kaffe-2024", date(2027, 1, 1)) == "kaffe-2027"
    assert make_next_id("kaffe", date(2027, 1, 1)) == "kaffe-2027"
    assert choose_next_start(None, date(2026, 5, 1)) == date(2026, 5, 1)


def test_what_cannot_be_read_is_not_ended() -> None:
    with pytest.raises(CommandError):
        render_end("id: [", "da", date(2026, 1, 1))


@pytest.fixture
def record(tmp_path: Path) -> Path:
    folder = tmp_path / "agreements"
    folder.mkdir()
    for path in CLEAN:
        (folder / path.name).write_bytes(path.read_bytes())
    return folder


def test_renew_writes_a_new_file_and_leaves_the_old(record: Path, run: Runner) -> None:
    before = (record / "tilskud.yaml").read_bytes()
    ran = run("renew", "tilskud", "--id", "tilskud-igen", "--end", "2029-12-31")
    assert ran.code == 0
    assert "partnerskab end tilskud" in ran.err
    assert (record / "tilskud.yaml").read_bytes() == before
    assert run("check", "agreements/tilskud-igen.yaml", "--today", "2026-03-01").code == 0
    again = run("renew", "tilskud", "--id", "tilskud-igen")
    assert again.code == 2
    assert "allerede en aftale" in again.err


@pytest.mark.parametrize(
    "words", [("--id", "../x"), ("--id", "Æbler"), ("--start", "2030-01-01", "--end", "2029-01-01"), ("--start", "snart")]
)
def test_renew_refuses_what_cannot_be(record: Path, run: Runner, words: tuple[str, ...]) -> None:
    assert run("renew", "tilskud", *words).code == 2
    assert len(list(record.iterdir())) == len(CLEAN)


def test_a_draft_is_not_renewed(record: Path, run: Runner) -> None:
    (record / "ny.yaml").write_text("id: ny\ntitel: a\nstatus: udkast\nformalitet: mundtlig\n", "utf-8")
    assert run("forny", "ny").code == 2


def test_end_says_what_was_agreed_and_asks_what_was_learnt(record: Path, run: Runner) -> None:
    ran = run("afslut", "samarbejdsaftale", "--date", "2026-06-30")
    assert ran.code == 0
    assert "er afsluttet 30. juni 2026" in ran.err
    assert "Hvad lærte I?" in ran.err
    assert "slut: 2026-06-30" in (record / "samarbejdsaftale.yaml").read_text("utf-8")
    assert run("end", "samarbejdsaftale").code == 2
    assert run("end", "samarbejdsaftale", "--learning", "Det går.").code == 0
    assert run("end", "samarbejdsaftale", "--learning", "Langsomt.").code == 0
    _, closed = read((record / "samarbejdsaftale.yaml").read_text("utf-8"))
    assert closed.evaluation
    assert closed.evaluation.learning == "Det går.\nLangsomt."
    assert closed.period
    assert closed.period.end == date(2026, 6, 30)


def test_nothing_ends_before_it_began(record: Path, run: Runner) -> None:
    before = (record / "tilskud.yaml").read_bytes()
    assert run("end", "tilskud", "--date", "2020-01-01").code == 2
    assert run("end", "findes-ikke").code == 2
    assert (record / "tilskud.yaml").read_bytes() == before


ORAL = """id: kaffe
titel: Kaffe
formalitet: mundtlig
status: {status}
formål: Et sted at mødes.
parter:
  - {{id: kommunen, navn: Eksempel Kommune, side: offentlig, kontakt: {{rolle: konsulent}}}}
  - {{id: venner, navn: Vennerne, side: frivillig, form: netværk, kontakt: {{rolle: tovholder}}}}
"""


@pytest.mark.parametrize(
    "tail",
    ["", "periode: {slut: 2026-06-30}\n", "periode:\n  løbende: ja\n"],
    ids=["no period", "an end without a start", "one that ran on"],
)
@pytest.mark.parametrize("status", ["aktiv", "ophørt"])
def test_an_end_needs_its_beginning(tmp_path: Path, run: Runner, status: str, tail: str) -> None:
    path = tmp_path / "agreements" / "kaffe.yaml"
    path.parent.mkdir()
    path.write_text(ORAL.format(status=status) + tail, "utf-8")
    before = path.read_bytes()
    lacking = run("end", "kaffe", "--date", "2026-06-30")
    assert lacking.code == 2
    assert lacking.err == "fejl: kaffe siger ikke, hvornår I begyndte.\n  = sig det, fx: partnerskab end kaffe --start 2024-05-01\n"
    assert path.read_bytes() == before
    assert run("end", "kaffe", "--date", "2026-06-30", "--start", "2026-07-01").code == 2
    done = run("end", "kaffe", "--date", "2026-06-30", "--start", "2024-05-01")
    assert (done.code, done.err.splitlines()[0]) == (0, "kaffe er afsluttet 30. juni 2026.")
    sheet, closed = read(path.read_text("utf-8"))
    assert not sheet.faults
    assert closed.period
    assert (closed.period.start, closed.period.end, closed.status) == (date(2024, 5, 1), date(2026, 6, 30), Status.ENDED)
    assert "Periode     1. maj 2024 til 30. juni 2026" in run("show", "kaffe").out
    assert "kan ikke læses" not in run("render", "kaffe").out


def test_a_beginning_that_stands_there_is_not_moved(record: Path, run: Runner) -> None:
    before = (record / "tilskud.yaml").read_bytes()
    ran = run("end", "tilskud", "--start", "2020-01-01")
    assert ran.code == 2
    assert "Aftalen siger selv, at I begyndte 1. januar 2026." in ran.err
    assert (record / "tilskud.yaml").read_bytes() == before


def test_learning_that_comes_later_moves_no_day(record: Path, run: Runner) -> None:
    run("end", "tilskud", "--date", "2099-06-30")
    ran = run("end", "tilskud", "--learning", "Det går.")
    assert (ran.code, ran.err) == (0, "Det, I lærte, er gemt i tilskud.\n")
    assert "slut: 2099-06-30" in (record / "tilskud.yaml").read_text("utf-8")


@pytest.mark.usefixtures("record")
def test_what_has_ended_is_not_to_be_ended_again(run: Runner) -> None:
    run("end", "tilskud")
    ran = run("renew", "tilskud")
    assert ran.code == 0
    assert "partnerskab end" not in ran.err


@pytest.mark.parametrize("status", ["idé", "udkast"])
def test_what_does_not_hold_yet_is_not_renewed(tmp_path: Path, run: Runner, status: str) -> None:
    (tmp_path / "agreements").mkdir()
    (tmp_path / "agreements" / "kaffe.yaml").write_text(ORAL.format(status=status), "utf-8")
    assert run("renew", "kaffe").err == "fejl: kaffe gælder ikke endnu, så der er ikke noget at forny.\n  = skriv videre i den\n"


@pytest.mark.parametrize(
    "words", [("end", "{id}", "--learning", "Vi lærte meget."), ("renew", "{id}"), ("sign", "{id}", "--party", "{party}")]
)
def test_what_was_laid_out_stays_laid_out(tmp_path: Path, quick: Runner, words: tuple[str, ...]) -> None:
    shutil.copytree(PROJECT / "agreements", tmp_path / "agreements")
    for path in sorted((tmp_path / "agreements").glob("*.yaml")):
        _, agreement = read(path.read_text("utf-8"))
        quick(*(word.format(id=path.stem, party=agreement.parties[0].id) for word in words))
    assert quick("fmt", "--check")[:2] == (0, "")


@pytest.mark.parametrize(
    "words", [("end", "kaffe"), ("renew", "kaffe", "--id", "ny"), ("sign", "kaffe", "--party", "venner")], ids=lambda words: words[0]
)
def test_a_layout_of_ones_own_is_kept(tmp_path: Path, quick: Runner, words: tuple[str, ...]) -> None:
    own = "status: aktiv\n" + ORAL.format(status="x").replace("status: x\n", "") + "periode:  {start: 2024-05-01}\n"
    path = tmp_path / "agreements" / "kaffe.yaml"
    path.parent.mkdir()
    path.write_text(own, "utf-8")
    assert quick(*words).code == 0
    text = (path.with_name("ny.yaml") if words[0] == "renew" else path).read_text("utf-8")
    assert text.startswith("status: ")
    assert "periode:  {" in text or words[0] != "sign"


@pytest.mark.parametrize("tail", ["", "periode: {start: 2099-01-01, slut: 2099-12-31}\n"], ids=["no period", "a beginning to come"])
@pytest.mark.parametrize("status", ["idé", "udkast"])
def test_what_never_began_ends_on_the_day_it_is_given_up(tmp_path: Path, run: Runner, status: str, tail: str) -> None:
    path = tmp_path / "agreements" / "kaffe.yaml"
    path.parent.mkdir()
    path.write_text(ORAL.format(status=status) + tail, "utf-8")
    assert run("end", "kaffe", "--date", "2026-06-30").code == 0
    sheet, closed = read(path.read_text("utf-8"))
    assert not sheet.faults
    assert closed.period
    assert (closed.period.start, closed.period.end, closed.status) == (date(2026, 6, 30), date(2026, 6, 30), Status.ENDED)
    assert run("check").code == 0


def reads(text: str) -> int:
    """How often the text is read while a successor is made of it."""
    count = 0

    def counted(frame: FrameType, event: str, _: object) -> None:
        nonlocal count
        count += event == "call" and frame.f_code is parse_yaml.__code__

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        render_renewal(text, "da", NEW)
    finally:
        sys.setprofile(before)
    return count


HEAD = "id: a\nstatus: aktiv\nperiode: {start: 2025-01-01, slut: 2025-12-31}\n"
OVER = {
    "days": ("møder:\n", "  - {navn: m, næste: 2026-01-01}\n", ""),
    "days over lines": ("møder:\n", "  - navn: m\n    næste: 2026-01-01\n", ""),
    "results": ("mål:\n", "  - {tekst: x, resultat: {status: nået}}\n", ""),
    "results over lines": ("mål:\n", "  - tekst: x\n    resultat:\n      status: nået\n", ""),
    "goals that are only a result": ("mål:\n  - tekst: x\n", "  - resultat: {status: nået}\n", ""),
    "goals that are only a result, in brackets": ("mål: [{tekst: x}, ", "{resultat: {status: nået}}, ", "{tekst: y}]\n"),
    "results first": ("mål:\n", "  - resultat: {status: nået}\n    tekst: x\n", ""),
    "what was delivered": ("leverancer:\n", "  - {tekst: x, frist: 2025-06-01, afleveret: 2025-06-01}\n", ""),
    "the log, item by item": ("hændelser:\n", "  - {dato: 2025-06-01, tekst: x}\n", ""),
}


@pytest.mark.parametrize("shape", OVER)
def test_a_long_list_is_read_no_more_often_than_a_short_one(shape: str) -> None:
    before, item, after = OVER[shape]
    short, long = (HEAD + before + item * count + after for count in (3, 30))
    assert reads(long) == reads(short)
    assert "nået" not in render_renewal(long, "da", NEW)
    assert render_renewal(long, "da", NEW).count("2025") == render_renewal(short, "da", NEW).count("2025")
    assert "2026" not in render_renewal(long, "da", NEW)
