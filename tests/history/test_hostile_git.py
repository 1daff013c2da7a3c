"""Hostile revisions, paths, repositories and commit texts: no file is made, no program but git runs, nothing steers the terminal."""

import os
import re
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import Ran, Runner
from gitrepo import Repo, repository, text_of

NOTICE = ("  varsel: 5 måneder", "  varsel: 1 måned")
STEERING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
COMMANDS = (
    ("diff", "HEAD~1"),
    ("diff", "--format", "md", "HEAD~1..HEAD"),
    ("diff", "--staged"),
    ("verify",),
    ("check", "--since", "HEAD~1"),
    ("check",),
)


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    result = repository(tmp_path / "repo")
    result.write("lys")
    result.commit()
    result.write("lys", NOTICE)
    result.commit("endnu en", day="2026-02-10")
    return result


def files(path: Path) -> set[str]:
    return {str(item.relative_to(path)) for item in path.rglob("*")}


def calm(done: Ran) -> None:
    """No steering byte, no trace, and no line that begins with something other than our own words or a path."""
    assert not STEERING.search(done.out + done.err)
    assert "Traceback" not in done.err
    assert done.code in {0, 1, 2}


REVISIONS = [
    "--output=pwned.txt",
    "-O/etc/passwd",
    "--no-index",
    "--ext-diff",
    "--upload-pack=touch pwned",
    "--exec=touch pwned",
    "-c core.pager=touch",
    "-rf",
    "-",
    "x;touch${IFS}pwned",
    "$(touch pwned)",
    "`touch pwned`",
    "| touch pwned",
    "&& touch pwned",
    "> pwned",
    "HEAD; touch pwned",
    "main\ntouch pwned",
    "\x1b[31mrød\x1b[0m",
    "\x1b]52;c;cHduZWQ=\x07",
    "nej\u202etxt",
    "@{-99}",
    "@{upstream}",
    ":/nej",
    "HEAD^{/nej}",
    "HEAD^{tree}",
    "HEAD:agreements/lys.yaml",
    "^HEAD",
    "HEAD^!",
    "..",
    "...",
    "....",
    "a..b..c",
    "0" * 40,
    "x" * 5000,
    "\udcff\udcfe",
    "::set-output name=x::y",
    "HEAD --output=pwned.txt",
]


@pytest.mark.parametrize("revision", REVISIONS)
def test_a_revision_is_never_an_option_and_never_a_command(repo: Repo, quick: Runner, revision: str) -> None:
    before = files(repo.path.parent)
    for words in (
        ["diff", "--", revision],
        ["diff", "--", f"{revision}..HEAD"],
        ["diff", "--", f"HEAD..{revision}"],
        ["check", f"--since={revision}"],
    ):
        calm(quick(*words, cwd=repo.path))
    assert files(repo.path.parent) == before


@pytest.mark.parametrize(
    "name", ["--output=pwned.txt", "-rf", "x;touch${IFS}pwned", "$(touch${IFS}pwned)", "`touch`", "|touch", "--all", "@somebody"]
)
def test_a_branch_may_have_such_a_name_and_is_read_all_the_same(repo: Repo, quick: Runner, name: str) -> None:
    repo.git("update-ref", f"refs/heads/{name}", "HEAD~1")
    before = files(repo.path.parent)
    done = quick("diff", "--", name, cwd=repo.path)
    calm(done)
    assert (done.code, files(repo.path.parent)) == (0, before)
    assert "5 måneder → 1 måned, kortere" in done.out


PATHS = [
    "-rf.yaml",
    "--output=pwned.yaml",
    "ny\nlinje.yaml",
    "rød\x1b[31m.yaml",
    "vend\u202etxt.yaml",
    ":(glob)*.yaml",
    ":!x.yaml",
    "*.yaml",
    "[a-z].yaml",
    '"citat".yaml',
    "$(touch pwned).yaml",
    "`touch pwned`.yaml",
    "mellem rum.yaml",
    "tab\there.yaml",
    "æøå.yaml",
    "::set-output name=x::y.yaml",
    "\udcff.yaml",
    "a" * 200 + ".yaml",
    "\x01agreements.yaml",
    "omvendt\\streg.yaml",
    "'.yaml",
    "@somebody #12.yaml",
]


@pytest.mark.parametrize("name", PATHS)
def test_a_path_is_never_an_option_and_never_steers(repo: Repo, quick: Runner, name: str) -> None:
    path = repo.path / "agreements" / name
    path.write_text(text_of("ond"), encoding="utf-8")
    repo.commit()
    path.write_text(text_of("ond", NOTICE), encoding="utf-8")
    before = files(repo.path.parent)
    for words in COMMANDS:
        calm(quick(*words, cwd=repo.path))
    done = quick("diff", cwd=repo.path)
    assert (done.code, files(repo.path.parent)) == (0, before)
    assert "5 måneder → 1 måned, kortere" in done.out
    named = quick("diff", "--", "HEAD", f"agreements/{name}", cwd=repo.path)
    calm(named)
    assert "5 måneder → 1 måned, kortere" in named.out


TRAP = "touch '{canary}'; cat"
CONFIGURATIONS: dict[str, str] = {
    "a file system monitor": "[core]\n\tfsmonitor = {trap}\n",
    "an external diff": "[diff]\n\texternal = {trap}\n",
    "a text conversion": '[diff "ond"]\n\ttextconv = {trap}\n\tcommand = {trap}\n',
    "a clean and a smudge filter": '[filter "ond"]\n\tclean = {trap}\n\tsmudge = {trap}\n\tprocess = {trap}\n\trequired = true\n',
    "a pager": "[core]\n\tpager = {trap}\n[pager]\n\tlog = {trap}\n\tdiff = true\n",
    "an alias over a command": "[alias]\n\tlog = !{trap}\n\trev-parse = !{trap}\n\tls-tree = !{trap}\n\tcat-file = !{trap}\n",
    "a signature program": '[log]\n\tshowSignature = true\n[gpg]\n\tprogram = {trap}\n[gpg "ssh"]\n\tprogram = {trap}\n',
    "hooks": "[core]\n\thooksPath = {hooks}\n",
    "an editor and an askpass": "[core]\n\teditor = {trap}\n\taskPass = {trap}\n[sequence]\n\teditor = {trap}\n",
    "a way to the network": "[core]\n\tsshCommand = {trap}\n\tgitProxy = {trap}\n[credential]\n\thelper = !{trap}\n",
    "a partial clone from a program": '[extensions]\n\tpartialClone = origin\n[remote "origin"]\n\turl = ext::sh -c "{trap}"\n\tpromisor = true\n'
    '[protocol]\n\tallow = always\n[protocol "ext"]\n\tallow = always\n',
    "another remote helper": '[remote "origin"]\n\turl = x\n\tvcs = ond\n\tpromisor = true\n[extensions]\n\tpartialClone = origin\n[protocol "ond"]\n\tallow = always\n',
    "attributes from elsewhere": "[core]\n\tattributesFile = {attributes}\n",
    "an order file": "[diff]\n\torderFile = /dev/zero\n",
    "odd ways to show": "[log]\n\tshowRoot = false\n\tfollow = true\n\tdate = relative\n\tdiffMerges = first-parent\n[diff]\n\trelative = true\n\trenames = copies\n\tnoprefix = true\n"
    "[i18n]\n\tlogOutputEncoding = UTF-16\n[core]\n\tquotePath = true\n\tabbrev = 4\n[format]\n\tpretty = oneline\n[color]\n\tui = always\n",
    "a command with a trailing shell": "[core]\n\talternateRefsCommand = {trap}\n[uploadpack]\n\tpackObjectsHook = {trap}\n[include]\n\tpath = /dev/zero/nej\n",
}


@pytest.mark.parametrize("configuration", CONFIGURATIONS.values(), ids=list(CONFIGURATIONS))
def test_nothing_that_a_repository_configures_is_run(repo: Repo, quick: Runner, tmp_path: Path, configuration: str) -> None:
    trapped(repo, tmp_path, configuration)
    expected = {words: quick(*words, cwd=repo.path) for words in COMMANDS}
    before = files(tmp_path)
    for words in COMMANDS:
        done = quick(*words, cwd=repo.path)
        calm(done)
        assert done == expected[words]
    assert "5 måneder → 1 måned, kortere" in quick("diff", "HEAD~1", cwd=repo.path).out
    assert not (tmp_path / "canary").exists()
    assert files(tmp_path) == before


def trapped(repo: Repo, tmp_path: Path, configuration: str) -> None:
    """Lay traps: every program that the configuration names leaves a canary."""
    script = tmp_path / "trap"
    script.write_text(f"#!/bin/sh\n{TRAP.format(canary=tmp_path / 'canary')}\n", encoding="utf-8")
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    for name in ("post-index-change", "pre-commit", "fsmonitor-watchman", "reference-transaction", "post-checkout"):
        shutil.copy(script, hooks / name)
        shutil.copy(script, repo.path / ".git" / "hooks" / name) if (repo.path / ".git" / "hooks").exists() else None
    attributes = tmp_path / "attributes"
    attributes.write_text("*.yaml diff=ond filter=ond\n", encoding="utf-8")
    (repo.path / ".git" / "info").mkdir(exist_ok=True)
    shutil.copy(attributes, repo.path / ".git" / "info" / "attributes")
    (repo.path / ".gitattributes").write_text("*.yaml diff=ond filter=ond\n", encoding="utf-8")
    with (repo.path / ".git" / "config").open("a", encoding="utf-8") as file:
        file.write(configuration.format(trap=script, hooks=hooks, attributes=attributes))


def test_a_blob_that_is_missing_is_fetched_from_nobody(repo: Repo, quick: Runner, tmp_path: Path) -> None:
    trapped(repo, tmp_path, CONFIGURATIONS["a partial clone from a program"])
    blob = repo.git("rev-parse", "HEAD~1:agreements/lys.yaml").strip()
    (repo.path / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    for words in COMMANDS:
        calm(quick(*words, cwd=repo.path))
    assert not (tmp_path / "canary").exists()


def test_the_traps_are_sharp(repo: Repo, tmp_path: Path) -> None:
    trapped(repo, tmp_path, CONFIGURATIONS["a text conversion"])
    repo.git("diff", "HEAD~1")
    assert (tmp_path / "canary").exists()


def surroundings(tmp_path: Path) -> Iterator[dict[str, str]]:
    yield {"GIT_DIR": "/nonexistent"}
    yield {"GIT_WORK_TREE": "/", "GIT_DIR": str(tmp_path)}
    yield {"GIT_EXTERNAL_DIFF": f"touch {tmp_path}/canary"}
    yield {"GIT_TRACE": str(tmp_path / "canary")}
    yield {"GIT_EXEC_PATH": str(tmp_path)}
    yield {"GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "core.fsmonitor", "GIT_CONFIG_VALUE_0": f"touch {tmp_path}/canary"}
    yield {"GIT_INDEX_FILE": str(tmp_path / "canary")}
    yield {"GIT_PAGER": f"touch {tmp_path}/canary", "PAGER": f"touch {tmp_path}/canary"}
    yield {"GIT_LITERAL_PATHSPECS": "0", "GIT_GLOB_PATHSPECS": "1"}
    yield {"GIT_CEILING_DIRECTORIES": "/"}


def test_what_the_surroundings_say_to_git_is_left_out(repo: Repo, quick: Runner, tmp_path: Path) -> None:
    expected = quick("diff", "HEAD~1", cwd=repo.path)
    for extra in surroundings(tmp_path):
        assert quick("diff", "HEAD~1", cwd=repo.path, env=extra) == expected
    assert not (tmp_path / "canary").exists()


@pytest.mark.parametrize("search", ["{repo}", ".", "", "{repo}:.", "relativ"])
def test_a_git_that_lies_in_the_repository_is_never_run(repo: Repo, quick: Runner, tmp_path: Path, search: str) -> None:
    for name in ("git", "git.exe", "relativ"):
        fake = repo.path / name
        fake.write_text(f"#!/bin/sh\ntouch '{tmp_path}/canary'\n", encoding="utf-8")
        fake.chmod(0o644 if search.startswith("{repo}") else 0o755)
    quick("diff", cwd=repo.path, env={"PATH": search.format(repo=repo.path)})
    assert not (tmp_path / "canary").exists()


MESSAGES = [
    "\x1b[31mrød\x1b[0m",
    "\x1b]0;titel\x07",
    "::set-output name=x::y",
    "::error file=x::y",
    "linje\n\n" + "0" * 40 + "\nMere",
    ":100644 100644 " + "a" * 40 + " " + "b" * 40 + " M\tagreements/lys.yaml",
    "\u202evend",
    "<script>alert(1)</script>",
    "%H%x00%cs",
    "\x01" + "2020-01-01",
    "x" * 10_000,
]
AUTHORS = ["\x1b[31mRød\x1b[0m", "Anna\u202eannA", "::error::x", "'; touch pwned; '", "%H%x00", "@somebody", "x" * 2_000, "0" * 40]


@pytest.mark.parametrize("message", MESSAGES)
def test_what_a_commit_says_changes_nothing(repo: Repo, quick: Runner, message: str) -> None:
    plain = {words: quick(*words, cwd=repo.path) for words in (("verify",), ("check", "--since", "HEAD~1"))}
    repo.git("commit", "--quiet", "--amend", "--allow-empty-message", "--cleanup=verbatim", "--file=-", given=message.encode(),
             env={"GIT_COMMITTER_DATE": "2026-02-10T12:00:00+01:00"})  # fmt: skip
    for words, expected in plain.items():
        done = quick(*words, cwd=repo.path)
        calm(done)
        assert re.sub("commit [0-9a-f]{10}", "", done.out) == re.sub("commit [0-9a-f]{10}", "", expected.out)


@pytest.mark.parametrize("author", AUTHORS)
def test_who_wrote_a_signature_is_shown_and_steers_nothing(repo: Repo, quick: Runner, author: str) -> None:
    repo.write("lys", ("underskrifter:\n", "underskrifter:\n  - {part: lygter, rolle: formand, dato: 2026-02-11}\n"))
    repo.commit(author=author, day="2026-02-11")
    before = files(repo.path.parent)
    done = quick("verify", "lys", cwd=repo.path)
    calm(done)
    assert "Lygtetænderne (formand), 11. februar 2026" in done.out
    assert re.search(r"skrevet ind af .+ 11\. februar 2026, commit [0-9a-f]{10}", done.out)
    assert files(repo.path.parent) == before


def test_a_repository_inside_the_files_is_not_entered(repo: Repo, quick: Runner, tmp_path: Path) -> None:
    inner = repo.path / "agreements" / "indre.git"
    repo.git("init", "--quiet", "--bare", str(inner))
    (inner / "config").write_text(f"[core]\n\tbare = true\n\tfsmonitor = touch {tmp_path}/canary\n\tworktree = /\n", encoding="utf-8")
    calm(quick("diff", ".", cwd=inner))
    calm(quick("verify", cwd=inner))
    assert not (tmp_path / "canary").exists()


def test_a_version_that_is_too_large_is_not_read(repo: Repo, quick: Runner) -> None:
    repo.write("stor", text="id: stor\nx_fyld: " + "a" * (3 << 20) + "\n")
    repo.commit()
    repo.write("stor", text=text_of("stor"))
    done = quick("diff", cwd=repo.path)
    calm(done)
    assert "(kan ikke læses)" in done.out


def test_a_link_in_the_record_is_not_followed_by_the_history(repo: Repo, quick: Runner, tmp_path: Path) -> None:
    (tmp_path / "hemmelig.yaml").write_text("id: hemmelig\ntitel: Hemmelig titel\n", encoding="utf-8")
    (repo.path / "agreements" / "ud.yaml").symlink_to(tmp_path / "hemmelig.yaml")
    done = quick("diff", cwd=repo.path)
    repo.commit()
    for words in COMMANDS:
        assert "Hemmelig" not in quick(*words, cwd=repo.path).out
    assert "Hemmelig" not in done.out


def test_replaced_objects_hide_nothing(repo: Repo, quick: Runner) -> None:
    old, new = (repo.git("rev-parse", f"{name}:agreements/lys.yaml").strip() for name in ("HEAD~1", "HEAD"))
    repo.git("replace", new, old)
    assert "5 måneder → 1 måned, kortere" in quick("diff", "HEAD~1..HEAD", cwd=repo.path).out


def test_there_are_enough_of_them() -> None:
    assert len(REVISIONS) + len(PATHS) + len(CONFIGURATIONS) + len(MESSAGES) + len(AUTHORS) > 90
    assert os.environ.get("PATH")
