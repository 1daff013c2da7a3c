"""`import` from the command line."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from conftest import Runner

LIST = "Forening;Projekt;Bevilget 2026;Sagsbehandler;CPR\nVennerne;Kaffe på kanden;25.000;AB;010160-5123\n"


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    path = tmp_path / "bevillinger.csv"
    path.write_text(LIST, encoding="utf-8")
    return path


def test_a_dry_run_shows_columns_and_drafts_and_writes_nothing(run: Runner, listed: Path) -> None:
    ran = run("import", listed.name, "--dry-run")
    assert ran.code == 0
    assert "Forening       frivillig.navn" in ran.out
    assert "Sagsbehandler  (intet felt; skrives under x_listen)" in ran.out
    assert "agreements/kaffe-paa-kanden.yaml" in ran.out
    assert "Intet er skrevet" in ran.err
    assert [path.name for path in listed.parent.iterdir()] == [listed.name]


def test_drafts_are_written_and_pass_as_drafts(run: Runner, listed: Path) -> None:
    ran = run("hent", listed.name, "--form", "tilskud")
    assert ran.code == 0
    assert "010160" not in ran.out + ran.err
    text = (listed.parent / "agreements" / "kaffe-paa-kanden.yaml").read_text("utf-8")
    assert "010160" not in text
    assert "  - beløb: 25000\n" in text
    assert "  Sagsbehandler: AB\n" in text
    assert run("check").code == 0


def test_a_map_names_fields_and_leaves_columns_out(run: Runner, listed: Path) -> None:
    chart = listed.with_name("kolonner.yaml")
    chart.write_text("Bevilget 2026: tilskud.beløb\nSagsbehandler: '-'\nCPR: '-'\n", encoding="utf-8")
    ran = run("import", listed.name, "--map", chart.name)
    assert ran.code == 0
    text = (listed.parent / "agreements" / "kaffe-paa-kanden.yaml").read_text("utf-8")
    assert "  - beløb: 25000\n" in text
    assert "AB" not in text
    assert "x_listen" not in text


@pytest.mark.parametrize(
    ("chart", "meant"),
    [
        ("Foreningen: titel\n", "Forening"),
        ("Forening: tilskud.belob\n", "tilskud.beløb"),
        ("- a\n", "Bevilget: tilskud.beløb"),
        ("A: [1]\n", "Bevilget"),
    ],
)
def test_a_map_that_means_nothing_here_is_wrong_use(run: Runner, listed: Path, chart: str, meant: str) -> None:
    listed.with_name("kort.yaml").write_text(chart, encoding="utf-8")
    ran = run("import", listed.name, "--map", "kort.yaml")
    assert (ran.code, ran.out) == (2, "")
    assert meant in ran.err
    assert not (listed.parent / "agreements").exists()


def test_nothing_that_exists_is_overwritten(run: Runner, listed: Path) -> None:
    run("import", listed.name)
    path = listed.parent / "agreements" / "kaffe-paa-kanden.yaml"
    path.write_text("id: kaffe-paa-kanden\n", encoding="utf-8")
    ran = run("import", listed.name)
    assert ran.code == 0
    assert "findes allerede og røres ikke" in ran.out
    assert path.read_text("utf-8") == "id: kaffe-paa-kanden\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_list_is_read_as_spreadsheets_save_it(run: Runner, tmp_path: Path, encoding: str) -> None:
    (tmp_path / "liste.csv").write_bytes("Forening;Formål\nÆblets Venner;Få æbler\n".encode(encoding))
    run("import", "liste.csv")
    assert "navn: Æblets Venner\n" in (tmp_path / "agreements" / "aeblets-venner.yaml").read_text("utf-8")


@pytest.mark.parametrize("content", [b"", b"\n \n", b"a;a\n1;2\n", b'a;"b\n', b"a;b\n\x00;1\n"])
def test_what_is_no_list_is_said_so(run: Runner, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "liste.csv").write_bytes(content)
    ran = run("import", "liste.csv")
    assert ran.code == 2 or content == b"a;b\n\x00;1\n"
    assert "Traceback" not in ran.err


def test_a_list_that_is_not_there_is_said_so(run: Runner) -> None:
    ran = run("import", "ingen.csv")
    assert ran.code == 2
    assert ran.err == "fejl: Der er ingen fil »ingen.csv«.\n  = tjek stien\n"


def test_the_municipality_of_the_profile_is_the_public_party(run: Runner, listed: Path) -> None:
    (listed.parent / "partnerskab.yaml").write_text("skema: 1\nkommune: Aarhus Kommune\n", encoding="utf-8")
    run("import", listed.name)
    assert "navn: Aarhus Kommune\n" in (listed.parent / "agreements" / "kaffe-paa-kanden.yaml").read_text("utf-8")


def workbook() -> bytes:
    """A file as word processors and spreadsheets save it: an archive."""
    held = BytesIO()
    with ZipFile(held, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    return held.getvalue()


NO_LISTS = {
    "a workbook": ("liste.xlsx", workbook(), "liste.xlsx er ikke en liste, jeg kan læse: den er ikke tekst.\n  = gem den fra regnearket som CSV"),
    "a profile": ("profil.yaml", b"skema: 1\nkommune: Byen\n", "Ingen af overskrifterne i profil.yaml ligner et felt.\n  = tjek, at"),
    "a letter": ("brev.txt", "Kære alle,\nvi ses på torsdag.\n".encode(), "Ingen af overskrifterne i brev.txt ligner et felt.\n  = tjek, at"),
    "a list of other things": ("liste.csv", b"Farve;Pris\nblaa;2\n", "Ingen af overskrifterne i liste.csv ligner et felt.\n  = tjek, at"),
}  # fmt: skip


@pytest.mark.parametrize(("name", "data", "says"), NO_LISTS.values(), ids=NO_LISTS)
def test_what_is_no_list_of_agreements_becomes_none(run: Runner, tmp_path: Path, name: str, data: bytes, says: str) -> None:
    (tmp_path / name).write_bytes(data)
    for ran in (run("import", name), run("import", name, "--dry-run")):
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.startswith(f"fejl: {says}")
    assert [path.name for path in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize(("words", "command"), [((), "check"), (("-o", "udkast"), "check udkast"), (("-o", "agreements"), "check")])
def test_the_next_step_looks_where_the_drafts_are(run: Runner, listed: Path, words: tuple[str, ...], command: str) -> None:
    ran = run("import", listed.name, *words)
    assert ran.err == f"partnerskab {command} viser, hvad udkastene mangler.\n"
    assert "kaffe-paa-kanden.yaml" in run(*command.split(), "--output-format", "concise").out


def test_a_form_is_named_in_either_language_and_offered_in_one(run: Runner, listed: Path) -> None:
    assert run("import", listed.name, "--form", "Tilskud", "--dry-run").code == 0
    assert run("import", listed.name, "--form", "grant", "--dry-run").code == 0
    assert run("import", listed.name, "--form", "gave").err.endswith(
        "= vælg mellem: mundtlig, tilskud, samarbejdsaftale eller partnerskabsaftale\n"
    )


def test_an_english_list_is_told_of_in_english(quick: Runner, tmp_path: Path) -> None:
    (tmp_path / "grants.csv").write_text("Association,Project,Granted,,Start date\nFriends,Coffee,5000,AB,2026-02-01\n", "utf-8")
    ran = quick("import", "grants.csv", "--lang", "en", "--dry-run")
    assert ran.code == 0
    for column, field in (("Granted", "grant.amount"), ("column 4", "(no field; written under x_list)"), ("Start date", "period.start")):
        assert f"{column:<13}{field}" in ran.out
