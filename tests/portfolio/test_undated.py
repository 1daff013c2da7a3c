"""What is agreed and has no day: it is listed, counted from nothing; a term that is a day has a line."""

import json
from datetime import date
from pathlib import Path

import pytest
from conftest import Runner
from portfolios import agreement, profile_of, whole

from partnerskab_cli.model.payment_terms import is_term, iter_term_days
from partnerskab_cli.portfolio.due import list_awaited, list_due_items

PERIOD = "periode: {start: 2026-01-01, slut: 2027-12-31}\n"
GRANT = "tilskud: {{beløb: 100, formål: Kaffe, bevillingsperiode: {{start: 2026-01-01, slut: 2026-12-31}}, {more}}}\n"
UNDATED = {
    "a meeting without its next day": ("møder: {navn: Status, hyppighed: 2 om året}", ["meeting.status"]),
    "of two meetings, the one without a day": ("møder: [{navn: A, hyppighed: hver uge}, {navn: B, hyppighed: hver uge, næste: 2026-05-01}]", ["meeting.a"]),
    "a meeting that nobody has agreed to repeat": ("møder: {navn: Status}", []),
    "an evaluation of which is said how often": ("evaluering: {hvornår: 1 om året}", ["evaluation"]),
    "an evaluation in words": ("evaluering: {hvornår: når vi har tid}", ["evaluation"]),
    "an evaluation in words, and the last one": ("evaluering: {hvornår: når vi har tid, sidst: 2025-10-01}", ["evaluation"]),
    "an evaluation counted from the last": ("evaluering: {hvornår: 1 om året, sidst: 2025-10-01}", []),
    "words that say how often, counted from the last": ("evaluering: {hvornår: halvårligt, sidst: 2025-10-01}", []),
    "an evaluation with a day": ("evaluering: {hvornår: når vi har tid, næste: 2026-10-01}", []),
    "a deliverable that repeats from nothing": ("leverancer: {part: venner, tekst: Brev, frist: {gentages: 2 om året}}", ["deliverable.brev"]),
    "a deliverable after a signature that has not come": ("leverancer: {part: venner, tekst: Brev, frist: {efter: underskrift, varighed: 1 måned}}", ["deliverable.brev"]),
    "a deliverable after the start": ("leverancer: {part: venner, tekst: Brev, frist: {efter: start, gentages: 2 om året}}", []),
    "a deliverable without a day": ("leverancer: {part: venner, tekst: Brev}", ["deliverable.brev"]),
    "a deliverable that has come": ("leverancer: {part: venner, tekst: Brev, afleveret: 2026-02-01}", []),
    "a payment in words": (GRANT.format(more="udbetalinger: {termin: når regnskabet er her, beløb: 100}"), ["payment.naar-regnskabet-er-her"]),
    "a payment in a quarter": (GRANT.format(more="udbetalinger: {termin: 2. kvartal 2026, beløb: 100}"), []),
    "a payment without anything": (GRANT.format(more="udbetalinger: {beløb: 100}"), ["payment.2026-kaffe"]),
    "accounts without a day": (GRANT.format(more="regnskab: {revisor: nej}"), ["accounts.2026.kaffe"]),
    "accounts that have come": (GRANT.format(more="regnskab: {revisor: nej, modtaget: 2026-02-01}"), []),
    "accounts that nobody asks for": (GRANT.format(more="dialog: ja"), []),
}  # fmt: skip


@pytest.mark.parametrize("name", UNDATED)
def test_what_has_no_day_is_listed_and_never_due(name: str) -> None:
    text, keys = UNDATED[name]
    record = whole(agreement(f"{PERIOD}{text}\n"))
    assert [one.duty.key for one in list_awaited(record)] == keys
    assert {one.duty.key for one in list_due_items(record)} & set(keys) == set()


@pytest.mark.parametrize("status", ["idé", "udkast", "ophørt"])
def test_only_an_agreement_in_force_lacks_days(status: str) -> None:
    head = f"id: k\ntitel: K\nformalitet: samarbejdsaftale\nstatus: {status}\n"
    assert list_awaited(whole(agreement(f"{PERIOD}møder: {{hyppighed: hver uge}}\n", head=head))) == ()


def test_a_municipality_s_own_day_is_a_day() -> None:
    own = profile_of("skema: 1\ntærskler: {frist_regnskab: 04-01}\n")
    assert list_awaited(whole(agreement(PERIOD + GRANT.format(more="regnskab: {revisor: nej}")), profile=own)) == ()


TERMS = {
    "1. kvartal 2026": ["2026-03-31"],
    "3rd quarter 2026": ["2026-09-30"],
    "fjerde kvartal 2027": ["2027-12-31"],
    "First quarter of 2026": ["2026-03-31"],
    "maj 2026": ["2026-05-31"],
    "Februar 2028": ["2028-02-29"],
    "første hverdag i hvert kvartal": ["2026-04-01", "2026-07-01", "2026-10-01"],
    "sidste hverdag i hvert kvartal": ["2026-03-31", "2026-06-30", "2026-09-30", "2026-12-31"],
    "the first working day": [],
    "first working day of every quarter": ["2026-04-01", "2026-07-01", "2026-10-01"],
    "5. kvartal 2026": [],
    "majs 2026": [],
    "når pengene er der": [],
}


@pytest.mark.parametrize("text", TERMS)
def test_the_days_of_a_term(text: str) -> None:
    days = [day.isoformat() for day, _ in iter_term_days(text, date(2026, 2, 2), date(2026, 12, 31))]
    assert days == TERMS[text]
    assert is_term(text) == bool(days)


def test_the_list_says_how_to_give_it_a_day(quick: Runner, tmp_path: Path) -> None:
    (tmp_path / "agreements").mkdir()
    text = f"id: kaffe\ntitel: Kaffe\nformalitet: samarbejdsaftale\nstatus: aktiv\n{PERIOD}møder: {{navn: Status, hyppighed: 2 om året}}\n"
    (tmp_path / "agreements" / "kaffe.yaml").write_text(text, "utf-8")
    danish, english = (quick("--lang", one, "deadlines", "--today", "2026-03-01", cwd=tmp_path).out for one in ("da", "en"))
    for words in ("Uden dato", "Forventet, dag ikke sat", "2 gange om året", "»næste« ved et møde", "meeting.status"):
        assert words in danish
    for words in ("Without a date", "Expected, no day set", "“next” for a meeting"):
        assert words in english
    tables = json.loads(quick("deadlines", "--format", "json", "--today", "2026-03-01", cwd=tmp_path).out)["tables"]
    assert [row["state"] for row in tables[1]["rows"]] == ["undated"]
    assert '"","","undated","Møde: Status"' in quick("frister", "--format", "csv", cwd=tmp_path).out
    assert "Uden dato" not in quick("frister", "--within", "90d", cwd=tmp_path).out


def test_that_nothing_lacks_a_day_is_said_of_what_is_in_force_only(quick: Runner, tmp_path: Path) -> None:
    (tmp_path / "agreements").mkdir()
    text = f"id: kaffe\ntitel: Kaffe\nformalitet: samarbejdsaftale\nstatus: udkast\n{PERIOD}møder: {{navn: Status, hyppighed: 2 om året}}\n"
    (tmp_path / "agreements" / "kaffe.yaml").write_text(text, "utf-8")
    shown = quick("frister", "--today", "2026-03-01", "--format", "md", cwd=tmp_path).out
    assert "Alt, hvad I har aftalt" not in shown
    assert "Her er intet uden dag i de aftaler, der gælder." in shown


@pytest.mark.parametrize(("today", "said"), [("2026-04-30", False), ("2026-05-02", True), ("2026-06-30", False)])
def test_a_meeting_that_has_passed_says_how_to_note_it(today: str, said: bool, quick: Runner, tmp_path: Path) -> None:  # noqa: FBT001 - a row of a table
    (tmp_path / "agreements").mkdir()
    text = f"id: kaffe\ntitel: Kaffe\nformalitet: samarbejdsaftale\nstatus: aktiv\n{PERIOD}møder: {{navn: Status, næste: 2026-05-01}}\n"
    (tmp_path / "agreements" / "kaffe.yaml").write_text(text, "utf-8")
    shown = quick("frister", "--today", today, cwd=tmp_path).out
    assert ("partnerskab gjort AFTALE NØGLE" in shown) is said
    assert ("Afholdt?" in shown) is said
