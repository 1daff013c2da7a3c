"""What a file may hold, and what becomes of one that cannot be read."""

import os
from pathlib import Path

import pytest
import yaml

from partnerskab_cli.model.agreement import Agreement
from partnerskab_cli.source import parser as document
from partnerskab_cli.source.files import FORBIDDEN
from partnerskab_cli.source.source_file import SourceFile, parse_bytes, parse_text, read_file
from partnerskab_cli.text.localized import Text

HEAD = "id: kaffe\ntitel: Kaffe\nformalitet: mundtlig\nstatus: aktiv\n"


def sheet(text: str) -> SourceFile[Agreement]:
    return parse_text(text, "kaffe.yaml", Agreement)


def codes(read: SourceFile[Agreement]) -> list[tuple[str, int, int]]:
    return [(fault.code, fault.span.line, fault.span.column) for fault in read.faults]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('titel: "Kaffe', ("STR01", 1, 14)),
        ("titel: Kaffe: te", ("STR01", 1, 13)),
        ("titel:\tKaffe\n\tid: x", ("STR01", 2, 1)),
        ("titel: @kaffe", ("STR01", 1, 8)),
        ("titel: Kaffe\n id: x", ("STR01", 2, 4)),
        ("mål: [a, b", ("STR01", 1, 1)),
        ("*fed* tekst: x", ("STR01", 1, 5)),
        ("? [a]\n: b", ("STR01", 1, 4)),
        ("titel: &a Kaffe", ("STR01b", 1, 8)),
        ("titel: !!str Kaffe", ("STR01b", 1, 8)),
        ("titel: !!python/object:os.system x", ("STR01b", 1, 8)),
        ("<<: {a: b}", ("STR01b", 1, 1)),
        ("x_dyb: " + "[" * 33 + "]" * 33, ("STR01c", 1, 39)),
        ("", ("STR01e", 1, 1)),
        ("# kun en kommentar\n", ("STR01e", 1, 1)),
        ("- a\n- b\n", ("STR01e", 1, 3)),
        ("bare en tekst", ("STR01e", 1, 1)),
        (HEAD + "---\n" + HEAD, ("STR01e", 5, 1)),
        (HEAD + "<<<<<<< HEAD\nx: 1\n=======\n", ("STR01f", 5, 1)),
        ("titel: Kaffe\x07", ("STR01", 1, 13)),
        ("titel: Kaffe\ntitel: Te\n", ("STR03", 2, 1)),
    ],
)
def test_what_cannot_be_read_has_its_place(text: str, found: tuple[str, int, int]) -> None:
    assert codes(sheet(text))[0] == found


def test_a_key_that_stands_twice_names_both_lines() -> None:
    (fault,) = (one for one in sheet(HEAD + "titel: Te\n").faults if one.code == "STR03")
    assert (fault.values["first"], fault.values["second"]) == (2, 5)


@pytest.mark.parametrize(
    ("data", "code", "encoding"),
    [
        ("titel: Kaffe på kanden".encode("cp1252"), "STR01d", "Windows-1252"),
        ("titel: Kaffe".encode("utf-16"), "STR01d", "UTF-16"),
        (b"t\0i\0t\0e\0l\0: \0\xff\xff", "STR01d", "UTF-16"),
        (b"%PDF-1.7 ...", "STR01d", None),
        (b"PK\x03\x04 docx", "STR01d", None),
    ],
)
def test_another_encoding_is_named(data: bytes, code: str, encoding: str | None) -> None:
    (fault,) = parse_bytes(data, "kaffe.yaml", Agreement).faults
    assert fault.code == code
    assert encoding is None or fault.values["encoding"] == encoding


def test_the_line_of_the_first_strange_byte_is_named() -> None:
    (fault,) = parse_bytes(b"id: kaffe\ntitel: K\xe5fe", "kaffe.yaml", Agreement).faults
    assert fault.span[:2] == (2, 9)


@pytest.mark.parametrize(
    "text", ["\N{BOM}" + HEAD, HEAD.replace("\n", "\r\n"), HEAD + "\n\n# slut", "---\n" + HEAD, "%YAML 1.1\n---\n" + HEAD, HEAD + "...\n"]
)
def test_windows_and_marks_of_yaml_are_read(text: str) -> None:
    read = parse_bytes(text.encode(), "kaffe.yaml", Agreement)
    assert read.faults == ()
    assert read.record is not None
    assert read.record.title == "Kaffe"


def test_letters_in_two_parts_are_joined_and_remarked_upon() -> None:
    read = sheet(HEAD + "forma\N{COMBINING RING ABOVE}l: Et sted at va\N{COMBINING RING ABOVE}re\n")
    assert [fault.code for fault in read.faults] == ["STR11"]
    assert read.record is not None
    assert read.record.purpose == "Et sted at våre"


@pytest.mark.parametrize(
    "data",
    [
        b"[" * 100_000,
        b"- " * 50_000,
        b"{" * 100_000,
        b"".join(b"a%d: [%s]\n" % (number, b"x, " * 60) for number in range(2000)),
        b"".join(b"k%d: 1\n" % number for number in range(100_000)),
        b"a: &a [x, x]\n" + b"".join(b"b%d: [*a, *a]\n" % number for number in range(9)),
        b"x_lang: " + b"y" * 1_000_000,
        b"x: 1\n" * 300_000,
        bytes(range(256)) * 40,
    ],
    ids=["brackets", "dashes", "braces", "many values", "many keys", "aliases", "one long value", "over the limit", "all bytes"],
)
def test_what_is_made_to_hurt_is_answered(data: bytes) -> None:
    read = parse_bytes(data, "ond.yaml", Agreement)
    assert read.faults


def test_what_is_no_plain_file_is_a_finding(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "roer.yaml")
    (tmp_path / "mappe.yaml").mkdir()
    (tmp_path / "ring.yaml").symlink_to("ring.yaml")
    (tmp_path / "ingen.yaml").symlink_to("findes-ikke")
    (tmp_path / "ud.yaml").symlink_to("/etc/passwd")
    (tmp_path / "nul.yaml").symlink_to("/dev/zero")
    for name in ("roer", "mappe", "ring", "ingen", "ud", "nul"):
        read = read_file(tmp_path / f"{name}.yaml", name, Agreement, tmp_path)
        assert [fault.code for fault in read.faults] == ["STR01g"], name
        assert "root:" not in str(read)


def test_a_file_that_may_not_be_read_is_a_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*_: object) -> int:
        raise PermissionError

    monkeypatch.setattr(os, "open", forbidden)
    (fault,) = read_file(tmp_path / "a.yaml", "a.yaml", Agreement, tmp_path).faults
    assert (fault.code, fault.values["what"]) == ("STR01g", FORBIDDEN)


def test_two_gigabytes_of_nothing_are_not_read(tmp_path: Path) -> None:
    with (tmp_path / "stor.yaml").open("wb") as file:
        file.truncate(2 << 30)
    (fault,) = read_file(tmp_path / "stor.yaml", "stor.yaml", Agreement, tmp_path).faults
    assert fault.code == "STR01c"


def test_a_link_inside_the_record_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(HEAD, "utf-8")
    (tmp_path / "b.yaml").symlink_to("a.yaml")
    assert read_file(tmp_path / "b.yaml", "b", Agreement, tmp_path).record is not None


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("id: a\nforma\u030al: x\n", (2, 5, 2, 7)), ("id: a # fe\u0301te\n", (1, 10, 1, 12)), ("id: \u212b\n", (1, 5, 1, 6)),
        ("id: x\u030c a\u030a\n", (1, 8, 1, 10)), ("id: \u1112\u1161\n", (1, 5, 1, 7)), ("id: a\u0327\u030a\n", (1, 1, 1, 1)),
    ],
)  # fmt: skip
def test_letters_in_two_parts_have_their_place(text: str, span: tuple[int, int, int, int]) -> None:
    (fault,) = (one for one in sheet(text).faults if one.code == "STR11")
    assert fault.span == span


COMPLAINTS = {
    "titel: Kaffe: te": "her står et kolon",
    "titel: @kaffe": "her står et tegn, som YAML ikke kan begynde med",
    "id: a\ntitel\n": "der mangler et kolon",
    'id: "b" c\ntitel: e': "linjen passer ikke ind",
    "mål:\n - b\n- c": "linjen passer ikke ind",
    "mål:\n  - b\n  c: d": "listen er brudt",
    "mål: - b": "her står en bindestreg",
    "mål: [b": "en parentes er ikke lukket",
    "mål: {b: c": "en parentes er ikke lukket",
    "mål: [b\nc: d": "en parentes er ikke lukket",
    "mål: 'b": "et anførselstegn er ikke lukket",
    'mål: "\\d"': "en omvendt skråstreg",
    "mål: \x07b": "her står et usynligt styretegn",
    "mål: *": "* eller & i begyndelsen",
    "mål: &": "* eller & i begyndelsen",
    "mål: ]": "YAML kan ikke tyde",
    "mål: |x\n b": "| eller > i begyndelsen af en tekst",
}


@pytest.mark.parametrize("loader", [document.Loader, yaml.SafeLoader], ids=["libyaml", "python"])
@pytest.mark.parametrize(("text", "reason"), COMPLAINTS.items())
def test_what_is_wrong_is_said_in_plain_words(monkeypatch: pytest.MonkeyPatch, loader: object, text: str, reason: str) -> None:
    monkeypatch.setattr(document, "Loader", loader)
    (fault,) = sheet(text).faults
    assert fault.code == "STR01"
    assert isinstance(fault.values["reason"], Text)
    assert fault.values["reason"].da.startswith(reason)
    assert fault.values["line"] == fault.span.line


@pytest.mark.parametrize(
    ("text", "thing"),
    [("mål: *b", "En henvisning med *"), ("mål: &b c", "Et anker med &"), ("mål: !!str c", "Mærkatet »tag:yaml.org,2002:str«"), ("mål: !b c", "Mærkatet »!b«"), ("mål: !b [c]", "Mærkatet »!b«"), ("mål: {<<: {a: b}}", "Sammenfletning med <<")],
)  # fmt: skip
def test_what_agreements_do_without_is_called_by_its_name(text: str, thing: str) -> None:
    (fault,) = (one for one in sheet(HEAD + text).faults if one.code == "STR01b")
    assert isinstance(fault.values["thing"], Text)
    assert fault.values["thing"].da == thing
