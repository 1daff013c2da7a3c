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


def render(difference: Difference, style: TerminalStyle) -> str:
    """The verdict, then agreement by agreement, the heaviest first."""
    language = style.language
    heaviest = sorted(difference.changed, key=lambda item: (-(item.weight or ChangeSignificance.EDITORIAL), item.path))
    head = f"**{summarize_difference(difference, language)}**\n\n{SIDES.localize(language, old=escape_markdown(difference.old), new=escape_markdown(difference.new))}."
    parts, left = [head], 0
    room = LONGEST - len(head) - len(TOO_LONG.localize(language, count=len(heaviest))) - 4
    for agreement_diff in heaviest:
        blocks = (
            "\n\n".join(format_agreement_diff(agreement_diff, language)),
            "\n\n".join(iter_title_and_remarks(agreement_diff, language)),
        )
        block = next((words for words in blocks if len(words) + 2 <= room), None)
        left += block != blocks[0]
        if block:
            parts.append(block)
            room -= len(block) + 2
    return "\n\n".join([*parts, *([TOO_LONG.localize(language, count=left)] if left else [])]) + "\n"


def format_agreement_diff(diff: AgreementDiff, language: Language) -> Iterator[str]:
    """One agreement at length."""
    yield from iter_title_and_remarks(diff, language)
    if diff.fate is AgreementChange.ADDED:
        yield format_details(
            WHOLE.localize(language),
            "\n".join(f"- **{escape_markdown(line.title)}**: {escape_markdown(line.after)}" for line in diff.lines),
        )
        return
    heavy = [line for line in diff.lines if line.weight is not ChangeSignificance.EDITORIAL]
    light = [line for line in diff.lines if line.weight is ChangeSignificance.EDITORIAL]
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


def iter_title_and_remarks(diff: AgreementDiff, language: Language) -> Iterator[str]:
    """Which agreement it is, what became of it, and who must sign."""
    name = f"{escape_markdown(diff.id or diff.path)}{f' · {escape_markdown(diff.title)}' if diff.title else ''}"
    yield f"### {name}"
    lines = [describe_fate(diff, language), *list_diff_remarks(diff, language)]
    if any(lines):
        yield "\n".join(f"- {escape_markdown(words)}" for words in lines if words)


def format_change_bullet(diff: FieldDiff, language: Language) -> str:
    """A change as an item of a list."""
    place = [diff.weight.localize(language), *([POINT.localize(language, item=diff.item)] if diff.item else [])]
    words = f": {format_change_value(diff)}" if not is_long(diff) else f", {escape_markdown(diff.note)}" if diff.note else ""
    return f"- **{escape_markdown(diff.title)}**{words} ({format_value(', '.join(place), language)})"


def is_long(diff: FieldDiff) -> bool:
    """Whether a change is folded away."""
    return len(diff.before) + len(diff.after) > LONG


def format_change_value(diff: FieldDiff) -> str:
    """What stood there and what does now; a long text word by word."""
    if diff.parts:
        return " ".join(MARKS[what].format(escape_markdown(words)) for what, words in diff.parts)
    both = " → ".join(escape_markdown(words) for words in (diff.before, diff.after) if words)
    if diff.before and diff.after:
        return f"{both}{f', {escape_markdown(diff.note)}' if diff.note else ''}"
    return f"{escape_markdown(diff.note)}{f': {both}' if both else ''}"


def format_details(summary: str, body: str) -> str:
    """Something that opens when it is asked for."""
    return f"<details>\n<summary>{summary}</summary>\n\n{body}\n\n</details>"
