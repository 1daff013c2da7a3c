"""The ways in which people write amounts, days, lengths of time and frequencies: one row a notation, for reader, schema and help alike."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cache
from typing import NamedTuple

from ..text.localized import MONTHS, Text
from .amounts import (
    AMOUNT,
    FIRST_DAY,
    FIRST_OF_MONTH,
    LAST_DAY,
    MONTH,
    MONTHS_IN,
    PERIOD_ENDS,
    QUARTER,
    UNITS,
    WORKING_DAY,
    YEAR,
    Duration,
    PeriodEnd,
    Recurrence,
    Unit,
    YearDay,
)


class Notation(NamedTuple):
    """One way to write a value. The pattern fits the whole text, in any letter case."""

    pattern: str
    value: Callable[[re.Match[str]], object]
    """The value, or nothing where the text only looks like one."""
    example: Text
    beside_text: bool = True
    """False where the field may also hold words, and the notation stays words in what was signed."""


def make_examples(danish: str, english: str | None = None) -> Text:
    """How a notation looks; alike in both languages unless two are given."""
    return Text(da=danish, en=english or danish)


LONGEST_NOTATION = 200
"""Characters; JSON Schema has the same bound."""


def find_value(notations: Iterable[Notation], text: str) -> object:
    """What a text means in the first notation that it fits, or nothing."""
    if len(text) > LONGEST_NOTATION:
        return None
    for notation in notations:
        match = compile_pattern(notation.pattern).fullmatch(text)
        value = match and notation.value(match)
        if value is not None:
            return value
    return None


@cache
def compile_pattern(pattern: str) -> re.Pattern[str]:
    """A pattern ready for use; few files meet the rarer ones."""
    return re.compile(pattern, re.IGNORECASE)


def build_word_pattern(words: Iterable[str]) -> str:
    """A pattern of these words, the longest first; a full stop in one is a full stop."""
    return "|".join(word.replace(".", "[.]").replace(" ", r"\s+") for word in sorted(words, key=lambda word: (-len(word), word)))


def join_patterns(notations: Iterable[Notation]) -> str:
    """The pattern of all notations together."""
    return "|".join(notation.pattern for notation in notations)


def expand_case(pattern: str) -> str:
    """A pattern that takes every letter in both cases by itself, as JSON Schema needs it; escapes and sets of letters stay as they are."""
    return re.sub(LETTER, lambda it: it[0] if len(it[0]) > 1 else f"[{it[0].upper()}{it[0].lower()}]", pattern)


LETTER = r"\\.|\[[^\]]*\]|[a-zæøåéA-ZÆØÅÉ]"


# Days

ISO_DAY = "([0-9]{4})-([0-9]{2})-([0-9]{2})"
DAY_NUMBER = "0?[1-9]|[12][0-9]|3[01]"
MONTH_NUMBER = "0?[1-9]|1[0-2]"
YEAR_NUMBER = "19[0-9]{2}|20[0-9]{2}|2100"
SHORT_YEAR = f"{YEAR_NUMBER}|[0-9]{{2}}"
LAST_OF_2000S = 79
"""Two digits up to this are years of the 2000s, the others of the 1900s."""
MONTH_WORDS: Mapping[str, int] = {
    word: number
    for number, month in enumerate(MONTHS, 1)
    for name in month
    for word in (name.lower(), name.lower()[:3], *(("sept",) if name.startswith(("s", "S")) else ()))
}
MONTH_NAME = build_word_pattern(MONTH_WORDS)
WEEKDAYS = (
    Text(da="mandag", en="Monday"), Text(da="tirsdag", en="Tuesday"), Text(da="onsdag", en="Wednesday"), Text(da="torsdag", en="Thursday"),
    Text(da="fredag", en="Friday"), Text(da="lørdag", en="Saturday"), Text(da="søndag", en="Sunday"),
)  # fmt: skip
WEEKDAY_NUMBERS: Mapping[str, int] = {name.lower(): number for number, names in enumerate(WEEKDAYS) for name in names}
WEEKDAY = build_word_pattern(name for names in WEEKDAYS for name in names)
MIDNIGHT = r"(?:[Tt\s]\s*00:00(?::00(?:[.]0+)?)?)?"
"""What a spreadsheet adds to a day."""
THE = rf"(?:(?:{WEEKDAY}),?\s+)?(?:d(?:en|[.])\s*)?"
WORDED = rf"{THE}({DAY_NUMBER})(?:[.]|st|nd|rd|th)?\s*({MONTH_NAME})"


def make_day(year: str, month: str, day: str) -> date | None:
    """A day between 1900 and 2100, or nothing."""
    try:
        made_day = date(expand_year(year), int(month), int(day))
    except ValueError:
        return None
    return made_day if FIRST_DAY <= made_day <= LAST_DAY else None


def expand_year(text: str) -> int:
    """A year of two or of four digits."""
    year = int(text)
    return year if len(text) > 2 else year + (2000 if year <= LAST_OF_2000S else 1900)  # noqa: PLR2004 - digits


class DayParts(NamedTuple):
    """A day as it was written, whether or not it exists."""

    year: str
    month: str
    day: str
    weekday: int | None = None
    """The day of the week that was written before it, Monday being 0."""

    @property
    def exists(self) -> date | None:
        """The day itself, where there is one, whatever its day of the week."""
        return make_day(self.year, self.month, self.day)

    @property
    def found(self) -> date | None:
        """The day itself, where it exists and falls on the day of the week that was written."""
        day = self.exists
        return day if day and self.weekday in {None, day.weekday()} else None


def split_worded_day(match: re.Match[str], year: int, month: int, day: int) -> DayParts:
    """The parts of a day whose month is a word."""
    weekday = compile_pattern(WEEKDAY).match(match.string)
    number = WEEKDAY_NUMBERS[weekday[0].lower()] if weekday else None
    return DayParts(match[year], str(MONTH_WORDS[match[month].lower()]), match[day], number)


DAYS = (
    Notation(ISO_DAY, lambda it: DayParts(it[1], it[2], it[3]), make_examples("2026-03-01")),
    Notation(
        rf"({DAY_NUMBER})\s?[./-]\s?({MONTH_NUMBER})\s?[./\s-]\s?({SHORT_YEAR}){MIDNIGHT}",
        lambda it: DayParts(it[3], it[2], it[1]),
        make_examples("1/3-26, 1.3.2026"),
    ),
    Notation(
        rf"(?!{ISO_DAY}$)({YEAR_NUMBER})[./-]({MONTH_NUMBER})[./-]({DAY_NUMBER}){MIDNIGHT}",
        lambda it: DayParts(it[4], it[5], it[6]),
        make_examples("2026-3-1"),
    ),
    Notation(
        rf"{WORDED}[.,]?\s+({SHORT_YEAR})",
        lambda it: split_worded_day(it, 3, 2, 1),
        make_examples("1. marts 2026, 1. mar. 26, søndag den 1. marts 2026", "1 March 2026, 1 Mar 26, Sunday 1st March 2026"),
    ),
    Notation(
        rf"({MONTH_NAME})[.]?\s+({DAY_NUMBER})(?:st|nd|rd|th)?,\s*({YEAR_NUMBER})",
        lambda it: split_worded_day(it, 3, 1, 2),
        make_examples("March 1, 2026"),
    ),
)


def find_day(text: str) -> date | None:
    """The day that a text names, where there is such a day."""
    parts = find_value(DAYS, text)
    return parts.found if isinstance(parts, DayParts) else None


def make_year_day(day: str, month: int) -> YearDay | None:
    """A day of every year, 29 February among them."""
    in_a_leap_year = make_day("2000", str(month), day)
    return YearDay(in_a_leap_year.month, in_a_leap_year.day) if in_a_leap_year else None


MONTH_DAY = "(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|[12][0-9])"
YEAR_DAYS = (
    Notation(MONTH_DAY, lambda it: make_year_day(it[0][3:], int(it[0][:2])), make_examples("04-01")),
    Notation(
        WORDED + "[.]?", lambda it: make_year_day(it[1], MONTH_WORDS[it[2].lower()]), make_examples("1. april, 1. apr.", "1 April, 1 Apr")
    ),
    Notation(f"({DAY_NUMBER})/({MONTH_NUMBER})", lambda it: make_year_day(it[1], int(it[2])), make_examples("1/4")),
)

# Lengths of time

COUNTS = {
    "en": 1, "et": 1, "én": 1, "ét": 1, "to": 2, "tre": 3, "fire": 4, "fem": 5, "seks": 6, "tolv": 12,
    "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "twelve": 12,
}  # fmt: skip
MORE_COUNTS = COUNTS | {
    "syv": 7, "otte": 8, "ni": 9, "ti": 10, "elleve": 11, "fjorten": 14, "tyve": 20, "tredive": 30,
    "an": 1, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "fourteen": 14, "twenty": 20, "thirty": 30,
}  # fmt: skip
COUNT = f"[0-9]{{1,4}}|{build_word_pattern(COUNTS)}"
ANY_COUNT = f"[0-9]{{1,4}}|{build_word_pattern(MORE_COUNTS)}"
UNIT = build_word_pattern(UNITS)
UNIT_WORDS: Mapping[str, Unit] = UNITS | dict.fromkeys(("mdr.", "mdr", "md.", "md"), MONTH)
LENGTH_UNITS: Mapping[str, Unit] = {
    **UNIT_WORDS,
    **dict.fromkeys(("hverdag", "hverdage", "arbejdsdag", "arbejdsdage"), WORKING_DAY),
    **dict.fromkeys(("working day", "working days", "business day", "business days", "weekday", "weekdays"), WORKING_DAY),
}
UNIT_LETTERS = {unit.key: unit for unit in LENGTH_UNITS.values()}
NOTICE = r"(?:s?['’]?s?\s+(?:varsel|notice))?"
"""`3 måneders varsel`, `1 month's notice`."""


def count_of(text: str) -> int:
    """`3` or `tre`."""
    return MORE_COUNTS.get(text.lower()) or int(text)


def parse_unit(text: str) -> Unit:
    """The unit of a word, in any of its spellings."""
    return LENGTH_UNITS[" ".join(text.lower().split())]


DURATIONS = (
    Notation(
        rf"({ANY_COUNT})\s*({build_word_pattern(LENGTH_UNITS)}){NOTICE}",
        lambda it: Duration(count_of(it[1]), parse_unit(it[2])),
        make_examples("3 måneder, tre mdr., 14 dages varsel, 10 hverdage", "3 months, three months, 14 days' notice, 10 working days"),
    ),
    Notation(
        rf"(?:(?:et\s+)?halvt\s+år|half\s+a\s+year|half-year){NOTICE}",
        lambda _: Duration(6, MONTH),
        make_examples("et halvt år", "half a year"),
    ),
    Notation(rf"({ANY_COUNT})\s*halvår{NOTICE}", lambda it: Duration(6 * count_of(it[1]), MONTH), make_examples("2 halvår")),
    Notation(
        rf"(?:([0-9]{{1,3}})(?:\s?½|\s1/2|[,.]5)|½|1/2)\s*(?:år|years?){NOTICE}",
        lambda it: Duration(12 * int(it[1] or 0) + 6, MONTH),
        make_examples("1½ år", "1½ years"),
    ),
    Notation(
        rf"(?:halvandet\s+år|one\s+and\s+a\s+half\s+years){NOTICE}",
        lambda _: Duration(18, MONTH),
        make_examples("halvandet år", "one and a half years"),
    ),
    Notation("P([0-9]{1,4})(BD|[DWMYdwmy])", lambda it: Duration(int(it[1]), UNIT_LETTERS[it[2].upper()]), make_examples("P3M")),
)
LENGTH = f"(?:{'|'.join(notation.pattern for notation in DURATIONS)})"
ONE_OF = r"(?:(?:en|et|den|det|hver|hvert|indeværende|a|any|the|each)\s+)?(?:kalender|calendar\s+)?"
PERIOD = "(?:måned|kvartal|år|month|quarter|year)"
TO_THE_END = (
    rf"\s+(?:til|to|until|at)\s+(?:(?:udgangen|slutningen|udløbet|the\s+end)\s+(?:af|of)\s+|ultimo\s+){ONE_OF}{PERIOD}(?:en|et)?"
    rf"|\s+til\s+{ONE_OF}{PERIOD}(?:en|et)?s\s+(?:udgang|udløb|slutning)"
)
TO_THE_FIRST = (
    r"\s+(?:til|to)\s+(?:den\s+|d[.]\s*|the\s+)?(?:1[.]?|1st|første|first)\s+(?:day\s+)?(?:i|of)\s+"
    r"(?:(?:en|den|hver|a|any|the|each)\s+)?(?:måned(?:en)?|month)"
)
PLUS = r"\s*(?:[+]|plus|og|and)\s*"
THIS_PERIOD = rf"(?:(?:the\s+)?(?:løbende|indeværende|lb[.]|current)\s+{PERIOD})"


def parse_period_end(text: str) -> PeriodEnd:
    """The end of a month, a quarter or a year, whichever of them a text names last."""
    named = re.findall(PERIOD, text.lower())[-1]
    return next(end for end in PERIOD_ENDS if end.unit is UNITS[named])


def to_the_end(match: re.Match[str]) -> Duration | None:
    """`3 måneder til udgangen af en måned`."""
    end = re.search(TO_THE_END, match[0], re.IGNORECASE)
    return end and add_period_end(match[0][: end.start()], parse_period_end(end[0]))


def to_the_first(match: re.Match[str]) -> Duration | None:
    """`3 måneder til den 1. i en måned`."""
    end = re.search(TO_THE_FIRST, match[0], re.IGNORECASE)
    return end and add_period_end(match[0][: end.start()], FIRST_OF_MONTH)


def parse_running_period(match: re.Match[str]) -> Duration | None:
    """`løbende måned + 3 måneder`: the rest of the month, and then whole ones."""
    this = re.search(THIS_PERIOD, match[0], re.IGNORECASE)
    if not this:
        return None
    end = parse_period_end(this[0])
    rest = re.sub(f"^{PLUS}|{PLUS}$", "", match[0][: this.start()] + match[0][this.end() :], flags=re.IGNORECASE)
    length = add_period_end(rest, end)
    fits = length and length.unit in MONTHS_IN and length.number * MONTHS_IN[length.unit] % MONTHS_IN[end.unit] == 0
    return length if fits else None


def add_period_end(text: str, end: PeriodEnd) -> Duration | None:
    """A length of time that runs on to the end of a period."""
    length = find_value(DURATIONS, text)
    return length._replace(to=end) if isinstance(length, Duration) else None


NOTICES = (
    *DURATIONS,
    Notation(
        f"{LENGTH}(?:{TO_THE_END})",
        to_the_end,
        make_examples("3 måneder til udgangen af en måned, 1 måned til et kvartals udløb", "3 months to the end of a month"),
    ),
    Notation(
        f"{THIS_PERIOD}{PLUS}{LENGTH}|{LENGTH}{PLUS}{THIS_PERIOD}",
        parse_running_period,
        make_examples("løbende måned + 3 måneder", "current month + 3 months"),
    ),
    Notation(f"{LENGTH}{TO_THE_FIRST}", to_the_first, make_examples("3 måneder til den 1. i en måned", "3 months to the 1st of a month")),
    Notation(
        "(P[0-9]{1,4}(?:BD|[DWMYdwmy]))/(M1|[MQYmqy])",
        lambda it: add_period_end(it[1], next(end for end in PERIOD_ENDS if end.key == it[2].upper())),
        make_examples("P3M/M"),
    ),
)

# Frequencies

PER = {
    "om dagen": "dag", "om ugen": "uge", "om måneden": "måned", "i kvartalet": "kvartal", "om året": "år",
    "pr. dag": "dag", "pr. uge": "uge", "pr. måned": "måned", "pr. kvartal": "kvartal", "pr. år": "år",
    "a day": "day", "a week": "week", "a month": "month", "a quarter": "quarter", "a year": "year",
}  # fmt: skip
OFTEN = {"once": 1, "twice": 2}
TIMES_PER = f"({COUNT})(?: *[-–] *([0-9]{{1,4}}))?(?: +(?:gang|gange|times|time))? +({'|'.join(word.replace('.', '[.]') for word in PER)})"
OFTEN_PER = f"(once|twice) +({'|'.join(word.replace('.', '[.]') for word in PER)})"
EACH = f"(?:hver|hvert|every|each)(?: +(anden|andet|other|second|tredje|third|[0-9]{{1,3}})[.]?)? +({UNIT})"
ORDINALS = {"anden": 2, "andet": 2, "other": 2, "second": 2, "tredje": 3, "third": 3}
MORE_ORDINALS = ORDINALS | {"fjerde": 4, "femte": 5, "sjette": 6, "fourth": 4, "fifth": 5, "sixth": 6} | MORE_COUNTS
EVERY_SO_OFTEN: Mapping[str, Unit] = {
    **dict.fromkeys(("dagligt", "daglig", "daily"), UNITS["dag"]),
    **dict.fromkeys(("ugentligt", "ugentlig", "weekly"), UNITS["uge"]),
    **dict.fromkeys(("månedligt", "månedlig", "monthly"), MONTH),
    **dict.fromkeys(("kvartalsvis", "kvartalsvist", "kvartalsligt", "quarterly"), QUARTER),
    **dict.fromkeys(("årligt", "årlig", "yearly", "annually"), YEAR),
}
TIMES = r"(?:\s*(?:x|gang|gange|times|time))?"
PER_UNIT: Mapping[str, Unit] = {
    **{word + ending: UNITS[word] for word in ("dag", "uge", "måned", "kvartal", "år") for ending in ("", "en", "n", "et")},
    **{word: UNITS[word] for word in ("day", "week", "month", "quarter", "year")},
    "md.": MONTH,
    "md": MONTH,
}


def make_times_per(least: int, most: str | None, unit: Unit) -> Recurrence | None:
    """So many times in a unit, from `least` to `most`."""
    return Recurrence(least, max(least, int(most or 0)), unit) if least else None


def make_interval(ordinal: int, unit: Unit) -> Recurrence | None:
    """Every so many units."""
    return Recurrence(1, 1, unit, ordinal) if ordinal else None


RECURRENCES = (
    Notation(
        f"(?!0+ ){TIMES_PER}",
        lambda it: make_times_per(count_of(it[1]), it[2], UNITS[PER[it[3].lower()]]),
        make_examples("2 om året, 3-4 gange om året", "2 times a year"),
    ),
    Notation(
        OFTEN_PER,
        lambda it: make_times_per(OFTEN[it[1].lower()], None, UNITS[PER[it[2].lower()]]),
        make_examples("en om ugen", "twice a year"),
    ),
    Notation(
        f"(?!.* 0+[.]? ){EACH}",
        lambda it: make_interval(ORDINALS.get((it[1] or "").lower()) or int(it[1] or 1), UNITS[it[2].lower()]),
        make_examples("hver måned, hver anden uge", "every month, every 2 weeks"),
    ),
    Notation(
        rf"(?!0+\b)(?:({ANY_COUNT}){TIMES}\s+)?({build_word_pattern(EVERY_SO_OFTEN)})",
        lambda it: make_times_per(count_of(it[1] or "1"), None, EVERY_SO_OFTEN[it[2].lower()]),
        make_examples("månedligt, to gange årligt", "monthly, yearly"),
        beside_text=False,
    ),
    Notation(
        r"halvårligt?|hvert?\s+halve?\s*år|half-yearly|every\s+half\s+year",
        lambda _: Recurrence(2, 2, YEAR),
        make_examples("halvårligt, hvert halve år", "half-yearly"),
        beside_text=False,
    ),
    Notation(
        rf"(?!0+\b)({ANY_COUNT})(?:\s*[-–]\s*([0-9]{{1,4}}))?{TIMES}\s*(?:om|pr[.]?|per|i|hver|hvert|every|each|a|/)\s*({build_word_pattern(PER_UNIT)})",
        lambda it: make_times_per(count_of(it[1]), it[2], PER_UNIT[it[3].lower()]),
        make_examples("1 gang hvert kvartal, 2 gange pr. år, 2/år", "2 times per year"),
        beside_text=False,
    ),
    Notation(
        rf"(?!.*\s0+[.]?\s)(?:hver|hvert|every|each)\s*(?:({build_word_pattern(MORE_ORDINALS)}|[0-9]{{1,3}})[.]?\s+)?({build_word_pattern(UNIT_WORDS)})",
        lambda it: make_interval(MORE_ORDINALS.get((it[1] or "1").lower()) or int(it[1] or 1), parse_unit(it[2])),
        make_examples("hveranden uge, hver sjette måned", "every six months"),
        beside_text=False,
    ),
)


def find_recurrence(text: str) -> Recurrence | None:
    """How often something comes round, in any words that say so; also of a field whose words stay words in what was signed."""
    value = find_value(RECURRENCES, " ".join(text.split()))
    return value if isinstance(value, Recurrence) else None


# Amounts

KRONER = "(?:DKK|kr[.]?|kroner)"
"""How the currency may stand beside an amount."""
PLAIN_END = "(?:,-{1,2}|[.]-|,[–—])?"
"""What says that there are no øre."""
MONEY = rf"(?:{KRONER}\s*)?({AMOUNT}){PLAIN_END}(?:\s*{KRONER})?"
PERCENT = rf"({AMOUNT})(?:\s*(?:%|pct[.]?|procent|per ?cent))?"
ENGLISH_AMOUNT = "[0-9]{1,3}(?:,[0-9]{3})+[.][0-9]{2}"
NUMBER_EXAMPLES = (make_examples("12500"), make_examples("12.500, 12 500, 12,5", "12.500, 12 500, 12.5"))
MONEY_EXAMPLES = (
    make_examples("25000"),
    make_examples("25.000 kr., kr. 25.000,-, 25 000, 500,-, 12.500,50", "25 000, DKK 25000, 12500.50"),
)
PERCENT_EXAMPLES = (make_examples("2,5 %", "2.5%"), make_examples("2,5 pct., 2,5 procent", "2.5 percent"))
