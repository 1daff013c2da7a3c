"""Whole numbers in words: `tolv tusind fem hundrede`, which no dot or comma can make ambiguous."""

from .localized import LANGUAGES, Language, Text

SMALL = Text(
    da="nul en to tre fire fem seks syv otte ni ti elleve tolv tretten fjorten femten seksten sytten atten nitten",
    en="zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
)
TENS = Text(da="tyve tredive fyrre halvtreds tres halvfjerds firs halvfems", en="twenty thirty forty fifty sixty seventy eighty ninety")
LARGE = ((1000, Text(da="tusind", en="thousand")), (100, Text(da="hundrede", en="hundred")))
AND = Text(da="og", en="and")
MOST = 1_000_000


def spell_number(number: int) -> Text:
    """A whole number below a million in words (Retskrivningsordbogen § 18)."""
    return Text(*(" ".join(list_number_words(number, language)) for language in LANGUAGES))


def list_number_words(number: int, language: Language) -> list[str]:
    """The words of a number, one after the other."""
    for unit, name in LARGE:
        if number >= unit:
            count, rest = divmod(number, unit)
            before = ["et"] if count == 1 and language == "da" else list_number_words(count, language)
            link = [AND.localize(language)] if 0 < rest < min(unit, 100) else []
            return [*before, name.localize(language), *link, *(list_number_words(rest, language) if rest else [])]
    return [spell_below_hundred(number, language)]


def spell_below_hundred(number: int, language: Language) -> str:
    """`femogtyve`, `twenty-five`."""
    small = SMALL.localize(language).split()
    if number < len(small):
        return small[number]
    tens, ones = TENS.localize(language).split()[number // 10 - 2], number % 10
    if not ones:
        return tens
    return f"{small[ones]}og{tens}" if language == "da" else f"{tens}-{small[ones]}"
