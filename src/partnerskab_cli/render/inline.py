"""The words of an HTML document, each escaped: what its templates say most often, said without the price of a macro."""

import re
from urllib.parse import quote, urlsplit

from markupsafe import Markup, escape

from ..text.blocks import Inline, Paragraph, Words

TIME, LINK, BREAK, EMPTY = Markup('<time datetime="{}">{}</time>'), Markup('<a href="{}">{}</a>'), Markup("<br>"), Markup("")
LONG, CHANCE = Markup('<span class="long">{}</span>'), Markup("<wbr>")
UNBROKEN = re.compile(r"(\S{25,})")
"""What may be broken anywhere, where its column is too narrow; shorter words keep whole and make it wider."""
RIGHT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
FROM_RIGHT = re.compile(f"([{RIGHT}](?:[^A-Za-zÀ-ɏ,;()]*[{RIGHT}])*)")
"""A run of letters that are written from right to left, with what stands between them."""
LETTER = re.compile(r"[^\W\d_]")
APART = Markup("<bdi>{}</bdi>")
JOINT = re.compile("(?=[@./?&=_])")
"""Where an address is broken, if it must be."""


def render_inlines(value: Words) -> Markup:
    """Stretches of words, with the days that they name and the places where they lead."""
    return EMPTY.join(render_inline(inline) for inline in value)


def render_inline(inline: Inline) -> str:
    """A stretch of words."""
    if inline.day:
        return TIME.format(inline.day, inline.text)
    target = sanitize_url(inline.target) if inline.target else ""
    return LINK.format(target, CHANCE.join(JOINT.split(inline.text))) if target else isolate_direction(inline.text)


def isolate_direction(text: str) -> str:
    """Words, of which those that are written from right to left do not turn the others round: all of them where they begin so, else each run."""
    if text.isascii() or not (match := FROM_RIGHT.search(text)):
        return make_breakable(text)
    if not LETTER.search(text, 0, match.start()):
        return APART.format(make_breakable(text))
    parts = FROM_RIGHT.split(text)
    return EMPTY.join(APART.format(make_breakable(part)) if place % 2 else make_breakable(part) for place, part in enumerate(parts))


def make_breakable(text: str) -> str:
    """Words, of which the very long ones do not widen the page."""
    parts = UNBROKEN.split(text)
    return EMPTY.join(LONG.format(part) if place % 2 else escape(part) for place, part in enumerate(parts)) if len(parts) > 1 else text


def render_paragraph(value: Paragraph) -> Markup:
    """Words in one or several lines."""
    return BREAK.join(render_inlines(line) for line in value.lines)


SCHEMES = frozenset({"http", "https", "mailto", "tel"})
KEPT = ":/?#[]@!$&'()*+,;=%~"
"""Letters that mean something in an address."""


def sanitize_url(value: str) -> str:
    """An address that leads to a page, a mailbox or a telephone; nothing where it leads anywhere else."""
    try:
        scheme = urlsplit(value).scheme.lower()
    except ValueError:
        return ""
    return quote(value, safe=KEPT) if scheme in SCHEMES else ""
