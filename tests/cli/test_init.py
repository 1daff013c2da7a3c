"""`init` begins a record, and overwrites nothing."""

import json
import os
import re
import subprocess
from pathlib import Path

import pytest
import yaml
from conftest import Ran, Runner, needs, program

from partnerskab_cli.model.municipalities import MUNICIPALITIES, find_municipality_code, format_municipality_name

FILES = {
    "partnerskab.yaml",
    "agreements/kaffe-paa-kanden.yaml",
    "schema/aftale.da.schema.json",
    "schema/profil.da.schema.json",
    ".vscode/settings.json",
    ".vscode/extensions.json",
    ".editorconfig",
    ".gitattributes",
    ".pre-commit-config.yaml",
    ".github/workflows/partnerskab.yml",
}


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def begun(run: Runner, *words: str) -> Ran:
    ran = run("init", *words)
    assert ran.code == 0, ran.err
    return ran


def test_a_dry_run_shows_every_file_and_writes_none(run: Runner, tmp_path: Path) -> None:
    ran = begun(run, "Tønder", "--dry-run")
    assert {line.split("  ")[1].strip() for line in ran.out.splitlines()} == FILES
    assert "Intet er skrevet" in ran.err
    assert tree(tmp_path) == {}


def test_a_dry_run_at_length_shows_what_the_files_would_hold(run: Runner) -> None:
    assert "  | kommune: Tønder Kommune" in begun(run, "550", "--dry-run", "-v").out


def test_a_record_is_begun_and_passes_its_own_check(run: Runner, tmp_path: Path) -> None:
    ran = begun(run, "Tønder")
    assert set(tree(tmp_path)) == FILES
    assert [name for name, data in tree(tmp_path).items() if b"PACKAGE" in data] == []
    assert "Ingen bemærkninger" in ran.out
    assert run("check", "--fail-on", "warning").code == 0


@pytest.mark.parametrize("language", ["da", "en"])
def test_what_is_begun_is_laid_out_already(run: Runner, language: str) -> None:
    begun(run, "Tønder", "--lang", language)
    assert run("fmt", "--check").code == 0


def test_beginning_twice_changes_nothing(run: Runner, tmp_path: Path) -> None:
    begun(run, "Tønder")
    before = tree(tmp_path)
    ran = begun(run, "Tønder")
    assert tree(tmp_path) == before
    assert ran.out.count("står der") == len(FILES)


def test_what_exists_is_left_alone_and_named(run: Runner, tmp_path: Path) -> None:
    (tmp_path / ".editorconfig").write_text("root = false\n", encoding="utf-8")
    (tmp_path / "partnerskab.yaml").symlink_to("nowhere.yaml")
    (tmp_path / ".gitattributes").mkdir()
    ran = run("init", "Tønder", "--dry-run")
    assert ran.code == 0
    assert ran.out.count("jeres egen; den røres ikke") == 3


def test_an_existing_profile_and_agreements_are_checked_at_the_end(run: Runner, tmp_path: Path) -> None:
    (tmp_path / "agreements").mkdir()
    (tmp_path / "agreements" / "te.yaml").write_text("id: te\n", encoding="utf-8")
    ran = run("init", "Tønder")
    assert ran.code == 1
    assert "agreements/te.yaml" in ran.out
    assert (tmp_path / "agreements" / "te.yaml").read_text("utf-8") == "id: te\n"


@pytest.mark.parametrize("name", ["te.yaml", "nord/te.yml"])
def test_a_record_that_has_an_agreement_gets_no_first_one(run: Runner, tmp_path: Path, name: str) -> None:
    path = tmp_path / "agreements" / name
    path.parent.mkdir(parents=True)
    path.write_text("id: te\n", encoding="utf-8")
    run("init", "Tønder", "--ci", "none")
    begun_in_english = run("init", "--lang", "en", "--ci", "none")
    assert "agreements/coffee" not in begun_in_english.out
    assert list((tmp_path / "agreements").rglob("*.y*ml")) == [path]


@pytest.mark.parametrize("words", ["550", "0550", "Tønder", "tønder kommune", "toender", "TØNDER KOMMUNE"])
def test_a_municipality_is_known_by_code_and_name(run: Runner, tmp_path: Path, words: str) -> None:
    begun(run, words)
    profile = yaml.safe_load((tmp_path / "partnerskab.yaml").read_text("utf-8"))
    assert profile == {"skema": 1, "bygger_på": "tønder", "kommune": "Tønder Kommune", "kommunekode": "550"}


def test_all_98_municipalities_are_known_by_every_name() -> None:
    assert len(MUNICIPALITIES) == 98
    for code, name in MUNICIPALITIES.items():
        assert {find_municipality_code(code), find_municipality_code(name), find_municipality_code(format_municipality_name(code))} == {
            code
        }


def test_names_are_printed_as_their_owners_print_them() -> None:
    assert [format_municipality_name(code) for code in ("101", "400", "820", "480", "851")] == [
        "Københavns Kommune", "Bornholms Regionskommune", "Vesthimmerlands Kommune", "Nordfyns Kommune", "Aalborg Kommune",
    ]  # fmt: skip


def test_a_municipality_without_a_profile_of_its_own_builds_on_the_neutral_one(run: Runner, tmp_path: Path) -> None:
    begun(run, "Aarhus")
    assert yaml.safe_load((tmp_path / "partnerskab.yaml").read_text("utf-8"))["bygger_på"] == "danmark"


def test_without_a_municipality_the_profile_leaves_the_name_to_be_filled_in(run: Runner, tmp_path: Path) -> None:
    begun(run)
    assert yaml.safe_load((tmp_path / "partnerskab.yaml").read_text("utf-8")) == {"skema": 1, "bygger_på": "danmark"}


def test_an_unknown_municipality_gets_the_nearest_name(run: Runner, tmp_path: Path) -> None:
    ran = run("init", "Tonder")
    assert (ran.code, ran.out) == (2, "")
    assert "menes »Tønder«?" in ran.err
    assert tree(tmp_path) == {}


def test_a_record_in_english_keys_speaks_english(run: Runner, tmp_path: Path) -> None:
    begun(run, "Tønder", "--keys", "en", "--lang", "en")
    assert (tmp_path / "agreements" / "coffee-in-the-pot.yaml").exists()
    assert run("check").out.startswith("1 agreement read. No findings.")


def test_the_editor_is_told_which_schema_belongs_to_which_files(run: Runner, tmp_path: Path, project: Path) -> None:
    begun(run, "Tønder")
    schemas = json.loads((tmp_path / ".vscode" / "settings.json").read_text("utf-8"))["yaml.schemas"]
    assert set(schemas) == {"./schema/aftale.da.schema.json", "./schema/profil.da.schema.json"}
    for name in schemas:
        assert (tmp_path / name).read_bytes() == (project / name).read_bytes()


@pytest.mark.parametrize("package", ['x"; curl', "x\ny", "--index-url=x", "x$(id)", "x`id`", "x\\", "x\u202ey"])
def test_a_package_that_could_do_more_than_name_itself_is_refused(run: Runner, tmp_path: Path, package: str) -> None:
    assert run("init", f"--package={package}").code == 2
    assert tree(tmp_path) == {}


@pytest.mark.parametrize(("host", "name"), [("github", ".github/workflows/partnerskab.yml"), ("gitlab", ".gitlab-ci.yml")])
def test_ci_installs_the_named_package(run: Runner, tmp_path: Path, host: str, name: str) -> None:
    begun(run, "--ci", host, "--package", "partnerskab-cli @ git+https://git.example/x@abc")
    text = (tmp_path / name).read_text("utf-8")
    assert "partnerskab-cli @ git+https://git.example/x@abc" in text
    assert "PACKAGE" not in text
    assert yaml.safe_load(text)


def test_no_ci_is_written_where_none_is_wanted(run: Runner, tmp_path: Path) -> None:
    begun(run, "--ci", "none")
    assert set(tree(tmp_path)) == FILES - {".github/workflows/partnerskab.yml"}


def test_a_folder_that_cannot_be_written_is_said_so(run: Runner, tmp_path: Path) -> None:
    (tmp_path / "agreements").write_text("not a folder", encoding="utf-8")
    ran = run("init", "Tønder")
    assert ran.code == 2
    assert "Traceback" not in ran.err


@pytest.mark.outside
@pytest.mark.parametrize(
    ("host", "name", "schema"),
    [("github", ".github/workflows/partnerskab.yml", "vendor.github-workflows"), ("gitlab", ".gitlab-ci.yml", "vendor.gitlab-ci")],
)
def test_ci_files_fit_their_hosts_schema(run: Runner, tmp_path: Path, host: str, name: str, schema: str) -> None:
    checker = program("check-jsonschema")
    needs(checker, "check-jsonschema is needed: pip install check-jsonschema")
    begun(run, "--ci", host)
    done = subprocess.run([str(checker), "--builtin-schema", schema, str(tmp_path / name)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_git_shows_an_agreement_in_words_as_the_next_step_says(run: Runner, tmp_path: Path) -> None:
    begun(run, "Tønder")
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    done = subprocess.run(
        ["git", "check-attr", "diff", "agreements/kaffe-paa-kanden.yaml"], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip().endswith("diff: partnerskab")


def test_editors_are_told_how_the_files_are_written(run: Runner, tmp_path: Path) -> None:
    begun(run, "Tønder")
    settings = json.loads((tmp_path / ".vscode" / "settings.json").read_text("utf-8"))
    assert settings.pop("yaml.schemas")
    assert settings == {
        "files.encoding": "utf8",
        "files.eol": "\n",
        "[yaml]": {"editor.tabSize": 2, "editor.insertSpaces": True, "editor.wordWrap": "on"},
    }
    assert json.loads((tmp_path / ".vscode" / "extensions.json").read_text("utf-8")) == {"recommendations": ["redhat.vscode-yaml"]}


def test_nothing_that_is_written_names_a_package_that_nobody_has_named(run: Runner, tmp_path: Path) -> None:
    for host in ("github", "gitlab"):
        ran = begun(run, "Tønder", "--ci", host)
        assert "hvor værktøjet hentes" in ran.err
    named = re.compile(
        rb"partnerskab-cli|pip install (?!pre-commit\b)(?!--quiet)\S|additional_dependencies|OWNER|COMMIT\b|@[0-9.]+\b(?!\.)"
    )
    assert {name: named.findall(data) for name, data in tree(tmp_path).items() if named.search(data)} == {}


def test_hooks_without_a_source_run_the_tool_that_is_installed(run: Runner, tmp_path: Path) -> None:
    begun(run)
    hooks = yaml.safe_load((tmp_path / ".pre-commit-config.yaml").read_text("utf-8"))["repos"][0]["hooks"]
    assert {hook["language"] for hook in hooks} == {"system"}
    assert [hook for hook in hooks if "additional_dependencies" in hook] == []


def test_ci_without_a_source_stops_and_says_what_to_write(run: Runner, tmp_path: Path) -> None:
    begun(run)
    steps = yaml.safe_load((tmp_path / ".github/workflows/partnerskab.yml").read_text("utf-8"))["jobs"]["check"]["steps"]
    (install,) = [step["run"] for step in steps if step.get("name") == "Install"]
    done = subprocess.run(
        ["bash", "-ec", install], env={"WHAT_TO_INSTALL": "", "PATH": os.environ["PATH"]}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "WHAT_TO_INSTALL is empty" in done.stdout


BRANCHES = {
    "a new repository on master": (("init -q -b master",), ["master"]),
    "a new repository on another": (("init -q -b hoved/2026",), ["hoved/2026"]),
    "a name that is a pattern": (("init -q -b a+b",), None),
    "a name that YAML reads otherwise": (("init -q -b 2026",), None),
    "a clone on a branch of its own": (
        ("init -q -b udvikling", "commit -q --allow-empty -m a", "symbolic-ref refs/remotes/origin/HEAD refs/remotes/origin/trunk"),
        ["trunk"],
    ),
    "a detached head": (("init -q -b x", "commit -q --allow-empty -m a", "checkout -q --detach"), None),
    "no repository, and a wish": (("config --file HOME/.gitconfig init.defaultBranch stamme",), ["stamme"]),
    "no repository, and no wish": ((), None),
}


@pytest.mark.parametrize("case", BRANCHES)
def test_ci_listens_to_the_branch_that_the_record_has(run: Runner, tmp_path: Path, case: str) -> None:
    words, expected = BRANCHES[case]
    home, record = tmp_path / "home", tmp_path / "record"
    home.mkdir()
    record.mkdir()
    quiet = {"HOME": str(home), "GIT_CONFIG_NOSYSTEM": "1", "XDG_CONFIG_HOME": str(home)}
    for line in words:
        command = ["git", "-c", "user.name=T", "-c", "user.email=t@example.org", *line.replace("HOME", str(home)).split()]
        subprocess.run(command, cwd=record, check=True, env=os.environ | quiet)
    ran = run("init", "Tønder", cwd=record, env=quiet)
    assert ran.code == 0, ran.err
    push = yaml.safe_load((record / ".github/workflows/partnerskab.yml").read_text("utf-8"))[True]["push"]
    assert push == (expected and {"branches": expected})


def test_outside_git_the_first_thing_to_do_is_to_begin_with_git(run: Runner, tmp_path: Path) -> None:
    assert begun(run, "--dry-run").code == 0
    todo = begun(run).err
    assert todo.index("git init") < todo.index("git config") < todo.index("pre-commit install")
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    assert "git init" not in begun(run).err
