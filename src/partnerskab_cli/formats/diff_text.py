"""For a terminal: a line a change, below the agreement it belongs to."""

from collections.abc import Iterator

from ..difference import AgreementChange, AgreementDiff, ChangeSignificance, Difference, FieldDiff
from ..text.localized import escape_control_characters
from .diff_markdown import SIDES, describe_fate, list_diff_remarks, summarize_difference
from .terminal_style import BOLD, DIM, TerminalStyle, colorize, wrap_cells

COLOURS = {ChangeSignificance.MATERIAL: "31", ChangeSignificance.CONTENT: "33", ChangeSignificance.EDITORIAL: "36"}
MARKS = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}


def render(difference: Difference, style: TerminalStyle) -> str:
    """Every agreement with its changes, then what it comes to."""
    parts = ["\n".join(format_agreement_lines(entry, style)) for entry in difference.entries]
    sides = escape_control_characters(SIDES.localize(style.language, old=difference.old, new=difference.new))
    last = (colorize(line, BOLD, style) for line in wrap_cells(f"{sides}: {summarize_difference(difference, style.language)}", style))
    return "\n\n".join([*parts, "\n".join(last)]) + "\n"


def format_agreement_lines(diff: AgreementDiff, style: TerminalStyle) -> Iterator[str]:
    """One agreement: where, what became of it, its changes, and what to do."""
    fate = describe_fate(diff, style.language)
    head = f"{escape_control_characters(diff.path)}: {escape_control_characters(diff.title)}{f' ({escape_control_characters(fate)})' if fate and diff.title else escape_control_characters(fate)}"
    yield from (colorize(line, BOLD, style) for line in wrap_cells(head.rstrip(": "), style, rest="  "))
    for each in diff.lines:
        yield from (
            format_change_lines(each, style)
            if diff.fate is AgreementChange.CHANGED
            else wrap_cells(escape_control_characters(format_plain_change(each)), style, "  ", "    ")
        )
    for words in list_diff_remarks(diff, style.language):
        yield from wrap_cells(escape_control_characters(words), style, "  = ", "    ")


def format_change_lines(diff: FieldDiff, style: TerminalStyle) -> Iterator[str]:
    """One change, its weight first."""
    weight = diff.weight.localize(style.language)
    first, *rest = wrap_cells(escape_control_characters(format_plain_change(diff)), style, f"  {weight:<12}", " " * 14)
    yield first.replace(weight, colorize(weight, COLOURS[diff.weight], style), 1)
    yield from (colorize(line, DIM, style) if diff.weight is ChangeSignificance.EDITORIAL else line for line in rest)


def format_plain_change(diff: FieldDiff) -> str:
    """A change on one line; a long text with what went as `[-…-]` and what came as `{+…+}`."""
    if diff.parts:
        return f"{diff.title}: {' '.join(MARKS[what].format(words) for what, words in diff.parts)}"
    if diff.before and diff.after:
        return f"{diff.title}: {diff.before} → {diff.after}{f', {diff.note}' if diff.note else ''}"
    value = diff.before or diff.after
    return f"{', '.join(filter(None, (diff.title, diff.note)))}: {value}" if value else f"{diff.title}: {diff.note}"
