"""Safe fixes: stretches for which the reader knows a better spelling. One that would change more than that is left alone."""

import unicodedata
from collections.abc import Mapping, Sequence

from ..agreement.agreement import Agreement
from ..diagnostics import Edit
from ..reading.document import Block, Listing, Node, Scalar, document
from ..reading.shape import language_of
from ..reading.sheet import Sheet, read_text
from .edit import apply
from .lines import Tree
from .spelling import keys


def mended(text: str, edits: Sequence[Edit]) -> tuple[str, int]:
    """The text with the edits made, as many of them as go together without harm, and how many that is."""
    made = together(text, [], list(dict.fromkeys(edits)))
    return (attempt(text, made) or text) if made else text, len(made)


def together(text: str, kept: list[Edit], edits: list[Edit]) -> list[Edit]:
    """Those of the edits that can be made beside the kept ones, and these."""
    if edits and attempt(text, [*kept, *edits]) is not None:
        return [*kept, *edits]
    if len(edits) < 2:  # noqa: PLR2004 - nothing left to halve
        return kept
    half = len(edits) // 2
    return together(text, together(text, kept, edits[:half]), edits[half:])


def attempt(text: str, edits: Sequence[Edit]) -> str | None:
    """The text with all of the edits, or nothing where it would not say what they mean."""
    before, made = read_text(text, "", Agreement), apply(text, edits)
    if before.root is None or any(one.span.line != one.span.end_line for one in edits):
        return None
    after = read_text(made, "", Agreement)
    if after.root is None or doubled(after) > doubled(before):
        return None
    return made if said(after.root, {}) == said(before.root, {one.span[:2]: in_place(one.text) for one in edits}) else None


def readable(text: str, edits: Sequence[Edit]) -> tuple[str, int]:
    """A text that could not be read, as its reader would mend it, and how much that was; the reader has tried it."""
    return (apply(text, edits), 1) if edits else (text, 0)


def in_place(text: str) -> Tree:
    """What a replacement says: a text, or a name with its value."""
    root = document(f"x: [{text}]").root
    found = root.entries["x"][1] if root else None
    return said(found.items[0], {}) if isinstance(found, Listing) and len(found.items) == 1 else text


def doubled(sheet: Sheet[Agreement]) -> int:
    """How often a field stands twice."""
    return sum(one.code.startswith("STR03") for one in sheet.faults)


def said(node: Node, texts: Mapping[tuple[int, ...], Tree]) -> Tree:
    """What a node would say with some of its texts replaced, by where they begin."""
    if isinstance(node, Scalar):
        return texts.get(node.span[:2], node.text)
    if isinstance(node, Listing):
        return [said(item, texts) for item in node.items]
    answers: dict[str, Tree] = {}
    for key, value in node.entries.values():
        word = texts.get(key.span[:2], key.text)
        answers |= word if isinstance(word, Mapping) else {str(word): said(value, texts)}
    return answers


def composed(text: str) -> str:
    """The text with every letter in one part."""
    return unicodedata.normalize("NFC", text)


def in_one_language(text: str) -> str:
    """The text with all its keys in the language of most of them."""
    root = document(text).root
    if not isinstance(root, Block):
        return text
    found = keys(root, Agreement, language_of(root, Agreement))
    return mended(text, [Edit(key.span, word) for key, word in found])[0]
