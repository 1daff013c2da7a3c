"""The same agreement written in another way: keys in another language and order, other quotation marks, brackets, comments, line ends."""

import json
import random
from collections.abc import Iterator, Mapping, Sequence

import yaml

from partnerskab_cli.model.agreement import Agreement
from partnerskab_cli.model.field import (
    Choice,
    EnumType,
    Field,
    FieldType,
    ListType,
    RecordType,
    ScalarType,
    UnionType,
    map_spellings_to_choices,
)
from partnerskab_cli.model.record import Record
from partnerskab_cli.text.localized import transliterate

Tree = str | Mapping[str, "Tree"] | Sequence["Tree"]
MANY = 5
"""Words of a text that may run over several lines; a length of time may not."""
YES_AND_NO = {"ja": ("ja", "yes", "true"), "nej": ("nej", "no", "false")}


def rewritten(text: str, seed: int) -> str:
    dice = random.Random(seed)
    language = dice.choice(["da", "ascii", "en"])
    tree = translated(yaml.load(text, yaml.BaseLoader), Agreement, language, dice)  # noqa: S506 - it makes nothing but text
    lines = list(block(tree, 0, dice))
    result = "\n".join([*(["# en bemærkning"] if dice.random() < 0.5 else []), *lines]) + "\n"
    return ("\N{BYTE ORDER MARK}" if dice.random() < 0.2 else "") + (result.replace("\n", "\r\n") if dice.random() < 0.3 else result)


def translated(tree: Mapping[str, Tree], record: type[Record], language: str, dice: random.Random) -> Mapping[str, Tree]:
    """Keys and words of lists in one language, the keys in any order."""
    entries = [(word_of(record.names[key], language), answer(value, record.names[key].kind, language, dice)) for key, value in tree.items()]
    dice.shuffle(entries)
    return dict(entries)


def word_of(field: Field, language: str) -> str:
    return dict(zip(("da", "ascii", "en"), field.spellings, strict=False))[language]


def answer(value: Tree, kind: FieldType, language: str, dice: random.Random) -> Tree:  # noqa: PLR0911 - one return a kind
    match kind:
        case RecordType(record) if isinstance(value, Mapping):
            return bare(translated(value, record, language, dice), record, language, dice)
        case RecordType(record) if "tekst" in record.names and dice.random() < 0.5:
            return {word_of(record.names["tekst"], language): value}
        case ListType(of) if isinstance(value, list):
            items = [answer(item, of, language, dice) for item in value]
            return items[0] if len(items) == 1 and not isinstance(items[0], list) and dice.random() < 0.5 else items
        case ListType(of):
            return answer(value, of, language, dice)
        case UnionType(first, second):
            fits = isinstance(value, Mapping) if isinstance(second, RecordType) else first == second
            return answer(value, second if fits else first, language, dice)
        case EnumType(choice) if isinstance(value, str) and value in map_spellings_to_choices(choice):
            return spelt(map_spellings_to_choices(choice)[value], language)
        case ScalarType() if value in YES_AND_NO and isinstance(value, str):
            return dice.choice(YES_AND_NO[value])
    return value


def bare(tree: Mapping[str, Tree], record: type[Record], language: str, dice: random.Random) -> Tree:
    """A record of nothing but a text may stand as that text."""
    body = word_of(record.names["tekst"], language) if "tekst" in record.names else ""
    return tree[body] if list(tree) == [body] and dice.random() < 0.5 else tree


def spelt(choice: Choice, language: str) -> str:
    return {"da": choice.value.key, "ascii": transliterate(choice.value.key), "en": choice.get_key("en")}[language]


def block(tree: Tree, margin: int, dice: random.Random) -> Iterator[str]:
    """Lines of a record or a list."""
    space = " " * margin
    for key, value in tree.items() if isinstance(tree, Mapping) else ((None, item) for item in tree):
        lead = f"{space}-" if key is None else f"{space}{quoted(key, dice) if dice.random() < 0.1 else key}:"
        if dice.random() < 0.1:
            yield dice.choice(["", f"{space}# husk: [spørg] {{alle}} »igen«"])
        if isinstance(value, str):
            yield f"{lead} {scalar(value, margin, dice)}"
        elif dice.random() < 0.4 or not value:
            yield f"{lead} {flow(value, dice)}{'  # i én linje' if dice.random() < 0.2 else ''}"
        else:
            yield lead
            yield from block(value, margin + dice.choice([1, 2, 4]), dice)


def flow(tree: Tree, dice: random.Random) -> str:
    if isinstance(tree, str):
        return quoted(tree, dice)
    if isinstance(tree, Mapping):
        return "{" + ", ".join(f"{key}: {flow(value, dice)}" for key, value in tree.items()) + "}"
    return "[" + ", ".join(flow(item, dice) for item in tree) + "]"


def scalar(text: str, margin: int, dice: random.Random) -> str:
    """A text in quotation marks, over several lines where it has several words, or as it is where nothing can be misread."""
    words = text.split()
    if dice.random() < 0.3 and len(words) >= MANY:
        space = "\n" + " " * (margin + 2)
        return dice.choice(["|-", ">-", ">"]) + "".join(space + word for word in words)
    plain = text.replace(" ", "").replace("ø", "").replace("å", "").replace("æ", "").isalnum() and text == " ".join(words)
    return text if plain and dice.random() < 0.5 else quoted(" ".join(words), dice)


def quoted(text: str, dice: random.Random) -> str:
    line = " ".join(text.split())
    return json.dumps(line, ensure_ascii=dice.random() < 0.3) if dice.random() < 0.5 else "'" + line.replace("'", "''") + "'"
