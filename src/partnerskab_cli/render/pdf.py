"""A document as PDF/UA-1: tagged, with its language, bookmarks and page numbers. Its words reach the typesetter as data only."""

import json
import re
from collections.abc import Mapping

from ..errors import CommandError
from ..text.blocks import Document, Section
from ..text.localized import Text
from ..text.template_texts import localize_template_texts
from .extras import build_missing_extra_error
from .inline import sanitize_url
from .templates import find_template_folder
from .theme import DocumentTheme

DRAWING = "document.typ"
UNPRINTABLE = CommandError(
    Text(da="Teksten har for mange tegn, som ingen skrift kan vise.", en="The text has too many characters that no font can show."),
    Text(
        da="vælg en skrift, der har dem, under udseende i profilen", en="choose a typeface that has them, under appearance in the profile"
    ),
)
UNDRAWABLE = CommandError(
    Text(da="Profilens logo kan ikke tegnes i en PDF.", en="The profile’s logo cannot be drawn in a PDF."),
    Text(
        da="gem det igen som en hel PNG, JPEG eller enkel SVG, eller fjern `logo` under `udseende` i profilen",
        en="save it again as a whole PNG, JPEG or simple SVG, or remove `logo` under `appearance` in the profile",
    ),
)
BEGINNING = 0
"""The time that stands in every file, so that the same agreement gives the same bytes."""
UNDISPLAYED = re.compile(r'the text `"(.+?)"` could not be displayed', re.DOTALL)
SPELT = re.compile(r"\\u\{([0-9a-f]+)\}")
MOST = 200
"""Different letters that no font has, before it is given up."""
MOST_ROUNDS = 8
"""Each round finds all the letters there are; a further one is needed only where what was spelt out left others bare."""


def render_pdf(document: Document, theme: DocumentTheme) -> tuple[bytes, str]:
    """A document as PDF, and the letters that its typefaces lack; each is spelt out by its number.

    Raises:
        CommandError: the extra is missing, or the text cannot be printed.

    """
    try:
        import typst  # noqa: PLC0415 - an extra
    except ImportError:
        raise build_missing_extra_error("PDF", "pdf") from None
    data = dump_document(document, theme, localize_template_texts(document.language))
    compiler = typst.Compiler(find_template_folder() / DRAWING, root=find_template_folder(), ignore_system_fonts=not theme.typeface)
    written = data
    missing: dict[str, None] = {}
    for _ in range(MOST_ROUNDS):
        try:
            pdf = compiler.compile(format="pdf", pdf_standards="ua-1", timestamp=BEGINNING, sys_inputs={"document": data})
        except typst.TypstError as error:
            clusters = list_missing_glyphs(data, error)
            if not clusters and theme.picture:
                raise UNDRAWABLE from error
            if not clusters:
                raise
            missing |= dict.fromkeys("".join(clusters))
            if len(missing) > MOST:
                break
            data = re.sub("|".join(map(re.escape, clusters)), spell_out_letters, data)
        else:
            return pdf if isinstance(pdf, bytes) else b"".join(pdf or []), "".join(sorted(missing, key=written.find))
    raise UNPRINTABLE


def spell_out_letters(match: re.Match[str]) -> str:
    """Letters by their numbers."""
    return "".join(f"\\\\u{{{ord(letter):x}}}" for letter in match[0])


def list_missing_glyphs(data: str, error: Exception) -> list[str]:
    """The letters of the data that could not be displayed, at any place, with the marks upon them; the longest first."""
    spelt = UNDISPLAYED.findall(str(getattr(error, "diagnostic", error)))
    letters = {SPELT.sub(lambda match: chr(int(match[1], 16)), item) for item in spelt}
    return sorted((letter for letter in letters if letter and letter in data), key=lambda letter: (-len(letter), letter))


def dump_document(document: Document, theme: DocumentTheme, words: Mapping[str, str]) -> str:
    """A document, how it looks and the words it says of itself, as JSON."""
    return json.dumps({"document": to_json_value(document), "look": to_json_value(theme), "words": words}, ensure_ascii=False)


def to_json_value(value: object) -> object:
    """A value of dictionaries, lists and words; an address that may not be followed is left out."""
    fields = getattr(value, "_fields", None)
    if fields:
        values = {name: to_json_value(getattr(value, name)) for name in fields}
        if "target" in values:
            values["target"] = sanitize_url(str(values["target"]))
        if isinstance(value, Section):
            values["heading"] = value.heading
        return values
    if isinstance(value, tuple):
        return [to_json_value(item) for item in value]
    return list(value) if isinstance(value, bytes) else value
