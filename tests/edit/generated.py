"""Agreements as many hands might write them: every field, both languages, any style, comments anywhere."""

import random
from collections.abc import Sequence
from typing import NamedTuple

from partnerskab_cli.edit.scalars import PlainScalar, Tree, format_block_text, format_flow, format_scalar
from partnerskab_cli.model.agreement import Agreement
from partnerskab_cli.model.amounts import Money
from partnerskab_cli.model.field import EnumType, Field, FieldType, ListType, MappingType, RecordType, ScalarType, UnionType
from partnerskab_cli.model.record import Record
from partnerskab_cli.model.types import VALUES, Day, Line, PartyId, PayerId, Place, Prose, Slug
from partnerskab_cli.text.localized import LANGUAGES, Language, transliterate

PARTIES = ("kommunen", "venner", "fonden")
WORDS = (
    "kaffe", "på", "kanden", "hver", "torsdag", "æbler", "øl", "åben", "og", "så", "videre", "# ikke en kommentar", "a: b", "»citat«", "- streg",
    "25.000", "kl. 10:30", "[måske]", "{klammer}", "'enkelt'", '"dobbelt"', "100 %", "§ 18", "@alle", "tak!", "*", "&", "?", "|", ">", "komma,",
)  # fmt: skip
COMMENTS = (
    "# note",
    "#uden mellemrum",
    "# id: kommenteret ud",
    "# - punkt",
    "# æøå »så«",
    "#",
    "# 'citat\"",
    "## overskrift ##",
    "# a: {b: [c]}",
)


class Made(NamedTuple):
    """A text, what it says, and the comments that were put into it."""

    text: str
    tree: dict[str, Tree]
    comments: Sequence[str]


class Writer:
    """Writes one agreement; everything it decides comes from its dice."""

    def __init__(self, seed: int, *, comments: float = 0.12, sloppy: float = 0.0, language: Language | None = None) -> None:
        self.dice = random.Random(seed)
        self.rate = comments
        self.sloppy = sloppy
        chosen: Language = self.dice.choice(LANGUAGES)
        self.language: Language = language or chosen
        self.ascii = self.dice.random() < 0.2
        self.airy = self.dice.choice((0.0, 0.2, 0.5))
        self.step = self.dice.choice((1, 2, 2, 2, 3, 4))
        self.notes: list[str] = []
        self.serial = 0
        self.in_block = False
        """Whether the last line belongs to a block text, where a line further in would be one of its own."""

    def chance(self, share: float) -> bool:
        return self.dice.random() < share

    # What is said

    def record(self, record: type[Record], depth: int) -> dict[str, Tree]:
        chosen = [field for field in record.fields if field.need.inside or self.chance(0.9 / depth)]
        return {self.word(field): self.value(field, depth) for field in chosen}

    def word(self, field: Field) -> str:
        word = field.get_key(self.language)
        return transliterate(word) if self.ascii and self.language == "da" else word

    def value(self, field: Field, depth: int) -> Tree:
        if self.chance(0.03) and field.waivable and not field.fixed:
            return {"ikke_relevant" if self.language == "da" else "not_relevant": self.prose()}
        if self.chance(0.02) and field.optional:
            return PlainScalar("")
        if field.name == "schema":
            return PlainScalar("1")
        if field.limits:
            return PlainScalar(str(self.dice.randint(*field.limits)))
        return self.of(field.kind, field, depth)

    def of(self, kind: FieldType, field: Field, depth: int) -> Tree:  # noqa: PLR0911 - one return a kind
        match kind:
            case RecordType(record):
                body = record.names.get("tekst")
                if body and self.chance(0.2):
                    return self.value_of(Prose, body)
                return self.record(record, depth + 1)
            case ListType(of):
                if self.chance(0.15):
                    return self.of(of, field, depth)
                return [self.of(of, field, depth) for _ in range(self.dice.choice((0, 1, 1, 2, 3)))]
            case UnionType(first, second):
                return self.of(self.dice.choice((first, second)), field, depth)
            case MappingType():
                return {key: self.prose() for key in self.dice.sample(("læring", "relationer", "dna", "effekt"), k=2)}
            case EnumType(choice):
                chosen = self.dice.choice(list(choice))
                return PlainScalar(chosen.get_key(self.language))
            case ScalarType():
                return self.value_of(next(name for name, value in VALUES.items() if value is kind), field)

    def value_of(self, name: object, field: Field) -> Tree:  # noqa: PLR0911 - one return a kind of value
        if name in {PartyId, PayerId}:
            return PlainScalar(self.dice.choice(PARTIES))
        if name in {Prose, Line, Place}:
            return self.line() if name is not Prose or field.longest else self.prose()
        if name is Slug:
            return PlainScalar(f"{self.dice.choice(PARTIES)}-{self.dice.randrange(1000)}")
        if name is Day:
            return PlainScalar(f"202{self.dice.randrange(4, 9)}-0{self.dice.randrange(1, 10)}-1{self.dice.randrange(10)}")
        if name is Money:
            return self.dice.choice((PlainScalar("25000"), "25.000", "1.250,50 kr.", PlainScalar("12000.50")))
        if name is bool:
            return PlainScalar(self.dice.choice(("ja", "nej") if self.language == "da" else ("yes", "no")))
        example = field.example.localize(self.language).strip("[]")
        return PlainScalar(example.strip('"'))

    def line(self) -> str:
        return " ".join(self.dice.choices(WORDS[:11], k=self.dice.randint(1, 5)))

    def prose(self) -> str:
        words = " ".join(["Vi", *self.dice.choices(WORDS, k=self.dice.choice((1, 3, 8, 20, 60)))])
        return words if self.chance(0.7) else words.replace(" og ", "\n").replace(" så ", "\n\n") + ("\n" if self.chance(0.3) else "")

    # How it is written

    def comment(self) -> str:
        self.serial += 1
        result = f"{self.dice.choice(COMMENTS)} {self.serial}"
        self.notes.append(result)
        return result

    def between(self, column: int) -> list[str]:
        """Comments and empty lines that may stand above anything."""
        lines: list[str] = []
        while self.chance(self.rate):
            lines.append(" " * self.dice.choice((column, column, column, 0, column if self.in_block else column + 2)) + self.comment())
        if self.chance(self.airy):
            lines.insert(self.dice.randint(0, len(lines)), "")
        return lines

    def beside(self) -> str:
        return f"  {self.comment()}" if self.chance(self.rate) else ""

    def mapping(self, tree: dict[str, Tree], column: int) -> list[str]:
        words = list(tree)
        if self.chance(0.5):
            self.dice.shuffle(words)
        return [line for word in words for line in (*self.between(column), *self.entry(f"{' ' * column}{word}:", tree[word], column))]

    def entry(self, lead: str, tree: Tree, column: int) -> list[str]:
        below = column + self.step
        self.in_block = False
        if isinstance(tree, str):
            lines = self.text(lead, tree, below)
            self.in_block = lines[0].split("  #")[0].endswith(("|", "|-", ">", ">-"))
            return lines
        if not tree or self.chance(0.25):
            return [f"{lead} {self.flow(tree)}{self.beside()}"] if self.chance(0.7) else self.long_flow(lead, tree, below)
        if isinstance(tree, dict):
            return [lead + self.beside(), *self.mapping(tree, below)]
        assert isinstance(tree, list)
        deep = column if self.chance(0.3) and not lead.strip().startswith("-") else below
        return [lead + self.beside(), *(line for item in tree for line in self.item(item, deep))]

    def item(self, tree: Tree, column: int) -> list[str]:
        above = self.between(column)
        lead = " " * column + "-"
        if not isinstance(tree, dict) or not tree or self.chance(0.2):
            return [*above, *self.entry(lead, tree, column)]
        if self.chance(0.2):
            return [*above, lead + self.beside(), *self.mapping(tree, column + 2)]
        first, *rest = list(tree)
        lines = self.entry(f"{lead} {first}:", tree[first], column + 2)
        return [*above, *lines, *self.mapping({word: tree[word] for word in rest}, column + 2)]

    def text(self, lead: str, text: str, column: int) -> list[str]:
        if text == "":
            return [lead + self.beside()]
        block = format_block_text(text, column)
        if block and (self.chance(0.2) or "\n" in text) and not isinstance(text, PlainScalar):
            return [f"{lead} {block[0]}{self.beside()}", *block[1:]]
        if self.chance(0.1) and "\n" not in text and not isinstance(text, PlainScalar) and " " in text:
            return self.broken(lead, text, column)
        if self.chance(0.05):
            return [lead, *(" " * column + word for word in [self.comment()] if self.chance(1)), " " * column + format_scalar(text)]
        return [f"{lead} {format_scalar(text) if self.chance(0.8) else quoted(text)}{self.beside()}"]

    def broken(self, lead: str, text: str, column: int) -> list[str]:
        """A text in quotation marks over two lines."""
        before, _, after = text.partition(" ")
        if not before or after[:1] in {" ", ""} or before[-1:] == " " or after != after.rstrip():
            return [f"{lead} {quoted(text)}"]
        return [f"{lead} {quoted(before)[:-1]}", " " * column + quoted(after)[1:] + self.beside()]

    def flow(self, tree: Tree) -> str:
        return format_flow(tree)

    def long_flow(self, lead: str, tree: Tree, column: int) -> list[str]:
        """Brackets over several lines, with comments in between."""
        opening, closing = ("{", "}") if isinstance(tree, dict) else ("[", "]")
        parts = (
            [f"{word}: {format_flow(value)}" for word, value in tree.items()]
            if isinstance(tree, dict)
            else [format_flow(word) for word in tree]
        )
        lines = [f"{lead} {opening}{self.beside()}"]
        for part in parts:
            lines += [*self.between(column), f"{' ' * column}{part},{self.beside()}"]
        self.in_block = False
        return [*lines, *self.between(column), f"{' ' * column}{closing}{self.beside()}"]


def quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'" if "\n" not in text else format_scalar(text)


def agreement(seed: int, *, comments: float = 0.12, language: Language | None = None) -> Made:
    """An agreement as someone may have written it."""
    writer = Writer(seed, comments=comments, language=language)
    tree = writer.record(Agreement, 2)
    tree[writer.dice.choice(("x_egen", "x_note"))] = writer.dice.choice([{"a": ["b", {"c": "d"}]}, "tekst", ["x", "y"]])
    head = [writer.comment() for _ in range(writer.dice.choice((0, 0, 1, 3)))]
    lines = [*head, *([""] if writer.chance(0.5) else ()), *writer.mapping(tree, 0), *writer.between(0)]
    newline = writer.dice.choice(("\n", "\n", "\n", "\r\n"))
    ending = writer.dice.choice((newline, newline, "", newline * 3))
    return Made(newline.join(lines) + ending, tree, tuple(writer.notes))
