"""The kinds of value an agreement holds: one row a type, with its own reading and its JSON Schema."""

from datetime import date
from typing import NewType

from ..text.localized import Text
from .amounts import AMOUNT, FIRST_DAY, LAST_DAY, Duration, Money, Number, Percent, Recurrence, YearDay
from .field import ScalarType
from .notations import (
    DAYS,
    DURATIONS,
    ENGLISH_AMOUNT,
    ISO_DAY,
    MONEY,
    MONEY_EXAMPLES,
    NOTICES,
    NUMBER_EXAMPLES,
    PERCENT,
    PERCENT_EXAMPLES,
    RECURRENCES,
    YEAR_DAYS,
    YEAR_NUMBER,
    Notation,
    join_patterns,
)
from .parsers import (
    LONGEST,
    LONGEST_SLUG,
    SLUG,
    find_day_reason,
    make_pattern_parser,
    parse_cvr,
    parse_date,
    parse_duration,
    parse_line,
    parse_money,
    parse_municipality,
    parse_number,
    parse_percent,
    parse_prose,
    parse_recurrence,
    parse_rule_code,
    parse_whole_number,
    parse_year,
    parse_year_day,
    parse_yes_no,
    read_notice,
    read_old_recurrence,
)

Day = date
"""A date under a name that no field has."""
Line = NewType("Line", str)
Prose = NewType("Prose", str)
Slug = NewType("Slug", str)
Key = NewType("Key", str)
Notice = NewType("Notice", Duration)
"""A length of time that may run on to the end of a month, a quarter or a year."""
Whole = NewType("Whole", int)
Year = NewType("Year", int)
Place = NewType("Place", str)
PartyId = NewType("PartyId", Slug)
PayerId = NewType("PayerId", Slug)
AgreementId = NewType("AgreementId", Slug)
RuleCode = NewType("RuleCode", str)
Cvr = NewType("Cvr", str)
PNumber = NewType("PNumber", str)
Gln = NewType("Gln", str)
MunicipalityCode = NewType("MunicipalityCode", str)
Mail = NewType("Mail", str)
Phone = NewType("Phone", str)
Url = NewType("Url", str)
FilePath = NewType("FilePath", str)
Colour = NewType("Colour", str)
Fingerprint = NewType("Fingerprint", str)
CaseNumber = NewType("CaseNumber", str)

ANY_SCALAR = {"type": ["string", "number", "boolean"]}
REFERENCE = {"type": ["string", "integer", "boolean"], "minimum": 0, "pattern": f"^(?:{SLUG})$", "maxLength": LONGEST_SLUG}


def make_string_schema(pattern: str, *, longest: int = LONGEST) -> dict[str, object]:
    """The schema of a text that fits the pattern as a whole."""
    return {"type": "string", "pattern": f"^(?:{pattern})$", "maxLength": longest}


def make_number_schema(pattern: str) -> dict[str, object]:
    """The schema of a number that may also be written as text."""
    return {"type": ["number", "string"], "minimum": 0, "maximum": LARGEST, "pattern": f"^(?:{pattern})$"}


LARGEST = 999_999_999_999
"""No amount has more than twelve digits before the comma."""


def make_integer_schema(low: int, high: int, pattern: str) -> dict[str, object]:
    """The schema of a whole number, with or without quotation marks."""
    return {"type": ["integer", "string"], "minimum": low, "maximum": high, "pattern": f"^(?:{pattern})$"}


def make_digits_schema(count: int, pattern: str) -> dict[str, object]:
    """The schema of a row of so many digits, with or without quotation marks; none of them begins with 0."""
    return {"type": ["integer", "string"], "minimum": 10 ** (count - 1), "maximum": 10**count - 1, "pattern": f"^(?:{pattern})$"}


MONTH_DAY = "(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|[12][0-9])"
DAY = {
    **make_string_schema(rf"(?=(?:{YEAR_NUMBER})-(?:{MONTH_DAY})$|(?!{ISO_DAY}$))(?:{join_patterns(DAYS)})"),
    "if": {"pattern": f"^{ISO_DAY}$"},
    "then": {"format": "date"},
}
"""A day that exists, as far as a pattern can tell, since not every editor looks at the format; 29 February is the format's matter."""


def describe_notations(notations: tuple[Notation, ...]) -> tuple[Text, ...]:
    """How a value may be written, notation by notation."""
    return tuple(notation.example for notation in notations)


URL = r'https?://[^\s<>"]+'
FILE_PATH = r'(?!/|.*\.\.)[^\\:*?"<>|\x00-\x1f]+'
LINE = Text(da="en linje tekst", en="a line of text")
ID = Text(
    da="et kort navn, som enhver maskine kan bruge: små bogstaver, tal og bindestreg",
    en="a short name that every machine can use: small letters, digits and hyphens",
)
read_slug = make_pattern_parser(SLUG, longest=LONGEST_SLUG)

VALUES: dict[object, ScalarType] = {
    Line: ScalarType(parse_line, LINE, ANY_SCALAR, text=True),
    Prose: ScalarType(parse_prose, Text(da="tekst", en="text"), ANY_SCALAR, text=True),
    Place: ScalarType(parse_line, Text(da="et sted", en="a place"), ANY_SCALAR, text=True),
    Phone: ScalarType(parse_line, Text(da="et telefonnummer", en="a phone number"), ANY_SCALAR),
    CaseNumber: ScalarType(parse_line, Text(da="et journalnummer", en="a case number"), ANY_SCALAR),
    Slug: ScalarType(read_slug, ID, REFERENCE),
    PartyId: ScalarType(read_slug, Text(da="en af jeres parter", en="one of your parties"), REFERENCE),
    PayerId: ScalarType(read_slug, Text(da="en af jeres parter eller roller", en="one of your parties or roles"), REFERENCE),
    AgreementId: ScalarType(read_slug, Text(da="id på en aftale", en="the id of an agreement"), REFERENCE),
    Key: ScalarType(
        make_pattern_parser("[a-zæøå][a-zæøå0-9_]*", longest=40),
        Text(da="et feltnavn med små bogstaver", en="a field name in small letters"),
        {**make_string_schema("[a-zæøå][a-zæøå0-9_]*", longest=40), "type": ["string", "boolean"]},
    ),
    Whole: ScalarType(parse_whole_number, Text(da="et helt tal", en="a whole number"), make_integer_schema(0, 999_999_999, "[0-9]{1,9}")),
    Year: ScalarType(parse_year, Text(da="et årstal", en="a year"), make_integer_schema(FIRST_DAY.year, LAST_DAY.year, YEAR_NUMBER)),
    Number: ScalarType(parse_number, Text(da="et tal", en="a number"), make_number_schema(f"{AMOUNT}|{ENGLISH_AMOUNT}"), notations=NUMBER_EXAMPLES),
    Percent: ScalarType(
        parse_percent, Text(da="et procenttal", en="a percentage"), make_number_schema(f"{PERCENT}|{ENGLISH_AMOUNT}"), notations=PERCENT_EXAMPLES
    ),
    Money: ScalarType(
        parse_money, Text(da="et beløb", en="an amount"), make_number_schema(f"{MONEY}|{ENGLISH_AMOUNT}"), notations=MONEY_EXAMPLES
    ),
    bool: ScalarType(parse_yes_no, Text(da="ja eller nej", en="yes or no"), {"enum": ["ja", "nej", "yes", "no", True, False]}),
    Day: ScalarType(parse_date, Text(da="en dato", en="a date"), DAY, notations=describe_notations(DAYS), reason=find_day_reason),
    YearDay: ScalarType(parse_year_day, Text(da="en dag i året", en="a day of the year"), make_string_schema(join_patterns(YEAR_DAYS)), notations=describe_notations(YEAR_DAYS)),
    Duration: ScalarType(parse_duration, Text(da="et tidsrum", en="a length of time"), make_string_schema(join_patterns(DURATIONS)), notations=describe_notations(DURATIONS)),
    Notice: ScalarType(read_notice, Text(da="et varsel", en="a notice"), make_string_schema(join_patterns(NOTICES)), notations=describe_notations(NOTICES)),
    Recurrence: ScalarType(
        parse_recurrence, Text(da="en hyppighed", en="a frequency"), make_string_schema(join_patterns(RECURRENCES)), notations=describe_notations(RECURRENCES),
        beside_text=read_old_recurrence,
    ),
    Cvr: ScalarType(parse_cvr, Text(da="et CVR-nummer på 8 cifre", en="a CVR number of 8 digits"), make_digits_schema(8, r"(?:DK)?(?:[\s.-]*[0-9]){8}[\s.-]*")),
    PNumber: ScalarType(
        make_pattern_parser("[0-9]{10}", blanks=True), Text(da="et P-nummer på 10 cifre", en="a P number of 10 digits"), make_digits_schema(10, r"\s*(?:[0-9]\s*){10}")
    ),
    Gln: ScalarType(
        make_pattern_parser("[0-9]{13}", blanks=True), Text(da="et EAN-nummer på 13 cifre", en="a GLN of 13 digits"), make_digits_schema(13, r"\s*(?:[0-9]\s*){13}")
    ),
    MunicipalityCode: ScalarType(
        parse_municipality, Text(da="en kommunekode på 3 cifre", en="a municipality code of 3 digits"), make_digits_schema(3, "0?[0-9]{3}")
    ),
    Mail: ScalarType(
        make_pattern_parser(r"[^\s@<>]+@[^\s@<>]+[.][^\s@<>]+"), Text(da="en mailadresse", en="a mail address"), make_string_schema(r"[^\s@<>]+@[^\s@<>]+[.][^\s@<>]+")
    ),
    Url: ScalarType(make_pattern_parser(URL, longest=500), Text(da="en webadresse", en="a web address"), make_string_schema(URL, longest=500)),
    FilePath: ScalarType(
        make_pattern_parser(FILE_PATH), Text(da="en sti til en fil", en="a path to a file"), {**make_string_schema(FILE_PATH), **ANY_SCALAR}
    ),
    Colour: ScalarType(make_pattern_parser("#[0-9a-fA-F]{6}"), Text(da="en farve", en="a colour"), make_string_schema("#[0-9a-fA-F]{6}")),
    Fingerprint: ScalarType(
        make_pattern_parser("[0-9]{1,3}:[0-9a-f]{12,64}"), Text(da="et fingeraftryk", en="a fingerprint"), make_string_schema("[0-9]{1,3}:[0-9a-f]{12,64}")
    ),
    RuleCode: ScalarType(
        parse_rule_code, Text(da="en regelkode", en="a rule code"), make_string_schema("[A-ZÆØÅ]{3}[0-9]{2}[a-z]?")
    ),
}  # fmt: skip
