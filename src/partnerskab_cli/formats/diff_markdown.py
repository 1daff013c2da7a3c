"""For a comment on a pull request: the verdict first, long texts folded away, short enough to be accepted, and nothing alive in it."""

from collections.abc import Iterator

from ..difference import AgreementChange, AgreementDiff, ChangeSignificance, Difference, FieldDiff
from ..text.localized import Language, Text, format_value
from ..text.markdown_escape import LONGEST, escape_markdown
from .diff_verdict import POINT, SIDES, describe_fate, list_diff_remarks, summarize_difference
from .terminal_style import TerminalStyle

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


def render(found: Difference, look: TerminalStyle) -> str:
    """The verdict, then agreement by agreement, the heaviest first."""
    language = look.language
    heaviest = sorted(found.changed, key=lambda one: (-(one.weight or ChangeSignificance.EDITORIAL), one.path))
    head = f"**{summarize_difference(found, language)}**\n\n{SIDES.localize(language, old=escape_markdown(found.old), new=escape_markdown(found.new))}."
    parts, left = [head], 0
    room = LONGEST - len(head) - len(TOO_LONG.localize(language, count=len(heaviest))) - 4
    for one in heaviest:
        blocks = ("\n\n".join(format_agreement_diff(one, language)), "\n\n".join(iter_title_and_remarks(one, language)))
        made = next((words for words in blocks if len(words) + 2 <= room), None)
        left += made != blocks[0]
        if made:
            parts.append(made)
            room -= len(made) + 2
    return "\n\n".join([*parts, *([TOO_LONG.localize(language, count=left)] if left else [])]) + "\n"


def format_agreement_diff(one: AgreementDiff, language: Language) -> Iterator[str]:
    """One agreement at length."""
    yield from iter_title_and_remarks(one, language)
    if one.fate is AgreementChange.ADDED:
        yield format_details(
            WHOLE.localize(language), "\n".join(f"- **{escape_markdown(line.title)}**: {escape_markdown(line.after)}" for line in one.lines)
        )
        return
    heavy = [line for line in one.lines if line.weight is not ChangeSignificance.EDITORIAL]
    light = [line for line in one.lines if line.weight is ChangeSignificance.EDITORIAL]
    if heavy:
        yield "\n".join(format_change_bullet(line, language) for line in heavy)
    for line in heavy:
        if is_long(line):
            yield format_details(
                WORDS.localize(language, title=escape_markdown(line.title)),
                f"**{escape_markdown(line.title)}**: {format_change_value(line)}",
            )
    if light:
        yield format_details(SMALL.localize(language, count=len(light)), "\n".join(format_change_bullet(line, language) for line in light))


def iter_title_and_remarks(one: AgreementDiff, language: Language) -> Iterator[str]:
    """Which agreement it is, what became of it, and who must sign."""
    name = f"{escape_markdown(one.id or one.path)}{f' · {escape_markdown(one.title)}' if one.title else ''}"
    yield f"### {name}"
    said = [describe_fate(one, language), *list_diff_remarks(one, language)]
    if any(said):
        yield "\n".join(f"- {escape_markdown(words)}" for words in said if words)


def format_change_bullet(one: FieldDiff, language: Language) -> str:
    """A change as an item of a list."""
    place = [one.weight.localize(language), *([POINT.localize(language, item=one.item)] if one.item else [])]
    words = f": {format_change_value(one)}" if not is_long(one) else f", {escape_markdown(one.note)}" if one.note else ""
    return f"- **{escape_markdown(one.title)}**{words} ({format_value(', '.join(place), language)})"


def is_long(one: FieldDiff) -> bool:
    """Whether a change is folded away."""
    return len(one.before) + len(one.after) > LONG


def format_change_value(one: FieldDiff) -> str:
    """What stood there and what does now; a long text word by word."""
    if one.parts:
        return " ".join(MARKS[what].format(escape_markdown(words)) for what, words in one.parts)
    both = " → ".join(escape_markdown(words) for words in (one.before, one.after) if words)
    if one.before and one.after:
        return f"{both}{f', {escape_markdown(one.note)}' if one.note else ''}"
    return f"{escape_markdown(one.note)}{f': {both}' if both else ''}"


def format_details(summary: str, body: str) -> str:
    """Something that opens when it is asked for."""
    return f"<details>\n<summary>{summary}</summary>\n\n{body}\n\n</details>"
