"""A finding with the line it stands on, the cure, and where to read more."""

from collections.abc import Iterator, Mapping, Sequence

from ..diagnostics import TOP, Diagnostic, Looked, Report, Span
from ..text import Text, shown
from .footer import EARLIER_ONES, footer
from .look import BOLD, COLOURS, DIM, Look, cells, clipped, folded, painted

LONGEST_LINE = 120
LEAST_AFTER = 10
"""Cells that are left for the place itself; beyond them the line is shown from its middle."""
POINT = Text(da="tjekliste {item} »{title}« (Velfærd på flere måder, 2005)", en="checklist {item} “{title}” (Velfærd på flere måder, 2005)")
WRITE = {"skriv fx ": "skriv fx:", "write for instance ": "write for instance:"}


def full(report: Report, look: Look) -> str:
    """Every finding at length, then the counts."""
    looked = report.looked
    told = {one: "\n".join(finding(one, looked, report.points, look)) for one in report.diagnostics}
    heading = [painted(EARLIER_ONES.said(look.language), BOLD, look)] if report.old else []
    parts = [*(told[one] for one in report.new), *heading, *(told[one] for one in report.old)]
    return "\n\n".join([*parts, "\n".join(footer(report, look))]) + "\n"


def finding(one: Diagnostic, looked: Mapping[str, Looked], points: Sequence[Text], look: Look) -> Iterator[str]:
    """One finding: its head, its line, and what to do."""
    yield from head(one, look)
    yield from (seen := list(excerpt(one, looked, look)))
    if one.item and one.item <= len(points):
        yield from note(POINT.said(look.language, item=one.item, title=points[one.item - 1]), look)
    if not (seen and one.hint == one.cure):
        yield from note(one.cure.said(look.language), look)
    yield painted(f"  = partnerskab explain {one.code}", DIM, look)


def head(one: Diagnostic, look: Look) -> list[str]:
    """The place, the weight, the code and the message."""
    place = f"{shown(one.path)}:{one.span.line}:{one.span.column}:"
    words = f"{one.severity.said(look.language)} {one.code}"
    lines = folded(f"{place} {words} {shown(one.message.said(look.language))}", look, rest="  ")
    coloured = painted(words, COLOURS[one.severity], look)
    return [line.replace(words, coloured, 1).replace(place, painted(place, BOLD, look), 1) if look.colour else line for line in lines]


def excerpt(one: Diagnostic, looked: Mapping[str, Looked], look: Look) -> Iterator[str]:
    """The line it stands on, with carets below the place; nothing for what is missing from the file."""
    file = looked.get(one.path)
    if one.span == TOP or file is None or one.span.line > len(file.lines):
        return
    number = str(one.span.line)
    bar = painted(f"{' ' * len(number)} |", DIM, look)
    before, marked, after = window(file.lines[one.span.line - 1], one.span, look)
    carets = painted("^" * max(1, cells(marked)), COLOURS[one.severity], look)
    hint = f" {shown(one.hint.said(look.language))}" if one.hint else ""
    yield bar
    yield f"{painted(f'{number} |', DIM, look)} {before}{marked}{after}"
    yield f"{bar} {' ' * cells(before)}{carets}{hint}"
    yield bar


def window(line: str, span: Span, look: Look) -> tuple[str, str, str]:
    """What stands before, at and after a place, as far as a line of a screen holds it; what would steer it is spelt out."""
    room = min(LONGEST_LINE, max(20, (look.width or LONGEST_LINE) - 8))
    start = span.column - 1
    end = max(start, span.end_column - 1) if span.end_line == span.line else len(line)
    before, marked, after = (shown(part) for part in (line[max(0, start - room) : start], line[start:end][:room], line[end : end + room]))
    if cells(before) > room - LEAST_AFTER:
        before = clipped(before[::-1], room // 2)[::-1]
    marked = clipped(marked, room - cells(before))
    return before, marked, clipped(after, room - cells(before + marked))


def note(text: str, look: Look) -> Iterator[str]:
    """A line of what to do; an example over several lines keeps its shape."""
    first, *rest = text.split("\n")
    start = next((known for known in WRITE if first.startswith(known)), "")
    if rest and start:
        example = [first.removeprefix(start), *rest]
        margin = " " * (len(WRITE[start]) + 6)
        yield f"  = {WRITE[start]}  {shown(example[0])}"
        yield from (margin + shown(line) for line in example[1:])
        return
    yield from folded(" ".join(shown(line) for line in (first, *rest)), look, "  = ", "    ")
