"""The canonical layout: fields in their order, keys in one language, long text as blocks, every comment with what it speaks of."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from ..errors import CommandError
from ..model.agreement import Agreement
from ..model.record import Record
from ..source.decoder import detect_language
from ..source.parser import MappingNode, Node, Scalar, SequenceNode
from ..text.localized import Language
from .cst import Comment, CommentedText, CstNode, iter_comments, parse_commented
from .scalars import STEP, WIDTH, PlainScalar, format_block_text, format_scalar, quote_line
from .spelling import extract_meaning, get_record_type, iter_prose, spell_keys, spell_words
from .splice import BY_HAND, REFUSED


class LayoutContext(NamedTuple):
    """The text that is laid out, and the words in it that are spelt otherwise, by their identity."""

    here: CommentedText
    spelt: Mapping[int, str]
    prose: Collection[int]
    """The values that may be texts, likewise."""


class LaidOutPiece(NamedTuple):
    """A piece in lines: the comments above it, and the piece itself."""

    above: list[str]
    lines: list[str]


def format_text(text: str, language: Language | None = None) -> str:
    """The text in canonical order and layout, its keys in that language, or in the one it has most of.

    Raises:
        CommandError: it cannot be read, or would not come out saying the same.

    """
    commented = parse_commented(text)
    root = commented.whole.node
    assert isinstance(root, MappingNode)
    chosen = language or detect_language(root, Agreement)
    respelt = (*spell_keys(root, Agreement, chosen), *spell_words(root, Agreement, chosen))
    style = LayoutContext(commented, {id(scalar): word for scalar, word in respelt}, {id(scalar) for scalar in iter_prose(root, Agreement)})
    formatted = commented.newline.join([*lay_out_file(style), ""])
    after = parse_commented(formatted)
    if extract_meaning(root, record=Agreement) != extract_meaning(after.whole.node, record=Agreement) or count_comments(
        commented
    ) != count_comments(after):
        raise CommandError(REFUSED, BY_HAND)
    return formatted


def keep_formatted(change: Callable[[str], str]) -> Callable[[str], str]:
    """A change that leaves a text laid out which was so; any other text keeps the layout its writers gave it."""

    def change_and_format(text: str) -> str:
        """The text, changed and as tidy as before."""
        after = change(text)
        return format_if_possible(after) if format_if_possible(text) == text else after

    return change_and_format


def format_if_possible(text: str) -> str:
    """The text laid out, or as it is where that cannot be."""
    try:
        return format_text(text)
    except CommandError:
        return text


def count_comments(commented: CommentedText) -> Counter[str]:
    """The comments of a text."""
    return Counter(comment.text for comment in iter_comments(commented))


def lay_out_file(style: LayoutContext) -> list[str]:
    """The file: its head, its sections parted by empty lines where one of them is more than a line, and its foot."""
    top = style.here.whole
    lines = format_comments_above(top.above, "", parted=False)
    sections = [lay_out_piece(style, piece, record, 0) for piece, record in order_pieces(top, Agreement)]
    if lines and (top.parted or (sections and sections[0].above)):
        lines.append("")
    for before, each in zip([None, *sections], sections, strict=False):
        if before and (each.above or len(each.lines) > 1 or len(before.lines) > 1):
            lines.append("")
        lines += [*each.above, *each.lines]
    return [*lines, *([""] if top.last and top.last[0].spaced else ()), *format_comments_above(top.last, "", parted=False)]


def order_pieces(piece: CstNode, record: type[Record]) -> list[tuple[CstNode, type[Record]]]:
    """What stands in a piece, in canonical order, each with the record that its value may hold; what no field has comes last."""
    if not isinstance(piece.node, MappingNode):
        return [(child, record) for child in piece.children]
    order = {field.name: number for number, field in enumerate(record.fields)}
    known = {child.word: record.names.get(str(child.word)) for child in piece.children}
    pairs = [(child, known[child.word]) for child in piece.children]
    pairs.sort(key=lambda pair: order[pair[1].name] if pair[1] else len(order))
    return [(child, get_record_type(field.kind) if field else Record) for child, field in pairs]


def lay_out_piece(style: LayoutContext, piece: CstNode, record: type[Record], column: int, *, spread: bool = False) -> LaidOutPiece:
    """A key with its value or an item of a list, that far in. `spread`: its parts stand on lines of their own, as those of its sisters do."""
    pad = " " * column
    lead = f"{pad}{format_key(style, piece.key)}:" if piece.key else f"{pad}-"
    beside = [*(comment for comment in piece.beside if not comment.alone), *([] if piece.children else piece.last)]
    below = [f"{pad}{STEP}{comment.text}" for comment in piece.beside if comment.alone]
    over = format_comments_above(piece.above, pad, parted=piece.parted)
    if below or (len(beside) == 1 and id(piece.node) in style.prose):
        short: list[str] | None = format_with_comment(style, piece.node, lead, (piece.beside or beside)[0])
    else:
        short = None if spread and piece.children else lay_out_leaf(style, piece, record, lead)
    if short is None and piece.key is None:
        return lay_out_compact(style, piece, record, column, [*over, *format_comments_above(beside, pad, parted=False)])
    first, *rest = [*(short or [lead, *lay_out_children(style, piece, record, column)]), *below]
    if len(beside) == 1:
        return LaidOutPiece(over, [f"{first}{beside[0].gap}{beside[0].text}", *rest])
    return LaidOutPiece([*over, *format_comments_above(beside, pad, parted=False)], [first, *rest])


def lay_out_compact(style: LayoutContext, piece: CstNode, record: type[Record], column: int, over: list[str]) -> LaidOutPiece:
    """An item whose first part stands on the line of its hyphen; comments on that part go above the hyphen."""
    first, *others = lay_out_parts(style, piece, record, column)
    start = " " * column + "- " + first.lines[0].lstrip()
    rest = [line for each in others for line in (*each.above, *each.lines)]
    hoisted = [line[len(STEP) :] for line in first.above]
    return LaidOutPiece([*over, *hoisted], [start, *first.lines[1:], *rest, *lay_out_trailing(piece, column)])


def lay_out_children(style: LayoutContext, piece: CstNode, record: type[Record], column: int) -> list[str]:
    """All that stands in a record or a list, one step further in."""
    return [
        *(line for each in lay_out_parts(style, piece, record, column) for line in (*each.above, *each.lines)),
        *lay_out_trailing(piece, column),
    ]


def lay_out_parts(style: LayoutContext, piece: CstNode, record: type[Record], column: int) -> list[LaidOutPiece]:
    """What stands in a record or a list, one by one. Where one item of a list needs lines for its parts, the others have them too."""
    ordered, lead = order_pieces(piece, record), " " * (column + len(STEP)) + "-"
    spread = isinstance(piece.node, SequenceNode) and any(
        child.children and lay_out_leaf(style, child, each, lead) is None for child, each in ordered
    )
    return [lay_out_piece(style, child, each, column + len(STEP), spread=spread) for child, each in ordered]


def lay_out_trailing(piece: CstNode, column: int) -> list[str]:
    """The comments after all that stands in a piece."""
    return format_comments_above(piece.last, " " * (column + len(STEP)), parted=False)


def lay_out_leaf(style: LayoutContext, piece: CstNode, record: type[Record], lead: str) -> list[str] | None:
    """What needs no lines for parts of its own: a text, nothing, or brackets that fit on the line. Else nothing."""
    if isinstance(piece.node, Scalar):
        return format_scalar_lines(style, piece.node, lead)
    if not piece.children:
        return [lead + (" {}" if isinstance(piece.node, MappingNode) else " []")]
    commented = any(True for child in piece.children for _ in child.comments) or piece.last
    if not piece.flow or commented or any("\n" in node.text for node in iter_texts(piece)):
        return None
    line = f"{lead} {format_brackets(style, piece, record)}"
    return [line] if len(line) <= WIDTH else None


def iter_texts(piece: CstNode) -> Iterable[Scalar]:
    """Every text in a piece, keys included."""
    return (node for child in piece.iter_all() for node in (child.key, child.node) if isinstance(node, Scalar))


def format_brackets(style: LayoutContext, piece: CstNode, record: type[Record]) -> str:
    """A value between brackets, on one line."""
    if isinstance(piece.node, Scalar):
        return format_inline(style, piece.node, flow=True)
    ordered = order_pieces(piece, record)
    if isinstance(piece.node, MappingNode):
        return (
            "{"
            + ", ".join(f"{format_key(style, child.key)}: {format_brackets(style, child, each)}".rstrip() for child, each in ordered)
            + "}"
        )
    return "[" + ", ".join(format_brackets(style, child, each) for child, each in ordered) + "]"


def format_with_comment(style: LayoutContext, node: Node, lead: str, remark: Comment) -> list[str]:
    """A text with a comment behind it: one that may be its rest stays so, and any other never comes to look like it."""
    assert isinstance(node, Scalar)
    commented = style.here
    raw = commented.get_raw(node)
    if raw.startswith(("|", ">")):
        return [f"{lead} {line}" if number == 0 else line for number, line in enumerate(format_block(style, node, lead))]
    if id(node) in style.spelt or node.empty or (node.plain and not commented.text[commented.find_offset(node.end) : remark.start].strip()):
        return [f"{lead} {format_inline(style, node)}".rstrip()]
    return [f"{lead} {raw if not node.plain and len(raw.splitlines()) == 1 else quote_line(node.text)}"]


def format_scalar_lines(style: LayoutContext, node: Scalar, lead: str) -> list[str]:
    """A text after its key or its hyphen: on the line, or as a block below it where it is long or has lines."""
    if node.empty and not node.text:
        return [lead]
    short = f"{lead} {format_inline(style, node)}"
    if len(short) > WIDTH and id(node) not in style.spelt:
        short = f"{lead} {join_scalar(node)}"
    if "\n" not in node.text and len(short) <= WIDTH:
        return [short]
    lines = format_block(style, node, lead)
    longer = len(lines) > 2 or "\n" in node.text  # noqa: PLR2004 - the mark, and more than one line
    return [f"{lead} {lines[0]}", *lines[1:]] if lines and longer else [short]


def format_block(style: LayoutContext, node: Scalar, lead: str) -> list[str]:
    """A text as a block: its mark, then its lines; as it was written where no other would keep it letter for letter."""
    column = len(lead) - len(lead.lstrip()) + len(STEP)
    return format_block_text(node.text, column) or keep_lines(style.here.get_raw(node), node.text, column)


def keep_lines(raw: str, text: str, column: int) -> list[str]:
    """A text over several lines as its writer wrote it, that far in; nothing where it stands on one line."""
    first, *rest = raw.splitlines() or [""]
    if not rest:
        return []
    if not raw.startswith(("|", ">")):
        return [first, *((" " * column + line.strip()).rstrip() for line in rest)]
    while "+" not in first and not rest[-1].strip():
        rest.pop()
    own = count_leading_blanks(rest) - count_leading_blanks(text.splitlines())
    return [re.sub("[1-9]", str(len(STEP)), first), *(f"{' ' * column}{line[own:]}" if line.strip() else line[own:] for line in rest)]


def count_leading_blanks(lines: Sequence[str]) -> int:
    """The blanks before the first word."""
    return next((len(line) - len(line.lstrip(" ")) for line in lines if line.strip(" ")), 0)


def format_inline(style: LayoutContext, node: Scalar, *, flow: bool = False) -> str:
    """A text on one line: respelt, as it stands, or joined from several lines."""
    raw = style.here.get_raw(node)
    if id(node) in style.spelt:
        return format_scalar(style.spelt[id(node)], flow=flow)
    if len(raw.splitlines()) < 2 and not raw.startswith(("|", ">")):  # noqa: PLR2004 - one line or none
        return raw
    return join_scalar(node, flow=flow)


def join_scalar(node: Scalar, *, flow: bool = False) -> str:
    """A text on one line, with no more marks than it needs."""
    return format_scalar(PlainScalar(node.text) if node.plain else node.text, flow=flow)


def format_key(style: LayoutContext, node: Scalar | None) -> str:
    """A key as it is to be written."""
    return format_inline(style, node, flow=True) if node else ""


def format_comments_above(remarks: Iterable[Comment], pad: str, *, parted: bool) -> list[str]:
    """Comments on lines of their own; empty lines among them stay, and the one after them where there is."""
    lines: list[str] = []
    for remark in remarks:
        lines += ["", pad + remark.text] if remark.spaced and lines else [pad + remark.text]
    return [*lines, ""] if parted and lines else lines
