"""Agreements and profiles made up at random, now and then without æ, ø and å, and what can be wrong with them."""

from collections.abc import Iterator
from copy import deepcopy
from random import Random
from typing import NamedTuple, assert_never

from partnerskab_cli.model.amounts import Duration, Money, Number, Percent, Recurrence, YearDay
from partnerskab_cli.model.field import EnumType, Field, FieldType, ListType, MappingType, RecordType, ScalarType, UnionType
from partnerskab_cli.model.record import Record
from partnerskab_cli.model.types import (
    VALUES,
    AgreementId,
    CaseNumber,
    Colour,
    Cvr,
    Day,
    FilePath,
    Fingerprint,
    Gln,
    Key,
    Line,
    Mail,
    MunicipalityCode,
    Notice,
    PartyId,
    PayerId,
    Phone,
    Place,
    PNumber,
    Prose,
    RuleCode,
    Slug,
    Url,
    Whole,
    Year,
)  # fmt: skip
from partnerskab_cli.text.localized import Language, transliterate

WORDS = ("kaffe", "te og kage", "Alle er velkomne.", "3 måneder", "Vi ringer: hver mandag", "12", "# ikke en note", "nej", "linje\nlinje")
SLUGS = ("venner", "kommunen", "kaffe-2026", "a", "7")
SAMPLES: dict[object, tuple[tuple[object, ...], tuple[object, ...]]] = {
    Line: ((*WORDS, 7, 2.5), WORDS),
    Prose: ((*WORDS, 7, True), WORDS),
    Place: (("Rømø", "Tønder"), ("Rømø",)),
    Phone: (("12 34 56 78", 12345678), ("12 34 56 78",)),
    CaseNumber: (("27.15.12-G01-3-26", 271512), ("27.15.12",)),
    Slug: ((*SLUGS, 12), SLUGS),
    PartyId: (SLUGS, SLUGS),
    PayerId: (SLUGS, SLUGS),
    AgreementId: (SLUGS, SLUGS),
    Key: (("læring", "dna"), ("learning",)),
    Whole: ((0, 3, 250, "14"), (1,)),
    Year: ((2026, 1900, 2100, "2027"), (2026,)),
    Number: ((3, 2.5, "2,5", "1.250"), (3,)),
    Percent: ((2, "2,5 %", "2,5%", 2.5), (2,)),
    Money: ((25000, 0, 12.5, "25.000", "25.000,00 kr.", "25_000", "DKK 25.000"), (25000,)),
    bool: (("ja", "nej", True, False), ("yes", "no", True, False)),
    Day: (("2026-03-01", "1900-01-01", "2100-12-31", "2028-02-29"), ("2026-03-01",)),
    YearDay: (("04-01", "02-29", "12-31"), ("04-01",)),
    Duration: (("3 måneder", "tre uger", "P3M", "1 år", "2 kvartaler"), ("3 months", "one year", "P14D")),
    Notice: (
        ("3 måneder", "3 måneder til udgangen af en måned", "løbende måned + 3 mdr.", "P3M/Q"),
        ("3 months to the 1st of a month", "14 days"),
    ),
    Recurrence: (
        ("2 om året", "3-4 om året", "hver måned", "hver 2. uge", "2 gange om året"),
        ("twice a year", "every month", "every 2 weeks"),
    ),
    Cvr: (("12345674", 12345674, "12 34 56 74", "DK12345674"), ("12345674",)),
    PNumber: (("1000000000", 1000000000, "1000 000 000"), ("1000000000",)),
    Gln: (("5790000000005", 5790000000005), ("5790000000005",)),
    MunicipalityCode: (("550", "0550", 550), ("550",)),
    Mail: (("kontakt@forening.example",), ("kontakt@forening.example",)),
    Url: (("https://forening.example/om", "http://forening.example"), ("https://forening.example",)),
    FilePath: (("bilag/vagtplan.pdf", "logo.svg"), ("logo.svg",)),
    Colour: (("#1a5276", "#FFFFFF"), ("#1a5276",)),
    Fingerprint: (("1:9f2c41d07b6a",), ("1:9f2c41d07b6a",)),
    RuleCode: (("TJK13", "ØKO03", "TJK01b"), ("OKO03",)),
}
OF_VALUE = {id(VALUES[annotation]): samples for annotation, samples in SAMPLES.items()}
STRANGE: tuple[object, ...] = (
    None, "", " ", [], {}, "xyz", "Æbler!", 7, -1, 3.5, 10**13, True, "2026-02-30", "2026-13-01", "1850-01-01", [1], [[1]], ["venner", None], [{}],
    {"zzz": 1}, {"x_zzz": 1}, {"ikke_relevant": "fordi"}, {"ikke_relevant": None}, {"ikke_relevant": ""}, {"ikke_relevant": "fordi", "zzz": 1},
    {"tekst": "kaffe"}, "0 om året", "hver 0. uge", "2 kr.", "5 %", "12 stk", "29. februar", "12 stk 2026", "45/13-2026", "1. Marts 2026", "1/3-2026", "1. apr", "32. maj", "../x", "/etc/passwd", "a" * 400, "-25", "150.000 kr", "04-31", "0 måneder",
    "https://", "to@", "1:abc", "TJK1", "ABC", 2101, "æ" * 41, "a" * 81, "hver dag", "3 uger om året",
)  # fmt: skip
STRANGE_KEYS = ("zzz", "x_zzz", "x", "opsigelsesvarsell", "IKKE_RELEVANT")
IN_ENGLISH = {"ikke_relevant": "not_relevant", "tekst": "text"}


class Made(NamedTuple):
    """A value made up, and the places in it where something can be put wrong."""

    value: object
    places: list[tuple[object, object]]
    """A container, and the key or the index in it."""


def made(record: type[Record], language: Language, random: Random) -> Made:
    """A whole file."""
    places: list[tuple[object, object]] = []
    return Made(block(record, language, random, 0, places), places)


def block(record: type[Record], language: Language, random: Random, depth: int, places: list[tuple[object, object]]) -> dict[str, object]:
    """A record with what it needs, and some of what it may have."""
    values: dict[str, object] = {}
    places.append((values, None))
    for field in record.fields:
        if field in record.needed or random.random() < (0.35, 0.4, 0.25, 0.1)[min(depth, 3)]:
            word = transliterate(field.key) if language == "da" and random.random() < 0.1 else field.get_key(language)
            values[word] = answer(field, language, random, depth, places)
            places.append((values, word))
    return values


def answer(field: Field, language: Language, random: Random, depth: int, places: list[tuple[object, object]]) -> object:
    """What stands behind a key, now and then a reason why nothing does."""
    if field.waivable and random.random() < 0.06:
        return {"ikke_relevant" if language == "da" else "not_relevant": random.choice(WORDS)}
    if field.limits:
        return random.randint(*field.limits)
    return of_kind(field.kind, language, random, depth, places)


def of_kind(kind: FieldType, language: Language, random: Random, depth: int, places: list[tuple[object, object]]) -> object:
    """A value of a kind."""
    match kind:
        case ScalarType():
            danish, english = OF_VALUE[id(kind)]
            return random.choice(danish if language == "da" else english)
        case EnumType(choice):
            return random.choice(list(choice)).get_key(language)
        case RecordType(record):
            return section(record, language, random, depth, places)
        case ListType(of):
            return several(of, language, random, depth, places)
        case UnionType(first, second):
            return of_kind(random.choice((first, second)), language, random, depth, places)
        case MappingType(key, of):
            return {str(of_kind(key, language, random, depth, [])): of_kind(of, language, random, depth, places) for _ in range(2)}
        case _:
            assert_never(kind)


def section(record: type[Record], language: Language, random: Random, depth: int, places: list[tuple[object, object]]) -> object:
    """A record, at times as bare text."""
    body = record.names.get("tekst")
    if body and all(field is body for field in record.needed) and random.random() < 0.3:
        return random.choice(WORDS)
    return block(record, language, random, depth + 1, places)


def several(of: FieldType, language: Language, random: Random, depth: int, places: list[tuple[object, object]]) -> object:
    """A list, or one value for a list of one."""
    if random.random() < 0.3:
        return of_kind(of, language, random, depth, places)
    items = [of_kind(of, language, random, depth, places) for _ in range(random.randint(1, 2))]
    places += [(items, number) for number in range(len(items))]
    return items


def strange(language: Language, random: Random) -> object:
    """A value that fits hardly anywhere, in the keys of one language."""
    value = random.choice(STRANGE)
    if language == "en" and isinstance(value, dict):
        return {IN_ENGLISH.get(key, key): inner for key, inner in value.items()}
    return deepcopy(value)


def spoilt(item: Made, language: Language, random: Random) -> None:
    """Put one thing wrong, or at least otherwise, somewhere."""
    container, key = random.choice(item.places)
    if isinstance(container, dict):
        if key is None:
            container[random.choice(STRANGE_KEYS)] = strange(language, random)
        elif random.random() < 0.25:
            del container[key]
        else:
            container[key] = strange(language, random)
    elif isinstance(container, list) and isinstance(key, int):
        container[key] = strange(language, random)


def files(record: type[Record], count: int, seed: int) -> Iterator[tuple[Language, object]]:
    """Files as they should be, and as many with one thing otherwise."""
    random = Random(seed)
    for number in range(count):
        language: Language = random.choice(("da", "en"))
        item = made(record, language, random)
        if number % 3:
            spoilt(item, language, random)
        yield language, item.value
