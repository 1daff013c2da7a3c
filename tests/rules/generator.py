"""Agreements at random, from the declarations of the fields and what each form asks for. It knows none of the rules.

Run as a script it makes clean ones and ones with one planted fault, and prints what was expected against what was found:

    python tests/rules/generator.py 2000
"""

import random
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

import yaml
from laying import BASES, BY_HAND, KEY, LAID, NAMED, TODAY, clean, over, profile

from partnerskab_cli.check import CheckOptions, check_file
from partnerskab_cli.diagnostics import Severity
from partnerskab_cli.model import types as values
from partnerskab_cli.model.agreement import Agreement
from partnerskab_cli.model.amounts import Duration, Money, Number, Percent, Recurrence, YearDay
from partnerskab_cli.model.choices import Formality, Status
from partnerskab_cli.model.field import (
    Choice,
    EnumType,
    Field,
    FieldType,
    ListType,
    MappingType,
    RecordType,
    ScalarType,
    UnionType,
)
from partnerskab_cli.model.municipalities import MUNICIPALITIES
from partnerskab_cli.model.record import Record
from partnerskab_cli.model.requirements import get_required_severity
from partnerskab_cli.rules.rule import CheckDates, Rule, Scope
from partnerskab_cli.text.localized import Language, transliterate

SETTINGS = CheckOptions(profile("tønder"), CheckDates(TODAY))
LETTERS = dict(zip(Formality, "MTSP", strict=True))
Answer = str | int | list["Answer"] | dict[str, "Answer"]

WHO = ("Gæsterne", "De ældre", "Familierne", "Deltagerne", "Naboerne", "De unge", "Nye medlemmer", "Værterne")
WHAT = ("taler sammen", "spiser sammen", "går tur", "øver sig", "finder en ven", "hjælper hinanden", "griner mere", "synger")
WHERE = ("i Højer", "ved havnen", "på biblioteket", "i haven", "hos hinanden", "i medborgerhuset", "om torsdagen", "hver anden uge")
ROLES = ("formand", "kasserer", "konsulent", "leder", "medarbejder", "sekretær")
"""None of them answers who coordinates."""
PAST, AHEAD = "past", "ahead"
WHEN = {"next": AHEAD, "deadline": AHEAD, "latest": AHEAD, "until": AHEAD}
"""Which days lie ahead; all others have been."""
LEFT_OUT = {
    ("Agreement", "waivers"),
    ("Annex", "file"),
    ("Signature", "fingerprint"),
    ("Termination", "notice_per_party"),
    ("Accounts", "received"),
}
"""Answers about a rule, a file or a past that a random agreement does not have."""
TOGETHER = {
    "Anchoring": ("political", "management", "staff", "members"),
    "Benefits": ("voluntary", "public"),
    "Boundaries": ("volunteers_do_not",),
    "PersonalData": ("controller", "consent"),
    "Insurance": ("reported", "approved", "registered"),
    "PoliticalAnchoring": ("committee", "date"),
}
"""What D3 and the sources ask for in one breath: both sides, all four levels, every step."""


class Span(NamedTuple):
    """When an agreement holds."""

    start: date
    end: date


class Author:
    """Writes one agreement."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.formality = self.random.choice(list(Formality))
        self.status = self.random.choice(list(Status))
        self.language: Language = self.random.choice(("da", "da", "en"))
        self.plain = self.language == "da" and self.random.random() < 0.2
        self.density = self.random.choice((0.1, 0.4, 0.8))
        self.heed = Severity.WARNING
        self.filter_report: frozenset[str] | None = None
        self.parties = ("kommunen", "venner", "tredje")[: self.random.choice((2, 2, 3))]
        self.span = self.chosen_span()
        self.granted = False
        self.numbered = 0

    def chosen_span(self) -> Span:
        """A year or more that holds today, or is over for what has ended."""
        if self.status is Status.ENDED:
            start = date(2023, 1, 1) + timedelta(days=self.random.randrange(300))
            return Span(start, start + timedelta(days=self.random.randrange(400, 700)))
        start = date(2025, 6, 1) + timedelta(days=self.random.randrange(200))
        return Span(start, start + timedelta(days=self.random.randrange(800, 1400)))

    def text(self) -> str:
        """The whole file."""
        return yaml.safe_dump(self.record(Agreement), allow_unicode=True, sort_keys=False, width=10_000)

    def record(self, kind: type[Record]) -> dict[str, Answer]:
        """A record with all that is asked for and some of the rest."""
        free = [field for field in kind.fields if (kind.__name__, field.name) not in LEFT_OUT]
        wanted = [field for field in free if self.wants(kind, field)] or [self.random.choice(free)]
        return {self.spelt(field.get_key(self.language)): self.answer(kind, field) for field in wanted}

    def wants(self, kind: type[Record], field: Field) -> bool:
        """Whether to answer a question: whenever the declaration asks for it with weight, else by chance."""
        if kind is Agreement and self.filter_report is not None:
            return field.key in self.filter_report
        severity = get_required_severity(field.need, self.formality)
        together = field.name in TOGETHER.get(kind.__name__, ())
        with_money = kind is Agreement and field.name in {"evaluation", "child_certificate"} and self.granted
        wanted = bool(severity and severity >= self.heed) or together or with_money or self.random.random() < self.density
        self.granted |= kind is Agreement and field.name == "grant" and wanted
        return wanted or (kind is Agreement and field.name == "period" and self.status is Status.ENDED)

    def answer(self, kind: type[Record], field: Field) -> Answer:
        """The answer to a question: one that must fit the others, else one of its kind."""
        fitting = FITTING.get((kind.__name__, field.name))
        return fitting(self) if fitting else self.of_kind(field.kind, field)

    def of_kind(self, kind: FieldType, field: Field) -> Answer:
        """Any answer of a kind."""
        match kind:
            case ScalarType():
                return self.value(kind, field)
            case EnumType(choice):
                return self.word(self.random.choice(list(choice)))
            case RecordType(record):
                return self.record(record)
            case ListType(of):
                return [self.of_kind(of, field) for _ in range(self.random.randrange(1, 3))]
            case UnionType(first, second):
                return self.of_kind(self.random.choice((first, second)), field)
            case MappingType(_, _):
                return {self.random.choice(("læring", "dna") if self.language == "da" else ("learning", "dna")): self.sentence()}

    def value(self, kind: ScalarType, field: Field) -> Answer:
        """Any value that the table of values reads without a word."""
        name = next(name for name, known in values.VALUES.items() if known is kind)
        return VALUES[name](self, field)

    def word(self, choice: Choice) -> str:
        """A word of a list as this file spells it."""
        return self.spelt(choice.get_key(self.language))

    def spelt(self, word: str) -> str:
        """A key in the letters of this file."""
        return transliterate(word) if self.plain else word

    def yes(self, answer: bool) -> str:  # noqa: FBT001 - the answer itself
        """`ja` or `nej`."""
        return ("nej", "ja")[answer] if self.language == "da" else ("no", "yes")[answer]

    def sentence(self) -> str:
        """Something that nobody else says."""
        self.numbered += 1
        return f"{self.random.choice(WHO)} {self.random.choice(WHAT)} {self.random.choice(WHERE)}, punkt {self.numbered}."

    def day(self, field: Field) -> str:
        """A day that has been, or one that lies ahead: evaluations first, then talks, then the end."""
        if WHEN.get(field.name) == AHEAD:
            first = TODAY if self.span.end > TODAY else self.span.start
            offset = 320 if field.name == "latest" else self.random.randrange(10, 200)
            return (first + timedelta(days=offset)).isoformat()
        last = min(TODAY, self.span.end)
        return (last - timedelta(days=self.random.randrange(1, min(250, (last - self.span.start).days)))).isoformat()

    def party(self) -> str:
        """One of the parties."""
        return self.random.choice(self.parties)

    def weighed(self, count: int, weights: tuple[int, ...], modulus: int) -> str:
        """Digits whose weighted sum is a multiple."""
        while True:
            digits = [self.random.randrange(1, 10) for _ in range(count)]
            if sum(weight * digit for weight, digit in zip(weights, digits, strict=True)) % modulus == 0:
                return "".join(map(str, digits))


def inside(key: str) -> type[Record]:
    """The record that a list at the top of an agreement is made of."""
    kind = Agreement.names[key].kind
    assert isinstance(kind, ListType)
    assert isinstance(kind.of, RecordType)
    return kind.of.record


def parties(author: Author) -> Answer:
    """One party on the public side and the others on the voluntary one."""
    return [with_party(author, name, "public" if name == "kommunen" else "voluntary") for name in author.parties]


def with_party(author: Author, name: str, side: str) -> dict[str, Answer]:
    """A party with its own id, name and side, and whatever else is asked of one."""
    called = {"kommunen": "Tønder Kommune", "venner": "Foreningen Vennerne", "tredje": "En anden forening"}[name]
    own = {"id": name, "navn": called, "side": {"public": "offentlig", "voluntary": "frivillig"}[side]}
    english = {"id": name, "name": called, "side": side}
    return {**author.record(inside("parter")), **(own if author.language == "da" else english)}


def from_each(author: Author, key: str) -> Answer:
    """Something from every party."""
    record = inside(key)
    word = author.spelt(record.names["part"].get_key(author.language))
    return [{**author.record(record), word: party} for party in author.parties]


def period(author: Author) -> Answer:
    """From the first day to the last."""
    words = ("start", "slut") if author.language == "da" else ("start", "end")
    return dict(zip(words, (author.span.start.isoformat(), author.span.end.isoformat()), strict=True))


def grant(author: Author) -> Answer:
    """A grant whose payments add up and fall within its period."""
    record = inside("tilskud")
    results = author.record(record)
    halves = [author.random.randrange(1, 40) * 500 for _ in range(2)]
    days = [(author.span.start + timedelta(days=each)).isoformat() for each in (20, 200)]
    amount, payments, per, budget = (
        author.spelt(record.names[word].get_key(author.language)) for word in ("beløb", "udbetalinger", "pr", "efter_budget")
    )
    date_word, amount_word = ("dato", author.spelt("beløb")) if author.language == "da" else ("date", "amount")
    results |= {amount: sum(halves), payments: [{date_word: day, amount_word: half} for day, half in zip(days, halves, strict=True)]}
    results.pop(per, None)
    results.pop(budget, None)
    return results


def signatures(author: Author) -> Answer:
    """Everybody signs in the week before it begins, each in the roles that may have to."""
    words = ("part", "rolle", "dato") if author.language == "da" else ("party", "role", "date")
    day = (author.span.start - timedelta(days=7)).isoformat()
    return [dict(zip(words, (party, role, day), strict=True)) for party in author.parties for role in SIGNATORIES]


SIGNATORIES = ("formand", "kasserer")


FITTING: dict[tuple[str, str], Callable[[Author], Answer]] = {
    ("Agreement", "schema"): lambda _: 1,
    ("Agreement", "id"): lambda _: "tilfaeldig",
    ("Agreement", "formality"): lambda author: author.word(author.formality),
    ("Agreement", "status"): lambda author: author.word(author.status),
    ("Agreement", "parties"): parties,
    ("Agreement", "period"): period,
    ("Agreement", "contributions"): lambda author: from_each(author, "bidrag"),
    ("Agreement", "deliverables"): lambda author: from_each(author, "leverancer"),
    ("Agreement", "grant"): grant,
    ("Agreement", "signatures"): signatures,
    ("Party", "signing_rule"): lambda _: list(SIGNATORIES),
    ("Grant", "grant_period"): period,
    ("Termination", "by"): lambda author: list(author.parties),
    ("PolicySupport", "goals"): lambda author: [author.random.randrange(1, 9)],
    ("PolicySupport", "actions"): lambda author: [author.random.randrange(1, 9)],
    ("PoliticalAnchoring", "date"): lambda author: (author.span.start - timedelta(days=60)).isoformat(),
}
"""Answers that must fit one another: names, periods, sums."""

VALUES: dict[object, Callable[[Author, Field], Answer]] = {
    values.Line: lambda author, _: author.random.choice(ROLES),
    values.Prose: lambda author, _: author.sentence(),
    values.Place: lambda author, _: author.random.choice(("Tønder", "Højer", "Rømø")),
    values.Phone: lambda *_: "foreningens hovednummer",
    values.CaseNumber: lambda *_: "27.15.12-G01-3-26",
    values.Slug: lambda author, _: f"navn-{author.random.randrange(10_000)}",
    values.PartyId: lambda author, _: author.party(),
    values.PayerId: lambda author, _: author.party(),
    values.AgreementId: lambda author, _: f"aftale-{author.random.randrange(10_000)}",
    values.Whole: lambda author, field: author.random.randrange(*(field.limits or (1, 30))),
    values.Year: lambda *_: 2026,
    Number: lambda author, _: f"{author.random.randrange(1, 40)},5",
    Percent: lambda author, _: author.random.randrange(1, 9),
    Money: lambda author, _: author.random.choice((5000, "12.500", "8.000,00 kr.", "25_000")),
    bool: lambda author, _: author.yes(author.random.random() < 0.5),
    values.Day: lambda author, field: author.day(field),
    YearDay: lambda *_: "04-01",
    values.Notice: lambda author, _: author.random.choice(("3 måneder", "30 dage", "P2M", "3 måneder til udgangen af en måned")),
    Duration: lambda author, _: author.random.choice(("3 måneder", "30 dage", "P2M", "1 year")),
    Recurrence: lambda author, _: author.random.choice(("2 om året", "hver måned", "once a year", "3-4 om året")),
    values.Cvr: lambda author, _: author.weighed(8, (2, 7, 6, 5, 4, 3, 2, 1), 11),
    values.PNumber: lambda author, _: str(author.random.randrange(1_000_000_000, 1_030_000_000)),
    values.Gln: lambda author, _: author.weighed(13, (1, 3) * 6 + (1,), 10),
    values.MunicipalityCode: lambda author, _: author.random.choice(list(MUNICIPALITIES)),
    values.Mail: lambda *_: "kontakt@forening.example",
    values.Url: lambda *_: "https://forening.example",
}


def found(text: str, folder: Path) -> list[tuple[str, Severity]]:
    """What the tool says of an agreement, code and weight."""
    path = folder / "tilfaeldig.yaml"
    path.write_text(text, encoding="utf-8")
    _, report = check_file(path, path.name, SETTINGS, folder)
    return [(diagnostic.code, diagnostic.severity) for diagnostic in report.diagnostics]


def spurious(count: int, folder: Path, first: int = 0) -> Counter[str]:
    """Errors and warnings in agreements that have no fault."""
    return Counter(
        f"{code} in seed {seed}"
        for seed in range(first, first + count)
        for code, severity in found(Author(seed).text(), folder)
        if severity >= Severity.WARNING
    )


def plantable(rule: Rule) -> bool:
    """Whether a rule's bad example is a piece of an agreement."""
    return rule.scope is Scope.FILE and rule.code not in {*BY_HAND, *BOUND} and not NAMED.match(rule.bad)


BOUND = frozenset({"SIG03b"})
"""Rules whose example holds the fingerprint of the clean agreement, and of no other."""


class Planted(NamedTuple):
    """A fault that was planted, and what was found that was not there before."""

    expected: str
    new: tuple[str, ...]

    @property
    def exact(self) -> bool:
        """Whether it was found, and nothing else."""
        return self.new == (self.expected,)


def planted(seed: int, folder: Path) -> Planted:
    """The fault of a random rule in a random agreement of that rule's form, which answers the same questions as the clean one."""
    chance = random.Random(-seed - 1)
    rules = [rule for rule in LAID if plantable(rule)]
    while True:
        rule, author = chance.choice(rules), Author(chance.randrange(10**9))
        author.formality, author.status = next(form for form, letter in LETTERS.items() if letter == rule.forms[0]), Status.ACTIVE
        author.language, author.plain, author.parties = "da", False, ("kommunen", "venner")
        author.density, author.heed = 0.1, Severity.ADVICE
        author.filter_report = frozenset(KEY.findall(clean(BASES[rule.forms[0]])))
        author.span = Span(date(2026, 1, 1), date(2026 if rule.forms[0] in "MT" else 2027, 12, 31))
        text = author.text()
        before = {code for code, _ in found(text, folder)}
        if rule.code not in before:
            after = {code for code, _ in found(over(text, rule.bad.replace("{id}", "tilfaeldig")), folder)}
            return Planted(rule.code, tuple(sorted(after - before)))


def main(count: int) -> int:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        wrong = spurious(count, folder)
        faults = [planted(seed, folder) for seed in range(count)]
    sys.stdout.write(f"{count} without a fault: {wrong.total()} errors and warnings {dict(wrong.most_common(20))}\n")
    exact, lost = sum(fault.exact for fault in faults), [fault for fault in faults if fault.expected not in fault.new]
    sys.stdout.write(f"{count} with one fault: {exact} found exactly, {count - exact - len(lost)} with others beside, {len(lost)} missed\n")
    for (expected, new), times in sorted(Counter(fault for fault in faults if not fault.exact).items()):
        sys.stdout.write(f"{expected:8} {times:4}  {' '.join(new)}\n")
    return bool(wrong or lost)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if sys.argv[1:] else 200))
