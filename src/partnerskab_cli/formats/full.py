"""A finding with the line it stands on, the cure, and where to read more."""

from collections.abc import Iterator, Mapping, Sequence

from ..diagnostics import TOP, CheckedFile, Diagnostic, Report, Span
from ..text.localized import Text, escape_control_characters
from .footer import EARLIER_ONES, format_footer
from .terminal_style import BOLD, COLOURS, DIM, TerminalStyle, clip_to_cells, colorize, measure_cells, wrap_cells

LONGEST_LINE = 120
LEAST_AFTER = 10
"""Cells that are left for the place itself; beyond them the line is shown from its middle."""
POINT = Text(da="tjekliste {item} »{title}« (Velfærd på flere måder, 2005)", en="checklist {item} “{title}” (Velfærd på flere måder, 2005)")
WRITE = {"skriv fx ": "skriv fx:", "write for instance ": "write for instance:"}


def render(report: Report, style: TerminalStyle) -> str:
    """Every finding at length, then the counts."""
    looked = report.looked
    lines = {diagnostic: "\n".join(format_finding(diagnostic, looked, report.points, style)) for diagnostic in report.diagnostics}
    heading = [colorize(EARLIER_ONES.localize(style.language), BOLD, style)] if report.old else []
    parts = [*(lines[diagnostic] for diagnostic in report.new), *heading, *(lines[diagnostic] for diagnostic in report.old)]
    return "\n\n".join([*parts, "\n".join(format_footer(report, style))]) + "\n"


def format_finding(
    diagnostic: Diagnostic, looked: Mapping[str, CheckedFile], points: Sequence[Text], style: TerminalStyle
) -> Iterator[str]:
    """One finding: its head, its line, and what to do."""
    yield from format_finding_head(diagnostic, style)
    yield from (seen := list(format_excerpt(diagnostic, looked, style)))
    if diagnostic.item and diagnostic.item <= len(points):
        yield from format_note(POINT.localize(style.language, item=diagnostic.item, title=points[diagnostic.item - 1]), style)
    if not (seen and diagnostic.hint == diagnostic.cure):
        yield from format_note(diagnostic.cure.localize(style.language), style)
    yield colorize(f"  = partnerskab explain {diagnostic.code}", DIM, style)


def format_finding_head(diagnostic: Diagnostic, style: TerminalStyle) -> list[str]:
    """The place, the weight, the code and the message."""
    place = f"{escape_control_characters(diagnostic.path)}:{diagnostic.span.line}:{diagnostic.span.column}:"
    words = f"{diagnostic.severity.localize(style.language)} {diagnostic.code}"
    lines = wrap_cells(f"{place} {words} {escape_control_characters(diagnostic.message.localize(style.language))}", style, rest="  ")
    coloured = colorize(words, COLOURS[diagnostic.severity], style)
    return [line.replace(words, coloured, 1).replace(place, colorize(place, BOLD, style), 1) if style.colour else line for line in lines]


def format_excerpt(diagnostic: Diagnostic, looked: Mapping[str, CheckedFile], style: TerminalStyle) -> Iterator[str]:
    """The line it stands on, with carets below the place; nothing for what is missing from the file."""
    file = looked.get(diagnostic.path)
    if diagnostic.span == TOP or file is None or diagnostic.span.line > len(file.lines):
        return
    number = str(diagnostic.span.line)
    bar = colorize(f"{' ' * len(number)} |", DIM, style)
    before, marked, after = cut_window(file.lines[diagnostic.span.line - 1], diagnostic.span, style)
    carets = colorize("^" * max(1, measure_cells(marked)), COLOURS[diagnostic.severity], style)
    hint = f" {escape_control_characters(diagnostic.hint.localize(style.language))}" if diagnostic.hint else ""
    yield bar
    yield f"{colorize(f'{number} |', DIM, style)} {before}{marked}{after}"
    yield f"{bar} {' ' * measure_cells(before)}{carets}{hint}"
    yield bar


def cut_window(line: str, span: Span, style: TerminalStyle) -> tuple[str, str, str]:
    """What stands before, at and after a place, as far as a line of a screen holds it; what would steer it is spelt out."""
    room = min(LONGEST_LINE, max(20, (style.width or LONGEST_LINE) - 8))
    start = span.column - 1
    end = max(start, span.end_column - 1) if span.end_line == span.line else len(line)
    before, marked, after = (
        escape_control_characters(part) for part in (line[max(0, start - room) : start], line[start:end][:room], line[end : end + room])
    )
    if measure_cells(before) > room - LEAST_AFTER:
        before = clip_to_cells(before[::-1], room // 2)[::-1]
    marked = clip_to_cells(marked, room - measure_cells(before))
    return before, marked, clip_to_cells(after, room - measure_cells(before + marked))


def format_note(text: str, style: TerminalStyle) -> Iterator[str]:
    """A line of what to do; an example over several lines keeps its shape."""
    first, *rest = text.split("\n")
    start = next((known for known in WRITE if first.startswith(known)), "")
    if rest and start:
        example = [first.removeprefix(start), *rest]
        margin = " " * (len(WRITE[start]) + 6)
        yield f"  = {WRITE[start]}  {escape_control_characters(example[0])}"
        yield from (margin + escape_control_characters(line) for line in example[1:])
        return
    yield from wrap_cells(" ".join(escape_control_characters(line) for line in (first, *rest)), style, "  = ", "    ")
