"""How money over time is counted, with examples: one declaration, shown on the page of the rule and of the report."""

from datetime import date
from typing import NamedTuple

from ..text.localized import LANGUAGES, Language, Text, format_value
from ..text.page import Block, Heading, HelpParagraph, HelpTable
from .amounts import MONTH, WEEK, Money, Number, Unit
from .choices import Per
from .grants import BEGUN, WHOLE_HOUR, Quantity, allocate_by_year, compute_fair_range, measure_stretch
from .time import Period


class SumExample(NamedTuple):
    """An amount for each unit of a period, or a number of hours."""

    amount: Money | Number
    per: Per
    start: date
    end: date


def make_kroner(amount: int) -> Money:
    """An amount in whole kroner."""
    return Money(amount * 100)


SUM_EXAMPLES = (
    SumExample(make_kroner(100), Per.WEEK, date(2026, 1, 5), date(2026, 3, 29)),
    SumExample(make_kroner(100), Per.WEEK, date(2026, 1, 5), date(2027, 1, 3)),
    SumExample(make_kroner(200), Per.WEEK, date(2026, 1, 1), date(2026, 12, 31)),
    SumExample(make_kroner(900), Per.MONTH, date(2026, 4, 20), date(2026, 6, 5)),
    SumExample(make_kroner(3_000), Per.QUARTER, date(2026, 2, 1), date(2026, 10, 31)),
    SumExample(make_kroner(24_000), Per.YEAR, date(2026, 9, 1), date(2027, 6, 30)),
    SumExample(make_kroner(24_000), Per.YEAR, date(2026, 10, 10), date(2027, 5, 31)),
    SumExample(make_kroner(30_000), Per.TOTAL, date(2026, 10, 1), date(2027, 6, 30)),
    SumExample(make_kroner(1_000), Per.MONTH, date(2026, 1, 31), date(2026, 2, 28)),
    SumExample(Number(600), Per.WEEK, date(2026, 1, 5), date(2026, 3, 29)),
)
TITLE = Text(da="Sådan regnes beløb over tid", en="How amounts over time are counted")
METHOD = Text(
    da="Første og sidste dag tæller med. En uge er 7 dage. En måned fra den 10. slutter den 9., og dage til overs er en brøkdel af den "
    "måned, de begynder. Et kvartal er 3 måneder og et år 12. Et beløb i alt fordeles efter de samme måneder. Der rundes kun af til øre "
    "i summen ved hvert nytår, så årene altid giver det hele. Timer vises som hele timer.",
    en="The first and last day both count. A week is 7 days. A month from the 10th ends on the 9th, and days left over are a fraction of the "
    "month they begin. A quarter is 3 months and a year is 12. An amount in all is spread over the same months. Only the running total at "
    "each New Year is rounded, so the years always add up to the whole. Hours are shown as whole hours.",
)
FAIR = Text(
    da="Udbetalinger passer, når de ligger mellem beløbet for de hele og de påbegyndte uger eller måneder, eller er beløbet for netop én "
    "gang. Uden slutdato passer ethvert helt antal gange. Beløb pr. gang og pr. person kan ikke regnes sammen.",
    en="Payments fit when they lie between the amount for the whole and for the started weeks or months, or equal the amount exactly once. "
    "Without an end date any whole number of times fits. Amounts each time or per person cannot be added up.",
)
HEAD = (
    Text(da="Beløb og periode", en="Amount and period"),
    Text(da="Antal", en="Number"),
    Text(da="Giver i alt", en="Comes to"),
    Text(da="Fordelt på år", en="By year"),
    Text(da="Udbetalinger, der passer", en="Payments that fit"),
)
HOURS = Text(da="{number} timer", en="{number} hours")
NO_PAYMENTS = Text(da="–", en="–")


def sum_blocks() -> tuple[Block, ...]:
    """The method in words, and the table of examples."""
    return (
        Heading(TITLE, 3),
        HelpParagraph(METHOD),
        HelpParagraph(FAIR),
        HelpTable(HEAD, tuple(build_cells(example) for example in SUM_EXAMPLES)),
    )


def build_cells(example: SumExample) -> tuple[Text, ...]:
    """An example as a row."""
    return (
        Text(*(format_first_cell(example, language) for language in LANGUAGES)),
        describe_units(example),
        *describe_sums(example),
        describe_payments(example),
    )


def format_first_cell(example: SumExample, language: Language) -> str:
    """`100 kr. om ugen, 5. januar 2026 – 29. marts 2026`."""
    amount, per, start, end = (format_value(value, language) for value in (format_amount(example, get_hundredths(example)), *example[1:]))
    return f"{amount} {per}, {start} – {end}"


def get_hundredths(example: SumExample) -> int:
    """The amount, or the hours, in hundredths."""
    return example.amount.cents if isinstance(example.amount, Money) else example.amount.hundredths


def format_amount(example: SumExample, amount: int) -> Money | Text:
    """An amount of the kind that the example is of."""
    return Money(amount) if isinstance(example.amount, Money) else HOURS.format(number=Number(amount))


def describe_units(example: SumExample) -> Text:
    """`1 17/31 måneder`: whole units, and the days left over as a part of the one they begin."""
    size = BEGUN.get(example.per, BEGUN[Per.MONTH])
    whole, rest = divmod(measure_stretch(example.start, example.end, example.per), size)
    days = next(count for count in (7, 28, 29, 30, 31) if rest * count % size == 0)
    fraction = f" {rest * days // size}/{days}" if rest else ""
    word: Unit = WEEK if example.per is Per.WEEK else MONTH
    name = word.singular if whole == 1 and not rest else word.plural
    return Text(*(f"{whole}{fraction} {name.localize(language)}" for language in LANGUAGES))


def describe_sums(example: SumExample) -> tuple[Text, Text]:
    """What it comes to in all, and in each year."""
    step = 1 if isinstance(example.amount, Money) else WHOLE_HOUR
    quantity = Quantity(get_hundredths(example), example.per, step)
    years = allocate_by_year(quantity, Period(start=example.start, end=example.end), example.end.year) or {}
    by_language = (
        (format_value(format_amount(example, sum(years.values())), language), ", ".join(f"{year}: {format_value(format_amount(example, cents), language)}" for year, cents in years.items()))
        for language in LANGUAGES
    )  # fmt: skip
    whole, each = zip(*by_language, strict=True)
    return Text(*whole), Text(*each)


ONCE = Text(da="{range} (eller {once})", en="{range} (or {once})")


def describe_payments(example: SumExample) -> Text:
    """The payments that a fair reading allows."""
    if not isinstance(example.amount, Money):
        return NO_PAYMENTS
    low, high = compute_fair_range(example.amount.cents, example.per, example.start, example.end)
    bounds = Text(*(" – ".join(Money(cents).localize(language) for cents in dict.fromkeys((low, high))) for language in LANGUAGES))
    return bounds if low <= example.amount.cents <= high or example.per is Per.TOTAL else ONCE.format(range=bounds, once=example.amount)
