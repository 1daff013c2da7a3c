"""What YAML cuts off a text before its writer did: after a blank and `#`, after a comma in brackets, where a colon has no blank."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby

from ..diagnostics import Edit, Span
from .parser import GLUED, Scalar, SourceFault

LONGEST_QUOTE = 60
COMMENT = re.compile(r"\s+(#.*)")
GOING_ON = re.compile(r"(\s*)(#\w.*)")
"""A line of its own that begins with `#` and a letter, as hardly anybody writes a comment."""
LEAD = re.compile(r"\s*(?:-\s+)*")


def split_by_comma(pieces: Sequence[tuple[Scalar, Scalar]]) -> Iterator[SourceFault]:
    """One finding for all that commas in brackets have split off a text or a number."""
    for _, group in groupby(pieces, key=lambda pair: id(pair[0])):
        parts = list(group)
        text, rest = parts[0][0], [piece for _, piece in parts]
        text.split = True
        whole, place, last = text.text, rest[0].start, text.end
        for piece in rest:
            gap = piece.start.column - last.column - 1 if piece.start.line == last.line else 1
            whole, last = f"{whole},{' ' * gap}{piece.text}", piece.end
        end = last.column + 1 if last.line == place.line else place.column + 2
        values = {"text": cut_text(text.text), "rest": cut_text(whole[len(text.text) + 1 :]), "better": cut_text(quote_scalar(whole))}
        span = Span(place.line + 1, place.column + 1, place.line + 1, end)
        edit = Edit(Span(text.start.line + 1, text.start.column + 1, last.line + 1, last.column + 1), quote_scalar(whole))
        yield SourceFault("STR02c", span, values, unsafe=(edit,) if last.line == text.start.line else (), subject=text.span)


def cut_by_comment(node: Scalar, lines: Sequence[str]) -> SourceFault | None:
    """What stands behind a blank and `#` after a text: with a letter or a digit right after it, it was hardly meant as a comment."""
    line = lines[node.end.line].rstrip()
    match = COMMENT.match(line, node.end.column)
    if not match:
        return None if line[node.end.column :].strip() else find_cut_line(node, lines)
    lost = match[1]
    place = Span(node.end.line + 1, match.start(1) + 1, node.end.line + 1, match.end(1) + 1)
    sure = lost[1:2].isalnum()
    whole = line[node.start.column : match.end(1)] if node.start.line == node.end.line else ""
    inside = re.search(r"[\[{]", line[: node.start.column])
    stretch = Span(node.start.line + 1, node.start.column + 1, node.start.line + 1, match.end(1) + 1)
    edits = (Edit(stretch, quote_scalar(whole) if node.text else f" {quote_scalar(whole.strip())}"),) if whole and not inside else ()
    values = {"rest": cut_text(lost)}
    if sure:
        return SourceFault("STR17", place, values, None, edits, subject=node.span)
    return SourceFault("STR17b", place, values, unsafe=edits, subject=node.span) if node.text else None


def find_cut_line(node: Scalar, lines: Sequence[str]) -> SourceFault | None:
    """A line below a text, further in than its field, that begins with `#` and a letter."""
    below = lines[node.end.line + 1] if node.text and node.end.line + 1 < len(lines) else ""
    match = GOING_ON.match(below.rstrip())
    if not match or len(match[1]) <= measure_field_column(node, lines):
        return None
    number = node.end.line + 2
    return SourceFault("STR17", Span(number, len(match[1]) + 1, number, match.end(2) + 1), {"rest": cut_text(match[2])}, subject=node.span)


def measure_field_column(node: Scalar, lines: Sequence[str]) -> int:
    """How far in the field or the hyphen stands that a text belongs to."""
    line = lines[node.start.line]
    lead = LEAD.match(line)
    column = lead.end() if lead else 0
    if column < node.start.column:
        return column
    return line.rindex("-", 0, column) if "-" in line[:column] else column - 1


def find_glued_name(text: str) -> str | None:
    """The name in front of a colon without a blank."""
    match = re.match(GLUED, text)
    return match[1] if match else None


def insert_blank(text: str) -> str:
    """The same with a blank after the colon."""
    return re.sub(r":\s*", ": ", text, count=1)


def quote_scalar(text: str) -> str:
    """A text between quotation marks, as a file would write it."""
    return "'" + text.replace("'", "''") + "'"


def cut_text(text: str) -> str:
    """A quotation that fits on a line."""
    line = " ".join(unicodedata.normalize("NFC", text).split())
    return line if len(line) <= LONGEST_QUOTE else line[:LONGEST_QUOTE] + "…"
