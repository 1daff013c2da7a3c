"""A finding with the line it stands on, the cure, and where to read more."""

from collections.abc import Iterator, Mapping

from ..diagnostics import TOP, Diagnostic, Looked, Report
from ..text import Text, shown
from .footer import footer
from .look import BOLD, COLOURS, DIM, Look, folded, painted

LONGEST_LINE = 120
POINT = Text(da="tjekliste {item} (Velfærd på flere måder, 2005)", en="checklist {item} (Velfærd på flere måder, 2005)")
WRITE = {"skriv fx ": "skriv fx:", "write for instance ": "write for instance:"}


def full(report: Report, look: Look) -> str:
    """Every finding at length, then the counts."""
    looked = report.looked
    parts = ["\n".join(finding(one, looked, look)) for one in report.diagnostics]
    return "\n\n".join([*parts, "\n".join(footer(report, look))]) + "\n"


def finding(one: Diagnostic, looked: Mapping[str, Looked], look: Look) -> Iterator[str]:
    """One finding: its head, its line, and what to do."""
    yield from head(one, look)
    yield from excerpt(one, looked, look)
    if one.item:
        yield from note(POINT.said(look.language, item=one.item), look)
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
    line, column = window(file.lines[one.span.line - 1], one.span.column, look)
    width = max(1, min(one.span.end_column - one.span.column, len(line) - column + 1))
    carets = painted("^" * width, COLOURS[one.severity], look)
    yield bar
    yield f"{painted(f'{number} |', DIM, look)} {line}"
    yield f"{bar} {' ' * (column - 1)}{carets}{' ' + one.hint.said(look.language) if one.hint else ''}"
    yield bar


def window(line: str, column: int, look: Look) -> tuple[str, int]:
    """The stretch of a long line round a column, and the column in it; tabs and steering characters are spelt out."""
    room = min(LONGEST_LINE, max(20, (look.width or LONGEST_LINE) - 8))
    start = 0 if column <= room - 10 else column - room // 2
    before, after = shown(line[start : column - 1]), shown(line[column - 1 : start + room])
    return before + after, len(before) + 1


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
