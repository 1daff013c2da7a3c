"""For a terminal: a line a change, below the agreement it belongs to."""

from collections.abc import Iterator

from ..difference import AgreementChange, AgreementDiff, ChangeSignificance, Difference, FieldDiff
from ..text.localized import escape_control_characters
from .diff_verdict import SIDES, describe_fate, list_diff_remarks, summarize_difference
from .terminal_style import BOLD, DIM, TerminalStyle, colorize, wrap_cells

COLOURS = {ChangeSignificance.MATERIAL: "31", ChangeSignificance.CONTENT: "33", ChangeSignificance.EDITORIAL: "36"}
MARKS = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}


def render(found: Difference, look: TerminalStyle) -> str:
    """Every agreement with its changes, then what it comes to."""
    parts = ["\n".join(format_agreement_lines(one, look)) for one in found.entries]
    sides = escape_control_characters(SIDES.localize(look.language, old=found.old, new=found.new))
    last = (colorize(line, BOLD, look) for line in wrap_cells(f"{sides}: {summarize_difference(found, look.language)}", look))
    return "\n\n".join([*parts, "\n".join(last)]) + "\n"


def format_agreement_lines(one: AgreementDiff, look: TerminalStyle) -> Iterator[str]:
    """One agreement: where, what became of it, its changes, and what to do."""
    said = describe_fate(one, look.language)
    head = f"{escape_control_characters(one.path)}: {escape_control_characters(one.title)}{f' ({escape_control_characters(said)})' if said and one.title else escape_control_characters(said)}"
    yield from (colorize(line, BOLD, look) for line in wrap_cells(head.rstrip(": "), look, rest="  "))
    for each in one.lines:
        yield from (
            format_change_lines(each, look)
            if one.fate is AgreementChange.CHANGED
            else wrap_cells(escape_control_characters(format_plain_change(each)), look, "  ", "    ")
        )
    for words in list_diff_remarks(one, look.language):
        yield from wrap_cells(escape_control_characters(words), look, "  = ", "    ")


def format_change_lines(one: FieldDiff, look: TerminalStyle) -> Iterator[str]:
    """One change, its weight first."""
    weight = one.weight.localize(look.language)
    first, *rest = wrap_cells(escape_control_characters(format_plain_change(one)), look, f"  {weight:<12}", " " * 14)
    yield first.replace(weight, colorize(weight, COLOURS[one.weight], look), 1)
    yield from (colorize(line, DIM, look) if one.weight is ChangeSignificance.EDITORIAL else line for line in rest)


def format_plain_change(one: FieldDiff) -> str:
    """A change on one line; a long text with what went as `[-…-]` and what came as `{+…+}`."""
    if one.parts:
        return f"{one.title}: {' '.join(MARKS[what].format(words) for what, words in one.parts)}"
    if one.before and one.after:
        return f"{one.title}: {one.before} → {one.after}{f', {one.note}' if one.note else ''}"
    value = one.before or one.after
    return f"{', '.join(filter(None, (one.title, one.note)))}: {value}" if value else f"{one.title}: {one.note}"
