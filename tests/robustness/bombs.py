"""Files that are made to hurt: as large as may be, deep, wide, self-repeating, in every encoding, and some that are no files."""

import os
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

from partnerskab_cli.model.agreement import Agreement
from partnerskab_cli.model.field import EnumType, Field, ListType, RecordType, ScalarType, UnionType
from partnerskab_cli.source.files import LARGEST
from partnerskab_cli.source.parser import MOST_EVENTS

HEAD = "id: a\ntitel: A\nformalitet: mundtlig\nstatus: aktiv\n"
GOAL = "  - tekst: Et sted at mødes {n}\n    frist: 2026-12-31\n"


def filled(unit: str, *, head: str = "", size: int = LARGEST) -> bytes:
    """The head, then as many of the unit as there is room for; `{n}` counts them."""
    start = head.encode()
    if "{n}" not in unit:
        return start + unit.encode() * ((size - len(start)) // len(unit.encode()))
    datas, left, number = [start], size - len(start), 0
    while left > 0:
        piece = unit.replace("{n}", str(number)).encode()
        datas.append(piece)
        left -= len(piece)
        number += 1
    return b"".join(datas[:-1])


GROWING: dict[str, Callable[[int], bytes]] = {
    "brackets": lambda size: filled("[", size=size),
    "braces": lambda size: filled("{", size=size),
    "hyphens": lambda size: filled("- ", size=size),
    "questions": lambda size: filled("? ", size=size),
    "pipes": lambda size: filled("|\n", size=size),
    "quotes": lambda size: filled('"', size=size),
    "one long line": lambda size: filled("a", size=size),
    "one long text": lambda size: filled("ord ", head=HEAD + "formål: ", size=size),
    "one long quoted text": lambda size: filled("ord ", head=HEAD + 'formål: "', size=size),
    "escapes": lambda size: filled("\\x41", head=HEAD + 'formål: "', size=size - 1) + b'"',
    "a long block": lambda size: filled("  ord ord ord\n", head=HEAD + "formål: |\n", size=size),
    "a folded block": lambda size: filled("  ord ord ord\n\n", head=HEAD + "formål: >\n", size=size),
    "empty lines": lambda size: filled("\n", head=HEAD, size=size),
    "blanks": lambda size: filled(" ", head=HEAD, size=size),
    "tabs": lambda size: filled("\t", head=HEAD, size=size),
    "lines behind tabs": lambda size: filled("\tx: y\n", head=HEAD, size=size),
    "lines behind hard blanks": lambda size: filled("x:\xa0y\n", head=HEAD, size=size),
    "colons without a blank": lambda size: filled("formål:x\n", head=HEAD, size=size),
    "lines at the edge": lambda size: filled("hvor vi mødes\n", head=HEAD, size=size),
    "form feeds": lambda size: filled("a: b\x0c\n", head=HEAD, size=size),
    "texts cut off": lambda size: filled("formål: a #b\n", head=HEAD, size=size),
    "texts split by commas": lambda size: filled("a, ", head=HEAD + "behov: {tekst: ", size=size - 1) + b"}",
    "comments": lambda size: filled("# bemærkning\n", head=HEAD, size=size),
    "one comment": lambda size: filled("#", head=HEAD, size=size),
    "unknown keys": lambda size: filled("noget{n}: x\n", head=HEAD, size=size),
    "keys almost known": lambda size: filled("formal{n}: x\n", head=HEAD, size=size),
    "long keys": lambda size: filled("x" * 900 + "{n}: x\n", head=HEAD, size=size),
    "one long key": lambda size: filled("k", head=HEAD, size=size - 3) + b": x",
    "the same key": lambda size: filled("titel: x\n", head=HEAD, size=size),
    "keys of our own": lambda size: filled("x_{n}: y\n", head=HEAD, size=size),
    "goals": lambda size: filled(GOAL, head=HEAD + "mål:\n", size=size),
    "goals of one name": lambda size: filled("  - {id: a, tekst: x}\n", head=HEAD + "mål:\n", size=size),
    "parties": lambda size: filled("  - {id: p{n}, navn: P, slags: kommune}\n", head=HEAD + "parter:\n", size=size),
    "parties with numbers": lambda size: filled("  - {id: p{n}, cvr: 0101605123}\n", head=HEAD + "parter:\n", size=min(size, 150_000)),
    "numbers on one line": lambda size: (
        filled("{id: p{n}, cvr: 0101605123}, ", head=HEAD + "parter: [", size=min(size, 150_000) - 1) + b"]"
    ),
    "CPR numbers in escapes": lambda size: filled('  - "\\x301\\x301605123"\n', head=HEAD + "område:\n", size=min(size, 730_000)),
    "CPR numbers of all kinds": lambda size: filled("  - 0101{n}-4{n}\n", head=HEAD + "område:\n", size=min(size, 600_000)),
    "small items": lambda size: filled("  - a\n", head=HEAD + "område:\n", size=size),
    "items in brackets": lambda size: filled("a,", head=HEAD + "område: [", size=size - 1) + b"]",
    "pairs in braces": lambda size: filled("a{n}: b, ", head=HEAD + "x_egen: {", size=size - 1) + b"}",
    "waivers": lambda size: filled("  - {regel: TJK1, fordi: x}\n", head=HEAD + "ignorer:\n", size=size),
    "CPR numbers": lambda size: filled("# 010160-5123\n", head=HEAD, size=size),
    "almost CPR numbers": lambda size: filled("0101605123 ", head=HEAD + "formål: ", size=size),
    "dates": lambda size: filled("1.1.2026 ", head=HEAD + "formål: ", size=size),
    "digits": lambda size: filled("9", head=HEAD + "økonomi: {tilskud: {beløb: ", size=size - 2) + b"}}",
    "hyphens in numbers": lambda size: filled("0-1 ", head=HEAD + "formål: ", size=size),
    "mail addresses": lambda size: filled("a@b.dk ", head=HEAD + "formål: ", size=size),
    "long mail address": lambda size: filled("a.", head=HEAD + "formål: ", size=size - 5) + b"@b.dk",
    "links": lambda size: filled("http://a.dk/ ", head=HEAD + "formål: ", size=size),
    "underscores": lambda size: filled("_*", head=HEAD + "formål: x", size=size),
    "marks of direction": lambda size: filled("\u200e", head=HEAD + "formål: x", size=size),
    "joiners": lambda size: filled("\u200d", head=HEAD + "formål: x", size=size),
    "tags of no flag": lambda size: filled("\U000e0061", head=HEAD + "formål: x", size=size),
    "question marks": lambda size: filled("x?Y ", head=HEAD + "formål: ", size=size),
    "question marks in one word": lambda size: filled("x?Y", head=HEAD + "formål: ", size=size),
    "question marks in an address": lambda size: filled("x?y", head=HEAD + "formål: ", size=size - 1) + b"=",
    "decomposed letters": lambda size: filled("a\u030a", head=HEAD + "formål: ", size=size),
    "marks upon marks": lambda size: filled("\u0301", head=HEAD + "formål: a", size=size),
    "invisible letters": lambda size: filled("\u200b", head=HEAD + "formål: a", size=size),
    "far letters": lambda size: filled("\U0001f600", head=HEAD + "formål: ", size=size),
    "control letters": lambda size: filled('"\\e"\n', head=HEAD + "formål: ", size=size),
    "documents": lambda size: filled("---\n", head=HEAD, size=size),
    "ends": lambda size: filled("...\n", head=HEAD, size=size),
    "directives": lambda size: filled("%TAG ! tag:x,2000:\n", size=size),
    "conflicts": lambda size: filled("<<<<<<< a\n", head=HEAD, size=size),
    "anchors": lambda size: filled("x_{n}: &a{n} y\n", head=HEAD, size=size),
    "tags": lambda size: filled("x_{n}: !!str y\n", head=HEAD, size=size),
    "a long tag": lambda size: filled("a", head=HEAD + "formål: !", size=size),
    "a long anchor": lambda size: filled("a", head=HEAD + "formål: &", size=size),
    "zeros": lambda size: filled("\0", size=size),
    "carriage returns": lambda size: filled("\r", head=HEAD, size=size),
    "line separators": lambda size: filled("\u2028", head=HEAD + "formål: a", size=size),
    "marks of byte order": lambda size: filled("\ufeff", size=size),
    "halves of letters": lambda size: b"\xc3" * size,
    "Windows letters": lambda size: "æ".encode("cp1252") * size,
    "UTF-16": lambda size: b"\xff\xfe" + "a: b\n".encode("utf-16-le") * (size // 10 - 1),
    "UTF-32": lambda size: b"\xff\xfe\0\0" + "a: b\n".encode("utf-32-le") * (size // 20 - 1),
    "noise": lambda size: bytes((number * number + number // 7) % 256 for number in range(size)),
}
"""Shapes of any size, up to the largest that is read."""


def many_of(section: Field, *, right: bool) -> Callable[[int], bytes]:
    """A list with as many items as there is room for, each with an answer to every question: the example, or a word that fits nowhere."""
    kind = section.kind.of if isinstance(section.kind, ListType) else section.kind
    record = next(
        item.record for item in ((kind.first, kind.second) if isinstance(kind, UnionType) else (kind,)) if isinstance(item, RecordType)
    )
    answers = {
        field.key: field.example.localize("da").strip() or "x" for field in record.fields if isinstance(field.kind, ScalarType | EnumType)
    }
    item = ", ".join(f"{key}: {answer if right else 'bordtennis'}" for key, answer in answers.items())
    head = HEAD + f"{section.key}:\n"
    room = len(head) + len(f"  - {{{item}}}\n".encode()) * (MOST_EVENTS // (2 + 2 * len(answers)) - 5)
    return lambda size: filled(f"  - {{{item}}}\n", head=head, size=min(size, room))


SECTIONS: dict[str, Callable[[int], bytes]] = {
    f"{field.key} {'as in the examples' if right else 'all wrong'}": many_of(field, right=right)
    for field in Agreement.fields
    for right in (True, False)
    if isinstance(field.kind, ListType) and isinstance(field.kind.of, RecordType | UnionType)
}


def laughs(levels: int, merge: str) -> bytes:
    """Each level is ten times the one before."""
    lines = ["x_0: &a0 {k: v}"]
    for number in range(1, levels):
        many = ", ".join([f"*a{number - 1}"] * 10)
        lines.append(f"x_{number}: &a{number} " + (f"{{{merge}: [{many}]}}" if merge else f"[{many}]"))
    return (HEAD + "\n".join(lines) + "\n").encode()


SMALL: dict[str, bytes] = {
    "nothing": b"",
    "a blank": b" ",
    "a zero": b"\0",
    "a mark of byte order": b"\xef\xbb\xbf",
    "a million laughs": laughs(9, ""),
    "a million merges": laughs(9, "<<"),
    "itself inside itself": (HEAD + "x_a: &a [*a]\n").encode(),
    "a key that is a list": b"? [a, b]\n: c\n",
    "a key that is a record": b"{a: b}: c\n",
    "no record": b"- a\n- b\n",
    "a lone half letter": (HEAD + 'formål: "\\ud800"\n').encode(),
    "a letter past the last": (HEAD + 'formål: "\\UFFFFFFFF"\n').encode(),
    "a day that is none": (HEAD + "periode: {start: 2025-02-30, slut: 9999-12-31}\n").encode(),
    "the last day": (HEAD + "periode: {start: 0001-01-01, slut: 9999-12-31}\nophør: {varsel: 999999999 måneder}\n").encode(),
    "an hour past midnight": (HEAD + "periode: {start: 2025-01-01T25:00:00+99:00}\n").encode(),
    "a number of five thousand digits": (HEAD + "økonomi: {tilskud: {beløb: " + "9" * 5000 + "}}\n").encode(),
    "not a number": (HEAD + "økonomi: {tilskud: {beløb: .nan}}\n").encode(),
    "without end": (HEAD + "økonomi: {tilskud: {beløb: .inf}}\n").encode(),
    "a Python object": b"!!python/object/apply:os.system [touch pwned]\n",
    "a tag without a value": (HEAD + "formål: !!int ''\nx_b: !!bool maybe\nx_c: !!timestamp hej\n").encode(),
    "a Word document": b"PK\x03\x04" + b"\0" * 100,
    "a PDF": b"%PDF-1.7\n",
    "too large by one": b"#" * (LARGEST + 1),
}


def strange(folder: Path) -> Iterator[Path]:
    """What is no plain file: each must be refused at once, and none may be waited for."""
    sparse = folder / "two-gigabytes.yaml"
    with sparse.open("wb") as file:
        file.truncate(2 << 30)
    yield sparse
    pipe = folder / "pipe.yaml"
    os.mkfifo(pipe)
    yield pipe
    door = folder / "socket.yaml"
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind(os.path.relpath(door))
    yield door
    for name, target in {
        "endless": "/dev/zero",
        "chance": "/dev/urandom",
        "nowhere": "gone.yaml",
        "ring": "ring.yaml",
        "out": "/etc/passwd",
        "memory": "/proc/self/mem",
    }.items():
        (folder / f"{name}.yaml").symlink_to(target)
        yield folder / f"{name}.yaml"
    (folder / "folder.yaml").mkdir()
    yield folder / "folder.yaml"


def written(folder: Path) -> list[Path]:
    """Every hostile file there is, below a folder."""
    for number, (name, data) in enumerate({**{name: make(LARGEST) for name, make in (GROWING | SECTIONS).items()}, **SMALL}.items()):
        path = folder / f"{number:03}-{name.replace(' ', '-')}.yaml"
        path.write_bytes(data)
    return sorted(folder.glob("*.yaml"))
