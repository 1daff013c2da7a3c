"""Text that stays text on GitHub and GitLab: no markup, no HTML, nobody called, no issue named, no link made."""

import re

from .localized import escape_control_characters

APART = "\u200b"
"""A blank of no width. Code hosts look for `@name` and `#12` after the Markdown is read, so an escape does not stop them."""
TIED = re.compile(r"[@#!%~&$^:](?=[\w/])|(?<=\bGH)-(?=\d)|(?<=\bwww)\.", re.IGNORECASE)
LONGEST = 60_000
"""Characters of a comment; GitHub takes 65,536, and who adds a line of his own needs some room."""
WORD = r"`[\w.]+(?:: [\w.]+)?`"
"""A field or a field with its value, as our own words name them; it stays code, since it holds nothing that could come alive."""
MARKUP = re.compile(rf"{WORD}|[\\`*_\[\]<>&|~@#$^{APART}]")


def escape_markdown(text: str) -> str:
    """A text within a line of Markdown or HTML, also in a table; words of our own stand before it on the line."""
    apart = TIED.sub(rf"\g<0>{APART}", escape_control_characters(" ".join(text.split())))
    return MARKUP.sub(lambda match: match[0] if len(match[0]) > 1 else f"&#{ord(match[0])};", apart)
