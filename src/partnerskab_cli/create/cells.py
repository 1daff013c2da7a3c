"""Cells as spreadsheets store them: days by their number, thousands of other countries, error words, and rows that only add up."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from ..model.amounts import Money
from ..model.field import ParseIssue, ScalarType
from ..model.types import VALUES, Day
from ..text.localized import NO, YES, Text, fold, transliterate

ERROR_WORDS = re.compile(
    r"#(?:I/T|N/A|REF!|REFERENCE!|VALUE!|VÆRDI!|DIV/0!|DIVISION/0!|NAME\?|NAVN\?|NUM!|NULL!|NUL!|SPILL!|OVERLØB!|CALC!|BEREGN!|"
    r"GETTING_DATA|HENTER_DATA|CONNECT!|FORBIND!|BLOCKED!|BLOKERET!|FIELD!|FELT!|BUSY!|OPTAGET!|UNKNOWN!|UKENDT!|#+)|Err:[0-9]{3}",
    re.IGNORECASE,
)
ERROR_WORD = Text(
    da="er regnearkets egen fejlmelding: ret cellen i regnearket, og hent listen igen",
    en="is the spreadsheet's own error message: correct the cell in the spreadsheet, and import the list again",
)
TWO_WAYS = Text(
    da="kan læses som {small} og som {large}: skriv beløbet uden tegn mellem tusinderne",
    en="can be read as {small} and as {large}: write the amount without a sign between the thousands",
)
FORMULA = re.compile(r'="(.*)"', re.DOTALL)
"""How Excel keeps the noughts of a number in a CSV file."""
EPOCH = date(1899, 12, 30)
"""Day nought of spreadsheets that count from 1900."""
SERIAL = re.compile("([2-7][0-9]{4})(?:[.,]0+)?")
"""A day by its number: from 1954 to 2119."""
SHORT_DAY = re.compile("([0-9]{1,2})-([A-Za-zæøå]{3,4})[.]?-([0-9]{2}|[0-9]{4})")
GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3}){2,}(?:\.[0-9]{1,2})?|[0-9]{1,3}(?:['’][0-9]{3})+(?:[.,][0-9]{1,2})?")
"""Thousands as they are parted in English and in Swiss spreadsheets."""
ONE_COMMA = re.compile("([1-9][0-9]{0,2}),([0-9]{3})")
WHOLE = re.compile("([0-9]+)[.,]0+")
BOOLEANS: Mapping[str, Text] = {"sand": YES, "true": YES, "falsk": NO, "false": NO}
SUM_WORDS = re.compile(
    "(?:i ?alt|total|totalt|totals|sum|summer|subtotal|delsum|hovedtotal|samlet|tilsammen|in all|grand total|sum total)"
    "(?: (?:i ?alt|sum|tilskud|bevilget|beloeb|kr|dkk|for|aar|aaret|aarets|year|amount|[0-9]+))*"
)


class Word(NamedTuple):
    """A cell as a reader of values takes it."""

    text: str
    plain: bool = False


def read_cell(kind: ScalarType, text: str) -> object:
    """The value of a cell, in the spelling of a file or as a spreadsheet stores it; None where it is none, a text where it could be two."""
    if kind is VALUES[Money] and (match := ONE_COMMA.fullmatch(text)):
        return TWO_WAYS.format(small=f"{match[1]},{match[2]}", large=f"{match[1]}.{match[2]}")
    for spelling in (text, *iter_spellings(kind, text)):
        read = kind.read(Word(spelling))
        value = read.value if isinstance(read, ParseIssue) else read
        if value is not None:
            return value
    return None


def iter_spellings(kind: ScalarType, text: str) -> Iterator[str]:
    """What a spreadsheet may have meant by a cell that is no value as it is spelt."""
    if kind is VALUES[bool] and fold(text) in BOOLEANS:
        yield BOOLEANS[fold(text)].da
    elif kind is VALUES[Day]:
        if match := SERIAL.fullmatch(text):
            yield (EPOCH + timedelta(days=int(match[1]))).isoformat()
        if match := SHORT_DAY.fullmatch(text):
            yield f"{match[1]}. {match[2]}. {match[3] if len(match[3]) > 2 else f'20{match[3]}'}"  # noqa: PLR2004 - a year of two digits
    else:
        if GROUPED.fullmatch(text):
            yield re.sub("[,'’](?=[0-9]{3})", "", text)
        if match := WHOLE.fullmatch(text):
            yield match[1]


def strip_formula(text: str) -> str:
    """What a cell says, without the formula that only keeps it a text."""
    text = text.strip()
    match = FORMULA.fullmatch(text)
    return match[1].replace('""', '"').strip() if match else text


def is_error_word(text: str) -> bool:
    """Whether a cell holds what a spreadsheet says of a formula that fails."""
    return ERROR_WORDS.fullmatch(text) is not None


class SumRow(NamedTuple):
    """A row that only adds up those above it."""

    row: int
    text: str


Row = tuple[int, Mapping[str, str]]


def split_sums(rows: Sequence[Row]) -> tuple[list[Row], list[SumRow]]:
    """The rows of a list, and apart from them those that only add up."""
    kept: list[Row] = []
    sums: list[SumRow] = []
    totals: dict[str, int] = {}
    since: dict[str, int] = {}
    for number, cells in rows:
        lines = {heading: cell.strip() for heading, cell in cells.items() if cell.strip()}
        amounts = {heading: cents for heading, cell in lines.items() if (cents := parse_cents(cell)) is not None}
        if is_sum(lines, amounts) or is_sum_row(lines, amounts, totals) or is_sum_row(lines, amounts, since):
            sums.append(SumRow(number, " ".join(" ".join(lines.values()).split())))
            since = {}
            continue
        kept.append((number, cells))
        for heading, cents in amounts.items():
            totals[heading] = totals.get(heading, 0) + cents
            since[heading] = since.get(heading, 0) + cents
    return kept, sums


def is_sum(lines: Mapping[str, str], amounts: Mapping[str, int]) -> bool:
    """Whether a row calls itself a sum and says nothing else but numbers."""
    words = [cell for heading, cell in lines.items() if heading not in amounts]
    return len(words) == 1 and bool(SUM_WORDS.fullmatch(" ".join(re.findall("[a-z0-9]+", transliterate(fold(words[0]))))))


def is_sum_row(lines: Mapping[str, str], amounts: Mapping[str, int], totals: Mapping[str, int]) -> bool:
    """Whether a row says nothing but what its columns come to."""
    return len(lines) == len(amounts) > 0 and all(totals.get(heading) == cents for heading, cents in amounts.items())


def parse_cents(text: str) -> int | None:
    """An amount in øre, where a cell is one."""
    value = read_cell(VALUES[Money], text)
    return value.cents if isinstance(value, Money) else None
