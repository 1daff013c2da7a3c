"""Any file as text to be searched, in stretches of bearable size: whatever it holds, in whatever encoding."""

import codecs
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from .files import BOMS, LARGEST, find_file_fault, open_file
from .parser import SourceFault

UNFINISHED = re.compile(r"[0-9]{6}[^0-9A-Za-z]{0,8}\n\Z")
"""The end of a line after which a number may go on."""
PLACES_TRIED = 1000


class TextChunk(NamedTuple):
    """A part of a file, whole lines where they are of bearable length."""

    text: str
    above: int
    """How many lines end before it."""


def read_stretches(path: Path | str, root: Path) -> Iterator[TextChunk | SourceFault]:
    """The text of a plain file, stretch by stretch; what is no plain file is a fault."""
    number = open_file(path, root)
    if isinstance(number, SourceFault):
        yield number
        return
    try:
        if fault := find_file_fault(number):
            yield fault
        else:
            yield from cut_chunks(iter_decoded(iter(lambda: os.read(number, LARGEST), b"")))
    finally:
        os.close(number)


def iter_decoded(pieces: Iterator[bytes]) -> Iterator[str]:
    """Bytes as text, whatever their encoding: digits keep their place, and what cannot be told is replaced."""
    first = next(pieces, b"")
    marked = next((name for start, name in BOMS if first.startswith(start)), "UTF-8")
    decoder = codecs.getincrementaldecoder("utf-8-sig" if marked == "UTF-8" else marked)("replace")
    yield decoder.decode(first).replace("\0", "")
    yield from (decoder.decode(piece).replace("\0", "") for piece in pieces)


def cut_chunks(pieces: Iterator[str]) -> Iterator[TextChunk]:
    """Text cut anew, so that no cut goes through a number."""
    left, above = "", 0
    for piece in pieces:
        text = left + piece
        if len(text) < LARGEST:
            left = text
            continue
        end = find_cut(text)
        yield TextChunk(text[:end], above)
        above += text.count("\n", 0, end)
        left = text[end:]
    yield TextChunk(left, above)


def find_cut(text: str) -> int:
    """Behind the last line that no number goes on from, else before the last letter, else at the end."""
    end = len(text)
    for _ in range(PLACES_TRIED):
        end = text.rfind("\n", 0, end)
        if end < 0:
            break
        if not UNFINISHED.search(text, max(0, end - 20), end + 1):
            return end + 1
    near = range(len(text) - 1, max(0, len(text) - PLACES_TRIED), -1)
    return next((place for place in near if text[place].isalpha()), len(text))
