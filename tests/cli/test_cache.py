"""What earlier runs found is used where the files are the same, and never believed against them."""

import os
from datetime import date
from pathlib import Path

import pytest
from conftest import TODAY, Ran, Runner, needs
from many import COUNT, SHIPPED, parsed, written

from partnerskab_cli.check.cache import LENGTH, CacheEntry, read_sealed, write_checked
from partnerskab_cli.check.file_stamp import FileFingerprint
from partnerskab_cli.check.parallel import FileResult
from partnerskab_cli.check.result_cache import build_reader, map_readers, read_result_cache, write_result_cache
from partnerskab_cli.diagnostics import CheckedFile, Report
from partnerskab_cli.model.choices import Status
from partnerskab_cli.model.summary import AgreementSummary, ContactRole


@pytest.fixture
def record(tmp_path: Path) -> Path:
    return written(tmp_path)


def check(run: Runner, record: Path, *words: str) -> Ran:
    return run("check", "--today", TODAY, *words, cwd=record, env={"XDG_CACHE_HOME": str(record / "cache")})


def parses(record: Path, *words: str) -> int:
    return parsed(record, "check", "--today", TODAY, "--profile", "danmark", "--jobs", "1", *words)


def kept(record: Path) -> Path:
    (path,) = (record / "cache" / "partnerskab").glob("*.json")
    return path


def key(record: Path) -> bytes:
    return kept(record).read_bytes()[LENGTH : 2 * LENGTH]


def test_a_warm_run_says_the_same_and_reads_nothing(run: Runner, record: Path) -> None:
    assert parses(record) == COUNT + SHIPPED
    assert parses(record) == SHIPPED
    warm = check(run, record)
    assert (warm.code, check(run, record, "--no-cache")) == (1, warm)
    assert parses(record, "--no-cache") == COUNT + SHIPPED


def test_only_what_has_changed_is_read_again(record: Path) -> None:
    parses(record)
    path = record / "agreements" / "aftale-3.yaml"
    path.write_text(path.read_text("utf-8").replace("nummer 3", "nummer 300"), "utf-8")
    assert parses(record) == 1 + SHIPPED
    for item in (record / "agreements").iterdir():
        os.utime(item, (1, 1))
    assert parses(record) == SHIPPED


def test_a_change_that_keeps_size_and_time_is_seen(run: Runner, record: Path) -> None:
    """As `touch -d`, `tar` and `rsync -a` leave a file behind, and a clock that is too coarse to tell two changes apart."""
    path = record / "agreements" / "aftale-3.yaml"
    before = path.stat()
    check(run, record)
    check(run, record)
    path.write_text(path.read_text("utf-8").replace("status: aktiv", "status: aktvi"), "utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert (path.stat().st_size, path.stat().st_mtime_ns) == (before.st_size, before.st_mtime_ns)
    warm = check(run, record)
    assert "aftale-3.yaml" in warm.out
    assert warm == check(run, record, "--no-cache")


def test_the_same_size_and_time_with_other_content_is_seen_by_its_content(record: Path) -> None:
    parses(record)
    path = record / "agreements" / "aftale-3.yaml"
    path.write_text(path.read_text("utf-8").replace("Kaffe", "Kage!"), "utf-8")
    assert parses(record) == 1 + SHIPPED


def test_another_day_another_profile_and_another_choice_of_rules_ask_again(run: Runner, record: Path) -> None:
    check(run, record)
    before = key(record)
    for words in (("--today", "2026-03-02"), ("--profile", "tønder"), ("--select", "TJK")):
        check(run, record, *words)
        assert key(record) != before


@pytest.mark.parametrize(
    "held",
    [b"", b"{", b"[]", b"null", b"\xff\xfe", b'{"key": 1}', b'{"key": "x", "files": []}', b'{"files": {"a": [1]}}', b"[" * 100_000],
    ids=range(9),
)
def test_a_damaged_or_foreign_cache_is_ignored(run: Runner, record: Path, held: bytes) -> None:
    cold = check(run, record)
    kept(record).write_bytes(held)
    assert check(run, record) == cold


def test_a_letter_that_has_changed_is_noticed(run: Runner, record: Path) -> None:
    cold = check(run, record)
    held = kept(record).read_bytes()
    assert b"aktvi" in held
    kept(record).write_bytes(held.replace(b"aktvi", b"aktiv"))
    assert check(run, record) == cold


NO_FINDINGS = (0, b"{}")
"""The one change that makes sense: it says that nothing was found."""


@pytest.mark.parametrize("change", [b"[]", b"{}", b"null", b"1", b'["x"]', b"", b'"no"'], ids=range(7))
def test_columns_that_make_no_sense_are_ignored_even_where_the_checksum_is_right(run: Runner, record: Path, change: bytes) -> None:
    check(run, record)
    path, own = kept(record), key(record)
    assert len(read_result_cache(path, own)) == COUNT
    lines = read_sealed(path, own).data.split(b"\n")
    for number in range(len(lines)):
        write_checked(path, own, b"\n".join((*lines[:number], change, *lines[number + 1 :])))
        assert (number, change) == NO_FINDINGS or not read_result_cache(path, own)


def test_a_cache_that_cannot_be_written_does_no_harm(run: Runner, record: Path) -> None:
    (record / "cache").write_text("a file where a folder should be", "utf-8")
    assert check(run, record).code == 1


def test_a_check_leaves_the_record_as_it_was(run: Runner, record: Path) -> None:
    check(run, record)
    assert sorted(path.name for path in record.iterdir()) == ["agreements", "cache"]
    assert len(list((record / "agreements").iterdir())) == COUNT


HOMELESS = {
    "no home": {"HOME": "", "XDG_CACHE_HOME": ""},
    "a home that is no whole path": {"HOME": "hjem", "XDG_CACHE_HOME": ""},
    "a cache that is no whole path": {"HOME": "", "XDG_CACHE_HOME": "gemt"},
}


@pytest.mark.parametrize("env", HOMELESS.values(), ids=HOMELESS)
@pytest.mark.parametrize("words", [("check", "--today", TODAY), ("list",)], ids=" ".join)
def test_a_record_is_no_place_to_remember_in(run: Runner, record: Path, words: tuple[str, ...], env: dict[str, str]) -> None:
    usual = run(*words, cwd=record, env={"XDG_CACHE_HOME": str(record / "cache")})
    assert run(*words, cwd=record, env=env) == usual
    assert sorted(path.name for path in record.iterdir()) == ["agreements", "cache"]


@pytest.mark.parametrize("jobs", ["1", "2", "3"])
def test_the_number_of_processes_changes_nothing(run: Runner, record: Path, jobs: str) -> None:
    assert check(run, record, "--no-cache", "--jobs", jobs) == check(run, record, "--no-cache")


@pytest.mark.parametrize("jobs", ["0", "-1", "mange", "65"])
def test_a_strange_number_of_processes_is_refused(run: Runner, record: Path, jobs: str) -> None:
    assert check(run, record, "--jobs", jobs).code == 2


FILLED = AgreementSummary(
    path="agreements/a.yaml",
    id="a",
    status=Status.ACTIVE,
    likeness=7,
    carriers=(ContactRole("Vennerne", "formand"),),
    places=("højer", "rømø"),
    goals=(1, 2),
    actions=(3,),
    end=date(2026, 12, 31),
    section_18=((2026, 12_500_00),),
    replaces=("b",),
    framework="c",
    related=("d", "e"),
)
EMPTY = AgreementSummary("agreements/b.yaml", "b", Status.DRAFT, None, (), (), (), (), None, (), (), None, ())


@pytest.mark.parametrize("row", [FILLED, EMPTY], ids=["filled", "empty"])
def test_every_field_of_a_row_comes_back_as_it_was(tmp_path: Path, row: AgreementSummary) -> None:
    assert row is EMPTY or all(field not in {None, ()} for field in row), "every field is tried with a value of its own"
    outcome = FileResult(Report((), (CheckedFile(row.path, subject=row.id),)), row, unsettled=False)
    path, own = tmp_path / "cache" / "check.json", b"k" * LENGTH
    write_result_cache(path, own, {row.path: CacheEntry(FileFingerprint(1, 1, 1, ""), outcome)})
    (back,) = read_result_cache(path, own).values()
    assert back.result.row == row
    assert [type(value) for value in back.result.row or ()] == [type(value) for value in row]


def test_a_field_of_a_kind_that_cannot_be_kept_is_refused_when_it_is_declared() -> None:
    with pytest.raises(TypeError):
        build_reader(set[str])
    assert set(map_readers()) <= set(AgreementSummary._fields)


class TestAFolderThatIsNotTheUsersOwn:
    """Whoever can write in the cache could take findings away, so nothing is believed of a place where somebody else can."""

    @pytest.fixture(autouse=True)
    def posix(self) -> None:
        needs(os.name == "posix", "rights and links as POSIX has them")

    def test_a_link_in_the_place_of_the_cache_is_replaced_and_never_written_through(
        self, run: Runner, record: Path, tmp_path: Path
    ) -> None:
        cold = check(run, record)
        (tmp_path / "precious").write_text("precious", "utf-8")
        kept(record).unlink()
        (record / "cache" / "partnerskab" / "x.json").symlink_to(tmp_path / "precious")
        name = next(iter((record / "cache" / "partnerskab").iterdir()))
        assert check(run, record) == cold
        written = next(path for path in name.parent.iterdir() if path != name)
        written.unlink()
        written.symlink_to(tmp_path / "precious")
        assert check(run, record) == cold
        assert (tmp_path / "precious").read_text("utf-8") == "precious"
        assert not written.is_symlink()

    @pytest.mark.parametrize("mode", [0o770, 0o777, 0o702])
    def test_a_folder_that_others_write_in_is_neither_read_nor_written(self, run: Runner, record: Path, mode: int) -> None:
        cold = check(run, record)
        forged = kept(record)
        key_, data = key(record), read_sealed(kept(record), key(record)).data
        lines = data.split(b"\n")
        write_checked(forged, key_, b"\n".join((b"{}", *lines[1:])))
        assert check(run, record) != cold, "a forged cache in the user's own folder is the user's own doing"
        forged.parent.chmod(mode)
        held = forged.read_bytes()
        assert check(run, record) == cold
        assert forged.read_bytes() == held

    def test_a_folder_of_an_earlier_version_that_others_read_is_closed(self, run: Runner, record: Path) -> None:
        check(run, record)
        folder = kept(record).parent
        folder.chmod(0o755)
        check(run, record)
        assert folder.stat().st_mode & 0o077 == 0

    def test_a_folder_that_is_a_link_is_not_used(self, run: Runner, record: Path, tmp_path: Path) -> None:
        (tmp_path / "elsewhere").mkdir(mode=0o700)
        (record / "cache").mkdir()
        (record / "cache" / "partnerskab").symlink_to(tmp_path / "elsewhere")
        check(run, record)
        assert list((tmp_path / "elsewhere").iterdir()) == []
