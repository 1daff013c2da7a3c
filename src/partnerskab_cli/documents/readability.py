"""How hard a page is to read: the readability index LIX (Björnsson 1968), as Danish writers know it."""

import re
from collections.abc import Iterable, Iterator

from ..text.blocks import Block, BulletList, Document, KeyValues, Paragraph, Section, to_plain_text
from ..text.localized import Text

LONG = 6
"""A word of more letters is long."""
WORD = re.compile(r"[0-9]+(?:[.,][0-9]+)*|[^\W_]+(?:[-'’][^\W_]+)*")
STOP = re.compile("[.!?:](?=\\s*$|\\s+[»“]?[A-ZÆØÅ])")
"""The end of a sentence, not of an abbreviation."""
LEVELS = (
    (25, Text(da="meget let at læse", en="very easy to read")),
    (35, Text(da="let at læse", en="easy to read")),
    (45, Text(da="middelsvær, som en avis", en="of medium difficulty, like a newspaper")),
    (55, Text(da="svær, som en rapport", en="hard, like a report")),
)
HARDEST = Text(da="meget svær at læse", en="very hard to read")
GOAL = 35
"""Pages for everyone should stay at or below it."""


def compute_lix(document: Document) -> int:
    """Words for each sentence, plus the share of long words in per cent. What stands alone counts as a sentence."""
    pieces = [piece for piece in iter_sentences(document) if WORD.search(piece)]
    words = [word for piece in pieces for word in WORD.findall(piece)]
    stops = sum(max(1, len(STOP.findall(piece))) for piece in pieces)
    if not words:
        return 0
    return round(len(words) / stops + 100 * sum(len(word) > LONG for word in words) / len(words))


def describe_lix(number: int) -> Text:
    """The number in words."""
    return next((words for most, words in LEVELS if number <= most), HARDEST)


def iter_sentences(document: Document) -> Iterator[str]:
    """Everything that is told in the document; names, headings and tables are left out."""
    yield to_plain_text(document.subtitle)
    yield from iter_block_text(document.blocks)
    yield from iter_block_text(document.sections)


def iter_block_text(blocks: Iterable[Block]) -> Iterator[str]:
    """What blocks tell."""
    for block in blocks:
        match block:
            case Paragraph(lines):
                yield " ".join(to_plain_text(each) for each in lines)
            case BulletList(items):
                yield from (to_plain_text(each) for each in items)
            case KeyValues(rows):
                for each in rows:
                    yield from iter_block_text(each.blocks)
            case Section(_, inner):
                yield from iter_block_text(inner)
            case _:
                pass
