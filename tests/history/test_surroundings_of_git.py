"""Clones that are not plain: what git has not fetched or laid out never reads as gone or new; what cannot be told is a sentence with a cure."""

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Runner
from gitrepo import Repo, repository, text_of

NOTICE = ("  varsel: 5 måneder", "  varsel: 1 måned")
ASKING = (("diff",), ("diff", "HEAD~1"), ("diff", "--staged"), ("check", "--since", "HEAD~1"))
FALSE_WORDS = re.compile(r"fjernet|ny aftale|HIS05|slettet")


@pytest.fixture
def source(tmp_path: Path) -> Repo:
    """Two agreements; the last commit changed one of them."""
    result = repository(tmp_path / "source")
    result.write("lys")
    result.write("nord/mørke")
    result.commit()
    result.write("lys", NOTICE)
    result.commit()
    result.git("config", "uploadpack.allowFilter", "true")
    result.git("config", "uploadpack.allowAnySHA1InWant", "true")
    return result


def cloned(source: Repo, *words: str) -> Repo:
    clone = Repo(source.path.parent / "clone")
    source.git("clone", "--quiet", *words, f"file://{source.path}", str(clone.path))
    return clone


def by_cloning(*words: str) -> Callable[[Repo], Repo]:
    return lambda source: cloned(source, *words)


def sparse(*words: str) -> Callable[[Repo], Repo]:
    def made(source: Repo) -> Repo:
        clone = cloned(source)
        clone.git("sparse-checkout", "set", *words)
        return clone

    return made


def skipping(source: Repo) -> Repo:
    clone = cloned(source)
    clone.git("update-index", "--skip-worktree", "agreements/nord/mørke.yaml")
    (clone.path / "agreements" / "nord" / "mørke.yaml").unlink()
    return clone


def linked(source: Repo) -> Repo:
    source.git("worktree", "add", "--quiet", "-b", "gren", "../linked")
    return Repo(source.path.parent / "linked")


def separate(source: Repo) -> Repo:
    return cloned(source, f"--separate-git-dir={source.path.parent / 'elsewhere.git'}")


def sparse_index(source: Repo) -> Repo:
    clone = cloned(source)
    clone.git("sparse-checkout", "set", "--cone", "--sparse-index", "agreements")
    clone.git("sparse-checkout", "reapply", "--sparse-index")
    return clone


LAID_OUT: dict[str, Callable[[Repo], Repo]] = {
    "a plain clone": by_cloning(),
    "a sparse checkout by pattern": sparse("--no-cone", "/agreements/lys.yaml"),
    "a sparse checkout by folder": sparse("--cone", "docs"),
    "a sparse checkout without the folder below": sparse("--no-cone", "/agreements/", "!/agreements/nord/"),
    "a sparse index": sparse_index,
    "a file that git skips": skipping,
    "a linked working tree": linked,
    "a repository that lies elsewhere": separate,
    "a shallow clone that reaches far enough": by_cloning("--depth=2"),
    "a single branch": by_cloning("--single-branch"),
}


@pytest.mark.parametrize("words", ASKING, ids=" ".join)
@pytest.mark.parametrize("layout", LAID_OUT)
def test_what_is_not_laid_out_is_neither_gone_nor_new(source: Repo, quick: Runner, layout: str, words: tuple[str, ...]) -> None:
    clone = LAID_OUT[layout](source)
    (clone.path / "agreements").mkdir(exist_ok=True)
    done = quick(*words, cwd=clone.path)
    assert not FALSE_WORDS.search(done.out), done.out
    assert done.code in {0, 1}, done.err


def test_a_deletion_is_still_seen_in_a_sparse_checkout(source: Repo, quick: Runner) -> None:
    clone = sparse("--no-cone", "/agreements/lys.yaml")(source)
    (clone.path / "agreements" / "lys.yaml").unlink()
    assert "agreements/lys.yaml: Lanterneholdet i Bredebro (fjernet)" in quick("diff", cwd=clone.path).out


PARTIAL = (("diff", "HEAD~1"), ("diff", "HEAD~1..HEAD"), ("diff", "HEAD~1...HEAD"), ("check", "--since", "HEAD~1"))


@pytest.mark.parametrize("words", PARTIAL, ids=" ".join)
@pytest.mark.parametrize("kind", ["blob:none", "tree:0", "blob:limit=10"])
def test_a_partial_clone_says_what_is_missing_and_how_to_get_it(source: Repo, quick: Runner, kind: str, words: tuple[str, ...]) -> None:
    clone = cloned(source, f"--filter={kind}")
    done = quick(*words, cwd=clone.path)
    assert (done.code, done.out) == (2, "")
    assert re.search(r"Noget af historikken er ikke hentet: git mangler [0-9a-f]{40}\.\n", done.err), done.err
    cure = done.err.partition("hent resten med: ")[2].split()
    assert cure[0] == "git"
    clone.git(*cure[1:])
    done = quick(*words, cwd=clone.path)
    assert done.code in {0, 1}, done.err
    assert not FALSE_WORDS.search(done.out)


def test_an_object_that_is_lost_is_named(source: Repo, quick: Runner) -> None:
    blob = source.git("rev-parse", "HEAD~1:agreements/lys.yaml").strip()
    (source.path / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    done = quick("diff", "HEAD~1", cwd=source.path)
    assert done.code == 2
    assert blob in done.err
    assert "git fetch" in done.err


@pytest.mark.parametrize("words", [("diff",), ("check", "--since", "HEAD"), ("diff", "HEAD~1..HEAD")], ids=" ".join)
def test_a_bare_repository_is_a_sentence_with_a_cure(source: Repo, quick: Runner, words: tuple[str, ...]) -> None:
    bare = cloned(source, "--bare")
    done = quick(*words, cwd=bare.path)
    assert (done.code, done.out) == (2, "")
    assert "git clone" in done.err


def nested(source: Repo, place: str, *, as_submodule: bool) -> Repo:
    """A record with another repository in it."""
    inner = repository(source.path.parent / "inner")
    (inner.path / "vest.yaml").write_bytes((source.path / "agreements" / "lys.yaml").read_bytes().replace(b"id: lys", b"id: vest"))
    inner.commit()
    (inner.path / "vest.yaml").write_bytes((inner.path / "vest.yaml").read_bytes().replace(b"1 m\xc3\xa5ned", b"2 m\xc3\xa5neder"))
    inner.commit()
    if as_submodule:
        source.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(inner.path), place)
        source.commit()
    else:
        source.git("clone", "--quiet", str(inner.path), place)
    return Repo(source.path / place)


@pytest.mark.parametrize("as_submodule", [True, False], ids=["a submodule", "a clone inside"])
def test_a_repository_inside_the_record_is_named_and_not_called_new(source: Repo, quick: Runner, *, as_submodule: bool) -> None:
    inner = nested(source, "agreements/vest", as_submodule=as_submodule)
    for words in (("diff",), ("check", "--since", "HEAD")):
        done = quick(*words, cwd=source.path)
        assert "vest" not in done.out
        assert done.err.count("agreements/vest er et git-repository for sig selv") == 1
    assert "1 måned → 2 måneder, længere" in quick("diff", "HEAD~1", ".", cwd=inner.path).out


@pytest.mark.parametrize("as_submodule", [True, False], ids=["a submodule", "a clone inside"])
def test_a_record_whose_folder_is_a_repository_of_its_own_is_asked_there(tmp_path: Path, quick: Runner, *, as_submodule: bool) -> None:
    outer, inner = repository(tmp_path / "outer"), repository(tmp_path / "inner")
    (outer.path / "partnerskab.yaml").write_text("kommune: Eksempel Kommune\n", "utf-8")
    outer.commit()
    for edits in ((), (NOTICE,)):
        (inner.path / "lys.yaml").write_text(text_of("lys", *edits), "utf-8")
        inner.commit()
    add = ("-c", "protocol.file.allow=always", "submodule", "--quiet", "add") if as_submodule else ("clone", "--quiet")
    outer.git(*add, str(inner.path), "agreements")
    assert "5 måneder → 1 måned, kortere" in quick("diff", "HEAD~1", cwd=outer.path).out
    assert "Ingen ændring" in quick("diff", cwd=outer.path).out
    since = quick("check", "--since", "HEAD~1", "--output-format", "json", cwd=outer.path).out
    assert '"path": "agreements/lys.yaml"' in since


@pytest.mark.parametrize("words", [("diff", "HEAD~1"), ("check", "--since", "HEAD~1")], ids=" ".join)
def test_a_clone_that_is_too_shallow_says_so(source: Repo, quick: Runner, words: tuple[str, ...]) -> None:
    clone = cloned(source, "--depth=1")
    done = quick(*words, cwd=clone.path)
    assert done.code == 2
    assert "git fetch --unshallow" in done.err
    subprocess.run(["git", "fetch", "--quiet", "--unshallow"], cwd=clone.path, check=True)
    assert quick(*words, cwd=clone.path).code in {0, 1}
