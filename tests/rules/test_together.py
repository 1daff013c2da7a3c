"""Rules that see all agreements at once: when they run, where their findings stand, and what spares from them."""

import json
from pathlib import Path

import pytest
from conftest import TODAY, Runner
from laying import laid

FINDING = dict[str, object]


def agreement(name: str, more: str = "") -> str:
    return laid(f"id: {name}\nformål: Et sted for {name} hver torsdag.\n{more}".rstrip(), "mundtlig")


@pytest.fixture
def record(tmp_path: Path) -> Path:
    (tmp_path / "agreements").mkdir()
    for name in ("dans", "kaffe"):
        (tmp_path / "agreements" / f"{name}.yaml").write_text(agreement(name), encoding="utf-8")
    return tmp_path


def found(run: Runner, record: Path, *words: str) -> list[FINDING]:
    done = run("check", *words, "--today", TODAY, "--output-format", "json", cwd=record)
    assert done.code in {0, 1}, done.err
    findings: list[FINDING] = json.loads(done.out)["findings"]
    return findings


def profile(record: Path, text: str) -> None:
    (record / "partnerskab.yaml").write_text(text, encoding="utf-8")


def test_they_run_for_a_folder_and_for_nothing_but_not_for_a_single_file(run: Runner, record: Path) -> None:
    profile(record, "steder: [Løgumkloster, Højer]\n")
    assert [item["code"] for item in found(run, record)] == ["POR02"]
    assert [item["code"] for item in found(run, record, "agreements")] == ["POR02"]
    assert found(run, record, "agreements/dans.yaml", "agreements/kaffe.yaml") == []


def test_a_demand_stands_at_its_line_in_the_profile(run: Runner, record: Path) -> None:
    profile(record, "kommune: Tønder Kommune\nsteder: [Løgumkloster, Højer]\n")
    (item,) = found(run, record)
    assert (item["path"], item["line"], item["column"], item["route"]) == ("partnerskab.yaml", 2, 24, "steder[1]")


def test_an_inherited_demand_stands_where_the_profile_names_its_base(run: Runner, record: Path) -> None:
    profile(record, "skema: 1\nbygger_på: tønder\ntærskler: {råd_højst: 3}\n")
    places = {(item["code"], item["path"], item["line"]) for item in found(run, record)}
    assert {("POR01", "partnerskab.yaml", 2)} <= places
    assert {path for _, path, _ in places} == {"partnerskab.yaml"}
    assert len(found(run, record)) == 3


def test_without_a_profile_of_its_own_a_demand_stands_in_the_last_file(run: Runner, record: Path) -> None:
    assert {(item["path"], item["line"]) for item in found(run, record, "--profile", "tønder")} == {("agreements/kaffe.yaml", 1)}


def test_a_finding_about_agreements_stands_in_the_later_one(run: Runner, record: Path) -> None:
    (record / "agreements" / "kaffe.yaml").write_text(agreement("kaffe").replace("for kaffe", "for dans"), encoding="utf-8")
    (item,) = found(run, record)
    assert (item["code"], item["path"], item["route"]) == ("POR05", "agreements/kaffe.yaml", "formål")


def test_a_waiver_and_an_ignored_rule_spare_from_them(run: Runner, record: Path) -> None:
    alike = agreement("kaffe", "undtagelser: {regel: POR05, fordi: De er søstre.}").replace("for kaffe", "for dans")
    (record / "agreements" / "kaffe.yaml").write_text(alike, encoding="utf-8")
    assert found(run, record) == []
    profile(record, "steder: [Højer]\nignorer: {regel: POR02, fordi: Vi dækker hele landet.}\n")
    assert found(run, record) == []


def test_selecting_and_ignoring_hold_for_them_too(run: Runner, record: Path) -> None:
    profile(record, "steder: [Løgumkloster, Højer]\n")
    assert found(run, record, "--ignore", "POR") == []
    assert found(run, record, "--select", "TJK") == []
    assert [item["code"] for item in found(run, record, "--select", "POR02")] == ["POR02"]


def test_a_missing_reference_names_the_nearest_agreement(run: Runner, record: Path) -> None:
    (record / "agreements" / "kaffe.yaml").write_text(
        agreement("kaffe", "relaterede: [dans, dansk]\nramme: noget-helt-andet"), encoding="utf-8"
    )
    findings = found(run, record)
    assert [(finding["code"], finding["route"]) for finding in findings] == [("POR04", "relaterede[1]"), ("POR04", "ramme")]
    assert findings[0]["cure"] == "mente I »dans«?"
    assert findings[1]["cure"] == "ret henvisningen, eller slet den"


def test_agreements_may_be_related_to_each_other_but_not_replace_each_other(run: Runner, record: Path) -> None:
    for name, other in (("dans", "kaffe"), ("kaffe", "dans")):
        (record / "agreements" / f"{name}.yaml").write_text(agreement(name, f"relaterede: {other}"), encoding="utf-8")
    assert found(run, record) == []
    for name, other in (("dans", "kaffe"), ("kaffe", "dans")):
        (record / "agreements" / f"{name}.yaml").write_text(agreement(name, f"erstatter: {other}"), encoding="utf-8")
    assert [item["code"] for item in found(run, record)] == ["POR04b"]


def test_a_number_is_hidden_in_what_is_said_of_the_files_together(run: Runner, record: Path) -> None:
    (record / "agreements" / "kaffe.yaml").write_text(agreement("kaffe", "relaterede: 150360-5123"), encoding="utf-8")
    done = run("check", "--today", TODAY, "--output-format", "full", cwd=record)
    assert "JUR01" in done.out
    assert "POR04" in done.out
    assert "5123" not in done.out


def test_an_unreadable_file_does_not_stop_the_others(run: Runner, record: Path) -> None:
    (record / "agreements" / "alt.yaml").write_text("titel: 'x", encoding="utf-8")
    profile(record, "steder: [Løgumkloster, Højer]\n")
    assert [item["code"] for item in found(run, record)] == ["POR02", "STR01"]
