"""`partnerskab diff` on real repositories: revisions, index, disk, folders and files; and what it refuses."""

import json
import os
import shutil
import stat
import subprocess
from pathlib import Path
from typing import Any

import pytest
from conftest import Ran, Runner
from gitrepo import Repo, repository, text_of
from jsonschema import Draft7Validator, ValidationError

NOTICE = ("  varsel: 5 måneder", "  varsel: 1 måned")
COORDINATOR = ("tovholder: lampepasseren", "tovholder: formanden")
SHORTER = "væsentlig   Ophør · Opsigelsesvarsel: 5 måneder → 1 måned, kortere"


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    result = repository(tmp_path / "repo")
    result.write("lys")
    result.write("mere-lys", ("formål: At ingen går alene hjem i mørke.", "formål: At broen aldrig er mørk."))
    result.commit()
    return result


def test_nothing_has_changed(repo: Repo, quick: Runner) -> None:
    assert quick("diff", cwd=repo.path) == Ran(0, "Fra HEAD til mappen: Ingen ændring i betydning.\n", "")


def test_the_disk_is_compared_with_the_last_commit(repo: Repo, quick: Runner) -> None:
    repo.write("lys", NOTICE)
    done = quick("diff", cwd=repo.path)
    assert (done.code, done.err) == (0, "")
    assert done.out == (
        "agreements/lys.yaml: Lanterneholdet i Bredebro\n"
        f"  {SHORTER}\n"
        "  = Skal skrive under igen: Tønder Kommune.\n"
        "\n"
        "Fra HEAD til mappen: 1 aftale er ændret: 1 væsentligt. 1 aftale skal underskrives igen.\n"
    )


def test_the_exit_code_says_it_too(repo: Repo, quick: Runner) -> None:
    assert quick("diff", "--exit-code", cwd=repo.path).code == 0
    repo.write("lys", NOTICE)
    assert quick("diff", "--exit-code", cwd=repo.path).code == 1


def test_a_change_of_layout_is_no_difference_to_the_exit_code(repo: Repo, quick: Runner) -> None:
    repo.write("lys", ("initiativ: borgere", "initiativ:   'borgere'  # kort"))
    done = quick("diff", "--exit-code", cwd=repo.path)
    assert done.code == 0
    assert "agreements/lys.yaml: Lanterneholdet i Bredebro (kun opsætning)" in done.out
    assert "Ingen ændring i betydning. 1 fil er kun flyttet eller sat op på en anden måde." in done.out


def test_two_revisions_are_read_without_a_checkout(repo: Repo, quick: Runner) -> None:
    repo.write("lys", NOTICE)
    repo.commit()
    shutil.rmtree(repo.path / "agreements")
    assert SHORTER in quick("diff", "HEAD~1..HEAD", cwd=repo.path).out
    assert "Fra HEAD til HEAD: Ingen ændring i betydning." in quick("diff", "HEAD..HEAD", cwd=repo.path).out
    assert "1 måned → 5 måneder, længere" in quick("diff", "HEAD..HEAD~1", cwd=repo.path).out


def test_an_open_end_of_a_range_is_the_last_commit(repo: Repo, quick: Runner) -> None:
    repo.write("lys", NOTICE)
    repo.commit()
    assert SHORTER in quick("diff", "HEAD~1..", cwd=repo.path).out
    assert "længere" in quick("diff", "..HEAD~1", cwd=repo.path).out


def test_three_dots_begin_where_two_branches_parted(repo: Repo, quick: Runner) -> None:
    repo.git("checkout", "--quiet", "-b", "forslag")
    repo.write("lys", NOTICE)
    repo.commit()
    repo.git("checkout", "--quiet", "main")
    repo.write("mere-lys", COORDINATOR)
    repo.commit()
    assert "mere-lys" not in quick("diff", "main...forslag", cwd=repo.path).out
    assert "mere-lys" in quick("diff", "main..forslag", cwd=repo.path).out


def test_three_dots_need_a_common_past(repo: Repo, quick: Runner) -> None:
    repo.git("checkout", "--quiet", "--orphan", "fremmed")
    repo.commit("en fremmed")
    done = quick("diff", "main...fremmed", cwd=repo.path)
    assert (done.code, done.err) == (2, "fejl: De to har ingen fælles fortid.\n  = skriv to punktummer i stedet for tre\n")


def test_the_index_is_compared_with_a_commit(repo: Repo, quick: Runner) -> None:
    repo.write("lys", NOTICE)
    repo.git("add", ".")
    repo.write("lys", COORDINATOR)
    staged, disk = quick("diff", "--staged", cwd=repo.path), quick("diff", cwd=repo.path)
    assert SHORTER in staged.out
    assert "Tovholder" not in staged.out
    assert "til indekset:" in staged.out
    assert "Tovholder" in disk.out
    assert SHORTER not in disk.out


@pytest.mark.parametrize("words", [["HEAD..HEAD", "--staged"], ["agreements/lys.yaml", "agreements/mere-lys.yaml", "--staged"]])
def test_the_index_goes_with_one_revision_only(repo: Repo, quick: Runner, words: list[str]) -> None:
    done = quick("diff", *words, cwd=repo.path)
    assert done.code == 2
    assert "--staged" in done.err


def test_a_file_that_git_does_not_know_yet_is_a_new_agreement(repo: Repo, quick: Runner) -> None:
    repo.write(
        "ny", ("titel: Lanterneholdet i Bredebro", "titel: Et nyt hold"), ("formål: At ingen går alene hjem i mørke.", "formål: Sang.")
    )
    done = quick("diff", cwd=repo.path)
    assert "agreements/ny.yaml: Et nyt hold (ny aftale)\n  Id: ny\n" in done.out
    assert "  Formål: »Sang.«\n" in done.out
    assert "1 aftale er ny." in done.out


def test_a_file_that_is_gone_is_a_removed_agreement(repo: Repo, quick: Runner) -> None:
    (repo.path / "agreements" / "lys.yaml").unlink()
    done = quick("diff", cwd=repo.path)
    assert "agreements/lys.yaml: Lanterneholdet i Bredebro (fjernet)" in done.out
    assert "1 aftale er fjernet." in done.out


def test_a_renamed_file_stays_the_same_agreement(repo: Repo, quick: Runner) -> None:
    (repo.path / "agreements" / "2026").mkdir()
    repo.git("mv", "agreements/lys.yaml", "agreements/2026/lys.yaml")
    done = quick("diff", cwd=repo.path)
    assert "agreements/2026/lys.yaml: Lanterneholdet i Bredebro (flyttet fra agreements/lys.yaml)" in done.out


def test_a_file_renamed_with_its_id_stays_the_same_agreement(repo: Repo, quick: Runner) -> None:
    (repo.path / "agreements" / "lys.yaml").unlink()
    repo.write("lanterner", NOTICE)
    done = quick("diff", cwd=repo.path)
    assert "agreements/lanterner.yaml: Lanterneholdet i Bredebro (flyttet fra agreements/lys.yaml)" in done.out
    assert "væsentlig   Id: lys → lanterner" in done.out
    assert SHORTER in done.out


def test_a_successor_is_an_agreement_of_its_own(repo: Repo, quick: Runner) -> None:
    (repo.path / "agreements" / "lys.yaml").unlink()
    repo.write("lys-2028", ("erstatter: [gammel-lygte]", "erstatter: [lys]"))
    done = quick("diff", cwd=repo.path)
    assert "1 aftale er ny. 1 aftale er fjernet." in done.out


def test_what_cannot_be_read_is_said(repo: Repo, quick: Runner) -> None:
    repo.write("lys", text="id: lys\nmål: [\n")
    done = quick("diff", "--exit-code", cwd=repo.path)
    assert done.code == 1
    assert "(kan ikke læses)" in done.out
    assert "1 fil kan ikke læses og er ikke sammenlignet." in done.out


def test_places_that_cannot_be_read_are_counted(repo: Repo, quick: Runner) -> None:
    repo.write("lys", NOTICE, ("grad: 2", "grad: meget"))
    assert "= 1 sted kan ikke læses og er ikke sammenlignet; partnerskab check viser hvor." in quick("diff", cwd=repo.path).out


def test_paths_narrow_the_comparison(repo: Repo, quick: Runner) -> None:
    repo.write("lys", NOTICE)
    repo.write("mere-lys", COORDINATOR)
    done = quick("diff", "HEAD", "agreements/mere-lys.yaml", cwd=repo.path)
    assert "mere-lys" in done.out
    assert "agreements/lys.yaml" not in done.out
    assert quick("diff", "agreements/lys.yaml", cwd=repo.path).out.startswith("agreements/lys.yaml:")


def test_paths_are_those_of_where_one_stands(repo: Repo, quick: Runner) -> None:
    repo.write("lys", NOTICE)
    here, above = repo.path / "agreements", repo.path / "agreements" / "dybt"
    above.mkdir()
    assert quick("diff", ".", cwd=here).out.startswith("lys.yaml: ")
    assert quick("diff", "HEAD", "..", cwd=above).out.startswith("../lys.yaml: ")


def test_the_profile_and_other_files_are_no_agreements(repo: Repo, quick: Runner) -> None:
    (repo.path / "partnerskab.yaml").write_text("kommune: Tønder Kommune\n", encoding="utf-8")
    (repo.path / "agreements" / "README.md").write_text("hej", encoding="utf-8")
    (repo.path / "agreements" / ".skjult.yaml").write_text("id: skjult", encoding="utf-8")
    assert "Ingen ændring i betydning." in quick("diff", cwd=repo.path).out
    repo.commit()
    assert "Ingen ændring i betydning." in quick("diff", "HEAD~1..HEAD", ".", cwd=repo.path).out


def test_two_files_are_compared_without_git(tmp_path: Path, quick: Runner) -> None:
    (tmp_path / "før.yaml").write_text(text_of("lys"), encoding="utf-8")
    (tmp_path / "nu.yaml").write_text(text_of("lys", NOTICE), encoding="utf-8")
    done = quick("diff", "før.yaml", "nu.yaml", env={"PATH": ""})
    assert done.code == 0
    assert SHORTER in done.out
    assert "Fra før.yaml til nu.yaml: 1 aftale er ændret: 1 væsentligt." in done.out


def test_two_folders_are_compared_without_git(tmp_path: Path, quick: Runner) -> None:
    for folder, edits in (("2025", []), ("2026", [NOTICE])):
        (tmp_path / folder / "a").mkdir(parents=True)
        (tmp_path / folder / "a" / "lys.yaml").write_text(text_of("lys", *edits), encoding="utf-8")
        (tmp_path / folder / "ens.yaml").write_text(text_of("ens"), encoding="utf-8")
    done = quick("diff", "2025", "2026", env={"PATH": ""})
    assert done.out.startswith(f"a/lys.yaml: Lanterneholdet i Bredebro\n  {SHORTER}\n")
    assert "ens.yaml" not in done.out


def test_a_file_and_a_folder_are_not_comparable(repo: Repo, quick: Runner) -> None:
    done = quick("diff", "agreements", "agreements/lys.yaml", cwd=repo.path)
    assert (done.code, done.err.split("\n")[0]) == (2, "fejl: En fil og en mappe kan ikke sammenlignes.")


REFUSED = {
    "an unknown revision": (["nej"], "git kender ikke »nej«."),
    "an unknown end of a range": (["HEAD..nej"], "git kender ikke »nej«."),
    "a revision that is no commit": (["HEAD:agreements"], "git kender ikke »HEAD:agreements«."),
    "a path without agreements": (["HEAD", "tom"], "Der er ingen aftaler at sammenligne."),
    "a strange format": (["--format", "pdf"], "»pdf« kan ikke stå efter --format."),
}


@pytest.mark.parametrize(("words", "says"), REFUSED.values(), ids=list(REFUSED))
def test_wrong_use_is_a_sentence(repo: Repo, quick: Runner, words: list[str], says: str) -> None:
    done = quick("diff", *words, cwd=repo.path)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"fejl: {says}\n  = ")


def test_outside_a_repository_it_is_a_sentence(tmp_path: Path, quick: Runner) -> None:
    done = quick("diff", cwd=tmp_path)
    assert (done.code, done.err) == (
        2,
        "fejl: Mappen her er ikke i et git-repository.\n  = stå i mappen med jeres aftaler, eller begynd med git init\n",
    )


def test_without_commits_it_is_a_sentence(tmp_path: Path, quick: Runner) -> None:
    empty = repository(tmp_path / "tom")
    empty.write("lys")
    done = quick("diff", cwd=empty.path)
    assert (done.code, done.err.split("\n")[0]) == (2, "fejl: Der er ingen commits i det her repository endnu.")


def test_without_git_it_is_a_sentence(repo: Repo, quick: Runner) -> None:
    done = quick("diff", cwd=repo.path, env={"PATH": str(repo.path)})
    assert (done.code, done.err.split("\n")[0]) == (2, "fejl: Der er ingen git på maskinen.")


def test_a_shallow_clone_says_how_to_get_the_rest(repo: Repo, quick: Runner, tmp_path: Path) -> None:
    repo.write("lys", NOTICE)
    repo.commit()
    repo.git("clone", "--quiet", "--depth=1", f"file://{repo.path}", str(tmp_path / "flad"))
    done = quick("diff", "HEAD~1", cwd=tmp_path / "flad")
    assert done.code == 2
    assert "fetch-depth: 0" in done.err


def test_an_unfinished_merge_in_the_index_hides_nothing(repo: Repo, quick: Runner) -> None:
    repo.git("checkout", "--quiet", "-b", "anden")
    repo.write("lys", NOTICE)
    repo.commit()
    repo.git("checkout", "--quiet", "main")
    repo.write("lys", ("  varsel: 5 måneder", "  varsel: 2 måneder"))
    repo.commit()
    with pytest.raises(Exception, match="merge"):
        repo.git("merge", "--quiet", "anden")
    done = quick("diff", cwd=repo.path)
    assert "(kan ikke læses)" in done.out
    staged = quick("diff", "--staged", cwd=repo.path)
    assert (staged.code, staged.err.split("\n")[0]) == (2, "fejl: En fletning er ikke gjort færdig.")


def test_other_line_ends_on_the_disk_are_no_change(repo: Repo, quick: Runner) -> None:
    path = repo.path / "agreements" / "lys.yaml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert quick("diff", cwd=repo.path).out == "Fra HEAD til mappen: Ingen ændring i betydning.\n"


def test_repositories_with_long_ids_are_read_too(tmp_path: Path, quick: Runner) -> None:
    (tmp_path / "lang").mkdir()
    repo = Repo(tmp_path / "lang")
    repo.git("init", "--quiet", "--object-format=sha256")
    repo.write("lys")
    repo.commit()
    assert quick("diff", cwd=repo.path).out == "Fra HEAD til mappen: Ingen ændring i betydning.\n"
    repo.write("lys", NOTICE)
    assert SHORTER in quick("diff", cwd=repo.path).out


def test_the_number_of_processes_is_the_same_for_many_files(repo: Repo, quick: Runner, tmp_path: Path) -> None:
    repo.write("lys", NOTICE)
    few = processes(repo, quick, tmp_path, "diff", "HEAD")
    for number in range(30):
        repo.write(f"nr-{number}", ("formål: At ingen går alene hjem i mørke.", f"formål: Lampe nummer {number}."))
    repo.commit()
    for number in range(30):
        repo.write(f"nr-{number}", NOTICE)
    assert processes(repo, quick, tmp_path, "diff", "HEAD") == few <= 5


def processes(repo: Repo, quick: Runner, tmp_path: Path, *words: str) -> int:
    """How often git is called."""
    folder, count = tmp_path / "vagt", tmp_path / "kald"
    folder.mkdir(exist_ok=True)
    count.write_text("", encoding="utf-8")
    guard = folder / "git"
    guard.write_text(f'#!/bin/sh\necho "$@" >> "{count}"\nexec "{shutil.which("git")}" "$@"\n', encoding="utf-8")
    guard.chmod(guard.stat().st_mode | stat.S_IXUSR)
    assert quick(*words, cwd=repo.path, env={"PATH": f"{folder}{os.pathsep}{os.environ['PATH']}"}).code == 0
    return len(count.read_text("utf-8").splitlines())


def as_json(done: Ran) -> Any:
    assert done.code == 0
    return json.loads(done.out)


def test_json_says_it_for_machines(repo: Repo, quick: Runner) -> None:
    repo.write("lys", NOTICE, ("    frist: 2026-11-17", "    frist: 2027-02-17"))
    result = as_json(quick("diff", "--format", "json", cwd=repo.path))
    assert result["schema_version"] == 1
    assert result["summary"] == {
        "added": 0, "removed": 0, "changed": 1, "same": 0, "unreadable": 0, "editorial": 0, "content": 0, "material": 1,
        "must_be_signed_again": 1,
    }  # fmt: skip
    (item,) = result["agreements"]
    assert (item["id"], item["fate"], item["weight"], item["must_sign_again"]) == ("lys", "changed", "material", ["Tønder Kommune"])
    goal, notice = item["changes"]
    assert (goal["route"], goal["checklist_item"]) == ("goals[0].deadline", 3)
    assert notice == {
        "route": "termination.notice", "deed": "changed", "weight": "material", "checklist_item": 10, "title": "Ophør · Opsigelsesvarsel",
        "before": "5 måneder", "after": "1 måned", "note": "kortere", "words": [],
    }  # fmt: skip


SCHEMA = json.loads((Path(__file__).parents[2] / "schema" / "difference.schema.json").read_text("utf-8"))


def test_json_is_as_its_schema_says(repo: Repo, quick: Runner) -> None:
    Draft7Validator.check_schema(SCHEMA)
    repo.write("lys", NOTICE, ("område: [ældre, ensomhed]", "område: [ensomhed, ældre]"))
    repo.write("ny", ("formål: At ingen går alene hjem i mørke.", f"formål: {'Vi synger sammen hver aften. ' * 9}"))
    repo.write("mere-lys", text="mål: [")
    repo.git("mv", "--force", "agreements/lys.yaml", "agreements/lanterne.yaml")
    ran = quick("diff", "--format", "json", cwd=repo.path)
    assert ran.code == 1, "what cannot be read has not been compared"
    result = json.loads(ran.out)
    assert {item["fate"] for item in result["agreements"]} == {"added", "changed", "unreadable"}
    Draft7Validator(SCHEMA).validate(result)
    result["agreements"][0]["changes"] = [{"route": 3}]
    with pytest.raises(ValidationError):
        Draft7Validator(SCHEMA).validate(result)


def test_json_is_the_same_in_both_languages_but_for_the_words(repo: Repo, quick: Runner) -> None:
    repo.write("lys", NOTICE)
    da, en = (as_json(quick("diff", "--format", "json", "--lang", language, cwd=repo.path)) for language in ("da", "en"))
    assert da["summary"] == en["summary"]
    assert en["agreements"][0]["changes"][0]["note"] == "shorter"


def test_the_same_comparison_gives_the_same_bytes(repo: Repo, run: Runner) -> None:
    repo.write("lys", NOTICE, COORDINATOR)
    for form in ("text", "md", "json"):
        outputs = {run("diff", "--format", form, cwd=repo.path, env={"PYTHONHASHSEED": str(seed), "TZ": zone}).out
                   for seed, zone in ((1, "UTC"), (2, "Pacific/Auckland"))}  # fmt: skip
        assert len(outputs) == 1


def test_a_cpr_number_is_never_repeated(repo: Repo, quick: Runner) -> None:
    number = "010160-" + "5123"
    repo.write(
        "lys", ("tekst: Beboerne vælger ruten.", f"tekst: Beboerne vælger ruten sammen med {number} hver eneste torsdag om vinteren.")
    )
    for form in ("text", "md", "json"):
        done = quick("diff", "--format", form, cwd=repo.path)
        assert "5123" not in done.out
        assert "••••" in done.out


def test_the_danish_name_answers_too(repo: Repo, quick: Runner) -> None:
    assert quick("sammenlign", cwd=repo.path).code == 0


def test_room_for_answers_is_no_news(repo: Repo, quick: Runner) -> None:
    quick("new", "lektier", "--template", "samarbejdsaftale", cwd=repo.path)
    message = quick("diff", cwd=repo.path).out
    assert "  Bidrag: Part: kommunen\n" in message
    assert [line for line in message.splitlines() if line.rstrip().endswith(":")] == []


@pytest.fixture
def diverged(repo: Repo) -> Repo:
    """A branch and main that have both gone on since they parted; the branch is checked out."""
    repo.write("andet")
    repo.commit("andet")
    repo.git("switch", "--quiet", "-c", "gren")
    repo.write("lys", NOTICE)
    repo.commit("gren")
    repo.git("switch", "--quiet", "main")
    repo.write("andet", ("  varsel: 5 måneder", "  varsel: 9 måneder"))
    repo.commit("main")
    repo.git("switch", "--quiet", "gren")
    return repo


@pytest.mark.parametrize(
    "words",
    [("main",), ("main", "agreements"), ("main...HEAD",), ("main...gren",), ("main...",), ("--staged", "main"), ("main", "--format", "md")],
    ids=" ".join,
)
def test_only_what_the_branch_changed_is_shown(diverged: Repo, quick: Runner, words: tuple[str, ...]) -> None:
    done = quick("diff", *words, cwd=diverged.path)
    assert "kortere" in done.out
    assert "andet" not in done.out
    assert done.err == ""


@pytest.mark.parametrize(
    "words", [("main..gren",), ("main", "gren"), ("main", "HEAD"), ("main..", "agreements"), ("main", "gren", "agreements")]
)
def test_two_dots_across_lines_that_parted_say_so_once(diverged: Repo, quick: Runner, words: tuple[str, ...]) -> None:
    done = quick("diff", *words, cwd=diverged.path)
    assert "andet" in done.out
    assert done.err.count("baglæns") == 1
    assert "main..." in done.err


@pytest.mark.parametrize("words", [("HEAD~1..HEAD",), ("HEAD..HEAD~1",), ("HEAD~1", "HEAD"), ("HEAD~1",), ("HEAD",), ()])
def test_along_one_line_nothing_is_remarked(diverged: Repo, quick: Runner, words: tuple[str, ...]) -> None:
    assert quick("diff", *words, cwd=diverged.path).err == ""


def test_a_file_that_is_called_as_a_branch_is_a_path(diverged: Repo, quick: Runner) -> None:
    (diverged.path / "gren").mkdir()
    assert "andet" not in quick("diff", "main", "gren", "agreements", cwd=diverged.path).out


def test_a_check_since_a_branch_that_went_on_sees_what_the_own_line_changed(diverged: Repo, quick: Runner) -> None:
    done = quick("check", "--since", "main", "--output-format", "json", cwd=diverged.path)
    assert [file["path"] for file in json.loads(done.out)["files"]] == ["agreements/lys.yaml"]


@pytest.mark.parametrize("words", [("diff", "fjern"), ("diff", "fjern...HEAD"), ("check", "--since", "fjern")])
def test_a_clone_that_lacks_the_place_where_two_parted_says_how_to_get_it(
    diverged: Repo, quick: Runner, tmp_path: Path, words: tuple[str, ...]
) -> None:
    clone = Repo(tmp_path / "klon")
    diverged.git("clone", "--quiet", "--depth=1", "--no-single-branch", "--branch=gren", f"file://{diverged.path}", str(clone.path))
    clone.git("branch", "fjern", "origin/main")
    done = quick(*words, cwd=clone.path)
    assert done.code == 2
    assert "git fetch --unshallow" in done.err


CONFLICTS = {"merge": ("merge", "--quiet", "gren"), "rebase": ("rebase", "--quiet", "gren"), "cherry-pick": ("cherry-pick", "gren")}


@pytest.mark.parametrize("how", CONFLICTS)
@pytest.mark.parametrize("words", [(), ("HEAD",), ("agreements",), ("--format", "json"), ("--format", "md")], ids=" ".join)
def test_in_a_conflict_it_never_ends_well(repo: Repo, quick: Runner, how: str, words: tuple[str, ...]) -> None:
    repo.git("switch", "--quiet", "-c", "gren")
    repo.write("lys", NOTICE)
    repo.commit()
    repo.git("switch", "--quiet", "main")
    repo.write("lys", ("  varsel: 5 måneder", "  varsel: 9 måneder"))
    repo.commit()
    with pytest.raises(subprocess.CalledProcessError):
        repo.git(*CONFLICTS[how])
    assert quick("diff", *words, cwd=repo.path).code == 1


def test_a_file_that_can_be_read_again_ends_well(repo: Repo, quick: Runner) -> None:
    repo.write("lys", text="id: [lys\n")
    repo.commit()
    assert quick("diff", "HEAD~1", cwd=repo.path).code == 1
    repo.write("lys")
    assert quick("diff", cwd=repo.path).code == 0
