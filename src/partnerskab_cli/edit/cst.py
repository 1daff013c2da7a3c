"""A readable text with its pieces: where each key and each item begins and ends, and which comments speak of it."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple
from weakref import ref

from ..errors import CommandError
from ..source.parser import MappingNode, Node, Scalar, SequenceNode, YamlMark, parse_yaml
from ..text.localized import Text

COMMENT = re.compile(r"#[^\r\n\x85\u2028\u2029]*")
HEADER = re.compile(r"[|>][-+0-9]*")
UNREADABLE = Text(da="Filen kan ikke rettes, før den kan læses.", en="The file cannot be mended before it can be read.")
READ_FIRST = Text(da="partnerskab check siger, hvad der er i vejen", en="partnerskab check says what is in the way")


class Comment(NamedTuple):
    """A comment, from its `#` to the end of the line."""

    text: str
    start: int
    line: int
    column: int
    alone: bool
    """Whether nothing else stands on its line."""
    spaced: bool
    """Whether an empty line stands right above it."""
    gap: str
    """The blanks before it, behind what else stands on its line; never more or fewer, since a text may go on behind them."""


class CstNode:
    """A key with its value, an item of a list, or the whole; with the comments that speak of it."""

    __slots__ = ("__weakref__", "above", "beside", "children", "column", "flow", "key", "last", "node", "outer", "parted", "start", "word")

    def __init__(self, parent: "CstNode | None", key: Scalar | None, node: Node, start: int, column: int) -> None:
        self.outer = ref(parent) if parent else None
        self.key, self.node, self.start, self.column = key, node, start, column
        self.word: str | int = ""
        self.children: list[CstNode] = []
        self.flow = False
        self.above: list[Comment] = []
        self.beside: list[Comment] = []
        self.last: list[Comment] = []
        """Comments after its last child."""
        self.parted = False
        """Whether an empty line parts it from the comments above it."""

    @property
    def parent(self) -> "CstNode | None":
        """What it stands in, as long as the manuscript is held: without a circle, a manuscript that is done with takes no memory."""
        return self.outer() if self.outer else None

    @property
    def holds_block(self) -> bool:
        """Whether its value is a record or a list written over lines of its own."""
        return bool(self.children) and not self.flow

    def iter_all(self) -> "Iterator[CstNode]":
        """It and all that stands in it, in the order of the file."""
        yield self
        for child in self.children:
            yield from child.iter_all()

    @property
    def comments(self) -> Iterator[Comment]:
        """Every comment on it and in it."""
        for piece in self.iter_all():
            yield from (*piece.above, *piece.beside, *piece.last)


class CommentedText(NamedTuple):
    """A text, the places where its lines begin, and its pieces."""

    text: str
    starts: Sequence[int]
    whole: CstNode

    def find_offset(self, mark: YamlMark) -> int:
        """The place of a mark in the text."""
        return self.starts[mark.line] + mark.column

    def find_line(self, place: int) -> int:
        """The line of a place, from 0."""
        return bisect_right(self.starts, place) - 1

    def get_line(self, number: int) -> str:
        """A line with its break."""
        after = self.starts[number + 1] if number + 1 < len(self.starts) else len(self.text)
        return self.text[self.starts[number] : after]

    @property
    def newline(self) -> str:
        """The break that ends its lines."""
        return "\r\n" if self.get_line(0).endswith("\r\n") else "\n"

    def get_raw(self, node: Scalar) -> str:
        """A scalar as it stands in the file, quotation marks and all."""
        return self.text[self.find_offset(node.start) : self.find_offset(node.end)]

    def find_end(self, piece: CstNode) -> int:
        """The place right after the last that is written of a piece, its comments aside."""
        if piece.holds_block:
            return self.find_end(piece.children[-1])
        if isinstance(piece.node, Scalar):
            return self.find_scalar_end(piece.node)
        return self.find_offset(piece.node.end)

    def find_scalar_end(self, node: Scalar) -> int:
        """The place right after a scalar; a block text ends with its last line that is not empty, unless its empty lines count."""
        start, end = self.find_offset(node.start), self.find_offset(node.end)
        header = HEADER.match(self.text, start, end)
        if not header:
            return end
        return end if "+" in header[0] else start + len(self.text[start:end].rstrip())


def parse_commented(text: str) -> CommentedText:
    """The pieces of a text.

    Raises:
        CommandError: it cannot be read, or something in it would get lost.

    """
    root, faults = parse_yaml(text)
    if root is None or any(fault.code != "STR11" for fault in faults):
        raise CommandError(UNREADABLE, READ_FIRST)
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    commented = CommentedText(text, starts, CstNode(None, None, root, -1, -1))
    build_children(commented, commented.whole, flow=False)
    attach_comments(commented)
    return commented


def build_children(commented: CommentedText, piece: CstNode, *, flow: bool) -> None:
    """Give a piece its children."""
    node = piece.node
    if isinstance(node, Scalar):
        return
    piece.flow = flow or commented.text[commented.find_offset(node.start) : commented.find_offset(node.start) + 1] in {"{", "["}
    for word, key, value, start in iter_parts(commented, node, flow=piece.flow):
        child = CstNode(piece, key, value, start, start - commented.starts[commented.find_line(start)])
        child.word = word
        piece.children.append(child)
        build_children(commented, child, flow=piece.flow)


def iter_parts(
    commented: CommentedText, node: MappingNode | SequenceNode, *, flow: bool
) -> Iterator[tuple[str | int, Scalar | None, Node, int]]:
    """What stands in a record or a list: its key or number, its value, and where it begins."""
    if isinstance(node, MappingNode):
        for word, (key, value) in node.entries.items():
            yield word, key, value, commented.find_offset(key.start)
    else:
        for number, item in enumerate(node.items):
            yield number, None, item, commented.find_offset(item.start) if flow else find_dash(commented, node, number)


def find_dash(commented: CommentedText, node: SequenceNode, number: int) -> int:
    """Where the hyphen of an item stands: in the column of the first, on the item's line or above it."""
    if number == 0:
        return commented.find_offset(node.start)
    line, column = node.items[number].start.line, node.start.column
    while commented.get_line(line)[column : column + 1] != "-" or commented.get_line(line)[:column].strip():
        line -= 1
    return commented.starts[line] + column


def iter_scalar_ranges(commented: CommentedText) -> Iterator[tuple[int, int]]:
    """Where scalars stand, from and to, in the order of the file; of a block text the line with its mark is left open after the mark."""
    for piece in commented.whole.iter_all():
        for node in (piece.key, piece.node):
            if isinstance(node, Scalar):
                start, end = commented.find_offset(node.start), commented.find_offset(node.end)
                header = HEADER.match(commented.text, start, end)
                if header:
                    yield start, header.end()
                    start = commented.starts[commented.find_line(start) + 1]
                yield start, end


def iter_comments(commented: CommentedText) -> Iterator[Comment]:
    """Every comment of the text."""
    before = 0
    for start, end in sorted((*iter_scalar_ranges(commented), (len(commented.text), len(commented.text)))):
        yield from (make_comment(commented, match) for match in COMMENT.finditer(commented.text, before, start))
        before = max(before, end)


def make_comment(commented: CommentedText, match: re.Match[str]) -> Comment:
    """A comment with its place."""
    number = commented.find_line(match.start())
    column = match.start() - commented.starts[number]
    spaced = number > 0 and not commented.get_line(number - 1).strip()
    before = commented.get_line(number)[:column]
    gap = before[len(before.rstrip()) :] or "  "
    return Comment(match[0].rstrip(), match.start(), number, column, not before.strip(), spaced, gap)


def attach_comments(commented: CommentedText) -> None:
    """Let every comment stand with the piece it speaks of."""
    pieces = list(commented.whole.iter_all())
    following = sorted(pieces[1:], key=attrgetter("start"))
    starts = [piece.start for piece in following]
    anchors = sorted(((place, number) for number, piece in enumerate(pieces) for place in iter_piece_edges(commented, piece)))
    for comment in iter_comments(commented):
        reached = bisect_right(anchors, (comment.start, len(pieces))) - 1
        behind = pieces[anchors[reached][1]] if reached >= 0 else commented.whole
        number = bisect_right(starts, comment.start)
        assign_comment(commented, comment, behind, following[number] if number < len(following) else None)
    for piece in pieces[1:]:
        line = commented.find_line(piece.start)
        ahead = bool(piece.above) and piece.above[-1].start < piece.start
        piece.parted = ahead and not commented.get_line(max(0, line - 1)).strip()
    lift_head_comments(commented.whole)


def iter_piece_edges(commented: CommentedText, piece: CstNode) -> Iterator[int]:
    """Where a piece begins, and where it ends unless its children say so."""
    yield piece.start
    if piece.parent is not None and not piece.holds_block:
        yield find_first_end(commented, piece.node) if isinstance(piece.node, Scalar) else commented.find_offset(piece.node.end)


def find_first_end(commented: CommentedText, node: Scalar) -> int:
    """Where a scalar ends; of a block text, where its mark ends."""
    header = HEADER.match(commented.text, commented.find_offset(node.start), commented.find_offset(node.end))
    return header.end() if header else commented.find_offset(node.end)


def assign_comment(commented: CommentedText, comment: Comment, behind: CstNode, ahead: CstNode | None) -> None:
    """Give a comment to a piece: to the one before it on the same line, else mostly to the next."""
    bracket = find_enclosing_brackets(commented, behind, comment.start)
    if not comment.alone:
        (behind.beside if behind.parent else commented.whole.above).append(comment)
    elif not bracket and is_continuation(commented, comment, behind):
        behind.beside.append(comment)
    elif behind.parent and not behind.holds_block and comment.start < commented.find_offset(behind.node.start):
        behind.above.append(comment)
    elif bracket:
        later = next((child for child in bracket.children if child.start > comment.start), None)
        (later.above if later else bracket.last).append(comment)
    else:
        block = next(
            (piece for piece in iter_ancestors(behind) if piece.holds_block and piece.children[0].column <= comment.column), commented.whole
        )
        if ahead and (ahead.column >= comment.column or ahead.parent is block):
            ahead.above.append(comment)
        else:
            block.last.append(comment)


def is_continuation(commented: CommentedText, comment: Comment, behind: CstNode) -> bool:
    """Whether a comment may be the next line of the text above it: further in, and with no blank after its `#`."""
    node = behind.node
    if (
        not isinstance(node, Scalar)
        or not node.text
        or commented.get_raw(node).startswith(("|", ">"))
        or not re.match(r"#\w", comment.text)
    ):
        return False
    return (
        comment.line == node.end.line + 1
        and comment.column > behind.column
        and not commented.get_line(node.end.line)[node.end.column :].strip()
    )


def iter_ancestors(piece: CstNode | None) -> Iterator[CstNode]:
    """A piece and all that it stands in, inside out."""
    while piece:
        yield piece
        piece = piece.parent


def find_enclosing_brackets(commented: CommentedText, behind: CstNode, place: int) -> CstNode | None:
    """The innermost brackets round a place."""
    return next(
        (
            piece
            for piece in iter_ancestors(behind)
            if piece.flow
            and not isinstance(piece.node, Scalar)
            and commented.find_offset(piece.node.start) < place < commented.find_offset(piece.node.end)
        ),
        None,
    )


def lift_head_comments(whole: CstNode) -> None:
    """The comments on top of a file speak of the file, up to the last empty line among them."""
    first = whole.children[0] if whole.children else None
    if first is None or not first.above:
        whole.parted = False
        return
    empty = [number for number, comment in enumerate(first.above) if comment.spaced and number] + (
        [len(first.above)] if first.parted else []
    )
    split = empty[-1] if empty else len(first.above)
    whole.above += first.above[:split]
    whole.parted = bool(empty)
    first.above = first.above[split:]
    first.parted = first.parted and bool(first.above)
