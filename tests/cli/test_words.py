"""Every word for the reader says the fact it names: a table of the words, and of agreements that differ in that fact alone."""

import json
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest
from conftest import PROJECT, Runner
from hypothesis import given, strategies as st

from partnerskab_cli.history.signature import compute_content_fingerprint
from partnerskab_cli.model.agreement import Agreement
from partnerskab_cli.model.status import IN_FORCE, NOT_BEGUN, EffectiveStatus, compute_effective_status
from partnerskab_cli.source.source_file import parse_text

TODAY = "2026-03-01"
TEXT = (PROJECT / "tests" / "clean" / "samarbejdsaftale.yaml").read_text("utf-8").replace("id: samarbejdsaftale", "id: ven")
LATER = (("start: 2026-01-01", "start: 2026-05-01"),)
OVER = (("slut: 2027-12-31", "slut: 2026-02-01"),)
ORAL = (("formalitet: samarbejdsaftale", "formalitet: mundtlig"),)


def changed(*edits: tuple[str, str]) -> str:
    text = TEXT
    for old, new in edits:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def print_of(text: str) -> str:
    record = parse_text(text, "ven.yaml", Agreement).record
    assert record
    return str(compute_content_fingerprint(record))


def signed(text: str, *parties: str, print_: str | None = None, day: str = "2026-01-15") -> str:
    """The text with signatures, bound to what it says unless it is said otherwise."""
    mark = f', fingeraftryk: "{print_}"' if print_ else ""
    return text + "underskrifter:\n" + "".join(f"  - {{part: {party}, dato: {day}{mark}}}\n" for party in parties)


BOTH = ("kommunen", "venner")
KOMMUNEN, VENNER = "Tønder Kommune", "Foreningen Følgevennerne"


class Case(NamedTuple):
    """An agreement, and the words for it."""

    text: str
    card: str
    key: str
    """How programs and `--where` know its status."""


CASES = {
    "begun and signed on paper": Case(signed(changed(), *BOTH), "Aktiv", "active"),
    "begun and bound to what it says": Case(signed(changed(), *BOTH, print_=print_of(TEXT)), "Aktiv", "active"),
    "begun without a signature": Case(changed(), "Aktiv, underskrift ikke registreret", "active"),
    "begun and signed by one": Case(signed(changed(), "venner"), f"Aktiv, mangler underskrift fra {KOMMUNEN}", "active"),
    "begun and signed for other content": Case(
        signed(changed(), *BOTH, print_=f"1:{'0' * 32}"), f"Aktiv, mangler underskrift fra {KOMMUNEN} og {VENNER}", "active"
    ),
    "begun and bound by a cut fingerprint": Case(
        signed(changed(), *BOTH, print_=print_of(TEXT)[:20]), f"Aktiv, mangler underskrift fra {KOMMUNEN} og {VENNER}", "active"
    ),
    "begun and signed on a day that has not come": Case(
        signed(changed(), *BOTH, day="2026-03-02"), f"Aktiv, mangler underskrift fra {KOMMUNEN} og {VENNER}", "active"
    ),
    "begun, oral, without a signature": Case(changed(*ORAL), "Aktiv", "active"),
    "to come without a signature": Case(changed(*LATER), "Begynder 1. maj 2026, ikke underskrevet", "coming"),
    "to come and signed by one": Case(
        signed(changed(*LATER), "venner"), f"Begynder 1. maj 2026, mangler underskrift fra {KOMMUNEN}", "coming"
    ),
    "to come and signed": Case(signed(changed(*LATER), *BOTH), "Begynder 1. maj 2026", "signed"),
    "to come and signed for other content": Case(
        signed(changed(*LATER), *BOTH, print_=print_of(TEXT)),
        f"Begynder 1. maj 2026, mangler underskrift fra {KOMMUNEN} og {VENNER}",
        "coming",
    ),
    "to come, oral, without a signature": Case(changed(*LATER, *ORAL), "Begynder 1. maj 2026", "coming"),
    "past its end": Case(signed(changed(*OVER), *BOTH), "Udløbet", "expired"),
    "a draft that all have signed": Case(signed(changed(("status: aktiv", "status: udkast")), *BOTH), "Udkast", "draft"),
    "renegotiated without a signature": Case(
        changed(("status: aktiv", "status: genforhandling")), "Genforhandling, underskrift ikke registreret", "renegotiation"
    ),
    "a status that is none": Case(changed(("status: aktiv", "status: afbrudt")), "Kan ikke læses; regnes som aktiv", "active"),
    "a status that is open": Case(changed(("status: aktiv", "status: '[udfyld]'")), "Kan ikke læses; regnes som aktiv", "active"),
    "a status with a slip": Case(signed(changed(("status: aktiv", "status: ophort")), *BOTH), "Kan ikke læses; regnes som ophørt", "ended"),
    "written as signed, with nobody's signature": Case(
        changed(("status: aktiv", "status: underskrevet"), *LATER), "Begynder 1. maj 2026, ikke underskrevet", "coming"
    ),
}


@pytest.fixture(params=CASES.values(), ids=list(CASES))
def case(request: pytest.FixtureRequest, tmp_path: Path) -> Case:
    (tmp_path / "agreements").mkdir()
    case: Case = request.param
    (tmp_path / "agreements" / "ven.yaml").write_text(case.text, "utf-8")
    return case


def test_card_agenda_list_and_reports_say_the_same(case: Case, tmp_path: Path, quick: Runner) -> None:
    def said(*words: str) -> str:
        done = quick(*words, "--today", TODAY, cwd=tmp_path)
        assert done.code == 0, done.err
        return done.out

    assert f"Status      {case.card}\n" in said("show", "ven")
    if case.key not in {"draft", "idea"}:
        assert f"Status: {case.card[0].lower()}{case.card[1:]}. Tag kun det op" in said("agenda", "ven")
    (row,) = json.loads(said("portfolio", "--format", "json"))["tables"][1]["rows"]
    assert row["status"] == case.key
    assert {status.get_key("en"): bool(said("list", "--where", f"status={status.get_key('da')}")) for status in EffectiveStatus} == {
        status.get_key("en"): status.get_key("en") == case.key for status in EffectiveStatus
    }


def test_underskrevet_is_said_only_where_everyone_has(case: Case, tmp_path: Path, quick: Runner) -> None:
    complete = case.text.partition("underskrifter:")[2].count("part: ") == len(BOTH) and "mangler" not in case.card
    paper = quick("render", "ven", cwd=tmp_path).out
    head = next((line for line in paper.splitlines() if line.startswith("- **Underskrevet af:**")), "")
    dated_later = "2026-03-02" in case.text
    assert (f"{KOMMUNEN} og {VENNER}" in head and "endnu" not in head) == (complete or dated_later)
    listed = quick("list", "--where", "status=underskrevet", "--today", TODAY, cwd=tmp_path).out
    assert not listed or complete


@given(st.dates(date(2024, 1, 1), date(2030, 1, 1)), st.booleans(), st.sampled_from(("idé", "udkast", "aktiv", "genforhandling", "ophørt")))
def test_a_word_of_the_calendar_is_true_on_every_day(day: date, complete: bool, status: str) -> None:  # noqa: FBT001 - hypothesis gives it
    record = parse_text(changed(("status: aktiv", f"status: {status}")), "ven.yaml", Agreement).record
    assert record
    assert record.period
    assert record.period.end
    stands, active = compute_effective_status(record, day, lambda: complete), status == "aktiv"
    assert (stands in NOT_BEGUN) == (active and day < record.period.start)
    assert (stands is EffectiveStatus.SIGNED) == (active and day < record.period.start and complete)
    assert (stands is EffectiveStatus.EXPIRED) == (active and day > record.period.end)
    assert (stands in IN_FORCE) == (status == "genforhandling" or (active and day <= record.period.end))


def test_a_number_that_is_covered_on_screen_unsigns_nothing(tmp_path: Path, quick: Runner) -> None:
    text = changed(("formål: ", "formål: Sag 010158-5123. "))
    (tmp_path / "agreements").mkdir()
    (tmp_path / "agreements" / "ven.yaml").write_text(signed(text, *BOTH, print_=print_of(text)), "utf-8")
    message = quick("show", "ven", "--today", TODAY, cwd=tmp_path).out
    assert "Status      Aktiv\n" in message
    assert "5123" not in message
