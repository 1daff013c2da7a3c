"""Chapter HIS on real repositories: moves of a status, ids that stay, renewals; in `verify` and in `check --since`."""

import re
from datetime import date
from pathlib import Path

import pytest
from conftest import Ran, Runner
from gitrepo import Repo, repository

from partnerskab_cli.history.git import find_repository as door
from partnerskab_cli.history.log import follow_renames, read_last_changes, read_log
from partnerskab_cli.workspace.files import AgreementFile
from partnerskab_cli.workspace.touched import load_last_commit_dates

CLEAN = (Path(__file__).parent.parent / "clean" / "mundtlig.yaml").read_text("utf-8")
OTHER = """
titel: Svømning for sjov
område: sundhed
parter:
  - {id: kommunen, navn: Svømmehallen, side: offentlig, kontakt: {rolle: livredder}}
  - {id: klub, navn: Svømmeklubben, side: frivillig, kontakt: {rolle: træner}}
formål: Vi svømmer om onsdagen.
"""


def text(name: str, status: str = "aktiv", more: str = "") -> str:
    return CLEAN.replace("id: mundtlig", f"id: {name}").replace("status: aktiv", f"status: {status}") + more


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    return repository(tmp_path / "repo")


def lived(repo: Repo, *statuses: str, name: str = "kaffe") -> None:
    """One commit a status, a day apart."""
    for number, status in enumerate(statuses, 1):
        repo.write(name, text=text(name, status, f"x_gang: {number}\n"))
        repo.commit(f"nu {status}", day=f"2026-01-{number:02}")


def codes(done: Ran) -> list[str]:
    return re.findall(r"\b(?:HIS|SIG|STR)\d\d[a-z]?\b", done.out)


MOVES = {
    ("idé", "udkast", "aktiv", "genforhandling", "aktiv", "ophørt"): None,
    ("aktiv",): None,
    ("ophørt",): None,
    ("idé", "idé", "idé"): None,
    ("idé", "ophørt"): None,
    ("udkast", "ophørt"): None,
    ("genforhandling", "ophørt"): None,
    ("idé", "aktiv"): "fra idé til aktiv. → sæt den til udkast først",
    ("idé", "genforhandling"): "fra idé til genforhandling. → sæt den til udkast først",
    ("udkast", "idé"): "fra udkast til idé",
    ("udkast", "genforhandling"): "fra udkast til genforhandling. → sæt den til aktiv",
    ("aktiv", "udkast"): "fra aktiv til udkast. → sæt den til genforhandling",
    ("aktiv", "idé"): "fra aktiv til idé. → sæt den til genforhandling",
    ("genforhandling", "udkast"): "fra genforhandling til udkast",
    ("ophørt", "aktiv"): "fra ophørt til aktiv. → behold ophørt; en ny aftale får sit eget id og `erstatter`",
    ("ophørt", "udkast"): "fra ophørt til udkast",
    ("ophørt", "aktiv", "ophørt"): None,
    ("idé", "aktiv", "udkast", "aktiv"): None,
    ("ophørt", "aktiv", "genforhandling", "aktiv"): "fra ophørt til aktiv",
    ("aktiv", "udkast", "udkast"): "fra aktiv til udkast",
}


@pytest.mark.parametrize(("statuses", "says"), MOVES.items(), ids=lambda value: "→".join(value) if isinstance(value, tuple) else "")
def test_a_status_moves_as_it_may(repo: Repo, quick: Runner, statuses: tuple[str, ...], says: str | None) -> None:
    lived(repo, *statuses)
    done = quick("verify", cwd=repo.path)
    assert codes(done) == (["HIS01"] if says else [])
    assert done.code == bool(says)
    assert not says or f"Aftalen gik {says}" in done.out


def test_a_move_that_is_not_committed_yet_counts_too(repo: Repo, quick: Runner) -> None:
    lived(repo, "idé")
    repo.write("kaffe", text=text("kaffe", "aktiv"))
    assert codes(quick("verify", cwd=repo.path)) == ["HIS01"]


def test_moves_are_followed_through_a_renaming(repo: Repo, quick: Runner) -> None:
    lived(repo, "ophørt")
    repo.git("mv", "agreements/kaffe.yaml", "agreements/te.yaml")
    repo.commit()
    repo.write("te", text=text("te", "aktiv"))
    repo.commit()
    assert sorted(codes(quick("verify", cwd=repo.path))) == ["HIS01", "HIS02"]


def test_a_branch_that_lagged_behind_is_no_step_back(repo: Repo, quick: Runner) -> None:
    lived(repo, "udkast")
    repo.git("checkout", "--quiet", "-b", "rettelse")
    repo.write("kaffe", text=text("kaffe", "udkast", "x_gang: 1\nx_note: ret\n"))
    repo.commit("ret", day="2026-03-01")
    repo.git("checkout", "--quiet", "main")
    repo.write("kaffe", text=text("kaffe", "aktiv", "x_gang: 1\n"))
    repo.commit("aktiv", day="2026-02-01")
    repo.git("merge", "--quiet", "--no-edit", "rettelse")
    assert codes(quick("verify", cwd=repo.path)) == []


def test_a_waiver_with_a_reason_forgives_an_old_move(repo: Repo, quick: Runner) -> None:
    lived(repo, "ophørt")
    repo.write("kaffe", text=text("kaffe", "aktiv", "undtagelser: {regel: HIS01, fordi: Den var lukket ved en fejl.}\n"))
    done = quick("verify", cwd=repo.path)
    assert (done.code, codes(done)) == (0, [])
    assert "UND03" not in quick("check", cwd=repo.path).out


def test_an_id_that_changes_is_found(repo: Repo, quick: Runner) -> None:
    lived(repo, "aktiv")
    repo.write("kaffe", text=text("te"))
    done = quick("verify", cwd=repo.path)
    assert codes(done) == ["HIS02"]
    assert "id er ændret fra »kaffe« til »te«. → behold id; en ny aftale får sit eget og `erstatter`" in done.out


def test_an_id_that_changes_is_one_finding_and_no_second_one_about_the_file_name(repo: Repo, quick: Runner) -> None:
    lived(repo, "aktiv")
    repo.write("kaffe", text=text("te"))
    words = codes(quick("check", "--since", "HEAD", cwd=repo.path))
    assert "HIS02" in words
    assert "STR05" not in words
    assert "STR05" in codes(quick("check", cwd=repo.path))


def test_an_id_that_was_given_back_is_forgotten(repo: Repo, quick: Runner) -> None:
    lived(repo, "aktiv")
    repo.write("kaffe", text=text("te"))
    repo.commit()
    repo.write("kaffe", text=text("kaffe"))
    repo.commit()
    assert codes(quick("verify", cwd=repo.path)) == []


def test_the_id_of_an_agreement_that_is_gone_is_not_used_again(repo: Repo, quick: Runner) -> None:
    lived(repo, "aktiv")
    (repo.path / "agreements" / "kaffe.yaml").unlink()
    repo.commit("slet")
    repo.write("kaffe", text="id: kaffe\nformalitet: mundtlig\nstatus: aktiv" + OTHER)
    repo.commit("ny")
    done = quick("verify", cwd=repo.path)
    assert codes(done) == ["HIS02b"]
    assert "id »kaffe« har hørt til en anden aftale. → vælg et nyt" in done.out


def test_an_agreement_that_was_deleted_by_mistake_may_come_back(repo: Repo, quick: Runner) -> None:
    lived(repo, "aktiv")
    (repo.path / "agreements" / "kaffe.yaml").unlink()
    repo.commit("slet")
    repo.git("revert", "--no-edit", "HEAD")
    assert codes(quick("verify", cwd=repo.path)) == []


def renewed(repo: Repo, end: str, start: str, *, more: str = "") -> None:
    repo.write("kaffe-2024", text=text("kaffe-2024", "ophørt", f"periode: {{start: 2024-01-01, slut: {end}}}\n"))
    repo.write(
        "kaffe-2026", text=text("kaffe-2026", "aktiv", f"erstatter: kaffe-2024\nperiode: {{start: {start}, slut: 2027-12-31}}\n{more}")
    )
    repo.commit()


RENEWALS = {
    ("2025-12-31", "2026-01-01"): (None, 0),
    ("2025-12-30", "2026-01-01"): ("Der er 1 dag mellem kaffe-2024 og kaffe-2026. → gælder noget i mellemtiden?", 0),
    ("2025-11-30", "2026-01-01"): ("Der er 31 dage mellem kaffe-2024 og kaffe-2026.", 0),
    ("2026-01-01", "2026-01-01"): ("kaffe-2024 og kaffe-2026 gælder samtidig i 1 dag. → ret den ene periode", 0),
    ("2026-01-31", "2026-01-01"): ("kaffe-2024 og kaffe-2026 gælder samtidig i 31 dage.", 0),
}


@pytest.mark.parametrize(("days", "expected"), RENEWALS.items())
def test_a_renewal_follows_without_gap_or_overlap(
    repo: Repo, quick: Runner, days: tuple[str, str], expected: tuple[str | None, int]
) -> None:
    renewed(repo, *days)
    done = quick("verify", cwd=repo.path)
    assert done.code == expected[1]
    assert codes(done) == [] if expected[0] is None else expected[0] in done.out


def test_two_successors_are_one_too_many(repo: Repo, quick: Runner) -> None:
    renewed(repo, "2025-12-31", "2026-01-01")
    repo.write("kaffe-b", text=text("kaffe-b", "aktiv", "erstatter: kaffe-2024\nperiode: {start: 2025-06-01, slut: 2027-12-31}\n"))
    done = quick("verify", cwd=repo.path)
    assert codes(done) == ["HIS04"]
    assert "agreements/kaffe-b.yaml" in done.out
    assert "Både kaffe-b og kaffe-2026 erstatter kaffe-2024. → lad den ene stoppe" in done.out
    assert done.code == 1


def test_a_successor_in_draft_is_none_yet(repo: Repo, quick: Runner) -> None:
    renewed(repo, "2025-12-31", "2026-01-01")
    repo.write("kaffe-b", text=text("kaffe-b", "udkast", "erstatter: kaffe-2024\nperiode: {start: 2026-06-01, slut: 2027-12-31}\n"))
    assert codes(quick("verify", cwd=repo.path)) == []


def test_a_predecessor_that_was_deleted_is_remembered(repo: Repo, quick: Runner) -> None:
    renewed(repo, "2025-11-30", "2026-01-01")
    (repo.path / "agreements" / "kaffe-2024.yaml").unlink()
    repo.commit()
    assert codes(quick("verify", cwd=repo.path)) == ["HIS03"]


def test_one_agreement_alone_is_seen_beside_the_others(repo: Repo, quick: Runner) -> None:
    renewed(repo, "2025-11-30", "2026-01-01")
    assert codes(quick("verify", "kaffe-2026", cwd=repo.path)) == ["HIS03"]
    assert codes(quick("verify", "kaffe-2024", cwd=repo.path)) == []


def test_check_alone_says_nothing_of_the_past(repo: Repo, quick: Runner) -> None:
    lived(repo, "ophørt", "aktiv")
    assert codes(quick("check", cwd=repo.path)) == []


def test_check_since_looks_at_what_has_changed_and_how_it_came_about(repo: Repo, quick: Runner) -> None:
    lived(repo, "ophørt", "aktiv")
    lived(repo, "idé", name="te")
    repo.write("te", text=text("te", "aktiv"))
    done = quick("check", "--since", "HEAD", "--today", "2026-03-01", cwd=repo.path)
    assert codes(done) == ["HIS01"]
    assert "agreements/te.yaml" in done.out
    assert "agreements/kaffe.yaml" not in done.out
    assert done.code == 1
    repo.commit()
    assert codes(quick("check", "--since", "HEAD~1", cwd=repo.path)) == ["HIS01"]
    assert codes(quick("check", "--since", "HEAD", cwd=repo.path)) == []
    assert codes(quick("check", "--since", "HEAD~3", cwd=repo.path)) == ["HIS01", "HIS01"]


def test_check_since_judges_every_step_on_the_way(repo: Repo, quick: Runner) -> None:
    lived(repo, "idé", "udkast", "aktiv")
    assert codes(quick("check", "--since", "HEAD~2", cwd=repo.path)) == []


def test_check_since_an_unchanged_record_is_content(repo: Repo, quick: Runner) -> None:
    lived(repo, "aktiv")
    done = quick("check", "--since", "HEAD", cwd=repo.path)
    assert (done.code, done.out.split("\n")[0]) == (0, "Der er ingen aftaler at gennemgå.")


@pytest.mark.parametrize("words", [["--fix"], ["--diff", "--fix"], ["--show-files"], ["--stdin-filename", "x.yaml", "-"]])
def test_check_since_goes_with_what_it_can(repo: Repo, quick: Runner, words: list[str]) -> None:
    lived(repo, "aktiv")
    assert quick("check", "--since", "HEAD", *words, cwd=repo.path).code == 2


def test_check_since_a_strange_revision_is_a_sentence(repo: Repo, quick: Runner, tmp_path: Path) -> None:
    lived(repo, "aktiv")
    assert quick("check", "--since", "nej", cwd=repo.path).err.startswith("fejl: git kender ikke »nej«.")
    (tmp_path / "agreements").mkdir()
    (tmp_path / "agreements" / "kaffe.yaml").write_text(text("kaffe"), encoding="utf-8")
    assert quick("check", "--since", "HEAD", cwd=tmp_path).err.startswith("fejl: Mappen her er ikke i et git-repository.")


def test_the_last_change_comes_from_git(repo: Repo, quick: Runner) -> None:
    lived(repo, "idé")
    today = ("check", "--today")
    assert "DAT07" not in quick(*today, "2026-02-01", cwd=repo.path).out
    assert "Idéen er ikke ændret siden 1. januar 2026." in quick(*today, "2027-03-01", cwd=repo.path).out
    repo.write("kaffe", text=text("kaffe", "idé", "x_gang: 2\n"))
    repo.commit(day="2027-02-01")
    assert "DAT07" not in quick(*today, "2027-03-01", cwd=repo.path).out


def test_each_file_has_its_own_last_change(repo: Repo) -> None:
    lived(repo, "idé", "udkast")
    repo.write("te", text=text("te"))
    repo.commit(day="2026-02-02")
    repo.git("mv", "agreements/te.yaml", "agreements/urtete.yaml")
    repo.commit(day="2026-02-03")
    repo.write("ny", text=text("ny"))
    here = door(repo.path / "agreements", {"PATH": "/usr/bin:/bin:/usr/local/bin"})
    changes = read_last_changes(here)
    assert {name: day for name, day in changes.items() if name != "te.yaml"} == {"kaffe.yaml": "2026-01-02", "urtete.yaml": "2026-02-03"}
    kaffe, new = (str(repo.path / "agreements" / name) for name in ("kaffe.yaml", "ny.yaml"))
    assert load_last_commit_dates([AgreementFile(kaffe), AgreementFile(new)], date(2026, 3, 1)) == {
        kaffe: date(2026, 1, 2),
        new: date(2026, 3, 1),
    }


def test_what_is_not_committed_yet_has_not_lain_still(repo: Repo, quick: Runner) -> None:
    old = "hændelser: {dato: 2019-05-01, tekst: Vi talte om det.}\n"
    repo.write("te", text=text("te", "idé", old))
    assert "DAT07" not in quick("check", "--today", "2026-03-01", cwd=repo.path).out
    lived(repo, "idé")
    repo.write("ny", text=text("ny", "udkast", old))
    assert "DAT07" not in quick("check", "--today", "2026-03-01", "agreements/ny.yaml", cwd=repo.path).out


@pytest.mark.parametrize(
    "noted",
    [
        "forankring: {politisk: {udvalg: Socialudvalget, dato: 2014-05-01}}",
        "underskrifter: [{part: kommunen, dato: 2014-05-01}]",
        "periode: {start: 2014-05-01}",
        "evaluering: {sidst: 2014-05-01}",
    ],
)
def test_an_old_day_of_another_thing_does_not_say_when_a_draft_was_touched(quick: Runner, tmp_path: Path, noted: str) -> None:
    (tmp_path / "agreements").mkdir()
    (tmp_path / "agreements" / "kaffe.yaml").write_text(text("kaffe", "udkast", f"{noted}\n"), encoding="utf-8")
    assert "DAT07" not in quick("check", "--today", "2026-03-01", cwd=tmp_path).out


def test_nothing_is_known_of_files_outside(tmp_path: Path) -> None:
    assert load_last_commit_dates([AgreementFile(str(tmp_path / "x.yaml"))], date(2026, 3, 1)) == {}
    assert load_last_commit_dates([], date(2026, 3, 1)) == {}


def test_versions_are_linked_through_renaming_deleting_and_merging(repo: Repo) -> None:
    lived(repo, "idé", "udkast")
    repo.git("mv", "agreements/kaffe.yaml", "agreements/te.yaml")
    repo.commit()
    (repo.path / "agreements" / "te.yaml").unlink()
    repo.commit()
    lived(repo, "aktiv", name="te")
    here = door(repo.path, {"PATH": "/usr/bin:/bin:/usr/local/bin"})
    chains = follow_renames(read_log(here, repo.git("rev-parse", "HEAD").strip()))
    assert [len(chain) for chain in chains.gone] == [3]
    assert {path: len(chain) for path, chain in chains.living.items()} == {"agreements/te.yaml": 1}


def test_a_merge_that_settles_a_conflict_is_a_step(repo: Repo) -> None:
    lived(repo, "idé")
    repo.git("checkout", "--quiet", "-b", "anden")
    repo.write("kaffe", text=text("kaffe", "udkast", "x_a: 1\n"))
    repo.commit("a")
    repo.git("checkout", "--quiet", "main")
    repo.write("kaffe", text=text("kaffe", "ophørt", "x_b: 1\n"))
    repo.commit("b")
    with pytest.raises(Exception, match="merge"):
        repo.git("merge", "--quiet", "anden")
    repo.write("kaffe", text=text("kaffe", "aktiv", "x_c: 1\n"))
    repo.commit("flet")
    here = door(repo.path, {"PATH": "/usr/bin:/bin:/usr/local/bin"})
    assert len(read_log(here, repo.git("rev-parse", "HEAD").strip())) == 4


SIGNED = "underskrifter: [{part: kommunen, rolle: leder, dato: 2026-01-05}]\n"
DELETED = {
    ("aktiv", ""): "HIS05",
    ("genforhandling", ""): "HIS05",
    ("udkast", SIGNED): "HIS05",
    ("idé", ""): "HIS05b",
    ("udkast", ""): "HIS05b",
    ("ophørt", ""): "HIS05b",
    ("ophørt", SIGNED): "HIS05b",
}


def deleted(repo: Repo, status: str, more: str = "", *, commit: bool = True) -> None:
    """An agreement beside another, and its deletion since the branch `main`."""
    lived(repo, status)
    repo.write("kaffe", text=text("kaffe", status, more))
    repo.write("te", text=text("te"))
    repo.commit()
    repo.git("switch", "--quiet", "-c", "gren")
    (repo.path / "agreements" / "kaffe.yaml").unlink()
    if commit:
        repo.commit("slet")


@pytest.mark.parametrize("commit", [True, False], ids=["committed", "not yet committed"])
@pytest.mark.parametrize(("life", "code"), DELETED.items(), ids=str)
def test_a_deletion_is_found_as_heavy_as_what_was_deleted(
    repo: Repo, quick: Runner, life: tuple[str, str], code: str, *, commit: bool
) -> None:
    deleted(repo, *life, commit=commit)
    done = quick("check", "--since", "main", cwd=repo.path)
    assert codes(done) == [code]
    assert done.code == (code == "HIS05")
    assert done.out.startswith("agreements/kaffe.yaml:1:1: ")
    shown = quick("diff", "main", cwd=repo.path).out
    assert ("Væsentlig: aftalen binder stadig parterne." in shown) == (code == "HIS05")
    assert ("1 fjernet aftale binder stadig parterne, en væsentlig ændring." in shown) == (code == "HIS05")
    assert "(fjernet)" in shown


def test_a_deletion_is_found_where_no_agreement_is_left_in_its_folder(repo: Repo, quick: Runner) -> None:
    lived(repo, "aktiv")
    (repo.path / "agreements" / "note.md").touch()
    repo.commit()
    (repo.path / "agreements" / "kaffe.yaml").unlink()
    for words in ((), ("agreements",)):
        assert codes(quick("check", *words, "--since", "HEAD", cwd=repo.path)) == ["HIS05"]


def test_a_deletion_is_found_where_the_folder_is_gone_too(repo: Repo, quick: Runner) -> None:
    lived(repo, "aktiv")
    repo.git("rm", "--quiet", "-r", "agreements")
    assert codes(quick("check", "--since", "HEAD", cwd=repo.path)) == ["HIS05"]
    repo.commit()
    assert codes(quick("check", "--since", "HEAD~1", cwd=repo.path)) == ["HIS05"]
    nothing = quick("check", "--since", "HEAD", cwd=repo.path)
    assert (nothing.code, nothing.out) == (2, "")


@pytest.mark.parametrize("name", ["agreements/nord/kaffe.yaml", "agreements/kaffe-2.yaml"])
def test_a_file_that_only_moved_is_not_deleted(repo: Repo, quick: Runner, name: str) -> None:
    lived(repo, "aktiv")
    (repo.path / name).parent.mkdir(exist_ok=True)
    repo.git("mv", "agreements/kaffe.yaml", name)
    assert "HIS05" not in codes(quick("check", "--since", "HEAD", cwd=repo.path))
    repo.commit()
    assert "HIS05" not in codes(quick("check", "--since", "HEAD~1", cwd=repo.path))


def test_a_single_file_that_is_checked_tells_nothing_of_others_that_are_gone(repo: Repo, quick: Runner) -> None:
    deleted(repo, "aktiv")
    assert codes(quick("check", "agreements/te.yaml", "--since", "main", cwd=repo.path)) == []


def test_the_profile_and_the_command_line_can_leave_a_deletion_out(repo: Repo, quick: Runner) -> None:
    deleted(repo, "aktiv")
    assert quick("check", "--since", "main", "--ignore", "HIS05", cwd=repo.path).code == 0
    (repo.path / "partnerskab.yaml").write_text("ignorer: {regel: HIS05, fordi: Vi rydder op.}\n", "utf-8")
    assert codes(quick("check", "--since", "main", cwd=repo.path)) == []


def test_what_is_new_in_a_change_is_told_apart_from_what_was_there(repo: Repo, quick: Runner) -> None:
    lived(repo, "aktiv")
    repo.write("kaffe", text=text("kaffe", "aktiv", "ukendt_felt: 1\n"))
    repo.commit()
    repo.write("kaffe", text="# en linje mere\n" + text("kaffe", "aktiv", "ukendt_felt: 1\nandet_felt: 2\n"))
    lines = quick("check", "--since", "HEAD", "--output-format", "concise", cwd=repo.path).out.splitlines()
    heading = lines.index("Var der før ændringen:")
    assert ["andet_felt" in line for line in lines[:heading]] == [True]
    assert sum("ukendt_felt" in line for line in lines[heading:]) == 1
    assert "af dem var der før ændringen." in lines[-2]
    full = quick("check", "--since", "HEAD", "--output-format", "full", "--lang", "en", cwd=repo.path).out
    assert full.index("andet_felt") < full.index("There before the change:") < full.index("ukendt_felt")
    assert "før ændringen" not in quick("check", cwd=repo.path).out


def test_a_number_in_a_deleted_agreement_is_not_repeated(repo: Repo, quick: Runner) -> None:
    repo.write("070160-5123", text=text("070160-5123", "aktiv"))
    repo.write("te", text=text("te"))
    repo.commit()
    (repo.path / "agreements" / "070160-5123.yaml").unlink()
    done = quick("check", "--since", "HEAD", cwd=repo.path)
    assert "HIS05" in done.out
    assert "070160" not in done.out + done.err


SIGNED = 'underskrifter: [{part: venner, rolle: formand, dato: 2026-01-15, fingeraftryk: "1:9f2c41d07b6a53e8d4417c9026bfa1e0"}]\n'
UNBINDINGS = {
    "its fingerprint is taken out": ("aktiv", SIGNED.replace(', fingeraftryk: "1:9f2c41d07b6a53e8d4417c9026bfa1e0"', ""), ["HIS06"]),
    "it is taken out": ("aktiv", "", ["HIS06"]),
    "somebody else of the party has signed instead": ("aktiv", SIGNED.replace("formand", "kasserer"), ["SIG01"]),
    "it stays": ("aktiv", SIGNED, ["SIG01"]),
    "the agreement has ended": ("ophørt", "", []),
}
"""What becomes of a signature on a branch, and what is found; the fingerprint is that of another text."""


@pytest.mark.parametrize(("status", "signatures", "expected"), UNBINDINGS.values(), ids=UNBINDINGS)
def test_a_signature_that_is_no_longer_bound_is_found(repo: Repo, quick: Runner, status: str, signatures: str, expected: list[str]) -> None:
    repo.write("kaffe", text=text("kaffe", "aktiv", SIGNED))
    repo.commit("signed", day="2026-01-16")
    repo.write("kaffe", text=text("kaffe", status, signatures).replace("formål: ", "formål: Nu mod betaling. ", 1))
    done = quick("check", "--since", "HEAD", "--today", "2026-03-01", cwd=repo.path)
    assert [code for code in codes(done) if code in {"HIS06", "SIG01"}] == expected
