"""Conditions on agreements: `status=aktiv`, `område!=ældre`, `periode.slut<2026-07-01`."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from ..agreement.amounts import Money, Number, Percent
from ..agreement.field import Choice, Kind, OneOf, Remark, Value, spellings
from ..agreement.nearest import guess
from ..agreement.standing import Standing
from ..errors import CommandError
from ..profile.profile import Profile
from ..text import OR, Text, listed
from .asking import STATUS, Asked, answers, asked, kinds, plain
from .portfolio import Entry, Portfolio

CONDITION = re.compile(r"\s*([^=!<>]+?)\s*(!=|<=|>=|=|<|>)\s*(.*?)\s*", re.DOTALL)
ORDERS: Mapping[str, tuple[int, ...]] = {"<": (-1,), ">": (1,), "<=": (-1, 0), ">=": (0, 1)}
"""Signs of size, with what a comparison by them may come to."""


class Typed:
    """A value as it stands in a condition."""

    __slots__ = ("plain", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.plain = False


class Condition(NamedTuple):
    """What an agreement must answer. Wanting nothing asks whether it answers at all."""

    what: Asked
    sign: str
    wanted: object

    def met(self, entry: Entry) -> bool:
        """Whether an agreement meets it; of several answers one is enough, and for `!=` none may be equal."""
        found = answers(entry, self.what)
        if self.wanted is None:
            return bool(found) == (self.sign == "!=")
        if self.sign in ORDERS:
            return any(compared(one, self.wanted) in ORDERS[self.sign] for one in found)
        return any(same(one, self.wanted) for one in found) == (self.sign == "=")


def compared(answer: object, wanted: object) -> int | None:
    """-1, 0 or 1 for smaller, equal and greater; nothing where the two have no common measure."""
    left, right = measure(answer), measure(wanted)
    if left is None or right is None or type(answer) is not type(wanted):
        return None
    return (left > right) - (left < right)


def measure(value: object) -> int | None:
    """How large a value is among its kind: days, hundredths, or the number itself."""
    match value:
        case date():
            return value.toordinal()
        case Money(cents) | Number(cents) | Percent(cents):
            return cents
        case bool():
            return None
        case int():
            return value
        case _:
            return None


def same(answer: object, wanted: object) -> bool:
    """Whether an answer is the wanted one; texts are compared without case and accents."""
    if isinstance(answer, str) and isinstance(wanted, str):
        return plain(answer) == plain(wanted)
    return answer == wanted


def chosen(whole: Portfolio, conditions: Sequence[str]) -> Portfolio:
    """The agreements that meet all conditions. What could not be read stays: nobody knows whether it meets them.

    Raises:
        CommandError: a condition is none.

    """
    read = [condition(one, whole.profile) for one in conditions]
    return replace(whole, entries=tuple(one for one in whole.entries if all(each.met(one) for each in read)))


def condition(text: str, profile: Profile) -> Condition:
    """A condition as it was typed.

    Raises:
        CommandError: it is none, or names what does not exist.

    """
    match = CONDITION.fullmatch(text)
    if not match:
        raise CommandError(
            Text(da="»{text}« er ingen betingelse.", en="“{text}” is no condition.").filled(text=text),
            Text(
                da="skriv fx status=aktiv, område!=ældre eller periode.slut<2026-07-01",
                en="write for instance status=active, theme!=older_people or period.end<2026-07-01",
            ),
        )
    what, sign = asked(match[1], profile), match[2]
    wanted = wanted_value(what, match[3]) if match[3] else None
    if sign in ORDERS and measure(wanted) is None:
        raise CommandError(
            Text(da="»{field}« kan ikke være større eller mindre.", en="“{field}” cannot be greater or smaller.").filled(field=match[1]),
            Text(da="brug = eller !=", en="use = or !="),
        )
    return Condition(what, sign, wanted)


def wanted_value(what: Asked, text: str) -> object:
    """What a condition wants, read as the field itself is read."""
    readable = list(kinds(what.kind))
    words_too = any(isinstance(kind, Value) and kind.text for kind in readable)
    for kind in readable:
        value = (
            chosen_word(Standing if what.way == (STATUS,) else kind.choice, text)
            if isinstance(kind, OneOf)
            else typed(kind, text, beside_text=words_too)
        )
        if value is not None:
            return value
    raise unlike(what, text, readable)


def typed(kind: Kind, text: str, *, beside_text: bool) -> object:
    """A value read from a condition, or nothing."""
    read = isinstance(kind, Value) and ((beside_text and kind.beside_text) or kind.read)
    value = read(Typed(text)) if read else None
    return value.value if isinstance(value, Remark) else value


def chosen_word(choice: type[Choice], text: str) -> Choice | None:
    """A word of a list by any of its spellings or its printed label."""
    return words(choice).get(plain(text))


def words(choice: type[Choice]) -> Mapping[str, Choice]:
    """Every way to write each word of a list."""
    return {plain(word): one for one in choice for word in (*one.value.also, *one.value.label, *spellings(one.value.key, one.name.lower()))}


def unlike(what: Asked, text: str, readable: list[Kind]) -> CommandError:
    """What to say of a value that the field cannot hold."""
    says = Text(da="»{text}« kan ikke stå i {field}.", en="“{text}” cannot stand in {field}.")
    said = says.filled(text=text, field=what.way[-1].key)
    choice = next((kind.choice for kind in readable if isinstance(kind, OneOf)), None)
    if choice is None:
        kind = next((kind.words for kind in readable if isinstance(kind, Value)), Text(da="intet", en="nothing"))
        return CommandError(said, Text(da="her kan stå {kind}", en="{kind} can stand here").filled(kind=kind))
    choice = Standing if what.way == (STATUS,) else choice
    all_words = Text(da=listed([one.key("da") for one in choice], "da", OR), en=listed([one.key("en") for one in choice], "en", OR))
    every = Text(da="vælg mellem: {words}", en="choose from: {words}").filled(words=all_words)
    return CommandError(said, guess(text, [word for one in choice for word in spellings(one.value.key, one.name.lower())]) or every)
