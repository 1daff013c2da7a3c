"""How each kind of value is read from the text of a file: Danish, ASCII or English, never as YAML would have it."""

import re
import unicodedata
from collections.abc import Callable

from ..text.localized import DEVICES, MONTHS, Text
from .amounts import AMOUNT, FIRST_DAY, LAST_DAY, Money, Number, Percent, count_days_in_month, parse_hundredths
from .field import ParseIssue, ScalarSource
from .notations import (
    DAYS,
    DURATIONS,
    ENGLISH_AMOUNT,
    MONEY,
    NOTICES,
    PERCENT,
    RECURRENCES,
    WEEKDAYS,
    YEAR_DAYS,
    DayParts,
    compile_pattern,
    expand_year,
    find_day,
    find_value,
    make_day,
)

NO_VALUE = ParseIssue("STR04b")

SPACED_CVR = r"(?:DK ?)?[0-9]{2}([ .-]?)[0-9]{2}\1[0-9]{2}\1[0-9]{2}"
"""`29189781`, `29 18 97 81`, `29-18-97-81`, `DK 29189781`; a date is none."""
SLUG = f"(?!(?:{DEVICES})$)[a-z0-9]+(?:-[a-z0-9]+)*"
LONGEST_SLUG = 80


def parse_line(word: ScalarSource) -> object:
    """One line of text; line breaks become blanks."""
    return " ".join(word.text.split())


def parse_prose(word: ScalarSource) -> object:
    """Text as it stands, without blank edges."""
    return word.text.strip()


LONGEST = 200
"""Characters of a value that is no running text, unless it says otherwise."""


def make_pattern_parser(pattern: str, *, longest: int = LONGEST, blanks: bool = False) -> Callable[[ScalarSource], object]:
    """A reader of text that fits the pattern; with `blanks`, blanks inside are left out first."""

    def read(word: ScalarSource) -> object:
        text = re.sub(r"\s", "", word.text) if blanks else word.text
        return text if len(text) <= longest and re.fullmatch(pattern, text) else NO_VALUE

    return read


def parse_whole_number(word: ScalarSource) -> object:
    """A whole number that is not negative."""
    return int(word.text) if re.fullmatch("[0-9]{1,9}", word.text) else NO_VALUE


def parse_year(word: ScalarSource) -> object:
    """A year from 1900 to 2100."""
    number = parse_whole_number(word)
    return number if isinstance(number, int) and FIRST_DAY.year <= number <= LAST_DAY.year else NO_VALUE


def parse_amount(word: ScalarSource, build: Callable[[int], object], pattern: str = f"({AMOUNT})") -> object:
    """A number in hundredths, its unit left out; what other programs read otherwise is remarked upon (STR06)."""
    match = compile_pattern(pattern).fullmatch(word.text)
    cents = parse_hundredths(match[1]) if match else None
    if cents is None:
        return read_english(word, build)
    if word.plain and re.fullmatch(r"[0-9]{1,3}[.][0-9]{3}", word.text):
        misread = word.text.rstrip("0").rstrip(".")
        return build_amount_issue(word, build(cents), cents, Text(da=misread.replace(".", ","), en=misread), str(cents // 100))
    return build(cents)


def build_amount_issue(word: ScalarSource, value: object, cents: int, misread: Text, plain: str) -> ParseIssue:
    """How an amount is read here, in words too where it is whole, and how elsewhere."""
    from ..text.numerals import MOST, spell_number  # noqa: PLC0415 - most amounts need no words

    whole, rest = divmod(cents, 100)
    words = Text(da=" ({words})", en=" ({words})").format(words=spell_number(whole)) if whole < MOST and not rest else Text(da="", en="")
    amount = Text(da="{amount}{words}", en="{amount}{words}").format(amount=value, words=words)
    return ParseIssue("STR06", value, {"raw": word.text, "amount": amount, "misread": misread, "plain": plain}, plain)


def read_english(word: ScalarSource, build: Callable[[int], object]) -> object:
    """`12,345.67`: no Dane writes so, and it means one thing only; but a spreadsheet in Danish reads no number."""
    if not re.fullmatch(ENGLISH_AMOUNT, word.text):
        return NO_VALUE
    plain = word.text.replace(",", "")
    cents = int(plain.replace(".", ""))
    return build_amount_issue(word, build(cents), cents, NO_NUMBER, plain)


NO_NUMBER = Text(da="det som tekst", en="text")


def parse_money(word: ScalarSource) -> object:
    """An amount, never negative."""
    return parse_amount(word, Money, MONEY)


def parse_number(word: ScalarSource) -> object:
    """A number with up to two decimals, never negative."""
    return parse_amount(word, Number)


def parse_percent(word: ScalarSource) -> object:
    """A percentage with up to two decimals."""
    return parse_amount(word, Percent, PERCENT)


YES_WORDS = frozenset({"ja", "yes", "true"})
NO_WORDS = frozenset({"nej", "no", "false"})


def parse_yes_no(word: ScalarSource) -> object:
    """`ja`, `nej` and their sisters."""
    text = word.text.lower()
    return text in YES_WORDS if text in YES_WORDS or text in NO_WORDS else NO_VALUE


def parse_date(word: ScalarSource) -> object:
    """A day: ISO, or as people write it (then with STR07)."""
    text = word.text
    if len(text) == 10 and text[4] == text[7] == "-":  # noqa: PLR2004 - the length of an ISO date
        return make_day(text[:4], text[5:7], text[8:]) or NO_VALUE
    day = find_day(text)
    return ParseIssue("STR07", day, {"raw": text, "date": day, "iso": day.isoformat()}, day.isoformat()) if day else NO_VALUE


OTHER_WEEKDAY = Text(da="{day} er en {weekday}", en="{day} is a {weekday}")
DAYS_OF_MONTH = Text(da="{month} {year} har {count} dage", en="{month} {year} has {count} days")


def find_day_reason(text: str) -> Text | None:
    """What is wrong with a day that does not exist, or falls on another day of the week."""
    parts = find_value(DAYS, text)
    if isinstance(parts, DayParts) and (day := parts.exists):
        return None if parts.found else OTHER_WEEKDAY.format(day=day, weekday=WEEKDAYS[day.weekday()])
    if not isinstance(parts, DayParts) or not 1 <= int(parts.month) <= len(MONTHS):
        return None
    year, month = expand_year(parts.year), int(parts.month)
    if not FIRST_DAY.year <= year <= LAST_DAY.year:
        return None
    return DAYS_OF_MONTH.format(month=MONTHS[month - 1], year=year, count=count_days_in_month(year, month))


def parse_year_day(word: ScalarSource) -> object:
    """`04-01`, or `1. april`."""
    return find_value(YEAR_DAYS, word.text) or NO_VALUE


def parse_duration(word: ScalarSource) -> object:
    """`3 måneder`, `3 months`, `P3M`."""
    return find_value(DURATIONS, word.text) or NO_VALUE


def read_notice(word: ScalarSource) -> object:
    """A length of time, also one that runs on to the end of a month, a quarter or a year."""
    return find_value(NOTICES, word.text) or NO_VALUE


def parse_recurrence(word: ScalarSource) -> object:
    """`2 om året`, `hver måned`, `halvårligt`, `twice a year`."""
    return find_value(RECURRENCES, word.text) or NO_VALUE


def read_old_recurrence(word: ScalarSource) -> object:
    """A frequency in a notation that was never words: where words may stand too, a signature knows the others as words."""
    return find_value([notation for notation in RECURRENCES if notation.beside_text], word.text) or NO_VALUE


def parse_cvr(word: ScalarSource) -> object:
    """Eight digits; with blanks or `DK` they are read and remarked upon (JUR08b). The check digit is a rule's matter."""
    if not re.fullmatch(SPACED_CVR, word.text):
        return NO_VALUE
    digits = re.sub("[^0-9]", "", word.text)
    return digits if digits == word.text else ParseIssue("JUR08b", digits, {"plain": digits}, digits)


def parse_municipality(word: ScalarSource) -> object:
    """Three digits; `0550` is 550, never octal."""
    return word.text.lstrip("0") if re.fullmatch("0?[0-9]{3}", word.text) else NO_VALUE


def parse_rule_code(word: ScalarSource) -> object:
    """`TJK10`, `ØKO03`; `OKO03` is accepted."""
    text = unicodedata.normalize("NFC", word.text)
    match = re.fullmatch("([A-Za-zØøÆæÅå]{3})([0-9]{2}[a-z]?)", text)
    if not match:
        return NO_VALUE
    return match[1].upper().replace("OKO", "ØKO") + match[2]
