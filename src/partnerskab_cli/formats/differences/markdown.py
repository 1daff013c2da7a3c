"""For a comment on a pull request: the verdict first, long texts folded away, short enough to be accepted, and nothing alive in it."""

from collections.abc import Iterator

from ...difference import Difference, Entry, Fate, Line, Weight
from ...text import Language, Text, in_words
from ..inert import LONGEST, inert
from ..look import Look
from .verdict import POINT, SIDES, about, remarks, verdict

LONG = 240
"""Characters of a change that is folded away."""
MARKS = {"same": "{}", "removed": "~~{}~~", "added": "**{}**"}
TOO_LONG = Text(
    da="{count} {count:aftale er|aftaler er} for lange til at stå her; partnerskab diff viser alt.",
    en="{count} {count:agreement is|agreements are} too long to stand here; partnerskab diff shows everything.",
)
SMALL = Text(da="{count} {count:redaktionel ændring|redaktionelle ændringer}", en="{count} editorial {count:change|changes}")
WHOLE = Text(da="Det står der", en="What it says")
WORDS = Text(da="{title}: ord for ord", en="{title}: word by word")


def markdown(found: Difference, look: Look) -> str:
    """The verdict, then agreement by agreement, the heaviest first."""
    language = look.language
    heaviest = sorted(found.changed, key=lambda one: (-(one.weight or Weight.EDITORIAL), one.path))
    head = f"**{verdict(found, language)}**\n\n{SIDES.said(language, old=inert(found.old), new=inert(found.new))}."
    parts, left = [head], 0
    room = LONGEST - len(head) - len(TOO_LONG.said(language, count=len(heaviest))) - 4
    for one in heaviest:
        blocks = ("\n\n".join(block(one, language)), "\n\n".join(title_and_remarks(one, language)))
        made = next((words for words in blocks if len(words) + 2 <= room), None)
        left += made != blocks[0]
        if made:
            parts.append(made)
            room -= len(made) + 2
    return "\n\n".join([*parts, *([TOO_LONG.said(language, count=left)] if left else [])]) + "\n"


def block(one: Entry, language: Language) -> Iterator[str]:
    """One agreement at length."""
    yield from title_and_remarks(one, language)
    if one.fate is Fate.ADDED:
        yield folded(WHOLE.said(language), "\n".join(f"- **{inert(line.title)}**: {inert(line.after)}" for line in one.lines))
        return
    heavy = [line for line in one.lines if line.weight is not Weight.EDITORIAL]
    light = [line for line in one.lines if line.weight is Weight.EDITORIAL]
    if heavy:
        yield "\n".join(bullet(line, language) for line in heavy)
    for line in heavy:
        if is_long(line):
            yield folded(WORDS.said(language, title=inert(line.title)), f"**{inert(line.title)}**: {value(line)}")
    if light:
        yield folded(SMALL.said(language, count=len(light)), "\n".join(bullet(line, language) for line in light))


def title_and_remarks(one: Entry, language: Language) -> Iterator[str]:
    """Which agreement it is, what became of it, and who must sign."""
    name = f"{inert(one.id or one.path)}{f' · {inert(one.title)}' if one.title else ''}"
    yield f"### {name}"
    said = [about(one, language), *remarks(one, language)]
    if any(said):
        yield "\n".join(f"- {inert(words)}" for words in said if words)


def bullet(one: Line, language: Language) -> str:
    """A change as an item of a list."""
    place = [one.weight.said(language), *([POINT.said(language, item=one.item)] if one.item else [])]
    words = f": {value(one)}" if not is_long(one) else f", {inert(one.note)}" if one.note else ""
    return f"- **{inert(one.title)}**{words} ({in_words(', '.join(place), language)})"


def is_long(one: Line) -> bool:
    """Whether a change is folded away."""
    return len(one.before) + len(one.after) > LONG


def value(one: Line) -> str:
    """What stood there and what does now; a long text word by word."""
    if one.parts:
        return " ".join(MARKS[what].format(inert(words)) for what, words in one.parts)
    both = " → ".join(inert(words) for words in (one.before, one.after) if words)
    if one.before and one.after:
        return f"{both}{f', {inert(one.note)}' if one.note else ''}"
    return f"{inert(one.note)}{f': {both}' if both else ''}"


def folded(summary: str, body: str) -> str:
    """Something that opens when it is asked for."""
    return f"<details>\n<summary>{summary}</summary>\n\n{body}\n\n</details>"
