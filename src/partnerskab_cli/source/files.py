"""The one door for reading. A file → its text: what is no plain file, too large or not UTF-8 is a fault with a cure."""

import codecs
import os
import stat
from os.path import islink
from pathlib import Path

from ..diagnostics import TOP, Span
from ..model.amounts import Number
from ..paths import PLAIN, is_inside, resolve_inside
from ..text.localized import Text
from .parser import SourceFault

LARGEST = 1 << 20
"""Bytes; an agreement of 200 pages is a tenth of it."""
KIB = 1024

NOT_PLAIN = (
    (stat.S_ISDIR, Text(da="en mappe", en="a folder")),
    (stat.S_ISFIFO, Text(da="et rør (FIFO)", en="a pipe (FIFO)")),
    (stat.S_ISSOCK, Text(da="en sokkel", en="a socket")),
    (stat.S_ISCHR, Text(da="en enhed", en="a device")),
    (stat.S_ISBLK, Text(da="en enhed", en="a device")),
)
OTHER = Text(da="noget andet", en="something else")
LINK_OUT = Text(da="et link til noget uden for mappen", en="a link to something outside the folder")
LOOP = Text(da="et link, der peger i ring", en="a link that points in a circle")
OUTSIDE = Text(da="noget uden for mappen", en="something outside the folder")
MISSING = Text(da="et link til en fil, der ikke findes", en="a link to a file that does not exist")
GONE = Text(da="en fil, der ikke findes", en="a file that does not exist")
FORBIDDEN = Text(da="en fil, jeg ikke har adgang til", en="a file I have no access to")


def read_bytes(path: Path | str, root: Path, largest: int = LARGEST) -> bytes | SourceFault:
    """The bytes of a plain file of bearable size. No link on the way may lead out of `root`, the folder that it belongs to."""
    number = open_file(path, root)
    if isinstance(number, SourceFault):
        return number
    try:
        return read_bounded(number, largest)
    finally:
        os.close(number)


def read_referred_file(path: Path, root: Path) -> bytes | SourceFault:
    """The bytes of a file that another file names; it must lie in `root` itself."""
    return read_bytes(path, root) if is_inside(path, root) else make_refusal(OUTSIDE)


def read_own_text(path: Path) -> str:
    """The text of a file that belongs to the tool."""
    return path.read_text(encoding="utf-8")


def open_file(path: Path | str, root: Path) -> int | SourceFault:
    """The descriptor of a file; a pipe is never waited for."""
    linked = islink(path)  # noqa: PTH114 - a Path of each of many files costs time, and memory for good
    try:
        target = resolve_inside(path, root)
        if target is None:
            return make_refusal(LINK_OUT if os.path.exists(path) else MISSING)  # noqa: PTH110 - as above
        return os.open(target, os.O_RDONLY | PLAIN)
    except FileNotFoundError:
        return make_refusal(MISSING if linked else GONE)
    except PermissionError:
        return make_refusal(FORBIDDEN)
    except (OSError, RuntimeError, ValueError):
        return make_refusal(LOOP if linked else OTHER)


def read_bounded(number: int, largest: int) -> bytes | SourceFault:
    """The bytes behind an open file, if they are few enough."""
    if fault := find_file_fault(number):
        return fault
    size = os.fstat(number).st_size
    if size > largest:
        return make_size_fault(size)
    pieces = b""
    while len(pieces) <= largest and (piece := os.read(number, largest + 1 - len(pieces))):
        pieces += piece
    return pieces if len(pieces) <= largest else make_size_fault(len(pieces))


def find_file_fault(number: int) -> SourceFault | None:
    """What is wrong with something open that is no plain file."""
    mode = os.fstat(number).st_mode
    return None if stat.S_ISREG(mode) else make_refusal(next((words for test, words in NOT_PLAIN if test(mode)), OTHER))


def make_refusal(what: Text) -> SourceFault:
    """The fault of something that is no plain file."""
    return SourceFault("STR01g", TOP, {"what": what})


def make_size_fault(size: int) -> SourceFault:
    """The fault of a file beyond the limit."""
    return SourceFault("STR01c", TOP, {"size": format_kibibytes(size), "limit": format_kibibytes(LARGEST)})


def format_kibibytes(size: int) -> Text:
    """A size in kB, in words."""
    count = Number(-(-size // KIB) * 100)
    return Text(da="{count} kB", en="{count} kB").format(count=count)


BOMS = ((codecs.BOM_UTF32_LE, "UTF-32"), (codecs.BOM_UTF32_BE, "UTF-32"), (codecs.BOM_UTF16_LE, "UTF-16"), (codecs.BOM_UTF16_BE, "UTF-16"))
SIGNATURES = (
    (b"PK\x03\x04", Text(da="et Word-dokument eller en anden pakket fil", en="a Word document or another packed file")),
    (b"%PDF", Text(da="PDF", en="PDF")),
    (b"\xd0\xcf\x11\xe0", Text(da="et gammelt Word-dokument", en="an old Word document")),
)


def decode_text(data: bytes) -> str | SourceFault:
    """The text of UTF-8 bytes, without a byte-order mark; its lines are those that git, code hosts and editors count."""
    for start, name in (*SIGNATURES, *BOMS):
        if data.startswith(start):
            return SourceFault("STR01d", TOP, {"encoding": name})
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        return SourceFault("STR01d", Span(line, column, line, column + 1), {"encoding": guess_encoding(data)})
    for separator in SEPARATORS:
        text = text.replace(separator, " ")
    return text


SEPARATORS = ("\x85", "\u2028", "\u2029")
"""Ends of a line to libyaml and to nobody else; text from a word processor may hold them, and they mean no more than a blank."""


UNKNOWN = Text(da="noget andet end UTF-8", en="something other than UTF-8")


def guess_encoding(data: bytes) -> str | Text:
    """The likeliest name of an encoding that is not UTF-8; no name where the letters would be strange ones in it."""
    from .damage import decode_as_windows  # noqa: PLC0415 - most files are UTF-8

    if b"\0" in data:
        return "UTF-16"
    return "Windows-1252" if decode_as_windows(data) else UNKNOWN


def decode_guessing(data: bytes) -> str:
    """What can be made out of bytes that are not UTF-8, for those who look for what must not stand in them; of a packed file nothing."""
    if any(data.startswith(start) for start, _ in SIGNATURES):
        return ""
    if any(data.startswith(start) for start, _ in BOMS):
        return data.decode("utf-32" if data[:4] in {codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE} else "utf-16", "replace")
    return data.replace(b"\0", b"").decode("utf-8", "replace")
