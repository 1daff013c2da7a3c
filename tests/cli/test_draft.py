"""A draft's check is short: what is still open is one finding a file, errors stand first, and the last lines say how far the checklist is answered."""

import json
import re
from datetime import date
from pathlib import Path

import pytest
from conftest import Runner
from hypothesis import given, settings, strategies as st

from partnerskab_cli.check.engine import check_bytes
from partnerskab_cli.check.hits import CheckOptions
from partnerskab_cli.diagnostics import Report, Severity
from partnerskab_cli.formats.machine_readable import compute_fingerprints
from partnerskab_cli.rules.rule import CheckDates
from partnerskab_cli.source.profiles import read_profile

PROJECT = Path(__file__).parents[2]
SETTINGS = CheckOptions(read_profile("danmark")[0], CheckDates(date(2026, 11, 30)))
FULL = (PROJECT / "tests" / "documents" / "full.yaml").read_text("utf-8")
PLACES = [
    match.span(1)
    for match in re.finditer(r"^ *(?:- )?(?:tekst|formål|beskrivelse|navn|titel|post|beløb|frist|varsel|start): (.+)$", FULL, re.MULTILINE)
]
BLANKS = ("[udfyld]", "[navn]", "<dato>", "____", "...", "…", "XX", "TBC", "TODO", "udfyld")


def reported(text: str) -> Report:
    return check_bytes(text.encode(), "full.yaml", SETTINGS)[1]


def blanked(places: list[int], blank: str) -> str:
    """The agreement that answers everything, with some of its answers open again."""
    text = FULL
    for place in sorted(set(places), reverse=True):
        start, end = PLACES[place]
        text = f'{text[:start]}"{blank}"{text[end:]}'
    return text


@given(st.lists(st.integers(0, len(PLACES) - 1), min_size=1, max_size=12, unique=True), st.sampled_from(BLANKS))
@settings(max_examples=40, deadline=None)
def test_what_is_open_is_one_finding_with_its_count(places: list[int], blank: str) -> None:
    (result,) = [diagnostic for diagnostic in reported(blanked(places, blank)).diagnostics if diagnostic.code == "STR08"]
    assert result.message.da.startswith(f"{len(places)} felt")
    assert not [diagnostic for diagnostic in reported(blanked(places, blank)).diagnostics if diagnostic.code in {"STR04b", "STR04c"}]


def test_it_is_the_same_finding_while_places_are_filled_in() -> None:
    prints = set()
    for many in (12, 7, 1):
        report = reported(blanked(list(range(many)), "[udfyld]"))
        prints |= {
            mark for diagnostic, mark in zip(report.diagnostics, compute_fingerprints(report), strict=True) if diagnostic.code == "STR08"
        }
    assert len(prints) == 1


def test_errors_come_first_then_warnings_then_advice() -> None:
    text = blanked([0, 3, 9], "TODO").replace("status: aktiv", "status: udkast") + "\nbordtennis: hver onsdag\n"
    weights = [diagnostic.severity for diagnostic in reported(text).diagnostics]
    assert weights == sorted(weights, reverse=True)
    assert weights[0] is Severity.ERROR


@pytest.mark.parametrize("form", ["mundtlig", "tilskud", "samarbejdsaftale", "partnerskabsaftale"])
def test_a_new_skeleton_is_told_in_a_few_lines(run: Runner, tmp_path: Path, form: str) -> None:
    assert run("new", "kaffe", "--template", form, cwd=tmp_path).code == 0
    done = run("check", "--lang", "da", cwd=tmp_path)
    open_places = (tmp_path / "agreements" / "kaffe.yaml").read_text("utf-8").count('"[udfyld]"')
    assert f"STR08 {open_places} felter venter på svar: " in done.out
    assert len(done.out.splitlines()) <= 4
    assert re.search(r"\d+ af 13 punkter på tjeklisten er besvaret\.", done.out)


def test_machines_are_told_the_same(run: Runner, tmp_path: Path) -> None:
    run("new", "kaffe", "--template", "tilskud", cwd=tmp_path)
    result = json.loads(run("check", "--output-format", "json", cwd=tmp_path).out)["findings"]
    assert [item["code"] for item in result].count("STR08") == 1
