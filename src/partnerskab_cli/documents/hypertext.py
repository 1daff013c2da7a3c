"""The words of an HTML document, each escaped: what its templates say most often, said without the price of a macro."""

from markupsafe import Markup

from .document import Paragraph, Phrase, Words
from .url import url

TIME, LINK, BREAK, EMPTY = Markup('<time datetime="{}">{}</time>'), Markup('<a href="{}">{}</a>'), Markup("<br>"), Markup("")


def words(value: Words) -> Markup:
    """Stretches of words, with the days that they name and the places where they lead."""
    return EMPTY.join(stretch(one) for one in value)


def stretch(one: Phrase) -> str:
    """A stretch of words."""
    if one.day:
        return TIME.format(one.day, one.text)
    target = url(one.target) if one.target else ""
    return LINK.format(target, one.text) if target else one.text


def lines(value: Paragraph) -> Markup:
    """Words in one or several lines."""
    return BREAK.join(words(one) for one in value.lines)
