"""From a file to its text: what is no plain file, what is too large, and what is not UTF-8."""

import codecs
import os
import stat
from pathlib import Path
from typing import NamedTuple

import pytest

from partnerskab_cli.source.files import (
    GONE,
    LARGEST,
    LINK_OUT,
    LOOP,
    MISSING,
    OTHER,
    SEPARATORS,
    decode_guessing,
    decode_text,
    read_bytes,
)
from partnerskab_cli.source.parser import SourceFault
from partnerskab_cli.text.localized import Text


def refused(path: Path, root: Path | None = None) -> object:
    found = read_bytes(path, root or path.parent)
    assert isinstance(found, SourceFault)
    return found.values["what"]


class Status(NamedTuple):
    st_mode: int
    st_size: int = 0


@pytest.mark.parametrize(
    ("kind", "danish"),
    [
        (stat.S_IFDIR, "en mappe"), (stat.S_IFIFO, "et rør (FIFO)"), (stat.S_IFSOCK, "en sokkel"), (stat.S_IFCHR, "en enhed"), (stat.S_IFBLK, "en enhed"), (0, "noget andet"),
    ],
)  # fmt: skip
def test_what_is_no_plain_file_is_called_by_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: int, danish: str) -> None:
    (tmp_path / "a").write_bytes(b"x")
    monkeypatch.setattr(os, "fstat", lambda _: Status(kind))
    what = refused(tmp_path / "a")
    assert isinstance(what, Text)
    assert what.da == danish


def test_a_link_leads_inside_or_nowhere(tmp_path: Path) -> None:
    record, outside = tmp_path / "record", tmp_path / "outside"
    record.mkdir()
    outside.mkdir()
    (outside / "a").write_bytes(b"hemmeligt")
    (record / "a").write_bytes(b"x")
    targets: dict[str, str | Path] = {
        "in": "a",
        "out": outside / "a",
        "gone": "b",
        "gone-out": outside / "b",
        "ring": "ring",
        "up": "../outside/a",
    }
    for name, target in targets.items():
        (record / name).symlink_to(target)
    assert read_bytes(record / "in", record) == b"x"
    assert read_bytes(record / "out", tmp_path) == b"hemmeligt"
    assert [refused(record / name, record) for name in ("out", "up", "gone", "gone-out", "ring")] == [
        LINK_OUT,
        LINK_OUT,
        MISSING,
        MISSING,
        LOOP,
    ]
    assert refused(record / "none") == GONE
    assert refused(record / "a\0b") == OTHER
    assert refused(record / "a" / "b") == OTHER


@pytest.mark.parametrize(("size", "kept"), [(LARGEST, True), (LARGEST + 1, False), (0, True)])
@pytest.mark.parametrize("told", [True, False], ids=["the size is told", "the size is hidden"])
def test_a_file_may_be_as_large_as_the_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int, kept: bool, told: bool) -> None:  # noqa: FBT001 - columns of the table
    path = tmp_path / "a"
    path.write_bytes(b"x" * size)
    if not told:
        monkeypatch.setattr(os, "fstat", lambda _: Status(stat.S_IFREG))
    found = read_bytes(path, tmp_path)
    if kept:
        assert found == b"x" * size
    else:
        assert isinstance(found, SourceFault)
        assert found.code == "STR01c"
        assert [value.localize("da") for value in found.values.values() if isinstance(value, Text)] == ["1.025 kB", "1.024 kB"]


def test_a_file_that_comes_in_pieces_is_read_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, read = tmp_path / "a", os.read
    path.write_bytes(bytes(range(256)) * 10)
    monkeypatch.setattr(os, "read", lambda number, size: read(number, min(size, 100)))
    assert read_bytes(path, tmp_path) == bytes(range(256)) * 10


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("å".encode("utf-32"), "UTF-32"), (codecs.BOM_UTF32_BE + "å".encode("utf-32-be"), "UTF-32"), (codecs.BOM_UTF16_LE + b"a\0", "UTF-16"), (codecs.BOM_UTF16_BE + b"\0a", "UTF-16"),
        ("æ".encode("cp1252"), "Windows-1252"), (b"a\0\xe6\0", "UTF-16"), (b"PK\x03\x04x", "et Word-dokument eller en anden pakket fil"), (b"%PDF-1.7", "PDF"),
        (b"\xd0\xcf\x11\xe0x", "et gammelt Word-dokument"), ("Besøg på Rømø".encode("mac_roman"), "noget andet end UTF-8"),
        ("Besøg på Rømø".encode("cp865"), "noget andet end UTF-8"), (b"\x81\x8d\x8f", "noget andet end UTF-8"),
    ],
)  # fmt: skip
def test_what_is_not_utf_8_is_named(data: bytes, encoding: str) -> None:
    found = decode_text(data)
    assert isinstance(found, SourceFault)
    name = found.values["encoding"]
    assert (name.da if isinstance(name, Text) else name) == encoding


@pytest.mark.parametrize(
    ("data", "line", "column"), [(b"\xff", 1, 1), (b"a\n\xc3\xa5b\xff", 2, 3), (b"a\r\n\r\n\xe6", 3, 1), (b"\xef\xbb\xbfa: \xe6", 1, 4)]
)
def test_the_first_byte_that_is_not_utf_8_has_its_place(data: bytes, line: int, column: int) -> None:
    found = decode_text(data)
    assert isinstance(found, SourceFault)
    assert found.span == (line, column, line, column + 1)


def test_ends_of_lines_that_only_yaml_knows_are_blanks() -> None:
    assert decode_text("a\x85b\u2028c\u2029d\ne\r\n\x0bf".encode()) == "a b c d\ne\r\n\x0bf"
    assert set(SEPARATORS) == {"\x85", "\u2028", "\u2029"}
    assert decode_text(b"\xef\xbb\xbf\xef\xbb\xbfa") == "\ufeffa"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"PK\x03\x04 010160", ""), (b"%PDF 010160", ""), (b"\xd0\xcf\x11\xe0 010160", ""), ("æ 1".encode("utf-16"), "\ufeffæ 1"), ("æ 1".encode("utf-32"), "\ufeffæ 1"),
        (codecs.BOM_UTF16_BE + "æ 1".encode("utf-16-be"), "\ufeffæ 1"), (codecs.BOM_UTF32_BE + "æ 1".encode("utf-32-be"), "\ufeffæ 1"), ("æ 1".encode("cp1252"), "\ufffd 1"), (b"a\0b\xff\0", "ab\ufffd"),
    ],
)  # fmt: skip
def test_what_is_not_utf_8_is_read_as_far_as_it_goes(data: bytes, text: str) -> None:
    assert decode_guessing(data).removeprefix("\ufeff") == text.removeprefix("\ufeff")
