"""Lines and stretches of a text moved, replaced and taken out by their place; each result is read back and compared with what was meant."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import reduce
from itertools import takewhile
from typing import NamedTuple

from ..errors import CommandError
from ..source.parser import MappingNode, Node, Scalar, parse_yaml
from ..text.localized import Text
from .cst import CommentedText, CstNode
from .scalars import WIDTH, Tree, format_after_lead, format_block_text, format_entry, format_flow, format_item, format_scalar

Words = tuple[str | int, ...]
"""The keys and numbers that lead to a piece."""
COLON = re.compile(r"\s*:")
REFUSED = Text(
    da="Filen kan ikke rettes uden at røre ved andet end det, der skulle rettes.",
    en="The file cannot be mended without touching more than was meant.",
)
BY_HAND = Text(da="ret den i et redigeringsprogram", en="mend it in an editor")


class TextReplacement(NamedTuple):
    """A part of the text, and what is to stand there instead."""

    start: int
    end: int
    words: str


def replace_value(commented: CommentedText, piece: CstNode, tree: Tree) -> str:
    """Another value in the place of one."""
    return verify_edit(commented, apply_stretches(commented, [build_replacement(commented, piece, tree)]), get_piece_path(piece), tree)


def replace_everywhere(commented: CommentedText, pieces: Sequence[CstNode], tree: Tree) -> str:
    """Another value in the place of each of some scalars; the text is read back once for them all."""
    edited = apply_stretches(commented, [build_replacement(commented, piece, tree) for piece in pieces])
    return verify_changes(commented, edited, [(get_piece_path(piece), tree) for piece in pieces])


def apply_stretches(commented: CommentedText, stretches: Sequence[TextReplacement]) -> str:
    """The text with stretches replaced that stand in order and do not overlap."""
    parts, place = [], 0
    for stretch in stretches:
        parts += [commented.text[place : stretch.start], stretch.words]
        place = stretch.end
    return "".join((*parts, commented.text[place:]))


def build_replacement(commented: CommentedText, piece: CstNode, tree: Tree) -> TextReplacement:
    """What puts another value in the place of one."""
    node = piece.node
    start, end = commented.find_offset(node.start), commented.find_end(piece)
    gap = " " if commented.text[start - 1 : start] == ":" or (start == end and commented.text[start - 1 : start] == "-") else ""
    if piece.parent and piece.parent.flow:
        return TextReplacement(start, end, gap + format_flow(tree))
    if isinstance(node, Scalar) and isinstance(tree, str) and not commented.get_raw(node).startswith(("|", ">")):
        return TextReplacement(start, end, gap + replace_text(commented, piece, tree))
    return replace_block(commented, piece, tree)


def replace_text(commented: CommentedText, piece: CstNode, text: str) -> str:
    """A text in the place of another: on one line where it fits or a comment follows, else as a block."""
    line = format_scalar(text)
    start = commented.find_offset(piece.node.start)
    room = start - commented.starts[commented.find_line(start)]
    long = "\n" in text or room + len(line) > WIDTH
    block = format_block_text(text, piece.column + 2) if long and not piece.beside and not count_trailing_lines(commented, piece) else None
    return commented.newline.join(block) if block else line


def count_trailing_lines(commented: CommentedText, piece: CstNode) -> int:
    """How many lines right after a piece are empty or comments further in, up to the last of these comments."""
    following = commented.text[commented.starts[measure_extent(commented, piece)[1] + 1] :].splitlines()
    free = list(takewhile(lambda line: re.match(rf"\s*$|\s{{{piece.column + 1},}}#", line), following))
    return next((number for number in range(len(free), 0, -1) if free[number - 1].strip()), 0)


def replace_block(commented: CommentedText, piece: CstNode, tree: Tree) -> TextReplacement:
    """A value in the place of another, from its key or its hyphen on; the comment on that line stays."""
    stop = COLON.match(commented.text, commented.find_offset(piece.key.end)) if piece.key else None
    head = stop.end() if stop else piece.start + 1
    first, *rest = format_after_lead(commented.text[commented.starts[commented.find_line(piece.start)] : head], tree, piece.column)
    lead = commented.starts[commented.find_line(piece.start)]
    beside = "".join(f"{comment.gap}{comment.text}" for comment in piece.beside[:1])
    inside = [comment.start + len(comment.text) for comment in piece.comments if comment not in piece.above]
    end = max([commented.find_end(piece), *inside])
    broken = commented.newline if commented.text[:end].endswith(("\n", "\r")) else ""
    return TextReplacement(lead, end, commented.newline.join([first + beside, *rest]) + broken)


def insert_key(commented: CommentedText, piece: CstNode, word: str, tree: Tree, before: CstNode | None) -> str:
    """A new field in a record, after the one that comes before it."""
    if piece.flow or not piece.children:
        edited = insert_between_brackets(commented, piece, before, f"{word}: {format_flow(tree)}")
        return verify_edit(commented, edited, (*get_piece_path(piece), word), tree)
    first = piece.children[0]
    swallowed = before is None and any(comment.column > first.column for comment in first.above)  # by a block text that ends above them
    lines = [f"{' ' * first.column}{word}: {format_flow(tree)}"] if swallowed else format_entry(word, tree, first.column)
    return insert_lines(commented, piece, word, lines, before)


def insert_lines(commented: CommentedText, piece: CstNode, word: str, lines: Sequence[str], before: CstNode | None) -> str:
    """A new field in a record, of ready lines."""
    root = parse_yaml("\n".join(lines) + "\n").root
    edited = insert_below(commented, before, lines) if before else insert_ahead(commented, piece.children[0], lines)
    return verify_edit(commented, edited, (*get_piece_path(piece), word), get_content(root.entries[word][1]) if root else "")


def insert_between_brackets(commented: CommentedText, piece: CstNode, before: CstNode | None, words: str) -> str:
    """A new part between brackets."""
    if before:
        return splice_text(commented, commented.find_end(before), commented.find_end(before), f", {words}")
    start = piece.children[0].start if piece.children else commented.find_offset(piece.node.start) + 1
    return splice_text(commented, start, start, f"{words}, " if piece.children else words)


def insert_below(commented: CommentedText, piece: CstNode, lines: Sequence[str]) -> str:
    """New lines below a piece and the comments that belong to it; parted from it where the file parts its sections."""
    last = measure_extent(commented, piece)[1] + count_trailing_lines(commented, piece)
    parted = piece.parent is commented.whole and len(lines) > 1 and "\n\n" in commented.text.replace("\r\n", "\n")
    place = commented.starts[last + 1]
    words = commented.newline.join([*([""] if parted else ()), *lines]) + commented.newline
    if not commented.get_line(last).endswith(("\n", "\r")):
        return end_last_line(commented) + commented.newline + words
    crowded = parted and place < len(commented.text) and commented.get_line(last + 1).strip()
    return splice_text(commented, place, place, words + (commented.newline if crowded else ""))


def end_last_line(commented: CommentedText) -> str:
    """A text whose last line has no break. A block text at its end would gain a break with it, so its mark forbids that."""
    *_, last = commented.whole.iter_all()
    start = commented.find_offset(last.node.start)
    if isinstance(last.node, Scalar) and re.match(r"[|>](?![-+0-9])", commented.get_raw(last.node)):
        return splice_text(commented, start + 1, start + 1, "-")
    return commented.text


def insert_ahead(commented: CommentedText, piece: CstNode, lines: Sequence[str]) -> str:
    """New lines ahead of the first piece of a record, which may stand on the line of a hyphen."""
    first, _ = measure_extent(commented, piece)
    line = commented.starts[commented.find_line(piece.start)]
    if commented.text[line : piece.start].strip():
        words = commented.newline.join(lines).lstrip() + commented.newline + " " * piece.column
        return splice_text(commented, piece.start, piece.start, words)
    return splice_text(commented, commented.starts[first], commented.starts[first], commented.newline.join(lines) + commented.newline)


def measure_extent(commented: CommentedText, piece: CstNode) -> tuple[int, int]:
    """The first and the last line of a piece and of the comments that belong to it."""
    places = [piece.start, max(piece.start, commented.find_end(piece) - 1), *(comment.start for comment in piece.comments)]
    return commented.find_line(min(places)), commented.find_line(max(places))


def append_list_item(commented: CommentedText, piece: CstNode, tree: Tree) -> str:
    """A new item at the end of a list."""
    last = piece.children[-1]
    end = commented.find_end(last)
    like_the_last = f"{' ' * last.column}- {format_flow(tree)}"
    lines = [like_the_last] if last.flow and not isinstance(tree, str) and len(like_the_last) <= WIDTH else format_item(tree, last.column)
    edited = splice_text(commented, end, end, f", {format_flow(tree)}") if piece.flow else insert_below(commented, last, lines)
    return verify_edit(commented, edited, (*get_piece_path(piece), len(piece.children)), tree)


def make_list(commented: CommentedText, piece: CstNode) -> str:
    """A record that stands alone as the one item of a list."""
    value = get_content(piece.node)
    if piece.flow:
        start, end = commented.find_offset(piece.node.start), commented.find_end(piece)
        return verify_edit(commented, splice_text(commented, start, end, f"[{commented.text[start:end]}]"), get_piece_path(piece), [value])
    first = commented.find_line(piece.children[0].start)
    _, last = measure_extent(commented, piece)
    column = piece.children[0].column
    lines = [commented.get_line(number) for number in range(first, last + 1)]
    moved = [f"{' ' * column}- {lines[0][column:]}", *(f"  {line}" if line.strip() else line for line in lines[1:])]
    return verify_edit(
        commented,
        splice_text(commented, commented.starts[first], commented.starts[last + 1], "".join(moved)),
        get_piece_path(piece),
        [value],
    )


def cut_piece(commented: CommentedText, piece: CstNode) -> str:
    """The text without a piece."""
    return verify_edit(commented, apply_stretches(commented, [build_cut(commented, piece)]), get_piece_path(piece), None)


def cut_together(commented: CommentedText, pieces: Sequence[CstNode]) -> str:
    """The text without some pieces, in the order of the file, that leave no section empty; the text is read back once for them all.

    A piece whose place on a line its next sibling takes waits where another of the same parent goes: the result is to be asked for it again.
    """
    gone = frozenset(pieces)
    chosen: list[tuple[CstNode, TextReplacement]] = []
    parents: set[CstNode | None] = set()
    for piece in reversed(pieces):
        cut = build_cut(commented, piece, gone)
        if (cut.words and piece.parent in parents) or (chosen and cut.end > chosen[-1][1].start):
            continue
        parents.add(piece.parent)
        chosen.append((piece, cut))
    chosen.reverse()
    edited = apply_stretches(commented, [replacement for _, replacement in chosen])
    return verify_changes(commented, edited, [(get_piece_path(piece), None) for piece, _ in chosen])


def build_cut(commented: CommentedText, piece: CstNode, gone: frozenset[CstNode] = frozenset()) -> TextReplacement:
    """What takes a piece out of the text, where some others go too."""
    first, last = measure_extent(commented, piece)
    siblings = piece.parent.children if piece.parent else []
    number = siblings.index(piece)
    following = siblings[number + 1] if number + 1 < len(siblings) else None
    if piece.parent and piece.parent.flow:
        if following and not gone.issuperset(siblings[number + 1 :]):
            return TextReplacement(piece.start, following.start, "")
        return TextReplacement(commented.find_end(siblings[number - 1]) if number else piece.start, commented.find_end(piece), "")
    if following and commented.text[commented.starts[commented.find_line(piece.start)] : piece.start].strip():
        return build_move_up(commented, piece, following)
    blank = (
        first > 0
        and not commented.get_line(first - 1).strip()
        and last + 2 < len(commented.starts)
        and not commented.get_line(last + 1).strip()
    )
    return TextReplacement(commented.starts[first], commented.starts[last + 1 + blank], "")


def build_move_up(commented: CommentedText, piece: CstNode, following: CstNode) -> TextReplacement:
    """What takes out the first field of an item: the next takes its place beside the hyphen, its comments go above."""
    line = commented.starts[commented.find_line(piece.start)]
    indent = re.match(r"\s*", commented.text[line:])
    above = "".join(f"{indent[0] if indent else ''}{comment.text}{commented.newline}" for comment in following.above)
    return TextReplacement(line, following.start, above + commented.text[line : piece.start])


def splice_text(commented: CommentedText, start: int, end: int, words: str) -> str:
    """The text with a stretch replaced."""
    return commented.text[:start] + words + commented.text[end:]


def get_piece_path(piece: CstNode) -> Words:
    """The words and numbers that lead to a piece."""
    return (*get_piece_path(piece.parent), piece.word) if piece.parent else ()


def get_content(node: Node) -> Tree:
    """What a node says, apart from how."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, MappingNode):
        return {word: get_content(value) for word, (_, value) in node.entries.items()}
    return [get_content(scalar) for scalar in node.items]


def verify_edit(commented: CommentedText, text: str, where: Words, tree: Tree | None) -> str:
    """The changed text, if it says what was meant and nothing else.

    Raises:
        CommandError: it does not.

    """
    return verify_changes(commented, text, [(where, tree)])


def verify_changes(commented: CommentedText, text: str, changes: Sequence[tuple[Words, Tree | None]]) -> str:
    """The changed text, if it says what was meant in each of some places, in the order of the file, and nothing else.

    Raises:
        CommandError: it does not.

    """
    yaml = parse_yaml(text)
    if yaml.root is None or any(fault.code != "STR11" for fault in yaml.faults):
        raise CommandError(REFUSED, BY_HAND)
    wanted = [(where, None if tree is None else compose_tree(tree)) for where, tree in reversed(changes)]
    if get_content(yaml.root) != reduce(lambda tree, item: change_tree(tree, *item) or {}, wanted, get_content(commented.whole.node)):
        raise CommandError(REFUSED, BY_HAND)
    return text


def compose_tree(tree: Tree) -> Tree:
    """The same with every letter in one part, as a reader sees it."""
    if isinstance(tree, str):
        return unicodedata.normalize("NFC", tree)
    if isinstance(tree, Mapping):
        return {word: compose_tree(value) for word, value in tree.items()}
    return [compose_tree(value) for value in tree]


def change_tree(tree: Tree, where: Words, value: Tree | None) -> Tree | None:
    """What the file said, with one thing said otherwise, or no longer where the value is nothing."""
    if not where:
        return value
    step, rest = where[0], where[1:]
    if isinstance(tree, Mapping) and isinstance(step, str):
        after = change_tree(tree.get(step, {}), rest, value)
        return {word: old for word, old in {**tree, step: after}.items() if old is not None}
    items = list(tree)
    assert isinstance(step, int)
    after = change_tree(items[step] if step < len(items) else {}, rest, value)
    return [*items[:step], *([] if after is None else [after]), *items[step + 1 :]]
