"""A document as PDF/UA-1: tagged, with its language, bookmarks and page numbers. Its words reach the typesetter as data only."""

import re

from ..errors import CommandError
from ..text import Text
from .data import as_json
from .document import Document
from .extras import lacking
from .look import Look
from .template import folder
from .wording import wording

DRAWING = "document.typ"
UNPRINTABLE = CommandError(
    Text(da="Teksten har for mange tegn, som ingen skrift kan vise.", en="The text has too many characters that no font can show."),
    Text(
        da="vælg en skrift, der har dem, under udseende i profilen", en="choose a typeface that has them, under appearance in the profile"
    ),
)
BEGINNING = 0
"""The time that stands in every file, so that the same agreement gives the same bytes."""
UNDISPLAYED = re.compile(r'the text `"(.+?)"` could not be displayed', re.DOTALL)
SPELT = re.compile(r"\\u\{([0-9a-f]+)\}")
MOST = 200
"""Different letters that no font has, before it is given up."""


def pdf(document: Document, look: Look) -> tuple[bytes, str]:
    """A document as PDF, and the letters that its typefaces lack; each is spelt out by its number.

    Raises:
        CommandError: the extra is missing.

    """
    try:
        import typst  # noqa: PLC0415 - an extra
    except ImportError:
        raise lacking("PDF", "pdf") from None
    data = as_json(document, look, wording(document.language))
    compiler = typst.Compiler(folder() / DRAWING, root=folder(), ignore_system_fonts=not look.typeface)
    missing = ""
    for _ in range(MOST):
        try:
            made = compiler.compile(format="pdf", pdf_standards="ua-1", timestamp=BEGINNING, sys_inputs={"document": data})
        except typst.TypstError as error:
            letters = undisplayed(data, error)
            data = data.replace(letters, "".join(f"\\\\u{{{ord(letter):x}}}" for letter in letters))
            missing += letters
        else:
            return made if isinstance(made, bytes) else b"".join(made or []), "".join(dict.fromkeys(missing))
    raise UNPRINTABLE


def undisplayed(data: str, error: Exception) -> str:
    """The letters of the data that could not be displayed."""
    found = UNDISPLAYED.search(str(error))
    letters = SPELT.sub(lambda match: chr(int(match[1], 16)), found[1]) if found else ""
    if not letters or letters not in data:
        raise error
    return letters
