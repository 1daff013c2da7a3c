"""Text that was saved or opened in the wrong encoding, and letters that nobody sees: found, and undone where that is certain."""

import re
from collections.abc import Iterator

from ..diagnostics import Span
from ..text.localized import INVISIBLE, find_invisible
from .parser import Node, SourceFault, iter_scalars

SUSPICIOUS = re.compile(f"[ÂÃâ√├┬\ufffd]|[^\\W\\d_][?][^\\W\\d_]|#[A-ZÆ#]|{INVISIBLE}")
"""Where a text has nothing of this, it is not damaged."""
AFTER = "[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
"""The second and third bytes of a letter, as Windows shows them."""
WRONG_ENCODINGS = (
    ("cp1252", f"[ÂÃ]{AFTER}|â[€‚„†‡]{AFTER}|(?<=[ÂÃƒâ€])[ÅÆË]{AFTER}"),
    ("mac_roman", r"[√¬]\S|‚Ä\S"),
    ("cp850", r"[├┬]\S"),
)
"""What UTF-8 looks like to a program that takes it for another encoding: the letters that only such a mistake puts together."""
MOST_TIMES = 3
"""A text may have been saved wrongly again and again."""
PLAUSIBLE = re.compile("[\x80-ſ€‚ƒ„…†‡ˆ‰‹‘’“”•–—˜™›\u2009\u202f]")
"""What a Western European program writes beyond ASCII."""
LOST = re.compile(
    "\ufffd"
    r"|(?<=[^\W\d_])[?](?=[^\W\d_])"
    r"|#(?:REFERENCE!|REF!|NAVN[?]|NAME[?]|VÆRDI!|VALUE!|DIVISION/0!|DIV/0!|I/T|N/A|NULL!|NUL!|NUM!|SPILD!|SPILL!|OVERLØB!|#{3,})"
)
"""A letter that has become a mark of replacement or a question mark, and the words a spreadsheet writes where it cannot reckon."""
ADDRESS = re.compile(r"://|www[.]|[=@&/]")
"""A word in which a question mark between two letters is right."""
LONGEST_QUOTE = 40


def undo_damage(text: str) -> str:
    """Text as it was before it was opened in a wrong encoding, as far as that is certain."""
    for _ in range(MOST_TIMES):
        before = text
        for encoding, pattern in WRONG_ENCODINGS:
            text = re.sub(pattern, lambda match, encoding=encoding: redecode_letters(match[0], encoding), text)  # type: ignore[misc]
        if text == before:
            break
    return text


def redecode_letters(letters: str, encoding: str) -> str:
    """The letter that was meant, or the letters as they are."""
    try:
        data = b"".join(bytes([ord(letter)]) if "\x80" <= letter <= "\x9f" else letter.encode(encoding) for letter in letters)
        meant = data.decode("utf-8")
    except UnicodeError:
        return letters
    return meant if PLAUSIBLE.fullmatch(meant) else letters


def has_lost_letters(text: str) -> bool:
    """Whether letters of a text are gone for good."""
    return find_lost(text) is not None


def find_lost(text: str) -> int | None:
    """Where the first letter stood that is gone for good."""
    if not LOST.search(text):
        return None
    for word in re.finditer(r"\S+", text):
        in_address = bool(ADDRESS.search(word[0]))
        for match in LOST.finditer(text, *word.span()):
            if match[0] != "?" or (not in_address and is_lost_letter(text, match.start())):
                return match.start()
    return None


def is_lost_letter(text: str, place: int) -> bool:
    """Whether a question mark between two letters is one that was lost: before a small letter, or between large ones."""
    return text[place + 1].islower() or (text[place - 1].isupper() and text[max(0, place - 2) : place].isupper())


def find_damage(root: Node, text: str) -> Iterator[SourceFault]:
    """What is damaged in a file: each text once, the invisible letters of all texts together."""
    if not SUSPICIOUS.search(text):
        return
    first: tuple[Span, str] | None = None
    count = 0
    for scalar in iter_scalars(root):
        written = scalar.text
        if not SUSPICIOUS.search(written):
            continue
        meant = undo_damage(written)
        place = find_lost(written)
        if meant != written:
            yield SourceFault(
                "STR15", scalar.span, {"found": find_first_difference(written, meant), "meant": find_first_difference(meant, written)}
            )
        elif place is not None:
            yield SourceFault("STR15b", scalar.span, {"found": get_word_at(written, place)})
        for unseen in find_invisible(written):
            first = first or (scalar.span, written[unseen])
            count += 1
    if first:
        span, letter = first
        yield SourceFault("STR16", span, {"count": count, "letter": f"U+{ord(letter):04X}"})


def find_first_difference(text: str, other: str) -> str:
    """The first word in which a text differs from another."""
    place = next((place for place, (word, two) in enumerate(zip(text, other, strict=False)) if word != two), 0)
    return get_word_at(text, place)


def get_word_at(text: str, place: int) -> str:
    """The word at a place, cut where it is very long."""
    start = max(text.rfind(blank, 0, place) for blank in " \n\t") + 1
    return text[max(start, place - LONGEST_QUOTE) : place + LONGEST_QUOTE].split(maxsplit=1)[0]


LAST_CONTROL = "\x9f"


def decode_as_windows(data: bytes) -> str | None:
    """The text of a file that some Windows program saved, where it reads as one; nothing where it may be another encoding."""
    try:
        text = undo_damage(data.decode("cp1252"))
    except UnicodeDecodeError:
        return None
    beyond = {letter for letter in text if letter > "\x7f"}
    odd = re.search(r"(?<=\w)[^\w\s\x00-\x7f’‘´–—\xad](?=\w)", text)
    return text if beyond and all(PLAUSIBLE.fullmatch(letter) and letter > LAST_CONTROL for letter in beyond) and not odd else None
