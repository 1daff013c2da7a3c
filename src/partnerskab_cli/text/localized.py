"""Text in two languages, and how a value says itself inside one."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal, NamedTuple

Language = Literal["da", "en"]
LANGUAGES: tuple[Language, ...] = ("da", "en")


class Text(NamedTuple):
    """A text that a person reads, in both languages."""

    da: str
    en: str

    def localize(self, language: Language, **values: object) -> str:
        """The text in one language, each `{name}` replaced by its value in the same language."""
        words = self[LANGUAGES.index(language)]
        return words.format_map({name: FormattedValue.of(value, language) for name, value in values.items()}) if values else words

    def format(self, **values: object) -> "Text":
        """The same text with its values in place, still in both languages."""
        return Text(*(self.localize(language, **values) for language in LANGUAGES))

    def insert_placeholders(self) -> "Text":
        """The same text with an ellipsis for every value: what it says apart from any one case."""
        return Text(*(words.format_map(PlaceholderMapping()) for words in self))


class FormattedValue(str):
    """A value in words; its format specification chooses between one and many: `{days:dag|dage}`."""

    __slots__ = ("value",)
    value: object

    @classmethod
    def of(cls, value: object, language: Language) -> "FormattedValue":
        """The value in words, remembering what it was."""
        result = cls(format_value(value, language))
        result.value = value
        return result

    def __format__(self, spec: str) -> str:
        word, _, many = spec.partition("|")
        if not spec:
            return str(self)
        return word if self.value == 1 else many


class PlaceholderMapping(dict[str, FormattedValue]):
    """Any value, not yet known."""

    def __missing__(self, name: str) -> FormattedValue:
        return FormattedValue.of("…", "da")


AND = Text(da="og", en="and")
OR = Text(da="eller", en="or")
MONTHS = (
    Text(da="januar", en="January"),
    Text(da="februar", en="February"),
    Text(da="marts", en="March"),
    Text(da="april", en="April"),
    Text(da="maj", en="May"),
    Text(da="juni", en="June"),
    Text(da="juli", en="July"),
    Text(da="august", en="August"),
    Text(da="september", en="September"),
    Text(da="oktober", en="October"),
    Text(da="november", en="November"),
    Text(da="december", en="December"),
)


def format_value(value: object, language: Language) -> str:
    """Any value as a reader of that language writes it: `1. marts 2026`, `ja`, `kaffe, te og kage`; what can `localize` says itself."""
    if localize := getattr(value, "localize", None):
        return str(localize(language))
    match value:
        case str():
            return value
        case bool():
            return YES.localize(language) if value else NO.localize(language)
        case date():
            dot = "." if language == "da" else ""
            return f"{value.day}{dot} {MONTHS[value.month - 1].localize(language)} {value.year}"
        case tuple() | list():
            return join_words([format_value(item, language) for item in value], language)
        case _:
            return str(value)


YES = Text(da="ja", en="yes")
NO = Text(da="nej", en="no")


def join_words(words: Sequence[str], language: Language, joint: Text = AND) -> str:
    """Words in a row, the last two joined: `kaffe, te og kage`."""
    *first, last = words or ("",)
    return f"{', '.join(first)} {joint.localize(language)} {last}" if first else last


def join_alternatives(words: Sequence[str]) -> Text:
    """Words to choose from, in both languages: `kaffe, te eller kage`."""
    return Text(*(join_words(words, language, OR) for language in LANGUAGES))


def decapitalize(words: Text) -> Text:
    """A title or a label as it stands inside a sentence; an abbreviation it begins with, such as CVR, keeps its letters."""
    return Text(*(each if each[1:2].isupper() else each[:1].lower() + each[1:] for each in words))


def transliterate(word: str) -> str:
    """A word without the letters that a keyboard may lack: æ→ae, ø→oe, å→aa, é→e."""
    return word.translate(PLAIN_LETTERS)


PLAIN_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "é": "e", "Æ": "Ae", "Ø": "Oe", "Å": "Aa", "É": "E"})


DEVICES = "con|prn|aux|nul|(?:com|lpt)[0-9]"
"""Names that Windows keeps for itself, whatever ending a file has: a record with such a file cannot be fetched there."""


def slugify(words: str) -> str:
    """A name for a file or an id that every machine can use: `Tønder Sygehusvenner & Frivillige` → `toender-sygehusvenner-frivillige`."""
    plain = transliterate(fold(words)).lower()
    letters = unicodedata.normalize("NFD", plain)
    result = "-".join(
        "".join(letter if letter.isascii() and letter.isalnum() else " " for letter in letters if not unicodedata.combining(letter)).split()
    )
    return f"{result}-1" if re.fullmatch(DEVICES, result) else result


def make_danish_sort_key(word: str) -> tuple[tuple[int, str], ...]:
    """A sort key in Danish order: æ, ø, å last, and `aa` as å (Retskrivningsordbogen § 4)."""
    letters = fold(word).replace("aa", "å")
    return tuple((LAST_LETTERS.find(letter), letter) for letter in letters)


LAST_LETTERS = "æøå"


def fold(text: str) -> str:
    """Text as it is compared and counted everywhere: letters in one part and of one case, single blanks, nothing that nobody sees."""
    if not text.isascii():
        text = strip_invisible(unicodedata.normalize("NFC", text))
    return " ".join(text.split()).casefold()


def strip_invisible(text: str) -> str:
    """Text without the letters that nobody sees; those that a script or an emoji needs are letters like others."""
    if text.isascii() or not re.search(INVISIBLE, text):
        return text
    from_right = bool(re.search(RIGHT_TO_LEFT, text))
    return re.sub(INVISIBLE, lambda match: match[0] if is_needed(text, match.start(), from_right=from_right) else "", text)


def find_invisible(text: str) -> Iterator[int]:
    """The places of the letters that `strip_invisible` leaves out."""
    from_right = bool(re.search(RIGHT_TO_LEFT, text))
    return (match.start() for match in re.finditer(INVISIBLE, text) if not is_needed(text, match.start(), from_right=from_right))


def is_needed(text: str, place: int, *, from_right: bool) -> bool:
    """Whether an invisible letter shapes the letters beside it: a joiner, a direction in a text from right to left, a tag of a flag."""
    letter, before = text[place], text[place - 1 : place]
    if letter in JOINERS:
        return bool(re.match(JOINED, before)) and not text[place + 1 : place + 2].isspace()
    if letter in DIRECTIONS:
        return from_right
    return bool(letter >= FIRST_TAG and re.search(f"{FLAG}[{FIRST_TAG}-{LAST_TAG}]*$", text[max(0, place - LONGEST_FLAG) : place]))


JOINERS = "\u200c\u200d"
DIRECTIONS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
FIRST_TAG, LAST_TAG, FLAG, LONGEST_FLAG = "\U000e0020", "\U000e007f", "\U0001f3f4", 8
INVISIBLE = f"[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\U000e0001{FIRST_TAG}-{LAST_TAG}]"
"""Soft hyphens, blanks of no width, marks of direction and layout, byte-order marks inside a text, tags."""
JOINED = "[\u0590-\u1fff\u2190-\u2bff\u2c00-\ud7ff\uf900-\ufe0f\U0001f000-\U0001faff]"
"""Letters and pictures that a joiner may hold together: scripts beyond Cyrillic, symbols, emoji."""
RIGHT_TO_LEFT = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]"


def escape_control_characters(text: str) -> str:
    """Untrusted text fit for a line of a terminal or a log: what would steer it is spelt out by its number."""
    if text.isprintable() and "##" not in text:
        return text
    return re.sub(UNSHOWN, lambda match: f"\\u{{{ord(match[0]):x}}}", text)


UNSHOWN = (
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff"
    "\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e007f]|#(?=#\\w*\\[)"
)
"""Control characters, bidirectional and invisible ones, marks of layout, line and paragraph separators, lone surrogates, tags.

And `##[` or `##vso[`, which CI systems obey wherever it stands in a log.
"""
