"""The commands, run as people run them: portfolio, list, show, deadlines, agenda and site."""

import csv
import io
import json
import shutil
import sys
from pathlib import Path

import icalendar
import pytest
from conftest import TODAY, Runner
from gitrepo import Repo

from partnerskab_cli.portfolio.registry import REPORTS

DAY = ("--today", TODAY)
CPR = "010190-1234"


@pytest.fixture
def record(tmp_path: Path, project: Path) -> Path:
    """A record of one's own: four of the example agreements and a profile."""
    (tmp_path / "agreements").mkdir()
    for name in ("kaffe-paa-kanden", "naboer-mod-ensomhed", "koerselsvenner-2024", "paaroerendecafe-toender"):
        shutil.copy(project / "agreements" / f"{name}.yaml", tmp_path / "agreements")
    (tmp_path / "partnerskab.yaml").write_text("bygger_på: tønder\n", encoding="utf-8")
    return tmp_path


def broken(record: Path) -> None:
    (record / "agreements" / "knaekket.yaml").write_text("id: knaekket\ntitel: [\n", encoding="utf-8")


@pytest.mark.parametrize("name", REPORTS)
def test_every_report_runs_by_its_danish_name(run: Runner, project: Path, name: str) -> None:
    compared = ("--compare-with", "2025-06-01") if name == "development" else ()
    ran = run("portefølje", REPORTS[name].danish, *DAY, *compared, cwd=project)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.strip()


def test_the_overview_names_every_agreement(run: Runner, project: Path) -> None:
    ran = run("portfolio", *DAY, cwd=project)
    assert all(path.stem in ran.out for path in (project / "agreements").glob("*.yaml"))


def test_a_broken_file_is_a_row_with_its_reason_and_a_finding(run: Runner, record: Path) -> None:
    broken(record)
    ran = run("portfolio", "--format", "csv", *DAY, cwd=record)
    assert ran.code == 1
    rows = list(csv.DictReader(io.StringIO(ran.out)))
    (row,) = (row for row in rows if row["id"] == "knaekket")
    assert row["path"] == "agreements/knaekket.yaml"
    assert row["reason"]
    assert len(rows) == 5


def test_no_agreement_at_all_is_wrong_use(run: Runner, tmp_path: Path) -> None:
    (tmp_path / "agreements").mkdir()
    assert run("portfolio", cwd=tmp_path).code == 2


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("portfolio", "økonmi"), "økonomi"),
        (("portfolio", "--format", "pdf"), "md"),
        (("portfolio", "udvikling"), "--compare-with"),
        (("portfolio", "--compare-with", "2025-01-01"), "--compare-with"),
        (("portfolio", "økonomi", "--table", "x"), "frame_18"),
        (("portfolio", "--where", "områd=ældre"), "område"),
        (("portfolio", "politik", "--sort", "titel"), "deadlines"),
        (("portfolio", "--today", "i går"), "2026-03-01"),
        (("deadlines", "--within", "snart"), "90d"),
        (("deadlines", "--within", "90d", "--overdue"), "--within"),
        (("deadlines", "--format", "ics", "--sort", "titel"), "kalender"),
        (("deadlines", "--fail-on", "aldrig"), "overdue"),
        (("deadlines", "--party", "ingen"), "show"),
        (("show", "kaffe-paa-kandn"), "kaffe-paa-kanden"),
        (("agenda", "kaffe-paa-kandn"), "kaffe-paa-kanden"),
        (("agenda", "--to", "pdf"), "html"),
        (("site",), "-o"),
    ],
)
def test_wrong_use_is_told_with_a_cure(run: Runner, record: Path, words: tuple[str, ...], says: str) -> None:
    ran = run(*words, cwd=record)
    assert ran.code == 2
    assert says in ran.err
    assert not ran.out


def test_list_is_for_scripts(run: Runner, record: Path) -> None:
    assert run("list", *DAY, cwd=record).out.split() == [
        "paaroerendecafe-toender",
        "kaffe-paa-kanden",
        "koerselsvenner-2024",
        "naboer-mod-ensomhed",
    ]
    assert run("liste", "--where", "status=aktiv", "--sort", "-id", *DAY, cwd=record).out.split() == [
        "naboer-mod-ensomhed",
        "kaffe-paa-kanden",
    ]


def test_list_tells_beside_of_what_it_could_not_read(run: Runner, record: Path) -> None:
    broken(record)
    ran = run("list", *DAY, cwd=record)
    assert ran.code == 1
    assert "knaekket" not in ran.out
    assert "agreements/knaekket.yaml" in ran.err


def test_a_where_that_nobody_meets_is_no_fault(run: Runner, record: Path) -> None:
    ran = run("list", "--where", "område=integration", *DAY, cwd=record)
    assert (ran.code, ran.out) == (0, "")


@pytest.mark.parametrize("form", ["md", "html", "csv", "csv-excel", "xlsx", "json"])
def test_a_report_goes_to_a_file(run: Runner, record: Path, form: str) -> None:
    name = f"ud.{form.partition('-')[0]}"
    ran = run("portfolio", "økonomi", "--format", form, "-o", name, *DAY, cwd=record)
    assert (ran.code, ran.out) == (0, "")
    first = (record / name).read_bytes()
    assert run("portfolio", "økonomi", "--format", form, "-o", name, *DAY, cwd=record).code == 0
    assert (record / name).read_bytes() == first


def test_csv_names_the_tables_it_has_no_room_for(run: Runner, record: Path) -> None:
    ran = run("portfolio", "økonomi", "--format", "csv", *DAY, cwd=record)
    assert "frame_18" in ran.err
    chosen = run("portfolio", "økonomi", "--format", "csv", "--table", "bases", *DAY, cwd=record)
    assert chosen.err == ""
    assert chosen.out.startswith('"legal_basis"')


def test_one_column_more_for_a_group(run: Runner, record: Path) -> None:
    ran = run("portfolio", "tjekliste", "--group-by", "status", "--format", "json", *DAY, cwd=record)
    (table, *_) = json.loads(ran.out)["tables"]
    assert [(row["group"], row["status"]) for row in table["rows"]] == [("Idé", "idea"), ("Aktiv", "active"), ("Aktiv", "active")]


def test_english_is_english(run: Runner, record: Path) -> None:
    ran = run("portfolio", "economy", "--lang", "en", *DAY, cwd=record)
    assert "Grants year by year" in ran.out
    assert "Tilskud" not in ran.out


def test_a_cpr_number_is_never_repeated(run: Runner, record: Path) -> None:
    path = record / "agreements" / "kaffe-paa-kanden.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("formål: ", f"formål: {CPR} "), encoding="utf-8")
    for words in (
        ("portfolio", "dialogmøde"),
        ("show", "kaffe-paa-kanden"),
        ("show", "--plain", "kaffe-paa-kanden"),
        ("agenda", "kaffe-paa-kanden"),
    ):
        ran = run(*words, cwd=record)
        assert "010190" not in ran.out + ran.err
        assert ran.out


def test_the_deadlines_as_a_calendar(run: Runner, project: Path) -> None:
    ran = run("frister", "--format", "ics", *DAY, cwd=project)
    assert ran.code == 0
    read = icalendar.Calendar.from_ical(ran.out)
    assert len(read.walk("VEVENT")) > 50


def test_only_what_is_near(run: Runner, project: Path) -> None:
    ran = run("deadlines", "--within", "30d", "--format", "json", *DAY, cwd=project)
    days = [row["day"] for row in json.loads(ran.out)["tables"][0]["rows"]]
    assert days == sorted(days)
    assert days[-1] <= "2026-03-31"


@pytest.mark.parametrize("party", ["fyret", "Den selvejende institution Fyret"])
def test_the_deadlines_of_a_party(run: Runner, project: Path, party: str) -> None:
    ran = run("deadlines", "--party", party, "--format", "json", *DAY, cwd=project)
    rows = json.loads(ran.out)["tables"][0]["rows"]
    assert {row["id"] for row in rows} == {"vaerested-toender"}
    assert not any(row["parties"] == ["Tønder Kommune"] for row in rows)


@pytest.mark.parametrize(
    ("today", "limit", "code"),
    [("2026-03-01", "overdue", 0), ("2026-03-01", "soon", 1), ("2029-01-01", "overdue", 1)],
)
def test_a_pipeline_may_stop_on_deadlines(run: Runner, project: Path, today: str, limit: str, code: int) -> None:
    assert run("deadlines", "--fail-on", limit, "--today", today, cwd=project).code == code


def test_show_is_a_card(run: Runner, record: Path) -> None:
    ran = run("vis", "naboer-mod-ensomhed", *DAY, cwd=record)
    assert ran.code == 0
    assert all(word in ran.out for word in ("Naboer mod ensomhed", "Partnerskabsaftale", "13 af 13", "Frister"))


@pytest.mark.parametrize(
    ("grant", "says"),
    [
        ("{efter_budget: ja}", "efter budget"),
        ('{beløb: "[udfyld]"}', "beløbet er ikke udfyldt"),
        ("{beløb: en del}", "beløbet er ikke udfyldt"),
        ("{giver: kommunen}", "beløbet er ikke udfyldt"),
    ],
)
def test_a_card_says_by_budget_only_where_the_agreement_does(run: Runner, tmp_path: Path, grant: str, says: str) -> None:
    (tmp_path / "agreements").mkdir()
    (tmp_path / "agreements" / "te.yaml").write_text(f"id: te\ntitel: Te\nformalitet: tilskud\nstatus: udkast\ntilskud: {grant}\n", "utf-8")
    content = run("show", "te").out
    assert [item for item in ("efter budget", "beløbet er ikke udfyldt") if item in content] == [says]


def test_plain_text_of_a_path_outside_the_record(run: Runner, record: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("andetsteds") / "x_kaffe.yaml"
    shutil.copy(record / "agreements" / "kaffe-paa-kanden.yaml", outside)
    inside = run("show", "--plain", "kaffe-paa-kanden", cwd=record)
    ran = run("show", "--plain", str(outside), cwd=outside.parent)
    assert (ran.code, ran.out) == (0, inside.out)
    assert "Titel: Kaffe på kanden i Løgumkloster\n" in ran.out


def test_plain_text_hides_no_change(run: Runner, record: Path) -> None:
    path = record / "agreements" / "kaffe-paa-kanden.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "x_farve: blå\nmål:\n  tekst: TODO\nvrøvl: 1\n", encoding="utf-8")
    content = run("show", "--plain", str(path), cwd=record).out
    assert all(word in content for word in ("x_farve: blå", "TODO", "vrøvl: 1"))


def test_plain_text_of_a_broken_file_is_the_file(run: Runner, record: Path) -> None:
    broken(record)
    ran = run("show", "--plain", "knaekket", cwd=record)
    assert ran.code == 0
    assert "titel: [" in ran.out


def test_git_shows_a_readable_difference(record: Path) -> None:
    convert = f"diff.partnerskab.textconv='{sys.executable}' -m partnerskab_cli show --plain"
    (record / ".gitattributes").write_text("agreements/*.yaml diff=partnerskab\n", encoding="utf-8")
    repo = Repo(record)
    repo.git("init", "-q")
    repo.commit()
    path = record / "agreements" / "kaffe-paa-kanden.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("status: aktiv", "status: genforhandling"), encoding="utf-8")
    assert "-Status: Aktiv\n+Status: Genforhandling\n" in repo.git("-c", convert, "diff")


def test_the_portfolio_beside_an_earlier_revision(run: Runner, record: Path) -> None:
    repo = Repo(record)
    repo.git("init", "-q")
    repo.commit()
    (record / "agreements" / "koerselsvenner-2024.yaml").unlink()
    path = record / "agreements" / "paaroerendecafe-toender.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("status: idé", "status: udkast"), encoding="utf-8")
    ran = run("portfolio", "udvikling", "--compare-with", "HEAD", "--format", "json", *DAY, cwd=record)
    changes = {row["id"]: (row["before"], row["after"]) for row in json.loads(ran.out)["tables"][1]["rows"]}
    assert changes == {"koerselsvenner-2024": ("ended", "gone"), "paaroerendecafe-toender": ("idea", "draft")}
    assert run("portfolio", "udvikling", "--compare-with", "findes-ikke", cwd=record).code == 2


@pytest.mark.parametrize("to", ["md", "html"])
def test_the_agenda_of_the_dialogue_meeting_is_the_report(run: Runner, project: Path, to: str) -> None:
    ran = run("dagsorden", "--to", to, *DAY, cwd=project)
    assert ran.code == 0
    assert "1. Nye aftaler" in ran.out


def test_the_agenda_of_an_idea_asks_what_is_open(run: Runner, project: Path) -> None:
    ran = run("agenda", "paaroerendecafe-toender", *DAY, cwd=project)
    assert "Hvem holder i trådene" in ran.out
    assert "Ingen brugere endnu" in ran.out


def test_the_site_is_written_and_written_again(run: Runner, project: Path, tmp_path: Path) -> None:
    first = run("hjemmeside", "-o", str(tmp_path / "ud"), *DAY, cwd=project)
    assert first.code == 0
    files = {path.name: path.read_bytes() for path in (tmp_path / "ud").iterdir()}
    assert "index.html" in files
    assert run("site", "-o", str(tmp_path / "ud"), *DAY, cwd=project).code == 0
    assert {path.name: path.read_bytes() for path in (tmp_path / "ud").iterdir()} == files


def test_the_site_leaves_other_people_s_files_alone(run: Runner, project: Path, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<h1>Min egen side</h1>", encoding="utf-8")
    ran = run("site", "-o", str(tmp_path), *DAY, cwd=project)
    assert ran.code == 2
    assert (tmp_path / "index.html").read_text(encoding="utf-8") == "<h1>Min egen side</h1>"


def test_nothing_is_written_that_was_not_asked_for(run: Runner, record: Path) -> None:
    before = sorted(record.rglob("*"))
    for words in (("portfolio",), ("list",), ("show", "kaffe-paa-kanden"), ("deadlines",), ("agenda",)):
        assert run(*words, *DAY, cwd=record).code == 0
    assert sorted(record.rglob("*")) == before


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_any_terminal_can_show_it(run: Runner, record: Path, encoding: str) -> None:
    ran = run("portfolio", "tjekliste", *DAY, cwd=record, env={"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"})
    assert ran.code == 0


@pytest.mark.parametrize(
    ("language", "says"),
    [
        ("da", "I kaffe er der noget, der ikke er udfyldt eller ikke kan læses, og som derfor ikke er med. partnerskab check viser hvad."),
        ("en", "In kaffe something is not filled in or cannot be read, and is left out. partnerskab check shows what."),
    ],
)
@pytest.mark.parametrize("command", ["portfolio", "deadlines"])
def test_what_still_has_to_be_filled_in_is_told_of(quick: Runner, command: str, language: str, says: str) -> None:
    quick("new", "kaffe", "--template", "samarbejdsaftale")
    assert f"{says}\n" in quick(command, "--lang", language).out
