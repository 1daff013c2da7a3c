"""How each kind of value is read from the text of a file: Danish, ASCII or English, never as YAML would have it."""

import re
import unicodedata
from collections.abc import Callable
from datetime import date

from ..text import DEVICES, MONTHS
from .amounts import FIRST_DAY, LAST_DAY, UNITS, Duration, Money, Number, Percent, Recurrence, Unit, YearDay, hundredths
from .field import Remark, Written

NO_VALUE = Remark("STR04b")

ISO_DATE = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
NUMERIC_DATE = r"([0-9]{1,2})[./-]([0-9]{1,2})[./-]([0-9]{4})"
WORDED_DATE = r"([0-9]{1,2})[.]? +([a-zA-Z]+) +([0-9]{4})"
SPACED_CVR = r"(?:DK ?)?[0-9]{2}([ .-]?)[0-9]{2}\1[0-9]{2}\1[0-9]{2}"
"""`29189781`, `29 18 97 81`, `29-18-97-81`, `DK 29189781`; a date is none."""
SLUG = f"(?!(?:{DEVICES})$)[a-z0-9]+(?:-[a-z0-9]+)*"
LONGEST_SLUG = 80
UNIT = "|".join(sorted(UNITS, key=len, reverse=True))
COUNTS = {
    "en": 1, "et": 1, "én": 1, "ét": 1, "to": 2, "tre": 3, "fire": 4, "fem": 5, "seks": 6, "tolv": 12,
    "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "twelve": 12,
}  # fmt: skip
COUNT = "[0-9]{1,4}|" + "|".join(COUNTS)
ISO_DURATION = "P([0-9]{1,4})([DWMY])"
DURATION = f"({COUNT}) *({UNIT})"
PER = {
    "om dagen": "dag", "om ugen": "uge", "om måneden": "måned", "i kvartalet": "kvartal", "om året": "år",
    "pr. dag": "dag", "pr. uge": "uge", "pr. måned": "måned", "pr. kvartal": "kvartal", "pr. år": "år",
    "a day": "day", "a week": "week", "a month": "month", "a quarter": "quarter", "a year": "year",
}  # fmt: skip
OFTEN = {"once": 1, "twice": 2}
TIMES_PER = f"(?:({COUNT})(?: *[-–] *([0-9]{{1,4}}))?(?: +(?:gang|gange|times|time))?|(once|twice)) +({'|'.join(PER)})"
EACH = f"(?:hver|hvert|every|each)(?: +(anden|andet|other|second|tredje|third|[0-9]{{1,3}})[.]?)? +({UNIT})"
ORDINALS = {"anden": 2, "andet": 2, "other": 2, "second": 2, "tredje": 3, "third": 3}


def read_line(word: Written) -> object:
    """One line of text; line breaks become blanks."""
    return " ".join(word.text.split())


def read_prose(word: Written) -> object:
    """Text as it stands, without blank edges."""
    return word.text.strip()


LONGEST = 200
"""Characters of a value that is no running text, unless it says otherwise."""


def matching(pattern: str, *, longest: int = LONGEST, blanks: bool = False) -> Callable[[Written], object]:
    """A reader of text that fits the pattern; with `blanks`, blanks inside are left out first."""

    def read(word: Written) -> object:
        text = re.sub(r"\s", "", word.text) if blanks else word.text
        return text if len(text) <= longest and re.fullmatch(pattern, text) else NO_VALUE

    return read


def read_whole(word: Written) -> object:
    """A whole number that is not negative."""
    return int(word.text) if re.fullmatch("[0-9]{1,9}", word.text) else NO_VALUE


def read_year(word: Written) -> object:
    """A year from 1900 to 2100."""
    number = read_whole(word)
    return number if isinstance(number, int) and FIRST_DAY.year <= number <= LAST_DAY.year else NO_VALUE


KRONER = r"(?:DKK|kr[.]?)"
"""How the currency may stand beside an amount."""


def read_hundredths(word: Written, made: Callable[[int], object], unit: str = "") -> object:
    """A number in hundredths, its unit left out; `150.000` without quotation marks is read, and remarked upon (STR06)."""
    cents = hundredths(re.sub(unit, "", word.text) if unit else word.text)
    if cents is None:
        return NO_VALUE
    if word.plain and re.fullmatch(r"[0-9]{1,3}[.][0-9]{3}", word.text):
        misread = word.text.rstrip("0").rstrip(".")
        plain = str(cents // 100)
        values = {"raw": word.text, "amount": Number(cents), "misread": misread, "plain": plain}
        return Remark("STR06", made(cents), values, plain)
    return made(cents)


def read_money(word: Written) -> object:
    """An amount, never negative."""
    return read_hundredths(word, Money, rf"^{KRONER}\s*|\s*{KRONER}$")


def read_number(word: Written) -> object:
    """A number with up to two decimals, never negative."""
    return read_hundredths(word, Number)


def read_percent(word: Written) -> object:
    """A percentage with up to two decimals."""
    return read_hundredths(word, Percent, r"\s*%$")


YES_WORDS = frozenset({"ja", "yes", "true"})
NO_WORDS = frozenset({"nej", "no", "false"})


def read_yesno(word: Written) -> object:
    """`ja`, `nej` and their sisters."""
    text = word.text.lower()
    return text in YES_WORDS if text in YES_WORDS or text in NO_WORDS else NO_VALUE


def read_day(word: Written) -> object:
    """A day: ISO, or as Danes write it (then with STR07)."""
    text = word.text
    if len(text) == 10 and text[4] == text[7] == "-":  # noqa: PLR2004 - the length of an ISO date
        return day_of(text[:4], text[5:7], text[8:])
    day = numeric_day(text) or worded_day(text)
    if not isinstance(day, date):
        return NO_VALUE
    return Remark("STR07", day, {"raw": text, "date": day, "iso": day.isoformat()}, day.isoformat())


def numeric_day(text: str) -> object:
    """`01.03.2026`, `1/3-2026`: the day first."""
    match = re.fullmatch(NUMERIC_DATE, text)
    return match and day_of(match[3], match[2], match[1])


def worded_day(text: str) -> object:
    """`1. marts 2026`, `1 March 2026`."""
    match = re.fullmatch(WORDED_DATE, text)
    month = match and month_number(match[2])
    return match and month and day_of(match[3], str(month), match[1])


def month_number(name: str) -> int | None:
    """1 to 12 for a Danish or an English month or its first three letters."""
    short = name.lower()
    return next((nr for nr, month in enumerate(MONTHS, 1) if any(short in {one.lower(), one.lower()[:3]} for one in month)), None)


def day_of(year: str, month: str, day: str) -> object:
    """A day between 1900 and 2100, or a remark."""
    try:
        made = date(int(year), int(month), int(day))
    except ValueError:
        return NO_VALUE
    return made if FIRST_DAY <= made <= LAST_DAY else NO_VALUE


def read_year_day(word: Written) -> object:
    """`04-01`, or `1. april`."""
    match = re.fullmatch("([0-9]{2})-([0-9]{2})", word.text)
    worded = re.fullmatch(r"([0-9]{1,2})[.]? +([a-zA-Z]+)", word.text)
    month, day = (match[1], match[2]) if match else (str(month_number(worded[2]) or 0), worded[1]) if worded else ("0", "0")
    made = day_of("2000", month, day)
    return YearDay(made.month, made.day) if isinstance(made, date) else NO_VALUE


def count_of(text: str) -> int:
    """`3` or `tre`."""
    return COUNTS.get(text) or int(text)


def read_duration(word: Written) -> object:
    """`3 måneder`, `3 months`, `P3M`."""
    text = word.text.lower()
    if match := re.fullmatch(ISO_DURATION, word.text):
        return Duration(int(match[1]), UNIT_LETTERS[match[2]])
    match = re.fullmatch(DURATION, text)
    return Duration(count_of(match[1]), UNITS[match[2]]) if match else NO_VALUE


UNIT_LETTERS: dict[str, Unit] = {unit.key: unit for unit in UNITS.values()}


def read_recurrence(word: Written) -> object:
    """`2 om året`, `3-4 om året`, `hver måned`, `twice a year`, `every month`."""
    text = word.text.lower()
    if match := re.fullmatch(TIMES_PER, text):
        least = count_of(match[1]) if match[1] else OFTEN[match[3]]
        most = max(least, int(match[2] or 0))
        return Recurrence(least, most, UNITS[PER[match[4]]]) if least else NO_VALUE
    match = re.fullmatch(EACH, text)
    if not match:
        return NO_VALUE
    every = ORDINALS.get(match[1] or "") or int(match[1] or 1)
    return Recurrence(1, 1, UNITS[match[2]], every) if every else NO_VALUE


def read_cvr(word: Written) -> object:
    """Eight digits; with blanks or `DK` they are read and remarked upon (JUR08b). The check digit is a rule's matter."""
    if not re.fullmatch(SPACED_CVR, word.text):
        return NO_VALUE
    digits = re.sub("[^0-9]", "", word.text)
    return digits if digits == word.text else Remark("JUR08b", digits, {"plain": digits}, digits)


def read_municipality(word: Written) -> object:
    """Three digits; `0550` is 550, never octal."""
    return word.text.lstrip("0") if re.fullmatch("0?[0-9]{3}", word.text) else NO_VALUE


def read_rule_code(word: Written) -> object:
    """`TJK10`, `ØKO03`; `OKO03` is accepted."""
    text = unicodedata.normalize("NFC", word.text)
    match = re.fullmatch("([A-Za-zØøÆæÅå]{3})([0-9]{2}[a-z]?)", text)
    if not match:
        return NO_VALUE
    return match[1].upper().replace("OKO", "ØKO") + match[2]
