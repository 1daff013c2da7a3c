"""What the reports have read is kept, believed only against the files, and lets nothing in but agreements."""

import os
import pickle
from enum import Enum
from hashlib import sha256
from pathlib import Path

import pytest
from conftest import PROJECT, TODAY, Ran, Runner
from many import COUNT, SHIPPED, TEXT, parsed, written

from partnerskab_cli.check.agreement_cache import map_classes, read_agreement_cache, write_agreement_cache
from partnerskab_cli.check.cache import LENGTH, CacheEntry, write_checked
from partnerskab_cli.check.file_stamp import FileFingerprint
from partnerskab_cli.model.agreement import Agreement
from partnerskab_cli.source.source_file import parse_text

REPORTS = [
    ("list",),
    ("deadlines", "--today", TODAY, "--format", "json"),
    ("portfolio", "--today", TODAY, "--format", "json"),
    ("portfolio", "economy", "--today", TODAY, "--format", "csv"),
]


@pytest.fixture
def record(tmp_path: Path) -> Path:
    return written(tmp_path)


def report(run: Runner, record: Path, *words: str) -> Ran:
    return run(*words, cwd=record, env={"XDG_CACHE_HOME": str(record / "cache")})


def shelf(record: Path) -> Path:
    (path,) = (record / "cache" / "partnerskab").glob("*.pickle")
    return path


def test_a_warm_report_says_the_same_and_reads_no_agreement(run: Runner, record: Path) -> None:
    cold = [report(run, record, *words) for words in REPORTS]
    assert [parsed(record, *words) for words in REPORTS] == [SHIPPED] * len(REPORTS)
    assert [report(run, record, *words) for words in REPORTS] == cold


def test_only_what_has_changed_is_read_again_by_a_report(run: Runner, record: Path) -> None:
    assert parsed(record, "list") == COUNT + SHIPPED
    path = record / "agreements" / "aftale-3.yaml"
    path.write_text(path.read_text("utf-8").replace("id: aftale-3", "id: nummer-3"), "utf-8")
    assert parsed(record, "list") == 1 + SHIPPED
    (record / "agreements" / "aftale-4.yaml").unlink()
    names = report(run, record, "list").out.split()
    assert "nummer-3" in names
    assert not {"aftale-3", "aftale-4"} & set(names)


def test_a_new_time_alone_is_no_change_to_a_report(record: Path) -> None:
    parsed(record, "list")
    for path in (record / "agreements").iterdir():
        os.utime(path, (1, 1))
    assert parsed(record, "list") == SHIPPED


@pytest.mark.parametrize("place", [0, LENGTH, 2 * LENGTH, 3 * LENGTH, "aftale-3", -1])
def test_a_damaged_shelf_is_ignored(run: Runner, record: Path, place: int | str) -> None:
    cold = report(run, record, "list")
    data = bytearray(shelf(record).read_bytes())
    data[place if isinstance(place, int) else data.rindex(place.encode())] ^= 1
    shelf(record).write_bytes(data)
    assert report(run, record, "list") == cold
    shelf(record).write_bytes(bytes(data[: len(data) // 2]))
    assert report(run, record, "list") == cold


class Hostile:
    """Runs a command where it is let in."""

    def __init__(self, victim: Path) -> None:
        self.victim = victim

    def __reduce__(self) -> tuple[object, ...]:
        return os.mkdir, (str(self.victim),)


def test_a_shelf_that_would_run_something_is_refused(run: Runner, record: Path, tmp_path: Path) -> None:
    cold = report(run, record, "list")
    key = shelf(record).read_bytes()[LENGTH : 2 * LENGTH]
    data = key + pickle.dumps([Hostile(tmp_path / "alive")])
    shelf(record).write_bytes(sha256(data).digest() + data)
    assert read_agreement_cache(shelf(record), key) == {}
    assert report(run, record, "list") == cold
    assert not (tmp_path / "alive").exists()


FORGED = {
    "an attribute of a record's class": b"\x80\x05cpartnerskab_cli.model.agreement\nAgreement\nN}X\x06\0\0\0fieldsX\x05\0\0\0owneds\x86b0N.",
    "a new attribute of a value's class": b"\x80\x05cpartnerskab_cli.model.amounts\nMoney\nN}X\x04\0\0\0evilX\x05\0\0\0owneds\x86b0N.",
    "an attribute of a word list's class": b"\x80\x05cpartnerskab_cli.model.choices\nStatus\nN}X\x04\0\0\0saidX\x05\0\0\0owneds\x86b0N.",
    "a module that is not there": b"\x80\x05cpartnerskab_cli.agreement.nothing\nAgreement\n.",
    "a class that is not there": b"\x80\x05cpartnerskab_cli.model.agreement\nNothing\n.",
    "a function of our own": b"\x80\x05cpartnerskab_cli.model.record\npoints\n.",
    "a class of ours that no agreement holds": b"\x80\x05cpartnerskab_cli.model.summary\nRow\n.",
    "something of Python's": b"\x80\x05cbuiltins\neval\n.",
    "a piece that ends too soon": b"\x80\x05(",
    "a piece that takes what is not there": b"\x80\x050.",
    "a memo that is empty": b"\x80\x05h\x07.",
}


@pytest.mark.parametrize("piece", FORGED.values(), ids=FORGED)
def test_a_forged_shelf_is_ignored_and_changes_nothing(tmp_path: Path, piece: bytes) -> None:
    before = {kind: dict(vars(kind)) for kind in map_classes().values()}
    path, key = tmp_path / "cache" / "read.pickle", b"k" * LENGTH
    write_checked(path, key, piece)
    assert read_agreement_cache(path, key) == {}
    assert {kind: dict(vars(kind)) for kind in map_classes().values()} == before


def test_every_class_that_an_agreement_consists_of_is_let_in(tmp_path: Path) -> None:
    text = (PROJECT / "tests" / "documents" / "full.yaml").read_text("utf-8")
    agreement = parse_text(text, "fuld-aftale.yaml", Agreement).record
    files, key = {"a.yaml": CacheEntry(FileFingerprint(1, 1, 1, ""), agreement)}, b"k" * LENGTH
    write_agreement_cache(tmp_path / "cache" / "a.pickle", key, files)
    assert read_agreement_cache(tmp_path / "cache" / "a.pickle", key)["a.yaml"].result == agreement


def test_only_the_user_may_look_into_the_cache(run: Runner, record: Path) -> None:
    report(run, record, "list")
    if os.name == "posix":
        assert shelf(record).parent.stat().st_mode & 0o077 == 0


def test_the_early_pythons_of_3_11_keep_words_of_lists_too(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(Enum, "__reduce_ex__", lambda self, _: (getattr, (type(self), self.name)))
    agreement = parse_text(TEXT.format(number=1), "a.yaml", Agreement).record
    assert agreement
    files, key = {"a.yaml": CacheEntry(FileFingerprint(1, 1, 1, ""), agreement)}, b"k" * LENGTH
    write_agreement_cache(tmp_path / "cache" / "a.pickle", key, files)
    assert read_agreement_cache(tmp_path / "cache" / "a.pickle", key)["a.yaml"].result == agreement
