"""The canonical layout: fields in their order, keys in one language, long text as blocks, every comment with what it speaks of."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from ..agreement.agreement import Agreement
from ..agreement.record import Record
from ..errors import CommandError
from ..reading.document import Block, Listing, Node, Scalar
from ..reading.shape import language_of
from ..text import Language
from .lines import STEP, WIDTH, Bare, marked, paragraph, scalar
from .manuscript import Comment, Manuscript, Piece, comments, manuscript
from .spelling import keys, meaning, prose, record_of, words
from .splice import BY_HAND, REFUSED


class Style(NamedTuple):
    """The text that is laid out, and the words in it that are spelt otherwise, by their identity."""

    here: Manuscript
    spelt: Mapping[int, str]
    prose: Collection[int]
    """The values that may be texts, likewise."""


class Laid(NamedTuple):
    """A piece in lines: the comments above it, and the piece itself."""

    above: list[str]
    lines: list[str]


def laid_out(text: str, language: Language | None = None) -> str:
    """The text in canonical order and layout, its keys in that language, or in the one it has most of.

    Raises:
        CommandError: it cannot be read, or would not come out saying the same.

    """
    here = manuscript(text)
    root = here.whole.node
    assert isinstance(root, Block)
    chosen = language or language_of(root, Agreement)
    respelt = (*keys(root, Agreement, chosen), *words(root, Agreement, chosen))
    style = Style(here, {id(one): word for one, word in respelt}, {id(one) for one in prose(root, Agreement)})
    made = here.newline.join([*whole(style), ""])
    after = manuscript(made)
    if meaning(root, record=Agreement) != meaning(after.whole.node, record=Agreement) or spoken(here) != spoken(after):
        raise CommandError(REFUSED, BY_HAND)
    return made


def kept_tidy(change: Callable[[str], str]) -> Callable[[str], str]:
    """A change that leaves a text laid out which was so; any other text keeps the layout its writers gave it."""

    def changed(text: str) -> str:
        """The text, changed and as tidy as before."""
        after = change(text)
        return tidied(after) if tidied(text) == text else after

    return changed


def tidied(text: str) -> str:
    """The text laid out, or as it is where that cannot be."""
    try:
        return laid_out(text)
    except CommandError:
        return text


def spoken(here: Manuscript) -> Counter[str]:
    """The comments of a text."""
    return Counter(one.text for one in comments(here))


def whole(style: Style) -> list[str]:
    """The file: its head, its sections parted by empty lines where one of them is more than a line, and its foot."""
    top = style.here.whole
    lines = above(top.above, "", parted=False)
    sections = [laid(style, piece, record, 0) for piece, record in ordered(top, Agreement)]
    if lines and (top.parted or (sections and sections[0].above)):
        lines.append("")
    for before, each in zip([None, *sections], sections, strict=False):
        if before and (each.above or len(each.lines) > 1 or len(before.lines) > 1):
            lines.append("")
        lines += [*each.above, *each.lines]
    return [*lines, *([""] if top.last and top.last[0].spaced else ()), *above(top.last, "", parted=False)]


def ordered(piece: Piece, record: type[Record]) -> list[tuple[Piece, type[Record]]]:
    """What stands in a piece, in canonical order, each with the record that its value may hold; what no field has comes last."""
    if not isinstance(piece.node, Block):
        return [(child, record) for child in piece.children]
    order = {one.name: number for number, one in enumerate(record.fields)}
    known = {child.word: record.names.get(str(child.word)) for child in piece.children}
    found = [(child, known[child.word]) for child in piece.children]
    found.sort(key=lambda pair: order[pair[1].name] if pair[1] else len(order))
    return [(child, record_of(one.kind) if one else Record) for child, one in found]


def laid(style: Style, piece: Piece, record: type[Record], column: int, *, spread: bool = False) -> Laid:
    """A key with its value or an item of a list, that far in. `spread`: its parts stand on lines of their own, as those of its sisters do."""
    pad = " " * column
    lead = f"{pad}{key(style, piece.key)}:" if piece.key else f"{pad}-"
    beside = [*(one for one in piece.beside if not one.alone), *([] if piece.children else piece.last)]
    below = [f"{pad}{STEP}{one.text}" for one in piece.beside if one.alone]
    over = above(piece.above, pad, parted=piece.parted)
    if below or (len(beside) == 1 and id(piece.node) in style.prose):
        short: list[str] | None = remarked(style, piece.node, lead, (piece.beside or beside)[0])
    else:
        short = None if spread and piece.children else leaf(style, piece, record, lead)
    if short is None and piece.key is None:
        return compact(style, piece, record, column, [*over, *above(beside, pad, parted=False)])
    first, *rest = [*(short or [lead, *inside(style, piece, record, column)]), *below]
    if len(beside) == 1:
        return Laid(over, [f"{first}{beside[0].gap}{beside[0].text}", *rest])
    return Laid([*over, *above(beside, pad, parted=False)], [first, *rest])


def compact(style: Style, piece: Piece, record: type[Record], column: int, over: list[str]) -> Laid:
    """An item whose first part stands on the line of its hyphen; comments on that part go above the hyphen."""
    first, *others = parts(style, piece, record, column)
    start = " " * column + "- " + first.lines[0].lstrip()
    rest = [line for each in others for line in (*each.above, *each.lines)]
    hoisted = [line[len(STEP) :] for line in first.above]
    return Laid([*over, *hoisted], [start, *first.lines[1:], *rest, *last(piece, column)])


def inside(style: Style, piece: Piece, record: type[Record], column: int) -> list[str]:
    """All that stands in a record or a list, one step further in."""
    return [*(line for each in parts(style, piece, record, column) for line in (*each.above, *each.lines)), *last(piece, column)]


def parts(style: Style, piece: Piece, record: type[Record], column: int) -> list[Laid]:
    """What stands in a record or a list, one by one. Where one item of a list needs lines for its parts, the others have them too."""
    found, lead = ordered(piece, record), " " * (column + len(STEP)) + "-"
    spread = isinstance(piece.node, Listing) and any(child.children and leaf(style, child, each, lead) is None for child, each in found)
    return [laid(style, child, each, column + len(STEP), spread=spread) for child, each in found]


def last(piece: Piece, column: int) -> list[str]:
    """The comments after all that stands in a piece."""
    return above(piece.last, " " * (column + len(STEP)), parted=False)


def leaf(style: Style, piece: Piece, record: type[Record], lead: str) -> list[str] | None:
    """What needs no lines for parts of its own: a text, nothing, or brackets that fit on the line. Else nothing."""
    if isinstance(piece.node, Scalar):
        return text(style, piece.node, lead)
    if not piece.children:
        return [lead + (" {}" if isinstance(piece.node, Block) else " []")]
    commented = any(True for child in piece.children for _ in child.comments) or piece.last
    if not piece.flow or commented or any("\n" in node.text for node in texts(piece)):
        return None
    line = f"{lead} {brackets(style, piece, record)}"
    return [line] if len(line) <= WIDTH else None


def texts(piece: Piece) -> Iterable[Scalar]:
    """Every text in a piece, keys included."""
    return (node for child in piece.all() for node in (child.key, child.node) if isinstance(node, Scalar))


def brackets(style: Style, piece: Piece, record: type[Record]) -> str:
    """A value between brackets, on one line."""
    if isinstance(piece.node, Scalar):
        return inline(style, piece.node, flow=True)
    found = ordered(piece, record)
    if isinstance(piece.node, Block):
        return "{" + ", ".join(f"{key(style, child.key)}: {brackets(style, child, each)}".rstrip() for child, each in found) + "}"
    return "[" + ", ".join(brackets(style, child, each) for child, each in found) + "]"


def remarked(style: Style, node: Node, lead: str, remark: Comment) -> list[str]:
    """A text with a comment behind it: one that may be its rest stays so, and any other never comes to look like it."""
    assert isinstance(node, Scalar)
    here = style.here
    raw = here.raw(node)
    if raw.startswith(("|", ">")):
        return [f"{lead} {line}" if number == 0 else line for number, line in enumerate(block(style, node, lead))]
    if id(node) in style.spelt or node.empty or (node.plain and not here.text[here.at(node.end) : remark.start].strip()):
        return [f"{lead} {inline(style, node)}".rstrip()]
    return [f"{lead} {raw if not node.plain and len(raw.splitlines()) == 1 else marked(node.text)}"]


def text(style: Style, node: Scalar, lead: str) -> list[str]:
    """A text after its key or its hyphen: on the line, or as a block below it where it is long or has lines."""
    if node.empty and not node.text:
        return [lead]
    short = f"{lead} {inline(style, node)}"
    if len(short) > WIDTH and id(node) not in style.spelt:
        short = f"{lead} {joined(node)}"
    if "\n" not in node.text and len(short) <= WIDTH:
        return [short]
    lines = block(style, node, lead)
    longer = len(lines) > 2 or "\n" in node.text  # noqa: PLR2004 - the mark, and more than one line
    return [f"{lead} {lines[0]}", *lines[1:]] if lines and longer else [short]


def block(style: Style, node: Scalar, lead: str) -> list[str]:
    """A text as a block: its mark, then its lines; as it was written where no other would keep it letter for letter."""
    column = len(lead) - len(lead.lstrip()) + len(STEP)
    return paragraph(node.text, column) or as_written(style.here.raw(node), node.text, column)


def as_written(raw: str, text: str, column: int) -> list[str]:
    """A text over several lines as its writer wrote it, that far in; nothing where it stands on one line."""
    first, *rest = raw.splitlines() or [""]
    if not rest:
        return []
    if not raw.startswith(("|", ">")):
        return [first, *((" " * column + line.strip()).rstrip() for line in rest)]
    while "+" not in first and not rest[-1].strip():
        rest.pop()
    own = leading(rest) - leading(text.splitlines())
    return [re.sub("[1-9]", str(len(STEP)), first), *(f"{' ' * column}{line[own:]}" if line.strip() else line[own:] for line in rest)]


def leading(lines: Sequence[str]) -> int:
    """The blanks before the first word."""
    return next((len(line) - len(line.lstrip(" ")) for line in lines if line.strip(" ")), 0)


def inline(style: Style, node: Scalar, *, flow: bool = False) -> str:
    """A text on one line: respelt, as it stands, or joined from several lines."""
    raw = style.here.raw(node)
    if id(node) in style.spelt:
        return scalar(style.spelt[id(node)], flow=flow)
    if len(raw.splitlines()) < 2 and not raw.startswith(("|", ">")):  # noqa: PLR2004 - one line or none
        return raw
    return joined(node, flow=flow)


def joined(node: Scalar, *, flow: bool = False) -> str:
    """A text on one line, with no more marks than it needs."""
    return scalar(Bare(node.text) if node.plain else node.text, flow=flow)


def key(style: Style, node: Scalar | None) -> str:
    """A key as it is to be written."""
    return inline(style, node, flow=True) if node else ""


def above(remarks: Iterable[Comment], pad: str, *, parted: bool) -> list[str]:
    """Comments on lines of their own; empty lines among them stay, and the one after them where there is."""
    lines: list[str] = []
    for one in remarks:
        lines += ["", pad + one.text] if one.spaced and lines else [pad + one.text]
    return [*lines, ""] if parted and lines else lines
