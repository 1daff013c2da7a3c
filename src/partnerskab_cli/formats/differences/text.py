"""For a terminal: a line a change, below the agreement it belongs to."""

from collections.abc import Iterator

from ...difference import Difference, Entry, Fate, Line, Weight
from ...text import shown
from ..look import BOLD, DIM, Look, folded, painted
from .verdict import SIDES, about, remarks, verdict

COLOURS = {Weight.MATERIAL: "31", Weight.CONTENT: "33", Weight.EDITORIAL: "36"}
MARKS = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}


def text(found: Difference, look: Look) -> str:
    """Every agreement with its changes, then what it comes to."""
    parts = ["\n".join(lines(one, look)) for one in found.entries]
    sides = shown(SIDES.said(look.language, old=found.old, new=found.new))
    last = (painted(line, BOLD, look) for line in folded(f"{sides}: {verdict(found, look.language)}", look))
    return "\n\n".join([*parts, "\n".join(last)]) + "\n"


def lines(one: Entry, look: Look) -> Iterator[str]:
    """One agreement: where, what became of it, its changes, and what to do."""
    said = about(one, look.language)
    head = f"{shown(one.path)}: {shown(one.title)}{f' ({shown(said)})' if said and one.title else shown(said)}"
    yield from (painted(line, BOLD, look) for line in folded(head.rstrip(": "), look, rest="  "))
    for each in one.lines:
        yield from change(each, look) if one.fate is Fate.CHANGED else folded(shown(plainly(each)), look, "  ", "    ")
    for words in remarks(one, look.language):
        yield from folded(shown(words), look, "  = ", "    ")


def change(one: Line, look: Look) -> Iterator[str]:
    """One change, its weight first."""
    weight = one.weight.said(look.language)
    first, *rest = folded(shown(plainly(one)), look, f"  {weight:<12}", " " * 14)
    yield first.replace(weight, painted(weight, COLOURS[one.weight], look), 1)
    yield from (painted(line, DIM, look) if one.weight is Weight.EDITORIAL else line for line in rest)


def plainly(one: Line) -> str:
    """A change on one line; a long text with what went as `[-…-]` and what came as `{+…+}`."""
    if one.parts:
        return f"{one.title}: {' '.join(MARKS[what].format(words) for what, words in one.parts)}"
    if one.before and one.after:
        return f"{one.title}: {one.before} → {one.after}{f', {one.note}' if one.note else ''}"
    value = one.before or one.after
    return f"{', '.join(filter(None, (one.title, one.note)))}: {value}" if value else f"{one.title}: {one.note}"
