"""CPR numbers in text, however they are spelt. Pure functions; a number that was found leaves here only to be covered."""

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from ..diagnostics import TOP, Span
from ..model.agreement import Agreement
from ..model.record import walk_fields
from ..model.types import VALUES, CaseNumber, Cvr, Gln, Phone, PNumber
from .text_source import SourceToken, TextSource

MASK = "••••••-••••"
WEIGHTS = (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
DASH = "\\-\u00ad\u02d7\u058a\u05be\u1400\u1806\u2010-\u2015\u2043\u207b\u208b\u2212\u2e17\u2e1a\u2e3a\u2e3b\u2e40\u301c\u3030\u30a0\ufe31\ufe32\ufe58\ufe63\uff0d"
"""Every sign that a reader takes for a hyphen."""
INVISIBLE = "\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
SHAPE = bytes(ord("0") if chr(byte) in "0123456789" else byte for byte in range(256))
JOINED = b"000000"
FORMS = {JOINED: 6, b"00.00.00": 3, b"00 00 00": 3, b"00/00/00": 3, b"00-00-00": 3, b"0000 00": 5, b"0 0 0 0 0 0": 2}
"""How six digits look when every digit is a nought, and how far on the next six may begin."""
RARE = "[^\x00-\xac\xae-\xb1\xb4-\xb8\xba-\u024f\u2013\u2014\u2018-\u201e\u2022\u2026\u20ac\u2192]"
"""Letters and signs that a Danish text rarely holds, digits of other scripts and invisible signs among them."""
BLANK = r"[^\S\r\n]{0,3}"
BREAK = r"\r?\n[^\S\r\n]*(?:#[^\S\r\n]*)?"
REACH = 30
"""How far beside, in letters."""


RARE_IN_LATIN = ("\u00ad", "\u00b2", "\u00b3", "\u00b9")
"""The few of them that Latin-1 holds."""


def has_rare_letters(text: str) -> bool:
    """Whether a text holds letters or signs that a Danish one rarely does; of one in Latin-1 that is told without a pattern."""
    try:
        text.encode("latin-1")
    except UnicodeEncodeError:
        return bool(re.search(RARE, text))
    return any(sign in text for sign in RARE_IN_LATIN)


def make_digit_shape(text: str) -> bytes:
    """A text with a nought for every digit, a byte a letter."""
    return text.encode("latin-1", "replace").translate(SHAPE)


def find_digit_runs(text: str) -> list[int]:
    """Where six digits begin that are not part of more."""
    shape = make_digit_shape(text)
    return sorted(
        place for form, step in FORMS.items() for place in iter_shape_matches(form, step, shape) if shape[place - 1 : place] != b"0"
    )


def iter_shape_matches(form: bytes, step: int, shape: bytes) -> Iterator[int]:
    """The places of a form in a shape."""
    place = shape.find(form)
    while place >= 0:
        yield place
        place = shape.find(form, place + step)


def has_hidden_numbers(script: TextSource) -> bool:
    """Whether the values of a file may hold a number that its lines do not show: in escapes, over line ends, or below a telling key."""
    words = any(word in script.seen.folded for word in (b"cpr", b"personn"))
    return (
        words
        or "\\" in script.text
        or has_rare_letters(script.text)
        or (JOINED in make_digit_shape(script.text) and bool(re.search(BROKEN, script.text)))
    )


BROKEN = rf"[0-9]{{6}}[^\S\n]?[{DASH}]?[^\S\n]*\n"
"""Six digits at the end of a line."""


@cache
def compile_number_pattern() -> re.Pattern[str]:
    """Six and four digits in every spelling."""
    return re.compile(
        r"(?:(?<![^\W_])|(?<=cpr)|(?<=nr)|(?<=nummer))"
        rf"(?:(?P<joined>\d{{6}})(?P<between>{BLANK}[{DASH}._]?{BLANK}(?:{BREAK}[{DASH}]?)?)"
        rf"|(?P<apart>\d\d(?P<dot>[. ])\d\d(?P=dot)\d\d)[{DASH}])"
        r"(?P<rest>\d{4})(?!\d)",
        re.IGNORECASE,
    )


@cache
def build_spread_pattern() -> re.Pattern[str]:
    """Six and four digits in a spelling that is also that of other things: between other signs, in groups, with the century, or among letters."""
    return re.compile(
        r"(?P<day>\d\d)(?:(?P<gap>[./ -]?)(?P<month>\d\d)(?P=gap)(?:19|20)?(?P<year>\d\d)|(?P<pair>\d\d) (?P<last>\d\d))"
        rf"(?:{CODED}|[^\w\r\n]){{1,6}}(?P<rest>\d\d ?\d\d)(?!\d)"
        r"|(?P<apart>\d(?: \d){9})(?! ?\d)",
        re.IGNORECASE,
    )


CODED = "&#0*45;|&#x0*2d;|%2d|&(?:shy|minus|ndash|mdash|hyphen|dash);"
"""A hyphen as HTML and addresses write it."""


@cache
def build_reversed_pattern() -> re.Pattern[str]:
    """The last four digits before the first six."""
    return re.compile(rf"(?<![^\W_])(?!19|20)(?P<rest>\d{{4}}){BLANK}[{DASH}]{BLANK}(?P<first>\d{{6}})(?!\w)")


REVERSED, FIRST_SIX = 11, 6
"""How far before the six digits the four may begin, and how many the six are; no search goes further, or a text of dates takes forever."""


@cache
def compile_cpr_words() -> re.Pattern[str]:
    """Words that make ten digits beside them a CPR number."""
    return re.compile(r"cpr|person(?:nummer|nr)", re.IGNORECASE)


@cache
def compile_other_words() -> re.Pattern[str]:
    """What is said right before a number of another kind."""
    return re.compile(
        r"(?:\bp[-_ ]?(?:nummer|nr|number)|\bcvr|\bean|\bgln|\btelefon|\btlf|\bmobil|\bphone"
        r"|(?<![^\W_])(?:journal|sags?|ordre|order|case|account|(?:bank)?konto|reg[.]?|registrerings)(?:[-_ ]?(?:nummer|nr|no|number))?)"
        r"[\W_]{0,6}(?:[a-zæøå]{1,3}[-/._]?)?(?:[0-9]{2,4}[-/._ ]{1,2}){0,2}$",
        re.IGNORECASE,
    )


@cache
def compile_invisible() -> re.Pattern[str]:
    """What no reader sees."""
    return re.compile(f"[{INVISIBLE}]")


class CprMatch(NamedTuple):
    """A CPR number and where it stands."""

    span: Span
    number: str
    """Its ten digits; only ever compared, never shown."""
    escaped: bool = False
    """True where the line spells it in escapes or over line ends."""


def find_cpr_numbers(script: TextSource) -> Iterator[CprMatch]:
    """The CPR numbers of a file: in its name, its lines with their comments, and its keys and values as they are read."""
    yield from (CprMatch(TOP, number) for _, _, number, _ in iter_numbers(script.name))
    if not has_hidden_numbers(script):
        yield from find_in_lines(script)
        return
    seen = list(find_in_lines(script))
    yield from seen
    known = {(match.number, line) for match in seen for line in range(match.span.line, match.span.end_line + 1)}
    for word in script.words():
        for number in find_in_token(word):
            if not any((number, line) in known for line in range(word.span.line, word.span.end_line + 1)):
                yield CprMatch(word.span, number, escaped=True)


def find_in_lines(script: TextSource) -> Iterator[CprMatch]:
    """The numbers of a file as its lines show them, bare digits in a field for another kind of number left out."""
    breaks: list[int] = []
    own: list[Span] | None = None
    for start, end, number, bare in iter_numbers(script.text):
        breaks = breaks or [-1, *(match.start() for match in re.finditer("\n", script.text))]
        span = make_text_span(breaks, start, end)
        if bare and own is None:
            own = sorted(word.span for word in script.words() if word.key in list_number_fields())
        if not (bare and is_inside_any(span, own or ())):
            yield CprMatch(span, number)


def is_inside_any(item: Span, spans: Sequence[Span]) -> bool:
    """Whether a stretch lies in one of several that stand in their order."""
    place = bisect_right(spans, (item.line, item.column), key=lambda span: (span.line, span.column))
    return place > 0 and is_inside(item, spans[place - 1])


def make_text_span(breaks: Sequence[int], start: int, end: int) -> Span:
    """Lines and columns of a stretch of a text whose lines break at those places."""
    first, last = bisect_left(breaks, start), bisect_left(breaks, end)
    return Span(first, start - breaks[first - 1], last, end - breaks[last - 1])


def find_in_token(word: SourceToken) -> Iterator[str]:
    """The numbers of a key or a value; in a field that holds another kind of number, not those of bare digits."""
    label = word.key if compile_cpr_words().search(word.key) else ""
    for _, _, number, bare in iter_numbers(word.text, label):
        if not (bare and word.key in list_number_fields()):
            yield number


@cache
def list_number_fields() -> frozenset[str]:
    """Every spelling of the fields that hold a number of another kind."""
    kinds = [VALUES[item] for item in (Cvr, PNumber, Gln, Phone, CaseNumber)]
    return frozenset(spelling for point in walk_fields(Agreement) if point.field.kind in kinds for spelling in point.field.spellings)


def is_inside(span: Span, other: Span) -> bool:
    """Whether a stretch lies in another."""
    return (other.line, other.column) <= (span.line, span.column) and (span.end_line, span.end_column) <= (other.end_line, other.end_column)


def iter_numbers(text: str, label: str = "") -> Iterator[tuple[int, int, str, bool]]:
    """Each number in a text: where it begins and ends, its ten digits, and whether they may be those of another kind of number.

    With a hyphen, a dot or a blank between, a day that exists is enough, since numbers without modulus 11 are given out (cpr.dk).
    Bare digits and rarer spellings must also pass modulus 11, or be a birthday on 1 January, or stand beside a word that says what
    they are.
    """
    plain, places = normalize_as_read(text)
    end = 0
    for place in find_digit_runs(plain):
        match = next((read for read in read_at(plain, place, label) if place >= end), None)
        if match:
            end = match.end
            yield places[match.start], places[match.end - 1] + 1, match.number, match.doubtful


class Match(NamedTuple):
    """Ten digits that are a CPR number."""

    start: int
    end: int
    number: str
    doubtful: bool


def read_at(text: str, place: int, label: str) -> Iterator[Match]:
    """The CPR number that begins at a place, or whose last four digits stand before it."""
    if match := compile_number_pattern().match(text, place):
        number = (match["joined"] or match["apart"].replace(match["dot"], "")) + match["rest"]
        bare = not match["dot"] and not match["between"]
        if is_day(number) and (is_bare_cpr(number, text, match, label) if bare else not is_next_key(text, match)):
            yield Match(*match.span(), number, bare)
    elif match := build_spread_pattern().match(text, place) or find_reversed(text, place):
        number = "".join(digits for name, digits in match.groupdict("").items() if name not in {"gap", "rest"}).replace(" ", "")
        number += match["rest"].replace(" ", "") if match["rest"] else ""
        if is_day(number) and is_bare_cpr(number, text, match, label):
            yield Match(*match.span(), number, doubtful=True)


def find_reversed(text: str, place: int) -> re.Match[str] | None:
    """Six digits at a place with the last four before them; four that are a year of our time are none."""
    match = build_reversed_pattern().search(text, max(0, place - REVERSED), place + FIRST_SIX + 1)
    return match if match and match.start("first") == place else None


def is_bare_cpr(number: str, text: str, match: re.Match[str], label: str) -> bool:
    """Whether ten digits without a sign between are a CPR number and not one of another kind."""
    return (is_likely(number) or bool(label) or has_cpr_word(text, match)) and not has_other_word(text, match)


def is_next_key(text: str, match: re.Match[str]) -> bool:
    """Whether the last four digits are a year that begins the next line as a key."""
    return "\n" in (match["between"] or "") and text[match.end() :].lstrip(" \t\"'").startswith(":")


def normalize_as_read(text: str) -> tuple[str, Sequence[int]]:
    """A text as a reader sees it, and where each of its letters stands."""
    if not has_rare_letters(text):
        return text, range(len(text) + 1)
    read = {word: normalize_letter(word) for word in set(text)}
    plain = text.translate({ord(word): letters for word, letters in read.items()})
    if all(len(letters) == 1 for letters in read.values()):
        return plain, range(len(text) + 1)
    return plain, array("L", (place for place, word in enumerate(f"{text}.") for _ in read.get(word, ".")))


def normalize_letter(letter: str) -> str:
    """What a reader makes of one letter: digits of every script and dress are digits, and what cannot be seen is nothing."""
    if compile_invisible().match(letter):
        return ""
    return "".join(str(int(word)) if word.isdecimal() else word for word in unicodedata.normalize("NFKC", letter))


def is_day(number: str) -> bool:
    """Whether the first six digits are a day, in the century that the seventh gives."""
    day, month, year, seventh = int(number[:2]), int(number[2:4]), int(number[4:6]), int(number[6])
    try:
        date(compute_century(year, seventh) + year, month, day)
    except ValueError:
        return False
    return True


TWENTIETH = range(4)
LATE = range(5, 9)
LAST_OF_4_AND_9, LAST_OF_5_TO_8 = 36, 57


def compute_century(year: int, seventh: int) -> int:
    """1800, 1900 or 2000 (CPR-kontoret's table of the seventh digit)."""
    if seventh in TWENTIETH:
        return 1900
    if seventh in LATE:
        return 2000 if year <= LAST_OF_5_TO_8 else 1800
    return 2000 if year <= LAST_OF_4_AND_9 else 1900


def is_likely(number: str) -> bool:
    """Whether ten bare digits pass modulus 11, or are a birthday on 1 January, for which numbers without it are given out."""
    return number.startswith("0101") or sum(weight * int(digit) for weight, digit in zip(WEIGHTS, number, strict=True)) % 11 == 0


def has_cpr_word(text: str, match: re.Match[str]) -> bool:
    """Whether the line says right beside the digits that they are a CPR number."""
    before = text[max(0, match.start() - REACH) : match.start()].rpartition("\n")[2]
    after = text[match.end() : match.end() + REACH].partition("\n")[0]
    return bool(compile_cpr_words().search(before) or compile_cpr_words().search(after))


def has_other_word(text: str, match: re.Match[str]) -> bool:
    """Whether the line says right before the digits that they are a number of another kind."""
    return bool(compile_other_words().search(text[max(0, match.start() - REACH) : match.start()].rpartition("\n")[2]))


def mask_numbers(text: str, words: frozenset[str]) -> str:
    """A text in which every digit of those numbers is covered, in whatever spelling, also where a quotation breaks off."""
    if len(words) > MANY:
        return re.sub(r"\d", "•", text)
    if not words:
        return text
    plain, places = normalize_as_read(text)
    matches = (match for number in words for match in compile_quoted_number(number).finditer(plain) if match[0])
    spans = sorted((places[match.start()], places[match.end() - 1] + 1) for match in matches)
    return mask_spans(text, spans)


def mask_spans(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """A text in which every letter and digit of some stretches is covered; they stand in order, and may overlap."""
    parts, last = [], 0
    for start, end in spans:
        if end > last:
            begin = max(start, last)
            parts += [text[last:begin], "".join("•" if letter.isalnum() else letter for letter in text[begin:end])]
            last = end
    return "".join((*parts, text[last:]))


def redact_numbers(text: str, *, doubtful: bool = True) -> str:
    """A text in which every digit of a CPR number is covered; without the `doubtful` ones those that may be numbers of another kind stay."""
    return mask_spans(text, ((start, end) for start, end, _, may_be_another in iter_numbers(text) if doubtful or not may_be_another))


MANY = 20
"""A file with more numbers than these is shown without any digit."""
GAP = rf"(?:{CODED}|[\W_]){{0,12}}"


@cache
def compile_quoted_number(number: str) -> re.Pattern[str]:
    """What a number may look like where it is quoted: its digits in a row, without a first nought, broken off, or the birthday alone."""
    whole = (number, number.lstrip("0"), number[6:] + number[:6])
    broken = [f"(?<![0-9]){GAP.join(number[:count])}(?={GAP}…)" for count in range(len(number) - 1, 0, -1)]
    century = GAP.join((*number[:4], "(?:19|20)", *number[4:]))
    return re.compile("|".join([*map(GAP.join, whole), century, *broken, f"(?<![0-9]){GAP.join(number[:6])}"]), re.IGNORECASE)
