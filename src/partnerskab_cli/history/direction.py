"""Which way a measurable value went: shorter, later, more often, 5.000 kr. more."""

from datetime import date

from ..model.amounts import DAYS_IN, MONTHS_IN, WORKING_DAY, WORKING_DAYS, Duration, Money, Number, Percent, Recurrence
from ..text.localized import Text

NOTHING = Text(da="", en="")
SHORTER, LONGER = Text(da="kortere", en="shorter"), Text(da="længere", en="longer")
EARLIER, LATER = Text(da="tidligere", en="earlier"), Text(da="senere", en="later")
RARER, OFTENER = Text(da="sjældnere", en="less often"), Text(da="oftere", en="more often")
LOWER, HIGHER = Text(da="lavere", en="lower"), Text(da="højere", en="higher")
LESS, MORE = Text(da="{amount} mindre", en="{amount} less"), Text(da="{amount} mere", en="{amount} more")
WAYS: dict[type, tuple[Text, Text]] = {
    Duration: (SHORTER, LONGER),
    date: (EARLIER, LATER),
    Recurrence: (RARER, OFTENER),
    Number: (LOWER, HIGHER),
    Percent: (LOWER, HIGHER),
    int: (LOWER, HIGHER),
}
MONTH_DAYS = 365.25 / 12
WEEK_DAYS = 7


def describe_direction(before: object, after: object) -> Text:
    """Which way a value went; nothing for what cannot be measured or came out alike."""
    if isinstance(before, Money) and isinstance(after, Money):
        return describe_money_change(before, after)
    if type(before) is not type(after) or type(before) not in WAYS:
        return NOTHING
    old, new = measure_value(before), measure_value(after)
    less, more = WAYS[type(before)]
    return NOTHING if old == new else less if new < old else more


def describe_money_change(before: Money, after: Money) -> Text:
    """How much more or less it is, in one currency."""
    moved = after.cents - before.cents
    if before.currency != after.currency or not moved:
        return NOTHING
    return (MORE if moved > 0 else LESS).format(amount=Money(abs(moved), after.currency))


def measure_value(value: object) -> float:
    """A value on a scale of its kind: days, times a day, or itself."""
    match value:
        case Duration():
            return estimate_days(value)
        case Recurrence():
            return (value.least + value.most) / estimate_days(Duration(value.every, value.unit))
        case date():
            return value.toordinal()
        case Number(hundredths=number) | Percent(hundredths=number) | int(number):
            return number
        case _:
            return 0


def estimate_days(length: Duration) -> float:
    """About how many days a length of time has, to compare two in different units."""
    if length.unit is WORKING_DAY:
        return length.number * WEEK_DAYS / WORKING_DAYS
    return length.number * (DAYS_IN[length.unit] if length.unit in DAYS_IN else MONTHS_IN[length.unit] * MONTH_DAYS)
