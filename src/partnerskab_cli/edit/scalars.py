"""Values as YAML: which quotation marks a text needs, and how long texts, records and lists are laid out."""

import re
from collections.abc import Mapping, Sequence
from typing import TypeGuard

WIDTH = 120
"""Columns after which a line is too long."""
MEASURE = 100
"""Columns to which long text is folded."""
STEP = "  "


class PlainScalar(str):
    """A word that says more than text, such as a number or a date: it stands without quotation marks where it can."""

    __slots__ = ()


Tree = str | Mapping[str, "Tree"] | Sequence["Tree"]
"""What a file may say: words, records and lists."""

UNPRINTABLE = re.compile("[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
"""What YAML writes by its number only: controls, line and paragraph separators, byte-order marks, lone surrogates."""
MISREAD = re.compile(
    r"~|null|true|false|yes|no|on|off|y|n|=|<<|[-+]?\.(?:inf|nan)|[-+]?\.?[0-9][-+0-9_.,:eExXoOa-fA-F]*(?:[Tt ][0-9][0-9:.Zz+ -]*)?",
    re.IGNORECASE,
)
"""Text that another program would take for a number, a date, nothing, or yes and no."""
PLAIN = re.compile(r"(?:[^\s\-?:,\[\]{}#&*!|>'\"%@`]|[-?:](?=[^\s,\[\]{}]))(?:[^\s:#]|:(?=\S)|(?<=\S)#|[ ](?=[^\s#]))*+")
BRACKETS = re.compile(r"[\[\]{},:?]|^[-]$")
SPLIT = re.compile(r"(?<=[^ ]) (?=[^ ])")


def format_scalar(text: str, *, flow: bool = False) -> str:
    """A text on one line, with quotation marks where YAML or another program would misread it without."""
    bare = isinstance(text, PlainScalar)
    misread = text == "<<" if bare else MISREAD.fullmatch(text)
    if PLAIN.fullmatch(text) and not UNPRINTABLE.search(text) and not misread and not (flow and BRACKETS.search(text)):
        return str(text)
    return quote_line(text)


def quote_line(text: str) -> str:
    """A text on one line between quotation marks."""
    if UNPRINTABLE.search(text) or "\n" in text or "\t" in text:
        return '"' + escape_double_quoted(text) + '"'
    if "'" in text and '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'" if '"' in text else '"' + escape_double_quoted(text) + '"'


def escape_double_quoted(text: str) -> str:
    """Text for double quotation marks."""
    text = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return UNPRINTABLE.sub(lambda match: f"\\U{ord(match[0]):08x}", text)


def format_block_text(text: str, column: int) -> list[str] | None:
    """A long text as a block: its mark, then its lines that far in. Nothing where a block would not keep it letter for letter."""
    body = text.rstrip("\n")
    ends = len(text) - len(body)
    lines = body.split("\n")
    if (
        not body
        or ends > 1
        or body[0].isspace()
        or UNPRINTABLE.search(text)
        or "\t" in text
        or any(line != line.rstrip() for line in lines)
    ):
        return None
    chomp = "" if ends else "-"
    if len(lines) == 1:
        return [f">{chomp}", *(" " * column + line for line in fold_words(body, MEASURE - column))]
    return [f"|{chomp}", *((" " * column + line).rstrip() for line in lines)]


def fold_words(text: str, width: int) -> list[str]:
    """Words in lines, broken only where one blank stands between two words, so that YAML joins them as they were."""
    lines: list[str] = []
    for word in SPLIT.split(text):
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def format_entry(word: str, tree: Tree, column: int = 0) -> list[str]:
    """A key with its value, that far in: on one line where it fits, else over several."""
    return format_after_lead(" " * column + f"{format_scalar(PlainScalar(word))}:", tree, column)


def format_item(tree: Tree, column: int) -> list[str]:
    """An item of a list; a record begins on the line of its hyphen."""
    lead = " " * column + "-"
    if not is_record(tree) or not tree:
        return format_after_lead(lead, tree, column)
    first, *rest = format_record(tree, column + len(STEP))
    return [f"{lead} {first.lstrip()}", *rest]


def format_after_lead(lead: str, tree: Tree, column: int) -> list[str]:
    """A value after its key or its hyphen."""
    if isinstance(tree, str):
        return format_text_after_lead(lead, tree, column)
    if not tree:
        return [lead + (" {}" if is_record(tree) else " []")]
    if is_record(tree):
        return [lead, *format_record(tree, column + len(STEP))]
    short = f"{lead} {format_flow(tree)}"
    if all(isinstance(word, str) for word in tree) and len(short) <= WIDTH:
        return [short]
    return [lead, *(line for word in tree for line in format_item(word, column + len(STEP)))]


def format_text_after_lead(lead: str, text: str, column: int) -> list[str]:
    """A text after its key or its hyphen: a block where it is long, has lines, or would need many marks."""
    short = f"{lead} {format_scalar(text)}"
    if "\n" not in text and len(short) <= WIDTH:
        return [short]
    block = format_block_text(text, column + len(STEP))
    return [f"{lead} {block[0]}", *block[1:]] if block else [short]


def format_record(tree: Mapping[str, Tree], column: int) -> list[str]:
    """The fields of a record, that far in."""
    return [line for word, value in tree.items() for line in format_entry(word, value, column)]


def is_record(tree: Tree) -> TypeGuard[Mapping[str, Tree]]:
    """Whether it is a record, and no list and no text."""
    return isinstance(tree, Mapping)


def format_flow(tree: Tree) -> str:
    """A value between brackets, on one line."""
    if isinstance(tree, str):
        return format_scalar(tree, flow=True)
    if is_record(tree):
        return "{" + ", ".join(f"{format_scalar(PlainScalar(word), flow=True)}: {format_flow(value)}" for word, value in tree.items()) + "}"
    return "[" + ", ".join(format_flow(word) for word in tree) + "]"
