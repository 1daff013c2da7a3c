"""Conditions on agreements: `status=aktiv`, `område!=ældre`, `periode.slut<2026-07-01`."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from ..errors import CommandError
from ..model.amounts import Money, Number, Percent
from ..model.field import Choice, EnumType, FieldType, ParseIssue, ScalarType, list_spellings
from ..model.status import EffectiveStatus
from ..profile.profile import Profile
from ..text.localized import OR, Text, join_words
from ..text.matching import suggest
from .portfolio import Portfolio, PortfolioEntry
from .query import STATUS, FieldQuery, fold_name, get_answers, iter_value_types, resolve_field

CONDITION = re.compile(r"\s*([^=!<>]+?)\s*(!=|<=|>=|=|<|>)\s*(.*?)\s*", re.DOTALL)
ORDERS: Mapping[str, tuple[int, ...]] = {"<": (-1,), ">": (1,), "<=": (-1, 0), ">=": (0, 1)}
"""Signs of size, with what a comparison by them may come to."""


class ConditionScalar:
    """A value as it stands in a condition."""

    __slots__ = ("plain", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.plain = False


class Condition(NamedTuple):
    """What an agreement must answer. Wanting nothing asks whether it answers at all."""

    what: FieldQuery
    sign: str
    wanted: object

    def is_met_by(self, entry: PortfolioEntry) -> bool:
        """Whether an agreement meets it; of several answers one is enough, and for `!=` none may be equal."""
        values = get_answers(entry, self.what)
        if self.wanted is None:
            return bool(values) == (self.sign == "!=")
        if self.sign in ORDERS:
            return any(compare_values(value, self.wanted) in ORDERS[self.sign] for value in values)
        return any(is_same_answer(value, self.wanted) for value in values) == (self.sign == "=")


def compare_values(answer: object, wanted: object) -> int | None:
    """-1, 0 or 1 for smaller, equal and greater; nothing where the two have no common measure."""
    left, right = to_number(answer), to_number(wanted)
    if left is None or right is None or type(answer) is not type(wanted):
        return None
    return (left > right) - (left < right)


def to_number(value: object) -> int | None:
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


def is_same_answer(answer: object, wanted: object) -> bool:
    """Whether an answer is the wanted one; texts are compared without case and accents."""
    if isinstance(answer, str) and isinstance(wanted, str):
        return fold_name(answer) == fold_name(wanted)
    return answer == wanted


def filter_agreements(portfolio: Portfolio, conditions: Sequence[str]) -> Portfolio:
    """The agreements that meet all conditions. What could not be read stays: nobody knows whether it meets them.

    Raises:
        CommandError: a condition is none.

    """
    read = [parse_condition(condition, portfolio.profile) for condition in conditions]
    return replace(portfolio, entries=tuple(entry for entry in portfolio.entries if all(each.is_met_by(entry) for each in read)))


def parse_condition(text: str, profile: Profile) -> Condition:
    """A condition as it was typed.

    Raises:
        CommandError: it is none, or names what does not exist.

    """
    match = CONDITION.fullmatch(text)
    if not match:
        raise CommandError(
            Text(da="»{text}« er ingen betingelse.", en="“{text}” is no condition.").format(text=text),
            Text(
                da="skriv fx status=aktiv, område!=ældre eller periode.slut<2026-07-01",
                en="write for instance status=active, theme!=older_people or period.end<2026-07-01",
            ),
        )
    what, sign = resolve_field(match[1], profile), match[2]
    wanted = parse_wanted_value(what, match[3]) if match[3] else None
    if sign in ORDERS and to_number(wanted) is None:
        raise CommandError(
            Text(da="»{field}« kan ikke være større eller mindre.", en="“{field}” cannot be greater or smaller.").format(field=match[1]),
            Text(da="brug = eller !=", en="use = or !="),
        )
    return Condition(what, sign, wanted)


def parse_wanted_value(what: FieldQuery, text: str) -> object:
    """What a condition wants, read as the field itself is read."""
    readable = list(iter_value_types(what.kind))
    words_too = any(isinstance(kind, ScalarType) and kind.text for kind in readable)
    for kind in readable:
        value = (
            find_choice(EffectiveStatus if what.way == (STATUS,) else kind.choice, text)
            if isinstance(kind, EnumType)
            else parse_typed_value(kind, text, beside_text=words_too)
        )
        if value is not None:
            return value
    raise build_unfit_value_error(what, text, readable)


def parse_typed_value(kind: FieldType, text: str, *, beside_text: bool) -> object:
    """A value read from a condition, or nothing."""
    read = isinstance(kind, ScalarType) and ((beside_text and kind.beside_text) or kind.read)
    value = read(ConditionScalar(text)) if read else None
    return value.value if isinstance(value, ParseIssue) else value


def find_choice(choices: type[Choice], text: str) -> Choice | None:
    """A word of a list by any of its spellings or its printed label."""
    return map_choice_spellings(choices).get(fold_name(text))


def map_choice_spellings(choices: type[Choice]) -> Mapping[str, Choice]:
    """Every way to write each word of a list."""
    return {
        fold_name(word): choice
        for choice in choices
        for word in (*choice.value.also, *choice.value.label, *list_spellings(choice.value.key, choice.name.lower()))
    }


def build_unfit_value_error(what: FieldQuery, text: str, readable: list[FieldType]) -> CommandError:
    """What to say of a value that the field cannot hold."""
    says = Text(da="»{text}« kan ikke stå i {field}.", en="“{text}” cannot stand in {field}.")
    refusal = says.format(text=text, field=what.way[-1].key)
    choices = next((kind.choice for kind in readable if isinstance(kind, EnumType)), None)
    if choices is None:
        kind = next((kind.words for kind in readable if isinstance(kind, ScalarType)), Text(da="intet", en="nothing"))
        return CommandError(refusal, Text(da="her kan stå {kind}", en="{kind} can stand here").format(kind=kind))
    choices = EffectiveStatus if what.way == (STATUS,) else choices
    all_words = Text(
        da=join_words([choice.get_key("da") for choice in choices], "da", OR),
        en=join_words([choice.get_key("en") for choice in choices], "en", OR),
    )
    every = Text(da="vælg mellem: {words}", en="choose from: {words}").format(words=all_words)
    return CommandError(
        refusal, suggest(text, [word for choice in choices for word in list_spellings(choice.value.key, choice.name.lower())]) or every
    )
