"""Safe fixes: stretches for which the reader knows a better spelling. One that would change more than that is left alone."""

import unicodedata
from collections.abc import Mapping, Sequence

from ..diagnostics import Edit
from ..model.agreement import Agreement
from ..source.decoder import detect_language
from ..source.parser import MappingNode, Node, Scalar, SequenceNode, parse_yaml
from ..source.source_file import SourceFile, parse_text
from .fields import apply_edits
from .scalars import Tree
from .spelling import spell_keys


def apply_safe_edits(text: str, edits: Sequence[Edit]) -> tuple[str, int]:
    """The text with the edits made, as many of them as go together without harm, and how many that is."""
    compatible = select_compatible_edits(text, [], list(dict.fromkeys(edits)))
    return (try_edits(text, compatible) or text) if compatible else text, len(compatible)


def select_compatible_edits(text: str, kept: list[Edit], edits: list[Edit]) -> list[Edit]:
    """Those of the edits that can be made beside the kept ones, and these."""
    if edits and try_edits(text, [*kept, *edits]) is not None:
        return [*kept, *edits]
    if len(edits) < 2:  # noqa: PLR2004 - nothing left to halve
        return kept
    half = len(edits) // 2
    return select_compatible_edits(text, select_compatible_edits(text, kept, edits[:half]), edits[half:])


def try_edits(text: str, edits: Sequence[Edit]) -> str | None:
    """The text with all of the edits, or nothing where it would not say what they mean."""
    before, edited = parse_text(text, "", Agreement), apply_edits(text, edits)
    if before.root is None or any(edit.span.line != edit.span.end_line for edit in edits):
        return None
    after = parse_text(edited, "", Agreement)
    if after.root is None or count_duplicate_fields(after) > count_duplicate_fields(before):
        return None
    return (
        edited
        if replace_texts(after.root, {}) == replace_texts(before.root, {edit.span[:2]: parse_replacement(edit.text) for edit in edits})
        else None
    )


def fix_unreadable(text: str, edits: Sequence[Edit]) -> tuple[str, int]:
    """A text that could not be read, as its reader would mend it, and how much that was; the reader has tried it."""
    return (apply_edits(text, edits), 1) if edits else (text, 0)


def parse_replacement(text: str) -> Tree:
    """What a replacement says: a text, or a name with its value."""
    root = parse_yaml(f"x: [{text}]").root
    scalar = root.entries["x"][1] if root else None
    return replace_texts(scalar.items[0], {}) if isinstance(scalar, SequenceNode) and len(scalar.items) == 1 else text


def count_duplicate_fields(source: SourceFile[Agreement]) -> int:
    """How often a field stands twice."""
    return sum(fault.code.startswith("STR03") for fault in source.faults)


def replace_texts(node: Node, texts: Mapping[tuple[int, ...], Tree]) -> Tree:
    """What a node would say with some of its texts replaced, by where they begin."""
    if isinstance(node, Scalar):
        return texts.get(node.span[:2], node.text)
    if isinstance(node, SequenceNode):
        return [replace_texts(item, texts) for item in node.items]
    answers: dict[str, Tree] = {}
    for key, value in node.entries.values():
        word = texts.get(key.span[:2], key.text)
        answers |= word if isinstance(word, Mapping) else {str(word): replace_texts(value, texts)}
    return answers


def compose_letters(text: str) -> str:
    """The text with every letter in one part."""
    return unicodedata.normalize("NFC", text)


def unify_key_language(text: str) -> str:
    """The text with all its keys in the language of most of them."""
    root = parse_yaml(text).root
    if not isinstance(root, MappingNode):
        return text
    respelt = spell_keys(root, Agreement, detect_language(root, Agreement))
    return apply_safe_edits(text, [Edit(key.span, word) for key, word in respelt])[0]
