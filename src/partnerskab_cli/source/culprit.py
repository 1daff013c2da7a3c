"""Where a file that YAML cannot read went wrong: often above the place that YAML complains of, and in a letter that looks like a blank."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from ..diagnostics import Edit, Span, split_lines
from ..text.localized import Text
from .lost_text import cut_text

ODD = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""Blanks that YAML does not count as such where it looks for one."""
INDENT = re.compile(rf"[ ]*[\t{ODD}][ \t{ODD}]*(?=[^\s#])")
AFTER_MARK = re.compile(rf"[ ]*(?:-[ ]+)*(?:-(?=[\t{ODD}])|\w+:(?=[{ODD}]))([ \t{ODD}]+)(?=\S)")
DASHES = re.compile(rf"(?:-[ \t{ODD}]+)*")
GLUED_LINE = re.compile(r"\s*(?:-\s+)*\w+(:)(?=[^\s/])")
COMMENTED = re.compile(r"(?:^|\s)(#.*)")
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
NAMES = {
    "\t": Text(da="tabulator", en="tab"),
    "\u00a0": Text(da="hårdt mellemrum", en="no-break space"),
    "\u202f": Text(da="smalt hårdt mellemrum", en="narrow no-break space"),
    "\x0c": Text(da="sideskift", en="form feed"),
    "\x0b": Text(da="lodret tabulator", en="vertical tab"),
}
STRANGE_BLANK = Text(da="usædvanligt mellemrum", en="unusual space")
CONTROL_CHARACTER = Text(da="styretegn", en="control character")

BLANK = Text(da="{name} i stedet for et almindeligt mellemrum", en="{name} instead of an ordinary space")
INVISIBLE = Text(da="her står et usynligt styretegn, {name}; slet det", en="there is an invisible control character, {name}; delete it")
NO_COLON = Text(da="der mangler et kolon efter feltets navn", en="a colon is missing after the name of the field")
NO_BLANK = Text(da="der mangler et mellemrum efter kolonet", en="a space is missing after the colon")
LOOSE_LINE = Text(
    da="linjen hører til teksten ovenfor; ryk den ind, så den begynder længere inde end feltets navn",
    en="the line belongs to the text above; indent it further than the name of the field",
)
COMMENT = Text(
    da="teksten stopper ved »{rest}«, som er en kommentar; sæt '…' om hele teksten, eller flyt kommentaren op på sin egen linje",
    en="the text ends at “{rest}”, which is a comment; put '…' round the whole text, or move the comment up to a line of its own",
)


class Culprit(NamedTuple):
    """What is in the way, where, and what mends it."""

    span: Span
    reason: Text
    edits: tuple[Edit, ...] = ()


def find_culprit(text: str, complaint: str, line: int, start: int, reads: Callable[[str], bool]) -> Culprit | None:
    """The cause behind a complaint at a line, about something that began on another; lines count from 1. `reads`: whether a text can be read."""
    lines = split_lines(text)
    if CONTROL.search(text):
        return build_control_culprit(lines)
    odd = next((number for number, each in enumerate(lines, 1) if number <= line and any(iter_odd_blanks(each))), None)
    if odd and (culprit := build_blank_culprit(lines, odd, reads)) and (culprit.edits or odd == line):
        return culprit
    if EXPECTED_COLON in complaint:
        return build_missing_key_culprit(lines, min(start, len(lines)), reads)
    if NO_BRACKET in complaint:
        return find_comment_in_brackets(lines, start, line)
    return find_comment_above(lines, line) if NO_KEY in complaint else None


NO_BRACKET = "expected ',' or"
EXPECTED_COLON = "could not find expected ':'"
NO_KEY = "while parsing a block mapping"


def describe_letter(letter: str) -> Text:
    """`hårdt mellemrum U+00A0`."""
    name = NAMES.get(letter, CONTROL_CHARACTER if CONTROL.match(letter) else STRANGE_BLANK)
    return Text(da=f"{name.da} U+{ord(letter):04X}", en=f"{name.en} U+{ord(letter):04X}")


def build_control_culprit(lines: Sequence[str]) -> Culprit:
    """A control character; nobody can have meant it, or any other in the file."""
    every = ((number, match) for number, line in enumerate(lines, 1) for match in CONTROL.finditer(line))
    controls = list(islice(every, MOST_EDITS))
    edits = tuple(Edit(Span(number, match.start() + 1, number, match.end() + 1), choose_separator(match)) for number, match in controls)
    return Culprit(edits[0].span, INVISIBLE.format(name=describe_letter(controls[0][1][0])), edits)


MOST_EDITS = 1000
"""What one run of `--fix` mends of this kind. Odd blanks go all or none, so that a file with more of them has none offered."""


def choose_separator(match: re.Match[str]) -> str:
    """What stays where a control character stood: a blank where a form feed parted two words."""
    before, after = match.string[: match.start()][-1:], match.string[match.end() :][:1]
    return " " if match[0] in PARTING and before.strip() and after.strip() else ""


PARTING = "\x0b\x0c"


def iter_odd_blanks(line: str) -> Iterator[re.Match[str]]:
    """Blanks in a line's indentation, after its hyphen or its colon, that are none to YAML."""
    for pattern in (INDENT, AFTER_MARK):
        if match := pattern.match(line):
            yield match


def build_blank_culprit(lines: Sequence[str], number: int, reads: Callable[[str], bool]) -> Culprit:
    """A blank that is none, and ordinary ones in place of all of its kind, as far in as their neighbours stand."""
    line = lines[number - 1]
    match = next(iter_odd_blanks(line))
    column = next(at for at in range(match.start(match.re.groups), match.end()) if line[at] != " ")
    reason = BLANK.format(name=describe_letter(line[column]))
    attempts = (
        tuple(islice(iter_blank_edits(lines, way), MOST_EDITS + 1))
        for way in (measure_indent_unchanged, measure_indent_above, measure_indent_below, measure_indent_further)
    )
    edits = next((edits for edits in attempts if len(edits) <= MOST_EDITS and reads("\n".join(apply_edits(lines, edits)))), ())
    return Culprit(Span(number, column + 1, number, column + 2), reason, edits)


def iter_blank_edits(lines: Sequence[str], way: Callable[[Sequence[str], int], int]) -> Iterator[Edit]:
    """Ordinary blanks for all that are none."""
    for number, line in enumerate(lines):
        for match in iter_odd_blanks(line):
            start, end = match.span(match.re.groups)
            width = way(lines, number) if match.re is INDENT else 1
            yield Edit(Span(number + 1, start + 1, number + 1, end + 1), " " * max(width, 0))


def apply_edits(lines: Sequence[str], edits: Sequence[Edit]) -> list[str]:
    """The lines with their stretches replaced."""
    words = list(lines)
    for span, text in sorted(edits, reverse=True):
        line = words[span.line - 1]
        words[span.line - 1] = line[: span.column - 1] + text + line[span.end_column - 1 :]
    return words


def measure_content_column(line: str) -> tuple[int, int]:
    """How far in a line's content stands behind its hyphens, and how much of that the hyphens take."""
    blanks = len(line) - len(line.lstrip())
    match = DASHES.match(line, blanks)
    dashes = match.end() - blanks if match else 0
    return blanks + line.count("\t", 0, blanks) + dashes, dashes


def measure_indent_below(lines: Sequence[str], number: int) -> int:
    """As far in as the next line."""
    following = next((lines[other] for other in range(number + 1, len(lines)) if lines[other].strip()), "")
    return measure_content_column(following)[0] - measure_content_column(lines[number])[1]


def measure_indent_above(lines: Sequence[str], number: int) -> int:
    """As far in as what the line before holds."""
    before = next((lines[other] for other in range(number - 1, -1, -1) if lines[other].strip()), "")
    return measure_content_column(before)[0] - measure_content_column(lines[number])[1]


def measure_indent_further(lines: Sequence[str], number: int) -> int:
    """A step further in than the line before."""
    return measure_indent_above(lines, number) + 2


def measure_indent_inside(lines: Sequence[str], number: int) -> int:
    """As far in as a text goes on: beside the line before, or a step in where that has its field."""
    return measure_indent_further(lines, number) if re.match(r"\s*(?:-\s|\w+:)", lines[number - 1]) else measure_indent_above(lines, number)


def measure_indent_unchanged(lines: Sequence[str], number: int) -> int:
    """As many as there were."""
    return measure_content_column(lines[number])[0] - measure_content_column(lines[number])[1]


def build_missing_key_culprit(lines: Sequence[str], number: int, reads: Callable[[str], bool]) -> Culprit:
    """A line that should begin with a name and a colon."""
    line = lines[number - 1]
    if match := GLUED_LINE.match(line):
        span = Span(number, match.start(1) + 1, number, match.end(1) + 1)
        return Culprit(span, NO_BLANK, keep_if_readable(lines, Edit(span, ": "), reads))
    if cause := find_comment_above(lines, number):
        return cause
    span = Span(number, measure_content_column(line)[0] + 1, number, len(line) + 1)
    if number == 1 or len(line.split()) == 1:
        return Culprit(span, NO_COLON)
    start = Span(number, 1, number, measure_content_column(line)[0] + 1)
    return Culprit(span, LOOSE_LINE, keep_if_readable(lines, Edit(start, " " * measure_indent_inside(lines, number - 1)), reads))


def keep_if_readable(lines: Sequence[str], edit: Edit, reads: Callable[[str], bool]) -> tuple[Edit, ...]:
    """An edit after which the file can be read, at least as far as it goes."""
    return (edit,) if reads("\n".join(apply_edits(lines, [edit]))) else ()


def find_comment_in_brackets(lines: Sequence[str], start: int, number: int) -> Culprit | None:
    """A comment between an opening bracket and the line where its end was missed, with a letter or a digit right behind its `#`."""
    candidates = (find_comment_above(lines, other + 1) for other in range(start, number + 1))
    return next((culprit for culprit in candidates if culprit and lines[culprit.span.line - 1][culprit.span.column].isalnum()), None)


def find_comment_above(lines: Sequence[str], number: int) -> Culprit | None:
    """A comment right above a line that cannot stand there, unless the text above it had gone on."""
    before = lines[number - 2] if number > 1 else ""
    match = COMMENTED.search(before.rstrip())
    if not match:
        return None
    span = Span(number - 1, match.start(1) + 1, number - 1, match.end(1) + 1)
    return Culprit(span, COMMENT.format(rest=cut_text(match[1])))
