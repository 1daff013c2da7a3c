"""For a comment on a pull request: the verdict first, long texts folded away, short enough to be accepted, and nothing alive in it."""

from collections.abc import Iterator

from ..difference import AgreementChange, AgreementDiff, ChangeSignificance, Difference, FieldDiff
from ..text.localized import Language, Text, format_value, join_words
from ..text.markdown_escape import LONGEST, escape_markdown
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


NONE = Text(da="Ingen ændring i betydning.", en="No change of meaning.")
LAYOUT = Text(
    da="{count} {count:fil er|filer er} kun flyttet eller sat op på en anden måde.",
    en="{count} {count:file has|files have} only been moved or laid out otherwise.",
)
CHANGED = Text(da="{count} {count:aftale er|aftaler er} ændret: {how}.", en="{count} {count:agreement has|agreements have} changed: {how}.")
HOW = {
    ChangeSignificance.MATERIAL: Text(da="{count} væsentligt", en="{count} materially"),
    ChangeSignificance.CONTENT: Text(da="{count} i indhold", en="{count} in content"),
    ChangeSignificance.EDITORIAL: Text(da="{count} redaktionelt", en="{count} editorially"),
}
ADDED = Text(da="{count} {count:aftale er ny|aftaler er nye}.", en="{count} {count:agreement is|agreements are} new.")
REMOVED = Text(da="{count} {count:aftale er|aftaler er} fjernet.", en="{count} {count:agreement is|agreements are} gone.")
BINDING = Text(
    da="{count} {count:fjernet aftale|fjernede aftaler} binder stadig parterne, en væsentlig ændring.",
    en="{count} {count:agreement that is gone still binds|agreements that are gone still bind} the parties, a material change.",
)
UNREADABLE = Text(
    da="{count} {count:fil kan|filer kan} ikke læses og er ikke sammenlignet.",
    en="{count} {count:file cannot|files cannot} be read and {count:is|are} not compared.",
)
SIGN = Text(
    da="{count} {count:aftale skal underskrives|aftaler skal underskrives} igen.",
    en="{count} {count:agreement|agreements} must be signed again.",
)
SIGNERS = Text(da="Skal skrive under igen: {names}.", en="Must sign again: {names}.")
LOST = Text(
    da="{count} {count:sted|steder} kan ikke læses og er ikke sammenlignet; partnerskab check viser hvor.",
    en="{count} {count:place|places} cannot be read and {count:is|are} not compared; partnerskab check shows where.",
)
NEW = Text(da="ny aftale", en="new agreement")
GONE = Text(da="fjernet", en="gone")
STILL_BINDING = Text(da="Væsentlig: aftalen binder stadig parterne.", en="Material: the agreement still binds the parties.")
SAME = Text(da="kun opsætning", en="layout only")
BROKEN = Text(da="kan ikke læses", en="cannot be read")
MOVED = Text(da="flyttet fra {path}", en="moved from {path}")
SIDES = Text(da="Fra {old} til {new}", en="From {old} to {new}")
POINTS = Text(da="Tjekliste: {before} → {after} af 13 punkter", en="Checklist: {before} → {after} of 13 points")
POINT = Text(da="tjekliste {item}", en="checklist {item}")
FATES = {AgreementChange.ADDED: NEW, AgreementChange.REMOVED: GONE, AgreementChange.SAME: SAME, AgreementChange.UNREADABLE: BROKEN}


def summarize_difference(difference: Difference, language: Language) -> str:
    """What it comes to: how many agreements changed, how much, and what must be signed again."""
    return " ".join(words.localize(language) for words in iter_difference_counts(difference, language))


def iter_difference_counts(difference: Difference, language: Language) -> Iterator[Text]:
    """What there is to count."""
    counts = {fate: sum(entry.fate is fate for entry in difference.entries) for fate in AgreementChange}
    if not difference.changed:
        yield NONE
    if counts[AgreementChange.CHANGED]:
        yield CHANGED.format(count=counts[AgreementChange.CHANGED], how=describe_significance(difference, language))
    for fate, words in (
        (AgreementChange.ADDED, ADDED),
        (AgreementChange.REMOVED, REMOVED),
        (AgreementChange.UNREADABLE, UNREADABLE),
        (AgreementChange.SAME, LAYOUT),
    ):
        if counts[fate]:
            yield words.format(count=counts[fate])
        if fate is AgreementChange.REMOVED and (binding := sum(entry.binding for entry in difference.entries)):
            yield BINDING.format(count=binding)
    if again := sum(bool(entry.must_sign) for entry in difference.entries):
        yield SIGN.format(count=again)


def describe_significance(difference: Difference, language: Language) -> str:
    """`1 væsentligt og 2 i indhold`."""
    weights = [entry.weight for entry in difference.entries if entry.fate is AgreementChange.CHANGED]
    return join_words(
        [words.localize(language, count=weights.count(weight)) for weight, words in HOW.items() if weight in weights], language
    )


def describe_fate(diff: AgreementDiff, language: Language) -> str:
    """What became of an agreement besides its changes: new, gone, moved."""
    words = [FATES[diff.fate].localize(language)] if diff.fate in FATES and not (diff.fate is AgreementChange.SAME and diff.former) else []
    return ", ".join([*words, *([MOVED.localize(language, path=diff.former)] if diff.former else [])])


def list_diff_remarks(diff: AgreementDiff, language: Language) -> Iterator[str]:
    """What else a reviewer should know of an agreement."""
    if diff.binding:
        yield STILL_BINDING.localize(language)
    if diff.must_sign:
        yield SIGNERS.localize(language, names=diff.must_sign)
    before, after = diff.answered
    if before is not None and after is not None and before != after:
        yield POINTS.localize(language, before=before, after=after) + "."
    if diff.unread:
        yield LOST.localize(language, count=diff.unread)
